/*
 * lanes_rules: a strategy's table as logic over what it depends on.
 *
 * A question about the next step ("does it lead to a state with this digit
 * set?") is answered for each row of the table by choosing by phase, then by
 * the three flags, then by thresholds on the alarms, and at last by the state;
 * whatever makes no difference folds away.
 */
#include "lanes/lanes_rules.h"

static bool
asks(const struct dt_lanes_rules *r, uint16_t step)
{
	if (r->question == DT_LANES_TO_DIGIT)
		return step < r->a->states && step >> r->about & 1;
	return step >= r->a->states &&
	    r->which[step - r->a->states] == r->about;
}

/* Others seen: all alarms but its own. */
static uint32_t
sees(const struct dt_lanes_rules *r, size_t alarms)
{
	struct dt_lanes_circuit *c = &r->d->c;
	uint32_t all = dt_lanes_at_least(c, r->alarms, alarms);
	if (r->own == DT_LANES_NO)
		return all;
	return dt_lanes_mux(c, r->own,
	    dt_lanes_at_least(c, r->alarms, alarms + 1), all);
}

static uint32_t
by_alarms(const struct dt_lanes_rules *r, const uint16_t *steps)
{
	bool last = asks(r, steps[0]);
	uint32_t answer = dt_lanes_constant(last);
	for (size_t k = 1; k < r->d->m->n; k++) {
		bool yes = asks(r, steps[k]);
		if (yes != last)
			answer = dt_lanes_mux(&r->d->c, sees(r, k),
			    dt_lanes_constant(yes), answer);
		last = yes;
	}
	return answer;
}

/* Views are numbered with the alarms fastest, then the flags. */
static uint32_t
by_flags(const struct dt_lanes_rules *r, const uint16_t *steps, int flag)
{
	if (flag < 0)
		return by_alarms(r, steps);
	const uint16_t *set = steps + ((size_t)r->d->m->n << flag);
	if (r->flag[flag] == DT_LANES_NO)
		return by_flags(r, steps, flag - 1);
	if (r->flag[flag] == DT_LANES_YES)
		return by_flags(r, set, flag - 1);
	return dt_lanes_mux(&r->d->c, r->flag[flag],
	    by_flags(r, set, flag - 1), by_flags(r, steps, flag - 1));
}

static uint32_t
by_phase(const struct dt_lanes_rules *r, size_t state)
{
	const uint16_t *row = r->a->step + state * r->a->views;
	uint32_t answer = DT_LANES_NO;
	bool first = true;
	for (int p = 0; p < DT_PHASES; p++) {
		if (r->phase[p] == DT_LANES_NO)
			continue;
		uint32_t here = by_flags(r, row + (size_t)p * 8 *
		    r->d->m->n, 2);
		answer = first ? here : dt_lanes_mux(&r->d->c, r->phase[p],
		    here, answer);
		first = false;
	}
	return answer;
}

/* Chooses among the answers of the states from `low` on by their digits below
 * `digit`. States beyond the last do not occur. */
static uint32_t
by_state(const struct dt_lanes_rules *r, const uint32_t *answers, size_t low,
    size_t digit)
{
	if (digit == 0)
		return answers[low];
	size_t high = low + ((size_t)1 << --digit);
	uint32_t lower = by_state(r, answers, low, digit);
	if (high >= r->a->states)
		return lower;
	return dt_lanes_mux(&r->d->c, r->agent->state[digit],
	    by_state(r, answers, high, digit), lower);
}

uint32_t
dt_lanes_rules_ask(struct dt_lanes_rules *r, enum dt_lanes_question question,
    size_t about)
{
	uint32_t answers[DT_STRATEGY_STATES_MOST];
	r->question = question;
	r->about = about;
	if (r->starting)
		return by_phase(r, r->a->states);
	for (size_t s = 0; s < r->a->states; s++)
		answers[s] = by_phase(r, s);
	return by_state(r, answers, 0, r->agent->digits);
}

uint32_t
dt_lanes_rules_in(const struct dt_lanes_rules *r, const bool *some)
{
	uint32_t answers[DT_STRATEGY_STATES_MOST];
	for (size_t s = 0; s < r->a->states; s++)
		answers[s] = dt_lanes_constant(some[s]);
	return by_state(r, answers, 0, r->agent->digits);
}
