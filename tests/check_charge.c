/* check_charge: equivocation, perjury and forks as files that stand alone. */
#include "proof/charge.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "cast.h"
#include "proof/fork.h"

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

static struct dt_charge_statement
say(int who, const struct dt_entry *entry)
{
	return (struct dt_charge_statement){
		.entry = cast_sign(&cast, cast.session[who], entry) };
}

/* A commitment of lab 0 for run 7, round 17. */
static struct dt_charge_statement
commitment(const char *move)
{
	struct dt_entry opening = cast_opening(&cast, LAB_0, 7, 17, move);
	struct dt_entry commit = cast_commitment(&cast, LAB_0, &opening);
	return say(LAB_0, &commit);
}

static struct dt_text
equivocation(const struct dt_charge_statement *a,
    const struct dt_charge_statement *b, enum dt_status wanted)
{
	struct dt_text text = { 0 };
	ck_assert_int_eq(dt_charge_equivocation(&cast.log[LAB_0], a, b, &text,
	    &err), wanted);
	return text;
}

static bool
accepts(const char *bytes, size_t size, void *with)
{
	struct dt_charge charge;
	(void)with;
	return dt_charge_read(bytes, size, cast.pins, CAST_AGENTS, &charge,
	    &err) == DT_VERDICT_GOOD;
}

START_TEST(two_commitments_for_a_round_are_an_equivocation)
{
	struct dt_charge_statement a = commitment("PAUSE");
	struct dt_charge_statement b = commitment("RACE");
	struct dt_text text = equivocation(&a, &b, DT_OK);
	struct dt_text turned = equivocation(&b, &a, DT_OK);
	struct dt_charge charge;
	ck_assert_str_eq(text.bytes, turned.bytes);
	ck_assert_int_eq(dt_charge_read(text.bytes, text.size, cast.pins,
	    CAST_AGENTS, &charge, &err), DT_VERDICT_GOOD);
	ck_assert_int_eq(charge.kind, DT_CHARGE_EQUIVOCATION);
	ck_assert(dt_lines_is(charge.agent, "lab-01"));
	ck_assert_uint_eq(charge.run, 7);
	ck_assert_uint_eq(charge.round, 17);
	ck_assert_int_eq(charge.said, DT_ENTRY_COMMIT);
	ck_assert_mem_eq(charge.experiment, cast.experiment, 32);
	ck_assert_int_eq(dt_charge_read(text.bytes, text.size, cast.pins + 1,
	    CAST_AGENTS - 1, &charge, &err), DT_VERDICT_STRANGER);
	dt_text_free(&text);
	dt_text_free(&turned);
}
END_TEST

START_TEST(every_flipped_bit_of_an_equivocation_is_refused)
{
	struct dt_charge_statement a = commitment("PAUSE");
	struct dt_charge_statement b = commitment("RACE");
	struct dt_text text = equivocation(&a, &b, DT_OK);
	cast_flip_each(text.bytes, text.size, accepts, NULL);
	dt_text_add(&text, "\n");
	ck_assert(!accepts(text.bytes, text.size, NULL));
	dt_text_free(&text);
}
END_TEST

/* The same text twice, another round, another agent, a withdrawal: nothing
 * that an honest agent signs makes a charge. */
START_TEST(honest_statements_make_no_equivocation)
{
	struct dt_charge_statement a = commitment("PAUSE"), b = a;
	struct dt_text text = equivocation(&a, &b, DT_EUSAGE);
	dt_text_free(&text);
	struct dt_entry opening = cast_opening(&cast, LAB_0, 7, 18, "PAUSE");
	struct dt_entry commit = cast_commitment(&cast, LAB_0, &opening);
	b = say(LAB_0, &commit);
	text = equivocation(&a, &b, DT_EUSAGE);
	dt_text_free(&text);
	opening = cast_opening(&cast, LAB_1, 7, 17, "PAUSE");
	commit = cast_commitment(&cast, LAB_1, &opening);
	b = say(LAB_1, &commit);
	text = equivocation(&a, &b, DT_EUSAGE);
	dt_text_free(&text);
	text = equivocation(&b, &b, DT_EUSAGE);
	dt_text_free(&text);
}
END_TEST

