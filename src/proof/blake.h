/*
 * blake: the derivation of many keys at once.
 *
 * crypto_kdf of libsodium is one compression of BLAKE2b (RFC 7693): the key in
 * one block, number and context as salt and person. Where a processor has wide
 * registers, eight of them take little more time than one. Bytes are those of
 * libsodium: dt_blake_check compares, once, when the program starts signing.
 */
#ifndef DT_PROOF_BLAKE_H
#define DT_PROOF_BLAKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DT_BLAKE_KEY = 32, DT_BLAKE_LANES = 8 };

/* derived[i] follows from keys[i], number and the context of 8 characters.
 * Any n; they may be the same places. */
void dt_blake_derive(const unsigned char *const *keys, size_t n,
    uint64_t number, const char context[8],
    unsigned char (*derived)[DT_BLAKE_KEY]);

/* Does this machine's way give what libsodium gives? */
bool dt_blake_check(void);

/* The ways of a processor; for tests and benchmarks. false: it has not this
 * one. As long as nobody says, the widest that it has. */
enum dt_blake_way { DT_BLAKE_SODIUM, DT_BLAKE_AVX2, DT_BLAKE_AVX512 };
bool dt_blake_use(enum dt_blake_way way);

#endif
