/*
 * view: what an agent has seen when it steps to its next state, and the
 * conditions over it that strategy files write after `when`.
 *
 *     condition = term { "and" term }
 *     term      = [ "not" ] ( flag | quantity operator value )
 *     operator  = "<" | "<=" | "==" | "!=" | ">=" | ">"
 *     value     = number | quantity
 *
 * Flags:      flagged (a finding against me), raced (my own executed move),
 *             party, open, in_force, suspended, ended (of the treaty, in the
 *             round that is about to be played)
 * Quantities: alarms (how many others I saw racing), alarm_share, others, and
 *             constants of the terms: detection, false_alarm, fine, bond,
 *             notice, continuation; and of the race: lead, behind,
 *             capability_share, oversight, generation, which are compared
 *             with numbers alone
 *
 * What a race comes to has no finite number of values: so an automaton that
 * asks for it has views twice as many for each of its comparisons ("looks"),
 * and the engine says which of them hold. Where no race is run, these
 * quantities are constants, and nothing is added.
 */
#ifndef DT_GAME_VIEW_H
#define DT_GAME_VIEW_H

#include "base/faults.h"
#include "game/move.h"

/* Phases of a treaty. Every phase is visible to all. */
enum dt_phase {
	DT_PHASE_NONE,          /* there is no treaty */
	DT_PHASE_OPEN,          /* signed by some, not yet in force */
	DT_PHASE_IN_FORCE,
	DT_PHASE_SUSPENDED,     /* the obligation rests for some rounds */
	DT_PHASE_ENDED,
	DT_PHASES
};
extern const char *const dt_view_phase_words[];

struct dt_view {
	size_t alarms;          /* others seen racing, 0 to n - 1 */
	bool flagged, raced, party;
	enum dt_phase phase;
	unsigned looks;         /* which comparisons with the race hold */
};

/* Where an agent stands in a race, as it sees that. */
struct dt_view_race {
	double lead;            /* >= 0: how far it is ahead of the next */
	double behind;          /* >= 0: how far behind the first; one is 0 */
	double share;           /* of all capability, 0 to 1 */
	double oversight;       /* 0 to 1 */
	double generation;      /* >= 0 */
};

/* What `when` may compare with besides the view: the same in every round. */
struct dt_view_constants {
	size_t agents;          /* n, the agents of the game */
	double detection;       /* 1 - miss of the treaty; 0 without one */
	double false_alarm;
	double fine;            /* of the ladder's first rung that has one */
	double bond, notice, continuation;
	bool runs;              /* a race is run that may be looked at */
	const struct dt_view_race *race;        /* else: what stands for ever;
	                         * NULL: all level, all is overseen */
};

/* Views are numbered 0 to dt_view_number(n) - 1, densely. */
static inline size_t
dt_view_number(size_t agents)
{
	return DT_PHASES * 8 * agents;
}

static inline size_t
dt_view_index(size_t agents, size_t alarms, bool flagged, bool raced,
    bool party, enum dt_phase phase)
{
	size_t bits = (size_t)flagged | (size_t)raced << 1 |
	    (size_t)party << 2;
	return ((size_t)phase * 8 + bits) * agents + alarms;
}

/* The view of a number. */
struct dt_view dt_view_of(size_t agents, size_t index);

enum { DT_VIEW_TERMS_MOST = 16, DT_VIEW_LOOKS_MOST = 6 };

/* Comparisons with the race, bit i of a view's looks each. */
struct dt_view_looks {
	size_t n;
	struct dt_view_look {
		int quantity, operator; /* rows of the tables */
		double number;
	} list[DT_VIEW_LOOKS_MOST];
};

struct dt_view_term {
	int left, right;        /* rows of the table of quantities; right -1:
	                         * compare with number */
	int operator;           /* row of the table of operators; flags: -1 */
	bool negated;
	double number;
	int look;               /* of the race: its bit; else -1 */
};

struct dt_view_condition {
	size_t n;               /* 0: always true */
	struct dt_view_term terms[DT_VIEW_TERMS_MOST];
};

/* Compiles the text of a `when`, which stands at that place. Faults name the
 * column within the text. */
enum dt_status dt_view_compile(const char *when, struct dt_place at,
    struct dt_view_condition *condition, struct dt_faults *faults);

/* Enters the comparisons of a condition that are with the race. False: there
 * are more than DT_VIEW_LOOKS_MOST. */
bool dt_view_look(struct dt_view_condition *condition,
    struct dt_view_looks *looks);

/* Which of them hold there, as bits. */
unsigned dt_view_looked(const struct dt_view_looks *looks,
    const struct dt_view_race *race);

/* Whether a `when` names a constant of the terms, or what a race comes to. */
bool dt_view_looks_at_terms(const char *when);

bool dt_view_holds(const struct dt_view_condition *condition,
    const struct dt_view *view, const struct dt_view_constants *constants);

#endif
