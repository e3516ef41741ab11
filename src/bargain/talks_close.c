/* talks_close: from a text that was agreed on to one in force; see talks.h. */
#include <math.h>

#include "bargain/talks_internal.h"

double
dt_talks_ratification(const struct dt_talks_setting *s, size_t party,
    double support)
{
	const struct dt_menu_party *own = &s->parties[party].own;
	bool domestic = s->ratification == DT_MENU_DOMESTIC;
	double width = domestic ? own->width : s->width;
	if (own->domestic.n == 0 || s->ratification == DT_MENU_CERTAIN)
		return 1;
	if (s->ratification == DT_MENU_SPATIAL || isnan(width))
		return support >= own->threshold - 1e-12;
	return 1 / (1 + exp(-(support - own->threshold) / width));
}

double
dt_talks_ratifies(const struct dt_talks_setting *s, size_t party, size_t text)
{
	return !dt_move_has(s->stakes->texts[text].signers, party) ? 0 :
	    dt_talks_ratification(s, party, s->parties[party].support[text]);
}

static bool
ratifies(struct dt_talks *t, size_t party, size_t text, double *support,
    double *chance)
{
	*support = t->setting->parties[party].support[text];
	*chance = dt_talks_ratification(t->setting, party, *support);
	return dt_random_unit(&t->random) < *chance;
}

/* Puts it before the parliament of each in the set; who ratified. */
static uint64_t
ratify(struct dt_talks *t, size_t text, uint64_t set)
{
	uint64_t done = 0;
	for (size_t i = 0; i < t->setting->stakes->n; i++) {
		double support, chance;
		if (!dt_move_has(set, i))
			continue;
		bool good = ratifies(t, i, text, &support, &chance);
		dt_talks_say(t, good ? DT_TALKS_RATIFY : DT_TALKS_REJECT, i,
		    text, support, chance);
		t->outcome->defections += !good;
		if (good)
			done |= dt_move_bit(i);
	}
	return done;
}

/* What is in force is worth to a party from its round on, as at the start. */
static void
pay(struct dt_talks *t, size_t party, size_t text, int64_t round)
{
	double keep = t->setting->parties[party].patience;
	t->outcome->joins[party] = round;
	t->outcome->gain[party] = pow(keep, (double)(round - 1)) *
	    dt_talks_gain(t, party, text);
}

static double
outside(const struct dt_talks *t, size_t party, size_t text)
{
	return t->setting->outside[text * t->setting->stakes->n + party];
}

/* Who is out has what staying out is worth, from the entry until it joins. */
static void
pay_outside(struct dt_talks *t, size_t party, size_t text, int64_t entered)
{
	double keep = t->setting->parties[party].patience;
	double rounds = pow(keep, (double)(entered - 1));
	int64_t joins = t->outcome->joins[party];
	if (joins > 0)
		rounds -= pow(keep, (double)(joins - 1));
	t->outcome->gain[party] += rounds * outside(t, party, text);
}

/* Whether it would rather be in than out; who is indifferent joins. */
static bool
would_join(const struct dt_talks *t, size_t party, size_t text)
{
	const struct dt_talks_party *p = &t->setting->parties[party];
	double worth = dt_talks_worth(t, party, text);
	return !p->refuses[text] && worth > 0 &&
	    worth >= p->own.negotiator.least &&
	    dt_talks_gain(t, party, text) >= outside(t, party, text) - 1e-9;
}

/* Those whom it was open to and whom it does not bind may join, one try a
 * round: who would rather be in than stay out while the others are in. */
static void
accede(struct dt_talks *t, size_t text, uint64_t bound)
{
	uint64_t outsiders = t->setting->stakes->texts[text].signers & ~bound;
	uint64_t out = outsiders;
	int64_t entered = t->round;
	for (t->round++; t->round <= t->setting->deadline && out != 0;
	    t->round++)
		for (size_t i = 0; i < t->setting->stakes->n; i++) {
			double support, chance;
			if (!dt_move_has(out, i) || !would_join(t, i, text) ||
			    !ratifies(t, i, text, &support, &chance))
				continue;
			out &= ~dt_move_bit(i);
			dt_talks_say(t, DT_TALKS_ACCEDE, i, text, NAN, NAN);
			pay(t, i, text, t->round);
		}
	t->round = entered;
	for (size_t i = 0; i < t->setting->stakes->n; i++)
		if (dt_move_has(outsiders, i))
			pay_outside(t, i, text, entered);
}

void
dt_talks_close(struct dt_talks *t, size_t text, uint64_t signers)
{
	const struct dt_stakes_text *x = &t->setting->stakes->texts[text];
	struct dt_talks_outcome *o = t->outcome;
	for (size_t i = 0; i < t->setting->stakes->n; i++)
		if (dt_move_has(signers, i))
			dt_talks_say(t, DT_TALKS_SIGN, i, text, NAN, NAN);
	uint64_t bound = ratify(t, text, signers);
	if (!dt_terms_suffice(&x->experiment.model.terms, bound)) {
		dt_talks_say(t, DT_TALKS_FAIL, DT_TALKS_NONE, text, NAN, NAN);
		return;
	}
	o->bound = bound;
	o->text = text;
	o->end = DT_TALKS_AGREED;
	dt_talks_say(t, DT_TALKS_ENTER, DT_TALKS_NONE, text, NAN, NAN);
	for (size_t i = 0; i < t->setting->stakes->n; i++)
		if (dt_move_has(bound, i))
			pay(t, i, text, t->round);
	accede(t, text, bound);
	t->over = true;
}
