/*
 * automaton: a strategy compiled for a game of n agents under given terms.
 *
 * A dense table: for each state and each view, the step to the next state.
 * The row after the last state is the start: its step gives the first state.
 * A step below `states` is that state; others are lotteries. Immutable once
 * compiled, lives in the caller's arena, shared by threads. The simulators,
 * the exact solver and the drawings all read this table.
 */
#ifndef DT_GAME_AUTOMATON_H
#define DT_GAME_AUTOMATON_H

#include <stdint.h>

#include "base/random.h"
#include "game/strategy.h"
#include "game/view.h"

struct dt_automaton_ticket {
	uint64_t below;         /* cumulative threshold; the last: UINT64_MAX */
	uint16_t state;
};

struct dt_automaton_lottery {
	size_t n;
	const struct dt_automaton_ticket *tickets;
};

struct dt_automaton {
	const struct dt_strategy *text;
	bool deceives;                  /* declares PAUSE whatever it did */
	size_t states, views;           /* views: of looks too, see view.h */
	struct dt_view_looks looks;     /* at the race; none where none is run */
	const uint64_t *race;           /* by state: threshold of RACE */
	const bool *withdraws;          /* by state */
	const uint16_t *step;           /* [state * views + view] */
	const struct dt_automaton_lottery *lotteries;
	size_t n_lotteries;
};

/* A strategy that its schema found faults with does no harm: what it lacks is
 * passed over, the rest is looked at, and the status is DT_EINPUT or that of
 * the rest. */
enum dt_status dt_automaton_compile(const struct dt_strategy *strategy,
    const struct dt_view_constants *constants, struct dt_arena *arena,
    struct dt_automaton *automaton, struct dt_faults *faults,
    struct dt_error *err);

/* Views but for looks; the number of a view with looks is that without, and
 * this times the looks. */
static inline size_t
dt_automaton_plain(const struct dt_automaton *a)
{
	return a->views >> a->looks.n;
}

/* The next state; draws only if the step is a lottery. */
static inline size_t
dt_automaton_next(const struct dt_automaton *a, size_t state, size_t view,
    struct dt_random *random)
{
	size_t step = a->step[state * a->views + view];
	if (step < a->states)
		return step;
	const struct dt_automaton_ticket *ticket =
	    a->lotteries[step - a->states].tickets;
	uint64_t word = dt_random_word(random);
	while (word >= ticket->below && ticket->below != UINT64_MAX)
		ticket++;
	return ticket->state;
}

#endif
