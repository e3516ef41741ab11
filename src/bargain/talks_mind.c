/* talks_mind: what a party aspires to, proposes and accepts; see talks.h. */
#include <math.h>

#include "bargain/talks_internal.h"
#include "bargain/talks_outside.h"

/* Gains that differ by less, of the best, are the same. */
#define SAME 1e-9

static const struct dt_negotiator *
mind(const struct dt_talks *t, size_t party)
{
	return &t->setting->parties[party].own.negotiator;
}

double
dt_talks_aspires(const struct dt_talks *t, size_t party)
{
	const struct dt_negotiator *who = mind(t, party);
	double level, last = (double)(t->setting->protocol->once ? 1 :
	    t->setting->deadline);
	if (who->aspiration == DT_NEGOTIATOR_FORESEE)
		level = t->best[party] <= 0 ? 0 : dt_talks_waiting(
		    t->setting, t->round, party) / t->best[party];
	else if (who->aspiration == DT_NEGOTIATOR_MIRROR)
		level = t->level[party];
	else
		level = dt_negotiator_level(who, last <= 1 ? 1 :
		    (double)(t->round - 1) / (last - 1));
	return dt_number_max(level, who->least);
}

bool
dt_talks_would(const struct dt_talks *t, size_t party, size_t text)
{
	double worth = dt_talks_worth(t, party, text);
	return !t->setting->parties[party].refuses[text] && worth >= -SAME &&
	    worth >= dt_talks_aspires(t, party) - SAME;
}

bool
dt_talks_feasible(const struct dt_talks *t, size_t text)
{
	const struct dt_stakes_text *x = &t->setting->stakes->texts[text];
	return dt_terms_suffice(&x->experiment.model.terms, t->present &
	    x->signers & t->setting->ratifiable[text]);
}

double
dt_talks_product(const struct dt_talks *t, uint64_t set, size_t text)
{
	size_t n = t->setting->stakes->n;
	double sum = 0;
	for (size_t i = 0; i < n; i++) {
		double gain = t->setting->expected[text * n + i];
		if (dt_move_has(set, i))
			sum += gain > 0 ? log(gain) : -INFINITY;
	}
	return sum + (double)dt_move_count(set) *
	    log(t->setting->enters[text]);
}

/* Whether the others will take it, if they are far-sighted. */
static bool
passes(const struct dt_talks *t, size_t party, size_t text)
{
	uint64_t asked = dt_talks_concerned(t, text);
	return dt_talks_ahead_passes(t->setting, asked, dt_talks_ahead_yes(
	    t->setting, t->round, asked, party, text), text);
}

/* How much it wants to propose a text that it would accept: the most wins. */
static double
appeal(const struct dt_talks *t, size_t party, size_t text, int how)
{
	switch (how) {
	case DT_NEGOTIATOR_OWN:
		return -dt_talks_worth(t, party, text);
	case DT_NEGOTIATOR_NEAR:
		return t->last_proposer == DT_TALKS_NONE ?
		    dt_talks_worth(t, party, text) :
		    t->setting->expected[text * t->setting->stakes->n +
		    t->last_proposer];
	case DT_NEGOTIATOR_FAIR:
		return dt_number_max(-1e6 + dt_talks_worth(t, party, text),
		    dt_talks_product(t, t->present, text));
	case DT_NEGOTIATOR_AHEAD:
		return passes(t, party, text) ?
		    dt_talks_worth(t, party, text) : -INFINITY;
	default:
		return dt_talks_worth(t, party, text);
	}
}

static bool
may_propose(const struct dt_talks *t, size_t party, size_t text)
{
	return dt_talks_feasible(t, text) && dt_talks_would(t, party, text) &&
	    dt_move_has(t->setting->stakes->texts[text].signers, party);
}

/* One of those that it would accept, with the same chance. */
static size_t
choose_any(struct dt_talks *t, size_t party)
{
	size_t chosen = DT_TALKS_NONE, seen = 0;
	for (size_t x = 0; x < t->setting->stakes->m; x++) {
		if (!may_propose(t, party, x))
			continue;
		seen++;
		if (dt_random_unit(&t->random) * (double)seen < 1)
			chosen = x;
	}
	return chosen;
}

/* A text that a program may not sign, or that cannot enter, is a pass. */
static size_t
may_stand(const struct dt_talks *t, size_t party, size_t text)
{
	bool may = text != DT_TALKS_NONE && dt_talks_feasible(t, text) &&
	    dt_move_has(t->setting->stakes->texts[text].signers, party);
	return may ? text : DT_TALKS_NONE;
}

/* Of several that it wants as much, the first on the menu; a far-sighted one
 * draws. Where all products are nothing, the fair one takes its own best. */
size_t
dt_talks_choose(struct dt_talks *t, size_t party)
{
	int how = mind(t, party)->offer;
	size_t chosen = DT_TALKS_NONE;
	double most = -INFINITY, ties = 1;
	if (mind(t, party)->command.n > 0)
		return may_stand(t, party, dt_talks_outside_choose(t, party));
	if (how == DT_NEGOTIATOR_RANDOM)
		return choose_any(t, party);
	for (size_t x = 0; x < t->setting->stakes->m; x++) {
		double wish = may_propose(t, party, x) ?
		    appeal(t, party, x, how) : -INFINITY;
		if (!(wish > -INFINITY) || wish < most - SAME)
			continue;
		ties = wish > most + SAME ? 1 : ties + 1;
		if (ties == 1 || (how == DT_NEGOTIATOR_AHEAD &&
		    dt_random_unit(&t->random) * ties < 1)) {
			chosen = x;
			most = wish;
		}
	}
	return chosen;
}

bool
dt_talks_accepts(struct dt_talks *t, size_t party, size_t text)
{
	double worth = dt_talks_worth(t, party, text);
	const struct dt_negotiator *who = mind(t, party);
	if (who->command.n > 0)
		return dt_talks_outside_accepts(t, party, text);
	if (t->setting->parties[party].refuses[text] || worth < -SAME ||
	    worth < who->least - SAME || who->accept == DT_NEGOTIATOR_NEVER)
		return false;
	if (who->accept == DT_NEGOTIATOR_GAIN ||
	    dt_talks_would(t, party, text))
		return true;
	if (who->accept != DT_NEGOTIATOR_NEXT)
		return false;
	size_t own = dt_talks_choose(t, party);
	return own != DT_TALKS_NONE &&
	    worth >= dt_talks_worth(t, party, own) - SAME;
}

/* It gives as much as it is given, of its best gain. The first offer is where
 * it counts from. */
void
dt_talks_hear(struct dt_talks *t, size_t party, size_t text)
{
	const struct dt_negotiator *who = mind(t, party);
	double worth = dt_number_max(0, dt_talks_worth(t, party, text));
	double given = worth - t->seen[party];
	if (t->last_text != DT_TALKS_NONE && given > 0)
		t->level[party] = dt_number_max(who->finish,
		    t->level[party] - given);
	if (t->last_text == DT_TALKS_NONE || given > 0)
		t->seen[party] = worth;
}
