/* sweep: a grid of experiments, many at a time, kept cell by cell. */
#include "cmd/sweep.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* "3/16" */
static bool
read_shard(struct dt_cmd_sweep_job *j)
{
	const char *text = dt_command_value(j->call, "shard");
	char *end = NULL;
	j->shard = j->shards = 1;
	if (text == NULL)
		return true;
	j->shard = strtoll(text, &end, 10);
	if (end == text || *end != '/')
		return false;
	j->shards = strtoll(end + 1, &end, 10);
	return *end == '\0' && j->shard >= 1 && j->shards <= 1000000 &&
	    j->shard <= j->shards;
}

/* The measure of the file, or of --measure. */
static void
choose_measure(struct dt_cmd_sweep_job *j)
{
	const char *word = dt_command_value(j->call, "measure");
	int i = j->sweep.text->measure;
	for (int k = 0; word != NULL && dt_store_figure_words[k] != NULL; k++)
		if (strcmp(dt_store_figure_words[k], word) == 0)
			i = k;
	j->measure = &dt_figure_game[i];
}

static enum dt_exit
make(struct dt_cmd_sweep_job *j)
{
	struct dt_command_call *call = j->call;
	bool bad = false;
	int64_t seed =
	    dt_command_whole(call, "seed", 0, INT64_MAX, -1, &bad);
	struct dt_sweep_request request = {
		.sweep = call->operands[0],
		.sets = dt_command_values(call, "set"),
		.runs = dt_command_whole(call, "runs", 2, 1000000000, 0,
		    &bad),
		.engine = dt_command_value(call, "engine"),
		.has_seed = seed >= 0,
		.seed = dt_sweep_mpi_share(&j->mpi, seed < 0 ?
		    dt_cmd_run_draw_seed() : (uint64_t)seed),
	};
	j->threads = dt_command_threads(call, &bad);
	if (bad)
		return DT_EXIT_USAGE;
	if (!read_shard(j))
		return dt_command_usage(call, "--shard takes I/N, such as "
		    "3/16, not '%s'", dt_command_value(call, "shard"));
	struct dt_faults faults = { .arena = call->arena };
	struct dt_error err = { 0 };
	enum dt_status status = dt_sweep_make(&call->catalogue, &request,
	    &j->sweep, &faults, &err);
	if (j->mpi.rank == 0 && status == DT_OK)
		dt_command_warn(call, &faults);
	return status == DT_OK ? DT_EXIT_OK : j->mpi.rank > 0 ?
	    DT_EXIT_FAILURE : dt_command_fail(call, &faults, &err);
}

/* Shards that drew seeds of their own could not be merged. */
static enum dt_exit
check_call(const struct dt_cmd_sweep_job *j)
{
	const struct dt_command_call *call = j->call;
	if (dt_command_value(call, "shard") != NULL &&
	    dt_command_value(call, "seed") == NULL &&
	    dt_node_get(j->sweep.text->origin.node, "seed") == NULL)
		return dt_command_usage(call, "--shard needs a --seed that "
		    "all shards share");
	if (dt_command_value(call, "dry-run") == NULL &&
	    dt_command_value(call, "output") == NULL)
		return dt_command_usage(call, "it needs -o DB, to keep the "
		    "cells in; --dry-run does without");
	return DT_EXIT_OK;
}

static double
rounds_of(const struct dt_model *m)
{
	double rounds = m->continuation_chance < 1 ?
	    1 / (1 - m->continuation_chance) : (double)m->rounds;
	return m->rounds > 0 && rounds > (double)m->rounds ?
	    (double)m->rounds : rounds;
}

static void
add_axes(const struct dt_sweep *s, struct dt_text *text)
{
	for (size_t a = 0; a < s->n_axes; a++) {
		const struct dt_sweep_axis *axis = &s->axes[a];
		dt_text_add(text, "# %s, %s: %zu values, ", axis->name,
		    axis->keys[0], axis->n);
		for (size_t i = 0; i < axis->n; i++) {
			if (axis->n > 8 && i == 4)
				dt_text_add(text, " ...");
			if (axis->n <= 8 || i < 4 || i + 2 > axis->n)
				dt_text_add(text, "%s%s", i > 0 ? " " : "",
				    axis->values[i].label);
		}
		dt_text_add(text, "\n");
	}
}

/* --dry-run: what would be answered, and how much of it. */
static enum dt_exit
tell(struct dt_cmd_sweep_job *j)
{
	const struct dt_sweep *s = &j->sweep;
	size_t index[DT_SWEEP_AXES_MOST];
	struct dt_experiment e;
	struct dt_error err = { 0 };
	struct dt_text text = { 0 };
	int64_t cells = 0;
	dt_sweep_place(s, 1, index);
	if (dt_sweep_cell(s, index, j->call->arena, &e, NULL, &err) != DT_OK)
		return dt_command_fail(j->call, NULL, &err);
	for (int64_t cell = 1; cell <= s->cells; cell++)
		cells += dt_sweep_shard(cell, j->shards) == j->shard;
	double rounds = (double)s->text->runs * rounds_of(&e.model);
	size_t rows = 1 + s->n_axes +
	    (s->text->record == DT_SWEEP_AGENTS ? e.model.n : 0);
	dt_text_add(&text, "%s", s->config);
	add_axes(s, &text);
	dt_text_add(&text, "# %" PRId64 " cells of %" PRId64 ", seed %" PRIu64
	    "; about %.0f rows\n# where simulated, about %.3g agent-rounds "
	    "in a cell and %.0f s in all on one core\n", cells, s->cells,
	    s->seed, (double)cells * (double)rows,
	    rounds * (double)e.model.n,
	    (double)cells * (5e-4 + rounds * (double)e.model.n / 2e8));
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit;
}

