/* dial_root: one value, and closer to where an answer changes; see dial.h. */
#include "comply/dial_internal.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_roots.h>
#include <math.h>
#include <string.h>

#include "base/number.h"

enum { STEPS_MOST = 80, FOLLOWED_MOST = 24 };

/* The first look that is not before a value. */
static size_t
place_of(const struct dt_dial_search *s, double x)
{
	size_t low = 0, high = s->n;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (s->look[middle].x < x)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
reckon(struct dt_dial_search *s, double x, struct dt_dial_look *look)
{
	const struct dt_comply_model *model;
	struct dt_gain_value value;
	struct dt_error err;
	enum dt_status status = s->dial->turn(s->dial->of, x, &model, &err);
	if (status == DT_OK)
		status = dt_gain_at(s->gain, model, &value, &err);
	if (status == DT_ENOMEM || status == DT_ESTOPPED)
		s->status = status;
	if (status != DT_OK) {
		*s->err = err;
		return false;
	}
	if (!value.whole) {
		value.kept -= value.off;
		value.stayed -= value.off;
		s->open = s->open || !(value.kept > 0 && value.stayed > 0);
	}
	*look = (struct dt_dial_look){ x, { value.kept, value.stayed } };
	if (!value.enters)
		look->gain[DT_DIAL_STAYED] = 1e30;
	look->gain[DT_DIAL_HOLDS] = dt_number_max(value.kept,
	    look->gain[DT_DIAL_STAYED]);
	return true;
}

size_t
dt_dial_look(struct dt_dial_search *s, double x)
{
	struct dt_dial_look look;
	size_t k = place_of(s, x);
	if (k < s->n && s->look[k].x == x)
		return k;
	if (s->status != DT_OK || s->open || s->n >= DT_DIAL_LOOKS_MOST ||
	    !reckon(s, x, &look))
		return SIZE_MAX;
	memmove(s->look + k + 1, s->look + k, (s->n - k) * sizeof(look));
	s->look[k] = look;
	s->n++;
	return k;
}

struct target {
	struct dt_dial_search *search;
	enum dt_dial_part part;
	double cap;                     /* what is greater counts as this */
};

/* As brent's method asks for it. Where nothing is known it is neither. */
static double
value_at(double x, void *of)
{
	struct target *t = of;
	size_t k = dt_dial_look(t->search, x);
	double gain = k == SIZE_MAX ? 0 : t->search->look[k].gain[t->part];
	return dt_number_max(dt_number_min(gain, t->cap), -t->cap);
}

static bool
changes(const struct dt_dial_search *s, size_t k, enum dt_dial_part part)
{
	return k + 1 < s->n && (s->look[k].gain[part] <= 0) !=
	    (s->look[k + 1].gain[part] <= 0);
}

/* By Brent's method, which needs no slope and does not leave the bracket. */
static double
find_root(struct dt_dial_search *s, size_t k, enum dt_dial_part part)
{
	double a = s->look[k].x, b = s->look[k + 1].x, at = (a + b) / 2;
	struct target t = { s, part, 1e3 * dt_number_max(1e-9,
	    dt_number_min(fabs(s->look[k].gain[part]),
	    fabs(s->look[k + 1].gain[part]))) };
	gsl_function f = { value_at, &t };
	gsl_root_fsolver *brent =
	    gsl_root_fsolver_alloc(gsl_root_fsolver_brent);
	if (brent == NULL) {
		s->status = dt_status_no_memory(s->err);
		return at;
	}
	int status = gsl_root_fsolver_set(brent, &f, a, b);
	for (int i = 0; i < STEPS_MOST && status == GSL_SUCCESS &&
	    s->status == DT_OK; i++) {
		status = gsl_root_fsolver_iterate(brent);
		at = gsl_root_fsolver_root(brent);
		if (gsl_root_test_interval(gsl_root_fsolver_x_lower(brent),
		    gsl_root_fsolver_x_upper(brent), 1e-3 * s->hair,
		    1e-13) == GSL_SUCCESS)
			break;
	}
	gsl_root_fsolver_free(brent);
	return at;
}

/* Numbers: until the two are neighbours. */
static void
halve(struct dt_dial_search *s, double a, double b, enum dt_dial_part part)
{
	size_t k = dt_dial_look(s, a);
	bool at_a = k != SIZE_MAX && s->look[k].gain[part] <= 0;
	while (b - a > 1) {
		double middle = floor((a + b) / 2);
		k = dt_dial_look(s, middle);
		if (k == SIZE_MAX)
			return;
		if ((s->look[k].gain[part] <= 0) == at_a)
			a = middle;
		else
			b = middle;
	}
}

double
dt_dial_root(const struct dt_dial_search *s, size_t k)
{
	double a = s->look[k].x, b = s->look[k + 1].x;
	for (size_t r = 0; r < s->roots; r++)
		if (s->root[r] >= a && s->root[r] <= b)
			return s->root[r];
	return (a + b) / 2;
}

/* The root of a change, and looks so close to it that other answers which
 * change there need no search of their own. */
static void
narrow(struct dt_dial_search *s, size_t k, enum dt_dial_part part)
{
	double a = s->look[k].x, b = s->look[k + 1].x;
	if (s->dial->whole) {
		halve(s, a, b, part);
		return;
	}
	if (b - a <= 3 * s->hair || s->roots == DT_DIAL_ROOTS)
		return;
	double at = find_root(s, k, part);
	if (s->status != DT_OK)
		return;
	s->root[s->roots++] = at;
	if (at - s->hair > a)
		(void)dt_dial_look(s, at - s->hair);
	if (at + s->hair < b)
		(void)dt_dial_look(s, at + s->hair);
}

/* Where the line through two looks meets that through two later ones. */
static double
meet(const struct dt_dial_look *l, size_t k, enum dt_dial_part part,
    double sign)
{
	double x = l[k + 1].x, y = sign * l[k + 1].gain[part];
	double down = (y - sign * l[k].gain[part]) / (x - l[k].x);
	double up = sign * (l[k + 3].gain[part] - l[k + 2].gain[part]) /
	    (l[k + 3].x - l[k + 2].x);
	double back = sign * l[k + 2].gain[part] - up * (l[k + 2].x - x);
	return up > down ? y + down * (back - y) / (down - up) : -INFINITY;
}

/* Around a look a convex gain is not less than where the lines through its
 * neighbours meet. */
static bool
may_change(const struct dt_dial_search *s, size_t k, enum dt_dial_part part,
    double sign)
{
	if (k < 2 || k + 2 >= s->n)
		return true;
	return meet(s->look, k - 2, part, sign) <= 0 ||
	    meet(s->look, k - 1, part, sign) <= 0;
}

/* Down to the least gain around a look, until it is one no more, or the lines
 * around it, which come closer and closer, say that it changes nothing. */
static void
follow(struct dt_dial_search *s, size_t k, enum dt_dial_part part,
    double sign)
{
	double a = s->look[k - 1].x, m = s->look[k].x, b = s->look[k + 1].x;
	double least = sign * s->look[k].gain[part];
	for (int i = 0; i < FOLLOWED_MOST && s->status == DT_OK; i++) {
		bool right = b - m > m - a;
		double x = right ? m + .382 * (b - m) : m - .382 * (m - a);
		if (s->dial->whole)
			x = round(x);
		if (x == m || x == a || x == b ||
		    b - a <= 1e3 * s->hair)
			return;
		size_t at = dt_dial_look(s, x);
		if (at == SIZE_MAX)
			return;
		double here = sign * s->look[at].gain[part];
		if (here < least) {
			*(right ? &a : &b) = m;
			m = x;
			least = here;
		} else {
			*(right ? &b : &a) = x;
		}
		if (sign > 0 ? least <= 0 : least < 0)
			return;
		if (!may_change(s, dt_dial_look(s, m), part, sign))
			return;
	}
}

/* A look that gains less than its neighbours, or more, without a change. */
static bool
is_turn(const struct dt_dial_search *s, size_t k, enum dt_dial_part part,
    double sign)
{
	double a = sign * s->look[k - 1].gain[part],
	    m = sign * s->look[k].gain[part],
	    b = sign * s->look[k + 1].gain[part];
	bool same = (a <= 0) == (m <= 0) && (b <= 0) == (m <= 0);
	return same && (sign > 0) == (s->look[k].gain[part] > 0) && m < a &&
	    m <= b && fabs(m) < 1e29;
}

void
dt_dial_roots(struct dt_dial_search *s)
{
	double turns[DT_DIAL_ROOTS];
	for (int p = DT_DIAL_PARTS - 1; p >= 0; p--) {
		enum dt_dial_part part = (enum dt_dial_part)p;
		for (double sign = 1; sign >= -1; sign -= 2) {
			size_t n = 0;
			for (size_t k = 1; k + 1 < s->n; k++)
				if (n < DT_DIAL_ROOTS &&
				    is_turn(s, k, part, sign) &&
				    may_change(s, k, part, sign))
					turns[n++] = s->look[k].x;
			while (n > 0 && s->status == DT_OK) {
				size_t k = dt_dial_look(s, turns[--n]);
				if (k > 0 && k + 1 < s->n)
					follow(s, k, part, sign);
			}
		}
		for (size_t k = 0; k < s->n && s->status == DT_OK; k++)
			if (changes(s, k, part))
				narrow(s, k, part);
	}
}
