/* node: trees that a program makes and changes; see node.h. Arrays are never
 * shared, and a tree that was read keeps its size, so that each change makes
 * new arrays: trees are small and their arena is freed as a whole. */
#include "base/node.h"

#include <string.h>

static size_t
find(const struct dt_node *map, const char *key)
{
	size_t i = 0;
	while (i < map->n && strcmp(map->keys[i]->text, key) != 0)
		i++;
	return i;
}

struct dt_node *
dt_node_get(const struct dt_node *node, const char *key)
{
	if (node == NULL || node->kind != DT_NODE_MAP)
		return NULL;
	size_t i = find(node, key);
	return i < node->n ? node->items[i] : NULL;
}

struct dt_place
dt_node_key_place(const struct dt_node *node, const char *key)
{
	if (node == NULL)
		return (struct dt_place){ 0 };
	if (node->kind != DT_NODE_MAP)
		return node->at;
	size_t i = find(node, key);
	return i < node->n ? node->keys[i]->at : node->at;
}

static struct dt_node *
make(struct dt_arena *arena, enum dt_node_kind kind, struct dt_place at)
{
	struct dt_node *node = dt_arena_new(arena, 1, sizeof(*node));
	if (node != NULL) {
		node->kind = kind;
		node->at = at;
		node->text = "";
	}
	return node;
}

struct dt_node *
dt_node_scalar(struct dt_arena *arena, const char *text, struct dt_place at)
{
	struct dt_node *node = make(arena, DT_NODE_SCALAR, at);
	if (node != NULL)
		node->text = dt_arena_copy(arena, text);
	return node != NULL && node->text != NULL ? node : NULL;
}

struct dt_node *
dt_node_map(struct dt_arena *arena, struct dt_place at)
{
	return make(arena, DT_NODE_MAP, at);
}

struct dt_node *
dt_node_list(struct dt_arena *arena, size_t n, struct dt_place at)
{
	struct dt_node *list = make(arena, DT_NODE_LIST, at);
	if (list == NULL)
		return NULL;
	list->items = dt_arena_new(arena, n, sizeof(*list->items));
	list->n = n;
	return list->items != NULL ? list : NULL;
}

static bool
append(struct dt_arena *arena, struct dt_node *map, struct dt_node *key,
    struct dt_node *value)
{
	size_t n = map->n;
	struct dt_node **keys = dt_arena_new(arena, n + 1, sizeof(*keys));
	struct dt_node **items = dt_arena_new(arena, n + 1, sizeof(*items));
	if (keys == NULL || items == NULL)
		return false;
	if (n > 0) {
		memcpy(keys, map->keys, n * sizeof(*keys));
		memcpy(items, map->items, n * sizeof(*items));
	}
	keys[n] = key;
	items[n] = value;
	map->keys = keys;
	map->items = items;
	map->n = n + 1;
	return true;
}

bool
dt_node_put(struct dt_arena *arena, struct dt_node *map, const char *key,
    struct dt_node *value)
{
	size_t i = find(map, key);
	if (i < map->n) {
		map->items[i] = value;
		return true;
	}
	struct dt_node *name = dt_node_scalar(arena, key, value->at);
	return name != NULL && append(arena, map, name, value);
}

bool
dt_node_set(struct dt_arena *arena, struct dt_node *map, const char *key,
    struct dt_node *value)
{
	size_t i = find(map, key);
	struct dt_node *name = dt_node_scalar(arena, key, value->at);
	if (name == NULL || !dt_node_put(arena, map, key, value))
		return false;
	map->keys[i] = name;
	return true;
}

void
dt_node_remove(struct dt_node *map, const char *key)
{
	size_t i = find(map, key);
	if (i == map->n)
		return;
	map->n--;
	for (; i < map->n; i++) {
		map->keys[i] = map->keys[i + 1];
		map->items[i] = map->items[i + 1];
	}
}

static bool
both_maps(const struct dt_node *a, const struct dt_node *b)
{
	return a != NULL && a->kind == DT_NODE_MAP && b->kind == DT_NODE_MAP;
}

static struct dt_node *
copy_map(struct dt_arena *arena, const struct dt_node *map, size_t room)
{
	struct dt_node *copy = make(arena, DT_NODE_MAP, map->at);
	if (copy == NULL)
		return NULL;
	copy->torn = map->torn;
	copy->keys = dt_arena_new(arena, room, sizeof(*copy->keys));
	copy->items = dt_arena_new(arena, room, sizeof(*copy->items));
	if (copy->keys == NULL || copy->items == NULL)
		return NULL;
	for (size_t i = 0; i < map->n; i++) {
		copy->keys[i] = map->keys[i];
		copy->items[i] = map->items[i];
	}
	copy->n = map->n;
	return copy;
}

/* The keys of `base` come first and keep their order; what `over` replaces
 * brings its own key along, whose place is the one to blame. */
struct dt_node *
dt_node_merge(struct dt_arena *arena, const struct dt_node *base,
    const struct dt_node *over)
{
	struct dt_node *map = copy_map(arena, base, base->n + over->n);
	if (map == NULL)
		return NULL;
	map->at = over->at;
	map->torn = base->torn || over->torn;
	for (size_t j = 0; j < over->n; j++) {
		size_t i = find(map, over->keys[j]->text);
		struct dt_node *old = i < map->n ? map->items[i] : NULL;
		struct dt_node *value = over->items[j];
		if (both_maps(old, value))
			value = dt_node_merge(arena, old, value);
		if (value == NULL)
			return NULL;
		map->n += i == map->n;
		map->keys[i] = over->keys[j];
		map->items[i] = value;
	}
	return map;
}
