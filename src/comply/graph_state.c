/* graph_state: the states of a graph, numbered as they are met, and what scene
 * each is of; see graph.h. */
#include "comply/graph_internal.h"

#include "base/memory.h"

static uint64_t
parties_of(const struct dt_graph *g, const uint32_t *key)
{
	uint64_t set = 0;
	for (size_t p = 0; p < g->n_agents; p++)
		if (g->standings.of[key[1 + p]].party)
			set |= dt_move_bit(g->order[p]);
	return set;
}

static uint32_t
scene_of(struct dt_graph *g, const uint32_t *key)
{
	const struct dt_clock *k = &g->clocks.of[key[0]];
	uint64_t parties = parties_of(g, key);
	bool bound = k->phase == DT_PHASE_IN_FORCE &&
	    k->age > g->asked.model->terms.grace;
	uint32_t scene[DT_GRAPH_SCENE_WORDS] = { (uint32_t)k->phase << 1 | bound,
	    (uint32_t)parties, (uint32_t)(parties >> 32) };
	return dt_index_of(&g->scenes, scene);
}

struct dt_graph_scene
dt_graph_scene(const struct dt_graph *g, size_t scene)
{
	const uint32_t *key = g->scenes.keys + scene * DT_GRAPH_SCENE_WORDS;
	return (struct dt_graph_scene){ .phase = (enum dt_phase)(key[0] >> 1),
	    .bound = key[0] & 1,
	    .parties = (uint64_t)key[2] << 32 | key[1] };
}

/* Sorts the standings of those that are alike. */
void
dt_graph_sort(const struct dt_graph *g, uint32_t *key)
{
	for (size_t c = 0; c < g->classes; c++)
		for (size_t p = g->first[c] + 1u; p < g->first[c + 1]; p++)
			for (size_t q = p; q > g->first[c] &&
			    key[q] > key[1 + q]; q--) {
				uint32_t other = key[q];
				key[q] = key[1 + q];
				key[1 + q] = other;
			}
}

uint32_t
dt_graph_state(struct dt_graph *g, uint32_t *key)
{
	dt_graph_sort(g, key);
	size_t known = g->states.n;
	uint32_t id = dt_index_of(&g->states, key);
	if (id == DT_INDEX_NONE || id < known)
		return id;
	size_t n = g->states.n;
	if (!dt_memory_reserve(&g->scene, &g->scene_room, n,
	    sizeof(*g->scene)) || !dt_memory_reserve(&g->leaving,
	    &g->leaving_room, n, sizeof(*g->leaving)) ||
	    !dt_memory_reserve(&g->row, &g->row_room, n + 1, sizeof(*g->row)))
		return DT_INDEX_NONE;
	g->leaving[id] = DT_INDEX_NONE;
	g->scene[id] = scene_of(g, key);
	return g->scene[id] == DT_INDEX_NONE ? DT_INDEX_NONE : id;
}

bool
dt_graph_has_party(const struct dt_graph *g, size_t state, size_t class)
{
	for (size_t p = g->first[class]; p < g->first[class + 1]; p++)
		if (dt_graph_standing(g, state, p)->party)
			return true;
	return false;
}
