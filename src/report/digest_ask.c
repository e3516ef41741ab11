/* digest_ask: rows, cells and sentences; see digest_internal.h. */
#include "report/digest_internal.h"

#include <math.h>
#include <string.h>

static enum dt_status
take_all(struct dt_digest *d, struct dt_query *query,
    struct dt_digest_taker taker)
{
	const struct dt_cell *row = NULL;
	enum dt_status status = DT_OK;
	while (status == DT_OK && (status = dt_query_next(query, &row,
	    d->err)) == DT_OK && row != NULL) {
		if (dt_stop_is(d->request->stop))
			return dt_status_fail(d->err, DT_ESTOPPED,
			    "stopped before the report was whole");
		status = taker.take(d, row, taker.to);
	}
	return status;
}

enum dt_status
dt_digest_ask(struct dt_digest *d, struct dt_digest_taker taker,
    const char *format, ...)
{
	va_list args;
	struct dt_text sql = { 0 };
	struct dt_query *query = NULL;
	va_start(args, format);
	dt_text_add_list(&sql, format, args);
	va_end(args);
	enum dt_status status = sql.failed ? dt_status_no_memory(d->err) :
	    dt_query_open(&query, d->request->database, sql.bytes,
	    &(struct dt_query_terms){ 0 }, d->err);
	if (status == DT_OK)
		status = take_all(d, query, taker);
	dt_query_close(query);
	dt_text_free(&sql);
	return status;
}

enum dt_status
dt_digest_take_count(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	(void)d;
	*(int64_t *)to = row[0].integer;
	return DT_OK;
}

static enum dt_status
take_id(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	(void)d;
	struct dt_digest_ids *list = to;
	if (list->n < list->most)
		list->ids[list->n++] = row[0].integer;
	return DT_OK;
}

enum dt_status
dt_digest_list(struct dt_digest *d, const char *table,
    struct dt_digest_ids *list)
{
	int64_t there = 0;
	struct dt_digest_taker count = { dt_digest_take_count, &there };
	enum dt_status status = dt_digest_ask(d, count, "SELECT count(*) FROM"
	    " sqlite_schema WHERE type = 'table' AND name = '%s'", table);
	list->n = 0;
	list->all = 0;
	if (status != DT_OK || there == 0)
		return status;
	count.to = &list->all;
	status = dt_digest_ask(d, count, "SELECT count(*) FROM %s", table);
	return status ? status : dt_digest_ask(d, (struct dt_digest_taker){
	    take_id, list }, "SELECT %s_id FROM %s ORDER BY 1 LIMIT %zu",
	    table, table, list->most);
}

const char *
dt_digest_text(struct dt_digest *d, const struct dt_cell *cell)
{
	const char *made = cell->type != DT_CELL_TEXT ? "" :
	    dt_arena_copy(d->arena, cell->text);
	d->paper->failed |= made == NULL;
	return made != NULL ? made : "";
}

double
dt_digest_number(const struct dt_cell *cell)
{
	return cell->type == DT_CELL_REAL ? cell->real :
	    cell->type == DT_CELL_INTEGER ? (double)cell->integer : NAN;
}

const char *
dt_digest_print(struct dt_digest *d, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	const char *made = dt_arena_vprint(d->arena, format, args);
	va_end(args);
	d->paper->failed |= made == NULL;
	return made != NULL ? made : "";
}

void
dt_digest_answer(struct dt_digest *d, const char *words)
{
	if (words == NULL || d->answers == DT_DIGEST_SENTENCES)
		return;
	d->answers++;
	dt_paper_say(d->answer, "%s", words);
}

const char *
dt_digest_share(struct dt_digest *d, double share)
{
	char number[DT_NUMBER_SIZE];
	if (isnan(share))
		return "an unknown share";
	double part = fabs(100 * share);
	int digits = part == 0 || part >= 1 ? 1 : 3;
	return dt_digest_print(d, "%s%%", dt_number_print_short(100 * share,
	    digits, number));
}

/* What two experiments of one call say once. */
void
dt_digest_command(struct dt_digest *d, const char *command)
{
	size_t n = strlen(command);
	const char *at = dt_text_string(&d->again);
	while ((at = strstr(at, command)) != NULL)
		if ((at == d->again.bytes || at[-1] == '\n') && at[n] == '\n')
			return;
		else
			at++;
	if (n > 0)
		dt_text_add(&d->again, "%s\n", command);
}
