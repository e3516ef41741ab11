/* parts_look: what departures in a state of an agent's game gain; see parts.h.
 */
#include "comply/parts_rounds.h"

#include <math.h>

#include "base/memory.h"
#include "base/number.h"

static const enum dt_chain_departure departure_of[] = {
	[DT_SCENE_SECRET] = DT_CHAIN_SECRET, [DT_SCENE_OPEN] = DT_CHAIN_OPEN,
	[DT_SCENE_REFUSE] = DT_CHAIN_REFUSE, [DT_SCENE_HOLD] = DT_CHAIN_HOLD,
	[DT_WORTH_WITHDRAW] = DT_CHAIN_WITHDRAW,
};

/* A value of the round at hand. */
static double
now_in(const struct dt_parts_sight *x, const double *value, size_t s)
{
	return value[s * x->now->stride];
}

static double
by_comply(const struct dt_parts *p, size_t s, int act,
    const struct dt_parts_sight *x)
{
	return x->acts ? x->acts[act * DT_PARTS_HEADS + DT_PARTS_COMPLY] :
	    x->rounds ? dt_parts_rounds_act(x->rounds, s, act) :
	    dt_worth_act(&p->worth, s, act, x->after->comply);
}

/* Of giving notice in it. */
static double
leave_in(const struct dt_parts_sight *x, const double *value, size_t s)
{
	return value[s * x->now->leave_stride];
}

/* By giving notice, too. */
static double
there_by(const struct dt_parts *p, size_t s, int act,
    const struct dt_parts_sight *x)
{
	return act == DT_WORTH_WITHDRAW ? leave_in(x, x->now->leave, s) :
	    by_comply(p, s, act, x);
}

static double
by_kept(const struct dt_parts *p, size_t s, int act,
    const struct dt_parts_sight *x)
{
	return x->acts ? x->acts[act * DT_PARTS_HEADS + DT_PARTS_KEPT] :
	    dt_worth_act(&p->worth, s, act, x->after->kept);
}

/* Whether all that a case could tell is told by those that were kept: so it is
 * in most rounds of a game that ends. */
static bool
is_nothing_new(const struct dt_parts *p, enum dt_comply_part part, double best,
    double off, uint32_t number)
{
	const struct dt_comply_finding *f = &p->v->part[part];
	bool kept = p->brief ? f->found : number != 0 &&
	    best <= dt_parts_told(p, number);
	return kept && best - off <= p->shown[part] &&
	    best + off <= p->open[part] &&
	    !dt_parts_binds_more(p, best, best - off, &f->binding);
}

/* At the best, of all that may follow in its part. */
static double
best_of(const struct dt_parts *p, enum dt_comply_part part, size_t s, int act,
    double there, const struct dt_parts_sight *x)
{
	if (part == DT_COMPLY_STAYED)
		return leave_in(x, x->now->leave_best, s);
	return part == DT_COMPLY_KEPT ? by_kept(p, s, act, x) : there;
}

/* What it has that departs so and then complies, and what it gains by it at the
 * best. */
struct departure {
	int act;
	enum dt_comply_part part;
	double there, best;
};

static enum dt_status
tell(struct dt_parts *p, const struct dt_parts_sight *x, size_t s,
    const struct departure *d, uint32_t *number)
{
	double base = now_in(x, x->now->comply, s);
	struct dt_comply_case one = { .part = d->part, .agent = p->agent,
	    .departure = departure_of[d->act], .round = x->round,
	    .where = dt_parts_standing(p, s, x->expected),
	    .value = base * x->norm, .departing = d->there * x->norm,
	    .worth = d->there - base, .best = d->best };
	one.gain = one.worth * x->norm;
	return dt_parts_add(p, &one, &x->doubt, number);
}

/* What most rounds of a game that ends tell was told before. */
static enum dt_status
tell_news(struct dt_parts *p, const struct dt_parts_sight *x, size_t s,
    const struct departure *d)
{
	struct dt_parts_news *news = &x->rounds->news;
	struct dt_parts_class *of = dt_parts_class(news, s, x->expected);
	uint32_t *known = of->known + dt_parts_departure(d->act);
	if (!(d->best > of->bar[dt_parts_departure(d->act)]))
		return DT_OK;
	double off = x->doubt.off;
	if (off == 0 && dt_parts_news_is_old(p, news, of, d->act,
	    d->best))
		return DT_OK;
	bool old = is_nothing_new(p, d->part, d->best, off, *known);
	enum dt_status status = old ? DT_OK : tell(p, x, s, d, known);
	if (status == DT_OK)
		dt_parts_news_raise(p, news, of, d->act, off, d->best, old);
	return status;
}

static enum dt_status
look_at(struct dt_parts *p, size_t s, int act, enum dt_comply_part part,
    const struct dt_parts_sight *x)
{
	struct departure d = { act, part, there_by(p, s, act, x), 0 };
	if (isnan(d.there))
		return DT_OK;
	d.best = best_of(p, part, s, act, d.there, x) -
	    now_in(x, x->now->comply, s);
	return x->rounds != NULL ? tell_news(p, x, s, &d) :
	    tell(p, x, s, &d, NULL);
}

