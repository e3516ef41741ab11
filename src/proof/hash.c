/* hash: see hash.h. */
#include "proof/hash.h"

#include <nettle/sha2.h>
#include <sodium.h>

void
dt_hash_of(const void *bytes, size_t size,
    unsigned char digest[DT_HASH_BYTES])
{
	struct sha256_ctx state;
	sha256_init(&state);
	sha256_update(&state, size, bytes);
	sha256_digest(&state, DT_HASH_BYTES, digest);
}

void
dt_hash_tagged(uint8_t tag, const void *bytes, size_t size,
    unsigned char digest[DT_HASH_BYTES])
{
	struct sha256_ctx state;
	sha256_init(&state);
	sha256_update(&state, 1, &tag);
	sha256_update(&state, size, bytes);
	sha256_digest(&state, DT_HASH_BYTES, digest);
}

char *
dt_hash_hex(const unsigned char digest[DT_HASH_BYTES],
    char hex[DT_HASH_HEX])
{
	return sodium_bin2hex(hex, DT_HASH_HEX, digest, DT_HASH_BYTES);
}

const char *
dt_hash_sodium_version(void)
{
	return sodium_version_string();
}
