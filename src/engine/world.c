/*
 * world: one round of the model, step by step; see world.h and detente(7).
 *
 * The steps are those of the model's description, in its order. The treaty's
 * clock for the next round strikes at the end of a step, because an agent
 * knows the phase of the round for which it chooses.
 */
#include "engine/world.h"

#include <string.h>

#include "base/memory.h"
#include "engine/minds.h"
#include "engine/sight.h"

struct dt_world *
dt_world_new(const struct dt_model *model)
{
	size_t more = dt_minds_size(model) * sizeof(double);
	struct dt_world *world = dt_memory_new(1, sizeof(*world) + more);
	if (world == NULL)
		return NULL;
	world->model = model;
	dt_minds_seat(world, (double *)(world + 1));
	return world;
}

void
dt_world_free(struct dt_world *world)
{
	dt_memory_free(world);
}

static void
clock_strikes(struct dt_world *w)
{
	if (w->model->terms.review > 0)
		dt_world_terms_review(w);
	dt_regime_clock(&w->regime, &w->model->terms, w->round.number + 1,
	    &w->streams[DT_FOR_TREATY]);
}

/* An agent's next state by what it saw; entering some states is notice. */
static void
turn(struct dt_world *w, size_t i, size_t state, size_t view,
    enum dt_purpose purpose)
{
	const struct dt_automaton *a = &w->model->agents[i].automaton;
	if (a->looks.n > 0) {
		struct dt_view_race race;
		dt_sight_of(w, i, &race);
		view = dt_sight_view(a, &race, view);
	}
	size_t next = dt_automaton_next(a, state, view, &w->streams[purpose]);
	w->state[i] = (uint16_t)next;
	if (a->withdraws[next])
		dt_regime_notice(&w->regime, &w->model->terms, i);
}

void
dt_world_begin(struct dt_world *w, uint64_t run)
{
	const struct dt_model *m = w->model;
	for (int p = 0; p < DT_PURPOSES; p++)
		dt_random_stream(&w->streams[p], m->seed, m->experiment, run,
		    (uint64_t)p);
	w->round.number = 0;
	w->round.raced = m->race.exists ? &w->race : NULL;
	w->over = false;
	if (m->terms.compute > 0)
		memset(w->raced, 0, m->n * sizeof(w->raced[0]));
	if (m->contest.kind != DT_CONTEST_NONE)
		dt_world_contest_begin(w, run);
	if (m->race.exists)
		dt_race_begin(&m->race, &w->race, m->seed, m->experiment, run);
	dt_regime_start(&w->regime, &m->terms);
	clock_strikes(w);
	for (size_t i = 0; i < m->n; i++)
		turn(w, i, m->agents[i].automaton.states,
		    dt_view_index(m->n, 0, false, false,
		    dt_move_has(w->regime.parties, i), w->regime.phase),
		    DT_FOR_START);
	if (m->minds != 0)
		dt_minds_begin(w, run);
}

static void
open_round(struct dt_world *w, struct dt_round *r)
{
	r->number++;
	r->phase = w->regime.phase;
	r->parties = w->regime.parties;
	r->bound = dt_regime_binds(&w->regime, &w->model->terms) ?
	    r->parties : 0;
	if (dt_terms_race(&w->model->terms))
		r->bound = dt_world_terms_bind(w, r->bound);
}

static void
choose(struct dt_world *w, struct dt_round *r)
{
	r->intended = w->model->minds != 0 ? dt_minds_choose(w) : 0;
	for (size_t i = 0; i < w->model->n; i++) {
		uint64_t race =
		    w->model->agents[i].automaton.race[w->state[i]];
		if (dt_random_hits(&w->streams[DT_FOR_PLAY], race))
			r->intended |= dt_move_bit(i);
	}
}

static void
slip(struct dt_world *w, struct dt_round *r)
{
	r->slipped = 0;
	for (size_t i = 0; w->model->slip != 0 && i < w->model->n; i++)
		if (dt_random_hits(&w->streams[DT_FOR_SLIP], w->model->slip))
			r->slipped |= dt_move_bit(i);
	r->executed = r->intended ^ r->slipped;
}

static void
depart(const struct dt_world *w, struct dt_round *r)
{
	uint64_t bit = dt_move_bit(w->departs.agent);
	if (!w->departs.on)
		return;
	r->slipped &= ~bit;
	r->intended &= ~bit;
	if (w->departs.races)
		r->intended |= bit;
	r->executed = r->intended ^ r->slipped;
}

/* A host stops nobody whose move has been set. */
static bool
is_stoppable(const struct dt_world *w, size_t agent)
{
	return !w->departs.on || w->departs.agent != agent;
}

/* A nation that pauses polices its labs. */
static void
stop_policed_labs(struct dt_world *w, struct dt_round *r)
{
	r->stopped = 0;
	for (uint64_t set = r->executed; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		int host = w->model->agents[i].host;
		if (host >= 0 && is_stoppable(w, i) &&
		    !dt_move_has(r->executed, (size_t)host) &&
		    dt_random_hits(&w->streams[DT_FOR_ENFORCEMENT],
		    w->model->agents[host].enforcement))
			r->stopped |= dt_move_bit(i);
	}
	r->executed &= ~r->stopped;
}

static void
declare(const struct dt_world *w, struct dt_round *r)
{
	r->declared = r->executed;
	for (size_t i = 0; i < w->model->n; i++)
		if (w->model->agents[i].automaton.deceives)
			r->declared &= ~dt_move_bit(i);
}

