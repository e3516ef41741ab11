/* check_entry: the signed texts, in their one form, and who may sign them. */
#include "proof/entry.h"

#include <check.h>
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

/* The texts of evidence.md, section 2, to the byte. */
START_TEST(opening_and_commitment_have_the_bytes_of_the_specification)
{
	static const char wanted[] =
	    "detente.example/open/v1\nrun 7\nround 17\nagent lab-03\n"
	    "move PAUSE\nnonce AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
	struct dt_entry opening = { .kind = DT_ENTRY_OPEN, .run = 7,
		.round = 17, .agent = dt_lines_word("lab-03"),
		.move = dt_lines_word("PAUSE") };
	for (unsigned char i = 0; i < 32; i++)
		opening.nonce[i] = i;
	struct dt_entry_signed made = cast_sign(&cast, cast.session[LAB_2],
	    &opening);
	ck_assert_uint_eq(made.size, 113);
	ck_assert_uint_eq(made.size, sizeof(wanted) - 1);
	ck_assert_mem_eq(made.text, wanted, made.size);
	struct dt_entry commit = cast_commitment(&cast, LAB_2, &opening);
	made = cast_sign(&cast, cast.session[LAB_2], &commit);
	ck_assert_uint_eq(made.size, 105);
	ck_assert_int_eq(strncmp(made.text, "detente.example/commit/v1\nrun 7"
	    "\nround 17\nagent lab-03\ncommit ", 61), 0);
}
END_TEST

/* sha256sum and base64 of coreutils say what the commitment says. */
START_TEST(coreutils_check_a_commitment)
{
	if (system("command -v sha256sum xxd base64 >/dev/null") != 0) {
		puts("no sha256sum, xxd, base64: skipped");
		return;
	}
	struct dt_entry opening = cast_opening(&cast, LAB_2, 7, 17, "PAUSE");
	struct dt_entry commit = cast_commitment(&cast, LAB_2, &opening);
	struct dt_entry_signed a = cast_sign(&cast, cast.session[LAB_2],
	    &opening), b = cast_sign(&cast, cast.session[LAB_2], &commit);
	char line[4096];
	snprintf(line, sizeof(line), "test \"$(printf %%s '%.*s' | sha256sum | "
	    "cut -c1-64 | xxd -r -p | base64)\" = '%.44s'", (int)a.size,
	    a.text, b.text + b.size - 44);
	ck_assert_int_eq(system(line), 0);
}
END_TEST

/* One of each kind, all lines filled. */
static struct dt_entry
example(int kind)
{
	struct dt_entry e = { .kind = (enum dt_entry_kind)kind,
		.agent = dt_lines_word("lab-01"), .run = 7, .round = 17,
		.move = dt_lines_word("RACE"), .epoch = 3, .chunk = 5,
		.first_run = 100, .last_run = 199, .count = 1000,
		.role = dt_lines_word("party"), .awaited = 3,
		.key = cast.session[LAB_0]->vkey,
		.identity = cast.identity[LAB_0]->vkey };
	const char *role = dt_entry_role(e.kind);
	if (role != NULL)
		e.officer = dt_lines_word(role);
	memcpy(e.experiment, cast.experiment, DT_HASH_BYTES);
	memset(e.treaty, 1, 32);
	memset(e.hash, 2, 32);
	memset(e.nonce, 3, 32);
	for (int i = 0; i < 3; i++)
		memset(e.awaits[i], i + 1, 32);
	return e;
}

static const struct dt_key *
signer(int kind)
{
	const char *role = dt_entry_role((enum dt_entry_kind)kind);
	if (role != NULL)
		return cast.session[*role == 'i' ? INSPECTOR : REFEREE];
	return dt_entry_by((enum dt_entry_kind)kind) == DT_ENTRY_BY_IDENTITY ?
	    cast.identity[LAB_0] : cast.session[LAB_0];
}

/* parse(print(x)) == x, compared by printing again. */
START_TEST(every_kind_reads_back_as_it_was_written)
{
	struct dt_entry e = example(_i), read;
	struct dt_entry_signed made = cast_sign(&cast, signer(_i), &e);
	ck_assert_int_eq(dt_entry_read(made.text, made.size, &read, &err), 0);
	ck_assert_int_eq(read.kind, e.kind);
	struct dt_entry_signed again = cast_sign(&cast, signer(_i), &read);
	ck_assert_uint_eq(made.size, again.size);
	ck_assert_mem_eq(made.text, again.text, made.size);
	ck_assert_int_eq(dt_registry_check(&cast.registry, &made, &read,
	    &err), 0);
}
END_TEST

