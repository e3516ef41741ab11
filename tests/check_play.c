/* check_play: runs by lanes, 512 at once: handed out as the reference's are,
 * and of the same chances; and which engine `auto` takes. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "play/exact.h"
#include "play/play.h"
#include "play/summary.h"
#include "proof/hash.h"
#include "lab_case.h"

static struct dt_experiment
make_lanes(const char *scenario, const char *const *sets, uint64_t seed)
{
	struct dt_experiment e = make(scenario, sets, seed);
	e.engine = DT_ENGINE_LANES;
	ck_assert_int_eq(dt_experiment_name(&arena, &e, NULL), DT_OK);
	return e;
}

/* A digest of all outcomes, in the order they came. */
static uint64_t
digest(const struct dt_experiment *e, int threads, int64_t runs,
    const bool *skip)
{
	struct dt_play_request request = { .runs = runs, .threads = threads,
	    .skip = skip };
	struct dt_play *play;
	const struct dt_play_run *run;
	uint64_t hash = 0xcbf29ce484222325u;
	int64_t last = 0;
	ck_assert_int_eq(dt_play_new(&play, e, &request, NULL), DT_OK);
	while (dt_play_next(play, &run, NULL) == DT_OK && run != NULL) {
		ck_assert_int_gt(run->number, last);
		ck_assert(skip == NULL || !skip[run->number - 1]);
		last = run->number;
		hash = mix(hash, &run->number, 8);
		hash = mix(hash, run->tally,
		    offsetof(struct dt_tally, agent) +
		    e->model.n * sizeof(run->tally->agent[0]));
	}
	ck_assert_int_eq(last, runs);
	dt_play_free(play);
	return hash;
}

/* 1,300 is no multiple of 512. */
START_TEST(threads_do_not_change_what_lanes_plays)
{
	struct dt_experiment e = make_lanes("frontier", NULL, 7);
	uint64_t one = digest(&e, 1, 1300, NULL);
	ck_assert_uint_eq(one, digest(&e, 2, 1300, NULL));
	ck_assert_uint_eq(one, digest(&e, 5, 1300, NULL));
	struct dt_experiment other = make_lanes("frontier", NULL, 8);
	ck_assert_uint_ne(one, digest(&other, 2, 1300, NULL));
}
END_TEST

/* Far more blocks than there are slots, and a whole block left out. */
START_TEST(skipped_runs_of_lanes_are_not_handed_out)
{
	static bool skip[20000];
	struct dt_experiment e = make_lanes("duel",
	    (const char *const[]){ "rounds=20", "noise.slip=.1", NULL }, 7);
	for (int i = 0; i < 19999; i++)
		skip[i] = i % 3 != 0 || (i >= 512 && i < 1024);
	uint64_t one = digest(&e, 1, 20000, skip);
	ck_assert_uint_eq(one, digest(&e, 3, 20000, skip));
}
END_TEST

/* The exact answer, by another engine, is within 4 standard errors. */
START_TEST(lanes_plays_what_the_chain_works_out)
{
	static const char *const noisy[] = { "noise.slip=.05", "rounds=50",
	    "agents.one.strategy=tit-for-tat", NULL };
	static const char *const brief[] = { "rounds=20", NULL };
	const bool duel = _i < 4;
	struct dt_experiment e = make_lanes(duel ? "duel" : "two-powers",
	    duel ? noisy : brief, (uint64_t)_i);
	struct dt_play_request request = { .runs = 20000, .threads = 2 };
	struct dt_summary s = { .n = e.model.n };
	struct dt_exact exact;
	struct dt_play *play;
	const struct dt_play_run *run;
	ck_assert_int_eq(dt_play_new(&play, &e, &request, NULL), DT_OK);
	while (dt_play_next(play, &run, NULL) == DT_OK && run != NULL)
		dt_summary_add(&s, run->tally);
	dt_play_free(play);
	ck_assert_int_eq(dt_exact_whole(&e, &exact, NULL), DT_OK);
	for (size_t i = 0; i < s.n; i++) {
		const struct dt_summary_agent *a = &s.agent[i];
		ck_assert_double_lt(dt_exact_distance(
		    dt_summary_mean(&a->paused),
		    dt_summary_error(&a->paused),
		    exact.answer.agent[i].paused), DT_EXACT_FLAGGED);
		ck_assert_double_lt(dt_exact_distance(
		    dt_summary_mean(&a->payoff),
		    dt_summary_error(&a->payoff),
		    exact.answer.agent[i].payoff), DT_EXACT_FLAGGED);
	}
}
END_TEST

/* What is shown of the first run adds up to its tally, which is that of a
 * call that shows nothing. */
