/* compare: treaties side by side, or two databases (ask/compare.h). */
#include "ask/ask.h"
#include "cli/progress.h"
#include "cmd/solve.h"
#include "cmd/verbs.h"

/* The bar, once it is known of how many. */
static bool
go_on(void *context, const char *what, int64_t done, int64_t all)
{
	struct dt_progress *progress = context;
	if (progress->all == 0)
		dt_progress_start(progress, progress->shown, all);
	progress->what = what;
	progress->done = done;
	dt_progress_show(progress);
	return !dt_command_stopped;
}

static enum dt_exit
finish(struct dt_command_call *call, const struct dt_ask *a,
    struct dt_solution *solution)
{
	enum dt_exit exit = DT_EXIT_OK;
	if (a->picture != NULL)
		exit = dt_cmd_solve_picture(call, a->picture);
	return exit != DT_EXIT_OK ? exit :
	    dt_cmd_solve_print(call, solution, false);
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct dt_faults faults = { .arena = call->arena };
	struct dt_text svg = { 0 };
	struct dt_solution solution;
	struct dt_error err = { 0 };
	struct dt_progress progress = { .shown = call->progress };
	struct dt_ask a = { .catalogue = &call->catalogue,
		.options = &call->options, .faults = &faults,
		.subject = call->operands[0], .go_on = go_on,
		.context = &progress,
		.picture = dt_command_value(call, "svg") ? &svg : NULL };
	enum dt_status status = dt_ask(&a, "compare", &solution, &err);
	if (progress.all > 0)
		dt_progress_clear(&progress);
	enum dt_exit exit = status == DT_OK ? finish(call, &a, &solution) :
	    dt_command_fail(call, &faults, &err);
	if (status == DT_OK)
		dt_solution_free(&solution);
	dt_text_free(&svg);
	return exit == DT_EXIT_OK && dt_command_stopped ?
	    DT_EXIT_INTERRUPTED : exit;
}

static const struct dt_option output[] = {
	{ "svg", 0, "FILE", false, "@files",
	  "draw it: of each treaty the slack and the share of pauses" },
	DT_COMMAND_FORCE,
	{ "table", 0, "NAME", false, NULL,
	  "which of the answer's tables --format csv and latex print" },
	DT_COMMAND_FORMAT("text json csv latex"),
	{ "no-progress", 0, NULL, false, NULL, "no progress bar" },
	{ 0 }
};

const struct dt_command dt_cmd_compare = {
	.name = "compare",
	.brief = "compare treaties side by side, or two databases",
	.operands = "SCENARIO | DB DB",
	.operand_words = "@scenarios|@files",
	.least = 1,
	.most = 2,
	.about = "Of a SCENARIO under several treaties, a row each: whether "
	    "it is kept, its threats carried out, entered and stayed in; who "
	    "is weakest and by what; for which figures it holds; and what it "
	    "comes to if those who sign comply: pauses, payoff, cost of "
	    "verification.\n\n"
	    "Of two databases that 'detente run -o' wrote: which experiments "
	    "differ by which keys, and their figures with intervals.\n\n"
	    "Ctrl-C prints what there is by then.",
	.examples = "detente compare noisy-pair\tunder every treaty\n"
	    "detente compare duel --treaties verified-halt,cwc,grim "
	    "--continuation 0.95\n"
	    "detente compare duel --treaties cwc,grim --svg treaties.svg\n"
	    "detente compare duel --treaties cwc,grim --format latex "
	    ">treaties.tex\n"
	    "detente compare before.db after.db",
	.options = dt_ask_compare_options,
	.more = output,
	.run = run,
};
