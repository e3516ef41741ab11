/* check_inspect: the sample is the hypergeometric one, and who reveals last
 * has two tries. */
#include "proof/inspect.h"

#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cast.h"

static struct dt_error err;
static struct cast cast;

static void
set_up(void)
{
	cast_begin(&cast, 1);
}

static void
tear_down(void)
{
	cast_end(&cast);
}

/* literature.md, section 1, Inspection. */
static const struct {
	uint64_t n, h, k;
	double chance;
} known[] = {
	{ 100, 5, 10, .4162 }, { 1000, 10, 100, .6531 }, { 50, 1, 18, .36 },
	{ 1000, 10, 258, .95 }, { 100, 5, 45, .95 }, { 1000, 1, 950, .95 },
};

START_TEST(chances_are_the_published_ones)
{
	for (size_t i = 0; i < 3; i++)
		ck_assert_double_eq_tol(dt_inspect_chance(known[i].n,
		    known[i].h, known[i].k), known[i].chance, 5e-5);
	for (size_t i = 3; i < 6; i++) {        /* the least k for 95% */
		ck_assert_double_ge(dt_inspect_chance(known[i].n, known[i].h,
		    known[i].k), .95 - 1e-12);
		ck_assert_double_lt(dt_inspect_chance(known[i].n, known[i].h,
		    known[i].k - 1), .95 - 1e-12);
	}
	ck_assert_double_eq(dt_inspect_chance(10, 0, 5), 0);
	ck_assert_double_eq(dt_inspect_chance(10, 5, 0), 0);
	ck_assert_double_eq(dt_inspect_chance(10, 5, 6), 1);
	ck_assert_double_eq(dt_inspect_chance(10, 10, 1), 1);
}
END_TEST

static void
make_beacon(uint64_t trial, unsigned char beacon[32])
{
	dt_hash_of(&trial, sizeof(trial), beacon);
}

/* Both ways: the hidden chunks are fixed and the sample is drawn, so a sample
 * that favours any place would show with chunks at the ends. */
START_TEST(samples_find_hidden_chunks_with_the_hypergeometric_chance)
{
	enum { TRIALS = 20000 };
	uint64_t n = known[_i].n, h = known[_i].h, k = known[_i].k;
	uint64_t chunks[1000], first[10], last[10], spread[10];
	int found[3] = { 0 };
	for (uint64_t i = 0; i < h; i++) {
		first[i] = i;
		last[i] = n - 1 - i;
		spread[i] = i * n / h;
	}
	for (uint64_t trial = 0; trial < TRIALS; trial++) {
		unsigned char beacon[32];
		make_beacon(trial, beacon);
		dt_inspect_draw(beacon, dt_lines_word("lab-01"), n, chunks, k);
		found[0] += dt_inspect_finds(chunks, k, first, h);
		found[1] += dt_inspect_finds(chunks, k, last, h);
		found[2] += dt_inspect_finds(chunks, k, spread, h);
	}
	double p = dt_inspect_chance(n, h, k);
	for (int i = 0; i < 3; i++)
		ck_assert_double_eq_tol(found[i] / (double)TRIALS, p,
		    4 * sqrt(p * (1 - p) / TRIALS));
}
END_TEST

/* All C(6,3) = 20 sets equally often: chi-square with 19 degrees of freedom
 * stays below 43.8 with chance .999. */
START_TEST(every_set_is_equally_likely)
{
	enum { TRIALS = 40000, SETS = 64 };
	int count[SETS] = { 0 };
	double sum = 0;
	for (uint64_t trial = 0; trial < TRIALS; trial++) {
		unsigned char beacon[32];
		uint64_t c[3];
		make_beacon(trial, beacon);
		dt_inspect_draw(beacon, dt_lines_word("a"), 6, c, 3);
		ck_assert_uint_lt(c[0], c[1]);
		ck_assert_uint_lt(c[1], c[2]);
		ck_assert_uint_lt(c[2], 6);
		count[1 << c[0] | 1 << c[1] | 1 << c[2]]++;
	}
	for (int set = 0; set < SETS; set++)
		if (__builtin_popcount((unsigned)set) == 3)
			sum += pow(count[set] - TRIALS / 20., 2) /
			    (TRIALS / 20.);
		else
			ck_assert_int_eq(count[set], 0);
	ck_assert_double_lt(sum, 43.8);
}
END_TEST

