/* audit_count: what is kept beside the rounds of an experiment (tally_code,
 * pair, round_tally), counted again from them by plain loops, when the rounds
 * themselves have been found to be those that were played. */
#include "audit/audit_internal.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

enum { PHASE = 32, SUMS = 8 };
enum { ROUND, MOVE, TALLY, PAIR, SUM, SCANS };
static const enum dt_store_scan_what what[SCANS] = {
	DT_STORE_SCAN_ROUND, DT_STORE_SCAN_MOVE, DT_STORE_SCAN_TALLY,
	DT_STORE_SCAN_PAIR, DT_STORE_SCAN_ROUND_TALLY,
};

struct moved {
	int64_t flags;
	double payoff, fine;
};

struct phase {
	char word[PHASE];
};

/* One round, all runs taken together, as the columns behind it. */
struct total {
	int64_t of[SUMS];
	bool unknown;           /* whether the last two were kept */
};

struct count {
	struct dt_audit *audit;
	struct dt_store_scan *scan[SCANS];
	const struct dt_cell *row[SCANS];
	bool lost;
	size_t agents, rounds;  /* of the run, which is: */
	struct moved *moves;    /* round after round */
	struct phase *phases;
	size_t room_moves, room_phases;
	struct total *totals;   /* by round */
	size_t n_totals, room_totals;
};

static enum dt_status
step(struct count *c, int i)
{
	c->row[i] = NULL;
	return dt_audit_damage(c->audit, dt_store_scan_next(c->scan[i],
	    &c->row[i], c->audit->err), &c->lost);
}

static bool
is_of(const struct count *c, int i, int64_t run)
{
	return c->row[i] != NULL && c->row[i][0].integer == run;
}

static bool
reserve(struct count *c)
{
	return dt_memory_reserve(&c->moves, &c->room_moves,
	    (c->rounds + 1) * c->agents, sizeof(*c->moves)) &&
	    dt_memory_reserve(&c->phases, &c->room_phases, c->rounds + 1,
	    sizeof(*c->phases));
}

/* A round with its moves, of which all are there. */
static enum dt_status
take_round(struct count *c, int64_t run)
{
	if (!reserve(c))
		return dt_status_no_memory(c->audit->err);
	struct moved *m = c->moves + c->rounds * c->agents;
	snprintf(c->phases[c->rounds++].word, PHASE, "%s",
	    c->row[ROUND][2].text);
	enum dt_status status = step(c, ROUND);
	for (size_t i = 0; i < c->agents && status == DT_OK; i++) {
		if (!is_of(c, MOVE, run))
			break;
		const struct dt_cell *row = c->row[MOVE];
		m[i] = (struct moved){ row[3].integer, row[5].real,
			row[6].real };
		status = step(c, MOVE);
	}
	return status;
}

static void
add_move(struct total *t, int64_t flags)
{
	bool raced = flags & 2;
	t->of[1] += !raced;
	t->of[5] += flags >> 4 & 1;
	t->of[6] += flags >> 7 & raced;
	t->of[7] += flags >> 6 & 1;
	t->unknown |= flags >= 256;
}

static enum dt_status
add_totals(struct count *c)
{
	size_t was = c->n_totals;
	if (!dt_memory_reserve(&c->totals, &c->room_totals, c->rounds,
	    sizeof(*c->totals)))
		return dt_status_no_memory(c->audit->err);
	if (c->rounds > was) {
		memset(c->totals + was, 0,
		    (c->rounds - was) * sizeof(*c->totals));
		c->n_totals = c->rounds;
	}
	for (size_t r = 0; r < c->rounds; r++) {
		struct total *t = &c->totals[r];
		int64_t before = t->of[1];
		t->of[0]++;
		for (size_t i = 0; i < c->agents; i++)
			add_move(t, c->moves[r * c->agents + i].flags);
		t->of[2] += t->of[1] - before == (int64_t)c->agents;
		t->of[3] += strcmp(c->phases[r].word, "in force") == 0;
		t->of[4] += strcmp(c->phases[r].word, "suspended") == 0;
	}
	return DT_OK;
}

