/* minds: see minds.h. */
#include "engine/minds.h"

size_t
dt_minds_size(const struct dt_model *m)
{
	size_t n = 0;
	for (uint64_t set = m->minds & ~m->programs; set != 0;
	    set &= set - 1) {
		const struct dt_learner_made *made =
		    m->agents[dt_move_first(set)].learner;
		n += dt_learner_memory(made);
	}
	return n;
}

void
dt_minds_seat(struct dt_world *w, double *room)
{
	const struct dt_model *m = w->model;
	for (uint64_t set = m->minds & ~m->programs; set != 0;
	    set &= set - 1) {
		size_t i = dt_move_first(set);
		const struct dt_learner_made *made = m->agents[i].learner;
		w->memory[i] = room;
		room += dt_learner_memory(made);
	}
}

static size_t
view_of(const struct dt_world *w, size_t i, bool before)
{
	const struct dt_round *r = &w->round;
	return dt_view_index(w->model->n,
	    before ? 0 : dt_move_count(r->seen[i]),
	    !before && dt_move_has(r->findings, i),
	    !before && dt_move_has(r->executed, i),
	    dt_move_has(w->regime.parties, i), w->regime.phase);
}

static void
fail(struct dt_world *w, enum dt_status status)
{
	if (status == DT_OK)
		return;
	w->failed = status;
	w->over = true;
}

/* Programs that nobody asks do not play. */
static enum dt_status
begin_programs(struct dt_world *w, uint64_t run)
{
	return w->outside != NULL ? w->outside->begin(w->outside->of, w, run,
	    w->err) : dt_model_refuse(w->model, "this answer", w->err);
}

void
dt_minds_begin(struct dt_world *w, uint64_t run)
{
	const struct dt_model *m = w->model;
	w->failed = DT_OK;
	for (uint64_t set = m->minds & ~m->programs; set != 0;
	    set &= set - 1) {
		size_t i = dt_move_first(set);
		const struct dt_learner_made *made = m->agents[i].learner;
		made->rule->begin(made, w->memory[i], view_of(w, i, true));
	}
	if (m->programs != 0)
		fail(w, begin_programs(w, run));
}

uint64_t
dt_minds_choose(struct dt_world *w)
{
	const struct dt_model *m = w->model;
	uint64_t racers = 0;
	if (m->programs != 0)
		fail(w, w->outside->choose(w->outside->of, w, &racers,
		    w->err));
	for (uint64_t set = m->minds & ~m->programs; set != 0;
	    set &= set - 1) {
		size_t i = dt_move_first(set);
		const struct dt_learner_made *made = m->agents[i].learner;
		double race = made->rule->race(made, w->memory[i]);
		if (dt_random_hits(&w->streams[DT_FOR_PLAY],
		    dt_random_threshold(race)))
			racers |= dt_move_bit(i);
	}
	return racers;
}

void
dt_minds_observe(struct dt_world *w)
{
	const struct dt_model *m = w->model;
	const struct dt_round *r = &w->round;
	for (uint64_t set = m->minds & ~m->programs; set != 0;
	    set &= set - 1) {
		size_t i = dt_move_first(set);
		const struct dt_learner_made *made = m->agents[i].learner;
		made->rule->observe(made, w->memory[i],
		    &(struct dt_learner_saw){ .raced = dt_move_has(
		    r->executed, i), .others = r->seen[i],
		    .payoff = r->payoff[i], .view = view_of(w, i, false) });
	}
	if (m->programs != 0 && w->outside->observe != NULL)
		fail(w, w->outside->observe(w->outside->of, w, w->err));
}
