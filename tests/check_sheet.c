/* check_sheet: talks over many settings, against closed forms; and what talks
 * are known to come to without any. The derivation is beside each test. */
#include "bargain/sheet.h"
#include "bargain/vary.h"
#include "talks_case.h"

static struct dt_negotiator
easy(int pledge)
{
	struct dt_negotiator who = time_based(1);
	who.start = 0;
	who.accept = DT_NEGOTIATOR_GAIN;
	who.offer = DT_NEGOTIATOR_FAIR;
	who.pledge = pledge;
	return who;
}

/* One text, a gain for each of n, private costs uniform on [0, 1]. */
static struct dt_stakes
pledged(size_t n, double gain)
{
	struct dt_stakes s = stakes_of(n, 1);
	for (size_t i = 0; i < n; i++)
		s.kept[i] = gain;
	return s;
}

static struct dt_menu
costly(const struct dt_stakes *s, int pledge, int64_t deadline)
{
	struct dt_menu menu = menu_of(s, "pledges", deadline, easy(pledge),
	    NULL);
	struct dt_menu_party *party = menu.parties.items;
	for (size_t i = 0; i < s->n; i++)
		party[i].cost_high = 1;
	return menu;
}

/* p = G p^(n - 1) has no root but 0 for G < 1 and n > 2: who weighs its pledge
 * does not make it, and so nobody does (models of pledges: unconditional 0). */
START_TEST(unconditional_pledges_unravel)
{
	struct dt_stakes s = pledged(3, .8);
	struct dt_menu menu = costly(&s, DT_NEGOTIATOR_WEIGHED, 1);
	struct dt_talks_setting setting = setting_of(&s, &menu);
	double expected;
	for (int64_t k = 1; k <= 500; k++)
		ck_assert_int_ne(hold(&setting, k).end, DT_TALKS_AGREED);
	ck_assert_int_eq(dt_sheet_expect(&setting, &expected, NULL), DT_OK);
	ck_assert_double_le(expected, 1e-12);
}
END_TEST

/* With a gain of 1.5 all pledging is its own reply: the cost of 1 is borne. So
 * all do, of any number. */
START_TEST(a_gain_above_each_cost_holds_unconditional_pledges)
{
	struct dt_stakes s = pledged(5, 1.5);
	struct dt_menu menu = costly(&s, DT_NEGOTIATOR_WEIGHED, 1);
	struct dt_talks_setting setting = setting_of(&s, &menu);
	for (int64_t k = 1; k <= 200; k++)
		ck_assert_int_eq(hold(&setting, k).end, DT_TALKS_AGREED);
}
END_TEST

/* p = G p of two: with G next to 1 each reply lowers p by a millionth, and what
 * has not settled is not said to be known. */
START_TEST(what_does_not_settle_is_refused)
{
	struct dt_stakes s = pledged(2, 1 - 1e-6);
	struct dt_menu menu = costly(&s, DT_NEGOTIATOR_WEIGHED, 1);
	struct dt_talks_setting setting;
	struct dt_error err;
	ck_assert_int_eq(dt_talks_prepare(&arena, &s, &menu, &setting, &err),
	    DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(err.message, "do not settle"));
}
END_TEST

/* Where two of three are enough, the chance p that one pledges is G times the
 * chance that one or both of two others do: p = G (1 - (1 - p)^2), which with
 * G = .8 has the root p = 2 - 1/.8 = .75. So two or three of three pledge with
 * 3 p^2 (1 - p) + p^3 = .84375. */
START_TEST(weighed_pledges_meet_where_two_are_enough)
{
	enum { RUNS = 4000 };
	struct dt_stakes s = pledged(3, .8);
	struct dt_menu menu = costly(&s, DT_NEGOTIATOR_WEIGHED, 1);
	s.texts[0].experiment.model.terms.entry_parties = 2;
	struct dt_talks_setting setting = setting_of(&s, &menu);
	int in = 0;
	for (size_t i = 0; i < 3; i++)
		ck_assert_double_eq_tol(dt_talks_weigh_chance(&setting, i, 0),
		    .75, 1e-9);
	for (int64_t k = 1; k <= RUNS; k++)
		in += hold(&setting, k).end == DT_TALKS_AGREED;
	ck_assert_double_eq_tol(in / (double)RUNS, .84375,
	    4 * sqrt(.84375 * .15625 / RUNS));
}
END_TEST

