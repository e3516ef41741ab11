/* game_facts_prices: what equilibria cost; see game_facts_prices.h. */
#include "ask/game_facts_prices.h"

#include <math.h>

#include "ask/game_words.h"
#include "base/number.h"
#include "solve/dummy.h"
#include "solve/facts.h"
#include "solve/nash.h"

/* Strategies a player: all equilibria then take less than a second. */
enum { PRICE_MOST = 8 };

void
dt_game_facts_add(struct dt_solution_table *t, const struct dt_normal *g,
    const char *name, double value, size_t profile)
{
	dt_solution_text(t, name);
	dt_solution_number(t, value);
	dt_solution_text(t, profile < g->profiles && t->solution != NULL ?
	    dt_game_words_profile(t->solution, g, profile) : NULL);
}

/* What equilibria give together, over all of them or the pure ones. */
struct range {
	size_t n;
	double best, worst;
};

/* A set of equilibria is spanned by extreme ones, and the sum is bilinear on
 * it: its bounds are at extreme ones. *all: these bounds are those of all
 * equilibria. */
static enum dt_status
find_range(const struct dt_normal *g, const struct dt_game_request *request,
    struct dt_arena *arena, struct range *r, bool *all, struct dt_error *err)
{
	struct dt_profile_list list = { .arena = arena,
	    .stop = request->stop };
	struct dt_normal small;
	*all = false;
	*r = (struct range){ .best = -INFINITY, .worst = INFINITY };
	if (dt_dummy_choosers(g) > 2)
		return DT_OK;
	enum dt_status status = dt_dummy_drop(g, arena, &small, err);
	if (status != DT_OK || small.strategies[0] > PRICE_MOST ||
	    small.strategies[1] > PRICE_MOST)
		return status;
	status = dt_nash_all(&small, &list, err);
	*all = status == DT_OK && list.complete;
	double *payoffs = dt_arena_new(arena, dt_profile_size(g),
	    sizeof(*payoffs));
	struct dt_profile_list whole = { .arena = arena };
	if (*all && payoffs == NULL)
		return dt_status_no_memory(err);
	if (*all)
		status = dt_dummy_restore(g, &list, &whole, err);
	for (size_t k = 0; k < whole.n; k++) {
		const double *chances = whole.points[k].chances;
		double sum = 0;
		dt_profile_payoffs(g, chances, payoffs);
		for (size_t i = 0; i < g->players; i++)
			sum += dt_profile_value(g, chances, payoffs, i);
		r->best = dt_number_max(r->best, sum);
		r->worst = dt_number_min(r->worst, sum);
	}
	r->n = whole.n;
	return status;
}

static double
ratio(double optimum, double sum)
{
	return optimum > 0 && sum > 0 ? optimum / sum : NAN;
}

/* Bounds of equilibria of every kind, where these are all known. */
static void
add_price(const struct dt_normal *g, const struct dt_facts_price *p,
    const struct range *r, struct dt_solution_table *t)
{
	dt_game_facts_add(t, g, "equilibria", (double)r->n, SIZE_MAX);
	dt_game_facts_add(t, g, "best_equilibrium_sum", r->best, SIZE_MAX);
	dt_game_facts_add(t, g, "worst_equilibrium_sum", r->worst, SIZE_MAX);
	dt_game_facts_add(t, g, "price_of_anarchy", ratio(p->welfare, r->worst),
	    SIZE_MAX);
	dt_game_facts_add(t, g, "price_of_stability", ratio(p->welfare, r->best),
	    SIZE_MAX);
}

static void
add_pure_price(const struct dt_normal *g, const struct dt_facts_price *p,
    struct dt_solution_table *t, struct dt_solution *s)
{
	if (p->listed) {
		dt_game_facts_add(t, g, "best_pure_equilibrium_sum",
		    dt_facts_welfare(g, p->best), p->best);
		dt_game_facts_add(t, g, "worst_pure_equilibrium_sum",
		    dt_facts_welfare(g, p->worst), p->worst);
	}
	dt_game_facts_add(t, g, "pure_price_of_anarchy", p->anarchy, SIZE_MAX);
	dt_game_facts_add(t, g, "pure_price_of_stability", p->stability,
	    SIZE_MAX);
	if (p->listed)
		dt_solution_say(s, "The prices of anarchy and stability are "
		    "over pure equilibria; mixed ones may be worse or better.");
}

enum dt_status
dt_game_facts_prices(const struct dt_normal *g,
    const struct dt_game_request *request,
    struct dt_solution_table *t, struct dt_solution *s, struct dt_error *err)
{
	struct dt_facts_price p;
	struct range r;
	bool all = false;
	enum dt_status status = dt_facts_price(g, &p, err);
	if (status == DT_OK)
		status = find_range(g, request, s->arena, &r, &all, err);
	if (status != DT_OK)
		return status;
	dt_game_facts_add(t, g, "largest_sum", p.welfare, p.optimum);
	dt_game_facts_add(t, g, "pure_equilibria", (double)p.equilibria, SIZE_MAX);
	if (all)
		add_price(g, &p, &r, t);
	else
		add_pure_price(g, &p, t, s);
	return DT_OK;
}
