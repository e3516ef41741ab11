/* base: see base.h. */
#include "design/base.h"

#include <string.h>

static bool
names(const char *levers, const char *word)
{
	size_t n = strlen(word);
	while (levers != NULL) {
		if (strncmp(levers, word, n) == 0 && (levers[n] == '\0' ||
		    levers[n] == ',' || levers[n] == '='))
			return true;
		levers = strchr(levers, ',');
		levers += levers != NULL;
	}
	return false;
}

/* Whether any finding at all is answered, and always in the same way. */
static bool
is_simple(const struct dt_treaty *t, const char *levers)
{
	const struct dt_treaty_rung *first = t->response.ladder.items;
	return t->response.ladder.n == 0 || (t->response.ladder.n == 1 &&
	    first->strikes <= 1 && levers != NULL);
}

/* A deposit that nothing forfeits any more is given back. */
static bool
simplify(struct dt_arena *arena, struct dt_treaty *t, const char *levers)
{
	struct dt_treaty_rung *rung = dt_arena_new(arena, 1, sizeof(*rung));
	if (rung == NULL)
		return false;
	*rung = (struct dt_treaty_rung){ .strikes = 1, .chance = 1 };
	t->response.ladder = (struct dt_list){ rung, 1 };
	t->response.forgive_after = 0;
	t->response.forgive_chance = 0;
	if (!names(levers, "bond"))
		t->bond = 0;
	return true;
}

enum dt_status
dt_base_make(struct dt_arena *arena, const struct dt_experiment *e,
    const char *levers, struct dt_experiment *base, bool *changed,
    struct dt_error *err)
{
	struct dt_scenario *scenario = dt_arena_new(arena, 1,
	    sizeof(*scenario));
	*base = *e;
	*changed = !is_simple(&e->scenario->treaty, levers) &&
	    !names(levers, "ladder") && !names(levers, "forgiveness");
	if (!*changed)
		return DT_OK;
	if (scenario == NULL)
		return dt_status_no_memory(err);
	*scenario = *e->scenario;
	base->scenario = scenario;
	return simplify(arena, &scenario->treaty, levers) ? DT_OK :
	    dt_status_no_memory(err);
}
