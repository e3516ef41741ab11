/*
 * check_coalitions: coalitions against closed forms, games solved by hand,
 * axioms, and the reference engine.
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "build.h"
#include "repeat/coalition.h"
#include "classic/commons.h"

static struct dt_coalition c;
static struct build b;

static void
clean(void)
{
	dt_coalition_free(&c);
	build_free(&b);
	b = (struct build){ 0 };
}

/* A game of worths: a coalition's goes to its first member. */
static void
of_worths(size_t n, const double *worth)
{
	dt_coalition_free(&c);
	ck_assert_int_eq(dt_coalition_new(&c, n, NULL), DT_OK);
	c.willing = false;
	for (uint32_t set = 1; set < 1u << n; set++)
		c.pay[set * n + dt_move_first(set)] = worth[set];
	ck_assert_int_eq(dt_coalition_settle(&c, NULL), DT_OK);
}

/* Barrett's linear public good for ten: who pauses gives `benefit` to all and
 * pays 1. */
static void
barrett(double benefit, const char *treaty)
{
	static char payoffs[1024];
	int at = sprintf(payoffs, "payoffs: linear\nform: table\npause: [");
	for (int m = 0; m < 10; m++)
		at += sprintf(payoffs + at, "%s%.17g", m ? ", " : "",
		    benefit * (10 - m) - 1);
	at += sprintf(payoffs + at, "]\nrace: [");
	for (int m = 0; m < 10; m++)
		at += sprintf(payoffs + at, "%s%.17g", m ? ", " : "",
		    benefit * (9 - m));
	sprintf(payoffs + at, "]\n");
	clean();
	b.n = 10;
	b.payoffs = payoffs;
	b.treaty = treaty;
	build_model(&b);
	ck_assert_int_eq(dt_coalition_of_model(&b.model, DT_COALITION_REPLY,
	    &c, &b.error), DT_OK);
}

#define OPEN_TO_ALL "treaty: club\nparties: [all]\nentry: {parties: 1}\n"

/* k* = ceil(c/b) (Barrett 1994), and every coalition of that size: C(10,4)
 * and C(10,7). */
START_TEST(the_linear_public_good_has_barretts_size)
{
	static const struct {
		double benefit;
		size_t size;
		uint64_t sets;
	} rows[] = { { .3, 4, 210 }, { .15, 7, 120 } };
	for (size_t i = 0; i < 2; i++) {
		barrett(rows[i].benefit, OPEN_TO_ALL);
		struct dt_coalition_census n = dt_coalition_census(&c, true);
		ck_assert_uint_eq(n.smallest, rows[i].size);
		ck_assert_uint_eq(n.largest, rows[i].size);
		ck_assert_uint_eq(n.stable, rows[i].sets);
		ck_assert_int_eq(dt_commons_linear(rows[i].benefit, 1),
		    (int)rows[i].size);
	}
}
END_TEST

/* With six needed, who leaves the six ends the treaty (0 against .8); a
 * seventh gains nothing by joining (1.1 against 1.8). With ten, all hold. */
START_TEST(a_clause_holds_its_own_number)
{
	barrett(.3, OPEN_TO_ALL);
	for (size_t k = 4; k <= 10; k++) {
		c.least = k;
		struct dt_coalition_census n = dt_coalition_census(&c, true);
		ck_assert_uint_eq(n.smallest, k);
		ck_assert_uint_eq(n.largest, k);
	}
}
END_TEST

/* In the full coalition one stays for 10b - 1 or leaves for 9b - t, so t must
 * be 1 - b; with it every coalition that is worth its cost grows. */
START_TEST(the_least_tariff_is_what_leaving_gains)
{
	barrett(.3, OPEN_TO_ALL);
	ck_assert_double_eq_tol(dt_coalition_least_tariff(&c), .7, 1e-9);
	c.tariff = .7 + 1e-6;
	struct dt_coalition_census n = dt_coalition_census(&c, true);
	ck_assert_uint_eq(n.smallest, 10);
	ck_assert_uint_eq(n.stable, 1);
	c.tariff = .7 - 1e-6;
	ck_assert_uint_eq(dt_coalition_census(&c, true).largest, 4);
}
END_TEST

