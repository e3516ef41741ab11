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
/* While plans are far from the best their values need not be near: by how much
 * equations may be off then, by how much an act is to be better, and by how
 * much one was for the next plan to be far still; of the largest value. */
#define ROUGH 1e-8
#define ROUGH_HAIR 1e-6
#define ROUGH_GAIN 1e-5

enum dt_status
dt_worth_start(struct dt_worth *w, const struct dt_scenes *scenes,
    size_t from, struct dt_error *err)
{
	const struct dt_graph *g = scenes->graph;
	size_t n = g->done, rows = n - from;
	size_t edges = g->edges - g->row[from];
	*w = (struct dt_worth){ .graph = g, .scenes = scenes, .from = from,
	    .n = n, .pay = dt_memory_new(n * DT_SCENE_ACTS + 1,
	    sizeof(*w->pay)),
	    .row = dt_memory_new(rows + 1, sizeof(*w->row)),
	    .to = dt_memory_new(edges + rows + 1, sizeof(*w->to)),
	    .value = dt_memory_new(edges + rows + 1, sizeof(*w->value)),
	    .known = dt_memory_new(rows + 1, sizeof(*w->known)),
	    .plan = dt_memory_new(n + 1, 1) };
	if (!w->pay || !w->row || !w->to || !w->value || !w->known || !w->plan)
		return dt_status_no_memory(err);
	dt_worth_pays(w);
	return DT_OK;
}

void
dt_worth_pays(struct dt_worth *w)
{
	for (size_t s = 0; s < w->graph->done; s++) {
		const struct dt_scene *in =
		    &w->scenes->of[w->graph->scene[s]];
		double *pay = w->pay + s * DT_SCENE_ACTS;
		for (int act = 0; act < DT_SCENE_ACTS; act++)
			pay[act] = act == DT_SCENE_COMPLY || in->may[act] ?
			    dt_scene_pay(w->scenes, s,
			    (enum dt_scene_act)act) : NAN;
	}
}

void
dt_worth_free(struct dt_worth *w)
{
	dt_memory_free(w->pay);
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
	double pay = w->pay[state * DT_SCENE_ACTS + (size_t)act];
	if (isnan(pay))
		return NAN;
	const double *pattern =
	    w->scenes->of[g->scene[state]].pattern[act];
	double sum = 0;
	for (size_t e = g->row[state]; e < g->row[state + 1]; e++)
		sum += g->chance[e] * pattern[g->pattern[e]] *
		    value[g->to[e]];
	return pay + w->keep * sum;
}

/* Two lanes at once. */
typedef double pair __attribute__((vector_size(16), aligned(8), may_alias));
enum { PAIRS = DT_SCENE_LANES / 2 };

/* Each sum is that of dt_worth_act, in its order. */
void
dt_worth_acts(const struct dt_worth *w, size_t state, const double *value,
    double acts[DT_WORTH_ACTS])
{
	const struct dt_graph *g = w->graph;
	const double *lanes = w->scenes->of[g->scene[state]].lanes;
	const double *pay = w->pay + state * DT_SCENE_ACTS;
	pair sum[PAIRS] = { { 0 } };
	for (size_t e = g->row[state]; e < g->row[state + 1]; e++) {
		const pair *chance = (const pair *)(lanes + DT_SCENE_LANES *
		    (size_t)g->pattern[e]);
		for (int k = 0; k < PAIRS; k++)
			sum[k] += g->chance[e] * chance[k] * value[g->to[e]];
	}
	for (int act = 0; act < DT_SCENE_ACTS; act++) {
		int lane = dt_scene_lane(act);
		acts[act] = pay[act] + w->keep * sum[lane / 2][lane % 2];
	}
	acts[DT_WORTH_WITHDRAW] = w->leave == NULL ? NAN : w->leave[state];
}

/* The equation of a state, in which what is known already is no unknown. */
static size_t
add_row(struct dt_worth *w, size_t s, const double *value, size_t at)
{
	const struct dt_graph *g = w->graph;
	int act = w->plan[s];
	size_t first = w->row[s - w->from] = at;
	double *known = &w->known[s - w->from];
	if (act == DT_WORTH_WITHDRAW) {
		*known = w->leave[s];
		return at;
	}
	const double *pattern = w->scenes->of[g->scene[s]].pattern[act];
	*known = w->pay[s * DT_SCENE_ACTS + (size_t)act];
	for (size_t e = g->row[s]; e < g->row[s + 1]; e++) {
		double p = w->keep * g->chance[e] * pattern[g->pattern[e]];
		size_t to = g->to[e];
		if (!(p > 0))
			continue;
		if (to < w->from) {
			*known += p * value[to];
			continue;
		}
		bool same = at > first && w->to[at - 1] == to - w->from;
		at -= same;
		w->value[at] = (same ? w->value[at] : 0) + p;
		w->to[at++] = (uint32_t)(to - w->from);
	}
	return at;
}

