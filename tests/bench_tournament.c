/*
 * What tournaments take, in processor seconds, beside a plain loop of function
 * pointers that plays the first of them:
 *   20 classic strategies, 200 rounds, 10 repetitions, slips .01: the loop
 *   the same by `detente tournament`, exactly, kept in a database: asked .05 s
 *   all shipped strategies and seeded random automata of up to 8 states, 240 in
 *   all, all against all, exactly: asked 1 s
 * Run where it was built; DETENTE is the program, DETENTE_PATH its data.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { CLASSIC = 20, ROUNDS = 200, REPETITIONS = 10, FIELD = 240 };

static const char names[] = "always-pause,always-race,tit-for-tat,"
    "suspicious-tit-for-tat,tit-for-two-tats,two-tits-for-tat,grim,"
    "win-stay-lose-shift,generous-tit-for-tat,random,alternator,joss,"
    "contrite-tit-for-tat,soft-majority,gradual,prober,hard-majority,"
    "merciful-grim,extortioner,bully";

/* ---- The plain loop: what each remembers is what both did ---- */

struct seen {
	int n, mine[ROUNDS], other[ROUNDS], raced, hurt;
};

static unsigned long long state = 88172645463325252ull;

static double
unit(void)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (double)(state >> 11) * 0x1p-53;
}

static int pauses(const struct seen *s) { (void)s; return 0; }
static int races(const struct seen *s) { (void)s; return 1; }
static int last(const struct seen *s, int first)
{
	return s->n ? s->other[s->n - 1] : first;
}
static int tft(const struct seen *s) { return last(s, 0); }
static int stft(const struct seen *s) { return last(s, 1); }
static int tf2t(const struct seen *s)
{
	return s->n > 1 && s->other[s->n - 1] && s->other[s->n - 2];
}
static int ttft(const struct seen *s)
{
	return (s->n && s->other[s->n - 1]) || (s->n > 1 &&
	    s->other[s->n - 2]);
}
static int grim(const struct seen *s) { return s->hurt > 0; }
static int wsls(const struct seen *s)
{
	return s->n && s->mine[s->n - 1] != s->other[s->n - 1];
}
static int gtft(const struct seen *s) { return last(s, 0) && unit() > 1. / 3; }
static int coin(const struct seen *s) { (void)s; return unit() < .5; }
static int alternates(const struct seen *s) { return s->n & 1; }
static int joss(const struct seen *s) { return last(s, 0) || unit() < .1; }
static int majority(const struct seen *s) { return 2 * s->hurt > s->n; }
static int hard(const struct seen *s) { return 2 * s->hurt >= s->n; }
static int prober(const struct seen *s)
{
	static const int opening[] = { 1, 0, 0 };
	return s->n < 3 ? opening[s->n] : !s->other[1] && !s->other[2] ? 1 :
	    last(s, 0);
}
static int bully(const struct seen *s) { return !last(s, 0); }
static int extort(const struct seen *s)
{
	static const double p[2][2] = { { 8. / 9, .5 }, { 1. / 3, 0 } };
	return !s->n || unit() >= p[s->mine[s->n - 1]][s->other[s->n - 1]];
}

static int (*const players[CLASSIC])(const struct seen *) = {
	pauses, races, tft, stft, tf2t, ttft, grim, wsls, gtft, coin,
	alternates, joss, tft, majority, grim, prober, hard, tf2t, extort,
	bully,
};

static void
note(struct seen *s, int mine, int other)
{
	s->mine[s->n] = mine;
	s->other[s->n++] = other;
	s->hurt += other;
	s->raced += mine;
}

static double
plain(double score[CLASSIC])
{
	static const double pays[2][2] = { { 3, 0 }, { 5, 1 } };
	clock_t start = clock();
	for (int i = 0; i < CLASSIC; i++)
		for (int j = i; j < CLASSIC; j++)
			for (int k = 0; k < REPETITIONS; k++) {
				struct seen a = { .n = 0 }, b = { .n = 0 };
				for (int r = 0; r < ROUNDS; r++) {
					int x = players[i](&a);
					int y = players[j](&b);
					x ^= unit() < .01;
					y ^= unit() < .01;
					score[i] += pays[x][y];
					score[j] += i == j ? 0 : pays[y][x];
					note(&a, x, y);
					note(&b, y, x);
				}
			}
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* ---- The program ---- */

static double
children(void)
{
	struct rusage u;
	getrusage(RUSAGE_CHILDREN, &u);
	return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
	    (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) * 1e-6;
}

static double
takes(char *const *words)
{
	double before = children();
	int how;
	(void)fflush(stdout);
	pid_t pid = fork();
	if (pid == 0) {
		if (freopen("/dev/null", "w", stdout) != NULL)
			execvp(words[0], words);
		_exit(127);
	}
	if (waitpid(pid, &how, 0) != pid || how != 0) {
		fprintf(stderr, "bench_tournament: %s failed\n", words[0]);
		exit(1);
	}
	return children() - before;
}

/* A machine of up to 8 states: each plays anything, goes anywhere. */
static void
write_machine(const char *folder, int number)
{
	char path[64];
	snprintf(path, sizeof(path), "%s/m%d.yaml", folder, number);
	FILE *f = fopen(path, "w");
	int n = 1 + (int)(unit() * 8);
	if (f == NULL)
		exit(1);
	fprintf(f, "strategy: m%d\nstart: s0\nstates:\n", number);
	for (int s = 0; s < n; s++)
		fprintf(f, "  s%d: {play: %s, next: [{when: alarms >= 1, to: "
		    "s%d}, {to: s%d}]}\n", s, unit() < .5 ? "pause" : "race",
		    (int)(unit() * n), (int)(unit() * n));
	fclose(f);
}

static int
shipped(const char *root)
{
	char path[4096];
	int n = 0;
	snprintf(path, sizeof(path), "%s/agents/strategies", root);
	DIR *d = opendir(path);
	for (struct dirent *e; d != NULL && (e = readdir(d)) != NULL;)
		n += e->d_name[0] != '.';
	if (d != NULL)
		closedir(d);
	return n;
}

int
main(void)
{
	const char *program = getenv("DETENTE"), *root = getenv("DETENTE_PATH");
	char folder[] = "/tmp/cup-XXXXXX", db[64], *p = (char *)program;
	double score[CLASSIC] = { 0 };
	if (program == NULL || root == NULL || mkdtemp(folder) == NULL)
		return 1;
	snprintf(db, sizeof(db), "%s/cup.db", folder);
	double loop = plain(score);
	char *classic[] = { p, "tournament", (char *)names, "--slip", "0.01",
		"-j", "1", "-o", db, "--format", "csv", "--quiet", NULL };
	double once = takes(classic);
	printf("tournament: 20 strategies, 200 rounds, slips .01: %.4f s "
	    "exactly and kept; %.4f s played 10 times by a plain loop (tit for "
	    "tat %.4f a round)\n", once, loop,
	    score[2] / CLASSIC / ROUNDS / REPETITIONS);
	int n = shipped(root);
	for (int k = n; k < FIELD; k++)
		write_machine(folder, k);
	char *all[] = { p, "tournament", folder, "--all", "-j", "1",
		"--format", "csv", "--quiet", NULL };
	printf("tournament: %d shipped and %d random machines, all against "
	    "all: %.3f s exactly\n", n, FIELD - n, takes(all));
	char *clean[] = { "rm", "-rf", folder, NULL };
	(void)takes(clean);
	return 0;
}
