/* roster: see roster.h. */
#include "play/roster.h"

#include <string.h>

#include "base/memory.h"

static bool
is_taken(const struct dt_experiment *e, const char *name)
{
	for (size_t i = 0; i < e->model.n; i++)
		if (strcmp(e->model.agents[i].name, name) == 0)
			return true;
	return false;
}

static const char *
free_name(struct dt_roster *r, const struct dt_experiment *e,
    const char *name)
{
	while (name != NULL && is_taken(e, name))
		name = dt_arena_print(&r->arena, "%s-x", name);
	return name;
}

static enum dt_status
seat(struct dt_roster *r, const struct dt_experiment *e, const char *name,
    const char *role, struct dt_error *err)
{
	struct dt_roster_seat *s = &r->seats[r->n++];
	if (name == NULL)
		return dt_status_no_memory(err);
	s->name = name;
	s->role = role;
	enum dt_status status = dt_key_simulate(&s->identity, e->seed, name,
	    err);
	return status ? status : dt_key_session(&s->session, s->identity,
	    r->experiment, err);
}

/* The experiment's key, hex, as bytes. */
static bool
read_key(const char *hex, unsigned char bytes[DT_HASH_BYTES])
{
	struct dt_lines_word word = dt_lines_word(hex);
	return dt_lines_hex(word, bytes, DT_HASH_BYTES);
}

static enum dt_status
fill(struct dt_roster *r, const struct dt_experiment *e,
    struct dt_error *err)
{
	static const char *const officers[][2] = {
		{ "log", "log" }, { "referee", "referee" },
		{ "inspectorate", "inspector" },
	};
	const struct dt_terms *terms = &e->model.terms;
	if (!read_key(e->key, r->experiment))
		return dt_status_fail(err, DT_EUSAGE, "'%s' is no key of an "
		    "experiment", e->key);
	enum dt_status status = dt_sign_init(err);
	r->agents = e->model.n;
	for (size_t i = 0; status == DT_OK && i < r->agents; i++)
		status = seat(r, e, e->model.agents[i].name, terms->exists &&
		    terms->joins[i] > 0 ? "party" : "bystander", err);
	for (size_t i = 0; status == DT_OK && i < DT_ROSTER_OFFICERS; i++)
		status = seat(r, e, free_name(r, e, officers[i][0]),
		    officers[i][1], err);
	return status;
}

enum dt_status
dt_roster_new(struct dt_roster **roster, const struct dt_experiment *e,
    struct dt_error *err)
{
	*roster = NULL;
	struct dt_roster *r = dt_memory_new(1, sizeof(*r));
	if (r == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = fill(r, e, err);
	if (status)
		dt_roster_free(r);
	else
		*roster = r;
	return status;
}

void
dt_roster_free(struct dt_roster *r)
{
	if (r == NULL)
		return;
	for (size_t i = 0; i < r->n; i++) {
		dt_key_free(r->seats[i].session);
		dt_key_free(r->seats[i].identity);
	}
	dt_arena_free(&r->arena);
	dt_memory_free(r);
}