/* One agent, honest in two experiments, with the same run, round and name. */
START_TEST(two_experiments_make_no_equivocation)
{
	struct cast elsewhere;
	cast_begin(&elsewhere, 2);
	struct dt_entry opening = cast_opening(&elsewhere, LAB_0, 7, 17,
	    "RACE");
	struct dt_entry commit = cast_commitment(&elsewhere, LAB_0, &opening);
	struct dt_charge_statement a = commitment("PAUSE"), b = {
		.entry = cast_sign(&elsewhere, elsewhere.session[LAB_0],
		    &commit) };
	struct dt_text text = equivocation(&a, &b, DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(err.message, "not signed by"));
	dt_text_free(&text);
	cast_end(&elsewhere);
}
END_TEST

/* n commitments of lab 0 under one signed root. */
struct epoch {
	struct dt_entry_signed texts[8];
	struct dt_merkle_hash leaves[8];
	struct dt_entry_signed root;
};

static struct epoch
epoch(uint64_t first, uint64_t last, const char *move)
{
	struct epoch made;
	struct dt_entry e = { .kind = DT_ENTRY_EPOCH,
		.agent = dt_lines_word(cast_names[LAB_0]), .epoch = first,
		.first_run = first, .last_run = last, .count = 8 };
	struct dt_merkle_hash root;
	for (size_t i = 0; i < 8; i++) {
		struct dt_entry opening = cast_opening(&cast, LAB_0, 7, i + 1,
		    move);
		struct dt_entry commit = cast_commitment(&cast, LAB_0,
		    &opening);
		made.texts[i] = cast_sign(&cast, cast.session[LAB_1],
		    &commit);          /* its signature is not looked at */
		dt_merkle_leaf(made.texts[i].text, made.texts[i].size,
		    &made.leaves[i]);
	}
	dt_merkle_root_of(made.leaves, 8, &root);
	memcpy(e.hash, root.bytes, 32);
	made.root = cast_sign(&cast, cast.session[LAB_0], &e);
	return made;
}

static struct dt_charge_statement
under(const struct epoch *of, uint64_t index)
{
	struct dt_charge_statement made = { .entry = of->texts[index],
		.epoch = of->root, .index = index };
	dt_merkle_include(of->leaves, 8, index, &made.proof);
	return made;
}

/* What was batched is as binding as what was signed one by one. */
START_TEST(commitments_under_epochs_equivocate_as_well)
{
	struct epoch first = epoch(1, 10, "PAUSE"), second = epoch(2, 10,
	    "RACE");
	struct dt_charge_statement a = under(&first, 3), b = under(&second,
	    3);
	struct dt_text text = equivocation(&a, &b, DT_OK);
	cast_flip_each(text.bytes, text.size, accepts, NULL);
	dt_text_free(&text);
	struct dt_entry opening = cast_opening(&cast, LAB_0, 7, 4, "RACE");
	struct dt_entry commit = cast_commitment(&cast, LAB_0, &opening);
	b = say(LAB_0, &commit);
	text = equivocation(&a, &b, DT_OK);
	dt_text_free(&text);
	b = under(&second, 4);                  /* another round */
	text = equivocation(&a, &b, DT_EUSAGE);
	dt_text_free(&text);
	b = under(&second, 3);
	b.index = 4;                            /* another place */
	text = equivocation(&a, &b, DT_EUSAGE);
	dt_text_free(&text);
	second = epoch(8, 10, "RACE");          /* run 7 is not in it */
	b = under(&second, 3);
	text = equivocation(&a, &b, DT_EUSAGE);
	dt_text_free(&text);
}
END_TEST

