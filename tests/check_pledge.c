/* check_pledge: a halt binds all at one entry, or none; and the log says why.
 * The parties are lab-01, lab-02 and lab-03, run 7, round 17. */
#include "proof/pledge.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "cast.h"

static struct dt_error err;
static struct cast cast;
static struct dt_lines_word parties[3];
static struct dt_pledge_question question;
static struct dt_pledge_ruling ruling;

static void
set_up(void)
{
	cast_begin(&cast, 1);
	for (int i = 0; i < 3; i++)
		parties[i] = dt_lines_word(cast_names[i]);
	question = (struct dt_pledge_question){ .run = 7, .round = 17,
		.parties = parties, .n = 3, .deadline = UINT64_MAX };
	dt_hash_of("the treaty", 10, question.treaty);
}

static void
tear_down(void)
{
	cast_end(&cast);
}

static struct dt_entry
pledge(int who)
{
	struct dt_entry e = { .kind = DT_ENTRY_PLEDGE, .run = 7, .round = 17,
		.agent = parties[who] };
	memcpy(e.treaty, question.treaty, 32);
	ck_assert_int_eq(dt_pledge_set(&cast.registry, parties, 3, &e, &err),
	    DT_OK);
	return e;
}

static uint64_t
say_pledge(int who)
{
	struct dt_entry e = pledge(who);
	return cast_say(&cast, cast.session[who], &e);
}

static uint64_t
say_other(int who)
{
	struct dt_entry e = pledge(who);
	dt_hash_of("another treaty", 14, e.treaty);
	return cast_say(&cast, cast.session[who], &e);
}

static uint64_t
say_commit(int who, uint64_t round)
{
	struct dt_entry opening = cast_opening(&cast, who, 7, round, "PAUSE");
	struct dt_entry commit = cast_commitment(&cast, who, &opening);
	return cast_say(&cast, cast.session[who], &commit);
}

static uint64_t
say_withdraw(int who, uint64_t round)
{
	struct dt_entry e = { .kind = DT_ENTRY_WITHDRAW, .run = 7,
		.round = round, .agent = parties[who] };
	memcpy(e.treaty, question.treaty, 32);
	return cast_say(&cast, cast.session[who], &e);
}

static void
ask(enum dt_pledge_answer wanted)
{
	ck_assert_int_eq(dt_pledge_find(cast.log, cast.n, &cast.registry,
	    &question, &ruling, &err), DT_OK);
	ck_assert_str_eq(dt_pledge_word(ruling.answer),
	    dt_pledge_word(wanted));
}

/* The answer, whose fault it is, and the entries that prove it. */
static void
ask_fault(enum dt_pledge_answer wanted, size_t who, size_t proofs,
    uint64_t first, uint64_t second)
{
	ask(wanted);
	ck_assert_uint_eq(ruling.party, who);
	ck_assert_uint_eq(ruling.proofs, proofs);
	if (proofs > 0)
		ck_assert_uint_eq(ruling.proof[0], first);
	if (proofs > 1)
		ck_assert_uint_eq(ruling.proof[1], second);
}

START_TEST(the_last_pledge_makes_the_halt_binding_for_all)
{
	uint64_t a = say_pledge(LAB_1);
	say_commit(LAB_0, 16);
	uint64_t b = say_pledge(LAB_0);
	ask(DT_PLEDGE_MISSING);
	ck_assert_uint_eq(ruling.party, 2);
	uint64_t c = say_pledge(LAB_2);
	ask(DT_PLEDGE_BINDING);
	ck_assert_uint_eq(ruling.entry, c);
	ck_assert_uint_eq(ruling.proofs, 3);
	ck_assert_uint_eq(ruling.proof[0], b);
	ck_assert_uint_eq(ruling.proof[1], a);
	ck_assert_uint_eq(ruling.proof[2], c);
}
END_TEST

/* However the log goes on, what was binding stays so, at that entry. */
START_TEST(a_binding_halt_stays_binding)
{
	say_pledge(LAB_0);
	say_pledge(LAB_1);
	uint64_t at = say_pledge(LAB_2);
	say_withdraw(LAB_0, 17);
	say_other(LAB_1);
	say_pledge(LAB_2);
	ask(DT_PLEDGE_BINDING);
	ck_assert_uint_eq(ruling.entry, at);
}
END_TEST

