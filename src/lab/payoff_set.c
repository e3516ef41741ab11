/* payoff_set: see payoff_set.h. */
#include "lab/payoff_set.h"

#include <math.h>

#include "base/memory.h"
#include "base/svg.h"
#include "engine/chain.h"
#include "lab/intended.h"
#include "solve/limit.h"
#include "solve/ppe.h"
#include "solve/symmetric.h"

/* Payoffs of what is intended, less the cost of monitoring. */
static void
fill_payoffs(const struct dt_model *m, bool free, struct dt_signals *game)
{
	for (uint64_t meant = 0; meant < 4; meant++) {
		double *u = &game->payoff[2 * meant];
		dt_intended_payoffs(m, meant, u);
		for (size_t i = 0; i < 2; i++)
			u[i] -= !free && m->terms.exists &&
			    dt_move_has(m->terms.open_to, i) ?
			    m->terms.cost : 0;
	}
}

static void
add_bounds(struct dt_solution *s, const struct dt_ppe *p, double v_star)
{
	struct dt_solution_table *t = dt_solution_table(s, "bounds", NULL);
	static const char *const names[] =
	    { "area", "largest_sum", "largest_v1", "largest_v2" };
	dt_solution_column(t, "what", NULL, "");
	dt_solution_column(t, "outer", NULL, "payoff a round");
	dt_solution_column(t, "inner", NULL, "payoff a round");
	for (int k = 0; k < 4; k++) {
		const struct dt_polygon *sets[] = { &p->outer, &p->inner };
		dt_solution_text(t, names[k]);
		for (int i = 0; i < 2; i++)
			dt_solution_number(t, sets[i]->n == 0 ? NAN : k == 0 ?
			    dt_polygon_area(sets[i]) :
			    dt_polygon_support(sets[i], k != 3, k != 2));
	}
	dt_solution_text(t, "v_star");
	dt_solution_number(t, v_star);
	dt_solution_number(t, v_star);
}

static void
add_vertices(struct dt_solution *s, const struct dt_ppe *p)
{
	struct dt_solution_table *t = dt_solution_table(s, "vertices",
	    "Corners of the outer bound:");
	dt_solution_column(t, "v1", NULL, "payoff a round");
	dt_solution_column(t, "v2", NULL, "payoff a round");
	t->hidden = p->outer.n > 20;
	for (size_t i = 0; i < p->outer.n; i++) {
		dt_solution_number(t, p->outer.at[i].x);
		dt_solution_number(t, p->outer.at[i].y);
	}
}

/* How far the set may reach in some directions, however patient they are. */
static enum dt_status
add_limit(struct dt_solution *s, const struct dt_signals *game,
    struct dt_error *err)
{
	static const double ways[][2] = { { 1, 1 }, { 1, 0 }, { 0, 1 },
	    { -1, 0 }, { 0, -1 }, { 2, 1 }, { 1, 2 }, { -1, -1 } };
	struct dt_solution_table *t = dt_solution_table(s, "limit",
	    "The most of weight1 v1 + weight2 v2 at any continuation:");
	dt_solution_column(t, "weight1", NULL, "");
	dt_solution_column(t, "weight2", NULL, "");
	dt_solution_column(t, "score", NULL, "payoff a round");
	for (size_t k = 0; k < sizeof(ways) / sizeof(*ways); k++) {
		double score;
		enum dt_status status =
		    dt_limit_score(game, ways[k], &score, err);
		if (status != DT_OK)
			return status;
		dt_solution_number(t, ways[k][0]);
		dt_solution_number(t, ways[k][1]);
		dt_solution_number(t, isfinite(score) ? score : NAN);
	}
	return DT_OK;
}

/* What both get in the mean, discounted, where all do what is asked; NAN if
 * it takes long. */
static enum dt_status
sum_of(const struct dt_experiment *e, double *sum, struct dt_error *err)
{
	struct dt_chain_limits limits = { .states = 20000, .depth = -1,
	    .transitions = 500000, .work = 300000, .faint = 1e-15 };
	struct dt_chain_answer *answer = dt_memory_new(1, sizeof(*answer));
	struct dt_chain *chain = NULL;
	*sum = NAN;
	if (answer == NULL)
		return dt_status_no_memory(err);
	enum dt_status status =
	    dt_chain_build(&chain, &e->model, &limits, err);
	if (status == DT_OK)
		status = dt_chain_horizon(chain, 0,
		    e->model.continuation_chance, answer, err);
	if (status == DT_OK)
		*sum = answer->agent[0].payoff + answer->agent[1].payoff;
	dt_chain_free(chain);
	dt_memory_free(answer);
	return status == DT_ENOMEM ? status : DT_OK;
}

static enum dt_status
add_left(struct dt_solution *s, const struct dt_experiment *complying,
    const struct dt_ppe *p, struct dt_error *err)
{
	double sum, best = p->outer.n > 0 ?
	    dt_polygon_support(&p->outer, 1, 1) : NAN;
	enum dt_status status = sum_of(complying, &sum, err);
	if (status != DT_OK || isnan(sum) || isnan(best))
		return status;
	struct dt_solution_table *t = dt_solution_table(s, "left",
	    "What is left on the table, both together:");
	dt_solution_column(t, "treaty_sum", "treaty", "payoff a round");
	dt_solution_column(t, "best_sum", "best", "payoff a round");
	dt_solution_column(t, "left", NULL, "payoff a round");
	dt_solution_number(t, sum);
	dt_solution_number(t, best);
	dt_solution_number(t, best - sum);
	if (best > sum)
		dt_solution_say(s, "With all complying the treaty gives both "
		    "together %.4g a round, the best equilibrium at most "
		    "%.4g: at most %.4g is left on the table.", sum, best,
		    best - sum);
	else
		dt_solution_say(s, "With all complying the treaty gives both "
		    "together %.4g a round, equilibria without payments at "
		    "most %.4g: complying takes fines, or is not one.",
		    sum, best);
	return DT_OK;
}

