/* lasting_internal: lasting_freeze.c makes the game of a moment, lasting.c
 * judges moments, lasting_tell.c says what was found. */
#ifndef DT_LASTING_INTERNAL_H
#define DT_LASTING_INTERNAL_H

#include "verdict/lasting.h"

struct dt_lasting_look {
	int64_t round;
	double leader, oversight, slack;
	double error;           /* standard error of slack; NAN: not played */
	enum dt_comply_answer answer, threats;
	double threat_worth, threat_error;      /* of not carrying them out */
	bool played, bound;
	const char *party;      /* whose departure binds */
};

struct dt_lasting {
	struct dt_arena *arena;
	const struct dt_experiment *e;
	const struct dt_keeping_request *request;
	struct dt_comply_model model;   /* frozen: with a moment's payoffs */
	struct dt_race_state *path;     /* before each round */
	int64_t rounds;
	double *table;
	struct dt_lasting_look *looks;
	size_t n;
};

/* Into a solution; `fails` is the first round that does, or 0. */
void dt_lasting_tell(const struct dt_lasting *lasting, int64_t fails,
    struct dt_solution *solution);

/* The least oversight of the treaty's signers. */
double dt_lasting_oversight(const struct dt_comply_model *model,
    const struct dt_race *race, const struct dt_race_state *state);

/* Puts the payoffs and the detection of a moment of the race into a model that
 * has none. `table` has room for 2^n times n. */
void dt_lasting_freeze(const struct dt_model *grows,
    const struct dt_race_state *state, struct dt_comply_model *model,
    double *table);

#endif
