/* check_key: Ed25519 strictly, keys and what is derived of them, key files. */
#include "proof/key.h"

#include <check.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cast.h"
#include "proof/blake.h"
#include "proof/key_internal.h"

static struct dt_error err;
static char folder[] = "/tmp/check_key.XXXXXX";
static char path[64];

static void
set_up(void)
{
	ck_assert_int_eq(dt_sign_init(&err), DT_OK);
	strcpy(folder + strlen(folder) - 6, "XXXXXX");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/key", folder);
}

static void
tear_down(void)
{
	unlink(path);
	rmdir(folder);
}

/* A point of order 8 (published with Curve25519), added to the key. */
static void
mix(unsigned char public[32])
{
	unsigned char order8[32];
	sodium_hex2bin(order8, 32, "c7176a703d4dd84fba3c0b760d10670f"
	    "2a2053fa2c39ccc64ec7fd7792ac037a", 64, NULL, NULL, NULL);
	ck_assert_int_eq(crypto_core_ed25519_add(public, public, order8), 0);
}

/*
 * With A' = A + T, T of order 8, S B = R + h A' needs h T = 0: one message in
 * eight. So libsodium alone takes some signatures under a mixed-order key, and
 * which ones depends on the verifier. Here such a key is no key.
 */
START_TEST(mixed_order_keys_verify_at_times_and_are_refused)
{
	unsigned char seed[32] = { 7 }, public[32], secret[64], signature[64];
	int taken = 0;
	crypto_sign_seed_keypair(public, secret, seed);
	mix(public);
	memcpy(secret + 32, public, 32);        /* h is over A' */
	for (unsigned char m = 0; m < 64; m++) {
		crypto_sign_detached(signature, NULL, &m, 1, secret);
		taken += crypto_sign_verify_detached(signature, &m, 1,
		    public) == 0;
		ck_assert(!dt_sign_verify_slowly(public, &m, 1, signature));
	}
	ck_assert_int_gt(taken, 0);
	ck_assert_int_lt(taken, 32);
	struct dt_vkey vkey;
	ck_assert(!dt_vkey_make(&vkey, dt_lines_word("a"), DT_VKEY_ED25519,
	    public));
}
END_TEST

/* r = 0: R is the identity, S = h a. The equation holds for anybody's key, and
 * verifiers that do not look at R take it. */
START_TEST(identity_as_r_is_refused)
{
	unsigned char seed[32] = { 9 }, public[32], secret[64], a[64];
	unsigned char signature[64] = { 1 }, h[64], message[3] = "abc";
	crypto_hash_sha512_state state;
	crypto_sign_seed_keypair(public, secret, seed);
	crypto_hash_sha512(a, seed, 32);
	a[0] &= 248;
	a[31] = (unsigned char)((a[31] & 127) | 64);
	crypto_hash_sha512_init(&state);
	crypto_hash_sha512_update(&state, signature, 32);
	crypto_hash_sha512_update(&state, public, 32);
	crypto_hash_sha512_update(&state, message, 3);
	crypto_hash_sha512_final(&state, h);
	unsigned char scalar[32], reduced[32], wide[64] = { 0 };
	crypto_core_ed25519_scalar_reduce(reduced, h);
	memcpy(wide, a, 32);
	crypto_core_ed25519_scalar_reduce(scalar, wide);
	crypto_core_ed25519_scalar_mul(signature + 32, reduced, scalar);
	ck_assert(!dt_sign_verify(public, message, 3, signature));
	ck_assert(!dt_sign_verify_slowly(public, message, 3, signature));
}
END_TEST

/* The group's order, added to S: the same signature to who does not look. */
START_TEST(s_beyond_the_order_is_refused)
{
	static const unsigned char order[32] = { 0xed, 0xd3, 0xf5, 0x5c, 0x1a,
		0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde,
		0x14, [31] = 0x10 };
	unsigned char seed[32] = { 3 }, public[32], secret[64], signature[64];
	crypto_sign_seed_keypair(public, secret, seed);
	dt_sign_make(secret, "x", 1, signature);
	ck_assert(dt_sign_verify(public, "x", 1, signature));
	sodium_add(signature + 32, order, 32);
	ck_assert(!dt_sign_verify(public, "x", 1, signature));
	ck_assert(!dt_sign_verify_slowly(public, "x", 1, signature));
}
END_TEST

/* The proof is in sign.h: with a good key, looking at R changes nothing.
 * Tried on every bit flip, on mixed and foreign R, and on good signatures. */
