/* store_scan: see store_scan.h. */
#include "store/store_scan.h"

#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "store/store_figure.h"
#include "store/store_internal.h"

/* Types: i integer, n integer or NULL, r real, q real or NULL, t text, a letter
 * a column. The columns are those of the table behind `experiment_id` or
 * `sweep_id`, which only experiments and sweeps give out. */
struct form {
	const char *table, *types;
	bool runs;              /* it has a column run */
	const char *key;        /* ascending */
	const char *columns[DT_STORE_SCAN_CELLS];
};

#define NAME(id, name, ...) #name,
#define TYPE(id, ...) "q"
#define FIGURES_OF_GAMES DT_FIGURE_GAMES(TYPE)
#define FIGURES_OF_AGENTS DT_FIGURE_AGENTS(TYPE)

static const struct form forms[DT_STORE_SCANS] = {
	[DT_STORE_SCAN_EXPERIMENT] = { "experiment", "itttttttttttttt" "itiitt",
	    false, "experiment_id", { "experiment_id", "experiment_key",
		"scenario", "title", "treaty", "payoffs", "config",
		"config_sha256", "seed", "generator", "engine", "detail",
		"evidence", "command", "version", "model_version",
		"libraries", "runs_asked", "runs_stored", "started_at",
		"ended_at" } },
	[DT_STORE_SCAN_AGENT] = { "agent", "ittttttri", false, "agent",
	    { "agent", "name", "title", "kind", "host", "strategy", "status",
		"weight", "signs" } },
	[DT_STORE_SCAN_RUN] = { "run", "iiiiinntn", true, "run",
	    { "run", "rounds", "all_paused_rounds", "in_force_rounds",
		"suspended_rounds", "entered_round", "ended_round", "ending",
		"first_breach_round" } },
	[DT_STORE_SCAN_OUTCOME] = { "outcome", "iiiiiiiiiiirrrrn", true,
	    "run, agent", { "run", "agent", "rounds_paused", "rounds_party",
		"slips", "stopped_races", "breaches", "findings_right",
		"findings_wrong", "breaches_missed", "false_declarations",
		"payoff_total", "fines_total", "monitoring_total",
		"transfers_total", "rounds_bound" } },
	[DT_STORE_SCAN_ROUND] = { "round", "iit", true, "run, round",
	    { "run", "round", "phase" } },
	[DT_STORE_SCAN_MOVE] = { "move_code", "iiiiirr", true,
	    "run, round, agent", { "run", "round", "agent", "flags",
		"alarms_seen", "payoff", "fine" } },
	[DT_STORE_SCAN_SIGNER] = { "signer", "itttt", false, "signer",
	    { "signer", "name", "role", "session_vkey", "identity_vkey" } },
	[DT_STORE_SCAN_ENTRY] = { "entry", "itiiitt", true, "leaf",
	    { "leaf", "kind", "run", "round", "signer", "text",
		"signature" } },
	[DT_STORE_SCAN_CHECKPOINT] = { "checkpoint", "iiiitt", false,
	    "epoch", { "epoch", "first_run", "last_run", "size", "digest",
		"note" } },
	[DT_STORE_SCAN_SETTING] = { "setting", "ttt", false, "key",
	    { "key", "value", "unit" } },
	[DT_STORE_SCAN_TALLY] = { "tally_code", "iitiirr", true,
	    "run, agent, phase, flags", { "run", "agent", "phase", "flags",
		"rounds", "payoff_total", "fines_total" } },
	[DT_STORE_SCAN_PAIR] = { "pair", "iiiiiiiiiii", true,
	    "run, agent, other_agent", { "run", "agent", "other_agent",
		"pause_pause", "pause_race", "race_pause", "race_race",
		"rounds_after_pause", "pauses_after_pause",
		"rounds_after_race", "pauses_after_race" } },
	[DT_STORE_SCAN_ROUND_TALLY] = { "round_tally", "iiiiiiinn", false,
	    "round", { "round", "runs", "pauses", "all_paused", "in_force",
		"suspended", "alarms", "breaches", "findings" } },
	[DT_STORE_SCAN_TALKS_TEXT] = { "talks_text", "itttt" "iirrrtt", false,
	    "text", { "text", "name", "treaty", "sha256", "holds",
		"judged_by_play", "worth_by_play", "worth_se",
		"in_force_share", "pause_share", "config",
		"config_sha256" } },
	[DT_STORE_SCAN_TALKS_PARTY] = { "talks_party", "itirrr", false,
	    "agent", { "agent", "negotiator", "at_table", "patience",
		"racing_payoff", "alone_payoff" } },
	[DT_STORE_SCAN_TALKS_WORTH] = { "talks_worth", "iiiirrqqrr", false,
	    "text, agent", { "text", "agent", "signs", "refuses",
		"kept_payoff", "broken_payoff", "outside_payoff",
		"outside_broken_payoff", "expected_gain", "support" } },
	[DT_STORE_SCAN_NEGOTIATION] = { "negotiation", "iitnii", true, "run",
	    { "run", "rounds", "ending", "text", "parties", "defections" } },
	[DT_STORE_SCAN_NEGOTIATION_PARTY] = { "negotiation_party", "iinr",
	    true, "run, agent", { "run", "agent", "joined_round", "gain" } },
	[DT_STORE_SCAN_TALKS_EVENT] = { "talks_event", "iiintnqqqq", true,
	    "run, event", { "run", "event", "round", "agent", "does", "text",
		"worth", "aspired", "support", "chance" } },
	[DT_STORE_SCAN_CLASS_RUN] = { "class_run", "iii", true, "run",
	    { "run", "block", "matching_group" } },
	[DT_STORE_SCAN_PARTICIPANT] = { "participant", "ttttt", false,
	    "participant", { "participant", "joined_at", "left_at", "consent",
		"excluded_why" } },
	[DT_STORE_SCAN_SEAT] = { "seat", "iit", true,
	    "run, agent, participant", { "run", "agent", "participant" } },
	[DT_STORE_SCAN_CHOICE] = { "choice", "iiittnit", true,
	    "run, round, agent", { "run", "round", "agent", "source",
		"participant", "decided_ms", "connected", "excluded_why" } },
	[DT_STORE_SCAN_QUIZ_ANSWER] = { "quiz_answer", "tiiti", false,
	    "participant, question, attempt", { "participant", "question",
		"attempt", "answer", "correct" } },
	[DT_STORE_SCAN_SUBJECT] = { "subject", "iittt", true, "run, agent",
	    { "run", "agent", "subject", "session", "match" } },
	[DT_STORE_SCAN_RACE_RUN] = { "race_run", "inninnn", true, "run",
	    { "run", "disaster_round", "monopoly_round", "disasters",
		"monopolist", "runaway_round", "escaped" } },
	[DT_STORE_SCAN_RACE_OUTCOME] = { "race_outcome", "iiqrirrrrrrrrrrr",
	    true, "run, agent", { "run", "agent", "capability",
		"misalignment", "generation", "share", "oversight_lost",
		"misaligned", "disrupted", "monopolised", "prize_total",
		"oversight_loss_total", "misalignment_loss_total",
		"disruption_loss_total", "monopoly_loss_total",
		"disaster_loss_total" } },
	[DT_STORE_SCAN_RACE_ROUND] = { "race_round", "iirrrr", true,
	    "run, round", { "run", "round", "oversight_lost", "misaligned",
		"disrupted", "monopolised" } },
	[DT_STORE_SCAN_RACE_LAB] = { "race_lab", "iiiqrirrq", true,
	    "run, round, agent", { "run", "round", "agent", "capability",
		"misalignment", "generation", "oversight", "share",
		"behind_years" } },
	[DT_STORE_SCAN_SWEEP] = { "sweep", "itttttttttttitiitt", false,
	    "sweep_id", { "sweep_id", "sweep_key", "name", "title",
		"scenario", "config", "base_config", "seed", "generator",
		"engine", "command", "version", "model_version", "libraries",
		"runs_asked", "cells", "started_at", "ended_at" } },
	[DT_STORE_SCAN_AXIS] = { "sweep_axis", "itti", false, "axis",
	    { "axis", "name", "key", "levels" } },
	[DT_STORE_SCAN_LEVEL] = { "sweep_level", "iitr", false, "axis, level",
	    { "axis", "level", "value", "number" } },
	[DT_STORE_SCAN_CELL] = { "cell", "itttii" FIGURES_OF_GAMES, false,
	    "cell", { "cell", "cell_key", "config_sha256", "engine",
		"states", "runs", DT_FIGURE_GAMES(NAME) } },
	[DT_STORE_SCAN_CELL_AXIS] = { "cell_axis", "iii", false,
	    "cell, axis", { "cell", "axis", "level" } },
	[DT_STORE_SCAN_CELL_OUTCOME] = { "cell_outcome", "iitt"
	    FIGURES_OF_AGENTS, false, "cell, agent", { "cell", "agent",
		"name", "strategy", DT_FIGURE_AGENTS(NAME) } },
};

