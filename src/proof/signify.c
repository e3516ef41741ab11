/* signify: see signify.h. */
#include "proof/signify.h"

#include <string.h>

#include "proof/base64.h"
#include "proof/minisign.h"

enum { HEAD = 2 + DT_MINISIGN_NUMBER };

static void
print(const struct dt_vkey *vkey, const char *comment,
    const unsigned char *rest, size_t size, struct dt_text *text)
{
	unsigned char blob[HEAD + DT_SIGN_BYTES] = { 'E', 'd' };
	dt_minisign_number(vkey, blob + 2);
	memcpy(blob + HEAD, rest, size);
	dt_text_add(text, "untrusted comment: %s %.*s\n", comment,
	    DT_LINES_SHOW(vkey->name));
	dt_base64_add(text, blob, HEAD + size);
	dt_text_add_n(text, "\n", 1);
}

void
dt_signify_public(const struct dt_vkey *vkey, struct dt_text *text)
{
	print(vkey, "signify public key of", vkey->public, DT_SIGN_PUBLIC,
	    text);
}

void
dt_signify_print(const struct dt_vkey *vkey,
    const unsigned char signature[DT_SIGN_BYTES], struct dt_text *text)
{
	print(vkey, "signature by", signature, DT_SIGN_BYTES, text);
}

void
dt_signify_sign(const struct dt_key *key, const void *bytes, size_t size,
    struct dt_text *text)
{
	unsigned char signature[DT_SIGN_BYTES];
	dt_key_sign(key, bytes, size, signature);
	dt_signify_print(&key->vkey, signature, text);
}

/* Fills signature; false: the file is not what would be written for it. */
static bool
take(const struct dt_vkey *vkey, const char *file, size_t file_size,
    unsigned char signature[DT_SIGN_BYTES], struct dt_text *again)
{
	struct dt_lines lines = { .at = file, .left = file_size };
	struct dt_lines_word comment, line;
	unsigned char blob[HEAD + DT_SIGN_BYTES];
	if (!dt_lines_next(&lines, &comment) ||
	    !dt_lines_next(&lines, &line) ||
	    !dt_lines_base64(line, blob, sizeof(blob)))
		return false;
	memcpy(signature, blob + HEAD, DT_SIGN_BYTES);
	dt_signify_print(vkey, signature, again);
	return !again->failed && again->size == file_size &&
	    memcmp(again->bytes, file, file_size) == 0;
}

enum dt_verdict
dt_signify_verify(const struct dt_vkey *vkey, const void *bytes, size_t size,
    const char *file, size_t file_size, struct dt_error *why)
{
	unsigned char signature[DT_SIGN_BYTES];
	struct dt_text again = { 0 };
	bool same = take(vkey, file, file_size, signature, &again);
	bool whole = !again.failed;
	dt_text_free(&again);
	if (!whole)
		return dt_verdict_no_memory(why);
	if (!same)
		return dt_verdict_say(why, DT_VERDICT_MALFORMED, "not a "
		    "signify signature as détente writes them for '%.*s'",
		    DT_LINES_SHOW(vkey->name));
	if (!dt_sign_verify(vkey->public, bytes, size, signature))
		return dt_verdict_say(why, DT_VERDICT_FORGED,
		    "the file is not what '%.*s' signed",
		    DT_LINES_SHOW(vkey->name));
	return DT_VERDICT_GOOD;
}
