/*
 * json_read: JSON from strangers, strictly: one object, of few levels, in
 * which each key stands once. What two readers could read as two things is
 * refused: a key twice, -0, a NUL, a byte order mark, half a surrogate, a
 * number that does not fit, anything behind the end.
 */
#ifndef DT_JSON_READ_H
#define DT_JSON_READ_H

#include <stdint.h>

#include "base/status.h"
#include "format/json.h"

enum { DT_JSON_DEPTH = 8 };     /* levels of objects and arrays */

/* The caller drops *value (json_decref). DT_EINPUT, and *value NULL: it is
 * refused; err says in one sentence why. */
enum dt_status dt_json_read(json_t **value, const char *bytes, size_t n,
    struct dt_error *err);

/* Has the object no keys but these (NULL at the end)? */
enum dt_status dt_json_read_only(const json_t *object,
    const char *const *keys, struct dt_error *err);

/* A whole number of an object, from low to high. */
enum dt_status dt_json_read_integer(const json_t *object, const char *key,
    int64_t low, int64_t high, int64_t *value, struct dt_error *err);

/* A text of an object, of at most `most` bytes; it is the object's. */
enum dt_status dt_json_read_text(const json_t *object, const char *key,
    size_t most, const char **value, struct dt_error *err);

#endif