/* The column that says whose rows a table's are. */
static const char *
owner_of(const struct form *f)
{
	return f < &forms[DT_STORE_SCAN_OF_EXPERIMENTS] ? "experiment_id" :
	    "sweep_id";
}

struct dt_store_scan {
	struct dt_store *store;
	const struct form *form;
	sqlite3_stmt *statement;
	size_t n;
	struct dt_cell cells[DT_STORE_SCAN_CELLS];
};

const char *
dt_store_scan_table(enum dt_store_scan_what what)
{
	return forms[what].table;
}

const char *
dt_store_scan_column(enum dt_store_scan_what what, size_t column)
{
	return column < DT_STORE_SCAN_CELLS ? forms[what].columns[column] :
	    NULL;
}

enum dt_cell_type
dt_store_scan_type(enum dt_store_scan_what what, size_t column)
{
	char type = forms[what].types[column];
	return type == 'i' || type == 'n' ? DT_CELL_INTEGER : type == 'r' || type == 'q' ? DT_CELL_REAL :
	    DT_CELL_TEXT;
}

bool
dt_store_scan_may_lack(enum dt_store_scan_what what, size_t column)
{
	char type = forms[what].types[column];
	return type == 'n' || type == 'q';
}

/* Ordered by the whole key of the table, so that SQLite need not sort. */
static void
print_sql(const struct form *f, const struct dt_store_scan_range *range,
    struct dt_text *sql)
{
	dt_text_add(sql, "SELECT ");
	for (size_t i = 0; f->types[i] != '\0'; i++)
		dt_text_add(sql, "%s%s", i ? ", " : "", f->columns[i]);
	dt_text_add(sql, " FROM %s WHERE 1", f->table);
	if (range->experiment != 0)
		dt_text_add(sql, " AND %s = ?1", owner_of(f));
	if (range->first_run != 0 || range->last_run != 0)
		dt_text_add(sql, f->runs ? " AND run BETWEEN ?2 AND ?3" : "");
	dt_text_add(sql, " ORDER BY ");
	if (range->experiment == 0)
		dt_text_add(sql, "%s, ", owner_of(f));
	dt_text_add(sql, "%s", f->key);
}

