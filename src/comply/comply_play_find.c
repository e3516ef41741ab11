/*
 * comply_play_find: looks for public states that can be come to.
 *
 * First runs of compliers; then short ones from states of kinds picked with
 * equal chance, however rare (splitting: Villén-Altamirano 1991; here only
 * that a state is come to counts, not how often). Half of them have livelier
 * signals: what can happen stays the same, how often does not. Then the same
 * with one agent that departs, here and there, in every way, and where one, it
 * or another, may give notice.
 */
#include "comply/comply_play_internal.h"

#include <string.h>

#include "base/memory.h"

enum { RUNS = 48, WITHOUT = 4, LENGTH = 200, JUMPS_LEAST = 6000,
    JUMPS_MOST = 40000, QUIET = 3000, STEPS = 12, LEVEL_FIRST = 0 };

struct search {
	struct dt_comply_play_game *game, *lively;
	struct dt_comply_play_game *const *others;
	struct dt_comply_play_classes *classes;
	uint64_t seed, jump;
	struct dt_random random;
	int64_t last;                   /* round of the game, or INT64_MAX */
};

static size_t
roll(struct search *s, size_t n)
{
	return (size_t)(dt_random_unit(&s->random) * (double)n);
}

static uint64_t
within(uint64_t chance, double low, double high)
{
	uint64_t a = dt_random_threshold(low), b = dt_random_threshold(high);
	if (chance == 0 || chance == UINT64_MAX)
		return chance;
	return chance < a ? a : chance > b ? b : chance;
}

static void
enliven_monitor(struct dt_monitor *m, size_t n)
{
	double low = 0.5 / (double)n;
	m->blind = within(m->blind, 0.1, 0.9);
	for (int k = 0; k < 4; k++) {
		m->public_alarm[k / 2][k % 2] =
		    within(m->public_alarm[k / 2][k % 2], low, 0.8);
		m->private_alarm[k / 2][k % 2] =
		    within(m->private_alarm[k / 2][k % 2], low, 0.8);
	}
}

/* Chances that are neither none nor all are moved towards the middle. */
static void
enliven(struct dt_model *m, struct dt_terms_rung *rungs)
{
	enliven_monitor(&m->terms.monitor, m->n);
	enliven_monitor(&m->base, m->n);
	m->terms.forgive = within(m->terms.forgive, 0.1, 0.9);
	m->terms.renewal = within(m->terms.renewal, 0.2, 0.8);
	for (size_t k = 0; k < m->terms.n_rungs; k++)
		rungs[k].chance = within(rungs[k].chance, 0.3, 0.8);
	m->terms.rungs = rungs;
}

static size_t
pick(struct search *s, uint64_t set)
{
	for (size_t k = roll(s, dt_move_count(set)); k > 0; k--)
		set &= set - 1;
	return dt_move_first(set);
}

/* One at the most gives it: the agent that departs, or any. */
static void
give_notice(struct search *s, struct dt_comply_play_state *state)
{
	size_t who = roll(s, 2) ? (size_t)state->departed :
	    pick(s, s->game->signers);
	if (state->notifier >= 0)
		return;
	dt_regime_notice(&state->regime, &s->game->model->terms, who);
	if (dt_move_has(state->regime.notified, who))
		state->notifier = (int)who;
}

/* One that departs does so at once, and then in every third round. */
static struct dt_comply_play_act
act_of(struct search *s, struct dt_comply_play_state *state, int64_t k)
{
	struct dt_comply_play_act act = { .alarm = -1 };
	if (state->departed < 0 || (k > 0 && roll(s, 3) > 0))
		return act;
	size_t kind = roll(s, 5);
	if (kind == 0)
		give_notice(s, state);
	if (kind == 0 && roll(s, 2))
		return act;
	act.agent = act.subject = (size_t)state->departed;
	act.how = DT_COMPLY_PLAY_INTENDS;
	act.races = !dt_comply_play_step_complies(state, act.agent);
	if (kind == 1 || kind == 2)
		act.alarm = 1;
	if (kind == 2)
		act.races = !act.races;
	return act;
}

/* Goes on so many rounds; how many kinds of states are new. */
static size_t
go_on(struct search *s, struct dt_comply_play_state *state, int64_t rounds,
    bool lively)
{
	struct dt_comply_play_game *g = lively ? s->lively : s->game;
	uint64_t run = dt_comply_play_words_key(s->seed,
	    (int64_t)++s->jump);
	size_t new = 0;
	for (int64_t k = 0; k < rounds && state->round + 1 < s->last; k++) {
		uint64_t notified = state->regime.notified;
		struct dt_comply_play_act act = act_of(s, state, k);
		if (state->regime.notified != notified)
			new += dt_comply_play_class_add(s->classes, state,
			    &s->random);
		(void)dt_comply_play_step(g, state,
		    dt_comply_play_words_key(run, state->round), act);
		new += dt_comply_play_class_add(s->classes, state,
		    &s->random);
		if (state->regime.phase == DT_PHASE_ENDED)
			break;
	}
	return new;
}

