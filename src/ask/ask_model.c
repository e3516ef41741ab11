/* ask_model: a model of the literature; see classic/classic.h. */
#include "ask/ask_question.h"
#include "classic/classic.h"

enum dt_status
dt_ask_model(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	const char *name = dt_ask_value(ask, "model");
	const struct dt_classic *model;
	double values[DT_CLASSIC_VALUES];
	if (ask->subject != NULL)
		return dt_status_fail(err, DT_EUSAGE, "--model %s takes no "
		    "operand; its parameters are --set KEY=VALUE", name);
	enum dt_status status = dt_classic_find(name, &model, err);
	if (status == DT_OK)
		status = dt_classic_read(model,
		    dt_option_values(ask->options, "set"), values, err);
	return status != DT_OK ? status : dt_classic_answer(model, values,
	    ask->catalogue->arena, solution, err);
}
