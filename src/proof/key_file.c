/* key_file: the text of a secret key, sealed and unsealed; see key.h. What
 * holds a seed on the way is in libsodium's memory or wiped. */
#include "proof/key_file.h"

#include <inttypes.h>
#include <sodium.h>
#include <string.h>

#include "proof/base64.h"

enum {
	SALT = crypto_pwhash_SALTBYTES,
	NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	TAG = crypto_aead_xchacha20poly1305_ietf_ABYTES,
	SEALED = NONCE + DT_SIGN_SEED + TAG,
};

static const char kind[] = "detente.example/secret/v1";

struct cost {
	uint64_t operations, kibibytes;
	unsigned char salt[SALT];
};

bool
dt_key_is_weak(const char *passphrase)
{
	bool seen[256] = { false };
	size_t letters = 0;
	if (passphrase == NULL ||
	    dt_text_width(passphrase) < DT_KEY_PASSPHRASE_LEAST)
		return true;
	for (; *passphrase != '\0'; passphrase++) {
		bool *is = &seen[(unsigned char)*passphrase];
		letters += !*is;
		*is = true;
	}
	dt_sign_wipe(seen, sizeof(seen));
	return letters < DT_KEY_PASSPHRASE_LETTERS;
}

static int
stretch(const char *passphrase, const struct cost *cost,
    unsigned char key[crypto_aead_xchacha20poly1305_ietf_KEYBYTES])
{
	return crypto_pwhash(key, crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
	    passphrase, strlen(passphrase), cost->salt, cost->operations,
	    cost->kibibytes * 1024, crypto_pwhash_ALG_ARGON2ID13);
}

static struct cost
new_cost(enum dt_key_cost want)
{
	struct cost cost = {
		.operations = want == DT_KEY_MODERATE ?
		    crypto_pwhash_OPSLIMIT_MODERATE :
		    crypto_pwhash_OPSLIMIT_INTERACTIVE,
		.kibibytes = (want == DT_KEY_MODERATE ?
		    crypto_pwhash_MEMLIMIT_MODERATE :
		    crypto_pwhash_MEMLIMIT_INTERACTIVE) / 1024,
	};
	randombytes_buf(cost.salt, SALT);
	return cost;
}

