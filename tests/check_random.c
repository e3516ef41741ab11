/* check_random: streams, thresholds, coins and the GSL generator. */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_randist.h>

#include "base/random.h"

/* Blackman and Vigna's xoshiro256plusplus.c, written anew from the paper. */
static uint64_t
reference_word(uint64_t s[4])
{
	uint64_t sum = s[0] + s[3];
	uint64_t result = ((sum << 23) | (sum >> 41)) + s[0];
	uint64_t t = s[1] << 17;
	s[2] = s[2] ^ s[0];
	s[3] = s[3] ^ s[1];
	s[1] = s[1] ^ s[2];
	s[0] = s[0] ^ s[3];
	s[2] = s[2] ^ t;
	s[3] = (s[3] << 45) | (s[3] >> 19);
	return result;
}

/* From state (1,2,3,4): word 1 is rotl(1+4,23)+1 = 5*2^23+1. The state is then
 * (1^4^2, 2^3^1, 3^1^2<<17, rotl(4^2,45)) = (7, 0, 2^18+2, 6*2^45), so word 2
 * is rotl(7+6*2^45,23)+7 = 7*2^23+6*2^4+7; the sum's 2^46 and 2^47 go round
 * to 2^5 and 2^6. */
START_TEST(words_are_those_of_xoshiro256plusplus)
{
	struct dt_random random = { { 1, 2, 3, 4 } };
	uint64_t reference[4] = { 1, 2, 3, 4 };
	ck_assert_uint_eq(dt_random_word(&random), 5 * (1u << 23) + 1);
	ck_assert_uint_eq(dt_random_word(&random),
	    7 * (1u << 23) + 32 + 64 + 7);
	reference_word(reference);
	reference_word(reference);
	bool same = true;
	for (int i = 0; i < 100000; i++)
		same = same && dt_random_word(&random) ==
		    reference_word(reference);
	ck_assert(same);
}
END_TEST

/* A stream is its name: nothing drawn elsewhere changes it. */
START_TEST(equal_names_give_equal_streams)
{
	struct dt_random a, b, other;
	dt_random_stream(&a, 1, 2, 3, 4);
	dt_random_stream(&other, 1, 2, 3, 5);
	dt_random_word(&other);
	dt_random_stream(&b, 1, 2, 3, 4);
	for (int i = 0; i < 100; i++)
		ck_assert_uint_eq(dt_random_word(&a), dt_random_word(&b));
}
END_TEST

static const uint64_t names[][4] = {
	{ 0, 0, 0, 0 }, { 1, 0, 0, 0 }, { 0, 1, 0, 0 }, { 0, 0, 1, 0 },
	{ 0, 0, 0, 1 }, { 2, 0, 0, 0 }, { 0, 0, 2, 0 }, { 1, 2, 3, 4 },
	{ 2, 1, 3, 4 }, { 1, 3, 2, 4 }, { 1, 2, 4, 3 }, { 4, 3, 2, 1 },
	{ UINT64_MAX, 0, 0, 0 }, { 0, UINT64_MAX, 0, 0 },
};
enum { NAMES = sizeof(names) / sizeof(names[0]) };

/* Bits of unrelated words agree half the time: of 64 bits the number that
 * differ has mean 32 and standard deviation 4. Names that differ in one part
 * by one, and names with parts swapped, give unrelated words. */
START_TEST(different_names_give_independent_streams)
{
	enum { WORDS = 20000 };
	for (int i = 0; i < NAMES; i++)
		for (int j = 0; j < i; j++) {
			struct dt_random a, b;
			double differ = 0;
			dt_random_stream(&a, names[i][0], names[i][1],
			    names[i][2], names[i][3]);
			dt_random_stream(&b, names[j][0], names[j][1],
			    names[j][2], names[j][3]);
			for (int k = 0; k < WORDS; k++)
				differ += __builtin_popcountll(
				    dt_random_word(&a) ^ dt_random_word(&b));
			ck_assert_double_eq_tol(differ / WORDS, 32,
			    4 * 4 / sqrt(WORDS));
		}
}
END_TEST

/* The threshold of a chance c is c * 2^64, but never and always are exact and
 * a chance that is not zero never becomes it. */
START_TEST(thresholds_keep_never_and_always)
{
	ck_assert_uint_eq(dt_random_threshold(0), 0);
	ck_assert_uint_eq(dt_random_threshold(-0.0), 0);
	ck_assert_uint_eq(dt_random_threshold(-1), 0);
	ck_assert_uint_eq(dt_random_threshold(NAN), 0);
	ck_assert_uint_eq(dt_random_threshold(1), UINT64_MAX);
	ck_assert_uint_eq(dt_random_threshold(INFINITY), UINT64_MAX);
	ck_assert_uint_eq(dt_random_threshold(0.5), (uint64_t)1 << 63);
	ck_assert_uint_eq(dt_random_threshold(0x1p-64), 1);
	ck_assert_uint_eq(dt_random_threshold(0x1p-70), 1);
	ck_assert_uint_eq(dt_random_threshold(5e-324), 1);
	ck_assert_uint_eq(dt_random_threshold(1 - 0x1p-53),
	    UINT64_MAX - 2047);
}
END_TEST