/* For rank 0, by the seed that it tells. */
static void
work(struct dt_cmd_sweep_job *j)
{
	struct dt_error err;
	bool good = !dt_cmd_sweep_asks_seed(j) || dt_sweep_reseed(&j->sweep,
	    dt_sweep_mpi_share(&j->mpi, 0), j->call->arena, &err) == DT_OK;
	dt_sweep_mpi_work(&j->mpi, good ? &j->sweep : NULL,
	    dt_command_value(j->call, "threads") ? j->threads : 1);
}

static enum dt_exit
act(struct dt_cmd_sweep_job *j)
{
	enum dt_exit exit = make(j);
	if (exit == DT_EXIT_OK)
		exit = check_call(j);
	if (exit != DT_EXIT_OK)
		return exit;
	choose_measure(j);
	if (j->mpi.rank > 0) {
		work(j);
		return DT_EXIT_OK;
	}
	return dt_command_value(j->call, "dry-run") != NULL ? tell(j) :
	    dt_cmd_sweep_do(j);
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct dt_error err = { 0 };
	struct dt_cmd_sweep_job *job = dt_memory_new(1, sizeof(*job));
	if (job == NULL) {
		dt_status_no_memory(&err);
		return dt_command_fail(call, NULL, &err);
	}
	job->call = call;
	enum dt_exit exit = DT_EXIT_FAILURE;
	if (dt_sweep_mpi_open(&job->mpi, &err) == DT_OK)
		exit = act(job);
	else
		exit = dt_command_fail(call, NULL, &err);
	dt_sweep_mpi_close(&job->mpi);
	dt_memory_free(job);
	return exit;
}

static const struct dt_option options[] = {
	{ "output", 'o', "DB", false, "@files",
	  "keep the cells in this database" },
	{ "resume", 0, NULL, false, NULL,
	  "go on in a database that is there: cells that it has are not "
	  "answered again; without a seed, by the one that they have" },
	{ "append", 'a', NULL, false, NULL, "the same as --resume" },
	{ "force", 'f', NULL, false, NULL,
	  "replace a database that is there" },
	{ "shard", 0, "I/N", false, NULL,
	  "only part I of N; detente merge puts the parts together" },
	{ "runs", 'n', "N", false, NULL,
	  "runs of a simulated cell, in place of the file's" },
	{ "seed", 's', "N", false, NULL,
	  "seed of all cells, in place of the file's" },
	{ "engine", 0, "ENGINE", false, "auto reference lanes chain",
	  "which engine answers: chain is exact, lanes plays 512 runs at "
	  "once, reference is the plain one; auto takes chain where that is "
	  "cheap, else lanes, else reference" },
	{ "set", 0, "KEY=VALUE", true, NULL,
	  "override a key of the scenario in all cells, as "
	  "noise.slip=0.02" },
	{ "threads", 'j', "N", false, NULL,
	  "threads; as many as there are cores where not given; results do "
	  "not depend on it" },
	{ "measure", 0, "MEASURE", false, DT_FIGURE_WORDS,
	  "what the map shows, in place of the file's measure" },
	{ "dry-run", 0, NULL, false, NULL,
	  "print the resolved sweep and how much there is to do" },
	{ "format", 0, "FORMAT", false, "text json csv",
	  "how to print the measure: a map for people, or a line a cell" },
	{ "no-progress", 0, NULL, false, NULL, "no progress bar" },
	{ 0 }
};

const struct dt_command dt_cmd_sweep = {
	.name = "sweep",
	.brief = "answer a grid of experiments and map it",
	.operands = "SWEEP",
	.operand_words = "@sweeps",
	.least = 1,
	.most = 1,
	.about = "Plays or works out a scenario for every combination of "
	    "values on the axes of a SWEEP, and keeps what each cell came "
	    "to in a database. A cell is committed whole, and never answered "
	    "again: a sweep that was stopped goes on with --resume.\n\n"
	    "Cells are taken coarse grids first, so that what there is of a "
	    "sweep is balanced. The database is the same for any number of "
	    "threads, for shards that were merged, and under mpirun.",
	.examples = "detente sweep verification -o map.db\n"
	    "detente sweep verification -o map.db --resume\tafter Ctrl-C\n"
	    "detente sweep least-fine --dry-run\n"
	    "detente sweep verification -o part3.db --shard 3/16\tone of 16 "
	    "jobs",
	.options = options,
	.run = run,
};
