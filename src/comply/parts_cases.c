/* parts_cases: departures gathered, and what they come to; see parts.h. */
#include "comply/parts_internal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

/* Of the largest value: what counts as zero. */
#define ZERO 1e-10

enum { CASE_WORDS = 4 };

static const enum dt_chain_departure departure_of[] = {
	[DT_SCENE_SECRET] = DT_CHAIN_SECRET, [DT_SCENE_OPEN] = DT_CHAIN_OPEN,
	[DT_SCENE_REFUSE] = DT_CHAIN_REFUSE, [DT_SCENE_HOLD] = DT_CHAIN_HOLD,
	[DT_WORTH_WITHDRAW] = DT_CHAIN_WITHDRAW,
};

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

static struct dt_chain_standing
standing_of(const struct dt_parts *p, size_t s, bool expected)
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

/* Of cases that look alike to the agent the one of most worth stays. *number:
 * of it, from 1 on; or NULL. */
static enum dt_status
keep(struct dt_parts *p, const struct dt_comply_case *one, uint32_t *number)
{
	struct dt_comply_verdict *v = p->v;
	const struct dt_chain_standing *w = &one->where;
	uint32_t key[CASE_WORDS] = { (uint32_t)one->agent << 16 |
	    (uint32_t)one->part << 8 | (uint32_t)one->departure,
	    (uint32_t)w->phase << 4 | (uint32_t)w->party << 3 |
	    (uint32_t)w->notified << 2 | (uint32_t)w->many << 1 |
	    w->expected | (uint32_t)w->grace << 8,
	    (uint32_t)w->strikes, (uint32_t)w->suspended_left };
	size_t known = p->cases.n;
	uint32_t id = dt_index_of(&p->cases, key);
	if (id == DT_INDEX_NONE || !dt_memory_reserve(&v->cases, &v->room,
	    p->cases.n, sizeof(*v->cases)))
		return DT_ENOMEM;
	if (id == known)
		v->n_cases = p->cases.n;
	if (id == known || one->best > v->cases[id].best)
		v->cases[id] = *one;
	if (number != NULL)
		*number = id + 1;
	return DT_OK;
}

/* Of departures that are worth the same but for rounding the first stays, or
 * the one that less is in doubt of, so that what binds does not hang on it. */
static bool
binds_more(const struct dt_parts *p, const struct dt_comply_case *one,
    const struct dt_comply_case *than)
{
	double hair = 1e-11 * p->scale + 1e-9 * fabs(than->best);
	return one->best > than->best + hair || (one->best >= than->best -
	    hair && one->shown > than->shown + hair);
}

/* By how much a gain may be off in a state. */
static double
off_of(const struct dt_parts *p, size_t s, bool *by_focal)
{
	return 2 * (p->rounding + dt_strikes_off(&p->strikes, s, by_focal));
}

/* Whether a case like this is kept that leaves nothing of it to be told: so it
 * is in most rounds of a game that ends. */
static bool
is_nothing_new(const struct dt_parts *p, struct dt_comply_case *one, size_t s,
    uint32_t number)
{
	const struct dt_comply_finding *f = &p->v->part[one->part];
	double off = off_of(p, s, NULL);
	one->shown = one->best - off;
	return number != 0 && one->best <= p->v->cases[number - 1].best &&
	    one->shown <= p->shown[one->part] &&
	    one->best + off <= p->open[one->part] &&
	    !binds_more(p, one, &f->binding);
}

