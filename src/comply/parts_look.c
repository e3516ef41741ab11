/* parts_look: what departures in a state of an agent's game gain; see parts.h.
 */
#include "comply/parts_internal.h"

#include <math.h>

#include "base/memory.h"
#include "base/number.h"

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

/* States of its own notice belong to what withdrawing is worth. */
static bool
is_judged(const struct dt_graph *g, size_t s)
{
	if (s < g->end[DT_GRAPH_KEPT])
		return true;
	return g->whole == DT_GRAPH_OTHER && s >= g->end[DT_GRAPH_LEFT] &&
	    !is_out(g, s);
}

/* In which answer a departure counts, where it can be made and is asked for;
 * else DT_COMPLY_PARTS. */
static enum dt_comply_part
part_asked(const struct dt_parts *p, size_t s, int act, bool expected)
{
	enum dt_comply_part part = DT_COMPLY_PARTS;
	if (is_judged(&p->graph, s) && (expected || !p->brief) &&
	    (act == DT_WORTH_WITHDRAW ? p->graph.leaving[s] != DT_INDEX_NONE :
	    p->scenes.of[p->graph.scene[s]].may[act]))
		part = part_of(p, s, act, expected);
	return p->brief && part == DT_COMPLY_CREDIBLE ? DT_COMPLY_PARTS : part;
}

uint8_t *
dt_parts_asked(const struct dt_parts *p)
{
	size_t n = p->graph.done;
	uint8_t *asked = dt_memory_new(n, DT_PARTS_PLACES);
	for (size_t s = 0; asked != NULL && s < n; s++)
		for (int act = 0; act < DT_WORTH_ACTS; act++)
			for (int expected = 0; expected < 2; expected++)
				asked[dt_parts_at(s, act, expected)] =
				    (uint8_t)(act == DT_SCENE_COMPLY ?
				    DT_COMPLY_PARTS : part_asked(p, s, act,
				    expected));
	return asked;
}

/* Whether all that a case could tell is told by those that were kept: so it is
 * in most rounds of a game that ends. */
static bool
is_nothing_new(const struct dt_parts *p, enum dt_comply_part part, double best,
    size_t s, uint32_t number)
{
	const struct dt_comply_finding *f = &p->v->part[part];
	bool kept = p->brief ? f->found : number != 0 &&
	    best <= p->v->cases[number - 1].best;
	double off = kept ? dt_parts_off(p, s, NULL) : 0;
	return kept && best - off <= p->shown[part] &&
	    best + off <= p->open[part] &&
	    !dt_parts_binds_more(p, best, best - off, &f->binding);
}

/* At the best, of all that may follow in its part. */
static double
best_of(const struct dt_parts *p, enum dt_comply_part part, size_t s, int act,
    double there, const struct dt_parts_sight *x)
{
	return part == DT_COMPLY_KEPT ? by_kept(p, s, act, x) :
	    part == DT_COMPLY_STAYED ? x->now->leave_best[s] : there;
}

static enum dt_status
tell(struct dt_parts *p, const struct dt_parts_sight *x, size_t s, int act,
    struct dt_comply_case *one, uint32_t *number)
{
	double base = x->now->comply[s];
	one->agent = p->agent;
	one->round = x->round;
	one->departure = departure_of[act];
	one->where = standing_of(p, s, x->expected);
	one->value = base * x->norm;
	one->departing *= x->norm;
	one->gain = one->worth * x->norm;
	return dt_parts_add(p, one, s, number);
}

static enum dt_status
look_at(struct dt_parts *p, size_t s, int act, enum dt_comply_part part,
    const struct dt_parts_sight *x)
{
	double base = x->now->comply[s];
	double there = act == DT_WORTH_WITHDRAW ? x->now->leave[s] :
	    by_comply(p, s, act, x);
	if (isnan(there))
		return DT_OK;
	double best = best_of(p, part, s, act, there, x) - base;
	if (part == DT_COMPLY_KEPT && x->round > 0 && best - (by_kept(p, s,
	    DT_SCENE_COMPLY, x) - base) > DT_PARTS_ZERO * p->scale)
		p->v->unravels = x->round;
	uint32_t *number = x->known == NULL ? NULL :
	    &x->known[dt_parts_at(s, act, x->expected)];
	if (number != NULL && is_nothing_new(p, part, best, s, *number))
		return DT_OK;
	struct dt_comply_case one = { .part = part, .best = best,
	    .worth = there - base, .departing = there };
	return tell(p, x, s, act, &one, number);
}

enum dt_status
dt_parts_look(struct dt_parts *p, size_t s, const struct dt_parts_sight *x)
{
	enum dt_status status = DT_OK;
	p->scale = dt_number_max(p->scale, fabs(x->now->comply[s]));
	for (int act = DT_SCENE_SECRET; act < DT_WORTH_ACTS &&
	    status == DT_OK; act++) {
		enum dt_comply_part part = x->asked != NULL ?
		    x->asked[dt_parts_at(s, act, x->expected)] :
		    part_asked(p, s, act, x->expected);
		if (part != DT_COMPLY_PARTS)
			status = look_at(p, s, act, part, x);
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
	return dt_parts_add(p, &one, s, NULL);
}

/* Racing first, and leaving once it is found: where racing alone does not pay,
 * nor leaving alone. */
static enum dt_status
tell_plan(struct dt_parts *p, size_t s, const struct dt_parts_sight *x)
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
	return dt_parts_add(p, &one, s, NULL);
}

enum dt_status
dt_parts_look_for_plan(struct dt_parts *p, const unsigned char *mark,
    double kept, const struct dt_parts_sight *x)
{
	size_t at = SIZE_MAX;
	double most = 0;
	if (p->graph.whole < DT_GRAPH_LEFT || kept > DT_PARTS_ZERO * p->scale)
		return DT_OK;
	for (size_t s = 0; s < p->graph.end[DT_GRAPH_KEPT]; s++) {
		double gain = x->now->full[s] - x->now->comply[s];
		if ((mark[s] & DT_PARTS_EXPECTED) && gain > most &&
		    p->worth.plan[s] != DT_SCENE_COMPLY) {
			most = gain;
			at = s;
		}
	}
	return at == SIZE_MAX ? DT_OK : tell_plan(p, at, x);
}
