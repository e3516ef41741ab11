/*
 * pem: a public key as a PEM SubjectPublicKeyInfo (RFC 8410, RFC 7468), so that
 *
 *     openssl pkeyutl -verify -rawin -pubin -inkey KEY.pem -in TEXT \
 *         -sigfile SIGNATURE
 *
 * checks a raw 64-byte signature of any entry or checkpoint body.
 */
#ifndef DT_PROOF_PEM_H
#define DT_PROOF_PEM_H

#include "base/text.h"
#include "proof/vkey.h"

void dt_pem_public(const struct dt_vkey *vkey, struct dt_text *text);

#endif
