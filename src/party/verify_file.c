/* verify_file: checkpoints, proofs, charges, forks, halts and keys. */
#include <inttypes.h>
#include <string.h>

#include "party/verify_internal.h"
#include "proof/charge.h"
#include "proof/fork.h"
#include "proof/pledge.h"
#include "proof/portable.h"

static enum dt_verdict
set_signer(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_lines_word name, struct dt_error *why)
{
	file->signer = dt_arena_copy_n(v->arena, name.at, name.size);
	return file->signer ? DT_VERDICT_GOOD : dt_verdict_no_memory(why);
}

static const struct dt_registry_pin *
pins_of(const struct dt_verify *v)
{
	return v->named ? v->pins : NULL;
}

/* One checkpoint, or several of one log with an empty line between. */
static enum dt_verdict
take_checkpoints(struct dt_verify *v, const struct dt_verify_file *file,
    struct dt_note_checkpoint *last, size_t *n, struct dt_error *why)
{
	struct dt_lines lines = { file->bytes, file->size, false };
	struct dt_lines_word all = { file->bytes, file->size };
	struct dt_note_pins pins;
	uint64_t before = 0;
	enum dt_verdict verdict = dt_verify_log(v, all, &pins, why);
	for (*n = 0; verdict == DT_VERDICT_GOOD && lines.left > 0; ++*n) {
		before = *n > 0 ? last->size : 0;
		verdict = dt_note_take(&lines, &pins, last, why);
		if (verdict == DT_VERDICT_GOOD && lines.left > 0 &&
		    !dt_lines_gap(&lines))
			verdict = dt_verdict_say(why, DT_VERDICT_STRANGER,
			    "there is more behind the checkpoint");
		if (verdict == DT_VERDICT_GOOD && last->size < before)
			verdict = dt_verdict_say(why, DT_VERDICT_POINTLESS,
			    "the log becomes smaller: %" PRIu64 " entries "
			    "after %" PRIu64, last->size, before);
	}
	return verdict;
}

