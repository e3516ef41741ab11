/* minisign: see minisign.h. */
#include "proof/minisign.h"

#include <sodium.h>
#include <string.h>

#include "proof/base64.h"

enum {
	NUMBER = DT_MINISIGN_NUMBER,
	LINE = 2 + NUMBER + DT_SIGN_BYTES,
	PREHASH = 64,
};

struct parts {
	unsigned char line[LINE];               /* "ED", number, signature */
	struct dt_lines_word comment;
	unsigned char global[DT_SIGN_BYTES];    /* over signature, comment */
};

void
dt_minisign_number(const struct dt_vkey *vkey, unsigned char number[NUMBER])
{
	unsigned char digest[DT_HASH_BYTES];
	dt_hash_of(vkey->public, DT_SIGN_PUBLIC, digest);
	memcpy(number, digest, NUMBER);
}

void
dt_minisign_public(const struct dt_vkey *vkey, struct dt_text *text)
{
	unsigned char blob[2 + NUMBER + DT_SIGN_PUBLIC] = { 'E', 'd' };
	dt_minisign_number(vkey, blob + 2);
	memcpy(blob + 2 + NUMBER, vkey->public, DT_SIGN_PUBLIC);
	dt_text_add(text, "untrusted comment: minisign public key of %.*s\n",
	    DT_LINES_SHOW(vkey->name));
	dt_base64_add(text, blob, sizeof(blob));
	dt_text_add_n(text, "\n", 1);
}

static void
print(const struct dt_vkey *vkey, const struct parts *parts,
    struct dt_text *text)
{
	dt_text_add(text, "untrusted comment: signature by %.*s\n",
	    DT_LINES_SHOW(vkey->name));
	dt_base64_add(text, parts->line, LINE);
	dt_text_add(text, "\ntrusted comment: %.*s\n",
	    DT_LINES_SHOW(parts->comment));
	dt_base64_add(text, parts->global, DT_SIGN_BYTES);
	dt_text_add_n(text, "\n", 1);
}

static void
prehash(const void *bytes, size_t size, unsigned char digest[PREHASH])
{
	crypto_generichash(digest, PREHASH, bytes, size, NULL, 0);
}

/* What the second signature is over. */
static bool
add_global(const struct parts *parts, struct dt_text *message)
{
	dt_text_add_n(message, (const char *)parts->line + 2 + NUMBER,
	    DT_SIGN_BYTES);
	dt_text_add_n(message, parts->comment.at, parts->comment.size);
	return !message->failed;
}

enum dt_status
dt_minisign_sign(const struct dt_key *key, const void *bytes, size_t size,
    const char *trusted_comment, struct dt_text *text, struct dt_error *err)
{
	unsigned char digest[PREHASH];
	struct parts parts = { .line = { 'E', 'D' },
		.comment = dt_lines_word(trusted_comment) };
	struct dt_text message = { 0 };
	if (!dt_lines_is_plain(parts.comment))
		return dt_status_fail(err, DT_EUSAGE,
		    "a trusted comment is one line of text");
	dt_minisign_number(&key->vkey, parts.line + 2);
	prehash(bytes, size, digest);
	dt_key_sign(key, digest, PREHASH, parts.line + 2 + NUMBER);
	bool whole = add_global(&parts, &message);
	if (whole) {
		dt_key_sign(key, message.bytes, message.size, parts.global);
		print(&key->vkey, &parts, text);
	}
	dt_text_free(&message);
	return whole && !text->failed ? DT_OK : dt_status_no_memory(err);
}

/* Reads the parts, and holds the file against what would be written. */
static enum dt_verdict
take(const struct dt_vkey *vkey, const char *file, size_t file_size,
    struct parts *parts, struct dt_error *why)
{
	struct dt_lines lines = { .at = file, .left = file_size };
	struct dt_lines_word first, line, global;
	struct dt_text again = { 0 };
	bool good = dt_lines_next(&lines, &first) &&
	    dt_lines_next(&lines, &line) &&
	    dt_lines_value(&lines, "trusted comment:", &parts->comment) &&
	    dt_lines_next(&lines, &global) &&
	    dt_lines_base64(line, parts->line, LINE) &&
	    dt_lines_base64(global, parts->global, DT_SIGN_BYTES);
	if (good)
		print(vkey, parts, &again);
	bool whole = !again.failed;
	good = good && whole && again.size == file_size &&
	    memcmp(again.bytes, file, file_size) == 0;
	dt_text_free(&again);
	if (!whole)
		return dt_verdict_no_memory(why);
	return good ? DT_VERDICT_GOOD : dt_verdict_say(why,
	    DT_VERDICT_MALFORMED, "not a minisign signature as détente "
	    "writes them for '%.*s'", DT_LINES_SHOW(vkey->name));
}

static bool
is_signed(const struct dt_vkey *vkey, const void *bytes, size_t size,
    const struct parts *parts, const struct dt_text *message)
{
	unsigned char digest[PREHASH];
	prehash(bytes, size, digest);
	return dt_sign_verify(vkey->public, digest, PREHASH,
	    parts->line + 2 + NUMBER) && dt_sign_verify(vkey->public,
	    message->bytes, message->size, parts->global);
}

enum dt_verdict
dt_minisign_verify(const struct dt_vkey *vkey, const void *bytes, size_t size,
    const char *file, size_t file_size, struct dt_error *why)
{
	struct parts parts = { .comment = { "", 0 } };
	unsigned char head[2 + NUMBER] = { 'E', 'D' };
	enum dt_verdict verdict = take(vkey, file, file_size, &parts, why);
	if (verdict)
		return verdict;
	dt_minisign_number(vkey, head + 2);
	if (memcmp(head, parts.line, sizeof(head)) != 0)
		return dt_verdict_say(why, DT_VERDICT_STRANGER,
		    "the signature is by another key than '%.*s'",
		    DT_LINES_SHOW(vkey->name));
	struct dt_text message = { 0 };
	if (!add_global(&parts, &message))
		verdict = dt_verdict_no_memory(why);
	else if (!is_signed(vkey, bytes, size, &parts, &message))
		verdict = dt_verdict_say(why, DT_VERDICT_FORGED, "the file "
		    "or its trusted comment is not what '%.*s' signed",
		    DT_LINES_SHOW(vkey->name));
	dt_text_free(&message);
	return verdict;
}