static enum dt_status
add(struct dt_parts *p, struct dt_comply_case *one, size_t s, uint32_t *number)
{
	struct dt_comply_finding *f = &p->v->part[one->part];
	bool by_focal;
	double off = off_of(p, s, &by_focal);
	one->shown = one->best - off;
	if (!f->found || binds_more(p, one, &f->binding)) {
		f->binding = *one;
		f->off = off;
		f->found = true;
		p->by_focal[one->part] = by_focal;
	}
	if (one->shown > p->shown[one->part]) {
		p->shown[one->part] = one->shown;
		p->sure[one->part] = *one;
	}
	p->open[one->part] = dt_number_max(p->open[one->part],
	    one->best + off);
	return p->brief ? DT_OK : keep(p, one, number);
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

static double
by_comply(const struct dt_parts *p, size_t s, int act,
    const struct dt_parts_sight *x)
{
	return x->by_comply ? x->by_comply[s * DT_SCENE_ACTS + (size_t)act] :
	    dt_worth_act(&p->worth, s, act, x->after->comply);
}

static double
by_kept(const struct dt_parts *p, size_t s, int act,
    const struct dt_parts_sight *x)
{
	return x->by_kept ? x->by_kept[s * DT_SCENE_ACTS + (size_t)act] :
	    dt_worth_act(&p->worth, s, act, x->after->kept);
}

static enum dt_status
look_at(struct dt_parts *p, size_t s, int act,
    const struct dt_parts_sight *x)
{
	struct dt_comply_case one = { .agent = p->agent, .round = x->round,
	    .part = part_of(p, s, act, x->expected),
	    .departure = departure_of[act] };
	double base = x->now->comply[s];
	if (one.part == DT_COMPLY_PARTS ||
	    (p->brief && one.part == DT_COMPLY_CREDIBLE))
		return DT_OK;
	double there = act == DT_WORTH_WITHDRAW ? x->now->leave[s] :
	    by_comply(p, s, act, x);
	if (isnan(there))
		return DT_OK;
	one.best = there - base;
	if (one.part == DT_COMPLY_KEPT)
		one.best = by_kept(p, s, act, x) - base;
	else if (one.part == DT_COMPLY_STAYED)
		one.best = x->now->leave_best[s] - base;
	if (one.part == DT_COMPLY_KEPT && x->round > 0 && one.best -
	    (by_kept(p, s, DT_SCENE_COMPLY, x) - base) > ZERO * p->scale)
		p->v->unravels = x->round;
	uint32_t *number = x->known == NULL ? NULL :
	    &x->known[(s * DT_WORTH_ACTS + (size_t)act) * 2 + x->expected];
	if (number != NULL && is_nothing_new(p, &one, s, *number))
		return DT_OK;
	one.where = standing_of(p, s, x->expected);
	one.worth = there - base;
	one.value = base * x->norm;
	one.departing = there * x->norm;
	one.gain = one.worth * x->norm;
	return add(p, &one, s, number);
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

enum dt_status
dt_parts_look(struct dt_parts *p, size_t s, const struct dt_parts_sight *x)
{
	enum dt_status status = DT_OK;
	p->scale = dt_number_max(p->scale, fabs(x->now->comply[s]));
	if (!is_judged(&p->graph, s) || (p->brief && !x->expected))
		return DT_OK;
	for (int act = DT_SCENE_SECRET; act < DT_WORTH_ACTS &&
	    status == DT_OK; act++) {
		if (act == DT_WORTH_WITHDRAW ?
		    p->graph.leaving[s] != DT_INDEX_NONE :
		    p->scenes.of[p->graph.scene[s]].may[act])
			status = look_at(p, s, act, x);
	}
	return status;
}

enum dt_status
dt_parts_abstain(struct dt_parts *p, const struct dt_parts_sight *x)
{
	size_t s = p->graph.start, out = p->graph.abstain;
	if (p->graph.whole < DT_GRAPH_LEFT)
		return DT_OK;
	double base = x->now->comply[s];
	struct dt_comply_case one = { .agent = p->agent,
	    .part = DT_COMPLY_STAYED, .departure = DT_COMPLY_ABSTAIN,
	    .round = x->round, .where = standing_of(p, s, true),
	    .value = base * x->norm,
	    .departing = x->now->comply[out] * x->norm,
	    .worth = x->now->comply[out] - base,
	    .best = x->now->left[out] - base };
	one.gain = one.worth * x->norm;
	return add(p, &one, s, NULL);
}

/* Racing first, and leaving once it is found: where racing alone does not pay,
 * nor leaving alone. */
enum dt_status
dt_parts_plan(struct dt_parts *p, size_t s, const struct dt_parts_sight *x)
{
	struct dt_comply_case one = { .agent = p->agent,
	    .part = DT_COMPLY_STAYED, .round = x->round,
	    .departure = departure_of[p->worth.plan[s]],
	    .where = standing_of(p, s, true) };
	double base = x->now->comply[s];
	int act = p->worth.plan[s];
	double there = act == DT_WORTH_WITHDRAW ? x->now->leave[s] :
	    by_comply(p, s, act, x);
	one.value = base * x->norm;
	one.departing = there * x->norm;
	one.worth = there - base;
	one.gain = one.worth * x->norm;
	one.best = x->now->full[s] - base;
	return add(p, &one, s, NULL);
}

void
dt_parts_find(struct dt_parts *p)
{
	double zero = dt_number_max(ZERO * p->scale, 4 * p->rounding);
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
	}
}
