/* store_count_put: what was counted, into its tables; see store_count.h. */
#include "store/store_count_internal.h"

#include "base/memory.h"

static enum dt_status
explain(struct dt_store_count *c, struct dt_error *err)
{
	return dt_store_explain(c->path, c->db, err);
}

static enum dt_status
prepare(struct dt_store_count *c, const char *sql, sqlite3_stmt **s,
    struct dt_error *err)
{
	return sqlite3_prepare_v3(c->db, sql, -1, SQLITE_PREPARE_PERSISTENT,
	    s, NULL) == SQLITE_OK ? DT_OK : explain(c, err);
}

enum dt_status
dt_store_count_new(struct dt_store_count **count, sqlite3 *db,
    const char *path, struct dt_error *err)
{
	struct dt_store_count *c = dt_memory_new(1, sizeof(*c));
	*count = c;
	if (c == NULL)
		return dt_status_no_memory(err);
	c->db = db;
	c->path = path;
	enum dt_status status = prepare(c, "INSERT INTO tally_code VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?)", &c->put_kind, err);
	if (status == DT_OK)
		status = prepare(c, "INSERT INTO pair VALUES"
		    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", &c->put_pair, err);
	if (status == DT_OK)
		status = prepare(c, "INSERT INTO round_tally VALUES"
		    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
		    " runs = runs + excluded.runs,"
		    " pauses = pauses + excluded.pauses,"
		    " all_paused = all_paused + excluded.all_paused,"
		    " in_force = in_force + excluded.in_force,"
		    " suspended = suspended + excluded.suspended,"
		    " alarms = alarms + excluded.alarms,"
		    " breaches = breaches + excluded.breaches,"
		    " findings = findings + excluded.findings",
		    &c->put_sum, err);
	if (status == DT_OK)
		return DT_OK;
	dt_store_count_free(c);
	*count = NULL;
	return status;
}

void
dt_store_count_free(struct dt_store_count *c)
{
	if (c == NULL)
		return;
	sqlite3_finalize(c->put_kind);
	sqlite3_finalize(c->put_pair);
	sqlite3_finalize(c->put_sum);
	dt_memory_free(c->kinds);
	dt_memory_free(c->sums);
	dt_memory_free(c);
}

/* Binds n integers, in order, and runs the statement. */
static enum dt_status
put(struct dt_store_count *c, sqlite3_stmt *s, const int64_t *values, int n,
    struct dt_error *err)
{
	int failed = 0;
	for (int i = 0; i < n; i++)
		failed |= sqlite3_bind_int64(s, i + 1, values[i]);
	enum dt_status status = failed || sqlite3_step(s) != SQLITE_DONE ?
	    explain(c, err) : DT_OK;
	(void)sqlite3_reset(s);
	return status;
}

enum dt_status
dt_store_count_put_sum(struct dt_store_count *c, int64_t round, const struct dt_store_count_sum *s,
    struct dt_error *err)
{
	const int64_t values[] = { c->experiment, round, s->runs, s->pauses,
		s->all_paused, s->in_force, s->suspended, s->alarms,
		s->breaches, s->findings };
	int n = s->unknown ? 8 : 10;
	int failed = sqlite3_bind_null(c->put_sum, 9) |
	    sqlite3_bind_null(c->put_sum, 10);
	return failed ? explain(c, err) : put(c, c->put_sum, values, n, err);
}

enum dt_status
dt_store_count_put_kinds(struct dt_store_count *c, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < c->n_kinds && status == DT_OK; i++) {
		const struct dt_store_count_kind *k = &c->kinds[i];
		const int64_t values[] = { c->experiment, c->run,
			(int64_t)k->agent + 1 };
		int failed = sqlite3_bind_text(c->put_kind, 4,
		    c->phases[k->phase], -1, SQLITE_STATIC) |
		    sqlite3_bind_int(c->put_kind, 5, k->flags) |
		    sqlite3_bind_int64(c->put_kind, 6, k->rounds) |
		    sqlite3_bind_double(c->put_kind, 7, k->payoff) |
		    sqlite3_bind_double(c->put_kind, 8, k->fine);
		status = failed ? explain(c, err) :
		    put(c, c->put_kind, values, 3, err);
	}
	return status;
}

enum dt_status
dt_store_count_put_pairs(struct dt_store_count *c, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	size_t n = c->agents;
	for (size_t at = 0; at < n * n && status == DT_OK; at++) {
		size_t i = at / n, j = at % n;
		const struct dt_store_count_pair *p = &c->pair[i][j];
		const int64_t values[] = { c->experiment, c->run,
			(int64_t)i + 1, (int64_t)j + 1, p->both, p->own,
			p->other, p->neither, p->after_pause,
			p->paused_after_pause, p->after_race,
			p->paused_after_race };
		if (i != j)
			status = put(c, c->put_pair, values, 12, err);
	}
	return status;
}
