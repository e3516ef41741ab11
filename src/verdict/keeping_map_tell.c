/* keeping_map_tell: a phase map as tables and pictures; see keeping_map.h. */
#include <math.h>
#include <string.h>

#include "format/svg.h"
#include "verdict/axis_words.h"
#include "verdict/keeping_map_internal.h"

/* Columns of the picture in letters that fit on a line. */
enum { LETTERS_MOST = 60 };

/* By enum dt_comply_answer. */
static const char letters[] = ".+#?-";

static bool
binds(const struct dt_keeping_map_cell *cell)
{
	return !isnan(cell->slack);
}

static const char *
label(const struct dt_keeping_map *m, size_t axis, size_t i)
{
	return m->sweep.axes[axis].values[i].label;
}

static const char *
key(const struct dt_keeping_map *m, size_t axis)
{
	return m->sweep.axes[axis].keys[0];
}

static void
add_map(const struct dt_keeping_map *m, struct dt_solution *s)
{
	static const char *const columns[] = { "x", "y", "holds", "slack",
	    "cut_error", "standard_error", "binding_party", "binding_state", "binding_departure",
	    "method" };
	struct dt_solution_table *t = dt_solution_table(s, "map", NULL);
	t->hidden = m->n > 60;
	bool flat = m->rows == 1;
	for (size_t c = 0; c < sizeof(columns) / sizeof(columns[0]); c++)
		if (c != 1 || !flat)
			dt_solution_column(t, columns[c], c < 2 ? key(m, c) :
			    NULL, "");
	for (size_t k = 0; k < m->n; k++) {
		const struct dt_keeping_map_cell *cell = &m->cells[k];
		dt_solution_number(t,
		    m->sweep.axes[0].values[k % m->columns].number);
		if (!flat)
			dt_solution_number(t,
			    m->sweep.axes[1].values[k / m->columns].number);
		bool played = !isnan(cell->standard_error);
		dt_solution_text(t, dt_keeping_answers[cell->answer]);
		dt_solution_number(t, cell->slack);
		dt_solution_number(t, cell->cut);
		dt_solution_number(t, cell->standard_error);
		dt_solution_text(t, binds(cell) ?
		    m->names[cell->binding.agent] : NULL);
		dt_solution_text(t, binds(cell) ? dt_keeping_state(m->arena,
		    &cell->binding, played) : NULL);
		dt_solution_text(t, binds(cell) ?
		    dt_keeping_departures[cell->binding.departure] : NULL);
		dt_solution_text(t, cell->method);
	}
}

/* A letter a cell, or every so many cells where they are too many. */
static void
add_picture(const struct dt_keeping_map *m, struct dt_solution *s)
{
	size_t by = (m->columns + LETTERS_MOST - 1) / LETTERS_MOST;
	const char *title = dt_arena_print(m->arena, "%s from %s to %s, left "
	    "to right%s (# yes, + yes but, . no, ? perhaps, - never in force)", key(m, 0),
	    label(m, 0, 0), label(m, 0, m->columns - 1), by > 1 ?
	    ", not all shown" : "");
	struct dt_solution_table *t = dt_solution_table(s, "picture", title);
	dt_solution_column(t, "y", key(m, 1), "");
	dt_solution_column(t, "cells", "", "");
	for (size_t row = m->rows; row-- > 0;) {
		char line[LETTERS_MOST + 1];
		size_t n = 0;
		for (size_t c = 0; c < m->columns; c += by)
			line[n++] = letters[m->cells[row * m->columns +
			    c].answer];
		line[n] = '\0';
		dt_solution_text(t, label(m, 1, row));
		dt_solution_text(t, line);
	}
}

static struct dt_svg_axis
axis_of(const struct dt_keeping_map *m, size_t number)
{
	const struct dt_sweep_axis *axis = &m->sweep.axes[number];
	return (struct dt_svg_axis){
		.title = dt_axis_words(m->arena, key(m, number)),
		.unit = dt_axis_words_unit(key(m, number)),
		.low = axis->values[0].number,
		.high = axis->values[axis->n - 1].number };
}

