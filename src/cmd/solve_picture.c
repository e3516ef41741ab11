/* solve_picture: the file of --svg. */
#include "cli/output.h"
#include "cmd/solve.h"

/* --svg - is the picture on standard output, before the answer. */
enum dt_exit
dt_cmd_solve_picture(struct dt_command_call *call, const struct dt_text *svg)
{
	const char *path = dt_command_value(call, "svg");
	if (path == NULL)
		return DT_EXIT_OK;
	enum dt_exit exit = dt_output_open_path(call, path);
	if (exit != DT_EXIT_OK)
		return exit;
	exit = dt_command_write(call, svg);
	return dt_output_close_path(call, path, exit);
}
