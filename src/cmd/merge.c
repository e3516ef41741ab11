/* merge: several databases into one, as the shards of a sweep. */
#include "cmd/verbs.h"

#include <inttypes.h>
#include <string.h>

#include "play/record.h"
#include "store/merge.h"

static void
add_count(struct dt_text *text, const char *before, int64_t n,
    const char *what)
{
	dt_text_add(text, "%s %" PRId64 " %s%s", before, n, what,
	    n == 1 ? "" : "s");
}

static void
add_counts(struct dt_text *text, const struct dt_merge_count *c)
{
	bool played = c->experiments > 0 || c->sweeps + c->solutions == 0;
	if (played) {
		add_count(text, "", c->experiments, "experiment");
		dt_text_add(text, " with %" PRId64 " run%s", c->runs,
		    c->runs == 1 ? "" : "s");
	}
	if (c->sweeps > 0) {
		add_count(text, played ? "," : "", c->sweeps, "sweep");
		dt_text_add(text, " with %" PRId64 " of %" PRId64 " cells",
		    c->cells, c->cells_asked);
	}
	if (c->solutions > 0)
		add_count(text, played || c->sweeps > 0 ? "," : "",
		    c->solutions, "solution");
}

static enum dt_exit
tell(const struct dt_command_call *call, const struct dt_merge_count *count)
{
	const char *into = call->operands[0];
	struct dt_text text = { 0 };
	dt_text_add(&text, "%s:", into);
	add_counts(&text, count);
	dt_text_add(&text, "\n");
	enum dt_exit exit = call->quiet ? DT_EXIT_OK :
	    dt_command_write(call, &text);
	dt_text_free(&text);
	if (exit == DT_EXIT_OK && count->cells < count->cells_asked)
		dt_command_advise(call, "Some cells are missing: merge the "
		    "other shards too, or go on with detente sweep --resume");
	else if (exit == DT_EXIT_OK)
		dt_command_advise(call, "Next: detente query %s %s", into,
		    count->sweeps > 0 ? "sweep-map" : count->experiments > 0 ||
		    count->solutions == 0 ? "run-summary" : "solutions");
	return exit;
}

static enum dt_merge_rounds
rounds_of(const struct dt_command_call *call)
{
	const char *detail = dt_command_value(call, "detail");
	return detail == NULL ? DT_MERGE_AS_PARTS :
	    strcmp(detail, "packed") == 0 ? DT_MERGE_PACKED :
	    DT_MERGE_AS_ROWS;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	char now[32];
	struct dt_error err = { 0 };
	struct dt_merge_count count = { 0 };
	enum dt_store_how how = dt_command_value(call, "force") != NULL ?
	    DT_STORE_REPLACE : DT_STORE_CREATE;
	struct dt_stop stop;
	dt_stop_start(&stop, 0);
	stop.flag = &dt_command_stopped;
	if (dt_merge(call->operands[0], how, rounds_of(call), call->operands + 1,
	    (size_t)call->n_operands - 1, dt_record_time(now), &stop, &count,
	    &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	return tell(call, &count);
}

static const struct dt_option options[] = {
	DT_COMMAND_FORCE,
	{ "detail", 0, "FORM", false, "rounds packed",
	  "how INTO keeps rounds: a row each (rounds), or a byte a move "
	  "(packed); packed if one of the parts is, where not given" },
	{ 0 }
};

const struct dt_command dt_cmd_merge = {
	.name = "merge",
	.brief = "put databases together, as the shards of a sweep",
	.operands = "INTO DB...",
	.operand_words = "@files",
	.least = 2,
	.most = -1,
	.about = "Makes one database INTO of several. Experiments, sweeps "
	    "and solutions are known by their keys: runs and cells of one that lie in "
	    "several parts come together. A row that is in two parts must be "
	    "alike in both, else nothing is written.\n\n"
	    "The order of the parts does not matter. Shards of a sweep merge "
	    "to the database that the whole sweep would have made. One part "
	    "alone is copied, as INTO is to keep its rounds.",
	.examples = "detente merge all.db part*.db\n"
	    "detente merge --force all.db all-old.db more.db\n"
	    "detente merge --detail packed small.db large.db",
	.options = options,
	.run = run,
};
