/*
 * sign: Ed25519 (RFC 8032) by libsodium, checked so that verifiers agree.
 *
 * Verifiers differ on edge cases: points of small or mixed order, encodings
 * that are not canonical. So a public key is used only after
 * dt_sign_is_point, and then every verdict is the same everywhere:
 *
 * With A in the prime-order group, the verifier computes S B - h A, which is
 * in that group too, encodes it canonically and compares the bytes with R. So
 * a signature that passes has an R that is canonical and of that group, and
 * only the identity is left of the odd points; it is refused by name. Asking
 * dt_sign_is_point about R as well (dt_sign_verify_slowly, the letter of the
 * specification) can therefore not change a verdict, only cost two thirds of
 * a verification more; a test holds both against each other.
 *
 * Thread safety: dt_sign_init once, before any other call of this room and
 * before threads; after that everything here is a pure function.
 */
#ifndef DT_PROOF_SIGN_H
#define DT_PROOF_SIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

enum {
	DT_SIGN_PUBLIC = 32,
	DT_SIGN_SECRET = 64,    /* seed and public key, libsodium's form */
	DT_SIGN_SEED = 32,
	DT_SIGN_BYTES = 64,     /* of a signature: R and S */
};

/*
 * Starts libsodium and tests it: RFC 8032's test 1, and that points of mixed
 * order are refused (before its fix for CVE-2025-69277 libsodium took some
 * for good). DT_EIO with the library's version if it cannot be relied on.
 * May be called again.
 */
enum dt_status dt_sign_init(struct dt_error *err);

/* Is it the canonical encoding of a point of the prime-order group? */
bool dt_sign_is_point(const unsigned char point[DT_SIGN_PUBLIC]);

/* Cannot fail. The same bytes and key give the same signature. */
void dt_sign_make(const unsigned char secret[DT_SIGN_SECRET],
    const void *bytes, size_t size, unsigned char signature[DT_SIGN_BYTES]);

/* Is it that key's signature of these bytes? The key has passed
 * dt_sign_is_point, as every struct dt_vkey has. */
bool dt_sign_verify(const unsigned char public[DT_SIGN_PUBLIC],
    const void *bytes, size_t size,
    const unsigned char signature[DT_SIGN_BYTES])
    __attribute__((warn_unused_result));

/* The same for a key that nobody has looked at, with both points checked. */
bool dt_sign_verify_slowly(const unsigned char public[DT_SIGN_PUBLIC],
    const void *bytes, size_t size,
    const unsigned char signature[DT_SIGN_BYTES])
    __attribute__((warn_unused_result));

/* Overwrites a secret, also where the compiler thinks nobody will look. */
void dt_sign_wipe(void *secret, size_t size);

#endif
