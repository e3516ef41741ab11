/*
 * exact: what the runs of an experiment tend to, worked out by the chain
 * engine, to print beside what was played.
 */
#ifndef DT_EXACT_H
#define DT_EXACT_H

#include "engine/chain.h"
#include "catalogue/experiment.h"

struct dt_exact {
	bool known;
	size_t states;                  /* joint states of the chain */
	struct dt_chain_answer answer;
};

/* Works it out if that takes about a second at the most; known is false
 * where it would take longer. DT_ENOMEM. */
enum dt_status dt_exact_of(const struct dt_experiment *experiment,
    struct dt_exact *exact, struct dt_error *err);

/* The same within chain.h's own limits, which may take some ten seconds.
 * DT_EUSAGE with what was seen of the chain where it is too large. */
enum dt_status dt_exact_whole(const struct dt_experiment *experiment,
    struct dt_exact *exact, struct dt_error *err);

/* How many standard errors a simulated mean is off: 0 where both are the
 * same to rounding, INFINITY where there is no error but a difference, NAN
 * for less than two runs. */
double dt_exact_distance(double mean, double error, double exact);

enum { DT_EXACT_FLAGGED = 4 };  /* standard errors that are worth a word */
/* Whether a mean of so many runs (of one length; of unlike ones: so many are
 * they worth) is further off than chance lets it be: as unlikely, by Student's
 * t, as DT_EXACT_FLAGGED standard errors of very many runs (1 in 15,787). */
bool dt_exact_far(double off, double runs);

#endif
