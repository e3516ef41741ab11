/* check_merkle: the tree of RFC 6962 and RFC 9162, and every proof of it. */
#include "proof/merkle.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "proof/lines.h"

/* The leaves and roots of Google's certificate transparency code, as widely
 * copied since: evidence.md, section 1. */
static const char *const entries[] = { "", "00", "10", "2021", "3031",
	"40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f" };
static const char *const roots[] = {
	"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
	"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
	"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
	"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
	"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
	"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
	"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
	"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
	"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
};
#define H0 "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
#define H1 "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7"
#define H4 "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"
#define H6 "b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f"
#define H01 "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"
#define H23 "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e"
#define H45 "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a"
#define H67 "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0"
#define H0123 \
	"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"
#define H4567 \
	"6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"

enum { LEAVES = 70 };

static struct dt_merkle_hash leaves[LEAVES];

static struct dt_merkle_hash
from_hex(const char *hex)
{
	struct dt_merkle_hash hash;
	ck_assert(dt_lines_hex(dt_lines_word(hex), hash.bytes, 32));
	return hash;
}

static struct dt_merkle_hash
root_of(uint64_t n)
{
	struct dt_merkle_hash root;
	dt_merkle_root_of(leaves, n, &root);
	return root;
}

/* The eight published leaves, and then some more. */
static void
set_up(void)
{
	for (size_t i = 0; i < LEAVES; i++) {
		unsigned char entry[16] = { (unsigned char)i };
		size_t n = i < 8 ? strlen(entries[i]) / 2 : 16;
		if (i < 8)
			ck_assert(dt_lines_hex(dt_lines_word(entries[i]),
			    entry, n));
		dt_merkle_leaf(entry, n, &leaves[i]);
	}
}

START_TEST(roots_are_those_of_the_published_vectors)
{
	for (uint64_t n = 0; n <= 8; n++) {
		struct dt_merkle_hash wanted = from_hex(roots[n]);
		struct dt_merkle_hash root = root_of(n);
		ck_assert(dt_merkle_same(&root, &wanted));
	}
}
END_TEST

/* RFC 6962, section 2.1, word for word: recursion over a split list. */
static struct dt_merkle_hash
by_definition(const struct dt_merkle_hash *at, uint64_t n)
{
	if (n == 1)
		return at[0];
	uint64_t k = 1;
	while (2 * k < n)
		k *= 2;
	struct dt_merkle_hash left = by_definition(at, k), node;
	struct dt_merkle_hash right = by_definition(at + k, n - k);
	dt_merkle_node(&left, &right, &node);
	return node;
}

START_TEST(growing_gives_the_root_of_the_definition)
{
	struct dt_merkle tree = { .size = 0 };
	for (uint64_t n = 1; n <= LEAVES; n++) {
		struct dt_merkle_hash root, wanted = by_definition(leaves, n);
		dt_merkle_add(&tree, &leaves[n - 1]);
		dt_merkle_root(&tree, &root);
		ck_assert_uint_eq(tree.size, n);
		ck_assert(dt_merkle_same(&root, &wanted));
	}
}
END_TEST

static void
check_hashes(const struct dt_merkle_proof *proof, const char *const *wanted)
{
	size_t n = 0;
	for (; wanted[n] != NULL; n++) {
		struct dt_merkle_hash hash = from_hex(wanted[n]);
		ck_assert_uint_lt(n, proof->n);
		ck_assert(dt_merkle_same(&proof->hashes[n], &hash));
	}
	ck_assert_uint_eq(proof->n, n);
}

START_TEST(inclusion_proofs_are_those_of_the_published_vectors)
{
	static const struct {
		uint64_t index, size;
		const char *hashes[4];
	} known[] = { { 0, 1, { NULL } }, { 0, 8, { H1, H23, H4567 } },
		{ 5, 8, { H4, H67, H0123 } }, { 2, 3, { H01 } },
		{ 1, 5, { H0, H23, H4 } } };
	for (size_t i = 0; i < 5; i++) {
		struct dt_merkle_proof proof;
		dt_merkle_include(leaves, known[i].size, known[i].index,
		    &proof);
		check_hashes(&proof, known[i].hashes);
	}
}
END_TEST

START_TEST(consistency_proofs_are_those_of_the_published_vectors)
{
	static const struct {
		uint64_t size1, size2;
		const char *hashes[4];
	} known[] = { { 1, 1, { NULL } }, { 1, 8, { H1, H23, H4567 } },
		{ 6, 8, { H45, H67, H0123 } }, { 2, 5, { H23, H4 } },
		{ 6, 7, { H45, H6, H0123 } } };
	for (size_t i = 0; i < 5; i++) {
		struct dt_merkle_proof proof;
		dt_merkle_extend(leaves, known[i].size1, known[i].size2,
		    &proof);
		check_hashes(&proof, known[i].hashes);
	}
}
END_TEST

/* What a check is asked, so that mutations of it can be asked too. */
struct claim {
	bool extends;
	uint64_t a, b;          /* index, size; or the two sizes */
	struct dt_merkle_hash leaf, root1, root;
	struct dt_merkle_proof proof;
};

static bool
holds(const struct claim *c)
{
	return c->extends ?
	    dt_merkle_extends(&c->root1, c->a, &c->root, c->b, &c->proof) :
	    dt_merkle_includes(&c->root, c->b, c->a, &c->leaf, &c->proof);
}

static void
refuse_numbers(const struct claim *c)
{
	uint64_t a[] = { c->a - 1, c->a + 1, c->a ^ 2, c->a, c->a, c->b };
	uint64_t b[] = { c->b, c->b, c->b, 2 * c->b, c->b / 2, c->a };
	for (size_t i = 0; i < 6; i++) {
		struct claim other = *c;
		other.a = a[i];
		other.b = b[i];
		if (other.a != c->a || other.b != c->b)
			ck_assert_msg(!holds(&other), "%d %zu: %d %d", c->extends,
			    i, (int)c->a, (int)c->b);
	}
}

