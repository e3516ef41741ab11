/* check_lab: experiments from files, threads, summaries; on shipped data. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "play/exact.h"
#include "play/play.h"
#include "play/summary.h"
#include "lab_case.h"
#include "schema_verify.h"

/* A digest of everything that was played, in the order it came. */
static uint64_t
digest(const struct dt_experiment *e, int threads, int64_t runs)
{
	struct dt_play_request request = { .runs = runs, .threads = threads,
	    .rounds = true };
	struct dt_play *play;
	const struct dt_play_run *run;
	uint64_t hash = 0xcbf29ce484222325u;
	ck_assert_int_eq(dt_play_new(&play, e, &request, NULL), DT_OK);
	int64_t number = 0;
	while (dt_play_next(play, &run, NULL) == DT_OK && run != NULL) {
		ck_assert_int_eq(run->number, ++number);
		for (size_t k = 0; k < run->n_rounds; k++) {
			hash = mix(hash, &run->rounds[k].executed, 8);
			hash = mix(hash, run->rounds[k].payoff,
			    8 * e->model.n);
		}
	}
	ck_assert_int_eq(number, runs);
	dt_play_free(play);
	return hash;
}

/* A run's streams are named by (seed, experiment, run): no thread matters. */
START_TEST(threads_do_not_change_what_is_played)
{
	struct dt_experiment e = make("frontier", NULL, 7);
	uint64_t one = digest(&e, 1, 300);
	ck_assert_uint_eq(one, digest(&e, 2, 300));
	ck_assert_uint_eq(one, digest(&e, 7, 300));
	struct dt_experiment other = make("frontier", NULL, 8);
	ck_assert_uint_ne(one, digest(&other, 2, 300));
}
END_TEST

START_TEST(freeing_early_stops_the_threads)
{
	struct dt_experiment e = make("frontier", NULL, 7);
	struct dt_play_request request = { .runs = 1000000, .threads = 2 };
	struct dt_play *play;
	const struct dt_play_run *run;
	ck_assert_int_eq(dt_play_new(&play, &e, &request, NULL), DT_OK);
	ck_assert_int_eq(dt_play_next(play, &run, NULL), DT_OK);
	dt_play_free(play);
}
END_TEST

START_TEST(skipped_runs_are_not_played)
{
	struct dt_experiment e = make("duel", NULL, 7);
	bool skip[100];
	for (int i = 0; i < 100; i++)
		skip[i] = i % 3 != 0;
	struct dt_play_request request = { .runs = 100, .threads = 2,
	    .skip = skip };
	struct dt_play *play;
	const struct dt_play_run *run;
	int64_t expected = 1;
	ck_assert_int_eq(dt_play_new(&play, &e, &request, NULL), DT_OK);
	for (; dt_play_next(play, &run, NULL) == DT_OK && run != NULL;
	    expected += 3)
		ck_assert_int_eq(run->number, expected);
	ck_assert_int_eq(expected, 103);
	dt_play_free(play);
}
END_TEST

/* The resolved configuration is a scenario that resolves to itself. */
START_TEST(a_resolved_configuration_is_a_fixed_point)
{
	static const char *const names[] = {
		"frontier", "two-powers", "classroom", "duel"
	};
	for (size_t i = 0; i < 4; i++) {
		struct dt_experiment e = make(names[i], NULL, 1);
		struct dt_source source = { "config", e.config,
		    strlen(e.config) };
		struct dt_faults faults = { .arena = &arena };
		struct dt_node *root;
		struct dt_experiment again;
		ck_assert_int_eq(dt_node_read(&arena, &source, &root, &faults,
		    NULL), DT_OK);
		ck_assert_int_eq(dt_catalogue_graft(&catalogue,
		    &dt_scenario_schema, root, &faults, NULL), DT_OK);
		ck_assert_int_eq(dt_experiment_compile(&arena, root, &again,
		    &faults, NULL), DT_OK);
		ck_assert_str_eq(e.config, again.config);
	}
}
END_TEST

