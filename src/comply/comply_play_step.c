/*
 * comply_play_step: a round of a game of compliers, as in engine/world.c and
 * in its order, but for what nobody asks here: signers' strategies are known,
 * one agent's payoff is wanted, and words come by their place, not in turn.
 */
#include "comply/comply_play_internal.h"

#include <string.h>

#include "engine/twins.h"

#define HITS dt_comply_play_words_hits

static struct dt_random
random_of(uint64_t key, size_t index)
{
	struct dt_random r;
	for (size_t k = 0; k < 4; k++)
		r.word[k] = dt_comply_play_words_word(key, DT_FOR_TREATY,
		    256 * (index + 1) + k);
	return r;
}

/* Whether what an agent that does not sign plays can change. */
static bool
is_steady(const struct dt_automaton *a)
{
	return a->states == 1 && (a->race[0] == 0 ||
	    a->race[0] == UINT64_MAX);
}

static void
find_kinds(struct dt_comply_play_game *g)
{
	const struct dt_model *m = g->model;
	uint64_t hosts = dt_twins_hosts(m);
	uint8_t kinds = 0;
	for (size_t i = 0; i < m->n; i++) {
		size_t j = 0;
		while (j < i && !dt_twins_alike(m, hosts, i, j))
			j++;
		g->kind[i] = j < i ? g->kind[j] : kinds;
		if (j == i && kinds < DT_COMPLY_PLAY_KINDS - 1)
			kinds++;
	}
}

void
dt_comply_play_step_make(struct dt_comply_play_game *g,
    const struct dt_model *m, uint64_t signers)
{
	const struct dt_terms *t = &m->terms;
	memset(g, 0, sizeof(*g));
	g->model = m;
	g->signers = signers;
	g->rests = m->slip == 0;
	for (size_t i = 0; i < m->n; i++) {
		const struct dt_automaton *a = &m->agents[i].automaton;
		int host = m->agents[i].host;
		if (host >= 0 && !dt_move_has(signers, (size_t)host) &&
		    m->agents[host].enforcement != 0)
			g->rests = false;
		if (dt_move_has(signers, i))
			continue;
		g->reads |= a->states > 1;
		g->rests = g->rests && is_steady(a);
	}
	find_kinds(g);
	g->private = g->reads || t->accusers > 0;
	g->forgives = t->forgive_after > 0 || t->forgive != 0;
	g->last_rung = dt_terms_last_rung(t);
}

static void
turn(const struct dt_comply_play_game *g, struct dt_comply_play_state *s,
    const struct dt_round *r, uint64_t key, enum dt_purpose purpose)
{
	const struct dt_model *m = g->model;
	for (size_t i = 0; g->reads && i < m->n; i++) {
		const struct dt_automaton *a = &m->agents[i].automaton;
		bool starts = purpose == DT_FOR_START;
		if (dt_move_has(g->signers, i))
			continue;
		struct dt_random random = random_of(key, 1 + i);
		size_t view = dt_view_index(m->n, starts ? 0 :
		    dt_move_count(r->seen[i]), false, !starts &&
		    dt_move_has(r->executed, i), false, s->regime.phase);
		s->state[i] = (uint16_t)dt_automaton_next(a, starts ?
		    a->states : s->state[i], view, &random);
	}
}

void
dt_comply_play_step_start(struct dt_comply_play_game *g,
    struct dt_comply_play_state *s, uint64_t key)
{
	struct dt_random random = random_of(key, 0);
	memset(s, 0, sizeof(*s));
	s->departed = s->notifier = -1;
	dt_regime_start(&s->regime, &g->model->terms);
	dt_regime_clock(&s->regime, &g->model->terms, 1, &random);
	turn(g, s, NULL, key, DT_FOR_START);
}

bool
dt_comply_play_step_complies(const struct dt_comply_play_state *s, size_t agent)
{
	return s->regime.phase != DT_PHASE_IN_FORCE ||
	    !dt_move_has(s->regime.parties, agent);
}

static bool
means_to_race(const struct dt_comply_play_game *g,
    const struct dt_comply_play_state *s, uint64_t key, size_t i)
{
	const struct dt_automaton *a = &g->model->agents[i].automaton;
	return dt_move_has(g->signers, i) ?
	    dt_comply_play_step_complies(s, i) :
	    HITS(key, DT_FOR_PLAY, i, a->race[s->state[i]]);
}

double
dt_comply_play_step_race(const struct dt_comply_play_game *g,
    const struct dt_comply_play_state *s, uint64_t key, size_t i,
    bool means_to)
{
	const struct dt_model *m = g->model;
	int host = m->agents[i].host;
	double slip = m->slip_chance, race = means_to ? 1 - slip : slip;
	if (host < 0)
		return race;
	bool host_races = means_to_race(g, s, key, (size_t)host) !=
	    HITS(key, DT_FOR_SLIP, (size_t)host, m->slip);
	uint64_t stops = m->agents[host].enforcement;
	if (host_races || stops == 0)
		return race;
	return race * (1 - dt_random_chance(stops));
}

