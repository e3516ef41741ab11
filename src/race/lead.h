/*
 * lead: a game in which who is ahead matters. Two labs; the state is the lead
 * d of one over the other, from -D to D. A lone racer moves it by one in its
 * favour with chance `alone`; where both race it moves to each side with
 * chance `both`; where nobody does it stays. Each racer brings about a
 * disaster with chance `disaster` a round, which ends the game and costs all
 * `loss`; racing costs `cost` a round. At D the one ahead has `first` and the
 * other `last`, for ever. A round later counts `continuation`.
 *
 *     W(d) = -cost 1{race} - loss X + (1 - X) continuation E W(d'),
 *     X = 1 - (1 - disaster)^racers
 *
 * Made for this project: models page, A10.
 */
#ifndef DT_RACE_LEAD_H
#define DT_RACE_LEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

enum { DT_LEAD_MOST = 200 };            /* D */

struct dt_lead {
	size_t steps;           /* D, 1 to DT_LEAD_MOST; 2 D - 1 states */
	double alone;           /* 0 to 1 */
	double both;            /* 0 to .5 */
	double disaster;        /* 0 to 1 */
	double loss, cost;
	double first, last;
	double continuation;    /* 0 to below 1 */
};

/* How many states are not the end: 2 D - 1. State k is the lead k - D + 1. */
size_t dt_lead_states(const struct dt_lead *lead);

/* What one gets in each state if it races where own says so and the other
 * where rival does, by the other's own lead: rival[k] with k its state. */
enum dt_status dt_lead_value(const struct dt_lead *lead, const bool *own,
    const bool *rival, double *value, struct dt_error *err);

/* A best reply to rival, by policy iteration, and its value; where both are as
 * good, it pauses. */
enum dt_status dt_lead_reply(const struct dt_lead *lead, const bool *rival,
    bool *own, double *value, struct dt_error *err);

#endif
