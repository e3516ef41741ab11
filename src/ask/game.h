/*
 * game: what may be asked of a game in normal form (`detente solve GAME`).
 *
 * To add a method: one const struct dt_game_method in a file game_METHOD.c
 * and a line in the table of game.c, and its name among the words of the
 * option --method in ask_option.c.
 */
#ifndef DT_GAME_H
#define DT_GAME_H

#include "base/stop.h"
#include "base/text.h"
#include "format/solution.h"
#include "game/normal.h"
#include "solve/profile.h"

struct dt_ask;

struct dt_game_request {
	uint64_t seed;          /* of starting points */
	int threads;
	bool all;               /* the method is one of all that are asked */
	/* 0 where not given. */
	double lambda;          /* where quantal response is looked at */
	double alpha;           /* alpha-rank: strength of selection */
	int64_t population;     /* alpha-rank: players a population */
	const struct dt_stop *stop;     /* what is found until then is
	                                 * answered; or NULL */
	struct dt_text *picture;        /* gets an SVG of a method that draws;
	                                 * or NULL */
	const struct dt_ask *ask;       /* who is told of long work; or NULL */
};

struct dt_game_method {
	const char *name;       /* "nash" */
	const char *brief;      /* one line: what it finds, by what method */
	size_t players;         /* only for so many who have a choice; 0: any
	                         * number */
	bool all;               /* part of --method all */
	/* Whether a picture can be made of the answer; NULL: never. */
	bool (*draws)(const struct dt_normal *game);
	/* Adds sentences and tables. A game that the method cannot answer is
	 * a sentence that says so where `all` asks, else DT_EUSAGE. */
	enum dt_status (*answer)(const struct dt_normal *game,
	    const struct dt_game_request *request,
	    struct dt_solution *solution, struct dt_error *err);
};

/* In the order of --method all; NULL-terminated. */
extern const struct dt_game_method *const dt_game_methods[];

extern const struct dt_game_method dt_game_nash;
extern const struct dt_game_method dt_game_lemke_howson;
extern const struct dt_game_method dt_game_zero_sum;

/* Whether the game has as many players as the method is for. Who has one
 * strategy alone has no choice, and does not count. */
bool dt_game_method_fits(const struct dt_game_method *method,
    const struct dt_normal *game);

/* By name, or NULL. */
const struct dt_game_method *dt_game_method_of(const char *name);

/* game_nash.c: the method's words, and the tolerance, by whether payoffs were
 * kept as rationals; where they were not, says so. */
void dt_game_exactness(const struct dt_normal *game,
    const struct dt_profile_list *list, const char *method,
    struct dt_solution *solution);

#endif
