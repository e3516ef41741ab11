/*
 * chain_flow: the linear side of the exact engine, which knows no game.
 *
 *   chain_parts     the strong components of a matrix
 *   chain_solve     x = start + x flow: visits to the states
 *   chain_sweep     its large parts, by sweeps over them
 *   chain_system    x = known + flow x: values of the states
 *   chain_band      its large parts, straight, where they are narrow
 *   chain_krylov    the others, by GMRES
 *
 * For the chain (src/engine/chain*.c), and what treaties are worth (src/comply/
 * worth.c).
 */
#ifndef DT_ENGINE_CHAIN_FLOW_H
#define DT_ENGINE_CHAIN_FLOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

#define DT_CHAIN_NONE UINT32_MAX       /* no state, seat, clock or part */

/* A matrix: what goes from state to state in a round, and what leaks. */
struct dt_chain_flow {
	size_t n;
	const size_t *row;
	const uint32_t *to;
	const double *value;
	const double *leak;             /* by state; NULL: nothing */
	double rough;                   /* of a system: see krylov.h */
};

/* The strong components of a flow, those that are reached last first. */
struct dt_chain_parts {
	size_t n;
	uint32_t *member;               /* states by part */
	size_t *first;                  /* [part], [n] is the end */
	uint32_t *part;                 /* of a state */
};
bool dt_chain_parts(const struct dt_chain_flow *flow,
    struct dt_chain_parts *parts);
void dt_chain_parts_free(struct dt_chain_parts *parts);

/* One of them, as it is solved. */
struct dt_chain_part {
	const struct dt_chain_flow *flow;
	double keep;
	const struct dt_chain_parts *parts;
	const uint32_t *member;         /* its states, by place */
	size_t n, part;
	bool closed;                    /* nothing leaks */
	uint32_t *place;                /* of a state */
	double *leak;                   /* by place: to outside, per visit */
};

static inline bool
dt_chain_inside(const struct dt_chain_part *p, size_t edge)
{
	return p->parts->part[p->flow->to[edge]] == p->part;
}

/*
 * x = known + flow x, by state. From an x that may be near. *error, or
 * NULL: by how much an equation is off at the most; NAN if anything is not
 * finite. Rows of
 * the flow must add up to less than 1, but for such as lead to others that do.
 * DT_ENOMEM alone.
 */
enum dt_status dt_chain_system(const struct dt_chain_flow *flow,
    const double *known, double *x, double *error);
/* The states of a part in an order in which each comes after the one that most
 * of it goes to, where that goes; their places then are those of the order.
 * likely: room of as many. */
void dt_chain_likely(const struct dt_chain_part *part, uint32_t *order,
    uint32_t *likely);
/* The system within a large part: `leak`, here by state, has what is known; x is
 * by state too, and is known outside. */
enum dt_status dt_chain_krylov(const struct dt_chain_part *part, double *x);
/* And this, where its states lead to near ones alone: else *narrow is false, and
 * x as it was. */
enum dt_status dt_chain_band(const struct dt_chain_part *part, double *x,
    bool *narrow);

/* x: what flows into the places; then how often they are visited, of a closed
 * part shares of its own. */
enum dt_status dt_chain_sweep(const struct dt_chain_part *part, double *x,
    struct dt_error *err);

/*
 * visits = start + keep * (visits through the flow). Where nothing leaks and
 * keep is 1 there is no end of visits: `visits` then has the long-run shares
 * times the chance of coming to stay there, and stays[state] is true.
 */
enum dt_status dt_chain_solve(const struct dt_chain_flow *flow, double keep,
    const double *start, double *visits, bool *stays, struct dt_error *err);

#endif
