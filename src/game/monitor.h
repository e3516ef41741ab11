/*
 * monitor: how likely a signal about an agent is wrong.
 *
 * A public signal is one for all; a private one is each observer's own. What
 * an observer sees of another is an alarm if the public signal or its own
 * private one is an alarm. Rates are of one agent and round:
 * miss: chance that a race raises no alarm; false alarm: that a pause does.
 *
 * Common mode: one coin a round, for all parties, observers and signals, says
 * whether the channels that fail together are blind in it. Given the coin all
 * signals are independent; over all rounds they are not, so that whatever
 * asks about several of them at a time mixes the two kinds of rounds, [0] and
 * [1] below, in place of multiplying means.
 */
#ifndef DT_GAME_MONITOR_H
#define DT_GAME_MONITOR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/random.h"

struct dt_monitor_rates {
	double miss, false_alarm;
};

/* A signal about one agent, in a round in which the common channels see [0]
 * and in one in which they are blind [1]. The coin of several is one coin. */
struct dt_monitor_signal {
	double blind;                   /* chance of the second kind */
	struct dt_monitor_rates in[2];
};

struct dt_monitor {
	struct dt_monitor_signal public, private;
	uint64_t blind;                 /* threshold of the coin; 0 where it
	                                 * makes no difference */
	uint64_t public_alarm[2][2];    /* thresholds, by kind of round and */
	uint64_t private_alarm[2][2];   /* executed move */
};

/* A channel that never says anything. */
#define DT_MONITOR_BLIND ((struct dt_monitor_rates){ .miss = 1 })
#define DT_MONITOR_PERFECT ((struct dt_monitor_rates){ .miss = 0 })

/* The same in every round. */
static inline struct dt_monitor_signal
dt_monitor_steady(struct dt_monitor_rates rates)
{
	return (struct dt_monitor_signal){ .in = { rates, rates } };
}

/* Over all rounds. */
static inline struct dt_monitor_rates
dt_monitor_mean(struct dt_monitor_signal s)
{
	double c = s.blind;
	return (struct dt_monitor_rates){
		.miss = (1 - c) * s.in[0].miss + c * s.in[1].miss,
		.false_alarm = (1 - c) * s.in[0].false_alarm +
		    c * s.in[1].false_alarm };
}

/* Of signals with one coin. */
struct dt_monitor dt_monitor_common(struct dt_monitor_signal public,
    struct dt_monitor_signal private);

/* Of signals without one. */
static inline struct dt_monitor
dt_monitor_of(struct dt_monitor_rates public, struct dt_monitor_rates private)
{
	return dt_monitor_common(dt_monitor_steady(public),
	    dt_monitor_steady(private));
}

/* The chance that one observer sees a race of another, by either signal; and
 * that it takes a pause for one. */
double dt_monitor_detection(const struct dt_monitor *monitor);
double dt_monitor_false_alarm(const struct dt_monitor *monitor);

#endif
