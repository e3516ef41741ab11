/* audit_json: what an audit found, for programs; see audit.h. The keys are
 * documented in detente-audit(1), and only added to. */
#include "cmd/audit.h"

#include <string.h>

#include "cli/output.h"

static json_t *
fault_of(const struct dt_audit_fault *f)
{
	const struct { const char *name; int64_t value; } parts[] = {
		{ "experiment", f->experiment }, { "sweep", f->sweep },
		{ "cell", f->cell }, { "run", f->run },
		{ "round", f->round }, { "agent", f->agent },
		{ "solution", f->solution },
	};
	json_t *o = json_object();
	if (f->table != NULL)
		dt_json_text(o, "table", f->table);
	for (size_t i = 0; i < 7; i++)
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
cover_of(const char *table, const struct dt_audit_cover *c)
{
	json_t *o = json_object();
	dt_json_text(o, "table", table);
	json_object_set_new(o, "rows", json_integer(c->rows));
	json_object_set_new(o, "replayed", json_integer(c->replayed));
	json_object_set_new(o, "signed", json_integer(c->vouched));
	return o;
}

static json_t *
covers_of(const struct dt_audit_experiment *e)
{
	json_t *list = json_array();
	for (int t = 0; t < DT_STORE_SCAN_OF_EXPERIMENTS; t++)
		json_array_append_new(list, cover_of(dt_store_scan_table(
		    (enum dt_store_scan_what)t), &e->cover[t]));
	return list;
}

static void
add_flags(const struct dt_audit_experiment *e, json_t *o)
{
	bool talks = dt_cmd_audit_is_talks(e);
	bool real = e->left != NULL && !talks;
	json_object_set_new(o, "authentic", json_boolean(e->faults == 0 &&
	    (e->played || real)));
	json_object_set_new(o, "real_parties", json_boolean(real));
	json_object_set_new(o, "talks", json_boolean(talks));
	json_object_set_new(o, "played_again", json_boolean(e->played));
	json_object_set_new(o, "complete", json_boolean(e->ended &&
	    e->missing == 0));
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
		{ "commitments_unopened", e->unopened },
		{ "withdrawals", e->withdrawals }, { "halts", e->halts },
		{ "refuted", e->refuted }, { "breaches", e->breaches },
		{ "findings_right", e->found }, { "breaches_missed",
		    e->missed }, { "findings_wrong", e->wrong },
		{ "false_declarations", e->lies },
		{ "model_version", e->version },
		{ "faults_found", e->faults }, { "runs_asked", e->asked },
		{ "runs_missing", e->missing },
		{ "moves_from_record", e->recorded },
		{ "sealed_runs", e->sealed }, { "signers", e->signers },
		{ "signers_simulated", e->simulated },
		{ "signers_pinned", e->pinned },
		{ "roots_not_opened", e->closed_roots },
	};
	json_t *o = json_object();
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		json_object_set_new(o, numbers[i].name,
		    json_integer(numbers[i].value));
	dt_json_text(o, "scenario", e->scenario);
	dt_json_text(o, "treaty", e->treaty);
	dt_json_text(o, "seed", e->seed);
	dt_json_text(o, "evidence", dt_seal_level_words[e->level]);
	dt_json_text(o, "keys", dt_audit_keys_words[e->keys]);
	json_object_set_new(o, "simulated", json_boolean(e->keys ==
	    DT_AUDIT_SIMULATED));
	add_flags(e, o);
	dt_json_text(o, "imported_from", e->imported);
	json_object_set_new(o, "coverage", covers_of(e));
	json_object_set_new(o, "cosigned", dt_cmd_audit_cosigned_json(
	    e->cosigned, e->n_cosigned));
	if (e->root != NULL) {
		dt_json_text(o, "origin", e->origin);
		dt_json_text(o, "root", e->root);
	}
	return o;
}

