/*
 * model: everything that one repeated game is made of, compiled.
 *
 * Immutable and shared by threads: agents with their automata, payoffs, the
 * terms, the noise, the length. A world (world.h) plays it. Counted in the
 * numbers of agents, 0 to n - 1, in the scenario's order.
 */
#ifndef DT_ENGINE_MODEL_H
#define DT_ENGINE_MODEL_H

#include "game/automaton.h"
#include "game/monitor.h"
#include "game/payoff.h"
#include "learn/learner.h"
#include "race/race.h"
#include "race/contest.h"
#include "treaty/terms.h"

/*
 * Results for a configuration and seed change only with the model's version,
 * which is part of every experiment's key. This is the newest; what a change
 * leaves as it was keeps its older number (dt_model_version).
 *   1  as first released
 *   2  common mode is one coin a round for all, not one for each signal
 */
enum { DT_MODEL_VERSION = 2 };

struct dt_model_agent {
	const char *name;
	bool nation;
	int host;               /* the nation that may stop it, or -1 */
	uint64_t enforcement;   /* nations: threshold of stopping a lab's race
	                         * in a round in which it pauses itself */
	struct dt_automaton automaton;          /* of no meaning where one of
	                         * these is set: */
	const struct dt_learner_made *learner;  /* or NULL */
	const struct dt_strategy *program;      /* from outside, or NULL */
};

struct dt_model {
	size_t n;
	struct dt_model_agent *agents;
	struct dt_payoff payoff;
	struct dt_terms terms;
	struct dt_race race;            /* or none */
	struct dt_contest contest;      /* a race in few states, or none */
	struct dt_monitor base;         /* of those no treaty in force covers */
	uint64_t slip;                  /* threshold */
	uint64_t continuation;          /* threshold */
	double continuation_chance, slip_chance;
	int64_t rounds;                 /* horizon; 0: only by continuation */
	uint64_t seed, experiment;      /* of the streams' names */
	uint64_t minds;                 /* agents that are no automata, as bits */
	uint64_t programs;              /* those of them from outside */
	uint64_t looks;                 /* automata that look at the race */
};

/* The least version that plays it as it is played now. */
static inline int
dt_model_version(const struct dt_model *m)
{
	uint64_t blind = m->terms.exists ? m->terms.monitor.blind : 0;
	return blind != 0 && blind != UINT64_MAX ? 2 : 1;
}

/*
 * DT_OK where every agent is an automaton and nothing grows; else DT_EUSAGE:
 * `what` ("the engine chain") reads automata in games that stay the same, and
 * says who or what is none and which way out there is.
 */
enum dt_status dt_model_refuse(const struct dt_model *model,
    const char *what, struct dt_error *err);
/* The same, but races in few states will do. */
enum dt_status dt_model_refuse_growth(const struct dt_model *model,
    const char *what, struct dt_error *err);

#endif
