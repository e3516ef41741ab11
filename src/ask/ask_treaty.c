/* ask_treaty: whether to keep a scenario's treaty is an equilibrium. */
#include "ask/ask_question.h"
#include "verdict/keeping.h"

enum dt_status
dt_ask_treaty(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_experiment experiment;
	struct dt_keeping_request request = {
		.patience = dt_option_values(ask->options, "patience"),
		.thresholds = true,
		.dials = dt_ask_value(ask, "thresholds") != NULL,
	};
	enum dt_status status = dt_ask_slack(ask, &request.play, err);
	if (status == DT_OK)
		status = dt_ask_experiment(ask, &experiment, err);
	return status != DT_OK ? status :
	    dt_keeping_solve(ask->catalogue->arena, &experiment, &request,
	    solution, err);
}
