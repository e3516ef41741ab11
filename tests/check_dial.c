/*
 * check_dial: for which values of a quantity a treaty holds. Closed forms, and
 * random treaties whose ends, and places drawn along the range, are judged
 * afresh from a text that says the value.
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "build.h"
#include "comply/comply_bound.h"

/* A treaty of two, of whose numbers each may be another. */
struct given {
	double miss, false_alarm, fine, continuation;
	int suspend, forgive_after, rounds, notice;
	bool lapses, ends;
};

static struct build b;
static struct dt_comply_model model;
static char text[1024];
static const struct dt_comply_effort effort = {
	.limits = { .states = 20000, .edges = 1000000,
	    .round_states = 1e7 },
	.looks = 33, .check = true
};

static void
make(const struct given *g)
{
	b = (struct build){ .n = 2, .continuation = g->continuation,
	    .rounds = g->rounds };
	snprintf(text, sizeof(text), "treaty: t\nmonitoring: {miss: %.17g, "
	    "false_alarm: %.17g}\nresponse: {forgive_after: %d, ladder: "
	    "[{strikes: 1, fine: %.17g, suspend: %d}%s]}\n"
	    "duration: {lapses: %s}\nwithdrawal: {notice: %d}\n", g->miss, g->false_alarm,
	    g->forgive_after, g->fine, g->suspend, g->ends ?
	    ", {strikes: 3, end: yes}" : "", g->lapses ? "yes" : "no",
	    g->notice);
	b.treaty = text;
	build_model(&b);
	build_must(&b, dt_comply_model_make(&b.arena, &b.model, &model,
	    &b.error));
}

static struct dt_dial_found
find(const struct given *g, enum dt_comply_quantity quantity)
{
	struct dt_comply_bound bound;
	make(g);
	build_must(&b, dt_comply_bound_find(&model, quantity, &effort, &bound,
	    &b.error));
	build_free(&b);
	return bound.found;
}

/* Burnt fines, a .05, d .5, g 2: racing pays unless F >= g/(d - a) = 4.4444,
 * and staying does not once a F > R - P, from 40 on. Now 4.45. */
START_TEST(fines_have_a_floor_and_a_ceiling)
{
	struct given g = { .5, .05, 4.45, .98, .lapses = true };
	struct dt_dial_found found = find(&g, DT_COMPLY_SCALE);
	const struct dt_dial_stretches *holds = &found.part[DT_DIAL_HOLDS],
	    *kept = &found.part[DT_DIAL_KEPT],
	    *stayed = &found.part[DT_DIAL_STAYED];
	ck_assert_uint_eq(holds->n, 1);
	ck_assert_double_eq_tol(holds->low[0].at, 2 / .45 / 4.45, 1e-8);
	ck_assert_double_eq_tol(holds->high[0].at, 40 / 4.45, 1e-8);
	ck_assert(holds->low[0].step <= 1e-4 && holds->high[0].step <= 1e-4);
	ck_assert_double_eq_tol(kept->low[0].at, 2 / .45 / 4.45, 1e-8);
	ck_assert(kept->high[0].edge && stayed->low[0].edge);
	ck_assert_double_eq_tol(stayed->high[0].at, 40 / 4.45, 1e-8);
}
END_TEST

/* Without false alarms nobody who complies is ever found, so that no fine is
 * too high; and with none nothing deters: F >= g/d. A range that is open at its
 * end says so: with any chance of a false alarm, however small, the same fine
 * of 1e9 is one too many, and without one it is not. */
START_TEST(an_end_of_the_range_may_be_another_than_beside_it)
{
	struct given g = { .5, .05, 1e9, .98, .lapses = true };
	struct dt_dial_found found = find(&g, DT_COMPLY_FALSE_ALARM);
	const struct dt_dial_stretches *holds = &found.part[DT_DIAL_HOLDS];
	ck_assert_uint_ge(holds->n, 1);
	ck_assert(holds->low[0].at == 0 && holds->low[0].edge);
	ck_assert_double_lt(holds->high[0].at, 2.1e-9);
}
END_TEST

static struct given
draw(struct dt_random *random)
{
	double u[9];
	for (int k = 0; k < 9; k++)
		u[k] = dt_random_unit(random);
	return (struct given){ .miss = .7 * u[0], .false_alarm = .2 * u[1],
	    .fine = 6 * u[2], .continuation = .5 + .48 * u[3],
	    .suspend = (int)(4 * u[4]), .ends = u[5] < .5,
	    .forgive_after = u[5] < .5 && u[6] < .4 ? 2 : 0,
	    .lapses = u[7] < .8 };
}

