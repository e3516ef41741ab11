/*
 * payoff: what a round gives each agent for the moves that were executed.
 *
 * Four forms of text compile to one of two shapes: a table over all profiles
 * (up to DT_PAYOFF_TABLE_MOST agents, which also serves the normal form and
 * the table by number of racers), or a matrix for each agent played pairwise
 * with weights. Immutable once compiled; lives in the caller's arena.
 *
 * Letters, for an agent that meets another: reward R (both pause), sucker S
 * (I pause, it races), temptation T (I race, it pauses), punishment P.
 */
#ifndef DT_GAME_PAYOFF_H
#define DT_GAME_PAYOFF_H

#include "base/schema.h"
#include "game/move.h"
#include "game/normal.h"

enum { DT_PAYOFF_TABLE_MOST = 12 };

enum dt_payoff_form {
	DT_PAYOFF_MATRIX, DT_PAYOFF_TABLE, DT_PAYOFF_DSAIR, DT_PAYOFF_NORMAL
};
enum dt_payoff_pairs { DT_PAIRS_ALL, DT_PAIRS_SAME_KIND };

struct dt_payoff_matrix {
	struct dt_origin origin;        /* name: the role, in `roles` */
	double reward, sucker, temptation, punishment;
};

/* Han, Pereira, Santos and Lenaerts (2020), table 1, in its letters. */
struct dt_payoff_dsair {
	struct dt_origin origin;
	double benefit;         /* b, of a round's lead */
	double cost;            /* c, of safety a round */
	double prize;           /* B */
	double rounds;          /* W, to finish safely */
	double speed;           /* s > 1, of the unsafe */
	double found_out;       /* pfo, chance that unsafe play is found out */
	double disaster;        /* pr, chance that an unsafe winner fails */
};

struct dt_payoff_text {
	struct dt_origin origin;
	const char *name, *title, *summary, *source;
	int status, form, pairs;
	bool weighted;                  /* others count by their weight */
	struct dt_payoff_matrix matrix;
	struct dt_list roles;           /* of struct dt_payoff_matrix */
	struct dt_list pause, race;     /* of double: by number of other racers */
	struct dt_payoff_dsair dsair;
	const char *file;               /* of a .nfg; the catalogue reads it */
	const char *nfg;                /* the text of a .nfg */
};

extern const struct dt_schema dt_payoff_schema;

/* What the payoffs need to know of an agent. */
struct dt_payoff_seat {
	double weight;
	int kind;                       /* agents of one kind share a number */
	const char *role;               /* or NULL */
};

struct dt_payoff {
	const struct dt_payoff_text *text;
	size_t n;
	const double *table;            /* [profile * n + agent], or NULL */
	const struct dt_payoff_matrix *matrix;  /* by agent; NULL: no pairs */
	const double *share;            /* [agent * n + other]: weight of the
	                                 * other; a row sums to 1, or to 0 for
	                                 * an agent that meets nobody */
};

enum dt_status dt_payoff_compile(const struct dt_payoff_text *text,
    const struct dt_payoff_seat *seats, size_t n, struct dt_arena *arena,
    struct dt_payoff *payoff, struct dt_faults *faults,
    struct dt_error *err);

/* Payoffs of a profile: n numbers, in `room` or in the table. */
const double *dt_payoff_of(const struct dt_payoff *payoff, uint64_t racers,
    double *room);

/* The 2x2 matrix of the race for the technology, pairwise and a round. */
struct dt_payoff_matrix dt_payoff_of_dsair(const struct dt_payoff_dsair *d);

#endif
