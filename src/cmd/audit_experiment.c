/* audit_experiment: what an audit found of one experiment; see audit.h. */
#include "cmd/audit.h"

#include <inttypes.h>

/* "60 run, 360 outcome": rows of a kind of cover; false: there are none. */
static bool
add_rows(const struct dt_audit_experiment *e, struct dt_text *text,
    int64_t (*count)(const struct dt_audit_cover *))
{
	const char *comma = "";
	for (int t = 0; t < DT_STORE_SCAN_OF_EXPERIMENTS; t++) {
		int64_t n = count(&e->cover[t]);
		if (n == 0)
			continue;
		dt_text_add(text, "%s%" PRId64 " %s", comma, n,
		    dt_store_scan_table((enum dt_store_scan_what)t));
		comma = ", ";
	}
	return comma[0] != '\0';
}

static int64_t
replayed(const struct dt_audit_cover *c)
{
	return c->replayed;
}

static int64_t
vouched(const struct dt_audit_cover *c)
{
	return c->vouched;
}

static int64_t
uncovered(const struct dt_audit_cover *c)
{
	int64_t most = c->replayed > c->vouched ? c->replayed : c->vouched;
	return c->rows - most;
}

static void
add_line(const struct dt_command_call *call, struct dt_text *text,
    struct dt_text *line)
{
	dt_text_add(text, "  ");
	dt_text_wrap(text, dt_text_string(line), 4, call->width);
	dt_text_add(text, "\n");
	text->failed |= line->failed;
	dt_text_free(line);
}

/* What was held against what, and what was not. */
static void
add_covers(const struct dt_command_call *call,
    const struct dt_audit_experiment *e, struct dt_text *text)
{
	struct dt_text line = { 0 };
	dt_text_add(&line, "by replay: ");
	if (!add_rows(e, &line, replayed))
		dt_text_add(&line, "nothing");
	add_line(call, text, &line);
	dt_text_add(&line, "by signature: ");
	if (!add_rows(e, &line, vouched))
		dt_text_add(&line, "nothing: nobody has signed any of it");
	add_line(call, text, &line);
	dt_text_add(&line, "by nothing: when it began and ended, how many "
	    "runs were asked for");
	if (e->level == DT_SEAL_NONE)
		dt_text_add(&line, ", command and versions, and whether it "
		    "ever was signed");
	if (e->class && e->recorded > e->openings)
		dt_text_add(&line, "; whether %" PRId64 " moves are what was "
		    "chosen: nobody signed them", e->recorded - e->openings);
	else if (e->recorded > 0 && !e->class)
		dt_text_add(&line, "; whether %" PRId64 " moves are what "
		    "programs from outside chose: they were taken from the "
		    "record, and no program was called", e->recorded);
	if (e->class)
		dt_text_add(&line, "; when people came and went, how long they "
		    "thought, and what they answered");
	if (e->closed_roots > 0)
		dt_text_add(&line, "; what %" PRId64 " roots of epochs "
		    "commit to: nothing here opens them", e->closed_roots);
	struct dt_text rows = { 0 };
	if (add_rows(e, &rows, uncovered))
		dt_text_add(&line, "; %s", dt_text_string(&rows));
	dt_text_free(&rows);
	add_line(call, text, &line);
}

static void
add_whole(const struct dt_audit_experiment *e, struct dt_text *text)
{
	if (e->ended && e->missing == 0)
		dt_text_add(text, "  complete: all %" PRId64 " runs that it "
		    "says were asked for\n", e->asked);
	else
		dt_text_add(text, "  INCOMPLETE: %" PRId64 " of %" PRId64
		    " runs are not there%s; what was there once, the file\n"
		    "  cannot say\n", e->missing, e->asked, e->ended ? "" :
		    ", and it says that it never ended");
}

static void
add_keys(const struct dt_command_call *call,
    const struct dt_audit_experiment *e, struct dt_text *text)
{
	struct dt_text line = { 0 };
	if (e->signers == 0)
		return;
	dt_text_add(text, "  keys: %s", dt_audit_keys_words[e->keys]);
	if (e->keys == DT_AUDIT_MIXED)
		dt_text_add(text, ", %" PRId64 " of %" PRId64 " follow from "
		    "the seed", e->simulated, e->signers);
	if (e->pinned > 0)
		dt_text_add(text, "; all %" PRId64 " identities are those of "
		    "the roster\n", e->pinned);
	else
		dt_text_add(text, "; not pinned: anybody may have made them "
		    "(--pin ROSTER)\n");
	dt_cmd_audit_cosigned_words(e->cosigned, e->n_cosigned,
	    (uint64_t)e->entries, &line);
	add_line(call, text, &line);
}

static void
add_signed(const struct dt_audit_experiment *e, struct dt_text *text)
{
	if (e->level == DT_SEAL_NONE || e->signers == 0)
		return;
	dt_text_add(text, "  %" PRId64 " entries signed and verified, under "
	    "%" PRId64 " checkpoint%s\n", e->entries, e->checkpoints,
	    e->checkpoints == 1 ? "" : "s");
	if (e->level == DT_SEAL_FULL)
		dt_text_add(text, "  %" PRId64 " declarations, each committed "
		    "to before any was opened; %" PRId64 " halts, each\n"
		    "  binding at one entry\n", e->openings, e->halts);
	if (e->unopened > 0)
		dt_text_add(text, "  %" PRId64 " commitments were never "
		    "opened, and the referee says what counts for them: %s\n"
		    "  %s\n", e->unopened, e->unopened > 1 ? "the first" :
		    "it is", e->unopened_at);
	if (e->level != DT_SEAL_FULL)
		dt_text_add(text, "  %" PRId64 " commitments, one for each "
		    "agent and run, signed an epoch at a time\n",
		    e->batched);
	if (e->root != NULL)
		dt_text_add(text, "  log %s, root %s\n", e->origin, e->root);
}

