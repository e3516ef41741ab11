/* talks_keep: talks into the database of --output; see talks.h. */
#include <inttypes.h>

#include "cmd/backup.h"
#include "cmd/run.h"
#include "cmd/solve.h"
#include "cmd/talks.h"

/* The command that holds these talks again. */
static const char *
command_of(const struct dt_cmd_talks *j)
{
	static const char *const options[] = { "protocol", "ratification",
		"deadline", "menu-set", "payoffs", "continuation", "set",
		"evidence", NULL };
	struct dt_text text = { 0 };
	dt_text_add(&text, "detente negotiate");
	dt_cmd_run_add_word(&text, j->scenario);
	dt_text_add(&text, " --menu");
	dt_cmd_run_add_word(&text, j->menu_name != NULL ? j->menu_name :
	    "halt");
	for (size_t i = 0; options[i] != NULL; i++)
		if (dt_command_value(j->call, options[i]) != NULL)
			dt_cmd_run_add_option(&text, j->call, options[i]);
	dt_text_add(&text, " --runs %" PRId64 " --seed %" PRIu64, j->runs,
	    j->seed);
	const char *copy = text.failed ? NULL : dt_arena_copy(j->call->arena,
	    dt_text_string(&text));
	dt_text_free(&text);
	return copy;
}

/* Whoever goes on and names no seed means the talks that are there. */
static enum dt_status
find_seed(struct dt_cmd_talks *j)
{
	bool found = false;
	if (!j->drawn || dt_command_value(j->call, "append") == NULL)
		return DT_OK;
	enum dt_status status = dt_talks_record_experiment(&j->setting,
	    j->runs, j->call->arena, &j->experiment, &j->err);
	struct dt_store_experiment row = dt_talks_record_row(&j->setting,
	    &j->experiment);
	return status ? status : dt_store_seed(j->store, &row, &j->seed,
	    &found, &j->err);
}

enum dt_status
dt_cmd_talks_open(struct dt_cmd_talks *j)
{
	struct dt_command_call *call = j->call;
	const char *path = dt_command_value(call, "output");
	if (path == NULL)
		return DT_OK;
	enum dt_status status = dt_store_open(&j->store, path,
	    dt_command_value(call, "append") != NULL ? DT_STORE_APPEND :
	    dt_command_value(call, "force") != NULL ? DT_STORE_REPLACE :
	    DT_STORE_CREATE, &j->err);
	dt_cmd_backup_tell(call, j->store, path);
	return status ? status : find_seed(j);
}

static enum dt_status
begin(struct dt_cmd_talks *j)
{
	struct dt_record_provenance provenance;
	enum dt_status status = dt_talks_record_experiment(&j->setting,
	    j->runs, j->call->arena, &j->experiment, &j->err);
	if (status)
		return status;
	if (dt_cmd_solve_provenance(j->call, &provenance) != DT_EXIT_OK)
		return dt_status_no_memory(&j->err);
	provenance.evidence = dt_cmd_run_level(j->call);
	provenance.command = command_of(j);
	return provenance.command == NULL ? dt_status_no_memory(&j->err) :
	    dt_talks_record_begin(&j->record, j->store, &j->setting,
	    &j->experiment, &provenance, j->call->arena, &j->err);
}

enum dt_status
dt_cmd_talks_keep(struct dt_cmd_talks *j)
{
	struct dt_negotiate_take take = { dt_talks_record_one, &j->record,
		j->keep > 0 ? j->keep : 1 };
	enum dt_status status = begin(j);
	if (status == DT_OK)
		status = dt_negotiate_new(&j->negotiate, &j->setting,
		    j->experiment.scenario->name, j->runs, j->threads, &take,
		    &dt_command_stopped, &j->err);
	if (status == DT_OK)
		status = dt_talks_record_end(&j->record, &j->err);
	dt_talks_record_free(&j->record);
	j->setting.keep = j->keep;
	return status;
}

enum dt_status
dt_cmd_talks_close(struct dt_cmd_talks *j, bool whole, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	if (j->store == NULL)
		return DT_OK;
	if (whole)
		status = dt_store_settle(j->store, err);
	enum dt_status closed = dt_store_close(j->store,
	    status == DT_OK ? err : NULL);
	j->store = NULL;
	return status ? status : closed;
}
