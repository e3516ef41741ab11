/* composition: see composition.h. */
#include "population/composition.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "population/absorption.h"

#define WORK_MOST 4e9           /* multiplications; some seconds */

struct chain {
	const struct dt_process *process;
	size_t n, states, band;
	int64_t z;
	int64_t *counts;
	size_t *ways;           /* [parts * (z + 1) + sum] */
	double *move;           /* the band */
	double *room;           /* 2 n numbers, and n * n */
	double *log_of;         /* of factorials to z */
};

double
dt_composition_states(size_t n, int64_t z)
{
	double states = 1;
	for (size_t i = 1; i < n && states < 1e15; i++)
		states *= ((double)z + (double)i) / (double)i;
	return states < 1e15 ? round(states) : INFINITY;
}

/* ---- states by number ---- */

static void
count_ways(struct chain *c)
{
	size_t wide = (size_t)c->z + 1;
	for (size_t parts = 0; parts <= c->n; parts++)
		for (size_t sum = 0; sum < wide; sum++)
			c->ways[parts * wide + sum] = parts == 0 ? sum == 0 :
			    c->ways[(parts - 1) * wide + sum] +
			    (sum > 0 ? c->ways[parts * wide + sum - 1] : 0);
}

static size_t
number_of(const struct chain *c, const int64_t *counts)
{
	size_t wide = (size_t)c->z + 1, number = 0, left = (size_t)c->z;
	for (size_t i = 0; i + 1 < c->n; i++) {
		/* Those with fewer of i: sums over what is left for others. */
		for (size_t v = 0; v < (size_t)counts[i]; v++)
			number += c->ways[(c->n - 1 - i) * wide + left - v];
		left -= (size_t)counts[i];
	}
	return number;
}

static void
list_states(struct chain *c)
{
	int64_t *now = c->counts;
	now[c->n - 1] = c->z;
	for (size_t s = 1; s < c->states; s++, now += c->n) {
		int64_t *next = now + c->n;
		memcpy(next, now, c->n * sizeof(*now));
		size_t last = c->n - 1;
		while (last > 0 && next[last] == 0)
			last--;
		int64_t moved = next[last];
		next[last] = 0;
		next[last - 1]++;
		next[c->n - 1] = moved - 1;
	}
}

/* ---- steps ---- */

/* Calls for every step from a state with its chance. */
struct walker {
	void (*take)(struct walker *w, size_t from, size_t to, double chance);
	struct chain *chain;
	const double *share;
	double *next;
};

static void
walk_one(struct chain *c, size_t s, struct walker *w)
{
	const int64_t *counts = c->counts + s * c->n;
	double *flow = c->room + 2 * c->n;
	int64_t there[DT_FITNESS_MOST];
	memcpy(there, counts, c->n * sizeof(*there));
	dt_process_flow(c->process, counts, c->room, flow);
	for (size_t i = 0; i < c->n; i++)
		for (size_t j = 0; j < c->n; j++) {
			if (!(flow[i * c->n + j] > 0))
				continue;
			there[i]--;
			there[j]++;
			w->take(w, s, number_of(c, there),
			    flow[i * c->n + j]);
			there[i]++;
			there[j]--;
		}
}

/* A generation at a time: to any state. */
static void
walk_generation(struct chain *c, size_t s, struct walker *w)
{
	double *logs = c->room, *chance = logs + c->n;
	dt_process_offspring(c->process, c->counts + s * c->n, logs, chance);
	for (size_t t = 0; t < c->states; t++) {
		const int64_t *to = c->counts + t * c->n;
		double log_chance = c->log_of[c->z];
		for (size_t j = 0; j < c->n; j++)
			log_chance += (to[j] > 0 ? (double)to[j] *
			    log(chance[j]) : 0) - c->log_of[to[j]];
		if (t != s)
			w->take(w, s, t, exp(log_chance));
	}
}

static void
walk(struct chain *c, struct walker *w)
{
	bool generations = c->process->rule == DT_PROCESS_WRIGHT_FISHER;
	w->chain = c;
	for (size_t s = 0; s < c->states; s++) {
		if (generations)
			walk_generation(c, s, w);
		else
			walk_one(c, s, w);
	}
}

static void
see_band(struct walker *w, size_t from, size_t to, double chance)
{
	size_t away = from > to ? from - to : to - from;
	(void)chance;
	if (away > w->chain->band)
		w->chain->band = away;
}

static void
put(struct walker *w, size_t from, size_t to, double chance)
{
	struct chain *c = w->chain;
	c->move[from * (2 * c->band + 1) + c->band + to - from] += chance;
}

static void
flow_on(struct walker *w, size_t from, size_t to, double chance)
{
	w->next[to] += w->share[from] * chance;
	w->next[from] -= w->share[from] * chance;
}

/* ---- the whole ---- */

