/* talks_offers: one proposes, all others say yes or no; see talks.h. */
#include <math.h>

#include "bargain/talks_internal.h"

/* A proposal and the answers to it; who is for it. */
static uint64_t
propose(struct dt_talks *t, size_t *text)
{
	size_t by = dt_talks_proposer(t);
	*text = by == DT_TALKS_NONE ? DT_TALKS_NONE : dt_talks_choose(t, by);
	if (*text == DT_TALKS_NONE) {
		dt_talks_say(t, DT_TALKS_PASS, by, DT_TALKS_NONE, NAN, NAN);
		return 0;
	}
	dt_talks_say(t, DT_TALKS_PROPOSE, by, *text,
	    dt_talks_worth(t, by, *text), dt_talks_aspires(t, by));
	return dt_talks_ask(t, by, text);
}

static void
offer(struct dt_talks *t)
{
	size_t text;
	uint64_t yes = propose(t, &text);
	if (text != DT_TALKS_NONE && yes == dt_talks_concerned(t, text))
		dt_talks_close(t, text, yes);
}

static void
vote(struct dt_talks *t)
{
	size_t text;
	uint64_t yes = propose(t, &text);
	if (text != DT_TALKS_NONE && dt_terms_suffice(
	    &t->setting->stakes->texts[text].experiment.model.terms, yes))
		dt_talks_close(t, text, yes);
}

const struct dt_talks_protocol dt_talks_offers = {
	.name = "offers",
	.brief = "one proposes a text, all others must accept it; then another",
	.source = "Rubinstein 1982; random order: Binmore 1987",
	.round = offer,
	.asks = true,
};

const struct dt_talks_protocol dt_talks_ultimatum = {
	.name = "ultimatum",
	.brief = "one proposes once: take it or leave it",
	.source = "Ståhl 1972; Güth, Schmittberger and Schwarze 1982",
	.round = offer,
	.asks = true,
	.once = true,
};

const struct dt_talks_protocol dt_talks_quota = {
	.name = "quota",
	.brief = "one proposes, and enough votes by the text's rule of entry "
	    "pass it",
	.source = "Baron and Ferejohn 1989, closed rule",
	.round = vote,
	.asks = true,
	.votes = true,
};