static void
add_compliance(const struct dt_audit_experiment *e, struct dt_text *text)
{
	dt_text_add(text, "  %" PRId64 " breaches: monitoring found %" PRId64
	    " and missed %" PRId64 "; %" PRId64 " wrong findings\n",
	    e->breaches, e->found, e->missed, e->wrong);
	dt_text_add(text, "  %" PRId64 " false declarations", e->lies);
	if (e->level == DT_SEAL_FULL)
		dt_text_add(text, "; %" PRId64 " signed declarations that a "
		    "signed finding denies", e->refuted);
	dt_text_add(text, "\n");
}

/* Of one of real parties. */
static void
add_signed_log(const struct dt_command_call *call,
    const struct dt_audit_experiment *e, struct dt_text *text)
{
	struct dt_text line = { 0 };
	dt_text_add(text, "  %" PRId64 " entries signed and verified, each at "
	    "its time, under %" PRId64 " checkpoint%s\n", e->entries,
	    e->checkpoints, e->checkpoints == 1 ? "" : "s");
	dt_text_add(text, "  charter %s\n", e->origin ? e->origin : "unread");
	dt_cmd_audit_cosigned_words(e->cosigned, e->n_cosigned,
	    (uint64_t)e->entries, &line);
	add_line(call, text, &line);
}

/* Of talks, which are held again. */
static void
add_talks(const struct dt_command_call *call,
    const struct dt_audit_experiment *e, struct dt_text *text)
{
	if (!e->played) {
		dt_text_add(text, "  these talks were not held again\n");
		return;
	}
	dt_text_add(text, "  %" PRId64 " negotiations held again from menu, "
	    "texts and seed; %" PRId64 " rows compared\n", e->runs, e->rows);
	if (e->ended && e->missing == 0)
		dt_text_add(text, "  complete: all %" PRId64 " negotiations "
		    "that it says were asked for\n", e->asked);
	else
		dt_text_add(text, "  INCOMPLETE: %" PRId64 " of %" PRId64
		    " negotiations are not there\n", e->missing, e->asked);
	add_covers(call, e, text);
	if (e->signers > 0)
		dt_text_add(text, "  %" PRId64 " entries signed and verified, "
		    "under %" PRId64 " checkpoint%s; what was signed is bound\n"
		    "  at one entry, by the hash of the text\n", e->entries,
		    e->checkpoints, e->checkpoints == 1 ? "" : "s");
	if (e->root != NULL)
		dt_text_add(text, "  log %s, root %s\n", e->origin, e->root);
	add_keys(call, e, text);
}

/* Of one that is not played again. */
static bool
add_version(const struct dt_audit_experiment *e, struct dt_text *text)
{
	if (e->version == 0 || e->version == e->plays)
		return false;
	dt_text_add(text, " made by %s model version, %" PRId64 "; this "
	    "program plays it by version %d\n  its configuration, key and "
	    "agents fit; rows and signatures were not looked at:\n  audit "
	    "it with the program that made it\n", e->version < e->plays ?
	    "an older" : "a newer", e->version, e->plays);
	return true;
}

/* Of one that people played elsewhere. */
static bool
add_imported(const struct dt_command_call *call,
    const struct dt_audit_experiment *e, struct dt_text *text)
{
	struct dt_text line = { 0 };
	if (e->imported == NULL)
		return false;
	dt_text_add(text, "\nexperiment %" PRId64 ": %s, imported\n ", e->id,
	    e->scenario);
	if (e->faults > 0)
		dt_text_add(&line, "not authentic: %" PRId64 " of the faults",
		    e->faults);
	else
		dt_text_add(&line, "its rows are those that were made of %s; "
		    "nobody signed them, and nothing can play them again",
		    e->imported);
	dt_text_wrap(text, dt_text_string(&line), 2, call->width);
	dt_text_add(text, "\n");
	text->failed |= line.failed;
	dt_text_free(&line);
	return true;
}

void
dt_cmd_audit_experiment(const struct dt_command_call *call,
    const struct dt_audit_experiment *e, struct dt_text *text)
{
	if (add_imported(call, e, text))
		return;
	dt_text_add(text, "\nexperiment %" PRId64 ": %s under %s, seed %s\n",
	    e->id, e->scenario, e->treaty, e->seed);
	if (add_version(e, text))
		return;
	if (e->faults > 0)
		dt_text_add(text, " not authentic: %" PRId64 " of the "
		    "faults\n", e->faults);
	else
		dt_text_add(text, " authentic\n");
	if (dt_cmd_audit_is_talks(e)) {
		add_talks(call, e, text);
		return;
	}
	if (e->left) {
		dt_text_add(text, "  of real parties, whom no seed plays again: "
		    "its log was read by their rules, and all\n  rows made anew "
		    "from it\n");
		add_signed_log(call, e, text);
		return;
	}
	if (!e->played) {
		dt_text_add(text, "  it was not played again\n");
		return;
	}
	dt_text_add(text, "  %" PRId64 " runs played again, %" PRId64 " rows "
	    "compared\n", e->runs, e->rows);
	add_whole(e, text);
	add_covers(call, e, text);
	add_signed(e, text);
	add_keys(call, e, text);
	dt_text_add(text, " compliant? (signatures do not say; monitoring "
	    "does)\n");
	add_compliance(e, text);
}
