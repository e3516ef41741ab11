/*
 * world: n agents playing one repeated game under one treaty, a round a step.
 *
 * The reference engine: this is the definition of the model, written to be
 * read. Made by dt_world_new, owned by the caller, freed by dt_world_free;
 * one world a thread. dt_world_begin starts a run afresh, and a run depends
 * on the model and the run's number alone (and on programs from outside, if
 * any play). A step allocates nothing, prints nothing and cannot fail, but for
 * what programs do.
 */
#ifndef DT_ENGINE_WORLD_H
#define DT_ENGINE_WORLD_H

#include "base/status.h"
#include "engine/model.h"
#include "treaty/regime.h"

/* What happened in a round. Sets have bit i for agent i; a move's set bit is
 * RACE. Flows are payoff; all are parts of `payoff`, signed as they enter. */
struct dt_round {
	int64_t number;                 /* from 1 */
	enum dt_phase phase;
	uint64_t parties;               /* of the treaty in force or suspended */
	uint64_t bound;                 /* parties for whom RACE is a breach */
	uint64_t intended, executed, declared;
	uint64_t slipped, stopped;      /* moves flipped; races stopped */
	uint64_t alarms;                /* public signals */
	uint64_t findings;              /* what the treaty responded to */
	uint64_t seen[DT_AGENTS_MOST];  /* by observer */
	double payoff[DT_AGENTS_MOST];
	double fine[DT_AGENTS_MOST];    /* <= 0 */
	double cost[DT_AGENTS_MOST];    /* <= 0: monitoring */
	double transfer[DT_AGENTS_MOST];        /* side payments, tariffs and
	                                 * what is shared out, both signs */
	const struct dt_race_state *raced;      /* the race behind the round;
	                                 * NULL: there is none */
	double race[DT_RACE_PARTS][DT_AGENTS_MOST];     /* parts of payoff; of
	                                 * meaning where there is one */
};

/* What one agent executes in the next round in place of what its strategy
 * says; slips and hosts do not touch it. For solvers that ask what if. */
struct dt_world_departure {
	bool on;                        /* set back by the step */
	size_t agent;
	bool races;
	bool seen;                      /* its public signal is an alarm */
};

struct dt_world;

/* Who asks programs from outside for their moves, or knows these from a
 * record. What fails ends the run: the step returns NULL, and the world has
 * the status. */
struct dt_world_outside {
	void *of;
	enum dt_status (*begin)(void *of, const struct dt_world *world,
	    uint64_t run, struct dt_error *err);
	/* Which of the model's programs race, as bits. */
	enum dt_status (*choose)(void *of, const struct dt_world *world,
	    uint64_t *racers, struct dt_error *err);
	/* After each round. NULL: nobody has to be told. */
	enum dt_status (*observe)(void *of, const struct dt_world *world,
	    struct dt_error *err);
};

struct dt_world {
	const struct dt_model *model;
	const struct dt_world_outside *outside; /* or NULL; set by who made
	                                 * the world */
	enum dt_status failed;          /* of it: why the run ended */
	struct dt_error *err;           /* filled then, if not NULL */
	double *memory[DT_AGENTS_MOST]; /* of learners, within the world */
	struct dt_random streams[DT_PURPOSES];
	struct dt_regime regime;
	struct dt_race_state race;      /* where the model has one */
	double before[DT_AGENTS_MOST];  /* capabilities before the last round,
	                                 * where somebody looks at them */
	int64_t raced[DT_AGENTS_MOST];  /* rounds, where the terms count them */
	int64_t lead;                   /* of the first agent, in a race of
	                                 * kind lead */
	struct dt_random lot;           /* races in few states */
	uint16_t state[DT_AGENTS_MOST]; /* of the strategies */
	bool over;
	struct dt_world_departure departs;
	struct dt_round round;          /* the last one played */
};

/* NULL: memory is out. The model must outlive the world. */
struct dt_world *dt_world_new(const struct dt_model *model);
void dt_world_free(struct dt_world *world);

/* Run numbers count from 1. */
void dt_world_begin(struct dt_world *world, uint64_t run);

/* Plays a round and returns it (valid until the next call), or NULL when the
 * run is over. */
const struct dt_round *dt_world_step(struct dt_world *world);

/* Fills what a round pays, from its phase, parties, executed moves and fines.
 * A step does; this is for engines that come to these in another way. */
void dt_world_pay(const struct dt_model *model, struct dt_round *round);
/* Moves capability on by the last round's executed moves, where there is a
 * race, and adds what that brings to what the round pays. A step does. */
void dt_world_race(struct dt_world *world);

/* What the terms say of a race: which of those parties are bound; the
 * threshold at which a party's race is seen, of those without a race; a review
 * before the clock strikes; the count of rounds raced. */
uint64_t dt_world_terms_bind(const struct dt_world *world, uint64_t parties);
uint64_t dt_world_terms_dim(const struct dt_world *world, size_t i,
    uint64_t seen, uint64_t falsely);
void dt_world_terms_review(struct dt_world *world);
void dt_world_terms_count(struct dt_world *world);

/* A race in few states: starts it; plays a round of it by the executed moves,
 * adds what that pays, and says whether it ends the run. */
void dt_world_contest_begin(struct dt_world *world, uint64_t run);
bool dt_world_contest(struct dt_world *world);

#endif
