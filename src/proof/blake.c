/* blake: see blake.h. */
#include "proof/blake_internal.h"

#include <sodium.h>
#include <stdatomic.h>
#include <string.h>

static const uint64_t start[8] = {
	0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b,
	0xa54ff53a5f1d36f1, 0x510e527fade682d1, 0x9b05688c2b3e6c1f,
	0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
};

/* DT_BLAKE_SODIUM and so on; -1: nobody has said. */
static atomic_int chosen = -1;

static bool
has(enum dt_blake_way way)
{
#if DT_BLAKE_WIDE
	if (way == DT_BLAKE_AVX512)
		return __builtin_cpu_supports("avx512f");
	if (way == DT_BLAKE_AVX2)
		return __builtin_cpu_supports("avx2");
#endif
	return way == DT_BLAKE_SODIUM;
}

bool
dt_blake_use(enum dt_blake_way way)
{
	if (!has(way))
		return false;
	chosen = (int)way;
	return true;
}

static enum dt_blake_way
widest(void)
{
	int way = chosen;
	if (way < 0) {
		way = has(DT_BLAKE_AVX512) ? DT_BLAKE_AVX512 :
		    has(DT_BLAKE_AVX2) ? DT_BLAKE_AVX2 : DT_BLAKE_SODIUM;
		chosen = way;
	}
	return (enum dt_blake_way)way;
}

#if DT_BLAKE_WIDE
/* These processors store words as BLAKE2b reads them, the low byte first. */
static uint64_t
word_of(const unsigned char *bytes)
{
	uint64_t word;
	memcpy(&word, bytes, sizeof(word));
	return word;
}

/* The parameters of RFC 7693, 2.5 and 2.8: 32 bytes out, a key of 32, one leaf;
 * salt is the number, person the context, as crypto_kdf has them. */
static void
begin(uint64_t number, const char context[8], uint64_t state[8])
{
	memcpy(state, start, sizeof(start));
	state[0] ^= 0x01010000 | DT_BLAKE_KEY << 8 | DT_BLAKE_KEY;
	state[4] ^= number;
	state[6] ^= word_of((const unsigned char *)context);
}

static void
derive_lanes(enum dt_blake_way way, const unsigned char *const *keys,
    size_t n, const uint64_t state[8], unsigned char (*derived)[DT_BLAKE_KEY])
{
	struct dt_blake_block block = { 0 };
	uint64_t out[4][DT_BLAKE_LANES];
	for (size_t i = 0; i < n; i++)
		for (size_t w = 0; w < 4; w++)
			block.words[w][i] = word_of(keys[i] + 8 * w);
	(way == DT_BLAKE_AVX512 ? dt_blake_avx512 : dt_blake_avx2)(&block,
	    start, state, out);
	for (size_t i = 0; i < n; i++)
		for (size_t w = 0; w < 4; w++)
			memcpy(derived[i] + 8 * w, &out[w][i], 8);
	sodium_memzero(&block, sizeof(block));
	sodium_memzero(out, sizeof(out));
}
#endif

void
dt_blake_derive(const unsigned char *const *keys, size_t n, uint64_t number,
    const char context[8], unsigned char (*derived)[DT_BLAKE_KEY])
{
	enum dt_blake_way way = widest();
#if DT_BLAKE_WIDE
	uint64_t state[8];
	begin(number, context, state);
	for (size_t i = 0, k; way != DT_BLAKE_SODIUM && i < n; i += k) {
		k = n - i < DT_BLAKE_LANES ? n - i : DT_BLAKE_LANES;
		derive_lanes(way, keys + i, k, state, derived + i);
	}
#endif
	for (size_t i = 0; way == DT_BLAKE_SODIUM && i < n; i++)
		crypto_kdf_derive_from_key(derived[i], DT_BLAKE_KEY, number,
		    context, keys[i]);
}

bool
dt_blake_check(void)
{
	enum { N = DT_BLAKE_LANES + 1 };
	unsigned char keys[N][DT_BLAKE_KEY], made[N][DT_BLAKE_KEY];
	const unsigned char *at[N];
	bool same = true;
	for (size_t i = 0; i < N; i++) {
		for (size_t b = 0; b < DT_BLAKE_KEY; b++)
			keys[i][b] = (unsigned char)(i * 71 + b * 13 + 200);
		at[i] = keys[i];
	}
	dt_blake_derive(at, N, 0x8070605040302011, "dt_check", made);
	for (size_t i = 0; i < N; i++) {
		unsigned char by_sodium[DT_BLAKE_KEY];
		crypto_kdf_derive_from_key(by_sodium, DT_BLAKE_KEY,
		    0x8070605040302011, "dt_check", keys[i]);
		same &= memcmp(by_sodium, made[i], DT_BLAKE_KEY) == 0;
	}
	return same;
}
