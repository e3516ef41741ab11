/* solve_set: being built. */
#include "cmd/solve.h"

enum dt_exit
dt_cmd_solve_set(struct dt_command_call *call)
{
	return dt_command_usage(call, "this question is being built");
}
