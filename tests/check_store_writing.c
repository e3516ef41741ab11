/* check_store_writing: what goes into a database, and what does not. */
#include <math.h>

#include "base/memory.h"
#include "store_case.h"

/* Writing */

START_TEST(nothing_registered_leaves_no_file)
{
	struct dt_store *store;
	opens(&store, DT_STORE_CREATE);
	closes(store);
	ck_assert(!there(""));
	opens(&store, DT_STORE_APPEND);
	closes(store);
	ck_assert(!there(""));
}
END_TEST

START_TEST(a_failed_first_register_leaves_no_file)
{
	struct dt_store *store;
	struct dt_store_agent agents[2] = { example_agents[0],
		example_agents[1] };
	struct dt_store_experiment e = example_experiment("k", "none", 7);
	int64_t id;
	bool found;
	agents[1].weight = NAN;
	opens(&store, DT_STORE_CREATE);
	ck_assert_int_eq(dt_store_register(store, &e, agents, 2, &id, &found,
	    &err), DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(err.message, "weight"));
	ck_assert(!there("") && !there("-journal") && !there("-wal"));
	closes(store);
}
END_TEST

START_TEST(an_experiment_is_found_by_its_key)
{
	struct dt_store *store;
	bool found = false, done[3];
	int64_t id = 0;
	example_make(path);
	opens(&store, DT_STORE_APPEND);
	struct dt_store_experiment e = example_experiment("k2", "halt", 1);
	e.runs = 3;
	ck_assert_int_eq(dt_store_register(store, &e, example_agents, 2, &id,
	    &found, &err), DT_OK);
	ck_assert(found);
	ck_assert_int_eq(id, 2);
	ck_assert_int_eq(dt_store_finished(store, id, done, 3, &err), DT_OK);
	ck_assert(done[0] && done[1] && !done[2]);
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) || ' ' || sum(runs_asked) FROM"
	    " experiment"), "2 5");
	ck_assert_str_eq(ask("SELECT count(*) FROM agent"), "4");
}
END_TEST

START_TEST(another_detail_of_the_same_experiment_is_refused)
{
	struct dt_store *store;
	struct dt_store_experiment e = example_experiment("k1", "none", 1);
	bool found;
	int64_t id;
	e.detail = "runs";
	example_make(path);
	opens(&store, DT_STORE_APPEND);
	ck_assert_int_eq(dt_store_register(store, &e, example_agents, 2, &id,
	    &found, &err), DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(err.message, "'rounds'"));
	closes(store);
}
END_TEST

START_TEST(an_end_is_written_once)
{
	struct dt_store *store;
	example_make(path);
	opens(&store, DT_STORE_APPEND);
	ck_assert_int_eq(dt_store_end(store, 1, "2027-01-01T00:00:00Z", &err),
	    DT_OK);
	closes(store);
	ck_assert_str_eq(ask("SELECT ended_at || ' ' || runs_stored FROM"
	    " experiment WHERE experiment_id = 1"), "2026-06-01T12:00:09Z 2");
}
END_TEST

START_TEST(an_empty_file_is_a_new_one)
{
	struct dt_store *store;
	write_file("", 0);
	opens(&store, DT_STORE_APPEND);
	example_add(store, "k1", "none", 1, example_none);
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) FROM run"), "2");
}
END_TEST

/* -0 and 0 are equal and must be equal bytes, since they are hashed. */
START_TEST(minus_zero_is_stored_as_zero)
{
	struct dt_store *store;
	struct example_run r = example_none[1];
	r.outcomes[0].payoff = -0.0;
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	example_put(store, id, &r);
	ck_assert_int_eq(dt_store_commit(store, &err), DT_OK);
	closes(store);
	ck_assert_str_eq(ask("SELECT payoff_total FROM outcome WHERE"
	    " agent = 1"), "0.0");
}
END_TEST

/* Runs a put that must fail, and shows that it took the transaction along. */
static void
put_fails(const struct example_run *r, const struct dt_store_move *moves,
    const char *words)
{
	struct dt_store *store;
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	enum dt_status status = dt_store_put_run(store, id, &r->run,
	    r->outcomes, 2, &err);
	if (moves != NULL) {
		ck_assert_int_eq(status, DT_OK);
		status = dt_store_put_round(store, id, 1, 1, "none", moves, 2,
		    &err);
	}
	ck_assert_int_eq(status, DT_EUSAGE);
	ck_assert_msg(strstr(err.message, words) != NULL, "%s", err.message);
	ck_assert_int_eq(dt_store_commit(store, &err), DT_EUSAGE);
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) FROM run"), "0");
}

