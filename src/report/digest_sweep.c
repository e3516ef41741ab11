/*
 * digest_sweep: the cells of a sweep, as a line over its one axis or as a field
 * over its first two; the others are averaged out, as `sweep` prints them. See
 * digest_internal.h.
 */
#include "report/digest_internal.h"

#include <inttypes.h>
#include <math.h>

enum { SWEEPS_MOST = 12 };

static double
mean(const struct dt_digest_field *f, const double *sum, size_t at)
{
	return f->n[at] > 0 ? sum[at] / (double)f->n[at] : NAN;
}

static const struct dt_solution_head heads[] = {
	{ "value_1", "axis 1", "" }, { "number_1", "its number", "" },
	{ "value_2", "axis 2", "" }, { "number_2", "its number", "" },
	{ "pause_share", "paused", "share of rounds" },
	{ "low95", "from", "95%" }, { "high95", "to", "95%" },
	{ "payoff_per_round", "payoff", "a round" },
	{ "cells", "cells in it", "" },
};

/* Half the width of an interval of the mean of cells that were played apart;
 * exact ones have none. */
static double
half(const struct dt_digest_field *f, size_t at)
{
	return f->n[at] > 0 ? 1.959963984540054 * sqrt(f->error[at]) /
	    (double)f->n[at] : NAN;
}

static void
add_rows(const struct dt_digest_field *f, struct dt_solution_table *t)
{
	for (size_t at = 0; at < f->columns * f->rows; at++) {
		size_t column = at % f->columns, row = at / f->columns;
		double pause = mean(f, f->pause, at);
		if (f->n[at] == 0)
			continue;
		dt_solution_text(t, f->axis[0].labels[column]);
		dt_solution_number(t, f->axis[0].numbers[column]);
		dt_solution_text(t, f->n_axes > 1 ? f->axis[1].labels[row] :
		    NULL);
		dt_solution_number(t, f->n_axes > 1 ?
		    f->axis[1].numbers[row] : NAN);
		dt_solution_number(t, pause);
		dt_solution_number(t, pause - half(f, at));
		dt_solution_number(t, pause + half(f, at));
		dt_solution_number(t, mean(f, f->payoff, at));
		dt_solution_whole(t, f->n[at]);
	}
}

/* Numbers at equal steps are an axis of numbers, others stand as words. */
static struct dt_svg_axis
axis_of(const struct dt_digest_axis *a)
{
	double step = a->n > 1 ? (a->numbers[a->n - 1] - a->numbers[0]) /
	    (double)(a->n - 1) : 0;
	bool even = !a->words && step > 0;
	for (size_t k = 0; even && k < a->n; k++)
		even = fabs(a->numbers[k] - a->numbers[0] - step *
		    (double)k) <= 1e-6 * step;
	struct dt_svg_axis axis = { .title = a->name };
	if (even) {
		axis.low = a->numbers[0];
		axis.high = a->numbers[a->n - 1];
	} else {
		axis.labels = a->labels;
	}
	return axis;
}

static void
draw_field(struct dt_digest *d, struct dt_paper_figure *figure,
    const struct dt_digest_field *f, const double *value, const char *what)
{
	bool share = value == f->pause;
	double *shown = dt_arena_new(d->arena, f->columns * f->rows,
	    sizeof(*shown));
	if (shown == NULL) {
		d->paper->failed = true;
		return;
	}
	for (size_t at = 0; at < f->columns * f->rows; at++)
		shown[at] = mean(f, value, at);
	struct dt_svg_heat heat = { .columns = f->columns, .rows = f->rows,
		.value = shown, .high = share ? 1 : 0, .name = what,
		.unit = share ? "share of rounds" : "a round" };
	struct dt_svg picture = { .title = dt_digest_print(d, "%s by %s and "
		    "%s", share ? "Pause" : "Payoff", f->axis[0].name,
		    f->axis[1].name),
		.desc = dt_digest_print(d, "A map of %zu by %zu fields, from "
		    "light where it is least to dark where it is most.",
		    f->columns, f->rows),
		.id = dt_paper_letters(d->paper, dt_digest_print(d, "%s-%s",
		    share ? "pause" : "payoff", figure->id)),
		.x = axis_of(&f->axis[0]), .y = axis_of(&f->axis[1]) };
	dt_svg_heat(&figure->svg, &picture, &heat);
}

