/*
 * cites: the key `cites` of files: works by their keys in the bibliography
 * (works.h), each with a place in it behind a comma.
 */
#ifndef DT_CITES_H
#define DT_CITES_H

#include "catalogue/works.h"

struct dt_cite {
	const struct dt_node *node;     /* what was written, with its place */
	const char *key;                /* `letters` bytes of it */
	size_t letters;
	const char *place;              /* "table 3"; or "" */
};

/* All of a tree, at whatever depth, in its order; in the arena. */
enum dt_status dt_cites_find(struct dt_arena *arena,
    const struct dt_node *root, struct dt_cite **cites, size_t *n,
    struct dt_error *err);

/* Takes them out, at whatever depth: no name of what is played may hang on who
 * is cited. */
void dt_cites_drop(struct dt_node *node);

/* A key that no bibliography has is a fault at its place, and so is a name
 * among the `claims` of a sweep that no claim has. */
enum dt_status dt_cites_check(const struct dt_catalogue *catalogue,
    const struct dt_node *root, struct dt_faults *faults,
    struct dt_error *err);

/* A file that cites, and what. */
struct dt_citing {
	const struct dt_catalogue_entry *file;
	struct dt_cite cite;
};

/* Of every file of every kind, kind by kind and by name. */
enum dt_status dt_cites_all(const struct dt_catalogue *catalogue,
    struct dt_citing **citing, size_t *n, struct dt_error *err);

#endif
