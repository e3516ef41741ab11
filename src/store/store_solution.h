/*
 * store_solution: what solvers found, in a store.
 *
 * A solution goes in whole, with all of its cells, in one transaction. One
 * that is there already, by its key, is left as it is.
 */
#ifndef DT_STORE_STORE_SOLUTION_H
#define DT_STORE_STORE_SOLUTION_H

#include "base/arena.h"
#include "store/store.h"

/* Columns of the table solution; see schema_doc. Texts are borrowed. */
struct dt_store_solution {
	const char *key;        /* hex SHA-256 */
	const char *question, *subject, *method, *says;
	const char *config, *config_sha256;
	const char *command, *version, *libraries;
	const char *started_at; /* ISO 8601 UTC */
	int64_t model_version;
	double tolerance;
	bool holds;
};

struct dt_store_solution_cell {
	int64_t table, row, column;     /* from 1 */
	const char *table_name, *column_name, *unit;
	const char *kind;       /* nothing, number, whole, text, exact */
	double number;
	const char *text;       /* NULL: empty */
};

/* Makes the file if it is new, and the tables of solutions if it lacks them.
 * *found: the file has it already, and nothing was written. */
enum dt_status dt_store_solution_put(struct dt_store *store,
    const struct dt_store_solution *solution,
    const struct dt_store_solution_cell *cells, size_t n, bool *found,
    struct dt_error *err);

/*
 * Of kept solutions those that no solver found: what people said of others
 * (explore/explore_pin.h). A pin names an answer that is in the file too, and
 * may have the text of the treaty that it is about.
 */
bool dt_store_solution_is_said(const char *question);

/* Whether what one is about is in the file: for a pin an answer of its own
 * command and configuration; for a withdrawal a pin. */
enum dt_status dt_store_solution_said(const char *path, int64_t solution,
    struct dt_arena *arena, bool *there, struct dt_error *err);

/* The text that a pin has to the answer of that key, in the arena; NULL: no
 * pin has. */
enum dt_status dt_store_solution_text(const char *path, const char *key,
    struct dt_arena *arena, const char **text, struct dt_error *err);

/* How many the file has; 0 in one that lacks their tables. */
enum dt_status dt_store_solution_count(struct dt_store *store, int64_t *n,
    struct dt_error *err);

#endif
