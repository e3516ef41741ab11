/*
 * check_comply: the verdict on treaties whose answer is known in closed form.
 * Values: Mailath and Samuelson's noisy dilemma (2, -1, 3, 0), Green and
 * Porter in Tirole's form, and arithmetic that stands beside each.
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "build.h"
#include "comply/comply_bound.h"
#include "comply/comply_play.h"
#include "comply/parts.h"
#include "repeat/stage.h"

#define NOISY BUILD_MATRIX("noisy", "2", "-1", "3", "0")

/* A treaty of n on payoffs, with one miss and false alarm, and a ladder. */
struct given {
	size_t n;
	const char *payoffs;
	double miss, false_alarm, continuation;
	const char *ladder, *more, *forgiving;
};

static struct build b;
static struct dt_comply_model model;
static char text[1024];

static void
make(const struct given *g)
{
	b = (struct build){ .n = g->n, .payoffs = g->payoffs,
	    .continuation = g->continuation };
	snprintf(text, sizeof(text), "treaty: t\nmonitoring: {miss: %.17g, "
	    "false_alarm: %.17g}\nresponse: {%sladder: [%s]}\n%s", g->miss,
	    g->false_alarm, g->forgiving ? g->forgiving : "", g->ladder, g->more ? g->more :
	    "withdrawal: {allowed: no}\n");
	b.treaty = text;
	build_model(&b);
	build_must(&b, dt_comply_model_make(&b.arena, &b.model, &model,
	    &b.error));
}

static struct dt_comply_verdict
judge(const struct given *g)
{
	struct dt_comply_verdict v;
	make(g);
	build_must(&b, dt_comply_judge(&model, NULL, &v, &b.error));
	return v;
}

static bool
holds(const struct given *g, double *value)
{
	struct dt_comply_verdict v = judge(g);
	bool yes = v.holds;
	if (value != NULL)
		*value = v.start[0];
	dt_comply_verdict_free(&v);
	build_free(&b);
	return yes;
}

/* Where the answer to a part is yes; each end is judged afresh on either side.
 */
static struct dt_dial_stretches
bound_part(const struct given *g, enum dt_comply_quantity quantity,
    enum dt_dial_part part)
{
	static const struct dt_comply_effort effort = {
		.limits = { .states = 20000, .edges = 1000000 },
		.looks = 33, .check = true };
	struct dt_comply_bound found;
	make(g);
	build_must(&b, dt_comply_bound_find(&model, quantity, &effort, &found,
	    &b.error));
	build_free(&b);
	struct dt_dial_stretches yes = found.found.part[part];
	for (size_t k = 0; k < yes.n; k++) {
		ck_assert(yes.low[k].step <= 1);
		ck_assert(yes.high[k].step <= 1);
	}
	return yes;
}

static struct dt_dial_stretches
bound(const struct given *g, enum dt_comply_quantity quantity)
{
	return bound_part(g, quantity, DT_DIAL_HOLDS);
}

/* Signals of each party such that both are clear with chance p if both pause,
 * q if one races: (1-f)^2 = p, (1-f) miss = q. */
static struct given
noisy(double p, double q, double continuation, const char *ladder)
{
	return (struct given){ 2, NOISY, q / sqrt(p), 1 - sqrt(p),
	    continuation, ladder, NULL };
}

/* c* = g/((p-q)(R-P) + p g) = 1/(.4*2 + .9); V = 2(1-c)/(1-c p). */
START_TEST(grim_holds_from_its_closed_form_on)
{
	struct given g = noisy(.9, .5, .7, "{strikes: 1, end: yes}");
	struct dt_dial_stretches c = bound(&g, DT_COMPLY_CONTINUATION);
	double value;
	ck_assert_uint_eq(c.n, 1);
	ck_assert_double_eq_tol(c.low[0].at, 1 / 1.7, 1e-9);
	ck_assert(holds(&g, &value));
	ck_assert_double_eq_tol(value, .6 / (1 - .63), 1e-12);
	g.continuation = .588;
	ck_assert(!holds(&g, NULL));
	g.continuation = .5883;
	ck_assert(holds(&g, NULL));
}
END_TEST