/* As struct, too: what is read has the members that were written. */
START_TEST(members_come_back)
{
	struct dt_entry e = example(DT_ENTRY_PLEDGE), read;
	struct dt_entry_signed made = cast_sign(&cast, signer(e.kind), &e);
	ck_assert_int_eq(dt_entry_read(made.text, made.size, &read, &err), 0);
	ck_assert_uint_eq(read.run, 7);
	ck_assert_uint_eq(read.round, 17);
	ck_assert_uint_eq(read.awaited, 3);
	ck_assert_mem_eq(read.awaits, e.awaits, 96);
	ck_assert_mem_eq(read.treaty, e.treaty, 32);
	ck_assert(dt_lines_is(read.agent, "lab-01"));
	e = example(DT_ENTRY_EPOCH);
	made = cast_sign(&cast, signer(e.kind), &e);
	ck_assert_int_eq(dt_entry_read(made.text, made.size, &read, &err), 0);
	ck_assert_uint_eq(read.first_run, 100);
	ck_assert_uint_eq(read.last_run, 199);
	ck_assert_uint_eq(read.epoch, 3);
	ck_assert_uint_eq(read.count, 1000);
	e = example(DT_ENTRY_MISSING);
	e.uncommitted = true;
	made = cast_sign(&cast, signer(e.kind), &e);
	ck_assert_int_eq(dt_entry_read(made.text, made.size, &read, &err), 0);
	ck_assert(read.uncommitted);
	ck_assert(dt_lines_is(read.officer, "referee"));
}
END_TEST

static bool
accepts(const char *bytes, size_t size, void *with)
{
	struct dt_entry_signed changed = { .text = bytes, .size = size };
	struct dt_entry entry;
	memcpy(changed.signature, with, DT_SIGN_BYTES);
	return dt_registry_check(&cast.registry, &changed, &entry,
	    &err) == DT_VERDICT_GOOD;
}

START_TEST(every_flipped_bit_of_a_signed_entry_is_refused)
{
	struct dt_entry e = example(_i);
	struct dt_entry_signed made = cast_sign(&cast, signer(_i), &e);
	cast_flip_each(made.text, made.size, accepts, made.signature);
}
END_TEST

static bool
accepts_signature(const char *bytes, size_t size, void *with)
{
	struct dt_entry_signed changed = *(struct dt_entry_signed *)with;
	struct dt_entry entry;
	memcpy(changed.signature, bytes, size);
	return dt_registry_check(&cast.registry, &changed, &entry,
	    &err) == DT_VERDICT_GOOD;
}

START_TEST(every_flipped_bit_of_a_signature_is_refused)
{
	struct dt_entry e = example(DT_ENTRY_COMMIT);
	struct dt_entry_signed made = cast_sign(&cast, signer(e.kind), &e);
	cast_flip_each((char *)made.signature, DT_SIGN_BYTES,
	    accepts_signature, &made);
}
END_TEST

/* A text in any other form has no meaning at all, signed or not. */
START_TEST(texts_in_another_form_are_malformed)
{
#define HEAD "detente.example/commit/v1\nrun 7\nround 17\nagent lab-03\n"
#define HASH "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="
	static const char *const bad[] = {
		"", "\n", "detente.example/commit/v1", HEAD,
		HEAD "commit " HASH "\n",                /* a last LF */
		HEAD "commit " HASH "\n\n", "\n" HEAD "commit " HASH,
		HEAD "commit " HASH "\ncommit " HASH,
		HEAD "commit " HASH " ",
		HEAD "commit  " HASH,
		HEAD "commit " HASH "\r",
		HEAD "commit "         /* trailing bits */
		    "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9=",
		HEAD "commit "         /* no padding */
		    "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8",
		HEAD "commit "         /* other alphabet */
		    "AAEC_wQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
		"detente.example/commit/v2\nrun 7\nround 17\nagent lab-03\n"
		    "commit " HASH,
		"detente.example/comit/v1\nrun 7\nround 17\nagent lab-03\n"
		    "commit " HASH,
		"detente.example/commit/v1\nrun 07\nround 17\nagent a\n"
		    "commit " HASH,
		"detente.example/commit/v1\nrun 0\nround 17\nagent a\n"
		    "commit " HASH,
		"detente.example/commit/v1\nrun +7\nround 17\nagent a\n"
		    "commit " HASH,
		"detente.example/commit/v1\nrun -7\nround 17\nagent a\n"
		    "commit " HASH,
		"detente.example/commit/v1\nrun 9223372036854775808\n"
		    "round 17\nagent a\ncommit " HASH,
		"detente.example/commit/v1\nround 17\nrun 7\nagent a\n"
		    "commit " HASH,
		"detente.example/commit/v1\nrun 7\nround 17\nagent A\n"
		    "commit " HASH,
		"detente.example/commit/v1\nrun 7\nround 17\nagent a b\n"
		    "commit " HASH,
		"detente.example/commit/v1\nrun 7\nround 17\nagent \xc3\xa9\n"
		    "commit " HASH,
		"detente.example/commit/v1\nrun 7\nround 17\nagent .a\n"
		    "commit " HASH,
		"detente.example/withdraw/v1\nrun 1\nround 1\nagent a\ntreaty "
		    HASH "\nawaits " HASH,
		"detente.example/pledge/v1\nrun 1\nround 1\nagent a\ntreaty "
		    HASH,                               /* no keys */
		"detente.example/pledge/v1\nrun 1\nround 1\nagent a\ntreaty "
		    HASH "\nawaits " HASH "\nawaits " HASH,
		"detente.example/epoch/v1\nagent a\nepoch 1\nfirst-run 2\n"
		    "last-run 1\ncommitments 1\nroot " HASH,
	};
	struct dt_entry e;
	static const char good[] = HEAD "commit " HASH;
	ck_assert_int_eq(dt_entry_read(good, sizeof(good) - 1, &e, &err), 0);
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(dt_entry_read(bad[i], strlen(bad[i]), &e,
		    &err) == DT_VERDICT_MALFORMED, "%s", bad[i]);
	ck_assert_int_eq(dt_entry_read(good, sizeof(good), &e, &err),
	    DT_VERDICT_MALFORMED);              /* a NUL behind it */
}
END_TEST

