/*
 * merkle: the append-only tree of RFC 6962 and RFC 9162, section 2.1, over
 * SHA-256. leaf = H(0x00 || entry), node = H(0x01 || left || right), split at
 * the largest power of two below n, the empty root is H(""). No padding, no
 * doubled last leaf.
 *
 * A tree that only grows needs the roots of its complete subtrees, one a set
 * bit of its size: 2 KiB whatever the size. An append costs one node on the
 * average, the root at most 63. Proofs are made from the hashes of all leaves,
 * which the caller keeps, at one pass over them each; to check one costs as
 * many nodes as it has hashes. Nothing here allocates or fails.
 */
#ifndef DT_PROOF_MERKLE_H
#define DT_PROOF_MERKLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "proof/hash.h"

enum {
	DT_MERKLE_LEVELS = 64,
	DT_MERKLE_PROOF_MOST = 66,      /* hashes in any proof */
};

struct dt_merkle_hash {
	unsigned char bytes[DT_HASH_BYTES];
};

/* A growing tree. All zero is the empty one; copies are independent. */
struct dt_merkle {
	uint64_t size;
	struct dt_merkle_hash peaks[DT_MERKLE_LEVELS];  /* at level i: of a
	                         * complete tree of 2^i leaves, if bit i of
	                         * size is set */
};

/* Siblings from the leaf to the root, in the order of the RFC. */
struct dt_merkle_proof {
	size_t n;
	struct dt_merkle_hash hashes[DT_MERKLE_PROOF_MOST];
};

void dt_merkle_leaf(const void *entry, size_t size,
    struct dt_merkle_hash *leaf);
void dt_merkle_node(const struct dt_merkle_hash *left,
    const struct dt_merkle_hash *right, struct dt_merkle_hash *node);
bool dt_merkle_same(const struct dt_merkle_hash *a,
    const struct dt_merkle_hash *b);

/* Appends a leaf, given by its hash. */
void dt_merkle_add(struct dt_merkle *tree, const struct dt_merkle_hash *leaf);
void dt_merkle_root(const struct dt_merkle *tree,
    struct dt_merkle_hash *root);

/* The root over n leaf hashes. */
void dt_merkle_root_of(const struct dt_merkle_hash *leaves, uint64_t n,
    struct dt_merkle_hash *root);

/* That leaf `index` (from 0) is in the tree of the first `size` leaves. */
void dt_merkle_include(const struct dt_merkle_hash *leaves, uint64_t size,
    uint64_t index, struct dt_merkle_proof *proof);

/* That the tree of the first size2 leaves begins with that of the first
 * size1; 1 <= size1 <= size2. */
void dt_merkle_extend(const struct dt_merkle_hash *leaves, uint64_t size1,
    uint64_t size2, struct dt_merkle_proof *proof);

/*
 * Do the proofs hold (RFC 9162, 2.1.3.2 and 2.1.4.2)? Every proof has one
 * length and one value that passes. A tree of no leaves has no members, and
 * every tree begins with it, by an empty proof.
 */
bool dt_merkle_includes(const struct dt_merkle_hash *root, uint64_t size,
    uint64_t index, const struct dt_merkle_hash *leaf,
    const struct dt_merkle_proof *proof) __attribute__((warn_unused_result));
bool dt_merkle_extends(const struct dt_merkle_hash *root1, uint64_t size1,
    const struct dt_merkle_hash *root2, uint64_t size2,
    const struct dt_merkle_proof *proof) __attribute__((warn_unused_result));

#endif
