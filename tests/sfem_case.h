/*
 * sfem_case: what tests and benchmarks of sfem share: subjects whose strategies
 * are functions of the two last moves, written here and not read from files,
 * who play matches and err.
 */
#ifndef DT_TESTS_SFEM_CASE_H
#define DT_TESTS_SFEM_CASE_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "catalogue/catalogue.h"
#include "infer/infer.h"

static struct dt_arena arena;
static struct dt_faults faults;
static struct dt_error error;

static inline void
must(enum dt_status status)
{
	if (status == DT_OK)
		return;
	fprintf(stderr, "sfem_case: %s\n", error.message);
	abort();
}

/* State 0 at first; the move is RACE where `play` says 1. */
struct actor {
	const char *name;
	int (*next)(int state, int mine, int other);
	int (*play)(int state);
};

static inline int stay(int s, int m, int o) { return s + 0 * (m + o); }
static inline int nice(int s) { return s * 0; }
static inline int mean(int s) { return 1 + s * 0; }
static inline int as_state(int s) { return s > 0; }
static inline int copy(int s, int m, int o) { return o + 0 * (s + m); }
static inline int grim(int s, int m, int o) { return s || m || o; }
static inline int shift(int s, int m, int o) { return (m != o) + 0 * s; }
static inline int starts_mean(int s) { return s != 2; }
static inline int copy_late(int s, int m, int o)
{
	return (o ? 1 : 2) + 0 * (s + m);
}

static const struct actor actors[] = {
	{ "always-race", stay, mean }, { "always-pause", stay, nice },
	{ "grim-either", grim, as_state }, { "tit-for-tat", copy, as_state },
	{ "win-stay-lose-shift", shift, as_state },
	{ "suspicious-tit-for-tat", copy_late, starts_mean },
};
enum { ACTORS = 6 };

/* Two of them meet for so many rounds. */
static inline void
meet(struct dt_choices *c, const size_t who[2], const size_t *kinds,
    double slip, size_t rounds, struct dt_random *random)
{
	static struct dt_choices_row rows[2][1000];
	int state[2] = { 0, 0 };
	for (size_t t = 0; t < rounds; t++) {
		int move[2];
		for (int i = 0; i < 2; i++) {
			move[i] = actors[kinds[who[i]]].play(state[i]);
			move[i] ^= dt_random_unit(random) < slip;
		}
		for (int i = 0; i < 2; i++) {
			rows[i][t] = (struct dt_choices_row){ .race = move[i],
				.raced = move[i],
				.alarms = (size_t)move[1 - i] };
			state[i] = actors[kinds[who[i]]].next(state[i],
			    move[i], move[1 - i]);
		}
	}
	for (int i = 0; i < 2; i++)
		must(dt_choices_add(c, &arena, who[i], rows[i], rounds,
		    &error));
}

/* n subjects (an even number), whose kinds are drawn by these shares; in each
 * of so many matches they are paired anew. */
static inline struct dt_choices
play(size_t n, const double shares[ACTORS], double slip, size_t matches,
    size_t rounds, uint64_t seed)
{
	struct dt_choices c = { .name = "play", .agents = 2 };
	struct dt_random random;
	size_t *kinds = calloc(n, sizeof(*kinds));
	size_t *order = calloc(n, sizeof(*order));
	dt_random_stream(&random, seed, 77, 0, 0);
	for (size_t i = 0; i < n; i++) {
		double at = dt_random_unit(&random);
		while (kinds[i] < ACTORS - 1 && at >= shares[kinds[i]])
			at -= shares[kinds[i]++];
		order[i] = i;
		dt_choices_subject(&c, &arena, "somebody");
	}
	for (size_t m = 0; m < matches; m++) {
		for (size_t i = n; i-- > 1;) {
			size_t k = (size_t)(dt_random_unit(&random) *
			    (double)(i + 1)), keep = order[i];
			order[i] = order[k];
			order[k] = keep;
		}
		for (size_t i = 0; i + 1 < n; i += 2)
			meet(&c, &order[i], kinds, slip, rounds, &random);
	}
	free(kinds);
	free(order);
	return c;
}

/* A request of these strategies, with commas between; nothing is drawn. */
static inline struct dt_infer_request
request_of(const char *set, struct dt_catalogue *catalogue)
{
	struct dt_infer_set *sets = dt_arena_new(&arena, 1, sizeof(*sets));
	const char *source = getenv("srcdir");
	const char *root = dt_arena_print(&arena, "%s", source ? source : ".");
	const char **roots = dt_arena_new(&arena, 2, sizeof(*roots));
	roots[0] = root;
	faults = (struct dt_faults){ .arena = &arena };
	must(dt_catalogue_open(catalogue, &arena, NULL, roots, &error));
	must(dt_infer_set_read(set, &arena, sets, &error));
	return (struct dt_infer_request){ .catalogue = catalogue,
		.faults = &faults, .sets = sets, .n_sets = 1, .error = NAN,
		.seed = 1, .threads = 1 };
}

/* What was inferred from one group. */
static inline struct dt_infer_model *
infer(const struct dt_choices *c, const char *set, size_t samples)
{
	static struct dt_catalogue catalogue;
	struct dt_infer_request *r = dt_arena_new(&arena, 1, sizeof(*r));
	struct dt_infer *all = dt_arena_new(&arena, 1, sizeof(*all));
	*r = request_of(set, &catalogue);
	r->samples = samples;
	must(dt_infer_find(r, c, 1, all, &error));
	return &all->groups[0].models[0];
}

/* The share of a strategy; NAN: it is no row of its own. */
static inline double
share_of(const struct dt_infer_model *m, const char *strategy)
{
	for (size_t c = 0; c < m->n; c++)
		if (strcmp(m->set->strategies[m->classes[c].first],
		    strategy) == 0)
			return m->fit.share[c];
	return NAN;
}

#endif
