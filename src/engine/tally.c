/* tally: see tally.h. */
#include "engine/tally.h"

#include <string.h>

void
dt_tally_reset(struct dt_tally *tally, size_t n)
{
	memset(tally, 0, offsetof(struct dt_tally, agent) +
	    n * sizeof(tally->agent[0]));
	tally->n = n;
}

static void
add_treaty(struct dt_tally *t, const struct dt_round *r)
{
	if (r->phase == DT_PHASE_IN_FORCE) {
		t->in_force++;
		if (t->entered == 0)
			t->entered = r->number;
	}
	t->suspended += r->phase == DT_PHASE_SUSPENDED;
	if (t->ended == 0 && r->phase == DT_PHASE_ENDED)
		t->ended = r->number - 1;
	if (t->first_breach == 0 && (r->bound & r->executed) != 0)
		t->first_breach = r->number;
}

/* Adds one to a counter of each agent in a set. */
#define COUNT(set, member) \
	for (uint64_t s_ = (set); s_ != 0; s_ &= s_ - 1) \
		t->agent[dt_move_first(s_)].member++

static void
add_race(struct dt_tally *t, const struct dt_round *r)
{
	for (int k = 0; k < DT_RACE_HORSEMEN; k++)
		for (size_t i = 0; i < t->n; i++)
			t->agent[i].borne[k] += r->raced->borne[k][i];
	for (int k = 0; k < DT_RACE_PARTS; k++)
		for (size_t i = 0; i < t->n; i++)
			t->agent[i].race[k] += r->race[k][i];
}

void
dt_tally_add(struct dt_tally *t, const struct dt_round *r)
{
	uint64_t in_force = r->phase == DT_PHASE_IN_FORCE ? r->parties : 0;
	uint64_t breaches = r->bound & r->executed;
	t->rounds++;
	t->all_paused += r->executed == 0;
	add_treaty(t, r);
	COUNT(~r->executed & dt_move_all(t->n), paused);
	COUNT(in_force, party);
	COUNT(r->bound, bound);
	COUNT(r->slipped, slips);
	COUNT(r->stopped, stopped);
	COUNT(breaches, breaches);
	COUNT(r->findings & breaches, alarms_right);
	COUNT(r->findings & ~breaches, alarms_wrong);
	COUNT(breaches & ~r->findings, missed);
	COUNT(in_force & (r->declared ^ r->executed), false_declarations);
	for (size_t i = 0; i < t->n; i++) {
		t->agent[i].payoff += r->payoff[i];
		t->agent[i].fines += r->fine[i];
		t->agent[i].cost += r->cost[i];
		t->agent[i].transfers += r->transfer[i];
	}
	if (r->raced != NULL)
		add_race(t, r);
}

static void
close_race(struct dt_tally *t, const struct dt_race_state *s)
{
	t->race = (struct dt_tally_race){ true, s->disaster, s->disasters,
	    s->monopoly, s->runaway, s->monopolist, s->escaped };
	for (size_t i = 0; i < t->n; i++) {
		t->agent[i].capability = s->capability[i];
		t->agent[i].misalignment = s->misalignment[i];
		t->agent[i].share = s->share[i];
		t->agent[i].generation = s->generation[i];
	}
}

void
dt_tally_close(struct dt_tally *tally, const struct dt_world *world)
{
	/* ended with the last round: no round after it shows that */
	tally->ending = world->regime.ending;
	if (tally->ended == 0 && world->regime.phase == DT_PHASE_ENDED)
		tally->ended = world->round.number;
	if (world->model->race.exists)
		close_race(tally, &world->race);
}
