/*
 * base64: RFC 4648 section 4, in its one canonical form. Padding is there,
 * the unused bits of the last digit are zero, and nothing else is: a text of
 * n bytes decodes from exactly one text, so no flipped bit stays unseen.
 */
#ifndef DT_PROOF_BASE64_H
#define DT_PROOF_BASE64_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

/* Characters that n bytes take, without a NUL. */
#define DT_BASE64_SIZE(n) (((n) + 2) / 3 * 4)

void dt_base64_add(struct dt_text *text, const void *bytes, size_t n);

/* Do the `size` characters stand for exactly n bytes? Then fills bytes. On
 * false what bytes holds means nothing. */
bool dt_base64_read(const char *at, size_t size, void *bytes, size_t n);

#endif
