/*
 * merkle_proof: making and checking what merkle.h says of proofs.
 *
 * A proof is gathered on the way down from the root, where each step knows
 * the sibling subtree as a range of leaves, and then turned round.
 */
#include <string.h>

#include "proof/merkle.h"

/* The largest power of two below n > 1: where the RFC splits a tree. */
static uint64_t
split(uint64_t n)
{
	return (uint64_t)1 << (63 - __builtin_clzll(n - 1));
}

static void
push(struct dt_merkle_proof *proof, const struct dt_merkle_hash *leaves,
    uint64_t n)
{
	dt_merkle_root_of(leaves, n, &proof->hashes[proof->n++]);
}

static void
turn_round(struct dt_merkle_proof *proof)
{
	for (size_t i = 0, j = proof->n; i + 1 < j; i++) {
		struct dt_merkle_hash kept = proof->hashes[--j];
		proof->hashes[j] = proof->hashes[i];
		proof->hashes[i] = kept;
	}
}

void
dt_merkle_include(const struct dt_merkle_hash *leaves, uint64_t size,
    uint64_t index, struct dt_merkle_proof *proof)
{
	proof->n = 0;
	while (size > 1) {
		uint64_t left = split(size);
		if (index < left) {
			push(proof, leaves + left, size - left);
			size = left;
		} else {
			push(proof, leaves, left);
			leaves += left;
			index -= left;
			size -= left;
		}
	}
	turn_round(proof);
}

/* RFC 9162, 2.1.4.1: SUBPROOF. `whole` holds as long as the first tree is a
 * complete subtree whose root the checker has already. */
void
dt_merkle_extend(const struct dt_merkle_hash *leaves, uint64_t size1,
    uint64_t size2, struct dt_merkle_proof *proof)
{
	bool whole = true;
	proof->n = 0;
	while (size1 < size2) {
		uint64_t left = split(size2);
		if (size1 <= left) {
			push(proof, leaves + left, size2 - left);
			size2 = left;
		} else {
			push(proof, leaves, left);
			leaves += left;
			size1 -= left;
			size2 -= left;
			whole = false;
		}
	}
	if (!whole)
		push(proof, leaves, size2);
	turn_round(proof);
}

/* RFC 9162, 2.1.3.2. */
bool
dt_merkle_includes(const struct dt_merkle_hash *root, uint64_t size,
    uint64_t index, const struct dt_merkle_hash *leaf,
    const struct dt_merkle_proof *proof)
{
	if (index >= size)
		return false;
	uint64_t at = index, last = size - 1;
	struct dt_merkle_hash got = *leaf;
	for (size_t i = 0; i < proof->n; i++) {
		if (last == 0)
			return false;
		if (at & 1 || at == last) {
			dt_merkle_node(&proof->hashes[i], &got, &got);
			while (!(at & 1) && at != 0) {
				at >>= 1;
				last >>= 1;
			}
		} else {
			dt_merkle_node(&got, &proof->hashes[i], &got);
		}
		at >>= 1;
		last >>= 1;
	}
	return last == 0 && dt_merkle_same(&got, root);
}

/* Where both trees end, as the walk up sees it. */
struct walk {
	uint64_t at, last;
	struct dt_merkle_hash first, second;
};

static bool
climb(struct walk *walk, const struct dt_merkle_hash *hash)
{
	if (walk->last == 0)
		return false;
	if (walk->at & 1 || walk->at == walk->last) {
		dt_merkle_node(hash, &walk->first, &walk->first);
		dt_merkle_node(hash, &walk->second, &walk->second);
		while (!(walk->at & 1) && walk->at != 0) {
			walk->at >>= 1;
			walk->last >>= 1;
		}
	} else {
		dt_merkle_node(&walk->second, hash, &walk->second);
	}
	walk->at >>= 1;
	walk->last >>= 1;
	return true;
}

/* RFC 9162, 2.1.4.2. A first tree that is complete is its own first hash. */
static bool
walks_up(const struct dt_merkle_hash *root1, uint64_t size1,
    const struct dt_merkle_hash *root2, uint64_t size2,
    const struct dt_merkle_proof *proof)
{
	bool complete = (size1 & (size1 - 1)) == 0;
	size_t next = complete ? 0 : 1;
	if (proof->n < 1)
		return false;
	struct walk walk = { .at = size1 - 1, .last = size2 - 1 };
	walk.first = walk.second = complete ? *root1 : proof->hashes[0];
	for (; walk.at & 1; walk.at >>= 1)
		walk.last >>= 1;
	for (size_t i = next; i < proof->n; i++)
		if (!climb(&walk, &proof->hashes[i]))
			return false;
	return walk.last == 0 && dt_merkle_same(&walk.first, root1) &&
	    dt_merkle_same(&walk.second, root2);
}

static bool
is_empty_root(const struct dt_merkle_hash *root)
{
	struct dt_merkle_hash empty;
	dt_merkle_root_of(NULL, 0, &empty);
	return dt_merkle_same(&empty, root);
}

bool
dt_merkle_extends(const struct dt_merkle_hash *root1, uint64_t size1,
    const struct dt_merkle_hash *root2, uint64_t size2,
    const struct dt_merkle_proof *proof)
{
	if (size1 > size2)
		return false;
	if (size1 == 0)
		return proof->n == 0 && is_empty_root(root1) &&
		    (size2 > 0 || is_empty_root(root2));
	if (size1 == size2)
		return proof->n == 0 && dt_merkle_same(root1, root2);
	return walks_up(root1, size1, root2, size2, proof);
}