START_TEST(one_signer_missing_is_no_halt)
{
	say_pledge(LAB_0);
	say_pledge(LAB_2);
	ask_fault(DT_PLEDGE_MISSING, LAB_1, 0, 0, 0);
	question.deadline = cast.n;
	ask_fault(DT_PLEDGE_MISSING, LAB_1, 0, 0, 0);
}
END_TEST

START_TEST(signing_at_the_deadline_is_late)
{
	say_pledge(LAB_0);
	say_pledge(LAB_2);
	say_commit(LAB_0, 17);
	uint64_t late = say_pledge(LAB_1);
	ck_assert_int_eq(dt_pledge_deadline(cast.log, cast.n, &cast.registry,
	    7, 17, &question.deadline, &err), DT_OK);
	ck_assert_uint_eq(question.deadline, late - 1);
	ask_fault(DT_PLEDGE_LATE, LAB_1, 1, late, 0);
	question.deadline = late;
	ask_fault(DT_PLEDGE_LATE, LAB_1, 1, late, 0);
	question.deadline = late + 1;
	ask(DT_PLEDGE_BINDING);
	ck_assert_int_eq(dt_pledge_deadline(cast.log, cast.n, &cast.registry,
	    7, 18, &question.deadline, &err), DT_OK);
	ck_assert_uint_eq(question.deadline, cast.n);
}
END_TEST

START_TEST(signing_another_text_is_no_halt)
{
	say_pledge(LAB_0);
	uint64_t other = say_other(LAB_1);
	say_pledge(LAB_2);
	ask_fault(DT_PLEDGE_OTHER_TEXT, LAB_1, 1, other, 0);
}
END_TEST

START_TEST(waiting_for_others_than_the_parties_is_no_halt)
{
	struct dt_entry e = pledge(LAB_1);
	ck_assert_int_eq(dt_pledge_set(&cast.registry, parties, 2, &e, &err),
	    DT_OK);
	say_pledge(LAB_0);
	uint64_t other = cast_say(&cast, cast.session[LAB_1], &e);
	say_pledge(LAB_2);
	ask_fault(DT_PLEDGE_OTHER_SET, LAB_1, 1, other, 0);
}
END_TEST

START_TEST(signing_two_texts_is_no_halt_and_makes_a_charge)
{
	struct dt_text text = { 0 };
	struct dt_charge charge;
	say_pledge(LAB_0);
	uint64_t a = say_other(LAB_1), b = say_pledge(LAB_1);
	say_pledge(LAB_2);
	ask_fault(DT_PLEDGE_EQUIVOCATED, LAB_1, 2, a, b);
	struct dt_charge_statement first = { .entry = cast.log[a] };
	struct dt_charge_statement second = { .entry = cast.log[b] };
	ck_assert_int_eq(dt_charge_equivocation(&cast.log[LAB_1], &first,
	    &second, &text, &err), DT_OK);
	ck_assert_int_eq(dt_charge_read(text.bytes, text.size, cast.pins,
	    CAST_AGENTS, &charge, &err), DT_VERDICT_GOOD);
	ck_assert_int_eq(charge.said, DT_ENTRY_PLEDGE);
	dt_text_free(&text);
}
END_TEST

START_TEST(signing_one_text_twice_is_signing_once)
{
	uint64_t a = say_pledge(LAB_0);
	say_pledge(LAB_0);
	say_pledge(LAB_1);
	uint64_t last = say_pledge(LAB_2);
	ask(DT_PLEDGE_BINDING);
	ck_assert_uint_eq(ruling.proof[0], a);
	ck_assert_uint_eq(ruling.entry, last);
}
END_TEST

START_TEST(withdrawing_before_the_set_is_whole_is_no_halt)
{
	say_pledge(LAB_0);
	say_pledge(LAB_1);
	uint64_t at = say_withdraw(LAB_0, 17);
	say_pledge(LAB_2);
	ask_fault(DT_PLEDGE_WITHDRAWN, LAB_0, 1, at, 0);
}
END_TEST

START_TEST(withdrawing_later_or_from_another_treaty_is_nothing)
{
	struct dt_entry e = { .kind = DT_ENTRY_WITHDRAW, .run = 7,
		.round = 17, .agent = parties[0] };
	dt_hash_of("another treaty", 14, e.treaty);
	cast_say(&cast, cast.session[LAB_0], &e);
	say_withdraw(LAB_0, 18);
	for (int i = 0; i < 3; i++)
		say_pledge(i);
	ask(DT_PLEDGE_BINDING);
}
END_TEST

