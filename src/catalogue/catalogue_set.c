/*
 * catalogue_set: `--set a.b.c=value`; see catalogue.h.
 *
 * Walks down the tree and the schema together. What it passes through is
 * grafted in first, so that a key inside a named file can be set. An item of
 * a list is named by its number, from 1.
 */
#include "catalogue/catalogue_internal.h"

#include <string.h>

#include "base/number.h"

struct walk {
	struct dt_catalogue_graft graft;
	struct dt_arena *arena;
	struct dt_faults *faults;
	struct dt_place at;             /* where the path begins */
	const char *start;
	const struct dt_schema *schema; /* of node */
	struct dt_node *node;
	const char *path;               /* what is left of it */
	struct dt_node *value;
	bool set;                       /* the value is where it belongs */
};

static struct dt_place
place(const struct walk *w, const char *from, size_t length)
{
	return (struct dt_place){ w->at.source, w->at.line,
	    w->at.column + (size_t)(from - w->start), length ? length : 1 };
}

/* The next word of the path, in the arena; *last tells if it ends there. */
static char *
next_word(struct walk *w, struct dt_place *at, bool *last)
{
	size_t length = strcspn(w->path, ".=");
	char *word = dt_arena_copy_n(w->arena, w->path, length);
	*at = place(w, w->path, length);
	w->path += length;
	*last = *w->path != '.';
	w->path += *w->path == '.';
	return word;
}

static enum dt_status
unknown(struct walk *w, const char *word, struct dt_place at)
{
	size_t n = 0;
	while (w->schema->keys[n].name != NULL)
		n++;
	const char **names = dt_arena_new(w->arena, n + 1, sizeof(*names));
	if (names == NULL)
		return DT_ENOMEM;
	for (size_t i = 0; i < n; i++)
		names[i] = w->schema->keys[i].name;
	return dt_faults_add(w->faults, at,
	    dt_faults_suggest(w->faults, word, names),
	    "%s has no key '%s'", w->schema->name, word);
}

static enum dt_status
put(struct walk *w, const char *key)
{
	w->set = true;
	return dt_node_set(w->arena, w->node, key, w->value) ? DT_OK :
	    DT_ENOMEM;
}

/* Into the map under a key, which is made where it is absent. */
static enum dt_status
enter(struct walk *w, const char *key, struct dt_node *child,
    const struct dt_schema *schema, struct dt_place at)
{
	if (child == NULL && (child = dt_node_map(w->arena, at)) == NULL)
		return DT_ENOMEM;
	if (child->kind != DT_NODE_MAP)
		return dt_faults_add(w->faults, at, NULL,
		    "'%s' has no keys of its own here", key);
	if (child != dt_node_get(w->node, key) &&
	    !dt_node_put(w->arena, w->node, key, child))
		return DT_ENOMEM;
	w->node = child;
	w->schema = schema;
	return DT_OK;
}

static enum dt_status
enter_seat(struct walk *w, const struct dt_schema_key *key, struct dt_place at)
{
	bool last;
	char *word = next_word(w, &at, &last);
	if (word == NULL)
		return DT_ENOMEM;
	if (last)
		return put(w, word);
	struct dt_node *name = dt_node_scalar(w->arena, word, at);
	struct dt_node *seat = dt_node_get(w->node, word);
	if (name == NULL)
		return DT_ENOMEM;
	if (seat == NULL) {
		const char **names = (const char **)dt_arena_new(w->arena,
		    w->node->n + 1, sizeof(*names));
		for (size_t i = 0; names != NULL && i < w->node->n; i++)
			names[i] = w->node->keys[i]->text;
		return names == NULL ? DT_ENOMEM : dt_faults_add(w->faults,
		    at, dt_faults_suggest(w->faults, word, names),
		    "there is no '%s' in %s", word, key->name);
	}
	enum dt_status status = key->kind == NULL ? DT_OK :
	    dt_catalogue_follow_seat(&w->graft, key, name, &seat);
	return status ? status : enter(w, word, seat, key->group, at);
}

static enum dt_status
enter_item(struct walk *w, const struct dt_schema_key *key, struct dt_node *list)
{
	bool last;
	struct dt_place at;
	int64_t number;
	char *word = next_word(w, &at, &last);
	if (word == NULL)
		return DT_ENOMEM;
	if (list == NULL || list->kind != DT_NODE_LIST ||
	    !dt_number_read_whole(word, &number) || number < 1 ||
	    (size_t)number > list->n)
		return dt_faults_add(w->faults, at, "items count from 1",
		    "'%s' is no item of %s", word, key->name);
	struct dt_node **item = &list->items[number - 1];
	if (last) {
		*item = w->value;
		w->set = true;
		return DT_OK;
	}
	if (key->group == NULL || (*item)->kind != DT_NODE_MAP)
		return dt_faults_add(w->faults, at, NULL,
		    "items of %s have no keys", key->name);
	w->node = *item;
	w->schema = key->group;
	return DT_OK;
}

/* What has a grammar of its own may be a map: whether it may have that key,
 * says who reads it. */
static enum dt_status
enter_raw(struct walk *w, const char *key, struct dt_node *child,
    struct dt_place at)
{
	bool last;
	enum dt_status status = enter(w, key, child, w->schema, at);
	char *word = status == DT_OK ? next_word(w, &at, &last) : NULL;
	if (status != DT_OK || word == NULL)
		return status != DT_OK ? status : DT_ENOMEM;
	return last ? put(w, word) : dt_faults_add(w->faults, at, NULL,
	    "'%s' has no keys of its own", word);
}

