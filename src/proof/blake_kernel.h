/*
 * blake_kernel: eight compressions of BLAKE2b side by side, lane i of each
 * vector for key i. Included by a file a kind of processor, which says NAME
 * and its target. RFC 7693, 3.2, of one last block of 128 bytes.
 */
#include <string.h>

#include "proof/blake_internal.h"

#define VECTOR uint64_t __attribute__((vector_size(64), may_alias))
#define TURN(x, n) ((x) >> (n) | (x) << (64 - (n)))

/* G of 3.1. */
#define MIX(a, b, c, d, x, y) \
	a += b + x; \
	d = TURN(d ^ a, 32); \
	c += d; \
	b = TURN(b ^ c, 24); \
	a += b + y; \
	d = TURN(d ^ a, 16); \
	c += d; \
	b = TURN(b ^ c, 63)

#define ROUND(s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, sa, sb, sc, sd, se, sf) \
	MIX(v[0], v[4], v[8], v[12], m[s0], m[s1]); \
	MIX(v[1], v[5], v[9], v[13], m[s2], m[s3]); \
	MIX(v[2], v[6], v[10], v[14], m[s4], m[s5]); \
	MIX(v[3], v[7], v[11], v[15], m[s6], m[s7]); \
	MIX(v[0], v[5], v[10], v[15], m[s8], m[s9]); \
	MIX(v[1], v[6], v[11], v[12], m[sa], m[sb]); \
	MIX(v[2], v[7], v[8], v[13], m[sc], m[sd]); \
	MIX(v[3], v[4], v[9], v[14], m[se], m[sf])

void
NAME(const struct dt_blake_block *block, const uint64_t start[8],
    const uint64_t state[8], uint64_t (*out)[DT_BLAKE_LANES])
{
	const VECTOR zero = { 0 };
	/* Words 4 to 15 stay 0: only a key of 32 bytes is in the block. */
	VECTOR v[16], m[16] = { 0 };
	memcpy(m, block->words, sizeof(block->words));
	for (int i = 0; i < 16; i++)
		v[i] = zero + (i < 8 ? state[i] : start[i - 8]);
	v[12] ^= zero + 128;            /* bytes that were taken */
	v[14] = ~v[14];                 /* the last block */
	ROUND(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
	ROUND(14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3);
	ROUND(11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4);
	ROUND(7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8);
	ROUND(9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13);
	ROUND(2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9);
	ROUND(12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11);
	ROUND(13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10);
	ROUND(6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5);
	ROUND(10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0);
	ROUND(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
	ROUND(14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3);
	for (int i = 0; i < 4; i++) {
		VECTOR h = (zero + state[i]) ^ v[i] ^ v[i + 8];
		memcpy(out[i], &h, sizeof(h));
	}
}
