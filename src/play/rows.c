/* rows: see rows.h. */
#include "play/rows_internal.h"
#include "play/rows_race.h"

#include <math.h>
#include <string.h>

const char dt_rows_letters[DT_STORE_SCANS] = {
	[DT_STORE_SCAN_EXPERIMENT] = 'E', [DT_STORE_SCAN_AGENT] = 'A',
	[DT_STORE_SCAN_RUN] = 'R', [DT_STORE_SCAN_OUTCOME] = 'P',
	[DT_STORE_SCAN_ROUND] = 'd', [DT_STORE_SCAN_MOVE] = 'N',
	[DT_STORE_SCAN_RACE_RUN] = 'C', [DT_STORE_SCAN_RACE_OUTCOME] = 'Q',
	[DT_STORE_SCAN_RACE_ROUND] = 'H', [DT_STORE_SCAN_RACE_LAB] = 'L',
};

struct dt_store_run
dt_rows_run(int64_t number, const struct dt_tally *t)
{
	return (struct dt_store_run){
		.run = number, .rounds = t->rounds,
		.all_paused_rounds = t->all_paused,
		.in_force_rounds = t->in_force,
		.suspended_rounds = t->suspended,
		.entered_round = t->entered, .ended_round = t->ended,
		.ending = dt_regime_ending_words[t->ending],
		.first_breach_round = t->first_breach,
	};
}

struct dt_store_outcome
dt_rows_outcome(const struct dt_tally_agent *a)
{
	return (struct dt_store_outcome){
		.rounds_paused = a->paused, .rounds_party = a->party,
		.rounds_bound = a->bound,
		.slips = a->slips, .stopped = a->stopped,
		.breaches = a->breaches, .findings_right = a->alarms_right,
		.findings_wrong = a->alarms_wrong,
		.breaches_missed = a->missed,
		.false_declarations = a->false_declarations,
		.payoff = a->payoff, .fines = 0 - a->fines,
		.monitoring_cost = 0 - a->cost, .transfers = a->transfers,
	};
}

struct dt_store_move
dt_rows_move(const struct dt_tape_round *r, size_t i)
{
	return (struct dt_store_move){
		.intended = dt_move_has(r->intended, i),
		.executed = dt_move_has(r->executed, i),
		.declared = dt_move_has(r->declared, i),
		.party = dt_move_has(r->parties, i),
		.alarm = dt_move_has(r->alarms, i),
		.stopped = dt_move_has(r->stopped, i),
		.finding = dt_move_has(r->findings, i),
		.bound = dt_move_has(r->bound, i),
		.alarms_seen = (int64_t)dt_move_count(r->seen[i]),
		.payoff = r->payoff[i], .fine = 0 - r->fine[i],
	};
}

static char *
put_word(char *at, uint64_t word)
{
	for (int i = 7; i >= 0; i--)
		*at++ = (char)(word >> 8 * i);
	return at;
}

static void
add_word(struct dt_text *bytes, uint64_t word)
{
	char raw[8];
	put_word(raw, word);
	dt_text_add_n(bytes, raw, sizeof(raw));
}

static uint64_t
bits(double real)
{
	uint64_t word;
	memcpy(&word, &real, sizeof(word));
	return word;
}

static void
add_text(struct dt_text *bytes, const char *text)
{
	add_word(bytes, strlen(text));
	dt_text_add_n(bytes, text, strlen(text));
}

/* Signed bytes outlive the columns: they have what was paid below 0, and 0 for
 * a round that never came, as rows had them when the bytes were settled. Its
 * own inverse but for NULL; a -0, which nobody stores, stays what it is. */
struct dt_cell
dt_rows_turn(enum dt_store_scan_what table, size_t column, struct dt_cell cell)
{
	bool paid = table == DT_STORE_SCAN_OUTCOME ? column == DT_ROWS_TURNED ||
	    column == DT_ROWS_TURNED + 1 : table == DT_STORE_SCAN_MOVE &&
	    column == DT_ROWS_FINE;
	if (paid && cell.type == DT_CELL_REAL && cell.real != 0) {
		cell.real = 0 - cell.real;
		memcpy(&cell.integer, &cell.real, sizeof(cell.integer));
	}
	return cell;
}

/* Version 1 told the end as the first round without the treaty, or the run's
 * last: signed bytes still do. That round and the last with the treaty, which
 * follows from when it entered into force and how long it lived, change places;
 * what is neither stays. So this is its own inverse, and whatever is altered
 * gives other bytes. Unsigned: nothing vouches for a stored number yet. */
