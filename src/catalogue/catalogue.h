/*
 * catalogue: finds the files that people write, by name or by path.
 *
 * A name is looked for, in this order, in the folder of the file that uses
 * it, in the working folder, in the folders of DETENTE_PATH, and in the
 * folders the program brings (the source tree when it runs from there, else
 * the installed data); in each as NAME.yaml and as FOLDER/NAME.yaml, with the
 * kind's folders. A word with a slash or ending in .yaml is a path, counted
 * from the folder of the file that uses it. A file's
 * kind is told by its first key (`strategy:`, `treaty:`, ...).
 *
 * To add a kind of file: its schema, and a row in the table of
 * catalogue_read.c.
 */
#ifndef DT_CATALOGUE_H
#define DT_CATALOGUE_H

#include "base/schema.h"

struct dt_catalogue_entry;

struct dt_catalogue_kind {
	const char *word;               /* "strategy": also the first key */
	const char *plural;             /* "strategies": for `detente list` */
	const struct dt_schema *schema;
	const char *const *folders;     /* below a root; NULL-terminated */
};

/* Rows with word NULL last. */
extern const struct dt_catalogue_kind dt_catalogue_kinds[];

/* By singular or plural; NULL if there is none. */
const struct dt_catalogue_kind *dt_catalogue_kind_of(const char *word);

/* A folder whose files were read, each once. */
struct dt_catalogue_folder {
	const char *path;
	struct dt_catalogue_entry *entries;     /* of all kinds */
	size_t n, room;
	struct dt_catalogue_folder *next;
};

/* Not for several threads at a time. */
struct dt_catalogue {
	struct dt_arena *arena;         /* the caller's: everything lives here */
	const char *const *roots;       /* NULL-terminated, nearest first */
	struct dt_catalogue_folder **index;     /* what was listed before;
	                                         * NULL: nothing is kept */
};

/* Roots: ".", those of path (colon-separated, may be NULL), then `brought`
 * (NULL-terminated, may be NULL). */
enum dt_status dt_catalogue_open(struct dt_catalogue *catalogue,
    struct dt_arena *arena, const char *path, const char *const *brought,
    struct dt_error *err);

/* One file of a kind, for a list. */
struct dt_catalogue_entry {
	const char *name, *title, *summary, *status, *path;
	const struct dt_catalogue_kind *kind;
};

/* All files of a kind, by name, the nearest where a name is there twice. A
 * file that cannot be read has its first fault as its summary. */
enum dt_status dt_catalogue_list(const struct dt_catalogue *catalogue,
    const struct dt_catalogue_kind *kind, struct dt_catalogue_entry **entries,
    size_t *n, struct dt_error *err);

/* What is said where not even the files that come with the program are found. */
#define DT_CATALOGUE_EMPTY "the files that come with the program were not " \
	"found: set DETENTE_PATH to the folder that has agents, treaties and " \
	"data in it"
/* "'tit-for-tat'": what may be meant by a name that no file of a kind has, a
 * short one (nickname.h) or one that is near. NULL: nothing is, or no memory. */
const char *dt_catalogue_meant(const struct dt_catalogue *catalogue,
    const struct dt_catalogue_kind *kind, const char *name);

/* Finds a path for a name; `near` is the path of the file that uses it, or
 * NULL. DT_EINPUT "there is no treaty 'x'" with the nearest name, for which all of
 * a kind are read; where err is NULL they are not. */
enum dt_status dt_catalogue_find(const struct dt_catalogue *catalogue,
    const struct dt_catalogue_kind *kind, const char *name,
    const char *near, const char **path, struct dt_error *err);

/* Reads a file by path into a tree and tells its kind. Faults of form are
 * added; *root may be NULL after them. */
enum dt_status dt_catalogue_read(const struct dt_catalogue *catalogue,
    const char *path, struct dt_node **root,
    const struct dt_catalogue_kind **kind, struct dt_faults *faults,
    struct dt_error *err);

/* Finds the file of a name, as above, and reads it: it must be of that kind,
 * by its word ("treaty"). DT_EINPUT: it is of another, and that is said. */
enum dt_status dt_catalogue_named(const struct dt_catalogue *catalogue,
    const char *word, const char *name, const char *near,
    struct dt_node **root, struct dt_faults *faults, struct dt_error *err);

/*
 * Grafts into a tree, in place, the files that it names: wherever the schema
 * has a `kind`, a name becomes that file's tree, and a map with `from: NAME`
 * takes from that file what it does not say itself. An absent key with a
 * preset takes the preset's file. `.nfg` files become text.
 */
enum dt_status dt_catalogue_graft(const struct dt_catalogue *catalogue,
    const struct dt_schema *schema, struct dt_node *root,
    struct dt_faults *faults, struct dt_error *err);

/*
 * One override, "noise.slip=0.02", "agents.openai.strategy=grim" or
 * "treaty.monitoring={miss: .1}": sets that key of a tree, grafting in what
 * it passes through. Values are YAML. The place of what it sets is "--set".
 * "--treaty=npt" is what an option `treaty` sets, as by the next function.
 */
enum dt_status dt_catalogue_set(const struct dt_catalogue *catalogue,
    const struct dt_schema *schema, struct dt_node *root,
    const char *assignment, struct dt_faults *faults, struct dt_error *err);

/* The same for a key that an option stands for: the place of the value is
 * the option ("--continuation") with what was typed behind it. */
enum dt_status dt_catalogue_set_option(const struct dt_catalogue *catalogue,
    const struct dt_schema *schema, struct dt_node *root, const char *option,
    const char *key, const char *value, struct dt_faults *faults,
    struct dt_error *err);

/* The same with a value that is a tree already, which becomes a part of this
 * one; the path is written at `at`, and blamed there. */
enum dt_status dt_catalogue_put(const struct dt_catalogue *catalogue,
    const struct dt_schema *schema, struct dt_node *root, const char *path,
    struct dt_place at, struct dt_node *value, struct dt_faults *faults,
    struct dt_error *err);

/* Checks a file of any kind whole, its references and meaning included, as
 * `detente check` does: reads, grafts, decodes, compiles for a game that it
 * would play. With `printed`, the resolved file is added to it. */
enum dt_status dt_catalogue_check(const struct dt_catalogue *catalogue,
    const char *path, struct dt_text *printed,
    const struct dt_catalogue_kind **kind, struct dt_faults *faults,
    struct dt_error *err);

#endif
