/*
 * channels: what a channel's numbers give, and several channels together.
 * All chances are of one agent and round.
 */
#ifndef DT_TREATY_CHANNELS_H
#define DT_TREATY_CHANNELS_H

#include "game/monitor.h"
#include "treaty/treaty.h"

/*
 * Chance that a sample of n of N items raises an alarm when K are bad: each
 * bad item looked at is detected with chance q, each clean one alarms with
 * chance fa. 1 - sum_j Hyp(j; K, N-K, n) (1-q)^j (1-fa)^(n-j).
 * For (1000, 10, 100, 1, 0): .6531; with q .8: .5669.
 */
double dt_channels_sample_alarm(int64_t items, int64_t bad, int64_t inspected,
    double detect, double false_alarm);

/*
 * Power of the most powerful test of a Gaussian shift of d' standard
 * deviations at false-alarm rate a (Neyman and Pearson): Phi(d' - z_(1-a)).
 * For d' 2 and a .05: .6388.
 */
double dt_channels_power(double separation, double false_alarm);

/* The rates of one channel, by its own numbers or its formula, coverage
 * included. */
struct dt_monitor_rates dt_channels_rates(
    const struct dt_treaty_channel *channel);

/*
 * The channels of one visibility combined: an alarm of any is an alarm. They
 * err independently, but in rounds in which the coin of common mode comes up
 * all common ones are blind: the same coin for both visibilities. Without any
 * channel: blind. Rates that the treaty itself sets stand in place of those of
 * the public channels, in both kinds of rounds.
 */
struct dt_monitor_signal dt_channels_combine(
    const struct dt_treaty_monitoring *monitoring, int visibility);

/* What monitoring costs a party and round, by all channels. */
double dt_channels_cost(const struct dt_treaty_monitoring *monitoring);

#endif