START_TEST(a_payoff_that_is_no_number_is_refused_by_name)
{
	struct example_run r = example_none[0];
	r.outcomes[1].payoff = NAN;
	put_fails(&r, NULL, "run 1, agent 2: payoff_total");
}
END_TEST

START_TEST(an_infinite_transfer_is_refused_by_name)
{
	struct example_run r = example_none[0];
	r.outcomes[0].transfers = -INFINITY;
	put_fails(&r, NULL, "run 1, agent 1: transfers_total");
}
END_TEST

START_TEST(a_move_that_is_worth_no_number_is_refused_by_name)
{
	struct dt_store_move moves[2] = { { 0 }, { .fine = NAN } };
	put_fails(&example_none[0], moves, "run 1, agent 2: fine");
}
END_TEST

START_TEST(a_negative_count_is_refused)
{
	struct example_run r = example_none[0];
	r.outcomes[1].slips = -1;
	put_fails(&r, NULL, "refused");
}
END_TEST

START_TEST(a_round_beyond_the_run_is_refused)
{
	struct dt_store *store;
	const struct dt_store_move moves[2] = { { 0 } };
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	example_put(store, id, &example_none[1]);
	ck_assert_int_eq(dt_store_put_round(store, id, 2, 3, "none", moves, 2,
	    &err), DT_EUSAGE);
	closes(store);
}
END_TEST

/* Run 1 of the example has 4 rounds. */
START_TEST(a_round_that_is_left_out_is_refused)
{
	struct dt_store *store;
	const struct dt_store_move moves[2] = { { 0 } };
	const struct example_run *r = &example_none[0];
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	for (int first = 1; first <= 2; first++) {
		ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
		ck_assert_int_eq(dt_store_put_run(store, id, &r->run,
		    r->outcomes, 2, &err), DT_OK);
		enum dt_status status = dt_store_put_round(store, id, 1,
		    first, "none", moves, 2, &err);
		ck_assert_int_eq(status, first == 1 ? DT_OK : DT_EUSAGE);
		if (status == DT_OK)
			status = dt_store_commit(store, &err);
		ck_assert_int_eq(status, DT_EUSAGE);
		ck_assert_ptr_nonnull(strstr(err.message, first == 1 ?
		    "rounds of it are missing" : "rounds ascend by one"));
	}
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) FROM run"), "0");
}
END_TEST

START_TEST(a_run_of_an_unknown_experiment_is_refused)
{
	struct dt_store *store;
	opens(&store, DT_STORE_CREATE);
	registers(store, "k");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	ck_assert_int_eq(dt_store_put_run(store, 9, &example_none[0].run,
	    example_none[0].outcomes, 2, &err), DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(err.message, "experiment 9"));
	closes(store);
}
END_TEST

/* Who looks first puts none twice, unless another process was there between. */
START_TEST(a_run_twice_is_refused)
{
	struct dt_store *store;
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	example_put(store, id, &example_none[0]);
	ck_assert_int_eq(dt_store_put_run(store, id, &example_none[0].run,
	    example_none[0].outcomes, 2, &err), DT_EIO);
	ck_assert_ptr_nonnull(strstr(err.message, "another process"));
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) FROM outcome"), "0");
}
END_TEST

START_TEST(an_open_transaction_is_rolled_back_by_close)
{
	struct dt_store *store;
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	example_put(store, id, &example_none[0]);
	ck_assert_int_eq(dt_store_commit(store, &err), DT_OK);
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	example_put(store, id, &example_none[1]);
	closes(store);
	ck_assert_str_eq(ask("SELECT group_concat(run) FROM run"), "1");
}
END_TEST

/* More rows than the feed holds at once, with nothing lost between. 9 runs of
 * 500 rounds of 2 agents are 9000 moves; the sum of k to 9000 by run. */