static enum dt_status
make_room(struct chain *c, struct dt_arena *arena, struct dt_error *err)
{
	size_t wide = (size_t)c->z + 1;
	c->counts = dt_arena_new(arena, c->states * c->n, sizeof(*c->counts));
	c->ways = dt_arena_new(arena, (c->n + 1) * wide, sizeof(*c->ways));
	c->room = dt_arena_new(arena, c->n * (c->n + 2), sizeof(*c->room));
	c->log_of = dt_arena_new(arena, wide, sizeof(*c->log_of));
	if (!c->counts || !c->ways || !c->room || !c->log_of)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < wide; k++)
		c->log_of[k] = lgamma((double)k + 1);
	count_ways(c);
	list_states(c);
	return DT_OK;
}

/* The band is seen by walking, but of generations, which reach all. */
static enum dt_status
make_moves(struct chain *c, struct dt_error *err)
{
	struct walker see = { .take = see_band }, fill = { .take = put };
	if (c->process->rule == DT_PROCESS_WRIGHT_FISHER)
		c->band = c->states - 1;
	else
		walk(c, &see);
	double wide = 2 * (double)c->band + 1, states = (double)c->states;
	double band = (double)c->band;
	if (wide * states > DT_COMPOSITION_NUMBERS_MOST ||
	    states * band * band > WORK_MOST)
		return dt_status_fail(err, DT_EUSAGE, "the chain of %zu "
		    "compositions is too large to be solved: a smaller "
		    "--population, or --simulate RUNS", c->states);
	c->move = dt_memory_new(c->states * (2 * c->band + 1),
	    sizeof(*c->move));
	if (c->move == NULL)
		return dt_status_no_memory(err);
	walk(c, &fill);
	return DT_OK;
}

/* By how much one step would change the shares. */
static double
how_far_off(struct chain *c, const double *share, double *next)
{
	struct walker w = { .take = flow_on, .share = share, .next = next };
	double off = 0;
	memcpy(next, share, c->states * sizeof(*next));
	walk(c, &w);
	for (size_t s = 0; s < c->states; s++)
		off = dt_number_max(off, fabs(next[s] - share[s]));
	return off;
}

static void
sum_up(const struct chain *c, const double *chance, double *mean,
    double *alone)
{
	for (size_t s = 0; s < c->states; s++)
		for (size_t j = 0; j < c->n; j++) {
			int64_t k = c->counts[s * c->n + j];
			mean[j] += chance[s] * (double)k / (double)c->z;
			alone[j] += k == c->z ? chance[s] : 0;
		}
}

static enum dt_status
solve(struct chain *c, const struct dt_stop *stop, struct dt_arena *arena,
    struct dt_composition *out, struct dt_error *err)
{
	double *chance = dt_arena_new(arena, 2 * c->states, sizeof(*chance));
	double *mean = dt_arena_new(arena, 2 * c->n, sizeof(*mean));
	if (chance == NULL || mean == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = make_moves(c, err);
	if (status == DT_OK && !dt_absorption_shares(c->move, c->states,
	    c->band, stop, chance))
		status = dt_status_fail(err, DT_EUSAGE, "the chain of "
		    "compositions could not be solved: it was stopped, or "
		    "selection is too strong for it");
	dt_memory_free(c->move);
	if (status != DT_OK)
		return status;
	sum_up(c, chance, mean, mean + c->n);
	*out = (struct dt_composition){ .n = c->n, .states = c->states,
		.counts = c->counts, .chance = chance, .mean = mean,
		.alone = mean + c->n,
		.off = how_far_off(c, chance, chance + c->states) };
	return DT_OK;
}

enum dt_status
dt_composition_solve(const struct dt_process *p, const struct dt_stop *stop,
    struct dt_arena *arena, struct dt_composition *out, struct dt_error *err)
{
	struct chain c = { .process = p, .n = p->fitness->n, .z = p->z };
	double states = dt_composition_states(c.n, c.z);
	if (!(p->mutation > 0))
		return dt_status_fail(err, DT_EUSAGE, "without mutation a "
		    "population ends where all are alike: ask for the chance "
		    "to take over, or give --mutation above 0");
	if (p->network != NULL)
		return dt_status_fail(err, DT_EUSAGE, "on a graph it matters "
		    "where each is: its long run is simulated, --simulate "
		    "RUNS");
	if (states * (double)c.n > DT_COMPOSITION_NUMBERS_MOST)
		return dt_status_fail(err, DT_EUSAGE, "there are too many "
		    "compositions of %lld over %zu strategies: a smaller "
		    "--population, or --simulate RUNS", (long long)c.z, c.n);
	c.states = (size_t)states;
	enum dt_status status = make_room(&c, arena, err);
	return status != DT_OK ? status : solve(&c, stop, arena, out, err);
}
