/* check_detente: the library by its public header alone, linked as a user
 * links it. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "detente.h"

static void
set_up(void)
{
	setenv("DETENTE_PATH", getenv("srcdir") ? getenv("srcdir") : ".", 1);
}

/* Tit for tat and grim never race first: both get R = 3 in every round. */
START_TEST(two_friendly_strategies_pause_throughout)
{
	static const char *const sets[] = {
		"agents.one.strategy=tit-for-tat",
		"agents.two.strategy=grim", "rounds=5", NULL
	};
	struct detente *lab;
	struct detente_round round;
	char why[1024];
	ck_assert_msg(detente_open(&lab, "duel", sets, 1, why, sizeof(why))
	    == 0, "%s", why);
	ck_assert_uint_eq(detente_agents(lab), 2);
	ck_assert_str_eq(detente_agent(lab, 0), "one");
	int rounds = 0;
	for (detente_begin(lab, 1); detente_step(lab, &round); rounds++) {
		ck_assert_uint_eq(round.executed, 0);
		ck_assert_double_eq(round.payoff[1], 3);
		ck_assert_str_eq(round.phase, "none");
	}
	ck_assert_int_eq(rounds, 5);
	ck_assert_int_eq(detente_step(lab, &round), 0);
	detente_close(lab);
}
END_TEST

START_TEST(what_is_wrong_is_told_with_its_place)
{
	static const char *const sets[] = { "noise.slip=often", NULL };
	struct detente *lab;
	char why[1024];
	ck_assert_int_eq(detente_open(&lab, "duel", sets, 1, why,
	    sizeof(why)), -1);
	ck_assert_ptr_null(lab);
	ck_assert_msg(strstr(why, "--set:1:12: error") != NULL, "%s", why);
	ck_assert_int_eq(detente_open(&lab, "nowhere", NULL, 1, why,
	    sizeof(why)), -1);
	ck_assert_msg(strstr(why, "nowhere") != NULL, "%s", why);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("detente");
	TCase *tests = tcase_create("public");
	tcase_add_checked_fixture(tests, set_up, NULL);
	tcase_add_test(tests, two_friendly_strategies_pause_throughout);
	tcase_add_test(tests, what_is_wrong_is_told_with_its_place);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
