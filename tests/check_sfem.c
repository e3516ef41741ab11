/* check_sfem: strategy frequency estimation against closed forms, brute force
 * and what a mixture of subjects was made of. */
#include <check.h>

#include "sfem_case.h"

static const double some[ACTORS] = { .3, .1, .2, .4 };
static const char four[] = "always-race,always-pause,grim-either,tit-for-tat";

static void
tear_down(void)
{
	dt_arena_free(&arena);
}

static struct dt_choices
said(const char *words)
{
	struct dt_choices c = { .name = "said" };
	must(dt_choices_of_words(&c, &arena, words, &error));
	return c;
}

/* One strategy: the error is the share of choices that are wrong, 2 of 10, and
 * the logarithm 2 ln .2 + 8 ln .8 = -5.004024. */
START_TEST(one_strategy_errs_as_often_as_it_is_wrong)
{
	struct dt_choices c = said("PRRRRPRRRR/PPPPPPPPPP");
	struct dt_infer_model *m = infer(&c, "always-race", 0);
	ck_assert_double_eq_tol(m->fit.error, .2, 1e-12);
	ck_assert_double_eq_tol(m->fit.loglik, -5.004024235381879, 1e-12);
	ck_assert_double_eq(m->fit.share[0], 1);
}
END_TEST

/* Who is right in less than half of its choices errs with .5: all is said by a
 * coin. */
START_TEST(an_error_is_no_more_than_one_half)
{
	struct dt_choices c = said("PPPPPPPPPR/PPPPPPPPPP");
	struct dt_infer_model *m = infer(&c, "always-race", 0);
	ck_assert_double_eq(m->fit.error, .5);
	ck_assert_double_eq_tol(m->fit.loglik, -10 * log(2), 1e-12);
}
END_TEST

/* Nobody errs: the error is nothing, the likelihood that of the shares: two
 * kinds, 3 of 4 subjects, 3 ln .75 + ln .25. */
START_TEST(without_errors_shares_are_counts)
{
	struct dt_choices c = { .name = "four", .agents = 2 };
	struct dt_choices_row rows[8] = { 0 };
	for (size_t i = 0; i < 4; i++) {
		dt_choices_subject(&c, &arena, "x");
		for (size_t t = 0; t < 8; t++)
			rows[t].race = rows[t].raced = i == 0;
		must(dt_choices_add(&c, &arena, i, rows, 8, &error));
	}
	struct dt_infer_model *m = infer(&c, "always-race,always-pause", 0);
	ck_assert_double_eq_tol(share_of(m, "always-race"), .25, 1e-9);
	ck_assert_double_le(m->fit.error, 1e-12);
	ck_assert_double_eq_tol(m->fit.loglik, 3 * log(.75) + log(.25), 1e-9);
}
END_TEST

/* Bayes: ALLC, ALLD, TFT, GRIM and WSLS alike before, slip .05. PPRPP against
 * PRPPR: wrong in 1, 4, 0, 2 and 1 of 5. Normed to .95^5 + 2 * .05 .95^4 +
 * .05^2 .95^3 + .05^4 .95: .902494 is TFT's. ALLC and WSLS are wrong in as
 * many, and one class: .095. */
START_TEST(a_uniform_prior_gives_bayes_rule)
{
	struct dt_catalogue catalogue;
	struct dt_choices c = said("PPRPP/PRPPR");
	struct dt_infer_request r = request_of("classic", &catalogue);
	struct dt_infer all;
	r.uniform = true;
	r.error = .05;
	must(dt_infer_find(&r, &c, 1, &all, &error));
	const struct dt_infer_model *m = all.groups[0].models;
	ck_assert_uint_eq(m->n, 4);
	ck_assert_double_eq_tol(m->posterior[0], .095, 1e-6);
	ck_assert_double_eq_tol(m->posterior[1], 7e-6, 5e-7);
	ck_assert_double_eq_tol(m->posterior[2], .902494, 5e-7);
	ck_assert_double_eq_tol(m->posterior[3], .0025, 5e-7);
}
END_TEST

/* ---- What a maximum is ---- */

/* All shares of two strategies and all errors on a grid, the likelihood by its
 * formula: nothing is higher, and something comes close. */
