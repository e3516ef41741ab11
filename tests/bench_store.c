/*
 * How many narrow rows a second the store takes, beside a floor.
 *
 * Narrow rows are those of move_code. The store: dt_store_put_round, with the
 * round's own row, every check, and the commits of batches of runs. The floor:
 * one bare prepared INSERT into a table of the same columns and key without
 * CHECKs, bound row by row, in the same WAL and synchronous NORMAL, with no
 * other work. Seconds are of this process's processor time; medians of five.
 * Usage: bench_store [agents [rows]]
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "store/store.h"

enum { REPEATS = 5, ROUNDS = 200, BATCH = 25, AGENTS_MOST = 64 };

static char folder[] = "/tmp/bench_store.XXXXXX";
static char path[64];
static size_t agents = 2;
static int64_t rows = 1000000;

static double
seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void
remove_files(void)
{
	static const char *const tails[] = { "", "-wal", "-shm" };
	for (size_t i = 0; i < 3; i++) {
		char name[80];
		snprintf(name, sizeof(name), "%s%s", path, tails[i]);
		unlink(name);
	}
}

static void
need(int good, const char *what)
{
	if (!good) {
		fprintf(stderr, "bench_store: %s\n", what);
		remove_files();
		rmdir(folder);
		exit(1);
	}
}

/* The same moves for both: cheap, and not all alike. */
static struct dt_store_move
move(uint32_t *state)
{
	uint32_t x = *state = *state * 1664525u + 1013904223u;
	return (struct dt_store_move){
		.intended = x >> 31, .executed = x >> 30 & 1,
		.declared = x >> 29 & 1, .party = true, .alarm = x >> 28 & 1,
		.alarms_seen = x >> 26 & 1, .payoff = (x >> 20) * 0.37,
	};
}

static int64_t
open_store(struct dt_store **store, struct dt_error *err)
{
	const struct dt_store_experiment e = { .key = "k", .scenario = "bench",
		.treaty = "none", .detail = "rounds", .runs = 1 };
	struct dt_store_agent a[AGENTS_MOST];
	char names[AGENTS_MOST][8];
	for (size_t i = 0; i < agents; i++) {
		snprintf(names[i], sizeof(names[i]), "a%zu", i);
		a[i] = (struct dt_store_agent){ .name = names[i],
			.kind = "lab", .strategy = "any" };
	}
	int64_t id = 0;
	bool found = false;
	need(!dt_store_open(store, path, DT_STORE_CREATE, err), err->message);
	need(!dt_store_register(*store, &e, a, agents, &id, &found, err),
	    err->message);
	return id;
}

static void
put_run(struct dt_store *store, int64_t id, int64_t run, uint32_t *state,
    struct dt_error *err)
{
	static const struct dt_store_outcome outcomes[AGENTS_MOST];
	const struct dt_store_run r = { .run = run, .rounds = ROUNDS,
		.ending = "none" };
	struct dt_store_move moves[AGENTS_MOST];
	need(!dt_store_put_run(store, id, &r, outcomes, agents, err),
	    err->message);
	for (int64_t round = 1; round <= ROUNDS; round++) {
		for (size_t i = 0; i < agents; i++)
			moves[i] = move(state);
		need(!dt_store_put_round(store, id, run, round, "in force",
		    moves, agents, err), err->message);
	}
}

static double
time_store(void)
{
	struct dt_error err = { 0 };
	struct dt_store *store;
	uint32_t state = 1;
	int64_t id = open_store(&store, &err), n = 0;
	double start = seconds();
	for (int64_t run = 1; n < rows; run++, n += ROUNDS * (int64_t)agents) {
		if (run % BATCH == 1)
			need(!dt_store_begin(store, &err), err.message);
		put_run(store, id, run, &state, &err);
		if (run % BATCH == 0)
			need(!dt_store_commit(store, &err), err.message);
	}
	(void)dt_store_commit(store, NULL);     /* what the last batch has */
	double rate = (double)n / (seconds() - start);
	need(!dt_store_close(store, &err), err.message);
	remove_files();
	return rate;
}