static int64_t
turn_end(int64_t ended, int64_t rounds, int64_t entered, uint64_t lived)
{
	uint64_t last = (uint64_t)entered + lived - 1;
	uint64_t then = last == (uint64_t)rounds ? last : last + 1;
	if (ended == 0 || entered == 0)
		return ended;
	return (int64_t)((uint64_t)ended == last ? then :
	    (uint64_t)ended == then ? last : (uint64_t)ended);
}

int64_t
dt_rows_turn_end(const struct dt_cell *run)
{
	const struct dt_cell *ended = &run[DT_ROWS_ENDED];
	if (ended->type == DT_CELL_NULL || run[5].type == DT_CELL_NULL)
		return ended->integer;
	return turn_end(ended->integer, run[1].integer, run[5].integer,
	    (uint64_t)run[3].integer + (uint64_t)run[4].integer);
}

static void
add_cell(struct dt_text *bytes, const struct dt_cell *cell)
{
	if (cell->type == DT_CELL_TEXT)
		add_text(bytes, cell->text);
	else
		add_word(bytes, cell->type == DT_CELL_REAL ?
		    bits(cell->real) : (uint64_t)cell->integer);
}

/* The letter of a row, by whether it is of before. */
static char
letter_of(enum dt_store_scan_what table, const struct dt_cell *cells)
{
	if (table == DT_STORE_SCAN_OUTCOME &&
	    cells[DT_ROWS_BOUND].type == DT_CELL_NULL)
		return 'O';
	if (table == DT_STORE_SCAN_MOVE && (cells[DT_ROWS_FLAGS].integer & DT_ROWS_UNKNOWN))
		return 'M';
	return dt_rows_letters[table];
}

/* What stands for NULL: a round that never came is 0, capability without bound
 * is infinite. */
static int64_t
lacking(enum dt_store_scan_what table, size_t column)
{
	return dt_rows_is_race(table) &&
	    dt_store_scan_type(table, column) == DT_CELL_REAL ?
	    (int64_t)bits(INFINITY) : 0;
}

void
dt_rows_add(enum dt_store_scan_what table, const struct dt_cell *cells,
    struct dt_text *bytes)
{
	char letter = letter_of(table, cells);
	dt_text_add_n(bytes, &letter, 1);
	for (size_t i = 0; dt_store_scan_column(table, i) != NULL; i++) {
		struct dt_cell cell = dt_rows_turn(table, i, cells[i]);
		if (table == DT_STORE_SCAN_RUN && i == DT_ROWS_ENDED)
			cell.integer = dt_rows_turn_end(cells);
		if (cell.type == DT_CELL_NULL)
			cell.integer = lacking(table, i);
		if (letter == 'M' && i == DT_ROWS_FLAGS)
			cell.integer &= ~(int64_t)DT_ROWS_UNKNOWN;
		if (letter != 'O' || i != DT_ROWS_BOUND)
			add_cell(bytes, &cell);
	}
}

/* Numbers at once: this is done for every row that is ever played. */
static bool
add_numbers(char letter, const int64_t *integers, size_t n,
    const double *reals, size_t m, struct dt_text *bytes)
{
	char raw[1 + 8 * 16], *at = raw;
	*at++ = letter;
	for (size_t i = 0; i < n; i++)
		at = put_word(at, (uint64_t)integers[i]);
	for (size_t i = 0; i < m; i++) {
		if (!isfinite(reals[i]))
			return false;
		at = put_word(at, bits(reals[i] + 0.0));
	}
	dt_text_add_n(bytes, raw, (size_t)(at - raw));
	return true;
}

static void
add_run(const struct dt_store_run *r, struct dt_text *bytes)
{
	const int64_t integers[] = { r->run, r->rounds,
		r->all_paused_rounds, r->in_force_rounds, r->suspended_rounds,
		r->entered_round, turn_end(r->ended_round, r->rounds,
		r->entered_round, (uint64_t)r->in_force_rounds +
		(uint64_t)r->suspended_rounds) };
	add_numbers(dt_rows_letters[DT_STORE_SCAN_RUN], integers, 7, NULL, 0, bytes);
	add_text(bytes, r->ending);
	add_word(bytes, (uint64_t)r->first_breach_round);
}

