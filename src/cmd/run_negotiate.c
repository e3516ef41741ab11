/*
 * run_negotiate: `run --negotiate MENU`: talks first, then life under what was
 * signed; see run.h.
 *
 * Each run has a negotiation of its own. Runs whose talks came to the same text,
 * in the same round, for the same agents, are one experiment: the scenario under
 * that text, which its agents join in that round. So rounds of racing go before
 * it, rows are those of any run, and an audit plays them again.
 */
#include <inttypes.h>
#include <string.h>

#include "base/memory.h"
#include "cmd/run_negotiate.h"
#include "cmd/solve.h"
#include "version.h"

static bool
is_same(const struct dt_talks_outcome *a, const struct dt_talks_outcome *b,
    size_t n)
{
	return a->text == b->text && (a->text == DT_TALKS_NONE ||
	    memcmp(a->joins, b->joins, n * sizeof(*a->joins)) == 0);
}

static bool
find_groups(struct dt_cmd_run_talks *j)
{
	const struct dt_negotiate *g = &j->talks.negotiate;
	j->groups = dt_memory_new((size_t)g->runs, sizeof(*j->groups));
	for (int64_t r = 0; j->groups != NULL && r < g->runs; r++) {
		size_t k = 0;
		while (k < j->n && !is_same(j->groups[k].outcome,
		    &g->outcomes[r], j->talks.stakes.n))
			k++;
		if (k == j->n)
			j->groups[j->n++].outcome = &g->outcomes[r];
		j->groups[k].runs++;
	}
	return j->groups != NULL;
}

/* Who joins a scenario's treaty later than at once joins so much later. */
static int64_t
joins_of(const struct dt_cmd_run_talks *j, const struct dt_cmd_run_group *g, size_t i)
{
	const struct dt_stakes_text *x =
	    &j->talks.stakes.texts[g->outcome->text];
	int64_t later = x->experiment.model.terms.joins[i];
	return g->outcome->joins[i] == 0 || later == 0 ? 0 :
	    g->outcome->joins[i] + later - 1;
}

/* What the call sets, what the text is made of, and who joins when. */
static bool
set_group(struct dt_cmd_run_talks *j, struct dt_cmd_run_group *g)
{
	struct dt_arena *arena = j->call->arena;
	const char *const *own = dt_command_values(j->call, "set");
	const struct dt_stakes_text *x = g->outcome->text == DT_TALKS_NONE ?
	    NULL : &j->talks.stakes.texts[g->outcome->text];
	size_t n = 0, mine = dt_stakes_count(own);
	size_t of_text = x != NULL ? dt_stakes_count(x->sets) : 0;
	g->treaty = x != NULL ? x->file : "none";
	g->sets = (const char **)dt_arena_new(arena, mine + of_text +
	    j->talks.stakes.n + 1, sizeof(*g->sets));
	if (g->sets == NULL)
		return false;
	for (size_t k = 0; k < mine; k++)
		g->sets[n++] = own[k];
	for (size_t k = 0; k < of_text; k++)
		g->sets[n++] = x->sets[k];
	for (size_t i = 0; x != NULL && i < j->talks.stakes.n; i++) {
		g->sets[n++] = dt_arena_print(arena, "agents.%s.joins=%" PRId64,
		    j->talks.stakes.names[i], joins_of(j, g, i));
		if (g->sets[n - 1] == NULL)
			return false;
	}
	return true;
}

static enum dt_status
make_group(struct dt_cmd_run_talks *j, struct dt_cmd_run_group *g)
{
	char why[DT_PLAY_WHY];
	if (!set_group(j, g))
		return dt_status_no_memory(&j->err);
	struct dt_play_engine_request engine = {
		.engine = DT_ENGINE_AUTO, .kept = j->store != NULL,
		.rounds = j->store != NULL && dt_cmd_run_keeps_rounds(j->call,
		    &g->experiment.model),
		.evidence = dt_cmd_run_level(j->call) };
	struct dt_experiment_request request = {
		.scenario = j->call->operands[0], .treaty = g->treaty,
		.payoffs = dt_command_value(j->call, "payoffs"),
		.strategies = dt_command_value(j->call, "strategies"),
		.sets = g->sets, .seed = j->talks.seed, .runs = g->runs,
		.rounds = -1 };
	enum dt_status status = dt_experiment_make(&j->call->catalogue,
	    &request, &g->experiment, &j->faults, &j->err);
	g->summary.n = g->experiment.model.n;
	return status ? status : dt_play_engine(&g->experiment, &engine,
	    j->call->arena, why, &j->err);
}

/* The command that plays a group again, by itself. */
static const char *
command_of(const struct dt_cmd_run_talks *j, const struct dt_cmd_run_group *g)
{
	static const char *const options[] = { "payoffs", "strategies",
		"detail", "evidence", NULL };
	struct dt_text text = { 0 };
	dt_text_add(&text, "detente run");
	dt_cmd_run_add_word(&text, j->call->operands[0]);
	dt_text_add(&text, " --treaty");
	dt_cmd_run_add_word(&text, g->treaty);
	for (size_t i = 0; options[i] != NULL; i++)
		dt_cmd_run_add_option(&text, j->call, options[i]);
	for (size_t k = 0; g->sets[k] != NULL; k++) {
		dt_text_add(&text, " --set");
		dt_cmd_run_add_word(&text, g->sets[k]);
	}
	dt_text_add(&text, " --engine %s --runs %" PRId64 " --seed %" PRIu64,
	    dt_engine_words[g->experiment.engine], g->runs,
	    g->experiment.seed);
	const char *copy = text.failed ? NULL : dt_arena_copy(j->call->arena,
	    dt_text_string(&text));
	dt_text_free(&text);
	return copy;
}

