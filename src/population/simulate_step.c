/* simulate_step: see simulate_step.h. */
#include "population/simulate_step.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/random.h"
#include "population/simulate.h"

enum { FIX = 0x66697865, LIVE = 0x6c697665 };   /* purposes of streams */

struct dt_simulate_run {
	const struct dt_process *of;
	size_t n, z;
	struct dt_random random;
	int64_t *counts;
	uint32_t *plays;        /* by member; on a network */
	double *logs, *weight, *sum;
};

struct dt_simulate_run *
dt_simulate_run_new(const struct dt_process *p)
{
	struct dt_simulate_run *r = dt_memory_new(1, sizeof(*r));
	size_t n = p->fitness->n, z = (size_t)p->z, wide = n;
	if (r == NULL)
		return NULL;
	for (size_t i = 0; p->network != NULL && i < z; i++) {
		size_t near = p->network->at[i + 1] - p->network->at[i];
		wide = near > wide ? near : wide;
	}
	*r = (struct dt_simulate_run){ .of = p, .n = n, .z = z,
		.counts = dt_memory_new(n, sizeof(*r->counts)),
		.plays = p->network == NULL ? NULL :
		    dt_memory_new(z, sizeof(*r->plays)),
		.logs = dt_memory_new(wide, sizeof(*r->logs)),
		.weight = dt_memory_new(wide, sizeof(*r->weight)),
		.sum = dt_memory_new(n, sizeof(*r->sum)) };
	if (r->counts && r->logs && r->weight && r->sum &&
	    (r->plays || p->network == NULL))
		return r;
	dt_simulate_run_free(r);
	return NULL;
}

void
dt_simulate_run_free(struct dt_simulate_run *r)
{
	if (r == NULL)
		return;
	dt_memory_free(r->counts);
	dt_memory_free(r->plays);
	dt_memory_free(r->logs);
	dt_memory_free(r->weight);
	dt_memory_free(r->sum);
	dt_memory_free(r);
}

/* ---- draws ---- */

static size_t
draw_below(struct dt_simulate_run *r, size_t n)
{
	size_t k = (size_t)(dt_random_unit(&r->random) * (double)n);
	return k < n ? k : n - 1;
}

/* The strategy of one of all but `gone` (n: all), by the counts. */
static size_t
draw_one(struct dt_simulate_run *r, size_t gone)
{
	size_t j = 0;
	int64_t at = (int64_t)draw_below(r, r->z - (gone < r->n));
	while (at >= r->counts[j] - (j == gone)) {
		at -= r->counts[j] - (j == gone);
		j++;
	}
	return j;
}

/* By the first n weights, some of which are above 0. */
static size_t
draw_weighted(struct dt_simulate_run *r, size_t n)
{
	double sum = 0;
	size_t last = 0;
	for (size_t j = 0; j < n; j++)
		sum += r->weight[j];
	double at = dt_random_unit(&r->random) * sum;
	for (size_t j = 0; j < n; j++) {
		if (!(r->weight[j] > 0))
			continue;
		last = j;
		if (at < r->weight[j])
			return j;
		at -= r->weight[j];
	}
	return last;
}

static bool
mutates(struct dt_simulate_run *r)
{
	return r->of->mutation > 0 &&
	    dt_random_unit(&r->random) < r->of->mutation;
}

static size_t
another(struct dt_simulate_run *r, size_t than)
{
	size_t j = r->n < 2 ? 0 : draw_below(r, r->n - 1);
	return r->n < 2 ? than : j + (j >= than);
}

/* ---- steps ---- */

static double
log_fitness(const struct dt_simulate_run *r, size_t i)
{
	return dt_process_log_fitness(r->of, dt_fitness_of_one(r->of->fitness,
	    r->counts, i));
}

/* Weights of all who live but one of `gone`. */
static void
weigh(struct dt_simulate_run *r, size_t gone)
{
	double top = -INFINITY;
	for (size_t j = 0; j < r->n; j++) {
		r->logs[j] = r->counts[j] == 0 ? 0 : log_fitness(r, j);
		if (r->counts[j] > (j == gone) && r->logs[j] > top)
			top = r->logs[j];
	}
	for (size_t j = 0; j < r->n; j++) {
		int64_t c = r->counts[j] - (j == gone);
		r->weight[j] = c <= 0 ? 0 : (double)c *
		    exp(r->logs[j] - top);
	}
}

static void
replace(struct dt_simulate_run *r, size_t old, size_t new)
{
	r->counts[old]--;
	r->counts[new]++;
}