/* The tariff of the treaty's text: outsiders pay it, and where it is shared
 * the four members of ten have 6 t between them. */
START_TEST(tariffs_are_paid_and_shared)
{
	barrett(.3, OPEN_TO_ALL "tariff: 0.5\nresponse: {shared: yes}\n");
	uint32_t four = 15;
	ck_assert_double_eq_tol(dt_coalition_pay(&c, four, 9),
	    4 * .3 - .5, 1e-12);
	ck_assert_double_eq_tol(dt_coalition_pay(&c, four, 0),
	    4 * .3 - 1 + 6 * .5 / 4, 1e-12);
	ck_assert_double_eq_tol(dt_coalition_worth(&c, four),
	    4 * (4 * .3 - 1) + 3, 1e-12);
}
END_TEST

/* Potential stability: with b .3 and c 1 a coalition of k has k(kb-1) and
 * its members want k(k-1)b outside: never, but for 4, where they want 0. */
START_TEST(transfers_cannot_hold_equals)
{
	barrett(.3, OPEN_TO_ALL);
	struct dt_coalition_census n = dt_coalition_census(&c, true);
	for (size_t k = 4; k <= 10; k++)
		ck_assert_uint_eq(n.by_size[k].potential, k == 4 ? 210 : 0);
}
END_TEST

/* Whether no member gains by leaving, and none outside by joining. */
static void
is_as_defined(uint32_t set)
{
	bool inside = true, outside = true;
	for (size_t i = 0; i < 5; i++) {
		bool moves = dt_coalition_pay(&c, set ^ 1u << i, i) >
		    dt_coalition_pay(&c, set, i) + 1e-9;
		if (set >> i & 1)
			inside = inside && !moves;
		else
			outside = outside && !moves;
	}
	ck_assert_int_eq(dt_coalition_internal(&c, set), inside);
	ck_assert_int_eq(dt_coalition_external(&c, set), outside);
}

/* Stability by `joins` is what comparing the payoffs of the definition says,
 * with tariffs shared or not, for random payoffs, clauses and tariffs. */
START_TEST(stability_is_as_defined)
{
	for (unsigned seed = 1; seed <= 40; seed++) {
		clean();
		srand(seed);
		ck_assert_int_eq(dt_coalition_new(&c, 5, NULL), DT_OK);
		for (size_t k = 0; k < 5 * 32; k++)
			c.pay[k] = rand() % 100;
		for (size_t i = 0; i < 5; i++)
			c.none[i] = rand() % 60;
		c.outside = seed % 3;
		c.tariff = rand() % 50 + .5;
		c.shared = seed & 1;
		c.least = 1 + seed % 4;
		c.willing = seed & 2;
		ck_assert_int_eq(dt_coalition_settle(&c, NULL), DT_OK);
		struct dt_coalition_census clauses[6];
		dt_coalition_clauses(&c, clauses);
		for (size_t k = 1; k <= 5; k++) {
			struct dt_coalition copy = c;
			copy.least = k;
			struct dt_coalition_census one =
			    dt_coalition_census(&copy, false);
			ck_assert_uint_eq(one.stable, clauses[k].stable);
			ck_assert_uint_eq(one.largest, clauses[k].largest);
			ck_assert_double_eq(one.best_sum,
			    clauses[k].best_sum);
		}
		for (uint32_t set = 1; set < 32; set++)
			is_as_defined(set);
	}
}
END_TEST

/* One left glove, two right ones: 2/3, 1/6, 1/6; the core is the one point
 * (1, 0, 0). */
START_TEST(gloves)
{
	/* by set: -, 1, 2, 12, 3, 13, 23, 123 */
	static const double worth[] = { 0, 0, 0, 1, 0, 1, 0, 1 };
	double values[3];
	struct dt_coalition_core core;
	of_worths(3, worth);
	dt_coalition_shapley(&c, values);
	ck_assert_double_eq_tol(values[0], 2.0 / 3, 1e-12);
	ck_assert_double_eq_tol(values[1], 1.0 / 6, 1e-12);
	ck_assert_double_eq_tol(values[2], 1.0 / 6, 1e-12);
	ck_assert_int_eq(dt_coalition_core(&c, &core, NULL), DT_OK);
	ck_assert_double_eq_tol(core.excess, 0, 1e-9);
	ck_assert_double_eq_tol(core.division[0], 1, 1e-9);
}
END_TEST

