/*
 * How long quantal response takes to its limit, as a whole process.
 *
 * Ten random games of 8 players with 2 strategies, each by
 * `detente solve FILE --method quantal --format csv`. Asked: under 50 ms.
 * Processor time includes the shell that starts it.
 * Usage: bench_quantal
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/random.h"

enum { GAMES = 10, PLAYERS = 8 };

static void
write_game(const char *path, uint64_t seed)
{
	struct dt_random random;
	FILE *file = fopen(path, "w");
	if (file == NULL)
		exit(1);
	fputs("NFG 1 R \"bench\" {", file);
	for (int i = 0; i < PLAYERS; i++)
		fprintf(file, " \"%d\"", i + 1);
	fputs(" } {", file);
	for (int i = 0; i < PLAYERS; i++)
		fputs(" 2", file);
	fputs(" }\n\n", file);
	dt_random_stream(&random, seed, 0, 0, 0);
	for (int i = 0; i < PLAYERS << PLAYERS; i++)
		fprintf(file, "%.17g\n", dt_random_unit(&random));
	fclose(file);
}

static double
milliseconds(const char *command)
{
	struct timespec from, to;
	clock_gettime(CLOCK_MONOTONIC, &from);
	if (system(command) != 0) {
		fprintf(stderr, "bench_quantal: failed: %s\n", command);
		exit(1);
	}
	clock_gettime(CLOCK_MONOTONIC, &to);
	return 1e3 * (double)(to.tv_sec - from.tv_sec) +
	    1e-6 * (double)(to.tv_nsec - from.tv_nsec);
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

int
main(void)
{
	char path[] = "/tmp/bench_quantal.XXXXXX.nfg", command[200];
	double took[GAMES];
	int file = mkstemps(path, 4);
	if (file < 0)
		return 1;
	close(file);
	snprintf(command, sizeof(command), "./detente solve %s "
	    "--method quantal --format csv >/dev/null", path);
	for (int k = 0; k < GAMES; k++) {
		write_game(path, (uint64_t)k + 1);
		took[k] = milliseconds(command);
	}
	unlink(path);
	qsort(took, GAMES, sizeof(*took), compare);
	struct rusage used;
	getrusage(RUSAGE_CHILDREN, &used);
	printf("quantal response, 8 players of 2: median %.1f ms, worst %.1f "
	    "ms of %d games (asked: under 50); processor time %.1f ms a "
	    "game\n", took[GAMES / 2], took[GAMES - 1], GAMES,
	    1e3 / GAMES * ((double)used.ru_utime.tv_sec +
	    1e-6 * (double)used.ru_utime.tv_usec +
	    (double)used.ru_stime.tv_sec +
	    1e-6 * (double)used.ru_stime.tv_usec));
	return 0;
}
