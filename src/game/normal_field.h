/*
 * normal_field: the fields of a CSV text (RFC 4180), one at a time: games in
 * normal form, and moves that are imported.
 */
#ifndef DT_GAME_NORMAL_FIELD_H
#define DT_GAME_NORMAL_FIELD_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/faults.h"

struct dt_normal_fields {
	struct dt_arena *arena;
	const struct dt_source *source;
	struct dt_faults *faults;
	size_t offset, line, column;
	char *bytes;            /* room for the longest field */
	char separator;         /* between fields; a comma from the start */
};

struct dt_normal_field {
	const char *text;       /* in the arena; without the quotes and
	                         * without blanks around it */
	struct dt_place at;
	bool last;              /* of its line */
};

enum dt_status dt_normal_field_start(struct dt_normal_fields *fields,
    struct dt_arena *arena, const struct dt_source *source,
    struct dt_faults *faults, struct dt_error *err);

bool dt_normal_field_end(const struct dt_normal_fields *fields);

/* Where the next one begins. */
struct dt_place dt_normal_field_place(const struct dt_normal_fields *fields);

/* Takes one and what is behind it. Only quotes can be wrong. */
enum dt_status dt_normal_field_take(struct dt_normal_fields *fields,
    struct dt_normal_field *field, struct dt_error *err);

#endif
