/* key_internal: what the parts of key share. For src/proof/key*.c alone. */
#ifndef DT_PROOF_KEY_INTERNAL_H
#define DT_PROOF_KEY_INTERNAL_H

#include "proof/key.h"

struct dt_key_secret {          /* in sodium_malloc'd memory */
	unsigned char sign[DT_SIGN_SECRET];     /* begins with the seed */
	unsigned char nonces[32];               /* key of their derivation */
};

/* As dt_key_from_seed, for a name that is not NUL-terminated. */
enum dt_status dt_key_make(struct dt_key **key, struct dt_lines_word name,
    enum dt_vkey_type type, const unsigned char seed[DT_SIGN_SEED],
    struct dt_error *err);

#endif