/* G^n: .8^3. */
START_TEST(conditional_pledges_are_known_without_talks)
{
	struct dt_stakes s = pledged(3, .8);
	struct dt_menu menu = costly(&s, DT_NEGOTIATOR_CONDITIONAL, 1);
	struct dt_talks_setting setting = setting_of(&s, &menu);
	double expected;
	ck_assert_int_eq(dt_sheet_expect(&setting, &expected, NULL), DT_OK);
	ck_assert_double_eq_tol(expected, .512, 1e-12);
	menu.protocol = "offers";
	setting = setting_of(&s, &menu);
	ck_assert_int_eq(dt_sheet_expect(&setting, &expected, NULL), DT_OK);
	ck_assert_double_nan(expected);
}
END_TEST

/* Ten want the text, and each parliament is for it in a round with chance q:
 * by logit support 1, threshold .5, q = 1/(1 + e^(-.5/w)). */
static struct dt_menu
parliaments(const struct dt_stakes *s, double q, int64_t deadline)
{
	static const struct dt_menu_group group = { .weight = 1, .ideal = 1,
		.demands = NAN };
	struct dt_menu menu = menu_of(s, "pledges", deadline,
	    easy(DT_NEGOTIATOR_CONDITIONAL), NULL);
	struct dt_menu_party *party = menu.parties.items;
	menu.ratification = DT_MENU_LOGIT;
	menu.width = .5 / log(q / (1 - q));
	for (size_t i = 0; i < s->n; i++) {
		struct dt_menu_group *own = dt_arena_new(&arena, 1,
		    sizeof(*own));
		need(own != NULL, "memory");
		*own = group;
		party[i].domestic = (struct dt_list){ own, 1 };
	}
	return menu;
}

/* All of ten in one of three rounds: 1 - (1 - .8^10)^3. */
START_TEST(all_parliaments_have_three_tries)
{
	struct dt_stakes s = pledged(10, 1);
	struct dt_menu menu = parliaments(&s, .8, 3);
	struct dt_talks_setting setting = setting_of(&s, &menu);
	double expected, once = pow(.8, 10);
	ck_assert_int_eq(dt_sheet_expect(&setting, &expected, NULL), DT_OK);
	ck_assert_double_eq_tol(expected, 1 - pow(1 - once, 3), 1e-12);
}
END_TEST

/* Where one is enough, entry fails in a round only if all say no. The Markov
 * chain of who is in, stepped by hand over the numbers in: from none, Bin(3, q)
 * enter; from k > 0, Bin(3 - k, q) accede. */
static double
by_steps(double q, int64_t rounds)
{
	double at[4] = { 1 }, next[4];
	for (int64_t t = 0; t < rounds; t++) {
		memset(next, 0, sizeof(next));
		for (int k = 0; k <= 3; k++)
			for (int more = 0; more <= 3 - k; more++) {
				int left = 3 - k;
				double ways = left == 3 && (more == 1 ||
				    more == 2) ? 3 : left == 2 && more == 1 ?
				    2 : 1;
				next[k + more] += at[k] * ways * pow(q, more) *
				    pow(1 - q, left - more);
			}
		memcpy(at, next, sizeof(at));
	}
	return at[3];
}

START_TEST(others_accede_where_one_is_enough)
{
	enum { RUNS = 4000 };
	struct dt_stakes s = pledged(3, 1);
	struct dt_menu menu = parliaments(&s, .4, 4);
	s.texts[0].experiment.model.terms.entry_parties = 1;
	struct dt_talks_setting setting = setting_of(&s, &menu);
	double expected, known = by_steps(.4, 4);
	int in = 0;
	ck_assert_int_eq(dt_sheet_expect(&setting, &expected, NULL), DT_OK);
	ck_assert_double_eq_tol(expected, known, 1e-12);
	for (int64_t k = 1; k <= RUNS; k++) {
		struct dt_talks_outcome o = hold(&setting, k);
		in += o.joins[0] > 0 && o.joins[1] > 0 && o.joins[2] > 0;
	}
	ck_assert_double_eq_tol(in / (double)RUNS, known,
	    4 * sqrt(known * (1 - known) / RUNS));
}
END_TEST

