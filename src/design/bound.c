/* bound: see bound.h. */
#include "design/bound.h"

#include <math.h>

#include "base/number.h"
#include "engine/twins.h"
#include "repeat/symmetric.h"
#include "verdict/intended.h"

/* All sign, at once and for good, nobody is policed, and the game is endless.
 */
static bool
is_plain(const struct dt_comply_model *m)
{
	const struct dt_terms *t = &m->model.terms;
	bool plain = m->model.n >= 2 && m->model.n <= DT_SIGNALS_PLAYERS_MOST &&
	    m->signers == dt_move_all(m->model.n) &&
	    m->model.continuation_chance < 1 && t->grace == 0 &&
	    dt_twins_hosts(&m->model) == 0;
	for (size_t i = 0; i < m->model.n; i++)
		plain = plain && t->joins[i] == 1 &&
		    m->patience[i] == m->model.continuation_chance;
	return plain;
}

/* Findings pay nobody and single nobody out. */
static bool
is_collective(const struct dt_treaty *text)
{
	const struct dt_treaty_rung *r = text->response.ladder.items;
	bool all = text->bond <= 0 && text->tariff <= 0 &&
	    text->transfers.n == 0 && text->monitoring.accusers == 0;
	for (size_t k = 0; k < text->response.ladder.n; k++)
		all = all && r[k].fine <= 0 && r[k].bond <= 0 && !r[k].expel;
	return all;
}

/* Whether it is all the same to the answer who was found, and how many. */
static bool
takes_any(const struct dt_treaty *text)
{
	const struct dt_treaty_rung *r = text->response.ladder.items;
	return text->response.ladder.n == 1 && r->strikes <= 1 &&
	    r->chance >= 1;
}

static enum dt_status
stage_of(const struct dt_comply_model *m, struct dt_arena *arena,
    struct dt_signals *game, struct dt_error *err)
{
	size_t moves[DT_SIGNALS_PLAYERS_MOST];
	for (size_t i = 0; i < m->model.n; i++)
		moves[i] = 2;
	enum dt_status status = dt_signals_new(game, arena, m->model.n, moves,
	    err);
	if (status == DT_OK)
		dt_intended_table(&m->model, game->payoff);
	return status;
}

static enum dt_status
add_signals(const struct dt_comply_model *m, bool any,
    struct dt_signals *game, struct dt_error *err)
{
	struct dt_monitor_signal each[DT_SIGNALS_PLAYERS_MOST];
	struct dt_monitor_rates rates[DT_SIGNALS_PLAYERS_MOST];
	for (size_t i = 0; i < m->model.n; i++) {
		each[i] = dt_intended_signal(&m->model, i);
		rates[i] = each[i].in[0];
	}
	if (each[0].blind > 0)
		return dt_signals_common(game, each, err);
	return any ? dt_signals_any(game, rates, err) :
	    dt_signals_product(game, rates, err);
}

/* What the best treaty loses, of all that treat all alike so. */
static enum dt_status
reckon(const struct dt_comply_model *m, const struct dt_symmetric_game *game,
    struct dt_arena *arena, struct dt_bound *bound, struct dt_error *err)
{
	struct dt_symmetric least, best;
	double c = m->model.continuation_chance;
	enum dt_status status = dt_symmetric_least(game, arena, &least, err);
	if (status == DT_OK)
		status = dt_symmetric_best(game, c, arena, &best, err);
	if (status != DT_OK)
		return status;
	bound->known = true;
	bound->none = !least.any || least.continuation > c + 1e-9;
	for (size_t i = 0; i < game->n && best.any && !bound->none; i++)
		bound->lost += (game->reward[i] - best.value[i]) /
		    (double)game->n;
	bound->lost = dt_number_max(0, bound->lost - 1e-9);
	return DT_OK;
}

enum dt_status
dt_bound_find(const struct dt_comply_model *m, const struct dt_treaty *text,
    struct dt_bound *bound, struct dt_error *err)
{
	const struct dt_terms *t = &m->model.terms;
	struct dt_arena arena = { 0 };
	struct dt_signals stage;
	struct dt_symmetric_game game;
	*bound = (struct dt_bound){ .known = false };
	if (!is_plain(m) || !is_collective(text))
		return DT_OK;
	enum dt_status status = stage_of(m, &arena, &stage, err);
	if (status == DT_OK)
		status = add_signals(m, takes_any(text), &stage, err);
	if (status == DT_OK)
		status = dt_symmetric_of(&stage, &arena, &game, err);
	if (status == DT_OK && game.credible)
		status = reckon(m, &game, &arena, bound, err);
	/* Rounds before it is in force, or after its end, are lost anyway. */
	if (t->delay > 0 || t->rounds > 0)
		bound->lost = 0;
	dt_arena_free(&arena);
	if (status == DT_ENOMEM)
		return status;
	bound->known = bound->known && status == DT_OK;
	return DT_OK;
}

enum dt_status
dt_bound_patience(const struct dt_comply_model *m, double *least,
    struct dt_error *err)
{
	struct dt_arena arena = { 0 };
	struct dt_signals stage;
	struct dt_symmetric_game game;
	struct dt_symmetric out = { .any = false };
	*least = 0;
	if (!is_plain(m))
		return DT_OK;
	enum dt_status status = stage_of(m, &arena, &stage, err);
	if (status == DT_OK)
		status = dt_signals_perfect(&stage, err);
	if (status == DT_OK)
		status = dt_symmetric_of(&stage, &arena, &game, err);
	if (status == DT_OK)
		status = dt_symmetric_least(&game, &arena, &out, err);
	if (status == DT_OK && game.credible)
		*least = out.any ? out.continuation : 1;
	dt_arena_free(&arena);
	return status == DT_ENOMEM ? status : DT_OK;
}