START_TEST(the_first_run_can_be_shown)
{
	static const char *const sets[] = { "rounds=40", NULL };
	struct dt_experiment e = make_lanes("frontier", sets, 3);
	struct dt_play_request request = { .runs = 600, .threads = 2,
	    .keep = 1 };
	struct dt_play *play, *plain;
	const struct dt_play_run *run, *same;
	ck_assert_int_eq(dt_play_new(&play, &e, &request, NULL), DT_OK);
	request.keep = 0;
	ck_assert_int_eq(dt_play_new(&plain, &e, &request, NULL), DT_OK);
	for (int64_t k = 1; k <= 600; k++) {
		ck_assert_int_eq(dt_play_next(play, &run, NULL), DT_OK);
		ck_assert_int_eq(dt_play_next(plain, &same, NULL), DT_OK);
		ck_assert_int_eq(run->number, k);
		ck_assert((run->rounds != NULL) == (k == 1));
		for (size_t i = 0; i < e.model.n; i++) {
			int64_t paused = 0;
			ck_assert_int_eq(run->tally->agent[i].paused,
			    same->tally->agent[i].paused);
			for (size_t r = 0; k == 1 && r < run->n_rounds; r++)
				paused += !dt_move_has(
				    run->rounds[r].executed, i);
			if (k == 1)
				ck_assert_int_eq(paused,
				    run->tally->agent[i].paused);
		}
	}
	dt_play_free(play);
	dt_play_free(plain);
}
END_TEST

START_TEST(freeing_early_stops_lanes)
{
	struct dt_experiment e = make_lanes("frontier",
	    (const char *const[]){ "rounds=100000000", NULL }, 7);
	struct dt_play_request request = { .runs = 100000, .threads = 2 };
	struct dt_play *play;
	ck_assert_int_eq(dt_play_new(&play, &e, &request, NULL), DT_OK);
	dt_play_free(play);
}
END_TEST

/* What is committed to by lanes is what would be by a tape of the same run:
 * the commitment of the first run is made again of its tape, in frontier, where
 * parties enter late, slip and are suspended. */
START_TEST(a_lane_is_sealed_as_its_tape_is)
{
	struct dt_experiment e = make_lanes("frontier", NULL, 1 + _i);
	struct dt_roster *roster;
	struct dt_seal_maker maker;
	struct dt_play *play;
	const struct dt_play_run *run;
	struct dt_seal seal = { 0 };
	ck_assert_int_eq(dt_roster_new(&roster, &e, NULL), DT_OK);
	ck_assert_int_eq(dt_seal_maker(&maker, &e, roster, DT_SEAL_EPOCH,
	    false, NULL), DT_OK);
	int64_t kept = _i ? 530 : 1;    /* in the second block, the first */
	struct dt_play_request request = { .runs = 600, .threads = 1,
	    .keep = kept, .seals = &maker };
	ck_assert_int_eq(dt_play_new(&play, &e, &request, NULL), DT_OK);
	do
		ck_assert_int_eq(dt_play_next(play, &run, NULL), DT_OK);
	while (run->number < kept);
	struct dt_seal_source tape = { .run = kept, .tally = run->tally,
	    .rounds = run->rounds, .n = run->n_rounds };
	ck_assert_int_eq(dt_seal_run(&maker, &tape, &seal, NULL), DT_OK);
	ck_assert(dt_merkle_same(&seal.rows_leaf, &run->seal->rows_leaf));
	for (size_t i = 0; i < e.model.n; i++)
		ck_assert(dt_merkle_same(&seal.moves[i],
		    &run->seal->moves[i]));
	dt_seal_free(&seal);
	dt_play_free(play);
	dt_roster_free(roster);
}
END_TEST

START_TEST(lanes_keeps_no_rounds)
{
	struct dt_experiment e = make_lanes("duel", NULL, 7);
	struct dt_play_request request = { .runs = 600, .threads = 1,
	    .rounds = true };
	struct dt_error err = { 0 };
	struct dt_play *play;
	ck_assert_int_eq(dt_play_new(&play, &e, &request, &err), DT_EUSAGE);
	ck_assert_ptr_null(play);
	ck_assert_ptr_nonnull(strstr(err.message, "keeps no rounds"));
}
END_TEST

static enum dt_status
play_all(const struct dt_experiment *e, struct dt_error *err)
{
	struct dt_play_request request = { .runs = 600, .threads = 1,
	    .keep = 1 };
	struct dt_play *play;
	const struct dt_play_run *run;
	enum dt_status status = dt_play_new(&play, e, &request, err);
	if (status)
		return status;
	while ((status = dt_play_next(play, &run, err)) == DT_OK &&
	    run != NULL)
		;
	dt_play_free(play);
	return status;
}

START_TEST(lanes_survives_every_failed_allocation)
{
	static const char *const sets[] = { "rounds=5", NULL };
	struct dt_experiment e = make_lanes("duel", sets, 7);
	bool failed = true;
	for (long after = 0; failed; after++) {
		struct dt_error err = { 0 };
		dt_memory_fail_after(after);
		enum dt_status status = play_all(&e, &err);
		failed = dt_memory_fail_after(-1) > after;
		ck_assert_int_eq(status, failed ? DT_ENOMEM : DT_OK);
	}
}
END_TEST