static enum dt_status
differ(struct count *c, int i, size_t column, int64_t stored, int64_t counted)
{
	const struct dt_cell *row = c->row[i];
	struct dt_audit_fault where = { .leaf = -1,
		.table = dt_store_scan_table(what[i]),
		.column = dt_store_scan_column(what[i], column) };
	if (i == SUM)
		where.round = row[0].integer;
	else {
		where.run = row[0].integer;
		where.agent = row[1].integer;
	}
	return stored == counted ? DT_OK : dt_audit_fault(c->audit, &where,
	    "is %" PRId64 ", and the rounds come to %" PRId64, stored,
	    counted);
}

/* Rows of one table that were added or are gone. */
static enum dt_status
wrong(struct count *c, int i, int64_t run)
{
	return dt_audit_fault(c->audit, &(struct dt_audit_fault){ .run = run,
	    .table = dt_store_scan_table(what[i]), .leaf = -1 },
	    "a row was added or removed: the rounds come to others");
}

static bool
is_agent(const struct count *c, int64_t agent)
{
	return agent >= 1 && agent <= (int64_t)c->agents;
}

static enum dt_status
compare_tally(struct count *c, int64_t *rounds)
{
	const struct dt_cell *row = c->row[TALLY];
	struct moved sum = { 0 };
	int64_t n = 0;
	if (!is_agent(c, row[1].integer))
		return wrong(c, TALLY, row[0].integer);
	for (size_t r = 0; r < c->rounds; r++) {
		const struct moved *m = &c->moves[r * c->agents +
		    (size_t)row[1].integer - 1];
		if (m->flags != row[3].integer ||
		    strcmp(c->phases[r].word, row[2].text) != 0)
			continue;
		n++;
		sum.payoff += m->payoff;
		sum.fine += m->fine;
	}
	*rounds += n;
	enum dt_status status = differ(c, TALLY, 4, row[4].integer, n);
	if (status == DT_OK && (sum.payoff != row[5].real ||
	    sum.fine != row[6].real))
		status = dt_audit_fault(c->audit, &(struct dt_audit_fault){
		    .run = row[0].integer, .agent = row[1].integer,
		    .table = "tally_code", .leaf = -1, .column =
		    sum.payoff != row[5].real ? "payoff_total" :
		    "fines_total" }, "is not the sum over its rounds");
	return status;
}

/* Columns 3 to 6 by what both did, 7 to 10 by what the other had done. */
static enum dt_status
compare_pair(struct count *c)
{
	const struct dt_cell *row = c->row[PAIR];
	int64_t n[11] = { 0 };
	if (!is_agent(c, row[1].integer) || !is_agent(c, row[2].integer))
		return wrong(c, PAIR, row[0].integer);
	const struct moved *own = c->moves + row[1].integer - 1;
	const struct moved *other = c->moves + row[2].integer - 1;
	for (size_t r = 0; r < c->rounds; r++) {
		bool raced = own[r * c->agents].flags & 2;
		bool did = other[r * c->agents].flags & 2;
		n[3 + 2 * raced + did]++;
		if (r == 0)
			continue;
		bool had = other[(r - 1) * c->agents].flags & 2;
		n[7 + 2 * had]++;
		n[8 + 2 * had] += !raced;
	}
	enum dt_status status = DT_OK;
	for (size_t k = 3; k < 11 && status == DT_OK; k++)
		status = differ(c, PAIR, k, row[k].integer, n[k]);
	return status;
}

