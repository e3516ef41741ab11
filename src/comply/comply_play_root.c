/*
 * comply_play_root: how far a treaty that is played holds, one quantity turned;
 * see comply_play_root.h.
 */
#include "comply/comply_play_root.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

/* Looks along the range, and at a change of sign; standard errors that show a
 * sign. */
enum { LOOKS = 9, CLOSER = 6, MOST = 256 };
#define ERRORS 3.0

/* Of the range: so near is as good as there. */
#define NEAR 5e-4

struct point {
	double x, slack[DT_DIAL_PARTS], error[DT_DIAL_PARTS];
};

struct root {
	const struct dt_dial *dial;
	struct dt_comply_play_request request;
	struct point *point;            /* rising in x */
	size_t n;
	struct dt_error *err;
	enum dt_status status;
};

/* Nothing to depart from loses nothing. */
static void
read_verdict(const struct dt_comply_verdict *v, struct point *p)
{
	static const enum dt_comply_part part[] = { [DT_DIAL_KEPT] =
	    DT_COMPLY_KEPT, [DT_DIAL_STAYED] = DT_COMPLY_STAYED };
	for (int k = 0; k < DT_DIAL_HOLDS; k++) {
		const struct dt_comply_finding *f = &v->part[part[k]];
		p->slack[k] = f->found ? f->slack : INFINITY;
		p->error[k] = f->found ? f->error : 0;
	}
	if (v->answer == DT_COMPLY_NEVER)
		p->slack[DT_DIAL_STAYED] = -INFINITY;
	int least = p->slack[DT_DIAL_STAYED] < p->slack[DT_DIAL_KEPT] ?
	    DT_DIAL_STAYED : DT_DIAL_KEPT;
	p->slack[DT_DIAL_HOLDS] = p->slack[least];
	p->error[DT_DIAL_HOLDS] = p->error[least];
}

/* The point at x, new or known; NULL: the model cannot have this value, or
 * memory is out. Those before may move. */
static const struct point *
look(struct root *r, double x)
{
	const struct dt_comply_model *model = NULL;
	struct dt_comply_verdict v = { 0 };
	struct dt_error not_there;
	size_t at = 0;
	while (at < r->n && r->point[at].x < x)
		at++;
	if (at < r->n && r->point[at].x == x)
		return &r->point[at];
	if (r->n == MOST || r->status != DT_OK)
		return NULL;
	enum dt_status status = r->dial->turn(r->dial->of, x, &model,
	    &not_there);
	if (status == DT_OK)
		status = dt_comply_play(model, &r->request, &v, &not_there);
	struct point p = { .x = x };
	if (status == DT_OK)
		read_verdict(&v, &p);
	dt_comply_verdict_free(&v);
	if (status == DT_ENOMEM)
		r->status = dt_status_no_memory(r->err);
	if (status != DT_OK)
		return NULL;
	memmove(r->point + at + 1, r->point + at,
	    (r->n++ - at) * sizeof(*r->point));
	r->point[at] = p;
	return &r->point[at];
}

/* The k-th share of the range; half of the looks along what is left before 1,
 * or near 0, where a quantity matters most. */
static double
place_of(const struct dt_dial *d, int k)
{
	double t = (double)k / (LOOKS - 1), span = d->to - d->from;
	if (d->near_zero)
		t = t * t * t;
	else if (d->near_one && t > .5)
		t = (1 - .1 * pow(10 * (1 - d->to), 2 * t - 1) - d->from) /
		    span;
	else if (d->near_one)
		t *= 2 * (.9 - d->from) / span;
	double x = k == LOOKS - 1 ? d->to : d->from + span * t;
	return d->whole ? round(x) : x;
}

/* 1: it holds, -1: it does not, 0: errors leave it open. */
static int
sign_of(const struct point *p, int part)
{
	double by = ERRORS * p->error[part];
	return p->slack[part] > by ? 1 : p->slack[part] < -by ? -1 : 0;
}

/* From point k on the next whose sign is shown; n if there is none. */
static size_t
next_shown(const struct root *r, size_t k, int part)
{
	while (k < r->n && sign_of(&r->point[k], part) == 0)
		k++;
	return k;
}

/* The next two points, from k on, of other signs, with none shown between
 * them. False: there are none. */
static bool
next_change(const struct root *r, size_t k, int part, size_t *a, size_t *b)
{
	*a = next_shown(r, k, part);
	while (*a < r->n) {
		*b = next_shown(r, *a + 1, part);
		if (*b >= r->n)
			return false;
		if (sign_of(&r->point[*a], part) !=
		    sign_of(&r->point[*b], part))
			return true;
		*a = *b;
	}
	return false;
}

/* Where a straight line between two points is 0; their middle, where one has
 * no bounds. */
static double
line_is_zero(const struct point *a, const struct point *b, int part)
{
	double u = a->slack[part], w = b->slack[part], share = u / (u - w);
	return a->x + (isfinite(share) ? share : .5) * (b->x - a->x);
}

