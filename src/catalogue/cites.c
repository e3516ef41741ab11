/* cites: see cites.h. */
#include "catalogue/cites.h"

#include <string.h>

struct finder {
	struct dt_arena *arena;
	struct dt_cite *cites;
	size_t n, room;
};

static struct dt_cite
read_one(const struct dt_node *node)
{
	size_t letters = strcspn(node->text, ",");
	const char *place = node->text + letters;
	place += strspn(place, ", ");
	return (struct dt_cite){ node, node->text, letters, place };
}

static bool
add_list(struct finder *f, const struct dt_node *list)
{
	for (size_t i = 0; i < list->n; i++) {
		if (list->items[i]->kind != DT_NODE_SCALAR)
			continue;
		struct dt_cite *more = dt_arena_grow(f->arena, f->cites, f->n,
		    &f->room, sizeof(*more));
		if (more == NULL)
			return false;
		f->cites = more;
		f->cites[f->n++] = read_one(list->items[i]);
	}
	return true;
}

/* A tree is as deep as its file, whose depth is bounded where it is read. */
static bool
look(struct finder *f, const struct dt_node *node)
{
	if (node->kind == DT_NODE_SCALAR)
		return true;
	for (size_t i = 0; i < node->n; i++) {
		const struct dt_node *item = node->items[i];
		bool here = node->kind == DT_NODE_MAP &&
		    item->kind == DT_NODE_LIST &&
		    strcmp(node->keys[i]->text, "cites") == 0;
		if (!(here ? add_list(f, item) : look(f, item)))
			return false;
	}
	return true;
}

enum dt_status
dt_cites_find(struct dt_arena *arena, const struct dt_node *root,
    struct dt_cite **cites, size_t *n, struct dt_error *err)
{
	struct finder f = { .arena = arena };
	bool found = root == NULL || look(&f, root);
	*cites = f.cites;
	*n = f.n;
	return found ? DT_OK : dt_status_no_memory(err);
}

void
dt_cites_drop(struct dt_node *node)
{
	if (node->kind == DT_NODE_MAP)
		dt_node_remove(node, "cites");
	for (size_t i = 0; node->kind != DT_NODE_SCALAR && i < node->n; i++)
		dt_cites_drop(node->items[i]);
}

static enum dt_status
check_all(const struct dt_catalogue *catalogue, const struct dt_cite *cites,
    size_t n_cites, struct dt_faults *faults, struct dt_error *err)
{
	const struct dt_work *works;
	size_t n = 0;
	enum dt_status status = dt_works_read(catalogue, &works, &n,
	    err);
	const char **keys = status != DT_OK ? NULL :
	    dt_works_keys(catalogue->arena, works, n);
	if (keys == NULL)
		return status != DT_OK ? status : dt_status_no_memory(err);
	for (size_t i = 0; i < n_cites; i++) {
		const struct dt_cite *c = &cites[i];
		if (dt_works_find(works, n, c->key, c->letters) != NULL)
			continue;
		const char *key = dt_arena_copy_n(catalogue->arena, c->key,
		    c->letters);
		if (key == NULL)
			return dt_status_no_memory(err);
		const char *help = dt_faults_suggest(faults, key, keys);
		status = dt_faults_add(faults, c->node->at, help ? help :
		    "see `detente list sources`, or add it to a bibliography "
		    "(detente-files(5))", "no source has the key '%s'", key);
	}
	return status;
}

static enum dt_status
check_claims(const struct dt_catalogue *catalogue,
    const struct dt_node *root, struct dt_faults *faults)
{
	const struct dt_node *claims = dt_node_get(root, "claims");
	enum dt_status status = DT_OK;
	for (size_t i = 0; claims != NULL && claims->kind == DT_NODE_LIST &&
	    i < claims->n; i++) {
		const struct dt_node *name = claims->items[i];
		struct dt_error err = { 0 };
		const char *path;
		if (name->kind != DT_NODE_SCALAR || dt_catalogue_find(
		    catalogue, dt_catalogue_kind_of("claim"), name->text,
		    NULL, &path, &err) == DT_OK)
			continue;
		status = dt_faults_add(faults, name->at,
		    "see `detente list claims`", "%s", err.message);
	}
	return status;
}

enum dt_status
dt_cites_check(const struct dt_catalogue *catalogue,
    const struct dt_node *root, struct dt_faults *faults,
    struct dt_error *err)
{
	struct dt_cite *cites;
	size_t n;
	enum dt_status status = dt_cites_find(catalogue->arena, root, &cites,
	    &n, err);
	if (status == DT_OK && n > 0)
		status = check_all(catalogue, cites, n, faults, err);
	enum dt_status claims = check_claims(catalogue, root, faults);
	return status == DT_OK ? claims : status;
}

struct gatherer {
	const struct dt_catalogue *catalogue;
	struct dt_citing *citing;
	size_t n, room;
	struct dt_error *err;
};

/* A file with faults cites what can be read of it. */
static enum dt_status
gather_file(struct gatherer *g, const struct dt_catalogue_entry *file)
{
	struct dt_arena *arena = g->catalogue->arena;
	struct dt_faults faults = { .arena = arena };
	const struct dt_catalogue_kind *kind;
	struct dt_node *root;
	struct dt_cite *cites;
	size_t n = 0;
	enum dt_status status = dt_catalogue_read(g->catalogue, file->path,
	    &root, &kind, &faults, g->err);
	if (status == DT_ENOMEM)
		return status;
	status = dt_cites_find(arena, root, &cites, &n, g->err);
	for (size_t i = 0; status == DT_OK && i < n; i++) {
		struct dt_citing *more = dt_arena_grow(arena, g->citing, g->n,
		    &g->room, sizeof(*more));
		if (more == NULL)
			return dt_status_no_memory(g->err);
		g->citing = more;
		g->citing[g->n++] = (struct dt_citing){ file, cites[i] };
	}
	return status;
}

enum dt_status
dt_cites_all(const struct dt_catalogue *catalogue, struct dt_citing **citing,
    size_t *n, struct dt_error *err)
{
	struct gatherer g = { .catalogue = catalogue, .err = err };
	const struct dt_catalogue_kind *kind = dt_catalogue_kinds;
	enum dt_status status = DT_OK;
	for (; status == DT_OK && kind->word != NULL; kind++) {
		struct dt_catalogue_entry *files;
		size_t n_files = 0;
		status = dt_catalogue_list(catalogue, kind, &files, &n_files,
		    err);
		for (size_t i = 0; status == DT_OK && i < n_files; i++)
			status = gather_file(&g, &files[i]);
	}
	*citing = g.citing;
	*n = g.n;
	return status;
}
