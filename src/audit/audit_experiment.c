/* audit_experiment: a stored experiment compiled again, and compared. */
#include "audit/audit_internal.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/random.h"
#include "lanes/lanes.h"

static enum dt_status
differ(struct dt_audit *a, const char *table, const char *column,
    int64_t agent, const char *stored, const char *made)
{
	struct dt_audit_fault where = { .table = table, .column = column,
	    .agent = agent, .leaf = -1 };
	return strcmp(stored, made) == 0 ? DT_OK : dt_audit_fault(a, &where,
	    "is '%.60s', and follows from the configuration as '%.60s'",
	    stored, made);
}

static bool
read_seed(const char *text, uint64_t *seed)
{
	char again[24], *end;
	*seed = strtoull(text, &end, 10);
	snprintf(again, sizeof(again), "%" PRIu64, *seed);
	return strcmp(text, again) == 0;
}

/* Which engine is to play, if what was kept can be its work. One that was
 * changed shows in the key, which is told as what it is. */
static enum dt_status
take_engine(struct dt_audit *a, const struct dt_cell *row, bool *plays)
{
	const char *word = row[DT_STORE_SCAN_ENGINE].text;
	const char *key = row[DT_STORE_SCAN_KEY].text, *wrong = NULL;
	struct dt_experiment *e = &a->experiment;
	struct dt_error refused = { 0 };
	if (strcmp(word, "lanes") == 0)
		e->engine = DT_ENGINE_LANES;
	else if (strcmp(word, "reference") != 0)
		wrong = "there is no such engine";
	enum dt_status status = dt_experiment_name(&a->arena, e, a->err);
	if (status == DT_OK && wrong == NULL && strcmp(e->key, key) != 0) {
		struct dt_experiment other = *e;
		other.engine = e->engine == DT_ENGINE_LANES ?
		    DT_ENGINE_REFERENCE : DT_ENGINE_LANES;
		status = dt_experiment_name(&a->arena, &other, a->err);
		if (status == DT_OK && strcmp(other.key, key) == 0)
			wrong = "the key is of an experiment by the other";
	}
	if (wrong == NULL && e->engine == DT_ENGINE_LANES) {
		if (a->rounds || a->now->level == DT_SEAL_FULL)
			wrong = "it keeps no rounds and signs none";
		else if (dt_lanes_supports(&e->model, &refused) != DT_OK)
			wrong = refused.message;
	}
	if (status != DT_OK || wrong == NULL)
		return status;
	*plays = false;
	return dt_audit_fault(a, &(struct dt_audit_fault){ .leaf = -1,
	    .table = "experiment", .column = "engine" }, "'%.40s' cannot have "
	    "played this: %s", word, wrong);
}

/* What another version of the model played has a key of its own; the rest
 * that the configuration gives holds for both. A version that would play it as
 * this one does is no other, and shows in the key if it was changed. */
static void
take_version(struct dt_audit *a, int64_t stored)
{
	struct dt_experiment *e = &a->experiment;
	a->now->plays = e->model_version;
	if (stored > 0 && (stored < e->model_version ||
	    (stored > DT_MODEL_VERSION && stored < INT32_MAX)))
		e->model_version = (int)stored;
}

/* From the stored text alone: nothing else is read, whatever it names. */
static enum dt_status
compile(struct dt_audit *a, const char *config, const struct dt_cell *row,
    bool *plays)
{
	struct dt_source source = { "config", config, strlen(config) };
	struct dt_faults faults = { .arena = &a->arena };
	struct dt_node *root = NULL;
	enum dt_status status = dt_node_read(&a->arena, &source, &root,
	    &faults, a->err);
	if (status == DT_OK)
		status = dt_experiment_compile(&a->arena, root,
		    &a->experiment, &faults, a->err);
	*plays = status == DT_OK && read_seed(
	    row[DT_STORE_SCAN_SEED].text, &a->experiment.seed);
	if (*plays)
		take_version(a, row[DT_STORE_SCAN_MODEL].integer);
	if (*plays)
		return take_engine(a, row, plays);
	if (status != DT_OK && status != DT_EINPUT)
		return status;
	return dt_audit_fault(a, &(struct dt_audit_fault){ .leaf = -1,
	    .table = "experiment", .column = status ? "config" : "seed" },
	    "cannot be played: %s", status == DT_OK ? "no such seed" :
	    faults.n ? faults.list[0].message : "it is no scenario");
}

