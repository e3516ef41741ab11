/* tell_response: what follows a finding, in sentences; see tell.h. */
#include "treaty/tell.h"

/* "A second finding", "Every finding from the third on": those that a rung
 * answers, up to the next rung (NULL: it is the last). */
static void
tell_findings(const struct dt_treaty_rung *rung,
    const struct dt_treaty_rung *next, struct dt_text *text)
{
	bool single = next != NULL && next->strikes == rung->strikes + 1;
	dt_text_add(text, single ? "A " : "Every finding");
	if (!single && (rung->strikes > 1 || next != NULL))
		dt_text_add(text, " from the ");
	if (rung->strikes > 1 || next != NULL)
		dt_tell_ordinal(text, rung->strikes);
	if (single) {
		dt_text_add(text, " finding");
	} else if (next != NULL) {
		dt_text_add(text, " to the ");
		dt_tell_ordinal(text, next->strikes - 1);
	} else if (rung->strikes > 1) {
		dt_text_add(text, " on");
	}
	if (rung->chance >= 1)
		return;
	dt_text_add(text, ", with chance ");
	dt_tell_percent(text, rung->chance);
	dt_text_add(text, ",");
}

static void
tell_acts(const struct dt_treaty_rung *rung, struct dt_text *text)
{
	size_t n = (rung->fine > 0) + (rung->bond > 0) + (rung->suspend > 0) +
	    rung->expel + rung->end, i = 0;
	if (n == 0)
		dt_text_add(text, "is a warning");
	if (rung->fine > 0) {
		dt_text_add(text, "%scosts ", dt_tell_joint(i++, n));
		dt_tell_number(text, rung->fine);
	}
	if (rung->bond > 0) {
		dt_text_add(text, "%sforfeits ", dt_tell_joint(i++, n));
		dt_tell_percent(text, rung->bond);
		dt_text_add(text, " of the party's bond");
	}
	if (rung->suspend > 0) {
		dt_text_add(text, "%sreleases all parties for ",
		    dt_tell_joint(i++, n));
		dt_tell_count(text, rung->suspend, "round");
	}
	if (rung->expel)
		dt_text_add(text, "%sexpels the party", dt_tell_joint(i++, n));
	if (rung->end)
		dt_text_add(text, "%sends the treaty", dt_tell_joint(i++, n));
}

static void
tell_ladder(const struct dt_list *ladder, struct dt_text *text)
{
	const struct dt_treaty_rung *rungs = ladder->items;
	if (ladder->n == 0)
		dt_text_add(text, "A finding has no consequence.\n");
	else if (rungs[0].strikes == 2)
		dt_text_add(text, "A first finding has no consequence.\n");
	else if (rungs[0].strikes > 2)
		dt_text_add(text, "The first %lld findings have no "
		    "consequence.\n", (long long)rungs[0].strikes - 1);
	for (size_t i = 0; i < ladder->n; i++) {
		tell_findings(&rungs[i],
		    i + 1 < ladder->n ? &rungs[i + 1] : NULL, text);
		dt_text_add(text, " ");
		tell_acts(&rungs[i], text);
		dt_text_add(text, ".\n");
	}
}

static void
tell_forgiveness(const struct dt_treaty_response *r, struct dt_text *text)
{
	if (r->ladder.n == 0)
		return;
	if (r->forgive_after == 1 || r->forgive_chance >= 1)
		dt_text_add(text, "Every round without a finding takes an "
		    "earlier one off a party's count.\n");
	else if (r->forgive_after > 1)
		dt_text_add(text, "Every %lld rounds in a row without a "
		    "finding take an earlier one off a party's count.\n",
		    (long long)r->forgive_after);
	if (r->forgive_after != 1 && r->forgive_chance > 0 &&
	    r->forgive_chance < 1) {
		dt_text_add(text, "A round without a finding takes an earlier "
		    "one off a party's count with chance ");
		dt_tell_percent(text, r->forgive_chance);
		dt_text_add(text, ".\n");
	}
	if (r->forgive_after == 0 && r->forgive_chance <= 0)
		dt_text_add(text, "Findings are never forgiven.\n");
}

/* Where the money goes, if there is any. */
static void
tell_proceeds(const struct dt_treaty *t, struct dt_text *text)
{
	const struct dt_treaty_rung *rungs = t->response.ladder.items;
	bool fines = false, bonds = false, tariffs = t->tariff > 0;
	for (size_t i = 0; i < t->response.ladder.n; i++) {
		fines = fines || rungs[i].fine > 0;
		bonds = bonds || (rungs[i].bond > 0 && t->bond > 0);
	}
	const char *const words[] = { "fines", "forfeited bonds", "tariffs" };
	const bool there[] = { fines, bonds, tariffs };
	size_t n = (size_t)fines + bonds + tariffs, i = 0;
	if (n == 0)
		return;
	dt_text_add(text, "What comes in by ");
	for (size_t k = 0; k < 3; k++)
		if (there[k])
			dt_text_add(text, "%s%s", dt_tell_joint(i++, n),
			    words[k]);
	dt_text_add(text, t->response.shared ?
	    " is shared among the other parties.\n" : " is lost to all.\n");
}

void
dt_tell_response(const struct dt_treaty *treaty, struct dt_text *text)
{
	tell_ladder(&treaty->response.ladder, text);
	tell_forgiveness(&treaty->response, text);
	if (treaty->bond > 0) {
		dt_text_add(text, "Each party deposits a bond of ");
		dt_tell_number(text, treaty->bond);
		dt_text_add(text, ".\n");
	}
	if (treaty->tariff > 0) {
		dt_text_add(text, "While it is in force, each agent outside "
		    "pays a tariff of ");
		dt_tell_number(text, treaty->tariff);
		dt_text_add(text, " a round.\n");
	}
	tell_proceeds(treaty, text);
}
