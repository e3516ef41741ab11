/* parts: agent by agent; see parts.h. */
#include "comply/parts_internal.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

/* What decides where more strikes are counted may have so many more; and a part
 * of all. */
enum { STRIKES_MORE = 16, STRIKES_SPARE = 16 };

/* States up to which answers are made sure by more strikes. */
enum { STATES_MANY = 60000 };

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
	if (status == DT_EUSAGE) {
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
 * more, as what binds then has more of them: else all would be gone through
 * again for the last twentieth. */
static void
count_strikes(struct dt_parts *p)
{
	double zero = dt_parts_zero(p);
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		const struct dt_comply_finding *f = &p->v->part[k];
		if (!f->found || !p->by_focal[k] ||
		    f->binding.agent != p->agent || !(f->off > zero))
			continue;
		int64_t enough = dt_strikes_enough(&p->strikes, STRIKES_MORE +
		    f->binding.where.strikes, zero / 4);
		enough += enough / STRIKES_SPARE;
		if (enough > p->enough)
			p->enough = enough;
	}
}

static enum dt_status
judge_agent(struct dt_parts *p, const int64_t beyond[2])
{
	p->keep = p->m->model.continuation_chance < 1 ?
	    p->m->patience[p->agent] : 1;
	p->looked = 0;
	enum dt_status status = dt_parts_build(p, beyond);
	if (status == DT_OK)
		status = p->keep < 1 ? dt_parts_agent(p) : dt_parts_ending(p);
	if (status == DT_OK) {
		bool left = p->graph.whole >= DT_GRAPH_LEFT;
		count_states(p);
		if (!left)
			tell_missing(p, DT_COMPLY_STAYED, "with a party that "
			    "has given notice it has too many states");
		if (!p->limits->path && !is_shown(p, DT_COMPLY_CREDIBLE)) {
			if (left)
				status = judge_others(p);
			else
				tell_missing(p, DT_COMPLY_CREDIBLE, "states "
				    "after another party's notice are too "
				    "many");
		}
		count_strikes(p);
	}
	dt_parts_release(p);
	return status;
}

static enum dt_status
judge(struct dt_parts *p, const int64_t beyond[2])
{
	struct dt_comply_verdict *v = p->v;
	enum dt_status status = DT_OK;
	*v = (struct dt_comply_verdict){ .answer = DT_COMPLY_PERHAPS };
	p->rounding = 0;
	p->enough = 0;
	p->scale = 1e-300;
	dt_index_free(&p->cases);
	if (!dt_index_start(&p->cases, DT_COMPLY_STATE_WORDS))
		return DT_ENOMEM;
	for (int k = 0; k < DT_COMPLY_PARTS; k++)
		p->shown[k] = p->open[k] = -1e300;
	for (uint64_t set = p->m->signers; set != 0 && status == DT_OK;
	    set &= set - 1) {
		p->agent = dt_move_first(set);
		size_t twin = dt_parts_twin(p->m, p->agent);
		if (twin == SIZE_MAX)
			status = judge_agent(p, beyond);
		else
			v->start[p->agent] = v->start[twin];
	}
	if (status == DT_OK)
		dt_parts_find(p);
	return status;
}

static bool
leaves_open(const struct dt_comply_verdict *v)
{
	bool some = v->part[DT_COMPLY_KEPT].states < DT_PARTS_STATES_SOME;
	if (v->part[DT_COMPLY_KEPT].states > STATES_MANY)
		return false;
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		const struct dt_comply_finding *f = &v->part[k];
		if (f->off > 0 && (some || f->answer == DT_COMPLY_PERHAPS))
			return true;
	}
	return false;
}

/* Whether strikes of the agent itself, or of others, leave an answer open. */
static bool
in_doubt(const struct dt_parts *p, bool by_focal)
{
	for (int k = 0; k < DT_COMPLY_PARTS; k++)
		if (p->v->part[k].off > 0 && p->by_focal[k] == by_focal)
			return true;
	return false;
}

/* Whether the one leaves an answer open that the other does not. */
static bool
says_less(const struct dt_comply_verdict *v,
    const struct dt_comply_verdict *than)
{
	for (int k = 0; k < DT_COMPLY_PARTS; k++)
		if (v->part[k].answer == DT_COMPLY_PERHAPS &&
		    than->part[k].answer != DT_COMPLY_PERHAPS)
			return true;
	return false;
}

/* As many strikes of the agent itself as are enough, where so many states are
 * not too many; else twice as many. */
