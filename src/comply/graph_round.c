/*
 * graph_round: where a state's round leads, by who is found; see graph.h.
 *
 * Agents that are alike and stand alike are one piece. A piece splits by how
 * many of it are found, and each half by for how many the response's coin, or
 * that of forgiving, comes up. Then the clock strikes.
 */
#include "comply/graph_internal.h"

#include <stdlib.h>
#include <string.h>

#include "base/coins.h"
#include "base/memory.h"

enum { SORTED_BY_HAND = 24 };

struct piece {
	uint32_t standing;
	size_t place, count, class;
	bool focal, party;
};

struct edge {
	uint32_t to;
	uint16_t pattern;
	double chance;
};

struct dt_graph_draw {
	struct dt_graph *g;
	uint32_t key[1 + DT_AGENTS_MOST];
	bool bound;
	size_t n;
	struct piece piece[DT_AGENTS_MOST];
	uint32_t next[DT_AGENTS_MOST];  /* by place */
	struct edge *edge;
	uint32_t *keys;                 /* of the states that edges lead to */
	size_t edges, room, key_room;
	bool failed;
};

/* What a split has come to so far. */
struct fate {
	double chance;
	size_t pattern;
	int64_t suspend;
	bool end;
};

static void
open_round(struct dt_graph_draw *d, size_t state)
{
	const struct dt_graph *g = d->g;
	memcpy(d->key, dt_graph_key(g, state), sizeof(d->key[0]) *
	    (1 + g->n_agents));
	d->bound = dt_graph_scene(g, g->scene[state]).bound;
	d->n = 0;
	struct piece *last = NULL;
	for (size_t p = 0; p < g->n_agents; p++) {
		uint32_t id = d->key[1 + p];
		if (last != NULL && last->standing == id &&
		    last->class == g->class[p]) {
			last->count++;
			continue;
		}
		last = &d->piece[d->n++];
		*last = (struct piece){ .standing = id, .place = p, .count = 1,
		    .class = g->class[p],
		    .focal = p == 0 && g->asked.focal != SIZE_MAX,
		    .party = g->standings.of[id].party };
	}
}

/* The state that a side of the clock's turn makes of the standings. */
static void
arrive(struct dt_graph_draw *d, const struct dt_clock_turn *turn, int side,
    const uint32_t *ticked)
{
	struct dt_graph *g = d->g;
	uint32_t *key = d->keys + d->edges * g->states.width;
	bool ended = g->clocks.of[turn->clock[side]].phase == DT_PHASE_ENDED;
	key[0] = turn->clock[side];
	for (size_t p = 0; p < g->n_agents; p++) {
		bool party = dt_move_has(turn->parties[side], g->order[p]);
		bool was = g->standings.of[ticked[p]].party;
		key[1 + p] = ended ? DT_STANDING_NONE : party && !was ?
		    dt_graph_fresh(g, p) : ticked[p];
	}
	dt_graph_sort(g, key);
	dt_index_ahead(&g->states, key);
}

static void
add_edge(struct dt_graph_draw *d, const struct dt_clock_turn *turn, int side,
    const uint32_t *ticked, const struct fate *f)
{
	size_t n = d->edges + 1;
	if (!dt_memory_reserve(&d->edge, &d->room, n, sizeof(*d->edge)) ||
	    !dt_memory_reserve(&d->keys, &d->key_room,
	    n * d->g->states.width, sizeof(*d->keys))) {
		d->failed = true;
		return;
	}
	arrive(d, turn, side, ticked);
	d->edge[d->edges++] = (struct edge){ 0, (uint16_t)f->pattern,
	    f->chance * (side ? turn->chance : 1 - turn->chance) };
}

/* The clock strikes after what happened. */
static void
turn(struct dt_graph_draw *d, const struct fate *f)
{
	struct dt_graph *g = d->g;
	uint32_t ticked[DT_AGENTS_MOST];
	struct dt_clock_event e = dt_graph_event(g, d->key[0], d->next);
	e.suspend = f->suspend;
	e.end = f->end;
	for (size_t p = 0; p < g->n_agents; p++) {
		ticked[p] = dt_standing_tick(&g->standings, d->next[p]);
		if (ticked[p] == DT_INDEX_NONE) {
			d->failed = true;
			return;
		}
	}
	const struct dt_clock_turn *found = dt_clock_turn(&g->clocks, &e);
	if (found == NULL) {
		d->failed = true;
		return;
	}
	struct dt_clock_turn t = *found;
	for (int side = 0; side < 2 && !d->failed; side++)
		if ((side ? t.chance : 1 - t.chance) > 0)
			add_edge(d, &t, side, ticked, f);
}

static void split(struct dt_graph_draw *d, size_t i, const struct fate *f);

/* Of a piece so many, from a place on, by a coin each; then the rest of it,
 * which is not found, and then the next piece. */
