/*
 * duel: two automata that play each other without a treaty, exactly and fast.
 *
 * The chain engine (chain.h) answers any game; where two play without a treaty
 * and without hosts the joint states are few, their rounds are independent
 * given the moves, and thousands of pairs are wanted at a time. A duel walks
 * the joint states that can be come to, and goes forward a round at a time;
 * where a round changes nothing any more it stops going. tests/check_duel
 * holds it against the chain and against the reference engine.
 *
 * Two win-stay, lose-shifts, slips .01, payoffs 5, 3, 1, 0, 100,000 rounds:
 * 2.951092 in the long run.
 */
#ifndef DT_ENGINE_DUEL_H
#define DT_ENGINE_DUEL_H

#include "engine/model.h"

struct dt_duel_game {
	double payoff[4][2];    /* by moves: bit i of the index: agent i races */
	double slip;
	double sees[2];         /* chance of an alarm about the other, by its
	                         * executed move: PAUSE, RACE */
	int64_t rounds;         /* 0: only by continuation */
	double continuation;
};

/* Of a model of two agents. False: it has a treaty, a host, or more agents. */
bool dt_duel_of(const struct dt_model *model, struct dt_duel_game *game);

/* Means a round are ratios of sums, as in play/summary.h. Index of moves: bit
 * 0 the agent raced, bit 1 the other did. */
struct dt_duel_answer {
	double rounds;                  /* mean length of a run */
	double payoff[2], paused[2];    /* a round */
	double first[2];                /* chance to pause in round one */
	double seen[4];                 /* share of the rounds but the last in
	                                 * which agent 0 and 1 moved so */
	double after[2][4];             /* chance to pause in the round after;
	                                 * NAN where that never happens */
	size_t states;                  /* joint ones that can be come to */
};

/* Room that duels are played in, one at a time; grows as needed. */
struct dt_duel_room;
struct dt_duel_room *dt_duel_room_new(void);    /* NULL: memory is out */
void dt_duel_room_free(struct dt_duel_room *room);

/* DT_EUSAGE: runs without an end, or so long that 10 million rounds do not
 * show what they come to; DT_ENOMEM. */
enum dt_status dt_duel_play(struct dt_duel_room *room,
    const struct dt_duel_game *game, const struct dt_automaton *first,
    const struct dt_automaton *second, struct dt_duel_answer *answer,
    struct dt_error *err);

#endif
