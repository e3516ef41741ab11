/*
 * normal: a finite game in normal form, as Gambit's .nfg files hold it.
 *
 * Both forms are read: a list of payoffs, and outcomes with an index for each
 * profile. Numbers may be decimals, exponents and fractions p/q; white space
 * is free; comments and quoted names as Gambit has them. Profiles are
 * numbered with the first player's strategy fastest.
 */
#ifndef DT_GAME_NORMAL_H
#define DT_GAME_NORMAL_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/faults.h"

enum {
	DT_NORMAL_PLAYERS_MOST = 64,
	DT_NORMAL_CELLS_MOST = 1 << 24, /* profiles times players */
};

struct dt_normal {
	const char *title, *comment;    /* "" where absent */
	size_t players;
	const char *const *names;       /* of players */
	const size_t *strategies;       /* by player */
	const char *const *const *labels;       /* by player and strategy */
	size_t profiles;
	const double *payoffs;          /* [profile * players + player] */
	const char *const *written;     /* the same as the file wrote them, so
	                                 * that rationals can stay exact, in
	                                 * the form that base/number.h reads
	                                 * (+05. is 5); zero outcomes read
	                                 * "0"; NULL in games made otherwise */
};

/* Everything of the game lives in the arena. A fault names line and column;
 * only the first is found. */
enum dt_status dt_normal_read(struct dt_arena *arena,
    const struct dt_source *source, struct dt_normal *game,
    struct dt_faults *faults, struct dt_error *err);

/*
 * A game of two from a table as one writes it on paper: an empty cell, or
 * "one/two" with the players' names, and the second's strategies; then a line
 * for each strategy of the first with cells "4;3", the first's payoff and the
 * second's. CSV as in RFC 4180, numbers as in .nfg.
 */
enum dt_status dt_normal_read_csv(struct dt_arena *arena,
    const struct dt_source *source, struct dt_normal *game,
    struct dt_faults *faults, struct dt_error *err);

/* A text of either form, or a fault that names what it is where it is a game
 * in a form that is not read: Gambit's game trees (.efg), GAMUT's own output,
 * a table with semicolons between its cells. `table`: it is called .csv. */
enum dt_status dt_normal_read_any(struct dt_arena *arena,
    const struct dt_source *source, bool table, struct dt_normal *game,
    struct dt_faults *faults, struct dt_error *err);

/* The game as a .nfg text in payoff form, as it reads back. */
void dt_normal_print(const struct dt_normal *game, struct dt_text *text);

/* The same in outcome form: an outcome a profile, named by its strategies. */
void dt_normal_print_outcomes(const struct dt_normal *game,
    struct dt_text *text);

/* A game of two as the table that dt_normal_read_csv reads. A slash in a
 * player's name is lost. */
void dt_normal_print_csv(const struct dt_normal *game, struct dt_text *text);

#endif
