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

struct dt_clock_event
dt_graph_event(const struct dt_graph *g, uint32_t clock,
    const uint32_t *standings)
{
	struct dt_clock_event e = { .clock = clock };
	for (size_t p = 0; p < g->n_agents; p++) {
		const struct dt_standing *s = &g->standings.of[standings[p]];
		uint64_t bit = dt_move_bit(g->order[p]);
		if (s->party)
			e.parties |= bit;
		else if (s->out)
			e.out |= bit;
		if (dt_standing_leaves(s))
			e.leaving |= bit;
	}
	return e;
}

/* Where the treaty ends with who leaves after this round, standings bear on
 * this round alone: those that do so alike are one. What is found in it can
 * only make parties fewer. false: memory is out. */
static bool
simplify_last(struct dt_graph *g, uint32_t *key)
{
	bool some = false;
	for (size_t p = 0; p < g->n_agents; p++)
		some |= dt_standing_leaves(&g->standings.of[key[1 + p]]);
	if (!some)
		return true;
	struct dt_clock_event e = dt_graph_event(g, key[0], key + 1);
	const struct dt_clock_turn *turn = dt_clock_turn(&g->clocks, &e);
	if (turn == NULL)
		return false;
	for (int side = 0; side < 2; side++)
		if (g->clocks.of[turn->clock[side]].phase != DT_PHASE_ENDED)
			return true;
	bool good = true;
	for (size_t p = 0; p < g->n_agents && good; p++) {
		if (g->standings.of[key[1 + p]].party)
			key[1 + p] = dt_standing_last(&g->standings,
			    key[1 + p]);
		good = key[1 + p] != DT_INDEX_NONE;
	}
	return good;
}

uint32_t
dt_graph_state(struct dt_graph *g, uint32_t *key)
{
	if (!simplify_last(g, key))
		return DT_INDEX_NONE;
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
