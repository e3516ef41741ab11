/*
 * talks_pledges: all say at the same time what they would be bound by.
 *
 * A conditional pledge binds if the others' for the same text meet its rule of
 * entry with it; so who pledges names all texts that it would accept, and
 * loses nothing by it. Who pledges without a condition pauses in that round
 * whatever the others do; one who weighs it first (talks_weigh.c) mostly does
 * not. With private costs uniform on 0 to 1 and a gain G if
 * all of n are in, conditional pledges come about with chance G^n (.512 for .8
 * and three), and without a condition nobody would begin.
 */
#include <math.h>

#include "bargain/talks_internal.h"

static bool
pledges(struct dt_talks *t, size_t party, size_t text)
{
	switch (t->setting->parties[party].own.negotiator.pledge) {
	case DT_NEGOTIATOR_NONE:
		return false;
	case DT_NEGOTIATOR_WEIGHED:
		return dt_talks_weigh_pays(t, party, text) &&
		    dt_talks_accepts(t, party, text);
	default:
		return dt_talks_accepts(t, party, text);
	}
}

static uint64_t
pledgers(struct dt_talks *t, size_t text)
{
	uint64_t set = 0, asked = dt_talks_concerned(t, text);
	for (size_t i = 0; i < t->setting->stakes->n; i++)
		if (dt_move_has(asked, i) && pledges(t, i, text))
			set |= dt_move_bit(i);
	return set;
}

/* To any text; an unconditional one to all of them. */
static bool
pledges_alone(struct dt_talks *t, size_t party)
{
	int how = t->setting->parties[party].own.negotiator.pledge;
	bool any = how == DT_NEGOTIATOR_UNCONDITIONAL;
	for (size_t x = 0; how == DT_NEGOTIATOR_WEIGHED && !any &&
	    x < t->setting->stakes->m; x++)
		any = dt_move_has(dt_talks_concerned(t, x), party) &&
		    pledges(t, party, x);
	return any;
}

/* Those who pledged without a condition, and for nothing. */
static void
pause_alone(struct dt_talks *t)
{
	const struct dt_talks_setting *s = t->setting;
	for (size_t i = 0; i < s->stakes->n; i++) {
		double keep = s->parties[i].patience;
		if (dt_move_has(t->present, i) && pledges_alone(t, i))
			t->paid[i] += pow(keep, (double)(t->round - 1)) *
			    (1 - keep) * (s->stakes->alone[i] -
			    s->stakes->racing[i]);
	}
}

static void
say_pledges(struct dt_talks *t)
{
	for (size_t i = 0; i < t->setting->stakes->n; i++) {
		if (!dt_move_has(t->present, i))
			continue;
		size_t first = t->setting->parties[i].own.negotiator.pledge ==
		    DT_NEGOTIATOR_NONE ? DT_TALKS_NONE :
		    dt_talks_choose(t, i);
		if (first == DT_TALKS_NONE)
			dt_talks_say(t, DT_TALKS_PASS, i, first, NAN, NAN);
		else
			dt_talks_say(t, DT_TALKS_PLEDGE, i, first,
			    dt_talks_worth(t, i, first),
			    dt_talks_aspires(t, i));
	}
}

/* Of the texts that bind, the one that binds most, and of these the one with
 * the largest product of gains. */
static void
pledge(struct dt_talks *t)
{
	size_t chosen = DT_TALKS_NONE;
	uint64_t whom = 0;
	double most = -INFINITY;
	say_pledges(t);
	for (size_t x = 0; x < t->setting->stakes->m; x++) {
		uint64_t set = pledgers(t, x);
		double wish = dt_number_max(-1e6, dt_talks_product(t, set,
		    x));
		if (!dt_talks_feasible(t, x) ||
		    !dt_terms_suffice(&t->setting->stakes->texts[x]
		    .experiment.model.terms, set) ||
		    dt_move_count(set) < dt_move_count(whom) ||
		    (dt_move_count(set) == dt_move_count(whom) &&
		    wish <= most + 1e-9))
			continue;
		chosen = x;
		whom = set;
		most = wish;
	}
	if (chosen != DT_TALKS_NONE)
		dt_talks_close(t, chosen, whom);
	if (!t->over)
		pause_alone(t);
}

const struct dt_talks_protocol dt_talks_pledges = {
	.name = "pledges",
	.brief = "all pledge at once, each bound if enough others are",
	.source = "a conditional, simultaneous halt; Schelling 1960",
	.round = pledge,
};
