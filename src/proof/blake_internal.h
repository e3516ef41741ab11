/* blake_internal: what the ways of a processor share. For src/proof/blake*.c
 * alone. */
#ifndef DT_PROOF_BLAKE_INTERNAL_H
#define DT_PROOF_BLAKE_INTERNAL_H

#include "proof/blake.h"

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define DT_BLAKE_WIDE 1
#else
#define DT_BLAKE_WIDE 0
#endif

/* The first words of a block, of each lane: its key. */
struct dt_blake_block {
	uint64_t words[4][DT_BLAKE_LANES];
};

/* start: RFC 7693, 2.6. The first four words of the state behind the last block. */
void dt_blake_avx2(const struct dt_blake_block *block,
    const uint64_t start[8], const uint64_t state[8],
    uint64_t (*out)[DT_BLAKE_LANES]);
void dt_blake_avx512(const struct dt_blake_block *block,
    const uint64_t start[8], const uint64_t state[8],
    uint64_t (*out)[DT_BLAKE_LANES]);

#endif