/* The worths of 1 + 2 + 3 with a bonus: Shapley by hand over the six orders.
 * v = 1, 2, 3; v(12) 5, v(13) 6, v(23) 7, v(123) 12. Contributions of 1 over
 * orders 123 132 213 231 312 321: 1 1 3 5 3 5 = 18/6 = 3; of 2: 4 6 2 2 6 4
 * = 24/6 = 4; of 3 the rest, 5. */
START_TEST(three_players_by_hand)
{
	static const double worth[] = { 0, 1, 2, 5, 3, 6, 7, 12 };
	double values[3];
	of_worths(3, worth);
	dt_coalition_shapley(&c, values);
	ck_assert_double_eq_tol(values[0], 3, 1e-12);
	ck_assert_double_eq_tol(values[1], 4, 1e-12);
	ck_assert_double_eq_tol(values[2], 5, 1e-12);
}
END_TEST

/* Majority of 4 among 7: equal shares are best, and four of them object with
 * 1 - 4/7. */
START_TEST(majorities_have_an_empty_core)
{
	double worth[128];
	struct dt_coalition_core core;
	struct dt_coalition_objection found;
	double equal[7];
	for (uint32_t set = 0; set < 128; set++)
		worth[set] = dt_move_count(set) >= 4;
	for (size_t i = 0; i < 7; i++)
		equal[i] = 1.0 / 7;
	of_worths(7, worth);
	ck_assert_int_eq(dt_coalition_core(&c, &core, NULL), DT_OK);
	ck_assert_double_eq_tol(core.excess, 3.0 / 7, 1e-9);
	ck_assert_int_eq(dt_coalition_objection(&c, equal, &found, NULL),
	    DT_OK);
	ck_assert_double_eq_tol(found.excess, 3.0 / 7, 1e-12);
	ck_assert_uint_eq(dt_move_count(found.set), 4);
}
END_TEST

/* Random worths of 6, of which players 0 and 1 are symmetric and player 5 adds
 * 2 to whatever it joins. */
static void
fill_random(unsigned seed, double *worth)
{
	srand(seed);
	double pair[3][64];
	for (int k = 0; k < 3; k++)
		for (int s = 0; s < 8; s++)
			pair[k][s] = rand() % 1000;
	for (uint32_t set = 0; set < 64; set++) {
		uint32_t both = set & 3, rest = set >> 2 & 7;
		worth[set] = pair[dt_move_count(both)][rest] +
		    2 * (set >> 5);
	}
	for (uint32_t set = 64; set-- > 0;)
		worth[set] -= worth[0];
}

START_TEST(shapley_values_keep_their_axioms)
{
	for (unsigned seed = 1; seed <= 20; seed++) {
		double worth[64], values[6], sum = 0;
		fill_random(seed, worth);
		of_worths(6, worth);
		dt_coalition_shapley(&c, values);
		for (size_t i = 0; i < 6; i++)
			sum += values[i];
		ck_assert_double_eq_tol(sum, worth[63], 1e-9);
		ck_assert_double_eq_tol(values[0], values[1], 1e-9);
		ck_assert_double_eq_tol(values[5], 2, 1e-9);
	}
}
END_TEST

/* The least core's division leaves nobody more than its excess, and a convex
 * game's core has the Shapley value (Shapley 1971): excess <= 0. */
