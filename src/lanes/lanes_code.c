/*
 * lanes_code: from a circuit to a list of operations on slots.
 *
 * What nothing hangs on is left out. Then the nodes are written down in their
 * order, each as one operation; a complement that nobody can take as such
 * costs one more. Last, a slot is found for each result (lanes_slots.c).
 */
#include "lanes/lanes_code.h"

static void
emit(struct dt_lanes_writer *w, enum dt_lanes_code code, uint32_t to,
    uint32_t a, uint32_t b, uint32_t c)
{
	if (dt_lanes_grow(w->c, &w->ops, &w->n, sizeof(*w->ops)))
		w->ops[w->n.n++] = (struct dt_lanes_op){ code, to, a, b, c };
}

/* ---- What is wanted ---- */

static void
want_inputs(struct dt_lanes_writer *w, const struct dt_lanes_node *n)
{
	if (n->kind == DT_LANES_COIN) {
		const struct dt_lanes_coin *coin = &w->c->coins[n->a];
		for (uint32_t k = 0; k < coin->n; k++)
			w->wanted[coin->chances[k].lanes / 2] = true;
	} else if (n->kind >= DT_LANES_AND) {
		w->wanted[n->a / 2] = true;
		w->wanted[n->b / 2] = true;
		w->wanted[n->c / 2] = true;
	}
}

/* A state that is wanted wants its next; once round or more. */
static void
want_all(struct dt_lanes_writer *w)
{
	bool more = true;
	while (more) {
		more = false;
		for (size_t i = w->c->n_nodes.n - 1; i > 0; i--)
			if (w->wanted[i])
				want_inputs(w, &w->c->nodes[i]);
		for (size_t s = 0; s < w->c->n_states.n; s++) {
			const struct dt_lanes_state *state = &w->c->states[s];
			if (!w->wanted[state->node] ||
			    (w->wanted[state->next / 2] &&
			    w->wanted[state->first / 2]))
				continue;
			w->wanted[state->next / 2] = true;
			w->wanted[state->first / 2] = true;
			more = true;
		}
	}
}

/* Coins are wanted in any case; see dt_lanes_toss. */
static void
find_wanted(struct dt_lanes_writer *w)
{
	const struct dt_lanes_program *p = w->d->p;
	uint32_t ends[] = { w->d->alive, p->ended, p->breached, p->reason[0],
	    p->reason[1], p->reason[2] };
	for (size_t i = 0; i < w->c->n_nodes.n; i++)
		w->wanted[i] = w->c->nodes[i].kind == DT_LANES_COIN;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		w->wanted[ends[i] / 2] = true;
	for (size_t i = 0; i < w->c->n_counted.n; i++)
		w->wanted[w->c->counted[i] / 2] = true;
	for (size_t i = 0; i < w->d->n_keeps.n; i++)
		w->wanted[*w->d->keeps[i] / 2] = true;
	for (size_t i = 0; i < w->d->n_reads.n; i++)
		w->wanted[*w->d->reads[i] / 2] = true;
	w->wanted[0] = true;
	want_all(w);
}

/* ---- The list ---- */

/* A wire that must stand as such, though it be a complement. */
static void
take(struct dt_lanes_writer *w, uint32_t wire)
{
	if (wire > DT_LANES_YES && wire & 1 && !w->written[wire]) {
		emit(w, DT_LANES_OP_NOT, wire, wire ^ 1, 0, 0);
		w->written[wire] = true;
	}
}

static void
write_coin(struct dt_lanes_writer *w, uint32_t to, uint32_t number)
{
	const struct dt_lanes_coin *coin = &w->c->coins[number];
	for (uint32_t k = 0; k < coin->n; k++)
		take(w, coin->chances[k].lanes);
	emit(w, DT_LANES_OP_COIN, to, number, 0, 0);
}