/* At c .7 the shortest punishment that deters is three rounds, and is worth
 * 1.734154; the least q that deters follows from c(p-q)V(1-c^T) = 1-c. */
START_TEST(three_rounds_are_the_shortest_punishment)
{
	struct given g = noisy(.9, .5, .7, "{strikes: 1, suspend: 2}");
	double value;
	ck_assert(!holds(&g, NULL));
	g.ladder = "{strikes: 1, suspend: 3}";
	ck_assert(holds(&g, &value));
	ck_assert_double_eq_tol(value, 1.734154, 5e-7);
	struct dt_dial_stretches miss = bound(&g, DT_COMPLY_MISS);
	double v = .6 / (1 - .7 * .9 - .1 * pow(.7, 4));
	double q = .9 - .3 / (.7 * v * (1 - pow(.7, 3)));
	ck_assert_uint_eq(miss.n, 1);
	ck_assert(miss.low[0].at == 0);
	ck_assert_double_eq_tol(miss.high[0].at, q / sqrt(.9), 1e-9);
}
END_TEST

/* p = (1-f)^N, q = (1-f)^(N-1)(1-d): .5690, .5011, none. */
START_TEST(any_flag_treaties_hold_from_their_closed_form_on)
{
	static const double rows[][3] = { { 2, .05, .5 }, { 5, .05, .8 } };
	static const double known[] = { .5690, .5011 };
	for (size_t k = 0; k < 2; k++) {
		double n = rows[k][0], f = rows[k][1], d = rows[k][2];
		struct given g = { (size_t)n, NOISY, 1 - d, f, .9,
		    "{strikes: 1, end: yes}", NULL };
		struct dt_dial_stretches c = bound(&g, DT_COMPLY_CONTINUATION);
		double p = pow(1 - f, n), q = pow(1 - f, n - 1) * (1 - d);
		ck_assert_uint_eq(c.n, 1);
		ck_assert_double_eq_tol(c.low[0].at, 1 / (2 * (p - q) + p), 1e-9);
		ck_assert_double_eq_tol(c.low[0].at, known[k], 5e-5);
	}
	struct given ten = { 10, NOISY, .8, .05, .9, "{strikes: 1, end: yes}",
	    NULL };
	ck_assert_uint_eq(bound(&ten, DT_COMPLY_CONTINUATION).n, 0);
}
END_TEST

/* Demand is low with chance a, which looks like a cut: R = 1-a, T = 2(1-a), a
 * cut is never missed. V = (1-a)(1-c)/(1-(1-a)c-a c^(T+1)). */
START_TEST(green_and_porter_in_the_form_of_tirole)
{
	static const struct {
		double a, c, value;
		const char *payoffs, *enough, *less;
	} rows[] = {
		{ .25, .8, .471579, BUILD_MATRIX("gp", ".75", "-1", "1.5", "0"),
		  "{strikes: 1, suspend: 4}", "{strikes: 1, suspend: 3}" },
		{ .1, .9, .768574, BUILD_MATRIX("gp", ".9", "-1", "1.8", "0"),
		  "{strikes: 1, suspend: 2}", "{strikes: 1, suspend: 1}" },
	};
	for (size_t k = 0; k < 2; k++) {
		struct given g = { 2, rows[k].payoffs, 0,
		    1 - sqrt(1 - rows[k].a), rows[k].c, rows[k].enough, NULL };
		double value;
		ck_assert(holds(&g, &value));
		ck_assert_double_eq_tol(value, rows[k].value, 5e-7);
		g.ladder = rows[k].less;
		ck_assert(!holds(&g, NULL));
	}
}
END_TEST

/* Alarms .05 and .5 on (5,3,1,0), answered with the chance of stage.h at
 * continuation .95: then .95 is the least, and it is worth v* = 2.7778. The
 * chance is put into the signal, so that one coin serves both parties. */
START_TEST(the_best_punishment_chance_just_deters)
{
	static const struct dt_payoff_matrix m = { .reward = 3, .sucker = 0,
	    .temptation = 5, .punishment = 1 };
	double x = dt_stage_punishment(&m, .05, .5, .95), value;
	ck_assert_double_eq_tol(x, .13158, 5e-6);
	struct given g = noisy(1 - .05 * x, 1 - .5 * x, .95,
	    "{strikes: 1, end: yes}");
	g.payoffs = BUILD_DILEMMA;
	ck_assert_double_eq_tol(bound(&g, DT_COMPLY_CONTINUATION).low[0].at, .95,
	    1e-9);
	g.continuation = .9500001;
	ck_assert(holds(&g, &value));
	ck_assert_double_eq_tol(value, 25.0 / 9, 1e-6);
}
END_TEST