START_TEST(looking_at_r_changes_no_verdict)
{
	unsigned char seed[32] = { 5 }, public[32], secret[64], signature[64];
	crypto_sign_seed_keypair(public, secret, seed);
	for (unsigned char m = 0; m < 4; m++) {
		dt_sign_make(secret, &m, 1, signature);
		ck_assert(dt_sign_verify(public, &m, 1, signature));
		ck_assert(dt_sign_verify_slowly(public, &m, 1, signature));
		for (int bit = 0; bit < 512; bit++) {
			signature[bit / 8] ^= (unsigned char)(1 << bit % 8);
			ck_assert(!dt_sign_verify(public, &m, 1, signature));
			ck_assert(!dt_sign_verify_slowly(public, &m, 1,
			    signature));
			signature[bit / 8] ^= (unsigned char)(1 << bit % 8);
		}
		mix(signature);
		ck_assert(!dt_sign_verify(public, &m, 1, signature));
		memcpy(signature, public, 32);
		ck_assert(!dt_sign_verify(public, &m, 1, signature));
	}
}
END_TEST

START_TEST(small_and_careless_points_are_no_keys)
{
	static const char *const bad[] = {
		"0100000000000000000000000000000000000000000000000000000000000000",
		"0000000000000000000000000000000000000000000000000000000000000000",
		"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
		"eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
		"0200000000000000000000000000000000000000000000000000000000000000",
	};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		unsigned char point[32];
		ck_assert(dt_lines_hex(dt_lines_word(bad[i]), point, 32));
		ck_assert(!dt_sign_is_point(point));
	}
}
END_TEST

/* The vkey of evidence.md, section 3. */
START_TEST(vkeys_print_and_read_back)
{
	static const char known[] = "simagents.example/run/7+a53ba65f+"
	    "AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
	unsigned char seed[32];
	struct dt_key *key;
	struct dt_vkey vkey;
	struct dt_text text = { 0 };
	for (unsigned char i = 0; i < 32; i++)
		seed[i] = i;
	ck_assert_int_eq(dt_key_from_seed(&key, "simagents.example/run/7",
	    seed, &err), DT_OK);
	dt_vkey_print(&key->vkey, &text);
	ck_assert_str_eq(text.bytes, known);
	ck_assert(dt_vkey_read(&vkey, dt_lines_word(known)));
	ck_assert(dt_vkey_same(&vkey, &key->vkey));
	dt_text_free(&text);
	dt_key_free(key);
}
END_TEST

static bool
reads_vkey(const char *bytes, size_t size, void *with)
{
	struct dt_vkey vkey;
	(void)with;
	return dt_vkey_read(&vkey, (struct dt_lines_word){ bytes, size });
}

START_TEST(vkeys_refuse_every_flipped_bit)
{
	static const char known[] = "simagents.example/run/7+a53ba65f+"
	    "AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4";
	cast_flip_each(known, sizeof(known) - 1, reads_vkey, NULL);
}
END_TEST

/* Same seed, same key; another seed, agent or experiment, another key. */
START_TEST(simulated_keys_follow_from_seed_agent_and_experiment)
{
	unsigned char e1[32] = { 1 }, e2[32] = { 2 };
	struct dt_key *a, *again, *b, *other, *s1, *s2;
	dt_key_simulate(&a, 1, "lab-01", &err);
	dt_key_simulate(&again, 1, "lab-01", &err);
	dt_key_simulate(&b, 1, "lab-02", &err);
	dt_key_simulate(&other, 2, "lab-01", &err);
	dt_key_session(&s1, a, e1, &err);
	dt_key_session(&s2, a, e2, &err);
	ck_assert_str_eq(a->name, "sim/lab-01");
	ck_assert_str_eq(s1->name, "sim/lab-01/0100000000000000");
	ck_assert(dt_key_says_simulated(s1->vkey.name));
	ck_assert(dt_vkey_same(&a->vkey, &again->vkey));
	ck_assert(!dt_vkey_same_point(&a->vkey, &b->vkey));
	ck_assert(!dt_vkey_same_point(&a->vkey, &other->vkey));
	ck_assert(!dt_vkey_same_point(&s1->vkey, &a->vkey));
	ck_assert(!dt_vkey_same_point(&s1->vkey, &s2->vkey));
	ck_assert(dt_key_is_session_name(s1->vkey.name, a->vkey.name, e1));
	ck_assert(!dt_key_is_session_name(s1->vkey.name, a->vkey.name, e2));
	ck_assert(!dt_key_is_session_name(s1->vkey.name, b->vkey.name, e1));
	struct dt_key *all[] = { a, again, b, other, s1, s2 };
	for (size_t i = 0; i < 6; i++)
		dt_key_free(all[i]);
}
END_TEST

