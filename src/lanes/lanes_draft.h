/*
 * lanes_draft: a model on its way to a program; for the parts of lanes alone.
 *
 * The draft has the wires of the round at hand, agent by agent, in the words
 * of world.h and regime.h. What cannot happen under the model is the wire
 * DT_LANES_NO, and folds away.
 */
#ifndef DT_ENGINE_LANES_DRAFT_H
#define DT_ENGINE_LANES_DRAFT_H

#include "lanes/lanes_circuit.h"
#include "lanes/lanes_program.h"

enum { DT_LANES_STATE_DIGITS = 6 };     /* of DT_STRATEGY_STATES_MOST */

struct dt_lanes_agent {
	const struct dt_automaton *automaton;
	size_t digits;                  /* of the strategy's state */
	uint32_t state[DT_LANES_STATE_DIGITS];
	uint32_t state_next[DT_LANES_STATE_DIGITS];

	/* Standing under the treaty: states, and what becomes of them. */
	bool may_leave, may_notify;
	uint32_t gone, notified;
	struct dt_lanes_number notice, strikes, clean;
	uint32_t gone_next;
	struct dt_lanes_number strikes_next;

	/* The round. */
	uint32_t party, bound, covered;
	uint32_t intended, slipped, stopped, executed;
	uint32_t alarm, finding;
	uint32_t *fired;                /* by rung: the response was made */
	uint32_t raced, paying;         /* executed RACE; party of the treaty
	                                 * in force; while the run goes on */

	uint32_t party_next;            /* as the agent knows when it turns */
};

struct dt_lanes_draft {
	struct dt_lanes_circuit c;
	const struct dt_model *m;
	struct dt_lanes_program *p;
	bool tallies, moves, rounds;           /* what is kept, by the mode */
	uint32_t alive;

	/* The treaty. Signatures depend on the round alone, so its entry into
	 * force does, and with it all that counts from there. */
	int64_t entry;                  /* round of entry; INT64_MAX: never */
	bool may_end, may_suspend, may_leave, forgives;
	uint32_t entered, binding;      /* ticks */
	uint32_t ended, resting;        /* states */
	struct dt_lanes_number rest;    /* rounds of suspension to come */
	uint32_t live, in_force, suspended;
	uint32_t paying;                /* in force while the run goes on */
	uint32_t ended_next, resting_next;
	uint32_t response;              /* ended by a response */
	struct dt_lanes_number rest_next;
	uint32_t phase_next[DT_PHASES];

	/* Places of wires that become slots: of those that are kept, and of
	 * those that following fines reads. */
	uint32_t **keeps, **reads;
	struct dt_lanes_array n_keeps, n_reads;

	uint32_t blind;                 /* the common channels are */
	bool private;                   /* some signal is private */
	struct dt_lanes_number all_alarms;
	struct dt_lanes_agent agent[DT_AGENTS_MOST];
	uint32_t seen[DT_AGENTS_MOST][DT_AGENTS_MOST];  /* observer, subject */
};

/* ---- lanes_treaty.c, lanes_clock.c: regime.c as a circuit ---- */

void dt_lanes_treaty_start(struct dt_lanes_draft *d);
void dt_lanes_treaty_open(struct dt_lanes_draft *d);
void dt_lanes_treaty_respond(struct dt_lanes_draft *d);
void dt_lanes_treaty_clock(struct dt_lanes_draft *d);
/* A party that enters a state that withdraws; after the clock. */
void dt_lanes_treaty_notice(struct dt_lanes_draft *d, size_t i,
    uint32_t withdraws);
/* Whether an agent has signed; who signs before entry is no party till then. */
uint32_t dt_lanes_treaty_joined(struct dt_lanes_draft *d, size_t i,
    bool ahead);
/* Whether a lapse by weight can be told with a reasonable number of nodes. */
bool dt_lanes_treaty_weighs(const struct dt_model *m);

/* ---- lanes_strategy.c: strategies ---- */

/* The first state, by the view before round 1. */
void dt_lanes_strategy_start(struct dt_lanes_draft *d, size_t i);
/* Where it means to race. */
uint32_t dt_lanes_strategy_choose(struct dt_lanes_draft *d, size_t i);
/* The next state, by what the agent saw: `alarms`, of which `own` is one that
 * it leaves out. */
void dt_lanes_strategy_turn(struct dt_lanes_draft *d, size_t i,
    const struct dt_lanes_number *alarms, uint32_t own);
/* Where a state is one that withdraws. */
uint32_t dt_lanes_strategy_withdraws(struct dt_lanes_draft *d, size_t i,
    const uint32_t *state);

/* ---- lanes_round.c: world.c as a circuit ---- */

void dt_lanes_draft_round(struct dt_lanes_draft *d);

/* ---- lanes_pay.c, lanes_stage.c: what is counted, and what it is worth */

void dt_lanes_pay(struct dt_lanes_draft *d);
void dt_lanes_stage(struct dt_lanes_draft *d);
/* An amount for each round in which the wire is set. */
void dt_lanes_owe(struct dt_lanes_draft *d, struct dt_lanes_flow *flow,
    uint32_t wire, double amount);

/* ---- lanes_kept.c: what dt_lanes_round tells ---- */

void dt_lanes_keep(struct dt_lanes_draft *d);

/* ---- lanes_code.c: from the circuit to operations ---- */

/* Nodes below `begin` are those of the start. */
void dt_lanes_code(struct dt_lanes_draft *d, size_t begin);

#endif
