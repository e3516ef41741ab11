/*
 * matches: what each strategy of a field gets against each, itself too, where
 * two separate copies play.
 *
 * Exactly where that can be: without a treaty by engine/duel.h, under one by
 * the chain engine; then there are no repetitions and no errors. What is too
 * large for these is played, `repetitions` times, and has standard errors.
 * Where the two seats of the game differ (payoffs, roles, when they join) both
 * seatings are answered, and an entry is their mean.
 *
 * Entries are [mine * n + other's]. NAN: not known (what only a duel tells).
 */
#ifndef DT_POPULATION_MATCHES_H
#define DT_POPULATION_MATCHES_H

#include <stdatomic.h>

#include "population/field.h"

struct dt_matches_request {
	enum dt_engine engine;  /* auto: exact where it can */
	int64_t repetitions;    /* of what is played */
	uint64_t seed;
	bool long_run;          /* without end and discount, in place of the
	                         * game's length */
	double slip;            /* in place of the game's; NAN: the game's */
	int threads;
	const atomic_bool *stop;        /* or NULL */
};

struct dt_match {
	double payoff, error;   /* mine, a round; standard error, 0: exact */
	double paused;          /* my share of rounds */
	double first;           /* my chance to pause in round one */
	double seen[4];         /* shares of rounds but the last: bit 0 I raced,
	                         * bit 1 the other did */
	double after[4];        /* my chance to pause after these */
	double states;          /* joint states; NAN: it was played */
	bool exact;
};

struct dt_matches {
	size_t n;
	const struct dt_field *field;
	struct dt_match *match;         /* [mine * n + other's] */
	size_t played;          /* pairs that were not exact */
	double rounds;          /* mean length of a run; INFINITY */
};

/* The game of a field as it is asked for. */
struct dt_model dt_matches_model(const struct dt_field *field,
    const struct dt_matches_request *request);
/* Sits a strategy down. */
void dt_matches_seat(struct dt_model *model, struct dt_model_agent *agent,
    const struct dt_field_one *one, size_t seat);

/* Lives in the arena. DT_EUSAGE: the engine that was asked for cannot. */
enum dt_status dt_matches_make(const struct dt_field *field,
    const struct dt_matches_request *request, struct dt_arena *arena,
    struct dt_matches *matches, struct dt_error *err);

#endif
