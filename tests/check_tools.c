/* check_tools: other people's programs take what we sign, and refuse it with
 * a bit flipped. A program that is not there is skipped, and said so. */
#include "proof/minisign.h"
#include "proof/pem.h"
#include "proof/signify.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cast.h"

static struct dt_error err;
static struct cast cast;
static struct dt_key *key;
static char folder[] = "/tmp/check_tools.XXXXXX";
static const char *const names[] = { "text", "pub", "sig", "pem", "out" };

static void
set_up(void)
{
	cast_begin(&cast, 1);
	key = cast.session[LAB_2];
	strcpy(folder + strlen(folder) - 6, "XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
}

static void
tear_down(void)
{
	for (size_t i = 0; i < 5; i++) {
		char path[64];
		snprintf(path, sizeof(path), "%s/%s", folder, names[i]);
		unlink(path);
	}
	rmdir(folder);
	cast_end(&cast);
}

static void
spit(const char *name, const void *bytes, size_t size)
{
	char path[64];
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	FILE *file = fopen(path, "wb");
	ck_assert_uint_eq(fwrite(bytes, 1, size, file), size);
	fclose(file);
}

static bool
runs(const char *command)
{
	char line[512];
	snprintf(line, sizeof(line), "cd %s && %s >out 2>&1", folder,
	    command);
	return system(line) == 0;
}

static bool
lacks(const char *tool)
{
	char line[128];
	snprintf(line, sizeof(line), "command -v %s", tool);
	if (runs(line))
		return false;
	printf("no %s here: skipped\n", tool);
	return true;
}

/* The tool takes the files, and refuses each of them with a bit of `bits`
 * flipped. Signature files are flipped where signed bytes are. */
static void
try_flips(const char *command, const char *name, const void *bytes,
    size_t size, size_t from, size_t to)
{
	char *copy = malloc(size);
	memcpy(copy, bytes, size);
	ck_assert_msg(runs(command), "refused: %s", command);
	for (size_t i = 0; i < 6; i++) {
		size_t at = from + i * (to - from - 1) / 5;
		copy[at] = (char)(copy[at] ^ 1);
		spit(name, copy, size);
		ck_assert_msg(!runs(command), "%s: byte %zu of %s", command,
		    at, name);
		copy[at] = (char)(copy[at] ^ 1);
	}
	spit(name, bytes, size);
	free(copy);
}

static struct dt_entry_signed
example(void)
{
	struct dt_entry opening = cast_opening(&cast, LAB_2, 7, 17, "PAUSE");
	struct dt_entry commit = cast_commitment(&cast, LAB_2, &opening);
	return cast_sign(&cast, key, &commit);
}

START_TEST(minisign_takes_ours_and_no_flipped_bit)
{
	static const char command[] = "minisign -V -p pub -x sig -m text";
	struct dt_entry_signed text = example();
	struct dt_text public = { 0 }, file = { 0 };
	if (lacks("minisign"))
		return;
	dt_minisign_public(&key->vkey, &public);
	ck_assert_int_eq(dt_minisign_sign(key, text.text, text.size,
	    "run 7 round 17", &file, &err), DT_OK);
	spit("text", text.text, text.size);
	spit("pub", public.bytes, public.size);
	spit("sig", file.bytes, file.size);
	try_flips(command, "text", text.text, text.size, 0, text.size);
	size_t line = strchr(file.bytes, '\n') + 1 - file.bytes;
	try_flips(command, "sig", file.bytes, file.size, line, line + 96);
	size_t comment = strstr(file.bytes, "trusted comment: run") + 17 -
	    file.bytes;
	try_flips(command, "sig", file.bytes, file.size, comment,
	    comment + 14);
	try_flips(command, "pub", public.bytes, public.size,
	    public.size - 40, public.size - 3);
	dt_text_free(&public);
	dt_text_free(&file);
}
END_TEST

START_TEST(signify_takes_ours_and_no_flipped_bit)
{
	static const char command[] =
	    "signify-openbsd -V -q -p pub -x sig -m text";
	struct dt_entry_signed text = example();
	struct dt_text public = { 0 }, file = { 0 };
	if (lacks("signify-openbsd"))
		return;
	dt_signify_public(&key->vkey, &public);
	dt_signify_sign(key, text.text, text.size, &file);
	spit("text", text.text, text.size);
	spit("pub", public.bytes, public.size);
	spit("sig", file.bytes, file.size);
	try_flips(command, "text", text.text, text.size, 0, text.size);
	try_flips(command, "sig", file.bytes, file.size, file.size - 90,
	    file.size - 4);
	try_flips(command, "pub", public.bytes, public.size,
	    public.size - 40, public.size - 3);
	dt_text_free(&public);
	dt_text_free(&file);
}
END_TEST

/* Any entry, and the body of any checkpoint, by its raw signature. */
START_TEST(openssl_takes_entries_and_checkpoints_and_no_flipped_bit)
{
	static const char command[] = "openssl pkeyutl -verify -rawin -pubin "
	    "-inkey pem -in text -sigfile sig";
	struct dt_entry_signed text = example();
	struct dt_text pem = { 0 };
	if (lacks("openssl"))
		return;
	dt_pem_public(&key->vkey, &pem);
	spit("pem", pem.bytes, pem.size);
	spit("text", text.text, text.size);
	spit("sig", text.signature, DT_SIGN_BYTES);
	try_flips(command, "text", text.text, text.size, 0, text.size);
	try_flips(command, "sig", text.signature, DT_SIGN_BYTES, 0,
	    DT_SIGN_BYTES);
	dt_text_free(&pem);

	struct dt_lines_word note = cast_checkpoint(&cast, 3);
	size_t body = (size_t)(strstr(note.at, "\n\n") + 1 - note.at);
	const char *line = note.at + body + 1 + strlen("\xe2\x80\x94 ") +
	    cast.log_key->vkey.name.size + 1;
	unsigned char blob[4 + DT_SIGN_BYTES];
	ck_assert(dt_lines_base64((struct dt_lines_word){ line, 92 }, blob,
	    sizeof(blob)));
	dt_pem_public(&cast.log_key->vkey, &pem);
	spit("pem", pem.bytes, pem.size);
	spit("text", note.at, body);
	spit("sig", blob + 4, DT_SIGN_BYTES);
	try_flips(command, "text", note.at, body, 0, body);
	dt_text_free(&pem);
}
END_TEST

static struct dt_text file;

static bool
is_minisign(const char *bytes, size_t size, void *with)
{
	return dt_minisign_verify(&key->vkey, with, strlen(with), bytes, size,
	    &err) == DT_VERDICT_GOOD;
}

START_TEST(our_minisign_refuses_every_flipped_bit)
{
	char text[] = "what is signed";
	ck_assert_int_eq(dt_minisign_sign(key, text, strlen(text), "trust",
	    &file, &err), DT_OK);
	cast_flip_each(file.bytes, file.size, is_minisign, text);
	text[0] ^= 1;
	ck_assert(!is_minisign(file.bytes, file.size, text));
	ck_assert_int_eq(dt_minisign_sign(key, text, 1, "two\nlines", &file,
	    &err), DT_EUSAGE);
	ck_assert_int_eq(dt_minisign_sign(key, text, 1, "", &file, &err),
	    DT_EUSAGE);
	dt_text_free(&file);
}
END_TEST

static bool
is_signify(const char *bytes, size_t size, void *with)
{
	return dt_signify_verify(&key->vkey, with, strlen(with), bytes, size,
	    &err) == DT_VERDICT_GOOD;
}

START_TEST(our_signify_refuses_every_flipped_bit)
{
	char text[] = "what is signed";
	dt_signify_sign(key, text, strlen(text), &file);
	cast_flip_each(file.bytes, file.size, is_signify, text);
	text[0] ^= 1;
	ck_assert(!is_signify(file.bytes, file.size, text));
	dt_text_free(&file);
}
END_TEST

static int
attempt(void *with)
{
	struct dt_text made = { 0 };
	(void)with;
	enum dt_status status = dt_minisign_sign(key, "x", 1, "trust", &made,
	    &err);
	if (status == DT_OK && dt_minisign_verify(&key->vkey, "x", 1,
	    made.bytes, made.size, &err) == DT_VERDICT_UNKNOWN)
		status = DT_ENOMEM;
	dt_text_free(&made);
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
	Suite *suite = suite_create("tools");
	TCase *tests = tcase_create("tools");
	tcase_set_timeout(tests, 60);
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests, minisign_takes_ours_and_no_flipped_bit);
	tcase_add_test(tests, signify_takes_ours_and_no_flipped_bit);
	tcase_add_test(tests,
	    openssl_takes_entries_and_checkpoints_and_no_flipped_bit);
	tcase_add_test(tests, our_minisign_refuses_every_flipped_bit);
	tcase_add_test(tests, our_signify_refuses_every_flipped_bit);
	tcase_add_test(tests, every_failing_allocation_is_told);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
