/* solve_file: the files of --svg and --export. */
#include "cli/output.h"
#include "cmd/solve.h"

/* "-" is standard output, before the answer. */
static enum dt_exit
write_path(struct dt_command_call *call, const char *path,
    const struct dt_text *text)
{
	enum dt_exit exit = dt_output_open_path(call, path);
	if (exit != DT_EXIT_OK)
		return exit;
	exit = dt_command_write(call, text);
	return dt_output_close_path(call, path, exit);
}

enum dt_exit
dt_cmd_solve_picture(struct dt_command_call *call, const struct dt_text *svg)
{
	return write_path(call, dt_command_value(call, "svg"), svg);
}

enum dt_exit
dt_cmd_solve_export(struct dt_command_call *call,
    const struct dt_solution *solution)
{
	const char *path = dt_command_value(call, "export");
	struct dt_text text = { 0 };
	if (path == NULL)
		return DT_EXIT_OK;
	dt_text_add(&text, "%s", solution->config);
	enum dt_exit exit = write_path(call, path, &text);
	dt_text_free(&text);
	return exit;
}
