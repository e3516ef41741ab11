/* coalitions_table: how a table of the answer begins; see
 * coalitions_internal.h. */
#include "verdict/coalitions_internal.h"

struct dt_solution_table *
dt_coalitions_table(struct dt_coalitions *a, const char *name,
    const char *title, const char *const (*columns)[3], size_t n)
{
	struct dt_solution_table *t = dt_solution_table(a->s, name, title);
	for (size_t i = 0; i < n; i++)
		dt_solution_column(t, columns[i][0], columns[i][1],
		    columns[i][2]);
	return t;
}
