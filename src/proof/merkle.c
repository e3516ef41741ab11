/* merkle: see merkle.h. Hashing, and the tree that only grows. */
#include "proof/merkle.h"

#include <string.h>

void
dt_merkle_leaf(const void *entry, size_t size, struct dt_merkle_hash *leaf)
{
	dt_hash_tagged(0x00, entry, size, leaf->bytes);
}

void
dt_merkle_node(const struct dt_merkle_hash *left,
    const struct dt_merkle_hash *right, struct dt_merkle_hash *node)
{
	unsigned char bytes[1 + 2 * DT_HASH_BYTES];
	bytes[0] = 0x01;
	memcpy(bytes + 1, left->bytes, DT_HASH_BYTES);
	memcpy(bytes + 1 + DT_HASH_BYTES, right->bytes, DT_HASH_BYTES);
	dt_hash_of(bytes, sizeof(bytes), node->bytes);
}

bool
dt_merkle_same(const struct dt_merkle_hash *a, const struct dt_merkle_hash *b)
{
	return memcmp(a->bytes, b->bytes, DT_HASH_BYTES) == 0;
}

/* Like adding one to a binary number: a carry at level i joins two trees of
 * 2^i leaves. */
void
dt_merkle_add(struct dt_merkle *tree, const struct dt_merkle_hash *leaf)
{
	struct dt_merkle_hash carry = *leaf;
	int level = 0;
	for (; tree->size >> level & 1; level++)
		dt_merkle_node(&tree->peaks[level], &carry, &carry);
	tree->peaks[level] = carry;
	tree->size++;
}

void
dt_merkle_root(const struct dt_merkle *tree, struct dt_merkle_hash *root)
{
	bool any = false;
	for (int level = 0; level < DT_MERKLE_LEVELS; level++) {
		if (!(tree->size >> level & 1))
			continue;
		if (any)
			dt_merkle_node(&tree->peaks[level], root, root);
		else
			*root = tree->peaks[level];
		any = true;
	}
	if (!any)
		dt_hash_of("", 0, root->bytes);
}

void
dt_merkle_root_of(const struct dt_merkle_hash *leaves, uint64_t n,
    struct dt_merkle_hash *root)
{
	struct dt_merkle tree = { .size = 0 };
	for (uint64_t i = 0; i < n; i++)
		dt_merkle_add(&tree, &leaves[i]);
	dt_merkle_root(&tree, root);
}
