/* monitor: see monitor.h. */
#include "game/monitor.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

static void
set_alarms(uint64_t alarm[2][2], const struct dt_monitor_rates in[2])
{
	for (int blind = 0; blind < 2; blind++) {
		alarm[blind][0] = dt_random_threshold(in[blind].false_alarm);
		alarm[blind][1] = dt_random_threshold(1 - in[blind].miss);
	}
}

struct dt_monitor
dt_monitor_common(struct dt_monitor_signal public,
    struct dt_monitor_signal private)
{
	struct dt_monitor m = { .public = public, .private = private };
	set_alarms(m.public_alarm, public.in);
	set_alarms(m.private_alarm, private.in);
	bool differ = memcmp(m.public_alarm[0], m.public_alarm[1],
	    sizeof(m.public_alarm[0])) != 0 || memcmp(m.private_alarm[0],
	    m.private_alarm[1], sizeof(m.private_alarm[0])) != 0;
	if (differ)
		m.blind = dt_random_threshold(public.blind);
	return m;
}

double
dt_monitor_detection(const struct dt_monitor *m)
{
	double c = m->public.blind, missed[2];
	for (int k = 0; k < 2; k++)
		missed[k] = m->public.in[k].miss * m->private.in[k].miss;
	return 1 - ((1 - c) * missed[0] + c * missed[1]);
}

double
dt_monitor_false_alarm(const struct dt_monitor *m)
{
	double c = m->public.blind, silent[2];
	for (int k = 0; k < 2; k++)
		silent[k] = (1 - m->public.in[k].false_alarm) *
		    (1 - m->private.in[k].false_alarm);
	return 1 - ((1 - c) * silent[0] + c * silent[1]);
}

/* Chances of an alarm in the two kinds of rounds, with another mean; blind
 * rounds have no more alarms than others. */
static void
spread(double c, double mean, const double now[2], const double like[2],
    double out[2])
{
	double is = (1 - c) * now[0] + c * now[1];
	const double *by = is > 0 ? now : like;
	double of = (1 - c) * by[0] + c * by[1];
	for (int k = 0; k < 2; k++)
		out[k] = of > 0 ? mean * by[k] / of : mean;
	if (out[0] <= 1)
		return;
	out[0] = 1;
	out[1] = dt_number_min(1, (mean - (1 - c)) / c);
}

struct dt_monitor_signal
dt_monitor_with(struct dt_monitor_signal s, struct dt_monitor_rates mean)
{
	double race[2], pause[2], to[2];
	if (s.blind <= 0 || s.blind >= 1)
		return dt_monitor_steady(mean);
	for (int k = 0; k < 2; k++) {
		race[k] = 1 - s.in[k].miss;
		pause[k] = s.in[k].false_alarm;
	}
	spread(s.blind, 1 - mean.miss, race, pause, to);
	for (int k = 0; k < 2; k++)
		s.in[k].miss = 1 - to[k];
	spread(s.blind, mean.false_alarm, pause, race, to);
	for (int k = 0; k < 2; k++)
		s.in[k].false_alarm = to[k];
	return s;
}
