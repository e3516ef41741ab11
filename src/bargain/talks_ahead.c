/*
 * talks_ahead: what talks are worth if all are far-sighted, by backward
 * induction from the deadline; see talks.h.
 *
 * Gains are those that others know of, private costs in the mean. A proposer
 * offers the text that is best for itself among those that pass, if that is no
 * worse than waiting; who is indifferent accepts, and of texts that are as good
 * for it proposes each with the same chance. Two who split a pie, each
 * round counting .9 of the one before, the deadline after 1, 2, 3 offers: the
 * first has 1, .1, .91 (Ståhl 1972); without a deadline 1/1.9 = .526316
 * (Rubinstein 1982).
 */
#include <math.h>

#include "bargain/talks_internal.h"

#define SAME 1e-9

double
dt_talks_waiting(const struct dt_talks_setting *s, int64_t round,
    size_t party)
{
	return s->parties[party].patience * (1 - s->breakdown) *
	    s->ahead[(size_t)round * s->stakes->n + party];
}

uint64_t
dt_talks_ahead_yes(const struct dt_talks_setting *s, int64_t round,
    uint64_t asked, size_t by, size_t text)
{
	size_t n = s->stakes->n;
	uint64_t yes = 0;
	for (size_t i = 0; i < n; i++) {
		double gain = s->expected[text * n + i];
		if (dt_move_has(asked, i) && (i == by ||
		    (!s->parties[i].refuses[text] && gain >= -SAME &&
		    gain >= dt_talks_waiting(s, round, i) - SAME)))
			yes |= dt_move_bit(i);
	}
	return yes;
}

bool
dt_talks_ahead_passes(const struct dt_talks_setting *s, uint64_t asked,
    uint64_t yes, size_t text)
{
	const struct dt_terms *terms =
	    &s->stakes->texts[text].experiment.model.terms;
	return s->protocol->votes ? dt_terms_suffice(terms, yes) :
	    yes == asked && dt_terms_suffice(terms, asked);
}

/* Whether a far-sighted proposer may offer a text; who is then for it. */
static bool
may_offer(const struct dt_talks_setting *s, int64_t round, size_t by,
    size_t text, uint64_t *yes)
{
	uint64_t asked = s->table & s->stakes->texts[text].signers;
	double gain = s->expected[text * s->stakes->n + by];
	if (!dt_move_has(asked, by) || s->parties[by].refuses[text] ||
	    gain < -SAME || gain < dt_talks_waiting(s, round, by) - SAME)
		return false;
	*yes = dt_talks_ahead_yes(s, round, asked, by, text);
	return dt_talks_ahead_passes(s, asked, *yes, text);
}

/* The most that a proposer can gain in a round, and by how many texts;
 * -INFINITY and 0: it waits. */
static double
most_of(const struct dt_talks_setting *s, int64_t round, size_t by,
    double *ties)
{
	double most = -INFINITY;
	uint64_t yes;
	*ties = 0;
	for (size_t x = 0; x < s->stakes->m; x++) {
		double gain = s->expected[x * s->stakes->n + by];
		if (gain < most - SAME || !may_offer(s, round, by, x, &yes))
			continue;
		*ties = gain > most + SAME ? 1 : *ties + 1;
		most = gain > most + SAME ? gain : most;
	}
	return most;
}

/* One round with one proposer, which comes with this chance. Of texts that are
 * as good for it, it offers each with the same chance. */
static void
add_round(struct dt_talks_setting *s, int64_t round, size_t by,
    double chance)
{
	size_t n = s->stakes->n;
	double *now = s->ahead + (size_t)(round - 1) * n;
	double ties, most = most_of(s, round, by, &ties);
	for (size_t i = 0; ties == 0 && i < n; i++)
		now[i] += chance * dt_talks_waiting(s, round, i);
	for (size_t x = 0; ties > 0 && x < s->stakes->m; x++) {
		const double *gain = s->expected + x * n;
		uint64_t yes;
		if (gain[by] < most - SAME || gain[by] > most + SAME ||
		    !may_offer(s, round, by, x, &yes))
			continue;
		for (size_t i = 0; i < n; i++)
			if (dt_move_has(yes, i))
				now[i] += chance / ties * gain[i];
	}
}

static bool
anybody_foresees(const struct dt_talks_setting *s)
{
	for (size_t i = 0; i < s->stakes->n; i++) {
		const struct dt_negotiator *who =
		    &s->parties[i].own.negotiator;
		if (who->aspiration == DT_NEGOTIATOR_FORESEE ||
		    who->offer == DT_NEGOTIATOR_AHEAD)
			return true;
	}
	return false;
}

enum dt_status
dt_talks_ahead(struct dt_arena *arena, struct dt_talks_setting *s,
    struct dt_error *err)
{
	size_t n = s->stakes->n, seats = dt_move_count(s->table);
	int64_t last = s->protocol->once ? 1 : s->deadline;
	if (!anybody_foresees(s))
		return DT_OK;
	s->ahead = dt_arena_new(arena, (size_t)(last + 1) * n,
	    sizeof(*s->ahead));
	if (s->ahead == NULL)
		return dt_status_no_memory(err);
	for (int64_t round = last; round >= 1; round--) {
		size_t turn = (size_t)(round - 1) % seats, k = 0;
		for (size_t i = 0; i < n; i++) {
			if (!dt_move_has(s->table, i))
				continue;
			if (s->drawn)
				add_round(s, round, i, 1 / (double)seats);
			else if (k == turn)
				add_round(s, round, i, 1);
			k++;
		}
	}
	return DT_OK;
}