/* Perfect monitoring, (5,3,1,0): (T-R)/(T-P) = 1/2. */
START_TEST(with_perfect_signals_grim_needs_one_half)
{
	struct given g = { 2, BUILD_DILEMMA, 0, 0, .9,
	    "{strikes: 1, end: yes}", NULL };
	ck_assert_double_eq_tol(bound(&g, DT_COMPLY_CONTINUATION).low[0].at, .5,
	    1e-9);
}
END_TEST

/*
 * A fine F on each finding and nothing else: a race gains T - R = 2 and is
 * fined with chance d - f more than a pause: F = 2/(d-f) = 2/.4, whatever the
 * continuation. As a scale of a fine of 2: 2.5.
 */
START_TEST(the_least_fine_is_gain_over_difference_of_chances)
{
	struct given g = { 2, BUILD_DILEMMA, .5, .1, .3,
	    "{strikes: 1, fine: 0}", NULL };
	struct dt_dial_stretches fine = bound(&g, DT_COMPLY_FINE);
	ck_assert_uint_eq(fine.n, 1);
	ck_assert_double_eq_tol(fine.low[0].at, 5, 1e-9);
	g.ladder = "{strikes: 1, fine: 2}";
	ck_assert_double_eq_tol(bound(&g, DT_COMPLY_SCALE).low[0].at, 2.5, 1e-9);
}
END_TEST

/* With leave to go at once, whoever leaves races on unpunished while the
 * treaty binds the other: T for ever beats R for ever. If it lapses, the other
 * is free too and P < R is what is left; but one that has given notice has
 * nothing to fear in its last round, and would gain T - R there. */
START_TEST(withdrawal_pays_unless_the_treaty_lapses)
{
	struct given g = { 2, BUILD_DILEMMA, 0, 0, .9,
	    "{strikes: 1, end: yes}", "entry: {parties: 0}\n" };
	struct dt_comply_verdict v = judge(&g);
	ck_assert(!v.holds && !v.perfect);
	ck_assert_int_eq(v.binding.departure, DT_CHAIN_WITHDRAW);
	/* One last round of R, then T in place of R: 2 c/(1-c). */
	ck_assert_double_eq_tol(v.binding.worth, 18, 1e-9);
	dt_comply_verdict_free(&v);
	build_free(&b);
	g.more = "entry: {parties: 0}\nduration: {lapses: yes}\n";
	v = judge(&g);
	ck_assert(v.holds && !v.perfect);
	ck_assert_int_eq(v.beyond.departure, DT_CHAIN_SECRET);
	ck_assert(v.beyond.where.notified);
	ck_assert_double_eq_tol(v.beyond.worth, 2, 1e-9);
	/* To give notice costs c (R-P)/(1-c) = 18, to race then brings 2. */
	ck_assert_double_eq_tol(v.slack, 16, 1e-9);
	dt_comply_verdict_free(&v);
	build_free(&b);
}
END_TEST

/* In chicken (5,3,0,1), whoever faces a racer would rather pause: the threat
 * to race on after the end is not carried out. With perfect signals no run
 * comes there, so nobody gains on the way: yes, but. */
START_TEST(a_threat_that_is_not_credible_is_told_apart)
{
	struct given g = { 2, BUILD_MATRIX("chicken", "3", "1", "5", "0"), 0,
	    0, .9, "{strikes: 1, end: yes}", NULL };
	struct dt_comply_verdict v = judge(&g);
	ck_assert(v.holds && !v.perfect);
	ck_assert_int_eq(v.beyond.departure, DT_CHAIN_HOLD);
	ck_assert_int_eq(v.beyond.where.phase, DT_PHASE_ENDED);
	dt_comply_verdict_free(&v);
	build_free(&b);
}
END_TEST

