/* verify_signed: entries with their signatures, and signatures of files. */
#include <string.h>

#include "party/verify_internal.h"
#include "proof/minisign.h"
#include "proof/signify.h"

/* The signature that comes with an entry: a line under it, if that key's; or
 * 64 bytes in the .sig beside it. */
static bool
take_signature(const struct dt_verify_file *file, const struct dt_vkey *key,
    unsigned char signature[DT_SIGN_BYTES])
{
	const char *end = file->bytes + file->size;
	const char *behind = file->text.text + file->text.size + 2;
	if (!file->is_signed)
		return false;
	if (file->text.size == file->size) {
		memcpy(signature, file->text.signature, DT_SIGN_BYTES);
		return true;
	}
	struct dt_lines lines = { behind, (size_t)(end - behind), false };
	return dt_note_take_signature(&lines, key, signature, NULL) ==
	    DT_VERDICT_GOOD && lines.left == 0;
}

/* An entry is signed without its last LF; but a ratification that stands alone
 * is a note, which is signed with it. */
static bool
is_entry(const struct dt_vkey *key, const void *of)
{
	const struct dt_verify_file *file = of;
	const struct dt_entry_signed *e = &file->text;
	unsigned char signature[DT_SIGN_BYTES];
	if (!take_signature(file, key, signature))
		return false;
	bool note = file->entry.kind == DT_ENTRY_RATIFY &&
	    e->size < file->size;
	return dt_sign_verify(key->public, e->text, e->size, signature) ||
	    (note && dt_sign_verify(key->public, e->text, e->size + 1,
	    signature));
}

static enum dt_verdict
read_beside(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	const char *bytes, *path = dt_verify_sibling(v, file->path, ".sig");
	size_t size;
	if (path == NULL)
		return dt_verdict_no_memory(why);
	if (dt_verify_read(v, path, true, &bytes, &size, why))
		return DT_VERDICT_UNKNOWN;
	if (bytes == NULL)
		return DT_VERDICT_GOOD;
	if (size != DT_SIGN_BYTES)
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "%s is no signature of %d bytes", path, DT_SIGN_BYTES);
	memcpy(file->text.signature, bytes, DT_SIGN_BYTES);
	file->is_signed = true;
	return DT_VERDICT_GOOD;
}

static enum dt_verdict
set_signer(struct dt_verify *v, struct dt_verify_file *file,
    const struct dt_vkey *key, struct dt_error *why)
{
	file->signer = dt_arena_copy_n(v->arena, key->name.at,
	    key->name.size);
	return file->signer ? DT_VERDICT_GOOD : dt_verdict_no_memory(why);
}

/* Of a key that no registration gives to the agent: that is said. */
static enum dt_verdict
say_unvouched(struct dt_verify *v, struct dt_verify_file *file,
    const struct dt_vkey *key, struct dt_error *why)
{
	struct dt_lines_word agent = dt_entry_signer(&file->entry);
	if (key == NULL || key != dt_verify_find(v, key->type, key->name) ||
	    dt_lines_same(key->name, agent))
		return DT_VERDICT_GOOD;
	return dt_verify_words(v, file, why, "%s; that the key %.*s is %.*s's,"
	    " no registration among the files says", file->words,
	    DT_LINES_SHOW(key->name), DT_LINES_SHOW(agent));
}

static enum dt_verdict
check_registration(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	if (!take_signature(file, &file->entry.identity,
	    file->text.signature))
		return dt_verdict_say(why, DT_VERDICT_STRANGER, "it has no "
		    "signature of the identity that it names");
	enum dt_verdict verdict = dt_verify_register(v, file, why);
	return verdict ? verdict : set_signer(v, file, &file->entry.identity,
	    why);
}

/* A student's key, which says itself that it is there. Where keys are expected
 * it must be one of them. */
static enum dt_verdict
check_enrolment(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	const struct dt_vkey *key = &file->entry.key;
	bool expected = !v->named;
	if (!file->is_signed)
		return dt_verdict_say(why, DT_VERDICT_STRANGER, "it has no "
		    "signature, neither under it nor in the .sig beside it");
	if (!is_entry(key, file))
		return dt_verdict_say(why, DT_VERDICT_FORGED, "it is not "
		    "signed by the key that it names");
	for (size_t i = 0; i < v->pinned; i++)
		expected |= memcmp(v->pins[i].identity.public, key->public,
		    DT_SIGN_PUBLIC) == 0;
	file->signer = "the key that it names";
	return expected ? DT_VERDICT_GOOD : dt_verdict_say(why,
	    DT_VERDICT_STRANGER, "its key is none of those that are "
	    "expected");
}

/* Of an opening: which commitment among the files is its own. */
static enum dt_verdict
find_commitment(const struct dt_verify *v, const struct dt_verify_file *file,
    const struct dt_verify_file **found, struct dt_error *why)
{
	bool other = false;
	*found = NULL;
	for (size_t i = 0; i < v->n; i++) {
		const struct dt_verify_file *f = &v->files[i];
		if (!f->is_entry || f->entry.kind != DT_ENTRY_COMMIT ||
		    f->verdict || f->entry.run != file->entry.run ||
		    f->entry.round != file->entry.round ||
		    !dt_lines_same(f->entry.agent, file->entry.agent))
			continue;
		if (dt_entry_opens(&f->entry, &file->entry, file->text.text,
		    file->text.size))
			*found = f;
		else
			other = true;
	}
	return other && *found == NULL ? dt_verdict_say(why,
	    DT_VERDICT_UNPROVED, "it is not what its agent had committed to") :
	    DT_VERDICT_GOOD;
}

