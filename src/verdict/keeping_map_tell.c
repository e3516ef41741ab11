/* keeping_map_tell: a phase map as tables and pictures; see keeping_map.h. */
#include <math.h>
#include <string.h>

#include "format/svg.h"
#include "verdict/keeping_map_internal.h"

/* Columns of the picture in letters that fit on a line. */
enum { LETTERS_MOST = 60 };

static const char letters[] = ".+#?";
static const char *const words[] = { "no", "yes, but", "yes", "perhaps" };

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
	    "binding_party", "binding_state", "binding_departure",
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
		dt_solution_text(t, words[cell->class]);
		dt_solution_number(t, cell->slack);
		dt_solution_text(t, m->names[cell->binding.agent]);
		dt_solution_text(t, dt_keeping_state(m->arena,
		    &cell->binding, cell->played));
		dt_solution_text(t,
		    dt_keeping_departures[cell->binding.departure]);
		dt_solution_text(t, cell->played ? "simulated" : "exact");
	}
}

/* A letter a cell, or every so many cells where they are too many. */
static void
add_picture(const struct dt_keeping_map *m, struct dt_solution *s)
{
	size_t by = (m->columns + LETTERS_MOST - 1) / LETTERS_MOST;
	const char *title = dt_arena_print(m->arena, "%s from %s to %s, left "
	    "to right%s (# yes, + yes but, . no, ? perhaps)", key(m, 0),
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
			    c].class];
		line[n] = '\0';
		dt_solution_text(t, label(m, 1, row));
		dt_solution_text(t, line);
	}
}

static void
draw(const struct dt_keeping_map *m, const char *desc, struct dt_text *svg)
{
	uint8_t *class = dt_arena_new(m->arena, m->n, sizeof(*class));
	double *slack = dt_arena_new(m->arena, m->n, sizeof(*slack));
	const struct dt_sweep_axis *x = &m->sweep.axes[0], *y = x + 1;
	struct dt_svg picture = { .title = "Where the treaty holds",
	    .desc = desc, .x = { .title = key(m, 0),
	    .low = x->values[0].number, .high = x->values[x->n - 1].number } };
	if (m->rows > 1)
		picture.y = (struct dt_svg_axis){ .title = key(m, 1),
		    .low = y->values[0].number,
		    .high = y->values[y->n - 1].number };
	svg->failed |= class == NULL || slack == NULL;
	if (svg->failed)
		return;
	for (size_t k = 0; k < m->n; k++) {
		class[k] = (uint8_t)m->cells[k].class;
		slack[k] = m->cells[k].slack;
	}
	struct dt_svg_phase phase = { .columns = m->columns, .rows = m->rows,
	    .class = class, .n_classes = DT_KEEPING_MAP_CLASSES,
	    .names = words, .value = m->rows > 1 ? slack : NULL,
	    .contour = "slack 0" };
	dt_svg_phase(svg, &picture, &phase);
}

/* Also says no if the treaty holds nowhere. */
static const char *
sum_up(const struct dt_keeping_map *m, struct dt_solution *s)
{
	size_t n[DT_KEEPING_MAP_CLASSES] = { 0 };
	for (size_t k = 0; k < m->n; k++)
		n[m->cells[k].class]++;
	s->no = n[DT_KEEPING_MAP_NO] == m->n;
	return dt_arena_print(m->arena, "Complying is an equilibrium in %zu of "
	    "%zu cells%s%s.",
	    n[DT_KEEPING_MAP_YES] + n[DT_KEEPING_MAP_BUT], m->n,
	    n[DT_KEEPING_MAP_BUT] > 0 ? ", in some of them only while nobody "
	    "departs" : "", n[DT_KEEPING_MAP_PERHAPS] > 0 ?
	    "; in others play could not settle it" : "");
}

/* The cell in which a departure loses most, or gains least. */
static void
tell_best(const struct dt_keeping_map *m, struct dt_solution *s)
{
	size_t best = 0;
	for (size_t k = 1; k < m->n; k++)
		if (m->cells[k].class != DT_KEEPING_MAP_PERHAPS &&
		    m->cells[k].slack > m->cells[best].slack)
			best = k;
	const struct dt_keeping_map_cell *cell = &m->cells[best];
	const char *where = dt_arena_print(m->arena, "%s %s", key(m, 0),
	    label(m, 0, best % m->columns));
	if (where != NULL && m->rows > 1)
		where = dt_arena_print(m->arena, "%s, %s %s", where,
		    key(m, 1), label(m, 1, best / m->columns));
	s->failed |= where == NULL;
	dt_solution_say(s, "%s at %s: there %s %s %.4g by %s.",
	    cell->slack >= 0 ? "It holds best" : "It comes closest",
	    where ? where : "", m->names[cell->binding.agent],
	    cell->slack >= 0 ? "would lose" : "still gains",
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
