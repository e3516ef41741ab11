/* negotiate: agents bargain over a menu of treaties (bargain/negotiate.h). */
#include <string.h>

#include "bargain/negotiate.h"
#include "cli/progress.h"
#include "cmd/run.h"
#include "cmd/solve.h"
#include "cmd/verbs.h"

struct job {
	struct dt_command_call *call;
	struct dt_faults faults;
	struct dt_error err;
	struct dt_menu menu;
	struct dt_stakes stakes;
	struct dt_talks_setting setting;
	struct dt_negotiate negotiate;
	struct dt_solution solution;
	struct dt_progress progress;
	uint64_t seed;
	int64_t runs, keep;
	int threads;
};

static void
show_progress(void *context, size_t done, size_t all)
{
	struct dt_progress *progress = context;
	if (progress->all == 0)
		dt_progress_start(progress, progress->shown, (int64_t)all);
	progress->what = "texts";
	progress->done = (int64_t)done;
	dt_progress_show(progress);
}

/* What the call says beside --menu becomes keys of the menu. */
static const char *const *
menu_sets(const struct dt_command_call *call)
{
	static const char *const keys[] = { "protocol", "ratification",
		"deadline", NULL };
	const char *const *given = dt_command_values(call, "menu-set");
	size_t n = 0;
	while (given != NULL && given[n] != NULL)
		n++;
	const char **sets = (const char **)dt_arena_new(call->arena, n + 4,
	    sizeof(*sets));
	for (size_t k = 0; sets != NULL && k < n; k++)
		sets[k] = given[k];
	for (size_t k = 0; sets != NULL && keys[k] != NULL; k++) {
		const char *value = dt_command_value(call, keys[k]);
		if (value != NULL)
			sets[n++] = dt_arena_print(call->arena, "%s=%s",
			    keys[k], value);
	}
	return sets;
}

static enum dt_status
value(struct job *j)
{
	const struct dt_command_call *call = j->call;
	struct dt_stakes_request request = { .catalogue = &call->catalogue,
		.menu = &j->menu, .scenario = call->operands[0],
		.payoffs = dt_command_value(call, "payoffs"),
		.continuation = dt_command_value(call, "continuation"),
		.sets = dt_command_values(call, "set"), .seed = 1,
		.threads = j->threads, .runs = 2000, .work = 2e7,
		.stop = &dt_command_stopped, .progress = show_progress,
		.context = &j->progress };
	enum dt_status status = dt_stakes_new(&j->stakes, &request,
	    &j->faults, &j->err);
	if (j->progress.all > 0)
		dt_progress_clear(&j->progress);
	return status;
}

static enum dt_status
talk(struct job *j)
{
	const char *const *sets = menu_sets(j->call);
	const char *menu = dt_command_value(j->call, "menu");
	if (sets == NULL)
		return dt_status_no_memory(&j->err);
	enum dt_status status = dt_menu_read(&j->call->catalogue,
	    menu != NULL ? menu : "halt", sets, &j->menu, &j->faults,
	    &j->err);
	if (status == DT_OK)
		status = value(j);
	if (status == DT_OK)
		status = dt_talks_prepare(j->call->arena, &j->stakes,
		    &j->menu, &j->setting, &j->err);
	j->setting.seed = j->seed;
	j->setting.keep = j->keep;
	if (status == DT_OK)
		status = dt_negotiate_new(&j->negotiate, &j->setting,
		    j->stakes.texts[0].experiment.scenario->name, j->runs,
		    j->threads, &dt_command_stopped, &j->err);
	return status;
}

static enum dt_exit
draw(struct job *j)
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
tell(struct job *j)
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
print(struct job *j)
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
	return exit;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct job j = { .call = call, .faults = { .arena = call->arena },
	    .progress = { .shown = call->progress } };
	bool bad = false;
	int64_t seed = dt_command_whole(call, "seed", 0, INT64_MAX, -1, &bad);
	j.runs = dt_command_whole(call, "runs", 1, 10000000, 1, &bad);
	j.keep = dt_command_whole(call, "transcripts", 0, 100000, 1, &bad);
	j.threads = dt_command_threads(call, &bad);
	if (bad)
		return DT_EXIT_USAGE;
	j.seed = seed < 0 ? dt_cmd_run_draw_seed() : (uint64_t)seed;
	enum dt_exit exit = DT_EXIT_OK;
	if (talk(&j) != DT_OK)
		exit = dt_command_fail(call, &j.faults, &j.err);
	else
		exit = print(&j);
	dt_negotiate_free(&j.negotiate);
	dt_stakes_free(&j.stakes);
	return exit;
}

static const struct dt_option options[] = {
	{ "menu", 'm', "MENU", false, "@menus",
	  "what is on the table; halt if not given" },
	{ "protocol", 0, "NAME", false, "offers ultimatum quota "
	  "single-text pledges groups",
	  "how they talk, in place of the menu's way" },
	{ "ratification", 0, "WORD", false, "certain spatial logit",
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
	  "so many negotiations; 1 if not given, which is told as a page" },
	{ "solutions", 0, NULL, false, NULL,
	  "where theories of bargaining point, and how far off talks ended" },
	{ "svg", 0, "FILE", false, "@files",
	  "draw what is bargained over, the path of offers and these points" },
	DT_COMMAND_FORCE,
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
	  "outcomes, parties, texts, events, solutions, power" },
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
	.examples = "detente negotiate two-powers --seed 3\twho proposed what, "
	    "who refused\n"
	    "detente negotiate two-powers --runs 1000 --protocol quota\n"
	    "detente negotiate two-powers --menu-set parties.us.negotiator="
	    "cynic\n"
	    "detente negotiate two-powers --solutions --svg talks.svg\n"
	    "detente negotiate two-powers --format csv --table events",
	.options = options,
	.run = run,
};