static enum dt_status
compare_words(struct dt_audit *a, const struct dt_cell *row)
{
	const struct dt_experiment *e = &a->experiment;
	const struct dt_scenario *s = e->scenario;
	const struct { enum dt_store_scan_experiment at; const char *made; }
	words[] = {
		{ DT_STORE_SCAN_KEY, e->key },
		{ DT_STORE_SCAN_SCENARIO, s->name },
		{ DT_STORE_SCAN_TITLE, s->title[0] ? s->title : s->name },
		{ DT_STORE_SCAN_TREATY, s->treaty.name },
		{ DT_STORE_SCAN_PAYOFFS, s->payoffs.name },
		{ DT_STORE_SCAN_CONFIG, e->config },
		{ DT_STORE_SCAN_CONFIG_SHA256, e->config_sha256 },
		{ DT_STORE_SCAN_GENERATOR, DT_RANDOM_NAME },
		{ DT_STORE_SCAN_ENGINE, dt_engine_words[e->engine] },
	};
	enum dt_status status = DT_OK;
	for (size_t i = 0; status == DT_OK &&
	    i < sizeof(words) / sizeof(words[0]); i++)
		status = differ(a, "experiment", dt_store_scan_column(
		    DT_STORE_SCAN_EXPERIMENT, words[i].at), 0,
		    row[words[i].at].text, words[i].made);
	return status;
}

/* The row of an agent as it follows from the configuration; see record.c. */
static enum dt_status
compare_agent(struct dt_audit *a, size_t i, const struct dt_cell *row)
{
	const struct dt_scenario_agent *seat =
	    &((struct dt_scenario_agent *)
	    a->experiment.scenario->agents.items)[i];
	const struct dt_terms *terms = &a->experiment.model.terms;
	const char *name = seat->origin.name;
	const char *made[] = { name, seat->title[0] ? seat->title : name,
		dt_scenario_kind_words[seat->kind], seat->host,
		seat->strategy.name, dt_strategy_status_words[seat->status] };
	int64_t number = (int64_t)i + 1;
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < 6 && status == DT_OK; k++)
		status = differ(a, "agent", dt_store_scan_column(
		    DT_STORE_SCAN_AGENT, k + 1), number, row[k + 1].text,
		    made[k]);
	char weight[DT_NUMBER_SIZE], stored[DT_NUMBER_SIZE];
	if (status == DT_OK)
		status = differ(a, "agent", "weight", number,
		    dt_number_print(row[7].real, stored),
		    dt_number_print(seat->weight + 0.0, weight));
	bool signs = terms->exists && terms->joins[i] > 0;
	return status ? status : differ(a, "agent", "signs", number,
	    row[8].integer ? "1" : "0", signs ? "1" : "0");
}

static enum dt_status
compare_agents(struct dt_audit *a)
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	bool lost = false;
	size_t i = 0, n = a->experiment.model.n;
	enum dt_status status = dt_audit_scan(a, DT_STORE_SCAN_AGENT, &scan);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    a->err)) == DT_OK && row != NULL && i < n &&
	    row[0].integer == (int64_t)i + 1)
		if ((status = compare_agent(a, i++, row)) == DT_OK)
			dt_audit_cover(a, DT_STORE_SCAN_AGENT, true, false);
	dt_store_scan_close(scan);
	status = dt_audit_damage(a, status, &lost);
	if (status == DT_OK && !lost && (row != NULL || i < n))
		status = dt_audit_fault(a, &(struct dt_audit_fault){
		    .table = "agent", .agent = (int64_t)i + 1, .leaf = -1 },
		    "a row was added or removed: %zu agents play", n);
	return status;
}

static bool
is_time(const char *text)
{
	static const char form[] = "dddd-dd-ddTdd:dd:ddZ";
	for (size_t i = 0; form[i] != '\0'; i++)
		if (form[i] == 'd' ? text[i] < '0' || text[i] > '9' :
		    text[i] != form[i])
			return false;
	return text[sizeof(form) - 1] == '\0';
}