static void
write_and(struct dt_lanes_writer *w, uint32_t to, uint32_t a, uint32_t b)
{
	if (a & 1 && b & 1)
		emit(w, DT_LANES_OP_NOR, to, a ^ 1, b ^ 1, 0);
	else if (a & 1)
		emit(w, DT_LANES_OP_BUT, to, b, a ^ 1, 0);
	else if (b & 1)
		emit(w, DT_LANES_OP_BUT, to, a, b ^ 1, 0);
	else
		emit(w, DT_LANES_OP_AND, to, a, b, 0);
}

/* Two nodes take a complement in their last place. */
static void
write_last(struct dt_lanes_writer *w, uint32_t to,
    const struct dt_lanes_node *n, enum dt_lanes_code plain,
    enum dt_lanes_code turned)
{
	emit(w, n->c & 1 ? turned : plain, to, n->a, n->b,
	    n->c & ~(uint32_t)1);
}

static void
write_node(struct dt_lanes_writer *w, uint32_t i)
{
	const struct dt_lanes_node *n = &w->c->nodes[i];
	uint32_t to = 2 * i;
	if (n->kind == DT_LANES_COIN)
		write_coin(w, to, n->a);
	else if (n->kind == DT_LANES_AND)
		write_and(w, to, n->a, n->b);
	else if (n->kind == DT_LANES_XOR)
		emit(w, DT_LANES_OP_XOR, to, n->a, n->b, 0);
	else if (n->kind == DT_LANES_XOR3)
		emit(w, DT_LANES_OP_XOR3, to, n->a, n->b, n->c);
	else if (n->kind == DT_LANES_MUX)
		write_last(w, to, n, DT_LANES_OP_MUX, DT_LANES_OP_MUX_NOT);
	else if (n->kind == DT_LANES_MAJORITY)
		write_last(w, to, n, DT_LANES_OP_MAJORITY,
		    DT_LANES_OP_MAJORITY_NOT);
}

static void
write_counts(struct dt_lanes_writer *w, uint32_t i)
{
	for (uint32_t turned = 0; turned < 2; turned++)
		if (w->counter[2 * i + turned] != DT_LANES_NONE)
			emit(w, turned ? DT_LANES_OP_COUNT_NOT :
			    DT_LANES_OP_COUNT, DT_LANES_NONE, 2 * i,
			    w->counter[2 * i + turned], 0);
}

static void
copy(struct dt_lanes_writer *w, uint32_t to, uint32_t from)
{
	if (from > DT_LANES_YES && from & 1)
		emit(w, DT_LANES_OP_NOT, to, from ^ 1, 0, 0);
	else
		emit(w, DT_LANES_OP_COPY, to, from, 0, 0);
}

/* States move together: who takes over another's value copies it first. */
static void
write_moves(struct dt_lanes_writer *w)
{
	uint32_t spare = w->extra + (uint32_t)w->d->n_keeps.n;
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t s = 0; s < w->c->n_states.n; s++) {
			const struct dt_lanes_state *state = &w->c->states[s];
			uint32_t own = 2 * state->node, next = state->next;
			bool taken = w->c->nodes[next / 2].kind ==
			    DT_LANES_STATE;
			if (!w->wanted[state->node] || next == own)
				continue;
			if (pass == 0 && taken)
				copy(w, spare + s, next);
			else if (pass == 1 && taken)
				emit(w, DT_LANES_OP_COPY, own, spare + s, 0,
				    0);
			else if (pass == 1)
				copy(w, own, next);
		}
}

static void
write_round(struct dt_lanes_writer *w, size_t begin)
{
	for (size_t i = 1; i < w->c->n_nodes.n; i++) {
		if (!w->wanted[i])
			continue;
		if (i >= begin)
			write_node(w, (uint32_t)i);
		write_counts(w, (uint32_t)i);
	}
	for (size_t i = 0; i < w->d->n_reads.n; i++)
		take(w, *w->d->reads[i]);
	if (w->d->n_reads.n > 0)
		emit(w, DT_LANES_OP_FINE, DT_LANES_NONE, 0, 0, 0);
	for (size_t i = 0; i < w->d->n_keeps.n; i++)
		copy(w, w->extra + (uint32_t)i, *w->d->keeps[i]);
	write_moves(w);
	emit(w, DT_LANES_OP_END, DT_LANES_NONE, 0, 0, 0);
}

