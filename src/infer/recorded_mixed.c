/*
 * recorded_mixed: mixed equilibria of a recorded game's means, each judged by
 * what is known of the payoffs.
 *
 * Of two players all vertices are walked through, so that nothing is missed.
 * Of more, supports are searched, which proves nothing complete; where all
 * are alike and have two strategies, the equilibria in which all mix alike
 * are the roots of one polynomial, and these are all of that kind.
 */
#include "infer/recorded_internal.h"

#include <math.h>

#include "solve/anonymous.h"
#include "solve/gains.h"
#include "solve/nash.h"
#include "solve/support.h"

enum { SUPPORTS_MOST = 100000 };
static const double work_most = 2e7;    /* supports times payoffs: random games
                                         * of that size take about 8 s */
static const double same = 1e-6;        /* chances */

static bool
is_whole(const struct dt_empirical *t)
{
	for (size_t p = 0; p < t->profiles; p++)
		if (!dt_empirical_played(t, p))
			return false;
	return true;
}

/* Whether there is time for it, and all payoffs are known. */
static bool
can_mix(const struct dt_empirical *t)
{
	if (t->players < 2 || t->profiles > DT_RECORDED_MIXED_PROFILES)
		return false;
	for (size_t i = 0; i < t->players && t->players == 2; i++)
		if (t->strategies[i] > DT_RECORDED_MIXED_MOST)
			return false;
	return is_whole(t);
}

static bool
is_pure(const double *chances, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (chances[i] > 0 && chances[i] < 1)
			return false;
	return true;
}

/* ---- More than two players ---- */

/* Equilibria in which all mix alike. False: the game is not of that kind. */
static bool
find_alike(const struct dt_normal *normal, struct dt_recorded_answer *a,
    enum dt_status *status, struct dt_error *err)
{
	double gain[DT_NORMAL_PLAYERS_MOST], chances[DT_ANONYMOUS_MOST];
	double profile[2 * DT_NORMAL_PLAYERS_MOST];
	double small = 1e-12 * dt_gains_unit(normal);
	if (!dt_anonymous_of(normal, small, gain))
		return false;
	size_t n = dt_anonymous_equilibria(gain, normal->players, small,
	    chances, &a->flat);
	for (size_t k = 0; k < n && *status == DT_OK; k++) {
		for (size_t i = 0; i < normal->players; i++) {
			profile[2 * i] = 1 - chances[k];
			profile[2 * i + 1] = chances[k];
		}
		*status = dt_profile_add(&a->mixed, normal, profile, NULL,
		    NAN, err);
	}
	return true;
}

static enum dt_status
find_several(const struct dt_normal *normal,
    const struct dt_recorded_request *request, struct dt_recorded_answer *a,
    struct dt_error *err)
{
	double most = work_most /
	    (double)(normal->profiles * normal->players);
	struct dt_support_request wanted = {
		.seed = request->bootstrap.seed,
		.most = most < SUPPORTS_MOST ? (size_t)most : SUPPORTS_MOST };
	struct dt_support_done done;
	enum dt_status status = DT_OK;
	bool alike = find_alike(normal, a, &status, err);
	if (status == DT_OK)
		status = dt_support_find(normal, &wanted, &a->mixed, &done,
		    err);
	a->supports = wanted.most;
	a->sought = status == DT_EUSAGE ? alike ? DT_RECORDED_SOUGHT_ALIKE :
	    DT_RECORDED_SOUGHT_NONE : alike ? DT_RECORDED_SOUGHT_BOTH :
	    DT_RECORDED_SOUGHT_SUPPORTS;
	a->refused = status == DT_EUSAGE;
	return status == DT_EUSAGE ? DT_OK : status;
}

/* ---- Those that are the same but for who is who ---- */

const double *
dt_recorded_part(const struct dt_recorded_game *game, const double *chances,
    size_t player)
{
	for (size_t i = 0; i < player; i++)
		chances += game->players[i].n;
	return chances;
}

bool
dt_recorded_mixes_alike(const double *one, const double *two, size_t n)
{
	for (size_t s = 0; s < n; s++)
		if (fabs(one[s] - two[s]) > same)
			return false;
	return true;
}

/* How many of the players like `player` mix as `part` does. */
static size_t
count_alike(const struct dt_recorded_game *game, const double *chances,
    size_t player, const double *part)
{
	const struct dt_recorded_player *p = game->players;
	size_t n = 0;
	for (size_t i = 0; i < game->n_players; i++)
		n += p[i].alike == p[player].alike &&
		    dt_recorded_mixes_alike(dt_recorded_part(game, chances,
		    i), part, p[i].n);
	return n;
}

static bool
is_same(const struct dt_recorded_game *game, const double *one,
    const double *two)
{
	for (size_t i = 0; i < game->n_players; i++) {
		const double *part = dt_recorded_part(game, one, i);
		if (count_alike(game, one, i, part) !=
		    count_alike(game, two, i, part))
			return false;
	}
	return true;
}

/* Keeps what is mixed, one of each that are the same. */
static void
keep_mixed(const struct dt_recorded_game *game, size_t size,
    struct dt_profile_list *list)
{
	size_t kept = 0;
	for (size_t k = 0; k < list->n; k++) {
		const double *chances = list->points[k].chances;
		bool drop = is_pure(chances, size);
		for (size_t i = 0; i < kept && !drop; i++)
			drop = is_same(game, list->points[i].chances,
			    chances);
		if (!drop)
			list->points[kept++] = list->points[k];
	}
	list->n = kept;
}

/* ---- What is known of them ---- */

static enum dt_status
judge_all(const struct dt_recorded *r, const struct dt_recorded_game *game,
    const struct dt_recorded_request *request, struct dt_recorded_answer *a,
    struct dt_error *err)
{
	a->mixes = dt_arena_new(r->arena, a->mixed.n + 1,
	    sizeof(*a->mixes));
	enum dt_status status = a->mixes ? DT_OK : dt_status_no_memory(err);
	for (size_t k = 0; k < a->mixed.n && status == DT_OK; k++) {
		const double *chances = a->mixed.points[k].chances;
		double chance = NAN;
		status = dt_empirical_judge_mix(&game->table, chances,
		    &request->bootstrap, r->arena, &a->mixes[k], err);
		if (status == DT_OK)
			status = dt_empirical_support(&game->table, chances,
			    &request->bootstrap, &chance, err);
		a->mixes[k].chance = chance;
	}
	return status;
}

enum dt_status
dt_recorded_mix(const struct dt_recorded *r,
    const struct dt_recorded_game *game,
    const struct dt_recorded_request *request, struct dt_recorded_answer *a,
    struct dt_error *err)
{
	struct dt_normal normal;
	if (!can_mix(&game->table))
		return DT_OK;
	enum dt_status status = dt_recorded_normal(r, game, &normal, err);
	if (status != DT_OK)
		return status;
	if (normal.players == 2) {
		a->sought = DT_RECORDED_SOUGHT_ALL;
		status = dt_nash_all(&normal, &a->mixed, err);
	} else {
		status = find_several(&normal, request, a, err);
	}
	if (status != DT_OK)
		return status;
	keep_mixed(game, dt_profile_size(&normal), &a->mixed);
	return judge_all(r, game, request, a, err);
}
