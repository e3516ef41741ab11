/*
 * rounds: what a log of real parties says was played, as the rows that a
 * simulation has. What is known is what was declared and found: a party is
 * taken to have raced if it declared so, if an inspector found so, or if it
 * showed nothing and the default says so. Nothing is known of payoffs (0), and
 * nothing of rounds before the halt: the run begins with it, so that its round
 * 1 is the log's round `first`.
 */
#ifndef DT_PARTY_ROUNDS_H
#define DT_PARTY_ROUNDS_H

#include "party/protocol.h"
#include "store/store.h"

struct dt_rounds {
	uint64_t first, last;           /* that are over; last < first: none */
	size_t parties;
	struct dt_store_move *moves;    /* a round's, parties of them each */
	struct dt_store_outcome outcomes[DT_CHARTER_MOST];
	struct dt_store_run run;
};

/* In the arena of the machine. */
enum dt_status dt_rounds_make(const struct dt_protocol *p,
    struct dt_rounds *rounds, struct dt_error *err);

#endif
