/* payoff_set: see payoff_set.h. */
#include "verdict/payoff_set.h"

#include <math.h>

#include "base/memory.h"
#include "engine/chain.h"
#include "verdict/payoff_set_internal.h"
#include "repeat/limit.h"
#include "repeat/ppe.h"
#include "repeat/symmetric.h"

enum { ROWS_SHOWN = 24 };

static struct dt_solution_table *
start_bounds(struct dt_solution *s)
{
	struct dt_solution_table *t = dt_solution_table(s, "bounds", NULL);
	dt_solution_column(t, "what", NULL, "");
	dt_solution_column(t, "outer", NULL, "payoff a round");
	dt_solution_column(t, "inner", NULL, "payoff a round");
	return t;
}

/* Known exactly: both bounds. */
static void
add_v_star(struct dt_solution_table *t, double v_star)
{
	dt_solution_text(t, "v_star");
	dt_solution_number(t, v_star);
	dt_solution_number(t, v_star);
}

static void
add_bounds(struct dt_solution *s, const struct dt_ppe *p, double v_star)
{
	struct dt_solution_table *t = start_bounds(s);
	static const char *const names[] =
	    { "area", "largest_sum", "largest_v1", "largest_v2" };
	for (int k = 0; k < 4; k++) {
		const struct dt_polygon *sets[] = { &p->outer, &p->inner };
		dt_solution_text(t, names[k]);
		for (int i = 0; i < 2; i++)
			dt_solution_number(t, sets[i]->n == 0 ? NAN : k == 0 ?
			    dt_polygon_area(sets[i]) :
			    dt_polygon_support(sets[i], k != 3, k != 2));
	}
	add_v_star(t, v_star);
}

static void
add_vertices(struct dt_solution *s, const struct dt_ppe *p)
{
	struct dt_solution_table *t = dt_solution_table(s, "vertices",
	    "Corners of the outer bound:");
	dt_solution_column(t, "v1", NULL, "payoff a round");
	dt_solution_column(t, "v2", NULL, "payoff a round");
	t->hidden = p->outer.n > ROWS_SHOWN;
	if (t->hidden)
		dt_solution_say(s, "The outer bound has %zu corners; "
		    "--format csv --table vertices lists them.", p->outer.n);
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

/* The mean; and, unless NULL, what each gets, NULL where there is none. */
static enum dt_status
find_v_star(const struct dt_signals *game, double continuation,
    struct dt_arena *arena, double *v_star, const double **each,
    struct dt_error *err)
{
	struct dt_symmetric_game same;
	struct dt_symmetric best;
	enum dt_status status = dt_symmetric_of(game, arena, &same, err);
	if (status == DT_OK)
		status = dt_symmetric_best(&same, continuation, arena, &best,
		    err);
	*v_star = status == DT_OK && best.any ? 0 : NAN;
	if (each != NULL)
		*each = status == DT_OK && best.any ? best.value : NULL;
	for (size_t i = 0; i < game->n && !isnan(*v_star); i++)
		*v_star += best.value[i] / (double)game->n;
	return status;
}

static void
tell(struct dt_solution *s, const struct dt_ppe *p, bool good)
{
	if (p->fault != NULL)
		dt_solution_say(s, "A check of the two bounds failed: %s. "
		    "Trust neither.", p->fault);
	else if (p->outer.n == 0)
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
		dt_solution_say(s, "Every payoff within the inner bound is "
		    "one of an equilibrium, none beyond the outer bound is; "
		    "of the %.2g between them it is not shown.",
		    p->distance);
	dt_solution_say(s, "Public strategies in pure moves, with public "
	    "randomisation and no payments; %s.", good ?
	    "one signal about both" : "a signal about each party");
}

static enum dt_status
fill(const struct dt_payoff_set_question *q, const struct dt_signals *game,
    const struct dt_ppe *ppe, double v_star, struct dt_solution *s,
    struct dt_error *err)
{
	double c = q->experiment->model.continuation_chance;
	enum dt_status status = DT_OK;
	tell(s, ppe, q->good != NULL);
	add_bounds(s, ppe, v_star);
	if (q->complying != NULL && q->good == NULL)
		status = add_left(s, q->complying, ppe, err);
	if (status == DT_OK)
		status = dt_payoff_set_transfers(game, c, s, err);
	if (status == DT_OK)
		status = add_limit(s, game, err);
	add_vertices(s, ppe);
	return status;
}

/* A set of payoffs is drawn for two; of more, what has a name. */
static enum dt_status
solve_many(const struct dt_payoff_set_question *q,
    const struct dt_signals *game, struct dt_solution *s,
    struct dt_error *err)
{
	double v_star, c = q->experiment->model.continuation_chance;
	s->method = "Goldlücke and Kranz, linear programs";
	s->tolerance = 1e-9;
	enum dt_status status = find_v_star(game, c, s->arena, &v_star, NULL,
	    err);
	if (status != DT_OK)
		return status;
	struct dt_solution_table *t = start_bounds(s);
	add_v_star(t, v_star);
	if (isnan(v_star))
		dt_solution_say(s, "Treating all alike, without payments, "
		    "nobody can be made to pause.");
	else
		dt_solution_say(s, "Treating all alike, without payments, "
		    "the best is %.4g a round for each in the mean (v_star).",
		    v_star);
	return dt_payoff_set_transfers(game, c, s, err);
}

static enum dt_status
solve_two(const struct dt_payoff_set_question *q,
    const struct dt_signals *game, struct dt_solution *s,
    struct dt_text *svg, struct dt_error *err)
{
	struct dt_ppe ppe = { 0 };
	const double *known;
	double v_star, c = q->experiment->model.continuation_chance;
	s->method = "Abreu, Pearce and Stacchetti, cuts and a set that "
	    "generates itself";
	s->tolerance = 1e-3;
	enum dt_status status = find_v_star(game, c, s->arena, &v_star, &known,
	    err);
	if (status == DT_OK)
		status = dt_ppe_find(&ppe, game, c, s->tolerance, known, err);
	if (status == DT_OK)
		status = fill(q, game, &ppe, v_star, s, err);
	if (status == DT_OK && svg != NULL)
		dt_payoff_set_draw(&q->experiment->model, s, &ppe, svg);
	dt_ppe_free(&ppe);
	return status;
}

enum dt_status
dt_payoff_set_solve(const struct dt_payoff_set_question *q,
    struct dt_solution *solution, struct dt_text *svg, struct dt_error *err)
{
	struct dt_signals game;
	size_t n = q->experiment->model.n;
	if (n != 2 && svg != NULL)
		return dt_status_fail(err, DT_EUSAGE, "a payoff set is drawn "
		    "for two agents, and this scenario has %zu; leave out "
		    "--svg", n);
	enum dt_status status =
	    dt_payoff_set_game(q, solution->arena, &game, err);
	if (status != DT_OK)
		return status;
	solution->config = q->experiment->config;
	return n == 2 ? solve_two(q, &game, solution, svg, err) :
	    solve_many(q, &game, solution, err);
}
