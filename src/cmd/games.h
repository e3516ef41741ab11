/*
 * games: games in normal form that have a name: NAME.nfg of the catalogue's
 * roots and of data/games/ in each, where NAME.csv counts too.
 */
#ifndef DT_CMD_GAMES_H
#define DT_CMD_GAMES_H

#include "cli/listing.h"

struct dt_cmd_games_one {
	const char *name, *title, *path;
	const char *size;       /* "2 x 3": strategies by player */
};

/* All of them by name, the nearest where a name is there twice. A file that
 * cannot be read has its first fault as its title. */
enum dt_status dt_cmd_games_list(const struct dt_command_call *call,
    struct dt_cmd_games_one **games, size_t *n, struct dt_error *err);

/* " did you mean 'X'?", or "" (dt_command_nearest). */
const char *dt_cmd_games_nearest(const struct dt_command_call *call,
    const char *wrong);

enum dt_status dt_cmd_games_listing(const struct dt_command_call *call,
    struct dt_listing *listing, struct dt_error *err);

#endif