/* Where all know the last round, nothing follows it: grim gains T - R = 2 by
 * racing there, and a fine of 3 takes it away. */
START_TEST(a_known_end_needs_a_fine)
{
	struct given g = { 2, BUILD_DILEMMA, 0, 0, 1,
	    "{strikes: 1, end: yes}", NULL };
	struct dt_comply_verdict v;
	for (int fined = 0; fined < 2; fined++) {
		g.ladder = fined ? "{strikes: 1, fine: 3, end: yes}" :
		    "{strikes: 1, end: yes}";
		make(&g);
		model.model.rounds = 10;
		build_must(&b, dt_comply_judge(&model, NULL, &v, &b.error));
		ck_assert(v.holds == fined);
		ck_assert_double_eq_tol(v.start[0], 3, 1e-12);
		if (!fined) {
			ck_assert_int_eq(v.binding.round, 10);
			ck_assert_double_eq_tol(v.binding.worth, 2, 1e-12);
		}
		dt_comply_verdict_free(&v);
		build_free(&b);
	}
}
END_TEST

static const struct dt_parts_limits ends = { .states = 20000, .edges = 1000000,
	.round_states = 1e7 };

/* What giving notice gains at most in a game of 10 rounds, and where. */
static struct dt_comply_case
noticed(const struct given *g)
{
	struct dt_comply_verdict v;
	make(g);
	model.model.rounds = 10;
	build_must(&b, dt_parts_judge(&model, &ends, &v, &b.error));
	struct dt_comply_finding stayed = v.part[DT_COMPLY_STAYED];
	ck_assert(stayed.reckoned && stayed.found);
	ck_assert_int_eq(stayed.binding.departure, DT_CHAIN_WITHDRAW);
	ck_assert_int_eq(stayed.answer, stayed.binding.best > 1e-9 ?
	    DT_COMPLY_NO : DT_COMPLY_YES);
	dt_comply_verdict_free(&v);
	build_free(&b);
	return stayed.binding;
}

/* Notice given before round r binds in it and in n more. Where the other stays
 * bound, it is best given before round 1: racing gains T - R = 2 in the 9 - n
 * rounds after, and 1 in those before if the fine is 1 and not 9. Where all are
 * free then, they race: T - R is lost in each, so that notice is of use only as
 * late as ends in the last round, and then for what racing gains under it. */
START_TEST(notice_is_worth_what_hand_arithmetic_gives)
{
	static const char *const ladders[] = { "{strikes: 1, fine: 9}",
		"{strikes: 1, fine: 1}" };
	int n = _i / 4, cheap = _i % 2;
	bool lapses = _i / 2 % 2 == 1;
	char more[80];
	snprintf(more, sizeof(more), "duration: {lapses: %s}\n"
	    "withdrawal: {notice: %d}\n", lapses ? "yes" : "no", n);
	struct given g = { 2, BUILD_DILEMMA, 0, 0, 1, ladders[cheap], more };
	struct dt_comply_case best = noticed(&g);
	int bound = cheap ? n + 1 : 0, free = lapses ? 0 : 2 * (9 - n);
	ck_assert_double_eq_tol(best.best, bound + free, 1e-12);
	if (bound + free > 0)
		ck_assert_int_eq(best.round, lapses ? 10 - n : 1);
}
END_TEST

static struct dt_comply_finding
kept_by(const struct dt_parts_limits *limits, int64_t rounds,
    int64_t *unravels)
{
	struct dt_comply_verdict v;
	model.model.rounds = rounds;
	build_must(&b, dt_parts_judge(&model, limits, &v, &b.error));
	struct dt_comply_finding kept = v.part[DT_COMPLY_KEPT];
	*unravels = v.unravels;
	if (limits->kept) {
		ck_assert_int_eq(v.part[DT_COMPLY_STAYED].answer,
		    DT_COMPLY_PERHAPS);
		ck_assert(v.answer != DT_COMPLY_YES);
	}
	dt_comply_verdict_free(&v);
	return kept;
}

/* The first of three answers, asked for alone, is that of all: from its own
 * graph, and from one of the shelf that it leaves whole there. */
