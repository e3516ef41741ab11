/*
 * catalogue_graft: files that name files become one tree; see catalogue.h.
 *
 * Every node keeps the place it was read at, so a fault in a treaty that a
 * scenario names is reported in the treaty's file.
 */
#include "catalogue/catalogue_internal.h"

#include <string.h>

enum { DEPTH_MOST = 16 };

static enum dt_status graft_map(struct dt_catalogue_graft *g,
    const struct dt_schema *schema, struct dt_node *map);

static bool
is_name(const struct dt_node *node)
{
	return node->kind == DT_NODE_SCALAR && node->text[0] != '\0';
}

/* A file of a kind by name, as a tree. A missing one is a fault at the place
 * that names it. */
static enum dt_status
load(struct dt_catalogue_graft *g, const struct dt_catalogue_kind *kind,
    const char *name, struct dt_place at, struct dt_node **tree)
{
	const char *path, *near = at.source ? at.source->path : NULL;
	struct dt_error why;
	const struct dt_catalogue_kind *found;
	size_t before = g->faults->total;
	enum dt_status status = dt_catalogue_find(g->catalogue, kind, name,
	    near, &path, &why);
	if (status == DT_OK)
		status = dt_catalogue_read(g->catalogue, path, tree, &found,
		    g->faults, &why);
	if (status == DT_ENOMEM)
		return dt_status_no_memory(g->err);
	if (status != DT_OK && g->faults->total > before && *tree == NULL)
		return status;
	if (status != DT_OK && *tree == NULL)
		return dt_faults_add(g->faults, at, NULL, "%s", why.message);
	if (found != NULL && found != kind)
		return dt_faults_add(g->faults, at, NULL, "%s is a %s, not a "
		    "%s", path, found->word, kind->word);
	return status;
}

/* A map takes what it does not say from the file that its `from` names. */
static enum dt_status
take_from(struct dt_catalogue_graft *g, const struct dt_catalogue_kind *kind,
    const char *name, struct dt_place at, struct dt_node **map)
{
	struct dt_node *base = NULL;
	if (++g->depth > DEPTH_MOST)
		return dt_faults_add(g->faults, at, NULL,
		    "files name each other in a circle");
	enum dt_status status = load(g, kind, name, at, &base);
	if (status == DT_OK && dt_node_get(base, "from") != NULL)
		status = take_from(g, kind, dt_node_get(base, "from")->text,
		    dt_node_get(base, "from")->at, &base);
	g->depth--;
	if (status != DT_OK)
		return status;
	if (*map != NULL) {
		dt_node_remove(*map, "from");
		base = dt_node_merge(g->catalogue->arena, base, *map);
	} else {
		dt_node_remove(base, "from");
	}
	if (base == NULL)
		return dt_status_no_memory(g->err);
	*map = base;
	return DT_OK;
}

enum dt_status
dt_catalogue_follow(struct dt_catalogue_graft *g, const struct dt_schema_key *key,
    struct dt_place at, struct dt_node **value)
{
	const struct dt_catalogue_kind *kind = dt_catalogue_kind_of(key->kind);
	struct dt_node *given = *value, *from;
	if (given == NULL && key->preset == NULL)
		return DT_OK;
	if (given == NULL)
		return take_from(g, kind, key->preset, at, value);
	if (is_name(given)) {
		*value = NULL;
		return take_from(g, kind, given->text, given->at, value);
	}
	from = dt_node_get(given, "from");
	if (from == NULL || !is_name(from))
		return DT_OK;
	return take_from(g, kind, from->text, from->at, value);
}

/* Who says what a seat is may not know that there is a file of its name. */
static void
warn_of_name(struct dt_catalogue_graft *g,
    const struct dt_catalogue_kind *kind, const struct dt_node *name,
    const char *path)
{
	const char *help = dt_arena_print(g->catalogue->arena, "write `from: "
	    "%s` if that is meant, or give the seat another name",
	    name->text);
	dt_faults_warn(g->faults, name->at, help, "'%s' takes what it does "
	    "not say from the %s file %s", name->text, kind->word, path);
}