static double
number_after(const char *config, const char *key)
{
	const char *at = strstr(config, key);
	ck_assert_ptr_nonnull(at);
	return strtod(at + strlen(key), NULL);
}

START_TEST(overrides_reach_into_named_files)
{
	static const char *const sets[] = {
		"noise.slip=0.25", "treaty.monitoring.miss=1/4",
		"treaty.response.ladder.1.fine=7.5",
		"agents.openai.strategy=grim", NULL
	};
	struct dt_experiment e = make("frontier", sets, 1);
	ck_assert_double_eq(number_after(e.config, "slip: "), .25);
	ck_assert_double_eq(e.model.terms.monitor.public.in[0].miss, .25);
	ck_assert_double_eq(e.model.terms.rungs[0].fine, 7.5);
	const struct dt_scenario_agent *seats = e.scenario->agents.items;
	for (size_t i = 0; i < e.model.n; i++)
		if (strcmp(seats[i].origin.name, "openai") == 0)
			ck_assert_str_eq(seats[i].strategy.name, "grim");
}
END_TEST

static void
expect_fault(const char *set, const char *message, size_t column)
{
	const char *const sets[] = { set, NULL };
	struct dt_faults faults = { .arena = &arena };
	struct dt_error err = { 0 };
	struct dt_experiment e;
	struct dt_experiment_request request = { .scenario = "frontier",
	    .sets = sets, .rounds = -1 };
	ck_assert_int_eq(dt_experiment_make(&catalogue, &request, &e, &faults,
	    &err), DT_EINPUT);
	ck_assert_msg(faults.n > 0, "%s", err.message);
	ck_assert_msg(strstr(faults.list[0].message, message) != NULL,
	    "'%s' for %s", faults.list[0].message, set);
	ck_assert_str_eq(faults.list[0].at.source->path, "--set");
	ck_assert_uint_eq(faults.list[0].at.column, column);
}

START_TEST(a_wrong_override_is_told_with_its_place)
{
	expect_fault("noise.slp=0.1", "slp", 7);
	expect_fault("noise.slip=0,1", "0,1", 12);
	expect_fault("agents.opnai.strategy=grim", "opnai", 8);
	expect_fault("treaty=verified-hlt", "verified-hlt", 8);
	expect_fault("treaty.response.ladder.99.fine=1", "99", 24);
	expect_fault("rounds.x=1", "no keys", 1);
}
END_TEST

/* Without randomness every run is the same: no error, to the last bit. */
START_TEST(a_game_without_noise_has_no_error)
{
	struct dt_summary *s = calloc(1, sizeof(*s));
	struct dt_experiment e = make("duel", NULL, 3);
	struct dt_play_request request = { .runs = 20, .threads = 2 };
	struct dt_play *play;
	const struct dt_play_run *run;
	s->n = e.model.n;
	ck_assert_int_eq(dt_play_new(&play, &e, &request, NULL), DT_OK);
	while (dt_play_next(play, &run, NULL) == DT_OK && run != NULL)
		dt_summary_add(s, run->tally);
	dt_play_free(play);
	ck_assert_double_eq(dt_summary_error(&s->agent[0].payoff), 0);
	free(s);
}
END_TEST

/*
 * Ratio estimator (Cochran 1977, 2.11) by hand: (x, n) = (1,1), (4,2), (3,3):
 * mean 8/6; residuals x - 4n/3: -1/3, 4/3, -1; squares sum to 26/9; the error
 * is sqrt(26/9 / 2 * 3) / 6 = sqrt(13/3) / 6.
 */
