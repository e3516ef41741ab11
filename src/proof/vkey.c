/* vkey: see vkey.h. */
#include "proof/vkey.h"

#include <string.h>

#include "proof/base64.h"
#include "proof/hash.h"

enum { BLOB = 1 + DT_SIGN_PUBLIC, BLOB_TEXT = DT_BASE64_SIZE(BLOB) };

bool
dt_vkey_is_name(struct dt_lines_word name)
{
	for (size_t i = 0; i < name.size; i++)
		if (name.at[i] <= ' ' || name.at[i] > '~' ||
		    name.at[i] == '+')
			return false;
	return name.size > 0 && name.size <= DT_VKEY_NAME_MOST;
}

static void
put_blob(const struct dt_vkey *vkey, unsigned char blob[BLOB])
{
	blob[0] = (unsigned char)vkey->type;
	memcpy(blob + 1, vkey->public, DT_SIGN_PUBLIC);
}

static void
find_id(struct dt_vkey *vkey)
{
	unsigned char bytes[DT_VKEY_NAME_MOST + 1 + BLOB];
	unsigned char digest[DT_HASH_BYTES];
	size_t n = vkey->name.size;
	memcpy(bytes, vkey->name.at, n);
	bytes[n] = '\n';
	put_blob(vkey, bytes + n + 1);
	dt_hash_of(bytes, n + 1 + BLOB, digest);
	memcpy(vkey->id, digest, DT_VKEY_ID);
}

bool
dt_vkey_make(struct dt_vkey *vkey, struct dt_lines_word name,
    enum dt_vkey_type type, const unsigned char public[DT_SIGN_PUBLIC])
{
	if (!dt_vkey_is_name(name) || !dt_sign_is_point(public) ||
	    (type != DT_VKEY_ED25519 && type != DT_VKEY_COSIGNER))
		return false;
	*vkey = (struct dt_vkey){ .name = name, .type = type };
	memcpy(vkey->public, public, DT_SIGN_PUBLIC);
	find_id(vkey);
	return true;
}

bool
dt_vkey_read(struct dt_vkey *vkey, struct dt_lines_word text)
{
	enum { TAIL = 1 + 2 * DT_VKEY_ID + 1 + BLOB_TEXT };
	unsigned char id[DT_VKEY_ID], blob[BLOB];
	if (text.size <= TAIL)
		return false;
	struct dt_lines_word name = { text.at, text.size - TAIL };
	const char *tail = text.at + name.size;
	struct dt_lines_word hex = { tail + 1, 2 * DT_VKEY_ID };
	struct dt_lines_word key = { hex.at + hex.size + 1, BLOB_TEXT };
	return tail[0] == '+' && hex.at[hex.size] == '+' &&
	    dt_lines_hex(hex, id, sizeof(id)) &&
	    dt_lines_base64(key, blob, sizeof(blob)) &&
	    dt_vkey_make(vkey, name, (enum dt_vkey_type)blob[0], blob + 1) &&
	    memcmp(vkey->id, id, sizeof(id)) == 0;
}

void
dt_vkey_print(const struct dt_vkey *vkey, struct dt_text *text)
{
	unsigned char blob[BLOB];
	put_blob(vkey, blob);
	dt_text_add(text, "%.*s+%02x%02x%02x%02x+", DT_LINES_SHOW(vkey->name),
	    vkey->id[0], vkey->id[1], vkey->id[2], vkey->id[3]);
	dt_base64_add(text, blob, sizeof(blob));
}

bool
dt_vkey_same(const struct dt_vkey *a, const struct dt_vkey *b)
{
	return a->type == b->type && dt_lines_same(a->name, b->name) &&
	    dt_vkey_same_point(a, b);
}

bool
dt_vkey_same_point(const struct dt_vkey *a, const struct dt_vkey *b)
{
	return memcmp(a->public, b->public, DT_SIGN_PUBLIC) == 0;
}
