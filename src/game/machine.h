/*
 * machine: what a strategy's automaton is apart from how it was written:
 * which states it can come to, which of them do the same, whether two
 * strategies are one machine, and what a slip does to two copies of it.
 *
 * Two states do the same if they race with the same chance, give notice
 * alike, and for whatever is seen step to states that do the same, with the
 * same chances (to 1e-9). Found by splitting classes until none splits
 * (Moore 1956); of strategies with lots that is bisimulation. What is found
 * is checked once more against the tables, state by state.
 *
 * All that may be seen counts: alarms, the own move as after a slip, and the
 * phases of a treaty. Without a treaty nobody is a party or flagged.
 */
#ifndef DT_GAME_MACHINE_H
#define DT_GAME_MACHINE_H

#include "game/automaton.h"

enum { DT_MACHINE_NO_CLASS = UINT16_MAX };

struct dt_machine {
	const struct dt_automaton *automaton;
	bool *reached;          /* by state: can be come to from the start */
	uint16_t *class_of;     /* by state; DT_MACHINE_NO_CLASS: not reached */
	size_t classes;         /* states of the smallest machine that does
	                         * the same */
};

/* Marks the states that can be come to, whatever is seen; reached: all false
 * before, a place each. */
void dt_machine_reach(const struct dt_automaton *automaton, bool *reached);

/* Lives in the arena, as the automaton must. DT_ENOMEM. */
enum dt_status dt_machine_make(const struct dt_automaton *automaton,
    struct dt_arena *arena, struct dt_machine *machine, struct dt_error *err);

/* Whether two automata, compiled for the same number of agents, do and
 * declare the same whatever is seen. DT_ENOMEM. */
enum dt_status dt_machine_same(const struct dt_automaton *a,
    const struct dt_automaton *b, struct dt_arena *arena, bool *same,
    struct dt_error *err);

/* Two copies without a treaty. Home is where they are in the long run while
 * nobody slips: the joint states that no step leaves. */
struct dt_machine_slip {
	bool by_lot;            /* some step or move is drawn */
	bool all_pause, all_race;       /* in every state of home */
	bool returns;           /* from each single slip at home there is a
	                         * way back without another */
	size_t rounds;          /* the most rounds from a slip until home is
	                         * reached, the shortest way; if it returns */
};

/* For an automaton of two agents. DT_ENOMEM. */
enum dt_status dt_machine_slips(const struct dt_automaton *automaton,
    struct dt_arena *arena, struct dt_machine_slip *slip,
    struct dt_error *err);

#endif
