/* check_note: checkpoints, cosignatures and portable proofs. */
#include "proof/note.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cast.h"
#include "proof/portable.h"

/* The vector of evidence.md, section 3. */
static const char vector[] = "simagents.example/run/7\n3\n"
    "CaPVY4xUibWAx8L+9xE0pm7Vbn0Le4xvM3o5gmzxSoE=\n\n"
    "\xe2\x80\x94 simagents.example/run/7 pTumX0bR5ATVeQHOTe2KyIoysJBnDSvao4"
    "IpubOPeWGoyqm5qHIr4ggevTancFnijYpmYFOwytwVr8OAmZfj0gRwZwA=\n";

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

static struct dt_key *
vector_key(void)
{
	unsigned char seed[32];
	struct dt_key *key;
	for (unsigned char i = 0; i < 32; i++)
		seed[i] = i;
	ck_assert_int_eq(dt_key_from_seed(&key, "simagents.example/run/7",
	    seed, &err), DT_OK);
	return key;
}

START_TEST(published_checkpoint_comes_out_byte_for_byte)
{
	struct dt_key *key = vector_key();
	struct dt_merkle_hash leaves[3], root;
	struct dt_text text = { 0 };
	for (int i = 0; i < 3; i++) {
		char entry[64];
		int n = snprintf(entry, sizeof(entry), "{\"entry\":%d,\"agent\":"
		    "\"lab-%d\",\"move\":\"PAUSE\"}\n", i, i);
		dt_merkle_leaf(entry, (size_t)n, &leaves[i]);
	}
	dt_merkle_root_of(leaves, 3, &root);
	dt_note_checkpoint(key, 3, &root, &text);
	ck_assert_str_eq(text.bytes, vector);
	dt_text_free(&text);
	dt_key_free(key);
}
END_TEST

static bool
accepts(const char *bytes, size_t size, void *with)
{
	struct dt_note_checkpoint checkpoint;
	return dt_note_read(bytes, size, with, &checkpoint, &err) ==
	    DT_VERDICT_GOOD;
}

START_TEST(every_flipped_bit_of_the_published_checkpoint_is_refused)
{
	struct dt_key *key = vector_key();
	struct dt_note_pins pins = { key->vkey, NULL, 0 };
	cast_flip_each(vector, sizeof(vector) - 1, accepts, &pins);
	dt_key_free(key);
}
END_TEST

START_TEST(every_flipped_bit_of_a_cosigned_checkpoint_is_refused)
{
	struct dt_lines_word note = cast_checkpoint(&cast, cast.n);
	cast_flip_each(note.at, note.size, accepts, &cast.log_pins);
}
END_TEST

START_TEST(checkpoints_say_size_root_and_witnesses)
{
	struct dt_note_checkpoint read;
	struct dt_merkle_hash root;
	struct dt_lines_word note = cast_checkpoint(&cast, 4);
	ck_assert_int_eq(dt_note_read(note.at, note.size, &cast.log_pins,
	    &read, &err), DT_VERDICT_GOOD);
	dt_merkle_root_of(cast.leaves, 4, &root);
	ck_assert_uint_eq(read.size, 4);
	ck_assert(dt_merkle_same(&read.root, &root));
	ck_assert(dt_lines_is(read.origin, "detente.example/log"));
	ck_assert_uint_eq(read.witnessed, 1);
	ck_assert_uint_eq(read.times[0], 1700000000);
	note = cast_checkpoint(&cast, 0);
	ck_assert_int_eq(dt_note_read(note.at, note.size, &cast.log_pins,
	    &read, &err), DT_VERDICT_GOOD);
	ck_assert_uint_eq(read.size, 0);
}
END_TEST

/* C2SP tlog-cosignature: what is signed, put together by hand. */
START_TEST(cosignatures_sign_time_and_body)
{
	struct dt_lines_word note = cast_checkpoint(&cast, 3);
	const char *last = note.at + note.size - 1;
	while (last[-1] != ' ')
		last--;
	unsigned char blob[4 + 8 + 64];
	ck_assert(dt_lines_base64((struct dt_lines_word){ last,
	    (size_t)(note.at + note.size - 1 - last) }, blob, sizeof(blob)));
	ck_assert_mem_eq(blob, cast.witness.id, 4);
	static const unsigned char time[8] = { 0, 0, 0, 0, 0x65, 0x53, 0xf1,
		0x00 };
	ck_assert_mem_eq(blob + 4, time, 8);
	struct dt_text message = { 0 };
	dt_text_add(&message, "cosignature/v1\ntime 1700000000\n");
	dt_text_add_n(&message, note.at,
	    (size_t)(strstr(note.at, "\n\n") + 1 - note.at));
	ck_assert(dt_sign_verify(cast.witness.public, message.bytes,
	    message.size, blob + 12));
	dt_text_free(&message);
	static const unsigned char line[] = "witness.example/w1\n\x04";
	unsigned char hashed[20 + 32], digest[32];
	memcpy(hashed, line, 20);
	memcpy(hashed + 20, cast.witness.public, 32);
	dt_hash_of(hashed, sizeof(hashed), digest);
	ck_assert_mem_eq(digest, cast.witness.id, 4);
}
END_TEST

