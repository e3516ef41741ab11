/* sheet_draw: cells of talks as a picture; see sheet.h. */
#include <math.h>

#include "bargain/sheet.h"
#include "base/text.h"
#include "format/svg.h"
#include "verdict/axis_words.h"

enum { WIDTH = 720, HEIGHT = 420 };

struct drawing {
	const struct dt_sheet *sheet;
	struct dt_arena *arena;
	struct dt_svg_series series[DT_SVG_MOST];
	size_t n;
	size_t panel;           /* value of the third axis */
	bool failed;
};

static size_t
values_of(const struct dt_sheet *sheet, size_t axis)
{
	return axis < sheet->axes ? sheet->axis[axis].n : 1;
}

/* Along the first axis. */
static const struct dt_sheet_cell *
cell_at(const struct drawing *d, size_t x, size_t line)
{
	const struct dt_sheet *s = d->sheet;
	size_t number = x;
	if (s->axes > 1)
		number = number * s->axis[1].n + line;
	if (s->axes > 2)
		number = number * s->axis[2].n + d->panel;
	return &s->cells[number];
}

/* A line and its name; its room, to be filled: x, y and the band's edges one
 * after another. NULL: memory is out. */
static double *
add(struct drawing *d, const char *name, bool band)
{
	struct dt_svg_series *s = &d->series[d->n];
	const struct dt_vary *axis = &d->sheet->axis[0];
	double *room = dt_arena_new(d->arena, 4 * axis->n, sizeof(*room));
	d->failed = d->failed || room == NULL || name == NULL;
	if (d->failed || d->n == DT_SVG_MOST)
		return NULL;
	*s = (struct dt_svg_series){ .name = name, .n = axis->n, .x = room,
	    .y = room + axis->n, .low = band ? room + 2 * axis->n : NULL,
	    .high = band ? room + 3 * axis->n : NULL, .marks = axis->n <= 40,
	    .apart = !band };
	for (size_t k = 0; k < axis->n; k++)
		room[k] = axis->numbers != NULL ? axis->numbers[k] :
		    (double)k + 1;
	d->n++;
	return room;
}

/* Two standard errors to each side. */
static void
put(const struct drawing *d, double *room, size_t k, double value,
    double error)
{
	size_t n = d->sheet->axis[0].n;
	room[n + k] = value;
	room[2 * n + k] = value - 2 * error;
	room[3 * n + k] = value + 2 * error;
}

static const char *
line_name(const struct drawing *d, size_t line, const char *what)
{
	const struct dt_vary *axis = &d->sheet->axis[1];
	return d->sheet->axes < 2 ? what : dt_arena_print(d->arena,
	    "%s%s%s", axis->values[line], what[0] != '\0' ? ", " : "", what);
}

static bool
any_expected(const struct dt_sheet *sheet)
{
	for (size_t k = 0; k < sheet->n; k++)
		if (!isnan(sheet->cells[k].expected))
			return true;
	return false;
}

static void
add_chance(struct drawing *d, size_t line, bool expected)
{
	const char *name = line_name(d, line, expected ?
	    "known without talks" : d->sheet->axes < 2 ? "talks" : "");
	double *room = add(d, name, !expected);
	for (size_t x = 0; room != NULL && x < d->sheet->axis[0].n; x++) {
		const struct dt_sheet_cell *c = cell_at(d, x, line);
		put(d, room, x, expected ? c->expected : c->survives,
		    c->survives_error);
	}
}

static const char *
axis_title(const struct drawing *d, size_t axis)
{
	const struct dt_vary *a = &d->sheet->axis[axis];
	return a->parties ? "parties" : a->of_menu ? a->key :
	    dt_axis_words(d->arena, a->key);
}

/* Numbers have their place; else values are told by number, and named. */
static const char *
first_title(const struct drawing *d)
{
	const struct dt_vary *a = &d->sheet->axis[0];
	const char *title = axis_title(d, 0);
	for (size_t k = 0; title != NULL && a->numbers == NULL && k < a->n;
	    k++)
		title = dt_arena_print(d->arena, "%s%s %zu: %s", title,
		    k > 0 ? "," : "", k + 1, a->values[k]);
	return title;
}

