/*
 * parts_notice: rounds in which the agent's notice runs; see parts.h. It is a
 * party as before until the last of them, so all but that one lead where the
 * same round without notice leads, and need no states of their own.
 */
#include "comply/parts_internal.h"

#include <math.h>

/* One round in which notice runs on; next: what it has after it. */
static double
run_on(const struct dt_parts *p, size_t s, bool best, const double *next)
{
	double acts[DT_WORTH_ACTS];
	if (!best)
		return dt_worth_act(&p->worth, s, DT_SCENE_COMPLY, next);
	dt_worth_acts(&p->worth, s, next, acts);
	double most = acts[DT_SCENE_COMPLY];
	for (int act = DT_SCENE_SECRET; act < DT_SCENE_ACTS; act++)
		most = acts[act] > most ? acts[act] : most;     /* no NAN */
	return most;
}

void
dt_parts_notice(const struct dt_parts *p, bool best, const double *now,
    const double *after, double *before, double *out)
{
	const struct dt_graph *g = &p->graph;
	size_t n = g->done;
	for (size_t s = 0; before != NULL && s < n; s++)
		if (isnan(before[s]))
			before[s] = after[s];
	for (size_t s = 0; s < n; s++)
		if (g->leaving[s] == DT_INDEX_NONE)
			out[s] = NAN;
		else
			out[s] = before == NULL ? now[g->leaving[s]] :
			    run_on(p, s, best, before);
}