START_TEST(the_ratio_has_its_textbook_error)
{
	struct dt_summary_ratio r = { 0 };
	dt_summary_add_ratio(&r, 1, 1);
	dt_summary_add_ratio(&r, 4, 2);
	dt_summary_add_ratio(&r, 3, 3);
	ck_assert_double_eq_tol(dt_summary_mean(&r), 8.0 / 6, 1e-15);
	ck_assert_double_eq_tol(dt_summary_error(&r), sqrt(13.0 / 3) / 6,
	    1e-15);
	/* lengths 1, 2, 3 are worth 36/14 runs of one length: too few */
	ck_assert_double_eq_tol(dt_summary_effective(&r), 36.0 / 14, 1e-12);
	ck_assert_double_nan(dt_summary_half_width(&r));
}
END_TEST

/*
 * Of one length, 1, 2 and 3 have the error sqrt(1/3), and Student's t for two
 * degrees of freedom at .975 is 4.302653. Of lengths 1 and 3 in turn, 80 runs
 * are worth 160^2 / 400 = 64, and t for 63 is 1.998341; with x = n +- 1 by
 * turns of two the mean is 1 and each residual 1: sqrt(80 / 79 * 80) / 160.
 */
START_TEST(an_interval_counts_runs_of_one_length)
{
	struct dt_summary_ratio r = { 0 }, s = { 0 };
	for (int i = 0; i < 3; i++)
		dt_summary_add_ratio(&r, 1 + i, 1);
	ck_assert_double_eq_tol(dt_summary_half_width(&r),
	    4.302653 * sqrt(1.0 / 3), 1e-6);
	for (int i = 0; i < 80; i++)
		dt_summary_add_ratio(&s, 1 + 2 * (i % 2) +
		    (i % 4 < 2 ? 1 : -1), 1 + 2 * (i % 2));
	ck_assert_double_eq_tol(dt_summary_mean(&s), 1, 1e-12);
	ck_assert_double_eq_tol(dt_summary_half_width(&s),
	    1.998341 * sqrt(80.0 / 79 * 80) / 160, 1e-6);
}
END_TEST

START_TEST(more_runs_are_the_same_experiment)
{
	struct dt_experiment a = make("duel", NULL, 3);
	const char *const sets[] = { "runs=5", NULL };
	struct dt_experiment b = make("duel", sets, 3);
	struct dt_experiment c = make("duel", NULL, 4);
	ck_assert_str_eq(a.key, b.key);
	ck_assert_str_ne(a.key, c.key);
	ck_assert_str_eq(a.config_sha256, c.config_sha256);
	ck_assert_int_eq(b.runs, 5);
}
END_TEST

static void
check_all_of(const char *word)
{
	struct dt_catalogue_entry *entries;
	size_t n;
	ck_assert_int_eq(dt_catalogue_list(&catalogue,
	    dt_catalogue_kind_of(word), &entries, &n, NULL), DT_OK);
	ck_assert_uint_gt(n, 0);
	for (size_t i = 0; i < n; i++) {
		struct dt_faults faults = { .arena = &arena };
		struct dt_error err = { 0 };
		const struct dt_catalogue_kind *kind;
		enum dt_status status = dt_catalogue_check(&catalogue,
		    entries[i].path, NULL, &kind, &faults, &err);
		ck_assert_msg(status == DT_OK, "%s: %s%s", entries[i].path,
		    err.message, faults.n ? faults.list[0].message : "");
	}
}

/* Two tit-for-tats that slip with .05, continued with .9: 2.648960963. */
START_TEST(the_exact_answer_stands_beside)
{
	static const char *const sets[] = { "noise.slip=0.05", "rounds=0",
	    "continuation=0.9", "agents.one.strategy=tit-for-tat",
	    "agents.two.strategy=tit-for-tat", NULL };
	struct dt_experiment e = make("duel", sets, 2);
	struct dt_exact exact;
	ck_assert_int_eq(dt_exact_of(&e, &exact, NULL), DT_OK);
	ck_assert(exact.known);
	ck_assert_double_eq_tol(exact.answer.agent[0].payoff, 2.648960963,
	    1e-9);
}
END_TEST