/* Whether slack changes its sign between some four neighbours, so that a line
 * where it is 0 is drawn. */
static bool
crosses(const struct dt_keeping_map *m)
{
	for (size_t k = 0; k + m->columns + 1 < m->n; k++) {
		const struct dt_keeping_map_cell *a = &m->cells[k];
		const struct dt_keeping_map_cell *b = a + m->columns;
		int below = (a[0].slack < 0) + (a[1].slack < 0) +
		    (b[0].slack < 0) + (b[1].slack < 0);
		if ((k + 1) % m->columns != 0 && below % 4 != 0 &&
		    isfinite(a[0].slack + a[1].slack + b[0].slack +
		    b[1].slack))
			return true;
	}
	return false;
}

/* The legend has the answers that are there. */
static void
draw_plane(const struct dt_keeping_map *m, struct dt_svg *picture,
    const double *slack, struct dt_text *svg)
{
	const char *names[DT_KEEPING_MAP_ANSWERS] = { NULL };
	uint8_t *class = dt_arena_new(m->arena, m->n, sizeof(*class));
	struct dt_svg_phase phase = { .columns = m->columns, .rows = m->rows,
	    .class = class, .n_classes = DT_KEEPING_MAP_ANSWERS,
	    .names = names, .value = crosses(m) ? slack : NULL,
	    .contour = "slack 0" };
	picture->title = "Where the treaty holds";
	picture->y = axis_of(m, 1);
	svg->failed |= class == NULL || picture->y.title == NULL;
	for (size_t k = 0; !svg->failed && k < m->n; k++) {
		class[k] = (uint8_t)m->cells[k].answer;
		names[class[k]] = dt_keeping_answers[class[k]];
	}
	if (!svg->failed)
		dt_svg_phase(svg, picture, &phase);
}

/* A line of one answer, a gap where there is another; false: it is nowhere,
 * or nothing binds. */
static bool
line_of(const struct dt_keeping_map *m, size_t answer, const double *x,
    const double *slack, struct dt_svg_series *line, struct dt_text *svg)
{
	bool any = false;
	double *y = dt_arena_new(m->arena, m->n, sizeof(*y));
	svg->failed |= y == NULL;
	for (size_t k = 0; y != NULL && k < m->n; k++) {
		y[k] = m->cells[k].answer == answer ? slack[k] : NAN;
		any |= isfinite(y[k]);
	}
	const char *name = dt_arena_print(m->arena, "holds: %s",
	    dt_keeping_answers[answer]);
	svg->failed |= name == NULL;
	*line = (struct dt_svg_series){ .name = name, .n = m->n,
	    .x = x, .y = y, .marks = true };
	return any;
}

/* Along one key: the slack, and 0. */
static void
draw_line(const struct dt_keeping_map *m, struct dt_svg *picture,
    const double *slack, struct dt_text *svg)
{
	struct dt_svg_series lines[DT_KEEPING_MAP_ANSWERS + 1];
	double *x = dt_arena_new(m->arena, m->n, sizeof(*x));
	const double ends[] = { picture->x.low, picture->x.high };
	static const double zeros[] = { 0, 0 };
	size_t n = 0;
	picture->title = "What departing from the treaty loses";
	picture->y = (struct dt_svg_axis){ .title = "slack",
	    .unit = "payoff, all rounds to come" };
	svg->failed |= x == NULL;
	for (size_t k = 0; x != NULL && k < m->n; k++)
		x[k] = m->sweep.axes[0].values[k].number;
	for (size_t a = 0; a < DT_KEEPING_MAP_ANSWERS && !svg->failed; a++)
		n += line_of(m, a, x, slack, &lines[n], svg);
	lines[n++] = (struct dt_svg_series){ .n = 2, .x = ends, .y = zeros };
	if (!svg->failed)
		dt_svg_lines(svg, picture, lines, n);
}

static void
draw(const struct dt_keeping_map *m, const char *desc, struct dt_text *svg)
{
	double *slack = dt_arena_new(m->arena, m->n, sizeof(*slack));
	struct dt_svg picture = { .desc = desc, .x = axis_of(m, 0) };
	svg->failed |= slack == NULL || picture.x.title == NULL;
	for (size_t k = 0; slack != NULL && k < m->n; k++)
		slack[k] = m->cells[k].slack;
	if (svg->failed)
		return;
	if (m->rows > 1)
		draw_plane(m, &picture, slack, svg);
	else
		draw_line(m, &picture, slack, svg);
}