/* Two roots for one epoch contradict each other without any leaf. */
START_TEST(two_roots_of_an_epoch_are_an_equivocation)
{
	struct epoch first = epoch(1, 10, "PAUSE"), second = epoch(1, 10,
	    "RACE");
	struct dt_charge_statement a = { .entry = first.root };
	struct dt_charge_statement b = { .entry = second.root };
	struct dt_text text = equivocation(&a, &b, DT_OK);
	dt_text_free(&text);
}
END_TEST

static struct dt_entry_signed
finding(const char *move, uint64_t round)
{
	struct dt_entry e = { .kind = DT_ENTRY_FINDING, .run = 7,
		.round = round, .agent = dt_lines_word(cast_names[LAB_0]),
		.officer = dt_lines_word("inspector"),
		.move = dt_lines_word(move) };
	return cast_sign(&cast, cast.session[INSPECTOR], &e);
}

static struct dt_text
perjury(const char *declared, const struct dt_charge_statement *commit,
    const struct dt_entry_signed *found, enum dt_status wanted)
{
	struct dt_entry opening = cast_opening(&cast, LAB_0, 7, 17, declared);
	struct dt_entry_signed text = cast_sign(&cast, cast.session[LAB_0],
	    &opening);
	struct dt_text file = { 0 };
	ck_assert_int_eq(dt_charge_perjury(&cast.log[LAB_0], commit,
	    (struct dt_lines_word){ text.text, text.size },
	    &cast.log[INSPECTOR], found, &file, &err), wanted);
	return file;
}

START_TEST(false_declaration_and_finding_are_a_perjury)
{
	struct dt_charge_statement commit = commitment("PAUSE");
	struct dt_entry_signed found = finding("RACE", 17);
	struct dt_text text = perjury("PAUSE", &commit, &found, DT_OK);
	struct dt_charge charge;
	ck_assert_int_eq(dt_charge_read(text.bytes, text.size, cast.pins,
	    CAST_AGENTS, &charge, &err), DT_VERDICT_GOOD);
	ck_assert_int_eq(charge.kind, DT_CHARGE_PERJURY);
	ck_assert(dt_lines_is(charge.agent, "lab-01"));
	ck_assert(dt_lines_is(charge.inspector, "inspector"));
	ck_assert(dt_lines_is(charge.declared, "PAUSE"));
	ck_assert(dt_lines_is(charge.found, "RACE"));
	cast_flip_each(text.bytes, text.size, accepts, NULL);
	dt_text_free(&text);
}
END_TEST

START_TEST(perjury_wants_what_was_committed_and_found)
{
	struct dt_charge_statement commit = commitment("PAUSE");
	struct dt_entry_signed found = finding("PAUSE", 17);
	struct dt_text text = perjury("PAUSE", &commit, &found, DT_EUSAGE);
	dt_text_free(&text);
	found = finding("RACE", 18);
	text = perjury("PAUSE", &commit, &found, DT_EUSAGE);
	dt_text_free(&text);
	found = finding("PAUSE", 17);           /* an opening that is not its */
	text = perjury("RACE", &commit, &found, DT_EUSAGE);
	dt_text_free(&text);
}
END_TEST

/* Two logs of one origin: the first n entries agree up to `same`. */
static struct dt_fork_view
view(uint64_t n, uint64_t same, uint64_t index)
{
	struct dt_merkle_hash kept[CAST_LOG];
	struct dt_fork_view made;
	memcpy(kept, cast.leaves, sizeof(kept));
	for (uint64_t i = same; i < n; i++)
		dt_merkle_leaf(&i, sizeof(i), &cast.leaves[i]);
	made.checkpoint = cast_checkpoint(&cast, n);
	made.leaf = cast.leaves[index];
	dt_merkle_include(cast.leaves, n, index, &made.proof);
	memcpy(cast.leaves, kept, sizeof(kept));
	return made;
}

