/*
 * digest_read: an experiment from its rows; see digest_internal.h. Runs are
 * added up in their order, as `run` does, so that sums are the same.
 */
#include "report/digest_internal.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/faults.h"
#include "base/node.h"

static const char row_sql[] = "SELECT experiment_id, scenario, title, treaty,"
    " payoffs, config, config_sha256, seed, engine, detail, evidence,"
    " command, version, libraries, started_at, ended_at, runs_asked"
    " FROM experiment WHERE experiment_id = %" PRId64;

static enum dt_status
take_row(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct dt_digest_experiment *e = to;
	const char **const words[] = { &e->scenario, &e->title, &e->treaty,
		&e->payoffs, &e->config, &e->sha256, &e->seed, &e->engine,
		&e->detail, &e->evidence, &e->command, &e->version,
		&e->libraries, &e->started, &e->ended };
	enum { WORDS = sizeof(words) / sizeof(words[0]) };
	e->id = row[0].integer;
	for (size_t i = 0; i < WORDS; i++)
		*words[i] = dt_digest_text(d, &row[i + 1]);
	e->runs_asked = row[WORDS + 1].integer;
	return DT_OK;
}

static enum dt_status
take_agent(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct dt_digest_experiment *e = to;
	if (e->n == DT_AGENTS_MOST)
		return dt_status_fail(d->err, DT_ESTORE, "%s: experiment %"
		    PRId64 " has more than %d agents", d->request->database,
		    e->id, DT_AGENTS_MOST);
	e->names[e->n] = dt_digest_text(d, &row[0]);
	e->strategies[e->n++] = dt_digest_text(d, &row[1]);
	return DT_OK;
}

/* A run being gathered from the rows of its agents. */
struct gathering {
	struct dt_digest_experiment *e;
	struct dt_tally run;
	int64_t number;         /* of the run; 0: none yet */
	size_t agents;          /* rows of it */
};

enum column {
	RUN, ROUNDS, ALL_PAUSED, IN_FORCE, SUSPENDED, ENTERED, ENDED, ENDING,
	BREACH, AGENT, PAUSED, PARTY, SLIPS, STOPPED, BREACHES, RIGHT, WRONG,
	MISSED, LIES, PAYOFF, FINES, MONITORING, TRANSFERS, BOUND
};

static const char runs_sql[] = "SELECT r.run, r.rounds, r.all_paused_rounds,"
    " r.in_force_rounds, r.suspended_rounds, coalesce(r.entered_round, 0),"
    " coalesce(r.ended_round, 0), r.ending, coalesce(r.first_breach_round, 0),"
    " o.agent, o.rounds_paused, o.rounds_party, o.slips, o.stopped_races,"
    " o.breaches, o.findings_right, o.findings_wrong, o.breaches_missed,"
    " o.false_declarations, o.payoff_total, o.fines_total,"
    " o.monitoring_total, o.transfers_total, o.rounds_bound"
    " FROM run AS r JOIN outcome AS o USING (experiment_id, run)"
    " WHERE r.experiment_id = %" PRId64 " ORDER BY r.run, o.agent";

static enum dt_regime_ending
ending_of(const char *word)
{
	for (int k = 0; k < DT_ENDINGS; k++)
		if (strcmp(dt_regime_ending_words[k], word) == 0)
			return (enum dt_regime_ending)k;
	return (enum dt_regime_ending)0;
}

static void
begin_run(struct gathering *g, const struct dt_cell *row)
{
	dt_tally_reset(&g->run, g->e->n);
	g->number = row[RUN].integer;
	g->agents = 0;
	g->run.rounds = row[ROUNDS].integer;
	g->run.all_paused = row[ALL_PAUSED].integer;
	g->run.in_force = row[IN_FORCE].integer;
	g->run.suspended = row[SUSPENDED].integer;
	g->run.entered = row[ENTERED].integer;
	g->run.ended = row[ENDED].integer;
	g->run.first_breach = row[BREACH].integer;
	g->run.ending = ending_of(row[ENDING].text);
}

