/* rows_race: see rows_race.h. */
#include "play/rows_race.h"

#include <math.h>

/* Cells of a row, put one after the other. */
struct row {
	struct dt_cell cells[DT_STORE_SCAN_CELLS];
	size_t n;
};

static void
put(struct row *r, int64_t integer)
{
	r->cells[r->n++] = (struct dt_cell){ .type = DT_CELL_INTEGER,
	    .integer = integer };
}

/* A round that never came, an agent that nobody is. */
static void
put_or_null(struct row *r, int64_t integer, bool there)
{
	put(r, there ? integer : 0);
	if (!there)
		r->cells[r->n - 1].type = DT_CELL_NULL;
}

/* What is without bound is NULL. */
static void
put_real(struct row *r, double real)
{
	bool bounded = !isinf(real);
	r->cells[r->n++] = (struct dt_cell){
	    .type = bounded ? DT_CELL_REAL : DT_CELL_NULL,
	    .real = bounded ? real + 0.0 : 0 };
}

static enum dt_status
put_outcome(int64_t run, size_t agent, const struct dt_tally_agent *a,
    const struct dt_rows_race_sink *sink, struct dt_error *err)
{
	struct row r = { .n = 0 };
	put(&r, run);
	put(&r, (int64_t)agent + 1);
	put_real(&r, a->capability);
	put_real(&r, a->misalignment);
	put(&r, a->generation);
	put_real(&r, a->share);
	for (int k = 0; k < DT_RACE_HORSEMEN; k++)
		put_real(&r, a->borne[k]);
	put_real(&r, a->race[DT_RACE_PRIZE]);
	for (int k = 0; k < DT_RACE_HORSEMEN; k++)
		put_real(&r, 0 - a->race[k]);
	put_real(&r, 0 - a->race[DT_RACE_DISASTER]);
	return sink->take(sink->of, DT_STORE_SCAN_RACE_OUTCOME, r.cells, err);
}

enum dt_status
dt_rows_race_run(int64_t run, const struct dt_tally *t,
    const struct dt_rows_race_sink *sink, struct dt_error *err)
{
	const struct dt_tally_race *race = &t->race;
	struct row r = { .n = 0 };
	if (!race->exists)
		return DT_OK;
	put(&r, run);
	put_or_null(&r, race->disaster, race->disaster != 0);
	put_or_null(&r, race->monopoly, race->monopoly != 0);
	put(&r, race->disasters);
	put_or_null(&r, (int64_t)race->monopolist + 1, race->monopoly != 0);
	put_or_null(&r, race->runaway, race->runaway != 0);
	put_or_null(&r, (int64_t)race->escaped + 1, race->runaway != 0);
	enum dt_status status = sink->take(sink->of, DT_STORE_SCAN_RACE_RUN,
	    r.cells, err);
	for (size_t i = 0; i < t->n && status == DT_OK; i++)
		status = put_outcome(run, i, &t->agent[i], sink, err);
	return status;
}

static enum dt_status
put_lab(int64_t run, int64_t round, const struct dt_tape_lab *lab,
    const struct dt_rows_race_sink *sink, struct dt_error *err)
{
	struct row r = { .n = 0 };
	put(&r, run);
	put(&r, round);
	put(&r, (int64_t)lab->agent + 1);
	put_real(&r, lab->capability);
	put_real(&r, lab->misalignment);
	put(&r, lab->generation);
	put_real(&r, lab->oversight);
	put_real(&r, lab->share);
	put_real(&r, lab->behind);
	return sink->take(sink->of, DT_STORE_SCAN_RACE_LAB, r.cells, err);
}

enum dt_status
dt_rows_race_round(int64_t run, const struct dt_tape_round *round,
    const struct dt_rows_race_sink *sink, struct dt_error *err)
{
	struct row r = { .n = 0 };
	if (!round->race)
		return DT_OK;
	put(&r, run);
	put(&r, round->number);
	for (int k = 0; k < DT_RACE_HORSEMEN; k++)
		put_real(&r, round->borne[k]);
	enum dt_status status = sink->take(sink->of, DT_STORE_SCAN_RACE_ROUND,
	    r.cells, err);
	for (size_t i = 0; i < round->n_labs && status == DT_OK; i++)
		status = put_lab(run, round->number, &round->labs[i], sink,
		    err);
	return status;
}

bool
dt_rows_race_fits(enum dt_store_scan_what table, const struct dt_cell *cells)
{
	for (size_t i = 0; dt_store_scan_column(table, i) != NULL; i++)
		if ((cells[i].type == DT_CELL_REAL &&
		    !isfinite(cells[i].real)) ||
		    (cells[i].type == DT_CELL_NULL &&
		    !dt_store_scan_may_lack(table, i)))
			return false;
	return true;
}
