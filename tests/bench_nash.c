/*
 * How long all extreme equilibria of a random game take, as whole processes:
 * `detente solve GAME --format csv` beside lrsnash of lrslib on the same game
 * in the same run, the floor. Games of n by n, seeds 1 to 5, of splitmix64 as
 * literature.md has them ("Normal form"): payoffs 0 to 1000.
 *
 * Milliseconds of processor time, user and system, of the children; medians of
 * five runs each, then the median of the five games. Asked: below 30 ms at
 * n=10, below 150 ms at n=12. Usage: bench_nash [detente]
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <fcntl.h>
#include <unistd.h>

enum { REPEATS = 5, GAMES = 5, MOST = 16 };

static char nfg[] = "/tmp/bench_nash_XXXXXX", lrs[] = "/tmp/bench_nash_XXXXXX";
static char game[sizeof(nfg) + 8];

static uint64_t
splitmix(uint64_t *x)
{
	uint64_t z = *x += UINT64_C(0x9E3779B97F4A7C15);
	z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
	return z ^ z >> 31;
}

static FILE *
open_file(const char *path)
{
	FILE *file = fopen(path, "w");
	if (file == NULL) {
		perror(path);
		exit(1);
	}
	return file;
}

/* The game in both programs' forms. */
static void
write_game(int n, int seed)
{
	int cells[2][MOST][MOST];
	uint64_t state = (uint64_t)(1000 * n + seed);
	FILE *file = open_file(lrs);
	fprintf(file, "%d %d\n", n, n);
	for (int k = 0; k < 2 * n * n; k++) {
		int *to = &cells[k / (n * n)][k % (n * n) / n][k % n];
		*to = (int)(splitmix(&state) % 1001);
		fprintf(file, "%s%d", k % (n * n) == 0 ? "\n\n" :
		    k % n == 0 ? "\n" : " ", *to);
	}
	fprintf(file, "\n");
	fclose(file);
	file = open_file(game);
	fprintf(file, "NFG 1 R \"\" { \"a\" \"b\" } { %d %d }\n", n, n);
	for (int k = 0; k < n * n; k++)
		fprintf(file, "%d %d\n", cells[0][k % n][k / n],
		    cells[1][k % n][k / n]);
	fclose(file);
}

static double
once(char *const *words)
{
	int status = 0;
	struct rusage use;
	pid_t child = fork();
	if (child == 0) {
		int nothing = open("/dev/null", O_WRONLY);
		dup2(nothing, 1);
		dup2(nothing, 2);
		execvp(words[0], words);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &use) != child ||
	    !WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return -1;
	return 1e3 * (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) +
	    1e-3 * (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec);
}

static int
rising(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static double
median(char *const *words)
{
	double took[REPEATS];
	for (int i = 0; i < REPEATS; i++)
		took[i] = once(words);
	qsort(took, REPEATS, sizeof(took[0]), rising);
	return took[0] < 0 ? -1 : took[REPEATS / 2];
}

/* Below 0: could not be run. */
static void
measure(int n, char *detente, double asked)
{
	char *const ours[] = { detente, "solve", game, "--format", "csv",
	    NULL };
	char *const theirs[] = { "lrsnash", lrs, NULL };
	double a[GAMES], b[GAMES];
	for (int seed = 1; seed <= GAMES; seed++) {
		write_game(n, seed);
		a[seed - 1] = median(ours);
		b[seed - 1] = median(theirs);
	}
	qsort(a, GAMES, sizeof(a[0]), rising);
	qsort(b, GAMES, sizeof(b[0]), rising);
	printf("nash n=%d: detente %.1f ms (%.1f to %.1f; asked below %.0f)",
	    n, a[GAMES / 2], a[0], a[GAMES - 1], asked);
	if (b[0] < 0)
		printf(", no lrsnash to compare\n");
	else
		printf(", lrsnash %.1f ms\n", b[GAMES / 2]);
}

int
main(int argc, char **argv)
{
	char *detente = argc > 1 ? argv[1] : "./detente";
	int one = mkstemp(nfg), two = mkstemp(lrs);
	if (one < 0 || two < 0) {
		perror("bench_nash");
		return 1;
	}
	close(one);
	close(two);
	snprintf(game, sizeof(game), "%s.nfg", nfg);
	measure(10, detente, 30);
	measure(12, detente, 150);
	unlink(game);
	unlink(nfg);
	unlink(lrs);
	return 0;
}
