/* report_print: a page into its file; see report.h. */
#include "cmd/report.h"

#include "cli/output.h"

enum dt_exit
dt_cmd_report_print(struct dt_command_call *call, const struct dt_text *page)
{
	enum dt_exit exit = dt_output_open(call);
	if (exit == DT_EXIT_OK)
		exit = dt_output_close(call, dt_command_write(call, page));
	if (exit == DT_EXIT_OK && dt_command_value(call, "output") != NULL)
		dt_command_advise(call, "Next: open %s in a browser",
		    dt_command_value(call, "output"));
	return exit;
}
