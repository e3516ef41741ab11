/* summary: see summary.h. */
#include "play/summary.h"

#include <gsl/gsl_cdf.h>
#include <math.h>

#include "base/number.h"

void
dt_summary_add_ratio(struct dt_summary_ratio *r, double x, double n)
{
	if (r->runs++ == 0 && n > 0)
		r->centre = x / n;
	x -= r->centre * n;
	r->x += x;
	r->n += n;
	r->xx += x * x;
	r->xn += x * n;
	r->nn += n * n;
}

double
dt_summary_mean(const struct dt_summary_ratio *r)
{
	return r->n > 0 ? r->centre + r->x / r->n : NAN;
}

double
dt_summary_error(const struct dt_summary_ratio *r)
{
	if (r->runs < 2 || !(r->n > 0))
		return NAN;
	double runs = (double)r->runs, mean = r->x / r->n;
	double squares = r->xx - 2 * mean * r->xn + mean * mean * r->nn;
	return sqrt(dt_number_max(squares, 0) / (runs - 1) * runs) / r->n;
}

double
dt_summary_effective(const struct dt_summary_ratio *r)
{
	return r->nn > 0 ? r->n * r->n / r->nn : 0;
}

bool
dt_summary_bears(const struct dt_summary_ratio *r)
{
	double effective = dt_summary_effective(r);
	bool alike = effective >= (double)r->runs - 1e-6;
	return r->runs >= 2 && effective > 1 &&
	    (alike || effective >= DT_SUMMARY_EFFECTIVE_LEAST);
}

double
dt_summary_half_width(const struct dt_summary_ratio *r)
{
	if (!dt_summary_bears(r))
		return NAN;
	return dt_summary_error(r) *
	    gsl_cdf_tdist_Pinv(0.975, dt_summary_effective(r) - 1);
}

void
dt_summary_interval(const struct dt_summary_ratio *r, bool share, double *low,
    double *high)
{
	double mean = dt_summary_mean(r), half = dt_summary_half_width(r);
	*low = mean - half;
	*high = mean + half;
	if (share && !isnan(half)) {
		*low = dt_number_max(*low, 0);
		*high = dt_number_min(*high, 1);
	}
}

static void
add_agent(struct dt_summary_agent *a, const struct dt_tally_agent *t,
    double rounds)
{
	dt_summary_add_ratio(&a->paused, (double)t->paused, rounds);
	dt_summary_add_ratio(&a->payoff, t->payoff, rounds);
	a->sum.paused += t->paused;
	a->sum.party += t->party;
	a->sum.slips += t->slips;
	a->sum.stopped += t->stopped;
	a->sum.breaches += t->breaches;
	a->sum.alarms_right += t->alarms_right;
	a->sum.alarms_wrong += t->alarms_wrong;
	a->sum.missed += t->missed;
	a->sum.false_declarations += t->false_declarations;
	a->sum.payoff += t->payoff;
	a->sum.fines += t->fines;
	a->sum.cost += t->cost;
	a->sum.transfers += t->transfers;
	for (int k = 0; k < DT_RACE_PARTS; k++)
		a->sum.race[k] += t->race[k];
}

static void
add_race(struct dt_summary *s, const struct dt_tally_race *r)
{
	s->race |= r->exists;
	s->disaster += r->disaster != 0;
	s->monopoly += r->monopoly != 0;
	s->runaway += r->runaway != 0;
	s->disaster_round += r->disaster;
	s->monopoly_round += r->monopoly;
	s->runaway_round += r->runaway;
}

void
dt_summary_add(struct dt_summary *s, const struct dt_tally *t)
{
	s->runs++;
	s->rounds += t->rounds;
	s->in_force += t->in_force;
	s->suspended += t->suspended;
	s->entered += t->entered != 0;
	s->ended += t->ended != 0;
	s->breached += t->first_breach != 0;
	s->entered_round += t->entered;
	s->ended_round += t->ended;
	s->breached_round += t->first_breach;
	s->endings[t->ending]++;
	add_race(s, &t->race);
	dt_summary_add_ratio(&s->all_paused, (double)t->all_paused,
	    (double)t->rounds);
	double paused = 0, payoff = 0;
	for (size_t i = 0; i < s->n; i++) {
		add_agent(&s->agent[i], &t->agent[i], (double)t->rounds);
		paused += (double)t->agent[i].paused;
		payoff += t->agent[i].payoff;
	}
	double moves = (double)t->rounds * (double)s->n;
	dt_summary_add_ratio(&s->paused, paused, moves);
	dt_summary_add_ratio(&s->paused_run, paused / moves, 1);
	dt_summary_add_ratio(&s->payoff, payoff, moves);
}
