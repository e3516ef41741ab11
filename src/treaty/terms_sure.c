/* terms_sure: what of a treaty's response can be told apart, for those who
 * walk all its states in place of drawing; see terms.h. */
#include "treaty/terms.h"

static bool
same_rung(const struct dt_terms_rung *a, const struct dt_terms_rung *b)
{
	return a->suspend == b->suspend && a->chance == b->chance &&
	    a->fine == b->fine && a->bond == b->bond &&
	    a->expel == b->expel && a->end == b->end;
}

/* Whether strikes never pass a rung, which takes whoever reaches it out. */
static bool
is_last(const struct dt_terms_rung *rung)
{
	return rung->chance == UINT64_MAX && (rung->expel || rung->end);
}

int64_t
dt_terms_strikes_most(const struct dt_terms *t)
{
	size_t n = t->n_rungs;
	for (size_t i = 0; i < n; i++)
		if (is_last(&t->rungs[i]))
			n = i + 1;
	while (n > 1 && same_rung(&t->rungs[n - 1], &t->rungs[n - 2]))
		n--;
	if (n == 0 || t->rungs[n - 1].strikes <= 1)
		return 0;
	bool forgives = t->forgive_after > 0 || t->forgive != 0;
	return forgives && !is_last(&t->rungs[n - 1]) ? -1 :
	    t->rungs[n - 1].strikes - 1;
}

struct dt_terms
dt_terms_sure(const struct dt_terms *t, bool up, struct dt_terms_rung *rungs)
{
	struct dt_terms sure = *t;
	uint64_t coin = up ? UINT64_MAX : 0;
	for (size_t i = 0; i < t->n_rungs; i++) {
		rungs[i] = t->rungs[i];
		rungs[i].chance = coin;
	}
	sure.rungs = rungs;
	sure.forgive = sure.renewal = coin;
	return sure;
}
