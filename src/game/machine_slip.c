/* machine_slip: what one slip does to two copies of a strategy that play each
 * other; see machine.h. Joint states are numbered first * states + second. */
#include "game/machine.h"

#include <string.h>

enum { FAR = UINT16_MAX };

struct pair {
	const struct dt_automaton *a;
	size_t n;               /* joint states */
	uint16_t *depth;        /* by joint state: steps from where a search
	                         * began; FAR: not come to */
	uint16_t *queue, *size; /* size: how many a state leads to */
	bool *started, *home;
	size_t head, tail;
};

/* States that a step may lead to, as bits: a strategy has up to 64. */
static uint64_t
ways(const struct dt_automaton *a, size_t state, bool alarm, bool raced)
{
	size_t step = a->step[state * a->views + dt_view_index(2, alarm,
	    false, raced, false, DT_PHASE_NONE)];
	if (step < a->states)
		return (uint64_t)1 << step;
	const struct dt_automaton_lottery *lot =
	    &a->lotteries[step - a->states];
	uint64_t set = 0, before = 0;
	for (size_t i = 0; i < lot->n; i++) {
		if (lot->tickets[i].below > before)
			set |= (uint64_t)1 << lot->tickets[i].state;
		before = lot->tickets[i].below;
	}
	return set;
}

static bool
can_play(const struct dt_automaton *a, size_t state, bool race)
{
	return race ? a->race[state] > 0 : a->race[state] < UINT64_MAX;
}

static void
enter(struct pair *p, uint64_t first, uint64_t second, uint16_t depth)
{
	for (uint64_t i = first; i != 0; i &= i - 1)
		for (uint64_t j = second; j != 0; j &= j - 1) {
			size_t to = dt_move_first(i) * p->a->states +
			    dt_move_first(j);
			if (p->depth[to] != FAR)
				continue;
			p->depth[to] = depth;
			p->queue[p->tail++] = (uint16_t)to;
		}
}

/* Enters where a round leads; slip: the first does what it did not mean. */
static void
step(struct pair *p, size_t joint, bool slip, uint16_t depth)
{
	size_t i = joint / p->a->states, j = joint % p->a->states;
	for (int moves = 0; moves < 4; moves++) {
		bool one = moves & 1, two = moves & 2;
		if (!can_play(p->a, i, one) || !can_play(p->a, j, two))
			continue;
		enter(p, ways(p->a, i, two, one != slip),
		    ways(p->a, j, one != slip, two), depth);
	}
}

static void
begin(struct pair *p)
{
	p->head = p->tail = 0;
	for (size_t i = 0; i < p->n; i++)
		p->depth[i] = FAR;
}

static void
spread(struct pair *p)
{
	while (p->head < p->tail) {
		size_t at = p->queue[p->head++];
		step(p, at, false, p->depth[at] + 1);
	}
}

static void
begin_at(struct pair *p, size_t joint)
{
	begin(p);
	p->depth[joint] = 0;
	p->queue[p->tail++] = (uint16_t)joint;
	spread(p);
}

/* A state is home if all that it leads to leads to as many. */
static void
find_home(struct pair *p)
{
	size_t start = p->a->states;
	uint64_t first = ways(p->a, start, false, false);
	begin(p);
	enter(p, first, first, 0);
	spread(p);
	for (size_t i = 0; i < p->n; i++)
		p->started[i] = p->depth[i] != FAR;
	for (size_t i = 0; i < p->n; i++)
		if (p->started[i]) {
			begin_at(p, i);
			p->size[i] = (uint16_t)p->tail;
		}
	for (size_t i = 0; i < p->n; i++) {
		if (!p->started[i])
			continue;
		begin_at(p, i);
		p->home[i] = true;
		for (size_t k = 0; k < p->tail; k++)
			p->home[i] = p->home[i] &&
			    p->size[p->queue[k]] == p->size[i];
	}
}

/* From each state that one slip leads to, the way home. */
static void
after_slip(struct pair *p, size_t joint, struct dt_machine_slip *slip)
{
	uint16_t after[4096];
	begin(p);
	step(p, joint, true, 0);
	size_t n = p->tail;
	memcpy(after, p->queue, n * sizeof(after[0]));
	for (size_t k = 0; k < n; k++) {
		size_t least = FAR;
		begin_at(p, after[k]);
		for (size_t i = 0; i < p->n; i++)
			if (p->home[i] && p->depth[i] < least)
				least = p->depth[i];
		slip->returns = slip->returns && least != FAR;
		if (least != FAR && least > slip->rounds)
			slip->rounds = least;
	}
}

static void
look(struct pair *p, struct dt_machine_slip *slip)
{
	const struct dt_automaton *a = p->a;
	*slip = (struct dt_machine_slip){ .all_pause = true,
		.all_race = true, .returns = true,
		.by_lot = a->n_lotteries > 0 };
	for (size_t i = 0; i < a->states; i++)
		slip->by_lot = slip->by_lot || (can_play(a, i, true) &&
		    can_play(a, i, false));
	find_home(p);
	for (size_t i = 0; i < p->n; i++) {
		if (!p->home[i])
			continue;
		size_t one = i / a->states, two = i % a->states;
		slip->all_pause = slip->all_pause &&
		    !can_play(a, one, true) && !can_play(a, two, true);
		slip->all_race = slip->all_race &&
		    !can_play(a, one, false) && !can_play(a, two, false);
		after_slip(p, i, slip);
	}
}

enum dt_status
dt_machine_slips(const struct dt_automaton *automaton,
    struct dt_arena *arena, struct dt_machine_slip *slip,
    struct dt_error *err)
{
	size_t n = automaton->states * automaton->states;
	struct pair p = { .a = automaton, .n = n };
	p.depth = dt_arena_new(arena, n, sizeof(*p.depth));
	p.queue = dt_arena_new(arena, n, sizeof(*p.queue));
	p.size = dt_arena_new(arena, n, sizeof(*p.size));
	p.started = dt_arena_new(arena, n, sizeof(*p.started));
	p.home = dt_arena_new(arena, n, sizeof(*p.home));
	if (!p.depth || !p.queue || !p.size || !p.started || !p.home)
		return dt_status_no_memory(err);
	look(&p, slip);
	return DT_OK;
}
