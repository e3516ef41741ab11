/*
 * comply_play_see: random words by their place, of a run, a round, a purpose
 * and an agent, and of nothing that was drawn before; from them the signals of a
 * round, as in engine/world.c; and what of these is a surprise.
 */
#include "comply/comply_play_internal.h"

/* splitmix64's finaliser (Steele, Lea and Flood 2014). */
static uint64_t
mix(uint64_t x)
{
	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9;
	x = (x ^ x >> 27) * 0x94d049bb133111eb;
	return x ^ x >> 31;
}

uint64_t
dt_comply_play_words_key(uint64_t run, int64_t round)
{
	return mix(run + (uint64_t)round * 0x9e3779b97f4a7c15);
}

uint64_t
dt_comply_play_words_word(uint64_t key, enum dt_purpose purpose, size_t index)
{
	uint64_t place = (uint64_t)purpose << 16 | (index + 1);
	return mix(key + place * 0xd1342543de82ef95);
}

bool
dt_comply_play_words_hits(uint64_t key, enum dt_purpose purpose, size_t index,
    uint64_t threshold)
{
	if (threshold == 0 || threshold == UINT64_MAX)
		return threshold != 0;
	return dt_comply_play_words_word(key, purpose, index) < threshold;
}

#define HITS dt_comply_play_words_hits

static const struct dt_monitor *
monitor_of(const struct dt_comply_play_game *g,
    const struct dt_comply_play_state *s, size_t i)
{
	bool covered = s->regime.phase == DT_PHASE_IN_FORCE &&
	    dt_move_has(s->regime.parties, i);
	return covered ? &g->model->terms.monitor : &g->model->base;
}

static bool
goes_blind(const struct dt_comply_play_game *g,
    const struct dt_comply_play_state *s, uint64_t key)
{
	return s->regime.phase == DT_PHASE_IN_FORCE &&
	    HITS(key, DT_FOR_COMMON_MODE, 0, g->model->terms.monitor.blind);
}

double
dt_comply_play_see_alarm(const struct dt_comply_play_game *g,
    const struct dt_comply_play_state *s, uint64_t key, size_t agent,
    bool races)
{
	uint64_t chance = monitor_of(g, s, agent)->public_alarm
	    [goes_blind(g, s, key)][races];
	return dt_random_chance(chance);
}

static void
see_privately(const struct dt_comply_play_game *g,
    const struct dt_comply_play_state *s, uint64_t key, bool blind,
    struct dt_round *r)
{
	size_t n = g->model->n;
	for (size_t i = 0; i < n; i++)
		r->seen[i] = r->alarms & ~dt_move_bit(i);
	for (size_t i = 0; i < n; i++) {
		uint64_t threshold = monitor_of(g, s, i)->private_alarm
		    [blind][dt_move_has(r->executed, i)];
		for (size_t j = 0; threshold != 0 && j < n; j++)
			if (j != i && HITS(key, DT_FOR_PRIVATE, i * n + j,
			    threshold))
				r->seen[j] |= dt_move_bit(i);
	}
}

size_t
dt_comply_play_see_standing(const struct dt_comply_play_game *g,
    const struct dt_regime *r, size_t agent, size_t subject)
{
	int64_t after = g->model->terms.forgive_after;
	enum { MOST = DT_COMPLY_PLAY_STRIKES };
	size_t own = MOST + 1, others = 0, at = MOST + 1;
	for (uint64_t set = r->parties; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		size_t strikes = r->strikes[i] < MOST ?
		    (size_t)r->strikes[i] : MOST;
		if (i == agent)
			own = strikes;
		else if (strikes > others)
			others = strikes;
		if (i == subject && i != agent)
			at = strikes;
	}
	size_t clean = after == 0 ? 0 : (size_t)(r->clean[subject] % after *
	    DT_COMPLY_PLAY_CLEAN / after);
	return ((((own * (MOST + 1) + others) * (MOST + 2) + at) * 2 +
	    (r->notified != 0)) * DT_COMPLY_PLAY_KINDS + g->kind[subject]) *
	    DT_COMPLY_PLAY_CLEAN + clean;
}

/* What of an alarm is a surprise. */
static double
surprise(const struct dt_comply_play_game *g,
    const struct dt_comply_play_state *s, size_t agent, size_t subject,
    bool alarm, uint64_t threshold)
{
	const double *worth = g->noise != NULL ? g->noise->worth[agent] :
	    NULL;
	const struct dt_model *m = g->model;
	if (worth == NULL || threshold == 0 || threshold == UINT64_MAX)
		return 0;
	double rounds = m->continuation_chance < 1 ? 1 :
	    (double)(m->rounds - s->round);
	return rounds * worth[dt_comply_play_see_standing(g, &s->regime, agent,
	    subject)] * (alarm - dt_random_chance(threshold));
}

/* Returns what of the alarms about those who are bound is a surprise. */
double
dt_comply_play_see(const struct dt_comply_play_game *g,
    const struct dt_comply_play_state *s, uint64_t key,
    struct dt_comply_play_act act, struct dt_round *r)
{
	bool blind = goes_blind(g, s, key);
	uint64_t matter = g->reads ? dt_move_all(g->model->n) : r->bound;
	double noise = 0;
	r->alarms = 0;
	for (; matter != 0; matter &= matter - 1) {
		size_t i = dt_move_first(matter);
		uint64_t threshold = monitor_of(g, s, i)->public_alarm[blind]
		    [dt_move_has(r->executed, i)];
		bool set = act.alarm >= 0 && i == act.subject;
		bool alarm = set ? act.alarm :
		    HITS(key, DT_FOR_PUBLIC, i, threshold);
		if (alarm)
			r->alarms |= dt_move_bit(i);
		if (!set && dt_move_has(r->bound, i))
			noise += surprise(g, s, act.agent, i, alarm,
			    threshold);
	}
	if (g->private)
		see_privately(g, s, key, blind, r);
	return noise;
}