/* The same with a value of a quantity written into it. */
static struct given
with(const struct given *g, enum dt_comply_quantity quantity, double x)
{
	struct given to = *g;
	if (quantity == DT_COMPLY_CONTINUATION)
		to.continuation = x;
	else if (quantity == DT_COMPLY_MISS)
		to.miss = x;
	else if (quantity == DT_COMPLY_FALSE_ALARM)
		to.false_alarm = x;
	else
		to.fine = g->fine * x;
	return to;
}

/* 1: yes, 0: no, -1: neither is shown. */
static int
answer(const struct given *g, enum dt_dial_part part)
{
	struct dt_comply_verdict v;
	make(g);
	build_must(&b, dt_parts_judge(&model, &effort.limits, &v, &b.error));
	enum dt_comply_answer a = part == DT_DIAL_HOLDS ? v.answer :
	    v.part[part == DT_DIAL_KEPT ? DT_COMPLY_KEPT :
	    DT_COMPLY_STAYED].answer;
	dt_comply_verdict_free(&v);
	build_free(&b);
	return a == DT_COMPLY_PERHAPS ? -1 : a == DT_COMPLY_YES ||
	    a == DT_COMPLY_BUT;
}

/* Inside and outside of an end that is said to be shown. */
static int
check_end(const struct given *g, enum dt_comply_quantity q,
    enum dt_dial_part part, const struct dt_dial_end *end, double toward,
    double length)
{
	if (end->edge || isnan(end->step))
		return 0;
	double in = end->at + toward * fmin(end->step, length / 2);
	double out = end->open ? end->at : end->at - toward * end->step;
	/* A build takes 0 for a game that ends. */
	if (q == DT_COMPLY_CONTINUATION && (in <= 0 || out <= 0))
		return 0;
	struct given inside = with(g, q, in), outside = with(g, q,
	    fmax(out, 0));
	ck_assert_msg(answer(&inside, part) == 1, "%s %s: not at %.12g",
	    dt_comply_quantity_words[q], dt_dial_part_words[part], in);
	ck_assert_msg(answer(&outside, part) == 0, "%s %s: still at %.12g",
	    dt_comply_quantity_words[q], dt_dial_part_words[part], out);
	return 1;
}

/* -1: so near to an end that it is left aside. */
static int
within(const struct dt_dial_stretches *of, double x)
{
	int is = 0;
	for (size_t k = 0; k < of->n; k++) {
		double low = of->low[k].at, high = of->high[k].at;
		if (fabs(x - low) < 1e-5 || fabs(x - high) < 1e-5)
			return -1;
		is |= x > low && x < high;
	}
	return is;
}

struct count {
	int ends, dark;                 /* that were judged; that were not */
	int places[2];                  /* where the answer is no, and yes */
};

static void
check_part(const struct given *g, enum dt_comply_quantity q,
    const struct dt_dial_found *f, enum dt_dial_part part, double x,
    struct count *count)
{
	const struct dt_dial_stretches *of = &f->part[part];
	for (size_t i = 0; i < of->n; i++) {
		double length = of->high[i].at - of->low[i].at;
		count->ends += check_end(g, q, part, &of->low[i], 1, length);
		count->ends += check_end(g, q, part, &of->high[i], -1,
		    length);
		count->dark += isnan(of->low[i].step) ||
		    isnan(of->high[i].step);
	}
	struct given there = with(g, q, x);
	int is = within(of, x), fresh = answer(&there, part);
	ck_assert_msg(is < 0 || fresh < 0 || is == fresh,
	    "%s %s at %.12g: %d, afresh %d", dt_comply_quantity_words[q],
	    dt_dial_part_words[part], x, is, fresh);
	if (fresh >= 0)
		count->places[fresh]++;
}

static void
check(const struct given *g, enum dt_comply_quantity q,
    struct dt_random *random, struct count *count)
{
	struct dt_dial_found f = find(g, q);
	for (int p = 0; p < DT_DIAL_PARTS; p++)
		check_part(g, q, &f, (enum dt_dial_part)p, f.from + (f.to -
		    f.from) * dt_random_unit(random), count);
}

static int
treaties(void)
{
	const char *many = getenv("DIAL_TREATIES");
	return many == NULL ? 50 : atoi(many);
}

