/* fork: see fork.h. */
#include "proof/fork.h"

#include <inttypes.h>
#include <string.h>

#include "proof/base64.h"
#include "proof/portable.h"

static const char kind[] = "detente.example/fork/v1";

bool
dt_fork_index(const struct dt_merkle_hash *a, const struct dt_merkle_hash *b,
    uint64_t size, uint64_t *index)
{
	for (*index = 0; *index < size; ++*index)
		if (!dt_merkle_same(&a[*index], &b[*index]))
			return true;
	return false;
}

/* Does a come first in the file? */
static bool
in_order(const struct dt_note_checkpoint *a,
    const struct dt_note_checkpoint *b)
{
	return a->size != b->size ? a->size < b->size :
	    memcmp(a->root.bytes, b->root.bytes, DT_HASH_BYTES) < 0;
}

static void
add_leaf(const struct dt_fork_view *view, uint64_t index,
    struct dt_text *text)
{
	dt_text_add(text, "\nleaf ");
	dt_base64_add(text, view->leaf.bytes, DT_HASH_BYTES);
	dt_text_add_n(text, "\n", 1);
	dt_portable_add_proof(index, &view->proof, text);
}

static void
add_views(const struct dt_fork_view *a, const struct dt_fork_view *b,
    bool leaves, uint64_t index, struct dt_text *text)
{
	dt_text_add(text, "%s\n\n", kind);
	dt_text_add_n(text, a->checkpoint.at, a->checkpoint.size);
	dt_text_add_n(text, "\n", 1);
	dt_text_add_n(text, b->checkpoint.at, b->checkpoint.size);
	if (leaves) {
		add_leaf(a, index, text);
		add_leaf(b, index, text);
	}
}

static enum dt_status
as_status(enum dt_verdict verdict, struct dt_error *err)
{
	if (verdict == DT_VERDICT_GOOD)
		return DT_OK;
	if (verdict == DT_VERDICT_UNKNOWN)
		return dt_status_no_memory(err);
	if (err != NULL)
		err->status = DT_EUSAGE;
	return DT_EUSAGE;
}

enum dt_status
dt_fork_print(const struct dt_fork_view *a, const struct dt_fork_view *b,
    uint64_t index, const struct dt_note_pins *pins, struct dt_text *text,
    struct dt_error *err)
{
	struct dt_note_checkpoint first, second;
	size_t start = text->size;
	enum dt_verdict verdict = dt_note_read(a->checkpoint.at,
	    a->checkpoint.size, pins, &first, err);
	if (verdict == DT_VERDICT_GOOD)
		verdict = dt_note_read(b->checkpoint.at, b->checkpoint.size,
		    pins, &second, err);
	if (verdict)
		return as_status(verdict, err);
	bool turned = !in_order(&first, &second);
	add_views(turned ? b : a, turned ? a : b, first.size != second.size,
	    index, text);
	if (text->failed)
		return dt_status_no_memory(err);
	return as_status(dt_fork_read(text->bytes + start, text->size - start,
	    pins, &first, &second, err), err);
}

/* A leaf with its proof under a checkpoint. */
static enum dt_verdict
take_leaf(struct dt_lines *lines, const struct dt_note_checkpoint *under,
    struct dt_merkle_hash *leaf, uint64_t *index, struct dt_error *why)
{
	struct dt_lines_word word;
	struct dt_merkle_proof proof;
	if (!dt_lines_gap(lines) || !dt_lines_value(lines, "leaf", &word) ||
	    !dt_lines_base64(word, leaf->bytes, DT_HASH_BYTES) ||
	    !dt_portable_take_proof(lines, index, &proof))
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "not a leaf with its index and hashes");
	if (!dt_merkle_includes(&under->root, under->size, *index, leaf,
	    &proof))
		return dt_verdict_say(why, DT_VERDICT_UNPROVED,
		    "the leaf is not at index %" PRIu64 " of %" PRIu64,
		    *index, under->size);
	return DT_VERDICT_GOOD;
}

static enum dt_verdict
take_difference(struct dt_lines *lines, const struct dt_note_checkpoint *a,
    const struct dt_note_checkpoint *b, struct dt_error *why)
{
	struct dt_merkle_hash leaf_a, leaf_b;
	uint64_t index_a = 0, index_b = 0;
	enum dt_verdict verdict = take_leaf(lines, a, &leaf_a, &index_a, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = take_leaf(lines, b, &leaf_b, &index_b, why);
	if (verdict == DT_VERDICT_GOOD && (index_a != index_b ||
	    dt_merkle_same(&leaf_a, &leaf_b)))
		verdict = dt_verdict_say(why, DT_VERDICT_POINTLESS,
		    "the leaves do not differ at one index");
	return verdict;
}

static enum dt_verdict
take(struct dt_lines *lines, const struct dt_note_pins *pins,
    struct dt_note_checkpoint *a, struct dt_note_checkpoint *b,
    struct dt_error *why)
{
	if (!dt_lines_exactly(lines, kind) || !dt_lines_gap(lines))
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "the first line is not %s", kind);
	enum dt_verdict verdict = dt_note_take(lines, pins, a, why);
	if (verdict == DT_VERDICT_GOOD && !dt_lines_gap(lines))
		verdict = dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "no second checkpoint");
	if (verdict == DT_VERDICT_GOOD)
		verdict = dt_note_take(lines, pins, b, why);
	if (verdict)
		return verdict;
	if (!in_order(a, b))
		return dt_verdict_say(why, DT_VERDICT_POINTLESS, "the "
		    "checkpoints are the same, or not in their order");
	return a->size == b->size ? DT_VERDICT_GOOD :
	    take_difference(lines, a, b, why);
}

enum dt_verdict
dt_fork_read(const char *bytes, size_t size, const struct dt_note_pins *pins,
    struct dt_note_checkpoint *a, struct dt_note_checkpoint *b,
    struct dt_error *why)
{
	struct dt_lines lines = { .at = bytes, .left = size };
	*a = *b = (struct dt_note_checkpoint){ 0 };
	enum dt_verdict verdict = take(&lines, pins, a, b, why);
	if (verdict == DT_VERDICT_GOOD && lines.left > 0)
		verdict = dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "there is more behind the fork");
	return verdict;
}
