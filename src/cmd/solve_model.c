/* solve_model: a model of the literature; see lab/classic.h. */
#include "cmd/solve.h"

#include "classic/classic.h"

enum dt_exit
dt_cmd_solve_model(struct dt_command_call *call)
{
	const char *name = dt_command_value(call, "model");
	const struct dt_classic *model;
	double values[DT_CLASSIC_PARAMETERS_MOST];
	struct dt_solution solution;
	struct dt_error err = { 0 };
	if (call->n_operands > 0)
		return dt_command_usage(call, "--model %s takes no operand; "
		    "its parameters are --set KEY=VALUE", name);
	if (dt_classic_find(name, &model, &err) != DT_OK ||
	    dt_classic_read(model, dt_command_values(call, "set"), values,
	    &err) != DT_OK ||
	    dt_classic_answer(model, values, call->arena, &solution, &err))
		return dt_command_fail(call, NULL, &err);
	return dt_cmd_solve_finish(call, &solution);
}
