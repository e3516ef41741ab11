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
 *             notice, continuation
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
};

/* What `when` may compare with besides the view: the same in every round. */
struct dt_view_constants {
	size_t agents;          /* n, the agents of the game */
	double detection;       /* 1 - miss of the treaty; 0 without one */
	double false_alarm;
	double fine;            /* of the ladder's first rung that has one */
	double bond, notice, continuation;
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

enum { DT_VIEW_TERMS_MOST = 16 };

struct dt_view_term {
	int left, right;        /* rows of the table of quantities; right -1:
	                         * compare with number */
	int operator;           /* row of the table of operators; flags: -1 */
	bool negated;
	double number;
};

struct dt_view_condition {
	size_t n;               /* 0: always true */
	struct dt_view_term terms[DT_VIEW_TERMS_MOST];
};

/* Compiles the text of a `when`, which stands at that place. Faults name the
 * column within the text. */
enum dt_status dt_view_compile(const char *when, struct dt_place at,
    struct dt_view_condition *condition, struct dt_faults *faults);

/* Whether a `when` names a constant of the terms. */
bool dt_view_looks_at_terms(const char *when);

bool dt_view_holds(const struct dt_view_condition *condition,
    const struct dt_view *view, const struct dt_view_constants *constants);

#endif
