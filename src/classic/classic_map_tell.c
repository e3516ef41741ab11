/* classic_map_tell: where a figure of a model is enough, in words, tables and a
 * picture; see classic_map.h. */
#include <math.h>

#include "base/number.h"
#include "classic/classic_map.h"
#include "format/svg.h"

static void
add_map(const struct dt_classic_map *m, struct dt_solution *s)
{
	struct dt_solution_table *t = dt_solution_table(s, "map", NULL);
	t->hidden = m->n > 60;
	dt_solution_column(t, "x", m->axis[0].key, "");
	if (m->axes > 1)
		dt_solution_column(t, "y", m->axis[1].key, "");
	dt_solution_column(t, "value", m->result, "");
	if (dt_classic_map_asks(m))
		dt_solution_column(t, "holds", NULL, "");
	for (size_t k = 0; k < m->n; k++) {
		dt_solution_number(t, dt_classic_map_at(m, 0,
		    k % m->columns));
		if (m->axes > 1)
			dt_solution_number(t, dt_classic_map_at(m, 1,
			    k / m->columns));
		dt_solution_number(t, m->value[k]);
		if (dt_classic_map_asks(m))
			dt_solution_text(t, isnan(m->value[k]) ? NULL :
			    dt_classic_map_enough(m, m->value[k]) ? "yes" :
			    "no");
	}
}

/* Between two values of the first axis, of which one is enough and one not:
 * where that changes. */
static enum dt_status
change(const struct dt_classic_map *m, double x0, double x1, double y,
    double *at, struct dt_error *err)
{
	double value;
	bool whole = dt_classic_map_parameter(m, 0)->whole, low;
	enum dt_status status = dt_classic_map_value(m, x0, y, &value, err);
	low = status == DT_OK && dt_classic_map_enough(m, value);
	for (int step = 0; step < 60 && status == DT_OK && !whole; step++) {
		double middle = x0 + (x1 - x0) / 2;
		status = dt_classic_map_value(m, middle, y, &value, err);
		if (status == DT_OK && dt_classic_map_enough(m, value) ==
		    low)
			x0 = middle;
		else
			x1 = middle;
	}
	*at = low ? x0 : x1;
	return status;
}

static void
add_stretch(const struct dt_classic_map *m, double y, double from, double to,
    struct dt_solution_table *t)
{
	if (m->axes > 1)
		dt_solution_number(t, y);
	dt_solution_number(t, from);
	dt_solution_number(t, to);
}

/* Along the first axis, for one value of the second. */
static enum dt_status
add_row(const struct dt_classic_map *m, size_t row,
    struct dt_solution_table *t, struct dt_error *err)
{
	const double *value = m->value + row * m->columns;
	double y = m->axes > 1 ? dt_classic_map_at(m, 1, row) : NAN;
	double from = NAN, at;
	enum dt_status status = DT_OK;
	for (size_t k = 0; status == DT_OK && k < m->columns; k++) {
		bool now = dt_classic_map_enough(m, value[k]);
		bool was = k > 0 && dt_classic_map_enough(m, value[k - 1]);
		at = dt_classic_map_at(m, 0, k);
		if (k > 0 && now != was)
			status = change(m, dt_classic_map_at(m, 0, k - 1),
			    at, y, &at, err);
		if (now && !was)
			from = at;
		if (was && !now)
			add_stretch(m, y, from, at, t);
	}
	if (status == DT_OK &&
	    dt_classic_map_enough(m, value[m->columns - 1]))
		add_stretch(m, y, from, m->axis[0].to, t);
	return status;
}

static enum dt_status
add_stretches(const struct dt_classic_map *m, struct dt_solution *s,
    struct dt_error *err)
{
	struct dt_solution_table *t = dt_solution_table(s, "stretches",
	    "Where it is enough");
	enum dt_status status = DT_OK;
	t->hidden = m->rows > 20;
	if (m->axes > 1)
		dt_solution_column(t, "y", m->axis[1].key, "");
	dt_solution_column(t, "from", dt_arena_print(m->arena, "%s from",
	    m->axis[0].key), "");
	dt_solution_column(t, "to", NULL, "");
	for (size_t row = 0; status == DT_OK && row < m->rows; row++)
		status = add_row(m, row, t, err);
	return status;
}

enum dt_status
dt_classic_map_tell(const struct dt_classic_map *m,
    struct dt_solution *solution, struct dt_error *err)
{
	size_t enough = 0, none = 0;
	enum dt_status status = DT_OK;
	dt_solution_start(solution, m->arena, "model", m->model->name);
	solution->method = "closed form, in each place";
	for (size_t k = 0; k < m->n; k++) {
		enough += dt_classic_map_enough(m, m->value[k]);
		none += isnan(m->value[k]);
	}
	if (dt_classic_map_asks(m))
		dt_solution_say(solution, "%s is %s in %zu of %zu places.",
		    m->result, dt_classic_map_words(m), enough, m->n);
	if (none > 0)
		dt_solution_say(solution, "In %zu places it has no value.",
		    none);
	dt_solution_say(solution, "%s (%s)", m->model->title,
	    m->model->source);
	if (dt_classic_map_asks(m))
		status = add_stretches(m, solution, err);
	add_map(m, solution);
	if (status != DT_OK)
		dt_solution_free(solution);
	return status;
}

/* ---- Its picture ---- */

enum { LABELS_MOST = 20 };

/* The values of an axis of whole numbers, in words; NULL: they are not, or too
 * many. */
