/* lanes_circuit: nodes made once, and folded; see lanes_circuit.h. */
#include "lanes/lanes_circuit.h"

#include <string.h>

void
dt_lanes_circuit_start(struct dt_lanes_circuit *c, struct dt_arena *arena)
{
	*c = (struct dt_lanes_circuit){ .arena = arena, .table_size = 1024 };
	c->table = dt_arena_new(arena, c->table_size, sizeof(*c->table));
	c->failed = c->table == NULL;
	if (dt_lanes_grow(c, &c->nodes, &c->n_nodes, sizeof(*c->nodes)))
		c->n_nodes.n = 1;
}

bool
dt_lanes_grow(struct dt_lanes_circuit *c, void *items,
    struct dt_lanes_array *array, size_t size)
{
	void *old, *more;
	if (c->failed || array->n < array->room)
		return !c->failed;
	size_t room = array->room ? 2 * array->room : 64;
	more = dt_arena_new(c->arena, room, size);
	if (more == NULL || room > UINT32_MAX / 4) {
		c->failed = true;
		return false;
	}
	memcpy(&old, items, sizeof(old));
	if (old != NULL)
		memcpy(more, old, array->n * size);
	memcpy(items, &more, sizeof(more));
	array->room = room;
	return true;
}

static size_t
hash(const struct dt_lanes_node *n)
{
	uint64_t z = (uint64_t)n->kind << 60 ^ (uint64_t)n->a << 32 ^ n->b;
	z = (z ^ z >> 31 ^ (uint64_t)n->c << 17) * 0x9e3779b97f4a7c15u;
	return (size_t)((z ^ z >> 29) * 0xbf58476d1ce4e5b9u >> 20);
}

/* The place in the table of a node or, if there is none such, for it. */
static uint32_t *
find(struct dt_lanes_circuit *c, const struct dt_lanes_node *node)
{
	size_t at = hash(node);
	for (;; at++) {
		uint32_t *place = &c->table[at & (c->table_size - 1)];
		const struct dt_lanes_node *there = &c->nodes[*place];
		if (*place == 0 || (there->kind == node->kind &&
		    there->a == node->a && there->b == node->b &&
		    there->c == node->c))
			return place;
	}
}

static void
rehash(struct dt_lanes_circuit *c)
{
	uint32_t *table = dt_arena_new(c->arena, 2 * c->table_size,
	    sizeof(*table));
	if (table == NULL) {
		c->failed = true;
		return;
	}
	c->table = table;
	c->table_size *= 2;
	for (size_t i = 1; i < c->n_nodes.n; i++)
		*find(c, &c->nodes[i]) = (uint32_t)i;
}

static uint32_t
node(struct dt_lanes_circuit *c, enum dt_lanes_kind kind, uint32_t a,
    uint32_t b, uint32_t d)
{
	struct dt_lanes_node made = { kind, a, b, d };
	if (!c->failed && 2 * c->n_nodes.n > c->table_size)
		rehash(c);
	if (!dt_lanes_grow(c, &c->nodes, &c->n_nodes, sizeof(made)))
		return DT_LANES_NO;
	uint32_t *place = find(c, &made);
	if (*place == 0) {
		*place = (uint32_t)c->n_nodes.n;
		c->nodes[c->n_nodes.n++] = made;
	}
	return 2 * *place;
}

/* With b an AND of x and y, or its complement: a & b where that is simpler
 * than a node of its own. */
static bool
absorb(struct dt_lanes_circuit *c, uint32_t a, uint32_t b, uint32_t *result)
{
	const struct dt_lanes_node *n = &c->nodes[b / 2];
	if (n->kind != DT_LANES_AND)
		return false;
	bool same = n->a == a || n->b == a;
	bool opposite = n->a == dt_lanes_not(a) || n->b == dt_lanes_not(a);
	if (!same && !opposite)
		return false;
	if (b & 1)
		*result = opposite ? a : dt_lanes_and(c, a,
		    dt_lanes_not(n->a == a ? n->b : n->a));
	else
		*result = opposite ? DT_LANES_NO : b;
	return true;
}

uint32_t
dt_lanes_and(struct dt_lanes_circuit *c, uint32_t a, uint32_t b)
{
	uint32_t result;
	if (a > b)
		return dt_lanes_and(c, b, a);
	if (a == DT_LANES_NO || a == dt_lanes_not(b))
		return DT_LANES_NO;
	if (a == DT_LANES_YES || a == b)
		return b;
	if (absorb(c, a, b, &result) || absorb(c, b, a, &result))
		return result;
	return node(c, DT_LANES_AND, a, b, 0);
}

uint32_t
dt_lanes_or(struct dt_lanes_circuit *c, uint32_t a, uint32_t b)
{
	return dt_lanes_not(dt_lanes_and(c, dt_lanes_not(a),
	    dt_lanes_not(b)));
}

