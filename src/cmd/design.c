/* design: the cheapest treaty that holds (design/design.h), as a file. */
#include "design/design_ask.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cmd/solve.h"
#include "cmd/verbs.h"

#include <string.h>

/* What is shown while it looks. */
struct shown {
	struct dt_progress bar;
	char best[128];
};

static void
progress(void *of, int64_t done, int64_t all, const char *best)
{
	struct shown *s = of;
	if (s->bar.all == 0)
		dt_progress_start(&s->bar, s->bar.shown, all);
	s->bar.what = "cells";
	s->bar.done = done;
	if (best != NULL && s->bar.shown && strcmp(best, s->best) != 0 &&
	    dt_progress_seconds(&s->bar.start) > 0.5) {
		dt_progress_clear(&s->bar);
		dt_command_tell("found %s\n", best);
		(void)strncpy(s->best, best, sizeof(s->best) - 1);
	}
	dt_progress_show(&s->bar);
}

/* The file's name without its folder and its ending. */
static const char *
name_of(struct dt_command_call *call)
{
	const char *path = dt_command_value(call, "output");
	if (path == NULL || strcmp(path, "-") == 0)
		return "cheapest";
	const char *slash = strrchr(path, '/');
	path = slash != NULL ? slash + 1 : path;
	size_t n = strspn(path, "abcdefghijklmnopqrstuvwxyz0123456789-");
	return n == 0 || path[0] == '-' ? "cheapest" :
	    dt_arena_copy_n(call->arena, path, n);
}

static enum dt_exit
finish(struct dt_command_call *call, struct dt_solution *solution,
    const struct dt_design_found *found, const struct dt_text *svg)
{
	enum dt_exit exit = DT_EXIT_OK;
	const char *path = dt_command_value(call, "output");
	if (found->any && path != NULL) {
		exit = dt_output_open_path(call, path);
		if (exit != DT_EXIT_OK)
			return exit;
		exit = dt_command_write(call, &found->text);
		exit = dt_output_close_path(call, path, exit);
	}
	path = dt_command_value(call, "svg");
	if (exit == DT_EXIT_OK && path != NULL) {
		exit = dt_output_open_path(call, path);
		if (exit != DT_EXIT_OK)
			return exit;
		exit = dt_command_write(call, svg);
		exit = dt_output_close_path(call, path, exit);
	}
	path = dt_command_value(call, "output");
	if (exit == DT_EXIT_OK)
		exit = dt_cmd_solve_print(call, solution, false);
	if (exit == DT_EXIT_OK && found->any && path != NULL &&
	    dt_command_format(call) == DT_FORMAT_TEXT)
		dt_command_advise(call, "\nJudge it: detente solve %s "
		    "--treaty %s%s", call->operands[0],
		    strchr(path, '/') ? "" : "./", path);
	return exit == DT_EXIT_OK && solution->no ? DT_EXIT_NO : exit;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct dt_faults faults = { .arena = call->arena };
	struct dt_error err = { 0 };
	struct dt_solution solution;
	struct dt_design_found found;
	struct dt_text svg = { 0 };
	struct dt_stop stop;
	struct shown shown = { .bar = { .shown = call->progress } };
	bool drawn = dt_command_value(call, "svg") != NULL;
	dt_stop_start(&stop, 0);
	stop.flag = &dt_command_stopped;
	struct dt_design_ask ask = { .catalogue = &call->catalogue,
	    .options = &call->options, .faults = &faults,
	    .name = name_of(call), .svg = drawn ? &svg : NULL, .stop = &stop,
	    .progress = progress, .of = &shown };
	enum dt_status status = dt_design_ask(&ask, &solution, &found, &err);
	if (shown.bar.all > 0)
		dt_progress_clear(&shown.bar);
	if (status != DT_OK)
		return dt_command_fail(call, &faults, &err);
	dt_command_warn(call, &faults);
	enum dt_exit exit = finish(call, &solution, &found, &svg);
	dt_solution_free(&solution);
	dt_text_free(&found.text);
	dt_text_free(&svg);
	return exit == DT_EXIT_OK && found.stopped ? DT_EXIT_INTERRUPTED :
	    exit;
}

static const struct dt_option more[] = {
	{ "svg", 0, "FILE", false, "@files", "draw the frontier into FILE" },
	{ "output", 'o', "FILE", false, "@files", "write the treaty to FILE" },
	DT_COMMAND_FORCE,
	{ "table", 0, "NAME", false, NULL,
	  "which of the answer's tables --format csv and latex print" },
	DT_COMMAND_FORMAT("text json csv latex"),
	{ "no-progress", 0, NULL, false, NULL, "no progress bar" },
	{ 0 }
};

const struct dt_command dt_cmd_design = {
	.name = "design",
	.brief = "find the cheapest treaty that holds",
	.operands = "SCENARIO",
	.operand_words = "@scenarios",
	.least = 1,
	.most = 1,
	.about = "Of all treaties that the levers allow, the cheapest that "
	    "is kept while it binds, entered and stayed in, and worth at "
	    "least as much to each as no treaty. It begins from a text, the "
	    "scenario's or that of --treaty, and changes only the levers.\n\n"
	    "Channels, rounds and rules are looked through by their cost; "
	    "fines, deposits and payments are found by a linear program for "
	    "each, and rounded to 0.01 so that it holds. The answer is judged "
	    "afresh from its text, and so is each lever one step down, which "
	    "must fail.\n\n"
	    "What costs what is in a file of data/costs. Ctrl-C gives the "
	    "best so far. The exit status is 4 if there is none.",
	.examples = "detente design two-powers -c 0.95 -o cheapest.yaml\n"
	    "detente solve two-powers -c 0.95 --treaty ./cheapest.yaml\t"
	    "a fresh judge\n"
	    "detente design noisy-pair --levers fine,lapse --cap fine=4",
	.options = dt_design_options,
	.more = more,
	.run = run,
};
