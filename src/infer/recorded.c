/* recorded: see recorded.h. Reads all, and chooses. */
#include "infer/recorded_internal.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"

static enum dt_status
nothing_varies(const struct dt_recorded *r, struct dt_error *err)
{
	for (size_t s = 0; s < r->n_sweeps; s++)
		if (r->sweeps[s].strategies && r->sweeps[s].bare)
			return dt_status_fail(err, DT_EUSAGE, "%s: the sweep "
			    "%s kept no rows of agents: play it with "
			    "'record: agents'", r->path, r->sweeps[s].name);
	if (r->fixed == 0 && r->n_sweeps == 0)
		return dt_status_fail(err, DT_EUSAGE, "%s: nothing was "
		    "recorded in it yet", r->path);
	return dt_status_fail(err, DT_EUSAGE, "%s: no strategies vary in it, "
	    "so it holds no game over strategies: play the scenario with "
	    "others (detente run SCENARIO -S A,B -o %s --append), or a sweep "
	    "whose axes are strategies (detente sweep strategies)", r->path,
	    r->path);
}

enum dt_status
dt_recorded_read(struct dt_recorded *r, struct dt_store *store,
    const char *path, struct dt_arena *arena, struct dt_error *err)
{
	struct dt_recorded_groups groups = { 0 };
	*r = (struct dt_recorded){ .arena = arena, .path = path };
	enum dt_status status = dt_recorded_groups_read(r, store, &groups,
	    err);
	r->games = groups.games;
	for (size_t g = 0; g < groups.n && status == DT_OK; g++) {
		struct dt_recorded_game *game = &groups.games[g];
		status = dt_recorded_make(r, game, err);
		if (game->n_players == 0) {
			r->fixed++;
			continue;
		}
		r->games[r->n] = *game;
		r->games[r->n].number = r->n + 1;
		r->n++;
	}
	if (status == DT_OK && r->n == 0)
		return nothing_varies(r, err);
	return status;
}

/* The same word, or the same number. */
static bool
is_value(const char *kept, const char *asked)
{
	double a, b;
	return strcmp(kept, asked) == 0 || (dt_number_read(kept, &a) &&
	    dt_number_read(asked, &b) && a == b);
}

static bool
agrees(const struct dt_recorded_game *game, const char *name, size_t n,
    const char *value)
{
	if (n == 4 && strncmp(name, "game", n) == 0)
		return strtoull(value, NULL, 10) == game->number;
	for (size_t i = 0; i < game->n_where; i++)
		if (strlen(game->where[i].name) == n &&
		    strncmp(game->where[i].name, name, n) == 0)
			return is_value(game->where[i].value, value);
	return false;
}

/* What there would be to choose from, by the name of a condition. */
static enum dt_status
none_left(const struct dt_recorded *r, const char *condition,
    struct dt_error *err)
{
	struct dt_text text = { 0 };
	size_t n = strcspn(condition, "=");
	for (size_t g = 0; g < r->n; g++)
		for (size_t i = 0; i < r->games[g].n_where; i++) {
			const struct dt_recorded_pair *p =
			    &r->games[g].where[i];
			bool here = strlen(p->name) == n &&
			    strncmp(p->name, condition, n) == 0;
			const char *word = here ? p->value : p->name;
			const char *at = text.size == 0 ? NULL :
			    strstr(dt_text_string(&text), word);
			if (at == NULL && text.size < 300)
				dt_text_add(&text, " %s%s", here ?
				    p->name : "", here ? "=" : "");
			if (at == NULL && text.size < 300)
				dt_text_add(&text, "%s", word);
		}
	dt_status_fail(err, DT_EUSAGE, "%s: no game has '%s'; there is:%s",
	    r->path, condition, dt_text_string(&text));
	dt_text_free(&text);
	return DT_EUSAGE;
}

enum dt_status
dt_recorded_where(struct dt_recorded *r, const char *const *conditions,
    struct dt_error *err)
{
	for (; conditions != NULL && *conditions != NULL; conditions++) {
		const char *equals = strchr(*conditions, '=');
		size_t kept = 0;
		if (equals == NULL)
			return dt_status_fail(err, DT_EUSAGE, "a condition "
			    "is AXIS=VALUE, not '%s'", *conditions);
		for (size_t g = 0; g < r->n; g++)
			kept += agrees(&r->games[g], *conditions,
			    (size_t)(equals - *conditions), equals + 1);
		if (kept == 0)
			return none_left(r, *conditions, err);
		kept = 0;
		for (size_t g = 0; g < r->n; g++)
			if (agrees(&r->games[g], *conditions,
			    (size_t)(equals - *conditions), equals + 1))
				r->games[kept++] = r->games[g];
		r->n = kept;
	}
	return DT_OK;
}