START_TEST(kept_alone_is_as_it_is_among_three)
{
	static const char *const ladders[] = { "{strikes: 1, end: yes}",
		"{strikes: 1, fine: 1}, {strikes: 3, suspend: 2}",
		"{strikes: 2, fine: 9}" };
	static const char *const more[] = { "withdrawal: {allowed: no}\n",
		"duration: {lapses: no}\nwithdrawal: {notice: 3}\n",
		"duration: {lapses: yes, rounds: 9}\n"
		    "withdrawal: {notice: 0}\n" };
	static double memory[1 << 19];
	struct given g = { _i % 2 == 0 ? 2 : 3, BUILD_DILEMMA, .1 * (_i % 5),
	    .03 * (_i % 4), 1, ladders[_i % 3], more[_i / 3 % 3] };
	struct dt_parts_limits alone = ends;
	int64_t unravels[2];
	make(&g);
	memset(memory, 0, sizeof(memory));
	alone.kept = true;
	struct dt_comply_finding all = kept_by(&ends, 12, &unravels[0]);
	for (int on_shelf = 0; on_shelf < 3; on_shelf++) {
		struct dt_parts_limits then = on_shelf == 2 ? ends : alone;
		struct dt_shelf *shelf = on_shelf == 0 ? NULL :
		    dt_shelf_new(memory, sizeof(memory));
		then.shelf = shelf;
		struct dt_comply_finding one = kept_by(&then, 12,
		    &unravels[1]);
		ck_assert_int_eq(one.answer, all.answer);
		ck_assert_int_eq(unravels[1], unravels[0]);
		ck_assert_int_eq(one.binding.round, all.binding.round);
		ck_assert_int_eq(one.binding.departure,
		    all.binding.departure);
		ck_assert_uint_eq(one.states, all.states);
		ck_assert_double_eq_tol(one.slack, all.slack, 1e-12);
		dt_shelf_free(shelf);
	}
	build_free(&b);
}
END_TEST

/* By its last rounds alone it is no only where it is no, it gains no more than in
 * all, and it is never yes; where they have a departure that pays, they say no. */
static void
check_last(const struct dt_parts_limits *limits,
    const struct dt_comply_finding *all, int64_t rounds)
{
	int64_t unravels;
	struct dt_comply_finding some = kept_by(limits, rounds, &unravels);
	ck_assert_int_eq(unravels, 0);
	ck_assert(some.least);
	ck_assert_double_ge(some.slack, all->slack - 1e-9);
	if (some.answer == DT_COMPLY_NO)
		ck_assert_int_eq(all->answer, DT_COMPLY_NO);
	else
		ck_assert_int_eq(some.answer, DT_COMPLY_PERHAPS);
	if (all->answer == DT_COMPLY_NO && all->binding.round > rounds -
	    limits->last) {
		ck_assert_int_eq(some.answer, DT_COMPLY_NO);
		ck_assert_double_eq_tol(some.slack, all->slack, 1e-9);
	}
}

START_TEST(the_last_rounds_may_say_no)
{
	struct given g = { _i % 2 == 0 ? 2 : 3, BUILD_DILEMMA, .1 * (_i % 5),
	    .03 * (_i % 4), 1, _i % 3 == 0 ? "{strikes: 1, end: yes}" :
	    "{strikes: 1, fine: 6}, {strikes: 3, suspend: 2}", _i % 4 < 2 ?
	    "withdrawal: {allowed: no}\n" :
	    "duration: {lapses: no}\nwithdrawal: {notice: 3}\n" };
	struct dt_parts_limits last = ends;
	int64_t unravels;
	make(&g);
	struct dt_comply_finding all = kept_by(&ends, 12, &unravels);
	for (int kept = 0; kept < 2; kept++) {
		last.kept = kept == 1;
		for (last.last = 1; last.last < 12; last.last++)
			check_last(&last, &all, 12);
		struct dt_comply_finding same = kept_by(&last, 12, &unravels);
		ck_assert_int_eq(same.answer, all.answer);
		ck_assert_double_eq_tol(same.slack, all.slack, 1e-12);
	}
	build_free(&b);
}
END_TEST

