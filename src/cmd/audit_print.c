/* audit_print: what an audit found; see audit.h. */
#include "cmd/audit.h"

#include <inttypes.h>

#include "cli/output.h"

/* Where a fault is: "outcome: experiment 1, run 7, agent 3, breaches". */
static void
add_place(const struct dt_audit_fault *f, struct dt_text *text)
{
	const char *comma = "";
	const struct { const char *name; int64_t value; } parts[] = {
		{ "experiment", f->experiment }, { "run", f->run },
		{ "round", f->round }, { "agent", f->agent },
	};
	dt_text_add(text, "%s%s", f->table ? f->table : "", f->table ?
	    ": " : "");
	for (size_t i = 0; i < 4; i++)
		if (parts[i].value != 0) {
			dt_text_add(text, "%s%s %" PRId64, comma,
			    parts[i].name, parts[i].value);
			comma = ", ";
		}
	if (f->leaf >= 0)
		dt_text_add(text, "%sleaf %" PRId64, comma, f->leaf);
	comma = f->leaf >= 0 ? ", " : comma;
	if (f->column != NULL)
		dt_text_add(text, "%s%s", comma, f->column);
}

static void
add_faults(const struct dt_command_call *call,
    const struct dt_audit_report *r, struct dt_text *text)
{
	for (size_t i = 0; i < r->n; i++) {
		dt_text_add(text, "  - ");
		struct dt_text line = { 0 };
		add_place(&r->fault[i], &line);
		dt_text_add(&line, "%s%s", line.size ? ": " : "",
		    r->fault[i].words);
		dt_text_wrap(text, dt_text_string(&line), 4, call->width);
		dt_text_add(text, "\n");
		text->failed |= line.failed;
		dt_text_free(&line);
	}
	if (r->faults > (int64_t)r->n)
		dt_text_add(text, "  and %" PRId64 " more\n",
		    r->faults - (int64_t)r->n);
}

