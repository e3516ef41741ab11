/*
 * comply_play_same: whether two public states have the same future: what no
 * longer counts is left out, as in the exact engine.
 */
#include "comply/comply_play_internal.h"

#include <string.h>

static int64_t
least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* A party's strikes, clean rounds, bond and notice. */
static bool
same_standing(const struct dt_comply_play_game *g, const struct dt_regime *a,
    const struct dt_regime *b, size_t i)
{
	const struct dt_terms *t = &g->model->terms;
	int64_t x = a->strikes[i], y = b->strikes[i];
	if (!g->forgives) {
		x = least(x, g->last_rung);
		y = least(y, g->last_rung);
	}
	if (x != y || a->bond[i] != b->bond[i])
		return false;
	if (t->forgive_after > 0 && a->clean[i] % t->forgive_after !=
	    b->clean[i] % t->forgive_after)
		return false;
	return !dt_move_has(a->notified, i) ||
	    a->notice_left[i] == b->notice_left[i];
}

static bool
same_regime(const struct dt_comply_play_game *g, const struct dt_regime *a,
    const struct dt_regime *b)
{
	const struct dt_terms *t = &g->model->terms;
	if (a->phase != b->phase)
		return false;
	if (a->phase == DT_PHASE_ENDED || a->phase == DT_PHASE_NONE)
		return true;
	if (a->phase == DT_PHASE_OPEN)
		return a->delay_left == b->delay_left;
	if (a->parties != b->parties || a->notified != b->notified ||
	    a->left != b->left || a->rounds_left != b->rounds_left ||
	    a->renewals_left != b->renewals_left ||
	    least(a->age, t->grace + 1) != least(b->age, t->grace + 1))
		return false;
	if (a->phase == DT_PHASE_SUSPENDED &&
	    a->suspended_left != b->suspended_left)
		return false;
	for (uint64_t set = a->parties; set != 0; set &= set - 1)
		if (!same_standing(g, a, b, dt_move_first(set)))
			return false;
	return true;
}

bool
dt_comply_play_same(const struct dt_comply_play_game *g,
    const struct dt_comply_play_state *a,
    const struct dt_comply_play_state *b)
{
	return same_regime(g, &a->regime, &b->regime) && (!g->reads ||
	    memcmp(a->state, b->state, g->model->n * sizeof(a->state[0])) == 0);
}