static enum dt_status
prepare(struct dt_store_scan *scan, const struct dt_store_scan_range *range,
    struct dt_error *err)
{
	struct dt_store *store = scan->store;
	struct dt_text sql = { 0 };
	print_sql(scan->form, range, &sql);
	int code = sql.failed ? SQLITE_NOMEM : sqlite3_prepare_v2(store->db,
	    sql.bytes, -1, &scan->statement, NULL);
	enum dt_status status = sql.failed ? dt_status_no_memory(err) :
	    code ? dt_store_explain(store->path, store->db, err) : DT_OK;
	dt_text_free(&sql);
	if (status)
		return status;
	/* binding what the statement has not is no fault here */
	(void)sqlite3_bind_int64(scan->statement, 1, range->experiment);
	(void)sqlite3_bind_int64(scan->statement, 2, range->first_run);
	(void)sqlite3_bind_int64(scan->statement, 3, range->last_run);
	return DT_OK;
}

enum dt_status
dt_store_scan_open(struct dt_store_scan **scan, struct dt_store *store,
    enum dt_store_scan_what what, const struct dt_store_scan_range *range,
    struct dt_error *err)
{
	*scan = NULL;
	struct dt_store_scan *s = dt_memory_new(1, sizeof(*s));
	if (s == NULL)
		return dt_status_no_memory(err);
	s->store = store;
	s->form = &forms[what];
	s->n = strlen(s->form->types);
	enum dt_status status = prepare(s, range, err);
	if (status)
		dt_store_scan_close(s);
	else
		*scan = s;
	return status;
}