/* The treaty's verification covers parties while it is in force; others are
 * seen as without a treaty. */
static const struct dt_monitor *
monitor_of(const struct dt_world *w, const struct dt_round *r, size_t i)
{
	bool covered = r->phase == DT_PHASE_IN_FORCE &&
	    dt_move_has(r->parties, i);
	return covered ? &w->model->terms.monitor : &w->model->base;
}

static void
see_privately(struct dt_world *w, struct dt_round *r, size_t subject,
    uint64_t threshold)
{
	for (size_t i = 0; i < w->model->n; i++)
		if (i != subject && dt_random_hits(
		    &w->streams[DT_FOR_PRIVATE], threshold))
			r->seen[i] |= dt_move_bit(subject);
}

/* One coin for all that a treaty in force watches. */
static bool
goes_blind(struct dt_world *w, const struct dt_round *r)
{
	return r->phase == DT_PHASE_IN_FORCE && dt_random_hits(
	    &w->streams[DT_FOR_COMMON_MODE], w->model->terms.monitor.blind);
}

/* The threshold of an alarm, of those by move. Where capability outgrows
 * review a treaty sees less. */
static uint64_t
threshold_of(const struct dt_world *w, const struct dt_round *r, size_t i,
    const uint64_t alarm[2])
{
	int move = dt_move_has(r->executed, i);
	bool dims = move == 1 && w->model->terms.oversight > 0 &&
	    monitor_of(w, r, i) != &w->model->base;
	return dims ? dt_world_terms_dim(w, i, alarm[1], alarm[0]) :
	    alarm[move];
}

static void
raise_alarms(struct dt_world *w, struct dt_round *r)
{
	size_t n = w->model->n;
	bool blind = goes_blind(w, r);
	r->alarms = 0;
	for (size_t i = 0; i < n; i++) {
		if (dt_random_hits(&w->streams[DT_FOR_PUBLIC],
		    threshold_of(w, r, i,
		    monitor_of(w, r, i)->public_alarm[blind])))
			r->alarms |= dt_move_bit(i);
	}
	if (w->departs.on && w->departs.seen)
		r->alarms |= dt_move_bit(w->departs.agent);
	for (size_t i = 0; i < n; i++)
		r->seen[i] = r->alarms & ~dt_move_bit(i);
	for (size_t i = 0; i < n; i++) {
		uint64_t threshold = threshold_of(w, r, i,
		    monitor_of(w, r, i)->private_alarm[blind]);
		if (threshold != 0)
			see_privately(w, r, i, threshold);
	}
}

/* Parties against whom enough others hold a private alarm. */
static uint64_t
accused(const struct dt_world *w, const struct dt_round *r)
{
	uint64_t set = 0;
	for (size_t i = 0; i < w->model->n; i++) {
		int64_t accusers = 0;
		for (size_t j = 0; j < w->model->n; j++)
			accusers += dt_move_has(r->parties, j) &&
			    dt_move_has(r->seen[j], i);
		if (accusers >= w->model->terms.accusers)
			set |= dt_move_bit(i);
	}
	return set;
}

static void
respond(struct dt_world *w, struct dt_round *r)
{
	const struct dt_terms *terms = &w->model->terms;
	double fines[DT_AGENTS_MOST];
	memset(fines, 0, w->model->n * sizeof(fines[0]));
	r->findings = 0;
	if (r->bound != 0) {
		r->findings = r->alarms;
		if (terms->accusers > 0)
			r->findings |= accused(w, r);
		r->findings &= r->bound;
		dt_regime_respond(&w->regime, terms, r->findings,
		    &w->streams[DT_FOR_TREATY], fines);
	}
	for (size_t i = 0; i < w->model->n; i++)
		r->fine[i] = 0 - fines[i];
}

static void
observe(struct dt_world *w, const struct dt_round *r)
{
	size_t n = w->model->n;
	enum dt_phase phase = w->regime.phase;
	uint64_t parties = w->regime.parties;
	for (size_t i = 0; i < n; i++)
		turn(w, i, w->state[i], dt_view_index(n,
		    dt_move_count(r->seen[i]), dt_move_has(r->findings, i),
		    dt_move_has(r->executed, i), dt_move_has(parties, i),
		    phase), DT_FOR_TURN);
}

static bool
goes_on(struct dt_world *w)
{
	const struct dt_model *m = w->model;
	return (m->rounds == 0 || w->round.number < m->rounds) &&
	    dt_random_hits(&w->streams[DT_FOR_CONTINUATION], m->continuation);
}

const struct dt_round *
dt_world_step(struct dt_world *w)
{
	struct dt_round *r = &w->round;
	if (w->over)
		return NULL;
	open_round(w, r);
	choose(w, r);
	if (w->failed != DT_OK)
		return NULL;
	slip(w, r);
	depart(w, r);
	stop_policed_labs(w, r);
	declare(w, r);
	raise_alarms(w, r);
	respond(w, r);
	dt_world_pay(w->model, r);
	if (w->model->terms.compute > 0)
		dt_world_terms_count(w);
	dt_world_race(w);
	bool ends = dt_world_contest(w);
	w->over = !goes_on(w) || ends ||
	    (w->model->race.ends && w->race.struck);
	clock_strikes(w);
	observe(w, r);
	if (w->model->minds != 0)
		dt_minds_observe(w);
	w->departs.on = false;
	return r;
}
