/*
 * recorded_internal: what the files of recorded share.
 *
 * recorded.c           reads all, and chooses
 * recorded_read.c      rows of the store into sources, sources into groups
 * recorded_game.c      a group's players, profiles and estimates
 * recorded_symmetry.c  players who are alike
 * recorded_config.c    the configuration of a source, or of a profile
 * recorded_solve.c     equilibria, and what to play more
 * recorded_tell.c      sentences and tables
 */
#ifndef DT_LAB_RECORDED_INTERNAL_H
#define DT_LAB_RECORDED_INTERNAL_H

#include "lab/recorded.h"

/* All groups, also those in which no strategy varies. */
struct dt_recorded_groups {
	struct dt_recorded_game *games;
	size_t n, room;
};

enum dt_status dt_recorded_groups_read(struct dt_recorded *recorded,
    struct dt_store *store, struct dt_recorded_groups *groups,
    struct dt_error *err);

/* Finds players and makes the table; n_players is 0 where none varies. */
enum dt_status dt_recorded_make(struct dt_recorded *recorded,
    struct dt_recorded_game *game, struct dt_error *err);

/* An axis's key that is of strategies: "strategies" or
 * "agents.NAME.strategy"; *name is then NULL, or where NAME begins and *n its
 * length. */
bool dt_recorded_is_strategy(const char *key, const char **name, size_t *n);

/* Reads a configuration without its agents' strategies. */
enum dt_status dt_recorded_strip(struct dt_arena *arena, const char *config,
    const struct dt_node **common, const char **text, struct dt_error *err);

#endif
