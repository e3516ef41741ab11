/* solution_json: a solution as JSON, as `detente solve` prints it. */
#ifndef DT_SOLUTION_JSON_H
#define DT_SOLUTION_JSON_H

#include "format/json.h"
#include "format/solution.h"

/* An object with question, subject, method, tolerance, says (an array of
 * sentences) and tables (arrays of rows by name); numbers that are not finite
 * are null. The caller's; NULL: memory is out. */
json_t *dt_solution_json(const struct dt_solution *solution);

/* A cell of a table: a number, a string or null. */
json_t *dt_solution_json_cell(const struct dt_solution_cell *cell);

#endif