/* What is found whole within small limits is what large ones find. */
START_TEST(limits_that_are_kept_change_nothing)
{
	struct given g = { _i % 2 == 0 || _i % 7 < 5 ? 2 : 3, BUILD_DILEMMA, .1 * (_i % 5),
	    .03 * (_i % 4), _i % 3 == 0 ? 1 : .9, _i % 5 < 3 ?
	    "{strikes: 1, fine: 6}, {strikes: 3, suspend: 2}" :
	    "{strikes: 2, fine: 3}, {strikes: 9, end: yes}", _i % 4 < 2 ?
	    "duration: {lapses: yes}\nwithdrawal: {notice: 1}\n" :
	    "duration: {lapses: no}\nwithdrawal: {notice: 3}\n", _i % 7 < 3 ?
	    "forgive_after: 3, " : _i % 7 < 5 ? "forgive_chance: .3, " : "" };
	static const struct dt_parts_limits large = { .states = 400000,
	    .edges = 8000000, .round_states = 1e7 };
	struct dt_comply_verdict all, some;
	struct dt_parts_limits small = large;
	int kept = 0, passed = 0;
	make(&g);
	model.model.rounds = 12;
	build_must(&b, dt_parts_judge(&model, &large, &all, &b.error));
	small.whole = true;
	for (small.states = 8; small.states <= 400000; small.states *= 6) {
		enum dt_status status = dt_parts_judge(&model, &small, &some,
		    &b.error);
		ck_assert(status == DT_OK || status == DT_EUSAGE);
		*(status == DT_OK ? &kept : &passed) += 1;
		for (int k = 0; k < DT_COMPLY_PARTS && status == DT_OK; k++) {
			ck_assert_int_eq(some.part[k].answer,
			    all.part[k].answer);
			ck_assert_double_eq_tol(some.part[k].slack,
			    all.part[k].slack, 1e-12);
			ck_assert_uint_eq(some.part[k].states,
			    all.part[k].states);
			ck_assert_double_eq_tol(some.part[k].off,
			    all.part[k].off, 1e-12);
		}
		dt_comply_verdict_free(&some);
	}
	ck_assert_int_gt(kept, 0);
	ck_assert_int_gt(passed, 0);
	dt_comply_verdict_free(&all);
	build_free(&b);
}
END_TEST

/* With notice that ends the treaty, and with notice that leaves the other
 * bound. */
START_TEST(memory_may_run_out_where_the_end_is_known)
{
	struct given g = { 2, BUILD_DILEMMA, .1, .05, 1,
	    "{strikes: 1, fine: 1}, {strikes: 2, fine: 3}", _i == 0 ?
	    "duration: {lapses: yes}\nwithdrawal: {notice: 2}\n" :
	    "duration: {lapses: no}\nwithdrawal: {notice: 2}\n" };
	struct dt_comply_verdict v;
	enum dt_status status = DT_ENOMEM;
	long failed = 0;
	make(&g);
	model.model.rounds = 8;
	for (; status != DT_OK && failed < 100000; failed++) {
		dt_memory_fail_after(failed);
		status = dt_parts_judge(&model, &ends, &v, &b.error);
		dt_memory_fail_after(-1);
		ck_assert(status == DT_OK || status == DT_ENOMEM);
	}
	ck_assert_int_eq(status, DT_OK);
	ck_assert_int_gt(failed, 20);
	dt_comply_verdict_free(&v);
	build_free(&b);
}
END_TEST

#define ONE_PERIOD "{when: not flagged and alarms == 0, to: nice}"

/* What departing gains an agent in one of the two states of a pair that pauses
 * after a clear signal and races after any other. */
