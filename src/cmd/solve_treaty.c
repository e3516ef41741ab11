/* solve_treaty: being built. */
#include "cmd/solve.h"

enum dt_exit
dt_cmd_solve_treaty(struct dt_command_call *call)
{
	return dt_command_usage(call, "this question is being built");
}
