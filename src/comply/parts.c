/* parts: agent by agent, and how many strikes are counted; see parts.h. */
#include "comply/parts_internal.h"

#include <stdio.h>

#include "base/memory.h"
#include "base/pool.h"
#include "comply/parts_seat.h"

/* States up to which answers are made sure by more strikes. */
enum { STATES_MANY = 60000 };

/* All signers, those that are like another apart. */
struct hall {
	const struct dt_parts *of;
	const int64_t *beyond;
	struct dt_parts_seat seats[DT_AGENTS_MOST];
	size_t n;
};

static enum dt_status
judge_seat(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct hall *hall = of;
	return dt_parts_seat_judge(&hall->seats[turn->item], hall->of,
	    hall->beyond, err);
}

static enum dt_status
judge_seats(struct hall *hall, int threads, struct dt_error *err)
{
	const struct dt_comply_model *m = hall->of->m;
	for (uint64_t set = m->signers; set != 0; set &= set - 1) {
		size_t agent = dt_move_first(set);
		if (dt_parts_twin(m, agent) == SIZE_MAX)
			hall->seats[hall->n++].agent = agent;
	}
	struct dt_pool_request request = { .n = hall->n,
	    .threads = threads > 1 ? threads : 1, .work = judge_seat,
	    .of = hall };
	return dt_pool_run(&request, err);
}

/* Agents one by one, whoever was ready first. */
static enum dt_status
merge_seats(struct dt_parts *p, struct hall *hall)
{
	struct dt_comply_verdict *v = p->v;
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < hall->n && status == DT_OK; k++)
		status = dt_parts_seat_merge(p, &hall->seats[k]);
	for (uint64_t set = p->m->signers; set != 0; set &= set - 1) {
		size_t twin = dt_parts_twin(p->m, dt_move_first(set));
		if (twin != SIZE_MAX)
			v->start[dt_move_first(set)] = v->start[twin];
	}
	return status;
}

static enum dt_status
judge(struct dt_parts *p, const int64_t beyond[2])
{
	struct hall *hall = dt_memory_new(1, sizeof(*hall));
	if (hall == NULL)
		return DT_ENOMEM;
	hall->of = p;
	hall->beyond = beyond;
	*p->v = (struct dt_comply_verdict){ .answer = DT_COMPLY_PERHAPS };
	dt_parts_told_start(p);
	enum dt_status status = judge_seats(hall, p->limits->threads, p->err);
	if (status == DT_OK)
		status = merge_seats(p, hall);
	if (status == DT_OK)
		dt_parts_find(p);
	for (size_t k = 0; k < hall->n; k++)
		dt_parts_seat_free(&hall->seats[k]);
	dt_memory_free(hall);
	return status;
}

size_t
dt_parts_judged(const struct dt_comply_model *m)
{
	size_t n = 0;
	for (uint64_t set = m->signers; set != 0; set &= set - 1)
		n += dt_parts_twin(m, dt_move_first(set)) == SIZE_MAX;
	return n;
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
	int64_t last = dt_terms_last_rung(&p->m->model.terms), enough = 0;
	for (int k = 0; k < DT_COMPLY_PARTS; k++)
		enough = p->enough[k] > enough ? p->enough[k] : enough;
	double states = (double)p->v->part[DT_COMPLY_KEPT].states *
	    (double)enough / (double)(last + beyond);
	return enough > last + beyond && states <= 2 *
	    DT_PARTS_STATES_SOME ? enough - last : 2 * beyond;
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
		if (other == DT_EUSAGE && p->limits->whole)
			return dt_status_fail(err, other, "%s", spare.message);
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

static void
not_asked(struct dt_comply_finding *f)
{
	f->answer = DT_COMPLY_PERHAPS;
	(void)snprintf(f->why, sizeof(f->why), "it was not asked");
}

enum dt_status
dt_parts_judge(const struct dt_comply_model *m,
    const struct dt_parts_limits *limits, struct dt_comply_verdict *v,
    struct dt_error *err)
{
	double outsider[DT_AGENTS_MOST] = { 0 };
	struct dt_parts p = { .m = m, .limits = limits, .outsider = outsider,
	    .v = v, .err = err, .brief = limits->path || limits->kept };
	*v = (struct dt_comply_verdict){ .answer = DT_COMPLY_PERHAPS };
	enum dt_status status = dt_parts_outsiders(m, outsider, err);
	if (status == DT_OK)
		status = judge_all(&p);
	if (status == DT_ENOMEM)
		return dt_status_no_memory(err);
	if (status != DT_OK)
		return status;
	if (limits->path || limits->kept)
		not_asked(&v->part[DT_COMPLY_CREDIBLE]);
	if (limits->kept)
		not_asked(&v->part[DT_COMPLY_STAYED]);
	dt_parts_conclude(v);
	if (!dt_comply_model_enters(m)) {
		v->answer = DT_COMPLY_NEVER;
		v->part[DT_COMPLY_STAYED].answer = DT_COMPLY_NEVER;
		v->holds = false;
	}
	return DT_OK;
}