/* What is shown is so by a text that says the value, and what was looked at
 * has no stretch that nobody saw. DIAL_TREATIES=N tries that many (50). */
START_TEST(ends_are_where_a_fresh_answer_changes)
{
	struct dt_random random;
	struct count count = { 0 };
	int n = treaties();
	dt_random_stream(&random, 1, 0, 0, 0);
	for (int k = 0; k < n; k++) {
		struct given g = draw(&random);
		check(&g, (enum dt_comply_quantity)(k % (g.fine > 0 ?
		    DT_COMPLY_FINE : DT_COMPLY_SCALE)), &random, &count);
	}
	ck_assert_int_gt(count.ends, n);
	ck_assert_int_le(count.dark, n / 25);
}
END_TEST

static struct given
draw_ending(struct dt_random *random)
{
	struct given g = draw(random);
	g.continuation = 0;             /* a build takes it for 1 */
	g.rounds = 1 + (int)(30 * dt_random_unit(random));
	g.notice = (int)(4 * dt_random_unit(random));
	return g;
}

/* Where all know the last round, dials are mostly settled by the last rounds
 * alone: with the same ends, and the same between them. */
START_TEST(ends_in_a_game_that_ends)
{
	static const enum dt_comply_quantity turned[] = { DT_COMPLY_MISS,
	    DT_COMPLY_FALSE_ALARM, DT_COMPLY_SCALE };
	struct dt_random random;
	struct count count = { 0 };
	int n = treaties();
	dt_random_stream(&random, 2, 0, 0, 0);
	for (int k = 0; k < n; k++) {
		struct given g = draw_ending(&random);
		g.fine *= k % 2 == 0 ? 1 : 3;
		check(&g, turned[k % 3], &random, &count);
	}
	ck_assert_int_gt(count.ends, n / 2);
	ck_assert_int_gt(count.places[0], n / 2);
	ck_assert_int_gt(count.places[1], n / 4);
	ck_assert_int_le(count.dark, n / 25);
}
END_TEST

static struct dt_gain_value
gain(struct dt_gain *of, int64_t last)
{
	struct dt_gain_value value;
	dt_gain_last(of, last);
	build_must(&b, dt_gain_at(of, &model, &value, &b.error));
	return value;
}

/* A departure in the last rounds is one of all: what they gain is no more than
 * what all do, and no less than what fewer of them do; but for rounding, which
 * is taken off, and is more the more rounds there are. */
START_TEST(the_last_rounds_gain_no_more_than_all)
{
	struct dt_random random;
	int more = 0;
	dt_random_stream(&random, 3, 0, 0, 0);
	for (int k = 0; k < 40; k++) {
		struct given g = draw_ending(&random);
		make(&g);
		struct dt_gain *of = dt_gain_new(&effort.limits);
		struct dt_gain_value all = gain(of, 0), before = gain(of, 1);
		ck_assert(all.whole);
		ck_assert(before.whole == (g.rounds == 1));
		for (int last = 2; last <= g.rounds; last++) {
			struct dt_gain_value now = gain(of, last);
			ck_assert(now.whole == (last == g.rounds));
			ck_assert_double_ge(now.kept, before.kept - 1e-9);
			ck_assert_double_ge(now.stayed, before.stayed - 1e-9);
			more += now.kept > before.kept + 1e-6;
			before = now;
		}
		ck_assert_double_le(before.kept - before.off, all.kept + 1e-9);
		ck_assert_double_le(before.stayed - before.off, all.stayed +
		    1e-9);
		dt_gain_free(of);
		build_free(&b);
	}
	ck_assert_int_gt(more, 40);
}
END_TEST

int
main(void)
{
	Suite *s = suite_create("dial");
	TCase *t = tcase_create("dial");
	tcase_set_timeout(t, 600);
	tcase_add_test(t, fines_have_a_floor_and_a_ceiling);
	tcase_add_test(t, an_end_of_the_range_may_be_another_than_beside_it);
	tcase_add_test(t, ends_are_where_a_fresh_answer_changes);
	tcase_add_test(t, ends_in_a_game_that_ends);
	tcase_add_test(t, the_last_rounds_gain_no_more_than_all);
	suite_add_tcase(s, t);
	SRunner *r = srunner_create(s);
	srunner_run_all(r, CK_ENV);
	int failed = srunner_ntests_failed(r);
	srunner_free(r);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
