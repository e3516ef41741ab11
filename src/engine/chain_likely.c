/*
 * chain_likely: the states of a part, each after the one that most of it goes
 * to.
 */
#include "engine/chain_internal.h"

/* The place of the state that most of one goes to; its own: outside. */
static uint32_t
likeliest(const struct dt_chain_part *p, size_t place)
{
	const struct dt_chain_flow *f = p->flow;
	size_t state = p->member[place], to = state;
	double most = 0;
	for (size_t e = f->row[state]; e < f->row[state + 1]; e++)
		if (f->value[e] > most && f->to[e] != state) {
			most = f->value[e];
			to = f->to[e];
		}
	return p->parts->part[to] == p->part ? p->place[to] :
	    (uint32_t)place;
}

/* Follows what is likely until a state that has its place already, or is on
 * the way itself; then back. */
void
dt_chain_likely(const struct dt_chain_part *p, uint32_t *order,
    uint32_t *likely)
{
	size_t placed = 0;
	for (size_t i = 0; i < p->n; i++)
		p->place[p->member[i]] = (uint32_t)i;
	for (size_t i = 0; i < p->n; i++)
		likely[i] = likeliest(p, i);
	for (size_t i = 0; i < p->n; i++) {
		size_t way = placed;
		uint32_t at = (uint32_t)i;
		while (likely[at] != DT_CHAIN_NONE) {
			uint32_t next = likely[at];
			order[way++] = p->member[at];
			likely[at] = DT_CHAIN_NONE;
			at = next;
		}
		for (size_t a = placed, b = way; a + 1 < b; a++) {
			uint32_t other = order[--b];
			order[b] = order[a];
			order[a] = other;
		}
		placed = way;
	}
	for (size_t i = 0; i < p->n; i++)
		p->place[order[i]] = (uint32_t)i;
}
