/*
 * parts_notice: rounds in which the agent's notice runs; see parts.h. It is a
 * party as before until the last of them, so all but that one lead where the
 * same round without notice leads, and need no states of their own.
 */
#include "comply/parts_internal.h"

#include <math.h>

/* One round, in which it acts so. */
static double
act_in(const struct dt_parts *p, size_t s, int act, const double *after,
    const double *before)
{
	const struct dt_graph *g = &p->graph;
	const double *pattern = p->scenes.of[g->scene[s]].pattern[act];
	double sum = 0;
	for (size_t e = g->row[s]; e < g->row[s + 1]; e++) {
		size_t to = g->to[e];
		sum += g->chance[e] * pattern[g->pattern[e]] *
		    (isnan(before[to]) ? after[to] : before[to]);
	}
	return dt_scene_pay(&p->scenes, s, (enum dt_scene_act)act) +
	    p->keep * sum;
}

double
dt_parts_notice(const struct dt_parts *p, size_t s, int64_t left, bool best,
    const double *now, const double *after, const double *before)
{
	const struct dt_graph *g = &p->graph;
	if (g->leaving[s] == DT_INDEX_NONE)
		return NAN;
	if (left == 0)
		return now[g->leaving[s]];
	double most = act_in(p, s, DT_SCENE_COMPLY, after, before);
	for (int act = DT_SCENE_SECRET; best && act < DT_SCENE_ACTS; act++) {
		if (!p->scenes.of[g->scene[s]].may[act])
			continue;
		double x = act_in(p, s, act, after, before);
		most = x > most ? x : most;
	}
	return most;
}
