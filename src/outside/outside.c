/* outside: see outside.h. */
#include "outside/outside.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "outside/outside_words.h"
#include "outside/child.h"

struct dt_outside {
	const struct dt_model *model;
	const atomic_bool *stop;
	struct dt_world_outside hook;
	struct dt_child *process[DT_AGENTS_MOST];
	bool spoke[DT_AGENTS_MOST];     /* it has answered once */
	uint64_t run;
	struct dt_text line;
};

/* Adds when, to what a program did. */
static enum dt_status
blame(const struct dt_outside *o, size_t agent, int64_t round,
    enum dt_status status, const struct dt_error *why, struct dt_error *err)
{
	const char *const *words = o->model->agents[agent].program->
	    command.items;
	if (status != DT_EINPUT && status != DT_EIO)
		return dt_status_fail(err, status, "%s", why->message);
	return dt_status_fail(err, status, "the program '%s' of agent '%s', "
	    "in round %lld of run %llu: %.600s. It was ended. Runs that were "
	    "finished before stay; see detente-agent(5)", words[0],
	    o->model->agents[agent].name, (long long)round,
	    (unsigned long long)o->run, why->message);
}

static enum dt_status
start(struct dt_outside *o, size_t agent, struct dt_error *why)
{
	const struct dt_strategy *text = o->model->agents[agent].program;
	struct dt_child_call call = { text->command.items, text->command.n,
		NULL };
	char folder[4096];
	call.folder = dt_outside_folder(text->origin.node, folder, sizeof(folder));
	return dt_child_start(&o->process[agent], &call, why);
}

static enum dt_status
tell(struct dt_outside *o, size_t agent, struct dt_error *why)
{
	return o->line.failed ? dt_status_no_memory(why) : dt_child_tell(
	    o->process[agent], dt_text_string(&o->line), why);
}

static enum dt_status
begin(void *of, const struct dt_world *w, uint64_t run, struct dt_error *err)
{
	struct dt_outside *o = of;
	struct dt_error why = { 0 };
	o->run = run;
	for (uint64_t set = o->model->programs; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		enum dt_status status = o->process[i] != NULL ? DT_OK :
		    start(o, i, &why);
		o->line.size = 0;
		dt_outside_say_start(w->model, i, run, &o->line);
		if (status == DT_OK)
			status = tell(o, i, &why);
		if (status != DT_OK)
			return blame(o, i, 0, status, &why, err);
	}
	return DT_OK;
}

static enum dt_status
ask(struct dt_outside *o, const struct dt_world *w, size_t i, bool *races,
    struct dt_error *why)
{
	const struct dt_strategy *text = o->model->agents[i].program;
	double limit = isnan(text->time_limit) ? DT_OUTSIDE_LIMIT :
	    text->time_limit;
	const char *answer;
	if (!o->spoke[i])
		limit += DT_OUTSIDE_START;
	o->line.size = 0;
	dt_outside_say_move(w, i, &o->line);
	if (o->line.failed)
		return dt_status_no_memory(why);
	enum dt_status status = dt_child_ask(o->process[i],
	    dt_text_string(&o->line), limit, o->stop, &answer, why);
	o->spoke[i] = true;
	return status ? status : dt_outside_hear_move(answer, races, why);
}

static enum dt_status
choose(void *of, const struct dt_world *w, uint64_t *racers,
    struct dt_error *err)
{
	struct dt_outside *o = of;
	struct dt_error why = { 0 };
	*racers = 0;
	for (uint64_t set = o->model->programs; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		bool races = false;
		enum dt_status status = ask(o, w, i, &races, &why);
		if (status != DT_OK) {
			dt_child_end(o->process[i]);
			o->process[i] = NULL;
			return blame(o, i, w->round.number, status, &why, err);
		}
		if (races)
			*racers |= dt_move_bit(i);
	}
	return DT_OK;
}

static enum dt_status
observe(void *of, const struct dt_world *w, struct dt_error *err)
{
	struct dt_outside *o = of;
	struct dt_error why = { 0 };
	for (uint64_t set = o->model->programs; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		o->line.size = 0;
		dt_outside_say_saw(w, i, &o->line);
		if (w->over)
			dt_text_add(&o->line, "{\"type\": \"end\", \"run\": "
			    "%llu}\n", (unsigned long long)o->run);
		enum dt_status status = tell(o, i, &why);
		if (status != DT_OK)
			return blame(o, i, w->round.number, status, &why, err);
	}
	return DT_OK;
}

enum dt_status
dt_outside_new(struct dt_outside **outside, const struct dt_model *model,
    const atomic_bool *stop, struct dt_error *err)
{
	struct dt_outside *o = dt_memory_new(1, sizeof(*o));
	*outside = o;
	if (o == NULL)
		return dt_status_no_memory(err);
	o->model = model;
	o->stop = stop;
	o->hook = (struct dt_world_outside){ o, begin, choose, observe };
	return DT_OK;
}

const struct dt_world_outside *
dt_outside_hook(const struct dt_outside *o)
{
	return &o->hook;
}

void
dt_outside_free(struct dt_outside *o)
{
	if (o == NULL)
		return;
	for (size_t i = 0; i < DT_AGENTS_MOST; i++)
		dt_child_end(o->process[i]);
	dt_text_free(&o->line);
	dt_memory_free(o);
}