static void
draw_line(struct dt_digest *d, struct dt_paper_figure *figure,
    const struct dt_digest_field *f)
{
	double *numbers = dt_arena_new(d->arena, 3 * f->columns,
	    sizeof(*numbers));
	if (numbers == NULL) {
		d->paper->failed = true;
		return;
	}
	for (size_t k = 0; k < f->columns; k++) {
		numbers[k] = mean(f, f->pause, k);
		numbers[f->columns + k] = numbers[k] - half(f, k);
		numbers[2 * f->columns + k] = numbers[k] + half(f, k);
	}
	struct dt_svg picture = { .title = dt_digest_print(d, "Pause by %s",
		    f->axis[0].name),
		.desc = "The share of rounds paused, with its 95% interval.",
		.id = dt_paper_letters(d->paper, figure->id),
		.x = { .title = f->axis[0].name },
		.y = { .title = "paused", .unit = "share of rounds",
		    .low = 0, .high = 1 } };
	struct dt_svg_series one = { .n = f->columns,
		.x = f->axis[0].numbers, .y = numbers,
		.low = numbers + f->columns, .high = numbers + 2 * f->columns,
		.marks = true };
	struct dt_svg_bars bars = { .n = f->columns, .value = numbers,
		.low = one.low, .high = one.high };
	picture.x.labels = f->axis[0].words ? f->axis[0].labels : NULL;
	if (f->axis[0].words)
		dt_svg_bars(&figure->svg, &picture, &bars);
	else
		dt_svg_lines(&figure->svg, &picture, &one, 1);
}

static const struct dt_paper_plot field_plots[] = {
	{ .kind = DT_PAPER_FIELD, .x = "number_1", .z = "number_2",
	    .y = "pause_share" },
	{ .kind = DT_PAPER_LINES, .x = "number_1", .y = "pause_share",
	    .low = "low95", .high = "high95" },
};

static void
draw(struct dt_digest *d, struct dt_paper_section *s, const struct dt_digest_field *f)
{
	bool plane = f->n_axes > 1;
	struct dt_paper_figure *figure = DT_PAPER_FIGURE(s, dt_digest_print(d,
	    "sweep-%" PRId64, f->id), plane ? dt_digest_print(d, "Pause by %s "
	    "(axis 1) and %s (axis 2)", f->axis[0].name, f->axis[1].name) :
	    dt_digest_print(d, "Pause by %s (axis 1)", f->axis[0].name),
	    &field_plots[plane ? 0 : 1], heads);
	add_rows(f, dt_paper_table(figure));
	if (!plane) {
		draw_line(d, figure, f);
		return;
	}
	draw_field(d, figure, f, f->pause, "paused");
	/* A second picture of the same table. */
	draw_field(d, figure, f, f->payoff, "payoff");
}

void
dt_digest_sweep_tell(struct dt_digest *d, const struct dt_digest_field *f,
    const char *lines[3])
{
	lines[1] = lines[2] = NULL;
	if (f->stored == 0) {
		lines[0] = dt_digest_print(d, "Of the sweep %s no cell is kept "
		    "yet.", f->name);
		return;
	}
	lines[0] = dt_digest_print(d, "Over %" PRId64 " of %" PRId64 " cells "
	    "of %s the share of rounds paused goes from %s (%s) to %s (%s).",
	    f->stored, f->cells, f->name, dt_digest_share(d, f->least),
	    f->least_at, dt_digest_share(d, f->most), f->most_at);
	lines[1] = dt_digest_print(d, "In %" PRId64 " of %" PRId64 " cells "
	    "90%% of rounds and more were paused.", f->held, f->stored);
	lines[2] = dt_digest_print(d, "%" PRId64 " cell%s exact, %" PRId64
	    " simulated; scenario %s, seed %s, engine %s.", f->exact,
	    f->exact == 1 ? " is" : "s are", f->stored - f->exact,
	    f->scenario, f->seed, f->engine);
}

static void
tell(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_field *f, bool alone)
{
	const char *lines[3];
	dt_digest_sweep_tell(d, f, lines);
	dt_digest_answer(d, lines[0]);
	for (size_t k = alone ? 1 : 0; k < 3 && lines[k] != NULL; k++)
		if (alone && k == 1)
			dt_digest_answer(d, lines[k]);
		else
			dt_paper_say(s, "%s", lines[k]);
	if (f->n_axes > 2)
		dt_paper_say(s, "It has %zu axes: a field is the mean over all "
		    "axes but the first two.", f->n_axes);
	dt_digest_command(d, f->command);
}

static enum dt_status
add_sweep(struct dt_digest *d, int64_t id, bool alone)
{
	struct dt_digest_field f = { .id = id };
	enum dt_status status = dt_digest_sweep_read(d, &f);
	if (status != DT_OK)
		return status;
	struct dt_paper_section *s = dt_paper_section(d->paper,
	    dt_digest_print(d, "sweep-%" PRId64 "-section", id),
	    dt_digest_print(d, "Sweep %" PRId64 ": %s", id, f.title[0] ?
	    f.title : f.name), 2);
	tell(d, s, &f, alone);
	if (f.n_axes > 0 && f.stored > 0) {
		draw(d, s, &f);
		status = dt_digest_sweep_reply(d, s, &f);
	}
	return status;
}

enum dt_status
dt_digest_sweeps(struct dt_digest *d, bool alone)
{
	int64_t ids[SWEEPS_MOST + 1];
	struct dt_digest_ids list = { .most = SWEEPS_MOST, .ids = ids };
	enum dt_status status = dt_digest_list(d, "sweep", &list);
	for (size_t i = 0; i < list.n && status == DT_OK; i++)
		status = add_sweep(d, ids[i], alone);
	return status;
}
