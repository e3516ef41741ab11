/*
 * finite: what a race in few states (race/contest.h) comes to: what racing and
 * pausing are worth, best replies, and how long a racer may go unseen before a
 * pause of all is not kept. Values are closed forms, or solved state by state
 * (race/), and the exact engine must find them again; else the call fails.
 *
 * Tables, memoryless:
 *   answers  D* (delay, years), in rounds, the dilemma's window, pause_from
 *   values   by how many others race: both values, and the best reply
 *   pauses   numbers of racers from which nobody wants to change alone
 * lead:
 *   leads    by lead: both race, the best reply to a racer, an equilibrium,
 *            and the rounds that a racer may go unseen
 */
#ifndef DT_FINITE_H
#define DT_FINITE_H

#include "catalogue/experiment.h"
#include "format/solution.h"

/* The experiment must have such a race. DT_EUSAGE: the two ways to a value do
 * not agree. */
enum dt_status dt_finite_solve(struct dt_arena *arena,
    const struct dt_experiment *experiment, struct dt_solution *solution,
    struct dt_error *err);

#endif
