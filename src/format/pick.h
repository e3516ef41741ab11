/*
 * pick: one figure of an answer, by a path as `detente solve --format json`
 * prints it: names between dots; [N] for an item from 0, [COLUMN=VALUE] for the
 * first item that has it; [] at the end for the number of items.
 */
#ifndef DT_PICK_H
#define DT_PICK_H

#include <stdbool.h>

#include "base/status.h"
#include "format/solution.h"

struct dt_pick {
	double number;          /* NAN: it is a word, or there is nothing */
	const char *word;       /* in the arena; NULL: it is a number */
	const char *why;        /* in the arena, what is wrong; NULL: it was
	                         * found */
};

/* Of all paths at once, as the answer is read once: picks[i] of paths[i]. */
enum dt_status dt_pick_solution(struct dt_arena *arena,
    const struct dt_solution *solution, const char *const *paths, size_t n,
    struct dt_pick *picks, struct dt_error *err);

#endif
