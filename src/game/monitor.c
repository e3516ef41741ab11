/* monitor: see monitor.h. */
#include "game/monitor.h"

#include <math.h>
#include <string.h>


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
