/*
 * check_comply_play: the three answers by play, against closed forms, against
 * the exact judge where that has an answer too, and against itself on other
 * numbers of threads. Payoffs (R, S, T, P): Mailath and Samuelson's noisy
 * dilemma (2, -1, 3, 0).
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "build.h"
#include "comply/comply_play_root.h"
#include "comply/parts.h"

#define NOISY BUILD_MATRIX("noisy", "2", "-1", "3", "0")

static struct build b;
static struct dt_comply_model model;

static void
make(const char *payoffs, const char *treaty, double continuation)
{
	b = (struct build){ .n = 2, .payoffs = payoffs, .treaty = treaty,
	    .continuation = continuation };
	build_model(&b);
	build_must(&b, dt_comply_model_make(&b.arena, &b.model, &model,
	    &b.error));
}

static struct dt_comply_verdict
play(uint64_t seed, int threads, double slack_error, double work)
{
	struct dt_comply_verdict v;
	struct dt_comply_play_request request = { .seed = seed,
	    .threads = threads, .slack_error = slack_error,
	    .work_most = work };
	build_must(&b, dt_comply_play(&model, &request, &v, &b.error));
	return v;
}

static void
done(struct dt_comply_verdict *v)
{
	dt_comply_verdict_free(v);
	build_free(&b);
}

/* Signals such that both are clear with chance p = .9 if both pause, and with
 * q = .5 if one races. */
#define GRIM "treaty: t\nwithdrawal: {allowed: no}\nmonitoring: {miss: " \
    "0.5270462766947299, false_alarm: 0.0513167019494862}\n" \
    "response: {ladder: [{strikes: 1, end: yes}]}\n"

/* A yes, as every departure surely loses. A race gains T - R = 1 at once and
 * lowers the chance of going on from p to
 * q: it loses c (p-q) V - 1 with V = 2/(1 - c p). At c .7: .513514. */
START_TEST(grim_loses_what_its_closed_form_says)
{
	double c = .7, slack = c * .4 * 2 / (1 - c * .9) - 1;
	for (uint64_t seed = 1; seed <= 4; seed++) {
		make(NOISY, GRIM, c);
		struct dt_comply_verdict v = play(seed, 1, .01, 2e7);
		const struct dt_comply_finding *f = &v.part[DT_COMPLY_KEPT];
		ck_assert_int_eq(f->answer, DT_COMPLY_YES);
		ck_assert_double_le(f->error, .01);
		ck_assert_double_eq_tol(f->slack, slack, 4 * f->error);
		ck_assert_int_eq(f->binding.departure, DT_CHAIN_SECRET);
		done(&v);
	}
	/* Below c* = 1/1.7 it is a no: at .5 who races on until the end has
	 * 3/(1 - c q), more than who complies by .363636. */
	make(NOISY, GRIM, .5);
	struct dt_comply_verdict v = play(1, 1, .01, 2e7);
	ck_assert_int_eq(v.part[DT_COMPLY_KEPT].answer, DT_COMPLY_NO);
	ck_assert_int_eq(v.answer, DT_COMPLY_NO);
	ck_assert_double_eq_tol(v.slack, 2 / .55 - 3 / .75,
	    4 * v.part[DT_COMPLY_KEPT].error);
	done(&v);
}
END_TEST

/* Once the treaty has ended all race, and who pauses alone loses P - S = 1;
 * that is the threat of grim, and what nobody would leave undone. */
START_TEST(the_threat_of_grim_is_carried_out)
{
	make(NOISY, GRIM, .7);
	struct dt_comply_verdict v = play(1, 1, 0, 2e7);
	const struct dt_comply_finding *f = &v.part[DT_COMPLY_CREDIBLE];
	ck_assert_int_eq(f->binding.departure, DT_CHAIN_HOLD);
	ck_assert_int_eq(f->binding.where.phase, DT_PHASE_ENDED);
	ck_assert_double_eq_tol(f->slack, 1, 1e-9);
	done(&v);
}
END_TEST

/* Not to sign leaves the other without a treaty: 0 a round in place of the
 * value of grim, V = 2/(1 - c p) = 5.405405, of the whole game. */
START_TEST(not_signing_forgoes_the_treaty)
{
	make(NOISY, GRIM, .7);
	struct dt_comply_verdict v = play(1, 1, .02, 4e7);
	const struct dt_comply_finding *f = &v.part[DT_COMPLY_STAYED];
	ck_assert_int_eq(f->binding.where.phase, DT_PHASE_OPEN);
	ck_assert_double_eq_tol(f->slack, 2 / .37, 4 * f->error);
	done(&v);
}
END_TEST