static enum dt_status
seal(const struct dt_key *key, const char *passphrase,
    const struct cost *cost, struct dt_text *text, struct dt_error *err)
{
	unsigned char box[SEALED];
	unsigned char with[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
	if (text->failed)
		return dt_status_no_memory(err);
	if (stretch(passphrase, cost, with) != 0)
		return dt_status_fail(err, DT_ENOMEM,
		    "not enough memory to seal the key: %" PRIu64 " KiB",
		    cost->kibibytes);
	randombytes_buf(box, NONCE);
	crypto_aead_xchacha20poly1305_ietf_encrypt(box + NONCE, NULL,
	    key->secret->sign, DT_SIGN_SEED, (unsigned char *)text->bytes,
	    text->size, NULL, box, with);
	dt_sign_wipe(with, sizeof(with));
	dt_text_add_n(text, "sealed ", 7);
	dt_base64_add(text, box, sizeof(box));
	dt_text_add_n(text, "\n", 1);
	return text->failed ? dt_status_no_memory(err) : DT_OK;
}

/* Room is made before the seed is written, so that it is not left behind in
 * a block that had to grow. */
static enum dt_status
leave_open(const struct dt_key *key, struct dt_text *text,
    struct dt_error *err)
{
	char buffer[DT_BASE64_SIZE(DT_SIGN_SEED) + 1];
	size_t before = text->size;
	dt_text_add(text, "open\nseed %*s\n", (int)sizeof(buffer) - 1, "");
	if (text->failed)
		return dt_status_no_memory(err);
	sodium_bin2base64(buffer, sizeof(buffer), key->secret->sign,
	    DT_SIGN_SEED, sodium_base64_VARIANT_ORIGINAL);
	memcpy(text->bytes + before + strlen("open\nseed "), buffer,
	    sizeof(buffer) - 1);
	dt_sign_wipe(buffer, sizeof(buffer));
	return DT_OK;
}

enum dt_status
dt_key_file_print(const struct dt_key *key, const char *passphrase,
    enum dt_key_cost want, struct dt_text *text, struct dt_error *err)
{
	dt_text_add(text, "%s\nname %s\npublic ", kind, key->name);
	dt_base64_add(text, key->vkey.public, DT_SIGN_PUBLIC);
	dt_text_add_n(text, "\n", 1);
	if (passphrase == NULL || *passphrase == '\0')
		return leave_open(key, text, err);
	struct cost cost = new_cost(want);
	dt_text_add(text, "argon2id %" PRIu64 " %" PRIu64 " ",
	    cost.operations, cost.kibibytes);
	dt_base64_add(text, cost.salt, SALT);
	dt_text_add_n(text, "\n", 1);
	return seal(key, passphrase, &cost, text, err);
}

/* The three words behind "argon2id", no dearer than libsodium's dearest. */
static bool
read_cost(struct dt_lines_word word, struct cost *cost)
{
	struct dt_lines_word part[3] = { { word.at, 0 } };
	size_t at = 0;
	for (size_t i = 0; i < word.size; i++) {
		if (word.at[i] != ' ')
			part[at].size++;
		else if (++at < 3)
			part[at] = (struct dt_lines_word){ word.at + i + 1, 0 };
		else
			return false;
	}
	return at == 2 && dt_lines_number(part[0], &cost->operations) &&
	    dt_lines_number(part[1], &cost->kibibytes) &&
	    dt_lines_base64(part[2], cost->salt, SALT) &&
	    cost->operations >= crypto_pwhash_OPSLIMIT_MIN &&
	    cost->operations <= crypto_pwhash_OPSLIMIT_SENSITIVE &&
	    cost->kibibytes >= crypto_pwhash_MEMLIMIT_MIN / 1024 &&
	    cost->kibibytes <= crypto_pwhash_MEMLIMIT_SENSITIVE / 1024;
}

/* The seed of a sealed file, all whose bytes before `line` are bound to it. */
static enum dt_status
unseal(const struct dt_lines *file, const char *line,
    struct dt_lines_word box_text, const struct cost *cost,
    const char *path, const char *passphrase,
    unsigned char seed[DT_SIGN_SEED], struct dt_error *err)
{
	unsigned char box[SEALED];
	unsigned char with[crypto_aead_xchacha20poly1305_ietf_KEYBYTES];
	if (!dt_lines_base64(box_text, box, sizeof(box)))
		return dt_status_fail(err, DT_EINPUT,
		    "%s: damaged: 'sealed' does not hold a key", path);
	if (passphrase == NULL || *passphrase == '\0')
		return dt_status_fail(err, DT_EINPUT,
		    "%s: the key is sealed: a passphrase is needed", path);
	if (stretch(passphrase, cost, with) != 0)
		return dt_status_fail(err, DT_ENOMEM,
		    "%s: not enough memory to unseal the key: %" PRIu64
		    " KiB", path, cost->kibibytes);
	int bad = crypto_aead_xchacha20poly1305_ietf_decrypt(seed, NULL, NULL,
	    box + NONCE, sizeof(box) - NONCE, (const unsigned char *)file->at,
	    (size_t)(line - file->at), box, with);
	dt_sign_wipe(with, sizeof(with));
	return bad ? dt_status_fail(err, DT_EINPUT, "%s: the passphrase is "
	    "wrong, or the file was changed (the two cannot be told apart)",
	    path) : DT_OK;
}

static enum dt_status
damaged(const char *path, const char *what, struct dt_error *err)
{
	return dt_status_fail(err, DT_EINPUT, "%s: %s", path, what);
}

enum dt_status
dt_key_file_head(struct dt_lines *lines, struct dt_key_file *file,
    const char *path, struct dt_error *err)
{
	struct dt_lines_word public;
	if (!dt_lines_exactly(lines, kind))
		return damaged(path, "not a secret key of détente", err);
	if (!dt_lines_value(lines, "name", &file->name) ||
	    !dt_lines_value(lines, "public", &public) ||
	    !dt_lines_base64(public, file->public, DT_SIGN_PUBLIC))
		return damaged(path, "damaged: no name and public key", err);
	file->sealed = dt_lines_value(lines, "argon2id", &file->cost);
	if (!file->sealed && !dt_lines_exactly(lines, "open"))
		return damaged(path, "damaged: neither sealed nor open", err);
	file->tail = lines->at;
	return DT_OK;
}

enum dt_status
dt_key_file_seed(const struct dt_lines *whole, struct dt_lines *lines,
    const struct dt_key_file *file, const char *path,
    const char *passphrase, unsigned char seed[DT_SIGN_SEED],
    struct dt_error *err)
{
	struct dt_lines_word value;
	struct cost cost;
	if (!dt_lines_value(lines, file->sealed ? "sealed" : "seed", &value) ||
	    lines->left > 0)
		return damaged(path, "damaged: it does not end with its seed",
		    err);
	if (!file->sealed)
		return dt_lines_base64(value, seed, DT_SIGN_SEED) ? DT_OK :
		    damaged(path, "damaged: 'seed' is not 32 bytes", err);
	if (!read_cost(file->cost, &cost))
		return damaged(path, "damaged: 'argon2id' has no cost and "
		    "salt that make sense", err);
	return unseal(whole, file->tail, value, &cost, path, passphrase, seed,
	    err);
}
