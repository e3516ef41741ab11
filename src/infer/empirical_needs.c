/*
 * empirical_needs: where it is worth while to measure again; see empirical.h.
 */
#include "infer/empirical_internal.h"

#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdlib.h>

#include "base/number.h"

struct needs {
	const struct dt_empirical *game;
	const struct dt_empirical_wish *wish;
	struct dt_arena *arena;
	struct dt_error *err;
	struct dt_empirical_need *list;
	size_t n, room;
	size_t at;              /* the candidate that is looked at */
};

/* The need of an estimate, or of a profile that was never played. */
static struct dt_empirical_need *
find(struct needs *s, size_t profile, size_t player)
{
	const struct dt_empirical *g = s->game;
	size_t e = g->which[profile * g->players + player];
	for (size_t k = 0; k < s->n; k++) {
		size_t other = s->list[k].profile;
		if (other == profile || (e != DT_EMPIRICAL_MISSING &&
		    g->which[other * g->players + player] == e))
			return &s->list[k];
	}
	return NULL;
}

static void
put(struct needs *s, size_t profile, double flip, int64_t runs, int64_t more,
    const struct dt_empirical_deviation *by)
{
	struct dt_empirical_need *need = find(s, profile, by->player);
	if (more < 1)
		return;
	if (more > s->wish->most)
		more = s->wish->most;
	if (need == NULL) {
		if (s->n == s->room)
			return;
		need = &s->list[s->n++];
		*need = (struct dt_empirical_need){ .profile = profile,
			.flip = -1, .runs = runs };
	}
	if (flip > need->flip) {
		need->flip = flip;
		need->at = s->at;
		need->by = *by;
	}
	if (more > need->more)
		need->more = more;
}

static int64_t
whole(double runs)
{
	return runs < 1e15 ? (int64_t)ceil(runs) : INT64_MAX;
}

/* Two profiles share the runs: n_a is proportional to the standard deviation,
 * unless one has more than its share already. */
static void
share(struct needs *s, size_t to, const struct dt_empirical_estimate *a,
    const struct dt_empirical_estimate *b, double flip,
    const struct dt_empirical_deviation *by)
{
	double half = dt_number_max(fabs(by->gain), s->wish->error);
	double variance = half / dt_empirical_width(by->freedom);
	variance *= variance;
	double sa = a->error * sqrt((double)a->runs);
	double sb = b->error * sqrt((double)b->runs);
	double na = sa * (sa + sb) / variance, nb = sb * (sa + sb) / variance;
	if (na < (double)a->runs)
		nb = sb * sb / (variance - a->error * a->error);
	else if (nb < (double)b->runs)
		na = sa * sa / (variance - b->error * b->error);
	if (sa > 0)
		put(s, s->at, flip, a->runs, whole(na) - a->runs, by);
	if (sb > 0)
		put(s, to, flip, b->runs, whole(nb) - b->runs, by);
}

static void
look(struct needs *s, const struct dt_empirical_deviation *by)
{
	const struct dt_empirical *g = s->game;
	size_t to = dt_empirical_turn(g, s->at, by->player, by->strategy);
	size_t here = g->which[s->at * g->players + by->player];
	size_t there = g->which[to * g->players + by->player];
	if (there == DT_EMPIRICAL_MISSING) {
		put(s, to, 0.5, 0, s->wish->first, by);
		return;
	}
	if (!(by->error > 0))
		return;
	double half = dt_empirical_width(by->freedom) * by->error;
	double flip = by->freedom > 1e6 ?
	    gsl_cdf_ugaussian_P(-fabs(by->gain) / by->error) :
	    gsl_cdf_tdist_P(-fabs(by->gain) / by->error, by->freedom);
	if (half > fabs(by->gain) && half > s->wish->error)
		share(s, to, &g->estimates[here], &g->estimates[there], flip,
		    by);
}

/* Who may narrow most comes first; then by chance of a wrong sign. */
static int
by_worth(const void *one, const void *two)
{
	const struct dt_empirical_need *a = one, *b = two;
	if (a->narrows != b->narrows)
		return a->narrows < b->narrows ? 1 : -1;
	if (a->flip != b->flip)
		return a->flip < b->flip ? 1 : -1;
	if (a->more != b->more)
		return a->more < b->more ? 1 : -1;
	return a->profile < b->profile ? -1 : a->profile > b->profile;
}

