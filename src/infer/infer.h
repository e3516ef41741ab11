/*
 * infer: which strategies explain recorded play, treatment by treatment: what
 * `detente infer` answers.
 *
 * For each group of choices (choices.h) and each set of strategies a mixture
 * is fitted (sfem.h), with standard errors by bootstrap over subjects; beside
 * it the alternatives that draw (memory_one.h), and criteria that charge for
 * parameters: AIC = 2 p - 2 ln L, BIC = p ln n - 2 ln L, n the subjects, who
 * are what is independent. Everything lives in the catalogue's arena.
 */
#ifndef DT_INFER_H
#define DT_INFER_H

#include "catalogue/catalogue.h"
#include "format/solution.h"
#include "infer/memory_one.h"
#include "infer/sfem.h"

/* A set of strategies by name, or a type of agents. */
struct dt_infer_set {
	const char *name;
	size_t n;
	const char *const *strategies;
};

/* infer_set.c */

/* Sets and types that have a name; name NULL ends a table. */
extern const struct dt_infer_set dt_infer_sets[], dt_infer_types[];

/* "dal-bo-frechette", or strategies with commas between. */
enum dt_status dt_infer_set_read(const char *words, struct dt_arena *arena,
    struct dt_infer_set *set, struct dt_error *err);

/* "sincere,cynic" or "own=grim+joss,cynic": types, and the set of all that
 * they have. DT_EUSAGE: a strategy of two types. */
enum dt_status dt_infer_types_read(const char *words, struct dt_arena *arena,
    struct dt_infer_set **types, size_t *n, struct dt_infer_set *set,
    struct dt_error *err);

struct dt_infer_request {
	const struct dt_catalogue *catalogue;
	struct dt_faults *faults;
	const struct dt_infer_set *sets;        /* the first is told in full */
	size_t n_sets;
	const struct dt_infer_set *types;       /* of the first set's */
	size_t n_types;
	bool uniform;           /* all shares equal, not estimated */
	double error;           /* NAN: estimated */
	size_t samples;         /* of the bootstrap; 0: none */
	uint64_t seed;
	int threads;
	const atomic_bool *stop;
};

struct dt_infer_interval {
	double mean, error, low, high;  /* NAN: not known */
};

/* A class of strategies that the data cannot tell apart. */
struct dt_infer_class {
	size_t first;           /* strategy of the set */
	const char *also;       /* the others, or "" */
	bool machine;           /* they are one machine */
	struct dt_infer_interval share;
	size_t nearest;         /* class; SIZE_MAX: there is no other */
	uint64_t apart;         /* choices that tell it from that */
};

struct dt_infer_model {
	const struct dt_infer_set *set;
	size_t n;
	struct dt_infer_class *classes;
	struct dt_infer_interval error;
	double *posterior;      /* [subject * n + class] */
	struct dt_sfem_fit fit;
	size_t agree;           /* of DT_SFEM_STARTS */
	int parameters;
	struct dt_infer_interval *types;
};

struct dt_infer_group {
	const struct dt_choices *choices;
	size_t subjects;        /* who chose anything */
	struct dt_infer_model *models;  /* by set */
	struct dt_memory_one memory;
};

struct dt_infer {
	const struct dt_infer_request *request;
	size_t n;
	struct dt_infer_group *groups;
	size_t bare;            /* experiments that keep no rounds */
};

/* DT_EINPUT with faults: a strategy's file; DT_EUSAGE: one that cannot be
 * fitted; DT_ESTOPPED. */
enum dt_status dt_infer_find(const struct dt_infer_request *request,
    const struct dt_choices *groups, size_t n, struct dt_infer *infer,
    struct dt_error *err);

/* gamma of Dal Bó and Fréchette: 1 / ln((1 - error) / error); 0 without any
 * error, INFINITY for .5. Error .0595: .3623. */
double dt_infer_gamma(double error);

/* infer_tell.c: tables shares, fit, types, memory, models, subjects,
 * posterior. */
void dt_infer_tell(const struct dt_infer *infer,
    struct dt_solution *solution);

/* infer_draw.c: shares with their intervals, a panel a group. */
void dt_infer_draw(const struct dt_infer *infer, struct dt_text *svg);

#endif
