/* terms_bar: why a treaty never enters into force; see terms.h. */
#include "treaty/terms.h"

/* Who has signed by a round; those of round INT64_MAX are all that ever do. */
static uint64_t
signed_by(const struct dt_terms *terms, int64_t round)
{
	uint64_t set = 0;
	for (size_t i = 0; i < terms->n; i++)
		if (terms->joins[i] != 0 && terms->joins[i] <= round)
			set |= dt_move_bit(i);
	return set;
}

/* The round of the signature that suffices, and the delay behind it. More
 * signatures never do worse, so the first that will do is the least of the
 * rounds in which somebody joins. */
static int64_t
entry_round(const struct dt_terms *terms)
{
	int64_t first = 0;
	for (size_t i = 0; i < terms->n; i++) {
		int64_t round = terms->joins[i];
		if (round != 0 && (first == 0 || round < first) &&
		    dt_terms_suffice(terms, signed_by(terms, round)))
			first = round;
	}
	return first + terms->delay;
}

enum dt_terms_bar
dt_terms_bar(const struct dt_terms *terms, int64_t rounds)
{
	uint64_t all = signed_by(terms, INT64_MAX);
	if (!terms->exists)
		return DT_TERMS_NO_BAR;
	if (all == 0)
		return DT_TERMS_NOBODY;
	if (dt_move_count(all) < terms->entry_parties)
		return DT_TERMS_TOO_FEW;
	if ((terms->entry_states & ~all) != 0)
		return DT_TERMS_STATES;
	if (!dt_terms_suffice(terms, all))
		return DT_TERMS_WEIGHT;
	return rounds > 0 && entry_round(terms) > rounds ? DT_TERMS_LATE :
	    DT_TERMS_NO_BAR;
}

static double
weight_of(const struct dt_terms *terms, uint64_t set)
{
	double weight = 0;
	for (; set != 0; set &= set - 1)
		weight += terms->weight[dt_move_first(set)];
	return weight;
}

void
dt_terms_tell_bar(const struct dt_terms *terms, int64_t rounds,
    struct dt_text *text)
{
	uint64_t all = signed_by(terms, INT64_MAX);
	size_t sign = dt_move_count(all);
	switch (dt_terms_bar(terms, rounds)) {
	case DT_TERMS_NO_BAR:
		break;
	case DT_TERMS_NOBODY:
		dt_text_add(text, "Nobody signs it.");
		break;
	case DT_TERMS_TOO_FEW:
		dt_text_add(text, "It asks for %zu parties; %zu sign%s.",
		    terms->entry_parties, sign, sign == 1 ? "s" : "");
		break;
	case DT_TERMS_STATES:
		dt_text_add(text, "It asks for the signature of %s, who does "
		    "not sign.", terms->names[dt_move_first(
		    terms->entry_states & ~all)]);
		break;
	case DT_TERMS_WEIGHT:
		dt_text_add(text, "It asks for %g of the weight of all; those "
		    "who sign have %.4g.", terms->entry_weight,
		    weight_of(terms, all));
		break;
	case DT_TERMS_LATE:
		dt_text_add(text, "It would in round %lld, and the game ends "
		    "after round %lld.", (long long)entry_round(terms),
		    (long long)rounds);
	}
}
