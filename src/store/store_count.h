/*
 * store_count: what the rounds of a run come to, kept beside them at insert, so
 * that questions over many runs need not read their rounds: tally_code, pair
 * and round_tally of schema.sql.
 *
 * Rounds are handed in by runs, ascending; a run's counts are written when the
 * next one begins, those over runs (round_tally) with dt_store_count_end. Made
 * by dt_store_count_new for one connection, in whose transaction it writes;
 * after a failure dt_store_count_clear forgets what was not written.
 */
#ifndef DT_STORE_STORE_COUNT_H
#define DT_STORE_STORE_COUNT_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

enum {
	DT_STORE_COUNT_AGENTS = 64,     /* of a run, at most */
	/* flags of a move: see move_code in schema.sql */
	DT_STORE_RACED = 2, DT_STORE_ALARM = 16, DT_STORE_FINDING = 64,
	DT_STORE_BOUND = 128, DT_STORE_UNKNOWN = 256, DT_STORE_FLAGS = 512,
};

struct dt_store_count;

/* path is for what is said, and borrowed. */
enum dt_status dt_store_count_new(struct dt_store_count **count, sqlite3 *db,
    const char *path, struct dt_error *err);
void dt_store_count_free(struct dt_store_count *count);
void dt_store_count_clear(struct dt_store_count *count);

/* A run begins, of so many agents: DT_EUSAGE if they are more than can be
 * counted. */
enum dt_status dt_store_count_run(struct dt_store_count *count,
    int64_t experiment, int64_t run, size_t agents, struct dt_error *err);
/* A round of it begins, then a move of each agent, from 1; DT_EUSAGE: it has
 * more kinds of phases than there are. */
enum dt_status dt_store_count_round(struct dt_store_count *count,
    int64_t round, const char *phase, struct dt_error *err);
enum dt_status dt_store_count_move(struct dt_store_count *count,
    int64_t agent, int flags, double payoff, double fine,
    struct dt_error *err);
/* Writes all that is left. */
enum dt_status dt_store_count_end(struct dt_store_count *count,
    struct dt_error *err);

/* Is it one of the tables that are counted here? */
bool dt_store_count_has(const char *table);

/* Inside a transaction: empties the three tables, and counts all rounds of
 * the file. */
enum dt_status dt_store_count_all(sqlite3 *db, const char *path,
    struct dt_error *err);

#endif
