/* votes: see votes.h. */
#include "pact/votes.h"

#include <math.h>

#include "base/memory.h"

/* Sums of the same weights in another order differ by less, beside 1. */
static const double rounding = 1e-13;

enum dt_status
dt_votes_new(struct dt_votes *votes, struct dt_error *err)
{
	*votes = (struct dt_votes){ .n = 1 };
	if (!dt_memory_reserve(&votes->list, &votes->room, 1,
	    sizeof(struct dt_vote)))
		return dt_status_no_memory(err);
	votes->list[0] = (struct dt_vote){ .measure = 1 };
	return DT_OK;
}

void
dt_votes_free(struct dt_votes *votes)
{
	dt_memory_free(votes->list);
	*votes = (struct dt_votes){ 0 };
}

/* -1, 0, 1: whether a comes before b. */
static int
order(const struct dt_vote *a, const struct dt_vote *b)
{
	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	double size = fabs(a->weight) + fabs(b->weight) + 1;
	if (fabs(a->weight - b->weight) <= rounding * size)
		return 0;
	return a->weight < b->weight ? -1 : 1;
}

/* Both lists are in order, that with the member in favour too: a merge. */
static size_t
merge(const struct dt_votes *old, double weight, double yes, double no,
    struct dt_vote *list)
{
	size_t n = 0, with = 0, without = 0;
	while (with < old->n || without < old->n) {
		struct dt_vote a = { 0 }, b = { 0 };
		if (with < old->n) {
			a = old->list[with];
			a.count++;
			a.weight += weight;
			a.measure *= yes;
		}
		if (without < old->n) {
			b = old->list[without];
			b.measure *= no;
		}
		int which = with == old->n ? 1 : without == old->n ? -1 :
		    order(&a, &b);
		list[n] = which <= 0 ? a : b;
		if (which == 0)
			list[n].measure += b.measure;
		with += which <= 0;
		without += which >= 0;
		n += list[n].measure > 0;
	}
	return n;
}

enum dt_status
dt_votes_add(struct dt_votes *votes, double weight, double yes, double no,
    struct dt_error *err)
{
	struct dt_votes next = { 0 };
	if (votes->n > DT_VOTES_MOST / 2)
		return dt_status_fail(err, DT_EUSAGE, "the weights have more "
		    "than %d different sums: fewer members, or rounder "
		    "weights", DT_VOTES_MOST);
	if (!dt_memory_reserve(&next.list, &next.room, 2 * votes->n,
	    sizeof(struct dt_vote)))
		return dt_status_no_memory(err);
	next.n = merge(votes, weight, yes, no, next.list);
	dt_votes_free(votes);
	*votes = next;
	return DT_OK;
}
