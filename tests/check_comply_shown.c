/*
 * check_comply_shown: what play shows is so. Random small treaties of two and
 * three are judged exactly and by play: no answer of play may be another than
 * the exact one but PERHAPS, and no slack of play may be less than the exact one,
 * but for its error. SHOWN_GAMES=N plays that many (24).
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "build.h"
#include "comply/comply_play.h"
#include "comply/parts.h"

enum { TEXT = 1024, GAMES = 24, SEEDS = 2 };

static struct dt_random dice;

static double
between(double low, double high)
{
	return low + (high - low) * dt_random_unit(&dice);
}

static int
roll(int n)
{
	return (int)(dt_random_unit(&dice) * n);
}

/* A ladder that is climbed by each finding, and what else a text may have. */
static void
write_treaty(char *text, size_t n)
{
	int ends = roll(3), clemency = roll(3);
	double clean = between(0, .2);
	snprintf(text, TEXT, "treaty: t\nmonitoring: {miss: %.3f, false_alarm: "
	    "%.3f}\nwithdrawal: {allowed: %s, notice: %d}\nduration: {lapses: "
	    "%s}\nentry: {parties: %d}\nresponse: {ladder: [{strikes: 1, fine: "
	    "%.2f, suspend: %d}, {strikes: %d, fine: %.2f%s}]%s}\n",
	    between(0, .6), roll(4) ? clean : 0, roll(3) ? "yes" : "no",
	    roll(4), roll(2) ? "yes" : "no", roll(2) && n > 2 ? 2 : (int)n,
	    roll(2) ? between(0, 6) : 0, roll(2) ? 1 + roll(2) : 0,
	    2 + roll(2), roll(2) ? between(0, 9) : 0, ends == 0 ?
	    ", end: yes" : ends == 1 ? ", expel: yes" : "",
	    clemency == 0 ? ", forgive_after: 2" : clemency == 1 ?
	    ", forgive_chance: 0.3" : "");
}

static void
count(const struct dt_comply_finding *f, const struct dt_comply_finding *x,
    int part, const char *text, size_t *said)
{
	double by = 4.5 * f->error + 1e-6 + x->off;
	said[f->answer]++;
	ck_assert_msg(f->answer == x->answer ||
	    f->answer == DT_COMPLY_PERHAPS ||
	    x->answer == DT_COMPLY_PERHAPS, "part %d is %d (slack %g, error "
	    "%g, by %s with %d strikes, notice %d, others %d), exactly %d (slack %g by %s with %d strikes, notice %d), "
	    "of\n%s", part, f->answer, f->slack, f->error,
	    dt_comply_words[f->binding.departure],
	    (int)f->binding.where.strikes, f->binding.where.notified,
	    (int)f->binding.where.others, x->answer,
	    x->slack, dt_comply_words[x->binding.departure],
	    (int)x->binding.where.strikes, x->binding.where.notified, text);
	ck_assert_msg(!f->found || !x->found || x->least || f->slack >
	    x->slack - by, "part %d: slack %g, error %g by %s, exactly "
	    "%g by %s, of\n%s", part, f->slack, f->error,
	    dt_comply_words[f->binding.departure], x->slack,
	    dt_comply_words[x->binding.departure], text);
}

/* False: there is no exact answer. */
static bool
hold_against(struct build *b, uint64_t seed, size_t *said)
{
	struct dt_comply_model m;
	struct dt_comply_verdict x = { 0 }, v = { 0 };
	struct dt_error err;
	struct dt_parts_limits limits = { .states = 20000, .edges = 1000000,
	    .round_states = 1e6 };
	build_must(b, dt_comply_model_make(&b->arena, &b->model, &m,
	    &b->error));
	enum dt_status status = dt_parts_judge(&m, &limits, &x, &err);
	for (uint64_t s = 0; s < SEEDS && status == DT_OK; s++) {
		struct dt_comply_play_request request = { .seed = seed + s,
		    .threads = 1, .work_most = 2e6 };
		build_must(b, dt_comply_play(&m, &request, &v, &b->error));
		for (int k = 0; k < DT_COMPLY_PARTS; k++)
			count(&v.part[k], &x.part[k], k, b->treaty, said);
		dt_comply_verdict_free(&v);
	}
	dt_comply_verdict_free(&x);
	return status == DT_OK;
}

/* Both are held to the same definitions, in detente-model(7), by states that
 * are listed, and by runs that are drawn. */
START_TEST(play_never_contradicts_what_is_exact)
{
	const char *games = getenv("SHOWN_GAMES");
	int n_games = games != NULL ? atoi(games) : GAMES;
	size_t said[DT_COMPLY_NEVER + 1] = { 0 };
	int judged = 0;
	dt_random_stream(&dice, 12, 0, 0, 0);
	for (int g = 0; g < n_games; g++) {
		char text[TEXT], payoffs[TEXT];
		struct build b = { .n = roll(3) ? 2 : 3, .treaty = text,
		    .payoffs = payoffs, .slip = roll(2) ? 0 : .02,
		    .continuation = between(.6, .95) };
		write_treaty(text, b.n);
		snprintf(payoffs, TEXT, "payoffs: noisy\nmatrix: {reward: %.2f, "
		    "sucker: -1, temptation: 3, punishment: %.2f}\n",
		    between(1, 2.5), roll(2) ? 0. : .3);
		build_model(&b);
		judged += hold_against(&b, 100 * (uint64_t)g, said);
		build_free(&b);
	}
	if (games != NULL)
		printf("%d judged: no %zu, yes %zu, perhaps %zu\n", judged,
		    said[DT_COMPLY_NO], said[DT_COMPLY_YES],
		    said[DT_COMPLY_PERHAPS]);
	/* Else it would claim little. */
	ck_assert_int_gt(2 * judged, n_games);
	ck_assert_uint_gt(said[DT_COMPLY_NO], 0);
	ck_assert_uint_gt(said[DT_COMPLY_YES], 0);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("comply_shown");
	TCase *t = tcase_create("shown");
	tcase_set_timeout(t, 3600);
	tcase_add_test(t, play_never_contradicts_what_is_exact);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