static const char *const *
labels_of(const struct dt_classic_map *m, size_t axis)
{
	size_t n = m->axis[axis].steps;
	char number[DT_NUMBER_SIZE];
	const char **labels = n > LABELS_MOST || m->axes < 2 ||
	    !dt_classic_map_parameter(m, axis)->whole ? NULL :
	    dt_arena_new(m->arena, n, sizeof(*labels));
	for (size_t k = 0; labels != NULL && k < n; k++) {
		labels[k] = dt_arena_copy(m->arena, dt_number_print(
		    dt_classic_map_at(m, axis, k), number));
		if (labels[k] == NULL)
			return NULL;
	}
	return labels;
}

static struct dt_svg_axis
axis_of(const struct dt_classic_map *m, size_t axis)
{
	const struct dt_classic_parameter *p =
	    dt_classic_map_parameter(m, axis);
	return (struct dt_svg_axis){
	    .title = dt_arena_print(m->arena, "%s: %s", p->name, p->meaning),
	    .low = m->axis[axis].from, .high = m->axis[axis].to,
	    .labels = labels_of(m, axis) };
}

/* A line at a limit; true: it was added. */
static bool
add_limit(const struct dt_classic_map *m, double limit, double *y,
    const double *ends, struct dt_svg_series *line)
{
	if (isnan(limit))
		return false;
	y[0] = y[1] = limit;
	*line = (struct dt_svg_series){ .name = dt_classic_map_words(m),
	    .n = 2, .x = ends, .y = y };
	return true;
}

static void
draw_line(const struct dt_classic_map *m, struct dt_svg *picture,
    struct dt_text *svg)
{
	double *x = dt_arena_new(m->arena, m->n, sizeof(*x));
	double low[2], high[2], ends[2] = { m->axis[0].from, m->axis[0].to };
	struct dt_svg_series lines[3] = { { .name = m->result, .n = m->n,
	    .x = x, .y = m->value, .marks = true } };
	size_t n = 1;
	svg->failed |= x == NULL;
	for (size_t k = 0; x != NULL && k < m->n; k++)
		x[k] = dt_classic_map_at(m, 0, k);
	n += add_limit(m, m->least, low, ends, &lines[n]);
	n += add_limit(m, m->most, high, ends, &lines[n]);
	picture->y = (struct dt_svg_axis){ .title = m->meaning };
	if (!svg->failed)
		dt_svg_lines(svg, picture, lines, n);
}

/* Whether nothing lies between two values of an axis. */
static bool
is_discrete(const struct dt_classic_map *m, size_t axis)
{
	return dt_classic_map_parameter(m, axis)->whole &&
	    fabs(dt_classic_map_at(m, axis, 1) -
	    dt_classic_map_at(m, axis, 0)) < 2;
}

/* Whether the limit is a line between places: not of what is 0 or 1. */
static bool
has_contour(const struct dt_classic_map *m)
{
	size_t enough = 0, between = 0;
	if (isnan(m->least) == isnan(m->most) || is_discrete(m, 0) ||
	    is_discrete(m, 1))
		return false;
	for (size_t k = 0; k < m->n; k++) {
		enough += dt_classic_map_enough(m, m->value[k]);
		between += m->value[k] != 0 && m->value[k] != 1;
	}
	return enough > 0 && enough < m->n && between > 0;
}

static void
draw_plane(const struct dt_classic_map *m, const struct dt_svg *picture,
    struct dt_text *svg)
{
	uint8_t *class = dt_arena_new(m->arena, m->n, sizeof(*class));
	const char *words = dt_classic_map_words(m);
	const char *names[] = { words,
	    dt_arena_print(m->arena, "not %s", words) };
	struct dt_svg_phase phase = { .columns = m->columns, .rows = m->rows,
	    .class = class, .n_classes = 2, .names = names,
	    .value = has_contour(m) ? m->value : NULL,
	    .level = isnan(m->least) ? m->most : m->least,
	    .contour = "the limit" };
	svg->failed |= class == NULL || names[0] == NULL || names[1] == NULL;
	for (size_t k = 0; !svg->failed && k < m->n; k++)
		class[k] = (uint8_t)(isnan(m->value[k]) ? 2 :
		    !dt_classic_map_enough(m, m->value[k]));
	if (!svg->failed)
		dt_svg_phase(svg, picture, &phase);
}

static void
draw_heat(const struct dt_classic_map *m, const struct dt_svg *picture,
    struct dt_text *svg)
{
	struct dt_svg_heat heat = { .columns = m->columns, .rows = m->rows,
	    .value = m->value, .name = m->result };
	dt_svg_heat(svg, picture, &heat);
}

void
dt_classic_map_draw(const struct dt_classic_map *m, struct dt_text *svg)
{
	struct dt_svg picture = { .title = m->axes < 2 ? m->model->title :
	    m->meaning,
	    .desc = dt_arena_print(m->arena, "%s (%s of the model %s) in %zu "
	    "places.", m->meaning, m->result, m->model->name, m->n),
	    .x = axis_of(m, 0) };
	if (m->axes > 1)
		picture.y = axis_of(m, 1);
	svg->failed |= picture.title == NULL || picture.desc == NULL ||
	    picture.x.title == NULL || (m->axes > 1 && picture.y.title == NULL);
	if (svg->failed)
		return;
	if (m->axes < 2)
		draw_line(m, &picture, svg);
	else if (dt_classic_map_asks(m))
		draw_plane(m, &picture, svg);
	else
		draw_heat(m, &picture, svg);
}
