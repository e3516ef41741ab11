/* talks: negotiations as a call asks for them; see talks.h. */
#include "cmd/talks.h"

static void
show_progress(void *context, size_t done, size_t all)
{
	struct dt_progress *progress = context;
	if (progress->all == 0)
		dt_progress_start(progress, progress->shown, (int64_t)all);
	progress->what = "texts";
	progress->done = (int64_t)done;
	dt_progress_show(progress);
}

/* What the call says beside --menu becomes keys of the menu; then `more`. */
static const char *const *
menu_sets(const struct dt_command_call *call, const char *const *more)
{
	static const char *const keys[] = { "protocol", "ratification",
		"deadline" };
	const char *own[sizeof(keys) / sizeof(keys[0]) + 1] = { NULL };
	size_t n = 0;
	for (size_t k = 0; k < sizeof(keys) / sizeof(keys[0]); k++) {
		const char *value = dt_command_value(call, keys[k]);
		if (value == NULL)
			continue;
		own[n] = dt_arena_print(call->arena, "%s=%s", keys[k], value);
		if (own[n++] == NULL)
			return NULL;
	}
	const char *const *said = dt_stakes_join(call->arena,
	    dt_command_values(call, "menu-set"), own);
	return said == NULL ? NULL : dt_stakes_join(call->arena, said, more);
}

static enum dt_status
value(struct dt_cmd_talks *j)
{
	const struct dt_command_call *call = j->call;
	struct dt_stakes_request request = { .catalogue = &call->catalogue,
		.menu = &j->menu, .scenario = j->scenario,
		.payoffs = dt_command_value(call, "payoffs"),
		.continuation = dt_command_value(call, "continuation"),
		.sets = dt_stakes_join(call->arena, dt_command_values(call,
		"set"), j->more_sets), .seed = 1,
		.threads = j->threads, .runs = DT_STAKES_RUNS,
		.work = DT_STAKES_WORK,
		.stop = &dt_command_stopped, .progress = show_progress,
		.context = &j->progress };
	if (request.sets == NULL)
		return dt_status_no_memory(&j->err);
	enum dt_status status = dt_stakes_new(&j->stakes, &request,
	    &j->faults, &j->err);
	if (j->progress.all > 0)
		dt_progress_clear(&j->progress);
	return status;
}

/* What programs say, nobody can hold again. */
static enum dt_status
ask_programs(struct dt_cmd_talks *j)
{
	if (dt_talks_outside_who(&j->setting) == 0)
		return DT_OK;
	if (dt_command_value(j->call, "output") != NULL)
		return dt_status_fail(&j->err, DT_EUSAGE, "a negotiator is a "
		    "program from outside, and an audit could not hold its "
		    "talks again: leave -o out; --format csv --table events "
		    "has all steps");
	return dt_talks_outside_new(&j->outside, &j->setting,
	    &dt_command_stopped, &j->err);
}

static enum dt_status
prepare(struct dt_cmd_talks *j)
{
	const char *const *sets = menu_sets(j->call, j->more_menu_sets);
	const char *menu = j->menu_name != NULL ? j->menu_name : "halt";
	j->faults = (struct dt_faults){ .arena = j->call->arena };
	j->progress = (struct dt_progress){ .shown = j->call->progress };
	if (sets == NULL)
		return dt_status_no_memory(&j->err);
	enum dt_status status = dt_menu_read(&j->call->catalogue,
	    menu, sets, &j->menu, &j->faults, &j->err);
	if (status == DT_OK)
		status = value(j);
	if (status == DT_OK)
		status = dt_menu_home(&j->menu,
		    j->stakes.texts[0].experiment.scenario, j->call->arena,
		    &j->err);
	if (status == DT_OK)
		status = dt_talks_prepare(j->call->arena, &j->stakes,
		    &j->menu, &j->setting, &j->err);
	if (status == DT_OK)
		status = ask_programs(j);
	return status;
}

enum dt_status
dt_cmd_talks_hold(struct dt_cmd_talks *j)
{
	enum dt_status status = prepare(j);
	if (status == DT_OK)
		status = dt_cmd_talks_open(j);
	j->setting.seed = j->seed;
	j->setting.keep = j->store != NULL ? j->runs : j->keep;
	if (status == DT_OK && j->store != NULL)
		return dt_cmd_talks_keep(j);
	return status ? status : dt_negotiate_new(&j->negotiate, &j->setting,
	    j->stakes.texts[0].experiment.scenario->name, j->runs,
	    j->threads, NULL, &dt_command_stopped, &j->err);
}

void
dt_cmd_talks_free(struct dt_cmd_talks *j)
{
	(void)dt_cmd_talks_close(j, false, NULL);
	dt_negotiate_free(&j->negotiate);
	dt_talks_outside_free(j->outside);
	j->outside = NULL;
	dt_stakes_free(&j->stakes);
}
