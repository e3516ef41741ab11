/*
 * graph_notice: the states of a graph as they are once a party has given
 * notice; see graph.h.
 */
#include "comply/graph_internal.h"

#include <string.h>

#include "base/memory.h"

/* Notice that another agent gave, which has so many rounds left. */
static bool
give(struct dt_graph *g, size_t place, size_t from, uint32_t to,
    int64_t notice_left)
{
	if (!dt_memory_reserve(&g->given, &g->given_room, g->n_given + 1,
	    sizeof(*g->given)))
		return false;
	g->given[g->n_given++] = (struct dt_graph_given){ (uint32_t)from, to,
	    g->class[place], g->asked.model->terms.notice - notice_left };
	return true;
}

/* So much notice of the party at a place is left, in each state of [from, to)
 * in which nobody has given any, and that is marked, if marks are given. */
static bool
notify(struct dt_graph *g, size_t from, size_t to, size_t place,
    int64_t notice_left, const unsigned char *mark)
{
	uint32_t key[1 + DT_AGENTS_MOST];
	for (size_t s = from; s < to; s++) {
		if (mark != NULL && !mark[s])
			continue;
		memcpy(key, dt_graph_key(g, s), sizeof(*key) *
		    (1 + g->n_agents));
		bool may = g->standings.of[key[1 + place]].party;
		for (size_t p = 0; may && p < g->n_agents; p++)
			may = !g->standings.of[key[1 + p]].notified;
		if (!may)
			continue;
		key[1 + place] = dt_standing_notify(&g->standings,
		    key[1 + place], notice_left);
		uint32_t id = key[1 + place] == DT_INDEX_NONE ?
		    DT_INDEX_NONE : dt_graph_state(g, key);
		if (id == DT_INDEX_NONE)
			return false;
		if (place == 0)
			g->leaving[s] = id;
		else if (!give(g, place, s, id, notice_left))
			return false;
	}
	return true;
}

/* Marks the first n states to which so many rounds lead from them: those in
 * which a notice that a party of a class gave may have run so long, since in it
 * all goes on as before. */
static bool
mark_later(const struct dt_graph *g, size_t n, size_t class, int64_t rounds,
    unsigned char *mark)
{
	unsigned char *next = dt_memory_new(n + 1, 1);
	for (size_t s = 0; s < n; s++)
		mark[s] = dt_graph_has_party(g, s, class);
	for (; rounds > 0 && next != NULL; rounds--) {
		memset(next, 0, n);
		for (size_t s = 0; s < n; s++)
			for (size_t e = g->row[s]; mark[s] && e <
			    g->row[s + 1]; e++)
				next[g->to[e]] = 1;
		memcpy(mark, next, n);
	}
	dt_memory_free(next);
	return next != NULL || rounds == 0;
}

bool
dt_graph_notify(struct dt_graph *g, size_t from, size_t to)
{
	return notify(g, from, to, 0, 0, NULL);
}

bool
dt_graph_notify_others(struct dt_graph *g, int64_t notice)
{
	size_t kept = g->end[DT_GRAPH_KEPT];
	unsigned char *mark = dt_memory_new(kept + 1, 1);
	bool good = mark != NULL;
	for (size_t p = g->first[1]; good && p < g->n_agents; p++) {
		if (p == g->first[g->class[p]])
			good = mark_later(g, kept, g->class[p],
			    g->asked.model->terms.notice - notice, mark);
		good = good && notify(g, 0, kept, p, notice, mark);
	}
	dt_memory_free(mark);
	return good;
}
