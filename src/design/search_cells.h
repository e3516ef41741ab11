/*
 * search_cells: the cells of a grid in the order in which they are looked at:
 * by what they cost at the least, then by how few clauses they have.
 */
#ifndef DT_DESIGN_SEARCH_CELLS_H
#define DT_DESIGN_SEARCH_CELLS_H

#include "design/search.h"

/* A cell that waits for its turn. */
struct dt_search_cell {
	double bound;
	uint32_t clauses, number;       /* by mixed radix */
};

struct dt_search_cells {
	struct dt_search_cell *of;      /* dt_memory_free */
	size_t n;
};

/* Cells that say the same as another one are left out. The one with the values
 * of `first`, unless NULL, comes first. DT_EUSAGE: too many. */
enum dt_status dt_search_list(const struct dt_search_request *request,
    struct dt_search_cells *cells, struct dt_error *err);

void dt_search_unpack(const struct dt_levers *levers, size_t number,
    int64_t *value);

#endif