bool
dt_store_scan_cell(sqlite3_stmt *from, int column, char as,
    struct dt_cell *cell)
{
	int type = sqlite3_column_type(from, column);
	switch (as) {
	case 'i':
		cell->type = DT_CELL_INTEGER;
		cell->integer = sqlite3_column_int64(from, column);
		return type == SQLITE_INTEGER;
	case 'n':
		cell->type = type == SQLITE_NULL ? DT_CELL_NULL :
		    DT_CELL_INTEGER;
		cell->integer = sqlite3_column_int64(from, column);
		return type == SQLITE_INTEGER || type == SQLITE_NULL;
	case 'r':
		cell->type = DT_CELL_REAL;
		cell->real = sqlite3_column_double(from, column);
		return type == SQLITE_FLOAT;
	case 'q':
		cell->type = type == SQLITE_NULL ? DT_CELL_NULL :
		    DT_CELL_REAL;
		cell->real = sqlite3_column_double(from, column);
		return type == SQLITE_FLOAT || type == SQLITE_NULL;
	default:
		cell->type = DT_CELL_TEXT;
		cell->text = (const char *)sqlite3_column_text(from, column);
		return type == SQLITE_TEXT && cell->text != NULL &&
		    strlen(cell->text) ==
		    (size_t)sqlite3_column_bytes(from, column);
	}
}

static enum dt_status
read_row(struct dt_store_scan *s, struct dt_error *err)
{
	for (size_t i = 0; i < s->n; i++)
		if (!dt_store_scan_cell(s->statement, (int)i,
		    s->form->types[i], &s->cells[i])) {
			if (sqlite3_errcode(s->store->db) == SQLITE_NOMEM)
				return dt_status_no_memory(err);
			return dt_status_fail(err, DT_ESTORE, "%s: a row of "
			    "%s, %s %lld: %s is not of the column's type",
			    s->store->path, s->form->table,
			    s->form->columns[0],
			    (long long)s->cells[0].integer,
			    s->form->columns[i]);
		}
	return DT_OK;
}

enum dt_status
dt_store_scan_next(struct dt_store_scan *s, const struct dt_cell **row,
    struct dt_error *err)
{
	*row = NULL;
	int code = sqlite3_step(s->statement);
	if (code == SQLITE_DONE)
		return DT_OK;
	if (code != SQLITE_ROW)
		return dt_store_explain(s->store->path, s->store->db, err);
	enum dt_status status = read_row(s, err);
	if (status == DT_OK)
		*row = s->cells;
	return status;
}

void
dt_store_scan_close(struct dt_store_scan *s)
{
	if (s == NULL)
		return;
	sqlite3_finalize(s->statement);
	dt_memory_free(s);
}

enum dt_status
dt_store_scan_count(struct dt_store *store, int64_t *rows,
    struct dt_error *err)
{
	return dt_store_number(store->db, store->path, "SELECT (SELECT"
	    " count(*) FROM run) + (SELECT count(*) FROM entry)", rows, err);
}
