/* facts_sinks: where best replies end, by Tarjan's algorithm (1972) with a
 * stack of its own, for a path can be as long as there are profiles. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "solve/facts.h"
#include "solve/profile.h"

struct walk {
	const struct dt_normal *game;
	uint64_t *best;         /* by profile: players for whom it is a best
	                         * reply */
	uint32_t *number, *low; /* from 1 in the order of visits; 0: none */
	uint32_t *part;         /* component, from 1; 0: not yet in one */
	uint32_t *waiting;      /* visited, in no component yet */
	uint32_t *path;         /* from the start to where the walk is */
	uint32_t *next;         /* by profile: the edge to look at next */
	uint32_t visits, parts;
	size_t n_waiting, n_path;
};

static void
mark_line(struct walk *w, size_t first, size_t player, size_t stride)
{
	const struct dt_normal *g = w->game;
	const double *pay = g->payoffs + player;
	size_t n = g->strategies[player];
	double best = -INFINITY;
	for (size_t s = 0; s < n; s++)
		best = dt_number_max(best, pay[(first + s * stride) *
		    g->players]);
	for (size_t s = 0; s < n; s++)
		if (pay[(first + s * stride) * g->players] == best)
			w->best[first + s * stride] |= UINT64_C(1) << player;
}

static void
mark_best(struct walk *w)
{
	const struct dt_normal *g = w->game;
	size_t stride = 1;
	for (size_t i = 0; i < g->players; i++) {
		size_t block = stride * g->strategies[i];
		for (size_t b = 0; b < g->profiles; b += block)
			for (size_t c = b; c < b + stride; c++)
				mark_line(w, c, i, stride);
		stride = block;
	}
}

/* The next profile that a best reply leads to from c, or SIZE_MAX; *edge
 * counts players' strategies through. */
static size_t
follow(const struct walk *w, size_t c, uint32_t *edge)
{
	const struct dt_normal *g = w->game;
	size_t stride = 1, start = 0;
	for (size_t i = 0; i < g->players; i++) {
		size_t n = g->strategies[i], mine = c / stride % n;
		bool moves = (w->best[c] >> i & 1) == 0;
		for (size_t s = *edge > start ? *edge - start : 0;
		    moves && s < n; s++) {
			size_t to = c - mine * stride + s * stride;
			*edge = (uint32_t)(start + s + 1);
			if (w->best[to] >> i & 1)
				return to;
		}
		start += n;
		stride *= n;
	}
	return SIZE_MAX;
}

static bool
leaves(const struct walk *w, size_t c)
{
	uint32_t edge = 0;
	for (size_t to; (to = follow(w, c, &edge)) != SIZE_MAX;)
		if (w->part[to] != w->part[c])
			return true;
	return false;
}

static int
compare(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	return (x > y) - (x < y);
}

static enum dt_status
add_cycle(const uint32_t *members, size_t n, struct dt_arena *arena,
    struct dt_facts_sinks *sinks, struct dt_error *err)
{
	size_t *profiles = dt_arena_new(arena, n, sizeof(*profiles));
	struct dt_facts_profiles *cycles = sinks->cycles;
	if (sinks->n_cycles == sinks->room) {
		sinks->room = sinks->room == 0 ? 8 : 2 * sinks->room;
		cycles = dt_arena_new(arena, sinks->room, sizeof(*cycles));
		if (cycles != NULL && sinks->n_cycles > 0)
			memcpy(cycles, sinks->cycles, sinks->n_cycles *
			    sizeof(*cycles));
	}
	if (profiles == NULL || cycles == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; k < n; k++)
		profiles[k] = members[k];
	qsort(profiles, n, sizeof(*profiles), compare);
	sinks->cycles = cycles;
	cycles[sinks->n_cycles++] =
	    (struct dt_facts_profiles){ .n = n, .profiles = profiles };
	return DT_OK;
}

/* The component that c is the first visited of: all that wait from c on. */
static enum dt_status
close_part(struct walk *w, size_t c, struct dt_arena *arena,
    struct dt_facts_sinks *sinks, struct dt_error *err)
{
	size_t from = w->n_waiting;
	bool sink = true;
	w->parts++;
	do
		w->part[w->waiting[--from]] = w->parts;
	while (w->waiting[from] != c);
	size_t n = w->n_waiting - from;
	for (size_t k = from; sink && k < w->n_waiting; k++)
		sink = !leaves(w, w->waiting[k]);
	w->n_waiting = from;
	sinks->n += sink;
	sinks->equilibria += sink && n == 1;
	return sink && n > 1 ?
	    add_cycle(w->waiting + from, n, arena, sinks, err) : DT_OK;
}

static void
visit(struct walk *w, size_t c)
{
	w->number[c] = w->low[c] = ++w->visits;
	w->waiting[w->n_waiting++] = (uint32_t)c;
	w->path[w->n_path++] = (uint32_t)c;
}

static enum dt_status
walk_from(struct walk *w, size_t start, struct dt_arena *arena,
    struct dt_facts_sinks *sinks, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	visit(w, start);
	while (status == DT_OK && w->n_path > 0) {
		size_t c = w->path[w->n_path - 1];
		size_t to = follow(w, c, &w->next[c]);
		if (to != SIZE_MAX && w->number[to] == 0) {
			visit(w, to);
			continue;
		}
		if (to != SIZE_MAX) {
			if (w->part[to] == 0 && w->number[to] < w->low[c])
				w->low[c] = w->number[to];
			continue;
		}
		if (w->low[c] == w->number[c])
			status = close_part(w, c, arena, sinks, err);
		w->n_path--;
		size_t back = w->n_path > 0 ? w->path[w->n_path - 1] : c;
		if (w->part[c] == 0 && w->low[c] < w->low[back])
			w->low[back] = w->low[c];
	}
	return status;
}

bool
dt_facts_sinks_fit(const struct dt_normal *g)
{
	return dt_profile_size(g) <= DT_FACTS_SINKS_MOST / g->profiles;
}

enum dt_status
dt_facts_sinks(const struct dt_normal *g, struct dt_arena *arena,
    struct dt_facts_sinks *sinks, struct dt_error *err)
{
	size_t n = g->profiles;
	*sinks = (struct dt_facts_sinks){ 0 };
	if (!dt_facts_sinks_fit(g))
		return dt_status_fail(err, DT_EUSAGE, "the game is too big to "
		    "follow best replies");
	struct walk w = { .game = g, .best = dt_memory_new(n, 8) };
	uint32_t *room = dt_memory_new(6 * n, sizeof(*room));
	enum dt_status status = DT_OK;
	if (w.best == NULL || room == NULL)
		status = dt_status_no_memory(err);
	w.number = room;
	if (status == DT_OK) {
		w.low = room + n;
		w.part = room + 2 * n;
		w.waiting = room + 3 * n;
		w.path = room + 4 * n;
		w.next = room + 5 * n;
		mark_best(&w);
	}
	for (size_t c = 0; status == DT_OK && c < n; c++)
		if (w.number[c] == 0)
			status = walk_from(&w, c, arena, sinks, err);
	dt_memory_free(w.best);
	dt_memory_free(room);
	return status;
}