static enum dt_status
look_around(struct needs *s)
{
	const struct dt_empirical *g = s->game;
	for (size_t i = 0; i < g->players; i++)
		for (size_t t = 0; t < g->strategies[i]; t++) {
			struct dt_empirical_row row;
			struct dt_empirical_deviation d = { i, t, 0, 0, 0 };
			if (t == dt_empirical_strategy(g, s->at, i))
				continue;
			enum dt_status status = dt_empirical_deviate(g,
			    s->at, i, t, s->arena, &row, s->err);
			if (status != DT_OK)
				return status;
			dt_empirical_measure(g, &row, &d);
			look(s, &d);
		}
	return DT_OK;
}

enum dt_status
dt_empirical_needs(const struct dt_empirical *game, const size_t *candidates,
    size_t n, const struct dt_empirical_wish *wish, struct dt_arena *arena,
    struct dt_empirical_need **needs, size_t *n_needs, struct dt_error *err)
{
	struct needs s = { .game = game, .wish = wish, .arena = arena,
		.err = err };
	s.room = n * (1 + dt_empirical_deviations(game));
	s.list = dt_arena_new(arena, s.room + 1, sizeof(*s.list));
	enum dt_status status = s.list != NULL ? DT_OK :
	    dt_status_no_memory(err);
	for (size_t k = 0; k < n && status == DT_OK; k++) {
		s.at = candidates[k];
		status = look_around(&s);
	}
	if (status == DT_OK)
		status = dt_empirical_weigh(game, s.list, s.n, err);
	if (status != DT_OK)
		return status;
	qsort(s.list, s.n, sizeof(*s.list), by_worth);
	*needs = s.list;
	*n_needs = s.n;
	return DT_OK;
}

/* The surest gain that somebody has from a profile, in standard errors, and
 * the regret. */
static enum dt_status
doubt_of(const struct dt_empirical *g, size_t profile, struct dt_arena *arena,
    double *sure, double *regret, struct dt_error *err)
{
	double rounding = dt_empirical_rounding(g);
	*sure = *regret = 0;
	for (size_t i = 0; i < g->players; i++)
		for (size_t t = 0; t < g->strategies[i]; t++) {
			struct dt_empirical_row row;
			struct dt_empirical_deviation d = { i, t, 0, 0, 0 };
			if (t == dt_empirical_strategy(g, profile, i))
				continue;
			enum dt_status status = dt_empirical_deviate(g,
			    profile, i, t, arena, &row, err);
			if (status != DT_OK)
				return status;
			dt_empirical_measure(g, &row, &d);
			if (row.missing || d.gain <= rounding)
				continue;
			*regret = dt_number_max(*regret, d.gain);
			*sure = dt_number_max(*sure, d.error > 0 ?
			    d.gain / d.error : INFINITY);
		}
	return DT_OK;
}

struct candidate {
	size_t profile;
	double regret;
};

static int
by_regret(const void *one, const void *two)
{
	const struct candidate *a = one, *b = two;
	if (a->regret != b->regret)
		return a->regret < b->regret ? -1 : 1;
	return a->profile < b->profile ? -1 : a->profile > b->profile;
}

enum dt_status
dt_empirical_candidates(const struct dt_empirical *game, double doubt,
    size_t most, struct dt_arena *arena, size_t **profiles, size_t *n,
    struct dt_error *err)
{
	struct candidate *list = dt_arena_new(arena, game->profiles + 1,
	    sizeof(*list));
	struct dt_arena rows = { 0 };
	enum dt_status status = list ? DT_OK : dt_status_no_memory(err);
	size_t found = 0;
	for (size_t p = 0; p < game->profiles && status == DT_OK; p++) {
		double sure, regret;
		if (!dt_empirical_played(game, p))
			continue;
		status = doubt_of(game, p, &rows, &sure, &regret, err);
		if (status == DT_OK && sure <= doubt)
			list[found++] = (struct candidate){ p, regret };
		dt_arena_free(&rows);
	}
	if (status != DT_OK)
		return status;
	qsort(list, found, sizeof(*list), by_regret);
	*n = found < most ? found : most;
	*profiles = dt_arena_new(arena, *n + 1, sizeof(**profiles));
	for (size_t k = 0; k < *n && *profiles != NULL; k++)
		(*profiles)[k] = list[k].profile;
	return *profiles ? DT_OK : dt_status_no_memory(err);
}
