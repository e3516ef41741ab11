/*
 * node: a YAML text as a tree in which each piece knows its place.
 *
 * The subset is what people write by hand: block and flow maps, lists, plain,
 * quoted and block scalars. Anchors, aliases, tags, second documents, depth
 * over DT_NODE_DEPTH and files over DT_NODE_BYTES are refused. Everything
 * lives in the arena that the caller gives.
 *
 * A place names its own file, so that a tree made of several files (a
 * scenario with its treaty grafted in) still reports the right one.
 */
#ifndef DT_BASE_NODE_H
#define DT_BASE_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/status.h"
#include "base/text.h"

struct dt_faults;

enum { DT_NODE_DEPTH = 32, DT_NODE_BYTES = 1 << 20 };

struct dt_source {
	const char *path;       /* as shown to people; "--set" for overrides */
	const char *text;       /* NUL-terminated; NULL if lines are not shown */
	size_t size;
};

struct dt_place {
	const struct dt_source *source;
	size_t line, column;    /* from 1; line 0: no line to show */
	size_t length;          /* characters to underline; at least 1 */
};

enum dt_node_kind { DT_NODE_SCALAR, DT_NODE_LIST, DT_NODE_MAP };

struct dt_node {
	enum dt_node_kind kind;
	struct dt_place at;
	const char *text;       /* scalar: its value, "" for an empty one */
	bool quoted;            /* scalar: was quoted or a block, so is text */
	bool torn;              /* what stands here could not be read and was
	                         * reported: blame neither the value of a
	                         * scalar nor what a map lacks */
	size_t n;               /* list: items; map: pairs */
	struct dt_node **keys;  /* map: scalars, in the file's order */
	struct dt_node **items; /* list: items; map: values */
};

/*
 * Reads a text into a tree. Faults of form (a tab, a missing colon, ...) are
 * added to faults, the text is mended at the place (in a private copy) and
 * reading goes on, so that all faults of a file are found in one go. *root is
 * NULL if nothing could be made of it. DT_EINPUT if there was any fault.
 */
enum dt_status dt_node_read(struct dt_arena *arena,
    const struct dt_source *source, struct dt_node **root,
    struct dt_faults *faults, struct dt_error *err);

/* One value as it would be written after a key ("0.1", "[1, 2]"); its places
 * have no line to show. NULL: no memory, or not YAML. */
struct dt_node *dt_node_read_value(struct dt_arena *arena, const char *text);

/* Reads a file whole into the arena: refuses what is too big, not a file, or
 * not UTF-8 text; says why with the path. */
enum dt_status dt_node_load(struct dt_arena *arena, const char *path,
    struct dt_source **source, struct dt_error *err);
/* The same where so many bytes are not too big. */
enum dt_status dt_node_load_large(struct dt_arena *arena, const char *path,
    size_t most, struct dt_source **source, struct dt_error *err);

/* The value under a key of a map, or NULL (also if node is NULL or no map). */
struct dt_node *dt_node_get(const struct dt_node *node, const char *key);

/* The place of a key of a map, or of the map itself where the key is not. */
struct dt_place dt_node_key_place(const struct dt_node *node,
    const char *key);

/* New nodes for trees made by a program. NULL: memory is out. */
struct dt_node *dt_node_scalar(struct dt_arena *arena, const char *text,
    struct dt_place at);
struct dt_node *dt_node_map(struct dt_arena *arena, struct dt_place at);

/* A list of n items, all NULL until the caller sets them. */
struct dt_node *dt_node_list(struct dt_arena *arena, size_t n,
    struct dt_place at);

/* Puts value under key, in place of what was there. False: memory is out. */
bool dt_node_put(struct dt_arena *arena, struct dt_node *map,
    const char *key, struct dt_node *value);
/* The same as a person's wish: the key is now where the value is, too. */
bool dt_node_set(struct dt_arena *arena, struct dt_node *map,
    const char *key, struct dt_node *value);
void dt_node_remove(struct dt_node *map, const char *key);

/* Another map with the keys of `over`, and those of `base` that it lacks;
 * maps below are merged the same way, lists and scalars are replaced. */
struct dt_node *dt_node_merge(struct dt_arena *arena,
    const struct dt_node *base, const struct dt_node *over);

/* YAML that reads back as the same tree, each line behind `indent` spaces.
 * Block style for maps, flow style for lists of scalars and for maps in
 * lists that fit a line. */
void dt_node_print(const struct dt_node *node, size_t indent,
    struct dt_text *text);

#endif