START_TEST(nothing_on_a_grid_is_better)
{
	struct dt_choices c = play(20, some, .1, 3, 6, 5);
	struct dt_infer_model *m = infer(&c, "tit-for-tat,grim-either", 0);
	size_t wrong[20][2] = { 0 }, n[20] = { 0 };
	for (size_t k = 0; k < c.n_matches; k++) {
		int grim_now = 0, tat = 0;
		size_t who = c.matches[k].subject;
		for (size_t t = 0; t < c.matches[k].n; t++) {
			const struct dt_choice *now =
			    &c.list[c.matches[k].from + t];
			struct dt_view seen = dt_view_of(2, now->view);
			tat = seen.alarms > 0;
			grim_now |= seen.alarms > 0 || seen.raced;
			wrong[who][0] += tat != now->race;
			wrong[who][1] += grim_now != now->race;
			n[who]++;
		}
	}
	double best = -INFINITY;
	for (int a = 0; a <= 100; a++)
		for (int b = 1; b <= 100; b++) {
			double e = b / 200., sum = 0;
			for (int i = 0; i < 20; i++) {
				double mix = 0;
				for (int j = 0; j < 2; j++)
					mix += (j ? 100 - a : a) / 100. * pow(e,
					    (double)wrong[i][j]) * pow(1 - e,
					    (double)(n[i] - wrong[i][j]));
				sum += log(mix);
			}
			best = sum > best ? sum : best;
		}
	ck_assert_double_ge(m->fit.loglik, best - 1e-9);
	ck_assert_double_le(m->fit.loglik, best + .05);
}
END_TEST

/* EM from anywhere climbs: each step's likelihood is that of the one before or
 * higher, with strategies that draw as well. */
START_TEST(em_never_descends)
{
	static const char *const sets[] = { four,
		"generous-tit-for-tat,always-race,joss" };
	struct dt_choices c = play(30, some, .1, 4, 8, 3);
	struct dt_catalogue catalogue;
	for (size_t k = 0; k < 2; k++) {
		struct dt_infer_request r = request_of(sets[k], &catalogue);
		struct dt_infer all;
		must(dt_infer_find(&r, &c, 1, &all, &error));
		ck_assert_double_le(all.groups[0].models[0].fit.gap, 1e-8);
		ck_assert_uint_eq(all.groups[0].models[0].agree,
		    DT_SFEM_STARTS);
	}
	/* 10 choices each; the third strategy draws in 3, 1 and 3 of them */
	static const uint32_t made[] = { 10, 10, 10 };
	static struct dt_sfem_count counts[] = {
		{ 9, 1 }, { 6, 4 }, { 5, 2 }, { 3, 7 }, { 8, 2 }, { 6, 3 },
		{ 5, 5 }, { 5, 5 }, { 6, 1 } };
	uint32_t raced[] = { 2, 1, 0 }, paused[] = { 1, 0, 3 };
	struct dt_sfem_draw draw = { 2, .3, raced, paused };
	struct dt_sfem s = { .n = 3, .k = 3, .choices = made,
		.counts = counts, .n_draws = 1, .draws = &draw };
	double share[] = { .98, .01, .01 }, before = -INFINITY;
	struct dt_sfem_fit fit = { .share = share, .error = .4 };
	struct dt_sfem_work work;
	must(dt_sfem_work_new(&s, &work, &error));
	for (int step = 0; step < 200; step++) {
		dt_sfem_em(&s, NULL, &fit, &work);
		ck_assert_double_ge(fit.loglik, before - 1e-12);
		before = fit.loglik;
	}
	must(dt_sfem_climb(&s, NULL, &fit, &work, &error));
	ck_assert_double_ge(fit.loglik, before - 1e-12);
	dt_sfem_work_free(&work);
}
END_TEST

/* ---- What does not matter ---- */

START_TEST(order_does_not_matter)
{
	struct dt_choices c = play(24, some, .08, 4, 8, 9), d = c;
	struct dt_infer_model *m = infer(&c, four, 0);
	struct dt_infer_model *n = infer(&c,
	    "tit-for-tat,grim-either,always-pause,always-race", 0);
	d.matches = dt_arena_new(&arena, d.n_matches, sizeof(*d.matches));
	for (size_t k = 0; k < d.n_matches; k++) {
		d.matches[k] = c.matches[d.n_matches - 1 - k];
		d.matches[k].subject = 23 - d.matches[k].subject;
	}
	struct dt_infer_model *o = infer(&d, four, 0);
	ck_assert_double_eq_tol(m->fit.loglik, n->fit.loglik, 1e-9);
	ck_assert_double_eq_tol(m->fit.loglik, o->fit.loglik, 1e-9);
	for (size_t k = 0; k < 4; k++) {
		ck_assert_double_eq_tol(share_of(m, actors[k].name),
		    share_of(n, actors[k].name), 1e-6);
		ck_assert_double_eq_tol(share_of(m, actors[k].name),
		    share_of(o, actors[k].name), 1e-6);
	}
}
END_TEST

