/* stop: see stop.h. */
#include "base/stop.h"

#include <math.h>
#include <time.h>

#include "base/number.h"

static int64_t
clock_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

void
dt_stop_start(struct dt_stop *stop, double seconds)
{
	stop->flag = NULL;
	stop->above = NULL;
	stop->deadline = seconds > 0 && seconds < 1e9 ?
	    clock_now() + (int64_t)(seconds * 1e9) : 0;
}

static bool
is_said(const struct dt_stop *s)
{
	return s->flag != NULL && atomic_load(s->flag);
}

bool
dt_stop_is(const struct dt_stop *stop)
{
	for (const struct dt_stop *s = stop; s != NULL; s = s->above)
		if (is_said(s) ||
		    (s->deadline != 0 && clock_now() >= s->deadline))
			return true;
	return false;
}

double
dt_stop_left(const struct dt_stop *stop)
{
	double left = INFINITY;
	for (const struct dt_stop *s = stop; s != NULL; s = s->above) {
		double here = s->deadline == 0 ? INFINITY :
		    1e-9 * (double)(s->deadline - clock_now());
		here = is_said(s) || here < 0 ? 0 : here;
		left = here < left ? here : left;
	}
	return left;
}

void
dt_stop_share(struct dt_stop *stop, const struct dt_stop *above, double share)
{
	double left = dt_stop_left(above);
	dt_stop_start(stop, isfinite(left) ? dt_number_max(left * share, 1e-9) : 0);
	stop->above = above;
}
