/*
 * chain_cut: strikes that are forgiven have no end. Where they are counted up
 * to N, a party with N has so many that they are never forgiven: the limit of
 * many strikes, exactly. What that may hide is bounded here.
 *
 * Let R be the strikes of the last rung. A party with N strikes or more is
 * answered by that rung, as in the limit, until so many are forgiven that R - 2
 * are left: N - R + 2 of them, which takes d rounds at least. Till then all is
 * the same, round by round, whatever anybody does; afterwards no more than
 * the whole range of what a round pays is off in each. So a state with N
 * strikes or more is off by `bar`, span keep^d/(1 - keep), or in a game that
 * ends with so many rounds to come, span (rounds - d), at the most; and a state
 * with less by `bar` times the discounted chance to come to N.
 */
#include "engine/chain_internal.h"

#include <math.h>

#include "base/number.h"

int64_t
dt_chain_strikes(const struct dt_chain *c)
{
	return c->cut ? c->strikes_most : 0;
}

int64_t
dt_chain_strikes_pause(const struct dt_terms *t, int64_t strikes)
{
	int64_t last = dt_terms_last_rung(t);
	int64_t many = strikes - last + 2;
	if (many <= 0)
		return 0;
	if (t->forgive_after == 0)
		return many;
	/* A clean round takes two where it is one of chance too. */
	return t->forgive != 0 ? (many + 1) / 2 :
	    (many - 1) * t->forgive_after + 1;
}

static void
widen(double x, double *low, double *high)
{
	*low = dt_number_min(*low, x);
	*high = dt_number_max(*high, x);
}

double
dt_chain_strikes_bar(const struct dt_chain *c, size_t agent, double keep,
    int64_t rounds)
{
	size_t place = dt_chain_place_of(c, agent);
	double low = INFINITY, high = -INFINITY;
	int64_t pause = dt_chain_strikes_pause(&c->model->terms,
	    c->strikes_most);
	if (!c->cut)
		return 0;
	for (size_t s = 0; s < c->states.n; s++)
		widen(dt_chain_pay(c, c->class[place], s), &low, &high);
	for (size_t k = 0; k < c->n_departed; k++)
		if (c->departed[k].place == place &&
		    c->departed[k].departure != DT_CHAIN_WITHDRAW)
			widen(c->departed[k].reward, &low, &high);
	if (keep >= 1)
		return rounds > pause ?
		    (high - low) * (double)(rounds - pause) : 0;
	return (high - low) * pow(keep, (double)pause) / (1 - keep);
}

static size_t
count_many(const struct dt_chain *c, size_t state, size_t *parties)
{
	const uint32_t *key = c->states.keys + state * (c->n + 1);
	size_t many = 0;
	*parties = 0;
	for (size_t p = 0; p < c->n; p++) {
		const struct dt_chain_seat *s = &c->seats[key[1 + p]];
		*parties += s->party;
		many += s->party && s->strikes >= c->strikes_most;
	}
	return many;
}

bool
dt_chain_strikes_many(const struct dt_chain *c, size_t state)
{
	size_t parties;
	return c->cut && count_many(c, state, &parties) > 0;
}

/* Agents that are alike may have changed places: where one has left, who is
 * there is not known, and taken for one that has just come. */
bool
dt_chain_strikes_reach(const struct dt_chain *c, size_t from, size_t to)
{
	size_t before, after;
	if (!c->cut)
		return false;
	size_t were = count_many(c, from, &before);
	size_t are = count_many(c, to, &after);
	return are > were || (are > 0 && after < before);
}
