/* parts_cases: departures gathered, and what they come to; see parts.h. */
#include "comply/parts_internal.h"

#include <math.h>
#include <stdio.h>

#include "base/memory.h"
#include "base/number.h"

/* Of cases that look alike to the agent the one of most worth stays. *number:
 * of it, from 1 on; or NULL. */
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
	if (id == known || one->best > v->cases[id].best)
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
	}
}
