/*
 * rest: where the replicator dynamics stand still, and what happens beside
 * these points: by the eigenvalues of the linearised dynamics along the
 * simplex, and by dt_stable_of.
 *
 * Every strategy alone is one. Inside a face of several all of it must earn
 * the same: linear equations for pairs, a polynomial for two in groups, whose
 * roots are isolated. A face on which they earn the same along a line or more
 * is a continuum, kept by a point of its middle. Faces of more than two in
 * groups, and faces of more than DT_REST_FACE_MOST strategies, are not looked
 * into, and `whole` says so.
 *
 * Check: rock, paper, scissors (0, -1, 1): the middle, eigenvalues 0 +- i/
 * sqrt(3), so a centre with period 10.8828.
 */
#ifndef DT_POPULATION_REST_H
#define DT_POPULATION_REST_H

#include "base/stop.h"
#include "population/stable.h"

enum {
	DT_REST_FACE_MOST = 12, /* strategies of which all faces are looked
	                         * into; of more, faces of up to two */
	DT_REST_MOST = 10000,   /* points */
};

enum dt_rest_kind {
	DT_REST_SINK, DT_REST_SOURCE, DT_REST_SADDLE, DT_REST_CENTRE,
	DT_REST_NEUTRAL         /* eigenvalues of 0: they do not decide */
};

struct dt_rest_point {
	double *x;
	size_t support;         /* how many strategies have a share */
	size_t free;            /* dimension of the continuum that it is of */
	enum dt_rest_kind kind;
	double slowest;         /* the largest real part of an eigenvalue */
	double period;          /* of the slowest pair that turns; NAN */
	enum dt_stable stable;
};

struct dt_rest {
	size_t n, room;
	struct dt_rest_point *points;
	bool whole;             /* all were looked for */
	double same;            /* payoffs nearer than this counted as one */
	double off;             /* largest rate of change at one of them */
};

const char *dt_rest_word(enum dt_rest_kind kind);

/* In the arena; `stop` or NULL. DT_EUSAGE: it came first. */
enum dt_status dt_rest_find(const struct dt_fitness *fitness,
    const struct dt_stop *stop, struct dt_arena *arena, struct dt_rest *rest,
    struct dt_error *err);

#endif
