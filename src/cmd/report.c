/* report: a database as one page; see report.h. */
#include "cmd/report.h"
#include "cli/interrupt.h"
#include "cmd/citation.h"
#include "cmd/verbs.h"
#include "version.h"

#include <string.h>

static enum dt_digest_check
read_check(const struct dt_command_call *call)
{
	const char *word = dt_command_value(call, "audit");
	return word == NULL || strcmp(word, "fit") == 0 ? DT_DIGEST_FIT :
	    strcmp(word, "quick") == 0 ? DT_DIGEST_QUICK :
	    strcmp(word, "whole") == 0 ? DT_DIGEST_WHOLE : DT_DIGEST_NONE;
}

/* The files come first: where their folder is in the way, no page is left. */
static enum dt_exit
print(struct dt_command_call *call, const struct dt_paper *paper,
    const struct dt_stop *stop)
{
	struct dt_error err = { 0 };
	const char *folder = dt_command_value(call, "plot-data");
	size_t n = 0;
	if (folder != NULL && dt_paper_files(paper, folder, stop, &n, &err) !=
	    DT_OK) {
		enum dt_exit failed = dt_command_fail(call, NULL, &err);
		return err.status == DT_ESTOPPED ? DT_EXIT_INTERRUPTED :
		    failed;
	}
	if (folder != NULL)
		dt_command_advise(call, "%s: %zu files; see its README.txt",
		    folder, n);
	struct dt_text page = { 0 };
	dt_paper_html(paper, &page);
	enum dt_exit exit = dt_cmd_report_print(call, &page);
	dt_text_free(&page);
	return exit;
}

static enum dt_exit
report(struct dt_command_call *call, const struct dt_digest_request *request)
{
	struct dt_error err = { 0 };
	struct dt_paper paper;
	enum dt_exit exit;
	if (dt_digest(request, call->arena, &paper, &err) == DT_OK)
		exit = print(call, &paper, request->stop);
	else
		exit = dt_command_fail(call, NULL, &err);
	if (err.status == DT_ESTOPPED)
		exit = DT_EXIT_INTERRUPTED;
	dt_paper_free(&paper);
	return exit;
}

/* What goes with the sheet alone, or with the page alone. */
static const char *
misfit(const struct dt_command_call *call, bool brief)
{
	static const char *const of_sheet[] = { "treaty", "payoffs",
		"continuation", "set", "thresholds", NULL };
	static const char *const of_page[] = { "plot-data", "audit", NULL };
	for (const char *const *o = brief ? of_page : of_sheet; *o; o++)
		if (dt_command_value(call, *o) != NULL)
			return *o;
	return NULL;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct dt_text cite = { 0 };
	struct dt_stop stop;
	bool bad = false, brief = dt_command_value(call, "brief") != NULL;
	const char *wrong = misfit(call, brief);
	if (wrong != NULL)
		return dt_command_usage(call, brief ? "--%s does not go with "
		    "--brief" : "--%s goes with --brief alone", wrong);
	dt_stop_start(&stop, 0);
	stop.flag = &dt_command_stopped;
	dt_cmd_citation(&cite);
	struct dt_digest_request request = {
		.database = call->operands[0], .check = read_check(call),
		.experiment = dt_command_whole(call, "experiment", 1,
		    INT64_MAX, 0, &bad),
		.threads = dt_command_threads(call, &bad),
		.thresholds = dt_command_value(call, "thresholds") != NULL,
		.catalogue = &call->catalogue, .version = DT_VERSION,
		.cite = dt_text_string(&cite), .stop = &stop };
	if (brief)
		dt_interrupt_at_once();
	enum dt_exit exit = bad ? DT_EXIT_USAGE : brief ?
	    dt_cmd_report_brief(call, &request) : report(call, &request);
	dt_text_free(&cite);
	return exit;
}

static const struct dt_option options[] = {
	DT_COMMAND_OUTPUT,
	DT_COMMAND_FORCE,
	{ "plot-data", 0, "DIR", false, "@files",
	  "also write each table as CSV and for LaTeX, and scripts that draw the "
	  "pictures with gnuplot and R, to this new folder" },
	{ "experiment", 'e', "N", false, NULL,
	  "tell of this experiment alone" },
	{ "audit", 0, "fit|quick|whole|none", false, "fit quick whole none",
	  "how the file is checked: quick (configurations, keys, some cells), "
	  "whole (as detente audit does), or what takes seconds (fit, where not "
	  "given)" },
	{ "brief", 'b', NULL, false, NULL,
	  "one sheet of A4 about a scenario and its treaty" },
	{ "treaty", 't', "TREATY", false, "@treaties",
	  "with --brief: another treaty than the scenario's" },
	{ "payoffs", 'p', "PAYOFFS", false, "@payoffs",
	  "with --brief: other payoffs" },
	{ "continuation", 'c', "CHANCE", false, NULL,
	  "with --brief: chance that there is a next round" },
	{ "set", 's', "KEY=VALUE", true, NULL,
	  "with --brief: change a key of the scenario" },
	{ "thresholds", 0, NULL, false, NULL,
	  "with --brief: how far each key may be turned, also where that has to "
	  "be played, within a minute or so" },
	{ "threads", 'j', "N", false, NULL,
	  "threads; as many as there are cores where not given" },
	{ 0 }
};

const struct dt_command dt_cmd_report = {
	.name = "report",
	.brief = "show a database, or a treaty, as one page",
	.operands = "DB | SCENARIO",
	.operand_words = "@files",
	.least = 1,
	.most = 1,
	.about = "Writes one HTML page without scripts: the answer in three "
	    "sentences, whether the file is authentic, and for each "
	    "experiment, sweep and solution its pictures with the tables "
	    "that they are drawn from; where it comes from, the command to run "
	    "it again, and how to cite it. The page asks nothing of any "
	    "network, prints well, and is read by screen readers.\n\n"
	    "--brief is one sheet of A4: the answer, three things that break "
	    "it, its cost, what is assumed, and what is not modelled. It is of "
	    "the first experiment of DB (--experiment: of another), or of a "
	    "SCENARIO, which needs no database.",
	.examples = "detente report map.db -o report.html\n"
	    "detente report map.db -o pictures.html --plot-data figures\n"
	    "detente report --brief two-powers -t verified-halt -c 0.95 "
	    "-o brief.html\n"
	    "detente report map.db --experiment 2 --audit whole -o two.html",
	.options = options,
	.run = run,
};
