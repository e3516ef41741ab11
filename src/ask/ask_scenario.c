/* ask_scenario: what is asked of a scenario alone: whether to keep its treaty is
 * an equilibrium, what it comes to as its strategies play it, who would join. */
#include <string.h>

#include "ask/ask_question.h"
#include "verdict/coalitions.h"
#include "verdict/finite.h"
#include "verdict/keeping.h"
#include "verdict/lasting.h"
#include "verdict/longrun.h"

static enum dt_status
solve_treaty(struct dt_ask *ask, const struct dt_experiment *experiment,
    const struct dt_keeping_request *request, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_arena *arena = ask->catalogue->arena;
	if (experiment->model.contest.kind != DT_CONTEST_NONE)
		return dt_finite_solve(arena, experiment, solution, err);
	if (experiment->model.race.exists)
		return dt_lasting_solve(arena, experiment, request, solution,
		    err);
	return dt_keeping_solve(arena, experiment, request, solution, err);
}

enum dt_status
dt_ask_treaty(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_experiment experiment;
	struct dt_keeping_request request = {
		.patience = dt_option_values(ask->options, "patience"),
		.thresholds = true,
		.dials = dt_ask_value(ask, "thresholds") != NULL,
		.heard = ask->grown, .go_on = ask->go_on, .of = ask->context,
		.shelf = ask->kept == NULL ? NULL :
		    dt_shelf_new(ask->kept, ask->kept_bytes),
	};
	enum dt_status status = dt_ask_slack(ask, &request.play, err);
	if (status == DT_OK)
		status = dt_ask_experiment(ask, &experiment, err);
	if (status == DT_OK)
		status = solve_treaty(ask, &experiment, &request, solution,
		    err);
	dt_shelf_free(request.shelf);
	return status;
}

enum dt_status
dt_ask_long_run(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_experiment experiment;
	enum dt_status status = dt_ask_experiment(ask, &experiment, err);
	if (status != DT_OK)
		return status;
	dt_solution_start(solution, ask->catalogue->arena, "long-run",
	    ask->subject);
	return dt_longrun_solve(&experiment, solution, err);
}

enum dt_status
dt_ask_coalitions(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	const char *outsiders = dt_ask_value(ask, "outsiders");
	bool reply = outsiders != NULL && strcmp(outsiders, "reply") == 0;
	struct dt_experiment experiment;
	enum dt_status status = dt_ask_experiment(ask, &experiment, err);
	if (status != DT_OK)
		return status;
	status = dt_coalitions_answer(&experiment, reply ? DT_COALITION_REPLY :
	    DT_COALITION_RACE, ask->catalogue->arena, solution, ask->picture,
	    err);
	if (status == DT_OK)
		dt_solution_say(solution, "Members are assumed to comply: ask "
		    "without --coalitions whether they would.");
	return status;
}