START_TEST(nonces_differ_by_run_round_and_key_and_come_again)
{
	unsigned char e1[32] = { 1 }, e2[32] = { 2 }, nonces[40][32];
	struct dt_key *a, *s[2];
	size_t n = 0;
	dt_key_simulate(&a, 1, "lab-01", &err);
	dt_key_session(&s[0], a, e1, &err);
	dt_key_session(&s[1], a, e2, &err);
	for (size_t i = 0; i < 40; i++) {
		dt_key_nonce(s[i / 20], i / 5 % 4, i % 5, nonces[n]);
		for (size_t j = 0; j < n; j++)
			ck_assert_mem_ne(nonces[j], nonces[n], 32);
		n++;
	}
	unsigned char again[32];
	dt_key_nonce(s[0], 0, 3, again);
	ck_assert_mem_eq(again, nonces[3], 32);
	dt_key_free(s[0]);
	dt_key_free(s[1]);
	dt_key_free(a);
}
END_TEST

static bool
is_derivable(const struct dt_key *key, uint64_t seed)
{
	static const char *const agents[] = { "lab-01", "lab-02" };
	unsigned char experiment[32] = { 1 };
	bool derivable = false;
	ck_assert_int_eq(dt_key_is_derivable(&key->vkey, seed, agents, 2,
	    experiment, &derivable, &err), DT_OK);
	return derivable;
}

/* A key is named as one pleases: what counts is whether the seed gives it. */
/* libsodium's crypto_kdf is the reference; keys and numbers by its generator,
 * 1 to 17 keys at a time, over each way that this processor has. */
START_TEST(many_derived_at_once_are_those_of_libsodium)
{
	enum { MOST = 17 };
	static const unsigned char seed[randombytes_SEEDBYTES] = { 14 };
	unsigned char keys[MOST][DT_BLAKE_KEY], made[MOST][DT_BLAKE_KEY];
	const unsigned char *at[MOST];
	for (size_t i = 0; i < MOST; i++)
		at[i] = keys[i];
	randombytes_buf_deterministic(keys, sizeof(keys), seed);
	for (int way = DT_BLAKE_SODIUM; way <= DT_BLAKE_AVX512; way++) {
		if (!dt_blake_use((enum dt_blake_way)way))
			continue;
		ck_assert(dt_blake_check());
		for (size_t n = 1; n <= MOST; n++) {
			uint64_t number = n * 0x9e3779b97f4a7c15;
			unsigned char by_sodium[DT_BLAKE_KEY];
			dt_blake_derive(at, n, number, "dt__test", made);
			for (size_t i = 0; i < n; i++) {
				crypto_kdf_derive_from_key(by_sodium,
				    sizeof(by_sodium), number, "dt__test",
				    keys[i]);
				ck_assert_mem_eq(by_sodium, made[i],
				    sizeof(by_sodium));
			}
		}
	}
}
END_TEST

/* Each as dt_key_nonce makes it alone. */
START_TEST(nonces_of_many_sessions_are_those_of_each)
{
	enum { N = 11 };
	struct dt_key *keys[N];
	const struct dt_key *sessions[N];
	unsigned char all[N][DT_KEY_NONCE], one[DT_KEY_NONCE];
	for (size_t i = 0; i < N; i++) {
		char name[16];
		snprintf(name, sizeof(name), "lab-%zu", i);
		ck_assert_int_eq(dt_key_simulate(&keys[i], 7, name, NULL),
		    DT_OK);
		sessions[i] = keys[i];
	}
	dt_key_nonces(sessions, N, 3, 5, all);
	for (size_t i = 0; i < N; i++) {
		dt_key_nonce(sessions[i], 3, 5, one);
		ck_assert_mem_eq(one, all[i], sizeof(one));
		dt_key_free(keys[i]);
	}
}
END_TEST

START_TEST(real_names_do_not_hide_a_key_from_the_seed)
{
	unsigned char experiment[32] = { 1 }, naive[32] = { 42 };
	struct dt_key *a, *s, *disguised, *lazy, *real;
	dt_key_simulate(&a, 42, "lab-02", &err);
	dt_key_session(&s, a, experiment, &err);
	dt_key_from_seed(&disguised, "us-inspectorate", s->secret->sign,
	    &err);
	dt_key_from_seed(&lazy, "lazy", naive, &err);
	dt_key_new(&real, "real", &err);
	ck_assert(is_derivable(a, 42));
	ck_assert(is_derivable(disguised, 42));
	ck_assert(is_derivable(lazy, 42));
	ck_assert(!is_derivable(real, 42));
	ck_assert(!is_derivable(disguised, 43));
	struct dt_key *all[] = { a, s, disguised, lazy, real };
	for (size_t i = 0; i < 5; i++)
		dt_key_free(all[i]);
}
END_TEST

