/* keeping_thresholds: how far a treaty holds, one quantity at a time. */
#include "verdict/keeping_stretches.h"

/* Of one value of a quantity that is turned by play: agent-rounds. */
#define LOOK_WORK 1e7

static struct dt_solution_table *
start_table(struct dt_solution *solution)
{
	static const char *const columns[] = { "quantity", "part", "now",
	    "holds_from", "holds_to", "from_is", "to_is", "from_shown_within",
	    "to_shown_within", "looked_from", "looked_to" };
	struct dt_solution_table *table = dt_solution_table(solution,
	    "thresholds", NULL);
	table->hidden = true;
	for (size_t c = 0; c < sizeof(columns) / sizeof(columns[0]); c++)
		dt_solution_column(table, columns[c], NULL, "");
	return table;
}

static enum dt_status
look_at(struct dt_keeping_telling *t, struct dt_solution_table *table,
    enum dt_comply_quantity q, struct dt_error *err)
{
	static const char *const heads[] = { "continuation", "miss",
	    "false alarm", "scale of fines and bond",
	    "fine added to each finding", "number of parties" };
	struct dt_comply_effort effort = dt_keeping_stretches_effort(t);
	struct dt_comply_play_request play = t->request->play;
	struct dt_comply_model model = *t->model;
	struct dt_comply_bound bound;
	if (t->verdict->samples > 0) {
		play.work_most = LOOK_WORK;
		effort.play = &play;
		if (t->endless != NULL)
			model = dt_keeping_endless(t->model);
	}
	enum dt_status status = dt_comply_bound_find(&model, q, &effort,
	    &bound, err);
	if (status != DT_OK || !bound.asked)
		return status == DT_ENOMEM ? status : DT_OK;
	dt_keeping_stretches_say(t, "a ", heads[q], bound.now, &bound.found);
	dt_keeping_stretches_add(table, dt_comply_quantity_words[q],
	    bound.now, &bound.found);
	return DT_OK;
}

static void
tell_played(const struct dt_keeping_telling *t)
{
	dt_solution_say(t->solution, "How far it holds, by play%s: where no "
	    "departure that was tried gains. Beyond the give or take, to both "
	    "sides, that is three standard errors sure. Keys of the treaty's "
	    "text are turned by --vary.", t->endless != NULL ? ", without a "
	    "known end" : "");
}

/* Why there are none, where there are none; or NULL. */
static const char *
none_since(const struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	if (v->samples > 0 && !t->request->dials)
		return "It was played: --thresholds plays how far it holds, "
		    "within a minute or so.";
	if (!t->request->dials && v->part[DT_COMPLY_STAYED].states >
	    DT_KEEPING_THRESHOLDS_QUICK)
		return "Its states are many: --thresholds finds how far each "
		    "key may be turned.";
	return NULL;
}

enum dt_status
dt_keeping_thresholds(struct dt_keeping_telling *t, struct dt_error *err)
{
	bool all = t->request->dials;
	bool never = t->verdict->answer == DT_COMPLY_NEVER;
	const char *why = none_since(t);
	enum dt_status status = DT_OK;
	if (never && !all)
		return DT_OK;
	if (why != NULL) {
		dt_solution_say(t->solution, "%s", why);
		return DT_OK;
	}
	struct dt_solution_table *table = start_table(t->solution);
	bool played = t->verdict->samples > 0;
	if (played)
		tell_played(t);
	for (int q = 0; q < DT_COMPLY_QUANTITIES && status == DT_OK && !never;
	    q++)
		status = look_at(t, table, (enum dt_comply_quantity)q, err);
	return status == DT_OK && all && !played ? dt_keeping_dials(t, table, err) :
	    status;
}