START_TEST(whole_ledgers_and_none_of_it_can_be_drawn)
{
	unsigned char beacon[32] = { 1 };
	uint64_t chunks[50];
	dt_inspect_draw(beacon, dt_lines_word("a"), 50, chunks, 50);
	for (uint64_t i = 0; i < 50; i++)
		ck_assert_uint_eq(chunks[i], i);
	dt_inspect_draw(beacon, dt_lines_word("a"), 50, chunks, 0);
	ck_assert(!dt_inspect_finds(chunks, 0, chunks, 0));
	dt_inspect_draw(beacon, dt_lines_word("a"), INT64_MAX, chunks, 50);
	for (uint64_t i = 1; i < 50; i++)
		ck_assert_uint_lt(chunks[i - 1], chunks[i]);
}
END_TEST

/* Other agents, other samples; the same again for everybody who looks. */
START_TEST(samples_follow_from_beacon_and_agent)
{
	unsigned char beacon[32] = { 1 };
	uint64_t a[10], b[10], again[10];
	dt_inspect_draw(beacon, dt_lines_word("a"), 1000, a, 10);
	dt_inspect_draw(beacon, dt_lines_word("b"), 1000, b, 10);
	dt_inspect_draw(beacon, dt_lines_word("a"), 1000, again, 10);
	ck_assert_mem_eq(a, again, sizeof(a));
	ck_assert_mem_ne(a, b, sizeof(a));
	/* fixed for good: a changed draw would change old inspections */
	static const uint64_t fixed[] = { 15, 59, 108, 272, 356, 495, 607, 635, 818, 849 };
	ck_assert_mem_eq(a, fixed, sizeof(a));
}
END_TEST

static void
draw_beacon(uint64_t round, bool withhold, unsigned char beacon[32])
{
	unsigned char nonces[3][32];
	struct dt_inspect_reveal reveals[3];
	for (int i = 0; i < 3; i++) {
		dt_key_nonce(cast.session[i], 1, round, nonces[i]);
		reveals[i] = (struct dt_inspect_reveal){
			dt_lines_word(cast_names[i]), nonces[i] };
	}
	if (withhold)
		reveals[2].nonce = NULL;
	ck_assert_int_eq(dt_inspect_beacon(cast.experiment, 1, round, reveals,
	    3, beacon, &err), DT_OK);
}

START_TEST(beacons_are_the_hash_of_their_text)
{
	unsigned char nonce[32] = { 0 }, beacon[32], digest[32];
	struct dt_inspect_reveal reveals[] = {
		{ dt_lines_word("lab-01"), nonce },
		{ dt_lines_word("lab-02"), NULL } };
	struct dt_text text = { 0 };
	char wanted[512], hex[65];
	snprintf(wanted, sizeof(wanted), "detente.example/beacon/v1\n"
	    "experiment %s\nrun 7\nround 17\nlab-01 AAAAAAAAAAAAAAAAAAAAAAAAAA"
	    "AAAAAAAAAAAAAAAAA=\nlab-02 none\n",
	    dt_hash_hex(cast.experiment, hex));
	dt_inspect_beacon_text(cast.experiment, 7, 17, reveals, 2, &text);
	ck_assert_str_eq(text.bytes, wanted);
	ck_assert_int_eq(dt_inspect_beacon(cast.experiment, 7, 17, reveals, 2,
	    beacon, &err), DT_OK);
	dt_hash_of(text.bytes, text.size, digest);
	ck_assert_mem_eq(beacon, digest, 32);
	dt_text_free(&text);
}
END_TEST