enum dt_status
dt_catalogue_follow_seat(struct dt_catalogue_graft *g,
    const struct dt_schema_key *key, const struct dt_node *name,
    struct dt_node **value)
{
	const struct dt_catalogue_kind *kind = dt_catalogue_kind_of(key->kind);
	const char *path;
	if (!is_name(*value) && (*value)->kind == DT_NODE_SCALAR)
		*value = dt_node_map(g->catalogue->arena, (*value)->at);
	if (*value == NULL)
		return dt_status_no_memory(g->err);
	if (is_name(*value) || dt_node_get(*value, "from") != NULL)
		return dt_catalogue_follow(g, key, (*value)->at, value);
	/* A seat that says which agent it is has been resolved before. */
	if (dt_node_get(*value, kind->word) != NULL || dt_catalogue_find(
	    g->catalogue, kind, name->text, name->at.source->path, &path,
	    NULL) != DT_OK)
		return DT_OK;
	if (dt_node_get(*value, "kind") != NULL ||
	    dt_node_get(*value, "title") != NULL)
		warn_of_name(g, kind, name, path);
	return take_from(g, kind, name->text, name->at, value);
}

/* A name that led nowhere was blamed; what stands in for the file is no fault
 * besides. */
static void
give_up(struct dt_node *value)
{
	if (value->kind == DT_NODE_SCALAR)
		value->torn = true;
	else
		dt_node_remove(value, "from");
}

static enum dt_status
follow_or_blame(struct dt_catalogue_graft *g, const struct dt_schema_key *key,
    struct dt_node *seats, size_t i)
{
	struct dt_node *seat = seats->items[i];
	enum dt_status status = dt_catalogue_follow_seat(g, key,
	    seats->keys[i], &seats->items[i]);
	if (status == DT_EINPUT)
		give_up(seats->items[i] = seat);
	return status;
}

static enum dt_status
graft_seats(struct dt_catalogue_graft *g, const struct dt_schema_key *key,
    struct dt_node *seats)
{
	if (seats->kind != DT_NODE_MAP)
		return DT_OK;
	for (size_t i = 0; i < seats->n; i++) {
		enum dt_status status = DT_OK;
		if (key->kind != NULL)
			status = follow_or_blame(g, key, seats, i);
		if (status == DT_OK || status == DT_EINPUT)
			status = graft_map(g, key->group, seats->items[i]);
		if (status != DT_OK && status != DT_EINPUT)
			return status;
	}
	return DT_OK;
}

static enum dt_status
graft_group(struct dt_catalogue_graft *g, const struct dt_schema_key *key,
    struct dt_node *map)
{
	struct dt_node *value = dt_node_get(map, key->name), *was = value;
	enum dt_status status = DT_OK;
	if (key->kind != NULL)
		status = dt_catalogue_follow(g, key, map->at, &value);
	if (status == DT_EINPUT && was != NULL)
		give_up(value = was);
	if (status == DT_OK && value != was && !dt_node_put(
	    g->catalogue->arena, map, key->name, value))
		return dt_status_no_memory(g->err);
	if ((status != DT_OK && status != DT_EINPUT) || value == NULL)
		return status;
	enum dt_status below = graft_map(g, key->group, value);
	return below != DT_OK ? below : status;
}

