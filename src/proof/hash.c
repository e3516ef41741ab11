/* hash: see hash.h. */
#include "proof/hash.h"

#include <sodium.h>

void
dt_hash_of(const void *bytes, size_t size,
    unsigned char digest[DT_HASH_BYTES])
{
	crypto_hash_sha256(digest, bytes, size);
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
