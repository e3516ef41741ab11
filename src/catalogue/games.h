/*
 * games: games in normal form that have a name: NAME.nfg of the catalogue's
 * roots and of data/games/ in each, where NAME.csv counts too. All lives in
 * the catalogue's arena.
 */
#ifndef DT_GAMES_H
#define DT_GAMES_H

#include "catalogue/catalogue.h"
#include "game/normal.h"

struct dt_games_one {
	const char *name, *title, *path;
	const char *size;       /* "2 x 3": strategies by player */
};

/* All of them by name, the nearest where a name is there twice. A file that
 * cannot be read has its first fault as its title. */
enum dt_status dt_games_list(const struct dt_catalogue *catalogue,
    struct dt_games_one **games, size_t *n, struct dt_error *err);

/* "; did you mean 'X'?", or "" (dt_faults_near_words). */
const char *dt_games_nearest(const struct dt_catalogue *catalogue,
    const char *wrong);

/* Whether a word is a game: a .nfg or .csv file, "-", or the name of one
 * where no scenario has that name. */
bool dt_games_is(const struct dt_catalogue *catalogue, const char *word);

/* Reads a game by path, by name, or from standard input ("-"). */
enum dt_status dt_games_read(const struct dt_catalogue *catalogue,
    const char *word, struct dt_normal *game, struct dt_faults *faults,
    struct dt_error *err);

/* The same by path alone. */
enum dt_status dt_games_read_file(const struct dt_catalogue *catalogue,
    const char *path, struct dt_normal *game, struct dt_faults *faults,
    struct dt_error *err);

#endif
