/*
 * class_play: rounds. All groups play the same round at the same time, so that
 * nothing which a student can see tells when others chose: a round ends for
 * all, once each seat has chosen that is waited for, or when its time is over.
 */
#include <string.h>

#include "base/memory.h"
#include "class/class_internal.h"

/* ---- people come into the engine ---- */

static enum dt_status
begin(void *of, const struct dt_world *world, uint64_t run,
    struct dt_error *err)
{
	(void)of;
	(void)world;
	(void)run;
	(void)err;
	return DT_OK;
}

static enum dt_status
choose(void *of, const struct dt_world *world, uint64_t *racers,
    struct dt_error *err)
{
	const struct dt_class_group *g = of;
	(void)world;
	(void)err;
	*racers = g->racers;
	return DT_OK;
}

static bool
begin_group(struct dt_class *c, struct dt_class_group *g)
{
	g->game = dt_class_game(c, g);
	g->ratified = (const struct dt_class_signed **)dt_arena_new(&c->arena,
	    c->n, sizeof(*g->ratified));
	g->ratifier = dt_arena_new(&c->arena, c->n, sizeof(*g->ratifier));
	g->world = g->game ? dt_world_new(&g->game->experiment.model) : NULL;
	if (g->world == NULL || g->ratified == NULL || g->ratifier == NULL) {
		dt_class_fail(c, DT_ENOMEM, "memory is out");
		return false;
	}
	for (size_t i = 0; i < c->n; i++) {
		const struct dt_class_seat *s = &c->seats[g->seats[i]];
		struct dt_class_signed *kept = s->ratify.text == NULL ? NULL :
		    dt_arena_new(&c->arena, 1, sizeof(*kept));
		if (kept != NULL)
			*kept = s->ratify;
		g->ratified[i] = kept;
		g->ratifier[i] = s->signer;
	}
	g->run = (int64_t)++g->game->runs;
	g->hook = (struct dt_world_outside){ g, begin, choose, NULL };
	g->world->outside = &g->hook;
	dt_tally_reset(&g->tally, c->n);
	dt_tape_clear(&g->tape, c->n);
	dt_world_begin(g->world, (uint64_t)g->run);
	dt_class_stand_begin(c, g);
	return true;
}

bool
dt_class_begin_play(struct dt_class *c)
{
	for (size_t g = c->first_group; g < c->n_groups; g++)
		if (!begin_group(c, c->groups[g]))
			return false;
	c->round = 0;
	dt_class_open_round(c);
	return true;
}

void
dt_class_open_round(struct dt_class *c)
{
	int64_t seconds = c->blocks[c->block].seconds;
	for (size_t i = 0; i < c->n_seats; i++) {
		struct dt_class_seat *s = &c->seats[i];
		s->chosen = s->committed = false;
		if (!s->back)
			continue;
		s->back = s->away = false;
		s->late = 0;
	}
	c->round++;
	c->opening = false;
	c->opened = c->now;
	c->deadline = seconds > 0 ? c->now + 1000 * seconds : -1;
}

int64_t
dt_class_deadline(const struct dt_class *c, size_t seat)
{
	return c->deadline < 0 ? -1 : c->deadline + c->seats[seat].extra;
}

/* ---- a round's end ---- */

/* Is a seat waited for? Of one with time, till that is over; without, as long
 * as somebody sits there who is connected. */
static bool
is_awaited(const struct dt_class *c, size_t seat)
{
	const struct dt_class_seat *s = &c->seats[seat];
	const struct dt_class_group *g = dt_class_group_of(c, (int64_t)seat);
	int64_t deadline = dt_class_deadline(c, seat);
	if (c->opening)
		return s->committed && !s->chosen &&
		    c->now < deadline + DT_CLASS_GRACE;
	if (s->chosen || s->committed || g == NULL || g->over ||
	    dt_class_is_bot(c, seat))
		return false;
	if (deadline >= 0)
		return c->now < deadline + DT_CLASS_GRACE;
	return s->mode == DT_CLASS_BY_PAPER || dt_class_seat_here(c, seat);
}

/* A round without time in which nobody has chosen is not over because all
 * have gone. */
bool
dt_class_round_full(const struct dt_class *c)
{
	bool chosen = c->deadline >= 0, people = false;
	for (size_t i = 0; i < c->n_seats; i++) {
		if (is_awaited(c, i))
			return false;
		chosen |= c->seats[i].chosen || c->seats[i].committed;
		people |= !dt_class_is_bot(c, i);
	}
	return chosen || !people;
}

