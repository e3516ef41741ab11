/* sign: see sign.h. */
#include "proof/sign.h"

#include <sodium.h>
#include <string.h>

#include "proof/blake.h"

bool
dt_sign_is_point(const unsigned char point[DT_SIGN_PUBLIC])
{
	return crypto_core_ed25519_is_valid_point(point) == 1;
}

void
dt_sign_make(const unsigned char secret[DT_SIGN_SECRET],
    const void *bytes, size_t size, unsigned char signature[DT_SIGN_BYTES])
{
	crypto_sign_detached(signature, NULL, bytes, size, secret);
}

bool
dt_sign_verify(const unsigned char public[DT_SIGN_PUBLIC],
    const void *bytes, size_t size,
    const unsigned char signature[DT_SIGN_BYTES])
{
	static const unsigned char identity[32] = { 1 };
	return memcmp(signature, identity, sizeof(identity)) != 0 &&
	    crypto_sign_verify_detached(signature, bytes, size, public) == 0;
}

bool
dt_sign_verify_slowly(const unsigned char public[DT_SIGN_PUBLIC],
    const void *bytes, size_t size,
    const unsigned char signature[DT_SIGN_BYTES])
{
	return dt_sign_is_point(public) && dt_sign_is_point(signature) &&
	    dt_sign_verify(public, bytes, size, signature);
}

void
dt_sign_wipe(void *secret, size_t size)
{
	sodium_memzero(secret, size);
}

/* A signature whose key and bytes are known: RFC 8032, 7.1, test 1. */
static bool
signs_as_published(void)
{
	static const char seed[] = "9d61b19deffd5a60ba844af492ec2cc4"
	    "4449c5697b326919703bac031cae7f60";
	static const char known[] =
	    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
	    "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b";
	unsigned char raw[DT_SIGN_SEED], public[DT_SIGN_PUBLIC];
	unsigned char secret[DT_SIGN_SECRET], made[DT_SIGN_BYTES];
	unsigned char wanted[DT_SIGN_BYTES];
	sodium_hex2bin(raw, sizeof(raw), seed, sizeof(seed) - 1, NULL, NULL,
	    NULL);
	sodium_hex2bin(wanted, sizeof(wanted), known, sizeof(known) - 1, NULL,
	    NULL, NULL);
	crypto_sign_seed_keypair(public, secret, raw);
	dt_sign_make(secret, "", 0, made);
	bool same = memcmp(made, wanted, sizeof(made)) == 0 &&
	    dt_sign_verify_slowly(public, "", 0, made);
	made[40] ^= 1;
	return same && !dt_sign_verify(public, "", 0, made);
}

/*
 * The base point plus a point of order 2, 4 and 8: on the curve, canonical,
 * of no small order, and outside the prime-order group. The first is the one
 * that unmended libraries take.
 */
static bool
refuses_mixed_order(void)
{
	static const char *const mixed[] = {
		"95999999999999999999999999999999"
		"99999999999999999999999999999999",
		"5252cc0a7f208133b620acbd4537eba2"
		"a4123bf0a8c2e4f980c3b31bb69765ea",
		"98519eadf35b995233b51b5cd23e9cc5"
		"a28b639b5a4af0ec903cb960d81b7819",
	};
	for (size_t i = 0; i < sizeof(mixed) / sizeof(mixed[0]); i++) {
		unsigned char point[DT_SIGN_PUBLIC];
		sodium_hex2bin(point, sizeof(point), mixed[i], 64, NULL, NULL,
		    NULL);
		if (dt_sign_is_point(point))
			return false;
	}
	return true;
}

enum dt_status
dt_sign_init(struct dt_error *err)
{
	if (sodium_init() < 0)
		return dt_status_fail(err, DT_EIO,
		    "libsodium %s does not start: no source of randomness",
		    sodium_version_string());
	if (!signs_as_published())
		return dt_status_fail(err, DT_EIO, "libsodium %s does not "
		    "sign as RFC 8032 says", sodium_version_string());
	if (!dt_blake_check())
		return dt_status_fail(err, DT_EIO, "keys are derived here "
		    "otherwise than by libsodium %s", sodium_version_string());
	if (!refuses_mixed_order())
		return dt_status_fail(err, DT_EIO, "libsodium %s takes a "
		    "point of mixed order for a key (CVE-2025-69277): "
		    "bring it up to date", sodium_version_string());
	return DT_OK;
}
