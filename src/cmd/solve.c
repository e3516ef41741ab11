/* solve: asks a question (ask/ask.h), and prints, draws and keeps the answer. */
#include "cmd/solve.h"

#include <stdio.h>
#include <string.h>

#include "ask/ask.h"
#include "base/memory.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "cmd/verbs.h"

/* The bar, once it is known of what. */
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

/* In place of the bar, which comes again below; not before there is one. */
static bool
found(void *context, const char *line)
{
	const struct dt_progress *progress = context;
	if (progress->all == 0 || dt_progress_seconds(&progress->start) < 0.5)
		return false;
	dt_progress_clear(progress);
	dt_command_tell("found %s\n", line);
	return true;
}

static enum dt_exit
ask(struct dt_command_call *call, struct dt_ask *a,
    const struct dt_ask_question *question, struct dt_solution *solution)
{
	struct dt_progress progress = { .shown = call->progress };
	struct dt_error err = { 0 };
	a->go_on = go_on;
	a->found = call->progress ? found : NULL;
	a->context = &progress;
	enum dt_status status = dt_ask(a, question->name, solution, &err);
	if (progress.all > 0)
		dt_progress_clear(&progress);
	if (status != DT_OK)
		return dt_command_fail(call, a->faults, &err);
	dt_command_warn(call, a->faults);
	return DT_EXIT_OK;
}

static enum dt_exit
finish(struct dt_command_call *call, const struct dt_ask *a, bool game,
    struct dt_solution *solution)
{
	enum dt_exit exit = dt_cmd_solve_export(call, solution);
	if (exit == DT_EXIT_OK && a->picture != NULL)
		exit = dt_cmd_solve_picture(call, a->picture);
	if (exit == DT_EXIT_OK)
		exit = dt_cmd_solve_keep(call, solution);
	if (exit == DT_EXIT_OK)
		exit = dt_cmd_solve_print(call, solution, game);
	if (exit == DT_EXIT_OK && a->note != NULL &&
	    dt_command_format(call) == DT_FORMAT_TEXT)
		dt_command_advise(call, "\n%s", a->note);
	return exit;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct dt_faults faults = { .arena = call->arena };
	struct dt_text svg = { 0 };
	struct dt_record_provenance provenance;
	struct dt_solution solution;
	struct dt_ask a = { .catalogue = &call->catalogue,
		.options = &call->options, .faults = &faults,
		.subject = call->n_operands > 0 ? call->operands[0] : NULL,
		.picture = dt_command_value(call, "svg") ? &svg : NULL };
	const struct dt_ask_question *question = dt_ask_which(&a);
	bool refine = dt_command_value(call, "refine") != NULL;
	struct dt_stop stop;
	enum dt_exit exit = DT_EXIT_OK;
	dt_stop_start(&stop, 0);
	stop.flag = &dt_command_stopped;
	a.stop = &stop;
	if (question == NULL)
		return dt_command_usage(call, "it needs a game file, a "
		    "SCENARIO, --from DB or --model NAME");
	if (refine) {
		exit = dt_cmd_solve_provenance(call, &provenance);
		a.provenance = &provenance;
	} else if (dt_command_value(call, "vary") == NULL &&
	    !question->stops) {
		dt_interrupt_at_once();
	}
	/* One question, for which graphs of states come and go. */
	if (question != NULL && strcmp(question->name, "treaty") == 0)
		dt_memory_of_program();
	if (exit == DT_EXIT_OK)
		exit = ask(call, &a, question, &solution);
	if (exit == DT_EXIT_OK) {
		exit = finish(call, &a,
		    strcmp(question->name, "game") == 0, &solution);
		dt_solution_free(&solution);
	}
	dt_text_free(&svg);
	return exit == DT_EXIT_OK && dt_command_stopped ?
	    DT_EXIT_INTERRUPTED : exit;
}

static const struct dt_option output[] = {
	{ "output", 'o', "DB", false, "@files",
	  "keep the answer in a database" },
	{ "append", 'a', NULL, false, NULL, "add to a database that is there" },
	{ "force", 'f', NULL, false, NULL,
	  "replace a database or picture that is there" },
	{ "svg", 0, "FILE", false, "@files",
	  "draw it: a phase map, a payoff set, attribution, coalitions, a "
	  "quantal response" },
	{ "table", 0, "NAME", false, NULL,
	  "which of the answer's tables --format csv prints; else the first" },
	DT_COMMAND_FORMAT("text json csv"),
	{ "no-progress", 0, NULL, false, NULL, "no progress bar" },
	{ 0 }
};

const struct dt_command dt_cmd_solve = {
	.name = "solve",
	.brief = "find the equilibria of a game, a treaty or a record",
	.operands = "[GAME | SCENARIO]",
	.operand_words = "@scenarios",
	.least = 0,
	.most = 1,
	.about = "Of a GAME (a .nfg or .csv file, or a name, as stag-hunt): "
	    "its equilibria, each with its largest profitable deviation."
	    "\n\n"
	    "Of a SCENARIO: whether the pause under its treaty holds: kept "
	    "while it binds, its threats carried out, entered and stayed in; "
	    "where each is weakest, and how far it holds. With --payoff-set, what any treaty could achieve; with "
	    "--attribution, what it is worth to know whose alarm it is; with "
	    "--coalitions, who would join and who would leave.\n\n"
	    "With --from, the empirical game of recorded runs. With --model, "
	    "a model of the literature in its own letters.",
	.examples = "detente solve stag-hunt --method all\n"
	    "detente solve noisy-pair --treaty grim\tdoes it hold?\n"
	    "detente solve duel --payoff-set --continuation 0.6\n"
	    "detente solve two-powers --attribution --want 0.9\n"
	    "detente solve --coalitions frontier --treaty climate-club\n"
	    "detente sweep strategies --runs 50 -o map.db\n"
	    "detente solve --from map.db\ta game of what was recorded\n"
	    "detente solve --model dresher --set n=10 --set m=3",
	.options = dt_ask_options,
	.more = output,
	.run = run,
};
