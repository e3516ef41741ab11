/*
 * hash: SHA-256 (FIPS 180-4), the one hash of everything that is evidence. By
 * nettle, which has it by the processor's own instructions where there are
 * any: a third of the time of libsodium's.
 */
#ifndef DT_PROOF_HASH_H
#define DT_PROOF_HASH_H

#include <stddef.h>

#include <stdint.h>

enum { DT_HASH_BYTES = 32, DT_HASH_HEX = 65 };

/* The digest of size bytes. Cannot fail. */
void dt_hash_of(const void *bytes, size_t size,
    unsigned char digest[DT_HASH_BYTES]);

/* The digest of one byte and size bytes behind it. Cannot fail. */
void dt_hash_tagged(uint8_t tag, const void *bytes, size_t size,
    unsigned char digest[DT_HASH_BYTES]);

/* The digest as 64 lower-case hex digits and a NUL. Returns hex. */
char *dt_hash_hex(const unsigned char digest[DT_HASH_BYTES],
    char hex[DT_HASH_HEX]);

/* The version of libsodium in use. */
const char *dt_hash_sodium_version(void);

#endif