static void
run(struct search *s, bool lively)
{
	struct dt_comply_play_state state;
	dt_comply_play_step_start(lively ? s->lively : s->game, &state,
	    dt_comply_play_words_key(s->seed, (int64_t)++s->jump));
	(void)dt_comply_play_class_add(s->classes, &state, &s->random);
	(void)go_on(s, &state, s->last < INT64_MAX ? s->last : LENGTH +
	    s->game->model->terms.delay, lively);
}

/* One in which the agent does not sign: only it is asked about that. Once the
 * treaty is in force the game goes on as any other. */
static void
run_without(struct search *s, size_t agent)
{
	struct dt_comply_play_state state;
	uint64_t run = dt_comply_play_words_key(s->seed,
	    (int64_t)++s->jump);
	dt_comply_play_step_start(s->others[agent], &state,
	    dt_comply_play_words_key(run, -1));
	state.departed = state.notifier = (int)agent;
	state.regime.left |= dt_move_bit(agent);
	for (int64_t k = 0; k < LENGTH && state.round + 1 < s->last &&
	    state.regime.phase != DT_PHASE_ENDED; k++) {
		(void)dt_comply_play_class_add_for(s->classes, &state, agent,
		    &s->random);
		(void)dt_comply_play_step(s->others[agent], &state,
		    dt_comply_play_words_key(run, state.round),
		    (struct dt_comply_play_act){ .alarm = -1 });
	}
}

static size_t
jump(struct search *s, bool departs)
{
	struct dt_comply_play_classes *c = s->classes;
	const struct dt_comply_play_class *one = &c->all[roll(s, c->n)];
	struct dt_comply_play_state state = *one->kept[roll(s, one->n)];
	if (departs && state.departed < 0)
		state.departed = (int)pick(s, c->judged);
	if (state.regime.phase == DT_PHASE_OPEN)
		return 0;
	bool far = s->last < INT64_MAX && roll(s, 3) == 0;
	return go_on(s, &state, far ? s->last : STEPS, roll(s, 2));
}

static void
jump_about(struct search *s, bool departs)
{
	size_t quiet = 0;
	for (size_t k = 0; k < JUMPS_MOST && !s->classes->full &&
	    !s->classes->failed && s->classes->n > 0 &&
	    (k < JUMPS_LEAST || quiet < QUIET); k++)
		quiet = jump(s, departs) > 0 ? 0 : quiet + 1;
}

/* At one level of detail. */
static void
look(struct search *s)
{
	dt_random_stream(&s->random, s->seed, 0, 0, DT_PURPOSES);
	s->jump = 0;
	for (int k = 0; k < RUNS && !s->classes->full; k++)
		run(s, k % 2);
	for (uint64_t set = s->classes->judged; set != 0; set &= set - 1)
		for (int k = 0; k < WITHOUT && !s->classes->full; k++)
			run_without(s, dt_move_first(set));
	jump_about(s, false);
	jump_about(s, true);
}

enum dt_status
dt_comply_play_find(const struct dt_comply_model *m,
    struct dt_comply_play_game *game,
    struct dt_comply_play_game *const *others, uint64_t seed,
    struct dt_comply_play_classes *c, struct dt_error *err)
{
	struct dt_model lively = m->model;
	struct dt_terms_rung *rungs = dt_memory_new(lively.terms.n_rungs + 1,
	    sizeof(*rungs));
	struct search s = { .game = game, .others = others, .classes = c,
	    .seed = seed,
	    .lively = dt_memory_new(1, sizeof(*s.lively)),
	    .last = m->model.continuation_chance < 1 ? INT64_MAX :
	    m->model.rounds };
	bool good = rungs != NULL && s.lively != NULL;
	if (good && lively.terms.n_rungs > 0)
		memcpy(rungs, lively.terms.rungs, lively.terms.n_rungs *
		    sizeof(*rungs));
	if (good) {
		enliven(&lively, rungs);
		dt_comply_play_step_make(s.lively, &lively, m->signers);
	}
	for (c->level = LEVEL_FIRST; good; c->level++) {
		c->full = false;
		good = dt_comply_play_class_start(c);
		if (good)
			look(&s);
		good = good && !c->failed;
		if (!c->full || c->level + 1 == DT_COMPLY_PLAY_LEVELS)
			break;
		dt_comply_play_class_free(c);
	}
	dt_memory_free(rungs);
	dt_memory_free(s.lively);
	return good ? DT_OK : dt_status_no_memory(err);
}
