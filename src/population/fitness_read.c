/* fitness_read: a game of a population from games in normal form and payoffs
 * of a round; see fitness.h. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "population/fitness.h"

#define SAME 1e-12      /* of the largest payoff: these are one */

/* So many ways has it, up to the most that is kept. */
static size_t
count_ways(size_t n, size_t others)
{
	double ways = 1;
	for (size_t i = 1; i <= others; i++)
		ways *= (double)(n - 1 + i) / (double)i;
	return ways * (double)n > DT_FITNESS_TABLE_MOST ? 0 :
	    (size_t)(ways + .5);
}

/* The next way to be, from all of the last strategy on; false after the
 * last. */
static bool
next_way(int *way, size_t n)
{
	size_t last = n - 1;
	while (last > 0 && way[last] == 0)
		last--;
	if (last == 0)
		return false;
	int moved = way[last];
	way[last] = 0;
	way[last - 1]++;
	way[n - 1] = moved - 1;
	return true;
}

static enum dt_status
make_room(struct dt_fitness *f, struct dt_arena *arena, double **payoff,
    struct dt_error *err)
{
	f->others = count_ways(f->n, f->group - 1);
	if (f->others == 0)
		return dt_status_fail(err, DT_EUSAGE, "groups of %zu with %zu "
		    "strategies are too large to be kept", f->group, f->n);
	int *way = dt_arena_new(arena, f->others * f->n, sizeof(*way));
	*payoff = dt_arena_new(arena, f->others * f->n, sizeof(**payoff));
	if (way == NULL || *payoff == NULL)
		return dt_status_no_memory(err);
	f->payoff = *payoff;
	if (f->group == 2) {
		f->way = NULL;
		return DT_OK;
	}
	way[f->n - 1] = (int)f->group - 1;
	for (size_t k = 1; k < f->others; k++) {
		memcpy(way + k * f->n, way + (k - 1) * f->n,
		    f->n * sizeof(*way));
		(void)next_way(way + k * f->n, f->n);
	}
	f->way = way;
	return DT_OK;
}

/* The place of a way among all, by how many play each. */
static size_t
place(const struct dt_fitness *f, const int *counts)
{
	size_t low = 0;
	if (f->way == NULL) {
		while (counts[low] == 0)
			low++;
		return low;
	}
	while (low < f->others && memcmp(f->way + low * f->n, counts,
	    f->n * sizeof(*counts)) != 0)
		low++;
	return low;
}

static bool
same_labels(const struct dt_normal *g)
{
	for (size_t i = 1; i < g->players; i++) {
		if (g->strategies[i] != g->strategies[0])
			return false;
		for (size_t s = 0; s < g->strategies[0]; s++)
			if (strcmp(g->labels[i][s], g->labels[0][s]) != 0 &&
			    g->players > 2)
				return false;
	}
	return true;
}

/* Takes one player's payoff of a profile; false: another said otherwise. */
static bool
take(const struct dt_fitness *f, double *payoff, bool *known,
    const size_t *plays, size_t player, double value, double scale)
{
	int counts[DT_FITNESS_MOST];
	memset(counts, 0, f->n * sizeof(*counts));
	for (size_t i = 0; i < f->group; i++)
		counts[plays[i]] += i != player;
	size_t at = plays[player] * f->others + place(f, counts);
	if (known[at])
		return fabs(payoff[at] - value) <= SAME * scale;
	payoff[at] = value;
	known[at] = true;
	return true;
}

static bool
take_all(const struct dt_normal *g, const struct dt_fitness *f,
    double *payoff, bool *known)
{
	size_t plays[DT_FITNESS_GROUP_MOST] = { 0 };
	double scale = 1;
	for (size_t k = 0; k < g->profiles * g->players; k++)
		scale = dt_number_max(scale, fabs(g->payoffs[k]));
	for (size_t p = 0; p < g->profiles; p++) {
		size_t rest = p;
		for (size_t i = 0; i < g->players; i++) {
			plays[i] = rest % f->n;
			rest /= f->n;
		}
		for (size_t i = 0; i < g->players; i++)
			if (!take(f, payoff, known, plays, i,
			    g->payoffs[p * g->players + i], scale))
				return false;
	}
	return true;
}

enum dt_status
dt_fitness_of_normal(const struct dt_normal *g, struct dt_arena *arena,
    struct dt_fitness *f, struct dt_error *err)
{
	double *payoff;
	*f = (struct dt_fitness){ .n = g->strategies[0], .group = g->players,
		.names = g->labels[0] };
	if (g->players < 2 || g->players > DT_FITNESS_GROUP_MOST)
		return dt_status_fail(err, DT_EUSAGE, "a population needs a "
		    "game of 2 to %d players; this one has %zu",
		    DT_FITNESS_GROUP_MOST, g->players);
	if (f->n > DT_FITNESS_MOST)
		return dt_status_fail(err, DT_EUSAGE, "more than %d "
		    "strategies", DT_FITNESS_MOST);
	if (!same_labels(g))
		return dt_status_fail(err, DT_EUSAGE, "one population needs a "
		    "symmetric game; here players have other strategies than "
		    "others");
	enum dt_status status = make_room(f, arena, &payoff, err);
	if (status != DT_OK)
		return status;
	bool *known = dt_arena_new(arena, f->others * f->n, sizeof(*known));
	if (known == NULL)
		return dt_status_no_memory(err);
	return take_all(g, f, payoff, known) ? DT_OK : dt_status_fail(err,
	    DT_EUSAGE, "one population needs a symmetric game; here it "
	    "matters who of the players plays what");
}

static double
of_table(const struct dt_payoff *payoff, size_t mine, size_t racers,
    size_t agent)
{
	double room[DT_AGENTS_MOST];
	uint64_t others = (UINT64_C(1) << racers) - 1, low =
	    (UINT64_C(1) << agent) - 1;
	uint64_t set = (others & low) | (others & ~low) << 1 |
	    (uint64_t)mine << agent;
	return dt_payoff_of(payoff, set, room)[agent];
}

enum dt_status
dt_fitness_of_payoff(const struct dt_payoff *p, struct dt_arena *arena,
    struct dt_fitness *f, struct dt_error *err)
{
	static const char *const names[] = { "PAUSE", "RACE" };
	double *payoff;
	*f = (struct dt_fitness){ .n = 2, .group = p->n, .names = names };
	enum dt_status status = make_room(f, arena, &payoff, err);
	for (size_t mine = 0; status == DT_OK && mine < 2; mine++)
		for (size_t racers = 0; racers < p->n; racers++) {
			int counts[2] = { (int)(p->n - 1 - racers),
				(int)racers };
			double value = of_table(p, mine, racers, 0);
			double other = of_table(p, mine, racers, p->n - 1);
			payoff[mine * f->others + place(f, counts)] = value;
			if (fabs(value - other) > SAME * (1 + fabs(value)))
				return dt_status_fail(err, DT_EUSAGE, "one "
				    "population needs payoffs that treat all "
				    "agents alike");
		}
	return status;
}