static void
bind(sqlite3_stmt *put, int64_t run, int64_t round, int64_t agent,
    const struct dt_store_move *m)
{
	const int64_t values[] = { 1, run, round, agent, m->intended |
		m->executed << 1 | m->declared << 2 | m->party << 3 |
		m->alarm << 4 | m->stopped << 5, m->alarms_seen };
	for (int i = 0; i < 6; i++)
		sqlite3_bind_int64(put, i + 1, values[i]);
	sqlite3_bind_double(put, 7, m->payoff);
	sqlite3_bind_double(put, 8, m->fine);
	need(sqlite3_step(put) == SQLITE_DONE, "the floor's insert failed");
	sqlite3_reset(put);
}

static sqlite3_stmt *
open_floor(sqlite3 **db)
{
	sqlite3_stmt *put;
	need(sqlite3_open_v2(path, db, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK &&
	    sqlite3_exec(*db, "PRAGMA journal_mode=WAL;"
	    "PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536;"
	    "PRAGMA wal_autocheckpoint=4000;"
	    "CREATE TABLE m (e INTEGER NOT NULL, run INTEGER NOT NULL,"
	    " round INTEGER NOT NULL, agent INTEGER NOT NULL,"
	    " flags INTEGER NOT NULL, seen INTEGER NOT NULL,"
	    " payoff REAL NOT NULL, fine REAL NOT NULL,"
	    " PRIMARY KEY (e, run, round, agent)) STRICT, WITHOUT ROWID",
	    NULL, NULL, NULL) == SQLITE_OK &&
	    sqlite3_prepare_v3(*db, "INSERT INTO m VALUES"
	    " (?, ?, ?, ?, ?, ?, ?, ?)", -1,
	    SQLITE_PREPARE_PERSISTENT, &put, NULL) == SQLITE_OK,
	    "the floor's table could not be made");
	return put;
}

static double
time_floor(void)
{
	sqlite3 *db;
	sqlite3_stmt *put = open_floor(&db);
	uint32_t state = 1;
	int64_t n = 0;
	double start = seconds();
	for (int64_t run = 1; n < rows; run++) {
		if (run % BATCH == 1)
			sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
		for (int64_t i = 0; i < ROUNDS * (int64_t)agents; i++, n++) {
			struct dt_store_move m = move(&state);
			bind(put, run, i / (int64_t)agents + 1,
			    i % (int64_t)agents + 1, &m);
		}
		if (run % BATCH == 0)
			sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
	}
	if (!sqlite3_get_autocommit(db))
		sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
	double rate = (double)n / (seconds() - start);
	sqlite3_finalize(put);
	sqlite3_close(db);
	remove_files();
	return rate;
}

static int
compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static void
measure(void)
{
	double store[REPEATS], floor_[REPEATS];
	for (int i = 0; i < REPEATS; i++) {
		floor_[i] = time_floor();
		store[i] = time_store();
	}
	qsort(store, REPEATS, sizeof(double), compare);
	qsort(floor_, REPEATS, sizeof(double), compare);
	printf("narrow rows a second and core, %zu agents: store %.0f, "
	    "bare prepared statement %.0f, ratio %.2f\n", agents,
	    store[REPEATS / 2], floor_[REPEATS / 2],
	    store[REPEATS / 2] / floor_[REPEATS / 2]);
}

/* The frontier's eight agents, and two, whose rows carry more of what is kept
 * a round. */
int
main(void)
{
	need(mkdtemp(folder) != NULL, "no folder for the files");
	snprintf(path, sizeof(path), "%s/bench.db", folder);
	for (agents = 8; agents >= 2; agents /= 4)
		measure();
	rmdir(folder);
	return 0;
}
