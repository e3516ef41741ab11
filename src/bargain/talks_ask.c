/* talks_ask: a text put to those present, and their answers; see talks.h. */
#include "bargain/talks_internal.h"

static uint64_t
hear_all(struct dt_talks *t, size_t by, size_t text, uint64_t asked)
{
	uint64_t yes = 0;
	for (size_t i = 0; i < t->setting->stakes->n; i++) {
		if (!dt_move_has(asked, i))
			continue;
		double worth = dt_talks_worth(t, i, text);
		double aspired = dt_talks_aspires(t, i);
		bool accepts = i == by || dt_talks_accepts(t, i, text);
		if (accepts)
			yes |= dt_move_bit(i);
		if (i != by)
			dt_talks_say(t, accepts ? DT_TALKS_ACCEPT :
			    DT_TALKS_REFUSE, i, text, worth, aspired);
	}
	for (size_t i = 0; i < t->setting->stakes->n; i++)
		if (dt_move_has(asked, i) && i != by)
			dt_talks_hear(t, i, text);
	return yes;
}

/* Whether a text has come through without more ado. */
static bool
is_enough(const struct dt_talks *t, size_t text, uint64_t asked, uint64_t yes)
{
	return yes == asked || (t->setting->protocol->votes &&
	    dt_terms_suffice(&t->setting->stakes->texts[text].experiment.model
	    .terms, yes));
}

uint64_t
dt_talks_ask(struct dt_talks *t, size_t by, size_t *text)
{
	uint64_t asked = dt_talks_concerned(t, *text);
	uint64_t yes = hear_all(t, by, *text, asked);
	size_t first = *text;
	if (t->setting->protocol->asks && !is_enough(t, first, asked, yes))
		*text = dt_talks_reserve(t, asked & ~yes, first);
	if (*text != first) {
		asked = dt_talks_concerned(t, *text);
		yes = hear_all(t, DT_TALKS_NONE, *text, asked);
	}
	t->last_proposer = by;
	t->last_text = *text;
	return yes;
}