static json_t *
sweep_of(const struct dt_audit_sweep *s)
{
	json_t *o = json_object();
	json_object_set_new(o, "sweep", json_integer(s->id));
	dt_json_text(o, "name", s->name);
	json_object_set_new(o, "faults_found", json_integer(s->faults));
	json_object_set_new(o, "authentic", json_boolean(s->played &&
	    s->faults == 0));
	json_object_set_new(o, "played_again", json_boolean(s->played));
	if (s->why != NULL)
		dt_json_text(o, "not_played_because", s->why);
	json_object_set_new(o, "complete", json_boolean(s->ended &&
	    s->stored == s->cells));
	json_object_set_new(o, "cells", json_integer(s->cells));
	json_object_set_new(o, "cells_stored", json_integer(s->stored));
	json_object_set_new(o, "cells_checked", json_integer(s->checked));
	json_object_set_new(o, "cells_of_other_version",
	    json_integer(s->others));
	return o;
}

static json_t *
asides_of(const struct dt_audit_report *r)
{
	json_t *list = json_array();
	for (size_t i = 0; i < r->n_solutions_aside; i++) {
		json_t *o = json_object();
		json_object_set_new(o, "solution",
		    json_integer(r->solutions_aside[i].solution));
		dt_json_text(o, "because", r->solutions_aside[i].why);
		json_array_append_new(list, o);
	}
	return list;
}

static void
add_solutions(const struct dt_audit_report *r, json_t *root)
{
	bool asked = r->solutions_again + r->solutions_said +
	    (int64_t)r->n_solutions_aside > 0;
	json_object_set_new(root, "solutions_not_audited",
	    json_integer(asked ? 0 : r->solutions));
	json_object_set_new(root, "solutions_found_again",
	    json_integer(r->solutions_again));
	json_object_set_new(root, "pins", json_integer(r->solutions_said));
	json_object_set_new(root, "solution_cells_compared",
	    json_integer(r->solution_cells));
	json_object_set_new(root, "solutions_not_shown", asides_of(r));
}

enum dt_exit
dt_cmd_audit_json(const struct dt_command_call *call,
    const struct dt_audit_report *r)
{
	static const char *const verdicts[] = { "authentic",
		"not authentic", "not shown", "nothing" };
	enum dt_audit_verdict verdict = dt_audit_verdict(r);
	json_t *root = dt_json_new(), *faults = json_array();
	json_t *experiments = json_array(), *tables = json_array();
	json_t *sweeps = json_array();
	bool simulated = false;
	for (size_t i = 0; i < r->n; i++)
		json_array_append_new(faults, fault_of(&r->fault[i]));
	for (size_t i = 0; i < r->n_experiments; i++) {
		json_array_append_new(experiments,
		    experiment_of(&r->experiments[i]));
		simulated |= r->experiments[i].keys == DT_AUDIT_SIMULATED;
	}
	for (size_t i = 0; i < r->n_tables; i++)
		json_array_append_new(tables, cover_of(r->tables[i].name,
		    &r->tables[i].cover));
	dt_json_text(root, "verdict", verdicts[verdict]);
	json_object_set_new(root, "authentic", verdict == DT_AUDIT_AUTHENTIC ?
	    json_true() : verdict == DT_AUDIT_NOT ? json_false() :
	    json_null());
	json_object_set_new(root, "experiment_gaps",
	    json_integer(r->id_gaps));
	json_object_set_new(root, "tables", tables);
	for (size_t i = 0; i < r->n_sweeps; i++)
		json_array_append_new(sweeps, sweep_of(&r->sweeps[i]));
	json_object_set_new(root, "sweeps", sweeps);
	json_object_set_new(root, "not_played_again",
	    json_integer(r->set_aside));
	json_object_set_new(root, "simulated",
	    json_boolean(simulated));
	json_object_set_new(root, "faults_found", json_integer(r->faults));
	json_object_set_new(root, "faults", faults);
	json_object_set_new(root, "experiments", experiments);
	json_object_set_new(root, "cosigned_elsewhere",
	    json_integer((json_int_t)r->n_elsewhere));
	add_solutions(r, root);
	return dt_output_json(call, root);
}
