/*
 * minisign: signatures that `minisign -V` takes (0.11, prehashed).
 *
 *     untrusted comment: ...
 *     BASE64("ED" || key number || Ed25519 over BLAKE2b-512 of the file)
 *     trusted comment: TEXT
 *     BASE64(Ed25519 over signature || TEXT)
 *
 * and the public key file, BASE64("Ed" || key number || public key) under a
 * comment. The key number, 8 bytes, is the beginning of SHA-256 of the public
 * key. What this reads is what it writes: the untrusted comments are fixed
 * words, so that no flipped bit of them is passed over either.
 */
#ifndef DT_PROOF_MINISIGN_H
#define DT_PROOF_MINISIGN_H

#include "proof/key.h"
#include "proof/verdict.h"

enum { DT_MINISIGN_NUMBER = 8 };

void dt_minisign_number(const struct dt_vkey *vkey,
    unsigned char number[DT_MINISIGN_NUMBER]);

/* Appends the public key file. */
void dt_minisign_public(const struct dt_vkey *vkey, struct dt_text *text);

/* Appends the signature file. DT_EUSAGE: the trusted comment is not one line
 * of UTF-8 without control characters, or is empty. */
enum dt_status dt_minisign_sign(const struct dt_key *key, const void *bytes,
    size_t size, const char *trusted_comment, struct dt_text *text,
    struct dt_error *err);

/* Is it that key's signature file for these bytes? */
enum dt_verdict dt_minisign_verify(const struct dt_vkey *vkey,
    const void *bytes, size_t size, const char *file, size_t file_size,
    struct dt_error *why);

#endif
