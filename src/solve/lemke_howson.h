/*
 * lemke_howson: paths of Lemke and Howson (1964) from the origin, one for
 * every label (bimatrix.h), in whole numbers. The lexicographic rule makes
 * each end, in degenerate games too. Every strict pure equilibrium is reached;
 * an equilibrium of index -1 never is (Shapley 1974): in the battle of the
 * sexes two of three.
 */
#ifndef DT_SOLVE_LEMKE_HOWSON_H
#define DT_SOLVE_LEMKE_HOWSON_H

#include "solve/profile.h"

/* Paths can be exponentially long (Savani and von Stengel 2006). */
enum { DT_LEMKE_HOWSON_STEPS_MOST = 100000 };

struct dt_lemke_howson_path {
	size_t equilibrium;     /* in the list; SIZE_MAX: too long a path, or
	                         * the list's stop came before its end */
	size_t steps;           /* pivots */
};

/* Adds what is reached to the list, once each, and fills in as many paths as
 * the game has labels (dt_profile_size). Never complete. */
enum dt_status dt_lemke_howson_all(const struct dt_normal *game,
    struct dt_profile_list *list, struct dt_lemke_howson_path *paths,
    struct dt_error *err);

/* The path of one label alone. */
enum dt_status dt_lemke_howson_one(const struct dt_normal *game,
    size_t label, struct dt_profile_list *list,
    struct dt_lemke_howson_path *path, struct dt_error *err);

#endif
