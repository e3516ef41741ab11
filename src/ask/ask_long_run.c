/* ask_long_run: what a scenario comes to as its strategies play it. */
#include "ask/ask_question.h"
#include "verdict/longrun.h"

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
