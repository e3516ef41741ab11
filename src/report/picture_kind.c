/* picture_kind: bars and lines; see picture_internal.h. */
#include "report/picture_internal.h"

#include <math.h>
#include <string.h>

/* A column's name in words, and its unit. */
static struct dt_svg_axis
axis_of(const struct dt_picture_work *w, const char *name)
{
	char *title = dt_arena_copy(w->arena, name);
	for (char *c = title; c != NULL && *c != '\0'; c++)
		if (*c == '_')
			*c = ' ';
	return (struct dt_svg_axis){ .title = title ? title : "",
	    .unit = dt_query_rows_unit(w->rows, name) };
}

/* What is seen, for who does not see it. */
static const char *
describe(const struct dt_picture_work *w)
{
	double least = INFINITY, most = -INFINITY;
	for (size_t i = 0; i < w->rows->n; i++) {
		if (w->y[i] < least)
			least = w->y[i];
		if (w->y[i] > most)
			most = w->y[i];
	}
	const char *y = axis_of(w, w->file->picture.y).title;
	const char *about = w->file->question[0] != '\0' ?
	    w->file->question : w->file->title;
	return least > most ? about : dt_arena_print(w->arena, "%s %s goes "
	    "from %.4g to %.4g.", about, y, least, most);
}

static struct dt_svg
begin(const struct dt_picture_work *w, const char *desc)
{
	return (struct dt_svg){ .title = w->file->title, .desc = desc };
}

/* What is drawn of a bar: those without a value are left out. */
struct bars {
	const char **labels;
	size_t *class, n;
	double *value, *low, *high;
};

static bool
new_bars(const struct dt_picture_work *w, struct bars *b)
{
	size_t n = w->rows->n + 1;
	*b = (struct bars){
		.labels = dt_arena_new(w->arena, n, sizeof(*b->labels)),
		.class = dt_arena_new(w->arena, n, sizeof(*b->class)),
		.value = dt_arena_new(w->arena, n, sizeof(double)),
		.low = dt_arena_new(w->arena, n, sizeof(double)),
		.high = dt_arena_new(w->arena, n, sizeof(double)) };
	return b->labels && b->class && b->value && b->low && b->high;
}

/* Groups are told by colour and pattern; of more than there are of those, by
 * the label. */
static enum dt_status
gather_bars(const struct dt_picture_work *w, bool both, struct bars *b)
{
	if (!new_bars(w, b))
		return dt_status_no_memory(w->err);
	for (size_t i = 0; i < w->rows->n; i++) {
		if (isnan(w->y[i]))
			continue;
		size_t k = b->n++;
		b->labels[k] = both ? dt_arena_print(w->arena, "%s, %s",
		    w->labels[i], w->groups[i]) : w->labels[i];
		b->class[k] = both ? 0 : w->class[i];
		b->value[k] = w->y[i];
		b->low[k] = w->low ? w->low[i] : NAN;
		b->high[k] = w->high ? w->high[i] : NAN;
		if (b->labels[k] == NULL)
			return dt_status_no_memory(w->err);
	}
	if (b->n <= DT_PICTURE_BARS_MOST)
		return DT_OK;
	return dt_status_fail(w->err, DT_EUSAGE, "the picture of %s would "
	    "have %zu bars, at most %d are drawn: ask for less (--set, where "
	    "it has parameters)", w->file->name, b->n, DT_PICTURE_BARS_MOST);
}

enum dt_status
dt_picture_bars(const struct dt_picture_work *w)
{
	bool both = w->groups != NULL && w->n_classes > DT_SVG_MOST;
	bool apart = w->groups != NULL && !both;
	struct bars b;
	enum dt_status status = gather_bars(w, both, &b);
	const char *desc = describe(w);
	if (status)
		return status;
	if (desc == NULL)
		return dt_status_no_memory(w->err);
	bool ends = w->low != NULL && w->high != NULL;
	struct dt_svg picture = begin(w, desc);
	const struct dt_svg_panel panel = {
		.axis = axis_of(w, w->file->picture.y),
		.value = b.value, .low = ends ? b.low : NULL,
		.high = ends ? b.high : NULL };
	const struct dt_svg_rows rows = { .n = b.n, .labels = b.labels,
	    .class = b.class, .n_classes = apart ? w->n_classes : 0,
	    .names = w->names, .panels = &panel, .n_panels = 1 };
	dt_svg_rows(w->svg, &picture, &rows);
	return DT_OK;
}

/* All live at first. */
static size_t
begin_survival(double *x, double *y, double *low, double *high)
{
	*x = 0;
	*y = *low = *high = 1;
	return 1;
}

/* The points of one group, in the order of the rows. */
static enum dt_status
gather(const struct dt_picture_work *w, size_t class, bool survival,
    struct dt_svg_series *series)
{
	size_t n = w->rows->n + 1, k = 0;
	double *all = dt_arena_new(w->arena, 4 * n, sizeof(*all));
	if (all == NULL)
		return dt_status_no_memory(w->err);
	double *x = all, *y = x + n, *low = y + n, *high = low + n;
	if (survival)
		k = begin_survival(x, y, low, high);
	for (size_t i = 0; i + 1 < n; i++) {
		if (w->class[i] != class)
			continue;
		x[k] = w->x[i];
		y[k] = w->y[i];
		low[k] = w->low ? w->low[i] : NAN;
		high[k++] = w->high ? w->high[i] : NAN;
	}
	bool band = w->low != NULL && w->high != NULL;
	*series = (struct dt_svg_series){ .n = k, .x = x, .y = y,
	    .step = survival, .marks = !survival && k <= 30,
	    .name = w->groups ? w->names[class] : NULL,
	    .low = band ? low : NULL, .high = band ? high : NULL };
	return DT_OK;
}

enum dt_status
dt_picture_lines(const struct dt_picture_work *w, bool survival)
{
	struct dt_svg_series series[DT_SVG_MOST];
	const char *desc = describe(w);
	if (w->n_classes > DT_SVG_MOST)
		return dt_status_fail(w->err, DT_EUSAGE, "the picture of %s "
		    "would have %zu lines, at most %d can be told apart: ask "
		    "for less (--set, where it has parameters)", w->file->name,
		    w->n_classes, DT_SVG_MOST);
	if (desc == NULL)
		return dt_status_no_memory(w->err);
	for (size_t i = 0; i < w->n_classes; i++) {
		enum dt_status status = gather(w, i, survival,
		    &series[i]);
		if (status)
			return status;
	}
	struct dt_svg picture = begin(w, desc);
	picture.x = axis_of(w, w->file->picture.x);
	picture.y = axis_of(w, w->file->picture.y);
	if (survival)
		picture.y.high = 1;
	dt_svg_lines(w->svg, &picture, series, w->n_classes);
	return DT_OK;
}
