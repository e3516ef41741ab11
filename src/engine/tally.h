/*
 * tally: what a run came to, agent by agent. A reading of rounds; the engine
 * does not depend on it. Reset it, add every round, read it.
 */
#ifndef DT_ENGINE_TALLY_H
#define DT_ENGINE_TALLY_H

#include "engine/world.h"

struct dt_tally_agent {
	int64_t paused;                 /* rounds, by executed move */
	int64_t party;                  /* rounds as a party of the treaty in
	                                 * force */
	int64_t bound;                  /* those in which RACE was a breach:
	                                 * not in grace */
	int64_t slips, stopped, breaches;
	int64_t alarms_right, alarms_wrong;     /* findings at a breach, and at
	                                 * a pause */
	int64_t missed;                 /* breaches without a finding */
	int64_t false_declarations;     /* a party's, in force, not what it
	                                 * executed */
	double payoff, fines, cost, transfers;  /* sums over the run */
	/* In a race: what it bore, horseman by horseman, and parts of payoff,
	 * signed as they entered. */
	double borne[DT_RACE_HORSEMEN], race[DT_RACE_PARTS];
	double capability, misalignment, share; /* and behind the last round */
	int64_t generation;
};

/* How a race ended: its state behind the last round. */
struct dt_tally_race {
	bool exists;
	int64_t disaster, disasters, monopoly, runaway; /* as in the state */
	size_t monopolist, escaped;
};

struct dt_tally {
	size_t n;
	int64_t rounds, in_force, suspended;    /* rounds of the run */
	int64_t entered, ended;         /* first and, if the treaty ended, last
	                                 * round with it; or 0 */
	enum dt_regime_ending ending;
	int64_t first_breach;           /* round of it, or 0 */
	int64_t all_paused;             /* rounds in which everybody paused */
	struct dt_tally_race race;
	struct dt_tally_agent agent[DT_AGENTS_MOST];
};

void dt_tally_reset(struct dt_tally *tally, size_t n);
void dt_tally_add(struct dt_tally *tally, const struct dt_round *round);
/* After the last round. */
void dt_tally_close(struct dt_tally *tally, const struct dt_world *world);

#endif
