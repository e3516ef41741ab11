/*
 * evolve: what becomes of strategies in a population: everything that is asked
 * of one game at a time, told and drawn.
 *
 * In a large population: who is stable against whom, where the dynamics rest,
 * where they end, a path from given shares. In a finite one: chances to take
 * over, what rare mutations leave, the exact chain with mutation, the same
 * simulated.
 */
#ifndef DT_POPULATION_EVOLVE_H
#define DT_POPULATION_EVOLVE_H

#include "base/stop.h"
#include "format/solution.h"
#include "population/basin.h"
#include "population/composition.h"
#include "population/fixation.h"
#include "population/simulate.h"

struct dt_evolve_request {
	struct dt_dynamics dynamics;    /* its fitness is the game */
	const double *from;     /* shares at time 0; NULL: no path */
	double time;            /* of the path; generations where discrete */
	bool finite;            /* whether the process is asked for */
	struct dt_process process;      /* its fitness is the same */
	int64_t simulate;       /* runs; 0: none */
	int64_t generations;    /* of a run with mutation */
	size_t starts;          /* drawn, for basins of three and more */
	uint64_t seed;
	int threads;
	const struct dt_stop *stop;     /* or NULL */
	const char *unit;       /* "payoff a round" */
};

enum { DT_EVOLVE_PATH = 101 };  /* places on a path */

struct dt_evolve {
	const struct dt_evolve_request *request;
	const struct dt_fitness *fitness;
	struct dt_rest rest;
	enum dt_stable *stable; /* of each strategy alone */
	bool has_basin;
	struct dt_basin basin;
	double *time, *path;    /* DT_EVOLVE_PATH places; NULL: none */
	bool has_fixation;      /* exactly */
	struct dt_fixation fixation;
	double *from_some;      /* of two: logs of chances from 0 ... z of the
	                         * first; NULL */
	double donation;        /* benefit over cost from which weak selection
	                         * favours giving; INFINITY: never; NAN: not
	                         * known */
	double sigma;           /* structure coefficient; NAN */
	bool has_chain;
	struct dt_composition chain;
	const char *no_chain;   /* why it is not there; or NULL */
	struct dt_simulate_fixation *simulated; /* or NULL */
	double *simulated_share, *simulated_error;      /* or NULL */
};

/* Reads "0.5,0.3,0.2", n shares that sum to 1, of which the last may be left
 * out. In the arena. DT_EUSAGE: they are none. */
enum dt_status dt_evolve_read_shares(const char *text, size_t n,
    struct dt_arena *arena, const double **shares, struct dt_error *err);

/* Of two strategies and more; lives in the arena. DT_EUSAGE: what does not go
 * together, or is too large; DT_ESTOPPED. */
enum dt_status dt_evolve_find(const struct dt_evolve_request *request,
    struct dt_arena *arena, struct dt_evolve *evolve, struct dt_error *err);

/* Tables strategies, rest_points, basins, path, takeover, evolved, structure,
 * by_number, distribution, payoffs. */
void dt_evolve_tell(const struct dt_evolve *evolve,
    struct dt_solution *solution);

/* Two or three strategies: their phase portrait; more: who takes over whom.
 * DT_EUSAGE: more than fit. */
enum dt_status dt_evolve_draw(const struct dt_evolve *evolve,
    struct dt_text *svg, struct dt_error *err);

#endif
