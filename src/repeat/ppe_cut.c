/* ppe_cut: see ppe_cut.h. */
#include "repeat/ppe_cut_internal.h"

#include <math.h>

#include "base/memory.h"
#include "base/number.h"

void
dt_ppe_cut_free(struct dt_ppe_cut *cut)
{
	if (cut == NULL)
		return;
	dt_memory_free(cut->out);
	dt_memory_free(cut->order);
	dt_memory_free(cut->reach);
	dt_memory_free(cut->price);
	dt_memory_free(cut->last);
	dt_memory_free(cut->column);
	dt_memory_free(cut->found.term);
	dt_memory_free(cut->found.pull);
	dt_memory_free(cut);
}

struct dt_ppe_cut *
dt_ppe_cut_new(const struct dt_signals *game, double continuation)
{
	struct dt_ppe_cut *cut = dt_memory_new(1, sizeof(*cut));
	if (cut == NULL)
		return NULL;
	cut->game = game;
	cut->c = continuation;
	cut->incentives = game->moves[0] + game->moves[1];
	cut->out = dt_memory_new(game->profiles, sizeof(*cut->out));
	cut->order = dt_memory_new(game->profiles, sizeof(*cut->order));
	cut->reach = dt_memory_new(game->profiles, sizeof(*cut->reach));
	cut->price = dt_memory_new(cut->incentives + game->signals,
	    sizeof(*cut->price));
	cut->last = dt_memory_new(game->profiles * (cut->incentives +
	    game->signals), sizeof(*cut->last));
	cut->found.term = dt_memory_new(game->profiles + 1,
	    sizeof(*cut->found.term));
	cut->found.pull = dt_memory_new((game->profiles + 1) * game->signals,
	    sizeof(*cut->found.pull));
	if (cut->out == NULL || cut->order == NULL || cut->reach == NULL ||
	    cut->price == NULL || cut->last == NULL ||
	    cut->found.term == NULL || cut->found.pull == NULL) {
		dt_ppe_cut_free(cut);
		return NULL;
	}
	return cut;
}

static void
sort(struct dt_ppe_cut *cut, double x, double y)
{
	const struct dt_signals *g = cut->game;
	for (size_t a = 0; a < g->profiles; a++) {
		size_t k = a;
		cut->reach[a] = x * g->payoff[2 * a] + y * g->payoff[2 * a + 1];
		for (; k > 0 && cut->reach[cut->order[k - 1]] < cut->reach[a];
		    k--)
			cut->order[k] = cut->order[k - 1];
		cut->order[k] = a;
	}
}

/* False where the profile is of no use, or its own reach is the bound. */
static bool
needs_program(const struct dt_ppe_cut *cut, size_t a)
{
	return !cut->out[a] && cut->c > 0 && !dt_signals_is_nash(cut->game, a);
}

const struct dt_ppe_cut_bound *
dt_ppe_cut_find(struct dt_ppe_cut *cut, const struct dt_polygon *set,
    double x, double y, double near)
{
	const struct dt_signals *g = cut->game;
	struct dt_ppe_cut_bound *found = &cut->found;
	found->n = 0;
	found->h = found->rest = -INFINITY;
	sort(cut, x, y);
	for (size_t k = 0; k < g->profiles; k++) {
		size_t a = cut->order[k], before = found->n;
		double own = cut->reach[a];
		if (cut->out[a] || (cut->c == 0 && !dt_signals_is_nash(g, a)))
			continue;
		if (own <= found->h || !needs_program(cut, a)) {
			found->rest = dt_number_max(found->rest, own);
			found->h = dt_number_max(found->h, own);
			continue;
		}
		found->term[before] = (struct dt_ppe_cut_term){ own, INFINITY };
		if (!dt_ppe_cut_program(cut, set, a, x, y, near, &own))
			return NULL;
		found->n++;
		found->h = dt_number_max(found->h, own);
	}
	return found;
}

/* With h out of the way: what the incentives lack at least. */
static bool
lacks(struct dt_ppe_cut *cut, const struct dt_polygon *set, size_t a,
    bool *shown)
{
	double bound;
	cut->found.n = 0;
	sort(cut, 0, 0);
	if (!dt_ppe_cut_program(cut, set, a, 0, 0, 1e-9, &bound))
		return false;
	*shown = bound < -1e-6;
	return true;
}

bool
dt_ppe_cut_only_stage(struct dt_ppe_cut *cut, const struct dt_polygon *set,
    bool *only_stage)
{
	*only_stage = true;
	for (size_t a = 0; a < cut->game->profiles; a++) {
		if (cut->out[a] || dt_signals_is_nash(cut->game, a))
			continue;
		if (cut->c == 0)
			cut->out[a] = true;
		else if (!lacks(cut, set, a, &cut->out[a]))
			return false;
		*only_stage &= cut->out[a];
	}
	return true;
}