/* Never and always draw nothing, so that noise that is switched off leaves
 * the stream alone. */
START_TEST(certain_coins_draw_nothing)
{
	struct dt_random random, before;
	dt_random_stream(&random, 1, 2, 3, 4);
	before = random;
	ck_assert(!dt_random_hits(&random, 0));
	ck_assert(dt_random_hits(&random, UINT64_MAX));
	ck_assert_mem_eq(&random, &before, sizeof(random));
	dt_random_hits(&random, 1);
	dt_random_word(&before);
	ck_assert_mem_eq(&random, &before, sizeof(random));
}
END_TEST

/* n coins of chance c: standard error sqrt(c (1-c) / n). */
START_TEST(coins_come_up_with_their_chance)
{
	static const double chances[] = { .001, .01, .3, .5, .95, .999 };
	enum { COINS = 1000000 };
	double c = chances[_i];
	uint64_t threshold = dt_random_threshold(c);
	struct dt_random random;
	dt_random_stream(&random, 11, 0, (uint64_t)_i, DT_FOR_SLIP);
	double hits = 0;
	for (int i = 0; i < COINS; i++)
		hits += dt_random_hits(&random, threshold);
	ck_assert_double_eq_tol(hits / COINS, c,
	    4 * sqrt(c * (1 - c) / COINS));
}
END_TEST

/* Mean 1/2, mean of squares 1/3; variances 1/12 and 4/45. */
START_TEST(units_are_uniform)
{
	enum { DRAWS = 1000000 };
	struct dt_random random;
	dt_random_stream(&random, 12, 0, 0, 0);
	double sum = 0, squares = 0;
	bool inside = true;
	for (int i = 0; i < DRAWS; i++) {
		double u = dt_random_unit(&random);
		inside = inside && u >= 0 && u < 1;
		sum += u;
		squares += u * u;
	}
	ck_assert(inside);
	ck_assert_double_eq_tol(sum / DRAWS, .5, 4 * sqrt(1. / 12 / DRAWS));
	ck_assert_double_eq_tol(squares / DRAWS, 1. / 3,
	    4 * sqrt(4. / 45 / DRAWS));
}
END_TEST

/* gsl_rng_set names the stream (seed, 0, 0, 0). */
START_TEST(gsl_draws_from_the_stream)
{
	gsl_rng *rng = gsl_rng_alloc(dt_random_gsl_type());
	struct dt_random random;
	gsl_rng_set(rng, 7);
	dt_random_stream(&random, 7, 0, 0, 0);
	ck_assert_uint_eq(gsl_rng_get(rng), dt_random_word(&random) >> 32);
	ck_assert_double_eq(gsl_rng_uniform(rng), dt_random_unit(&random));
	for (int i = 0; i < 1000; i++)
		ck_assert_uint_lt(gsl_rng_uniform_int(rng, 10), 10);
	gsl_rng_free(rng);
}
END_TEST

/* Gaussian: mean 0, variance 1, variance of the square 2.
 * Binomial(20, .3): mean 6, variance 4.2. */
START_TEST(gsl_distributions_come_out_right)
{
	enum { DRAWS = 200000 };
	gsl_rng *rng = gsl_rng_alloc(dt_random_gsl_type());
	gsl_rng_set(rng, 8);
	double sum = 0, squares = 0, binomial = 0;
	for (int i = 0; i < DRAWS; i++) {
		double x = gsl_ran_gaussian(rng, 1);
		sum += x;
		squares += x * x;
		binomial += gsl_ran_binomial(rng, .3, 20);
	}
	gsl_rng_free(rng);
	ck_assert_double_eq_tol(sum / DRAWS, 0, 4 / sqrt(DRAWS));
	ck_assert_double_eq_tol(squares / DRAWS, 1, 4 * sqrt(2. / DRAWS));
	ck_assert_double_eq_tol(binomial / DRAWS, 6, 4 * sqrt(4.2 / DRAWS));
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("random");
	TCase *t = tcase_create("random");
	tcase_add_test(t, words_are_those_of_xoshiro256plusplus);
	tcase_add_test(t, equal_names_give_equal_streams);
	tcase_add_test(t, different_names_give_independent_streams);
	tcase_add_test(t, thresholds_keep_never_and_always);
	tcase_add_test(t, certain_coins_draw_nothing);
	tcase_add_loop_test(t, coins_come_up_with_their_chance, 0, 6);
	tcase_add_test(t, units_are_uniform);
	tcase_add_test(t, gsl_draws_from_the_stream);
	tcase_add_test(t, gsl_distributions_come_out_right);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