/* In somebody's name, with another's key; or of another experiment. */
START_TEST(forged_pledges_neither_bind_nor_harm)
{
	struct cast elsewhere;
	struct dt_entry e = pledge(LAB_1);
	cast_begin(&elsewhere, 2);
	say_pledge(LAB_0);
	say_pledge(LAB_2);
	cast_say(&cast, cast.session[LAB_0], &e);
	cast_say(&cast, cast.identity[LAB_1], &e);
	cast_say(&cast, elsewhere.session[LAB_1], &e);
	ask_fault(DT_PLEDGE_MISSING, LAB_1, 0, 0, 0);
	dt_hash_of("another treaty", 14, e.treaty);
	cast_say(&cast, cast.session[LAB_0], &e);
	say_pledge(LAB_1);
	ask(DT_PLEDGE_BINDING);
	cast_end(&elsewhere);
}
END_TEST

START_TEST(pledges_of_other_rounds_and_runs_do_not_count)
{
	struct dt_entry e = pledge(LAB_1);
	say_pledge(LAB_0);
	say_pledge(LAB_2);
	e.round = 18;
	cast_say(&cast, cast.session[LAB_1], &e);
	e.round = 17;
	e.run = 8;
	cast_say(&cast, cast.session[LAB_1], &e);
	ask_fault(DT_PLEDGE_MISSING, LAB_1, 0, 0, 0);
}
END_TEST

/* Where a round is known to begin, only its entries are read. */
START_TEST(entries_before_the_first_one_asked_for_are_not_read)
{
	uint64_t first = say_pledge(LAB_0);
	say_pledge(LAB_1);
	uint64_t last = say_pledge(LAB_2);
	question.from = first;
	ask(DT_PLEDGE_BINDING);
	ck_assert_uint_eq(ruling.entry, last);
	question.from = first + 1;
	ask_fault(DT_PLEDGE_MISSING, LAB_0, 0, 0, 0);
}
END_TEST

START_TEST(questions_that_make_no_sense_are_refused)
{
	parties[2] = parties[0];
	ck_assert_int_eq(dt_pledge_find(cast.log, cast.n, &cast.registry,
	    &question, &ruling, &err), DT_EUSAGE);
	question.n = 0;
	ck_assert_int_eq(dt_pledge_find(cast.log, cast.n, &cast.registry,
	    &question, &ruling, &err), DT_EUSAGE);
	question.n = 3;
	parties[2] = dt_lines_word("lab-09");
	ask_fault(DT_PLEDGE_MISSING, 2, 0, 0, 0);
}
END_TEST

static struct dt_text
file(enum dt_pledge_answer wanted)
{
	struct dt_text text = { 0 };
	ask(wanted);
	if (question.deadline > cast.n)
		question.deadline = cast.n;
	ck_assert_int_eq(dt_pledge_print(cast.log, cast.n, &cast.registry,
	    &question, cast_checkpoint(&cast, cast.n), &text, &err), DT_OK);
	return text;
}

static size_t deadline_at, deadline_end;

/* A deadline that was moved is another question, which the log answers, so
 * flips of it are left out: nobody has signed the question. */
static bool
accepts(const char *bytes, size_t size, void *with)
{
	struct dt_lines_word head;
	const char *original = with;
	if (original != NULL && memcmp(bytes, original, size) != 0 &&
	    memcmp(bytes + deadline_at, original + deadline_at,
	    deadline_end - deadline_at) != 0)
		return false;
	return dt_pledge_read(bytes, size, cast.pins, CAST_AGENTS,
	    &cast.log_pins, &ruling, &head, &err) == DT_VERDICT_GOOD;
}

START_TEST(halts_stand_alone_and_no_flipped_bit_passes)
{
	for (int i = 0; i < 3; i++)
		say_pledge(i);
	struct dt_text text = file(DT_PLEDGE_BINDING);
	struct dt_text copy = { 0 };
	dt_text_add_n(&copy, text.bytes, text.size);
	deadline_at = (size_t)(strstr(text.bytes, "deadline") - text.bytes) +
	    9;
	deadline_end = (size_t)(strstr(text.bytes, "\nparty") - text.bytes);
	cast_flip_some(text.bytes, text.size, 11, accepts, copy.bytes);
	dt_text_free(&copy);
	dt_text_free(&text);
}
END_TEST

