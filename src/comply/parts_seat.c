/* parts_seat: see parts_seat.h. */
#include "comply/parts_seat.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"

/* What decides where more strikes are counted may have so many more; and a part
 * of all. */
enum { STRIKES_MORE = 16, STRIKES_SPARE = 3 };

void
dt_parts_told_start(struct dt_parts *p)
{
	p->rounding = 0;
	p->scale = 1e-300;
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		p->shown[k] = p->open[k] = -1e300;
		p->enough[k] = 0;
	}
}

/* All but the verdict. */
static void
take(const struct dt_parts *p, struct dt_parts_told *told)
{
	memcpy(told->shown, p->shown, sizeof(told->shown));
	memcpy(told->open, p->open, sizeof(told->open));
	memcpy(told->sure, p->sure, sizeof(told->sure));
	memcpy(told->by_focal, p->by_focal, sizeof(told->by_focal));
	memcpy(told->enough, p->enough, sizeof(told->enough));
	told->scale = p->scale;
	told->rounding = p->rounding;
}

/* A verdict's cases go behind those of another. */
static enum dt_status
add_cases(struct dt_comply_verdict *to, const struct dt_comply_verdict *from)
{
	size_t n = to->n_cases + from->n_cases;
	if (!dt_memory_reserve(&to->cases, &to->room, n, sizeof(*to->cases)))
		return DT_ENOMEM;
	if (from->n_cases > 0)
		memcpy(to->cases + to->n_cases, from->cases, from->n_cases *
		    sizeof(*to->cases));
	to->n_cases = n;
	return DT_OK;
}

/* What stands before others' notice is looked at. */
static enum dt_status
keep_early(const struct dt_parts *p, struct dt_parts_seat *seat)
{
	struct dt_comply_verdict *v = &seat->early.v;
	seat->others = true;
	take(p, &seat->early);
	*v = *p->v;
	v->cases = NULL;
	v->n_cases = v->room = 0;
	return add_cases(v, p->v);
}

/* What was not walked leaves its answer open. */
static void
tell_missing(struct dt_parts *p, enum dt_comply_part part, const char *what)
{
	struct dt_comply_finding *f = &p->v->part[part];
	f->answer = DT_COMPLY_PERHAPS;
	(void)snprintf(f->why, sizeof(f->why), "%s", what);
}

static bool
is_shown(const struct dt_parts *p, enum dt_comply_part part)
{
	return p->shown[part] > 1e-9 * p->scale;
}

/* How many states each answer is of. */
static void
count_states(struct dt_parts *p)
{
	static const enum dt_graph_part needed[] = {
		[DT_COMPLY_KEPT] = DT_GRAPH_KEPT,
		[DT_COMPLY_STAYED] = DT_GRAPH_LEFT,
		[DT_COMPLY_CREDIBLE] = DT_GRAPH_OTHER };
	const struct dt_graph *g = &p->graph;
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		size_t n = g->end[needed[k] <= g->whole ? needed[k] :
		    g->whole];
		if (n > p->v->part[k].states)
			p->v->part[k].states = n;
	}
	if (g->standings.cut)
		p->v->strikes = g->standings.strikes_most[1];
}

/* So many rounds of another's notice. DT_EUSAGE: that is too much. */
static enum dt_status
judge_notice(struct dt_parts *p, int64_t notice)
{
	size_t from = p->looked = p->graph.done;
	enum dt_status status = dt_graph_others(&p->graph, notice, p->err);
	if (status == DT_EUSAGE && !p->limits->whole) {
		tell_missing(p, DT_COMPLY_CREDIBLE, "states after another "
		    "party's notice are too many");
		return DT_OK;
	}
	if (status == DT_OK)
		status = dt_parts_put(p, p->keep < 1 ? from : 0);
	if (status == DT_OK)
		status = p->keep < 1 ? dt_parts_others(p, from) :
		    dt_parts_ending(p);
	count_states(p);
	return status;
}

/* States after others' notice bear on one answer alone, and are many: they are
 * looked at if that is not no already, those of its last round and after it
 * first. What is too many without the rounds before is so with them. */
static enum dt_status
judge_others(struct dt_parts *p)
{
	const struct dt_terms *t = &p->m->model.terms;
	bool rounds = t->may_withdraw && t->notice > 0;
	enum dt_status status = judge_notice(p, 0);
	if (status == DT_OK && rounds && !is_shown(p, DT_COMPLY_CREDIBLE) &&
	    p->v->part[DT_COMPLY_CREDIBLE].why[0] == '\0')
		status = judge_notice(p, t->notice);
	return status;
}

/* How many strikes of its own are to be counted for what is in doubt, and some
 * more, as what binds then has more of them, by up to a third of those: else all
 * would be gone through again. */