static void
write_begin(struct dt_lanes_writer *w, size_t begin)
{
	for (size_t i = 1; i < begin; i++)
		if (w->wanted[i])
			write_node(w, (uint32_t)i);
	for (size_t s = 0; s < w->c->n_states.n; s++)
		if (w->wanted[w->c->states[s].node] &&
		    w->c->states[s].first != DT_LANES_NO)
			copy(w, 2 * w->c->states[s].node,
			    w->c->states[s].first);
	emit(w, DT_LANES_OP_END, DT_LANES_NONE, 0, 0, 0);
}

static bool
make_room(struct dt_lanes_writer *w)
{
	struct dt_arena *arena = w->c->arena;
	size_t nodes = w->c->n_nodes.n;
	w->extra = (uint32_t)(2 * nodes);
	w->wires = 2 * nodes + w->d->n_keeps.n + w->c->n_states.n;
	w->wanted = dt_arena_new(arena, nodes, sizeof(*w->wanted));
	w->written = dt_arena_new(arena, w->wires, sizeof(*w->written));
	w->counter = dt_arena_new(arena, w->wires, sizeof(*w->counter));
	w->last = dt_arena_new(arena, w->wires, sizeof(*w->last));
	w->slot = dt_arena_new(arena, w->wires, sizeof(*w->slot));
	w->goal = dt_arena_new(arena, w->wires, sizeof(*w->goal));
	w->unused = dt_arena_new(arena, w->wires, sizeof(*w->unused));
	w->c->failed |= w->wanted == NULL || w->written == NULL ||
	    w->counter == NULL || w->last == NULL || w->slot == NULL ||
	    w->goal == NULL || w->unused == NULL;
	return !w->c->failed;
}

/* What the program looks at between rounds is in states. */
static void
fix_slots(struct dt_lanes_writer *w)
{
	struct dt_lanes_program *p = w->d->p;
	p->alive = dt_lanes_slots_fixed(w, w->d->alive);
	p->ended = dt_lanes_slots_fixed(w, p->ended);
	p->breached = dt_lanes_slots_fixed(w, p->breached);
	for (int i = 0; i < 3; i++)
		p->reason[i] = dt_lanes_slots_fixed(w, p->reason[i]);
	for (size_t i = 0; i < w->d->n_keeps.n; i++)
		*w->d->keeps[i] = dt_lanes_slots_fixed(w,
		    w->extra + (uint32_t)i);
	p->first_tick = DT_LANES_SLOTS + (uint32_t)w->c->n_states.n;
	p->ticks = w->c->ticks;
	p->n_ticks = w->c->n_ticks.n;
	p->coins = w->c->coins;
	p->n_coins = w->c->n_coins.n;
	p->counters = w->c->n_counted.n;
	p->slots = w->slots;
}

void
dt_lanes_code(struct dt_lanes_draft *d, size_t begin)
{
	struct dt_lanes_writer w = { .d = d, .c = &d->c };
	if (!make_room(&w))
		return;
	for (size_t i = 0; i < w.wires; i++)
		w.counter[i] = DT_LANES_NONE;
	for (size_t i = 0; i < d->c.n_counted.n; i++)
		w.counter[d->c.counted[i]] = (uint32_t)i;
	w.first_free = (uint32_t)(DT_LANES_SLOTS + d->c.n_states.n +
	    d->c.n_ticks.n + d->n_keeps.n);
	w.slots = w.first_free;
	find_wanted(&w);
	write_begin(&w, begin);
	d->p->begin = dt_lanes_slots(&w, false);
	write_round(&w, begin);
	d->p->round = dt_lanes_slots(&w, true);
	if (!d->c.failed)
		fix_slots(&w);
}
