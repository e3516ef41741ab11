/*
 * talks_reserve: reservations; see talks.h.
 *
 * Who refuses a text may accept it but for a clause, if the menu lets parties
 * reserve against it. Between who reserves and all others the clause is not in
 * force (Vienna Convention on the Law of Treaties 1969, arts. 19 to 21); clauses
 * of this game bind all alike, so that it falls for all, to the value which the
 * menu names. So the others answer again, and may object by refusing.
 */
#include <string.h>

#include "bargain/talks_internal.h"

/* Where a clause's value of that name stands in its list. */
static size_t
place_of(const struct dt_menu_clause *clause, const char *value)
{
	const char *const *values = clause->values.items;
	size_t k = 0;
	while (k < clause->values.n && strcmp(values[k], value) != 0)
		k++;
	return k;
}

/* The text with that clause reserved against; itself where it takes none. Of
 * combinations the last clause turns fastest (stakes_texts.c). */
static size_t
without(const struct dt_menu *menu, size_t text, size_t clause)
{
	const struct dt_menu_clause *c = menu->clauses.items;
	size_t stride = 1, named = menu->treaties.n;
	if (text < named || c[clause].reserve == NULL ||
	    c[clause].reserve[0] == '\0')
		return text;
	for (size_t k = clause + 1; k < menu->clauses.n; k++)
		stride *= c[k].values.n;
	size_t now = (text - named) / stride % c[clause].values.n;
	size_t then = place_of(&c[clause], c[clause].reserve);
	return then == c[clause].values.n ? text :
	    text - now * stride + then * stride;
}

/* By one clause, the first that is enough, or by all of them. */
static size_t
find(struct dt_talks *t, size_t party, size_t text, uint64_t *clauses)
{
	const struct dt_menu *menu = t->setting->menu;
	size_t all = text;
	for (size_t c = 0; c < menu->clauses.n; c++) {
		size_t one = without(menu, text, c);
		*clauses = UINT64_C(1) << c;
		if (one != text && dt_talks_accepts(t, party, one))
			return one;
		all = without(menu, all, c);
	}
	*clauses = UINT64_MAX;
	return all != text && dt_talks_accepts(t, party, all) ? all : text;
}

size_t
dt_talks_reserve(struct dt_talks *t, uint64_t refusing, size_t text)
{
	const struct dt_talks_setting *s = t->setting;
	uint64_t reserved = 0, clauses;
	size_t left = text;
	for (size_t i = 0; i < s->stakes->n; i++) {
		if (!dt_move_has(refusing, i) ||
		    s->parties[i].own.negotiator.command.n > 0)
			continue;
		size_t own = find(t, i, text, &clauses);
		if (own == text)
			continue;
		dt_talks_say(t, DT_TALKS_RESERVE, i, own, dt_talks_worth(t, i,
		    own), dt_talks_aspires(t, i));
		reserved |= clauses;
	}
	for (size_t c = 0; c < s->menu->clauses.n; c++)
		if (reserved >> c & 1)
			left = without(s->menu, left, c);
	return left;
}
