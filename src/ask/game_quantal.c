/* game_quantal: logit quantal response, and the equilibrium that it leads to;
 * see game.h. */
#include "ask/game_quantal.h"

#include "ask/game_check.h"
#include "ask/game_points.h"
#include "ask/game_quantal_draw.h"
#include "solve/certify.h"
#include "solve/gains.h"
#include "solve/profile.h"
#include "solve/quantal.h"

static void
add_points(const struct dt_normal *g, struct dt_solution_table *t,
    const struct dt_quantal_point *points, size_t n)
{
	dt_solution_column(t, "lambda", NULL, "1/payoff");
	dt_game_points_head(g, t);
	for (size_t p = 0; p < n; p++) {
		dt_solution_number(t, points[p].lambda);
		for (size_t k = 0; k < dt_profile_size(g); k++)
			dt_solution_number(t, points[p].chances[k]);
	}
}

static void
add_limit(const struct dt_normal *g, struct dt_solution *s,
    const struct dt_quantal *q)
{
	struct dt_solution_table *t = dt_solution_table(s, "quantal_limit",
	    q->settled ? "The limit, an equilibrium" :
	    "The last point of the branch");
	dt_game_points_head(g, t);
	dt_solution_column(t, "largest_deviation", "gain by deviating",
	    "payoff");
	for (size_t k = 0; k < dt_profile_size(g); k++)
		dt_solution_number(t, q->limit[k]);
	dt_solution_number(t, q->regret);
}

/* The points at the lambda asked for, by the definition. */
static void
check_responses(const struct dt_normal *g, const struct dt_quantal *q,
    struct dt_solution *s)
{
	for (size_t p = 0; p < q->n_at; p++) {
		/* Large odds are known to so many digits. */
		double allowed = 1e-5 + 1e-7 * q->at[p].lambda *
		    dt_gains_unit(g);
		double off = dt_certify_response(g, q->at[p].chances,
		    q->at[p].lambda);
		if (!(off <= allowed))
			dt_solution_say(s, "Looked at anew, this is no "
			    "quantal response: odds are off by %.2g in their "
			    "logarithm.", off);
	}
}

static void
add_tables(const struct dt_normal *g, const struct dt_quantal *q,
    const struct dt_game_request *request, struct dt_solution *s)
{
	if (request->lambda > 0) {
		if (q->n_at != 1)
			dt_solution_say(s, "The branch passes lambda %g %zu "
			    "times.", request->lambda, q->n_at);
		check_responses(g, q, s);
		add_points(g, dt_solution_table(s, "quantal_at",
		    "Quantal response at the lambda asked for"), q->at,
		    q->n_at);
	}
	add_limit(g, s, q);
	if (request->picture != NULL)
		dt_game_quantal_draw(g, q, s, request->picture);
	struct dt_solution_table *t = dt_solution_table(s, "quantal",
	    "The branch from even chances to the limit");
	t->hidden = true;
	add_points(g, t, q->points, q->n);
}

static enum dt_status
answer(const struct dt_normal *g, const struct dt_game_request *request,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_quantal q;
	if (request->all && !dt_quantal_fits(g)) {
		dt_solution_say(s, "The game is too big to trace its quantal "
		    "response.");
		return DT_OK;
	}
	enum dt_status status =
	    dt_quantal_trace(g, request->lambda, request->stop, s->arena,
	    &q, err);
	if (status != DT_OK)
		return status;
	s->tolerance = q.settled ? 1e-10 * dt_gains_unit(g) : q.regret;
	if (!request->all)
		s->method = "principal branch by arc length, then Newton";
	if (q.settled)
		dt_solution_say(s, "Quantal response leads from even chances "
		    "to one equilibrium, the limit; %zu points of the way "
		    "are in --table quantal.", q.n);
	if (q.settled && q.accuracy >= 1e-7)
		dt_solution_say(s, "The game is degenerate: the limit's "
		    "chances are known to within %.1g.", q.accuracy);
	if (!q.settled)
		dt_solution_say(s, "Quantal response was followed up to "
		    "lambda %.6g %s; what it came to gives somebody %.3g to "
		    "gain.", q.points[q.n - 1].lambda, q.stopped ?
		    "until it was stopped" :
		    "without settling on an equilibrium", q.regret);
	else
		dt_game_check_profile(g, q.limit, 2 * s->tolerance,
		    "the limit", s);
	add_tables(g, &q, request, s);
	return DT_OK;
}

const struct dt_game_method dt_game_quantal = {
	.name = "quantal", .brief = "logit quantal response, from even chances "
	    "to its limit (arc length)",
	.all = true, .draws = dt_quantal_fits, .answer = answer,
};