static void
add_signed(const struct dt_audit_experiment *e, struct dt_text *text)
{
	if (e->level == DT_SEAL_NONE) {
		dt_text_add(text, "  nothing is signed (--evidence none): "
		    "the replay is all there is\n");
		return;
	}
	dt_text_add(text, "  %" PRId64 " entries signed and verified, under "
	    "%" PRId64 " checkpoints\n", e->entries, e->checkpoints);
	if (e->level == DT_SEAL_FULL)
		dt_text_add(text, "  %" PRId64 " declarations, each committed "
		    "to before any was opened; %" PRId64 " halts, each\n"
		    "  binding at one entry\n", e->openings, e->halts);
	else
		dt_text_add(text, "  %" PRId64 " commitments, one an agent "
		    "and run, under one signature an agent and epoch\n",
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

static bool
is_simulated(const struct dt_audit_report *r)
{
	for (size_t i = 0; i < r->n_experiments; i++)
		if (r->experiments[i].simulated)
			return true;
	return false;
}

static void
add_verdict(const struct dt_command_call *call,
    const struct dt_audit_report *r, struct dt_text *text)
{
	if (r->faults == 0 && r->set_aside > 0)
		dt_text_add(text, "NOT SHOWN: %s has %" PRId64 " experiment%s "
		    "of another model version, which %s not played again.\n"
		    "No fault was found in the rest.\n", call->operands[0],
		    r->set_aside, r->set_aside == 1 ? "" : "s",
		    r->set_aside == 1 ? "was" : "were");
	else if (r->faults == 0)
		dt_text_add(text, "AUTHENTIC: %s is what was played, and who "
		    "signed said what it says.\n", call->operands[0]);
	else
		dt_text_add(text, "NOT AUTHENTIC: %s has %" PRId64 " fault%s"
		    ".\n", call->operands[0], r->faults,
		    r->faults == 1 ? "" : "s");
	add_faults(call, r, text);
	if (is_simulated(r))
		dt_text_add(text, "\nSIMULATED: all keys follow from the "
		    "seeds in the file. Anybody who has it can sign as\n"
		    "any agent. This shows how evidence works; it proves "
		    "nothing about the world.\n");
	if (r->solutions > 0)
		dt_text_add(text, "\n%" PRId64 " solution%s of detente solve "
		    "in the file, not audited: they are not evidence.\n"
		    "Their command finds them again.\n", r->solutions,
		    r->solutions == 1 ? "" : "s");
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

enum dt_exit
dt_cmd_audit_text(const struct dt_command_call *call,
    const struct dt_audit_report *r)
{
	struct dt_text text = { 0 };
	add_verdict(call, r, &text);
	for (size_t i = 0; i < r->n_experiments; i++) {
		const struct dt_audit_experiment *e = &r->experiments[i];
		dt_text_add(&text, "\nexperiment %" PRId64 ": %s under %s, "
		    "seed %s\n", e->id, e->scenario, e->treaty, e->seed);
		if (add_version(e, &text))
			continue;
		dt_text_add(&text, " authentic\n  %" PRId64 " runs played "
		    "again, %" PRId64 " rows compared\n", e->runs, e->rows);
		add_signed(e, &text);
		dt_text_add(&text, " compliant? (signatures do not say; "
		    "monitoring does)\n");
		add_compliance(e, &text);
	}
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}

static json_t *
fault_of(const struct dt_audit_fault *f)
{
	const struct { const char *name; int64_t value; } parts[] = {
		{ "experiment", f->experiment }, { "run", f->run },
		{ "round", f->round }, { "agent", f->agent },
	};
	json_t *o = json_object();
	if (f->table != NULL)
		dt_json_text(o, "table", f->table);
	for (size_t i = 0; i < 4; i++)
		if (parts[i].value != 0)
			json_object_set_new(o, parts[i].name,
			    json_integer(parts[i].value));
	if (f->leaf >= 0)
		json_object_set_new(o, "leaf", json_integer(f->leaf));
	if (f->column != NULL)
		dt_json_text(o, "column", f->column);
	dt_json_text(o, "fault", f->words);
	return o;
}

static json_t *
experiment_of(const struct dt_audit_experiment *e)
{
	const struct { const char *name; int64_t value; } numbers[] = {
		{ "experiment", e->id }, { "runs", e->runs },
		{ "rows", e->rows }, { "entries", e->entries },
		{ "checkpoints", e->checkpoints },
		{ "commitments", e->commitments + e->batched },
		{ "openings", e->openings }, { "findings", e->findings },
		{ "withdrawals", e->withdrawals }, { "halts", e->halts },
		{ "refuted", e->refuted }, { "breaches", e->breaches },
		{ "findings_right", e->found }, { "breaches_missed",
		    e->missed }, { "findings_wrong", e->wrong },
		{ "false_declarations", e->lies },
		{ "model_version", e->version },
	};
	json_t *o = json_object();
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		json_object_set_new(o, numbers[i].name,
		    json_integer(numbers[i].value));
	dt_json_text(o, "scenario", e->scenario);
	dt_json_text(o, "treaty", e->treaty);
	dt_json_text(o, "seed", e->seed);
	dt_json_text(o, "evidence", dt_seal_level_words[e->level]);
	json_object_set_new(o, "simulated", json_boolean(e->simulated));
	if (e->root != NULL) {
		dt_json_text(o, "origin", e->origin);
		dt_json_text(o, "root", e->root);
	}
	return o;
}

enum dt_exit
dt_cmd_audit_json(const struct dt_command_call *call,
    const struct dt_audit_report *r)
{
	json_t *root = dt_json_new(), *faults = json_array();
	json_t *experiments = json_array();
	for (size_t i = 0; i < r->n; i++)
		json_array_append_new(faults, fault_of(&r->fault[i]));
	for (size_t i = 0; i < r->n_experiments; i++)
		json_array_append_new(experiments,
		    experiment_of(&r->experiments[i]));
	json_object_set_new(root, "authentic", r->faults == 0 &&
	    r->set_aside > 0 ? json_null() : json_boolean(r->faults == 0));
	json_object_set_new(root, "not_played_again",
	    json_integer(r->set_aside));
	json_object_set_new(root, "simulated",
	    json_boolean(is_simulated(r)));
	json_object_set_new(root, "faults_found", json_integer(r->faults));
	json_object_set_new(root, "faults", faults);
	json_object_set_new(root, "experiments", experiments);
	json_object_set_new(root, "solutions_not_audited",
	    json_integer(r->solutions));
	return dt_output_json(call, root);
}
