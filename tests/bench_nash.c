/*
 * How long all extreme equilibria of random games take, as whole processes:
 * `detente solve GAME --format csv` beside lrsnash of lrslib on the same game
 * in the same run, the floor. Games of n by n, seeds 1 to 10, of splitmix64 as
 * literature.md has them ("Normal form"): payoffs 0 to 1000.
 *
 * Processor time, user and system, of the children: the least of some runs of
 * each game (so that a busy machine's caches count less), summed over the ten.
 * Asked: a sum below lrsnash's at every n from 8 to 17. The counts of
 * equilibria must be the same. Usage: bench_nash [detente [n [n]]]
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <fcntl.h>
#include <unistd.h>

enum { GAMES = 10, MOST = 32 };

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

/* What a program takes, in seconds, and how many lines of its output begin as
 * an equilibrium's; below 0: it could not be run. */
static double
once(char *const *words, const char *begins, int *lines)
{
	int status = 0, ends[2];
	char line[4096];
	struct rusage use;
	if (pipe(ends) != 0)
		return -1;
	pid_t child = fork();
	if (child == 0) {
		int nothing = open("/dev/null", O_WRONLY);
		dup2(ends[1], 1);
		dup2(nothing, 2);
		close(ends[0]);
		execvp(words[0], words);
		_exit(127);
	}
	close(ends[1]);
	FILE *out = fdopen(ends[0], "r");
	*lines = 0;
	while (out != NULL && fgets(line, sizeof(line), out) != NULL)
		*lines += strncmp(line, begins, strlen(begins)) == 0;
	if (out != NULL)
		fclose(out);
	if (child < 0 || wait4(child, &status, 0, &use) != child ||
	    !WIFEXITED(status) || WEXITSTATUS(status) != 0)
		return -1;
	return (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec) +
	    1e-6 * (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec);
}

/* Again while a second is not over, five times at most. */
static double
least(char *const *words, const char *begins, int *lines)
{
	double best = once(words, begins, lines), sum = best;
	for (int i = 1; i < 5 && best >= 0 && sum < 1; i++) {
		double took = once(words, begins, lines);
		sum += took;
		best = took < best ? took : best;
	}
	return best;
}

/* False: slower than lrsnash, or another count. */
static bool
measure(int n, char *detente)
{
	char *const ours[] = { detente, "solve", game, "--format", "csv",
	    NULL };
	char *const theirs[] = { "lrsnash", lrs, NULL };
	double a = 0, b = 0, most = 0;
	int found = 0, differ = 0, lines, other;
	for (int seed = 1; seed <= GAMES; seed++) {
		write_game(n, seed);
		double took = least(ours, "NE", &lines);
		if (took < 0)
			return false;
		most = took > most ? took : most;
		a += took;
		found += lines;
		/* lrsnash prints the second player's points, one or more,
		 * before the first player's that they all belong to. */
		took = b < 0 ? -1 : least(theirs, "2 ", &other);
		b = took < 0 ? -1 : b + took;
		differ += took >= 0 && other != lines;
	}
	printf("nash n=%-2d ten games: detente %8.3f s (at most %.3f), ", n,
	    a, most);
	if (b < 0)
		printf("no lrsnash to compare");
	else
		printf("lrsnash %8.3f s, %.1f times", b, b / a);
	printf("; %d equilibria%s\n", found, differ ? ", COUNTS DIFFER" : "");
	fflush(stdout);
	return b < 0 || (a < b && !differ);
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
	int from = argc > 2 ? atoi(argv[2]) : 8;
	int to = argc > 3 ? atoi(argv[3]) : argc > 2 ? from : 17;
	bool good = true;
	for (int n = from; n <= to && n <= MOST; n++)
		good &= measure(n, detente);
	if (!good)
		printf("nash: slower than lrsnash, or another answer\n");
	unlink(game);
	unlink(nfg);
	unlink(lrs);
	return !good;
}