START_TEST(names_that_break_lines_are_refused)
{
	unsigned char seed[32] = { 1 };
	struct dt_key *key;
	char longest[257];
	memset(longest, 'a', 256);
	longest[256] = '\0';
	const char *const bad[] = { "", "a b", "a+b", "a\nb", "\xc3\xa9",
		longest };
	for (size_t i = 0; i < 6; i++) {
		ck_assert_int_eq(dt_key_from_seed(&key, bad[i], seed, &err),
		    DT_EUSAGE);
		ck_assert_ptr_null(key);
	}
	ck_assert_int_eq(dt_key_from_seed(&key, longest + 1, seed, &err),
	    DT_OK);
	dt_key_free(key);
	ck_assert_int_eq(dt_key_new(&key, "sim/real", &err), DT_EUSAGE);
}
END_TEST

/* The file as text, to be changed; the caller frees. */
static char *
slurp(size_t *size)
{
	char *bytes = calloc(1, 8192);
	FILE *file = fopen(path, "rb");
	*size = fread(bytes, 1, 8191, file);
	fclose(file);
	return bytes;
}

static void
spit(const char *bytes, size_t size)
{
	FILE *file = fopen(path, "wb");
	fwrite(bytes, 1, size, file);
	fclose(file);
}

static enum dt_status
reread(const char *passphrase, const struct dt_key *wanted)
{
	struct dt_key *key;
	enum dt_status status = dt_key_read(&key, path, passphrase, &err);
	ck_assert_int_eq(status == DT_OK, key != NULL);
	if (key != NULL)
		ck_assert(dt_vkey_same(&key->vkey, &wanted->vkey));
	dt_key_free(key);
	return status;
}

START_TEST(sealed_keys_open_by_their_passphrase_only)
{
	struct dt_key *key;
	struct stat st;
	bool sealed = false;
	dt_key_new(&key, "us-inspectorate", &err);
	umask(0);
	ck_assert_int_eq(dt_key_write(key, path, "correct horse",
	    DT_KEY_INTERACTIVE, &err), DT_OK);
	ck_assert_int_eq(stat(path, &st), 0);
	ck_assert_int_eq(st.st_mode & 07777, 0600);
	ck_assert_int_eq(dt_key_is_sealed(path, &sealed, &err), DT_OK);
	ck_assert(sealed);
	ck_assert_int_eq(reread("correct horse", key), DT_OK);
	ck_assert_int_eq(reread("wrong horse", key), DT_EINPUT);
	ck_assert_ptr_nonnull(strstr(err.message, "passphrase is wrong"));
	ck_assert_int_eq(reread("", key), DT_EINPUT);
	ck_assert_ptr_nonnull(strstr(err.message, "passphrase is needed"));
	dt_key_free(key);
}
END_TEST

/* One bit in each character: the seal is over all of the head. */
START_TEST(changed_key_files_are_refused)
{
	struct dt_key *key;
	size_t size;
	dt_key_new(&key, "us-inspectorate", &err);
	ck_assert_int_eq(dt_key_write(key, path, "horse", DT_KEY_INTERACTIVE,
	    &err), DT_OK);
	char *bytes = slurp(&size);
	for (size_t at = 0; at < size; at += 7) {
		bytes[at] ^= 1;
		spit(bytes, size);
		ck_assert_int_ne(reread("horse", key), DT_OK);
		bytes[at] ^= 1;
	}
	bytes[size] = '\n';
	spit(bytes, size + 1);
	ck_assert_int_eq(reread("horse", key), DT_EINPUT);
	spit(bytes, size - 1);
	ck_assert_int_eq(reread("horse", key), DT_EINPUT);
	free(bytes);
	dt_key_free(key);
}
END_TEST

START_TEST(open_keys_are_read_and_their_damage_seen)
{
	struct dt_key *key;
	bool sealed = true;
	size_t size;
	dt_key_new(&key, "referee", &err);
	ck_assert_int_eq(dt_key_write(key, path, NULL, DT_KEY_MODERATE, &err),
	    DT_OK);
	ck_assert_int_eq(reread(NULL, key), DT_OK);
	ck_assert_int_eq(dt_key_is_sealed(path, &sealed, &err), DT_OK);
	ck_assert(!sealed);
	char *bytes = slurp(&size);
	for (size_t bit = 8 * (strstr(bytes, "public") - bytes);
	    bit < 8 * size; bit++) {
		bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
		spit(bytes, size);
		ck_assert_int_ne(reread(NULL, key), DT_OK);
		bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
	}
	free(bytes);
	dt_key_free(key);
}
END_TEST

