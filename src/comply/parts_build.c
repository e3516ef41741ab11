/*
 * parts_build: what is made ready for one agent, and released; see parts.h.
 */
#include "comply/parts_internal.h"

#include "base/memory.h"
#include "comply/graph_shelf.h"
#include "engine/twins.h"

/* Whoever does not sign must do the same in each round, by chance or not. */
enum dt_status
dt_parts_outsiders(const struct dt_comply_model *m, double *outsider,
    struct dt_error *err)
{
	for (size_t i = 0; i < m->model.n; i++) {
		const struct dt_model_agent *a = &m->model.agents[i];
		uint64_t race = a->automaton.race[0];
		if (dt_move_has(m->signers, i))
			continue;
		for (size_t s = 1; s < a->automaton.states; s++)
			if (a->automaton.race[s] != race)
				return dt_status_fail(err, DT_EUSAGE, "%s does "
				    "not sign, and plays a strategy with a "
				    "memory", a->name);
		outsider[i] = dt_random_chance(race);
	}
	return DT_OK;
}

bool
dt_parts_innocent(const struct dt_comply_model *m)
{
	const struct dt_monitor *by = &m->model.terms.monitor;
	return m->model.slip == 0 && (by->public_alarm[0][0] |
	    by->public_alarm[1][0] | by->private_alarm[0][0] |
	    by->private_alarm[1][0]) == 0;
}

enum dt_status
dt_parts_must_leave(const struct dt_parts *p)
{
	return p->graph.whole >= DT_GRAPH_LEFT ? DT_OK : dt_status_fail(p->err,
	    DT_EUSAGE, "with a party that has given notice it has more than "
	    "%zu states", p->graph.done);
}

/* All of the graph stays for who asks for more. What is out of reach for them is
 * so here. */
static enum dt_status
keep_first(struct dt_parts *p)
{
	enum dt_status status = dt_parts_must_leave(p);
	if (status != DT_OK)
		return status;
	p->cut = p->graph.done;
	dt_graph_shelf_keep(p->limits->shelf, &p->graph);
	dt_graph_cut(&p->graph);
	return DT_OK;
}

static struct dt_graph_request
request_of(const struct dt_parts *p, const int64_t beyond[2])
{
	const struct dt_model *model = &p->m->model;
	const struct dt_terms *t = &model->terms;
	int64_t last = dt_terms_last_rung(t);
	struct dt_graph_request request = { .model = model,
	    .signers = p->m->signers, .focal = p->agent,
	    .strikes_cut = { last + beyond[0], last + beyond[1] },
	    .states_most = p->limits->states, .edges_most = p->limits->edges,
	    .innocent = dt_parts_innocent(p->m) };
	if (p->keep >= 1)
		request.strikes_cut[0] = request.strikes_cut[1] =
		    dt_strikes_needed(t, model->rounds);
	return request;
}

size_t
dt_parts_states_kept(const struct dt_comply_model *m,
    const struct dt_parts_limits *limits)
{
	const int64_t beyond[2] = { DT_PARTS_BEYOND, DT_PARTS_BEYOND_FOCAL };
	size_t states = 0;
	for (uint64_t set = m->signers; set != 0; set &= set - 1) {
		struct dt_parts p = { .m = m, .limits = limits,
		    .agent = dt_move_first(set) };
		if (dt_parts_twin(m, p.agent) != SIZE_MAX)
			continue;
		p.keep = dt_parts_keep(&p);
		struct dt_graph_request request = request_of(&p, beyond);
		size_t more = dt_graph_shelf_states(limits->shelf, &request);
		if (more == 0)
			return 0;
		states += more;
	}
	return states;
}

enum dt_status
dt_parts_build(struct dt_parts *p, const int64_t beyond[2])
{
	struct dt_graph_request request = request_of(p, beyond);
	enum dt_status status = dt_graph_shelf_build(p->limits->shelf,
	    &p->graph, &request, p->err);
	if (status == DT_OK && p->limits->kept)
		status = keep_first(p);
	if (status == DT_OK)
		status = dt_parts_put(p, 0);
	if (status == DT_OK)
		p->expected = dt_memory_new(p->graph.end[DT_GRAPH_KEPT] + 1,
		    1);
	return status == DT_OK && p->expected == NULL ? DT_ENOMEM : status;
}

static void
take_off(struct dt_parts *p)
{
	dt_strikes_free(&p->strikes);
	dt_worth_free(&p->worth);
	dt_scene_free(&p->scenes);
}

enum dt_status
dt_parts_put(struct dt_parts *p, size_t from)
{
	take_off(p);
	enum dt_status status = dt_scene_make(&p->scenes, &p->graph,
	    &p->m->model, p->outsider, p->err);
	if (status == DT_OK)
		status = dt_worth_start(&p->worth, &p->scenes, from, p->err);
	p->worth.keep = p->keep;
	return status ? status : dt_strikes_start(&p->strikes, &p->scenes,
	    p->keep, p->err);
}

void
dt_parts_release(struct dt_parts *p)
{
	dt_memory_free(p->expected);
	p->expected = NULL;
	if (p->past == NULL)
		dt_memory_free(p->room);
	p->room = NULL;
	take_off(p);
	if (p->limits != NULL)
		dt_graph_shelf_keep(p->limits->shelf, &p->graph);
	dt_graph_free(&p->graph);
}

size_t
dt_parts_twin(const struct dt_comply_model *m, size_t agent)
{
	uint64_t hosts = dt_twins_hosts(&m->model);
	for (size_t i = 0; i < agent; i++)
		if (dt_move_has(m->signers, i) &&
		    m->patience[i] == m->patience[agent] &&
		    dt_twins_alike(&m->model, hosts, i, agent))
			return i;
	return SIZE_MAX;
}