uint32_t
dt_lanes_xor(struct dt_lanes_circuit *c, uint32_t a, uint32_t b)
{
	uint32_t turned = (a ^ b) & 1;
	a &= ~(uint32_t)1;
	b &= ~(uint32_t)1;
	if (a > b)
		return dt_lanes_xor(c, b, a) ^ turned;
	if (a == b)
		return turned;
	return (a == 0 ? b : node(c, DT_LANES_XOR, a, b, 0)) ^ turned;
}

uint32_t
dt_lanes_mux(struct dt_lanes_circuit *c, uint32_t which, uint32_t b,
    uint32_t d)
{
	if (which & 1)
		return dt_lanes_mux(c, dt_lanes_not(which), d, b);
	if (which == DT_LANES_NO || b == d)
		return d;
	if (b == dt_lanes_not(d))
		return dt_lanes_xor(c, which, d);
	if (b == DT_LANES_YES || b == which)
		return dt_lanes_or(c, which, d);
	if (b == DT_LANES_NO || b == dt_lanes_not(which))
		return dt_lanes_and(c, dt_lanes_not(which), d);
	if (d == DT_LANES_NO || d == which)
		return dt_lanes_and(c, which, b);
	if (d == DT_LANES_YES || d == dt_lanes_not(which))
		return dt_lanes_or(c, dt_lanes_not(which), b);
	if (b & 1)
		return dt_lanes_not(node(c, DT_LANES_MUX, which,
		    dt_lanes_not(b), dt_lanes_not(d)));
	return node(c, DT_LANES_MUX, which, b, d);
}

static void
swap(uint32_t *a, uint32_t *b)
{
	uint32_t was = *a;
	*a = *b;
	*b = was;
}

static void
sort3(uint32_t *w)
{
	if (w[0] > w[1])
		swap(&w[0], &w[1]);
	if (w[1] > w[2])
		swap(&w[1], &w[2]);
	if (w[0] > w[1])
		swap(&w[0], &w[1]);
}

uint32_t
dt_lanes_xor3(struct dt_lanes_circuit *c, uint32_t a, uint32_t b, uint32_t d)
{
	uint32_t turned = (a ^ b ^ d) & 1;
	uint32_t w[3] = { a & ~(uint32_t)1, b & ~(uint32_t)1,
	    d & ~(uint32_t)1 };
	sort3(w);
	if (w[0] == w[1])
		return w[2] ^ turned;
	if (w[1] == w[2])
		return w[0] ^ turned;
	if (w[0] == 0)
		return dt_lanes_xor(c, w[1], w[2]) ^ turned;
	return node(c, DT_LANES_XOR3, w[0], w[1], w[2]) ^ turned;
}

/* A majority of complements is the complement of the majority; the node has
 * at most one complement among its three, and that last. */
uint32_t
dt_lanes_majority(struct dt_lanes_circuit *c, uint32_t a, uint32_t b,
    uint32_t d)
{
	uint32_t w[3] = { a, b, d };
	sort3(w);
	if (w[0] == DT_LANES_NO)
		return dt_lanes_and(c, w[1], w[2]);
	if (w[0] == DT_LANES_YES)
		return dt_lanes_or(c, w[1], w[2]);
	if (w[0] / 2 == w[1] / 2)
		return w[0] == w[1] ? w[0] : w[2];
	if (w[1] / 2 == w[2] / 2)
		return w[1] == w[2] ? w[1] : w[0];
	uint32_t turned = (w[0] & 1) + (w[1] & 1) + (w[2] & 1) > 1;
	for (int i = 0; i < 3; i++)
		w[i] ^= turned;
	if (w[0] & 1)
		swap(&w[0], &w[2]);
	if (w[1] & 1)
		swap(&w[1], &w[2]);
	if (w[0] > w[1])
		swap(&w[0], &w[1]);
	return node(c, DT_LANES_MAJORITY, w[0], w[1], w[2]) ^ turned;
}

uint32_t
dt_lanes_constant(bool value)
{
	return value ? DT_LANES_YES : DT_LANES_NO;
}

uint32_t
dt_lanes_state(struct dt_lanes_circuit *c, uint32_t first)
{
	if (!dt_lanes_grow(c, &c->states, &c->n_states, sizeof(*c->states)))
		return DT_LANES_NO;
	size_t number = c->n_states.n++;
	uint32_t wire = node(c, DT_LANES_STATE, (uint32_t)number, 0, 0);
	c->states[number] = (struct dt_lanes_state){ wire / 2, first, wire };
	return wire;
}

void
dt_lanes_first(struct dt_lanes_circuit *c, uint32_t state, uint32_t first)
{
	if (!c->failed)
		c->states[c->nodes[state / 2].a].first = first;
}

void
dt_lanes_next(struct dt_lanes_circuit *c, uint32_t state, uint32_t next)
{
	if (!c->failed)
		c->states[c->nodes[state / 2].a].next = next;
}
