/* catalogue_internal: what the files of the catalogue share. */
#ifndef DT_CATALOGUE_INTERNAL_H
#define DT_CATALOGUE_INTERNAL_H

#include "catalogue/catalogue.h"

/* The kind that a text's first key names, without reading all of it. */
const struct dt_catalogue_kind *dt_catalogue_kind_of_text(const char *text);

/* Grafting, as it goes down a tree. */
struct dt_catalogue_graft {
	const struct dt_catalogue *catalogue;
	struct dt_faults *faults;
	struct dt_error *err;
	int depth;              /* of files that name files */
};

/* What a key's value stands for, as a tree of its own: a name's file, a map
 * with what it takes `from` another, or the key's preset where value is
 * NULL. *value stays what it is (or NULL) where nothing is named. */
enum dt_status dt_catalogue_follow(struct dt_catalogue_graft *graft,
    const struct dt_schema_key *key, struct dt_place at, struct dt_node **value);

/* The same for one seat of a map of such values, by the seat's name. */
enum dt_status dt_catalogue_follow_seat(struct dt_catalogue_graft *graft,
    const struct dt_schema_key *key, const struct dt_node *name,
    struct dt_node **value);

#endif
