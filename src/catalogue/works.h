/*
 * works: those of all bibliographies together (bibliography.h), by key.
 */
#ifndef DT_WORKS_H
#define DT_WORKS_H

#include "catalogue/bibliography.h"
#include "catalogue/catalogue.h"

/* The works of all files of the kind, by key, the nearest where a key is there
 * twice; in the catalogue's arena. */
enum dt_status dt_works_read(const struct dt_catalogue *catalogue,
    const struct dt_work **works, size_t *n, struct dt_error *err);

/* By its key, of n letters; NULL: there is none. */
const struct dt_work *dt_works_find(const struct dt_work *works,
    size_t n, const char *key, size_t letters);

/* All keys, NULL-terminated, for suggestions. NULL: memory is out. */
const char **dt_works_keys(struct dt_arena *arena,
    const struct dt_work *works, size_t n);

/* "Schelling, T. C. (1960). The Strategy of Conflict. Harvard University
 * Press." with its DOI or address. */
void dt_works_tell(const struct dt_work *work, struct dt_text *text);

#endif
