/*
 * class_stand: the stand-in of a seat: a strategy that sees what the seat
 * sees, from the first round on, whoever plays. What it plays follows from the
 * class's seed and the moves before it.
 */
#include "class/class_internal.h"

enum { MOVES, STEPS };

static size_t
view_of(const struct dt_world *w, size_t agent, bool before)
{
	const struct dt_round *r = &w->round;
	return dt_view_index(w->model->n, before ? 0 :
	    dt_move_count(r->seen[agent]), !before &&
	    dt_move_has(r->findings, agent), !before &&
	    dt_move_has(r->executed, agent),
	    dt_move_has(w->regime.parties, agent), w->regime.phase);
}

void
dt_class_stand_begin(struct dt_class *c, struct dt_class_group *g)
{
	const struct dt_model *m = &g->game->stand;
	for (size_t i = 0; i < c->n; i++) {
		const struct dt_automaton *a = &m->agents[i].automaton;
		for (uint64_t k = MOVES; k <= STEPS; k++)
			dt_random_stream(&g->streams[i][k], m->seed,
			    m->experiment, (uint64_t)g->run,
			    DT_FOR_PROGRAMS + 100 + 2 * i + k);
		c->seats[g->seats[i]].state = (uint16_t)dt_automaton_next(a,
		    a->states, view_of(g->world, i, true),
		    &g->streams[i][STEPS]);
	}
}

bool
dt_class_stand_races(struct dt_class *c, struct dt_class_group *g,
    size_t agent)
{
	const struct dt_automaton *a = &g->game->stand.agents[agent].automaton;
	return dt_random_hits(&g->streams[agent][MOVES],
	    a->race[c->seats[g->seats[agent]].state]);
}

void
dt_class_stand_saw(struct dt_class *c, struct dt_class_group *g)
{
	for (size_t i = 0; i < c->n; i++) {
		struct dt_class_seat *s = &c->seats[g->seats[i]];
		s->state = (uint16_t)dt_automaton_next(
		    &g->game->stand.agents[i].automaton, s->state,
		    view_of(g->world, i, false), &g->streams[i][STEPS]);
	}
}
