/*
 * What evidence costs, beside libsodium's own calls in the same run.
 *
 * Signing: the text of a commitment written and signed, beside bare
 * crypto_sign_detached of the same bytes. Verification: the strict one, beside
 * bare crypto_sign_verify_detached; and an entry of a log read, looked up and
 * verified. Appending: a leaf into the tree, beside one bare SHA-256 of the 65
 * bytes of a node. Rates are a second of this process's processor time,
 * medians of five, each of forty slices of both in turn, so that what else
 * the machine does falls on both. Usage: bench_proof
 */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "proof/entry.h"
#include "proof/key.h"
#include "proof/merkle.h"
#include "proof/registry.h"

enum { REPEATS = 5, SLICES = 40, SIGNATURES = 100, LEAVES = 25000 };

static struct dt_error err;
static struct dt_key *identity, *session;
static struct dt_registry registry;
static unsigned char raw_secret[64], public[32], experiment[32] = { 1 };
static struct dt_text commitment;
static struct dt_entry_signed signed_entry;
static struct dt_merkle_hash leaves[1024];

static double
seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void
need(int good, const char *what)
{
	if (!good) {
		fprintf(stderr, "bench_proof: %s\n", what);
		exit(1);
	}
}

static void
print_commitment(uint64_t round, struct dt_text *text)
{
	struct dt_entry commit = { .kind = DT_ENTRY_COMMIT, .run = 7,
		.round = round, .agent = dt_lines_word("lab-03") };
	memset(commit.hash, 1, 32);
	need(dt_entry_print(&commit, text, &err) == DT_OK, "print");
}

static void
register_agent(void)
{
	struct dt_entry e = { .kind = DT_ENTRY_REGISTER,
		.agent = dt_lines_word("lab-03"),
		.role = dt_lines_word("party"), .key = session->vkey,
		.identity = identity->vkey };
	struct dt_text text = { 0 };
	memcpy(e.experiment, experiment, 32);
	memcpy(registry.experiment, experiment, 32);
	need(dt_entry_print(&e, &text, &err) == DT_OK, err.message);
	struct dt_entry_signed made = { .text = text.bytes,
		.size = text.size };
	dt_key_sign(identity, text.bytes, text.size, made.signature);
	need(dt_registry_add(&registry, &made, &err) == 0, err.message);
	dt_text_free(&text);
}

static void
prepare(void)
{
	need(dt_sign_init(&err) == DT_OK, err.message);
	need(dt_key_simulate(&identity, 1, "lab-03", &err) == DT_OK, "key");
	need(dt_key_session(&session, identity, experiment, &err) == DT_OK,
	    "session");
	crypto_sign_keypair(public, raw_secret);
	register_agent();
	print_commitment(17, &commitment);
	signed_entry = (struct dt_entry_signed){ .text = commitment.bytes,
		.size = commitment.size };
	dt_key_sign(session, commitment.bytes, commitment.size,
	    signed_entry.signature);
	for (size_t i = 0; i < 1024; i++)
		dt_merkle_leaf(&i, sizeof(i), &leaves[i]);
}

static void
sign_bare(void)
{
	unsigned char signature[64];
	for (int i = 0; i < SIGNATURES; i++)
		crypto_sign_detached(signature, NULL,
		    (const unsigned char *)signed_entry.text,
		    signed_entry.size, raw_secret);
}

static void
sign_ours(void)
{
	unsigned char signature[64];
	for (int i = 0; i < SIGNATURES; i++) {
		struct dt_text text = { 0 };
		print_commitment((uint64_t)i + 1, &text);
		dt_key_sign(session, text.bytes, text.size, signature);
		dt_text_free(&text);
	}
}

static void
verify_bare(void)
{
	for (int i = 0; i < SIGNATURES; i++)
		need(crypto_sign_verify_detached(signed_entry.signature,
		    (const unsigned char *)signed_entry.text,
		    signed_entry.size, session->vkey.public) == 0, "verify");
}

static void
verify_ours(void)
{
	for (int i = 0; i < SIGNATURES; i++)
		need(dt_sign_verify(session->vkey.public, signed_entry.text,
		    signed_entry.size, signed_entry.signature), "verify");
}

static void
verify_slowly(void)
{
	for (int i = 0; i < SIGNATURES; i++)
		need(dt_sign_verify_slowly(session->vkey.public,
		    signed_entry.text, signed_entry.size,
		    signed_entry.signature), "verify");
}

static void
check_entries(void)
{
	struct dt_entry entry;
	for (int i = 0; i < SIGNATURES; i++)
		need(dt_registry_check(&registry, &signed_entry, &entry,
		    &err) == DT_VERDICT_GOOD, "entry");
}

static void
hash_bare(void)
{
	unsigned char bytes[65] = { 1 }, digest[32];
	for (int i = 0; i < LEAVES; i++) {
		crypto_hash_sha256(digest, bytes, sizeof(bytes));
		memcpy(bytes + 1, digest, 32);
	}
}

/* One tree that grows to five million leaves. */
static void
append_ours(void)
{
	static struct dt_merkle tree;
	struct dt_merkle_hash root;
	for (int i = 0; i < LEAVES; i++)
		dt_merkle_add(&tree, &leaves[i % 1024]);
	dt_merkle_root(&tree, &root);
}

static int
by_size(const void *a, const void *b)
{
	const double *x = a, *y = b;
	return (*x > *y) - (*x < *y);
}

static double
middle(double *times)
{
	qsort(times, REPEATS, sizeof(*times), by_size);
	return times[REPEATS / 2];
}

static void
compare(const char *what, void (*bare)(void), void (*ours)(void), int n)
{
	double base[REPEATS] = { 0 }, time[REPEATS] = { 0 };
	for (int i = 0; i < REPEATS * SLICES; i++) {
		double start = seconds();
		bare();
		double between = seconds();
		ours();
		base[i / SLICES] += between - start;
		time[i / SLICES] += seconds() - between;
	}
	double floor = n * SLICES / middle(base);
	double rate = n * SLICES / middle(time);
	printf("%-36s %9.0f /s   bare %9.0f /s   %5.1f%%\n", what, rate,
	    floor, 100 * rate / floor);
}

int
main(void)
{
	prepare();
	compare("sign a commitment, text and all", sign_bare, sign_ours,
	    SIGNATURES);
	compare("verify strictly", verify_bare, verify_ours, SIGNATURES);
	compare("check an entry of a log", verify_bare, check_entries,
	    SIGNATURES);
	compare("verify, both points looked at", verify_bare, verify_slowly,
	    SIGNATURES);
	compare("append a leaf (bare: SHA-256 of 65)", hash_bare, append_ours,
	    LEAVES);
	dt_key_free(session);
	dt_key_free(identity);
	dt_registry_free(&registry);
	dt_text_free(&commitment);
	return 0;
}