START_TEST(least_cores_hold_what_they_say)
{
	for (unsigned seed = 1; seed <= 20; seed++) {
		double worth[64], convex[64], values[6];
		struct dt_coalition_core core;
		struct dt_coalition_objection found;
		fill_random(seed, worth);
		of_worths(6, worth);
		ck_assert_int_eq(dt_coalition_core(&c, &core, NULL), DT_OK);
		ck_assert_int_eq(dt_coalition_objection(&c, core.division,
		    &found, NULL), DT_OK);
		ck_assert_double_eq_tol(found.excess, core.excess, 1e-6);
		double weight[6];
		for (size_t i = 0; i < 6; i++)
			weight[i] = rand() % 100;
		for (uint32_t set = 0; set < 64; set++) {
			double sum = 0;
			for (size_t i = 0; i < 6; i++)
				sum += set >> i & 1 ? weight[i] : 0;
			convex[set] = sum * sum;
		}
		of_worths(6, convex);
		dt_coalition_shapley(&c, values);
		dt_coalition_objection(&c, values, &found, NULL);
		dt_coalition_core(&c, &core, NULL);
		ck_assert_double_le(found.excess, 1e-6);
		ck_assert_double_le(core.excess, 1e-6);
		ck_assert_double_le(core.excess, found.excess + 1e-6);
	}
}
END_TEST

#define WORLD_TREATY "treaty: t\nparties: [all]\nentry: {parties: 2}\n" \
	"monitoring: {miss: 0.3, false_alarm: 0.1, cost: 0.05, accusers: 2, " \
	"channels: {eyes: {miss: 0.5, false_alarm: 0.2, " \
	"visibility: private}}}\n" \
	"response: {ladder: [{strikes: 1, fine: 0.7, chance: 0.5}], " \
	"shared: yes}\ntariff: 0.4\n"

/* Two labs of a nation and one of none; members pause, others race; slips and
 * enforcement. What the reference engine pays on average must be what the
 * coalition's payoffs say, for every set of parties. */
START_TEST(payoffs_are_those_of_the_engine)
{
	for (uint32_t set = 0; set < 16; set++) {
		double mean[DT_AGENTS_MOST], error[DT_AGENTS_MOST];
		clean();
		b.n = 4;
		b.treaty = WORLD_TREATY;
		b.slip = .1;
		b.rounds = 50;
		b.seed = 17 + set;
		b.agents[3].nation = true;
		b.agents[3].enforcement = .6;
		b.agents[0].host = b.agents[1].host = 4;
		for (size_t i = 0; i < 4; i++) {
			bool in = set >> i & 1;
			b.agents[i].strategy = in ? BUILD_PAUSE : BUILD_RACE;
			b.agents[i].joins = in ? 1 : -1;
		}
		build_model(&b);
		build_play(&b, 2000, mean, error);
		/* Who stayed out of those runs might have joined. */
		build_free(&b);
		for (size_t i = 0; i < 4; i++)
			b.agents[i].joins = 1;
		build_model(&b);
		ck_assert_int_eq(dt_coalition_of_model(&b.model,
		    DT_COALITION_RACE, &c, &b.error), DT_OK);
		c.willing = false;
		if (dt_move_count(set) < 2)     /* alone they pause too */
			continue;
		for (size_t i = 0; i < 4; i++)
			ck_assert_double_eq_tol(dt_coalition_pay(&c, set, i),
			    mean[i], 4.5 * error[i] + 1e-9);
	}
}
END_TEST

/* Chicken (5,3,1,0 with S 1 > P 0): where one is in, the other races; where
 * nobody is, the first gives in and pauses. */
START_TEST(outsiders_reply_best)
{
	clean();
	b.n = 2;
	b.payoffs = BUILD_MATRIX("chicken", "3", "1", "5", "0");
	b.treaty = "treaty: t\nparties: [all]\nentry: {parties: 1}\n";
	build_model(&b);
	ck_assert_int_eq(dt_coalition_of_model(&b.model, DT_COALITION_REPLY,
	    &c, &b.error), DT_OK);
	ck_assert_double_eq(c.none[0], 1);
	ck_assert_double_eq(c.none[1], 5);
	ck_assert_double_eq(dt_coalition_pay(&c, 1, 1), 5);
	ck_assert_uint_eq(c.restless, 0);
	dt_coalition_free(&c);
	ck_assert_int_eq(dt_coalition_of_model(&b.model, DT_COALITION_RACE,
	    &c, &b.error), DT_OK);
	ck_assert_double_eq(c.none[0], 0);
	ck_assert_uint_eq(c.restless, 3);
}
END_TEST