START_TEST(what_cannot_be_read_is_not_written)
{
	struct dt_entry bad[6];
	for (int i = 0; i < 6; i++)
		bad[i] = example(DT_ENTRY_PLEDGE);
	bad[0].run = 0;
	bad[1].agent = dt_lines_word("a\nround 3");
	bad[2].awaited = 0;
	bad[3].awaited = 65;
	memcpy(bad[4].awaits[2], bad[4].awaits[1], 32);
	bad[5] = example(DT_ENTRY_EPOCH);
	bad[5].last_run = 1;
	for (int i = 0; i < 6; i++) {
		struct dt_text text = { 0 };
		ck_assert_int_eq(dt_entry_print(&bad[i], &text, &err),
		    DT_EUSAGE);
		dt_text_free(&text);
	}
}
END_TEST

START_TEST(openings_open_their_commitment_only)
{
	struct dt_entry opening = cast_opening(&cast, LAB_0, 7, 17, "PAUSE");
	struct dt_entry commit = cast_commitment(&cast, LAB_0, &opening);
	struct dt_entry other = cast_opening(&cast, LAB_0, 7, 17, "RACE");
	struct dt_entry_signed text = cast_sign(&cast, cast.session[LAB_0],
	    &opening), lie = cast_sign(&cast, cast.session[LAB_0], &other);
	ck_assert(dt_entry_opens(&commit, &opening, text.text, text.size));
	ck_assert(!dt_entry_opens(&commit, &other, lie.text, lie.size));
	commit.round = 18;
	ck_assert(!dt_entry_opens(&commit, &opening, text.text, text.size));
}
END_TEST

/* Same run, round and agent, in another experiment of the same identity: the
 * session key is another, so the commitment is nobody's there. */
START_TEST(commitments_replayed_elsewhere_are_forged)
{
	struct cast elsewhere;
	cast_begin(&elsewhere, 2);
	struct dt_entry opening = cast_opening(&cast, LAB_0, 7, 17, "PAUSE");
	struct dt_entry commit = cast_commitment(&cast, LAB_0, &opening);
	struct dt_entry_signed here = cast_sign(&cast, cast.session[LAB_0],
	    &commit);
	struct dt_entry read;
	ck_assert(dt_vkey_same(&cast.identity[LAB_0]->vkey,
	    &elsewhere.identity[LAB_0]->vkey));
	ck_assert_int_eq(dt_registry_check(&cast.registry, &here, &read,
	    &err), DT_VERDICT_GOOD);
	ck_assert_int_eq(dt_registry_check(&elsewhere.registry, &here, &read,
	    &err), DT_VERDICT_FORGED);
	/* and its registration cannot be brought along */
	ck_assert_int_eq(dt_registry_add(&elsewhere.registry, &cast.log[0],
	    &err), DT_VERDICT_POINTLESS);
	/* even the hash is another, for nonces are the session's */
	struct dt_entry there = cast_opening(&elsewhere, LAB_0, 7, 17,
	    "PAUSE");
	ck_assert_mem_ne(there.nonce, opening.nonce, 32);
	cast_end(&elsewhere);
}
END_TEST

