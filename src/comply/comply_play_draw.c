/*
 * comply_play_draw: a departure and complying, played side by side with the
 * same words.
 *
 * Of a round that is departed in four things can come: RACE or PAUSE is
 * executed, an alarm is raised or not. Each is played on, and what the agent
 * may mean to do is worked out from them by the chances of its slips, of its
 * host's stops and of its signal, which are so drawn no more. Tracks whose
 * states have the same future are one from there on.
 *
 * A game without end is played with the discount as a weight, until that is
 * small; from there on it ends by chance (1 - patience)/2 a round, which the
 * weight makes up for: sums have the right mean, and less spread than if runs
 * ended by the discount itself. Once nothing can change any more the rest is
 * a geometric sum.
 *
 * Runs are not lanes. Those take 6.5 ns an agent-round, this some 20; but a block
 * of 512 goes on until its last run has merged, and where rounds to merge are
 * geometric the longest of 512 has ln 512 + .58 = 6.8 times the mean.
 */
#include "comply/comply_play_internal.h"

#include <math.h>
#include <string.h>

enum { TRACKS = 4 };

/* From this weight on runs end by chance. */
#define SMALL 0.02

struct track {
	struct dt_comply_play_game *game;
	struct dt_comply_play_state state;
	const struct dt_comply_play_plan *plan;
	struct dt_comply_play_act first;
	bool found;
	int as;                 /* the track that it has become, or -1 */
	double sum;             /* from where it is `as`: more than that */
};

struct tracks {
	const struct dt_comply_play_draw *draw;
	struct track track[TRACKS];
	int n;
	double weight, work;
};

static void
add(struct tracks *t, struct dt_comply_play_game *g,
    const struct dt_comply_play_state *from,
    const struct dt_comply_play_plan *plan, struct dt_comply_play_act first)
{
	struct track *one = &t->track[t->n++];
	one->game = g;
	one->state = *from;
	one->plan = plan;
	one->first = first;
	one->found = false;
	one->as = -1;
	one->sum = 0;
}

static void
play_round(struct tracks *t, int64_t k)
{
	for (int i = 0; i < t->n; i++) {
		struct track *one = &t->track[i];
		if (one->as >= 0)
			continue;
		uint64_t key = dt_comply_play_words_key(t->draw->run,
		    one->state.round);
		struct dt_comply_play_act act = one->first;
		if (k > 0 || one->plan != NULL)
			act = dt_comply_play_plan_act(one->game, one->plan,
			    t->draw->agent, one->found, &one->state);
		struct dt_comply_play_event e = dt_comply_play_step(one->game,
		    &one->state, key, act);
		one->sum += t->weight * (e.payoff - e.noise);
		one->found |= e.found;
		t->work += (double)one->game->model->n;
	}
}

static bool
may_merge(const struct track *a, const struct track *b)
{
	return a->as < 0 && b->as < 0 && a->game == b->game &&
	    dt_comply_play_plan_done(a->plan, a->found, &a->state) &&
	    dt_comply_play_plan_done(b->plan, b->found, &b->state) &&
	    dt_comply_play_same(a->game, &a->state, &b->state);
}

/* How many tracks are left. */
static int
merge(struct tracks *t)
{
	int left = 0;
	for (int i = 0; i < t->n; i++) {
		struct track *one = &t->track[i];
		for (int j = 0; j < i && one->as < 0; j++)
			if (may_merge(&t->track[j], one)) {
				one->as = j;
				one->sum -= t->track[j].sum;
			}
		left += one->as < 0;
	}
	return left;
}

/* Whether nothing changes any more: the round to come is all there is. */
static bool
all_rest(const struct tracks *t)
{
	for (int i = 0; i < t->n; i++)
		if (t->track[i].as < 0 && !(t->track[i].game->rests &&
		    t->track[i].state.regime.phase == DT_PHASE_ENDED))
			return false;
	return true;
}

static void
pay_rest(struct tracks *t, bool endless, int64_t left)
{
	double weight = t->weight;
	double rounds = endless ? 1 / (1 - t->draw->patience) : (double)left;
	t->weight *= rounds;
	if (rounds > 0)
		play_round(t, 1);
	t->weight = weight;
}

/* Whether a run goes on; the weight is then of the next round. */
static bool
go_on(struct tracks *t, const struct track *any)
{
	const struct dt_model *m = any->game->model;
	double patience = t->draw->patience, keep = (1 + patience) / 2;
	int64_t round = any->state.round;
	if (m->continuation_chance >= 1)
		return round < m->rounds;
	t->weight *= patience;
	if (t->weight > SMALL)
		return true;
	t->weight /= keep;
	return t->weight > 0 && dt_comply_play_words_hits(
	    dt_comply_play_words_key(t->draw->run, round - 1),
	    DT_FOR_CONTINUATION, 0, dt_random_threshold(keep));
}

static void
follow(struct tracks *t)
{
	const struct track *any = &t->track[0];
	const struct dt_model *m = any->game->model;
	bool endless = m->continuation_chance < 1;
	int64_t k = 0;
	t->weight = 1;
	do {
		play_round(t, k++);
		if (merge(t) == 1 && !t->draw->whole)
			break;
		if (!go_on(t, any))
			break;
		if (all_rest(t)) {
			pay_rest(t, endless, m->rounds - any->state.round);
			break;
		}
	} while (true);
	for (int i = 1; i < t->n; i++)
		if (t->track[i].as >= 0)
			t->track[i].sum += t->track[t->track[i].as].sum;
}

