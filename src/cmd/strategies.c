/* strategies: see strategies.h. */
#include "cmd/strategies.h"

#include <string.h>

/* NULL: memory is out, or the file is of no strategy that compiles; a file
 * that cannot be used is passed over, as others are asked about. */
static const struct dt_study *
add(const struct dt_command_call *call, struct dt_cmd_strategies *all,
    const char *path, struct dt_error *err)
{
	const struct dt_catalogue *catalogue = &call->catalogue;
	const struct dt_catalogue_kind *kind;
	struct dt_faults faults = { .arena = call->arena };
	struct dt_node *root;
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->list[i].path, path) == 0)
			return &all->list[i].study;
	struct dt_strategy *text = dt_arena_new(call->arena, 1, sizeof(*text));
	struct dt_cmd_strategies_one *list = dt_arena_grow(call->arena,
	    all->list, all->n, &all->room, sizeof(*list));
	if (list != NULL)
		all->list = list;
	if (text == NULL || list == NULL ||
	    dt_catalogue_read(catalogue, path, &root, &kind, &faults, err) !=
	    DT_OK || kind->schema != &dt_strategy_schema ||
	    dt_schema_read(kind->schema, call->arena, root, text, &faults,
	    err) != DT_OK)
		return NULL;
	struct dt_cmd_strategies_one *one = &all->list[all->n];
	one->path = path;
	if (dt_study_make(text, call->arena, &one->study, err) != DT_OK)
		return NULL;
	all->n++;
	return &one->study;
}

static enum dt_status
add_listed(const struct dt_command_call *call, struct dt_cmd_strategies *all,
    struct dt_error *err)
{
	struct dt_catalogue_entry *entries;
	size_t n;
	if (all->listed)
		return DT_OK;
	enum dt_status status = dt_catalogue_list(&call->catalogue,
	    dt_catalogue_kind_of("strategy"), &entries, &n, err);
	for (size_t i = 0; status == DT_OK && i < n; i++)
		add(call, all, entries[i].path, err);
	all->listed = true;
	return status;
}

/* A file of the same name is taken to be a copy. */
static enum dt_status
tell_like(const struct dt_command_call *call,
    const struct dt_cmd_strategies *all, const struct dt_study *study,
    struct dt_text *text, struct dt_error *err)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct dt_study *other = &all->list[i].study;
		enum dt_study_like like;
		if (strcmp(other->strategy->name, study->strategy->name) == 0)
			continue;
		enum dt_status status = dt_study_compare(study, other,
		    call->arena, &like, err);
		if (status != DT_OK)
			return status;
		if (like != DT_STUDY_OTHER)
			dt_text_add(text, "%s is the same machine as %s.\n",
			    like == DT_STUDY_LIKE_OF_TWO ?
			    "Where two play it" : "It",
			    other->strategy->name);
	}
	return DT_OK;
}

enum dt_status
dt_cmd_strategies_tell(const struct dt_command_call *call,
    struct dt_cmd_strategies *all, const char *path, struct dt_text *text,
    struct dt_error *err)
{
	enum dt_status status = add_listed(call, all, err);
	if (status != DT_OK)
		return status;
	const struct dt_study *study = add(call, all, path, err);
	if (study == NULL)
		return DT_OK;
	dt_study_tell(study, text);
	return tell_like(call, all, study, text, err);
}

void
dt_cmd_strategies_wrap(const struct dt_command_call *call,
    const struct dt_text *says, struct dt_text *text)
{
	const char *at = dt_text_string(says);
	for (size_t n; *at != '\0'; at += n + (at[n] == '\n')) {
		n = strcspn(at, "\n");
		const char *one = dt_arena_copy_n(call->arena, at, n);
		dt_text_add(text, "  ");
		dt_text_wrap(text, one != NULL ? one : "", 4, call->width);
		dt_text_add(text, "\n");
		text->failed = text->failed || one == NULL;
	}
}
