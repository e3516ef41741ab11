/* ask_coalitions: who would join a treaty. */
#include <string.h>

#include "ask/ask_question.h"
#include "verdict/coalitions.h"

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
	ask->note = "That members comply is supposed; whether they would is "
	    "asked without --coalitions.";
	return dt_coalitions_answer(&experiment, reply ? DT_COALITION_REPLY :
	    DT_COALITION_RACE, ask->catalogue->arena, solution, ask->picture,
	    err);
}
