/*
 * lasting: until when a treaty is self-enforcing while capability grows.
 *
 * One run is played in which all who sign comply, as many rounds as the
 * scenario has (120 where it has no last one) whatever else would end it.
 * Before a round the race is
 * frozen: the game that is judged is the round's, repeated for ever, with what
 * each set of racers brings about from that capability on (prize, horsemen,
 * and the mean loss of disasters) as its payoffs, and the treaty seeing what
 * it sees at that oversight, of the party that is overseen least. Each such
 * game is judged afresh (comply/). That a disaster ends the run, and that
 * capability goes on, is left out: it is frozen.
 *
 * Where games are judged exactly every round is, until the first no; where by
 * play, some rounds are, and then those between the last that was not no and
 * the first that was, by halving.
 *
 * What play does not show is found: kept, where the best departure that was
 * found loses by three standard errors; else open. Until what round it is kept
 * and from which on it fails is a bracket where moments between are open.
 *
 * Tables: `date` (a row), `rounds` (those that were judged).
 */
#ifndef DT_LASTING_H
#define DT_LASTING_H

#include "verdict/keeping.h"

/* DT_EUSAGE: nothing grows, there is no treaty, more than
 * DT_PAYOFF_TABLE_MOST agents, or terms that bind by cap or compute. */
enum dt_status dt_lasting_solve(struct dt_arena *arena,
    const struct dt_experiment *experiment,
    const struct dt_keeping_request *request, struct dt_solution *solution,
    struct dt_error *err);

#endif