/* What auto takes, by what is asked of it. */
START_TEST(auto_takes_lanes_where_outcomes_will_do)
{
	static const struct {
		int64_t runs;
		bool kept, rounds;
		enum dt_seal_level evidence;
		enum dt_engine engine;
		const char *why;
	} table[] = {
		{ 511, false, false, 0, DT_ENGINE_REFERENCE, "fewer" },
		{ 512, false, false, 0, DT_ENGINE_LANES, "512" },
		{ 1, true, false, 0, DT_ENGINE_LANES, "512" },
		{ 1, true, false, DT_SEAL_EPOCH, DT_ENGINE_LANES, "512" },
		{ 9999, true, false, DT_SEAL_FULL, DT_ENGINE_REFERENCE,
		    "signed" },
		{ 9999, true, true, 0, DT_ENGINE_REFERENCE, "round" },
	};
	struct dt_experiment e = make("duel", NULL, 7);
	struct dt_play_engine_request request = { DT_ENGINE_AUTO,
	    table[_i].kept, table[_i].rounds, table[_i].evidence };
	char why[DT_PLAY_WHY];
	e.runs = table[_i].runs;
	ck_assert_int_eq(dt_play_engine(&e, &request, &arena, why, NULL),
	    DT_OK);
	ck_assert_int_eq(e.engine, table[_i].engine);
	ck_assert_ptr_nonnull(strstr(why, table[_i].why));
}
END_TEST

/* Lanes counts rounds in 31 bits. What is asked for by name is refused with
 * the reason, and left to the reference by auto. */
START_TEST(an_engine_that_cannot_is_refused)
{
	struct dt_experiment e = make("duel", NULL, 7);
	struct dt_play_engine_request request = { DT_ENGINE_LANES, true, true,
	    false };
	struct dt_error err = { 0 };
	char why[DT_PLAY_WHY];
	ck_assert_int_eq(dt_play_engine(&e, &request, &arena, why, &err),
	    DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(err.message, "--detail runs"));
	e.model.rounds = (int64_t)1 << 40;
	request = (struct dt_play_engine_request){ DT_ENGINE_LANES, true,
	    false, false };
	ck_assert_int_eq(dt_play_engine(&e, &request, &arena, why, &err),
	    DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(err.message, "more than"));
	request.engine = DT_ENGINE_AUTO;
	ck_assert_int_eq(dt_play_engine(&e, &request, &arena, why, &err),
	    DT_OK);
	ck_assert_int_eq(e.engine, DT_ENGINE_REFERENCE);
	ck_assert_ptr_nonnull(strstr(why, "more than"));
	request.engine = DT_ENGINE_CHAIN;
	ck_assert_int_eq(dt_play_engine(&e, &request, &arena, why, &err),
	    DT_EUSAGE);
}
END_TEST

/* The reference's key is what it was before there was another engine. */
START_TEST(the_engine_is_in_the_key)
{
	struct dt_experiment e = make("duel", NULL, 3);
	struct dt_experiment lanes = make_lanes("duel", NULL, 3);
	unsigned char hash[DT_HASH_BYTES];
	char text[256], hex[DT_HASH_HEX];
	for (int k = 0; k < 2; k++) {
		snprintf(text, sizeof(text), "detente experiment v1\nconfig %s"
		    "\nseed 3\nmodel %d\n%s", e.config_sha256,
		    1, k ? "engine lanes\n" : "");
		dt_hash_of(text, strlen(text), hash);
		ck_assert_str_eq(k ? lanes.key : e.key,
		    dt_hash_hex(hash, hex));
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("play");
	TCase *t = tcase_create("play");
	tcase_add_checked_fixture(t, set_up, tear_down);
	tcase_set_timeout(t, 120);
	tcase_add_test(t, threads_do_not_change_what_lanes_plays);
	tcase_add_test(t, skipped_runs_of_lanes_are_not_handed_out);
	tcase_add_loop_test(t, lanes_plays_what_the_chain_works_out, 0, 8);
	tcase_add_test(t, the_first_run_can_be_shown);
	tcase_add_test(t, freeing_early_stops_lanes);
	tcase_add_loop_test(t, a_lane_is_sealed_as_its_tape_is, 0, 4);
	tcase_add_test(t, lanes_keeps_no_rounds);
	tcase_add_test(t, lanes_survives_every_failed_allocation);
	tcase_add_loop_test(t, auto_takes_lanes_where_outcomes_will_do, 0, 6);
	tcase_add_test(t, an_engine_that_cannot_is_refused);
	tcase_add_test(t, the_engine_is_in_the_key);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
