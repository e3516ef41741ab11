/*
 * talks_groups: groups propose and respond, as regions do in rounds of
 * proposals and evaluations. In turn a group proposes the text that most of its
 * members would accept; it goes on if in every group more than half of those
 * present accept. Who refused does not sign.
 */
#include <math.h>

#include "bargain/talks_internal.h"

static uint64_t
members(const struct dt_talks *t, size_t group)
{
	uint64_t set = 0;
	for (size_t i = 0; i < t->setting->stakes->n; i++)
		if (t->setting->parties[i].group == group)
			set |= dt_move_bit(i);
	return set & t->present;
}

static uint64_t
who_would(const struct dt_talks *t, uint64_t set, size_t text)
{
	uint64_t yes = 0;
	for (size_t i = 0; i < t->setting->stakes->n; i++)
		if (dt_move_has(set, i) && dt_talks_would(t, i, text))
			yes |= dt_move_bit(i);
	return yes;
}

/* More than half of them for it; of several the one that most are for, and of
 * these that with the largest product of their gains. */
static size_t
choose(const struct dt_talks *t, uint64_t group)
{
	size_t chosen = DT_TALKS_NONE, votes = dt_move_count(group) / 2;
	double most = -INFINITY;
	for (size_t x = 0; x < t->setting->stakes->m; x++) {
		size_t yes = dt_move_count(who_would(t, group, x));
		double wish = dt_number_max(-1e6, dt_talks_product(t, group,
		    x));
		if (!dt_talks_feasible(t, x) || yes < votes ||
		    2 * yes <= dt_move_count(group) ||
		    (yes == votes && wish <= most + 1e-9))
			continue;
		chosen = x;
		votes = yes;
		most = wish;
	}
	return chosen;
}

static void
meet(struct dt_talks *t)
{
	size_t n = t->setting->groups, turn = (size_t)(t->round - 1) % n;
	uint64_t group = members(t, turn), yes;
	size_t text = group != 0 ? choose(t, group) : DT_TALKS_NONE;
	size_t by = group != 0 ? dt_move_first(group) : DT_TALKS_NONE;
	if (text == DT_TALKS_NONE) {
		dt_talks_say(t, DT_TALKS_PASS, by, text, NAN, NAN);
		return;
	}
	dt_talks_say(t, DT_TALKS_PROPOSE, by, text, dt_talks_worth(t, by,
	    text), dt_talks_aspires(t, by));
	yes = dt_talks_ask(t, DT_TALKS_NONE, &text);
	for (size_t g = 0; g < n; g++)
		if (2 * dt_move_count(members(t, g) & yes) <=
		    dt_move_count(members(t, g)) && members(t, g) != 0)
			return;
	dt_talks_close(t, text, yes);
}

const struct dt_talks_protocol dt_talks_groups = {
	.name = "groups",
	.brief = "groups propose in turn, and each group's majority responds",
	.source = "structure of RICE-N: Zhang and others 2022; without its "
	    "keeping of promises by construction",
	.round = meet,
};