START_TEST(many_rounds_arrive_whole)
{
	struct dt_store *store;
	struct dt_store_run run = { .rounds = 500, .ending = "none" };
	const struct dt_store_outcome outcomes[2] = { { 0 } };
	int64_t n = 0;
	opens(&store, DT_STORE_CREATE);
	int64_t id = registers(store, "k");
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	for (run.run = 1; run.run <= 9; run.run++) {
		ck_assert_int_eq(dt_store_put_run(store, id, &run, outcomes,
		    2, &err), DT_OK);
		for (int64_t r = 1; r <= 500; r++) {
			const struct dt_store_move moves[2] = {
				{ .payoff = (double)++n },
				{ .payoff = (double)++n } };
			ck_assert_int_eq(dt_store_put_round(store, id,
			    run.run, r, "none", moves, 2, &err), DT_OK);
		}
	}
	ck_assert_int_eq(dt_store_commit(store, &err), DT_OK);
	closes(store);
	ck_assert_str_eq(ask("SELECT count(*) || ' ' || sum(payoff) FROM"
	    " move"), "9000 40504500.0");
	ck_assert_str_eq(ask("SELECT count(*) FROM round"), "4500");
	ck_assert_str_eq(ask("SELECT count(*) FROM move WHERE payoff <> (run"
	    " - 1) * 1000 + (round - 1) * 2 + agent"), "0");
}
END_TEST

/* Memory */

static enum dt_status
whole_life(void)
{
	struct dt_store *store = NULL;
	struct dt_store_experiment e = example_experiment("k", "none", 7);
	const struct dt_store_move moves[2] = { { 0 } };
	int64_t id = 0;
	bool found;
	enum dt_status status = dt_store_open(&store, path, DT_STORE_REPLACE,
	    &err);
	if (status == DT_OK)
		status = dt_store_register(store, &e, example_agents, 2, &id,
		    &found, &err);
	if (status == DT_OK)
		status = dt_store_begin(store, &err);
	if (status == DT_OK)
		status = dt_store_put_run(store, id, &example_none[1].run,
		    example_none[1].outcomes, 2, &err);
	if (status == DT_OK)
		status = dt_store_put_round(store, id, 2, 1, "none", moves, 2,
		    &err);
	if (status == DT_OK)
		status = dt_store_put_round(store, id, 2, 2, "none", moves, 2,
		    &err);
	if (status == DT_OK)
		status = dt_store_commit(store, &err);
	if (status == DT_OK)
		status = dt_store_end(store, id, "then", &err);
	if (status == DT_OK)
		status = dt_store_settle(store, &err);
	if (store != NULL && strcmp(dt_store_path(store), path) != 0)
		unlink(dt_store_path(store));
	enum dt_status closed = dt_store_close(store, &err);
	return status ? status : closed;
}

START_TEST(memory_may_run_out_anywhere)
{
	long failed = 0;
	example_make(path);
	for (;; failed++) {
		dt_memory_fail_after(failed);
		enum dt_status status = whole_life();
		dt_memory_fail_after(-1);
		ck_assert_str_eq(ask("PRAGMA integrity_check"), "ok");
		if (status == DT_OK)
			break;
		ck_assert_msg(status == DT_ENOMEM, "%s", err.message);
		ck_assert(!there(".new"));
		ck_assert_int_lt(failed, 1000);
	}
	ck_assert_int_ge(failed, 5);
}
END_TEST

static void
add_writing(Suite *suite)
{
	TCase *c = tcase_create("writing");
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_add_test(c, nothing_registered_leaves_no_file);
	tcase_add_test(c, a_failed_first_register_leaves_no_file);
	tcase_add_test(c, an_experiment_is_found_by_its_key);
	tcase_add_test(c, another_detail_of_the_same_experiment_is_refused);
	tcase_add_test(c, an_end_is_written_once);
	tcase_add_test(c, an_empty_file_is_a_new_one);
	tcase_add_test(c, minus_zero_is_stored_as_zero);
	tcase_add_test(c, a_payoff_that_is_no_number_is_refused_by_name);
	tcase_add_test(c, an_infinite_transfer_is_refused_by_name);
	tcase_add_test(c, a_move_that_is_worth_no_number_is_refused_by_name);
	tcase_add_test(c, a_negative_count_is_refused);
	tcase_add_test(c, a_round_beyond_the_run_is_refused);
	tcase_add_test(c, a_round_that_is_left_out_is_refused);
	tcase_add_test(c, a_run_of_an_unknown_experiment_is_refused);
	tcase_add_test(c, a_run_twice_is_refused);
	tcase_add_test(c, an_open_transaction_is_rolled_back_by_close);
	tcase_add_test(c, many_rounds_arrive_whole);
	tcase_add_test(c, memory_may_run_out_anywhere);
	suite_add_tcase(suite, c);
}

int
main(void)
{
	Suite *suite = suite_create("store_writing");
	add_writing(suite);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