static void
draw(struct drawing *d, const char *title, const char *y, const char *unit,
    bool chance, struct dt_text *out)
{
	const char *more = d->sheet->axes < 3 ? "" : dt_arena_print(d->arena,
	    "; %s = %s", axis_title(d, 2),
	    d->sheet->axis[2].values[d->panel]);
	struct dt_svg picture = { .width = WIDTH, .height = HEIGHT,
	    .id = dt_arena_print(d->arena, "dt%c%zu", chance ? 'a' : 'b',
	    d->panel),
	    .title = more != NULL ? dt_arena_print(d->arena, "%s%s", title,
	    more) : NULL,
	    .desc = dt_arena_print(d->arena, "%s: %lld negotiations a point, "
	    "bands of two standard errors.", d->sheet->menu,
	    (long long)d->sheet->runs),
	    .x = { .title = first_title(d) },
	    .y = { .title = y, .unit = unit, .low = 0, .high = chance } };
	d->failed = d->failed || picture.id == NULL || picture.title == NULL ||
	    picture.desc == NULL || picture.x.title == NULL;
	if (!d->failed)
		dt_svg_lines(out, &picture, d->series, d->n);
	d->n = 0;
}

static void
draw_chances(struct drawing *d, struct dt_text *out)
{
	size_t lines = values_of(d->sheet, 1);
	bool expected = any_expected(d->sheet);
	for (size_t line = 0; line < lines; line++)
		add_chance(d, line, false);
	for (size_t line = 0; expected && line < lines; line++)
		add_chance(d, line, true);
	draw(d, d->sheet->axes < 2 ? "A pause of all comes about and survives"
	    : dt_arena_print(d->arena, "A pause of all, by %s", axis_title(d,
	    1)), "chance", NULL, true, out);
}

/* Where the same parties are in all cells, and not too many. */
static bool
has_gains(const struct dt_sheet *sheet)
{
	return sheet->axes == 1 && !sheet->axis[0].parties &&
	    sheet->cells[0].parties <= DT_SVG_MOST;
}

static void
draw_gains(struct drawing *d, struct dt_text *out)
{
	const struct dt_sheet_cell *cell = d->sheet->cells;
	for (size_t i = 0; i < cell[0].parties; i++) {
		double *room = add(d, cell[0].names[i], true);
		for (size_t x = 0; room != NULL && x < d->sheet->n; x++)
			put(d, room, x, cell[x].gain[i],
			    cell[x].gain_error[i]);
	}
	draw(d, "What talks gain over racing", "gain", "payoff a round", false,
	    out);
}

static enum dt_status
stack(struct drawing *d, struct dt_text *panels, size_t n,
    struct dt_text *svg, struct dt_error *err)
{
	if (!d->failed)
		dt_svg_stack(svg, panels, n, WIDTH, HEIGHT);
	for (size_t k = 0; k < n; k++)
		dt_text_free(&panels[k]);
	return d->failed || svg->failed ? dt_status_no_memory(err) : DT_OK;
}

enum dt_status
dt_sheet_draw(const struct dt_sheet *sheet, struct dt_arena *arena,
    struct dt_text *svg, struct dt_error *err)
{
	struct drawing d = { .sheet = sheet, .arena = arena };
	size_t panels = values_of(sheet, 2), most = any_expected(sheet) ?
	    DT_SVG_MOST / 2 : DT_SVG_MOST;
	bool gains = has_gains(sheet);
	struct dt_text *texts = dt_arena_new(arena, panels + 1,
	    sizeof(*texts));
	if (values_of(sheet, 1) > most)
		return dt_status_fail(err, DT_EUSAGE, "a picture has up to %zu "
		    "lines, and the second --vary has %zu values", most,
		    sheet->axis[1].n);
	if (texts == NULL)
		return dt_status_no_memory(err);
	for (d.panel = 0; d.panel < panels; d.panel++)
		draw_chances(&d, &texts[d.panel]);
	d.panel = 0;
	if (gains)
		draw_gains(&d, &texts[panels]);
	return stack(&d, texts, panels + gains, svg, err);
}
