/* talks_say: what happens at the table, as events; whose turn it is, and whom a
 * text concerns. See talks.h. */
#include "base/memory.h"
#include "bargain/talks_internal.h"
#include "bargain/talks_outside.h"

const char *const dt_talks_event_words[] = {
	"proposes", "accepts", "refuses", "passes", "pledges", "signs",
	"ratifies", "rejects", "enters", "fails", "accedes", "leaves",
	"breaks", "expires", "reserves", NULL
};

void
dt_talks_say(struct dt_talks *t, enum dt_talks_event_kind kind, size_t party,
    size_t text, double worth, double aspired)
{
	struct dt_talks_outcome *o = t->outcome;
	if (t->setting->programs != NULL)
		dt_talks_outside_hear(t, &(struct dt_talks_event){
		    .round = t->round, .kind = kind, .party = party,
		    .text = text }, dt_talks_event_words[kind]);
	if (!t->keep || t->failed)
		return;
	if (!dt_memory_reserve(&o->events, &o->room_events, o->n_events + 1,
	    sizeof(*o->events))) {
		t->failed = true;
		return;
	}
	o->events[o->n_events++] = (struct dt_talks_event){ .round = t->round,
	    .kind = kind, .party = party, .text = text, .worth = worth,
	    .aspired = aspired,
	    .bound = kind == DT_TALKS_ENTER ? o->bound : 0 };
}

size_t
dt_talks_proposer(struct dt_talks *t)
{
	size_t n = dt_move_count(t->present), k;
	uint64_t set = t->present;
	if (n == 0)
		return DT_TALKS_NONE;
	k = t->setting->drawn ?
	    (size_t)(dt_random_unit(&t->random) * (double)n) :
	    (size_t)(t->round - 1) % n;
	while (k-- > 0)
		set &= set - 1;
	return dt_move_first(set);
}

uint64_t
dt_talks_concerned(const struct dt_talks *t, size_t text)
{
	return t->present & t->setting->stakes->texts[text].signers;
}
