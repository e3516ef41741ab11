/* digest_sweep_read: the cells of a sweep; see digest_internal.h. */
#include "report/digest_internal.h"

#include <inttypes.h>
#include <math.h>

enum { LEVELS_MOST = 1000, CELLS_MOST = 1000000 };

static enum dt_status
take_axis(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct dt_digest_field *f = to;
	size_t levels = (size_t)row[2].integer;
	if (f->n_axes++ >= 2)
		return DT_OK;
	struct dt_digest_axis *a = &f->axis[f->n_axes - 1];
	if (levels > LEVELS_MOST)
		return dt_status_fail(d->err, DT_EUSAGE, "sweep %" PRId64
		    ": an axis of %zu values is no picture; at most %d", f->id,
		    levels, LEVELS_MOST);
	*a = (struct dt_digest_axis){ .name = dt_digest_text(d, &row[0]),
	    .key = dt_digest_text(d, &row[1]), .n = levels,
	    .labels = dt_arena_new(d->arena, levels + 1, sizeof(char *)),
	    .numbers = dt_arena_new(d->arena, levels + 1, sizeof(double)) };
	return a->labels && a->numbers ? DT_OK : dt_status_no_memory(d->err);
}

/* axis, level, value, number; of a word the number is its level. */
static enum dt_status
take_level(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct dt_digest_field *f = to;
	struct dt_digest_axis *a = &f->axis[row[0].integer == 1 ? 0 : 1];
	int64_t level = row[1].integer;
	double typed;
	if (level < 1 || level > (int64_t)a->n)
		return DT_OK;
	a->labels[level - 1] = dt_digest_text(d, &row[2]);
	a->numbers[level - 1] = dt_digest_number(&row[3]);
	a->words |= !dt_number_read(a->labels[level - 1], &typed);
	return DT_OK;
}

/* level 1, level 2 (or 1), pause, error, payoff, runs, settings */
static enum dt_status
take_cell(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct dt_digest_field *f = to;
	int64_t column = row[0].integer, line = row[1].integer;
	double pause = dt_digest_number(&row[2]);
	if (column < 1 || line < 1 || column > (int64_t)f->columns ||
	    line > (int64_t)f->rows)
		return DT_OK;
	size_t at = (size_t)(line - 1) * f->columns + (size_t)column - 1;
	double error = dt_digest_number(&row[3]);
	f->pause[at] += pause;
	f->error[at] += error * error;
	f->payoff[at] += dt_digest_number(&row[4]);
	f->n[at]++;
	f->stored++;
	f->exact += row[5].integer == 0;
	f->held += pause >= .9;
	if (!(pause >= f->least)) {
		f->least = pause;
		f->least_at = dt_digest_text(d, &row[6]);
	}
	if (!(pause <= f->most)) {
		f->most = pause;
		f->most_at = dt_digest_text(d, &row[6]);
	}
	return DT_OK;
}

static enum dt_status
read_grid(struct dt_digest *d, struct dt_digest_field *f)
{
	f->columns = f->axis[0].n;
	f->rows = f->n_axes > 1 ? f->axis[1].n : 1;
	size_t size = f->columns * f->rows;
	if (size > CELLS_MOST)
		return dt_status_fail(d->err, DT_EUSAGE, "sweep %" PRId64
		    ": %zu cells are no picture", f->id, size);
	double *numbers = dt_arena_new(d->arena, 3 * size, sizeof(*numbers));
	f->n = dt_arena_new(d->arena, size, sizeof(*f->n));
	if (numbers == NULL || f->n == NULL)
		return dt_status_no_memory(d->err);
	f->pause = numbers;
	f->payoff = numbers + size;
	f->error = numbers + 2 * size;
	f->least = f->most = NAN;
	return dt_digest_ask(d, (struct dt_digest_taker){ take_cell, f },
	    "SELECT a.level, coalesce(b.level, 1), c.pause_share,"
	    " c.pause_share_se, c.payoff_per_round, c.runs,"
	    " (SELECT group_concat(x.name || '=' || l.value, ', ')"
	    "  FROM cell_axis AS p JOIN sweep_axis AS x USING (sweep_id, axis)"
	    "  JOIN sweep_level AS l USING (sweep_id, axis, level)"
	    "  WHERE p.sweep_id = c.sweep_id AND p.cell = c.cell)"
	    " FROM cell AS c"
	    " JOIN cell_axis AS a ON a.sweep_id = c.sweep_id"
	    "  AND a.cell = c.cell AND a.axis = 1"
	    " LEFT JOIN cell_axis AS b ON b.sweep_id = c.sweep_id"
	    "  AND b.cell = c.cell AND b.axis = 2"
	    " WHERE c.sweep_id = %" PRId64 " ORDER BY c.cell", f->id);
}

static enum dt_status
take_sweep(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct dt_digest_field *f = to;
	f->name = dt_digest_text(d, &row[0]);
	f->title = dt_digest_text(d, &row[1]);
	f->scenario = dt_digest_text(d, &row[2]);
	f->command = dt_digest_text(d, &row[3]);
	f->engine = dt_digest_text(d, &row[4]);
	f->seed = dt_digest_text(d, &row[5]);
	f->cells = row[6].integer;
	return DT_OK;
}

enum dt_status
dt_digest_sweep_read(struct dt_digest *d, struct dt_digest_field *f)
{
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    take_sweep, f }, "SELECT name, title, scenario, command, engine,"
	    " seed, cells FROM sweep WHERE sweep_id = %" PRId64, f->id);
	if (status == DT_OK)
		status = dt_digest_ask(d, (struct dt_digest_taker){
		    take_axis, f }, "SELECT name, key, levels FROM sweep_axis"
		    " WHERE sweep_id = %" PRId64 " ORDER BY axis", f->id);
	if (status == DT_OK)
		status = dt_digest_ask(d, (struct dt_digest_taker){
		    take_level, f }, "SELECT axis, level, value, number FROM"
		    " sweep_level WHERE sweep_id = %" PRId64 " AND axis <= 2"
		    " ORDER BY axis, level", f->id);
	return status == DT_OK && f->n_axes > 0 ? read_grid(d, f) : status;
}
