/* solution_example: a solution of two tables, one of them hidden, in a file. */
#ifndef DT_TESTS_SOLUTION_EXAMPLE_H
#define DT_TESTS_SOLUTION_EXAMPLE_H

#include <check.h>
#include <math.h>

#include "ask/solution_record.h"

static inline void
solution_example_fill(struct dt_solution *s, struct dt_arena *arena)
{
	dt_solution_start(s, arena, "nash", "hunt");
	s->method = "by hand";
	s->tolerance = 1e-9;
	s->config = "NFG 1 R";
	dt_solution_say(s, "There is one.");
	struct dt_solution_table *t = dt_solution_table(s, "equilibria", NULL);
	dt_solution_column(t, "profile", NULL, "");
	dt_solution_column(t, "chance", NULL, "chance");
	dt_solution_text(t, "mixed");
	dt_solution_exact(t, "1/4", .25);
	dt_solution_text(t, NULL);
	dt_solution_number(t, -0.0);
	t = dt_solution_table(s, "bounds", NULL);
	t->hidden = true;
	dt_solution_column(t, "most", NULL, "payoff");
	dt_solution_number(t, INFINITY);
}

/* Kept under this command line. */
static inline bool
solution_example_keep(const char *file, enum dt_store_how how,
    const char *command)
{
	struct dt_error why = { 0 };
	struct dt_arena arena = { 0 };
	struct dt_solution s;
	struct dt_store *store = NULL;
	struct dt_record_provenance provenance = { .command = command,
		.version = "1", .libraries = "none" };
	bool found = false;
	solution_example_fill(&s, &arena);
	ck_assert_msg(dt_store_open(&store, file, how, &why) == DT_OK, "%s",
	    why.message);
	ck_assert_msg(dt_solution_record(store, &s, &provenance, &found,
	    &why) == DT_OK, "%s", why.message);
	ck_assert_msg(dt_store_close(store, &why) == DT_OK, "%s",
	    why.message);
	dt_solution_free(&s);
	dt_arena_free(&arena);
	return found;
}

#endif