/* Also says no if it is nowhere shown that the treaty holds. */
static const char *
sum_up(const struct dt_keeping_map *m, struct dt_solution *s)
{
	size_t n[DT_KEEPING_MAP_ANSWERS] = { 0 };
	for (size_t k = 0; k < m->n; k++)
		n[m->cells[k].answer]++;
	size_t holds = n[DT_COMPLY_YES] + n[DT_COMPLY_BUT];
	s->no = holds == 0;
	const char *text = dt_arena_print(m->arena, "Complying is shown to be "
	    "an equilibrium in %zu of %zu cells%s.", holds, m->n,
	    n[DT_COMPLY_BUT] > 0 ? ", in some of them only while nobody "
	    "departs" : "");
	if (text != NULL && n[DT_COMPLY_PERHAPS] > 0)
		text = dt_arena_print(m->arena, "%s In %zu it is not settled.",
		    text, n[DT_COMPLY_PERHAPS]);
	if (text != NULL && n[DT_COMPLY_NEVER] > 0)
		text = dt_arena_print(m->arena, "%s In %zu the treaty never "
		    "enters into force.", text, n[DT_COMPLY_NEVER]);
	return text;
}

/* Cells are compared by slacks that are known: of those that hold, or if none
 * does, of those that do not. SIZE_MAX: there are none. */
static size_t
find_best(const struct dt_keeping_map *m, bool holds)
{
	size_t best = SIZE_MAX;
	for (size_t k = 0; k < m->n; k++) {
		const struct dt_keeping_map_cell *cell = &m->cells[k];
		bool yes = cell->answer == DT_COMPLY_YES ||
		    cell->answer == DT_COMPLY_BUT;
		if (yes != holds || !binds(cell) ||
		    (!yes && cell->answer != DT_COMPLY_NO) ||
		    !isnan(cell->standard_error))
			continue;
		if (best == SIZE_MAX || cell->slack > m->cells[best].slack)
			best = k;
	}
	return best;
}

/* The cell in which a departure loses most, or gains least. */
static void
tell_best(const struct dt_keeping_map *m, struct dt_solution *s)
{
	bool holds = !s->no;
	size_t best = find_best(m, holds);
	if (best == SIZE_MAX)
		return;
	const struct dt_keeping_map_cell *cell = &m->cells[best];
	const char *where = dt_arena_print(m->arena, "%s %s", key(m, 0),
	    label(m, 0, best % m->columns));
	if (where != NULL && m->rows > 1)
		where = dt_arena_print(m->arena, "%s, %s %s", where,
		    key(m, 1), label(m, 1, best / m->columns));
	s->failed |= where == NULL;
	dt_solution_say(s, "%s at %s: there %s %s %.4g by %s.",
	    holds ? "It holds best" : "It comes closest",
	    where ? where : "", m->names[cell->binding.agent],
	    holds ? "would lose" : "still gains",
	    fabs(cell->slack), dt_comply_words[cell->binding.departure]);
}

enum dt_status
dt_keeping_map_tell(struct dt_keeping_map *m, struct dt_solution *s,
    struct dt_text *svg, struct dt_error *err)
{
	if (m->error.status != DT_OK)
		return dt_status_fail(err, m->error.status, "%s",
		    m->error.message);
	dt_solution_start(s, m->arena, "treaty-map", m->request.scenario);
	s->method = "the verdict on the treaty, cell by cell";
	s->tolerance = 1e-9;
	s->config = m->sweep.base_config;
	const char *says = sum_up(m, s);
	s->failed |= says == NULL;
	if (says != NULL)
		dt_solution_say(s, "%s", says);
	tell_best(m, s);
	add_map(m, s);
	if (m->rows > 1)
		add_picture(m, s);
	if (svg != NULL && says != NULL)
		draw(m, says, svg);
	return DT_OK;
}
