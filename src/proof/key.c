/* key: see key.h. Making, signing, wiping. */
#include "proof/key_internal.h"

#include <sodium.h>
#include <string.h>

#include "base/memory.h"
#include "proof/blake.h"

static enum dt_status
fill(struct dt_key *key, struct dt_lines_word name, enum dt_vkey_type type,
    const unsigned char seed[DT_SIGN_SEED], struct dt_error *err)
{
	unsigned char public[DT_SIGN_PUBLIC];
	struct dt_key_secret *secret = key->secret;
	memcpy(key->name, name.at, name.size);
	struct dt_lines_word kept = { key->name, name.size };
	crypto_sign_seed_keypair(public, secret->sign, seed);
	crypto_kdf_derive_from_key(secret->nonces, sizeof(secret->nonces), 1,
	    "dt_nonce", seed);
	if (!dt_vkey_make(&key->vkey, kept, type, public))
		return dt_status_fail(err, DT_EUSAGE, "'%.*s' is no name for "
		    "a key: 1 to %d printable ASCII characters without "
		    "space and '+'", DT_LINES_SHOW(name), DT_VKEY_NAME_MOST);
	return DT_OK;
}

enum dt_status
dt_key_make(struct dt_key **key, struct dt_lines_word name,
    enum dt_vkey_type type, const unsigned char seed[DT_SIGN_SEED],
    struct dt_error *err)
{
	*key = NULL;
	struct dt_key *made = dt_memory_new(1, sizeof(*made));
	if (made == NULL)
		return dt_status_no_memory(err);
	made->name = dt_memory_new(name.size + 1, 1);
	made->secret = made->name ? sodium_malloc(sizeof(*made->secret)) :
	    NULL;
	enum dt_status status = made->secret == NULL ?
	    dt_status_no_memory(err) : fill(made, name, type, seed, err);
	if (status)
		dt_key_free(made);
	else
		*key = made;
	return status;
}

enum dt_status
dt_key_from_seed(struct dt_key **key, const char *name,
    const unsigned char seed[DT_SIGN_SEED], struct dt_error *err)
{
	return dt_key_make(key, dt_lines_word(name), DT_VKEY_ED25519, seed,
	    err);
}

enum dt_status
dt_key_new(struct dt_key **key, const char *name, struct dt_error *err)
{
	unsigned char seed[DT_SIGN_SEED];
	*key = NULL;
	if (dt_key_says_simulated(dt_lines_word(name)))
		return dt_status_fail(err, DT_EUSAGE, "'%s' is a name for "
		    "simulated keys", name);
	randombytes_buf(seed, sizeof(seed));
	enum dt_status status = dt_key_from_seed(key, name, seed, err);
	dt_sign_wipe(seed, sizeof(seed));
	return status;
}

enum dt_status
dt_key_witness(struct dt_key **witness, const struct dt_key *key,
    struct dt_error *err)
{
	return dt_key_make(witness, key->vkey.name, DT_VKEY_COSIGNER,
	    key->secret->sign, err);
}

void
dt_key_free(struct dt_key *key)
{
	if (key == NULL)
		return;
	sodium_free(key->secret);       /* wipes; NULL is fine */
	dt_memory_free(key->name);
	dt_memory_free(key);
}

void
dt_key_sign(const struct dt_key *key, const void *bytes, size_t size,
    unsigned char signature[DT_SIGN_BYTES])
{
	dt_sign_make(key->secret->sign, bytes, size, signature);
}

void
dt_key_nonce(const struct dt_key *session, uint64_t run, uint64_t round,
    unsigned char nonce[DT_KEY_NONCE])
{
	unsigned char of_run[crypto_kdf_KEYBYTES];
	crypto_kdf_derive_from_key(of_run, sizeof(of_run), run, "dt___run",
	    session->secret->nonces);
	crypto_kdf_derive_from_key(nonce, DT_KEY_NONCE, round, "dt_round",
	    of_run);
	dt_sign_wipe(of_run, sizeof(of_run));
}

void
dt_key_nonces(const struct dt_key *const *sessions, size_t n, uint64_t run,
    uint64_t round, unsigned char (*nonces)[DT_KEY_NONCE])
{
	const unsigned char *keys[DT_BLAKE_LANES];
	unsigned char of_run[DT_BLAKE_LANES][DT_BLAKE_KEY];
	for (size_t i = 0, k; i < n; i += k) {
		k = n - i < DT_BLAKE_LANES ? n - i : DT_BLAKE_LANES;
		for (size_t j = 0; j < k; j++)
			keys[j] = sessions[i + j]->secret->nonces;
		dt_blake_derive(keys, k, run, "dt___run", of_run);
		for (size_t j = 0; j < k; j++)
			keys[j] = of_run[j];
		dt_blake_derive(keys, k, round, "dt_round", nonces + i);
	}
	dt_sign_wipe(of_run, sizeof(of_run));
}

bool
dt_key_says_simulated(struct dt_lines_word name)
{
	return name.size >= 4 && memcmp(name.at, "sim/", 4) == 0;
}
