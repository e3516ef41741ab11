/*
 * signify: signatures that `signify-openbsd -V` takes: a comment, and
 * BASE64("Ed" || key number || Ed25519 over the raw file); the public key
 * file is the same with the key in the signature's place. The key number is
 * that of minisign.h, and the comments are fixed words as there.
 */
#ifndef DT_PROOF_SIGNIFY_H
#define DT_PROOF_SIGNIFY_H

#include "proof/key.h"
#include "proof/verdict.h"

/* Append the public key file; the signature file. */
void dt_signify_public(const struct dt_vkey *vkey, struct dt_text *text);
void dt_signify_sign(const struct dt_key *key, const void *bytes, size_t size,
    struct dt_text *text);

/* The signature file for a signature that was made before. */
void dt_signify_print(const struct dt_vkey *vkey,
    const unsigned char signature[DT_SIGN_BYTES], struct dt_text *text);

/* Is it that key's signature file for these bytes? */
enum dt_verdict dt_signify_verify(const struct dt_vkey *vkey,
    const void *bytes, size_t size, const char *file, size_t file_size,
    struct dt_error *why);

#endif
