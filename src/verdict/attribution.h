/*
 * attribution: what it is worth to know who raised an alarm.
 *
 * A treaty's public signals, an alarm about each party, are used in two ways.
 *
 * In aggregate: any alarm punishes all alike (solve/symmetric.h). Each false
 * alarm costs everyone, and more parties raise more of them. Channels that are
 * blind together raise them together, which costs less: the chance of any is
 * the mean over the two kinds of rounds, not a product of means.
 *
 * Attributable: a party's own alarm is answered by a payment of that party to
 * the others. Nothing is wasted, so that all keep the whole of R. A party
 * pays no more than it would lose by racing for ever, of R - P a round, so it
 * gains nothing by racing where (1-c) g <= c (d-f) (R-P), from continuation
 *   g / (g + (d-f)(R-P))
 * on: R, S, T, P = 2, -1, 3, 0, f .05, d .6: .47619. (Derived so; the payment
 * is what a race would cost it, discounted: Goldlücke and Kranz 2012.)
 *
 * To race for ever must be an equilibrium. Where it is not, as for nations
 * that play chicken, alarms are punished by the pure equilibria of the stage
 * that there are: in aggregate by an even lottery over them, attributably by
 * the one that is worst for the party (up to 12 agents).
 *
 * Parties are those that the treaty is open to; all others race. Without a
 * treaty all are parties, seen as the noise allows. Policing, private signals
 * and the treaty's own response are left out: this is of the signals.
 */
#ifndef DT_ATTRIBUTION_H
#define DT_ATTRIBUTION_H

#include "catalogue/experiment.h"
#include "format/solution.h"

/* A round for the parties, slips folded in, monitoring not paid for. */
struct dt_attribution_stage {
	size_t n;
	const size_t *agent;            /* by party */
	const double *reward, *gain;
	const double *punishment;       /* in aggregate */
	const double *worst;            /* the least it can be brought to */
	bool credible;          /* there is such a stage equilibrium */
	double slip;
};

/* attribution_stage.c */
enum dt_status dt_attribution_stage_of(const struct dt_model *model,
    struct dt_arena *arena, struct dt_attribution_stage *stage,
    struct dt_error *err);

/* Payoffs are of a party and round, their mean; continuations are the least
 * that will do, NAN where none does. Where nobody can be made to pause, or
 * pausing gives less, the best is the punishment, and no monitoring. */
struct dt_attribution_worth {
	double false_alarm, detection;  /* of one party's alarm, their mean */
	double aggregate_best, aggregate_least;
	double attributable_best, attributable_least;
};

/* Signals by party, which have one coin; cost of monitoring, a party and
 * round. */
enum dt_status dt_attribution_worth_of(
    const struct dt_attribution_stage *stage,
    const struct dt_monitor_signal *signals, double cost,
    struct dt_arena *arena, struct dt_attribution_worth *worth,
    struct dt_error *err);

/* The least continuation for each way, NAN: none; in aggregate with the same
 * signal about all. */
double dt_attribution_aggregate(const struct dt_attribution_stage *stage,
    struct dt_monitor_signal signal);
double dt_attribution_own(const struct dt_attribution_stage *stage,
    const struct dt_monitor_signal *signals);

/*
 * The cheapest verification for a wanted continuation. It may drop any public
 * channel, saving its stated cost, and draw any number of the first sampled
 * channel's items, at cost in proportion; the cost that the treaty itself
 * states is paid always. Every choice is looked at: 2^10 sets of channels
 * and 1000 sample sizes (evenly spread, where there are more items). Private
 * channels are dropped. Rates that the treaty itself states are kept as they
 * are, with all channels.
 */
struct dt_attribution_cheapest {
	bool any;
	uint64_t kept;                  /* channels, by their place */
	int64_t inspected;              /* of the sampled channel; 0: none */
	struct dt_monitor_signal signal;        /* slips not folded in */
	double cost, least;             /* least: continuation */
};
enum { DT_ATTRIBUTION_CHANNELS_MOST = 10 };

/* DT_EUSAGE for more than 10 channels. */
enum dt_status dt_attribution_cheapest_of(
    const struct dt_attribution_stage *stage,
    const struct dt_treaty_monitoring *monitoring, double want,
    bool attributable, struct dt_attribution_cheapest *cheapest,
    struct dt_error *err);

/* Tables `attribution`, and `cheapest` where a continuation is wanted (NAN:
 * that of the experiments, where it is below 1), a row or two an experiment;
 * `names` of their treaties. Draws into svg, unless NULL. */
enum dt_status dt_attribution_solve(const struct dt_experiment *experiments,
    const char *const *names, size_t n, double want,
    struct dt_solution *solution, struct dt_text *svg, struct dt_error *err);

/* attribution_draw.c: of one treaty the best payoff of either use, of more
 * what attribution is worth under each. */
void dt_attribution_draw(const struct dt_attribution_worth *worths,
    const char *const *names, size_t n, struct dt_solution *solution,
    struct dt_text *svg);

#endif
