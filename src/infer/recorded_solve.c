/* recorded_solve: equilibria of a recorded game, and what to play more. */
#include "infer/recorded_internal.h"

#include <math.h>
#include <stdlib.h>

enum {
	CANDIDATES_MOST = 1000,         /* before those that are alike */
	RUNS_MOST = 1000000,            /* to ask for at once, a profile */
	FIRST_RUNS = 1000,
};
static const double doubt = 4;          /* standard errors */
static const double unlikely = 0.01;

struct judged {
	size_t profile;
	struct dt_empirical_verdict verdict;
};

static int
by_chance(const void *one, const void *two)
{
	const struct judged *a = one, *b = two;
	if (a->verdict.chance != b->verdict.chance)
		return a->verdict.chance < b->verdict.chance ? 1 : -1;
	if (a->verdict.regret != b->verdict.regret)
		return a->verdict.regret < b->verdict.regret ? -1 : 1;
	return a->profile < b->profile ? -1 : a->profile > b->profile;
}

/* One of each set of profiles that are the same. */
static size_t
drop_same(const struct dt_recorded_game *game, size_t *profiles, size_t n)
{
	size_t kept = 0;
	for (size_t k = 0; k < n; k++) {
		size_t same = dt_recorded_same(game, profiles[k]);
		bool seen = false;
		for (size_t i = 0; i < kept; i++)
			seen |= profiles[i] == same;
		if (!seen)
			profiles[kept++] = same;
	}
	return kept;
}

/* Whoever may be an equilibrium; if nobody may, who is nearest. */
static enum dt_status
find_candidates(const struct dt_recorded *r,
    const struct dt_recorded_game *game, size_t **profiles, size_t *n,
    struct dt_error *err)
{
	enum dt_status status = dt_empirical_candidates(&game->table, doubt,
	    CANDIDATES_MOST, r->arena, profiles, n, err);
	if (status == DT_OK && *n == 0)
		status = dt_empirical_candidates(&game->table, INFINITY, 1,
		    r->arena, profiles, n, err);
	if (status == DT_OK)
		*n = drop_same(game, *profiles, *n);
	return status;
}

static enum dt_status
judge(const struct dt_recorded *r, const struct dt_recorded_game *game,
    const struct dt_recorded_request *request, struct dt_recorded_answer *a,
    struct dt_error *err)
{
	struct judged *list = dt_arena_new(r->arena, a->n + 1,
	    sizeof(*list));
	enum dt_status status = list ? DT_OK : dt_status_no_memory(err);
	for (size_t k = 0; k < a->n && status == DT_OK; k++) {
		list[k].profile = a->candidates[k];
		status = dt_empirical_judge(&game->table, a->candidates[k],
		    &request->bootstrap, r->arena, &list[k].verdict, err);
	}
	if (status != DT_OK)
		return status;
	qsort(list, a->n, sizeof(*list), by_chance);
	while (a->n > 1 && list[a->n - 1].verdict.chance < unlikely)
		a->n--;
	a->verdicts = dt_arena_new(r->arena, a->n + 1,
	    sizeof(*a->verdicts));
	if (a->verdicts == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < a->n; k++) {
		a->candidates[k] = list[k].profile;
		a->verdicts[k] = list[k].verdict;
	}
	return DT_OK;
}

/* As many runs as the longest of the game's sources has. */
static int64_t
usual_runs(const struct dt_recorded_game *game)
{
	int64_t runs = 0;
	for (const struct dt_recorded_source *s = game->sources; s != NULL;
	    s = s->next)
		if (s->runs > runs)
			runs = s->runs;
	return runs > 1 ? runs : FIRST_RUNS;
}

static enum dt_status
find_needs(const struct dt_recorded *r, const struct dt_recorded_game *game,
    const struct dt_recorded_request *request, struct dt_recorded_answer *a,
    struct dt_error *err)
{
	double error = request->error > 0 ? request->error :
	    0.01 * dt_empirical_range(&game->table);
	struct dt_empirical_wish wish = {
		.error = error > 0 ? error : 1e-9,
		.first = request->first > 0 ? request->first :
		    usual_runs(game),
		.most = request->most > 0 ? request->most : RUNS_MOST,
	};
	a->error = wish.error;
	enum dt_status status = dt_empirical_needs(&game->table,
	    a->candidates, a->n, &wish, r->arena, &a->needs, &a->n_needs,
	    err);
	size_t kept = 0;
	for (size_t k = 0; status == DT_OK && k < a->n_needs; k++) {
		size_t same = dt_recorded_same(game, a->needs[k].profile);
		bool seen = false;
		for (size_t i = 0; i < kept; i++)
			seen |= dt_recorded_same(game,
			    a->needs[i].profile) == same;
		if (!seen)
			a->needs[kept++] = a->needs[k];
	}
	a->n_needs = kept;
	return status;
}

enum dt_status
dt_recorded_solve(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game,
    const struct dt_recorded_request *request,
    struct dt_recorded_answer *answer, struct dt_error *err)
{
	*answer = (struct dt_recorded_answer){ .mixed = {
		.arena = recorded->arena } };
	enum dt_status status = find_candidates(recorded, game,
	    &answer->candidates, &answer->n, err);
	if (status == DT_OK)
		status = judge(recorded, game, request, answer, err);
	if (status == DT_OK && !request->pure)
		status = dt_recorded_mix(recorded, game, request, answer,
		    err);
	return status ? status : find_needs(recorded, game, request, answer,
	    err);
}
