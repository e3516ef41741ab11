/*
 * parts_cases: which departures plans are made of, and in which answer each
 * counts; how they are gathered, and what they come to; see parts.h.
 */
#include "comply/parts_internal.h"

#include <math.h>
#include <stdio.h>

#include "base/memory.h"
#include "base/number.h"

static bool
is_out(const struct dt_graph *g, size_t s)
{
	const struct dt_standing *own = dt_graph_standing(g, s, 0);
	return own->notified || own->out;
}

static bool
is_ended(const struct dt_graph *g, size_t s)
{
	return dt_graph_clock(g, s)->phase == DT_PHASE_ENDED;
}

/* While it has given no notice: racing, in grace too; and what all see, where
 * it is a breach. */
bool
dt_parts_may_kept(const void *of, size_t s, int act)
{
	const struct dt_graph *g = of;
	return (act == DT_SCENE_SECRET || ((act == DT_SCENE_OPEN ||
	    act == DT_SCENE_REFUSE) && dt_graph_scene(g, g->scene[s]).bound)) &&
	    !is_out(g, s);
}

/* Once it has, or never signed, or the treaty has ended: anything. */
bool
dt_parts_may_left(const void *of, size_t s, int act)
{
	return act != DT_WORTH_WITHDRAW && (is_out(of, s) || is_ended(of, s));
}

bool
dt_parts_may_full(const void *of, size_t s, int act)
{
	return dt_parts_may_kept(of, s, act) ||
	    (act == DT_WORTH_WITHDRAW && !is_out(of, s));
}

/* In which answer a departure counts; none: DT_COMPLY_PARTS. */
static enum dt_comply_part
part_of(const struct dt_parts *p, size_t s, int act, bool expected)
{
	const struct dt_graph *g = &p->graph;
	struct dt_graph_scene is = dt_graph_scene(g, g->scene[s]);
	if (act == DT_SCENE_HOLD)
		return is.phase == DT_PHASE_OPEN ? DT_COMPLY_PARTS :
		    DT_COMPLY_CREDIBLE;
	if (act == DT_WORTH_WITHDRAW)
		return expected ? DT_COMPLY_STAYED : DT_COMPLY_CREDIBLE;
	if (!is.bound && act != DT_SCENE_SECRET)
		return DT_COMPLY_PARTS;
	return expected ? DT_COMPLY_KEPT : DT_COMPLY_CREDIBLE;
}

/* States of its own notice belong to what withdrawing is worth. */
static bool
is_judged(const struct dt_graph *g, size_t s)
{
	if (s < g->end[DT_GRAPH_KEPT])
		return true;
	return g->whole == DT_GRAPH_OTHER && s >= g->end[DT_GRAPH_LEFT] &&
	    !is_out(g, s);
}

enum dt_comply_part
dt_parts_asked(const struct dt_parts *p, size_t s, int act, bool expected)
{
	enum dt_comply_part part = DT_COMPLY_PARTS;
	if (is_judged(&p->graph, s) && (expected || !p->brief) &&
	    (act == DT_WORTH_WITHDRAW ? p->graph.leaving[s] != DT_INDEX_NONE :
	    p->scenes.of[p->graph.scene[s]].may[act]))
		part = part_of(p, s, act, expected);
	return p->brief && part == DT_COMPLY_CREDIBLE ? DT_COMPLY_PARTS : part;
}

struct dt_chain_standing
dt_parts_standing(const struct dt_parts *p, size_t s, bool expected)
{
	const struct dt_graph *g = &p->graph;
	const struct dt_clock *k = dt_graph_clock(g, s);
	const struct dt_standing *own = dt_graph_standing(g, s, 0);
	struct dt_chain_standing w = { .phase = k->phase,
	    .party = own->party, .notified = own->notified,
	    .grace = k->phase == DT_PHASE_IN_FORCE &&
	    !dt_graph_scene(g, g->scene[s]).bound,
	    .strikes = own->strikes, .notice_left = own->notice_left,
	    .many = g->standings.cut && own->party &&
	    own->strikes == g->standings.strikes_most[1],
	    .suspended_left = k->phase == DT_PHASE_SUSPENDED ?
	    k->suspended_left : 0,
	    .parties = dt_graph_scene(g, g->scene[s]).parties,
	    .expected = expected };
	for (size_t q = 1; q < g->n_agents; q++) {
		int64_t strikes = dt_graph_standing(g, s, q)->strikes;
		w.others = strikes > w.others ? strikes : w.others;
	}
	return w;
}

/* Of cases that look alike to the agent the one of most worth stays; where they
 * are worth the same, the first. *number: of it, from 1 on; or NULL. */
