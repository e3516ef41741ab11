/* check_classic_input: what models of the literature say to settings that are
 * wrong, or at the ends of their ranges. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "classic/classic.h"

static struct dt_arena arena;

static const char *
refusal(const char *name, const char *setting)
{
	static struct dt_error err;
	const struct dt_classic *model;
	const char *const settings[] = { setting, NULL };
	double values[DT_CLASSIC_VALUES];
	struct dt_solution none;
	bool refused = dt_classic_find(name, &model, &err) != DT_OK ||
	    dt_classic_read(model, settings, values, &err) != DT_OK ||
	    dt_classic_answer(model, values, &arena, &none, &err) != DT_OK;
	ck_assert_msg(refused, "%s %s is taken", name, setting);
	ck_assert_int_eq(err.status, DT_EUSAGE);
	return err.message;
}

#define SAYS(name, setting, words) \
	ck_assert_msg(strstr(refusal(name, setting), words) != NULL, \
	    "says: %s", refusal(name, setting))

START_TEST(wrong_input_is_told_a_way_out)
{
	SAYS("dreshr", "n=2", "did you mean 'dresher'?");
	SAYS("xyzzy", "n=2", "detente list models");
	SAYS("dresher", "k=2", "it has n, m");
	SAYS("precipice", "gpa=1", "did you mean 'gap'?");
	SAYS("dresher", "n=0", "from 1 to 1000, not 0");
	SAYS("dresher", "n=2.5", "whole number");
	SAYS("dilemma", "a=5%", "did you mean 0.05?");
	SAYS("dilemma", "a=nan", "must be a number");
	SAYS("dilemma", "a", "KEY=VALUE");
	SAYS("dresher", "m=11", "at most n");
	SAYS("public-signal", "q=.95", "p > q");
	SAYS("zero-determinant", "f=.2", "at most");
	SAYS("inspection-errors", "f=2", "f < b");
	SAYS("bargaining", "d1=1.5", "from 0 to 1");
	SAYS("bargaining", "b1=.8", "at most 1, the pie");
	SAYS("legislature", "q=6", "at most 5");
	SAYS("participation", "b=1", "below c");
	SAYS("concession-war", "H=1", "nobody waits");
	SAYS("reciprocity", "R=6", "T > R > P > S");
	SAYS("collective-risk", "M=7", "at most n");
	SAYS("graph-donation", "k=10", "less than N");
}
END_TEST

/* Lists: what is in them, how many there are, what goes together. */
START_TEST(wrong_lists_are_told_a_way_out)
{
	SAYS("power", "weights=75,x", "must be a number, not 'x'");
	SAYS("power", "weights=75,-1", "from 0 to");
	SAYS("power", "weights=", "as '75, 15, 5, 5'");
	SAYS("power", "weights=[1, 2] 3", "a list");
	SAYS("power", "count=5", "weights has 4");
	SAYS("ratification", "p=.5,.4", "one for each, or one for all");
	SAYS("ratification", "n=3", "at most 3");
	SAYS("ratification-spatial", "w2=1,2", "for 1 groups in m2");
	SAYS("solutions", "menu=1,2,3", "a text needs one for each party");
	SAYS("solutions", "outcome=1", "each of the 2 parties");
	SAYS("inspection-channels", "cost=1,2", "a number for each channel");
}
END_TEST

/* A parameter, or all numbers of a list, at an end of its range. */
static void
set(const struct dt_classic *m, size_t k, int end, double *values)
{
	const struct dt_classic_parameter *p = m->parameters;
	double to = end ? p[k].most : p[k].least;
	if (p[k].list == NULL)
		values[k] = to;
	else
		for (size_t i = 0; i < (size_t)values[k]; i++)
			((double *)(uintptr_t)dt_classic_list(p, values,
			    k))[i] = to;
}

/* Ends of every parameter's range, one at a time: an answer or a refusal in
 * words, never a crash, and every table whole. */
START_TEST(every_range_may_be_used_to_its_ends)
{
	for (size_t i = 0; dt_classic_all[i] != NULL; i++) {
		const struct dt_classic *m = dt_classic_all[i];
		for (size_t k = 0; m->parameters[k].name != NULL; k++)
			for (int end = 0; end < 2; end++) {
				double values[DT_CLASSIC_VALUES];
				struct dt_error err = { 0 };
				dt_classic_read(m, NULL, values, &err);
				set(m, k, end, values);
				struct dt_solution s;
				if (dt_classic_answer(m, values, &arena, &s,
				    &err) != DT_OK) {
					ck_assert_int_eq(err.status,
					    DT_EUSAGE);
					continue;
				}
				for (struct dt_solution_table *t = s.tables;
				    t != NULL; t = t->next)
					ck_assert_uint_eq(t->n_cells %
					    t->n_columns, 0);
				ck_assert(!s.failed);
				dt_solution_free(&s);
			}
	}
}
END_TEST

/* The same for random mixtures of ends and standards: GSL and GLPK end the
 * program on input that they do not like. */
START_TEST(mixtures_of_ends_are_answered_or_refused)
{
	srand(5);
	for (int turn = 0; turn < 150; turn++)
		for (size_t i = 0; dt_classic_all[i] != NULL; i++) {
			const struct dt_classic *m = dt_classic_all[i];
			double values[DT_CLASSIC_VALUES];
			struct dt_error err = { 0 };
			struct dt_solution s;
			dt_classic_read(m, NULL, values, &err);
			for (size_t k = 0; m->parameters[k].name; k++) {
				int pick = rand() % 4;
				if (pick < 2)
					set(m, k, pick, values);
			}
			if (dt_classic_answer(m, values, &arena, &s, &err) ==
			    DT_OK)
				dt_solution_free(&s);
			else
				ck_assert_int_eq(err.status, DT_EUSAGE);
			dt_arena_free(&arena);
		}
}
END_TEST

static void
clean(void)
{
	dt_arena_free(&arena);
}

int
main(void)
{
	Suite *suite = suite_create("classic_input");
	TCase *tests = tcase_create("settings");
	tcase_set_timeout(tests, 20);
	tcase_add_checked_fixture(tests, NULL, clean);
	tcase_add_test(tests, wrong_input_is_told_a_way_out);
	tcase_add_test(tests, wrong_lists_are_told_a_way_out);
	tcase_add_test(tests, every_range_may_be_used_to_its_ends);
	tcase_add_test(tests, mixtures_of_ends_are_answered_or_refused);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