/* The engines have what is paid below 0, the tables above. */
static void
add_agent(struct gathering *g, const struct dt_cell *row)
{
	size_t i = (size_t)row[AGENT].integer - 1;
	struct dt_tally_agent *a = &g->run.agent[i];
	*a = (struct dt_tally_agent){ .paused = row[PAUSED].integer,
	    .party = row[PARTY].integer, .slips = row[SLIPS].integer,
	    .stopped = row[STOPPED].integer,
	    .breaches = row[BREACHES].integer,
	    .alarms_right = row[RIGHT].integer,
	    .alarms_wrong = row[WRONG].integer,
	    .missed = row[MISSED].integer,
	    .false_declarations = row[LIES].integer,
	    .payoff = row[PAYOFF].real, .fines = -row[FINES].real,
	    .cost = -row[MONITORING].real,
	    .transfers = row[TRANSFERS].real };
	if (row[BOUND].type == DT_CELL_NULL)
		g->e->bound[i] = -1;
	else if (g->e->bound[i] >= 0)
		g->e->bound[i] += row[BOUND].integer;
	g->agents++;
}

static enum dt_status
take_outcome(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct gathering *g = to;
	int64_t agent = row[AGENT].integer;
	if (agent < 1 || agent > (int64_t)g->e->n)
		return dt_status_fail(d->err, DT_ESTORE, "%s: experiment %"
		    PRId64 ", run %" PRId64 ": there is no agent %" PRId64,
		    d->request->database, g->e->id, row[RUN].integer, agent);
	if (row[RUN].integer != g->number)
		begin_run(g, row);
	add_agent(g, row);
	if (g->agents == g->e->n)
		dt_summary_add(&g->e->summary, &g->run);
	return DT_OK;
}

/* From the stored text alone. One that this version cannot read is told of
 * without what it would give. */
enum dt_status
dt_digest_compile(struct dt_digest *d, struct dt_digest_experiment *e)
{
	struct dt_source source = { "config", e->config, strlen(e->config) };
	struct dt_faults faults = { .arena = d->arena };
	struct dt_node *root = NULL;
	enum dt_status status = dt_node_read(d->arena, &source, &root,
	    &faults, d->err);
	if (status == DT_OK)
		status = dt_experiment_compile(d->arena, root, &e->made,
		    &faults, d->err);
	e->compiles = status == DT_OK && (e->n == 0 ||
	    e->made.model.n == e->n);
	return status == DT_ENOMEM ? status : DT_OK;
}

enum dt_status
dt_digest_read(struct dt_digest *d, int64_t id,
    struct dt_digest_experiment *e)
{
	*e = (struct dt_digest_experiment){ .id = 0 };
	struct gathering gathering = { .e = e };
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    take_row, e }, row_sql, id);
	if (status == DT_OK && e->id == 0)
		return dt_status_fail(d->err, DT_EUSAGE, "%s has no "
		    "experiment %" PRId64, d->request->database, id);
	if (status == DT_OK)
		status = dt_digest_ask(d, (struct dt_digest_taker){
		    take_agent, e }, "SELECT name, strategy FROM agent WHERE "
		    "experiment_id = %" PRId64 " ORDER BY agent", id);
	e->summary.n = e->n;
	if (status == DT_OK)
		status = dt_digest_ask(d, (struct dt_digest_taker){
		    take_outcome, &gathering }, runs_sql, id);
	return status;
}

const char *
dt_digest_name(struct dt_digest *d, const struct dt_digest_experiment *e)
{
	return strcmp(e->treaty, "none") == 0 ? dt_digest_print(d,
	    "%s without a treaty", e->scenario) : dt_digest_print(d,
	    "%s under %s", e->scenario, e->treaty);
}
