/* longrun: see longrun.h. */
#include "verdict/longrun.h"

#include "engine/chain.h"

static void
add_values(struct dt_solution *s, const struct dt_experiment *e,
    const struct dt_chain_answer *a)
{
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	struct dt_solution_table *t = dt_solution_table(s, "values",
	    "What each gets, a round:");
	dt_solution_column(t, "agent", NULL, "");
	dt_solution_column(t, "strategy", NULL, "");
	dt_solution_column(t, "payoff", NULL, "payoff a round");
	dt_solution_column(t, "paused", NULL, "share of the rounds");
	dt_solution_column(t, "party", NULL, "share of the rounds");
	dt_solution_column(t, "breaches", NULL, "a round");
	dt_solution_column(t, "fines", NULL, "payoff a round");
	for (size_t i = 0; i < a->n; i++) {
		dt_solution_text(t, e->model.agents[i].name);
		dt_solution_text(t, seats[i].strategy.name);
		dt_solution_number(t, a->agent[i].payoff);
		dt_solution_number(t, a->agent[i].paused);
		dt_solution_number(t, a->agent[i].party);
		dt_solution_number(t, a->agent[i].breaches);
		dt_solution_number(t, a->agent[i].fines);
	}
}

static void
add_whole(struct dt_solution *s, const struct dt_chain_answer *a)
{
	const struct { const char *what; double share; } rows[] = {
		{ "all_paused", a->all_paused }, { "in_force", a->in_force },
		{ "suspended", a->suspended },
	};
	struct dt_solution_table *t = dt_solution_table(s, "whole",
	    "Shares of the rounds:");
	dt_solution_column(t, "what", NULL, "");
	dt_solution_column(t, "share", NULL, "share of the rounds");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		dt_solution_text(t, rows[i].what);
		dt_solution_number(t, rows[i].share);
	}
}

/* The second try leaves out what hardly ever happens, which discounting makes
 * harmless; if it is too large as well, the reason is that of the first. */
static enum dt_status
build(struct dt_chain **chain, const struct dt_model *model,
    struct dt_error *err)
{
	struct dt_chain_limits limits = { .depth = -1 };
	struct dt_error second = { 0 };
	enum dt_status status = dt_chain_build(chain, model, &limits, err);
	limits.faint = 1e-15;
	if (status == DT_EUSAGE && model->continuation_chance < 1 &&
	    dt_chain_build(chain, model, &limits, &second) == DT_OK)
		status = DT_OK;
	return status;
}

static enum dt_status
ask(const struct dt_chain *chain, double continuation,
    struct dt_solution *s, struct dt_chain_answer *answer,
    struct dt_error *err)
{
	size_t n = dt_chain_states(chain);
	if (continuation < 1) {
		dt_solution_say(s, "Discounted: a round counts %g of the one "
		    "before it; by a chain of %zu joint state%s.",
		    continuation, n, n == 1 ? "" : "s");
		return dt_chain_horizon(chain, 0, continuation, answer, err);
	}
	dt_solution_say(s, "In the long run, by a chain of %zu joint state%s; "
	    "where play may come to stay in several ways, the mean over them.",
	    n, n == 1 ? "" : "s");
	return dt_chain_longrun(chain, answer, err);
}

enum dt_status
dt_longrun_solve(const struct dt_experiment *experiment,
    struct dt_solution *solution, struct dt_error *err)
{
	struct dt_chain_answer answer;
	struct dt_chain *chain;
	enum dt_status status = build(&chain, &experiment->model, err);
	if (status != DT_OK)
		return status;
	solution->method = "chain of the joint states";
	solution->tolerance = 1e-9;
	solution->config = experiment->config;
	status = ask(chain, experiment->model.continuation_chance, solution,
	    &answer, err);
	dt_chain_free(chain);
	if (status == DT_OK && answer.lost > 0)
		dt_solution_say(solution, "Left out: what happens with "
		    "chance %.1e.", answer.lost);
	if (status == DT_OK) {
		add_values(solution, experiment, &answer);
		add_whole(solution, &answer);
	}
	return status;
}