static void
count_strikes(struct dt_parts *p)
{
	double zero = dt_parts_zero(p);
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		const struct dt_comply_finding *f = &p->v->part[k];
		p->enough[k] = 0;
		if (!f->found || !p->by_focal[k] || !(f->off > zero))
			continue;
		int64_t enough = dt_strikes_enough(&p->strikes, STRIKES_MORE +
		    f->binding.where.strikes, zero / 4);
		enough += enough / STRIKES_SPARE;
		p->enough[k] = enough;
	}
}

static enum dt_status
judge_after(struct dt_parts *p, struct dt_parts_seat *seat)
{
	bool left = p->graph.whole >= DT_GRAPH_LEFT;
	count_states(p);
	count_strikes(p);
	if (p->limits->kept)
		return DT_OK;
	if (!left && p->limits->whole)
		return dt_parts_must_leave(p);
	if (!left)
		tell_missing(p, DT_COMPLY_STAYED, "with a party that has given "
		    "notice it has too many states");
	if (p->limits->path || is_shown(p, DT_COMPLY_CREDIBLE))
		return DT_OK;
	if (!left) {
		tell_missing(p, DT_COMPLY_CREDIBLE, "states after another "
		    "party's notice are too many");
		return DT_OK;
	}
	enum dt_status status = keep_early(p, seat);
	if (status == DT_OK)
		status = judge_others(p);
	if (status == DT_OK)
		count_strikes(p);
	return status;
}

static enum dt_status
judge_agent(struct dt_parts *p, struct dt_parts_seat *seat,
    const int64_t beyond[2])
{
	p->keep = dt_parts_keep(p);
	enum dt_status status = dt_parts_build(p, beyond);
	if (status == DT_OK)
		status = p->keep < 1 ? dt_parts_agent(p) : dt_parts_ending(p);
	if (status == DT_OK)
		status = judge_after(p, seat);
	dt_parts_release(p);
	return status;
}

enum dt_status
dt_parts_seat_judge(struct dt_parts_seat *seat, const struct dt_parts *of,
    const int64_t beyond[2], struct dt_error *err)
{
	struct dt_parts p = { .m = of->m, .limits = of->limits,
	    .outsider = of->outsider, .v = &seat->all.v, .err = err,
	    .brief = of->brief, .agent = seat->agent };
	seat->all.v.answer = DT_COMPLY_PERHAPS;
	dt_parts_told_start(&p);
	enum dt_status status = dt_index_start(&p.cases,
	    DT_COMPLY_STATE_WORDS) ? judge_agent(&p, seat, beyond) :
	    DT_ENOMEM;
	take(&p, &seat->all);
	dt_index_free(&p.cases);
	return status;
}

void
dt_parts_seat_free(struct dt_parts_seat *seat)
{
	dt_comply_verdict_free(&seat->all.v);
	dt_comply_verdict_free(&seat->early.v);
}

static void
merge_part(struct dt_parts *p, const struct dt_parts_told *told,
    enum dt_comply_part k)
{
	const struct dt_comply_finding *from = &told->v.part[k];
	struct dt_comply_finding *f = &p->v->part[k];
	f->states = from->states > f->states ? from->states : f->states;
	if (from->why[0] != '\0')
		tell_missing(p, k, from->why);
	if (from->found && (!f->found || dt_parts_binds_more(p,
	    from->binding.best, from->binding.shown, &f->binding))) {
		f->binding = from->binding;
		f->off = from->off;
		f->found = true;
		p->by_focal[k] = told->by_focal[k];
		if (told->enough[k] > p->enough[k])
			p->enough[k] = told->enough[k];
	}
	if (told->shown[k] > p->shown[k]) {
		p->shown[k] = told->shown[k];
		p->sure[k] = told->sure[k];
	}
	p->open[k] = dt_number_max(p->open[k], told->open[k]);
}

/* Whether the answer about threats was shown by the agents before. */
static bool
was_shown(const struct dt_parts *p, const struct dt_parts_seat *seat)
{
	return p->shown[DT_COMPLY_CREDIBLE] > 1e-9 * dt_number_max(p->scale,
	    seat->early.scale);
}

enum dt_status
dt_parts_seat_merge(struct dt_parts *p, const struct dt_parts_seat *seat)
{
	const struct dt_parts_told *told = seat->others && was_shown(p, seat) ?
	    &seat->early : &seat->all;
	struct dt_comply_verdict *v = p->v;
	p->scale = dt_number_max(p->scale, told->scale);
	p->rounding = dt_number_max(p->rounding, told->rounding);
	for (int k = 0; k < DT_COMPLY_PARTS; k++)
		merge_part(p, told, (enum dt_comply_part)k);
	v->start[seat->agent] = told->v.start[seat->agent];
	if (told->v.strikes > v->strikes)
		v->strikes = told->v.strikes;
	/* The first round in which any of them departs. */
	if (told->v.unravels > 0 && (v->unravels == 0 ||
	    told->v.unravels < v->unravels))
		v->unravels = told->v.unravels;
	return add_cases(v, &told->v);
}
