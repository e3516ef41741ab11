/*
 * chain: the exact engine. The joint states of treaty and strategies that a
 * game can reach, as a sparse Markov chain, and what it comes to in the mean.
 *
 * A chain is built once, by walking the rounds of world.h over all outcomes
 * in place of drawing one, and then asked. States that can no longer differ
 * in what happens are one: counters that have run out, strikes beyond the
 * last rung that nothing takes away, agents that are alike and swapped. A
 * chain that is larger than the limits is refused with what was seen of it.
 *
 * A chain is followed no further than its model's runs last, unless told
 * otherwise. If it closes before (no state leads out of it) every question
 * may be asked; if not, only those about runs no longer than that.
 *
 * Where a chain is refused because much is possible that hardly ever happens
 * (strikes that pile up), build it again without its faint states, with 1e-15
 * and less: answers then say how much they may be off (`lost`), and are
 * refused beyond 1e-9. Two powers under `new-start` for 100 rounds have a
 * million states; with 1e-15 it is 198,928, and 1.1e-12 is lost.
 *
 * Made by dt_chain_build, owned by the caller, freed by dt_chain_free; the
 * model must outlive it. Questions change nothing, and several threads may
 * ask one chain at a time. The library never prints; what is too large or too
 * long fails with DT_EUSAGE and says why.
 */
#ifndef DT_ENGINE_CHAIN_H
#define DT_ENGINE_CHAIN_H

#include "base/status.h"
#include "engine/model.h"

struct dt_chain;

/* Zero stands for what is written behind. */
struct dt_chain_limits {
	size_t states;                  /* 200,000 */
	size_t transitions;             /* 20,000,000, of 20 bytes each */
	uint64_t work;                  /* 50,000,000 steps, of which a second
	                                 * has some 5,000,000; given up early
	                                 * if the states known by then need far
	                                 * more */
	int64_t depth;                  /* rounds that are followed: those of
	                                 * the model; -1: until it closes */
	double faint;                   /* states that a run comes to with less
	                                 * chance are not followed: none */
	bool apart;                     /* agents that are alike stay apart */
	uint64_t departing;             /* agents whose departures are walked
	                                 * too; each is kept apart */
	int64_t strikes;                /* who has these, and the last
	                                 * rung's, has them for good; 0: as the
	                                 * treaty has it */
};

/*
 * Departures: what an agent may do for one round in place of what its
 * strategy says, all others and all later rounds as before. OPEN and REFUSE
 * are seen by all for certain; WITHDRAW is notice given before the round.
 */
enum dt_chain_departure {
	DT_CHAIN_SECRET,                /* RACE, where it would pause */
	DT_CHAIN_OPEN,                  /* the same, with a certain signal */
	DT_CHAIN_REFUSE,                /* pause, with a certain signal */
	DT_CHAIN_WITHDRAW,
	DT_CHAIN_HOLD,                  /* PAUSE, where it would race */
	DT_CHAIN_DEPARTURES
};

/* Means of one agent; those of agents that are alike are the same. */
struct dt_chain_agent {
	double paused, party;           /* shares of the rounds */
	double payoff;                  /* a round, all flows included */
	/* A round; times `rounds` it is what a run has. Signed as in
	 * engine/tally.h, whose names these are. */
	double slips, stopped, breaches, alarms_right, alarms_wrong, missed,
	    false_declarations, fines, cost, transfers;
};

struct dt_chain_answer {
	size_t n;
	double rounds;                  /* mean length of a run, or INFINITY */
	double lost;                    /* chance that a run comes to a faint
	                                 * state, where it is lost from sight:
	                                 * shares are off by no more */
	double all_paused, in_force, suspended; /* shares of the rounds */
	/* Chances that it happens within a run, and in which round it does
	 * in the mean if so (NAN: it never does). The treaty ends with the last
	 * round in which it is in force or suspended. */
	double entered, ended, breached;
	double entered_round, ended_round, breached_round;
	struct dt_chain_agent agent[DT_AGENTS_MOST];
};

enum dt_status dt_chain_build(struct dt_chain **chain,
    const struct dt_model *model, const struct dt_chain_limits *limits,
    struct dt_error *err);
void dt_chain_free(struct dt_chain *chain);

size_t dt_chain_states(const struct dt_chain *chain);
size_t dt_chain_transitions(const struct dt_chain *chain);
/* Whether no state leads out of what was followed. */
bool dt_chain_closed(const struct dt_chain *chain);

/*
 * For runs as long as the model's own: rounds, continuation, or whichever
 * comes first. Means a round are ratios of sums, as in play/summary.h: with a
 * continuation c and no horizon they are the discounted values,
 * (1-c) sum c^t. Two tit-for-tats that slip with chance .05, c = .9:
 * 2.648960963.
 */
