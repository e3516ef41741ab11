/* field: see field.h. */
#include "cmd/field.h"

#include "ask/ask.h"
#include "cmd/solve.h"

const struct dt_option dt_cmd_field_options[] = {
	{ "output", 'o', "DB", false, "@files",
	  "keep the answer in a database" },
	{ "append", 'a', NULL, false, NULL, "add to a database that is there" },
	{ "force", 'f', NULL, false, NULL,
	  "replace a database or picture that is there" },
	{ "svg", 0, "FILE", false, "@files", "draw it" },
	{ "table", 0, "NAME", false, NULL,
	  "which of the answer's tables --format csv and latex print; of csv "
	  "else the first" },
	DT_COMMAND_FORMAT("text json csv latex"),
	{ 0 }
};

static enum dt_exit
finish(struct dt_command_call *call, const struct dt_ask *a,
    struct dt_solution *solution)
{
	enum dt_exit exit = DT_EXIT_OK;
	if (a->picture != NULL)
		exit = dt_cmd_solve_picture(call, a->picture);
	if (exit == DT_EXIT_OK)
		exit = dt_cmd_solve_keep(call, solution);
	return exit != DT_EXIT_OK ? exit :
	    dt_cmd_solve_print(call, solution, false);
}

enum dt_exit
dt_cmd_field_run(struct dt_command_call *call)
{
	struct dt_faults faults = { .arena = call->arena };
	struct dt_text svg = { 0 };
	struct dt_solution solution;
	struct dt_error err = { 0 };
	struct dt_stop stop;
	struct dt_ask a = { .catalogue = &call->catalogue,
		.options = &call->options, .faults = &faults, .stop = &stop,
		.picture = dt_command_value(call, "svg") ? &svg : NULL };
	dt_stop_start(&stop, 0);
	stop.flag = &dt_command_stopped;
	enum dt_status status = dt_ask(&a, call->command->name, &solution,
	    &err);
	enum dt_exit exit = status == DT_OK ? finish(call, &a, &solution) :
	    dt_command_fail(call, &faults, &err);
	if (status == DT_OK)
		dt_solution_free(&solution);
	dt_text_free(&svg);
	return exit == DT_EXIT_OK && dt_command_stopped ?
	    DT_EXIT_INTERRUPTED : exit;
}