static bool
reads(const struct dt_text *text)
{
	return accepts(dt_text_string(text), text->size, &cast.log_pins);
}

/* The note with something put in at the n-th LF, or something changed. */
static struct dt_text
changed(size_t lf, const char *put, size_t cut)
{
	struct dt_lines_word note = cast_checkpoint(&cast, 3);
	struct dt_text text = { 0 };
	size_t at = 0;
	for (; lf > 0; at++)
		lf -= note.at[at] == '\n';
	dt_text_add_n(&text, note.at, at);
	dt_text_add_n(&text, put, strlen(put));
	dt_text_add_n(&text, note.at + at + cut, note.size - at - cut);
	return text;
}

#define STRANGER "\xe2\x80\x94 stranger.example AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" \
	"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"

START_TEST(nothing_may_stand_between_or_behind)
{
	static const struct {
		size_t lf;
		const char *put;
	} changes[] = {
		{ 0, "\n" }, { 0, " " }, { 1, "0" }, { 1, "+" }, { 1, " " },
		{ 3, "extension\n" }, { 3, "\n" }, { 4, "\n" },
		{ 4, STRANGER }, { 5, STRANGER }, { 6, STRANGER },
		{ 6, "\n" }, { 6, " " }, { 6, "x" }, { 5, "\n" },
	};
	struct dt_text text = changed(0, "", 0);
	ck_assert(reads(&text));
	dt_text_free(&text);
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		text = changed(changes[i].lf, changes[i].put, 0);
		ck_assert_msg(!reads(&text), "change %zu", i);
		dt_text_free(&text);
	}
	text = changed(0, "", 0);
	text.size--;
	ck_assert(!reads(&text));
	dt_text_free(&text);
}
END_TEST

/* A hash of 32 bytes leaves two bits of its last digit unused, a signature
 * line of 68 bytes four. */
START_TEST(unused_bits_of_base64_must_be_zero)
{
	struct dt_text text = changed(0, "", 0);
	char *root = strstr(text.bytes, "=\n"), *line;
	ck_assert(reads(&text));
	root[-1]++;
	ck_assert(!reads(&text));
	root[-1]--;
	line = strstr(root + 2, "=\n");
	line[-1]++;
	ck_assert(!reads(&text));
	dt_text_free(&text);
}
END_TEST

/* Signed by the right key, and nonsense all the same. */
START_TEST(signed_nonsense_is_refused)
{
	struct dt_text text = { 0 };
	struct dt_merkle_hash root = cast.leaves[0], empty;
	dt_note_checkpoint(cast.log_key, 0, &root, &text);
	ck_assert(!reads(&text));
	dt_text_free(&text);
	dt_merkle_root_of(NULL, 0, &empty);
	dt_note_checkpoint(cast.log_key, 5, &empty, &text);
	ck_assert(!reads(&text));
	dt_text_free(&text);
	dt_note_checkpoint(cast.session[0], 5, &root, &text);
	ck_assert_int_eq(dt_note_read(text.bytes, text.size, &cast.log_pins,
	    &(struct dt_note_checkpoint){ 0 }, &err), DT_VERDICT_STRANGER);
	dt_text_free(&text);
}
END_TEST

START_TEST(witnesses_sign_once_in_order_and_with_keys_of_their_own)
{
	struct dt_text text = { 0 };
	struct dt_key *plain, *second;
	unsigned char seed[32] = { 77 };
	ck_assert_int_eq(dt_key_from_seed(&plain, "w2", seed, &err), 0);
	ck_assert_int_eq(dt_key_witness(&second, plain, &err), 0);
	struct dt_vkey both[] = { cast.witness, second->vkey };
	struct dt_note_pins pins = { cast.log_key->vkey, both, 2 };
	struct dt_note_checkpoint read;
	dt_note_checkpoint(cast.log_key, 1, &cast.leaves[0], &text);
	ck_assert_int_eq(dt_note_cosign(plain, 1, &text, &err), DT_EUSAGE);
	ck_assert_int_eq(dt_note_cosign(second, 1, &text, &err), DT_OK);
	ck_assert(accepts(text.bytes, text.size, &pins));
	ck_assert_int_eq(dt_note_read(text.bytes, text.size, &pins, &read,
	    &err), DT_VERDICT_GOOD);
	ck_assert_uint_eq(read.witnessed, 2);
	ck_assert_int_eq(dt_note_cosign(cast.witness_key, 1, &text, &err),
	    DT_OK);
	ck_assert(!accepts(text.bytes, text.size, &pins));      /* order */
	both[0] = second->vkey;
	both[1] = cast.witness;
	ck_assert(accepts(text.bytes, text.size, &pins));
	ck_assert_int_eq(dt_note_cosign(cast.witness_key, 2, &text, &err),
	    DT_OK);
	ck_assert(!accepts(text.bytes, text.size, &pins));      /* twice */
	both[1] = both[0];
	both[1].name = dt_lines_word("w3");
	ck_assert(!accepts(text.bytes, text.size, &pins));      /* one key */
	dt_text_free(&text);
	dt_key_free(plain);
	dt_key_free(second);
}
END_TEST

