/*
 * study: what there is to say of one strategy as a machine, and which other
 * strategies are the same machine, for people who check or show its text.
 *
 * A strategy is compiled for several numbers of agents, as one state may be
 * of use only where others are many. A text that looks at constants of the
 * terms (detection, fine, ...) is another machine under each treaty: of that
 * nothing is said but what one slip does.
 */
#ifndef DT_GAME_STUDY_H
#define DT_GAME_STUDY_H

#include "game/machine.h"

struct dt_study {
	const struct dt_strategy *strategy;
	bool of_terms;          /* it looks at constants of the terms, or
	                         * at the race */
	bool reached[DT_STRATEGY_STATES_MOST];  /* for some number of agents */
	struct dt_automaton two, five;  /* for so many agents */
	struct dt_machine machine;      /* of two */
	struct dt_machine_slip slip;
};

enum dt_study_like { DT_STUDY_OTHER, DT_STUDY_LIKE_OF_TWO, DT_STUDY_LIKE };

/* Of a strategy that compiles; everything in the arena. DT_ENOMEM, or the
 * fault of one that does not compile. */
enum dt_status dt_study_make(const struct dt_strategy *strategy,
    struct dt_arena *arena, struct dt_study *study, struct dt_error *err);

/* Whether two are the same machine, for two agents or for two and five. Those
 * of terms are like nothing. */
enum dt_status dt_study_compare(const struct dt_study *a,
    const struct dt_study *b, struct dt_arena *arena, enum dt_study_like *like,
    struct dt_error *err);

/* A sentence a line: size, states that are never reached, what a slip does. */
void dt_study_tell(const struct dt_study *study, struct dt_text *text);

/* Each state that is never reached, as a warning at its place. */
void dt_study_warn(const struct dt_study *study, struct dt_faults *faults);

#endif
