/*
 * bench_crowd: what the benchmarks of the classroom share: browsers in one
 * thread, the time until an event has come to each, and what the server took.
 */
#ifndef DT_TESTS_BENCH_CROWD_H
#define DT_TESTS_BENCH_CROWD_H

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "web/client.h"

enum { MOST = 500, POSTS = 60 };

static double
ms_now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return 1e3 * (double)t.tv_sec + 1e-6 * (double)t.tv_nsec;
}

static struct {
	struct dt_client *client;
	struct dt_client_browser *browsers[MOST];
	int n, answered, heard;
	int64_t wanted;         /* the event that is waited for */
	int64_t last;           /* the newest that anybody has heard */
	double began;
	double *taken;
	size_t n_taken;
} bench;

static void
answered(void *of, void *who, unsigned status, const char *body, size_t size)
{
	(void)of;
	(void)who;
	(void)body;
	(void)size;
	if (status != 200) {
		fprintf(stderr, "status %u\n", status);
		exit(1);
	}
	bench.answered++;
}

static void
event(void *of, void *who, int64_t id, const char *name, const char *data)
{
	(void)of;
	(void)who;
	(void)name;
	(void)data;
	bench.last = id > bench.last ? id : bench.last;
	if (id < bench.wanted)
		return;
	bench.heard++;
	bench.taken[bench.n_taken++] = ms_now() - bench.began;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

static double
quantile(double share)
{
	qsort(bench.taken, bench.n_taken, sizeof(double), compare);
	return bench.taken[(size_t)(share * (double)(bench.n_taken - 1))];
}

static void
until(const int *count, int n)
{
	double end = ms_now() + 20e3;
	while (*count < n && ms_now() < end)
		dt_client_turn(bench.client, 100);
	if (*count < n) {
		fprintf(stderr, "%d of %d came\n", *count, n);
		exit(1);
	}
}

static void
end(pid_t child)
{
	kill(child, SIGTERM);
	waitpid(child, NULL, 0);
}

static double
resident_kb(pid_t child)
{
	char path[64], line[256];
	double kb = 0;
	snprintf(path, sizeof(path), "/proc/%d/status", (int)child);
	FILE *file = fopen(path, "r");
	while (file != NULL && fgets(line, sizeof(line), file) != NULL)
		if (sscanf(line, "VmRSS: %lf", &kb) == 1)
			break;
	if (file != NULL)
		fclose(file);
	return kb;
}

/* Milliseconds of a core that it has had. */
static double
core_ms(pid_t child)
{
	char path[64];
	double ns = 0;
	snprintf(path, sizeof(path), "/proc/%d/schedstat", (int)child);
	FILE *file = fopen(path, "r");
	if (file != NULL && fscanf(file, "%lf", &ns) != 1)
		ns = 0;
	if (file != NULL)
		fclose(file);
	return 1e-6 * ns;
}

static void
tell_load(void)
{
	double load = 0;
	FILE *file = fopen("/proc/loadavg", "r");
	if (file != NULL && fscanf(file, "%lf", &load) == 1)
		printf("load of the machine %.1f\n", load);
	if (file != NULL)
		fclose(file);
}

static void
start(uint16_t port, int n)
{
	struct dt_client_calls calls = { .answered = answered, .event = event };
	struct dt_error err;
	if (dt_client_new(&bench.client, "127.0.0.1", port, &calls,
	    &err) != DT_OK) {
		fprintf(stderr, "%s\n", err.message);
		exit(1);
	}
	bench.n = n;
	bench.n_taken = 0;
	bench.answered = 0;
	for (int i = 0; i < n; i++)
		bench.browsers[i] = dt_client_browser(bench.client, NULL);
}

#endif