/* Each entry, signed by everybody who must not. */
START_TEST(nobody_signs_for_another)
{
	struct dt_entry e = example(_i), read;
	const struct dt_key *right = signer(_i);
	for (int who = 0; who < CAST_AGENTS; who++) {
		struct dt_entry_signed by = cast_sign(&cast,
		    cast.session[who], &e);
		ck_assert_int_eq(dt_registry_check(&cast.registry, &by, &read,
		    &err), right == cast.session[who] ? DT_VERDICT_GOOD :
		    DT_VERDICT_FORGED);
		by = cast_sign(&cast, cast.identity[who], &e);
		ck_assert_int_eq(dt_registry_check(&cast.registry, &by, &read,
		    &err), right == cast.identity[who] ? DT_VERDICT_GOOD :
		    DT_VERDICT_FORGED);
	}
}
END_TEST

/* A student's key says itself that it is there, in one class, once. No bit of
 * what it signed may be another. */
START_TEST(students_enrol_by_their_own_key)
{
	struct dt_entry e = { .kind = DT_ENTRY_ENROL,
		.key = cast.session[LAB_0]->vkey };
	memset(e.experiment, 7, sizeof(e.experiment));
	struct dt_entry_signed by = cast_sign(&cast, cast.session[LAB_0], &e);
	struct dt_entry_signed other = cast_sign(&cast, cast.session[LAB_1],
	    &e);
	struct dt_registry class = { .class = true, .block = 1 };
	ck_assert_int_eq(dt_registry_enrol(&class, &by, &err),
	    DT_VERDICT_POINTLESS);      /* another class */
	memset(class.class_digest, 7, sizeof(class.class_digest));
	ck_assert_int_eq(dt_registry_enrol(&class, &other, &err),
	    DT_VERDICT_FORGED);
	for (size_t bit = 0; bit < 8 * (by.size + DT_SIGN_BYTES); bit++) {
		char text[512];
		struct dt_entry_signed bad = by;
		memcpy(text, by.text, by.size);
		bad.text = text;
		if (bit < 8 * by.size)
			text[bit / 8] ^= (char)(1 << bit % 8);
		else
			bad.signature[bit / 8 - by.size] ^=
			    (unsigned char)(1 << bit % 8);
		ck_assert_int_ne(dt_registry_enrol(&class, &bad, &err),
		    DT_VERDICT_GOOD);
	}
	ck_assert_int_eq(dt_registry_enrol(&class, &by, &err),
	    DT_VERDICT_GOOD);
	ck_assert_int_eq(dt_registry_enrol(&class, &by, &err),
	    DT_VERDICT_POINTLESS);      /* again */
	dt_registry_free(&class);
}
END_TEST

START_TEST(roles_and_strangers_are_seen)
{
	struct dt_entry e = example(DT_ENTRY_FINDING), read;
	e.officer = dt_lines_word("lab-01");
	struct dt_entry_signed by = cast_sign(&cast, cast.session[LAB_0], &e);
	ck_assert_int_eq(dt_registry_check(&cast.registry, &by, &read, &err),
	    DT_VERDICT_STRANGER);
	e = example(DT_ENTRY_COMMIT);
	e.agent = dt_lines_word("lab-09");
	by = cast_sign(&cast, cast.session[LAB_0], &e);
	ck_assert_int_eq(dt_registry_check(&cast.registry, &by, &read, &err),
	    DT_VERDICT_STRANGER);
}
END_TEST

static struct dt_entry
registration(const struct cast *of, int who, const char *agent)
{
	struct dt_entry e = { .kind = DT_ENTRY_REGISTER,
		.agent = dt_lines_word(agent), .role = dt_lines_word("party"),
		.key = of->session[who]->vkey,
		.identity = of->identity[who]->vkey };
	memcpy(e.experiment, of->experiment, DT_HASH_BYTES);
	return e;
}

