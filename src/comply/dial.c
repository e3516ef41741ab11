/* dial: looks along the range; see dial.h. */
#include "comply/dial_internal.h"

#include <math.h>

#include "base/memory.h"

enum { LAST_ROUNDS = 2 };

const char *const dt_dial_part_words[] = { "kept", "stayed", "holds", NULL };

/* The k-th share of the range to look at. */
static double
share_of(const struct dt_dial *d, int k)
{
	double t = (double)k / (double)(d->looks - 1);
	double span = d->to - d->from;
	if (d->near_zero)
		return t * t * t;
	/* Half of them along what is left before 1. */
	if (d->near_one && t > .5)
		return (1 - .1 * pow(10 * (1 - d->to), 2 * t - 1) - d->from) /
		    span;
	return d->near_one ? 2 * t * (.9 - d->from) / span : t;
}

static void
look_along(struct dt_dial_search *s)
{
	const struct dt_dial *d = s->dial;
	double span = d->to - d->from;
	bool each = d->whole && span < d->looks;
	int n = each ? (int)span + 1 : d->looks;
	/* As it is now: there it is seen how many strikes must be counted. */
	if (d->now >= d->from && d->now <= d->to)
		(void)dt_dial_look(s, d->now);
	for (int k = 0; k < n; k++) {
		double x = each ? d->from + k : d->from + span *
		    share_of(d, k);
		if (d->whole)
			x = round(x);
		(void)dt_dial_look(s, k == n - 1 ? d->to : x);
	}
	/* At its ends a range may be another than beside them. */
	if (!d->whole) {
		(void)dt_dial_look(s, d->from + s->hair);
		(void)dt_dial_look(s, d->to - s->hair);
	}
}

static struct dt_dial_end
end_at(double at)
{
	return (struct dt_dial_end){ .at = at, .step = NAN };
}

/* A gap no wider than what counts as one value is none: where one departure
 * takes over from another both may be seen as gaining there. */
static bool
goes_on(const struct dt_dial_search *s, const struct dt_dial_stretches *to,
    const struct dt_dial_end *low)
{
	return to->n > 0 && !s->dial->whole && !to->high[to->n - 1].open &&
	    !low->open && low->at - to->high[to->n - 1].at <= 4 * s->hair;
}

/* Between looks k and k + 1, the first or the second of which holds. */
static struct dt_dial_end
find_end(const struct dt_dial_search *s, size_t k, bool first)
{
	double in = s->look[first ? k : k + 1].x;
	double out = s->look[first ? k + 1 : k].x;
	bool at_edge = k == 0 || k + 2 == s->n;
	struct dt_dial_end end = end_at(in);
	if (s->dial->whole)
		return end;
	if (at_edge && fabs(out - in) <= 1.5 * s->hair) {
		bool edge_out = out == s->look[0].x ||
		    out == s->look[s->n - 1].x;
		end.at = edge_out ? out : in;
		end.open = edge_out;
		return end;
	}
	end.at = dt_dial_root(s, k);
	return end;
}

static void
collect(const struct dt_dial_search *s, enum dt_dial_part part,
    struct dt_dial_stretches *to)
{
	bool before = false;
	for (size_t k = 0; k < s->n; k++) {
		bool here = s->look[k].gain[part] <= 0;
		if (here && !before) {
			struct dt_dial_end low = k == 0 ?
			    end_at(s->look[0].x) : find_end(s, k - 1, false);
			low.edge = k == 0;
			bool on = goes_on(s, to, &low);
			if (!on && to->n == DT_DIAL_STRETCHES)
				return;
			if (!on)
				to->low[to->n++] = low;
		}
		if (here && k + 1 == s->n) {
			to->high[to->n - 1] = end_at(s->look[k].x);
			to->high[to->n - 1].edge = true;
		}
		if (!here && before)
			to->high[to->n - 1] = find_end(s, k - 1, true);
		before = here;
	}
}

/* By so many last rounds of a game that ends; 0: by all. */
static void
look(struct dt_dial_search *s, int64_t rounds)
{
	s->open = false;
	s->n = s->roots = 0;
	dt_gain_last(s->gain, rounds);
	look_along(s);
	if (!s->open)
		dt_dial_roots(s);
}

static enum dt_status
find(struct dt_dial_search *s, struct dt_dial_found *found)
{
	/* Where a departure gains in the last rounds, whatever the value, as it
	 * mostly does, the answer is no along the whole range. */
	look(s, LAST_ROUNDS);
	if (s->open)
		look(s, 0);
	if (s->status == DT_OK && s->n == 0)
		return DT_EUSAGE;
	if (s->status != DT_OK)
		return s->status;
	found->from = s->look[0].x;
	found->to = s->look[s->n - 1].x;
	for (int part = 0; part < DT_DIAL_PARTS; part++)
		collect(s, (enum dt_dial_part)part, &found->part[part]);
	found->looks = s->n;
	found->states = dt_gain_states(s->gain);
	return s->dial->check ? dt_dial_check(s, found) : s->status;
}

enum dt_status
dt_dial_find(const struct dt_dial *dial, const struct dt_parts_limits *limits,
    struct dt_dial_found *found, struct dt_error *err)
{
	struct dt_dial_search s = { .dial = dial, .limits = limits,
	    .gain = dt_gain_new(limits), .err = err,
	    .hair = 1e-9 * (dial->to - dial->from),
	    .look = dt_memory_new(DT_DIAL_LOOKS_MOST, sizeof(*s.look)) };
	*found = (struct dt_dial_found){ .from = dial->from };
	enum dt_status status = s.gain == NULL || s.look == NULL ?
	    dt_status_no_memory(err) : find(&s, found);
	dt_gain_free(s.gain);
	dt_memory_free(s.look);
	return status;
}
