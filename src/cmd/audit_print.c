/* audit_print: what an audit found; see audit.h. */
#include "cmd/audit.h"

#include <inttypes.h>

#include "cli/output.h"
#include "proof/inspect.h"

/* Where a fault is: "outcome: experiment 1, run 7, agent 3, breaches". */
static void
add_place(const struct dt_audit_fault *f, struct dt_text *text)
{
	const char *comma = "";
	const struct { const char *name; int64_t value; } parts[] = {
		{ "experiment", f->experiment }, { "sweep", f->sweep },
		{ "cell", f->cell }, { "run", f->run },
		{ "round", f->round }, { "agent", f->agent },
		{ "solution", f->solution },
	};
	dt_text_add(text, "%s%s", f->table ? f->table : "", f->table ?
	    ": " : "");
	for (size_t i = 0; i < 7; i++)
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

static int64_t
count_keys(const struct dt_audit_report *r, enum dt_audit_keys keys)
{
	int64_t n = 0;
	for (size_t i = 0; i < r->n_experiments; i++)
		n += r->experiments[i].keys == keys;
	return n;
}

static bool
is_sampled(const struct dt_audit_report *r)
{
	for (size_t i = 0; i < r->n_sweeps; i++)
		if (r->sweeps[i].played &&
		    r->sweeps[i].checked + r->sweeps[i].others <
		    r->sweeps[i].stored)
			return true;
	return false;
}

/* Whether all that is not shown was imported. */
static bool
is_imported(const struct dt_audit_report *r)
{
	int64_t n = 0;
	for (size_t i = 0; i < r->n_experiments; i++)
		n += r->experiments[i].imported != NULL;
	return n > 0 && n == r->set_aside;
}

/* The first line answers the question. */
static void
add_answer(const struct dt_command_call *call,
    const struct dt_audit_report *r, struct dt_text *text)
{
	const char *file = call->operands[0];
	int64_t unsigned_ones = count_keys(r, DT_AUDIT_UNSIGNED);
	int64_t n = (int64_t)r->n_experiments;
	switch (dt_audit_verdict(r)) {
	case DT_AUDIT_NOT:
		dt_text_add(text, "NOT AUTHENTIC: %s has %" PRId64 " fault%s"
		    ".\n", file, r->faults, r->faults == 1 ? "" : "s");
		break;
	case DT_AUDIT_NOT_SHOWN:
		if (is_imported(r))
			dt_text_add(text, "NOT SHOWN: what is in %s was "
			    "imported. Its rows are those that were, and\n"
			    "nothing shows that they are right.\n", file);
		else
			dt_text_add(text, "NOT SHOWN: not all of %s was looked "
			    "at. No fault was found in the rest.\n", file);
		break;
	case DT_AUDIT_NOTHING:
		dt_text_add(text, "NOTHING: %s has no experiment, no sweep "
		    "and no solution. There is nothing to be authentic.\n",
		    file);
		break;
	case DT_AUDIT_AUTHENTIC:
		if (unsigned_ones == n)
			dt_text_add(text, "AUTHENTIC: %s is what its "
			    "configurations and seeds give. Nothing in it is "
			    "signed.\n", file);
		else
			dt_text_add(text, "AUTHENTIC: %s is what was played, "
			    "and all that is signed in it verifies.\n", file);
		if (unsigned_ones > 0 && unsigned_ones < n)
			dt_text_add(text, "%" PRId64 " of %" PRId64
			    " experiments are not signed.\n", unsigned_ones,
			    n);
		if (is_sampled(r))
			dt_text_add(text, "Of sweeps only a sample was looked "
			    "at; what it may miss is said below.\n");
	}
}

static void
add_warnings(const struct dt_audit_report *r, struct dt_text *text)
{
	if (r->id_gaps > 0)
		dt_text_add(text, "\nGAP: %" PRId64 " number%s of experiments "
		    "%s not in the file. Nobody signs how many there were.\n",
		    r->id_gaps, r->id_gaps == 1 ? "" : "s",
		    r->id_gaps == 1 ? "is" : "are");
	for (size_t i = 0; i < r->n_elsewhere; i++)
		dt_text_add(text, "\nELSEWHERE: a cosignature by %s is of the "
		    "log %s,\nwhich is not in this file: nothing of it was "
		    "checked.\n", r->elsewhere[i].witness,
		    r->elsewhere[i].log);
	bool real = count_keys(r, DT_AUDIT_REAL) > 0;
	if (count_keys(r, DT_AUDIT_SIMULATED) > 0)
		dt_text_add(text, "\nSIMULATED: %s keys follow from the "
		    "seeds in the file. Anybody who has it\ncan "
		    "sign as any agent%s. This shows how evidence works;\n"
		    "it proves nothing about the world.\n", real ? "some" : "all",
		    real ? " of those experiments" : "");
	if (count_keys(r, DT_AUDIT_MIXED) > 0)
		dt_text_add(text, "\nMIXED: some keys follow from the seeds "
		    "in the file. Anybody who has it can\nsign as these "
		    "agents.\n");
}

/* What solve has kept. */
static void
add_solutions(const struct dt_command_call *call,
    const struct dt_audit_report *r, struct dt_text *text)
{
	int64_t n = r->solutions;
	if (n == 0)
		return;
	if (dt_command_value(call, "solutions") == NULL) {
		dt_text_add(text, "\n%" PRId64 " solution%s of detente solve "
		    "in the file, not audited: they are not evidence.\n"
		    "--solutions finds them again.\n", n, n == 1 ? "" : "s");
		return;
	}
	dt_text_add(text, "\nsolutions: %" PRId64 " of %" PRId64 " found "
	    "again by their commands, %" PRId64 " values compared, to the last "
	    "digit\n  by nothing: when they were kept, and by which versions; "
	    "nobody signs solutions\n", r->solutions_again,
	    n - r->solutions_said, r->solution_cells);
	if (r->solutions_said > 0)
		dt_text_add(text, "pins of detente explore, and what was "
		    "withdrawn: %" PRId64 ", each about an answer in the "
		    "file\n  by nothing: the names, notes and persons\n",
		    r->solutions_said);
	for (size_t i = 0; i < r->n_solutions_aside; i++) {
		struct dt_text line = { 0 };
		dt_text_add(&line, "solution %" PRId64 " is not shown: %s",
		    r->solutions_aside[i].solution,
		    r->solutions_aside[i].why);
		dt_text_add(text, "  ");
		dt_text_wrap(text, dt_text_string(&line), 4, call->width);
		dt_text_add(text, "\n");
		text->failed |= line.failed;
		dt_text_free(&line);
	}
}

/* Of a sample: how likely it is that it passes by what was changed. */
static void
add_sample(const struct dt_audit_sweep *s, struct dt_text *text)
{
	uint64_t n = (uint64_t)s->stored, k = (uint64_t)s->checked;
	uint64_t tenth = (n + 9) / 10;
	dt_text_add(text, "  a sample, drawn now: it misses one changed cell "
	    "with chance %.3g, and all of %" PRIu64 "\n  changed cells with "
	    "chance %.3g\n", 1 - dt_inspect_chance(n, 1, k), tenth,
	    1 - dt_inspect_chance(n, tenth, k));
}

static void
add_sweep(const struct dt_command_call *call,
    const struct dt_audit_sweep *s, struct dt_text *text)
{
	dt_text_add(text, "\nsweep %" PRId64 ": %s\n", s->id, s->name);
	if (!s->played) {
		dt_text_add(text, " not shown: ");
		dt_text_wrap(text, s->why, 2, call->width);
		dt_text_add(text, "\n");
		return;
	}
	if (s->faults > 0)
		dt_text_add(text, " not authentic: %" PRId64 " of the "
		    "faults\n", s->faults);
	else
		dt_text_add(text, " authentic\n");
	dt_text_add(text, "  %" PRId64 " of %" PRId64 " cells answered again "
	    "and compared\n", s->checked, s->stored);
	if (s->others > 0)
		dt_text_add(text, "  %" PRId64 " are of an older model "
		    "version, which plays them otherwise: not compared\n",
		    s->others);
	if (s->checked + s->others < s->stored)
		add_sample(s, text);
	if (s->ended && s->stored == s->cells)
		dt_text_add(text, "  complete: all cells of its grid\n");
	else
		dt_text_add(text, "  INCOMPLETE: %" PRId64 " of %" PRId64
		    " cells are there\n", s->stored, s->cells);
	dt_text_add(text, "  by nothing: when it began and ended, command and "
	    "versions; nobody signs sweeps\n");
}

enum dt_exit
dt_cmd_audit_text(const struct dt_command_call *call,
    const struct dt_audit_report *r)
{
	struct dt_text text = { 0 };
	add_answer(call, r, &text);
	add_faults(call, r, &text);
	add_warnings(r, &text);
	add_solutions(call, r, &text);
	for (size_t i = 0; i < r->n_experiments; i++)
		dt_cmd_audit_experiment(call, &r->experiments[i], &text);
	for (size_t i = 0; i < r->n_sweeps; i++)
		add_sweep(call, &r->sweeps[i], &text);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}