static bool
add_outcome(int64_t run, int64_t agent, const struct dt_store_outcome *o,
    struct dt_text *bytes)
{
	const int64_t integers[] = { run, agent, o->rounds_paused,
		o->rounds_party, o->slips, o->stopped, o->breaches,
		o->findings_right, o->findings_wrong, o->breaches_missed,
		o->false_declarations };
	const double reals[] = { o->payoff, 0 - o->fines,
		0 - o->monitoring_cost, o->transfers };
	bool fits = add_numbers(dt_rows_letters[DT_STORE_SCAN_OUTCOME], integers, 11,
	    reals, 4, bytes);
	if (fits)
		add_word(bytes, (uint64_t)o->rounds_bound);
	return fits;
}

/* As move_code's flags in schema.sql. */
static int64_t
flags(const struct dt_store_move *m)
{
	return m->intended | m->executed << 1 | m->declared << 2 |
	    m->party << 3 | m->alarm << 4 | m->stopped << 5 |
	    m->finding << 6 | m->bound << 7;
}

static bool
add_round(int64_t run, const struct dt_tape_round *r, size_t agents,
    struct dt_text *bytes)
{
	const int64_t head[] = { run, r->number };
	add_numbers(dt_rows_letters[DT_STORE_SCAN_ROUND], head, 2, NULL, 0, bytes);
	add_text(bytes, dt_view_phase_words[r->phase]);
	for (size_t i = 0; i < agents; i++) {
		struct dt_store_move m = dt_rows_move(r, i);
		const int64_t integers[] = { run, r->number, (int64_t)i + 1,
			flags(&m), m.alarms_seen };
		const double reals[] = { m.payoff, 0 - m.fine };
		if (!add_numbers(dt_rows_letters[DT_STORE_SCAN_MOVE], integers, 5,
		    reals, 2, bytes))
			return false;
	}
	return true;
}

static enum dt_status
take_race(void *bytes, enum dt_store_scan_what table,
    const struct dt_cell *cells, struct dt_error *err)
{
	(void)err;
	if (!dt_rows_race_fits(table, cells))
		return DT_EUSAGE;
	dt_rows_add(table, cells, bytes);
	return DT_OK;
}

/* Behind all others: those of the run, then of its rounds. */
static bool
add_race(int64_t number, const struct dt_tally *tally,
    const struct dt_tape_round *rounds, size_t n, struct dt_text *bytes)
{
	struct dt_rows_race_sink sink = { bytes, take_race };
	enum dt_status status = dt_rows_race_run(number, tally, &sink, NULL);
	for (size_t k = 0; rounds != NULL && k < n && status == DT_OK; k++)
		status = dt_rows_race_round(number, &rounds[k], &sink, NULL);
	return status == DT_OK;
}

bool
dt_rows_add_run(int64_t number, const struct dt_tally *tally,
    const struct dt_tape_round *rounds, size_t n, struct dt_text *bytes)
{
	struct dt_store_run row = dt_rows_run(number, tally);
	bool fits = true;
	add_run(&row, bytes);
	for (size_t i = 0; i < tally->n && fits; i++) {
		struct dt_store_outcome o = dt_rows_outcome(&tally->agent[i]);
		fits = add_outcome(number, (int64_t)i + 1, &o, bytes);
	}
	for (size_t k = 0; rounds != NULL && k < n && fits; k++)
		fits = add_round(number, &rounds[k], tally->n, bytes);
	return fits && add_race(number, tally, rounds, n, bytes);
}

static enum dt_status
add_table(struct dt_store *store, int64_t id, enum dt_store_scan_what table,
    size_t from, size_t to, struct dt_text *bytes, struct dt_error *err)
{
	struct dt_store_scan *scan;
	struct dt_store_scan_range range = { .experiment = id };
	const struct dt_cell *row = NULL;
	enum dt_status status = dt_store_scan_open(&scan, store, table,
	    &range, err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    err)) == DT_OK && row != NULL) {
		dt_text_add_n(bytes, &dt_rows_letters[table], 1);
		for (size_t i = from; i < to; i++)
			add_cell(bytes, &row[i]);
	}
	dt_store_scan_close(scan);
	return status;
}

enum dt_status
dt_rows_add_experiment(struct dt_store *store, int64_t id,
    struct dt_text *bytes, struct dt_error *err)
{
	enum dt_status status = add_table(store, id, DT_STORE_SCAN_EXPERIMENT,
	    DT_STORE_SCAN_KEY, DT_STORE_SCAN_ASKED, bytes, err);
	return status ? status : add_table(store, id, DT_STORE_SCAN_AGENT, 0,
	    9, bytes, err);
}