/*
 * The last revealer sees which sample its nonce would give, and withholds it
 * if that sample finds the hidden run and the other does not. It is found
 * only if both do, which are independent: d^2. And it withholds with chance
 * d (1 - d), leaving as many missing reveals.
 */
START_TEST(last_revealers_are_found_with_the_square_of_the_chance)
{
	enum { TRIALS = 20000, N = 100, H = 5, K = 10 };
	static const uint64_t hidden[H] = { 3, 14, 15, 92, 65 };
	double d = dt_inspect_chance(N, H, K);
	int honest = 0, sly = 0, withheld = 0;
	for (uint64_t round = 1; round <= TRIALS; round++) {
		bool finds[2];
		for (int i = 0; i < 2; i++) {
			unsigned char beacon[32];
			uint64_t chunks[K];
			draw_beacon(round, i == 1, beacon);
			dt_inspect_draw(beacon, dt_lines_word("lab-03"), N,
			    chunks, K);
			finds[i] = dt_inspect_finds(chunks, K, hidden, H);
		}
		honest += finds[0];
		sly += finds[0] && finds[1];
		withheld += finds[0] && !finds[1];
	}
	ck_assert_double_eq_tol(honest / (double)TRIALS, d,
	    4 * sqrt(d * (1 - d) / TRIALS));
	ck_assert_double_eq_tol(sly / (double)TRIALS, d * d,
	    4 * sqrt(d * d * (1 - d * d) / TRIALS));
	ck_assert_double_eq_tol(withheld / (double)TRIALS, d * (1 - d),
	    4 * sqrt(d * (1 - d) / TRIALS));
}
END_TEST

/* A ledger is signed first; a chunk that is shown is the one that was. */
START_TEST(chunks_are_shown_under_the_signed_root_only)
{
	enum { N = 20 };
	struct dt_merkle_hash leaves[N], root;
	struct dt_merkle_proof proof;
	for (int i = 0; i < N; i++)
		dt_merkle_leaf(&i, sizeof(i), &leaves[i]);
	dt_merkle_root_of(leaves, N, &root);
	for (int i = 0; i < N; i++) {
		dt_merkle_include(leaves, N, (uint64_t)i, &proof);
		for (int j = 0; j < N; j++)
			ck_assert(dt_inspect_shows(&root, N, (uint64_t)i, &j,
			    sizeof(j), &proof) == (i == j));
	}
}
END_TEST

static int
attempt(void *with)
{
	unsigned char beacon[32], nonce[32] = { 0 };
	struct dt_inspect_reveal reveal = { dt_lines_word("a"), nonce };
	(void)with;
	enum dt_status status = dt_inspect_beacon(cast.experiment, 1, 1,
	    &reveal, 1, beacon, &err);
	return status == DT_OK ? 0 : status == DT_ENOMEM ? 1 : 2;
}

START_TEST(every_failing_allocation_is_told)
{
	cast_fail_each(attempt, NULL);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("inspect");
	TCase *tests = tcase_create("inspect");
	tcase_set_timeout(tests, 60);
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, chances_are_the_published_ones);
	tcase_add_loop_test(tests,
	    samples_find_hidden_chunks_with_the_hypergeometric_chance, 0, 3);
	tcase_add_test(tests, every_set_is_equally_likely);
	tcase_add_test(tests, whole_ledgers_and_none_of_it_can_be_drawn);
	tcase_add_test(tests, samples_follow_from_beacon_and_agent);
	tcase_add_test(tests, beacons_are_the_hash_of_their_text);
	tcase_add_test(tests,
	    last_revealers_are_found_with_the_square_of_the_chance);
	tcase_add_test(tests, chunks_are_shown_under_the_signed_root_only);
	tcase_add_test(tests, every_failing_allocation_is_told);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
