/* sweep_do: answers, keeps and prints the cells; see sweep.h. */
#include "cmd/sweep.h"

#include <gsl/gsl_version.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "cmd/backup.h"
#include "proof/hash.h"
#include "version.h"

static enum dt_store_how
how(const struct dt_command_call *call)
{
	if (dt_command_value(call, "append") != NULL ||
	    dt_command_value(call, "resume") != NULL)
		return DT_STORE_APPEND;
	return dt_command_value(call, "force") != NULL ? DT_STORE_REPLACE :
	    DT_STORE_CREATE;
}

/* What the results depend on and nothing else, so that the shards of a sweep
 * say the same. */
static const char *
command_of(const struct dt_cmd_sweep_job *j)
{
	static const char *const options[] = {
		"runs", "engine", "set", NULL
	};
	struct dt_text text = { 0 };
	dt_text_add(&text, "detente sweep");
	dt_cmd_run_add_word(&text, j->call->operands[0]);
	for (size_t i = 0; options[i] != NULL; i++)
		dt_cmd_run_add_option(&text, j->call, options[i]);
	dt_text_add(&text, " --seed %" PRIu64, j->sweep.seed);
	const char *copy = text.failed ? NULL :
	    dt_arena_copy(j->call->arena, dt_text_string(&text));
	dt_text_free(&text);
	return copy;
}

static void
plan(struct dt_cmd_sweep_job *j)
{
	for (int64_t cell = 1; cell <= j->sweep.cells; cell++)
		if (j->done[cell - 1])
			j->skipped++;
		else if (dt_sweep_shard(cell, j->shards) == j->shard)
			j->todo[j->n_todo++] = cell;
}

bool
dt_cmd_sweep_asks_seed(const struct dt_cmd_sweep_job *j)
{
	return how(j->call) == DT_STORE_APPEND &&
	    dt_command_value(j->call, "dry-run") == NULL &&
	    dt_command_value(j->call, "seed") == NULL &&
	    dt_node_get(j->sweep.text->origin.node, "seed") == NULL;
}

/* --resume without --seed goes on with what the file has, whatever seed was
 * drawn for it; the other processes learn of it in any case. */
static enum dt_status
find_seed(struct dt_cmd_sweep_job *j, enum dt_status opened,
    struct dt_error *err)
{
	uint64_t seed = j->sweep.seed;
	enum dt_status status = opened;
	if (!dt_cmd_sweep_asks_seed(j))
		return status;
	if (status == DT_OK)
		status = dt_sweep_record_seed(j->store, &j->sweep, &seed, err);
	seed = dt_sweep_mpi_share(&j->mpi, seed);
	return status != DT_OK || seed == j->sweep.seed ? status :
	    dt_sweep_reseed(&j->sweep, seed, j->call->arena, err);
}

/* Where the file is open, the sweep goes into it. */
static enum dt_status
begin(struct dt_cmd_sweep_job *j, struct dt_error *err)
{
	struct dt_arena *arena = j->call->arena;
	size_t n = (size_t)j->sweep.cells;
	const char *libraries = dt_arena_print(arena, "gsl %s, sqlite %s, "
	    "libsodium %s", gsl_version, dt_store_sqlite_version(),
	    dt_hash_sodium_version());
	struct dt_record_provenance provenance = {
		.command = command_of(j), .version = DT_VERSION,
		.libraries = libraries,
	};
	j->done = dt_arena_new(arena, n, sizeof(*j->done));
	j->todo = dt_arena_new(arena, n, sizeof(*j->todo));
	j->values = dt_arena_new(arena, n, sizeof(*j->values));
	if (libraries == NULL || provenance.command == NULL || !j->done ||
	    !j->todo || !j->values)
		return dt_status_no_memory(err);
	enum dt_status status = dt_sweep_record_begin(&j->record, j->store,
	    &j->sweep, &provenance, j->done, err);
	if (status == DT_OK)
		plan(j);
	return status;
}

static enum dt_status
open_store(struct dt_cmd_sweep_job *j, struct dt_error *err)
{
	const char *path = dt_command_value(j->call, "output");
	enum dt_status status = dt_store_open(&j->store, path, how(j->call),
	    err);
	dt_cmd_backup_tell(j->call, j->store, path);
	status = find_seed(j, status, err);
	return status == DT_OK ? begin(j, err) : status;
}

static enum dt_status
take(struct dt_cmd_sweep_job *j, const struct dt_sweep_result *result,
    struct dt_error *err)
{
	if (result == NULL)
		return dt_sweep_record_tick(&j->record, err);
	enum dt_status status = dt_sweep_record_put(&j->record, result, err);
	dt_progress_step(&j->progress);
	return status;
}

/* By threads of this process. That it was interrupted is told at the end, once
 * what was answered is kept. */
