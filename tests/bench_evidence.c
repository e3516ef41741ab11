/*
 * Runs of the frontier a second, kept without evidence, batched by the epoch,
 * and with every move signed.
 * Seconds are of this process's processor time, so that both threads count;
 * medians of five. Usage: bench_evidence [runs]
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "play/play.h"
#include "play/record.h"

enum { REPEATS = 5 };

static char folder[] = "/tmp/bench_evidence.XXXXXX";
static char path[64];

static double
seconds(clockid_t clock)
{
	struct timespec t;
	clock_gettime(clock, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void
need(enum dt_status status, const struct dt_error *err)
{
	if (status == DT_OK)
		return;
	fprintf(stderr, "bench_evidence: %s\n", err->message);
	exit(1);
}

static void
keep(const struct dt_experiment *e, enum dt_seal_level level)
{
	struct dt_error err = { 0 };
	struct dt_store *store;
	struct dt_record record;
	struct dt_record_provenance provenance = { .command = "bench",
	    .version = "1", .libraries = "none", .evidence = level };
	struct dt_play *play;
	const struct dt_play_run *run;
	bool *done = calloc((size_t)e->runs, 1);
	need(dt_store_open(&store, path, DT_STORE_CREATE, &err), &err);
	need(dt_record_begin(&record, store, e, &provenance, false, done,
	    &err), &err);
	struct dt_play_request request = { .runs = e->runs, .threads = 2,
	    .seals = record.evidence ? &record.evidence->maker : NULL };
	need(dt_play_new(&play, e, &request, &err), &err);
	while (dt_play_next(play, &run, &err) == DT_OK && run != NULL)
		need(dt_record_run(&record, run, &err), &err);
	dt_play_free(play);
	need(dt_record_end(&record, true, &err), &err);
	dt_record_free(&record);
	need(dt_store_close(store, &err), &err);
	free(done);
	unlink(path);
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* Runs a second of processor time. */
static double
measure(struct dt_experiment *e, enum dt_seal_level level, int64_t runs)
{
	double rate[REPEATS];
	e->runs = runs;
	for (int i = 0; i < REPEATS; i++) {
		double start = seconds(CLOCK_PROCESS_CPUTIME_ID);
		keep(e, level);
		rate[i] = (double)runs /
		    (seconds(CLOCK_PROCESS_CPUTIME_ID) - start);
	}
	qsort(rate, REPEATS, sizeof(rate[0]), compare);
	return rate[REPEATS / 2];
}

int
main(int argc, char **argv)
{
	static const char *brought[2];
	struct dt_arena arena = { 0 };
	struct dt_catalogue catalogue;
	struct dt_experiment e;
	struct dt_faults faults = { .arena = &arena };
	struct dt_error err = { 0 };
	struct dt_experiment_request request = { .scenario = "frontier",
	    .seed = 7, .rounds = -1 };
	int64_t runs = argc > 1 ? atoll(argv[1]) : 10000;
	brought[0] = getenv("srcdir") ? getenv("srcdir") : ".";
	if (mkdtemp(folder) == NULL)
		return 1;
	snprintf(path, sizeof(path), "%s/out.db", folder);
	need(dt_catalogue_open(&catalogue, &arena, NULL, brought, &err),
	    &err);
	need(dt_experiment_make(&catalogue, &request, &e, &faults, &err),
	    &err);
	double none = measure(&e, DT_SEAL_NONE, runs);
	double epoch = measure(&e, DT_SEAL_EPOCH, runs);
	double full = measure(&e, DT_SEAL_FULL, runs / 200 + 1);
	printf("frontier, runs a second of processor time: none %.0f, epoch "
	    "%.0f (%.2f times the time of none), full %.0f\n", none, epoch,
	    none / epoch, full);
	rmdir(folder);
	dt_arena_free(&arena);
	return 0;
}
