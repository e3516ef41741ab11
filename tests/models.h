/*
 * models: models of the literature asked through their settings, as the
 * command line asks for them. For tests.
 */
#ifndef MODELS_H
#define MODELS_H

#include <math.h>

#include "format/solution.h"

/* The last answer. */
extern struct dt_solution models_solution;

/* Answers a model with settings up to NULL. */
void models_ask(const char *name, ...);
void models_end(void);

const struct dt_solution_table *models_table(const char *name);
/* The number in a column of the row whose first cell is `row`. */
double models_cell(const char *table, const char *row, const char *column);
double models_result(const char *name);

#define NEAR(name, value, tolerance) \
	ck_assert_double_eq_tol(models_result(name), value, tolerance)
#define EXACT(name, value) ck_assert_double_eq(models_result(name), value)

#endif