/* With the pins of a log and its leaves, a file for one entry. */
static struct dt_text
portable(uint64_t index, uint64_t size)
{
	struct dt_text text = { 0 };
	struct dt_merkle_proof proof;
	struct dt_lines_word note = cast_checkpoint(&cast, size);
	dt_merkle_include(cast.leaves, size, index, &proof);
	dt_portable_print(index, &proof, note.at, note.size, &text);
	return text;
}

static bool
accepts_portable(const char *bytes, size_t size, void *with)
{
	struct dt_portable read;
	return dt_portable_read(bytes, size, &cast.log_pins,
	    &cast.leaves[*(uint64_t *)with], &read, &err) == DT_VERDICT_GOOD;
}

START_TEST(portable_proofs_hold_for_their_entry_only)
{
	for (uint64_t size = 1; size <= cast.n; size++)
		for (uint64_t index = 0; index < size; index++) {
			struct dt_text text = portable(index, size);
			for (uint64_t of = 0; of < size; of++)
				ck_assert(accepts_portable(text.bytes,
				    text.size, &of) == (of == index));
			dt_text_free(&text);
		}
}
END_TEST

START_TEST(every_flipped_bit_of_a_portable_proof_is_refused)
{
	uint64_t index = 2;
	struct dt_text text = portable(index, 5);
	cast_flip_each(text.bytes, text.size, accepts_portable, &index);
	dt_text_free(&text);
}
END_TEST

/* The form of C2SP tlog-proof; its `extra` line is signed by nobody. */
START_TEST(portable_proofs_have_the_published_form_and_no_extra)
{
	uint64_t index = 0;
	struct dt_text text = portable(0, 1), more = { 0 };
	ck_assert_int_eq(strncmp(text.bytes, "c2sp.org/tlog-proof@v1\nindex 0"
	    "\n\ndetente.example/log\n1\n", 54), 0);
	dt_text_add(&more, "c2sp.org/tlog-proof@v1\nextra AAAA\n%s",
	    strchr(text.bytes, '\n') + 1);
	ck_assert(accepts_portable(text.bytes, text.size, &index));
	ck_assert(!accepts_portable(more.bytes, more.size, &index));
	dt_text_free(&more);
	dt_text_add(&more, "%s\n", text.bytes);
	ck_assert(!accepts_portable(more.bytes, more.size, &index));
	dt_text_free(&more);
	dt_text_free(&text);
}
END_TEST

static int
attempt(void *with)
{
	struct dt_text *file = with, note = { 0 };
	struct dt_portable read;
	struct dt_merkle_hash root = cast.leaves[0];
	dt_note_checkpoint(cast.log_key, 1, &root, &note);
	enum dt_status status = dt_note_cosign(cast.witness_key, 1, &note,
	    &err);
	bool failed = note.failed;
	dt_text_free(&note);
	if (status == DT_ENOMEM || failed)
		return 1;
	enum dt_verdict verdict = dt_portable_read(file->bytes, file->size,
	    &cast.log_pins, &cast.leaves[2], &read, &err);
	return verdict == DT_VERDICT_GOOD ? 0 :
	    verdict == DT_VERDICT_UNKNOWN ? 1 : 2;
}

START_TEST(every_failing_allocation_leaves_the_verdict_unknown)
{
	struct dt_text text = portable(2, 5);
	cast_fail_each(attempt, &text);
	dt_text_free(&text);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("note");
	TCase *tests = tcase_create("note");
	tcase_set_timeout(tests, 60);
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, published_checkpoint_comes_out_byte_for_byte);
	tcase_add_test(tests,
	    every_flipped_bit_of_the_published_checkpoint_is_refused);
	tcase_add_test(tests,
	    every_flipped_bit_of_a_cosigned_checkpoint_is_refused);
	tcase_add_test(tests, checkpoints_say_size_root_and_witnesses);
	tcase_add_test(tests, cosignatures_sign_time_and_body);
	tcase_add_test(tests, nothing_may_stand_between_or_behind);
	tcase_add_test(tests, unused_bits_of_base64_must_be_zero);
	tcase_add_test(tests, signed_nonsense_is_refused);
	tcase_add_test(tests,
	    witnesses_sign_once_in_order_and_with_keys_of_their_own);
	tcase_add_test(tests, portable_proofs_hold_for_their_entry_only);
	tcase_add_test(tests,
	    every_flipped_bit_of_a_portable_proof_is_refused);
	tcase_add_test(tests,
	    portable_proofs_have_the_published_form_and_no_extra);
	tcase_add_test(tests,
	    every_failing_allocation_leaves_the_verdict_unknown);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
