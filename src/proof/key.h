/*
 * key: secret keys, and what is derived from them.
 *
 * One key, two lives. An identity is the long-lived key of a party, an
 * inspectorate, a referee: real ones live in a file, simulated ones are
 * derived from an experiment's seed and named sim/.... In an experiment an
 * identity signs one thing, the registration of a *session* key that is
 * derived for that experiment alone; the session key signs everything else.
 *
 *   identity seed -- BLAKE2b keyed with it, of the experiment's key
 *       -> session seed   NAME/FIRST-16-HEX-OF-THE-EXPERIMENT
 *           -> nonces     crypto_kdf by run, then by round
 *
 * So a commitment needs no line that names its experiment: its signature
 * verifies under a key that exists in one experiment only. Replayed elsewhere
 * it is by a stranger, and two honest commitments of two experiments can
 * never be passed off as an equivocation.
 *
 * Anybody who knows the seed can make the simulated keys, and so sign as any
 * simulated agent. They show how evidence works; they prove nothing.
 *
 * A struct dt_key is made here, owned by the caller, freed by dt_key_free.
 * Its secret part is in memory of libsodium's that is locked, guarded and
 * wiped. Thread safety: a key that is not being freed may be used by many.
 */
#ifndef DT_PROOF_KEY_H
#define DT_PROOF_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/status.h"
#include "proof/hash.h"
#include "proof/vkey.h"

struct dt_key_secret;

struct dt_key {
	struct dt_vkey vkey;            /* what others may know */
	char *name;                     /* owned; vkey.name points here */
	struct dt_key_secret *secret;
};

enum { DT_KEY_NONCE = 32 };

/* The key whose Ed25519 seed (RFC 8032) is given. DT_EUSAGE: no such name. */
enum dt_status dt_key_from_seed(struct dt_key **key, const char *name,
    const unsigned char seed[DT_SIGN_SEED], struct dt_error *err);

/* A new key from the system's randomness. DT_EUSAGE also for a name sim/...,
 * which would belittle it. */
enum dt_status dt_key_new(struct dt_key **key, const char *name,
    struct dt_error *err);

/* The simulated identity of an agent, named sim/AGENT. */
enum dt_status dt_key_simulate(struct dt_key **key, uint64_t seed,
    const char *agent, struct dt_error *err);

/* The key of an identity for one experiment, which is named by 32 bytes (the
 * SHA-256 that the store calls its key). */
enum dt_status dt_key_session(struct dt_key **session,
    const struct dt_key *identity,
    const unsigned char experiment[DT_HASH_BYTES], struct dt_error *err);

/* The same key and name as a witness's, which cosigns checkpoints. A witness
 * has a key for that and for nothing else. */
enum dt_status dt_key_witness(struct dt_key **witness,
    const struct dt_key *key, struct dt_error *err);

void dt_key_free(struct dt_key *key);

void dt_key_sign(const struct dt_key *key, const void *bytes, size_t size,
    unsigned char signature[DT_SIGN_BYTES]);

/* dt_key_nonce of n sessions, faster. */
void dt_key_nonces(const struct dt_key *const *sessions, size_t n,
    uint64_t run, uint64_t round, unsigned char (*nonces)[DT_KEY_NONCE]);

/* The nonce of a round: a secret until the opening shows it, never the same
 * for two rounds, and the same again when the run is replayed. */
void dt_key_nonce(const struct dt_key *session, uint64_t run, uint64_t round,
    unsigned char nonce[DT_KEY_NONCE]);

/* Does the session's name belong to that identity and experiment? */
bool dt_key_is_session_name(struct dt_lines_word session,
    struct dt_lines_word identity,
    const unsigned char experiment[DT_HASH_BYTES]);

/* Does it say of itself that it is simulated: sim/...? */
bool dt_key_says_simulated(struct dt_lines_word name);

/*
 * Can that public key be made from an experiment's seed? Tried are the
 * simulated identities of the n agents, their sessions in the experiment
 * (which may be NULL), and the seed itself taken as an Ed25519 seed, its eight
 * bytes in either order before or behind zeros. A "real" key that is, is not.
 */
enum dt_status dt_key_is_derivable(const struct dt_vkey *vkey, uint64_t seed,
    const char *const *agents, size_t n,
    const unsigned char *experiment, bool *derivable, struct dt_error *err);

/*
 * Key files: a text of its own, mode 0600, made by O_EXCL and O_NOFOLLOW so
 * that nothing is overwritten or followed. The seed is sealed by
 * XChaCha20-Poly1305 under a key that Argon2id makes of the passphrase, with
 * all lines before it as associated data: name, public key and cost cannot be
 * changed. An empty or NULL passphrase leaves the seed open: for tests, and
 * for disks that are sealed otherwise.
 *
 * detente.example/secret/v1
 * name us-inspectorate
 * public BASE64(32)
 * argon2id OPERATIONS KIBIBYTES BASE64(salt 16)      | open
 * sealed BASE64(nonce 24 || seed 32 || tag 16)       | seed BASE64(32)
 */
enum { DT_KEY_PASSPHRASE_LEAST = 8, DT_KEY_PASSPHRASE_LETTERS = 4 };

/* Is it so short (in characters), or of so few different bytes, that to seal
 * by it means little? NULL and "" are. */
bool dt_key_is_weak(const char *passphrase);

enum dt_key_cost { DT_KEY_INTERACTIVE, DT_KEY_MODERATE };     /* 64, 256 MiB */

enum dt_status dt_key_write(const struct dt_key *key, const char *path,
    const char *passphrase, enum dt_key_cost cost, struct dt_error *err);

/*
 * DT_EIO: cannot be read, is a link or no file, is another user's, or is open
 * to others than its owner. DT_EINPUT: not such a file, damaged, or the
 * passphrase is wrong (that these two cannot be told apart is said too).
 */
enum dt_status dt_key_read(struct dt_key **key, const char *path,
    const char *passphrase, struct dt_error *err);

/* Does a file ask for a passphrase? Errors as dt_key_read. */
enum dt_status dt_key_is_sealed(const char *path, bool *sealed,
    struct dt_error *err);

#endif