/* The dilemma 5, 3, 1, 0 among three, of whom the second never joins: it is
 * outside of every coalition, and races. The other two together get (3 + 0)/2
 * each, it gets 5; with one of them out too few are left, and all get 1. So
 * both would stay. */
START_TEST(who_never_joins_is_outside)
{
	clean();
	b.n = 3;
	b.agents[1].joins = -1;
	b.treaty = "treaty: t\nparties: [all]\nentry: {parties: 2}\n";
	build_model(&b);
	ck_assert_int_eq(dt_coalition_of_model(&b.model, DT_COALITION_RACE,
	    &c, &b.error), DT_OK);
	ck_assert_uint_eq(c.n, 2);
	ck_assert_uint_eq(c.outside, 1);
	ck_assert_uint_eq(c.agent[0], 0);
	ck_assert_uint_eq(c.agent[1], 2);
	ck_assert_double_eq(dt_coalition_pay(&c, 3, 0), 1.5);
	ck_assert_double_eq(dt_coalition_pay(&c, 3, 1), 1.5);
	ck_assert_double_eq(dt_coalition_pay(&c, 1, 0), 1);
	ck_assert(dt_coalition_internal(&c, 3));
	clean();
	b.n = 2;
	b.agents[0].joins = b.agents[1].joins = -1;
	b.treaty = OPEN_TO_ALL;
	build_model(&b);
	ck_assert_int_eq(dt_coalition_of_model(&b.model, DT_COALITION_RACE,
	    &c, &b.error), DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(b.error.message, "ever join"));
}
END_TEST

START_TEST(what_cannot_be_asked_is_told)
{
	clean();
	b.n = 2;
	build_model(&b);
	ck_assert_int_eq(dt_coalition_of_model(&b.model, DT_COALITION_REPLY,
	    &c, &b.error), DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(b.error.message, "--treaty"));
	clean();
	b.n = 21;
	b.treaty = OPEN_TO_ALL;
	build_model(&b);
	ck_assert_int_eq(dt_coalition_of_model(&b.model, DT_COALITION_REPLY,
	    &c, &b.error), DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(b.error.message, "at most 20"));
}
END_TEST

/* Each allocation failing once: an error, nothing kept (a sanitizer build
 * sees leaks), and in the end the same answer. */
START_TEST(memory_may_run_out_anywhere)
{
	struct dt_coalition_core core;
	enum dt_status status = DT_ENOMEM;
	barrett(.3, OPEN_TO_ALL);
	for (long after = 0; status != DT_OK && after < 100; after++) {
		dt_coalition_free(&c);
		dt_memory_fail_after(after);
		status = dt_coalition_of_model(&b.model,
		    DT_COALITION_REPLY, &c, &b.error);
		if (status == DT_OK)
			status = dt_coalition_core(&c, &core, &b.error);
		ck_assert(status == DT_OK || status == DT_ENOMEM);
	}
	dt_memory_fail_after(-1);
	ck_assert_int_eq(status, DT_OK);
	ck_assert_uint_eq(dt_coalition_census(&c, false).largest, 4);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("coalitions");
	TCase *tests = tcase_create("coalitions");
	tcase_add_checked_fixture(tests, NULL, clean);
	tcase_add_test(tests, the_linear_public_good_has_barretts_size);
	tcase_add_test(tests, a_clause_holds_its_own_number);
	tcase_add_test(tests, the_least_tariff_is_what_leaving_gains);
	tcase_add_test(tests, tariffs_are_paid_and_shared);
	tcase_add_test(tests, transfers_cannot_hold_equals);
	tcase_add_test(tests, stability_is_as_defined);
	tcase_add_test(tests, gloves);
	tcase_add_test(tests, three_players_by_hand);
	tcase_add_test(tests, majorities_have_an_empty_core);
	tcase_add_test(tests, shapley_values_keep_their_axioms);
	tcase_add_test(tests, least_cores_hold_what_they_say);
	tcase_add_test(tests, payoffs_are_those_of_the_engine);
	tcase_add_test(tests, outsiders_reply_best);
	tcase_add_test(tests, who_never_joins_is_outside);
	tcase_add_test(tests, what_cannot_be_asked_is_told);
	tcase_add_test(tests, memory_may_run_out_anywhere);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
