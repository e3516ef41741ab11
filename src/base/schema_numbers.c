/* schema_numbers: see schema_numbers.h. */
#include "base/schema_numbers.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"

struct walk {
	struct dt_arena *arena;
	struct dt_schema_number *list;  /* NULL: counts alone */
	size_t n;
	bool failed;
};

static void
add(struct walk *w, struct dt_node *node, const struct dt_schema_key *key,
    const char *path)
{
	double now;
	if (key == NULL || (key->type != DT_NUMBER && key->type != DT_COUNT) ||
	    !dt_number_read(node->text, &now))
		return;
	if (w->list != NULL)
		w->list[w->n] = (struct dt_schema_number){ node, key, path,
		    now };
	w->n++;
}

static const char *
path_of(struct walk *w, const char *path, const struct dt_node *node, size_t k)
{
	const char *dot = path[0] == '\0' ? "" : ".";
	const char *to = node->kind == DT_NODE_LIST ? dt_arena_print(w->arena,
	    "%s%s%zu", path, dot, k + 1) : dt_arena_print(w->arena, "%s%s%s",
	    path, dot, node->keys[k]->text);
	w->failed |= to == NULL;
	return to;
}

/* One place: the map of a group; a list or a map of such; a scalar. */
static void
visit(struct walk *w, struct dt_node *node, const struct dt_schema *schema,
    const struct dt_schema_key *key, const char *path)
{
	bool items = key != NULL && (key->type == DT_LIST ||
	    key->type == DT_MAP);
	if (w->failed || node == NULL)
		return;
	if (node->kind == DT_NODE_SCALAR) {
		add(w, node, key, path);
		return;
	}
	if (items)
		schema = key->group;
	for (size_t k = 0; schema != NULL && k < node->n; k++) {
		const struct dt_schema_key *in = items ||
		    node->kind == DT_NODE_LIST ? NULL :
		    dt_schema_key(schema, node->keys[k]->text);
		const char *to = path_of(w, path, node, k);
		if (to != NULL && (items || in != NULL))
			visit(w, node->items[k], items ? schema : in->group,
			    in, to);
	}
}

enum dt_status
dt_schema_numbers(struct dt_arena *arena, struct dt_node *root,
    const struct dt_schema *schema, struct dt_schema_number **list, size_t *n,
    struct dt_error *err)
{
	struct walk w = { .arena = arena };
	visit(&w, root, schema, NULL, "");
	*list = w.list = dt_arena_new(arena, w.n + 1, sizeof(*w.list));
	*n = w.n = 0;
	if (w.list != NULL)
		visit(&w, root, schema, NULL, "");
	*n = w.n;
	return w.list == NULL || w.failed ? dt_status_no_memory(err) : DT_OK;
}

struct dt_node *
dt_schema_numbers_at(struct dt_node *node, const char *path)
{
	while (node != NULL && *path != '\0') {
		struct dt_node *in = NULL;
		size_t k = node->kind == DT_NODE_LIST ?
		    (size_t)strtoul(path, NULL, 10) : 0, length = 0;
		if (k >= 1 && k <= node->n) {
			in = node->items[k - 1];
			length = strcspn(path, ".");
		}
		/* A name may have dots in it: the longest that is there. */
		for (k = 0; node->kind == DT_NODE_MAP && k < node->n; k++) {
			size_t n = strlen(node->keys[k]->text);
			if (n < length || strncmp(path, node->keys[k]->text,
			    n) != 0 || (path[n] != '.' && path[n] != '\0'))
				continue;
			in = node->items[k];
			length = n;
		}
		node = in;
		path += length + (path[length] == '.');
	}
	return node;
}