/* The largest error of an equation of the plan, over 1 - keep. */
static double
find_off(const struct dt_worth *w, const double *value, double *most)
{
	double off = 0;
	*most = 0;
	for (size_t s = w->from; s < w->n; s++) {
		off = dt_number_max(off, fabs(value[s] -
		    dt_worth_act(w, s, w->plan[s], value)));
		*most = dt_number_max(*most, fabs(value[s]));
	}
	return off / (1 - w->keep);
}

static enum dt_status
solve(struct dt_worth *w, double rough, double *value, double *off,
    struct dt_error *err)
{
	size_t at = 0;
	double most;
	for (size_t s = w->from; s < w->n; s++)
		at = add_row(w, s, value, at);
	w->row[w->n - w->from] = at;
	struct dt_chain_flow flow = { .n = w->n - w->from, .row = w->row,
	    .to = w->to, .value = w->value, .rough = rough };
	if (dt_chain_system(&flow, w->known, value + w->from, NULL) != DT_OK)
		return dt_status_no_memory(err);
	if (rough > 0)
		return DT_OK;
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
	return solve(w, 0, value, off, err);
}

/* A better act in a state, if there is one that shows. */
static bool
improve(struct dt_worth *w, const struct dt_worth_leave *leave, size_t s,
    const double *value, double hair, double *most)
{
	double acts[DT_WORTH_ACTS];
	dt_worth_acts(w, s, value, acts);
	double best = acts[w->plan[s]] + hair;
	bool better = false;
	for (int act = DT_SCENE_SECRET; act < DT_WORTH_ACTS; act++) {
		if (act == w->plan[s] || !(acts[act] > best) ||  /* no NAN */
		    !leave->may(leave->of, s, act))
			continue;
		*most = dt_number_max(*most, acts[act] - best + hair);
		best = acts[act];
		w->plan[s] = (uint8_t)act;
		better = true;
	}
	if (w->plan[s] != DT_SCENE_COMPLY && acts[DT_SCENE_COMPLY] > best) {
		w->plan[s] = DT_SCENE_COMPLY;
		better = true;
	}
	return better;
}

/* A better plan, if there is one; *gain: what it adds to a round at the most.
 */
static bool
improve_all(struct dt_worth *w, const struct dt_worth_leave *leave,
    const double *value, double hair, double *gain)
{
	bool better = false;
	*gain = 0;
	for (size_t s = 0; s < w->n; s++)
		better |= improve(w, leave, s, value, hair, gain);
	return better;
}

static enum dt_status
iterate(struct dt_worth *w, const struct dt_worth_leave *leave, double *value,
    double *off, struct dt_error *err)
{
	double most = 0, gain;
	bool near = true;
	for (size_t s = 0; s < w->n; s++)
		most = dt_number_max(most, fabs(value[s]));
	for (int k = 0; k < PLANS_MOST; k++) {
		bool better = improve_all(w, leave, value, (near ? 1e-13 :
		    ROUGH_HAIR) * most, &gain);
		if (!better && near) {
			/* What one more step would add, for all rounds to
			 * come. */
			*off += 1e-13 * most / (1 - w->keep);
			return DT_OK;
		}
		near = !better || !(gain > ROUGH_GAIN * most);
		enum dt_status status = solve(w, near ? 0 : ROUGH, value, off,
		    err);
		if (status != DT_OK)
			return status;
	}
	return dt_status_fail(err, DT_EUSAGE, "no best plan was found in %d "
	    "steps", (int)PLANS_MOST);
}

enum dt_status
dt_worth_best(struct dt_worth *w, const struct dt_worth_leave *leave,
    double *value, double *off, struct dt_error *err)
{
	memset(w->plan, DT_SCENE_COMPLY, w->n);
	return iterate(w, leave, value, off, err);
}

enum dt_status
dt_worth_better(struct dt_worth *w, const struct dt_worth_leave *leave,
    double *value, double *off, struct dt_error *err)
{
	double most;
	*off = find_off(w, value, &most);
	return iterate(w, leave, value, off, err);
}

enum dt_status
dt_worth_resume(struct dt_worth *w, const struct dt_worth_leave *leave,
    double *value, double *off, struct dt_error *err)
{
	enum dt_status status = solve(w, 0, value, off, err);
	return status ? status : iterate(w, leave, value, off, err);
}
