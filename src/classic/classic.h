/*
 * classic: models of the literature in their own letters (`detente solve
 * --model NAME`, `detente list models`).
 *
 * To add one: a const struct dt_classic in a file classic_NAME.c, its line in
 * the table of classic.c, and a test with the published numbers in
 * tests/check_classic.c.
 */
#ifndef DT_CLASSIC_H
#define DT_CLASSIC_H

#include <stdbool.h>

#include "base/status.h"
#include "format/solution.h"

enum {
	DT_CLASSIC_PARAMETERS_MOST = 12,
	DT_CLASSIC_LISTS_MOST = 4,      /* of them that are lists */
	DT_CLASSIC_LIST_MOST = 256,     /* numbers in one */
	DT_CLASSIC_VALUES = DT_CLASSIC_PARAMETERS_MOST +
	    DT_CLASSIC_LISTS_MOST * DT_CLASSIC_LIST_MOST
};

struct dt_classic_parameter {
	const char *name;       /* "n", as the source has it; NULL ends */
	const char *meaning;
	double standard;        /* where --set does not give it */
	double least, most;     /* both allowed; of a list, of its numbers */
	bool whole;
	const char *list;       /* not NULL: a list of numbers, "75, 15, 5"
	                         * where --set does not give it */
};

struct dt_classic {
	const char *name, *title, *summary, *source;
	const struct dt_classic_parameter *parameters;
	/* Adds sentences and tables, by the parameters' values in their
	 * order, DT_CLASSIC_VALUES of them; a list's value says how many
	 * numbers it has, dt_classic_list where they are. DT_EUSAGE: values
	 * that do not go together. */
	enum dt_status (*answer)(const double *values,
	    struct dt_solution *solution, struct dt_error *err);
};

/* By name; NULL-terminated. */
extern const struct dt_classic *const dt_classic_all[];

/* DT_EUSAGE "there is no model 'x'" with the nearest name. */
enum dt_status dt_classic_find(const char *name,
    const struct dt_classic **model, struct dt_error *err);

/* The standard values, changed by settings "key=value" (NULL-terminated, or
 * NULL), DT_CLASSIC_VALUES of them. DT_EUSAGE: an unknown key, no number, or
 * one out of its range. */
enum dt_status dt_classic_read(const struct dt_classic *model,
    const char *const *settings, double *values, struct dt_error *err);

/* The answer with a table `parameters` behind it, and its configuration. */
enum dt_status dt_classic_answer(const struct dt_classic *model,
    const double *values, struct dt_arena *arena,
    struct dt_solution *solution, struct dt_error *err);

/* classic_list.c: one number of a parameter, within its range. */
enum dt_status dt_classic_read_number(const struct dt_classic_parameter *p,
    const char *text, double *value, struct dt_error *err);
/* The numbers of parameter i, which is a list. */
const double *dt_classic_list(const struct dt_classic_parameter *parameters,
    const double *values, size_t i);
/* Reads "1, 2; 3" ([1, 2, 3] is the same) into parameter i. */
enum dt_status dt_classic_list_read(
    const struct dt_classic_parameter *parameters, size_t i, const char *text,
    double *values, struct dt_error *err);
/* "1, 2, 3" */
void dt_classic_list_print(const struct dt_classic_parameter *parameters,
    const double *values, size_t i, struct dt_text *text);

/* classic_result.c: the table `results`, a named figure a row, as most models have it. */
struct dt_solution_table *dt_classic_results(struct dt_solution *solution);
void dt_classic_result(struct dt_solution_table *results, const char *name,
    double value, const char *meaning);

/* The models, by the files classic_NAME.c. */
extern const struct dt_classic dt_classic_bargaining;
extern const struct dt_classic dt_classic_bottleneck;
extern const struct dt_classic dt_classic_collective_risk;
extern const struct dt_classic dt_classic_commons;
extern const struct dt_classic dt_classic_concession_curves;
extern const struct dt_classic dt_classic_concession_war;
extern const struct dt_classic dt_classic_detection_delay;
extern const struct dt_classic dt_classic_diffusion;
extern const struct dt_classic dt_classic_dilemma;
extern const struct dt_classic dt_classic_dresher;
extern const struct dt_classic dt_classic_drift;
extern const struct dt_classic dt_classic_dsair;
extern const struct dt_classic dt_classic_enforcement;
extern const struct dt_classic dt_classic_fines;
extern const struct dt_classic dt_classic_growth_risk;
extern const struct dt_classic dt_classic_hazard;
extern const struct dt_classic dt_classic_graph_donation;
extern const struct dt_classic dt_classic_inspection_channels;
extern const struct dt_classic dt_classic_inspection_errors;
extern const struct dt_classic dt_classic_inspection_rules;
extern const struct dt_classic dt_classic_inspection_sampling;
extern const struct dt_classic dt_classic_inspection_tests;
extern const struct dt_classic dt_classic_lead_game;
extern const struct dt_classic dt_classic_leads;
extern const struct dt_classic dt_classic_legislature;
extern const struct dt_classic dt_classic_leniency;
extern const struct dt_classic dt_classic_memoryless_race;
extern const struct dt_classic dt_classic_memory_one;
extern const struct dt_classic dt_classic_modesty;
extern const struct dt_classic dt_classic_oversight;
extern const struct dt_classic dt_classic_participation;
extern const struct dt_classic dt_classic_penal_code;
extern const struct dt_classic dt_classic_pledges;
extern const struct dt_classic dt_classic_power;
extern const struct dt_classic dt_classic_precipice;
extern const struct dt_classic dt_classic_private_costs;
extern const struct dt_classic dt_classic_public_signal;
extern const struct dt_classic dt_classic_ratification;
extern const struct dt_classic dt_classic_ratification_spatial;
extern const struct dt_classic dt_classic_research_speed;
extern const struct dt_classic dt_classic_shares;
extern const struct dt_classic dt_classic_reciprocity;
extern const struct dt_classic dt_classic_sincerity;
extern const struct dt_classic dt_classic_solutions;
extern const struct dt_classic dt_classic_takeoff;
extern const struct dt_classic dt_classic_zero_determinant;

#endif
