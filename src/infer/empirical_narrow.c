/* empirical_narrow: how far more runs would narrow what is known of a
 * candidate; see empirical.h. */
#include "infer/empirical_internal.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

/* The upper end of a pure profile's regret, as in a verdict, but INFINITY
 * where a deviation was never played. */
static enum dt_status
highest(const struct dt_empirical *g, size_t profile, double *high,
    struct dt_error *err)
{
	struct dt_arena rows = { 0 };
	enum dt_status status = DT_OK;
	*high = 0;
	for (size_t i = 0; i < g->players; i++)
		for (size_t t = 0; t < g->strategies[i] && status == DT_OK;
		    t++) {
			struct dt_empirical_row row;
			struct dt_empirical_deviation d = { i, t, 0, 0, 0 };
			if (t == dt_empirical_strategy(g, profile, i))
				continue;
			status = dt_empirical_deviate(g, profile, i, t, &rows,
			    &row, err);
			if (status != DT_OK)
				break;
			dt_empirical_measure(g, &row, &d);
			*high = row.missing ? INFINITY : dt_number_max(*high, d.gain +
			    (d.error > 0 ? dt_empirical_width(d.freedom) *
			    d.error : 0));
		}
	dt_arena_free(&rows);
	return status;
}

/* What the estimates of a profile would be with so many more runs. Several
 * players may share one. */
static void
play_more(const struct dt_empirical *g, const struct dt_empirical_need *need,
    struct dt_empirical_estimate *estimates)
{
	const size_t *which = &g->which[need->profile * g->players];
	for (size_t i = 0; i < g->players; i++) {
		if (which[i] == DT_EMPIRICAL_MISSING)
			continue;
		struct dt_empirical_estimate e = g->estimates[which[i]];
		if (e.runs > 0) {
			double share = (double)e.runs /
			    (double)(e.runs + need->more);
			e.error *= sqrt(share);
			e.runs += need->more;
		}
		estimates[which[i]] = e;
	}
}

static void
play_no_more(const struct dt_empirical *g,
    const struct dt_empirical_need *need,
    struct dt_empirical_estimate *estimates)
{
	const size_t *which = &g->which[need->profile * g->players];
	for (size_t i = 0; i < g->players; i++)
		if (which[i] != DT_EMPIRICAL_MISSING)
			estimates[which[i]] = g->estimates[which[i]];
}

enum dt_status
dt_empirical_weigh(const struct dt_empirical *game,
    struct dt_empirical_need *needs, size_t n, struct dt_error *err)
{
	struct dt_empirical then = *game;
	struct dt_empirical_estimate *estimates = dt_memory_new(then.n + 1,
	    sizeof(*estimates));
	enum dt_status status = estimates ? DT_OK :
	    dt_status_no_memory(err);
	if (estimates != NULL && then.n > 0)
		memcpy(estimates, then.estimates, then.n *
		    sizeof(*estimates));
	then.estimates = estimates;
	for (size_t k = 0; k < n && status == DT_OK; k++) {
		struct dt_empirical_need *need = &needs[k];
		double before, after = 0;
		status = highest(game, need->at, &before, err);
		play_more(game, need, estimates);
		if (status == DT_OK)
			status = highest(&then, need->at, &after, err);
		play_no_more(game, need, estimates);
		need->narrows = isnan(need->by.gain) ? INFINITY :
		    isfinite(before) ? dt_number_max(0, before - after) : 0;
	}
	dt_memory_free(estimates);
	return status;
}
