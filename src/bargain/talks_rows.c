/* talks_rows: see talks_rows.h. */
#include "bargain/talks_rows.h"

#include <math.h>
#include <string.h>

#include "play/seal.h"
#include "verdict/keeping.h"

static struct dt_cell
whole(int64_t number)
{
	return (struct dt_cell){ .type = DT_CELL_INTEGER, .integer = number };
}

static struct dt_cell
real(double number)
{
	struct dt_cell cell = { .type = DT_CELL_REAL, .real = number + 0.0 };
	memcpy(&cell.integer, &cell.real, sizeof(cell.integer));
	return cell;
}

static struct dt_cell
text(const char *words)
{
	return (struct dt_cell){ .type = DT_CELL_TEXT, .text = words };
}

/* None where it is none, or where it is 0. */
static struct dt_cell
maybe_real(double number)
{
	return isnan(number) ? (struct dt_cell){ .type = DT_CELL_NULL } :
	    real(number);
}

static struct dt_cell
maybe_whole(int64_t number)
{
	return number == 0 ? (struct dt_cell){ .type = DT_CELL_NULL } :
	    whole(number);
}

/* A text's or agent's number from 1; none. */
static struct dt_cell
number_of(size_t index)
{
	return maybe_whole(index == DT_TALKS_NONE ? 0 : (int64_t)index + 1);
}

static enum dt_status
put_text(const struct dt_talks_setting *s, size_t x,
    const struct dt_talks_rows *rows, struct dt_error *err)
{
	const struct dt_stakes_text *t = &s->stakes->texts[x];
	unsigned char hash[DT_HASH_BYTES];
	char hex[DT_HASH_HEX];
	enum dt_status status = dt_seal_treaty(
	    &t->experiment.scenario->treaty, hash, NULL, err);
	const struct dt_cell cells[] = { number_of(x), text(t->name),
		text(t->treaty), text(dt_hash_hex(hash, hex)),
		text(dt_keeping_answers[t->answer]),
		whole(t->judged_by_play), whole(t->played), real(t->error),
		real(t->in_force), real(t->position),
		text(t->experiment.config),
		text(t->experiment.config_sha256) };
	return status ? status : rows->row(rows->to, DT_STORE_SCAN_TALKS_TEXT,
	    cells, err);
}

static enum dt_status
put_party(const struct dt_talks_setting *s, size_t i,
    const struct dt_talks_rows *rows, struct dt_error *err)
{
	const struct dt_cell cells[] = { number_of(i),
		text(s->parties[i].own.negotiator.name),
		whole(dt_move_has(s->table, i)), real(s->parties[i].patience),
		real(s->stakes->racing[i]), real(s->stakes->alone[i]) };
	return rows->row(rows->to, DT_STORE_SCAN_TALKS_PARTY, cells, err);
}

static enum dt_status
put_worth(const struct dt_talks_setting *s, size_t x, size_t i,
    const struct dt_talks_rows *rows, struct dt_error *err)
{
	const struct dt_stakes *stakes = s->stakes;
	size_t at = x * stakes->n + i;
	const struct dt_cell cells[] = { number_of(x), number_of(i),
		whole(dt_move_has(stakes->texts[x].signers, i)),
		whole(s->parties[i].refuses[x]), real(stakes->kept[at]),
		real(stakes->broken[at]), maybe_real(stakes->outside[at]),
		maybe_real(stakes->outside_broken[at]), real(s->expected[at]),
		real(s->parties[i].support[x]) };
	return rows->row(rows->to, DT_STORE_SCAN_TALKS_WORTH, cells, err);
}

enum dt_status
dt_talks_rows_menu(const struct dt_talks_setting *s,
    const struct dt_talks_rows *rows, struct dt_error *err)
{
	size_t n = s->stakes->n, m = s->stakes->m;
	enum dt_status status = DT_OK;
	for (size_t x = 0; status == DT_OK && x < m; x++)
		status = put_text(s, x, rows, err);
	for (size_t i = 0; status == DT_OK && i < n; i++)
		status = put_party(s, i, rows, err);
	for (size_t k = 0; status == DT_OK && k < n * m; k++)
		status = put_worth(s, k / n, k % n, rows, err);
	return status;
}

static enum dt_status
put_event(int64_t run, size_t k, const struct dt_talks_event *e,
    const struct dt_talks_rows *rows, struct dt_error *err)
{
	bool home = e->kind == DT_TALKS_RATIFY || e->kind == DT_TALKS_REJECT;
	const struct dt_cell cells[] = { whole(run), number_of(k),
		whole(e->round), number_of(e->party),
		text(dt_talks_event_words[e->kind]), number_of(e->text),
		maybe_real(home ? NAN : e->worth),
		maybe_real(home ? NAN : e->aspired),
		maybe_real(home ? e->worth : NAN),
		maybe_real(home ? e->aspired : NAN) };
	return rows->row(rows->to, DT_STORE_SCAN_TALKS_EVENT, cells, err);
}

enum dt_status
dt_talks_rows_outcome(const struct dt_talks_setting *s, int64_t number,
    const struct dt_talks_outcome *o, const struct dt_talks_rows *rows,
    struct dt_error *err)
{
	const struct dt_cell head[] = { whole(number), whole(o->rounds),
		text(dt_talks_end_words[o->end]), number_of(o->text),
		whole((int64_t)dt_move_count(o->bound)),
		whole(o->defections) };
	enum dt_status status = rows->row(rows->to, DT_STORE_SCAN_NEGOTIATION,
	    head, err);
	for (size_t i = 0; status == DT_OK && i < s->stakes->n; i++) {
		const struct dt_cell cells[] = { whole(number), number_of(i),
			maybe_whole(o->joins[i]), real(o->gain[i]) };
		status = rows->row(rows->to, DT_STORE_SCAN_NEGOTIATION_PARTY,
		    cells, err);
	}
	for (size_t k = 0; status == DT_OK && k < o->n_events; k++)
		status = put_event(number, k, &o->events[k], rows, err);
	return status;
}

static void
add_number(uint64_t number, struct dt_text *bytes)
{
	char raw[8];
	for (int i = 0; i < 8; i++)
		raw[i] = (char)(number >> 8 * (7 - i));
	dt_text_add_n(bytes, raw, sizeof(raw));
}

static void
add_cell(const struct dt_cell *cell, struct dt_text *bytes)
{
	uint64_t bits;
	memcpy(&bits, &cell->real, sizeof(bits));
	switch (cell->type) {
	case DT_CELL_NULL:
		dt_text_add_n(bytes, "n", 1);
		break;
	case DT_CELL_INTEGER:
		dt_text_add_n(bytes, "i", 1);
		add_number((uint64_t)cell->integer, bytes);
		break;
	case DT_CELL_REAL:
		dt_text_add_n(bytes, "r", 1);
		add_number(bits, bytes);
		break;
	default:
		dt_text_add_n(bytes, "t", 1);
		add_number(strlen(cell->text), bytes);
		dt_text_add_n(bytes, cell->text, strlen(cell->text));
	}
}

enum dt_status
dt_talks_rows_bytes(void *to, enum dt_store_scan_what table,
    const struct dt_cell *cells, struct dt_error *err)
{
	struct dt_text *bytes = to;
	char letter = (char)('T' + (int)table - DT_STORE_SCAN_TALKS_TEXT);
	dt_text_add_n(bytes, &letter, 1);
	for (size_t i = 0; dt_store_scan_column(table, i) != NULL; i++)
		add_cell(&cells[i], bytes);
	return bytes->failed ? dt_status_no_memory(err) : DT_OK;
}
