/*
 * reproduce_answer: the question of a published result, asked of the library
 * (ask/ask.h) by threads, each in an arena of its own.
 */
#include <string.h>

#include "base/pool.h"
#include "cmd/answer.h"
#include "cmd/reproduce.h"
#include "format/solution_json.h"

struct work {
	const struct dt_command_call *call;
	struct dt_reproduce_item *items;
};

static enum dt_status
answer(const struct dt_command_call *call, struct dt_reproduce_item *item,
    struct dt_faults *faults, struct dt_error *err)
{
	struct dt_catalogue catalogue = { .arena = &item->arena,
		.roots = call->catalogue.roots };
	struct dt_solution solution;
	enum dt_status status = dt_cmd_answer(call, &catalogue,
	    item->published.command, faults, &solution, NULL, err);
	if (status != DT_OK)
		return status;
	item->answer = dt_solution_json(&solution);
	dt_solution_free(&solution);
	return item->answer == NULL ? dt_status_no_memory(err) : DT_OK;
}

/* That a question fails is told beside its values; others go on. */
static enum dt_status
answer_one(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct work *w = of;
	struct dt_reproduce_item *item = &w->items[turn->item];
	struct dt_faults faults = { .arena = &item->arena };
	struct dt_error bad = { 0 };
	if (item->broken)
		return DT_OK;
	enum dt_status status = answer(w->call, item, &faults, &bad);
	if (status == DT_ENOMEM || status == DT_ESTOPPED)
		return dt_status_fail(err, status, "%s", bad.message);
	if (status == DT_EINPUT && faults.n > 0)
		dt_faults_status(&faults, &bad);
	if (status != DT_OK)
		item->why = dt_arena_print(&item->arena, "it failed: %.*s",
		    (int)strcspn(bad.message, "\n"), bad.message);
	return DT_OK;
}

enum dt_status
dt_cmd_reproduce_answer(const struct dt_command_call *call,
    struct dt_reproduce_item *items, size_t n, int threads,
    struct dt_error *err)
{
	struct work w = { .call = call, .items = items };
	struct dt_pool_request request = { .n = n, .threads = threads,
		.stop = &dt_command_stopped, .work = answer_one, .of = &w };
	return dt_pool_run(&request, err);
}

void
dt_cmd_reproduce_free(struct dt_reproduce_item *items, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		json_decref(items[i].answer);
		dt_arena_free(&items[i].arena);
	}
}
