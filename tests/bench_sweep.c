/*
 * How long a sweep of 10,000 cells takes, beside a floor.
 *
 * Two agents, memory-one strategies with slips, 1,000 runs of 200 rounds a
 * cell, by lanes, two threads, every cell with its agents' rows stored. Asked:
 * under 5 s on two cores. The floor: as many rows put into such a database
 * with nothing read, compiled or played. Also the time that compiling a cell
 * takes (asked: under 200 us), and the sweep answered exactly. Medians of
 * five.
 * Usage: bench_sweep [steps of each axis, 100 where not given]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "sweep/sweep_record.h"

enum { REPEATS = 5 };

static char folder[] = "/tmp/bench_sweep.XXXXXX";
static char path[64];
static struct dt_arena arena;
static struct dt_catalogue catalogue;
static struct dt_sweep sweep;
static struct dt_error err;

static double
seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void
need(int good, const char *what)
{
	if (!good) {
		fprintf(stderr, "bench_sweep: %s\n", what);
		unlink(path);
		rmdir(folder);
		exit(1);
	}
}

static void
make(const char *engine, int steps)
{
	static struct dt_source source;
	struct dt_faults faults = { .arena = &arena };
	struct dt_sweep_request request = { .engine = engine, .seed = 1 };
	struct dt_node *root;
	char *text = dt_arena_print(&arena, "sweep: bench\nscenario: duel\n"
	    "set: {agents.one.strategy: win-stay-lose-shift}\naxes:\n"
	    "  slip: {key: noise.slip, from: 0.001, to: 0.2, steps: %d}\n"
	    "  miss: {key: noise.public.miss, from: 0, to: 0.5, steps: %d}\n"
	    "runs: 1000\n", steps, steps);
	source = (struct dt_source){ "bench", text, strlen(text) };
	need(dt_node_read(&arena, &source, &root, &faults, &err) == DT_OK,
	    err.message);
	need(dt_sweep_resolve(&catalogue, root, &request, &sweep, &faults,
	    &err) == DT_OK, err.message);
}

static double
time_sweep(int threads)
{
	static const struct dt_record_provenance provenance = {
		.command = "bench", .version = "0", .libraries = "",
	};
	struct dt_sweep_record record;
	struct dt_store *store;
	struct dt_sweep_play *play;
	const struct dt_sweep_result *result;
	bool waiting = false;
	size_t n = (size_t)sweep.cells;
	bool *done = dt_arena_new(&arena, n, sizeof(*done));
	int64_t *todo = dt_arena_new(&arena, n, sizeof(*todo));
	for (size_t i = 0; i < n; i++)
		todo[i] = (int64_t)i + 1;
	double start = seconds();
	need(!dt_store_open(&store, path, DT_STORE_CREATE, &err),
	    err.message);
	need(!dt_sweep_record_begin(&record, store, &sweep, &provenance,
	    done, &err), err.message);
	need(!dt_sweep_play_new(&play, &(struct dt_sweep_play_request){
	    .sweep = &sweep, .cells = todo, .n = sweep.cells,
	    .threads = threads }, &err), err.message);
	do {
		need(!dt_sweep_play_next(play, &result, &waiting, &err),
		    err.message);
		if (result != NULL)
			need(!dt_sweep_record_put(&record, result, &err),
			    err.message);
	} while (result != NULL || waiting);
	dt_sweep_play_free(play);
	need(!dt_sweep_record_end(&record, &err), err.message);
	need(!dt_store_close(store, &err), err.message);
	double took = seconds() - start;
	unlink(path);
	return took;
}

/* The rows alone: one cell's, again and again. */
static double
time_floor(void)
{
	static struct dt_sweep_result result;
	static const struct dt_record_provenance provenance = {
		.command = "bench", .version = "0", .libraries = "",
	};
	struct dt_sweep_record record;
	struct dt_store *store;
	bool *done = dt_arena_new(&arena, (size_t)sweep.cells, sizeof(*done));
	dt_sweep_play_cell(&sweep, 1, NULL, &result);
	double start = seconds();
	need(!dt_store_open(&store, path, DT_STORE_CREATE, &err),
	    err.message);
	need(!dt_sweep_record_begin(&record, store, &sweep, &provenance,
	    done, &err), err.message);
	for (int64_t cell = 1; cell <= sweep.cells; cell++) {
		result.cell.cell = cell;
		need(!dt_sweep_record_put(&record, &result, &err),
		    err.message);
	}
	need(!dt_sweep_record_end(&record, &err), err.message);
	need(!dt_store_close(store, &err), err.message);
	double took = seconds() - start;
	unlink(path);
	return took;
}

static double
time_compile(void)
{
	enum { CELLS = 1000 };
	double start = seconds();
	for (int64_t i = 0; i < CELLS; i++) {
		struct dt_arena own = { 0 };
		struct dt_experiment e;
		size_t index[DT_SWEEP_AXES_MOST];
		dt_sweep_place(&sweep, i % sweep.cells + 1, index);
		need(!dt_sweep_cell(&sweep, index, &own, &e, NULL, &err),
		    err.message);
		dt_arena_free(&own);
	}
	return (seconds() - start) / CELLS;
}

static int
ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double
median(double *values)
{
	qsort(values, REPEATS, sizeof(*values), ascending);
	return values[REPEATS / 2];
}

int
main(int argc, char **argv)
{
	int steps = argc > 1 ? atoi(argv[1]) : 100;
	const char *root = getenv("srcdir");
	const char *roots[] = { root ? root : ".", NULL };
	double lanes[REPEATS], exact[REPEATS], rows[REPEATS], cell[REPEATS];
	need(mkdtemp(folder) != NULL, "no folder");
	snprintf(path, sizeof(path), "%s/b.db", folder);
	need(!dt_catalogue_open(&catalogue, &arena, NULL, roots, &err),
	    err.message);
	for (int i = 0; i < REPEATS; i++) {
		make("lanes", steps);
		lanes[i] = time_sweep(2);
		rows[i] = time_floor();
		cell[i] = time_compile();
		make("chain", steps);
		exact[i] = time_sweep(2);
	}
	printf("sweep, %d cells of 2 agents x 1000 runs x 200 rounds, two "
	    "threads: %.2f s (asked: 5)\n  floor, its rows alone: %.2f s\n"
	    "  answered exactly: %.2f s\n  compiling a cell: %.0f us (asked: "
	    "200)\n", steps * steps, median(lanes), median(rows),
	    median(exact), 1e6 * median(cell));
	rmdir(folder);
	dt_arena_free(&arena);
	return 0;
}
