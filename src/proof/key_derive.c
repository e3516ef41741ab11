/* key_derive: simulated identities and session keys; see key.h. */
#include "proof/key_internal.h"

#include <inttypes.h>
#include <sodium.h>
#include <string.h>

enum { SUFFIX = 1 + 16 };       /* of a session's name: '/' and 16 digits */

/* The seed and the name as the master key, the stretch by crypto_kdf: two
 * names never share a key, and a seed's keys tell nothing of one another. */
static bool
simulate_seed(uint64_t seed, const char *agent,
    unsigned char made[DT_SIGN_SEED])
{
	struct dt_text text = { 0 };
	unsigned char master[DT_HASH_BYTES];
	dt_text_add(&text, "detente.example/simulated/v1\nseed %" PRIu64
	    "\nagent %s\n", seed, agent);
	bool whole = !text.failed;
	if (whole) {
		dt_hash_of(text.bytes, text.size, master);
		crypto_kdf_derive_from_key(made, DT_SIGN_SEED, 1, "dt_simul",
		    master);
	}
	dt_text_free(&text);
	return whole;
}

enum dt_status
dt_key_simulate(struct dt_key **key, uint64_t seed, const char *agent,
    struct dt_error *err)
{
	unsigned char made[DT_SIGN_SEED];
	struct dt_text name = { 0 };
	*key = NULL;
	dt_text_add(&name, "sim/%s", agent);
	enum dt_status status = name.failed ||
	    !simulate_seed(seed, agent, made) ? dt_status_no_memory(err) :
	    dt_key_from_seed(key, name.bytes, made, err);
	dt_text_free(&name);
	return status;
}

static void
session_suffix(const unsigned char experiment[DT_HASH_BYTES],
    char suffix[SUFFIX + 1])
{
	suffix[0] = '/';
	sodium_bin2hex(suffix + 1, SUFFIX, experiment, (SUFFIX - 1) / 2);
}

enum dt_status
dt_key_session(struct dt_key **session, const struct dt_key *identity,
    const unsigned char experiment[DT_HASH_BYTES], struct dt_error *err)
{
	unsigned char seed[DT_SIGN_SEED];
	char suffix[SUFFIX + 1];
	struct dt_text name = { 0 };
	*session = NULL;
	session_suffix(experiment, suffix);
	dt_text_add(&name, "%s%s", identity->name, suffix);
	if (name.failed) {
		dt_text_free(&name);
		return dt_status_no_memory(err);
	}
	crypto_generichash(seed, sizeof(seed), experiment, DT_HASH_BYTES,
	    identity->secret->sign, DT_SIGN_SEED);
	enum dt_status status = dt_key_from_seed(session, name.bytes, seed,
	    err);
	dt_sign_wipe(seed, sizeof(seed));
	dt_text_free(&name);
	return status;
}

bool
dt_key_is_session_name(struct dt_lines_word session,
    struct dt_lines_word identity,
    const unsigned char experiment[DT_HASH_BYTES])
{
	char suffix[SUFFIX + 1];
	session_suffix(experiment, suffix);
	return session.size == identity.size + SUFFIX &&
	    memcmp(session.at, identity.at, identity.size) == 0 &&
	    memcmp(session.at + identity.size, suffix, SUFFIX) == 0;
}

/* The seed's eight bytes, least or most significant first, at one end. */
static bool
is_naive(const struct dt_vkey *vkey, uint64_t seed)
{
	for (int form = 0; form < 4; form++) {
		unsigned char raw[DT_SIGN_SEED] = { 0 };
		unsigned char public[DT_SIGN_PUBLIC], secret[DT_SIGN_SECRET];
		size_t start = form & 1 ? 24 : 0;
		for (int i = 0; i < 8; i++)
			raw[start + (size_t)(form & 2 ? 7 - i : i)] =
			    (unsigned char)(seed >> 8 * i);
		crypto_sign_seed_keypair(public, secret, raw);
		if (memcmp(public, vkey->public, sizeof(public)) == 0)
			return true;
	}
	return false;
}

static enum dt_status
is_agents(const struct dt_vkey *vkey, uint64_t seed, const char *agent,
    const unsigned char *experiment, bool *derivable, struct dt_error *err)
{
	struct dt_key *identity = NULL, *session = NULL;
	enum dt_status status = dt_key_simulate(&identity, seed, agent, err);
	if (status == DT_OK && experiment != NULL)
		status = dt_key_session(&session, identity, experiment, err);
	if (status == DT_OK)
		*derivable = dt_vkey_same_point(vkey, &identity->vkey) ||
		    (session && dt_vkey_same_point(vkey, &session->vkey));
	dt_key_free(session);
	dt_key_free(identity);
	return status;
}

enum dt_status
dt_key_is_derivable(const struct dt_vkey *vkey, uint64_t seed,
    const char *const *agents, size_t n, const unsigned char *experiment,
    bool *derivable, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	*derivable = is_naive(vkey, seed);
	for (size_t i = 0; i < n && status == DT_OK && !*derivable; i++)
		status = is_agents(vkey, seed, agents[i], experiment,
		    derivable, err);
	return status;
}
