/*
 * solution_again: kept solutions, found again by their own commands, and
 * compared cell by cell: texts and numbers are the same to the last bit, or it
 * is told.
 *
 * Not compared, as nobody else can know them: when it was kept, and by which
 * versions. Not shown is what a command no longer gives: another model version
 * made it, or the files that it names are not there, or have changed.
 */
#ifndef DT_SOLUTION_AGAIN_H
#define DT_SOLUTION_AGAIN_H

#include "catalogue/catalogue.h"

/* What a command of a solution calls a treaty whose text is in the file itself,
 * in what was said of a pin (detente-explore(1)): that text is taken. */
#define DT_SOLUTION_AGAIN_FILE "pinned.yaml"

/* Where a solution differs. Borrowed for the call. */
struct dt_solution_again_fault {
	int64_t solution;
	const char *table;      /* solution or solution_cell */
	const char *column;     /* or NULL */
	const char *words;
};

struct dt_solution_again {
	const char *const *roots;       /* of the catalogue */
	/* As of dt_ask. */
	bool (*go_on)(void *context, const char *what, int64_t done,
	    int64_t all);
	void *context;
	/* DT_OK goes on. */
	enum dt_status (*fault)(void *to,
	    const struct dt_solution_again_fault *fault, struct dt_error *err);
	enum dt_status (*aside)(void *to, int64_t solution, const char *why,
	    struct dt_error *err);
	void *to;
	int64_t solutions, again, cells;        /* filled: there; found again;
	                         * compared; */
	int64_t said;           /* no solver's: what people said of others
	                         * (store/store_solution.h) */
};

enum dt_status dt_solution_again(const char *path,
    struct dt_solution_again *again, struct dt_error *err);

#endif