/* Where nobody slips, nobody is provoked and then forgiven: grim and tit for
 * tat are one class; the likelihood stays, and which they are is said. A
 * strategy that is named twice is there once. */
START_TEST(what_is_alike_shares_a_weight)
{
	static const double nobody[ACTORS] = { .5, 0, .5 };
	struct dt_choices c = play(20, nobody, 0, 3, 6, 2);
	struct dt_infer_model *m = infer(&c, "always-race,grim", 0);
	struct dt_infer_model *n = infer(&c, "always-race,grim,tit-for-tat",
	    0);
	ck_assert_uint_eq(n->n, 2);
	ck_assert_str_eq(n->classes[1].also, "tit-for-tat");
	ck_assert(!n->classes[1].machine);
	ck_assert_double_eq_tol(m->fit.loglik, n->fit.loglik, 1e-9);
	struct dt_infer_model *o = infer(&c, "grim,always-race,grim", 0);
	ck_assert_uint_eq(o->set->n, 2);
}
END_TEST

/* Who chose nothing says nothing: shares stay, its chances are the shares, and
 * it counts in no criterion. */
START_TEST(a_subject_without_choices_changes_nothing)
{
	struct dt_choices c = play(20, some, .1, 4, 8, 4);
	struct dt_infer_model *m = infer(&c, four, 0);
	size_t nobody = dt_choices_subject(&c, &arena, "nobody");
	struct dt_infer_model *n = infer(&c, four, 0);
	ck_assert_double_eq_tol(m->fit.loglik, n->fit.loglik, 1e-9);
	for (size_t k = 0; k < 4; k++) {
		ck_assert_double_eq_tol(m->fit.share[k], n->fit.share[k],
		    1e-6);
		ck_assert_double_eq_tol(n->posterior[nobody * 4 + k],
		    n->fit.share[k], 1e-9);
	}
}
END_TEST

/* ---- Strategies that draw ---- */

/* joss pauses after the other's pause with .9, and races after its race: PRPP
 * against PPRP is, without error, .9 (the first it does for sure: 1), .1, ..:
 * round 1 P sure; 2 after P: raced .1; 3 after P: paused .9; 4 after R: races
 * for sure, and paused: an error. With error .2 the chances are .8, .1 * .8 +
 * .9 * .2 = .26, .74 and .2. */
START_TEST(draws_and_errors_come_together)
{
	struct dt_catalogue catalogue;
	struct dt_choices c = said("PRPP/PPRP");
	struct dt_infer_request r = request_of("joss", &catalogue);
	struct dt_infer all;
	r.error = .2;
	must(dt_infer_find(&r, &c, 1, &all, &error));
	ck_assert_double_eq_tol(all.groups[0].models[0].fit.loglik,
	    log(.8 * .26 * .74 * .2), 1e-9);
}
END_TEST

/* Whether a merciful grim is at war cannot be known from what others saw. */
START_TEST(lots_that_leave_the_state_open_are_refused)
{
	struct dt_catalogue catalogue;
	struct dt_choices c = said("PRPP/RPRP");
	struct dt_infer_request r = request_of("merciful-grim", &catalogue);
	struct dt_infer all;
	ck_assert_int_eq(dt_infer_find(&r, &c, 1, &all, &error), DT_EUSAGE);
	ck_assert(strstr(error.message, "merciful-grim") != NULL);
}
END_TEST

/* ---- Memory one ---- */

/* PPRP against PRPP: first P; after PP: P; after PR: R; after RP: P. Four
 * chances of 0 or 1, logarithm 0; semi-grim has 1 of 2 after either: 2 ln .5.
 * One chance of 3/4: 3 ln .75 + ln .25. */