static void
move(const struct dt_comply_play_game *g,
    const struct dt_comply_play_state *s, uint64_t key,
    struct dt_comply_play_act act, struct dt_round *r)
{
	const struct dt_model *m = g->model;
	uint64_t own = dt_move_bit(act.agent), stopped = 0;
	r->executed = 0;
	for (size_t i = 0; i < m->n; i++) {
		bool races = means_to_race(g, s, key, i);
		if (i == act.agent && act.how == DT_COMPLY_PLAY_INTENDS)
			races = act.races;
		if (races != HITS(key, DT_FOR_SLIP, i, m->slip))
			r->executed |= dt_move_bit(i);
	}
	if (act.how == DT_COMPLY_PLAY_EXECUTES)
		r->executed = (r->executed & ~own) | (act.races ? own : 0);
	for (uint64_t set = r->executed; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		int host = m->agents[i].host;
		if (host >= 0 && !dt_move_has(r->executed, (size_t)host) &&
		    !(i == act.agent && act.how == DT_COMPLY_PLAY_EXECUTES) &&
		    HITS(key, DT_FOR_ENFORCEMENT, i,
		    m->agents[host].enforcement))
			stopped |= dt_move_bit(i);
	}
	r->executed &= ~stopped;
}

static uint64_t
accused(const struct dt_comply_play_game *g, const struct dt_round *r)
{
	uint64_t set = 0;
	for (size_t i = 0; i < g->model->n; i++) {
		int64_t accusers = 0;
		for (size_t j = 0; j < g->model->n; j++)
			accusers += dt_move_has(r->parties, j) &&
			    dt_move_has(r->seen[j], i);
		if (accusers >= g->model->terms.accusers)
			set |= dt_move_bit(i);
	}
	return set;
}

/* Whether anybody is fined. */
static bool
respond(const struct dt_comply_play_game *g, struct dt_comply_play_state *s,
    struct dt_random *random, struct dt_round *r)
{
	const struct dt_terms *terms = &g->model->terms;
	double fines[DT_AGENTS_MOST];
	bool any = false;
	r->findings = 0;
	if (r->bound == 0)
		return false;
	r->findings = r->alarms;
	if (terms->accusers > 0)
		r->findings |= accused(g, r);
	r->findings &= r->bound;
	memset(fines, 0, g->model->n * sizeof(fines[0]));
	dt_regime_respond(&s->regime, terms, r->findings, random, fines);
	for (size_t i = 0; i < g->model->n; i++) {
		r->fine[i] = 0 - fines[i];
		any |= fines[i] != 0;
	}
	return any;
}

static double
pay(struct dt_comply_play_game *g, size_t agent, bool fined)
{
	struct dt_round *r = &g->round;
	size_t n = g->model->n;
	bool in_force = r->phase == DT_PHASE_IN_FORCE;
	uint64_t hash = dt_comply_play_words_key(r->executed * 3 + in_force,
	    (int64_t)r->parties);
	struct dt_comply_play_slot *slot =
	    &g->slots[hash % DT_COMPLY_PLAY_SLOTS];
	if (fined) {
		dt_world_pay(g->model, r);
		return r->payoff[agent];
	}
	if (!slot->used || slot->executed != r->executed ||
	    slot->parties != r->parties || slot->in_force != in_force) {
		memset(r->fine, 0, n * sizeof(r->fine[0]));
		dt_world_pay(g->model, r);
		*slot = (struct dt_comply_play_slot){ true, in_force,
		    r->parties, r->executed, { 0 } };
		memcpy(slot->payoff, r->payoff, n * sizeof(r->payoff[0]));
	}
	return slot->payoff[agent];
}

struct dt_comply_play_event
dt_comply_play_step(struct dt_comply_play_game *g,
    struct dt_comply_play_state *s, uint64_t key,
    struct dt_comply_play_act act)
{
	struct dt_round *r = &g->round;
	const struct dt_terms *terms = &g->model->terms;
	struct dt_random random = random_of(key, 0);
	r->phase = s->regime.phase;
	r->parties = s->regime.parties;
	r->bound = dt_regime_binds(&s->regime, terms) ? r->parties : 0;
	move(g, s, key, act, r);
	double noise = dt_comply_play_see(g, s, key, act, r);
	bool fined = respond(g, s, &random, r);
	struct dt_comply_play_event event = { pay(g, act.agent, fined), noise,
	    dt_move_has(r->findings, act.agent) };
	s->round++;
	dt_regime_clock(&s->regime, terms, s->round + 1, &random);
	turn(g, s, r, key, DT_FOR_TURN);
	return event;
}