static enum dt_verdict
check_opening(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	const struct dt_verify_file *commit;
	enum dt_verdict verdict = find_commitment(v, file, &commit, why);
	if (verdict)
		return verdict;
	if (!file->is_signed && commit == NULL)
		return dt_verdict_say(why, DT_VERDICT_STRANGER, "it is not "
		    "signed, and its commitment is not among the files");
	verdict = dt_verify_say(v, file, why);
	if (verdict || commit == NULL)
		return verdict;
	if (file->signer == NULL)
		file->signer = commit->signer;
	return dt_verify_words(v, file, why, "%s, as %s had bound it before",
	    file->words, commit->path);
}

/* Who signed it, in whatever way its kind is signed. */
static enum dt_verdict
check_signature(struct dt_verify *v, struct dt_verify_file *file,
    const struct dt_vkey **key, struct dt_error *why)
{
	enum dt_verdict verdict = file->is_signed ? DT_VERDICT_GOOD :
	    read_beside(v, file, why);
	if (verdict)
		return verdict;
	if (file->entry.kind == DT_ENTRY_REGISTER)
		return check_registration(v, file, why);
	if (file->entry.kind == DT_ENTRY_ENROL)
		return check_enrolment(v, file, why);
	if (!file->is_signed)
		return file->entry.kind == DT_ENTRY_OPEN ? DT_VERDICT_GOOD :
		    dt_verdict_say(why, DT_VERDICT_STRANGER, "it has no "
		    "signature, neither under it nor in the .sig beside it");
	verdict = dt_verify_signer(v, &file->entry, is_entry, file, key, why);
	if (verdict == DT_VERDICT_GOOD &&
	    file->entry.kind == DT_ENTRY_ROTATE)
		verdict = dt_verify_turn(v, &file->entry, why);
	return verdict ? verdict : set_signer(v, file, *key, why);
}

enum dt_verdict
dt_verify_check_entry(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	const struct dt_vkey *key = NULL;
	if (!file->is_entry)
		return dt_entry_read(file->text.text, file->text.size,
		    &file->entry, why);
	enum dt_verdict verdict = check_signature(v, file, &key, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = file->entry.kind == DT_ENTRY_OPEN ?
		    check_opening(v, file, why) : dt_verify_say(v, file, why);
	return verdict ? verdict : say_unvouched(v, file, key, why);
}

struct outside {                /* a signature file and what it is of */
	const struct dt_verify_file *file;
	const char *bytes;
	size_t size;
};

static bool
is_minisign(const struct dt_vkey *key, const void *of)
{
	const struct outside *o = of;
	return dt_minisign_verify(key, o->bytes, o->size, o->file->bytes,
	    o->file->size, NULL) == DT_VERDICT_GOOD;
}

static bool
is_signify(const struct dt_vkey *key, const void *of)
{
	const struct outside *o = of;
	return dt_signify_verify(key, o->bytes, o->size, o->file->bytes,
	    o->file->size, NULL) == DT_VERDICT_GOOD;
}

static bool
is_raw(const struct dt_vkey *key, const void *of)
{
	const struct outside *o = of;
	return dt_sign_verify(key->public, o->bytes, o->size,
	    (const unsigned char *)o->file->bytes);
}

/* What X.minisig signs is X, X.txt or X.body. */
static enum dt_verdict
read_subject(struct dt_verify *v, struct outside *o, const char **path,
    struct dt_error *why)
{
	static const char *const tails[] = { "", ".txt", ".body",
		NULL };
	for (int i = 0; tails[i] != NULL && o->bytes == NULL; i++) {
		*path = dt_verify_sibling(v, o->file->path, tails[i]);
		if (*path == NULL)
			return dt_verdict_no_memory(why);
		if (dt_verify_read(v, *path, true, &o->bytes, &o->size, why))
			return DT_VERDICT_UNKNOWN;
	}
	return o->bytes != NULL ? DT_VERDICT_GOOD : dt_verdict_say(why,
	    DT_VERDICT_POINTLESS, "what it signs is not beside it: %s",
	    *path);
}

static enum dt_verdict
check_outside(struct dt_verify *v, struct dt_verify_file *file,
    dt_verify_is *is, struct dt_error *why)
{
	struct outside o = { .file = file };
	const struct dt_vkey *key;
	const char *path;
	enum dt_verdict verdict = read_subject(v, &o, &path, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = dt_verify_signer(v, NULL, is, &o, &key, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = set_signer(v, file, key, why);
	return verdict ? verdict : dt_verify_words(v, file, why,
	    "%s has signed every byte of %s", file->signer, path);
}

enum dt_verdict
dt_verify_check_minisign(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	return check_outside(v, file, is_minisign, why);
}

enum dt_verdict
dt_verify_check_signify(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	return check_outside(v, file, is_signify, why);
}

enum dt_verdict
dt_verify_check_raw(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	return check_outside(v, file, is_raw, why);
}
