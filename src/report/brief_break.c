/*
 * brief_break: what breaks a treaty, from the tables of the verdict (see
 * verdict/keeping.h): where it is kept, the nearest ends of the stretches in
 * which it is; where it is not, the departures that gain. Else those that lose
 * least.
 */
#include "report/brief_internal.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "verdict/keeping.h"

enum { BREAKS = 3, WORDS_MOST = 230, NEAR_MOST = 32 };

static const struct dt_solution_cell *
at(const struct dt_solution_table *t, size_t row, const char *name)
{
	static const struct dt_solution_cell nothing = { .number = NAN };
	for (size_t c = 0; c < t->n_columns; c++)
		if (strcmp(t->columns[c].name, name) == 0)
			return &t->cells[row * t->n_columns + c];
	return &nothing;
}

static const char *
word(const struct dt_solution_table *t, size_t row, const char *name)
{
	const char *text = at(t, row, name)->text;
	return text != NULL ? text : "";
}

static double
figure(const struct dt_solution_table *t, size_t row, const char *name)
{
	const struct dt_solution_cell *cell = at(t, row, name);
	return cell->kind == DT_SOLUTION_NOTHING ? NAN : cell->number;
}

/* An end of a stretch, by how much of what was looked at lies before it. */
struct end {
	double nearness, now, at;
	bool above;             /* it breaks above it, else below */
	const char *quantity;
};

static int
nearer(const void *a, const void *b)
{
	const struct end *x = a, *y = b;
	return (x->nearness > y->nearness) - (x->nearness < y->nearness);
}

static void
take_end(const struct dt_solution_table *t, size_t row, bool above,
    struct end *ends, size_t *n)
{
	double now = figure(t, row, "now");
	double end = figure(t, row, above ? "holds_to" : "holds_from");
	double span = figure(t, row, "looked_to") -
	    figure(t, row, "looked_from");
	bool edge = strcmp(word(t, row, above ? "to_is" : "from_is"),
	    "edge") == 0;
	if (edge || isnan(now) || isnan(end) || *n == NEAR_MOST ||
	    (above ? end < now : end > now) ||
	    strcmp(word(t, row, "part"), "holds") != 0)
		return;
	ends[(*n)++] = (struct end){ .now = now, .at = end, .above = above,
	    .nearness = span > 0 ? fabs(end - now) / span : INFINITY,
	    .quantity = word(t, row, "quantity") };
}

/* "fine_added_to_each_finding" as people say it. */
static const char *
say_quantity(struct dt_brief *b, const char *quantity)
{
	char *made = dt_arena_copy(b->arena, quantity);
	b->failed |= made == NULL;
	for (char *c = made; c != NULL && *c != '\0'; c++)
		if (*c == '_')
			*c = ' ';
	return made != NULL ? made : "";
}

static void
add_ends(struct dt_brief *b, const struct dt_solution *verdict)
{
	const struct dt_solution_table *t = dt_solution_find(verdict,
	    "thresholds");
	struct end ends[NEAR_MOST];
	size_t n = 0;
	for (size_t row = 0; t != NULL && row < dt_solution_rows(t); row++) {
		take_end(t, row, false, ends, &n);
		take_end(t, row, true, ends, &n);
	}
	qsort(ends, n, sizeof(*ends), nearer);
	for (size_t k = 0; k < n && b->breaks.n < BREAKS; k++)
		dt_brief_add(b, &b->breaks, WORDS_MOST, "A %s %s %.4g: it is "
		    "%.4g now, all else as it is.", say_quantity(b,
		    ends[k].quantity), ends[k].above ? "above" : "below",
		    ends[k].at, ends[k].now);
}

/* Whether a departure of that party and kind was told of. */
static bool
is_told(const struct dt_solution_table *t, size_t row)
{
	for (size_t k = 0; k < row; k++)
		if (strcmp(word(t, k, "party"), word(t, row, "party")) == 0 &&
		    strcmp(word(t, k, "deviation"), word(t, row,
		    "deviation")) == 0)
			return true;
	return false;
}

static const char *
say_departure(const char *deviation)
{
	for (size_t k = 0; dt_keeping_departures[k] != NULL; k++)
		if (strcmp(dt_keeping_departures[k], deviation) == 0)
			return dt_comply_words[k];
	return deviation;
}

/* Where it would be kept, though it is not: the stretches of each quantity. */
static void
add_remedies(struct dt_brief *b, const struct dt_solution *verdict)
{
	const struct dt_solution_table *t = dt_solution_find(verdict,
	    "thresholds");
	for (size_t row = 0; t != NULL && row < dt_solution_rows(t) &&
	    b->breaks.n < BREAKS; row++) {
		double from = figure(t, row, "holds_from");
		double to = figure(t, row, "holds_to");
		if (strcmp(word(t, row, "part"), "holds") == 0 &&
		    !isnan(from) && !isnan(to))
			dt_brief_add(b, &b->breaks, WORDS_MOST, "It would hold "
			    "with a %s from %.4g to %.4g: it is %.4g now, all "
			    "else as it is.", say_quantity(b, word(t, row,
			    "quantity")), from, to, figure(t, row, "now"));
	}
}

/* Those that gain, or those that lose; rows come with the most first. */
static void
add_departures(struct dt_brief *b, const struct dt_solution *verdict,
    bool gaining)
{
	const struct dt_solution_table *t = dt_solution_find(verdict,
	    "slack");
	for (size_t row = 0; t != NULL && row < dt_solution_rows(t) &&
	    b->breaks.n < BREAKS; row++) {
		double best = figure(t, row, "best");
		if (isnan(best) || (best > 0) != gaining || is_told(t, row))
			continue;
		dt_brief_add(b, &b->breaks, WORDS_MOST, gaining ?
		    "%s, %s (%s): it would gain %.4g in all." :
		    "What comes near: %s, %s (%s); it would lose %.4g in all.", word(t, row, "party"),
		    say_departure(word(t, row, "deviation")), word(t, row,
		    "state"), fabs(best));
	}
}

void
dt_brief_break(struct dt_brief *b, const struct dt_solution *verdict)
{
	if (b->kept)
		add_ends(b, verdict);
	add_departures(b, verdict, true);
	if (!b->kept)
		add_remedies(b, verdict);
	add_departures(b, verdict, false);
}