/* Eleven texts share a pie of 4 in steps of .4; the first's chamber demands a
 * part of it. Fair parties take half, or what the chamber demands, rounded up
 * to a text: it gains what the other loses (Schelling 1960). Above 4 nothing
 * can be ratified, and nobody is blamed for walking out. */
START_TEST(a_hawkish_chamber_gains_until_win_sets_part)
{
	for (int k = 0; k <= 12; k++) {
		struct dt_stakes s = pie_of(11);
		struct dt_menu menu = menu_of(&s, "offers", 3,
		    easy(DT_NEGOTIATOR_CONDITIONAL), NULL);
		struct dt_menu_group group = { .weight = 1, .ideal = 1,
			.demands = .4 * k - .1 };
		struct dt_menu_party *party = menu.parties.items;
		for (size_t x = 0; x < 22; x++)
			s.kept[x] *= 4;
		party[0].domestic = (struct dt_list){ &group, 1 };
		struct dt_talks_setting setting = setting_of(&s, &menu);
		struct dt_talks_outcome o = hold(&setting, 1);
		if (k > 10) {
			ck_assert_int_eq(o.end, DT_TALKS_PARTED);
			continue;
		}
		ck_assert_int_eq(o.end, DT_TALKS_AGREED);
		ck_assert_int_eq(o.defections, 0);
		ck_assert_double_eq_tol(o.gain[0], k <= 5 ? 2 : .4 * k, 1e-9);
		ck_assert_double_eq_tol(o.gain[0] + o.gain[1], 4, 1e-9);
	}
}
END_TEST

/* ---- axes ---- */

static enum dt_status
axis(const char *word, struct dt_vary *a)
{
	struct dt_error err;
	return dt_vary_read(&arena, word, a, &err);
}

START_TEST(axes_are_ranges_or_lists)
{
	struct dt_vary a;
	ck_assert_int_eq(axis("menu.others.sincerity=0:1:5", &a), DT_OK);
	ck_assert(a.of_menu);
	ck_assert_str_eq(a.key, "others.sincerity");
	ck_assert_uint_eq(a.n, 5);
	ck_assert_str_eq(a.values[1], "0.25");
	ck_assert_int_eq(axis("entry.parties=0,2", &a), DT_OK);
	ck_assert_str_eq(dt_vary_set(&arena, &a, 1),
	    "treaty.entry.parties=2");
	ck_assert_int_eq(axis("transfers=[],[{from: a, to: b, amount: 1}]",
	    &a), DT_OK);
	ck_assert_uint_eq(a.n, 2);
	ck_assert_ptr_null(a.numbers);
	ck_assert_int_eq(axis("agents=2,3", &a), DT_OK);
	ck_assert_str_eq(dt_vary_set(&arena, &a, 0),
	    "agents={party-01: {strategy: comply}, "
	    "party-02: {strategy: comply}}");
}
END_TEST

START_TEST(what_is_no_axis_is_said)
{
	static const char *const wrong[] = { "", "=1,2", "a", "a=", "menu.=1,2",
		"a=1", "a=1,", "a=1:2", "a=1:1:3", "a=0:1:1", "a=0:1:201",
		"agents=1,2", "agents=2,65", "agents=2,2.5", "agents=x,y" };
	struct dt_vary a;
	for (size_t k = 0; k < sizeof(wrong) / sizeof(wrong[0]); k++)
		ck_assert_msg(axis(wrong[k], &a) == DT_EUSAGE, "'%s'",
		    wrong[k]);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("sheet");
	TCase *c = tcase_create("sheet");
	tcase_set_timeout(c, 120);
	tcase_add_checked_fixture(c, NULL, tear_down);
	tcase_add_test(c, unconditional_pledges_unravel);
	tcase_add_test(c,
	    a_gain_above_each_cost_holds_unconditional_pledges);
	tcase_add_test(c, what_does_not_settle_is_refused);
	tcase_add_test(c, weighed_pledges_meet_where_two_are_enough);
	tcase_add_test(c, conditional_pledges_are_known_without_talks);
	tcase_add_test(c, all_parliaments_have_three_tries);
	tcase_add_test(c, others_accede_where_one_is_enough);
	tcase_add_test(c, a_hawkish_chamber_gains_until_win_sets_part);
	tcase_add_test(c, axes_are_ranges_or_lists);
	tcase_add_test(c, what_is_no_axis_is_said);
	suite_add_tcase(suite, c);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
