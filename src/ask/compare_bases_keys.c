/* compare_bases_keys: a configuration as keys, and which of two differ; see
 * compare_bases.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ask/compare_bases.h"
#include "base/faults.h"
#include "base/node.h"

/* ---- a tree as keys ---- */

/* Words about a file change nothing that is played. */
static bool
is_words(const char *key)
{
	static const char *const words[] = { "title", "summary", "source",
		"status", "runs" };
	for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++)
		if (strcmp(key, words[k]) == 0)
			return true;
	return false;
}

/* A scalar, or all of a list, on one line. */
static const char *
value_of(struct dt_arena *arena, const struct dt_node *node)
{
	struct dt_text text = { 0 };
	if (node->kind == DT_NODE_SCALAR)
		return node->text;
	dt_node_print(node, 0, &text);
	char *copy = text.failed ? NULL : dt_arena_copy(arena,
	    dt_text_string(&text));
	dt_text_free(&text);
	for (char *c = copy; c != NULL && *c != '\0'; c++)
		if (*c == '\n')
			*c = ' ';
	return copy;
}

static bool
add(struct dt_arena *arena, struct dt_compare_keys *keys, const char *path,
    const struct dt_node *node)
{
	struct dt_compare_key *more = dt_arena_grow(arena, keys->of, keys->n,
	    &keys->room, sizeof(*more));
	const char *value = value_of(arena, node);
	if (more == NULL || path == NULL || value == NULL)
		return false;
	keys->of = more;
	keys->of[keys->n++] = (struct dt_compare_key){ path, value };
	return true;
}

/* Depth is bounded by DT_NODE_DEPTH. */
static bool
flatten(struct dt_arena *arena, struct dt_compare_keys *keys,
    const char *path, const struct dt_node *node)
{
	if (node->kind != DT_NODE_MAP)
		return add(arena, keys, path, node);
	for (size_t k = 0; k < node->n; k++) {
		const char *key = node->keys[k]->text;
		if (is_words(key))
			continue;
		const char *below = path == NULL ? key : dt_arena_print(arena,
		    "%s.%s", path, key);
		if (below == NULL || !flatten(arena, keys, below,
		    node->items[k]))
			return false;
	}
	return true;
}

static int
by_path(const void *a, const void *b)
{
	const struct dt_compare_key *x = a, *y = b;
	return strcmp(x->path, y->path);
}

enum dt_status
dt_compare_bases_keys(struct dt_arena *arena,
    struct dt_compare_experiment *e, struct dt_error *err)
{
	struct dt_source source = { .path = "the database", .text = e->config,
		.size = strlen(e->config) };
	struct dt_faults faults = { .arena = arena };
	struct dt_node *root = NULL;
	enum dt_status status = dt_node_read(arena, &source, &root, &faults,
	    err);
	if (status != DT_OK)
		return status;
	if (root == NULL || !flatten(arena, &e->keys, NULL, root))
		return dt_status_no_memory(err);
	if (e->keys.n > 0)
		qsort(e->keys.of, e->keys.n, sizeof(*e->keys.of), by_path);
	return DT_OK;
}

/* ---- two of them ---- */

static const char *
look(const struct dt_compare_keys *keys, const char *path)
{
	struct dt_compare_key wanted = { path, NULL };
	const struct dt_compare_key *found = keys->n == 0 ? NULL :
	    bsearch(&wanted, keys->of, keys->n, sizeof(*keys->of), by_path);
	return found != NULL ? found->value : NULL;
}

/* Whether a map above this key is a file of another name in the two: "treaty."
 * of "treaty.monitoring.miss", where "treaty.treaty" differs. */
static bool
is_below_other(const struct dt_compare_keys *a,
    const struct dt_compare_keys *b, const char *path)
{
	char name[256];
	for (const char *dot = strchr(path, '.'); dot != NULL;
	    dot = strchr(dot + 1, '.')) {
		const char *from = dot;
		while (from > path && from[-1] != '.')
			from--;
		int n = snprintf(name, sizeof(name), "%.*s.%.*s",
		    (int)(dot - path), path, (int)(dot - from), from);
		if (n < 0 || (size_t)n >= sizeof(name) ||
		    strcmp(name, path) == 0)
			continue;
		const char *x = look(a, name), *y = look(b, name);
		if (x != NULL && y != NULL && strcmp(x, y) != 0)
			return true;
	}
	return false;
}

size_t
dt_compare_bases_differ(const struct dt_compare_keys *a,
    const struct dt_compare_keys *b, void (*tell)(void *context,
    const char *path, const char *a, const char *b), void *context)
{
	size_t i = 0, j = 0, n = 0;
	while (i < a->n || j < b->n) {
		int order = i == a->n ? 1 : j == b->n ? -1 :
		    strcmp(a->of[i].path, b->of[j].path);
		const struct dt_compare_key *x = order <= 0 ? &a->of[i++] :
		    NULL, *y = order >= 0 ? &b->of[j++] : NULL;
		const char *path = x != NULL ? x->path : y->path;
		if ((x != NULL && y != NULL &&
		    strcmp(x->value, y->value) == 0) ||
		    is_below_other(a, b, path))
			continue;
		n++;
		if (tell != NULL)
			tell(context, path, x ? x->value : NULL,
			    y ? y->value : NULL);
	}
	return n;
}
