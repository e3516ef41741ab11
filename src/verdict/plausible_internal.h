/*
 * plausible_internal: what the files of plausible share.
 *
 * plausible.c        worlds, judged
 * plausible_worlds.c from a prior to worlds, as a sweep
 * plausible_tell.c   in sentences and tables
 * plausible_draw.c   the tornado
 */
#ifndef DT_PLAUSIBLE_INTERNAL_H
#define DT_PLAUSIBLE_INTERNAL_H

#include "base/pool.h"
#include "catalogue/prior.h"
#include "catalogue/sweep.h"
#include "comply/comply.h"
#include "verdict/plausible.h"

struct dt_plausible_world {
	enum dt_comply_answer part[DT_COMPLY_PARTS], whole;
	double slack;           /* of kept and stayed, the less; NAN: none */
	const char *method;     /* NULL: not judged yet */
};

/* Of a key, its ends of the tornado: all others at their medians. */
enum { DT_PLAUSIBLE_LOW, DT_PLAUSIBLE_HIGH, DT_PLAUSIBLE_ENDS };

struct dt_plausible {
	struct dt_arena *arena;
	struct dt_plausible_request request;
	const struct dt_prior *prior;
	const struct dt_prior_unknown *unknowns;        /* the prior's */
	size_t n_unknowns;
	struct dt_sweep sweep;  /* an axis an unknown, a value a world */
	const char *treaty;
	double *rank;           /* [draw * n_unknowns + unknown]: in [0, 1) */
	/* World 0 has the medians; then the ends, unknown by unknown; then
	 * the draws. */
	struct dt_plausible_world *worlds;
	size_t n;               /* all worlds */
	size_t first;           /* the first that is drawn */
	bool exact;             /* they are judged exactly */
	char why[256];          /* why not */
	bool endless;           /* the scenario's known end is left out */
	size_t done;            /* beside world 0, in order */
	struct dt_pool *pool;
	struct dt_error error;
};

/* The value of an unknown in a world. */
static inline double
dt_plausible_value(const struct dt_plausible *p, size_t unknown, size_t world)
{
	return p->sweep.axes[unknown].values[world].number;
}

/* The world where an unknown is at an end. */
static inline size_t
dt_plausible_end(size_t unknown, int end)
{
	return 1 + DT_PLAUSIBLE_ENDS * unknown + (size_t)end;
}

/* Reads the prior and draws: all of it but what is judged. */
enum dt_status dt_plausible_worlds(struct dt_plausible *plausible,
    const struct dt_catalogue *catalogue, struct dt_faults *faults,
    struct dt_error *err);
void dt_plausible_draw(const struct dt_plausible *plausible,
    struct dt_text *svg);

#endif
