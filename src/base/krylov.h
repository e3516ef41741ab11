/*
 * krylov: solves x = known + flow x for many unknowns, where every row of the
 * flow has entries from 0 up that add up to less than one. It is quick where
 * unknowns come after those that bear most on them.
 */
#ifndef DT_BASE_KRYLOV_H
#define DT_BASE_KRYLOV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All owned by the caller. */
struct dt_krylov {
	size_t n;
	const size_t *row;              /* entries of i: row[i] to row[i+1]-1 */
	const size_t *later;            /* from later[i] on they are of places
	                                 * behind i, before it of such before */
	const uint32_t *to;
	const double *value;            /* of the flow, without its diagonal */
	const double *stay;             /* 1 - the diagonal, > 0 */
	const double *known;
	double rough;                   /* equations may be off by so much of
	                                 * the largest x; 0: by rounding */
};

/* x is where the search begins, and what was found: about as near as rounding
 * lets it; who needs to know how near looks at the equations. false: memory is
 * out. */
bool dt_krylov_solve(const struct dt_krylov *system, double *x);

#endif
