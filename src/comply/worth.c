/* worth: see worth.h. */
#include "comply/worth.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "engine/chain_flow.h"

enum { PLANS_MOST = 200 };

/* Of the largest value: by how much its equation may be off. */
#define OFF_MOST 1e-9

enum dt_status
dt_worth_start(struct dt_worth *w, const struct dt_graph *g,
    struct dt_error *err)
{
	size_t n = g->done;
	*w = (struct dt_worth){ .graph = g, .n = n,
	    .row = dt_memory_new(n + 1, sizeof(*w->row)),
	    .to = dt_memory_new(g->edges + n + 1, sizeof(*w->to)),
	    .value = dt_memory_new(g->edges + n + 1, sizeof(*w->value)),
	    .known = dt_memory_new(n + 1, sizeof(*w->known)),
	    .plan = dt_memory_new(n + 1, 1) };
	return w->row && w->to && w->value && w->known && w->plan ?
	    DT_OK : dt_status_no_memory(err);
}

void
dt_worth_free(struct dt_worth *w)
{
	dt_memory_free(w->row);
	dt_memory_free(w->to);
	dt_memory_free(w->value);
	dt_memory_free(w->known);
	dt_memory_free(w->plan);
	*w = (struct dt_worth){ .n = 0 };
}

double
dt_worth_act(const struct dt_worth *w, size_t state, int act,
    const double *value)
{
	const struct dt_graph *g = w->graph;
	if (act == DT_WORTH_WITHDRAW)
		return w->leave == NULL ? NAN : w->leave[state];
	const struct dt_scene *in = &w->scenes->of[g->scene[state]];
	if (act != DT_SCENE_COMPLY && !in->may[act])
		return NAN;
	const double *pattern = in->pattern[act];
	double sum = 0;
	for (size_t e = g->row[state]; e < g->row[state + 1]; e++)
		sum += g->chance[e] * pattern[g->pattern[e]] *
		    value[g->to[e]];
	return dt_scene_pay(w->scenes, state, (enum dt_scene_act)act) +
	    w->keep * sum;
}

static size_t
add_row(struct dt_worth *w, size_t s, size_t at)
{
	const struct dt_graph *g = w->graph;
	int act = w->plan[s];
	w->row[s] = at;
	if (act == DT_WORTH_WITHDRAW) {
		w->known[s] = w->leave[s];
		return at;
	}
	const double *pattern = w->scenes->of[g->scene[s]].pattern[act];
	w->known[s] = dt_scene_pay(w->scenes, s, (enum dt_scene_act)act);
	for (size_t e = g->row[s]; e < g->row[s + 1]; e++) {
		double p = w->keep * g->chance[e] * pattern[g->pattern[e]];
		bool same = at > w->row[s] && w->to[at - 1] == g->to[e];
		if (!(p > 0))
			continue;
		at -= same;
		w->value[at] = (same ? w->value[at] : 0) + p;
		w->to[at++] = g->to[e];
	}
	return at;
}

/* The largest error of an equation of the plan, over 1 - keep. */
static double
find_off(const struct dt_worth *w, const double *value, double *most)
{
	double off = 0;
	*most = 0;
	for (size_t s = 0; s < w->n; s++) {
		off = dt_number_max(off, fabs(value[s] -
		    dt_worth_act(w, s, w->plan[s], value)));
		*most = dt_number_max(*most, fabs(value[s]));
	}
	return off / (1 - w->keep);
}

static enum dt_status
solve(struct dt_worth *w, double *value, double *off, struct dt_error *err)
{
	size_t at = 0;
	double most;
	for (size_t s = 0; s < w->n; s++)
		at = add_row(w, s, at);
	w->row[w->n] = at;
	struct dt_chain_flow flow = { .n = w->n, .row = w->row, .to = w->to,
	    .value = w->value };
	if (dt_chain_system(&flow, w->known, value, &most) != DT_OK)
		return dt_status_no_memory(err);
	*off = find_off(w, value, &most);
	if (!isfinite(most) || !(*off <= OFF_MOST * most + 1e-300))
		return dt_status_fail(err, DT_EUSAGE, "values of %zu states "
		    "were found, but their equations are off by up to %.2g, "
		    "of %.4g: no answer is drawn from them", w->n, *off, most);
	return DT_OK;
}

enum dt_status
dt_worth_comply(struct dt_worth *w, double *value, double *off,
    struct dt_error *err)
{
	memset(w->plan, DT_SCENE_COMPLY, w->n);
	return solve(w, value, off, err);
}

/* A better act in a state, if there is one that shows. */
static bool
improve(struct dt_worth *w, const struct dt_worth_leave *leave, size_t s,
    const double *value, double hair, double *most)
{
	double best = dt_worth_act(w, s, w->plan[s], value) + hair;
	bool better = false;
	for (int act = DT_SCENE_SECRET; act < DT_WORTH_ACTS; act++) {
		if (act == w->plan[s] || !leave->may(leave->of, s, act))
			continue;
		double x = dt_worth_act(w, s, act, value);
		if (isnan(x) || !(x > best))
			continue;
		*most = dt_number_max(*most, x - best + hair);
		best = x;
		w->plan[s] = (uint8_t)act;
		better = true;
	}
	double back = dt_worth_act(w, s, DT_SCENE_COMPLY, value);
	if (w->plan[s] != DT_SCENE_COMPLY && back > best) {
		w->plan[s] = DT_SCENE_COMPLY;
		better = true;
	}
	return better;
}

static enum dt_status
iterate(struct dt_worth *w, const struct dt_worth_leave *leave, double *value,
    double *off, struct dt_error *err)
{
	double most = 0;
	for (size_t s = 0; s < w->n; s++)
		most = dt_number_max(most, fabs(value[s]));
	bool better = true;
	for (int k = 0; k < PLANS_MOST && better; k++) {
		double gain = 0;
		better = false;
		for (size_t s = 0; s < w->n; s++)
			better |= improve(w, leave, s, value, 1e-13 * most,
			    &gain);
		if (!better)
			break;
		enum dt_status status = solve(w, value, off, err);
		if (status != DT_OK)
			return status;
	}
	if (better)
		return dt_status_fail(err, DT_EUSAGE, "no best plan was found "
		    "in %d steps", (int)PLANS_MOST);
	/* What one more step would add, for all rounds to come. */
	*off += 1e-13 * most / (1 - w->keep);
	return DT_OK;
}

enum dt_status
dt_worth_best(struct dt_worth *w, const struct dt_worth_leave *leave,
    double *value, double *off, struct dt_error *err)
{
	memset(w->plan, DT_SCENE_COMPLY, w->n);
	return iterate(w, leave, value, off, err);
}

enum dt_status
dt_worth_resume(struct dt_worth *w, const struct dt_worth_leave *leave,
    double *value, double *off, struct dt_error *err)
{
	enum dt_status status = solve(w, value, off, err);
	return status ? status : iterate(w, leave, value, off, err);
}
