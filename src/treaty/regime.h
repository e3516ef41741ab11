/*
 * regime: a treaty at work: its phase and each party's standing.
 *
 * A public automaton: everything in it is known to all. Each round it is
 * asked, in this order:
 *   dt_regime_clock     before the moves: signatures, entry into force,
 *                       notices, the end of a suspension, sunset, lapse
 *   dt_regime_respond   after the signals: strikes, fines, suspension,
 *                       expulsion, end, forgiveness
 *   dt_regime_notice    when a strategy withdraws
 * Nothing is allocated and nothing can fail.
 */
#ifndef DT_TREATY_REGIME_H
#define DT_TREATY_REGIME_H

#include "game/view.h"
#include "treaty/terms.h"

enum dt_regime_ending {
	DT_ENDING_NONE,         /* it has not ended */
	DT_ENDING_RESPONSE,     /* the ladder ended it */
	DT_ENDING_SUNSET,
	DT_ENDING_LAPSE,        /* its parties no longer suffice */
	DT_ENDING_DESERTED,     /* no party is left */
	DT_ENDING_REVIEW,       /* a review found too little oversight */
	DT_ENDINGS
};
extern const char *const dt_regime_ending_words[];

struct dt_regime {
	enum dt_phase phase;
	enum dt_regime_ending ending;
	uint64_t parties;               /* while in force or suspended */
	uint64_t left;                  /* withdrew or were expelled */
	uint64_t notified;              /* parties that gave notice */
	int64_t delay_left;             /* open: -1 while the conditions fail */
	int64_t suspended_left, rounds_left, renewals_left;
	int64_t age;                    /* rounds since entry into force */
	int64_t notice_left[DT_AGENTS_MOST];
	int64_t strikes[DT_AGENTS_MOST];
	int64_t clean[DT_AGENTS_MOST];  /* clean rounds in a row */
	double bond[DT_AGENTS_MOST];    /* still deposited */
};

/* Before the first round. */
void dt_regime_start(struct dt_regime *regime, const struct dt_terms *terms);

/* Whether the clock's next strike comes with a review; and the end that one
 * brings, before that strike. */
bool dt_regime_review_due(const struct dt_regime *regime,
    const struct dt_terms *terms);
void dt_regime_review_ends(struct dt_regime *regime);

/* Before the moves of that round (from 1). */
void dt_regime_clock(struct dt_regime *regime, const struct dt_terms *terms,
    int64_t round, struct dt_random *random);

/* Whether RACE by a party is a breach in this round. */
static inline bool
dt_regime_binds(const struct dt_regime *r, const struct dt_terms *terms)
{
	return r->phase == DT_PHASE_IN_FORCE && r->age > terms->grace;
}

/* Findings are a set of parties. Fills fines[0..n-1] (payoff, >= 0). Call it
 * only in rounds in which the treaty binds. */
void dt_regime_respond(struct dt_regime *regime,
    const struct dt_terms *terms, uint64_t findings,
    struct dt_random *random, double *fines);

/* A party gives notice; nothing if it is none, or may not, or has already. */
void dt_regime_notice(struct dt_regime *regime, const struct dt_terms *terms,
    size_t agent);

#endif