/* Acts of a state of an endless game, as those of a game that ends are told. */
static void
see_acts(const struct dt_parts *p, size_t s, const struct dt_parts_sight *x,
    double *acts)
{
	double by[DT_WORTH_ACTS];
	bool kept = s < p->graph.end[DT_GRAPH_KEPT];
	dt_worth_acts(&p->worth, s, x->after->comply, by);
	for (int act = 0; act < DT_SCENE_ACTS; act++)
		acts[act * DT_PARTS_HEADS + DT_PARTS_COMPLY] = by[act];
	if (kept)
		dt_worth_acts(&p->worth, s, x->after->kept, by);
	for (int act = 0; kept && act < DT_SCENE_ACTS; act++)
		acts[act * DT_PARTS_HEADS + DT_PARTS_KEPT] = by[act];
}

/* In which answer each departure counts. False: none does in any. */
static bool
find_asked(const struct dt_parts *p, size_t s, const struct dt_parts_sight *x,
    enum dt_comply_part *part)
{
	bool some = false;
	int first = x->rounds != NULL && x->acts == NULL ? DT_WORTH_WITHDRAW :
	    DT_SCENE_SECRET;
	const struct dt_parts_class *of = x->rounds == NULL ? NULL :
	    dt_parts_class(&x->rounds->news, s, x->expected);
	for (int act = DT_SCENE_SECRET; act < DT_WORTH_ACTS; act++) {
		part[act] = act < first ? DT_COMPLY_PARTS : of != NULL ?
		    of->asked[dt_parts_departure(act)] :
		    dt_parts_asked(p, s, act, x->expected);
		some |= part[act] != DT_COMPLY_PARTS;
	}
	return some;
}

enum dt_status
dt_parts_look(struct dt_parts *p, size_t s, const struct dt_parts_sight *x)
{
	enum dt_status status = DT_OK;
	enum dt_comply_part part[DT_WORTH_ACTS];
	double acts[DT_PARTS_ACTS_HEADS];
	struct dt_parts_sight sight = *x;
	p->scale = dt_number_max(p->scale, fabs(now_in(x, x->now->comply,
	    s)));
	if (!find_asked(p, s, x, part))
		return DT_OK;
	sight.doubt = dt_parts_doubt(p, s);
	if (x->rounds == NULL) {
		see_acts(p, s, x, acts);
		sight.acts = acts;
	}
	for (int act = DT_SCENE_SECRET; act < DT_WORTH_ACTS && status == DT_OK;
	    act++)
		if (part[act] != DT_COMPLY_PARTS)
			status = look_at(p, s, act, part[act], &sight);
	return status;
}

enum dt_status
dt_parts_abstain(struct dt_parts *p, const struct dt_parts_sight *x)
{
	size_t s = p->graph.start, out = p->graph.abstain;
	if (p->graph.whole < DT_GRAPH_LEFT)
		return DT_OK;
	double base = now_in(x, x->now->comply, s);
	struct dt_comply_case one = { .agent = p->agent,
	    .part = DT_COMPLY_STAYED, .departure = DT_COMPLY_ABSTAIN,
	    .round = x->round, .where = dt_parts_standing(p, s, true),
	    .value = base * x->norm,
	    .departing = now_in(x, x->now->comply, out) * x->norm,
	    .worth = now_in(x, x->now->comply, out) - base,
	    .best = now_in(x, x->now->left, out) - base };
	one.gain = one.worth * x->norm;
	struct dt_parts_doubt doubt = dt_parts_doubt(p, s);
	return dt_parts_add(p, &one, &doubt, NULL);
}

static int
plan_in(const struct dt_parts *p, size_t s, const struct dt_parts_sight *x)
{
	return x->rounds != NULL ? dt_parts_rounds_plan(x->rounds, s) :
	    p->worth.plan[s];
}

/* Racing first, and leaving once it is found: where racing alone does not pay,
 * nor leaving alone. */
static enum dt_status
tell_plan(struct dt_parts *p, size_t s, const struct dt_parts_sight *sight)
{
	struct dt_parts_sight x = *sight;
	int act = plan_in(p, s, sight);
	struct departure d = { act, DT_COMPLY_STAYED, there_by(p, s, act,
	    sight), now_in(sight, sight->now->full, s) -
	    now_in(sight, sight->now->comply, s) };
	x.expected = true;
	x.doubt = dt_parts_doubt(p, s);
	return tell(p, &x, s, &d, NULL);
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
		double gain = now_in(x, x->now->full, s) -
		    now_in(x, x->now->comply, s);
		if ((mark[s] & DT_PARTS_EXPECTED) && gain > most &&
		    plan_in(p, s, x) != DT_SCENE_COMPLY) {
			most = gain;
			at = s;
		}
	}
	return at == SIZE_MAX ? DT_OK : tell_plan(p, at, x);
}
