/*
 * nash_internal: a search for all extreme equilibria under way, which nash.c
 * starts and two methods go on with: nash_tree.c, and where doubles are too
 * coarse for it nash_walk.c. Both give the same list.
 */
#ifndef DT_SOLVE_NASH_INTERNAL_H
#define DT_SOLVE_NASH_INTERNAL_H

#include "solve/bimatrix.h"
#include "solve/profile.h"

/* An equilibrium's place in the list: what binds for the first player's point
 * and for the second's. No other has the same. */
struct dt_nash_key {
	struct dt_labels binding[2];
	struct dt_profile_point point;
};

struct dt_nash_search {
	const struct dt_normal *game;
	struct dt_bimatrix b;
	struct dt_labels all;
	struct dt_profile_list *list;
	size_t first;           /* of the list's points, those of the search */
	struct dt_nash_key *keys;       /* of all from it on */
	size_t room;
	struct dt_labels binding[2];    /* of the points placed last */
	double *chances;
	const char **exact;
	mpz_t *x;               /* of the longer player */
};

/* nash_found.c: works out the player's point at which `given` bind, and keeps
 * it where it is a vertex, with all that binds there. */
enum dt_status dt_nash_found_place(struct dt_nash_search *search,
    size_t player, struct dt_labels given, enum dt_bimatrix_end *end,
    struct dt_error *err);

/* The two points placed last are an equilibrium. */
enum dt_status dt_nash_found_add(struct dt_nash_search *search,
    struct dt_error *err);

/* Forgets all that was added. */
void dt_nash_found_clear(struct dt_nash_search *search);

/* By what binds, so that their order does not hang on the way. */
void dt_nash_found_sort(struct dt_nash_search *search);

/* Adds all, or until the list is `stopped`. *settled is false where it gave
 * up: too often doubles did not tell what is empty. */
enum dt_status dt_nash_tree(struct dt_nash_search *search, bool *settled,
    struct dt_error *err);

/* The same by all vertices of both polytopes; `stopped`, with DT_EUSAGE, where
 * there are more than DT_VERTICES_MOST. */
enum dt_status dt_nash_walk(struct dt_nash_search *search,
    struct dt_error *err);

/* nash.c: dt_nash_all, or what the walk alone finds. */
enum dt_nash_method {
	DT_NASH_BOTH,
	DT_NASH_WALK,
};
enum dt_status dt_nash_by(enum dt_nash_method method,
    const struct dt_normal *game, struct dt_profile_list *list,
    struct dt_error *err);

#endif