static enum dt_status
play(struct dt_cmd_sweep_job *j, struct dt_error *err)
{
	struct dt_sweep_play *p;
	const struct dt_sweep_result *result = NULL;
	bool waiting = true;
	struct dt_sweep_play_request request = { .sweep = &j->sweep,
		.cells = j->todo, .n = j->n_todo, .threads = j->threads,
		.stop = &dt_command_stopped };
	enum dt_status status = dt_sweep_play_new(&p, &request, err);
	while (status == DT_OK && !dt_command_stopped) {
		status = dt_sweep_play_next(p, &result, &waiting, err);
		if (status == DT_OK && result == NULL && !waiting)
			break;
		if (status == DT_OK)
			status = take(j, result, err);
	}
	dt_sweep_play_free(p);
	return status == DT_ESTOPPED ? DT_OK : status;
}

/* By the other processes of mpirun; this one writes. */
static enum dt_status
deal(struct dt_cmd_sweep_job *j, struct dt_error *err)
{
	const struct dt_sweep_result *result = NULL;
	bool waiting = true;
	enum dt_status status = dt_sweep_mpi_deal(&j->mpi, j->todo,
	    j->n_todo, err);
	while (status == DT_OK && !dt_command_stopped) {
		status = dt_sweep_mpi_next(&j->mpi, &result, &waiting, err);
		if (status == DT_OK && result == NULL && !waiting)
			break;
		if (status == DT_OK)
			status = take(j, result, err);
	}
	return status;
}

/* Whatever happened, the cells that were answered are kept. */
static enum dt_status
finish(struct dt_cmd_sweep_job *j, enum dt_status status,
    struct dt_error *err)
{
	struct dt_error late = { 0 };
	enum dt_status end = DT_OK;
	for (int64_t i = 0; i < j->sweep.cells && j->values != NULL; i++)
		j->values[i] = NAN;
	if (j->record.store != NULL)
		end = dt_sweep_record_end(&j->record, &late);
	if (end == DT_OK && j->record.store != NULL)
		end = dt_store_sweep_measure(j->store, j->record.id,
		    j->measure->name, j->values, j->sweep.cells, &late);
	if (end == DT_OK && status == DT_OK && !dt_command_stopped)
		end = dt_store_settle(j->store, &late);
	j->kept = dt_arena_copy(j->call->arena, dt_store_path(j->store));
	enum dt_status closed = dt_store_close(j->store,
	    end == DT_OK ? &late : NULL);
	j->store = NULL;
	if (end == DT_OK)
		end = closed;
	if (status == DT_OK && end != DT_OK) {
		*err = late;
		return end;
	}
	return status;
}

static enum dt_exit
interrupted(const struct dt_cmd_sweep_job *j)
{
	const char *asked = dt_command_value(j->call, "output");
	const char *kept = j->kept == NULL ? asked : j->kept;
	bool beside = strcmp(kept, asked) != 0;
	dt_command_tell("detente: interrupted; %" PRId64 " of %" PRId64
	    " cells are kept in %s: the same command with --seed %" PRIu64
	    " --resume%s%s goes on\n", j->record.committed + j->skipped,
	    j->sweep.cells, kept, j->sweep.seed, beside ? " -o " : "",
	    beside ? kept : "");
	if (beside)
		dt_command_tell("%s is as it was\n", asked);
	return DT_EXIT_INTERRUPTED;
}

/* What to do next, for people. */
static void
advise(const struct dt_cmd_sweep_job *j)
{
	const char *path = dt_command_value(j->call, "output");
	double seconds = dt_progress_seconds(&j->progress.start);
	dt_command_advise(j->call, "\n%" PRId64 " cells in %.2f s, %.0f a "
	    "second; seed %" PRIu64, j->n_todo, seconds,
	    (double)j->n_todo / seconds, j->sweep.seed);
	if (j->shards > 1)
		dt_command_advise(j->call, "Next: detente merge all.db %s "
		    "and the other shards", path);
	else
		dt_command_advise(j->call, "Next: detente query %s "
		    "sweep-map", path);
}

enum dt_exit
dt_cmd_sweep_do(struct dt_cmd_sweep_job *j)
{
	struct dt_error err = { 0 };
	enum dt_status status = open_store(j, &err);
	if (status != DT_OK) {
		(void)dt_store_close(j->store, NULL);
		return dt_command_fail(j->call, NULL, &err);
	}
	dt_progress_start(&j->progress, j->call->progress,
	    j->n_todo);
	j->progress.what = "cells";
	status = j->mpi.size > 1 ? deal(j, &err) : play(j, &err);
	status = finish(j, status, &err);
	dt_progress_clear(&j->progress);
	if (status != DT_OK)
		return dt_command_fail(j->call, NULL, &err);
	if (dt_command_stopped)
		return interrupted(j);
	enum dt_exit exit = dt_cmd_sweep_print(j);
	if (exit == DT_EXIT_OK)
		advise(j);
	return exit;
}