static int64_t
more_strikes(const struct dt_parts *p, int64_t beyond)
{
	int64_t last = dt_terms_last_rung(&p->m->model.terms);
	double states = (double)p->v->part[DT_COMPLY_KEPT].states *
	    (double)p->enough / (double)(last + beyond);
	return p->enough > last + beyond && states <= 2 *
	    DT_PARTS_STATES_SOME ? p->enough - last : 2 * beyond;
}

/* With more strikes where that could say more, as far as the limits let. */
static enum dt_status
judge_all(struct dt_parts *p)
{
	struct dt_comply_verdict *v = p->v, more;
	struct dt_error *err = p->err, spare;
	int64_t beyond[2] = { DT_PARTS_BEYOND, DT_PARTS_BEYOND_FOCAL };
	enum dt_status status = judge(p, beyond);
	for (int k = 0; k < DT_PARTS_TRIES && status == DT_OK &&
	    leaves_open(v); k++) {
		if (in_doubt(p, true))
			beyond[1] = more_strikes(p, beyond[1]);
		if (in_doubt(p, false))
			beyond[0] += 2;
		p->v = &more;
		p->err = &spare;
		enum dt_status other = judge(p, beyond);
		p->v = v;
		p->err = err;
		bool better = other == DT_OK && !says_less(&more, v);
		dt_comply_verdict_free(better ? v : &more);
		if (!better)
			return other == DT_ENOMEM ? other : DT_OK;
		*v = more;
	}
	return status;
}

void
dt_parts_conclude(struct dt_comply_verdict *v)
{
	const struct dt_comply_finding *kept = &v->part[DT_COMPLY_KEPT],
	    *stayed = &v->part[DT_COMPLY_STAYED],
	    *credible = &v->part[DT_COMPLY_CREDIBLE], *binds = kept;
	v->perfect = credible->answer == DT_COMPLY_YES;
	if (kept->answer == DT_COMPLY_NO || stayed->answer == DT_COMPLY_NO)
		v->answer = DT_COMPLY_NO;
	else if (kept->answer != DT_COMPLY_YES ||
	    stayed->answer != DT_COMPLY_YES)
		v->answer = DT_COMPLY_PERHAPS;
	else
		v->answer = v->perfect ? DT_COMPLY_YES : DT_COMPLY_BUT;
	if (!kept->found || (stayed->found && (stayed->slack < kept->slack ||
	    (stayed->answer == DT_COMPLY_NO && kept->answer != DT_COMPLY_NO))))
		binds = stayed;
	v->binding = binds->binding;
	v->slack = binds->slack;
	v->cut = binds->off;
	v->beyond = credible->binding;
	v->holds = v->answer == DT_COMPLY_YES || v->answer == DT_COMPLY_BUT;
	v->states = v->samples = 0;
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		if (v->part[k].states > v->states)
			v->states = v->part[k].states;
		v->samples += v->part[k].samples;
	}
	if (v->answer == DT_COMPLY_PERHAPS)
		(void)snprintf(v->why, sizeof(v->why), "%s",
		    kept->answer == DT_COMPLY_PERHAPS ? kept->why :
		    stayed->why);
}

enum dt_status
dt_parts_judge(const struct dt_comply_model *m,
    const struct dt_parts_limits *limits, struct dt_comply_verdict *v,
    struct dt_error *err)
{
	double outsider[DT_AGENTS_MOST] = { 0 };
	struct dt_parts p = { .m = m, .limits = limits, .outsider = outsider,
	    .v = v, .err = err, .brief = limits->path };
	*v = (struct dt_comply_verdict){ .answer = DT_COMPLY_PERHAPS };
	enum dt_status status = dt_parts_outsiders(m, outsider, err);
	if (status == DT_OK)
		status = judge_all(&p);
	dt_index_free(&p.cases);
	if (status == DT_ENOMEM)
		return dt_status_no_memory(err);
	if (status != DT_OK)
		return status;
	if (limits->path) {
		struct dt_comply_finding *threats =
		    &v->part[DT_COMPLY_CREDIBLE];
		threats->answer = DT_COMPLY_PERHAPS;
		(void)snprintf(threats->why, sizeof(threats->why),
		    "it was not asked");
	}
	dt_parts_conclude(v);
	if (!dt_comply_model_enters(m)) {
		v->answer = DT_COMPLY_NEVER;
		v->part[DT_COMPLY_STAYED].answer = DT_COMPLY_NEVER;
		v->holds = false;
	}
	return DT_OK;
}
