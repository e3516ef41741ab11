/*
 * experiment: a scenario resolved and compiled: runs of one configuration.
 *
 * Everything lives in the caller's arena, is immutable after the call, and is
 * shared by threads.
 */
#ifndef DT_EXPERIMENT_H
#define DT_EXPERIMENT_H

#include "engine/engine.h"
#include "engine/model.h"
#include "catalogue/catalogue.h"
#include "catalogue/scenario.h"

struct dt_experiment_request {
	const char *scenario;           /* a name or a path */
	const char *treaty, *payoffs;   /* replace the scenario's, or NULL */
	const char *strategies;         /* "grim,comply": one for each agent in
	                                 * order, or one for all; or NULL */
	const char *continuation;       /* replaces the scenario's, or NULL */
	const char *const *sets;        /* overrides, NULL-terminated, or NULL */
	uint64_t seed;
	int64_t runs, rounds;           /* 0, and -1: the scenario's */
};

struct dt_experiment {
	const struct dt_scenario *scenario;
	struct dt_model model;
	const char *config;             /* the resolved scenario as YAML */
	const char *config_sha256;      /* hex */
	enum dt_engine engine;          /* that plays the runs: reference (as
	                                 * compiled) or lanes, whose chance is
	                                 * another */
	const char *key;                /* hex, of (config, seed, model version,
	                                 * engine), runs left out: more runs of
	                                 * the same experiment only add to it */
	int64_t runs;
	uint64_t seed;
	int model_version;              /* dt_model_version of the model; an
	                                 * audit sets what was stored */
};

enum dt_status dt_experiment_make(const struct dt_catalogue *catalogue,
    const struct dt_experiment_request *request,
    struct dt_experiment *experiment, struct dt_faults *faults,
    struct dt_error *err);

/* The same from a tree that is whole already, as for check and tests. */
enum dt_status dt_experiment_compile(struct dt_arena *arena,
    const struct dt_node *root, struct dt_experiment *experiment,
    struct dt_faults *faults, struct dt_error *err);

/* What strategies of its agents may compare with: other strategies are compiled
 * by these to play in its place. */
struct dt_view_constants dt_experiment_constants(
    const struct dt_scenario *scenario, const struct dt_model *model);

/* Prints the configuration and names it and the model's streams, once all is
 * compiled. */
enum dt_status dt_experiment_name_config(struct dt_arena *arena,
    struct dt_experiment *experiment, struct dt_error *err);

/* Works out the key once config, seed and engine are there. */
enum dt_status dt_experiment_name(struct dt_arena *arena,
    struct dt_experiment *experiment, struct dt_error *err);

#endif
