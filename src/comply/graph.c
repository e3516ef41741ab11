/*
 * graph: walks the states; see graph.h. States are numbered as they are met,
 * so that the queue of those to look at is the numbers themselves.
 */
#include "comply/graph_internal.h"

#include <string.h>

#include "base/memory.h"
#include "engine/twins.h"

/* Places by class: the focal agent alone, then whoever is alike. */
static void
place_agents(struct dt_graph *g, uint64_t hosts)
{
	const struct dt_model *m = g->asked.model;
	uint64_t placed = 0;
	size_t place = 0, focal = g->asked.focal;
	for (size_t k = 0; k < m->n; k++) {
		size_t i = focal == SIZE_MAX ? k : k == 0 ? focal :
		    k <= focal ? k - 1 : k;
		if (dt_move_has(placed, i))
			continue;
		g->first[g->classes] = (uint8_t)place;
		for (size_t j = 0; j < m->n; j++) {
			bool with = j == i || (i != focal && j != focal &&
			    !dt_move_has(placed, j) &&
			    dt_move_has(g->asked.signers, i) ==
			    dt_move_has(g->asked.signers, j) &&
			    dt_twins_alike(m, hosts, i, j));
			if (!with)
				continue;
			placed |= dt_move_bit(j);
			g->order[place] = (uint8_t)j;
			g->class[place++] = (uint8_t)g->classes;
		}
		g->classes++;
	}
	g->first[g->classes] = (uint8_t)place;
}

/* Where hosts bear on what labs do, each class is found by chances of its
 * own; else all are found alike. Where that bears on nobody else it is not
 * looked at. */
static bool
group_classes(struct dt_graph *g, uint64_t hosts)
{
	bool apart = hosts != 0 && g->asked.model->slip != 0;
	g->patterns = 2;
	for (size_t c = 0; c < g->classes; c++) {
		if (c == 0 && g->asked.focal != SIZE_MAX)
			continue;
		size_t group = apart ? g->groups : 0;
		g->group[c] = (uint8_t)group;
		g->size[group] += (size_t)(g->first[c + 1] - g->first[c]);
		if (group >= g->groups)
			g->groups++;
	}
	for (size_t k = 0; k < g->groups && g->standings.others; k++) {
		g->radix[k] = g->patterns;
		g->patterns *= g->size[k] + 1;
		if (g->patterns > DT_GRAPH_PATTERNS_MOST)
			return false;
	}
	return true;
}

/* Before the first round; who is `out` never signs. */
static uint32_t
begin(struct dt_graph *g, uint64_t out)
{
	struct dt_clock_event event = { .clock = dt_clock_before(&g->clocks),
	    .out = out };
	const struct dt_clock_turn *turn = event.clock == DT_INDEX_NONE ?
	    NULL : dt_clock_turn(&g->clocks, &event);
	uint32_t key[1 + DT_AGENTS_MOST];
	if (turn == NULL)
		return DT_INDEX_NONE;
	key[0] = turn->clock[0];
	for (size_t p = 0; p < g->n_agents; p++)
		key[1 + p] = dt_move_has(turn->parties[0], g->order[p]) ?
		    dt_graph_fresh(g, p) : dt_move_has(out, g->order[p]) ?
		    DT_STANDING_OUT : DT_STANDING_NONE;
	return dt_graph_state(g, key);
}

/* Looks at all that is known until nothing new comes. */
static enum dt_status
walk(struct dt_graph *g, struct dt_error *err)
{
	for (; g->done < g->states.n; g->done++) {
		if (g->states.n > g->asked.states_most ||
		    g->edges > g->asked.edges_most)
			return dt_status_fail(err, DT_EUSAGE, "the treaty has "
			    "more than %zu states", g->states.n);
		if (!dt_graph_round(g, g->done))
			return dt_status_no_memory(err);
	}
	return DT_OK;
}

/* The states of the last round of the focal agent's notice, after which new
 * ones in which it has given none may come (of a part that others began). */
static enum dt_status
walk_left(struct dt_graph *g, size_t from, struct dt_error *err)
{
	bool may = g->asked.model->terms.may_withdraw;
	enum dt_status status = DT_OK;
	while (status == DT_OK && from < g->states.n) {
		size_t to = g->states.n;
		if (may && !dt_graph_notify(g, from, to))
			return dt_status_no_memory(err);
		status = walk(g, err);
		from = to;
	}
	return status;
}

static enum dt_status
walk_part(struct dt_graph *g, enum dt_graph_part part, struct dt_error *err)
{
	uint32_t *start = part == DT_GRAPH_KEPT ? &g->start : &g->abstain;
	*start = begin(g, part == DT_GRAPH_KEPT ? 0 :
	    dt_move_bit(g->order[0]));
	if (*start == DT_INDEX_NONE)
		return dt_status_no_memory(err);
	return part == DT_GRAPH_KEPT ? walk(g, err) : walk_left(g, 0, err);
}

/* What was met of a part that was too large goes again. */
static void
take_back(struct dt_graph *g, size_t states)
{
	g->done = states;
	g->edges = g->row[states];
	while (g->n_given > 0 && g->given[g->n_given - 1].to >= states)
		g->n_given--;
	for (size_t s = 0; s < states; s++)
		if (g->leaving[s] != DT_INDEX_NONE &&
		    g->leaving[s] >= states)
			g->leaving[s] = DT_INDEX_NONE;
}