static enum dt_status
find_v_star(const struct dt_signals *game, double continuation,
    struct dt_arena *arena, double *v_star, struct dt_error *err)
{
	struct dt_symmetric_game same;
	struct dt_symmetric best;
	enum dt_status status = dt_symmetric_of(game, arena, &same, err);
	if (status == DT_OK)
		status = dt_symmetric_best(&same, continuation, arena, &best,
		    err);
	if (status == DT_OK)
		*v_star = best.any ? (best.value[0] + best.value[1]) / 2 :
		    NAN;
	return status;
}

static bool
split(const struct dt_polygon *set, struct dt_arena *arena, const char *name,
    struct dt_svg_polygon *out)
{
	double *x = dt_arena_new(arena, 2 * set->n + 1, sizeof(*x));
	for (size_t i = 0; x != NULL && i < set->n; i++) {
		x[i] = set->at[i].x;
		x[set->n + i] = set->at[i].y;
	}
	*out = (struct dt_svg_polygon){ .name = name, .n = set->n, .x = x,
	    .y = x == NULL ? NULL : x + set->n };
	return x != NULL;
}

static void
draw(const struct dt_model *m, struct dt_solution *s, const struct dt_ppe *p,
    struct dt_text *svg)
{
	struct dt_svg picture = { .title = "Equilibrium payoffs",
	    .desc = "Payoffs that public perfect equilibria can have: all "
	    "within the inner bound, none beyond the outer one.",
	    .x = { .title = m->agents[0].name, .unit = "payoff a round" },
	    .y = { .title = m->agents[1].name, .unit = "payoff a round" } };
	struct dt_svg_polygon sets[2];
	if (!split(&p->outer, s->arena, "outer bound", &sets[0]) ||
	    !split(&p->inner, s->arena, "inner bound", &sets[1]))
		s->failed = true;
	else
		dt_svg_set(svg, &picture, sets, 2, NULL, 0);
}

static void
tell(struct dt_solution *s, const struct dt_ppe *p, bool good)
{
	if (p->outer.n == 0)
		dt_solution_say(s, "No equilibrium in pure moves.");
	else if (p->only_stage)
		dt_solution_say(s, "Nothing but the equilibria of one round "
		    "can be had: no treaty can do better with these signals.");
	else if (p->distance <= s->tolerance)
		dt_solution_say(s, "Every payoff within the inner bound is "
		    "one of an equilibrium, none beyond the outer bound is; "
		    "they are %.2g apart.",
		    p->distance);
	else
		dt_solution_say(s, "No treaty can do better than the outer "
		    "bound; that all of it can be had is not shown.");
	dt_solution_say(s, "Public strategies in pure moves, with public "
	    "randomisation and no payments; %s.", good ?
	    "one signal about both" : "a signal about each party");
}

static enum dt_status
make_game(const struct dt_payoff_set_question *q, struct dt_arena *arena,
    struct dt_signals *game, struct dt_error *err)
{
	static const size_t moves[] = { 2, 2 };
	const struct dt_model *m = &q->experiment->model;
	if (m->n != 2)
		return dt_status_fail(err, DT_EUSAGE, "a payoff set is drawn "
		    "for two agents, and this scenario has %zu", m->n);
	if (m->continuation_chance >= 1)
		return dt_status_fail(err, DT_EUSAGE, "the scenario has no "
		    "continuation below 1; add --continuation 0.9");
	struct dt_monitor_rates rates[] = { dt_intended_signal(m, 0),
	    dt_intended_signal(m, 1) };
	double bad[3];
	for (int k = 0; k < 3 && q->good != NULL; k++)
		bad[k] = 1 - q->good[k];
	enum dt_status status = dt_signals_new(game, arena, 2, moves, err);
	if (status == DT_OK)
		status = q->good != NULL ? dt_signals_count(game, bad, err) :
		    dt_signals_product(game, rates, err);
	if (status == DT_OK)
		fill_payoffs(m, q->good != NULL, game);
	return status;
}

static enum dt_status
fill(const struct dt_payoff_set_question *q, const struct dt_signals *game,
    const struct dt_ppe *ppe, struct dt_solution *s, struct dt_error *err)
{
	double v_star, c = q->experiment->model.continuation_chance;
	enum dt_status status = DT_OK;
	tell(s, ppe, q->good != NULL);
	status = find_v_star(game, c, s->arena, &v_star, err);
	if (status != DT_OK)
		return status;
	add_bounds(s, ppe, v_star);
	if (q->complying != NULL && q->good == NULL)
		status = add_left(s, q->complying, ppe, err);
	if (status == DT_OK)
		status = add_limit(s, game, err);
	add_vertices(s, ppe);
	return status;
}

enum dt_status
dt_payoff_set_solve(const struct dt_payoff_set_question *q,
    struct dt_solution *solution, struct dt_text *svg, struct dt_error *err)
{
	struct dt_signals game;
	struct dt_ppe ppe;
	enum dt_status status = make_game(q, solution->arena, &game, err);
	if (status != DT_OK)
		return status;
	solution->method = "Abreu, Pearce and Stacchetti, exact projection";
	solution->tolerance = 1e-3;
	solution->config = q->experiment->config;
	status = dt_ppe_find(&ppe, &game,
	    q->experiment->model.continuation_chance, solution->tolerance, 0,
	    err);
	if (status == DT_OK)
		status = fill(q, &game, &ppe, solution, err);
	if (status == DT_OK && svg != NULL)
		draw(&q->experiment->model, solution, &ppe, svg);
	dt_ppe_free(&ppe);
	return status;
}