static enum dt_status
play_runs(struct dt_cmd_run_talks *j, struct dt_cmd_run_group *g, struct dt_record *record,
    const bool *done)
{
	struct dt_play *play;
	const struct dt_play_run *run;
	struct dt_play_request request = { .runs = g->runs, .skip = done,
		.threads = j->talks.threads, .stop = &dt_command_stopped,
		.rounds = j->store != NULL && dt_cmd_run_keeps_rounds(j->call,
		    &g->experiment.model),
		.seals = record->evidence != NULL ?
		    &record->evidence->maker : NULL };
	enum dt_status status = dt_play_new(&play, &g->experiment, &request,
	    &j->err);
	if (status != DT_OK)
		return status;
	while ((status = dt_play_next(play, &run, &j->err)) == DT_OK &&
	    run != NULL) {
		dt_summary_add(&g->summary, run->tally);
		dt_summary_add(&j->all, run->tally);
		if (j->store != NULL && (status = dt_record_run(record, run,
		    &j->err)) != DT_OK)
			break;
	}
	dt_play_free(play);
	return status;
}

static enum dt_status
play_group(struct dt_cmd_run_talks *j, struct dt_cmd_run_group *g)
{
	struct dt_record record = { 0 };
	struct dt_record_provenance provenance;
	bool *done = dt_arena_new(j->call->arena, (size_t)g->runs,
	    sizeof(*done));
	if (done == NULL || dt_cmd_solve_provenance(j->call, &provenance) !=
	    DT_EXIT_OK)
		return dt_status_no_memory(&j->err);
	provenance.evidence = dt_cmd_run_level(j->call);
	provenance.command = command_of(j, g);
	if (provenance.command == NULL)
		return dt_status_no_memory(&j->err);
	enum dt_status status = j->store == NULL ? DT_OK : dt_record_begin(
	    &record, j->store, &g->experiment, &provenance,
	    dt_cmd_run_keeps_rounds(j->call, &g->experiment.model), done,
	    &j->err);
	if (status == DT_OK)
		status = play_runs(j, g, &record, done);
	if (status == DT_OK && j->store != NULL)
		status = dt_record_end(&record, true, &j->err);
	dt_record_free(&record);
	return status;
}

static enum dt_status
play_all(struct dt_cmd_run_talks *j)
{
	enum dt_status status = dt_cmd_talks_hold(&j->talks);
	if (status != DT_OK) {
		j->err = j->talks.err;
		j->faults = j->talks.faults;
		return status;
	}
	if (!find_groups(j))
		return dt_status_no_memory(&j->err);
	j->all.n = j->talks.stakes.n;
	j->store = j->talks.store;
	dt_cmd_run_keep_packed(j->call, j->store);
	for (size_t k = 0; status == DT_OK && k < j->n; k++) {
		status = make_group(j, &j->groups[k]);
		if (status == DT_OK)
			status = play_group(j, &j->groups[k]);
	}
	enum dt_status closed = dt_cmd_talks_close(&j->talks, status == DT_OK,
	    status == DT_OK ? &j->err : NULL);
	j->store = NULL;
	return status != DT_OK ? status : closed;
}

enum dt_exit
dt_cmd_run_negotiate(struct dt_command_call *call, const char *menu,
    uint64_t seed)
{
	struct dt_cmd_run_talks j = { .call = call,
	    .faults = { .arena = call->arena }, .talks = { .call = call,
	    .menu_name = menu, .scenario = call->operands[0],
	    .seed = seed } };
	bool bad = false;
	enum dt_exit exit;
	j.talks.runs = dt_command_whole(call, "runs", 1, 1000000, 100, &bad);
	j.talks.threads = dt_command_threads(call, &bad);
	if (bad)
		return DT_EXIT_USAGE;
	if (dt_command_value(call, "treaty") != NULL ||
	    dt_command_value(call, "rounds") != NULL ||
	    dt_command_value(call, "resume") != NULL ||
	    dt_command_value(call, "engine") != NULL ||
	    dt_command_value(call, "dry-run") != NULL)
		return dt_command_usage(call, "--negotiate goes without "
		    "--treaty, --rounds, --resume, --engine and --dry-run");
	if (dt_command_value(call, "output") == NULL &&
	    dt_cmd_run_level(call) != DT_SEAL_NONE)
		return dt_command_usage(call, "--evidence is kept in a "
		    "database: it needs -o DB");
	enum dt_status status = play_all(&j);
	if (status == DT_ESTOPPED)
		exit = DT_EXIT_INTERRUPTED;
	else
		exit = status != DT_OK ? dt_command_fail(call, &j.faults,
		    &j.err) : dt_cmd_run_negotiate_tell(&j);
	dt_cmd_talks_free(&j.talks);
	dt_memory_free(j.groups);
	return exit;
}
