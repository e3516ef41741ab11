/* audit_against: `detente audit A.db --against B.db`; see audit.h. */
#include "cmd/audit.h"

#include <inttypes.h>
#include <string.h>

#include "audit/against.h"
#include "audit/keep.h"
#include "cli/output.h"
#include "proof/key.h"

static void
add_log(const struct dt_against_log *log, struct dt_text *text)
{
	dt_text_add(text, "experiment %" PRId64 ": ", log->experiment);
	switch (log->is) {
	case DT_AGAINST_SAME:
		dt_text_add(text, "the same log, %" PRIu64 " entries\n",
		    log->size);
		break;
	case DT_AGAINST_LONGER:
	case DT_AGAINST_SHORTER:
		dt_text_add(text, "one log: %" PRIu64 " entries here, %" PRIu64
		    " there, and the shorter is the\n  beginning of the "
		    "longer\n", log->size, log->other);
		break;
	case DT_AGAINST_FORK:
		dt_text_add(text, "A FORK: %s has signed two histories, which "
		    "differ from\n  leaf %" PRIu64 " on\n", log->origin,
		    log->differs);
		if (dt_key_says_simulated(dt_lines_word(log->origin)))
			dt_text_add(text, "  SIMULATED: its key follows from "
			    "the seed, so that whoever plays the same by\n"
			    "  another command makes such a fork; detente "
			    "compare says what differs\n");
		break;
	case DT_AGAINST_STRANGERS:
		dt_text_add(text, "logs of two keys: neither proves anything "
		    "of the other\n");
		break;
	case DT_AGAINST_UNSIGNED:
		dt_text_add(text, "not both are signed: not compared\n");
		break;
	default:
		dt_text_add(text, "not in the other file\n");
	}
}

static bool
is_good(enum dt_against is)
{
	return is == DT_AGAINST_SAME || is == DT_AGAINST_LONGER ||
	    is == DT_AGAINST_SHORTER;
}

static bool
all_good(const struct dt_against_report *r)
{
	bool good = r->n > 0;
	for (size_t i = 0; i < r->n; i++)
		good &= is_good(r->logs[i].is);
	return good;
}

static enum dt_exit
print_text(const struct dt_command_call *call,
    const struct dt_against_report *r, const char *file)
{
	struct dt_text text = { 0 };
	bool fork = r->fork.size > 0;
	dt_text_add(&text, "%s: %s and %s\n", fork ? "FORK" : all_good(r) ?
	    "CONSISTENT" : "NOT SHOWN", call->operands[0],
	    dt_command_value(call, "against"));
	for (size_t i = 0; i < r->n; i++)
		add_log(&r->logs[i], &text);
	if (fork)
		dt_text_add(&text, "%s proves it to everybody\n", file);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}

static enum dt_exit
print_json(const struct dt_command_call *call,
    const struct dt_against_report *r)
{
	json_t *root = dt_json_new(), *logs = json_array();
	for (size_t i = 0; i < r->n; i++) {
		const struct dt_against_log *log = &r->logs[i];
		json_t *o = json_object();
		json_object_set_new(o, "experiment",
		    json_integer(log->experiment));
		dt_json_text(o, "is", dt_against_words[log->is]);
		if (log->origin != NULL)
			dt_json_text(o, "origin", log->origin);
		json_object_set_new(o, "entries",
		    json_integer((json_int_t)log->size));
		json_object_set_new(o, "entries_there",
		    json_integer((json_int_t)log->other));
		if (log->is == DT_AGAINST_FORK)
			json_object_set_new(o, "differs_from_leaf",
			    json_integer((json_int_t)log->differs));
		json_array_append_new(logs, o);
	}
	json_object_set_new(root, "consistent", r->fork.size > 0 ?
	    json_false() : all_good(r) ? json_true() : json_null());
	json_object_set_new(root, "logs", logs);
	return dt_output_json(call, root);
}

enum dt_exit
dt_cmd_audit_against(const struct dt_command_call *call)
{
	struct dt_against_report r;
	struct dt_error err = { 0 };
	const char *file = dt_command_value(call, "fork-file");
	if (file == NULL)
		file = "fork.txt";
	enum dt_status status = dt_against(call->operands[0],
	    dt_command_value(call, "against"), &r, &err);
	if (status == DT_OK && r.fork.size > 0)
		status = dt_keep_write(file, &r.fork, &err);
	enum dt_exit exit = status ? dt_command_fail(call, NULL, &err) :
	    dt_command_format(call) == DT_FORMAT_JSON ? print_json(call, &r) :
	    print_text(call, &r, file);
	if (exit == DT_EXIT_OK && !all_good(&r))
		exit = DT_EXIT_NO;
	dt_against_free(&r);
	return exit;
}
