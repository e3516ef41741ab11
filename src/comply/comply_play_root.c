/*
 * comply_play_root: where a slack by play is 0; see comply_play.h.
 */
#include "comply/comply_play.h"

#include <math.h>

#include "base/number.h"

/* Standard errors to each side. */
#define ERRORS 2.0

struct root {
	const struct dt_comply_play_dial *dial;
	struct dt_comply_play_request request;
	struct dt_comply_play_crossing *c;
	struct dt_error *err;
	enum dt_status status;
};

/* A slack and its error; NAN where nothing departs. */
struct point {
	double x, slack, error;
};

static struct point
look(struct root *r, double x)
{
	struct dt_comply_model model;
	struct dt_comply_verdict v = { 0 };
	struct point p = { x, NAN, NAN };
	if (r->status == DT_OK)
		r->status = r->dial->turn(r->dial->of, x, &model, r->err);
	if (r->status != DT_OK)
		return p;
	r->status = dt_comply_play(&model, &r->request, &v, r->err);
	p.slack = v.part[r->dial->part].slack;
	p.error = v.part[r->dial->part].error;
	dt_comply_verdict_free(&v);
	r->c->solves++;
	return p;
}

static double
shifted(struct point p, double errors)
{
	return p.slack + errors * p.error;
}

/* Where the slack and so many errors are 0, between two places at which they
 * differ in sign; an end, if they do not. */
static double
bisect(struct root *r, struct point a, struct point b, double errors)
{
	bool rises = r->c->rises;
	if ((shifted(a, errors) > 0) != !rises)
		return a.x;
	if ((shifted(b, errors) > 0) != rises)
		return b.x;
	while (r->status == DT_OK && b.x - a.x > r->dial->within) {
		struct point m = look(r, a.x + (b.x - a.x) / 2);
		if ((shifted(m, errors) > 0) == rises)
			b = m;
		else
			a = m;
	}
	return a.x + (b.x - a.x) / 2;
}

enum dt_status
dt_comply_play_root(const struct dt_comply_play_dial *dial,
    const struct dt_comply_play_request *request,
    struct dt_comply_play_crossing *c, struct dt_error *err)
{
	struct root r = { .dial = dial, .request = *request, .c = c,
	    .err = err };
	*c = (struct dt_comply_play_crossing){ .at = NAN, .low = NAN,
	    .high = NAN };
	r.request.parts = 1 << dial->part;
	struct point a = look(&r, dial->from), b = look(&r, dial->to);
	if (r.status != DT_OK || isnan(a.slack) || isnan(b.slack))
		return r.status;
	c->found = (a.slack > 0) != (b.slack > 0);
	c->rises = b.slack > 0;
	if (!c->found)
		return DT_OK;
	double one = bisect(&r, a, b, ERRORS), two = bisect(&r, a, b, -ERRORS);
	c->at = bisect(&r, a, b, 0);
	c->low = dt_number_min(one, two);
	c->high = dt_number_max(one, two);
	return r.status;
}
