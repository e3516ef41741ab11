/*
 * store_pack: rounds into the tables of packed.sql, a byte a move.
 *
 * Rounds are handed in by runs, ascending, as to store_count.h: a run begins,
 * then each of its rounds, from 1, with a move of each agent. Rows are written
 * when they are full or the run is; kinds of moves when they are first met, so
 * that equal runs in equal order give equal rows. Made by dt_store_pack_new for
 * one connection, in whose transaction it writes; after a failure, or when
 * another may have written since, dt_store_pack_clear forgets what it knows.
 */
#ifndef DT_STORE_STORE_PACK_H
#define DT_STORE_STORE_PACK_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "base/text.h"

/* 1 in a file whose rounds are packed, else 0. */
#define DT_STORE_HAS_PACKED "SELECT count(*) FROM sqlite_schema WHERE" \
    " type = 'table' AND name = 'packed_move'"

/* A kind is experiment_id << this, plus its code. */
enum { DT_STORE_PACK_LOG = 24 };

struct dt_store_pack;
struct dt_store;

/* path is for what is said, and borrowed. */
enum dt_status dt_store_pack_new(struct dt_store_pack **pack, sqlite3 *db,
    const char *path, struct dt_error *err);
void dt_store_pack_free(struct dt_store_pack *pack);
void dt_store_pack_clear(struct dt_store_pack *pack);

/* A run begins, of so many agents. DT_ESTORE: the kinds that are there are not
 * as this program writes them. */
enum dt_status dt_store_pack_run(struct dt_store_pack *pack,
    int64_t experiment, int64_t run, size_t agents, struct dt_error *err);
/* Its next round begins. DT_EUSAGE here and below: more than 2^24 kinds. */
enum dt_status dt_store_pack_round(struct dt_store_pack *pack,
    const char *phase, struct dt_error *err);
/* A move of an agent, from 1; flags as move_code has them. */
enum dt_status dt_store_pack_move(struct dt_store_pack *pack, int64_t agent,
    int flags, int64_t alarms_seen, double payoff, double fine,
    struct dt_error *err);
/* Writes all that is left. */
enum dt_status dt_store_pack_end(struct dt_store_pack *pack,
    struct dt_error *err);

/* Is it one of the tables that are written here? */
bool dt_store_pack_has(const char *table);

/* Inside a transaction: makes the tables in a file that has no rounds, in the
 * place of those with a row a round. */
enum dt_status dt_store_pack_tables(sqlite3 *db, const char *path,
    struct dt_error *err);
/* The same for a store whose rounds are to be packed; DT_EUSAGE if there are
 * experiments with rounds that are not. Nothing to do if it is packed. */
enum dt_status dt_store_pack_begin(struct dt_store *store,
    struct dt_error *err);

/* Inside a transaction: packs the rows of the temporary tables round and
 * move_code. */
enum dt_status dt_store_pack_all(sqlite3 *db, const char *path,
    struct dt_error *err);

/* What packed tables say that no round shows: kinds that no code is of, codes
 * that are of no kind, numbers of rounds beyond the latest. A complaint a line.
 * A file that is not packed has none. */
enum dt_status dt_store_pack_check(struct dt_store *store,
    struct dt_text *complaints, struct dt_error *err);

#endif