static void
one_period(double c, double value[2], double gain[2])
{
	struct dt_chain_limits limits = { .departing = 3, .depth = -1 };
	struct dt_chain *chain;
	double v[8], off[8], rounding;
	b = (struct build){ .n = 2, .payoffs = NOISY, .continuation = c };
	for (size_t i = 0; i < 2; i++)
		b.agents[i].strategy = BUILD_TWO_STATES("one", ONE_PERIOD);
	snprintf(text, sizeof(text), "treaty: t\nmonitoring: {miss: %.17g, "
	    "false_alarm: %.17g}\nwithdrawal: {allowed: no}\n",
	    .5 / sqrt(.9), 1 - sqrt(.9));
	b.treaty = text;
	build_model(&b);
	build_must(&b, dt_chain_build(&chain, &b.model, &limits, &b.error));
	ck_assert_uint_le(dt_chain_states(chain), 8);
	build_must(&b, dt_chain_values(chain, 0, c, v, off, &rounding,
	    &b.error));
	ck_assert_double_lt(rounding, 1e-12);
	for (size_t s = 0; s < dt_chain_states(chain); s++) {
		double race = dt_chain_depart(chain, s, 0, DT_CHAIN_SECRET, c,
		    v, v);
		double hold = dt_chain_depart(chain, s, 0, DT_CHAIN_HOLD, c,
		    v, v);
		bool nice = isnan(hold);
		value[nice ? 0 : 1] = (1 - c) * v[s];
		gain[nice ? 0 : 1] = (nice ? race : hold) - v[s];
	}
	dt_chain_free(chain);
	build_free(&b);
}

/*
 * V_E = 2(1-c(1-r))/(1-c(p-r)), V_S = 2cr/(1-c(p-r)), an equilibrium iff
 * 1/(3p-2q-r) <= c <= 1/(p+2q-3r) (Mailath and Samuelson). Two signals apart
 * give r = q^2/p: for p .9, q .5 the ends are .703125 and .9375. There one is
 * indifferent, in the state E at the lower and in S at the upper.
 */
START_TEST(one_period_of_memory_holds_on_its_closed_interval)
{
	double p = .9, q = .5, r = q * q / p, c = .8, value[2], gain[2];
	one_period(c, value, gain);
	ck_assert_double_eq_tol(value[0], 2 * (1 - c * (1 - r)) /
	    (1 - c * (p - r)), 1e-12);
	ck_assert_double_eq_tol(value[1], 2 * c * r / (1 - c * (p - r)),
	    1e-12);
	ck_assert(gain[0] < 0 && gain[1] < 0);
	one_period(1 / (3 * p - 2 * q - r), value, gain);
	ck_assert_double_eq_tol(gain[0], 0, 1e-9);
	one_period(1 / (p + 2 * q - 3 * r), value, gain);
	ck_assert_double_eq_tol(gain[1], 0, 1e-9);
}
END_TEST

/* What complies in here is agents/strategies/comply.yaml. */
START_TEST(complying_is_the_strategy_of_that_name)
{
	static char yaml[4096];
	const char *root = getenv("srcdir");
	struct given g = { 3, BUILD_DILEMMA, .1, .1, .9,
	    "{strikes: 1, fine: 1}", NULL };
	struct dt_automaton a;
	const struct dt_view_constants constants = { .agents = 3 };
	make(&g);
	snprintf(yaml, sizeof(yaml), "%s/agents/strategies/comply.yaml",
	    root ? root : ".");
	FILE *file = fopen(yaml, "r");
	ck_assert_msg(file != NULL, "no %s", yaml);
	yaml[fread(yaml, 1, sizeof(yaml) - 1, file)] = '\0';
	fclose(file);
	build_must(&b, build_automaton(&b, yaml, &constants, &a));
	const struct dt_automaton *own = &model.model.agents[0].automaton;
	ck_assert_uint_eq(a.states, own->states);
	ck_assert_uint_eq(a.views, own->views);
	for (size_t s = 0; s < a.states; s++)
		ck_assert_uint_eq(a.race[s], own->race[s]);
	for (size_t k = 0; k < (a.states + 1) * a.views; k++)
		ck_assert_uint_eq(a.step[k], own->step[k]);
	build_free(&b);
}
END_TEST

/*
 * Grim between a patient and an impatient party, each with its own discount:
 * both need c >= 1/1.7, so .7 and .5 do not hold, and it is the second that
 * gains. Its value in force: 2(1-c)/(1-c p) = 1/.55 = 1.818182.
 */
START_TEST(the_impatient_party_binds)
{
	struct given g = noisy(.9, .5, .7, "{strikes: 1, end: yes}");
	struct dt_comply_verdict v;
	make(&g);
	model.patience[1] = .5;
	build_must(&b, dt_comply_judge(&model, NULL, &v, &b.error));
	ck_assert(!v.holds);
	ck_assert_uint_eq(v.binding.agent, 1);
	ck_assert_double_eq_tol(v.start[0], .6 / .37, 1e-12);
	ck_assert_double_eq_tol(v.start[1], 1 / .55, 1e-12);
	dt_comply_verdict_free(&v);
	build_free(&b);
}
END_TEST