/* The counts of one run, whose rounds are loaded. */
static enum dt_status
compare_run(struct count *c, int64_t run)
{
	struct dt_audit *a = c->audit;
	int64_t rounds = 0, pairs = 0, faults = a->report->faults;
	enum dt_status status = DT_OK;
	for (; status == DT_OK && is_of(c, TALLY, run); dt_audit_cover(a,
	    DT_STORE_SCAN_TALLY, true, false)) {
		status = compare_tally(c, &rounds);
		if (status == DT_OK)
			status = step(c, TALLY);
	}
	for (; status == DT_OK && is_of(c, PAIR, run); dt_audit_cover(a,
	    DT_STORE_SCAN_PAIR, true, false), pairs++) {
		status = compare_pair(c);
		if (status == DT_OK)
			status = step(c, PAIR);
	}
	if (status || c->lost || a->report->faults > faults)
		return status;
	if (rounds != (int64_t)(c->rounds * c->agents))
		return wrong(c, TALLY, run);
	return pairs == (int64_t)(c->agents * (c->agents - 1)) ? DT_OK :
	    wrong(c, PAIR, run);
}

static enum dt_status
count_run(struct count *c)
{
	int64_t run = c->row[ROUND][0].integer;
	enum dt_status status = DT_OK;
	c->rounds = 0;
	while (status == DT_OK && is_of(c, ROUND, run))
		status = take_round(c, run);
	if (status == DT_OK && !c->lost)
		status = add_totals(c);
	return status || c->lost ? status : compare_run(c, run);
}

static enum dt_status
compare_total(struct count *c, size_t r)
{
	const struct dt_cell *row = c->row[SUM];
	const struct total *t = &c->totals[r];
	enum dt_status status = DT_OK;
	if (row[0].integer != (int64_t)r + 1)
		return wrong(c, SUM, 0);
	for (size_t k = 0; k < SUMS && status == DT_OK; k++) {
		bool known = k < 6 || !t->unknown;
		bool null = row[k + 1].type == DT_CELL_NULL;
		if (known == null)
			return wrong(c, SUM, 0);
		if (known)
			status = differ(c, SUM, k + 1, row[k + 1].integer,
			    t->of[k]);
	}
	dt_audit_cover(c->audit, DT_STORE_SCAN_ROUND_TALLY, true, false);
	return status;
}

/* What is left once all runs were counted: of no run, or of all of them. */
static enum dt_status
compare_rest(struct count *c)
{
	enum dt_status status = DT_OK;
	size_t r = 0;
	for (int i = TALLY; i <= PAIR && status == DT_OK; i++)
		if (c->row[i] != NULL)
			status = wrong(c, i, c->row[i][0].integer);
	for (; r < c->n_totals && c->row[SUM] != NULL && status == DT_OK; r++) {
		status = compare_total(c, r);
		if (status == DT_OK)
			status = step(c, SUM);
	}
	if (status == DT_OK && !c->lost && (r < c->n_totals ||
	    c->row[SUM] != NULL))
		status = wrong(c, SUM, 0);
	return status;
}

static enum dt_status
count_all(struct count *c)
{
	struct dt_audit *a = c->audit;
	enum dt_status status = DT_OK;
	int64_t faults = a->report->faults;
	for (int i = 0; i < SCANS && status == DT_OK && !c->lost; i++) {
		status = dt_audit_damage(a, dt_audit_scan(a, what[i],
		    &c->scan[i]), &c->lost);
		if (status == DT_OK && !c->lost)
			status = step(c, i);
	}
	while (status == DT_OK && !c->lost && c->row[ROUND] != NULL &&
	    a->report->faults == faults)
		status = count_run(c);
	return status || c->lost || a->report->faults > faults ? status :
	    compare_rest(c);
}

enum dt_status
dt_audit_counts(struct dt_audit *a)
{
	struct count c = { .audit = a, .agents = a->experiment.model.n };
	enum dt_status status = count_all(&c);
	for (int i = 0; i < SCANS; i++)
		dt_store_scan_close(c.scan[i]);
	dt_memory_free(c.moves);
	dt_memory_free(c.phases);
	dt_memory_free(c.totals);
	return status;
}