/* Of two points of other signs the end between them: where the line through
 * those beside the change of the slack's own sign is 0. */
static double
end_between(const struct root *r, size_t a, size_t b, int part)
{
	bool before = r->point[a].slack[part] > 0;
	size_t k = a;
	while (k + 1 < b && (r->point[k + 1].slack[part] > 0) == before)
		k++;
	return line_is_zero(&r->point[k], &r->point[k + 1], part);
}

/* Where to look between them: where the line is 0, and not too near; of what
 * is open already the middle of the wider side. */
static double
place_between(const struct root *r, size_t a, size_t b, int part)
{
	double low = r->point[a].x, high = r->point[b].x;
	double at = end_between(r, a, b, part), span = high - low;
	if (b == a + 1)
		at = dt_number_max(low + .1 * span,
		    dt_number_min(high - .1 * span, at));
	else if (r->point[a + 1].x - low > high - r->point[b - 1].x)
		at = (low + r->point[a + 1].x) / 2;
	else
		at = (high + r->point[b - 1].x) / 2;
	at = r->dial->whole ? round(at) : at;
	return at > low && at < high ? at : floor((low + high) / 2);
}

/* Closer to each change, until it is near, or so often. */
static void
look_closer(struct root *r, int part)
{
	double near = r->dial->whole ? 1 : NEAR * (r->dial->to -
	    r->dial->from);
	size_t a, b;
	for (size_t k = 0; next_change(r, k, part, &a, &b); k = b) {
		double low = r->point[a].x;
		for (int n = 0; n < CLOSER; n++) {
			if (r->point[b].x - r->point[a].x <= near)
				break;
			size_t before = r->n;
			(void)look(r, place_between(r, a, b, part));
			if (r->n == before || r->status != DT_OK)
				break;
			a = 0;
			while (r->point[a].x < low)
				a++;
			(void)next_change(r, a, part, &a, &b);
			low = r->point[a].x;
		}
	}
}

static struct dt_dial_end
end_at(const struct root *r, size_t a, size_t b, int part)
{
	struct dt_dial_end end = { .at = end_between(r, a, b, part) };
	if (r->dial->whole)
		end.at = r->point[sign_of(&r->point[a], part) > 0 ? a : b].x;
	end.step = dt_number_max(end.at - r->point[a].x,
	    r->point[b].x - end.at);
	return end;
}

static struct dt_dial_end
edge_at(double x)
{
	return (struct dt_dial_end){ .at = x, .edge = true, .step = NAN };
}

/* Nothing where no sign is shown; from the first that is, it is taken to be so
 * to the edge. */
static void
collect(const struct root *r, int part, struct dt_dial_stretches *to)
{
	size_t k = next_shown(r, 0, part), a, b;
	bool holds = k < r->n && sign_of(&r->point[k], part) > 0;
	if (holds)
		to->low[0] = edge_at(r->point[0].x);
	for (; to->n < DT_DIAL_STRETCHES &&
	    next_change(r, k, part, &a, &b); k = b) {
		struct dt_dial_end end = end_at(r, a, b, part);
		if (holds)
			to->high[to->n++] = end;
		else
			to->low[to->n] = end;
		holds = !holds;
	}
	if (holds && to->n < DT_DIAL_STRETCHES)
		to->high[to->n++] = edge_at(r->point[r->n - 1].x);
}

static enum dt_status
find(struct root *r, struct dt_dial_found *found)
{
	const struct dt_dial *d = r->dial;
	if (d->now >= d->from && d->now <= d->to)
		(void)look(r, d->now);
	for (int k = 0; k < LOOKS; k++)
		(void)look(r, place_of(d, k));
	if (r->status == DT_OK && r->n == 0)
		return dt_status_fail(r->err, DT_EUSAGE, "nowhere along the "
		    "range was there an answer");
	for (int part = DT_DIAL_PARTS - 1; part >= 0; part--)
		look_closer(r, part);
	if (r->status != DT_OK)
		return r->status;
	found->from = r->point[0].x;
	found->to = r->point[r->n - 1].x;
	found->looks = r->n;
	for (int part = 0; part < DT_DIAL_PARTS; part++)
		collect(r, part, &found->part[part]);
	return DT_OK;
}

enum dt_status
dt_comply_play_root(const struct dt_dial *dial,
    const struct dt_comply_play_request *request, struct dt_dial_found *found,
    struct dt_error *err)
{
	struct root r = { .dial = dial, .request = *request, .err = err,
	    .point = dt_memory_new(MOST, sizeof(*r.point)) };
	*found = (struct dt_dial_found){ .from = dial->from };
	r.request.parts = 1 << DT_COMPLY_KEPT | 1 << DT_COMPLY_STAYED;
	enum dt_status status = r.point == NULL ? dt_status_no_memory(err) :
	    find(&r, found);
	dt_memory_free(r.point);
	return status;
}