START_TEST(distances_are_counted_in_errors)
{
	ck_assert_double_eq(dt_exact_distance(3, .5, 1), 4);
	ck_assert_double_eq(dt_exact_distance(1, 0, 1), 0);
	ck_assert(isinf(dt_exact_distance(1, 0, 2)));
	ck_assert(isnan(dt_exact_distance(1, NAN, 2)));
}
END_TEST

/* Of two runs t is Cauchy's: beyond x with a chance of about 1/(pi x), which is
 * that of the fourth standard error, 3.167e-5, at x = 10,050. */
START_TEST(few_runs_are_far_off_by_chance)
{
	ck_assert(!dt_exact_far(10000, 2));
	ck_assert(dt_exact_far(10100, 2));
	ck_assert(!dt_exact_far(3.999, 1e7));
	ck_assert(dt_exact_far(4.001, 1e7));
	ck_assert(dt_exact_far(INFINITY, 2));
	ck_assert(!dt_exact_far(INFINITY, 1));
	ck_assert(!dt_exact_far(NAN, 5));
}
END_TEST

/* Presets and examples parse, ranges make sense, every key has its help. */
START_TEST(every_schema_is_sound)
{
	for (const struct dt_catalogue_kind *k = dt_catalogue_kinds;
	    k->word != NULL; k++) {
		const char *wrong = schema_verify(k->schema, &arena);
		ck_assert_msg(wrong == NULL, "%s: %s", k->word, wrong);
	}
}
END_TEST

/* Nobody looks, so nothing is found: absent rates are blind, not perfect. */
START_TEST(a_treaty_without_verification_finds_nothing)
{
	static const char *const sets[] = { "treaty=bwc", NULL };
	struct dt_experiment e = make("frontier", sets, 2);
	struct dt_play_request request = { .runs = 50, .threads = 2 };
	struct dt_play *play;
	const struct dt_play_run *run;
	int64_t breaches = 0;
	ck_assert_int_eq(dt_play_new(&play, &e, &request, NULL), DT_OK);
	while (dt_play_next(play, &run, NULL) == DT_OK && run != NULL)
		for (size_t i = 0; i < run->tally->n; i++) {
			ck_assert_int_eq(run->tally->agent[i].alarms_right, 0);
			ck_assert_int_eq(run->tally->agent[i].alarms_wrong, 0);
			breaches += run->tally->agent[i].breaches;
		}
	dt_play_free(play);
	ck_assert_int_gt(breaches, 0);
}
END_TEST

START_TEST(every_shipped_file_is_without_fault)
{
	for (const struct dt_catalogue_kind *k = dt_catalogue_kinds;
	    k->word != NULL; k++)
		check_all_of(k->plural);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("lab");
	TCase *tests = tcase_create("lab");
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_set_timeout(tests, 120);
	tcase_add_test(tests, threads_do_not_change_what_is_played);
	tcase_add_test(tests, freeing_early_stops_the_threads);
	tcase_add_test(tests, skipped_runs_are_not_played);
	tcase_add_test(tests, a_resolved_configuration_is_a_fixed_point);
	tcase_add_test(tests, overrides_reach_into_named_files);
	tcase_add_test(tests, a_wrong_override_is_told_with_its_place);
	tcase_add_test(tests, a_game_without_noise_has_no_error);
	tcase_add_test(tests, the_ratio_has_its_textbook_error);
	tcase_add_test(tests, an_interval_counts_runs_of_one_length);
	tcase_add_test(tests, more_runs_are_the_same_experiment);
	tcase_add_test(tests, the_exact_answer_stands_beside);
	tcase_add_test(tests, distances_are_counted_in_errors);
	tcase_add_test(tests, few_runs_are_far_off_by_chance);
	tcase_add_test(tests, every_schema_is_sound);
	tcase_add_test(tests, a_treaty_without_verification_finds_nothing);
	tcase_add_test(tests, every_shipped_file_is_without_fault);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
