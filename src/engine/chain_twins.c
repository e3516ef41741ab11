/*
 * chain_twins: agents that are alike (twins.h), side by side. Places are the
 * agents in the order of their classes; every permutation within a class is a
 * symmetry of the game, so that joint states may be sorted by class.
 */
#include "engine/chain_internal.h"

#include "engine/twins.h"

/* Gathers the agents not yet placed that are like one. */
static size_t
gather(struct dt_chain *c, uint64_t hosts, size_t i, size_t place,
    uint64_t *placed)
{
	for (size_t j = i; j < c->n; j++) {
		if (dt_move_has(*placed, j) || (j != i &&
		    (c->limits.apart || dt_move_has(c->limits.departing, i) ||
		    dt_move_has(c->limits.departing, j) ||
		    !dt_twins_alike(c->model, hosts, i, j))))
			continue;
		*placed |= dt_move_bit(j);
		c->order[place] = (uint8_t)j;
		c->class[place++] = (uint8_t)c->classes;
	}
	c->first[++c->classes] = (uint8_t)place;
	return place;
}

void
dt_chain_twins(struct dt_chain *c)
{
	uint64_t hosts = dt_twins_hosts(c->model), placed = 0;
	size_t place = 0, place_of[DT_AGENTS_MOST] = { 0 };
	for (size_t i = 0; i < c->n; i++)
		if (!dt_move_has(placed, i))
			place = gather(c, hosts, i, place, &placed);
	for (size_t p = 0; p < c->n; p++)
		place_of[c->order[p]] = p;
	for (size_t p = 0; p < c->n; p++) {
		int host = c->model->agents[c->order[p]].host;
		bool stops = host >= 0 && dt_move_has(hosts, (size_t)host);
		c->host[p] = stops ? (int)place_of[host] : -1;
		if (stops)
			c->hosts |= dt_move_bit(place_of[host]);
	}
}
