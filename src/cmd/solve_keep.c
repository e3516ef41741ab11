/* solve_keep: the answer into the database of --output. */
#include <gsl/gsl_version.h>
#include <string.h>

#include "cmd/backup.h"
#include "cmd/run.h"
#include "cmd/solve.h"
#include "ask/solution_record.h"
#include "proof/hash.h"
#include "version.h"

/* Options that say what, and not where and how. */
static const char *
command_of(const struct dt_command_call *call)
{
	struct dt_text text = { 0 };
	dt_text_add(&text, "detente %s", call->command->name);
	for (int i = 0; i < call->n_operands; i++)
		dt_cmd_run_add_word(&text, call->operands[i]);
	for (const struct dt_option *o = call->command->options;
	    o->name != NULL; o++)
		if (strcmp(o->name, "threads") != 0)
			dt_cmd_run_add_option(&text, call, o->name);
	const char *copy = text.failed ? NULL : dt_arena_copy(call->arena,
	    dt_text_string(&text));
	dt_text_free(&text);
	return copy;
}

enum dt_exit
dt_cmd_solve_provenance(struct dt_command_call *call,
    struct dt_record_provenance *provenance)
{
	struct dt_error err = { 0 };
	*provenance = (struct dt_record_provenance){
		.command = command_of(call), .version = DT_VERSION,
		.libraries = dt_arena_print(call->arena, "gsl %s, sqlite %s, "
		    "libsodium %s", gsl_version, dt_store_sqlite_version(),
		    dt_hash_sodium_version()),
	};
	if (provenance->libraries != NULL && provenance->command != NULL)
		return DT_EXIT_OK;
	dt_status_no_memory(&err);
	return dt_command_fail(call, NULL, &err);
}

static enum dt_status
keep(struct dt_command_call *call, const struct dt_solution *solution,
    const char *path, bool *found, struct dt_error *err)
{
	enum dt_store_how how = dt_command_value(call, "append") != NULL ?
	    DT_STORE_APPEND : dt_command_value(call, "force") != NULL ?
	    DT_STORE_REPLACE : DT_STORE_CREATE;
	struct dt_store *store = NULL;
	struct dt_record_provenance provenance = { .command =
	    command_of(call), .version = DT_VERSION, .libraries =
	    dt_arena_print(call->arena, "gsl %s, sqlite %s", gsl_version,
	    dt_store_sqlite_version()) };
	if (provenance.libraries == NULL || provenance.command == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_store_open(&store, path, how, err);
	if (status == DT_OK)
		status = dt_solution_record(store, solution, &provenance,
		    found, err);
	if (status == DT_OK)
		status = dt_store_settle(store, err);
	dt_cmd_backup_tell(call, store, path);
	enum dt_status closed = dt_store_close(store, status ? NULL : err);
	return status ? status : closed;
}

enum dt_exit
dt_cmd_solve_keep(struct dt_command_call *call,
    const struct dt_solution *solution)
{
	const char *path = dt_command_value(call, "output");
	struct dt_error err = { 0 };
	bool found = false;
	if (path == NULL)
		return DT_EXIT_OK;
	if (keep(call, solution, path, &found, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	if (found)
		dt_command_advise(call, "%s has this answer already; it is "
		    "left as it is", path);
	return DT_EXIT_OK;
}
