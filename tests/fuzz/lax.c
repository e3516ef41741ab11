/* lax: sign.h for fuzzing, in the place of src/proof/sign.c: every signature
 * is good and every key is a point, so that what is behind them is reached. */
#include <sodium.h>

#include "proof/sign.h"

enum dt_status
dt_sign_init(struct dt_error *err)
{
	(void)err;
	return sodium_init() < 0 ? DT_EIO : DT_OK;
}

bool
dt_sign_is_point(const unsigned char point[DT_SIGN_PUBLIC])
{
	(void)point;
	return true;
}

void
dt_sign_make(const unsigned char secret[DT_SIGN_SECRET], const void *bytes,
    size_t size, unsigned char signature[DT_SIGN_BYTES])
{
	crypto_sign_detached(signature, NULL, bytes, size, secret);
}

bool
dt_sign_verify(const unsigned char public[DT_SIGN_PUBLIC], const void *bytes,
    size_t size, const unsigned char signature[DT_SIGN_BYTES])
{
	(void)public;
	(void)bytes;
	(void)size;
	(void)signature;
	return true;
}

bool
dt_sign_verify_slowly(const unsigned char public[DT_SIGN_PUBLIC],
    const void *bytes, size_t size,
    const unsigned char signature[DT_SIGN_BYTES])
{
	return dt_sign_verify(public, bytes, size, signature);
}

void
dt_sign_wipe(void *secret, size_t size)
{
	sodium_memzero(secret, size);
}