/* A first finding is fined 3, later ones are free, and every race is found and
 * none else: one race gains 1 and costs 3, all later ones gain 1 each. So no
 * departure of one round pays where compliers come to, and racing on does:
 * 1/(1-c) - 3 = 7 at c .9. */
START_TEST(a_plan_is_found_where_no_single_round_pays)
{
	make(NOISY, "treaty: t\nwithdrawal: {allowed: no}\nmonitoring: {miss: "
	    "0, false_alarm: 0}\nresponse: {ladder: [{strikes: 1, fine: 3}, "
	    "{strikes: 2, fine: 0}]}\n", .9);
	struct dt_comply_verdict v = play(1, 1, 0, 2e7);
	const struct dt_comply_finding *f = &v.part[DT_COMPLY_KEPT];
	for (size_t k = 0; k < v.n_cases; k++)
		if (v.cases[k].where.expected)
			ck_assert_double_le(v.cases[k].worth, 0);
	ck_assert_int_eq(f->answer, DT_COMPLY_NO);
	ck_assert_double_eq_tol(f->slack, -7, 4 * f->error + 1e-9);
	ck_assert_ptr_nonnull(strstr(f->binding.plan, "in every round"));
	done(&v);
}
END_TEST

static const char *const small[] = {
	"treaty: t\nmonitoring: {miss: 0.2, false_alarm: 0.05}\n"
	    "response: {ladder: [{strikes: 1, suspend: 2}]}\n",
	"treaty: t\nmonitoring: {miss: 0.1, false_alarm: 0.03}\n"
	    "withdrawal: {notice: 2}\nduration: {lapses: yes}\nresponse: "
	    "{ladder: [{strikes: 1, fine: 1}, {strikes: 3, end: yes}]}\n",
	"treaty: t\nmonitoring: {miss: 0.3, false_alarm: 0.02}\n"
	    "withdrawal: {notice: 1}\nresponse: {ladder: [{strikes: 1, fine: "
	    "1, suspend: 1}, {strikes: 2, fine: 2, expel: yes}]}\n",
	"treaty: t\nmonitoring: {miss: 0.3, false_alarm: 0.1}\nresponse: "
	    "{ladder: [{strikes: 1, fine: 1}, {strikes: 2, fine: 4}], "
	    "forgive_after: 3}\nwithdrawal: {allowed: no}\n",
};

/* What departing for one round gains at the most, exactly. */
static double
of_one_round(const struct dt_comply_verdict *x, int part)
{
	double worth = -INFINITY;
	for (size_t k = 0; k < x->n_cases; k++)
		if ((int)x->cases[k].part == part)
			worth = fmax(worth, x->cases[k].worth);
	return worth;
}

/* What is played is no more than the best plan's gain, and no less than that
 * of one round, each within four standard errors. */
static void
agree(const struct dt_comply_verdict *v, const struct dt_comply_verdict *x,
    size_t *compared)
{
	for (int part = 0; part < DT_COMPLY_PARTS; part++) {
		const struct dt_comply_finding *f = &v->part[part];
		double worth = of_one_round(x, part), by = 4 * f->error + 1e-9;
		if (!f->found || !isfinite(worth))
			continue;
		++*compared;
		ck_assert_msg(-f->slack > worth - by, "part %d: %.5f (error "
		    "%.5f), exactly at least %.5f", part, -f->slack, f->error,
		    worth);
		ck_assert_msg(x->part[part].least || -f->slack <
		    -x->part[part].slack + by, "part %d: %.5f (error %.5f), "
		    "exactly %.5f", part, -f->slack, f->error,
		    -x->part[part].slack);
	}
}

START_TEST(play_agrees_with_the_exact_judge)
{
	struct dt_parts_limits limits = { .states = 20000, .edges = 1000000 };
	size_t compared = 0;
	for (size_t k = 0; k < sizeof(small) / sizeof(small[0]); k++)
		for (uint64_t seed = 1; seed <= 2; seed++) {
			struct dt_comply_verdict x;
			make(NOISY, small[k], .9);
			struct dt_comply_verdict v = play(seed, 1, .04, 6e6);
			build_must(&b, dt_parts_judge(&model, &limits, &x,
			    &b.error));
			agree(&v, &x, &compared);
			ck_assert(v.answer != DT_COMPLY_NO || !x.holds);
			ck_assert(!v.holds || x.answer != DT_COMPLY_NO);
			dt_comply_verdict_free(&x);
			done(&v);
		}
	ck_assert_uint_gt(compared, 16);
}
END_TEST

