/* party_audit: a log of real parties as a database, and its audit. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "cli/output.h"
#include "cmd/audit.h"
#include "cmd/party.h"
#include "audit/keep.h"
#include "party/cosigners.h"
#include "party/database.h"
#include "play/record.h"
#include "proof/hash.h"

#include "version.h"

/* What witnesses have cosigned of the log goes beside its database. */
static enum dt_status
copy_cosigned(const struct dt_command_call *call, const struct dt_book *book,
    const char *path, struct dt_error *err)
{
	struct dt_cosigned_list list;
	struct dt_text records = { 0 };
	const char *to = dt_arena_print(call->arena, "%s.cosigned", path);
	enum dt_status status = to == NULL ? dt_status_no_memory(err) :
	    dt_cosigners_read(&book->folder, NULL, &list, err);
	for (size_t i = 0; status == DT_OK && i < list.n; i++)
		dt_cosigned_print(&list.items[i].witness, list.items[i].note.at,
		    list.items[i].note.size, &records);
	if (status == DT_OK && records.failed)
		status = dt_status_no_memory(err);
	if (status == DT_OK && records.size > 0)
		status = dt_keep_write(to, &records, err);
	dt_text_free(&records);
	return status;
}

enum dt_exit
dt_cmd_party_database(struct dt_command_call *call,
    const struct dt_cmd_party_action *action)
{
	const char *path = dt_command_value(call, "output");
	struct dt_book book = { 0 };
	struct dt_error err = { 0 };
	char time[32];
	struct dt_database_provenance provenance = {
		.command = "detente party database", .version = DT_VERSION,
		.libraries = dt_store_sqlite_version(),
		.time = dt_record_time(time) };
	(void)action;
	enum dt_status status = dt_sign_init(&err);
	if (status == DT_OK)
		status = dt_book_open(&book, call->operands[1], call->arena,
		    false, &err);
	if (status == DT_OK)
		status = dt_database_write(&book, path, dt_command_value(call,
		    "force") ? DT_STORE_REPLACE : DT_STORE_CREATE,
		    &provenance, &err);
	if (status == DT_OK)
		status = copy_cosigned(call, &book, path, &err);
	dt_book_close(&book);
	return status ? dt_command_fail(call, NULL, &err) : DT_EXIT_OK;
}

/* What the audit of one log has shown. */
static void
add_log(const struct dt_command_call *call, const struct dt_database_audit *a,
    const struct dt_database_log *log, struct dt_text *text)
{
	struct dt_text line = { 0 };
	if (a->n_logs > 1)
		dt_text_add(text, "\nexperiment %" PRId64 ":\n", log->id);
	dt_text_add(text, "%" PRId64 " entries signed and verified, each at its "
	    "time, under %" PRId64 " checkpoint%s; %" PRId64 "\nrounds are over. "
	    "%s\n%s\n", log->entries, log->checkpoints,
	    log->checkpoints == 1 ? "" : "s", log->rounds,
	    a->pins ? "All keys are in the roster. Its charter:" :
	    "Is this the charter that you agreed to?", log->charter);
	dt_cmd_audit_cosigned_words(log->seen, log->n_seen,
	    (uint64_t)log->entries, &line);
	dt_text_wrap(text, dt_text_string(&line), 0, call->width);
	dt_text_add(text, "\n");
	text->failed |= line.failed;
	dt_text_free(&line);
}

/* Cosignatures of logs that are not in the file. */
static size_t
elsewhere(const struct dt_cosigned_list *list)
{
	size_t n = 0;
	for (size_t i = 0; list != NULL && i < list->n; i++)
		n += !list->items[i].met;
	return n;
}

static enum dt_exit
print_text(const struct dt_command_call *call,
    const struct dt_database_audit *a)
{
	struct dt_text text = { 0 }, visible = { 0 };
	size_t others = elsewhere(a->cosigned);
	if (a->faults > 0)
		dt_text_add(&text, "NOT AUTHENTIC: %s has %" PRId64 " fault%s."
		    "\n%s", call->operands[0], a->faults, a->faults == 1 ? "" :
		    "s", dt_text_string(&a->told));
	else
		dt_text_add(&text, "AUTHENTIC: %s is what %s, and its %" PRId64
		    " rows follow from it.\nNothing is played again: the keys "
		    "are real, and so are the parties.\n", call->operands[0],
		    a->n_logs == 1 ? "its log says" : "its logs say", a->rows);
	for (size_t i = 0; a->faults == 0 && i < a->n_logs; i++)
		add_log(call, a, &a->logs[i], &text);
	if (others > 0)
		dt_text_add(&text, "ELSEWHERE: %zu cosignature%s of logs that "
		    "are not in this file: not checked.\n", others,
		    others == 1 ? " is" : "s are");
	dt_text_add_visible(&visible, dt_text_string(&text), text.size);
	enum dt_exit exit = dt_command_write(call, &visible);
	dt_text_free(&text);
	dt_text_free(&visible);
	return exit;
}

static json_t *
log_of(const struct dt_database_log *log)
{
	const struct { const char *name; int64_t value; } numbers[] = {
		{ "experiment", log->id }, { "faults_found", log->faults },
		{ "entries", log->entries },
		{ "checkpoints", log->checkpoints },
		{ "rounds", log->rounds },
	};
	json_t *o = json_object();
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		json_object_set_new(o, numbers[i].name,
		    json_integer(numbers[i].value));
	dt_json_text(o, "charter", log->charter);
	json_object_set_new(o, "cosigned", dt_cmd_audit_cosigned_json(
	    log->seen, log->n_seen));
	return o;
}