/* The text of a .nfg in place of its file's name. */
static enum dt_status
graft_nfg(struct dt_catalogue_graft *g, struct dt_node *payoffs)
{
	struct dt_node *file = dt_node_get(payoffs, "file");
	if (file == NULL || file->kind != DT_NODE_SCALAR ||
	    dt_node_get(payoffs, "nfg") != NULL)
		return DT_OK;
	struct dt_arena *arena = g->catalogue->arena;
	const char *near = file->at.source->path;
	const char *slash = file->text[0] == '/' ? NULL : strrchr(near, '/');
	const char *path = slash == NULL ? file->text : dt_arena_print(arena,
	    "%.*s/%s", (int)(slash - near), near, file->text);
	struct dt_source *source;
	struct dt_error why;
	if (path == NULL)
		return dt_status_no_memory(g->err);
	enum dt_status status = dt_node_load(arena, path, &source, &why);
	if (status == DT_ENOMEM)
		return dt_status_no_memory(g->err);
	if (status != DT_OK)
		return dt_faults_add(g->faults, file->at, NULL, "%s",
		    why.message);
	struct dt_node *text = dt_node_scalar(arena, source->text,
	    (struct dt_place){ .source = source });
	if (text == NULL)
		return dt_status_no_memory(g->err);
	text->quoted = true;
	dt_node_remove(payoffs, "file");
	return dt_node_put(arena, payoffs, "nfg", text) ? DT_OK :
	    dt_status_no_memory(g->err);
}

/* One that is written in its place need not say a name. */
static enum dt_status
name_mind(struct dt_catalogue_graft *g, struct dt_node *strategy)
{
	const struct dt_node *learner = dt_node_get(strategy, "learner");
	const struct dt_node *command = dt_node_get(strategy, "command");
	const char *name = command != NULL ? "program" : learner == NULL ||
	    learner->kind != DT_NODE_SCALAR ? NULL : learner->text;
	if (name == NULL || dt_node_get(strategy, "strategy") != NULL)
		return DT_OK;
	struct dt_node *value = dt_node_scalar(g->catalogue->arena, name,
	    strategy->at);
	return value != NULL && dt_node_put(g->catalogue->arena, strategy,
	    "strategy", value) ? DT_OK : dt_status_no_memory(g->err);
}

/* The strategies that a learner thinks of, in place of their names. */
static enum dt_status
graft_hypotheses(struct dt_catalogue_graft *g, struct dt_node *strategy)
{
	const struct dt_catalogue_kind *kind = dt_catalogue_kind_of("strategy");
	struct dt_node *list = dt_node_get(strategy, "hypotheses");
	enum dt_status status = name_mind(g, strategy);
	for (size_t i = 0; list != NULL && list->kind == DT_NODE_LIST &&
	    i < list->n && status == DT_OK; i++) {
		struct dt_node *name = list->items[i], *tree = NULL;
		if (!is_name(name))
			continue;
		status = take_from(g, kind, name->text, name->at, &tree);
		if (status == DT_OK)
			list->items[i] = tree;
	}
	return status;
}

static enum dt_status
graft_map(struct dt_catalogue_graft *g, const struct dt_schema *schema,
    struct dt_node *map)
{
	enum dt_status status = DT_OK;
	if (map->kind != DT_NODE_MAP)
		return DT_OK;
	if (strcmp(schema->name, "payoffs") == 0)
		status = graft_nfg(g, map);
	else if (strcmp(schema->name, "strategy") == 0)
		status = graft_hypotheses(g, map);
	for (const struct dt_schema_key *key = schema->keys; key->name != NULL &&
	    (status == DT_OK || status == DT_EINPUT); key++) {
		struct dt_node *value = dt_node_get(map, key->name);
		if (key->type == DT_MAP && value != NULL)
			status = graft_seats(g, key, value);
		else if (key->type == DT_GROUP)
			status = graft_group(g, key, map);
	}
	return status;
}

enum dt_status
dt_catalogue_graft(const struct dt_catalogue *catalogue,
    const struct dt_schema *schema, struct dt_node *root,
    struct dt_faults *faults, struct dt_error *err)
{
	struct dt_catalogue_graft g = { catalogue, faults, err, 0 };
	enum dt_status status = graft_map(&g, schema, root);
	return status == DT_OK && faults->total > 0 ? DT_EINPUT : status;
}
