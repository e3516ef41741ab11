/*
 * summary: what the runs of an experiment came to: means with their errors.
 *
 * Per-round means are ratios of sums over runs (total payoff to total
 * rounds), whose standard error is that of the ratio estimator (Cochran 1977,
 * section 2.11). With a continuation chance c the ratio is the normalised
 * discounted payoff, (1-c) E[sum]: the number that theory speaks of.
 */
#ifndef DT_SUMMARY_H
#define DT_SUMMARY_H

#include "engine/tally.h"

/* A ratio of sums over runs, of x to n. Centred on the first run's ratio, so
 * that runs that are all alike have an error of zero. */
struct dt_summary_ratio {
	int64_t runs;
	double centre, x, n, xx, xn, nn;
};

void dt_summary_add_ratio(struct dt_summary_ratio *ratio, double x, double n);
/* NAN where n sums to 0; the error is NAN for fewer than two runs. */
double dt_summary_mean(const struct dt_summary_ratio *ratio);
double dt_summary_error(const struct dt_summary_ratio *ratio);

/*
 * Runs that differ in length are worth fewer of one length: (sum n)^2 over
 * sum n^2 (Kish 1965), for runs of random length with a continuation near 1
 * half as many. Student's t has so many degrees of freedom, less one; where
 * lengths differ and these are fewer than DT_SUMMARY_EFFECTIVE_LEAST, an
 * interval would cover much less than it says (tests/check_coverage.sh), and
 * none is given.
 */
enum { DT_SUMMARY_EFFECTIVE_LEAST = 30 };
double dt_summary_effective(const struct dt_summary_ratio *ratio);
bool dt_summary_bears(const struct dt_summary_ratio *ratio);

/* Half the width of the 95 % confidence interval; NAN where the runs are too
 * few to bear one. */
double dt_summary_half_width(const struct dt_summary_ratio *ratio);
/* Both its ends; NAN as above. A share is nowhere but from 0 to 1, so that what
 * lies beyond is cut off and the rest covers no less. */
void dt_summary_interval(const struct dt_summary_ratio *ratio, bool share,
    double *low, double *high);

struct dt_summary_agent {
	struct dt_summary_ratio paused, payoff;         /* a round */
	struct dt_tally_agent sum;                      /* over all runs */
};

struct dt_summary {
	size_t n;
	int64_t runs, rounds;
	int64_t in_force, suspended;                    /* rounds */
	int64_t entered, ended, breached;               /* runs in which */
	int64_t entered_round, ended_round, breached_round;     /* sums */
	int64_t endings[DT_ENDINGS];     /* runs */
	bool race;                      /* there is one; runs, and sums of
	                                 * rounds, in which it came to: */
	int64_t disaster, monopoly, runaway;
	int64_t disaster_round, monopoly_round, runaway_round;
	struct dt_summary_ratio paused_run;             /* a run, however long:
	                                 * its own share, of all agents */
	struct dt_summary_ratio all_paused;             /* a round */
	struct dt_summary_ratio paused, payoff;         /* a round, of all
	                                 * agents taken together */
	struct dt_summary_agent agent[DT_AGENTS_MOST];
};

/* Zero the struct and set n first. */
void dt_summary_add(struct dt_summary *summary, const struct dt_tally *run);

#endif