/* Sums over fifty rounds of a payoff of 1e308 are beyond any double: neither
 * the exact judge nor play concludes anything from them. */
START_TEST(nothing_is_concluded_from_values_that_are_not_finite)
{
	struct given g = { 2, BUILD_MATRIX("huge", "1e308", "-1e308",
	    "1.5e308", "0"), .2, .05, .98, "{strikes: 1, suspend: 2}",
	    NULL };
	struct dt_comply_verdict v;
	make(&g);
	ck_assert_int_eq(dt_comply_judge(&model, NULL, &v, &b.error),
	    DT_EUSAGE);
	ck_assert(!v.holds);
	dt_comply_verdict_free(&v);
	ck_assert_int_eq(dt_comply_play(&model,
	    &(struct dt_comply_play_request){ .threads = 1 }, &v, &b.error),
	    DT_EUSAGE);
	ck_assert(!v.holds);
	dt_comply_verdict_free(&v);
	build_free(&b);
}
END_TEST

/* Any-flag grim, f .05, d .8: c* = 1/(2(p-q)+p) rises with the number of
 * parties. Between those of four and of five, five do not keep it. (Whether one
 * stays out is another answer: four pause without it.) */
START_TEST(more_parties_raise_more_false_alarms)
{
	struct given g = { 5, NOISY, .2, .05, 0, "{strikes: 1, end: yes}",
	    "entry: {parties: 2}\nwithdrawal: {allowed: no}\n" };
	double c[6];
	for (int n = 4; n <= 5; n++) {
		double p = pow(.95, n), q = pow(.95, n - 1) * .2;
		c[n] = 1 / (2 * (p - q) + p);
	}
	g.continuation = (c[4] + c[5]) / 2;
	struct dt_dial_stretches parties = bound_part(&g, DT_COMPLY_PARTIES,
	    DT_DIAL_KEPT);
	ck_assert(parties.n == 0 || parties.high[parties.n - 1].at < 5);
	g.continuation = c[5] + 1e-6;
	parties = bound_part(&g, DT_COMPLY_PARTIES, DT_DIAL_KEPT);
	ck_assert_uint_gt(parties.n, 0);
	ck_assert_double_eq_tol(parties.high[parties.n - 1].at, 5, 1e-15);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("comply");
	TCase *t = tcase_create("known");
	tcase_set_timeout(t, 120);
	tcase_add_test(t, grim_holds_from_its_closed_form_on);
	tcase_add_test(t, three_rounds_are_the_shortest_punishment);
	tcase_add_test(t, any_flag_treaties_hold_from_their_closed_form_on);
	tcase_add_test(t, green_and_porter_in_the_form_of_tirole);
	tcase_add_test(t, the_best_punishment_chance_just_deters);
	tcase_add_test(t, with_perfect_signals_grim_needs_one_half);
	tcase_add_test(t, the_least_fine_is_gain_over_difference_of_chances);
	tcase_add_test(t, withdrawal_pays_unless_the_treaty_lapses);
	tcase_add_test(t, a_threat_that_is_not_credible_is_told_apart);
	tcase_add_test(t, a_known_end_needs_a_fine);
	tcase_add_loop_test(t, notice_is_worth_what_hand_arithmetic_gives, 0, 40);
	tcase_add_loop_test(t, kept_alone_is_as_it_is_among_three, 0, 60);
	tcase_add_loop_test(t, the_last_rounds_may_say_no, 0, 60);
	tcase_add_loop_test(t, limits_that_are_kept_change_nothing, 0, 20);
	tcase_add_loop_test(t, memory_may_run_out_where_the_end_is_known, 0, 2);
	tcase_add_test(t, one_period_of_memory_holds_on_its_closed_interval);
	tcase_add_test(t, complying_is_the_strategy_of_that_name);
	tcase_add_test(t, the_impatient_party_binds);
	tcase_add_test(t,
	    nothing_is_concluded_from_values_that_are_not_finite);
	tcase_add_test(t, more_parties_raise_more_false_alarms);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