enum dt_status dt_chain_own(const struct dt_chain *chain,
    struct dt_chain_answer *answer, struct dt_error *err);

/* The same for any horizon (0: none) and continuation; not both 0 and 1. */
enum dt_status dt_chain_horizon(const struct dt_chain *chain, int64_t rounds,
    double continuation, struct dt_chain_answer *answer,
    struct dt_error *err);

/* A state as one agent sees it. */
struct dt_chain_standing {
	enum dt_phase phase;
	bool party, notified;
	bool grace;                     /* racing is no breach yet; not told by
	                                 * the chain */
	int64_t strikes, suspended_left, notice_left;
	bool many;                      /* so many strikes or more */
	int64_t others;                 /* most strikes of another party */
	uint64_t parties;
	bool expected;                  /* a run comes here with no departure
	                                 * of anybody */
};
void dt_chain_standing_of(const struct dt_chain *chain, size_t state,
    size_t agent, struct dt_chain_standing *standing);

/* Fills a number for each state: what the agent has from there on, the round
 * at hand included, discounted by `keep` < 1: r + keep P r + ... Grim in
 * Mailath and Samuelson's game, (1-c) times that of the first state: 2(1-c)/
 * (1-c p), 1.621622 for c .7, p .9. The chain must be closed.
 * *rounding: by how much they are off at the most, seen from their equations
 * after they were solved; NAN if any is not finite, and then none is of use.
 * off[state]: the same, and what strikes that are not counted may hide. */
enum dt_status dt_chain_values(const struct dt_chain *chain, size_t agent,
    double keep, double *value, double *off, double *rounding,
    struct dt_error *err);

/* One round further back: what the agent has in a round and then has of
 * `after`. For fixed horizons; the states that were not followed have 0. */
void dt_chain_values_before(const struct dt_chain *chain, size_t agent,
    double keep, const double *after, double *value);

/* What an agent has that departs in a state, with these values after (`now`:
 * of the same round, which WITHDRAW leads to); NAN where it cannot. The agent
 * must be one of `departing`. */
double dt_chain_depart(const struct dt_chain *chain, size_t state,
    size_t agent, enum dt_chain_departure departure, double keep,
    const double *now, const double *after);

/* From the values of its strategy to those of the agent's best reply, which
 * may depart in any state, by policy iteration (Howard 1960). off[state]: the
 * same for these, of the plan that was found; a better one has no more than
 * *more, and dt_chain_strikes_bar, beyond it. */
enum dt_status dt_chain_values_best(const struct dt_chain *chain,
    size_t agent, double keep, double *value, double *off, double *more,
    struct dt_error *err);
/* One round further back, `value` being of `after` by the strategy or not. */
void dt_chain_values_best_before(const struct dt_chain *chain, size_t agent,
    double keep, const double *after, double *value);

/* Strikes are counted up to so many, which stand for any more; 0: to the end. */
int64_t dt_chain_strikes(const struct dt_chain *chain);
/* What that may hide in a value of a state with so many strikes or more, or
 * with any: payoff; 0 where all are counted. `rounds` are to come, with a
 * `keep` of 1. */
double dt_chain_strikes_bar(const struct dt_chain *chain, size_t agent,
    double keep, int64_t rounds);
/* Whether a party has so many strikes or more. */
bool dt_chain_strikes_many(const struct dt_chain *chain, size_t state);
/* The least rounds in which a party with so many strikes is forgiven until the
 * last rung is not its next. */
int64_t dt_chain_strikes_pause(const struct dt_terms *terms,
    int64_t strikes);
/* By how much the value of departing is off, as `value` is by `off`, and by
 * `bar` where it leads to the most strikes; complying: DT_CHAIN_DEPARTURES. */
double dt_chain_depart_off(const struct dt_chain *chain, size_t state,
    size_t agent, enum dt_chain_departure departure, double keep,
    const double *now, const double *after, double bar);

/* The chances of the first states, n of them. */
const double *dt_chain_start(const struct dt_chain *chain, size_t *n);

/* Marks the states that a run may be in one round after those marked: by the
 * strategies, or also by departures of one agent (-1: none; withdrawals are
 * marked in `marked` itself). */
void dt_chain_ahead(const struct dt_chain *chain, int agent,
    unsigned char *marked, unsigned char *next);

/* Without end and discount: shares and means in the long run, averaged over
 * the sets of states in which it may come to stay; chances and mean rounds of
 * what ever happens. Two win-stay, lose-shifts that slip with .01: 2.951092. */
enum dt_status dt_chain_longrun(const struct dt_chain *chain,
    struct dt_chain_answer *answer, struct dt_error *err);

#endif
