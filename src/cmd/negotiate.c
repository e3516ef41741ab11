/* negotiate: agents bargain over a menu of treaties (bargain/negotiate.h). */
#include "cmd/negotiate.h"
#include "cmd/run.h"
#include "cmd/solve.h"
#include "cmd/verbs.h"

static enum dt_exit
draw(struct dt_cmd_talks *j)
{
	struct dt_text svg = { 0 };
	if (dt_command_value(j->call, "svg") == NULL)
		return DT_EXIT_OK;
	enum dt_exit exit = dt_negotiate_draw(&j->negotiate, j->call->arena,
	    &svg, &j->err) != DT_OK ? dt_command_fail(j->call, NULL, &j->err) :
	    dt_cmd_solve_picture(j->call, &svg);
	dt_text_free(&svg);
	return exit;
}

static enum dt_exit
tell(struct dt_cmd_talks *j)
{
	enum dt_status status = DT_OK;
	dt_negotiate_tell(&j->negotiate, j->call->arena, &j->solution);
	if (dt_command_value(j->call, "solutions") != NULL)
		status = dt_negotiate_solutions(&j->negotiate, &j->solution,
		    &j->err);
	if (status == DT_OK)
		status = dt_negotiate_power(&j->negotiate, &j->solution,
		    &j->err);
	return status != DT_OK ? dt_command_fail(j->call, NULL, &j->err) :
	    dt_cmd_solve_print(j->call, &j->solution, false);
}

static enum dt_exit
print(struct dt_cmd_talks *j)
{
	enum dt_exit exit = draw(j);
	if (exit == DT_EXIT_OK) {
		exit = tell(j);
		dt_solution_free(&j->solution);
	}
	if (exit == DT_EXIT_OK)
		dt_command_advise(j->call, "\nSeed %llu. %.2f s of the "
		    "processor for what texts are worth, %.2f s for the "
		    "talks.", (unsigned long long)j->seed, j->stakes.seconds,
		    j->negotiate.seconds);
	if (exit == DT_EXIT_OK && dt_command_value(j->call, "output") != NULL)
		dt_command_advise(j->call, "Next: detente query %s talks, or "
		    "detente audit %s", dt_command_value(j->call, "output"),
		    dt_command_value(j->call, "output"));
	return exit;
}

static enum dt_exit
interrupted(struct dt_cmd_talks *j)
{
	dt_command_fail(j->call, NULL, &j->err);
	if (j->store != NULL)
		dt_command_advise(j->call, "%s has what was committed; the "
		    "same command with --append --seed %llu goes on",
		    dt_command_value(j->call, "output"),
		    (unsigned long long)j->seed);
	return DT_EXIT_INTERRUPTED;
}

/* What the call says; false, and told: it is wrong. */
static bool
read_call(struct dt_command_call *call, struct dt_cmd_talks *j)
{
	bool bad = false, vary = dt_command_value(call, "vary") != NULL;
	*j = (struct dt_cmd_talks){ .call = call,
		.menu_name = dt_command_value(call, "menu"),
		.scenario = call->operands[0] };
	int64_t seed = dt_command_whole(call, "seed", 0, INT64_MAX, -1, &bad);
	j->drawn = seed < 0;
	j->runs = dt_command_whole(call, "runs", 1, 10000000, vary ? 1000 : 1,
	    &bad);
	j->keep = dt_command_whole(call, "transcripts", 0, 100000, 1, &bad);
	j->threads = dt_command_threads(call, &bad);
	j->seed = seed < 0 && !bad ? dt_cmd_run_draw_seed() : (uint64_t)seed;
	return !bad;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct dt_cmd_talks j;
	if (!read_call(call, &j))
		return DT_EXIT_USAGE;
	if (dt_command_value(call, "vary") != NULL)
		return dt_cmd_negotiate_vary(&j);
	enum dt_exit exit = DT_EXIT_OK;
	enum dt_status status = dt_cmd_talks_hold(&j);
	if (status == DT_OK)
		status = dt_cmd_talks_close(&j, true, &j.err);
	if (status == DT_ESTOPPED)
		exit = interrupted(&j);
	else
		exit = status != DT_OK ? dt_command_fail(call, &j.faults,
		    &j.err) : print(&j);
	if (exit == DT_EXIT_OK && j.negotiate.fault != NULL)
		exit = dt_command_fail(call, NULL, j.negotiate.fault);
	dt_cmd_talks_free(&j);
	return exit;
}

