/* base64: see base64.h. */
#include "proof/base64.h"

#include <sodium.h>

enum { PIECE = 48 };    /* bytes at a time: a multiple of three, no padding */

void
dt_base64_add(struct dt_text *text, const void *bytes, size_t n)
{
	const unsigned char *at = bytes;
	char buffer[DT_BASE64_SIZE(PIECE) + 1];
	while (n > 0 && !text->failed) {
		size_t piece = n < PIECE ? n : PIECE;
		sodium_bin2base64(buffer, sizeof(buffer), at, piece,
		    sodium_base64_VARIANT_ORIGINAL);
		dt_text_add_n(text, buffer, DT_BASE64_SIZE(piece));
		at += piece;
		n -= piece;
	}
}

/* Is that how the bytes are written? */
static bool
is_written_so(const char *at, const unsigned char *bytes, size_t n)
{
	char buffer[DT_BASE64_SIZE(PIECE) + 1];
	bool same = true;
	for (size_t done = 0; done < n && same; done += PIECE) {
		size_t piece = n - done < PIECE ? n - done : PIECE;
		sodium_bin2base64(buffer, sizeof(buffer), bytes + done, piece,
		    sodium_base64_VARIANT_ORIGINAL);
		same = sodium_memcmp(buffer, at + DT_BASE64_SIZE(done),
		    DT_BASE64_SIZE(piece)) == 0;
	}
	sodium_memzero(buffer, sizeof(buffer));         /* may be a seed */
	return same;
}

/* libsodium refuses set bits behind the last byte and missing padding, but
 * 1.0.18 takes some bytes above 0x7f for digits: so write again and compare. */
bool
dt_base64_read(const char *at, size_t size, void *bytes, size_t n)
{
	if (size != DT_BASE64_SIZE(n))
		return false;
	size_t got = 0;
	const char *end = NULL;
	return sodium_base642bin(bytes, n, at, size, NULL, &got, &end,
	    sodium_base64_VARIANT_ORIGINAL) == 0 && got == n &&
	    end == at + size && is_written_so(at, bytes, n);
}
