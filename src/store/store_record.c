/* store_record: see store_record.h. */
#include "store/store_record.h"

#include <string.h>

#include "base/memory.h"
#include "store/store_internal.h"

/* Axes whose values are strategies. */
#define STRATEGIES "(SELECT sweep_id FROM sweep_axis WHERE key = 'strategies'" \
	    " OR key GLOB 'agents.*.strategy')"

/* Types: i integer, r real, t text, a letter a column. */
struct form {
	const char *what, *types, *sql;
};

static const struct form forms[DT_STORE_RECORDS] = {
	[DT_STORE_RECORD_EXPERIMENTS] = { "experiment", "ittttttttt",
	    "SELECT experiment_id, scenario, treaty, payoffs, config,"
	    " config_sha256, seed, detail, evidence, engine FROM experiment AS e"
	    " WHERE EXISTS (SELECT 1 FROM run AS r WHERE r.experiment_id ="
	    " e.experiment_id) AND engine NOT IN ('party', 'import')"
	    " ORDER BY experiment_id" },
	/* deviations from the mean first, so that runs that are alike have no
	 * error but that of rounding */
	[DT_STORE_RECORD_PAYOFFS] = { "outcome", "iittirr",
	    "WITH mean AS (SELECT experiment_id, agent, count(*) AS runs,"
	    " sum(payoff_total) / sum(rounds) AS payoff, sum(rounds) AS"
	    " rounds FROM outcome JOIN run USING (experiment_id, run)"
	    " GROUP BY experiment_id, agent)"
	    " SELECT m.experiment_id, m.agent, a.name, a.strategy, m.runs,"
	    " m.payoff, CASE m.runs WHEN 1 THEN 0.0 ELSE"
	    " (SELECT sum((o.payoff_total - m.payoff * r.rounds) *"
	    " (o.payoff_total - m.payoff * r.rounds)) FROM outcome AS o JOIN"
	    " run AS r USING (experiment_id, run) WHERE o.experiment_id ="
	    " m.experiment_id AND o.agent = m.agent) / (m.runs - 1.0) *"
	    " m.runs / m.rounds / m.rounds END FROM mean AS m JOIN agent AS a USING"
	    " (experiment_id, agent) ORDER BY m.experiment_id, m.agent" },
	[DT_STORE_RECORD_SWEEPS] = { "sweep", "itttttii",
	    "SELECT sweep_id, name, scenario, config, base_config, seed,"
	    " cells, sweep_id IN " STRATEGIES " FROM sweep"
	    " ORDER BY sweep_id" },
	[DT_STORE_RECORD_CELLS] = { "cell_outcome", "iiittirrt",
	    "SELECT sweep_id, cell, o.agent, o.name, o.strategy, c.runs,"
	    " o.payoff_per_round, o.payoff_per_round_se, c.config_sha256"
	    " FROM cell AS c JOIN cell_outcome AS o USING (sweep_id, cell)"
	    " WHERE sweep_id IN " STRATEGIES
	    " ORDER BY sweep_id, cell, o.agent" },
	[DT_STORE_RECORD_LEVELS] = { "cell_axis", "iiittit",
	    "SELECT x.sweep_id, x.cell, x.axis, a.name, a.key, x.level,"
	    " l.value FROM cell_axis AS x JOIN sweep_axis AS a USING"
	    " (sweep_id, axis) JOIN sweep_level AS l USING (sweep_id, axis,"
	    " level) WHERE x.sweep_id IN " STRATEGIES
	    " ORDER BY x.sweep_id, x.cell, x.axis" },
	[DT_STORE_RECORD_PLAYS] = { "experiment", "itttti",
	    "SELECT experiment_id, scenario, treaty, detail, engine,"
	    " (SELECT count(*) FROM agent AS a WHERE a.experiment_id ="
	    " e.experiment_id) FROM experiment AS e WHERE EXISTS (SELECT 1"
	    " FROM run AS r WHERE r.experiment_id = e.experiment_id)"
	    " ORDER BY experiment_id" },
	[DT_STORE_RECORD_SEATS] = { "subject", "iiitt",
	    "SELECT experiment_id, run, agent, subject, session FROM subject"
	    " ORDER BY experiment_id, run, agent" },
	[DT_STORE_RECORD_MOVES] = { "move_code", "iiiitii",
	    "SELECT experiment_id, run, round, m.agent, r.phase, m.flags,"
	    " m.alarms_seen FROM round AS r JOIN move_code AS m USING"
	    " (experiment_id, run, round)"
	    " ORDER BY experiment_id, run, round, m.agent" },
};

struct dt_store_record {
	struct dt_store *store;
	const struct form *form;
	sqlite3_stmt *statement;
	struct dt_cell cells[DT_STORE_RECORD_COLUMNS];
};

enum dt_status
dt_store_record_open(struct dt_store_record **record, struct dt_store *store,
    enum dt_store_record_what what, struct dt_error *err)
{
	*record = NULL;
	struct dt_store_record *r = dt_memory_new(1, sizeof(*r));
	if (r == NULL)
		return dt_status_no_memory(err);
	r->store = store;
	r->form = &forms[what];
	if (sqlite3_prepare_v2(store->db, r->form->sql, -1, &r->statement,
	    NULL) != SQLITE_OK) {
		enum dt_status status = dt_store_explain(store->path,
		    store->db, err);
		dt_store_record_close(r);
		return status;
	}
	*record = r;
	return DT_OK;
}

enum dt_status
dt_store_record_next(struct dt_store_record *r, const struct dt_cell **row,
    struct dt_error *err)
{
	*row = NULL;
	int code = sqlite3_step(r->statement);
	if (code == SQLITE_DONE)
		return DT_OK;
	if (code != SQLITE_ROW)
		return dt_store_explain(r->store->path, r->store->db, err);
	for (int i = 0; r->form->types[i] != '\0'; i++)
		if (!dt_store_scan_cell(r->statement, i, r->form->types[i],
		    &r->cells[i]))
			return dt_status_fail(err, DT_ESTORE, "%s: a row of "
			    "%s, number %lld, has a value that is not of its "
			    "column's type: see detente audit",
			    r->store->path, r->form->what,
			    (long long)r->cells[0].integer);
	*row = r->cells;
	return DT_OK;
}

void
dt_store_record_close(struct dt_store_record *r)
{
	if (r == NULL)
		return;
	sqlite3_finalize(r->statement);
	dt_memory_free(r);
}
