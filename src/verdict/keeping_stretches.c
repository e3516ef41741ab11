/* keeping_stretches: see keeping_stretches.h. */
#include "verdict/keeping_stretches.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* Looks at first, by the states of the treaty: fewer where each takes long. */
static int
looks_for(size_t states)
{
	return states < 600 ? 33 : states < 6000 ? 17 : 9;
}

struct dt_comply_effort
dt_keeping_stretches_effort(const struct dt_keeping_telling *t)
{
	size_t states = t->verdict->part[DT_COMPLY_STAYED].states;
	bool all = t->request->dials;
	size_t most = all ? 400000 : DT_KEEPING_THRESHOLDS_QUICK;
	return (struct dt_comply_effort){
		.limits = { .states = most, .edges = 16000000,
		    .round_states = all ? 1e8 : 1e5 },
		.looks = looks_for(states), .check = true };
}

/* What search and rounding leave of an end that is a round number. */
#define END_HAIR 1e-9
enum { END_DIGITS = 6 };

/* To so many digits, not beyond the end: what is read there holds. */
static void
add_inside(struct dt_text *text, double at, bool low)
{
	char near[32];
	snprintf(near, sizeof(near), "%.*g", END_DIGITS, at);
	double beyond = low ? at - strtod(near, NULL) : strtod(near, NULL) - at;
	double unit = pow(10, floor(log10(fabs(at))) + 1 - END_DIGITS);
	if (beyond > END_HAIR * fabs(at))
		at = (low ? ceil(at / unit) : floor(at / unit)) * unit;
	dt_text_add(text, "%.*g", END_DIGITS, at);
}

/* By play, with half the width of its interval. */
static void
add_end(struct dt_text *text, const struct dt_dial_end *end, bool low,
    bool played)
{
	if (!played)
		add_inside(text, end->at, low);
	else if (isnan(end->step))
		dt_text_add(text, "about %.3g", end->at);
	else
		dt_text_add(text, "%.3g (give or take %.2g)", end->at,
		    end->step);
}

/* "at least 0.665", "4.45 to 8.99", "only 0", "anything from 0 to 1". */
static void
add_stretch(struct dt_text *text, const struct dt_dial_end *low,
    const struct dt_dial_end *high, bool played)
{
	if (low->edge && high->edge) {
		dt_text_add(text, "anything from %.4g to %.4g", low->at,
		    high->at);
	} else if (low->at == high->at) {
		dt_text_add(text, "only ");
		add_end(text, low, true, played);
	} else if (low->edge) {
		dt_text_add(text, high->open ? "less than " : "at most ");
		add_end(text, high, false, played);
	} else if (high->edge) {
		dt_text_add(text, low->open ? "more than " : "at least ");
		add_end(text, low, true, played);
	} else {
		dt_text_add(text, low->open ? "from above " : "from ");
		add_end(text, low, true, played);
		dt_text_add(text, high->open ? " to below " : " to ");
		add_end(text, high, false, played);
	}
}

static void
add_stretches(struct dt_text *text, const struct dt_dial_stretches *of,
    bool played)
{
	for (size_t k = 0; k < of->n; k++) {
		dt_text_add(text, k == 0 ? "" : ", and ");
		add_stretch(text, &of->low[k], &of->high[k], played);
	}
	if (of->n == 0)
		dt_text_add(text, "nothing");
}

static bool
same(const struct dt_dial_stretches *a, const struct dt_dial_stretches *b)
{
	bool same = a->n == b->n;
	for (size_t k = 0; same && k < a->n; k++)
		same = fabs(a->low[k].at - b->low[k].at) <= 1e-6 *
		    fabs(b->low[k].at) && fabs(a->high[k].at -
		    b->high[k].at) <= 1e-6 * fabs(b->high[k].at);
	return same;
}

/* Ends that no fresh answer bears out on both sides. */
static size_t
not_shown(const struct dt_dial_stretches *of)
{
	size_t n = 0;
	for (size_t k = 0; k < of->n; k++)
		n += (size_t)isnan(of->low[k].step) +
		    (size_t)isnan(of->high[k].step);
	return n;
}

void
dt_keeping_stretches_say(const struct dt_keeping_telling *t,
    const char *a, const char *head, double now,
    const struct dt_dial_found *f)
{
	const struct dt_dial_stretches *holds = &f->part[DT_DIAL_HOLDS];
	struct dt_text text = { 0 };
	bool played = t->verdict->samples > 0;
	if (holds->n == 0) {
		dt_text_add(&text, played ? "No %s is shown to make it hold, "
		    "all else as it is" : "No %s would make it hold, all else "
		    "as it is", head);
	} else {
		dt_text_add(&text, "It holds with %s%s of ", a, head);
		add_stretches(&text, holds, played);
		dt_text_add(&text, " (now %.6g)", now);
	}
	for (int p = 0; p < DT_DIAL_HOLDS; p++) {
		if (same(&f->part[p], holds))
			continue;
		dt_text_add(&text, p == DT_DIAL_KEPT ? "; it is kept while it "
		    "binds with " : "; it is entered and stayed in with ");
		add_stretches(&text, &f->part[p], played);
	}
	if (!played && not_shown(holds) > 0)
		dt_text_add(&text, "; of these ends a fresh answer on either "
		    "side does not bear out %zu", not_shown(holds));
	dt_solution_say(t->solution, "%s.", dt_text_string(&text));
	t->solution->failed |= text.failed;
	dt_text_free(&text);
}

static void
add_row(struct dt_solution_table *table, const char *key, double now,
    const struct dt_dial_found *f, enum dt_dial_part part, size_t k)
{
	const struct dt_dial_stretches *of = &f->part[part];
	bool none = of->n == 0;
	dt_solution_text(table, key);
	dt_solution_text(table, dt_dial_part_words[part]);
	dt_solution_number(table, now);
	dt_solution_number(table, none ? NAN : of->low[k].at);
	dt_solution_number(table, none ? NAN : of->high[k].at);
	dt_solution_text(table, none ? NULL : of->low[k].open ? "open" :
	    of->low[k].edge ? "edge" : "closed");
	dt_solution_text(table, none ? NULL : of->high[k].open ? "open" :
	    of->high[k].edge ? "edge" : "closed");
	dt_solution_number(table, none ? NAN : of->low[k].step);
	dt_solution_number(table, none ? NAN : of->high[k].step);
	dt_solution_number(table, f->from);
	dt_solution_number(table, f->to);
}

void
dt_keeping_stretches_add(struct dt_solution_table *table, const char *key,
    double now, const struct dt_dial_found *f)
{
	static const enum dt_dial_part order[] = { DT_DIAL_HOLDS,
		DT_DIAL_KEPT, DT_DIAL_STAYED };
	for (int p = 0; p < DT_DIAL_PARTS; p++)
		for (size_t k = 0; k < f->part[order[p]].n || k == 0; k++)
			add_row(table, key, now, f, order[p], k);
}
