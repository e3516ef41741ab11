/* slopes: see slopes.h. */
#include "design/slopes.h"

#include <math.h>
#include <string.h>

/* Where plans change over between the two sides there is no slope that bounds
 * all the rest: of a convex function that has one in each direction there is
 * one in all. */
static void
take_slopes(struct dt_slopes *s, size_t k, double step,
    const struct dt_trial_value *low, const struct dt_trial_value *high)
{
	for (size_t r = 0; r < s->value.n; r++) {
		double back = (s->value.row[r] - low->row[r]) / step;
		double ahead = (high->row[r] - s->value.row[r]) / step;
		s->slope[k][r] = (back + ahead) / 2;
		s->bent[r] = s->bent[r] || fabs(ahead - back) > 1e-4 *
		    (1 + fabs(s->slope[k][r]));
	}
	s->start[k] = (high->start - low->start) / (2 * step);
}

enum dt_status
dt_slopes_find(struct dt_trial *trial, size_t n, const double *near,
    const struct dt_slopes_sight *sight, struct dt_slopes *s,
    struct dt_error *err)
{
	struct dt_trial_value low, high;
	double step = sight->wide;
	memset(s->bent, 0, sizeof(s->bent));
	for (size_t k = 0; k < n; k++)
		s->at[k] = near[k] + sight->far * (2 + sight->spread *
		    (double)k);
	enum dt_status status = dt_trial_at(trial, s->at, &s->value, err);
	for (size_t k = 0; k < n && status == DT_OK; k++) {
		double to[DT_LEVER_MONEY];
		memcpy(to, s->at, sizeof(to));
		to[k] = s->at[k] - step;
		status = dt_trial_at(trial, to, &low, err);
		to[k] = s->at[k] + step;
		if (status == DT_OK)
			status = dt_trial_at(trial, to, &high, err);
		if (status == DT_OK)
			take_slopes(s, k, step, &low, &high);
	}
	return status;
}