static const struct dt_option options[] = {
	{ "menu", 'm', "MENU", false, "@menus",
	  "what is on the table; halt if not given" },
	{ "protocol", 0, "NAME", false, "offers ultimatum quota "
	  "single-text pledges groups",
	  "how they talk, in place of the menu's way" },
	{ "ratification", 0, "WORD", false, "certain spatial logit domestic",
	  "what becomes of a signature at home, in place of the menu's" },
	{ "deadline", 0, "ROUNDS", false, NULL,
	  "rounds of talks, in place of the menu's" },
	{ "menu-set", 0, "KEY=VALUE", true, NULL,
	  "override a key of the menu, as parties.us.negotiator=cynic" },
	{ "payoffs", 'p', "PAYOFFS", false, "@payoffs",
	  "other payoffs than the scenario's" },
	{ "continuation", 'c', "CHANCE", false, NULL,
	  "chance that there is another round, in place of the scenario's" },
	{ "set", 0, "KEY=VALUE", true, NULL,
	  "override a key of the scenario, as noise.slip=0.02" },
	{ "runs", 'n', "N", false, NULL,
	  "so many negotiations; 1 if not given, which is told as a page, "
	  "and with --vary 1000 a cell" },
	{ "vary", 0, "KEY=A:B:N", true, NULL,
	  "over N values of a key of the scenario, of the menu (menu.KEY) or "
	  "numbers of parties (agents); or KEY=V,W,...; up to three times" },
	{ "solutions", 0, NULL, false, NULL,
	  "where theories of bargaining point, and how far off talks ended" },
	{ "svg", 0, "FILE", false, "@files",
	  "draw what is bargained over, the path of offers and these points" },
	{ "output", 'o', "DB", false, "@files",
	  "keep every negotiation, and each step of it, in this database" },
	{ "append", 'a', NULL, false, NULL,
	  "add to a database that is there, or go on with talks that were "
	  "interrupted" },
	{ "force", 'f', NULL, false, NULL,
	  "replace a database or picture that is there" },
	{ "evidence", 0, "LEVEL", false, "none epoch full",
	  "what is signed: every proposal, answer, signature and vote at home "
	  "(full), one root over what it said for each party and batch of "
	  "negotiations (epoch, the default with -o), or nothing (none)" },
	{ "transcripts", 0, "N", false, NULL,
	  "of the first so many each step is a row of the table events; 1 if "
	  "not given" },
	{ "seed", 's', "N", false, NULL,
	  "seed of what is drawn in talks; drawn and printed if not given" },
	{ "threads", 'j', "N", false, NULL,
	  "threads; as many as there are cores where not given; results do "
	  "not depend on it" },
	{ "table", 0, "NAME", false, NULL,
	  "which of the answer's tables --format csv and latex print: "
	  "outcomes, parties, texts, events, solutions, power; with --vary "
	  "cells, gains" },
	DT_COMMAND_FORMAT("text json csv latex"),
	{ "no-progress", 0, NULL, false, NULL, "no progress bar" },
	{ 0 }
};

const struct dt_command dt_cmd_negotiate = {
	.name = "negotiate",
	.brief = "let agents bargain over a menu of treaties, sign and ratify",
	.operands = "SCENARIO",
	.operand_words = "@scenarios",
	.least = 1,
	.most = 1,
	.about = "Values every text of a menu for each agent of SCENARIO, and "
	    "judges it as 'detente solve' does. Then the agents talk. Each "
	    "round of talks is a round of racing. What they agree on is "
	    "ratified at home, and enters into force by its own rule. A text "
	    "that does not hold may be signed: the answer says so.",
	.examples = "detente negotiate duel --menu chambers --seed 3\twho proposed what, "
	    "who refused\n"
	    "detente negotiate duel --menu chambers --runs 1000 --protocol quota\n"
	    "detente negotiate duel --menu chambers "
	    "--menu-set parties.one.negotiator=cynic\n"
	    "detente negotiate duel --menu chambers --solutions --svg talks.svg\n"
	    "detente negotiate duel --menu pledges --vary agents=2,4,8,44\t"
	    "how often a pause of all comes about\n"
	    "detente negotiate duel --menu chambers --protocol single-text "
	    "--ratification domestic --runs 500 -o talks.db\tkeep every step\n"
	    "detente negotiate duel --menu chambers --format csv --table events",
	.options = options,
	.run = run,
};

/* A command of a file has a seed: the same answer each time. */
enum dt_status
dt_cmd_negotiate_answer(struct dt_command_call *call, const char *command,
    struct dt_solution *solution, struct dt_text *svg, struct dt_error *err)
{
	const struct dt_option *const tables[] = { options, NULL };
	struct dt_cmd_talks j;
	int n;
	const char *const *words = dt_option_split(call->arena, command, &n);
	if (words == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_option_read(call->arena, tables, n - 1,
	    words + 1, &call->options, err);
	if (status != DT_OK)
		return status;
	call->command = &dt_cmd_negotiate;
	call->n_operands = call->options.n_operands;
	call->operands = call->options.operands;
	if (call->n_operands != 1 || dt_command_value(call, "vary") == NULL ||
	    dt_command_value(call, "seed") == NULL)
		return dt_status_fail(err, DT_EINPUT, "negotiate needs one "
		    "SCENARIO, --vary and --seed here");
	return read_call(call, &j) ? dt_cmd_negotiate_sheet(&j, solution, svg,
	    err) : dt_status_fail(err, DT_EINPUT, "it is no call of "
	    "negotiate");
}
