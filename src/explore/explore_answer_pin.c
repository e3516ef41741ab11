/* explore_answer_pin: designs that are kept in a database; see explore_pin.h. */
#include "explore/explore_answer_pin.h"

#include <stdlib.h>
#include <string.h>

#include "explore/explore_pin.h"
#include "format/json.h"

static enum dt_status
pin(struct dt_explore_work *w, const char **backup)
{
	const json_t *sets = json_object_get(w->ask->json, "set");
	struct dt_solution solution;
	char *settings = sets == NULL ? NULL : json_dumps(sets, JSON_COMPACT);
	struct dt_explore_pin pin = { .database = w->ask->database,
	    .name = dt_explore_ask_text(w->ask, "name"),
	    .note = dt_explore_ask_text(w->ask, "note"),
	    .scenario = w->scenario,
	    .treaty = dt_explore_ask_text(w->ask, "treaty"),
	    .text = dt_explore_ask_text(w->ask, "text"),
	    .settings = settings != NULL ? settings : "{}",
	    .command = dt_explore_work_command(w, "solve"), .answer = &solution };
	enum dt_status status = pin.command == NULL ?
	    dt_status_no_memory(&w->err) : dt_explore_work_find(w, NULL, &solution);
	if (status == DT_OK) {
		status = dt_explore_pin(&pin, &w->arena, backup, &w->err);
		dt_solution_free(&solution);
	}
	free(settings);
	return status;
}

/* What is pinned, after what was asked was done. */
enum dt_status
dt_explore_answer_pins(struct dt_explore_work *w, const char *what)
{
	enum dt_status status = DT_OK;
	const char *backup = NULL;
	if (w->ask->database == NULL) {
		w->todo = "Begin with: detente explore -o FILE.db";
		return dt_status_fail(&w->err, DT_EUSAGE, "No database was "
		    "named: pins stay in the browser.");
	}
	if (strcmp(what, "pin") == 0)
		status = pin(w, &backup);
	else if (strcmp(what, "withdraw") == 0)
		status = dt_explore_pin_withdraw(w->ask->database,
		    dt_explore_ask_text(w->ask, "pin"), &w->catalogue,
		    &w->err);
	w->answer = dt_json_new();
	dt_json_text(w->answer, "copy", backup);
	if (status == DT_OK)
		status = dt_explore_pin_list(w->ask->database, &w->catalogue,
		    w->answer, &w->err);
	if (status == DT_EIO || status == DT_ESTORE)
		w->todo = "See to the file, then do it again; or begin again "
		    "with another one. The page goes on without it.";
	return status;
}