/* Each commitment is in the journal for good before anything is opened. */
bool
dt_class_ask_openings(struct dt_class *c)
{
	bool any = false;
	for (size_t i = 0; i < c->n_seats && !c->opening; i++)
		any |= c->seats[i].committed;
	if (!any)
		return false;
	c->opening = true;
	c->deadline = c->now + DT_CLASS_OPENING;
	dt_class_moved(c);
	dt_class_settle(c);
	return true;
}

/* What is done for a seat that did nothing, or committed and never opened:
 * whoever did stays bound to what nobody knows. */
static void
stand_in(struct dt_class *c, struct dt_class_group *g, size_t agent,
    bool races)
{
	size_t seat = g->seats[agent];
	struct dt_class_seat *s = &c->seats[seat];
	bool bot = dt_class_is_bot(c, seat) && !s->committed;
	int64_t members[DT_LESSON_DELEGATION_MOST];
	size_t n = dt_class_members(c, seat, members);
	struct dt_class_choice choice = { .races = races,
		.source = bot ? DT_CLASS_BOT : DT_CLASS_TIMEOUT,
		.person = bot || n == 0 ? -1 : members[0], .decided_ms = -1,
		.connected = dt_class_seat_here(c, seat),
		.excluded_why = "" };
	if (s->committed) {
		choice.person = s->choice.person;
		choice.commit = s->choice.commit;
	}
	s->choice = choice;
	if (bot || s->mode != DT_CLASS_BY_PEOPLE)
		return;
	s->timeouts++;
	s->away = ++s->late >= DT_CLASS_AWAY_AFTER;
}

static bool
keep_choices(struct dt_class *c, struct dt_class_group *g)
{
	size_t n = c->n, round = (size_t)c->round;
	if (!dt_memory_reserve(&g->choices, &g->room, round * n,
	    sizeof(*g->choices)))
		return false;
	for (size_t i = 0; i < n; i++)
		g->choices[(round - 1) * n + i] = c->seats[g->seats[i]].choice;
	return true;
}

static bool
add_sat(struct dt_class_group *g, int64_t person, size_t agent)
{
	for (size_t k = 0; k < g->n_sat; k++)
		if (g->sat[k].person == person)
			return true;
	if (!dt_memory_reserve(&g->sat, &g->sat_room, g->n_sat + 1,
	    sizeof(*g->sat)))
		return false;
	g->sat[g->n_sat++] = (struct dt_class_sat){ person, agent };
	return true;
}

/* Who sits where, once a run; and who chose, and has left since. */
static bool
keep_sat(struct dt_class *c, struct dt_class_group *g)
{
	bool kept = true;
	for (size_t i = 0; i < c->n_people && kept; i++) {
		const struct dt_class_person *p = &c->people[i];
		if (p->left < 0 && dt_class_group_of(c, p->seat) == g)
			kept = add_sat(g, (int64_t)i, c->seats[p->seat].agent);
	}
	for (size_t i = 0; i < c->n && kept; i++) {
		int64_t person = c->seats[g->seats[i]].choice.person;
		kept = person < 0 || add_sat(g, person, i);
	}
	return kept;
}

static void
play_group(struct dt_class *c, struct dt_class_group *g)
{
	g->racers = 0;
	for (size_t i = 0; i < c->n; i++) {
		struct dt_class_seat *s = &c->seats[g->seats[i]];
		bool races = dt_class_stand_races(c, g, i);
		if (!s->chosen)
			stand_in(c, g, i, races);
		else
			s->late = 0;
		if (s->choice.races)
			g->racers |= dt_move_bit(i);
	}
	const struct dt_round *r = dt_world_step(g->world);
	if (r == NULL || !keep_choices(c, g) || !keep_sat(c, g) ||
	    !dt_tape_add(&g->tape, r, g->world->regime.notified)) {
		dt_class_fail(c, DT_ENOMEM, "memory is out");
		return;
	}
	dt_tally_add(&g->tally, r);
	dt_class_stand_saw(c, g);
	for (size_t i = 0; i < c->n && !c->blocks[c->block].practice; i++)
		c->seats[g->seats[i]].total += r->payoff[i];
	g->over = g->world->over;
	if (g->over)
		dt_tally_close(&g->tally, g->world);
}

bool
dt_class_close_round(struct dt_class *c)
{
	bool over = true;
	for (size_t g = c->first_group; g < c->n_groups; g++) {
		if (!c->groups[g]->over && c->failed == DT_OK)
			play_group(c, c->groups[g]);
		over &= c->groups[g]->over;
	}
	if (c->failed != DT_OK)
		return false;
	if (over)
		c->deadline = -1;
	else
		dt_class_open_round(c);
	dt_class_moved(c);
	dt_class_settle(c);
	return over;
}
