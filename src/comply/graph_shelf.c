/*
 * graph_shelf: see graph_shelf.h. Kept are the numbers of a graph, and then its
 * arrays, one after the other; addresses of none of them.
 */
#include "comply/graph_shelf.h"

#include <string.h>

#include "base/memory.h"
#include "comply/graph_internal.h"
#include "comply/graph_outline.h"

enum { PIECES = 17 };

/* Of an index, its slots hang on its room. */
struct sizes {
	size_t n, room, slots;
};

struct numbers {
	struct sizes standings, clocks, states, scenes;
	size_t edges, n_given, n_stages;
	uint32_t start, abstain;
	struct dt_graph_stage stages[DT_GRAPH_STAGES];
};

/* An array: where its address is, how much of it is kept, and its room. */
struct piece {
	void *at;
	size_t bytes, room;
};

static size_t
add(struct piece *piece, size_t k, void *at, size_t n, size_t room,
    size_t size)
{
	piece[k] = (struct piece){ at, n * size, room * size };
	return k + 1;
}

static size_t
add_index(struct piece *piece, size_t k, struct dt_index *x)
{
	k = add(piece, k, &x->keys, x->n, x->room, x->width *
	    sizeof(*x->keys));
	return add(piece, k, &x->slot, x->slots, x->slots, sizeof(*x->slot));
}

/* All arrays of a graph that has these numbers. */
static size_t
list(struct dt_graph *g, struct piece piece[PIECES])
{
	size_t k = add_index(piece, 0, &g->standings.index);
	k = add_index(piece, k, &g->clocks.index);
	k = add_index(piece, k, &g->states);
	k = add_index(piece, k, &g->scenes);
	k = add(piece, k, &g->standings.of, g->standings.index.n,
	    g->standings.room, sizeof(*g->standings.of));
	k = add(piece, k, &g->clocks.of, g->clocks.index.n, g->clocks.room,
	    sizeof(*g->clocks.of));
	k = add(piece, k, &g->scene, g->states.n, g->scene_room,
	    sizeof(*g->scene));
	k = add(piece, k, &g->leaving, g->states.n, g->leaving_room,
	    sizeof(*g->leaving));
	k = add(piece, k, &g->row, g->states.n + 1, g->row_room,
	    sizeof(*g->row));
	k = add(piece, k, &g->given, g->n_given, g->given_room,
	    sizeof(*g->given));
	k = add(piece, k, &g->to, g->edges, g->to_room, sizeof(*g->to));
	k = add(piece, k, &g->pattern, g->edges, g->pattern_room,
	    sizeof(*g->pattern));
	return add(piece, k, &g->chance, g->edges, g->chance_room,
	    sizeof(*g->chance));
}

static struct sizes
sizes_of(const struct dt_index *x)
{
	return (struct sizes){ x->n, x->room, x->slots };
}

static struct numbers
numbers_of(const struct dt_graph *g)
{
	struct numbers x = { .standings = sizes_of(&g->standings.index),
	    .clocks = sizes_of(&g->clocks.index),
	    .states = sizes_of(&g->states), .scenes = sizes_of(&g->scenes),
	    .edges = g->edges, .n_given = g->n_given,
	    .n_stages = g->n_stages, .start = g->start,
	    .abstain = g->abstain };
	memcpy(x.stages, g->stages, sizeof(x.stages));
	return x;
}

static void
resize(struct dt_index *x, const struct sizes *to)
{
	x->n = to->n;
	x->room = to->room;
	x->slots = to->slots;
}

/* Arrays have no more room than they need, so that all that is allocated is
 * written to. */
static void
take_numbers(struct dt_graph *g, const struct numbers *x)
{
	resize(&g->standings.index, &x->standings);
	resize(&g->clocks.index, &x->clocks);
	resize(&g->states, &x->states);
	resize(&g->scenes, &x->scenes);
	g->standings.room = x->standings.n;
	g->clocks.room = x->clocks.n;
	g->scene_room = g->leaving_room = x->states.n;
	g->row_room = x->states.n + 1;
	g->to_room = g->pattern_room = g->chance_room = g->edges = x->edges;
	g->given_room = g->n_given = x->n_given;
	g->start = x->start;
	g->abstain = x->abstain;
	g->n_stages = x->n_stages;
	memcpy(g->stages, x->stages, sizeof(g->stages));
}

static void *
address_of(const struct piece *piece)
{
	void *address;
	memcpy(&address, piece->at, sizeof(address));
	return address;
}