enum dt_verdict
dt_verify_check_checkpoint(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	struct dt_note_checkpoint *c = dt_arena_new(v->arena, 1, sizeof(*c));
	size_t n, witnesses = 0;
	if (c == NULL)
		return dt_verdict_no_memory(why);
	enum dt_verdict verdict = take_checkpoints(v, file, c, &n, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = set_signer(v, file, c->origin, why);
	if (verdict)
		return verdict;
	file->head = c;
	for (unsigned bits = c->witnessed; bits != 0; bits &= bits - 1)
		witnesses++;
	if (witnesses == 0)
		return dt_verify_words(v, file, why, "the log %s has committed "
		    "to its first %" PRIu64 " entries; that it shows the same "
		    "to all, no witness says", file->signer, c->size);
	return dt_verify_words(v, file, why, "the log %s has committed to its "
	    "first %" PRIu64 " entries, and %zu witness%s had seen nothing "
	    "that contradicts", file->signer, c->size, witnesses,
	    witnesses == 1 ? "" : "es");
}

/* The checkpoint that a text ends with. */
static struct dt_lines_word
last_part(const struct dt_verify_file *file, int gaps)
{
	const char *at = file->bytes + file->size;
	while (at > file->bytes && gaps > 0) {
		at--;
		if (at > file->bytes && at[0] == '\n' && at[-1] == '\n' &&
		    at + 1 < file->bytes + file->size)
			gaps--;
	}
	at += *at == '\n' && at > file->bytes;
	return (struct dt_lines_word){ at,
		(size_t)(file->bytes + file->size - at) };
}

static enum dt_verdict
try_leaf(const struct dt_verify_file *file, const struct dt_note_pins *pins,
    const void *bytes, size_t size, struct dt_portable *proof,
    struct dt_error *why)
{
	struct dt_merkle_hash leaf;
	dt_merkle_leaf(bytes, size, &leaf);
	return dt_portable_read(file->bytes, file->size, pins, &leaf, proof,
	    why);
}

/* The entry is the .txt beside it, or one of the files. */
static enum dt_verdict
find_leaf(struct dt_verify *v, struct dt_verify_file *file,
    const struct dt_note_pins *pins, struct dt_portable *proof,
    const char **path, struct dt_error *why)
{
	const char *bytes;
	size_t size;
	*path = dt_verify_sibling(v, file->path, ".txt");
	if (*path == NULL || dt_verify_read(v, *path, true, &bytes, &size,
	    why))
		return DT_VERDICT_UNKNOWN;
	enum dt_verdict verdict = bytes != NULL ? try_leaf(file, pins, bytes,
	    size, proof, why) : dt_verdict_say(why, DT_VERDICT_UNPROVED,
	    "the entry that it is about is not there: %s", *path);
	for (size_t i = 0; i < v->n && verdict == DT_VERDICT_UNPROVED; i++) {
		const struct dt_verify_file *f = &v->files[i];
		struct dt_error not = { 0 };
		if (f->is_entry && try_leaf(file, pins, f->text.text,
		    f->text.size, proof, bytes ? &not : why) ==
		    DT_VERDICT_GOOD) {
			*path = f->path;
			return DT_VERDICT_GOOD;
		}
	}
	return verdict;
}

enum dt_verdict
dt_verify_check_proof(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	struct dt_portable proof;
	struct dt_note_pins pins;
	const char *path;
	enum dt_verdict verdict = dt_verify_log(v, last_part(file, 2), &pins,
	    why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = find_leaf(v, file, &pins, &proof, &path, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = set_signer(v, file, proof.checkpoint.origin, why);
	return verdict ? verdict : dt_verify_words(v, file, why, "%s is entry "
	    "%" PRIu64 " (from 0) of the %" PRIu64 " that the log %s has "
	    "committed to", path, proof.index, proof.checkpoint.size,
	    file->signer);
}

enum dt_verdict
dt_verify_check_fork(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	const char *gap = strstr(file->bytes, "\n\n");
	struct dt_lines_word rest = { file->bytes, file->size };
	struct dt_note_checkpoint a, b;
	struct dt_note_pins pins;
	if (gap != NULL) {
		rest.size -= (size_t)(gap + 2 - rest.at);
		rest.at = gap + 2;
	}
	enum dt_verdict verdict = dt_verify_log(v, rest, &pins, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = dt_fork_read(file->bytes, file->size, &pins, &a, &b,
		    why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = set_signer(v, file, a.origin, why);
	return verdict ? verdict : dt_verify_words(v, file, why, "the log %s "
	    "has forked: its trees of %" PRIu64 " and %" PRIu64 " entries "
	    "cannot both be true", file->signer, a.size, b.size);
}

enum dt_verdict
dt_verify_check_charge(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	struct dt_charge c;
	enum dt_verdict verdict = dt_charge_read(file->bytes, file->size,
	    pins_of(v), v->pinned, &c, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = set_signer(v, file, c.agent, why);
	if (verdict)
		return verdict;
	if (c.kind == DT_CHARGE_PERJURY)
		return dt_verify_words(v, file, why, "%s declared %.*s in run "
		    "%" PRIu64 ", round %" PRIu64 ", and the inspector %.*s "
		    "found %.*s: one of them is wrong, and which, this does "
		    "not prove", file->signer, DT_LINES_SHOW(c.declared),
		    c.run, c.round, DT_LINES_SHOW(c.inspector),
		    DT_LINES_SHOW(c.found));
	return dt_verify_words(v, file, why, c.run ? "%s has signed two texts "
	    "'%s' that contradict each other, for run %" PRIu64 ", round %"
	    PRIu64 : "%s has signed two texts '%s' that contradict each other",
	    file->signer, dt_entry_word(c.said), c.run, c.round);
}

/* A log that is named or beside; or the one that the halt registers, if that
 * counts, which its reader finds out. */
static enum dt_verdict
find_halt_log(struct dt_verify *v, const struct dt_verify_file *file,
    struct dt_note_pins *pins, struct dt_error *why)
{
	static const char first[] = "detente.example/register/v1\n";
	struct dt_lines_word text = last_part(file, 2);
	struct dt_entry entry;
	enum dt_verdict verdict = dt_verify_log(v, text, pins, why);
	const char *at = file->bytes;
	while (verdict == DT_VERDICT_STRANGER && (at = strstr(at, first))) {
		const char *end = strstr(at, "\n\n");
		size_t n = end ? (size_t)(end - at) : strlen(at);
		if (dt_entry_read(at, n, &entry, NULL) == DT_VERDICT_GOOD &&
		    entry.key.name.size < text.size && memcmp(text.at,
		    entry.key.name.at, entry.key.name.size) == 0) {
			*pins = (struct dt_note_pins){ .log = entry.key };
			return DT_VERDICT_GOOD;
		}
		at += n;
	}
	return verdict;
}

enum dt_verdict
dt_verify_check_halt(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	struct dt_pledge_ruling r;
	struct dt_note_pins pins;
	struct dt_lines_word head;
	enum dt_verdict verdict = find_halt_log(v, file, &pins, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = dt_pledge_read(file->bytes, file->size, pins_of(v),
		    v->pinned, &pins, &r, &head, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = set_signer(v, file, pins.log.name, why);
	if (verdict)
		return verdict;
	return r.answer == DT_PLEDGE_BINDING ? dt_verify_words(v, file, why,
	    "the halt became binding on all its parties at one entry, number "
	    "%" PRIu64 " (from 0), of the log %s", r.entry, file->signer) :
	    dt_verify_words(v, file, why, "there was no halt: the pledge of "
	    "one party was not as wanted (%s), by the whole log %s",
	    dt_pledge_word(r.answer), file->signer);
}

/* Known by its name alone: who has it must be said by somebody. */
enum dt_verdict
dt_verify_check_key(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	size_t next, n = dt_text_line(file->bytes, file->size, &next);
	struct dt_lines_word line = { file->bytes, n };
	struct dt_vkey key;
	if (next != file->size || !dt_vkey_read(&key, line))
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "it is no public key, or more than one");
	const struct dt_vkey *known = dt_verify_find(v, key.type, key.name);
	if (v->named && (known == NULL || !dt_vkey_same(known, &key)))
		return dt_verdict_say(why, DT_VERDICT_STRANGER,
		    "the key '%.*s' is none of those that are named",
		    DT_LINES_SHOW(key.name));
	return dt_verify_words(v, file, why, v->named ? "it is the key %.*s "
	    "that is named" : "it is a sound key, that calls itself %.*s; "
	    "whose it is, no file can prove", DT_LINES_SHOW(key.name));
}
