/* attribution_stage: a round for the parties, see attribution.h. */
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "verdict/attribution.h"
#include "verdict/intended.h"

struct filling {
	const struct dt_model *m;
	uint64_t parties, outside;
	double *table;          /* [profile * n + agent], or NULL */
	double *room;
	size_t equilibria;
};

static double
payoff_of(struct filling *f, uint64_t racers, size_t i)
{
	if (f->table != NULL)
		return f->table[(racers | f->outside) * f->m->n + i];
	dt_intended_payoffs(f->m, racers | f->outside, f->room);
	return f->room[i];
}

static bool
is_equilibrium(struct filling *f, uint64_t racers)
{
	for (uint64_t set = f->parties; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		double own = payoff_of(f, racers, i);
		if (payoff_of(f, racers ^ dt_move_bit(i), i) >
		    own + 1e-12 * fabs(own))
			return false;
	}
	return true;
}

static void
count_in(struct filling *f, uint64_t racers, double *mean, double *worst)
{
	double n = (double)++f->equilibria;
	size_t k = 0;
	for (uint64_t set = f->parties; set != 0; set &= set - 1, k++) {
		double u = payoff_of(f, racers, dt_move_first(set));
		mean[k] += (u - mean[k]) / n;
		worst[k] = n > 1 ? dt_number_min(worst[k], u) : u;
	}
}

/* That all race, or else the stage equilibria that there are. */
static void
find_punishment(struct filling *f, double *mean, double *worst)
{
	if (is_equilibrium(f, f->parties)) {
		count_in(f, f->parties, mean, worst);
		return;
	}
	for (uint64_t s = f->parties; f->table != NULL; ) {
		if (is_equilibrium(f, s))
			count_in(f, s, mean, worst);
		if (s == 0)
			return;
		s = (s - 1) & f->parties;
	}
}

static bool
make_table(struct filling *f)
{
	size_t n = f->m->n;
	if (f->m->payoff.table == NULL && n > DT_PAYOFF_TABLE_MOST)
		return true;
	f->table = dt_memory_new(n << n, sizeof(double));
	if (f->table != NULL)
		dt_intended_table(f->m, f->table);
	return f->table != NULL;
}

enum dt_status
dt_attribution_stage_of(const struct dt_model *m, struct dt_arena *arena,
    struct dt_attribution_stage *stage, struct dt_error *err)
{
	struct filling f = { .m = m, .parties = m->terms.exists ?
	    m->terms.open_to : dt_move_all(m->n) };
	size_t n = dt_move_count(f.parties), k = 0;
	size_t *agent = dt_arena_new(arena, n, sizeof(*agent));
	double *numbers = dt_arena_new(arena, 4 * n + m->n, sizeof(double));
	if (agent == NULL || numbers == NULL || !make_table(&f))
		return dt_status_no_memory(err);
	f.outside = dt_move_all(m->n) & ~f.parties;
	f.room = numbers + 4 * n;
	for (uint64_t set = f.parties; set != 0; set &= set - 1, k++) {
		agent[k] = dt_move_first(set);
		numbers[k] = payoff_of(&f, 0, agent[k]);
		numbers[n + k] = payoff_of(&f, dt_move_bit(agent[k]),
		    agent[k]) - numbers[k];
	}
	find_punishment(&f, numbers + 2 * n, numbers + 3 * n);
	*stage = (struct dt_attribution_stage){ .n = n, .agent = agent,
	    .reward = numbers, .gain = numbers + n,
	    .punishment = numbers + 2 * n, .worst = numbers + 3 * n,
	    .credible = f.equilibria > 0, .slip = m->slip_chance };
	for (k = 0; k < n && !stage->credible; k++)
		numbers[2 * n + k] = payoff_of(&f, f.parties, agent[k]);
	dt_memory_free(f.table);
	return DT_OK;
}
