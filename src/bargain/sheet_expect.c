/* sheet_expect: the chance of a pause of all without any talks; see sheet.h. */
#include <math.h>
#include <string.h>

#include "bargain/sheet.h"

/* Whether the closed form is of these talks. */
static bool
is_known(const struct dt_talks_setting *s)
{
	bool known = s->stakes->m == 1 &&
	    strcmp(s->protocol->name, "pledges") == 0;
	for (size_t i = 0; known && i < s->stakes->n; i++) {
		const struct dt_negotiator *who = &s->parties[i].own
		    .negotiator;
		known = !dt_move_has(s->table, i) || (who->least <= 0 &&
		    who->leaves == 0 && who->accept == DT_NEGOTIATOR_GAIN);
	}
	return known;
}

/* Whether all who are out at entry join later, whatever their cost, or none
 * does as staying out is worth more to each; else it is not known. */
static bool
who_joins(const struct dt_talks_setting *s, bool *joins)
{
	bool all = true, none = true;
	for (size_t i = 0; i < s->stakes->n; i++) {
		const struct dt_menu_party *own = &s->parties[i].own;
		double spread = (own->cost_high - own->cost_low) / 2 *
		    s->stakes->texts[0].in_force;
		if (!dt_move_has(s->table, i))
			continue;
		all = all && (s->outside[i] <= 0 ||
		    s->outside[i] <= s->expected[i] - spread);
		none = none && s->outside[i] > s->expected[i] + spread;
	}
	*joins = all;
	return all || none;
}

/*
 * What is in force at the end, where all signed: entry is tried each round,
 * and met with chance QC(q); after it each that had not ratified tries once a
 * round. Of an entry with `left` rounds to go, party i is in at last with
 * chance q + (1 - q) r, r = 1 - (1 - q)^left; and had ratified at entry with
 * q/(q + (1 - q) r) of that. So entry now and all in at last has the chance
 * product (q + (1 - q) r) x QC(q/(q + (1 - q) r)).
 */
static enum dt_status
enter_now(const struct dt_quorum *rule, uint64_t table,
    const double *ratifies, int64_t left, double *chance,
    struct dt_error *err)
{
	double then[DT_QUORUM_MOST] = { 0 }, all = 1;
	for (size_t i = 0; i < rule->n; i++) {
		double q = ratifies[i];
		if (!dt_move_has(table, i))
			continue;
		double in = q + (1 - q) * (1 - pow(1 - q, (double)left));
		then[i] = in > 0 ? q / in : 0;
		all *= in;
	}
	enum dt_status status = dt_quorum_chance(rule, then, chance, err);
	*chance *= all;
	return status;
}

static enum dt_status
all_in(const struct dt_talks_setting *s, const double *ratifies, bool joins,
    double *chance, struct dt_error *err)
{
	struct dt_quorum rule = dt_talks_rule(s, 0);
	double now = 0, still = 1;
	int64_t rounds = s->protocol->once ? 1 : s->deadline;
	enum dt_status status = DT_OK;
	*chance = 0;
	for (int64_t t = 1; status == DT_OK && t <= rounds &&
	    still > 1e-15; t++) {
		status = enter_now(&rule, s->table, ratifies,
		    joins ? s->deadline - t : 0, &now, err);
		*chance += still * now;
		still *= (1 - s->enters[0]) * (1 - s->breakdown);
	}
	return status;
}

enum dt_status
dt_sheet_expect(const struct dt_talks_setting *s, double *chance,
    struct dt_error *err)
{
	double ratifies[DT_QUORUM_MOST] = { 0 }, pledges = 1;
	bool joins;
	*chance = NAN;
	if (!is_known(s) || !who_joins(s, &joins))
		return DT_OK;
	for (size_t i = 0; i < s->stakes->n; i++) {
		if (!dt_move_has(s->table, i))
			continue;
		ratifies[i] = dt_talks_ratifies(s, i, 0);
		pledges *= dt_talks_weigh_chance(s, i, 0);
	}
	enum dt_status status = all_in(s, ratifies, joins, chance, err);
	*chance *= pledges;
	return status;
}
