/* gain: see gain.h. */
#include "comply/gain.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "comply/graph_outline.h"
#include "comply/parts_internal.h"

/* What no departure gains. */
#define NOTHING (-1e30)

/* One signer. */
struct seat {
	struct dt_parts parts;
	struct dt_parts_past past;
	struct dt_comply_verdict found;
};

struct dt_gain {
	struct dt_parts_limits limits;
	struct dt_graph_outline outline;        /* what graphs that are there
	                                 * hang on; no words: none is, */
	bool innocent;                  /* and whether none but the focal agent
	                                 * is ever found in them */
	int64_t beyond[2];
	bool grown;                     /* so many strikes are enough */
	double outsider[DT_AGENTS_MOST];
	struct seat seats[DT_AGENTS_MOST];
	size_t n;
};

struct dt_gain *
dt_gain_new(const struct dt_parts_limits *limits)
{
	struct dt_gain *g = dt_memory_new(1, sizeof(*g));
	if (g == NULL)
		return NULL;
	g->limits = *limits;
	g->beyond[0] = DT_PARTS_BEYOND;
	g->beyond[1] = DT_PARTS_BEYOND_FOCAL;
	return g;
}

void
dt_gain_last(struct dt_gain *g, int64_t rounds)
{
	g->limits.last = rounds;
	g->grown = false;
}

static void
clear(struct dt_gain *g)
{
	for (size_t k = 0; k < g->n; k++) {
		dt_parts_release(&g->seats[k].parts);
		dt_memory_free(g->seats[k].past.room);
		dt_memory_free(g->seats[k].past.plan);
		g->seats[k] = (struct seat){ .past = { NULL } };
	}
	g->n = 0;
	dt_graph_outline_free(&g->outline);
}

void
dt_gain_free(struct dt_gain *g)
{
	if (g != NULL)
		clear(g);
	dt_memory_free(g);
}

size_t
dt_gain_states(const struct dt_gain *g)
{
	size_t most = 0;
	for (size_t k = 0; k < g->n; k++)
		if (g->seats[k].parts.graph.done > most)
			most = g->seats[k].parts.graph.done;
	return most;
}

static enum dt_status
build_seat(struct dt_gain *g, const struct dt_comply_model *m, size_t agent,
    struct dt_error *err)
{
	struct seat *seat = &g->seats[g->n++];
	struct dt_parts *p = &seat->parts;
	*p = (struct dt_parts){ .m = m, .limits = &g->limits,
	    .outsider = g->outsider, .v = &seat->found, .err = err,
	    .agent = agent, .brief = true, .past = &seat->past,
	    .keep = m->model.continuation_chance < 1 ? m->patience[agent] :
	    1 };
	enum dt_status status = dt_parts_build(p, g->beyond);
	size_t n = p->graph.done;
	if (status == DT_OK)
		status = dt_parts_must_leave(p);
	if (status != DT_OK)
		return status;
	seat->past.room = dt_memory_new(DT_PARTS_VALUES * n,
	    sizeof(*seat->past.room));
	seat->past.plan = dt_memory_new(DT_PARTS_PLANS * n, 1);
	return seat->past.room == NULL || seat->past.plan == NULL ?
	    dt_status_no_memory(err) : DT_OK;
}

/* What graphs hang on; what is asked of them agent by agent is the same. */
static bool
outline(const struct dt_comply_model *m, struct dt_graph_outline *made)
{
	struct dt_graph_request request = { .model = &m->model,
	    .signers = m->signers, .focal = SIZE_MAX };
	return dt_graph_outline_make(made, &request);
}

/* Whether the graphs that are there are those of the model too. */
static bool
fits(const struct dt_gain *g, const struct dt_comply_model *m,
    const struct dt_graph_outline *of)
{
	return g->outline.n > 0 && (!g->innocent || dt_parts_innocent(m)) &&
	    dt_graph_outline_is(of, g->outline.word, g->outline.n);
}

static enum dt_status
build(struct dt_gain *g, const struct dt_comply_model *m,
    struct dt_error *err)
{
	clear(g);
	enum dt_status status = dt_parts_outsiders(m, g->outsider, err);
	for (uint64_t set = m->signers; set != 0 && status == DT_OK;
	    set &= set - 1)
		if (dt_parts_twin(m, dt_move_first(set)) == SIZE_MAX)
			status = build_seat(g, m, dt_move_first(set), err);
	if (status == DT_OK && !outline(m, &g->outline))
		status = DT_ENOMEM;
	g->innocent = dt_parts_innocent(m);
	if (status != DT_OK)
		clear(g);
	return status == DT_ENOMEM ? dt_status_no_memory(err) : status;
}

