/*
 * talks_text: a mediator's single negotiating text (Fisher 1978, Raiffa 1982).
 *
 * Each round the mediator puts one text to all: first the one with the largest
 * product of what each is known to gain, then those by which nobody is known
 * to lose against the text that stands. One that nobody objects to stands from
 * then on. When no other is left, or the deadline is there, all sign it.
 */
#include <math.h>
#include <string.h>

#include "bargain/talks_internal.h"

/* Whether nobody is known to lose by it against the text that stands, and
 * somebody to gain. */
static bool
improves(const struct dt_talks *t, size_t text)
{
	const struct dt_talks_setting *s = t->setting;
	uint64_t asked = dt_talks_concerned(t, text);
	bool better = false;
	if (t->standing == DT_TALKS_NONE)
		return true;
	for (size_t i = 0; i < s->stakes->n; i++) {
		double more = s->expected[text * s->stakes->n + i] -
		    s->expected[t->standing * s->stakes->n + i];
		if (dt_move_has(asked, i) && more < -1e-9)
			return false;
		better = better || (dt_move_has(asked, i) && more > 1e-9);
	}
	return better;
}

static size_t
candidate(const struct dt_talks *t)
{
	size_t chosen = DT_TALKS_NONE;
	double most = -INFINITY;
	for (size_t x = 0; x < t->setting->stakes->m; x++) {
		if (t->tried[x] || !dt_talks_feasible(t, x) ||
		    !improves(t, x))
			continue;
		double wish = dt_number_max(-1e6, dt_talks_product(t,
		    dt_talks_concerned(t, x), x));
		if (wish > most + 1e-9) {
			most = wish;
			chosen = x;
		}
	}
	return chosen;
}

/* Who does not object, and nobody if one does. */
static bool
stands(struct dt_talks *t, size_t text)
{
	size_t before = t->standing;
	uint64_t asked = dt_talks_concerned(t, text);
	if (before == DT_TALKS_NONE)
		return dt_talks_ask(t, DT_TALKS_NONE, &text) == asked;
	bool all = true;
	for (size_t i = 0; i < t->setting->stakes->n; i++) {
		if (!dt_move_has(asked, i))
			continue;
		bool fine = !t->setting->parties[i].refuses[text] &&
		    dt_talks_gain(t, i, text) >=
		    dt_talks_gain(t, i, before) - 1e-9;
		dt_talks_say(t, fine ? DT_TALKS_ACCEPT : DT_TALKS_REFUSE, i,
		    text, dt_talks_worth(t, i, text),
		    dt_talks_worth(t, i, before));
		all = all && fine;
	}
	return all;
}

static void
sign_it(struct dt_talks *t)
{
	size_t text = t->standing;
	t->standing = DT_TALKS_NONE;
	memset(t->tried, 0, t->setting->stakes->m * sizeof(*t->tried));
	dt_talks_close(t, text, dt_talks_concerned(t, text));
}

static void
mediate(struct dt_talks *t)
{
	size_t text = candidate(t);
	if (text == DT_TALKS_NONE) {
		memset(t->tried, 0, t->setting->stakes->m *
		    sizeof(*t->tried));
		text = candidate(t);
	}
	if (text == DT_TALKS_NONE) {
		dt_talks_say(t, DT_TALKS_PASS, DT_TALKS_NONE, DT_TALKS_NONE,
		    NAN, NAN);
		return;
	}
	dt_talks_say(t, DT_TALKS_PROPOSE, DT_TALKS_NONE, text, NAN, NAN);
	t->tried[text] = true;
	if (stands(t, text))
		t->standing = text;
	if (t->standing != DT_TALKS_NONE && (candidate(t) == DT_TALKS_NONE ||
	    t->round >= t->setting->deadline))
		sign_it(t);
}

const struct dt_talks_protocol dt_talks_single_text = {
	.name = "single-text",
	.brief = "a mediator improves one text until nobody is better off by "
	    "another",
	.source = "Fisher 1978; Raiffa 1982",
	.round = mediate,
};
