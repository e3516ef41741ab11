/*
 * monitor: how likely a signal about an agent is wrong.
 *
 * A public signal is one for all; a private one is each observer's own. What
 * an observer sees of another is an alarm if the public signal or its own
 * private one is an alarm. Rates are of one agent and round:
 * miss: chance that a race raises no alarm; false alarm: that a pause does.
 */
#ifndef DT_GAME_MONITOR_H
#define DT_GAME_MONITOR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/random.h"

struct dt_monitor_rates {
	double miss, false_alarm;
};

struct dt_monitor {
	struct dt_monitor_rates public, private;
	uint64_t public_alarm[2];       /* thresholds, by executed move */
	uint64_t private_alarm[2];
};

/* A channel that never says anything. */
#define DT_MONITOR_BLIND ((struct dt_monitor_rates){ .miss = 1 })
#define DT_MONITOR_PERFECT ((struct dt_monitor_rates){ .miss = 0 })

static inline struct dt_monitor
dt_monitor_of(struct dt_monitor_rates public, struct dt_monitor_rates private)
{
	return (struct dt_monitor){
		.public = public, .private = private,
		.public_alarm = { dt_random_threshold(public.false_alarm),
		    dt_random_threshold(1 - public.miss) },
		.private_alarm = { dt_random_threshold(private.false_alarm),
		    dt_random_threshold(1 - private.miss) },
	};
}

/* The chance that one observer sees a race of another: by either signal. */
static inline double
dt_monitor_detection(const struct dt_monitor *m)
{
	return 1 - m->public.miss * m->private.miss;
}

static inline double
dt_monitor_false_alarm(const struct dt_monitor *m)
{
	return 1 - (1 - m->public.false_alarm) * (1 - m->private.false_alarm);
}

#endif