/* The reason that is claimed must be the one that the log gives. */
START_TEST(the_file_says_why_there_was_no_halt)
{
	say_pledge(LAB_0);
	say_pledge(LAB_2);
	struct dt_text text = file(DT_PLEDGE_MISSING);
	ck_assert_ptr_nonnull(strstr(text.bytes, "answer missing lab-02\n"));
	ck_assert(accepts(text.bytes, text.size, NULL));
	ck_assert_int_eq(ruling.answer, DT_PLEDGE_MISSING);
	char *at = strstr(text.bytes, "answer missing lab-02\n");
	at[20] = '3';
	ck_assert(!accepts(text.bytes, text.size, NULL));
	dt_text_free(&text);
}
END_TEST

/* An entry left out would make a signer missing: the checkpoint shows it. */
START_TEST(no_entry_can_be_left_out_of_the_file)
{
	for (int i = 0; i < 3; i++)
		say_pledge(i);
	struct dt_text whole = file(DT_PLEDGE_BINDING), cut = { 0 };
	char *pledge_at = strstr(whole.bytes, "detente.example/pledge/v1\n");
	char *next = strstr(pledge_at + 1, "detente.example/pledge/v1\n");
	dt_text_add_n(&cut, whole.bytes, (size_t)(pledge_at - whole.bytes));
	dt_text_add(&cut, "%s", next);
	char *answer = strstr(cut.bytes, "answer binding ");
	ck_assert_ptr_nonnull(answer);
	ck_assert(!accepts(cut.bytes, cut.size, NULL));
	ck_assert_ptr_nonnull(strstr(err.message, "checkpoint"));
	dt_text_free(&cut);
	dt_text_free(&whole);
}
END_TEST

static int
attempt(void *with)
{
	struct dt_text text = { 0 };
	struct dt_lines_word head;
	enum dt_status status = dt_pledge_print(cast.log, cast.n,
	    &cast.registry, &question, *(struct dt_lines_word *)with, &text,
	    &err);
	if (status == DT_OK && dt_pledge_read(text.bytes, text.size,
	    cast.pins, CAST_AGENTS, &cast.log_pins, &ruling, &head,
	    &err) == DT_VERDICT_UNKNOWN)
		status = DT_ENOMEM;
	dt_text_free(&text);
	return status == DT_OK ? 0 : status == DT_ENOMEM ? 1 : 2;
}

START_TEST(every_failing_allocation_is_told)
{
	for (int i = 0; i < 3; i++)
		say_pledge(i);
	struct dt_lines_word checkpoint = cast_checkpoint(&cast, cast.n);
	question.deadline = cast.n;
	cast_fail_each(attempt, &checkpoint);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("pledge");
	TCase *tests = tcase_create("pledge");
	tcase_set_timeout(tests, 240);
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests,
	    the_last_pledge_makes_the_halt_binding_for_all);
	tcase_add_test(tests, a_binding_halt_stays_binding);
	tcase_add_test(tests, one_signer_missing_is_no_halt);
	tcase_add_test(tests, signing_at_the_deadline_is_late);
	tcase_add_test(tests, signing_another_text_is_no_halt);
	tcase_add_test(tests,
	    waiting_for_others_than_the_parties_is_no_halt);
	tcase_add_test(tests,
	    signing_two_texts_is_no_halt_and_makes_a_charge);
	tcase_add_test(tests, signing_one_text_twice_is_signing_once);
	tcase_add_test(tests,
	    withdrawing_before_the_set_is_whole_is_no_halt);
	tcase_add_test(tests,
	    withdrawing_later_or_from_another_treaty_is_nothing);
	tcase_add_test(tests, forged_pledges_neither_bind_nor_harm);
	tcase_add_test(tests, pledges_of_other_rounds_and_runs_do_not_count);
	tcase_add_test(tests,
	    entries_before_the_first_one_asked_for_are_not_read);
	tcase_add_test(tests, questions_that_make_no_sense_are_refused);
	tcase_add_test(tests, halts_stand_alone_and_no_flipped_bit_passes);
	tcase_add_test(tests, the_file_says_why_there_was_no_halt);
	tcase_add_test(tests, no_entry_can_be_left_out_of_the_file);
	tcase_add_test(tests, every_failing_allocation_is_told);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
