/* check_game_told: what who asks hears of a long search. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "ask/game_told.h"

struct heard {
	bool ready, goes_on;
	size_t lines;
	char last[200];
	const char *what;
	int64_t done, all;
};

static bool
found(void *context, const char *line)
{
	struct heard *h = context;
	if (!h->ready)
		return false;
	h->lines++;
	snprintf(h->last, sizeof(h->last), "%s", line);
	return true;
}

static bool
go_on(void *context, const char *what, int64_t done, int64_t all)
{
	struct heard *h = context;
	h->what = what;
	h->done = done;
	h->all = all;
	return h->goes_on;
}

static const size_t strategies[] = { 2, 1 };
static const char *const names[] = { "row", "column" };
static const char *const row[] = { "up", "down" }, *const column[] = { "c" };
static const char *const *const labels[] = { row, column };
static const struct dt_normal game = { .players = 2, .names = names,
	.strategies = strategies, .labels = labels, .profiles = 2 };
static const double one[] = { .25, .75, 1 }, two[] = { 0, 1, 1 };
static struct dt_profile_point points[] = { { .chances = one },
	{ .chances = two } };

/* A line that is not wanted yet is told again, each once it is; of 256 steps
 * one is told, the first too. */
START_TEST(each_point_is_told_once_and_the_share)
{
	struct heard heard = { .goes_on = true };
	struct dt_ask ask = { .found = found, .go_on = go_on,
	    .context = &heard };
	struct dt_game_told told = { .ask = &ask, .game = &game };
	struct dt_profile_list list = { .n = 1, .points = points };
	ck_assert(dt_game_told_tell(&told, &list, 0));
	ck_assert_uint_eq(heard.lines, 0);
	ck_assert_int_eq(heard.done, 1);
	heard.ready = true;
	for (int i = 0; i < 256; i++)
		ck_assert(dt_game_told_tell(&told, &list, .5));
	ck_assert_uint_eq(heard.lines, 1);
	ck_assert_str_eq(heard.last,
	    "1: row: up 0.25, down 0.75; column: c 1");
	list.n = 2;
	heard.goes_on = false;
	bool goes_on = true;
	for (int i = 0; i < 256; i++)
		goes_on &= dt_game_told_tell(&told, &list, .99);
	ck_assert(!goes_on);
	ck_assert_uint_eq(heard.lines, 2);
	ck_assert_str_eq(heard.last, "2: row: down 1; column: c 1");
	ck_assert_str_eq(heard.what, "thousandths of the search");
	ck_assert_int_eq(heard.done, 990);
	ck_assert_int_eq(heard.all, 1000);
}
END_TEST

START_TEST(nobody_need_listen)
{
	struct dt_game_told told = { .game = &game };
	struct dt_profile_list list = { .n = 2, .points = points };
	struct dt_ask ask = { .subject = "" };
	ck_assert(dt_game_told_tell(&told, &list, 0));
	told.ask = &ask;
	ck_assert(dt_game_told_tell(&told, &list, 0));
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("game told");
	TCase *tests = tcase_create("game told");
	tcase_add_test(tests, each_point_is_told_once_and_the_share);
	tcase_add_test(tests, nobody_need_listen);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
