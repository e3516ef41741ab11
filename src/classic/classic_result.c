/* classic_result: the table of figures that a model fills; see classic.h. */
#include "classic/classic.h"

struct dt_solution_table *
dt_classic_results(struct dt_solution *solution)
{
	struct dt_solution_table *t =
	    dt_solution_table(solution, "results", "Results");
	dt_solution_column(t, "name", NULL, "");
	dt_solution_column(t, "value", NULL, "");
	dt_solution_column(t, "meaning", NULL, "");
	return t;
}

void
dt_classic_result(struct dt_solution_table *results, const char *name,
    double value, const char *meaning)
{
	dt_solution_text(results, name);
	dt_solution_number(results, value);
	dt_solution_text(results, meaning);
}