static void
close_part(struct dt_graph *g, enum dt_graph_part part)
{
	g->end[part] = g->states.n;
	g->whole = part;
}

/* A graph that lacks a part has no stages. */
static void
close_stage(struct dt_graph *g, int64_t notice)
{
	struct dt_graph_stage now = { .notice = notice, .done = g->done,
	    .edges = g->edges, .n_given = g->n_given, .scenes = g->scenes.n,
	    .whole = g->whole };
	if (g->stage >= DT_GRAPH_STAGES || g->done < g->states.n)
		return;
	memcpy(now.end, g->end, sizeof(now.end));
	g->stages[g->stage++] = now;
	g->n_stages = g->stage;
}

void
dt_graph_go_to(struct dt_graph *g, size_t stage)
{
	const struct dt_graph_stage *then = &g->stages[stage - 1];
	g->stage = stage;
	g->done = then->done;
	g->edges = then->edges;
	g->n_given = then->n_given;
	g->scenes.n = then->scenes;
	g->whole = then->whole;
	memcpy(g->end, then->end, sizeof(g->end));
}

/* Whether what is asked for is known already; else all that is is there. */
static bool
is_known(struct dt_graph *g, int64_t notice)
{
	while (g->stage < g->n_stages) {
		dt_graph_go_to(g, g->stage + 1);
		if (g->stages[g->stage - 1].notice == notice)
			return true;
	}
	return false;
}

enum dt_status
dt_graph_walk(struct dt_graph *g, struct dt_error *err)
{
	enum dt_status status = walk_part(g, DT_GRAPH_KEPT, err);
	if (status != DT_OK)
		return status;
	close_part(g, DT_GRAPH_KEPT);
	status = walk_part(g, DT_GRAPH_LEFT, err);
	if (status == DT_EUSAGE) {
		take_back(g, g->end[DT_GRAPH_KEPT]);
		return DT_OK;
	}
	if (status == DT_OK) {
		close_part(g, DT_GRAPH_LEFT);
		close_stage(g, -1);
	}
	return status;
}

void
dt_graph_cut(struct dt_graph *g)
{
	if (g->whole == DT_GRAPH_KEPT)
		return;
	take_back(g, g->end[DT_GRAPH_KEPT]);
	g->whole = DT_GRAPH_KEPT;
	g->stage = g->n_stages = 0;
}

enum dt_status
dt_graph_others(struct dt_graph *g, int64_t notice, struct dt_error *err)
{
	if (is_known(g, notice))
		return DT_OK;
	size_t from = g->done;
	enum dt_status status = DT_OK;
	if (g->asked.model->terms.may_withdraw) {
		if (!dt_graph_notify_others(g, notice))
			return dt_status_no_memory(err);
		status = walk(g, err);
		if (status == DT_OK)
			status = walk_left(g, from, err);
	}
	if (status == DT_OK) {
		close_part(g, DT_GRAPH_OTHER);
		close_stage(g, notice);
	} else if (status == DT_EUSAGE) {
		take_back(g, from);
	}
	return status;
}

enum dt_status
dt_graph_start(struct dt_graph *g, const struct dt_graph_request *request,
    struct dt_error *err)
{
	uint64_t hosts = dt_twins_hosts(request->model);
	*g = (struct dt_graph){ .asked = *request,
	    .n_agents = request->model->n, .start = DT_INDEX_NONE,
	    .abstain = DT_INDEX_NONE };
	place_agents(g, hosts);
	bool good = dt_standing_start(&g->standings, &request->model->terms,
	    request->strikes_cut);
	if (!group_classes(g, hosts))
		return dt_status_fail(err, DT_EUSAGE, "agents that are not "
		    "alike can be found in more than %d ways a round",
		    (int)DT_GRAPH_PATTERNS_MOST);
	good = dt_clock_start(&g->clocks, &request->model->terms) && good;
	good = dt_index_start(&g->states, 1 + g->n_agents) && good;
	good = dt_index_start(&g->scenes, DT_GRAPH_SCENE_WORDS) && good;
	g->draw = dt_graph_draw_new(g);
	return good && g->draw != NULL ? DT_OK : dt_status_no_memory(err);
}

enum dt_status
dt_graph_build(struct dt_graph *g, const struct dt_graph_request *request,
    struct dt_error *err)
{
	enum dt_status status = dt_graph_start(g, request, err);
	return status == DT_OK ? dt_graph_walk(g, err) : status;
}

void
dt_graph_free(struct dt_graph *g)
{
	dt_standing_free(&g->standings);
	dt_clock_free(&g->clocks);
	dt_index_free(&g->states);
	dt_index_free(&g->scenes);
	dt_memory_free(g->scene);
	dt_memory_free(g->leaving);
	dt_memory_free(g->given);
	dt_memory_free(g->row);
	dt_memory_free(g->to);
	dt_memory_free(g->pattern);
	dt_memory_free(g->chance);
	dt_graph_draw_free(g->draw);
	*g = (struct dt_graph){ .n_agents = 0 };
}