START_TEST(files_that_others_may_touch_are_refused)
{
	struct dt_key *key;
	char other[64];
	dt_key_new(&key, "referee", &err);
	ck_assert_int_eq(dt_key_write(key, path, NULL, 0, &err), DT_OK);
	ck_assert_int_eq(dt_key_write(key, path, NULL, 0, &err), DT_EIO);
	ck_assert_ptr_nonnull(strstr(err.message, "not overwritten"));
	chmod(path, 0640);
	ck_assert_int_eq(reread(NULL, key), DT_EIO);
	ck_assert_ptr_nonnull(strstr(err.message, "chmod 600"));
	chmod(path, 0600);
	snprintf(other, sizeof(other), "%s/link", folder);
	ck_assert_int_eq(symlink(path, other), 0);
	struct dt_key *read = NULL;
	ck_assert_int_eq(dt_key_read(&read, other, NULL, &err), DT_EIO);
	ck_assert_ptr_nonnull(strstr(err.message, "symbolic link"));
	unlink(path);
	ck_assert_int_ne(dt_key_write(key, other, NULL, 0, &err), DT_OK);
	ck_assert_int_ne(access(path, F_OK), 0);
	unlink(other);
	ck_assert_int_eq(dt_key_read(&read, path, NULL, &err), DT_EIO);
	ck_assert_int_eq(dt_key_read(&read, folder, NULL, &err), DT_EIO);
	ck_assert_ptr_nonnull(strstr(err.message, "is no file"));
	dt_key_free(key);
}
END_TEST

static int
live(void *with)
{
	struct dt_key *a = NULL, *s = NULL, *read = NULL;
	unsigned char experiment[32] = { 1 };
	bool derivable;
	(void)with;
	enum dt_status status = dt_key_simulate(&a, 1, "lab-01", &err);
	if (status == DT_OK)
		status = dt_key_session(&s, a, experiment, &err);
	if (status == DT_OK)
		status = dt_key_is_derivable(&s->vkey, 2,
		    &(const char *){ "x" }, 1, experiment, &derivable, &err);
	if (status == DT_OK)
		status = dt_key_write(s, path, NULL, 0, &err);
	if (status == DT_OK)
		status = dt_key_read(&read, path, NULL, &err);
	unlink(path);
	dt_key_free(read);
	dt_key_free(s);
	dt_key_free(a);
	return status == DT_OK ? 0 : status == DT_ENOMEM ? 1 : 2;
}

START_TEST(every_failing_allocation_is_told_and_leaves_no_file)
{
	cast_fail_each(live, NULL);
	ck_assert_int_ne(access(path, F_OK), 0);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("key");
	TCase *tests = tcase_create("key");
	tcase_set_timeout(tests, 120);
	tcase_add_checked_fixture(tests, set_up, tear_down);
	tcase_add_test(tests,
	    mixed_order_keys_verify_at_times_and_are_refused);
	tcase_add_test(tests, identity_as_r_is_refused);
	tcase_add_test(tests, s_beyond_the_order_is_refused);
	tcase_add_test(tests, looking_at_r_changes_no_verdict);
	tcase_add_test(tests, small_and_careless_points_are_no_keys);
	tcase_add_test(tests, vkeys_print_and_read_back);
	tcase_add_test(tests, vkeys_refuse_every_flipped_bit);
	tcase_add_test(tests,
	    simulated_keys_follow_from_seed_agent_and_experiment);
	tcase_add_test(tests,
	    nonces_differ_by_run_round_and_key_and_come_again);
	tcase_add_test(tests, many_derived_at_once_are_those_of_libsodium);
	tcase_add_test(tests, nonces_of_many_sessions_are_those_of_each);
	tcase_add_test(tests, real_names_do_not_hide_a_key_from_the_seed);
	tcase_add_test(tests, names_that_break_lines_are_refused);
	tcase_add_test(tests, sealed_keys_open_by_their_passphrase_only);
	tcase_add_test(tests, changed_key_files_are_refused);
	tcase_add_test(tests, open_keys_are_read_and_their_damage_seen);
	tcase_add_test(tests, files_that_others_may_touch_are_refused);
	tcase_add_test(tests,
	    every_failing_allocation_is_told_and_leaves_no_file);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