static enum dt_exit
print_json(const struct dt_command_call *call,
    const struct dt_database_audit *a)
{
	const struct { const char *name; int64_t value; } numbers[] = {
		{ "faults_found", a->faults }, { "entries", a->entries },
		{ "checkpoints", a->checkpoints }, { "rows", a->rows },
		{ "rounds", a->rounds },
	};
	json_t *root = dt_json_new();
	json_object_set_new(root, "authentic", json_boolean(a->faults == 0));
	dt_json_text(root, "verdict", a->faults == 0 ? "authentic" :
	    "not authentic");
	dt_json_text(root, "keys", "real");
	json_object_set_new(root, "pinned", json_boolean(a->pins != NULL));
	json_object_set_new(root, "simulated", json_false());
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
		json_object_set_new(root, numbers[i].name,
		    json_integer(numbers[i].value));
	json_t *logs = json_array();
	for (size_t i = 0; i < a->n_logs; i++)
		json_array_append_new(logs, log_of(&a->logs[i]));
	json_object_set_new(root, "logs", logs);
	json_object_set_new(root, "cosigned_elsewhere",
	    json_integer((json_int_t)elsewhere(a->cosigned)));
	dt_json_text(root, "charter", a->n_logs > 0 ?
	    a->logs[a->n_logs - 1].charter : NULL);
	dt_json_text(root, "told", dt_text_string(&a->told));
	return dt_output_json(call, root);
}

static enum dt_exit
audit(const struct dt_command_call *call, struct dt_database_audit *a)
{
	struct dt_error err = { 0 };
	enum dt_status status = dt_sign_init(&err);
	if (status == DT_OK)
		status = dt_database_audit(call->operands[0], a, &err);
	if (status == DT_OK && a->told.failed)
		status = dt_status_no_memory(&err);
	enum dt_exit exit = status ? dt_command_fail(call, NULL, &err) :
	    dt_command_format(call) == DT_FORMAT_JSON ?
	    print_json(call, a) : print_text(call, a);
	bool bad = a->faults > 0;
	dt_text_free(&a->told);
	return exit == DT_EXIT_OK && bad ? DT_EXIT_NO : exit;
}

enum dt_exit
dt_cmd_party_audit(struct dt_command_call *call, bool *is)
{
	struct dt_database_audit a = { .arena = call->arena };
	struct dt_cmd_audit_pins pins;
	struct dt_error err = { 0 };
	if (dt_database_is(call->operands[0], is, &err) != DT_OK)
		*is = false;            /* audit says what is wrong with it */
	if (!*is)
		return DT_EXIT_OK;
	if (dt_command_value(call, "export") != NULL ||
	    dt_command_value(call, "remember") != NULL)
		return dt_command_usage(call, "of real parties: party prove "
		    "exports, and the charter remembers whose keys they are");
	enum dt_exit exit = dt_cmd_audit_pins_open(&pins, call, &err) ?
	    dt_command_fail(call, NULL, &err) : DT_EXIT_OK;
	a.pins = pins.wanted ? &pins.pins : NULL;
	struct dt_cosigned_list cosigned;
	a.cosigned = &cosigned;
	if (exit == DT_EXIT_OK && dt_cmd_audit_cosigned_read(call, a.pins,
	    &cosigned, &err) != DT_OK)
		exit = dt_command_fail(call, NULL, &err);
	if (exit == DT_EXIT_OK)
		exit = audit(call, &a);
	dt_cmd_audit_pins_close(&pins);
	return exit;
}

/* The faults of one line of told each, and of whom. */
static enum dt_status
add_faults(const struct dt_database_audit *a, struct dt_arena *arena,
    struct dt_audit_report *report, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	const char *at = dt_text_string(&a->told);
	while (status == DT_OK && *at != '\0') {
		size_t n = strcspn(at, "\n");
		const char *words = dt_arena_copy_n(arena, at, n);
		status = words == NULL ? dt_status_no_memory(err) :
		    dt_audit_add(report, &(struct dt_audit_fault){ .leaf = -1,
		    .words = words }, err);
		at += n + (at[n] == '\n');
	}
	return status;
}

static void
add_counts(const struct dt_database_log *log, struct dt_audit_report *report)
{
	for (size_t i = 0; i < report->n_experiments; i++) {
		struct dt_audit_experiment *e = &report->experiments[i];
		if (e->id != log->id)
			continue;
		e->faults += log->faults;
		e->entries = log->entries;
		e->checkpoints = log->checkpoints;
		e->keys = DT_AUDIT_REAL;
		e->origin = log->charter;
		e->cosigned = log->seen;
		e->n_cosigned = log->n_seen;
	}
}

enum dt_status
dt_cmd_party_audit_among(const struct dt_command_call *call,
    const struct dt_pins *pins, struct dt_cosigned_list *cosigned,
    struct dt_audit_report *report, struct dt_error *err)
{
	struct dt_database_audit a = { .arena = call->arena, .pins = pins,
		.cosigned = cosigned, .among = true };
	bool any = false;
	for (size_t i = 0; i < report->n_experiments; i++)
		any |= report->experiments[i].left == dt_database_engine;
	if (!any)
		return DT_OK;
	enum dt_status status = dt_database_audit(call->operands[0], &a, err);
	if (status == DT_OK && a.told.failed)
		status = dt_status_no_memory(err);
	if (status == DT_OK)
		status = add_faults(&a, call->arena, report, err);
	for (size_t i = 0; i < a.n_logs; i++)
		add_counts(&a.logs[i], report);
	dt_text_free(&a.told);
	return status;
}
