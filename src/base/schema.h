/*
 * schema: what a file may say, as one table a kind of map.
 *
 * A row of a table is a key: its type, range, unit, default and help, and the
 * offset of the member that it fills. From the same rows come the reading and
 * checking of files, the printing of a resolved one, `detente help keys`, the
 * section 5 manual page and the templates of `detente init`.
 *
 * To add a key: add the member to the struct and a row to its table. To add a
 * kind of file: write a struct that begins with a struct dt_origin, its table,
 * and put it into the catalogue (catalogue/catalogue.c).
 *
 * How types fill members:
 *   DT_TEXT    const char *      any scalar
 *   DT_NAME    const char *      [a-z0-9][a-z0-9.-]*
 *   DT_NUMBER  double            finite, in [least, most]
 *   DT_COUNT   int64_t           whole, in [least, most]
 *   DT_FLAG    bool              yes, no, true, false
 *   DT_WORD    int               index into words
 *   DT_GROUP   the group's struct, embedded
 *   DT_LIST    struct dt_list    of group structs, or of `item` values
 *                                (const char *, double, int64_t) packed
 *   DT_MAP     struct dt_list    of group structs, each named by its key
 *   DT_RAW     const struct dt_node *   for what has a grammar of its own;
 *                                NULL where absent
 */
#ifndef DT_BASE_SCHEMA_H
#define DT_BASE_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/faults.h"
#include "base/node.h"

enum dt_type {
	DT_TEXT, DT_NAME, DT_NUMBER, DT_COUNT, DT_FLAG, DT_WORD,
	DT_GROUP, DT_LIST, DT_MAP, DT_RAW,
};

/* First member of every struct that a group fills. */
struct dt_origin {
	const struct dt_node *node;     /* the map it was read from, or NULL */
	const char *name;               /* its key, if it is a map's value */
};

struct dt_list {
	void *items;
	size_t n;
};

struct dt_schema_key {
	const char *name;       /* NULL ends a table */
	enum dt_type type;
	enum dt_type item;      /* DT_LIST of plain values: their type */
	size_t offset;
	double least, most;     /* numbers: allowed range; lists and maps: of
	                         * their number of items. least == most: no
	                         * limits */
	bool required;
	const char *const *unless;      /* required, if at all, but where one of
	                         * these keys is said; not printed then;
	                         * NULL-terminated, or NULL */
	bool instead;           /* stands in place of other keys: templates only
	                         * mention it */
	bool apart;             /* DT_LIST of plain values: read and checked, and
	                         * no part of what is read: it fills no member
	                         * and is not printed, so that no name of a
	                         * game hangs on it. It is in the tree */
	bool shorthand;         /* DT_GROUP: a scalar fills all its numbers */
	const char *unit;       /* "chance", "rounds", "payoff", ... or NULL */
	const char *preset;     /* the default as it would be written; NULL:
	                         * absent (NAN, 0, "", empty) */
	const char *const *words;       /* DT_WORD: choices, NULL-terminated */
	const struct dt_schema *group;  /* DT_GROUP, DT_LIST, DT_MAP */
	const char *kind;       /* a name of a file of this kind may stand here
	                         * instead; the catalogue grafts it in */
	const char *help;       /* one sentence, no full stop needed */
	const char *example;    /* a value as it would be written, or NULL */
};

/* The row of a key that any kind of file may have; catalogue/cites.h reads
 * what stands there. */
#define DT_SCHEMA_CITES \
	{ "cites", DT_LIST, .item = DT_TEXT, .apart = true, \
	  .help = "Sources by their keys in the bibliography, each with a " \
	      "place in it behind a comma; no part of the game. All keys: " \
	      "detente list sources", \
	  .example = "['schelling-1960, chapter 2', nash-1950]" }

struct dt_schema {
	const char *name;       /* "treaty" */
	const char *brief;      /* one line */
	size_t size;            /* of the struct it fills */
	const struct dt_schema_key *keys;
};

/*
 * Fills `into` (size bytes, zeroed by the call) from a tree. Reports unknown,
 * duplicate and missing keys, wrong types and ranges, each at its place, and
 * goes on. DT_EINPUT if faults has any, those of dt_node_read included (a
 * node of NULL, after one that could make nothing of its text, is fine);
 * DT_ENOMEM. The texts are those of the tree: it must live as long.
 */
enum dt_status dt_schema_read(const struct dt_schema *schema,
    struct dt_arena *arena, const struct dt_node *node, void *into,
    struct dt_faults *faults, struct dt_error *err);

/*
 * The struct as YAML with every key that has a value, defaults too, in the
 * table's order: reads back as the same struct. This is the resolved form
 * that is hashed and kept in a database.
 */
void dt_schema_print(const struct dt_schema *schema, const void *from,
    size_t indent, struct dt_text *text);

/* The row of a key, or NULL. */
const struct dt_schema_key *dt_schema_key(const struct dt_schema *schema,
    const char *name);

/* "a number from 0 to 1", "one of: lab, nation", "a list of names": what a
 * key takes, for messages and manuals. */
void dt_schema_describe(const struct dt_schema_key *key, struct dt_text *text);

/*
 * The keys of a schema and of the groups in it, each with its dotted path,
 * type, unit, default and help: as plain text, or as an mdoc list.
 */
void dt_schema_help(const struct dt_schema *schema, struct dt_text *text);
void dt_schema_help_mdoc(const struct dt_schema *schema,
    struct dt_text *text);

#endif