static void
toss(struct dt_graph_draw *d, size_t i, size_t found, bool of_found,
    const struct fate *f)
{
	const struct piece *piece = &d->piece[i];
	size_t count = of_found ? found : piece->count - found;
	size_t place = piece->place + (of_found ? 0 : found);
	const struct dt_standing_response *answer = dt_standing_respond(
	    &d->g->standings, piece->standing, of_found);
	if (answer == NULL) {
		d->failed = true;
		return;
	}
	struct dt_standing_response r = *answer;
	for (size_t up = 0; up <= count && !d->failed; up++) {
		struct fate next = *f;
		next.chance *= dt_coins_chance(count, up, r.chance);
		if (!(next.chance > 0))
			continue;
		for (size_t k = 0; k < count; k++) {
			int side = k < up;
			d->next[place + k] = r.next[side];
			next.end = next.end || r.end[side];
			if (r.suspend[side] > next.suspend)
				next.suspend = r.suspend[side];
		}
		if (of_found)
			toss(d, i, found, false, &next);
		else
			split(d, i + 1, &next);
	}
}

static void
split(struct dt_graph_draw *d, size_t i, const struct fate *f)
{
	const struct dt_graph *g = d->g;
	if (i == d->n) {
		turn(d, f);
		return;
	}
	const struct piece *piece = &d->piece[i];
	if (!d->bound || !piece->party) {
		for (size_t k = 0; k < piece->count; k++)
			d->next[piece->place + k] = piece->standing;
		split(d, i + 1, f);
		return;
	}
	bool looked = piece->focal || (!g->asked.innocent &&
	    g->standings.others);
	size_t most = looked ? piece->count : 0;
	size_t radix = piece->focal ? 1 : g->radix[g->group[piece->class]];
	for (size_t found = 0; found <= most && !d->failed; found++) {
		struct fate next = *f;
		next.chance *= dt_coins_ways(piece->count, found);
		next.pattern += found * radix;
		toss(d, i, found, true, &next);
	}
}

struct dt_graph_draw *
dt_graph_draw_new(struct dt_graph *g)
{
	struct dt_graph_draw *d = dt_memory_new(1, sizeof(*d));
	if (d != NULL)
		d->g = g;
	return d;
}

void
dt_graph_draw_free(struct dt_graph_draw *d)
{
	if (d != NULL) {
		dt_memory_free(d->edge);
		dt_memory_free(d->keys);
	}
	dt_memory_free(d);
}

static int
by_target(const void *a, const void *b)
{
	const struct edge *x = a, *y = b;
	if (x->to != y->to)
		return x->to < y->to ? -1 : 1;
	return (int)x->pattern - (int)y->pattern;
}

/* Most rounds have few edges. */
static void
sort(struct edge *edge, size_t n)
{
	if (n > SORTED_BY_HAND) {
		qsort(edge, n, sizeof(*edge), by_target);
		return;
	}
	for (size_t k = 1; k < n; k++) {
		struct edge e = edge[k];
		size_t at = k;
		for (; at > 0 && by_target(&edge[at - 1], &e) > 0; at--)
			edge[at] = edge[at - 1];
		edge[at] = e;
	}
}

/* The states that edges lead to, new or known, all looked up at once: they are
 * many, and far from each other. */
static bool
number(struct dt_graph_draw *d)
{
	struct dt_graph *g = d->g;
	for (size_t k = 0; k < d->edges; k++)
		dt_index_near(&g->states, d->keys + k * g->states.width);
	for (size_t k = 0; k < d->edges; k++) {
		d->edge[k].to = dt_graph_state(g, d->keys + k *
		    g->states.width);
		if (d->edge[k].to == DT_INDEX_NONE)
			return false;
	}
	return true;
}

/* Those of one target and pattern are one. */
static bool
keep(struct dt_graph_draw *d)
{
	struct dt_graph *g = d->g;
	size_t n = g->edges + d->edges;
	sort(d->edge, d->edges);
	if (!dt_memory_reserve(&g->to, &g->to_room, n, sizeof(*g->to)) ||
	    !dt_memory_reserve(&g->pattern, &g->pattern_room, n,
	    sizeof(*g->pattern)) || !dt_memory_reserve(&g->chance,
	    &g->chance_room, n, sizeof(*g->chance)))
		return false;
	for (size_t k = 0; k < d->edges; k++) {
		const struct edge *e = &d->edge[k];
		if (k > 0 && by_target(e, e - 1) == 0) {
			g->chance[g->edges - 1] += e->chance;
			continue;
		}
		g->to[g->edges] = e->to;
		g->pattern[g->edges] = e->pattern;
		g->chance[g->edges++] = e->chance;
	}
	return true;
}

bool
dt_graph_round(struct dt_graph *g, size_t state)
{
	struct dt_graph_draw *d = g->draw;
	struct fate sure = { .chance = 1 };
	d->edges = 0;
	open_round(d, state);
	split(d, 0, &sure);
	bool good = !d->failed && number(d) && keep(d);
	g->row[0] = 0;
	g->row[state + 1] = g->edges;
	return good;
}
