/* lasting_freeze: a moment of a race as a game; see lasting.h. */
#include "verdict/lasting_internal.h"

#include <math.h>
#include <string.h>

double
dt_lasting_oversight(const struct dt_comply_model *m,
    const struct dt_race *race, const struct dt_race_state *s)
{
	double least = 1;
	for (uint64_t set = race->labs; set != 0; set &= set - 1) {
		size_t k = dt_move_first(set);
		int host = race->seats[k].host;
		bool counts = dt_move_has(m->signers, k) || (host >= 0 &&
		    dt_move_has(m->signers, (size_t)host));
		if (counts && s->oversight[k] < least)
			least = s->oversight[k];
	}
	return least;
}

/* What a round pays besides the stage game, if those race. The mean of
 * disasters: with all of the next one far off, what is suffered is the
 * round's hazard. Misalignment drifts in the mean, which is not at all. */
static void
add_race(const struct dt_race *race, const struct dt_race_state *state,
    uint64_t racers, double *pay)
{
	double part[DT_RACE_PARTS][DT_AGENTS_MOST];
	struct dt_race calm = *race;
	struct dt_race_state s = *state;
	calm.sigma = 0;
	s.suffered = 0;
	s.bears = INFINITY;
	dt_race_step(&calm, &s, 1, racers);
	dt_race_pay(&calm, &s, part);
	double disaster = -expm1(-s.suffered);
	for (size_t i = 0; i < race->n; i++) {
		for (int k = 0; k < DT_RACE_PARTS; k++)
			pay[i] += k == DT_RACE_DISASTER ? 0 : part[k][i];
		pay[i] -= disaster * race->loss;
	}
}

static void
dim(uint64_t alarm[2][2], double factor)
{
	for (int blind = 0; blind < 2; blind++) {
		uint64_t seen = dt_random_threshold(factor *
		    dt_random_chance(alarm[blind][1]));
		if (alarm[blind][1] > alarm[blind][0])
			alarm[blind][1] = seen < alarm[blind][0] ?
			    alarm[blind][0] : seen;
	}
}

static double
sees(double miss, double false_alarm, double factor)
{
	double seen = factor * (1 - miss);
	return 1 - miss <= false_alarm ? miss :
	    1 - (seen < false_alarm ? false_alarm : seen);
}

static void
dim_monitor(struct dt_monitor *m, double factor)
{
	dim(m->public_alarm, factor);
	dim(m->private_alarm, factor);
	for (int k = 0; k < 2; k++) {
		m->public.in[k].miss = sees(m->public.in[k].miss,
		    m->public.in[k].false_alarm, factor);
		m->private.in[k].miss = sees(m->private.in[k].miss,
		    m->private.in[k].false_alarm, factor);
	}
}

void
dt_lasting_freeze(const struct dt_model *grows,
    const struct dt_race_state *state, struct dt_comply_model *model,
    double *table)
{
	size_t n = grows->n;
	double room[DT_AGENTS_MOST];
	for (uint64_t set = 0; set < (uint64_t)1 << n; set++) {
		memcpy(table + set * n, dt_payoff_of(&grows->payoff, set,
		    room), n * sizeof(*table));
		add_race(&grows->race, state, set, table + set * n);
	}
	model->model.payoff.table = table;
	model->model.payoff.matrix = NULL;
	model->model.terms.monitor = grows->terms.monitor;
	double x = grows->terms.oversight;
	if (x > 0)
		dim_monitor(&model->model.terms.monitor, 1 - x + x *
		    dt_lasting_oversight(model, &grows->race, state));
}
