/*
 * recorded_internal: what the files of recorded share.
 *
 * recorded.c           reads all, and chooses
 * recorded_read.c      sweeps and experiments into sources, these into groups
 * recorded_cells.c     cells of sweeps into sources
 * recorded_groups.c    the groups, and what tells one from another
 * recorded_game.c      a group's players
 * recorded_labels.c    what they play
 * recorded_profiles.c  what was played, and what it paid
 * recorded_normal.c    its means as a game in normal form
 * recorded_symmetry.c  players who are alike
 * recorded_config.c    the configuration of a source, or of a profile
 * recorded_solve.c     equilibria, and what to play more
 * recorded_mixed.c     equilibria in mixed strategies
 * recorded_tell.c      sentences
 * recorded_words.c     profiles and players as they are spoken of
 * recorded_table.c     tables
 */
#ifndef DT_RECORDED_INTERNAL_H
#define DT_RECORDED_INTERNAL_H

#include "infer/recorded.h"
#include "store/store_record.h"

/* All groups, also those in which no strategy varies. */
struct dt_recorded_groups {
	struct dt_recorded_game *games;
	size_t n, room;
};

/* Reading: what the files that do it share. */
struct dt_recorded_reader {
	struct dt_recorded *recorded;
	struct dt_recorded_groups *groups;
	struct dt_store *store;
	struct dt_error *err;
};

/* recorded_groups.c */

/* A copy of a text cell in the arena; NULL: no memory. */
const char *dt_recorded_keep(struct dt_recorded_reader *reader,
    const struct dt_cell *cell);
/* The group with that text; of the sweep, or of any where it is NULL. */
struct dt_recorded_game *dt_recorded_find(struct dt_recorded_reader *reader,
    const struct dt_recorded_sweep *sweep, const char *stripped);
enum dt_status dt_recorded_add(struct dt_recorded_reader *reader,
    struct dt_recorded_game **made);
void dt_recorded_push(struct dt_recorded_game *game,
    struct dt_recorded_source *source);
/* Each row of a kind, to `take`, which may end it by a failure. */
enum dt_status dt_recorded_each(struct dt_recorded_reader *reader,
    enum dt_store_record_what what,
    enum dt_status (*take)(struct dt_recorded_reader *reader,
	const struct dt_cell *row, void *into), void *into);

/* recorded_cells.c */
enum dt_status dt_recorded_cells(struct dt_recorded_reader *reader);

enum dt_status dt_recorded_groups_read(struct dt_recorded *recorded,
    struct dt_store *store, struct dt_recorded_groups *groups,
    struct dt_error *err);

/* Finds players and makes the table; n_players is 0 where none varies. */
enum dt_status dt_recorded_make(struct dt_recorded *recorded,
    struct dt_recorded_game *game, struct dt_error *err);

/* recorded_labels.c */

/* Finds the strategies of a player whose members are known. */
enum dt_status dt_recorded_labels(struct dt_recorded *recorded,
    const struct dt_recorded_game *game, struct dt_recorded_player *player,
    struct dt_error *err);
/* Which of them it plays in a source; the player's n: memory is out. */
size_t dt_recorded_played(struct dt_recorded *recorded,
    const struct dt_recorded_player *player,
    const struct dt_recorded_source *source);

/* recorded_profiles.c: the table of a game whose players are known. */
enum dt_status dt_recorded_fill(struct dt_recorded *recorded,
    struct dt_recorded_game *game, struct dt_error *err);

/* recorded_mixed.c: equilibria in mixed strategies, into an answer whose list
 * is empty. A game that is too large, or not whole, has none sought. */
enum dt_status dt_recorded_mix(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game,
    const struct dt_recorded_request *request,
    struct dt_recorded_answer *answer, struct dt_error *err);

/* A player's part of a mixed profile, and whether two parts are the same. */
const double *dt_recorded_part(const struct dt_recorded_game *game,
    const double *chances, size_t player);
bool dt_recorded_mixes_alike(const double *one, const double *two, size_t n);

/* A player as it is spoken of: by name, or as one of those that are alike. */
const char *dt_recorded_who(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game, size_t player, size_t profile);

/* recorded_table.c: tables of a solution. */
void dt_recorded_add_profiles(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game, struct dt_solution *solution);
void dt_recorded_add_equilibria(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game,
    const struct dt_recorded_answer *answer, struct dt_solution *solution);
void dt_recorded_add_needs(const struct dt_recorded *recorded,
    const struct dt_recorded_game *game,
    const struct dt_recorded_answer *answer, struct dt_solution *solution);

/* An axis's key that is of strategies: "strategies" or
 * "agents.NAME.strategy"; *name is then NULL, or where NAME begins and *n its
 * length. */
bool dt_recorded_is_strategy(const char *key, const char **name, size_t *n);

/* Reads a configuration without its agents' strategies. */
enum dt_status dt_recorded_strip(struct dt_arena *arena, const char *config,
    const struct dt_node **common, const char **text, struct dt_error *err);

#endif