static void
put(struct dt_merkle_proof *proof, size_t at,
    const struct dt_merkle_hash *hash)
{
	memmove(&proof->hashes[at + 1], &proof->hashes[at],
	    (proof->n - at) * sizeof(*hash));
	proof->hashes[at] = *hash;
	proof->n++;
}

static void
refuse_hashes(const struct claim *c)
{
	for (size_t at = 0; at <= c->proof.n; at++) {
		struct claim other = *c;
		put(&other.proof, at, &c->root);
		ck_assert(!holds(&other));
		other = *c;
		put(&other.proof, at, &c->proof.hashes[at ? at - 1 : 0]);
		ck_assert(!holds(&other));
		if (at == c->proof.n)
			continue;
		other = *c;
		memmove(&other.proof.hashes[at], &other.proof.hashes[at + 1],
		    (--other.proof.n - at) * sizeof(c->root));
		ck_assert(!holds(&other));
		for (int bit = 0; bit < 256; bit += 5) {
			other = *c;
			other.proof.hashes[at].bytes[bit / 8] ^=
			    (unsigned char)(1 << bit % 8);
			ck_assert(!holds(&other));
		}
	}
}

static void
refuse_roots(const struct claim *c)
{
	struct claim other = *c;
	other.root.bytes[31] ^= 1;
	ck_assert(!holds(&other));
	other.root = root_of(0);
	ck_assert(!holds(&other));
	other = *c;
	if (c->extends)
		other.root1.bytes[0] ^= 128;
	else
		other.leaf.bytes[0] ^= 128;
	ck_assert(!holds(&other));
}

/* The whole table: each leaf of each tree up to LEAVES. Numbers are mutated
 * too: with the root fixed, no other index or size may pass, for the sizes
 * where doubling or halving changes the path (it does for all but size 1). */
START_TEST(inclusion_holds_and_no_mutation_of_it_does)
{
	for (uint64_t size = 1; size <= 33; size++)
		for (uint64_t index = 0; index < size; index++) {
			struct claim c = { .a = index, .b = size,
				.leaf = leaves[index],
				.root = root_of(size) };
			dt_merkle_include(leaves, size, index, &c.proof);
			ck_assert(holds(&c));
			refuse_numbers(&c);
			refuse_hashes(&c);
			refuse_roots(&c);
		}
}
END_TEST

START_TEST(consistency_holds_and_no_mutation_of_it_does)
{
	for (uint64_t size2 = 1; size2 <= 33; size2++)
		for (uint64_t size1 = 1; size1 <= size2; size1++) {
			struct claim c = { .extends = true, .a = size1,
				.b = size2, .root1 = root_of(size1),
				.root = root_of(size2) };
			dt_merkle_extend(leaves, size1, size2, &c.proof);
			ck_assert(holds(&c));
			if (size1 < size2)
				refuse_hashes(&c);
			refuse_roots(&c);
			c.a = size2 + 1;
			ck_assert(!holds(&c));
		}
}
END_TEST

/* The sizes that evidence.md lists, with its mutations of the numbers. */
START_TEST(published_consistency_refuses_other_sizes)
{
	static const uint64_t sizes[][2] = { { 1, 8 }, { 6, 8 }, { 2, 5 },
		{ 6, 7 } };
	for (size_t i = 0; i < 4; i++) {
		struct claim c = { .extends = true, .a = sizes[i][0],
			.b = sizes[i][1], .root1 = root_of(sizes[i][0]),
			.root = root_of(sizes[i][1]) };
		dt_merkle_extend(leaves, c.a, c.b, &c.proof);
		ck_assert(holds(&c));
		refuse_numbers(&c);
	}
}
END_TEST

START_TEST(empty_trees_have_no_members_and_begin_every_tree)
{
	struct dt_merkle_proof none = { .n = 0 }, one = { .n = 1 };
	struct dt_merkle_hash empty = root_of(0), some = root_of(3);
	ck_assert(!dt_merkle_includes(&empty, 0, 0, &empty, &none));
	ck_assert(dt_merkle_extends(&empty, 0, &some, 3, &none));
	ck_assert(dt_merkle_extends(&empty, 0, &empty, 0, &none));
	ck_assert(!dt_merkle_extends(&empty, 0, &some, 0, &none));
	ck_assert(!dt_merkle_extends(&some, 0, &some, 3, &none));
	ck_assert(!dt_merkle_extends(&empty, 0, &some, 3, &one));
	ck_assert(!dt_merkle_extends(&some, 3, &some, 3, &one));
	ck_assert(!dt_merkle_extends(&some, 3, &empty, 0, &none));
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("merkle");
	TCase *tests = tcase_create("merkle");
	tcase_set_timeout(tests, 60);
	tcase_add_checked_fixture(tests, set_up, NULL);
	tcase_add_test(tests, roots_are_those_of_the_published_vectors);
	tcase_add_test(tests, growing_gives_the_root_of_the_definition);
	tcase_add_test(tests,
	    inclusion_proofs_are_those_of_the_published_vectors);
	tcase_add_test(tests,
	    consistency_proofs_are_those_of_the_published_vectors);
	tcase_add_test(tests, inclusion_holds_and_no_mutation_of_it_does);
	tcase_add_test(tests, consistency_holds_and_no_mutation_of_it_does);
	tcase_add_test(tests, published_consistency_refuses_other_sizes);
	tcase_add_test(tests,
	    empty_trees_have_no_members_and_begin_every_tree);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