/* One step down. */
static enum dt_status
step(struct walk *w)
{
	struct dt_place at;
	bool last;
	char *word = next_word(w, &at, &last);
	if (word == NULL)
		return DT_ENOMEM;
	const struct dt_schema_key *key = dt_schema_key(w->schema, word);
	if (key == NULL)
		return unknown(w, word, at);
	if (last)
		return put(w, word);
	struct dt_node *child = dt_node_get(w->node, word);
	enum dt_status status = DT_OK;
	if (key->type == DT_GROUP && key->kind != NULL)
		status = dt_catalogue_follow(&w->graft, key, w->node->at,
		    &child);
	if (status != DT_OK)
		return status;
	if (key->type == DT_LIST) {
		status = enter_item(w, key, child);
	} else if (key->type == DT_GROUP || key->type == DT_MAP) {
		status = enter(w, word, child, key->group, at);
		if (status == DT_OK && key->type == DT_MAP)
			status = enter_seat(w, key, at);
	} else if (key->type == DT_RAW) {
		status = enter_raw(w, word, child, at);
	} else {
		return dt_faults_add(w->faults, at, NULL,
		    "'%s' has no keys of its own", word);
	}
	return status;
}

/* The value is read with the path blanked out, so that its places count
 * columns of the whole assignment. */
static enum dt_status
read_value(struct walk *w, const char *assignment, const char *equals,
    struct dt_error *err)
{
	struct dt_source *source = dt_arena_new(w->arena, 1, sizeof(*source));
	char *blanked = dt_arena_copy(w->arena, assignment);
	if (source == NULL || blanked == NULL)
		return dt_status_no_memory(err);
	memset(blanked, ' ', (size_t)(equals + 1 - assignment));
	*source = (struct dt_source){ "--set", blanked, strlen(blanked) };
	enum dt_status status = dt_node_read(w->arena, source, &w->value,
	    w->faults, err);
	source->text = assignment;
	w->at = (struct dt_place){ source, 1, 1, 1 };
	w->start = w->path = assignment;
	if (status == DT_OK && w->value == NULL)
		return dt_faults_add(w->faults, place(w, equals, 1), NULL,
		    "there is no value behind the '='");
	return status;
}

static enum dt_status
walk(struct walk *w)
{
	enum dt_status status = DT_OK;
	while (status == DT_OK && !w->set)
		status = step(w);
	return status == DT_ENOMEM ? dt_status_no_memory(w->graft.err) :
	    status;
}

enum dt_status
dt_catalogue_put(const struct dt_catalogue *catalogue,
    const struct dt_schema *schema, struct dt_node *root, const char *path,
    struct dt_place at, struct dt_node *value, struct dt_faults *faults,
    struct dt_error *err)
{
	struct walk w = { .graft = { catalogue, faults, err, 0 },
	    .arena = catalogue->arena, .faults = faults, .schema = schema,
	    .node = root, .at = at, .start = path, .path = path,
	    .value = value };
	return walk(&w);
}

enum dt_status
dt_catalogue_set_option(const struct dt_catalogue *catalogue,
    const struct dt_schema *schema, struct dt_node *root, const char *option,
    const char *key, const char *value, struct dt_faults *faults,
    struct dt_error *err)
{
	struct dt_source *source =
	    dt_arena_new(catalogue->arena, 1, sizeof(*source));
	const char *typed = dt_arena_copy(catalogue->arena, value);
	struct dt_node *tree = NULL;
	if (source == NULL || typed == NULL)
		return dt_status_no_memory(err);
	*source = (struct dt_source){ option, typed, strlen(typed) };
	struct dt_place at = { source, 1, 1, strlen(typed) };
	enum dt_status status = dt_node_read(catalogue->arena, source, &tree,
	    faults, err);
	if (status == DT_OK && tree == NULL)
		return dt_faults_add(faults, at, NULL, "there is no value");
	return status ? status : dt_catalogue_put(catalogue, schema, root,
	    key, at, tree, faults, err);
}

enum dt_status
dt_catalogue_set(const struct dt_catalogue *catalogue,
    const struct dt_schema *schema, struct dt_node *root,
    const char *assignment, struct dt_faults *faults, struct dt_error *err)
{
	struct walk w = { .graft = { catalogue, faults, err, 0 },
	    .arena = catalogue->arena, .faults = faults, .schema = schema,
	    .node = root };
	char *copy = dt_arena_copy(catalogue->arena, assignment);
	if (copy == NULL)
		return dt_status_no_memory(err);
	char *equals = strchr(copy, '=');
	if (strncmp(copy, "--", 2) == 0 && equals != NULL) {
		*equals = '\0';
		return dt_catalogue_set_option(catalogue, schema, root, copy,
		    copy + 2, equals + 1, faults, err);
	}
	if (equals == NULL || equals == copy)
		return dt_status_fail(err, DT_EUSAGE, "--set takes KEY=VALUE, "
		    "such as noise.slip=0.02, not '%s'", assignment);
	if (equals[1 + strspn(equals + 1, " ")] == '\0') {
		struct dt_source *source =
		    dt_arena_new(w.arena, 1, sizeof(*source));
		if (source == NULL)
			return dt_status_no_memory(err);
		*source = (struct dt_source){ "--set", copy, strlen(copy) };
		return dt_faults_add(faults, (struct dt_place){ source, 1,
		    strlen(copy), 1 }, NULL, "there is no value behind the "
		    "'='");
	}
	enum dt_status status = read_value(&w, copy, equals, err);
	return status ? status : walk(&w);
}