/* The chances of this model on a graph that is there. */
static enum dt_status
set_model(struct dt_gain *g, struct seat *seat,
    const struct dt_comply_model *m, struct dt_error *err)
{
	struct dt_parts *p = &seat->parts;
	p->m = m;
	p->err = err;
	p->keep = m->model.continuation_chance < 1 ? m->patience[p->agent] : 1;
	p->worth.keep = p->keep;
	p->rounding = 0;
	p->scale = 1e-300;
	seat->found = (struct dt_comply_verdict){
	    .answer = DT_COMPLY_PERHAPS };
	for (int k = 0; k < DT_COMPLY_PARTS; k++)
		p->shown[k] = p->open[k] = -1e300;
	memset(p->expected, 0, p->graph.end[DT_GRAPH_KEPT]);
	if (!seat->past.there)
		memset(seat->past.room, 0, DT_PARTS_VALUES * p->graph.done *
		    sizeof(*seat->past.room));
	dt_scene_free(&p->scenes);
	dt_strikes_free(&p->strikes);
	enum dt_status status = dt_scene_make(&p->scenes, &p->graph, &m->model,
	    g->outsider, err);
	if (status == DT_OK)
		dt_worth_pays(&p->worth);
	return status ? status : dt_strikes_start(&p->strikes, &p->scenes,
	    p->keep, err);
}

/* What counts as zero is taken off, so that it is no gain. */
static double
gain_of(const struct dt_parts *p, enum dt_comply_part part)
{
	const struct dt_comply_finding *f = &p->v->part[part];
	double zero = dt_parts_zero(p);
	double norm = p->keep < 1 ? 1 - p->keep : 1;
	return f->found ? (f->binding.best - zero) * norm : NOTHING;
}

static enum dt_status
ask(struct dt_gain *g, const struct dt_comply_model *m,
    struct dt_gain_value *value, struct dt_error *err)
{
	*value = (struct dt_gain_value){ .kept = NOTHING, .stayed = NOTHING,
	    .whole = dt_parts_all_rounds(m, &g->limits),
	    .enters = dt_comply_model_enters(m) };
	for (size_t k = 0; k < g->n; k++) {
		struct dt_parts *p = &g->seats[k].parts;
		enum dt_status status = set_model(g, &g->seats[k], m, err);
		if (status == DT_OK)
			status = p->keep < 1 ? dt_parts_agent(p) :
			    dt_parts_ending(p);
		if (status != DT_OK) {
			g->seats[k].past.there = false;
			return status == DT_ENOMEM ? dt_status_no_memory(err) :
			    status;
		}
		double norm = p->keep < 1 ? 1 - p->keep : 1;
		value->kept = dt_number_max(value->kept, gain_of(p,
		    DT_COMPLY_KEPT));
		value->stayed = dt_number_max(value->stayed, gain_of(p,
		    DT_COMPLY_STAYED));
		for (int part = 0; part < DT_COMPLY_PARTS; part++)
			if (p->v->part[part].found && p->strikes.other != NULL)
				value->off = dt_number_max(value->off,
				    p->v->part[part].off * norm);
		value->start[p->agent] = p->v->start[p->agent];
	}
	for (uint64_t set = m->signers; set != 0; set &= set - 1) {
		size_t twin = dt_parts_twin(m, dt_move_first(set));
		if (twin != SIZE_MAX)
			value->start[dt_move_first(set)] = value->start[twin];
	}
	return DT_OK;
}

/* Strikes are counted further until what they hide is nothing, or the states
 * are many; not for what is at least gained alone. */
static enum dt_status
grow(struct dt_gain *g, const struct dt_comply_model *m,
    struct dt_gain_value *value, struct dt_error *err)
{
	enum dt_status status = ask(g, m, value, err);
	if (!value->whole)
		return status;
	for (int k = 0; k < DT_PARTS_TRIES && status == DT_OK && !g->grown;
	    k++) {
		if (value->off <= 1e-9 ||
		    dt_gain_states(g) > DT_PARTS_STATES_SOME)
			break;
		g->beyond[1] *= 2;
		g->beyond[0] += 2;
		status = build(g, m, err);
		if (status == DT_OK)
			status = ask(g, m, value, err);
	}
	g->grown = true;
	return status;
}

enum dt_status
dt_gain_at(struct dt_gain *g, const struct dt_comply_model *m,
    struct dt_gain_value *value, struct dt_error *err)
{
	struct dt_graph_outline now;
	enum dt_status status = outline(m, &now) ? DT_OK :
	    dt_status_no_memory(err);
	if (status == DT_OK && !fits(g, m, &now))
		status = build(g, m, err);
	dt_graph_outline_free(&now);
	return status ? status : grow(g, m, value, err);
}