static bool
accepts_fork(const char *bytes, size_t size, void *with)
{
	struct dt_note_checkpoint a, b;
	return dt_fork_read(bytes, size, with, &a, &b, &err) ==
	    DT_VERDICT_GOOD;
}

static void
try_fork(const struct dt_fork_view *a, const struct dt_fork_view *b,
    uint64_t index, enum dt_status wanted)
{
	struct dt_text text = { 0 }, turned = { 0 };
	ck_assert_int_eq(dt_fork_print(a, b, index, &cast.log_pins, &text,
	    &err), wanted);
	ck_assert_int_eq(dt_fork_print(b, a, index, &cast.log_pins, &turned,
	    &err), wanted);
	if (wanted == DT_OK) {
		ck_assert_str_eq(text.bytes, turned.bytes);
		cast_flip_each(text.bytes, text.size, accepts_fork,
		    &cast.log_pins);
	}
	dt_text_free(&text);
	dt_text_free(&turned);
}

START_TEST(two_roots_of_one_size_are_a_fork)
{
	struct dt_fork_view a = view(5, 5, 0), b = view(5, 2, 0);
	try_fork(&a, &b, 0, DT_OK);
	try_fork(&a, &a, 0, DT_EUSAGE);
}
END_TEST

START_TEST(a_larger_tree_that_does_not_begin_with_the_smaller_is_a_fork)
{
	struct dt_fork_view a = view(3, 3, 2), b = view(5, 2, 2);
	uint64_t index;
	struct dt_merkle_hash other[3] = { cast.leaves[0], cast.leaves[1] };
	ck_assert(dt_fork_index(cast.leaves, other, 3, &index));
	ck_assert_uint_eq(index, 2);
	try_fork(&a, &b, index, DT_OK);
	a = view(3, 3, 1);
	b = view(5, 2, 1);                      /* the same leaf there */
	try_fork(&a, &b, 1, DT_EUSAGE);
}
END_TEST

START_TEST(a_log_that_grows_is_no_fork)
{
	struct dt_fork_view a = view(3, 3, 1), b = view(5, 5, 1);
	try_fork(&a, &b, 1, DT_EUSAGE);
	b = view(5, 5, 2);                      /* other indices */
	try_fork(&a, &b, 1, DT_EUSAGE);
}
END_TEST

static int
attempt(void *with)
{
	struct dt_charge_statement *both = with;
	struct dt_text text = { 0 };
	enum dt_status status = dt_charge_equivocation(&cast.log[LAB_0],
	    &both[0], &both[1], &text, &err);
	dt_text_free(&text);
	return status == DT_OK ? 0 : status == DT_ENOMEM ? 1 : 2;
}

START_TEST(every_failing_allocation_is_told)
{
	struct epoch first = epoch(1, 10, "PAUSE"), second = epoch(2, 10,
	    "RACE");
	struct dt_charge_statement both[] = { under(&first, 3),
		under(&second, 3) };
	cast_fail_each(attempt, both);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("charge");
	TCase *tests = tcase_create("charge");
	tcase_set_timeout(tests, 240);
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests,
	    two_commitments_for_a_round_are_an_equivocation);
	tcase_add_test(tests,
	    every_flipped_bit_of_an_equivocation_is_refused);
	tcase_add_test(tests, honest_statements_make_no_equivocation);
	tcase_add_test(tests, two_experiments_make_no_equivocation);
	tcase_add_test(tests, commitments_under_epochs_equivocate_as_well);
	tcase_add_test(tests, two_roots_of_an_epoch_are_an_equivocation);
	tcase_add_test(tests, false_declaration_and_finding_are_a_perjury);
	tcase_add_test(tests, perjury_wants_what_was_committed_and_found);
	tcase_add_test(tests, two_roots_of_one_size_are_a_fork);
	tcase_add_test(tests,
	    a_larger_tree_that_does_not_begin_with_the_smaller_is_a_fork);
	tcase_add_test(tests, a_log_that_grows_is_no_fork);
	tcase_add_test(tests, every_failing_allocation_is_told);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