static void
set_address(const struct piece *piece, void *address)
{
	memcpy(piece->at, &address, sizeof(address));
}

/* In place of the arrays of a graph that was only started. */
static bool
take(void *of, const unsigned char *from)
{
	struct dt_graph *g = of;
	struct piece piece[PIECES];
	struct numbers x;
	bool good = true;
	size_t n = list(g, piece);
	for (size_t k = 0; k < n; k++) {
		dt_memory_free(address_of(&piece[k]));
		set_address(&piece[k], NULL);
	}
	memcpy(&x, from, sizeof(x));
	from += dt_shelf_aligned(sizeof(x));
	take_numbers(g, &x);
	n = list(g, piece);
	for (size_t k = 0; k < n && good; k++) {
		void *room = dt_memory_new(piece[k].room + 1, 1);
		good = room != NULL;
		set_address(&piece[k], room);
		if (good && piece[k].bytes > 0)
			memcpy(room, from, piece[k].bytes);
		from += dt_shelf_aligned(piece[k].bytes);
	}
	if (good)
		dt_graph_go_to(g, 1);
	return good;
}

/* Of a graph that has been started; *found: it was there. */
static enum dt_status
look_for(struct dt_shelf *shelf, struct dt_graph *g, bool *found,
    struct dt_error *err)
{
	struct dt_graph_outline outline;
	bool good = dt_graph_outline_make(&outline, &g->asked);
	struct dt_shelf_key key = { outline.word, outline.n };
	if (good)
		good = dt_shelf_take(shelf, &key, take, g, found) || !*found;
	dt_graph_outline_free(&outline);
	return good ? DT_OK : dt_status_no_memory(err);
}

enum dt_status
dt_graph_shelf_build(struct dt_shelf *shelf, struct dt_graph *g,
    const struct dt_graph_request *request, struct dt_error *err)
{
	bool found = false;
	if (shelf == NULL)
		return dt_graph_build(g, request, err);
	enum dt_status status = dt_graph_start(g, request, err);
	if (status == DT_OK)
		status = look_for(shelf, g, &found, err);
	return found || status != DT_OK ? status : dt_graph_walk(g, err);
}

static bool
count(void *of, const unsigned char *from)
{
	struct numbers x;
	memcpy(&x, from, sizeof(x));
	*(size_t *)of = x.states.n;
	return true;
}

size_t
dt_graph_shelf_states(struct dt_shelf *shelf,
    const struct dt_graph_request *request)
{
	struct dt_graph_outline outline;
	size_t states = 0;
	bool found;
	if (shelf == NULL)
		return 0;
	if (dt_graph_outline_make(&outline, request)) {
		struct dt_shelf_key key = { outline.word, outline.n };
		(void)dt_shelf_take(shelf, &key, count, &states, &found);
	}
	dt_graph_outline_free(&outline);
	return states;
}

static size_t
size_of(struct dt_graph *g)
{
	struct piece piece[PIECES];
	size_t n = list(g, piece);
	size_t bytes = dt_shelf_aligned(sizeof(struct numbers));
	for (size_t k = 0; k < n; k++)
		bytes += dt_shelf_aligned(piece[k].bytes);
	return bytes;
}

static void
put(void *of, unsigned char *to)
{
	struct dt_graph *g = of;
	struct numbers x = numbers_of(g);
	struct piece piece[PIECES];
	size_t n = list(g, piece);
	memcpy(to, &x, sizeof(x));
	to += dt_shelf_aligned(sizeof(x));
	for (size_t k = 0; k < n; k++) {
		if (piece[k].bytes > 0)
			memcpy(to, address_of(&piece[k]), piece[k].bytes);
		to += dt_shelf_aligned(piece[k].bytes);
	}
}

void
dt_graph_shelf_keep(struct dt_shelf *shelf, struct dt_graph *g)
{
	struct dt_graph_outline outline;
	if (shelf == NULL || g->n_stages == 0)
		return;
	dt_graph_go_to(g, g->n_stages);
	/* One of which something was too large is not what it was before. */
	if (g->done < g->states.n)
		return;
	if (dt_graph_outline_make(&outline, &g->asked)) {
		struct dt_shelf_key key = { outline.word, outline.n };
		dt_shelf_put(shelf, &key, g->n_stages, size_of(g), put, g);
	}
	dt_graph_outline_free(&outline);
}