START_TEST(chances_after_outcomes_are_counted)
{
	struct dt_memory_one m;
	struct dt_choices c = said("PPRP/PRPP");
	must(dt_memory_one_find(&c, &m, &error));
	ck_assert_double_eq(m.memory_one, 0);
	ck_assert_double_eq_tol(m.semi_grim, 2 * log(.5), 1e-12);
	ck_assert_double_eq_tol(m.one_chance, 3 * log(.75) + log(.25),
	    1e-12);
	ck_assert_double_eq(m.rates[DT_MEMORY_ONE_CD].rate, 0);
	ck_assert(isnan(m.rates[DT_MEMORY_ONE_DD].rate));
	ck_assert(isnan(m.rates[DT_MEMORY_ONE_CC].error));
}
END_TEST

/* ---- Simulations ---- */

START_TEST(threads_change_nothing)
{
	static struct dt_catalogue catalogue;
	struct dt_choices c = play(30, some, .08, 4, 8, 6);
	struct dt_infer_request r = request_of(four, &catalogue);
	struct dt_infer one, three;
	r.samples = 40;
	must(dt_infer_find(&r, &c, 1, &one, &error));
	r.threads = 3;
	must(dt_infer_find(&r, &c, 1, &three, &error));
	for (size_t k = 0; k < 4; k++)
		ck_assert_double_eq(
		    one.groups[0].models[0].classes[k].share.error,
		    three.groups[0].models[0].classes[k].share.error);
}
END_TEST

/*
 * Mixtures that are known come back. SIMULATIONS (20; campaigns: 200) groups of
 * 100 subjects are made of four strategies; an estimate is within two of its
 * standard errors, by bootstrap, of what they were made of, nineteen times in
 * twenty. Of 800 (share, group) pairs that hit with .95 fewer than 92 % hit
 * once in 10,000 times; of 80, fewer than 86 % once in 500. And estimates have
 * no bias that shows: their means are within four standard errors, which four
 * shares and an error miss by chance once in 3,000 times.
 */
START_TEST(mixtures_are_recovered)
{
	const char *asked = getenv("SIMULATIONS");
	size_t runs = asked == NULL ? 20 : strtoul(asked, NULL, 10), hits = 0;
	double sum[5] = { 0 }, square[5] = { 0 };
	for (size_t s = 0; s < runs; s++) {
		struct dt_choices c = play(100, some, .05, 8, 8, 1000 + s);
		struct dt_infer_model *m = infer(&c, four, 60);
		for (size_t k = 0; k < 5; k++) {
			double truth = k < 4 ? some[k] : .05;
			const struct dt_infer_interval *it = k < 4 ?
			    &m->classes[k].share : &m->error;
			double off = it->mean - truth;
			sum[k] += off;
			square[k] += off * off;
			hits += k < 4 && fabs(off) <= 2 * it->error;
		}
		dt_arena_free(&arena);
	}
	double n = (double)runs, share = (double)hits / (4 * n);
	printf("%zu simulations: %.3f of shares within two standard errors\n",
	    runs, share);
	ck_assert_double_ge(share, runs >= 200 ? .92 : .86);
	for (size_t k = 0; k < 5; k++) {
		double mean = sum[k] / n;
		double error_of_mean = sqrt((square[k] / n - mean * mean) /
		    (n - 1));
		ck_assert_double_le(fabs(mean), 4 * error_of_mean + 1e-9);
	}
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
		one_strategy_errs_as_often_as_it_is_wrong,
		an_error_is_no_more_than_one_half,
		without_errors_shares_are_counts,
		a_uniform_prior_gives_bayes_rule,
		nothing_on_a_grid_is_better, em_never_descends,
		order_does_not_matter, what_is_alike_shares_a_weight,
		a_subject_without_choices_changes_nothing,
		draws_and_errors_come_together,
		lots_that_leave_the_state_open_are_refused,
		chances_after_outcomes_are_counted, threads_change_nothing,
		mixtures_are_recovered,
	};
	Suite *suite = suite_create("sfem");
	TCase *all = tcase_create("sfem");
	tcase_add_checked_fixture(all, NULL, tear_down);
	tcase_set_timeout(all, 600);
	for (size_t i = 0; i < sizeof(tests) / sizeof(tests[0]); i++)
		tcase_add_test(all, tests[i]);
	suite_add_tcase(suite, all);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
