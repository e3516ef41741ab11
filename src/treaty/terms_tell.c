/*
 * terms_tell: what a treaty says, in plain sentences, one a line; see
 * terms.h. Each function tells of one part, and is silent about what a treaty
 * leaves out unless its absence matters.
 */
#include "treaty/terms.h"

#include <string.h>

#include "treaty/tell.h"

static void
tell_parties(const struct dt_treaty *t, struct dt_text *text)
{
	dt_text_add(text, "It is open to ");
	if (t->parties.n == 0)
		dt_text_add(text, "nobody");
	dt_tell_names(text, &t->parties);
	dt_text_add(text, ".\n");
}

static void
tell_obligation(const struct dt_treaty *t, struct dt_text *text)
{
	const struct dt_treaty_obligation *o = &t->obligation;
	if (o->text != NULL && o->text[0] != '\0')
		dt_text_add(text, "%s\n", o->text);
	if (o->grace == 0)
		return;
	dt_text_add(text, "Racing is no breach yet in the first ");
	if (o->grace == 1)
		dt_text_add(text, "round");
	else
		dt_tell_count(text, o->grace, "round");
	dt_text_add(text, " in force.\n");
}

static void
tell_entry(const struct dt_treaty *t, struct dt_text *text)
{
	const struct dt_treaty_entry *e = &t->entry;
	dt_text_add(text, "It enters into force ");
	if (e->delay > 0)
		dt_tell_count(text, e->delay, "round");
	dt_text_add(text, e->delay > 0 ? " after " : "as soon as ");
	if (e->parties > 0)
		dt_tell_count(text, e->parties, "agent");
	else
		dt_text_add(text, "all agents it is open to");
	dt_text_add(text, e->parties == 1 ? " has signed" : " have signed");
	if (e->states.n > 0) {
		dt_text_add(text, ", ");
		dt_tell_names(text, &e->states);
		dt_text_add(text, " among them");
	}
	if (e->weight > 0) {
		dt_text_add(text, ", with at least ");
		dt_tell_percent(text, e->weight);
		dt_text_add(text, " of the weight of all agents");
	}
	dt_text_add(text, ".\n");
}

static void
tell_transfers(const struct dt_treaty *t, struct dt_text *text)
{
	const struct dt_treaty_transfer *transfers = t->transfers.items;
	for (size_t i = 0; i < t->transfers.n; i++) {
		dt_text_add(text, "%s pays %s ", transfers[i].from,
		    transfers[i].to);
		dt_tell_number(text, transfers[i].amount);
		dt_text_add(text, " a round while both are parties and it is "
		    "in force.\n");
	}
}

static void
tell_withdrawal(const struct dt_treaty_withdrawal *w, struct dt_text *text)
{
	if (!w->allowed) {
		dt_text_add(text, "No party may withdraw.\n");
		return;
	}
	dt_text_add(text, "A party may withdraw, and is bound to the end of "
	    "the round in which it gives notice");
	if (w->notice > 0) {
		dt_text_add(text, " and for ");
		dt_tell_count(text, w->notice, "round");
		dt_text_add(text, " more");
	}
	dt_text_add(text, ".\n");
}

static void
tell_renewals(const struct dt_treaty_duration *d, struct dt_text *text)
{
	int64_t rounds = d->renewal_rounds > 0 ? d->renewal_rounds : d->rounds;
	dt_text_add(text, "It may be renewed ");
	if (d->renewals == 1)
		dt_text_add(text, "once");
	else
		dt_tell_count(text, d->renewals, "time");
	dt_text_add(text, ", for ");
	dt_tell_count(text, rounds, "round");
	if (d->renewals > 1)
		dt_text_add(text, " each");
	if (d->renewal_chance < 1) {
		dt_text_add(text, d->renewals > 1 ? ", each time with chance "
		    : ", with chance ");
		dt_tell_percent(text, d->renewal_chance);
	}
	dt_text_add(text, ".\n");
}

static void
tell_duration(const struct dt_treaty_duration *d, struct dt_text *text)
{
	if (d->rounds == 0) {
		dt_text_add(text, "It has no end date.\n");
	} else {
		dt_text_add(text, "It ends ");
		dt_tell_count(text, d->rounds, "round");
		dt_text_add(text, " after entry into force.\n");
		if (d->renewals > 0)
			tell_renewals(d, text);
	}
	if (d->lapses)
		dt_text_add(text, "It lapses as soon as its parties no longer "
		    "meet the conditions of entry.\n");
}

void
dt_terms_tell(const struct dt_treaty *treaty, struct dt_text *text)
{
	if (strcmp(treaty->name, "none") == 0) {
		dt_text_add(text, "There is no treaty.\n");
		return;
	}
	tell_parties(treaty, text);
	tell_obligation(treaty, text);
	dt_tell_race_obligation(treaty, text);
	tell_entry(treaty, text);
	dt_tell_monitoring(treaty, text);
	dt_tell_race_monitoring(treaty, text);
	dt_tell_response(treaty, text);
	tell_transfers(treaty, text);
	tell_withdrawal(&treaty->withdrawal, text);
	tell_duration(&treaty->duration, text);
	dt_tell_race_review(treaty, text);
}
