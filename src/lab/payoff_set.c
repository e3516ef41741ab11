/* payoff_set: see payoff_set.h. */
#include "lab/payoff_set.h"

#include <math.h>

#include "lab/intended.h"
#include "solve/ppe.h"

/* Payoffs of what is intended, less the cost of monitoring. */
static void
fill_payoffs(const struct dt_model *m, struct dt_signals *game)
{
	for (uint64_t meant = 0; meant < 4; meant++) {
		double *u = &game->payoff[2 * meant];
		dt_intended_payoffs(m, meant, u);
		for (size_t i = 0; i < 2; i++)
			u[i] -= m->terms.exists &&
			    dt_move_has(m->terms.open_to, i) ?
			    m->terms.cost : 0;
	}
}

static void
add_tables(struct dt_solution *s, const struct dt_ppe *p)
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
	t = dt_solution_table(s, "vertices", "Corners of the outer bound:");
	dt_solution_column(t, "v1", NULL, "payoff a round");
	dt_solution_column(t, "v2", NULL, "payoff a round");
	for (size_t i = 0; i < p->outer.n; i++) {
		dt_solution_number(t, p->outer.at[i].x);
		dt_solution_number(t, p->outer.at[i].y);
	}
}

static void
tell(struct dt_solution *s, const struct dt_ppe *p)
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
	    "randomisation and no payments; a signal about each party.");
}

enum dt_status
dt_payoff_set_solve(const struct dt_experiment *experiment,
    struct dt_solution *solution, struct dt_error *err)
{
	static const size_t moves[] = { 2, 2 };
	const struct dt_model *m = &experiment->model;
	struct dt_signals game;
	struct dt_ppe ppe;
	if (m->n != 2)
		return dt_status_fail(err, DT_EUSAGE, "a payoff set is drawn "
		    "for two agents, and this scenario has %zu", m->n);
	if (m->continuation_chance >= 1)
		return dt_status_fail(err, DT_EUSAGE, "the scenario has no "
		    "continuation below 1; add --continuation 0.9");
	struct dt_monitor_rates rates[] = { dt_intended_signal(m, 0),
	    dt_intended_signal(m, 1) };
	enum dt_status status =
	    dt_signals_new(&game, solution->arena, 2, moves, err);
	if (status == DT_OK)
		status = dt_signals_product(&game, rates, err);
	if (status != DT_OK)
		return status;
	fill_payoffs(m, &game);
	solution->method = "Abreu, Pearce and Stacchetti, exact projection";
	solution->tolerance = 1e-3;
	solution->config = experiment->config;
	status = dt_ppe_find(&ppe, &game, m->continuation_chance,
	    solution->tolerance, 0, err);
	if (status == DT_OK) {
		tell(solution, &ppe);
		add_tables(solution, &ppe);
	}
	dt_ppe_free(&ppe);
	return status;
}