START_TEST(registrations_are_one_an_agent_and_by_pinned_identities)
{
	struct dt_registry fresh = { .pins = cast.pins,
		.pinned = CAST_AGENTS };
	memcpy(fresh.experiment, cast.experiment, DT_HASH_BYTES);
	struct dt_entry e = registration(&cast, LAB_0, "lab-02");
	struct dt_entry_signed s = cast_sign(&cast, cast.identity[LAB_0], &e);
	ck_assert_int_eq(dt_registry_add(&fresh, &s, &err),
	    DT_VERDICT_STRANGER);               /* pinned as lab-01 */
	e = registration(&cast, LAB_0, "lab-01");
	s = cast_sign(&cast, cast.identity[LAB_1], &e);
	ck_assert_int_eq(dt_registry_add(&fresh, &s, &err),
	    DT_VERDICT_FORGED);
	e.key = cast.session[LAB_1]->vkey;      /* somebody else's key */
	s = cast_sign(&cast, cast.identity[LAB_0], &e);
	ck_assert_int_eq(dt_registry_add(&fresh, &s, &err),
	    DT_VERDICT_POINTLESS);
	e = registration(&cast, LAB_0, "lab-01");
	s = cast_sign(&cast, cast.identity[LAB_0], &e);
	ck_assert_int_eq(dt_registry_add(&fresh, &s, &err), DT_VERDICT_GOOD);
	ck_assert_int_eq(dt_registry_add(&fresh, &s, &err),
	    DT_VERDICT_POINTLESS);
	dt_registry_free(&fresh);
	fresh.pinned = 0;
	ck_assert_int_eq(dt_registry_add(&fresh, &s, &err),
	    DT_VERDICT_STRANGER);
	fresh.pins = NULL;                      /* trusts what it is told */
	ck_assert_int_eq(dt_registry_add(&fresh, &s, &err), DT_VERDICT_GOOD);
	dt_registry_free(&fresh);
}
END_TEST

START_TEST(slots_tell_what_a_text_is_about)
{
	struct dt_entry a = example(DT_ENTRY_COMMIT), b = a, c = a;
	memset(b.hash, 9, 32);
	c.round = 18;
	struct dt_entry_signed sa = cast_sign(&cast, cast.session[0], &a);
	struct dt_entry_signed sb = cast_sign(&cast, cast.session[0], &b);
	struct dt_entry_signed sc = cast_sign(&cast, cast.session[0], &c);
	ck_assert(dt_entry_same_slot(&sa, &sb));
	ck_assert(!dt_entry_same_slot(&sa, &sc));
	a.kind = DT_ENTRY_LEDGER;
	sc = cast_sign(&cast, cast.session[0], &a);
	ck_assert(!dt_entry_same_slot(&sa, &sc));
}
END_TEST

static int
check_all(void *with)
{
	struct dt_registry fresh = { .pins = cast.pins,
		.pinned = CAST_AGENTS };
	struct dt_entry entry;
	(void)with;
	memcpy(fresh.experiment, cast.experiment, DT_HASH_BYTES);
	enum dt_verdict verdict = DT_VERDICT_GOOD;
	for (uint64_t i = 0; i < cast.n && verdict == 0; i++) {
		verdict = dt_registry_add(&fresh, &cast.log[i], &err);
		if (verdict == DT_VERDICT_GOOD)
			verdict = dt_registry_check(&fresh, &cast.log[i],
			    &entry, &err);
	}
	dt_registry_free(&fresh);
	return verdict == DT_VERDICT_GOOD ? 0 :
	    verdict == DT_VERDICT_UNKNOWN ? 1 : 2;
}

START_TEST(every_failing_allocation_leaves_the_verdict_unknown)
{
	cast_fail_each(check_all, NULL);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("entry");
	TCase *tests = tcase_create("entry");
	tcase_set_timeout(tests, 60);
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests,
	    opening_and_commitment_have_the_bytes_of_the_specification);
	tcase_add_test(tests, coreutils_check_a_commitment);
	tcase_add_loop_test(tests, every_kind_reads_back_as_it_was_written, 0,
	    DT_ENTRY_ENROL);
	tcase_add_test(tests, members_come_back);
	tcase_add_loop_test(tests,
	    every_flipped_bit_of_a_signed_entry_is_refused, 0,
	    DT_ENTRY_ENROL);
	tcase_add_test(tests, every_flipped_bit_of_a_signature_is_refused);
	tcase_add_test(tests, texts_in_another_form_are_malformed);
	tcase_add_test(tests, what_cannot_be_read_is_not_written);
	tcase_add_test(tests, openings_open_their_commitment_only);
	tcase_add_test(tests, commitments_replayed_elsewhere_are_forged);
	tcase_add_test(tests, students_enrol_by_their_own_key);
	tcase_add_loop_test(tests, nobody_signs_for_another, 1,
	    DT_ENTRY_ENROL);
	tcase_add_test(tests, roles_and_strangers_are_seen);
	tcase_add_test(tests,
	    registrations_are_one_an_agent_and_by_pinned_identities);
	tcase_add_test(tests, slots_tell_what_a_text_is_about);
	tcase_add_test(tests,
	    every_failing_allocation_leaves_the_verdict_unknown);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
