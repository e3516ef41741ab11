/* answer: commands of files, by the verb that they begin with; see answer.h. */
#include "cmd/answer.h"

#include <string.h>

#include "ask/ask.h"
#include "cmd/negotiate.h"
#include "design/design_ask.h"

struct question {
	const struct dt_command_call *call;
	const struct dt_catalogue *catalogue;
	const char *command;
	struct dt_faults *faults;
	struct dt_text *svg;
};

/* A design is asked in its own words. */
static enum dt_status
design(const struct question *q, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_design_found found;
	struct dt_stop stop;
	dt_stop_start(&stop, 0);
	stop.flag = &dt_command_stopped;
	struct dt_design_ask ask = { .catalogue = q->catalogue,
		.faults = q->faults, .stop = &stop, .svg = q->svg };
	enum dt_status status = dt_design_ask_words(&ask, q->command, solution,
	    &found, err);
	if (status == DT_OK)
		dt_text_free(&found.text);
	return status;
}

static enum dt_status
talks(const struct question *q, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_command_call call = *q->call;
	call.arena = q->catalogue->arena;
	call.catalogue = *q->catalogue;
	call.progress = false;
	return dt_cmd_negotiate_answer(&call, q->command, solution, q->svg,
	    err);
}

static enum dt_status
ask(const struct question *q, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_options options;
	const char *question = NULL;
	struct dt_ask a = { .catalogue = q->catalogue, .faults = q->faults,
		.picture = q->svg, .go_on = dt_command_go_on };
	enum dt_status status = dt_ask_words(&a, q->command, &options,
	    &question, err);
	return status ? status : dt_ask(&a, question, solution, err);
}

enum dt_status
dt_cmd_answer(const struct dt_command_call *call,
    const struct dt_catalogue *catalogue, const char *command,
    struct dt_faults *faults, struct dt_solution *solution,
    struct dt_text *svg, struct dt_error *err)
{
	const struct question q = { call, catalogue, command, faults, svg };
	if (strncmp(command, "design ", 7) == 0)
		return design(&q, solution, err);
	if (strncmp(command, "negotiate ", 10) == 0)
		return talks(&q, solution, err);
	return ask(&q, solution, err);
}
