/*
 * bench_lanes: rounds a second of the bit-sliced engine on one core, each
 * beside its floor: the random planes that the same rounds drew, drawn alone.
 * Medians of five, taken in turns, in the processor's time for this program.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "lanes/lanes_program.h"
#include "catalogue/experiment.h"

static const char *const path_names[] = { "plain", "AVX2", "AVX-512" };

static double
now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static int
by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static struct dt_arena arena;
static struct dt_catalogue catalogue;

static struct dt_experiment
make(const char *scenario, const char *const *sets)
{
	struct dt_experiment e;
	struct dt_faults faults = { .arena = &arena };
	struct dt_error err = { 0 };
	struct dt_experiment_request request = { .scenario = scenario,
	    .sets = sets, .seed = 1, .rounds = -1 };
	if (dt_experiment_make(&catalogue, &request, &e, &faults, &err) !=
	    DT_OK) {
		fprintf(stderr, "%s %s\n", err.message,
		    faults.n ? faults.list[0].message : "");
		exit(1);
	}
	return e;
}

/* What is measured: blocks of runs of a program, and what came of them. */
struct task {
	const struct dt_model *model;
	enum dt_lanes_mode mode;
	struct dt_lanes *lanes;
	uint64_t blocks;
	double rounds;
};

static double
time_play(const struct task *task)
{
	static struct dt_tally tally;
	static struct dt_lanes_sums sums;
	double start = now();
	for (uint64_t b = 0; b < task->blocks; b++) {
		dt_lanes_play(task->lanes, b);
		for (size_t k = 0; task->mode == DT_LANES_TALLIES &&
		    k < DT_LANES; k++)
			dt_lanes_tally(task->lanes, k, &tally);
		if (task->mode == DT_LANES_SUMS)
			dt_lanes_add(task->lanes, DT_LANES, &sums);
	}
	return now() - start;
}

/* The floor: as many planes as the play drew. */
static double
time_planes(const struct task *task, uint64_t planes)
{
	static const struct dt_lanes_kernel *const kernels[] = {
		&dt_lanes_plain, &dt_lanes_avx2, &dt_lanes_avx512
	};
	double start = now();
	kernels[task->lanes->path]->draw(task->lanes, planes);
	return now() - start;
}

static double
median(double *times)
{
	qsort(times, 5, sizeof(times[0]), by_size);
	return times[2];
}

static void
measure_path(const struct task *task, enum dt_lanes_path path)
{
	double play[5], floor[5];
	if (!dt_lanes_has(path))
		return;
	dt_lanes_use(task->lanes, path);
	for (int i = 0; i < 5; i++) {
		uint64_t before = task->lanes->drawn;
		play[i] = time_play(task);
		floor[i] = time_planes(task, task->lanes->drawn - before);
	}
	double took = median(play);
	printf("  %-8s %8.3g rounds/s  %8.3g agent-rounds/s   floor (random "
	    "planes alone) %8.3g rounds/s\n", path_names[path],
	    task->rounds / took, task->rounds * (double)task->model->n / took,
	    task->rounds / median(floor));
}

static void
tell_program(const struct dt_lanes_program *p)
{
	size_t ops = 0, counts = 0;
	for (const struct dt_lanes_op *op = p->round;
	    op->code != DT_LANES_OP_END; op++) {
		ops++;
		counts += op->code == DT_LANES_OP_COUNT ||
		    op->code == DT_LANES_OP_COUNT_NOT;
	}
	printf("  %zu operations a round, %zu coins and %zu counts among "
	    "them; %zu slots\n", ops, p->n_coins, counts, p->slots);
}

static void
measure(const char *name, const char *scenario, const char *const *sets,
    enum dt_lanes_mode mode, uint64_t blocks)
{
	struct dt_experiment e = make(scenario, sets);
	struct dt_lanes_program *program;
	if (dt_lanes_compile(&program, &e.model, mode, NULL) != DT_OK)
		exit(1);
	printf("%s, %s\n", name, mode == DT_LANES_SUMS ? "sums" : "tallies");
	tell_program(program);
	struct task task = { &e.model, mode, dt_lanes_new(program), blocks,
	    (double)blocks * DT_LANES * (double)e.model.rounds };
	for (int p = DT_LANES_PATHS - 1; p >= 0; p--)
		measure_path(&task, (enum dt_lanes_path)p);
	dt_lanes_free(task.lanes);
	dt_lanes_release(program);
}

/* A cell of a sweep, from the model to the sums of a thousand runs. */
static void
measure_cell(const char *const *sets)
{
	enum { CELLS = 400 };
	struct dt_experiment e = make("duel", sets);
	double times[5];
	for (int i = 0; i < 5; i++) {
		double start = now();
		for (int k = 0; k < CELLS; k++) {
			static struct dt_lanes_sums sums;
			struct dt_lanes_program *program;
			if (dt_lanes_compile(&program, &e.model,
			    DT_LANES_SUMS, NULL) != DT_OK)
				exit(1);
			struct dt_lanes *lanes = dt_lanes_new(program);
			dt_lanes_play(lanes, 0);
			dt_lanes_add(lanes, DT_LANES, &sums);
			dt_lanes_play(lanes, 1);
			dt_lanes_add(lanes, 1000 - DT_LANES, &sums);
			dt_lanes_free(lanes);
			dt_lanes_release(program);
		}
		times[i] = (now() - start) / CELLS;
	}
	printf("a cell of 1000 runs of %d rounds, compiled and summed: "
	    "%.0f us\n", (int)e.model.rounds, 1e6 * median(times));
}

int
main(void)
{
	static const char *brought[2];
	static const char *const duel[] = { "agents.one.strategy="
	    "win-stay-lose-shift", "noise.slip=0.05", "rounds=1000", NULL };
	static const char *const cell[] = { "agents.one.strategy="
	    "win-stay-lose-shift", "noise.slip=0.05", NULL };
	static const char *const extort[] = { "agents.one.strategy="
	    "extortioner", "noise.slip=0.05", "rounds=1000", NULL };
	brought[0] = getenv("srcdir") ? getenv("srcdir") : ".";
	if (dt_catalogue_open(&catalogue, &arena, NULL, brought, NULL) !=
	    DT_OK)
		return 1;
	measure("duel, memory one", "duel", duel, DT_LANES_SUMS, 200);
	measure("duel, memory one", "duel", duel, DT_LANES_TALLIES, 200);
	measure("duel, mixed", "duel", extort, DT_LANES_SUMS, 100);
	measure("frontier", "frontier", NULL, DT_LANES_SUMS, 100);
	measure("frontier", "frontier", NULL, DT_LANES_TALLIES, 100);
	measure_cell(cell);
	dt_arena_free(&arena);
	return 0;
}