static void
same_finding(const struct dt_comply_finding *a,
    const struct dt_comply_finding *c)
{
	ck_assert_int_eq(a->answer, c->answer);
	ck_assert(memcmp(&a->slack, &c->slack, sizeof(a->slack)) == 0);
	ck_assert(memcmp(&a->error, &c->error, sizeof(a->error)) == 0);
	ck_assert_int_eq(a->samples, c->samples);
	ck_assert_str_eq(a->why, c->why);
}

START_TEST(it_is_the_same_for_any_threads)
{
	static const int threads[] = { 1, 2, 5 };
	struct dt_comply_finding first[DT_COMPLY_PARTS];
	for (size_t k = 0; k < 3; k++) {
		make(NOISY, small[1], .9);
		struct dt_comply_verdict v = play(7, threads[k], 0, 5e6);
		for (int part = 0; part < DT_COMPLY_PARTS; part++)
			if (k == 0)
				first[part] = v.part[part];
			else
				same_finding(&v.part[part], &first[part]);
		done(&v);
	}
}
END_TEST

/* Five strikes are come to once in millions of runs (.001^5 a stretch), and a
 * race there is judged all the same. */
START_TEST(what_is_rare_is_judged)
{
	make(NOISY, "treaty: t\nwithdrawal: {allowed: no}\nmonitoring: {miss: "
	    "0.5, false_alarm: 0.001}\nresponse: {forgive_chance: 0.5, ladder: "
	    "[{strikes: 1, fine: 9}, {strikes: 5, fine: 0}]}\n", .9);
	struct dt_comply_verdict v = play(1, 1, 0, 2e7);
	const struct dt_comply_finding *f = &v.part[DT_COMPLY_KEPT];
	ck_assert_int_eq(f->answer, DT_COMPLY_NO);
	ck_assert_int_ge(f->binding.where.strikes, 4);
	ck_assert(f->binding.where.expected);
	ck_assert_ptr_null(strstr(f->why, "come to"));
	done(&v);
}
END_TEST

/* A tenth of what one look takes is not enough, and it is said. */
START_TEST(what_is_not_judged_is_said)
{
	make(NOISY, small[2], .9);
	struct dt_comply_verdict v = play(1, 1, 1e-6, 1e5);
	ck_assert_ptr_nonnull(strstr(v.part[DT_COMPLY_KEPT].why,
	    "work limit"));
	done(&v);
}
END_TEST

static enum dt_status
turn(void *of, double x, const struct dt_comply_model **m,
    struct dt_error *err)
{
	(void)of;
	(void)err;
	*m = &model;
	model.model.continuation_chance = x;
	for (size_t i = 0; i < 2; i++)
		model.patience[i] = x;
	return DT_OK;
}

/* Grim holds from c* = g/((p-q)(R-P) + p g) = 1/1.7 on. Not to sign never pays,
 * as without a treaty all race; nor is there leaving. */
START_TEST(the_threshold_of_grim_is_within_its_interval)
{
	struct dt_dial dial = { .now = .7, .from = .3, .to = .9,
	    .turn = turn };
	for (uint64_t seed = 1; seed <= 2; seed++) {
		struct dt_comply_play_request request = { .seed = seed,
		    .threads = 1, .slack_error = .03, .work_most = 2e6 };
		struct dt_dial_found f;
		make(NOISY, GRIM, .7);
		build_must(&b, dt_comply_play_root(&dial, &request, &f,
		    &b.error));
		const struct dt_dial_stretches *kept =
		    &f.part[DT_DIAL_KEPT];
		ck_assert_uint_eq(kept->n, 1);
		ck_assert(kept->high[0].edge);
		ck_assert(!kept->low[0].edge);
		ck_assert_double_lt(kept->low[0].step, .06);
		ck_assert_double_le(fabs(kept->low[0].at - 1 / 1.7),
		    kept->low[0].step);
		ck_assert(f.part[DT_DIAL_STAYED].low[0].edge);
		ck_assert(f.part[DT_DIAL_STAYED].high[0].edge);
		build_free(&b);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("comply_play");
	TCase *t = tcase_create("play");
	tcase_set_timeout(t, 300);
	tcase_add_test(t, grim_loses_what_its_closed_form_says);
	tcase_add_test(t, the_threat_of_grim_is_carried_out);
	tcase_add_test(t, not_signing_forgoes_the_treaty);
	tcase_add_test(t, a_plan_is_found_where_no_single_round_pays);
	tcase_add_test(t, play_agrees_with_the_exact_judge);
	tcase_add_test(t, it_is_the_same_for_any_threads);
	tcase_add_test(t, what_is_rare_is_judged);
	tcase_add_test(t, what_is_not_judged_is_said);
	tcase_add_test(t, the_threshold_of_grim_is_within_its_interval);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
