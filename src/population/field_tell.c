/* field_tell: files that could not take part; see field.h. */
#include <math.h>

#include "format/solution.h"
#include "population/field.h"

void
dt_field_tell_broken(const struct dt_field *field, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "file", NULL, "" }, { "line", NULL, "" },
		{ "why", NULL, "" },
	};
	if (field->n_broken == 0)
		return;
	dt_solution_say(s, "%zu file%s could not take part: see below.",
	    field->n_broken, field->n_broken == 1 ? "" : "s");
	struct dt_solution_table *table = DT_SOLUTION_TABLE(s, "broken",
	    "Could not take part", heads);
	for (size_t i = 0; i < field->n_broken; i++) {
		const struct dt_field_broken *b = &field->broken[i];
		dt_solution_text(table, b->path);
		dt_solution_number(table, b->line > 0 ? b->line : NAN);
		dt_solution_text(table, b->why);
	}
}
