/* world_contest: a race in few states, in a run; see world.h. */
#include "engine/world.h"

void
dt_world_contest_begin(struct dt_world *w, uint64_t run)
{
	const struct dt_model *m = w->model;
	w->lead = m->contest.start;
	dt_random_stream(&w->lot, m->seed, m->experiment, run,
	    DT_FOR_CONTEST);
}

bool
dt_world_contest(struct dt_world *w)
{
	struct dt_round *r = &w->round;
	const struct dt_contest *c = &w->model->contest;
	if (c->kind == DT_CONTEST_NONE)
		return false;
	struct dt_contest_outcome o = dt_contest_draw(c, w->lead, r->executed,
	    &w->lot);
	for (size_t i = 0; i < w->model->n; i++)
		r->payoff[i] += dt_contest_pay(c, i, r->executed, &o);
	w->lead = o.lead;
	return o.ends;
}
