/*
 * learner: agents that learn, in place of a strategy's automaton.
 *
 * A learner is one const struct. It draws nothing itself: from what it has
 * seen it says with which chance it races, and who plays the game draws. So
 * what it comes to can be worked out exactly as well as played.
 *
 * It knows the game's stage payoffs and, after each round, its own executed
 * move, whom it saw race, and what it was paid. What the other move would
 * have paid, it takes from the stage payoffs at what it saw.
 *
 * To add one: write its struct in learn/learner_NAME.c, put it in the table of
 * learn/learner.c, and its file in agents/learners/.
 */
#ifndef DT_LEARN_LEARNER_H
#define DT_LEARN_LEARNER_H

#include "game/automaton.h"
#include "game/payoff.h"

enum { DT_LEARNER_PARAMETERS = 12 };

struct dt_learner_parameter {
	const char *name;       /* NULL ends a table */
	double preset, least, most;
	const char *help;       /* meaning and unit */
	const char *source;     /* of the preset */
};

/* A strategy that the other may play, with what playing against it is worth. */
struct dt_learner_hypothesis {
	struct dt_automaton automaton;
	const double *worth;    /* [state * 2 + my move], filled by the rule */
};

/* A rule with its numbers, for one seat of one game. Immutable. */
struct dt_learner_made {
	const struct dt_learner *rule;
	double p[DT_LEARNER_PARAMETERS];        /* in the table's order */
	size_t agents, seat;
	struct dt_payoff payoff;                /* the game's */
	struct dt_view_constants constants;
	bool treaty;                            /* there is one */
	size_t n_hypotheses;
	struct dt_learner_hypothesis *hypotheses;
};

/* What it saw of a round. */
struct dt_learner_saw {
	bool raced;             /* its own executed move */
	uint64_t others;        /* whom it saw race */
	double payoff;          /* what it was paid in all */
	size_t view;            /* dt_view_index of these, for the next round */
};

struct dt_learner {
	const char *name, *brief, *source;
	const struct dt_learner_parameter *parameters;
	bool two;               /* for games of two agents only */
	bool guesses;           /* takes `hypotheses` */
	/* Works out what the numbers give once for all; or NULL. */
	enum dt_status (*prepare)(struct dt_learner_made *made,
	    struct dt_arena *arena, struct dt_error *err);
	/* Doubles that it remembers: `memory`, or what `size` says where that
	 * is not NULL. */
	size_t memory;
	size_t (*size)(const struct dt_learner_made *made);
	void (*begin)(const struct dt_learner_made *made, double *memory,
	    size_t view);
	/* The chance to race, 0 to 1. */
	double (*race)(const struct dt_learner_made *made,
	    const double *memory);
	void (*observe)(const struct dt_learner_made *made, double *memory,
	    const struct dt_learner_saw *saw);
};

extern const struct dt_learner *const dt_learner_table[];       /* to NULL */

/* The rule of that name, or NULL. */
const struct dt_learner *dt_learner_find(const char *name);

/* What a seat needs to be compiled. */
struct dt_learner_seat {
	const struct dt_strategy *strategy;     /* of form learner */
	const struct dt_payoff *payoff;         /* NULL: to be checked only */
	const struct dt_view_constants *constants;
	size_t seat;
	bool treaty;
};

/* Reads and checks the parameters. Lives in the arena. DT_EINPUT with faults
 * at their places. */
enum dt_status dt_learner_compile(const struct dt_learner_seat *seat,
    struct dt_arena *arena, struct dt_learner_made *made,
    struct dt_faults *faults, struct dt_error *err);

/* The doubles that it remembers. */
static inline size_t
dt_learner_memory(const struct dt_learner_made *made)
{
	return made->rule->size != NULL ? made->rule->size(made) :
	    made->rule->memory;
}

/* Every parameter by name, as a resolved file says it; NULL: no memory. */
const struct dt_node *dt_learner_parameters(struct dt_arena *arena,
    const struct dt_learner_made *made);

/* The stage payoff of a move at what was seen of the others. */
double dt_learner_stage(const struct dt_learner_made *made, bool races,
    uint64_t others);
/* What a move paid, or would have: the one made, what was paid; the other,
 * its stage payoff at what was seen. */
double dt_learner_paid(const struct dt_learner_made *made,
    const struct dt_learner_saw *saw, bool races);

#endif
