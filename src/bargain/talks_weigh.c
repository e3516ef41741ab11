/*
 * talks_weigh: which unconditional pledges pay; see talks.h.
 *
 * Who pledges without a condition bears its cost whatever the others do, and
 * has its gain if they do too. With the chance h that they do, it pledges if h
 * times the gain is no less than its cost. So the chance that it pledges hangs
 * on h, and h on the chances of the others. The largest chances that agree are
 * found from above, where all pledge. With costs uniform on 0 to 1 and a gain
 * below 1 that needs all of n, p = G p^(n - 1) has no root but 0: unconditional
 * pledges unravel, where conditional ones come about with chance G^n.
 */
#include "bargain/talks_internal.h"

/* Replies at most, and how still the chances are then. */
enum { REPLIES_MOST = 100000 };
#define STILL 1e-14

struct dt_quorum
dt_talks_rule(const struct dt_talks_setting *s, size_t text)
{
	const struct dt_terms *terms =
	    &s->stakes->texts[text].experiment.model.terms;
	return (struct dt_quorum){ .n = terms->n,
	    .count = terms->entry_parties, .weights = terms->weight,
	    .weight = terms->entry_weight, .named = terms->entry_states };
}

/* What a text gives before the private cost. */
static double
gross(const struct dt_talks_setting *s, size_t party, size_t text)
{
	const struct dt_menu_party *own = &s->parties[party].own;
	return s->expected[text * s->stakes->n + party] +
	    s->stakes->texts[text].in_force *
	    (own->cost_low + own->cost_high) / 2;
}

/* The chance that its cost is no more than hope times the gain. */
static double
pledge_chance(const struct dt_talks_setting *s, size_t party, size_t text,
    double hope)
{
	const struct dt_menu_party *own = &s->parties[party].own;
	double lasts = s->stakes->texts[text].in_force;
	double low = own->cost_low * lasts, high = own->cost_high * lasts;
	double worth = hope * gross(s, party, text);
	if (own->negotiator.pledge == DT_NEGOTIATOR_NONE ||
	    s->parties[party].refuses[text])
		return 0;
	if (own->negotiator.pledge != DT_NEGOTIATOR_WEIGHED)
		worth = gross(s, party, text);
	if (!(high > low))
		return worth >= low;
	double chance = (worth - low) / (high - low);
	return chance < 0 ? 0 : chance > 1 ? 1 : chance;
}

/* Chances of the others, this one being in; how far the chances moved. */
static enum dt_status
reply(const struct dt_talks_setting *s, size_t text, double *chance,
    double *moved, struct dt_error *err)
{
	size_t n = s->stakes->n;
	struct dt_quorum rule = dt_talks_rule(s, text);
	double with[DT_AGENTS_MOST], next[DT_AGENTS_MOST];
	enum dt_status status = DT_OK;
	*moved = 0;
	for (size_t i = 0; status == DT_OK && i < n; i++) {
		double *hope = &s->hope[text * n + i];
		next[i] = 0;
		if (!dt_move_has(s->stakes->texts[text].signers, i))
			continue;
		for (size_t k = 0; k < n; k++)
			with[k] = k == i ? 1 : chance[k];
		status = dt_quorum_chance(&rule, with, hope, err);
		next[i] = pledge_chance(s, i, text, *hope);
	}
	for (size_t i = 0; status == DT_OK && i < n; i++) {
		*moved = dt_number_max(*moved, chance[i] - next[i]);
		chance[i] = next[i];
	}
	return status;
}

static enum dt_status
weigh_text(struct dt_talks_setting *s, size_t text, struct dt_error *err)
{
	double chance[DT_AGENTS_MOST], moved = 1;
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < s->stakes->n; i++)
		chance[i] = dt_move_has(s->stakes->texts[text].signers, i);
	for (int k = 0; status == DT_OK && moved > STILL &&
	    k < REPLIES_MOST; k++)
		status = reply(s, text, chance, &moved, err);
	if (status == DT_OK && moved > STILL)
		return dt_status_fail(err, DT_EUSAGE, "the chances of pledges "
		    "that are weighed do not settle: gains and costs are too "
		    "close to each other");
	return status;
}

enum dt_status
dt_talks_weigh(struct dt_arena *arena, struct dt_talks_setting *s,
    struct dt_error *err)
{
	enum dt_status status = DT_OK;
	bool any = false;
	for (size_t i = 0; i < s->stakes->n; i++)
		any |= s->parties[i].own.negotiator.pledge ==
		    DT_NEGOTIATOR_WEIGHED;
	if (!any)
		return DT_OK;
	s->hope = dt_arena_new(arena, s->stakes->n * s->stakes->m,
	    sizeof(double));
	if (s->hope == NULL)
		return dt_status_no_memory(err);
	for (size_t x = 0; status == DT_OK && x < s->stakes->m; x++)
		status = weigh_text(s, x, err);
	return status;
}

double
dt_talks_weigh_chance(const struct dt_talks_setting *s, size_t party,
    size_t text)
{
	return pledge_chance(s, party, text, s->hope == NULL ? 1 :
	    s->hope[text * s->stakes->n + party]);
}

bool
dt_talks_weigh_pays(const struct dt_talks *t, size_t party, size_t text)
{
	double all = gross(t->setting, party, text);
	double cost = all - dt_talks_gain(t, party, text);
	return t->setting->hope[text * t->setting->stakes->n + party] * all >=
	    cost - 1e-12;
}