static double
norm_of(const struct dt_model *m, const struct dt_comply_play_draw *draw,
    int64_t round)
{
	return m->continuation_chance < 1 ? 1 - draw->patience :
	    1 / (double)(m->rounds - round);
}

/* What is known of the four, by move and alarm, and of the chances. */
struct moves {
	int track[2][2];                /* -1: it cannot be */
	double alarm[2];                /* chance of one, by move */
	double meant[2];                /* chance of RACE, by what is meant */
	bool complies, watched;
};

static void
add_moves(struct tracks *t, struct dt_comply_play_game *g,
    const struct dt_comply_play_state *from, struct moves *w)
{
	size_t i = t->draw->agent;
	for (int move = 0; move < 2; move++)
		for (int alarm = 0; alarm < 2; alarm++) {
			double chance = alarm ? w->alarm[move] :
			    1 - w->alarm[move];
			struct dt_comply_play_act act = { i,
			    DT_COMPLY_PLAY_EXECUTES, move, alarm, i };
			w->track[move][alarm] = -1;
			if (chance <= 0 && !(alarm && w->watched))
				continue;
			w->track[move][alarm] = t->n;
			add(t, g, from, NULL, act);
		}
}

static double
sum_of(const struct tracks *t, const struct moves *w, int move, int alarm)
{
	int k = w->track[move][alarm];
	return k < 0 ? 0 : t->track[k].sum;
}

/* After a move, the signal being what it will. */
static double
after(const struct tracks *t, const struct moves *w, int move)
{
	double q = w->alarm[move];
	return q * sum_of(t, w, move, 1) + (1 - q) * sum_of(t, w, move, 0);
}

/* Whether a breach would be seen at all in this round, by all for certain. */
static bool
is_watched(const struct dt_comply_play_game *g,
    const struct dt_comply_play_state *s, size_t agent)
{
	return dt_regime_binds(&s->regime, &g->model->terms) &&
	    dt_move_has(s->regime.parties, agent);
}

void
dt_comply_play_draw_moves(struct dt_comply_play_game *g,
    const struct dt_comply_play_state *from,
    const struct dt_comply_play_draw *draw, struct dt_comply_play_drawn *d)
{
	size_t i = draw->agent;
	uint64_t key = dt_comply_play_words_key(draw->run, from->round);
	struct tracks t;
	struct moves w = { .complies = dt_comply_play_step_complies(from, i),
	    .watched = is_watched(g, from, i) };
	t.draw = draw;
	t.n = 0;
	t.work = 0;
	for (int move = 0; move < 2; move++) {
		w.alarm[move] = dt_comply_play_see_alarm(g, from, key, i,
		    move);
		w.meant[move] = dt_comply_play_step_race(g, from, key, i,
		    move);
	}
	add_moves(&t, g, from, &w);
	follow(&t);
	double race = after(&t, &w, 1), pause = after(&t, &w, 0);
	double own = w.meant[w.complies], other = w.meant[!w.complies];
	double value = own * race + (1 - own) * pause;
	d->worth[0] = (other - own) * (race - pause);
	d->worth[1] = w.meant[1] * sum_of(&t, &w, 1, 1) +
	    (1 - w.meant[1]) * sum_of(&t, &w, 0, 1) - value;
	d->worth[2] = w.meant[0] * sum_of(&t, &w, 1, 1) +
	    (1 - w.meant[0]) * sum_of(&t, &w, 0, 1) - value;
	if (!w.watched)
		d->worth[1] = d->worth[2] = NAN;
	d->value = value;
	d->norm = norm_of(g->model, draw, from->round);
	d->work = t.work;
}

void
dt_comply_play_draw_plan(struct dt_comply_play_game *g,
    struct dt_comply_play_game *other,
    const struct dt_comply_play_state *from,
    const struct dt_comply_play_plan *plan,
    const struct dt_comply_play_draw *draw, struct dt_comply_play_drawn *d)
{
	struct dt_comply_play_act complies = { .agent = draw->agent,
	    .alarm = -1 };
	struct dt_comply_play_state start, apart;
	uint64_t key = dt_comply_play_words_key(draw->run, -1);
	struct tracks t;
	t.draw = draw;
	t.n = 0;
	t.work = 0;
	if (from == NULL) {
		dt_comply_play_step_start(g, &start, key);
		dt_comply_play_step_start(other, &apart, key);
	}
	add(&t, g, from ? from : &start, NULL, complies);
	add(&t, other, from ? from : &apart, plan, complies);
	follow(&t);
	d->worth[0] = t.track[1].sum - t.track[0].sum;
	d->worth[1] = d->worth[2] = NAN;
	d->value = t.track[0].sum;
	d->norm = norm_of(g->model, draw, from ? from->round : 0);
	d->work = t.work;
}

double
dt_comply_play_draw_alarm(struct dt_comply_play_game *g,
    const struct dt_comply_play_state *from, size_t subject,
    const struct dt_comply_play_draw *draw, double *work)
{
	struct tracks t;
	t.draw = draw;
	t.n = 0;
	t.work = 0;
	for (int alarm = 0; alarm < 2; alarm++)
		add(&t, g, from, NULL, (struct dt_comply_play_act){
		    .agent = draw->agent, .alarm = alarm,
		    .subject = subject });
	follow(&t);
	*work += t.work;
	return t.track[1].sum - t.track[0].sum;
}