/* What nobody signs must at least make sense. */
static enum dt_status
check_loose(struct dt_audit *a, const struct dt_cell *row)
{
	const char *started = row[DT_STORE_SCAN_STARTED].text;
	const char *ended = row[DT_STORE_SCAN_ENDED].text;
	struct dt_audit_fault where = { .table = "experiment",
	    .column = "started_at", .leaf = -1 };
	enum dt_status status = DT_OK;
	a->ended = ended[0] != '\0';
	a->asked = row[DT_STORE_SCAN_ASKED].integer;
	a->stored = row[DT_STORE_SCAN_STORED].integer;
	a->now->ended = a->ended;
	a->now->asked = a->asked;
	/* clocks go back, and a run may be continued on another machine: that it
	 * ended before it began is no fault */
	if (!is_time(started) || (a->ended && !is_time(ended)))
		status = dt_audit_fault(a, &where, "'%.30s' to '%.30s' is no "
		    "time, or no two of them", started, ended);
	where.column = "runs_stored";
	if (status == DT_OK && (a->stored > a->asked ||
	    (a->stored != 0) != a->ended))
		status = dt_audit_fault(a, &where, "%" PRId64 " of %" PRId64
		    " runs, ended at '%.30s': these contradict each other",
		    a->stored, a->asked, ended);
	return status;
}

enum dt_status
dt_audit_describe(struct dt_audit *a, const struct dt_cell *row)
{
	struct dt_audit_experiment *now = a->now;
	struct dt_arena *arena = &a->report->arena;
	const char *level = row[DT_STORE_SCAN_EVIDENCE].text;
	now->id = row[DT_STORE_SCAN_ID].integer;
	now->scenario = dt_arena_copy(arena,
	    row[DT_STORE_SCAN_SCENARIO].text);
	now->treaty = dt_arena_copy(arena, row[DT_STORE_SCAN_TREATY].text);
	now->seed = dt_arena_copy(arena, row[DT_STORE_SCAN_SEED].text);
	now->level = strcmp(level, "full") == 0 ? DT_SEAL_FULL :
	    strcmp(level, "epoch") == 0 ? DT_SEAL_EPOCH : DT_SEAL_NONE;
	a->rounds = strcmp(row[DT_STORE_SCAN_DETAIL].text, "rounds") == 0;
	dt_audit_cover(a, DT_STORE_SCAN_EXPERIMENT, true, false);
	if (now->scenario && now->treaty && now->seed)
		return DT_OK;
	return dt_status_no_memory(a->err);
}

/* Of an experiment that is what it says it is: whether this program can play
 * it again. */
static enum dt_status
set_aside(struct dt_audit *a, int64_t stored, bool *plays)
{
	a->now->version = stored;
	if (stored == a->now->plays)
		return DT_OK;
	*plays = false;
	if (stored != a->experiment.model_version)
		return dt_audit_fault(a, &(struct dt_audit_fault){ .leaf = -1,
		    .table = "experiment", .column = "model_version" },
		    "is %" PRId64 ", and follows from the configuration as %d",
		    stored, a->now->plays);
	a->report->set_aside++;
	return DT_OK;
}

enum dt_status
dt_audit_experiment(struct dt_audit *a, const struct dt_cell *row,
    bool *plays)
{
	*plays = false;
	enum dt_status status = dt_audit_describe(a, row);
	const char *config = status ? NULL : dt_arena_copy(&a->arena,
	    row[DT_STORE_SCAN_CONFIG].text);
	if (config == NULL)
		return dt_status_no_memory(a->err);
	status = compile(a, config, row, plays);
	if (status == DT_OK)
		status = check_loose(a, row);
	if (status == DT_OK && *plays)
		status = compare_words(a, row);
	if (status == DT_OK && *plays)
		status = compare_agents(a);
	if (status == DT_OK && *plays)
		status = dt_audit_settings(a);
	if (status == DT_OK && *plays && strcmp(a->experiment.key,
	    row[DT_STORE_SCAN_KEY].text) != 0)
		*plays = false;         /* whatever it was, it was not this */
	if (status == DT_OK && *plays)
		status = set_aside(a, row[DT_STORE_SCAN_MODEL].integer, plays);
	return status;
}

enum dt_status
dt_audit_left(struct dt_audit *a, const struct dt_cell *row)
{
	enum dt_status status = dt_audit_describe(a, row);
	a->now->cover[DT_STORE_SCAN_EXPERIMENT].replayed = 0;
	if (status == DT_OK)
		status = dt_store_scan_rows(a->store, "agent", a->now->id,
		    &a->now->cover[DT_STORE_SCAN_AGENT].rows, a->err);
	return status ? status : dt_audit_cover_aside(a);
}
