/* record: see record.h. */
#include "play/record.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "base/random.h"
#include "play/rows_race.h"
#include "store/store_row.h"

enum { ROWS_A_COMMIT = 8192 };

char *
dt_record_time(char buffer[32])
{
	const char *fixed = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL;
	long long seconds = fixed ? strtoll(fixed, &end, 10) : 0;
	time_t now = fixed && *fixed != '\0' && *end == '\0' ?
	    (time_t)seconds : time(NULL);
	struct tm parts;
	if (gmtime_r(&now, &parts) == NULL || strftime(buffer, 32,
	    "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
		buffer[0] = '\0';
	return buffer;
}

static enum dt_status
register_it(struct dt_record *r, const struct dt_record_provenance *p,
    const struct dt_store_agent *agents, struct dt_error *err)
{
	const struct dt_experiment *e = r->experiment;
	const struct dt_scenario *s = e->scenario;
	char started[32];
	struct dt_store_experiment row = {
		.key = e->key, .scenario = s->name,
		.title = s->title[0] ? s->title : s->name,
		.treaty = s->treaty.name, .payoffs = s->payoffs.name,
		.config = e->config, .config_sha256 = e->config_sha256,
		.seed = e->seed, .generator = DT_RANDOM_NAME,
		.engine = dt_engine_words[e->engine],
		.detail = r->rounds ? "rounds" : "runs",
		.evidence = dt_seal_level_words[p->evidence],
		.command = p->command, .version = p->version,
		.model_version = e->model_version,
		.libraries = p->libraries, .runs = e->runs,
		.started_at = dt_record_time(started),
	};
	return dt_store_register(r->store, &row, agents, e->model.n, &r->id,
	    &r->found, err);
}

static void
describe(const struct dt_experiment *e, struct dt_store_agent *rows)
{
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	for (size_t i = 0; i < e->model.n; i++)
		rows[i] = (struct dt_store_agent){
			.name = seats[i].origin.name,
			.title = seats[i].title[0] ? seats[i].title :
			    seats[i].origin.name,
			.kind = dt_scenario_kind_words[seats[i].kind],
			.host = seats[i].host,
			.strategy = seats[i].strategy.name,
			.status = dt_strategy_status_words[seats[i].status],
			.weight = seats[i].weight,
			.signs = e->model.terms.exists &&
			    e->model.terms.joins[i] > 0,
		};
}

static enum dt_status
put_signer(void *record, const struct dt_store_signer *row,
    struct dt_error *err)
{
	const struct dt_record *r = record;
	return dt_store_evidence_signer(r->store, r->id, row, err);
}

static enum dt_status
put_entry(void *record, const struct dt_store_entry *row,
    struct dt_error *err)
{
	const struct dt_record *r = record;
	return dt_store_evidence_entry(r->store, r->id, row, err);
}

static enum dt_status
put_checkpoint(void *record, const struct dt_store_checkpoint *row,
    struct dt_error *err)
{
	const struct dt_record *r = record;
	return dt_store_evidence_checkpoint(r->store, r->id, row, err);
}

static enum dt_status
begin_evidence(struct dt_record *r, enum dt_seal_level level,
    const bool *done, struct dt_error *err)
{
	if (level == DT_SEAL_NONE)
		return DT_OK;
	enum dt_status status = dt_evidence_new(&r->evidence, r->experiment,
	    level, r->rounds, err);
	if (status)
		return status;
	r->evidence->sink = (struct dt_evidence_sink){ r, put_signer,
	    put_entry, put_checkpoint };
	return dt_evidence_resume(r->evidence, r->store, r->id, done,
	    done ? r->experiment->runs : 0, err);
}

/* The runs and the log of one moment: another process may be writing both. */
static enum dt_status
take_up(struct dt_record *r, enum dt_seal_level level, bool *done,
    struct dt_error *err)
{
	enum dt_status status = dt_store_hold(r->store, err);
	if (status)
		return status;
	if (done != NULL)
		status = dt_store_finished(r->store, r->id, done,
		    r->experiment->runs, err);
	if (status == DT_OK)
		status = begin_evidence(r, level, done, err);
	dt_store_let_go(r->store);
	return status;
}

enum dt_status
dt_record_begin(struct dt_record *record, struct dt_store *store,
    const struct dt_experiment *experiment,
    const struct dt_record_provenance *provenance, bool rounds, bool *done,
    struct dt_error *err)
{
	struct dt_store_agent agents[DT_AGENTS_MOST];
	*record = (struct dt_record){ .store = store,
	    .experiment = experiment, .rounds = rounds };
	describe(experiment, agents);
	enum dt_status status = register_it(record, provenance, agents, err);
	return status ? status : take_up(record, provenance->apart ?
	    DT_SEAL_NONE : provenance->evidence, done, err);
}

static enum dt_status
put_race(void *record, enum dt_store_scan_what table,
    const struct dt_cell *cells, struct dt_error *err)
{
	struct dt_record *r = record;
	r->rows++;
	return dt_store_row_put(r->store, r->id, table, cells, err);
}

static enum dt_status
put_outcomes(struct dt_record *r, const struct dt_play_run *run,
    struct dt_error *err)
{
	const struct dt_tally *t = run->tally;
	struct dt_store_outcome rows[DT_AGENTS_MOST];
	struct dt_store_run row = dt_rows_run(run->number, t);
	for (size_t i = 0; i < t->n; i++)
		rows[i] = dt_rows_outcome(&t->agent[i]);
	r->rows += 1 + (int64_t)t->n;
	struct dt_rows_race_sink sink = { r, put_race };
	enum dt_status status = dt_store_put_run(r->store, r->id, &row, rows,
	    t->n, err);
	return status ? status : dt_rows_race_run(run->number, t, &sink, err);
}

enum dt_status
dt_record_round(struct dt_record *r, int64_t run,
    const struct dt_tape_round *round, struct dt_error *err)
{
	size_t n = r->experiment->model.n;
	struct dt_store_move rows[DT_AGENTS_MOST];
	for (size_t i = 0; i < n; i++)
		rows[i] = dt_rows_move(round, i);
	r->rows += 1 + (int64_t)n;
	struct dt_rows_race_sink sink = { r, put_race };
	enum dt_status status = dt_store_put_round(r->store, r->id, run,
	    round->number, dt_view_phase_words[round->phase], rows, n, err);
	return status ? status : dt_rows_race_round(run, round, &sink, err);
}

static enum dt_status
commit(struct dt_record *r, struct dt_error *err)
{
	enum dt_status status = dt_store_commit(r->store, err);
	if (status == DT_OK) {
		r->committed += r->waiting;
		r->waiting = r->rows = 0;
		r->open = false;
	}
	return status;
}

enum dt_status
dt_record_put(struct dt_record *r, const struct dt_play_run *run,
    struct dt_error *err)
{
	enum dt_status status = put_outcomes(r, run, err);
	for (size_t k = 0; status == DT_OK && r->rounds && k < run->n_rounds;
	    k++)
		status = dt_record_round(r, run->number, &run->rounds[k], err);
	return status;
}

enum dt_status
dt_record_run(struct dt_record *r, const struct dt_play_run *run,
    struct dt_error *err)
{
	enum dt_status status =
	    r->open ? DT_OK : dt_store_begin(r->store, err);
	if (status != DT_OK)
		return status;
	r->open = true;
	status = dt_record_put(r, run, err);
	r->waiting++;
	bool ends = r->rows >= ROWS_A_COMMIT;
	if (status == DT_OK && r->evidence != NULL)
		status = dt_evidence_run(r->evidence, run->number, run->seal,
		    &ends, err);
	if (status == DT_OK && ends)
		status = commit(r, err);
	return status;
}

enum dt_status
dt_record_end(struct dt_record *r, bool whole, struct dt_error *err)
{
	char now[32];
	enum dt_status status = DT_OK;
	if (r->evidence != NULL && !whole)
		return DT_OK;   /* closing the store rolls back */
	if (r->evidence != NULL && r->open)
		status = dt_evidence_end(r->evidence, err);
	if (status == DT_OK && r->open)
		status = commit(r, err);
	if (status == DT_OK && whole)
		status = dt_store_end(r->store, r->id, dt_record_time(now),
		    err);
	return status;
}

void
dt_record_free(struct dt_record *r)
{
	dt_evidence_free(r->evidence);
	r->evidence = NULL;
}
