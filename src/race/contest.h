/*
 * contest: a race in few states, compiled from a scenario's `race:` of kind
 * `memoryless` or `lead`: what a round of it may come to, with the chances.
 * Engines draw one outcome, or walk through all. Models page, A9 and A10.
 *
 * memoryless: who races wins at one rate and brings about a disaster at
 * another; a round is so many years long, and of all that happens in it the
 * discounted mean is paid: so values do not hang on how long a round is. The
 * discount rate is that of the continuation, -ln(c)/years.
 *
 * lead: the state is the lead of the first agent over the second, from -D to
 * D. Who comes to D wins and the run ends; as that is had a round later, it
 * counts times the continuation.
 *
 * Plain numbers, owned by nobody; no call can fail.
 */
#ifndef DT_RACE_CONTEST_H
#define DT_RACE_CONTEST_H

#include "base/random.h"
#include "game/move.h"
#include "race/lead.h"
#include "race/memoryless.h"

enum dt_contest_kind {
	DT_CONTEST_NONE, DT_CONTEST_MEMORYLESS, DT_CONTEST_LEAD
};

struct dt_contest {
	enum dt_contest_kind kind;
	size_t n;               /* agents, all labs; lead: 2 */
	int64_t start;          /* the first agent's lead at first; lead */
	double years;           /* of a round, > 0; memoryless */
	struct dt_memoryless memoryless;
	struct dt_lead lead;
};

/* What a round may come to. */
struct dt_contest_outcome {
	double chance;
	int64_t lead;           /* of the first agent, after it */
	bool ends;              /* the run, with this round */
	bool disaster;
	int winner;             /* an agent, or -1 */
};
enum { DT_CONTEST_OUTCOMES = DT_AGENTS_MOST + 2 };

/* Fills the outcomes of a round from a lead on (memoryless: 0) in which those
 * agents race, at most DT_CONTEST_OUTCOMES, of chances that sum to 1; returns
 * how many. */
size_t dt_contest_outcomes(const struct dt_contest *contest, int64_t lead,
    uint64_t racers, struct dt_contest_outcome *outcomes);

/* What such a round pays an agent if it came to that. */
double dt_contest_pay(const struct dt_contest *contest, size_t agent,
    uint64_t racers, const struct dt_contest_outcome *outcome);

/* One outcome by lot. */
struct dt_contest_outcome dt_contest_draw(const struct dt_contest *contest,
    int64_t lead, uint64_t racers, struct dt_random *random);

/* The discount rate a year that a continuation below 1 stands for. */
double dt_contest_discount(double continuation, double years);

#endif
