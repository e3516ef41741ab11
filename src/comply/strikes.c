/* strikes: see strikes.h. */
#include "comply/strikes.h"

#include <math.h>

#include "base/memory.h"
#include "base/number.h"

enum { SWEEPS = 5000, STRIKES_MANY = 1 << 20 };

/* What a payoff is worth that comes when one strike is forgiven, at the
 * soonest. */
static double
forgiven_once(const struct dt_terms *t, double keep)
{
	double f = dt_random_chance(t->forgive), by_chance = f > 0 ?
	    f * keep / (1 - (1 - f) * keep) : 0;
	double served = t->forgive_after > 0 ?
	    pow(keep, (double)t->forgive_after) : 0;
	return dt_number_min(1, by_chance + served);
}

/* So often must one be forgiven who has more than `most`. */
static int64_t
times_forgiven(const struct dt_terms *t, int64_t most)
{
	int64_t last = dt_terms_last_rung(t);
	return most >= last ? most - last + 1 : 0;
}

/* All that a plan can make of a round, from the worst to the best. */
static double
range_of(const struct dt_scenes *scenes)
{
	double least = INFINITY, most = -INFINITY;
	for (size_t s = 0; s < scenes->graph->done; s++) {
		const struct dt_scene *in =
		    &scenes->of[scenes->graph->scene[s]];
		for (int act = 0; act < DT_SCENE_ACTS; act++) {
			if (act != DT_SCENE_COMPLY && !in->may[act])
				continue;
			double x = dt_scene_pay(scenes, s,
			    (enum dt_scene_act)act);
			least = dt_number_min(least, x);
			most = dt_number_max(most, x);
		}
	}
	return most - least;
}

/* The greatest chance of a round that one who complies is found. */
static double
found_most(const struct dt_scenes *scenes)
{
	double most = 0;
	for (size_t s = 0; s < scenes->n; s++)
		for (int act = 0; act < DT_SCENE_ACTS; act++)
			for (size_t c = 0; c < scenes->graph->groups; c++)
				most = dt_number_max(most,
				    scenes->of[s].found[act][c]);
	return most;
}

/* From the clean rounds and strikes of one who complies, that it comes to have
 * more than are counted: discounted chance; [strikes * cleans + clean]. */
static void
find_hits(const struct dt_strikes *x, const struct dt_terms *t, int64_t most,
    double found, double *hits)
{
	double forgive = dt_random_chance(t->forgive), change = 1;
	size_t cleans = x->cleans;
	for (int k = 0; k < SWEEPS && change > 1e-14; k++) {
		change = 0;
		for (int64_t s = most; s >= 0; s--)
			for (size_t c = cleans; c-- > 0;) {
				size_t then = (c + 1) % cleans;
				double up = s == most ? 1 :
				    hits[(size_t)(s + 1) * cleans];
				double stay = hits[(size_t)s * cleans + then];
				double down = s == 0 ? stay :
				    hits[(size_t)(s - 1) * cleans + then];
				bool served = t->forgive_after > 0 &&
				    then == 0;
				double f = served ? 1 : forgive;
				double h = x->keep * (found * up + (1 - found) *
				    (f * down + (1 - f) * stay));
				double *at = &hits[(size_t)s * cleans + c];
				change = dt_number_max(change, fabs(h - *at));
				*at = h;
			}
	}
}

enum dt_status
dt_strikes_start(struct dt_strikes *x, const struct dt_scenes *scenes,
    double keep, struct dt_error *err)
{
	const struct dt_graph *g = scenes->graph;
	const struct dt_terms *t = &scenes->model->terms;
	int64_t most = g->standings.strikes_most[0];
	*x = (struct dt_strikes){ .graph = g, .keep = keep,
	    .cleans = t->forgive_after > 0 ? (size_t)t->forgive_after : 1 };
	if (!g->standings.cut || keep >= 1)
		return DT_OK;
	x->other = dt_memory_new((size_t)(most + 2) * x->cleans,
	    sizeof(*x->other));
	if (x->other == NULL)
		return dt_status_no_memory(err);
	x->range = range_of(scenes);
	double all = x->range / (1 - keep);
	x->once = forgiven_once(t, keep);
	x->times = times_forgiven(t, g->standings.strikes_most[1]);
	x->focal = all * pow(x->once, (double)x->times);
	find_hits(x, t, most, found_most(scenes), x->other);
	for (size_t k = 0; k < (size_t)(most + 1) * x->cleans; k++)
		x->other[k] *= all * pow(x->once, (double)times_forgiven(t,
		    most));
	return DT_OK;
}

void
dt_strikes_free(struct dt_strikes *x)
{
	dt_memory_free(x->other);
	x->other = NULL;
}

/* Of the focal agent: with a treaty that ends by its text, nothing is hidden
 * after that. */
static double
focal_off(const struct dt_strikes *x, size_t state,
    const struct dt_standing *s)
{
	const struct dt_graph *g = x->graph;
	const struct dt_terms *t = &g->asked.model->terms;
	const struct dt_clock *k = dt_graph_clock(g, state);
	double over = (double)(g->standings.strikes_most[1] + 1 - s->strikes);
	double off = x->focal * pow(x->keep, over);
	if (t->rounds == 0)
		return off;
	double life = 1 + (double)(k->rounds_left + k->renewals_left *
	    t->renewal_rounds);
	double from = over + (double)x->times * (t->forgive != 0 ? 1 :
	    (double)t->forgive_after);
	double left = from >= life ? 0 : x->range * (pow(x->keep, from) -
	    pow(x->keep, life)) / (1 - x->keep);
	return dt_number_min(off, left);
}

double
dt_strikes_off(const struct dt_strikes *x, size_t state, bool *by_focal)
{
	const struct dt_graph *g = x->graph;
	double off = 0, focal = 0;
	*by_focal = true;
	if (x->other == NULL)
		return 0;
	for (size_t p = 0; p < g->n_agents; p++) {
		const struct dt_standing *s = dt_graph_standing(g, state, p);
		if (!s->party)
			continue;
		if (s->focal)
			focal += focal_off(x, state, s);
		else if (g->standings.others)
			off += x->other[(size_t)s->strikes * x->cleans +
			    (size_t)s->clean];
	}
	*by_focal = focal >= off;
	return focal + off;
}

/* Each more takes a round to get, and is forgiven once more. */
int64_t
dt_strikes_enough(const struct dt_strikes *x, int64_t has, double off)
{
	int64_t most = x->graph->standings.strikes_most[1];
	double now = x->focal * pow(x->keep, (double)(most + 1 - has));
	double more = now > off ? log(off / now) / log(x->once * x->keep) : 0;
	return most + (int64_t)ceil(dt_number_min(more, STRIKES_MANY));
}

int64_t
dt_strikes_needed(const struct dt_terms *t, int64_t rounds)
{
	int64_t most = dt_terms_last_rung(t);
	int64_t each = t->forgive != 0 || t->forgive_after <= 0 ? 1 :
	    t->forgive_after;
	while (most + 1 + each * times_forgiven(t, most) <= rounds)
		most++;
	return most;
}