static void
step_fermi(struct dt_simulate_run *r)
{
	size_t i = draw_one(r, r->n);
	if (mutates(r)) {
		replace(r, i, another(r, i));
		return;
	}
	size_t j = draw_one(r, i);
	if (i != j && dt_random_unit(&r->random) <
	    dt_process_change(log_fitness(r, j) - log_fitness(r, i)))
		replace(r, i, j);
}

static void
step_birth(struct dt_simulate_run *r)
{
	bool first = r->of->rule == DT_PROCESS_DEATH_BIRTH;
	size_t dead = first ? draw_one(r, r->n) : r->n;
	weigh(r, dead);
	size_t born = draw_weighted(r, r->n);
	if (mutates(r))
		born = another(r, born);
	if (!first)
		dead = draw_one(r, r->n);
	replace(r, dead, born);
}

static void
step_generation(struct dt_simulate_run *r)
{
	weigh(r, r->n);
	memset(r->counts, 0, r->n * sizeof(*r->counts));
	for (size_t k = 0; k < r->z; k++) {
		size_t born = draw_weighted(r, r->n);
		r->counts[mutates(r) ? another(r, born) : born]++;
	}
}

static double
log_fitness_at(const struct dt_simulate_run *r, size_t i)
{
	const struct dt_network *w = r->of->network;
	const double *payoff = r->of->fitness->payoff + r->plays[i] * r->n;
	double sum = 0;
	for (size_t e = w->at[i]; e < w->at[i + 1]; e++)
		sum += payoff[r->plays[w->near[e]]];
	return dt_process_log_fitness(r->of, sum /
	    (double)(w->at[i + 1] - w->at[i]));
}

static void
step_network(struct dt_simulate_run *r)
{
	const struct dt_network *w = r->of->network;
	size_t i = draw_below(r, r->z), from = w->at[i];
	size_t near = w->at[i + 1] - from;
	double top = -INFINITY;
	for (size_t k = 0; k < near; k++) {
		r->logs[k] = log_fitness_at(r, w->near[from + k]);
		top = r->logs[k] > top ? r->logs[k] : top;
	}
	for (size_t k = 0; k < near; k++)
		r->weight[k] = exp(r->logs[k] - top);
	size_t born = r->plays[w->near[from + draw_weighted(r, near)]];
	if (mutates(r))
		born = another(r, born);
	replace(r, r->plays[i], born);
	r->plays[i] = (uint32_t)born;
}

static void
step(struct dt_simulate_run *r)
{
	if (r->of->network != NULL)
		step_network(r);
	else if (r->of->rule == DT_PROCESS_FERMI)
		step_fermi(r);
	else if (r->of->rule == DT_PROCESS_WRIGHT_FISHER)
		step_generation(r);
	else
		step_birth(r);
}

static void
begin(struct dt_simulate_run *r, size_t all)
{
	memset(r->counts, 0, r->n * sizeof(*r->counts));
	r->counts[all] = (int64_t)r->z;
	for (size_t i = 0; r->plays != NULL && i < r->z; i++)
		r->plays[i] = (uint32_t)all;
}

int
dt_simulate_run_fix(struct dt_simulate_run *r, uint64_t seed, uint64_t pair,
    uint64_t number, size_t a, size_t b)
{
	dt_random_stream(&r->random, seed, pair, number, FIX);
	begin(r, b);
	if (r->plays != NULL)
		r->plays[draw_below(r, r->z)] = (uint32_t)a;
	replace(r, b, a);
	for (int64_t t = 0; t < DT_SIMULATE_STEPS_MOST; t++) {
		if (r->counts[a] == 0 || r->counts[b] == 0)
			return r->counts[b] == 0;
		step(r);
	}
	return -1;
}

const double *
dt_simulate_run_live(struct dt_simulate_run *r, uint64_t seed,
    uint64_t number, int64_t generations)
{
	int64_t skip = generations / 4;
	size_t steps = r->of->rule == DT_PROCESS_WRIGHT_FISHER ? 1 : r->z;
	dt_random_stream(&r->random, seed, 0, number, LIVE);
	begin(r, number % r->n);
	memset(r->sum, 0, r->n * sizeof(*r->sum));
	for (int64_t g = 0; g < generations; g++) {
		for (size_t t = 0; t < steps; t++)
			step(r);
		for (size_t j = 0; g >= skip && j < r->n; j++)
			r->sum[j] += (double)r->counts[j];
	}
	for (size_t j = 0; j < r->n; j++)
		r->sum[j] /= (double)(generations - skip) * (double)r->z;
	return r->sum;
}