static enum dt_status
keep(struct dt_parts *p, const struct dt_comply_case *one, uint32_t *number)
{
	struct dt_comply_verdict *v = p->v;
	uint32_t key[DT_COMPLY_STATE_WORDS];
	dt_comply_state_key(one, (uint32_t)one->part << 8 |
	    (uint32_t)one->departure, key);
	size_t known = p->cases.n;
	uint32_t id = dt_index_of(&p->cases, key);
	if (id == DT_INDEX_NONE || !dt_memory_reserve(&v->cases, &v->room,
	    p->cases.n, sizeof(*v->cases)))
		return DT_ENOMEM;
	if (id == known)
		v->n_cases = p->cases.n;
	if (id == known || one->best > dt_parts_told(p, id + 1))
		v->cases[id] = *one;
	if (number != NULL)
		*number = id + 1;
	return DT_OK;
}

bool
dt_parts_binds_more(const struct dt_parts *p, double best, double shown,
    const struct dt_comply_case *than)
{
	double hair = dt_parts_hair(p->scale, than->best);
	return best > than->best + hair || (best >= than->best - hair &&
	    shown > than->shown + hair);
}

struct dt_parts_doubt
dt_parts_doubt(const struct dt_parts *p, size_t s)
{
	struct dt_parts_doubt doubt = { 0, true };
	if (p->strikes.other != NULL)
		doubt.off = dt_strikes_off(&p->strikes, s, &doubt.by_focal);
	doubt.off = 2 * (p->rounding + doubt.off);
	return doubt;
}

enum dt_status
dt_parts_add(struct dt_parts *p, struct dt_comply_case *one,
    const struct dt_parts_doubt *doubt, uint32_t *number)
{
	struct dt_comply_finding *f = &p->v->part[one->part];
	one->shown = one->best - doubt->off;
	if (!f->found || dt_parts_binds_more(p, one->best, one->shown,
	    &f->binding)) {
		f->binding = *one;
		f->off = doubt->off;
		f->found = true;
		p->by_focal[one->part] = doubt->by_focal;
	}
	if (one->shown > p->shown[one->part]) {
		p->shown[one->part] = one->shown;
		p->sure[one->part] = *one;
	}
	p->open[one->part] = dt_number_max(p->open[one->part],
	    one->best + doubt->off);
	return p->brief ? DT_OK : keep(p, one, number);
}

/* Where not all rounds are gone through a gain is at least so much, and nobody
 * knows that there is none. */
static void
find_of_last(const struct dt_parts *p, struct dt_comply_finding *f)
{
	f->least = true;
	if (f->answer != DT_COMPLY_NO && f->why[0] == '\0')
		(void)snprintf(f->why, sizeof(f->why), "the last %lld rounds "
		    "alone were looked at", (long long)p->limits->last);
	if (f->answer != DT_COMPLY_NO)
		f->answer = DT_COMPLY_PERHAPS;
}

void
dt_parts_find(struct dt_parts *p)
{
	double zero = dt_parts_zero(p);
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		struct dt_comply_finding *f = &p->v->part[k];
		/* Of what is in doubt, what is not goes first. */
		if (p->shown[k] > zero && f->binding.shown <= zero) {
			f->binding = p->sure[k];
			f->off = f->binding.best - f->binding.shown;
		}
		f->slack = f->found ? -f->binding.best : INFINITY;
		f->reckoned = true;
		/* States after others' notice are not looked at then. */
		f->least = k == DT_COMPLY_CREDIBLE && p->shown[k] > zero &&
		    p->m->model.terms.may_withdraw;
		if (f->answer == DT_COMPLY_PERHAPS && f->why[0] != '\0')
			f->answer = p->shown[k] > zero ? DT_COMPLY_NO :
			    DT_COMPLY_PERHAPS;
		else
			f->answer = p->shown[k] > zero ? DT_COMPLY_NO :
			    p->open[k] <= zero ? DT_COMPLY_YES :
			    DT_COMPLY_PERHAPS;
		if (f->answer == DT_COMPLY_NO)
			f->why[0] = '\0';
		if (f->off <= zero)
			f->off = 0;
		if (f->answer == DT_COMPLY_PERHAPS && f->why[0] == '\0')
			(void)snprintf(f->why, sizeof(f->why), "strikes are "
			    "counted up to %lld, and more of them may move "
			    "what a departure is worth by up to %.3g",
			    (long long)p->v->strikes, f->off);
		if (!dt_parts_all_rounds(p->m, p->limits))
			find_of_last(p, f);
	}
}
