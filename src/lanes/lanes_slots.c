/* lanes_slots: a slot for each result of a list; see lanes_code.c. */
#include <string.h>

#include "lanes/lanes_code.h"

uint32_t
dt_lanes_slots_fixed(const struct dt_lanes_writer *w, uint32_t wire)
{
	uint32_t states = (uint32_t)w->c->n_states.n;
	uint32_t ticks = (uint32_t)w->c->n_ticks.n;
	if (wire <= DT_LANES_YES)
		return wire == DT_LANES_NO ? DT_LANES_SLOT_NO :
		    DT_LANES_SLOT_YES;
	if (wire >= w->extra)
		return wire - w->extra < w->d->n_keeps.n ? DT_LANES_SLOTS +
		    states + ticks + (wire - w->extra) : DT_LANES_NONE;
	const struct dt_lanes_node *n = &w->c->nodes[wire / 2];
	if (wire % 2 == 0 && n->kind == DT_LANES_STATE)
		return DT_LANES_SLOTS + n->a;
	if (wire % 2 == 0 && n->kind == DT_LANES_TICK)
		return DT_LANES_SLOTS + states + n->a;
	return DT_LANES_NONE;
}

/* The places where an operation says what it reads. */
static size_t
count_reads(const struct dt_lanes_writer *w, const struct dt_lanes_op *op)
{
	switch ((enum dt_lanes_code)op->code) {
	case DT_LANES_OP_END:
		return 0;
	case DT_LANES_OP_COPY:
	case DT_LANES_OP_NOT:
	case DT_LANES_OP_COUNT:
	case DT_LANES_OP_COUNT_NOT:
		return 1;
	case DT_LANES_OP_AND:
	case DT_LANES_OP_BUT:
	case DT_LANES_OP_NOR:
	case DT_LANES_OP_XOR:
		return 2;
	case DT_LANES_OP_COIN:
		return w->c->coins[op->a].n;
	case DT_LANES_OP_FINE:
		return w->d->n_reads.n;
	default:
		return 3;
	}
}

static uint32_t *
read_place(const struct dt_lanes_writer *w, struct dt_lanes_op *op, size_t i)
{
	if (op->code == DT_LANES_OP_COIN)
		return &w->c->coins[op->a].chances[i].lanes;
	if (op->code == DT_LANES_OP_FINE)
		return w->d->reads[i];
	return i == 0 ? &op->a : i == 1 ? &op->b : &op->c;
}

static void
find_lives(struct dt_lanes_writer *w, bool round)
{
	for (size_t i = 0; i < w->wires; i++) {
		w->slot[i] = dt_lanes_slots_fixed(w, (uint32_t)i);
		w->goal[i] = DT_LANES_NONE;
		w->last[i] = 0;
	}
	for (size_t i = 0; i < w->n.n; i++)
		for (size_t k = 0; k < count_reads(w, &w->ops[i]); k++)
			w->last[*read_place(w, &w->ops[i], k)] = (uint32_t)i;
	for (size_t s = 0; round && s < w->c->n_states.n; s++) {
		const struct dt_lanes_state *state = &w->c->states[s];
		if (w->wanted[state->node] &&
		    w->slot[state->next] == DT_LANES_NONE &&
		    w->goal[state->next] == DT_LANES_NONE)
			w->goal[state->next] = (uint32_t)s;
	}
	w->n_unused = 0;
	for (size_t slot = w->slots; slot > w->first_free; slot--)
		w->unused[w->n_unused++] = (uint32_t)slot - 1;
}

/* A next state takes its place once the old one has been read for the last
 * time. */
static uint32_t
find_slot(struct dt_lanes_writer *w, uint32_t wire, size_t now)
{
	uint32_t s = w->goal[wire];
	if (w->slot[wire] != DT_LANES_NONE)
		return w->slot[wire];
	if (s != DT_LANES_NONE && w->last[2 * w->c->states[s].node] <= now)
		return DT_LANES_SLOTS + s;
	if (w->n_unused > 0)
		return w->unused[--w->n_unused];
	return (uint32_t)w->slots++;
}

static void
let_go(struct dt_lanes_writer *w, uint32_t wire, size_t now)
{
	uint32_t slot = w->slot[wire];
	if (slot < w->first_free || slot == DT_LANES_NONE ||
	    w->last[wire] > now)
		return;
	w->unused[w->n_unused++] = slot;
	w->slot[wire] = DT_LANES_NONE;
}

/* What is read may give its slot to the result of the same operation. */
static void
place(struct dt_lanes_writer *w, size_t now)
{
	struct dt_lanes_op *op = &w->ops[now];
	size_t n = count_reads(w, op);
	uint32_t to = op->to;
	struct dt_lanes_op was = *op;
	uint32_t *wires = w->c->failed ? NULL :
	    dt_arena_new(w->c->arena, n, sizeof(*wires));
	if (wires == NULL) {
		w->c->failed = true;
		return;
	}
	for (size_t k = 0; k < n; k++)
		wires[k] = *read_place(w, &was, k);
	for (size_t k = 0; k < n; k++)
		*read_place(w, op, k) = w->slot[wires[k]];
	for (size_t k = 0; k < n; k++)
		let_go(w, wires[k], now);
	if (to == DT_LANES_NONE)
		return;
	op->to = w->slot[to] = find_slot(w, to, now);
	let_go(w, to, now);
}

/* The kernel adds what stands in an operation to an address. */
static uint32_t
offset(uint32_t slot)
{
	return slot * (uint32_t)sizeof(struct dt_lanes_plane);
}

static void
to_offsets(struct dt_lanes_writer *w, struct dt_lanes_op *op)
{
	op->to = op->to == DT_LANES_NONE ? 0 : offset(op->to);
	if (op->code == DT_LANES_OP_COIN) {
		struct dt_lanes_coin *coin = &w->c->coins[op->a];
		for (uint32_t k = 0; k < coin->n; k++)
			coin->chances[k].lanes =
			    offset(coin->chances[k].lanes);
		return;
	}
	op->a = offset(op->a);
	op->b = offset(op->b);
	op->c = offset(op->c);
}

const struct dt_lanes_op *
dt_lanes_slots(struct dt_lanes_writer *w, bool round)
{
	if (w->c->failed)
		return NULL;
	find_lives(w, round);
	for (size_t i = 0; i < w->n.n; i++)
		place(w, i);
	struct dt_lanes_op *ops = dt_arena_new(w->c->arena, w->n.n,
	    sizeof(*ops));
	if (ops == NULL || w->c->failed ||
	    w->slots > UINT32_MAX / sizeof(struct dt_lanes_plane)) {
		w->c->failed = true;
		return NULL;
	}
	size_t n = 0;
	for (size_t i = 0; i < w->n.n; i++)
		if (w->ops[i].code != DT_LANES_OP_COPY ||
		    w->ops[i].a != w->ops[i].to)
			ops[n++] = w->ops[i];
	for (size_t i = 0; i < n; i++)
		to_offsets(w, &ops[i]);
	w->n.n = 0;
	return ops;
}
