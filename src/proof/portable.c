/* portable: see portable.h. */
#include "proof/portable.h"

#include <inttypes.h>
#include <string.h>

#include "proof/base64.h"

static const char kind[] = "c2sp.org/tlog-proof@v1";

void
dt_portable_add_proof(uint64_t index, const struct dt_merkle_proof *proof,
    struct dt_text *text)
{
	dt_text_add(text, "index %" PRIu64 "\n", index);
	for (size_t i = 0; i < proof->n; i++) {
		dt_base64_add(text, proof->hashes[i].bytes, DT_HASH_BYTES);
		dt_text_add_n(text, "\n", 1);
	}
}

void
dt_portable_print(uint64_t index, const struct dt_merkle_proof *proof,
    const char *checkpoint, size_t size, struct dt_text *text)
{
	dt_text_add(text, "%s\n", kind);
	dt_portable_add_proof(index, proof, text);
	dt_text_add_n(text, "\n", 1);
	dt_text_add_n(text, checkpoint, size);
}

bool
dt_portable_take_proof(struct dt_lines *lines, uint64_t *index,
    struct dt_merkle_proof *proof)
{
	struct dt_lines_word word;
	struct dt_lines after;
	proof->n = 0;
	if (!dt_lines_value(lines, "index", &word) ||
	    !dt_lines_number(word, index))
		return false;
	for (after = *lines; dt_lines_next(&after, &word); *lines = after)
		if (proof->n == DT_MERKLE_PROOF_MOST || !dt_lines_base64(word,
		    proof->hashes[proof->n++].bytes, DT_HASH_BYTES))
			return false;
	return true;
}

static enum dt_verdict
take(struct dt_lines *lines, const struct dt_note_pins *pins,
    struct dt_portable *portable, struct dt_error *why)
{
	if (!dt_lines_exactly(lines, kind))
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "the first line is not %s", kind);
	if (!dt_portable_take_proof(lines, &portable->index,
	    &portable->proof) || !dt_lines_gap(lines))
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "not an index, hashes and an empty line");
	return dt_note_read(lines->at, lines->left, pins,
	    &portable->checkpoint, why);
}

/* The checkpoint was compared by its own reader. */
static enum dt_verdict
print_again(const struct dt_portable *portable, const char *bytes,
    struct dt_lines checkpoint, struct dt_error *why)
{
	struct dt_text text = { 0 };
	enum dt_verdict verdict = DT_VERDICT_GOOD;
	size_t size = (size_t)(checkpoint.at - bytes);
	dt_portable_print(portable->index, &portable->proof, "", 0, &text);
	if (text.failed)
		verdict = dt_verdict_no_memory(why);
	else if (text.size != size || memcmp(text.bytes, bytes, size) != 0)
		verdict = dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "the proof is not in its one form");
	dt_text_free(&text);
	return verdict;
}

enum dt_verdict
dt_portable_read(const char *bytes, size_t size,
    const struct dt_note_pins *pins, const struct dt_merkle_hash *leaf,
    struct dt_portable *portable, struct dt_error *why)
{
	struct dt_lines lines = { .at = bytes, .left = size };
	*portable = (struct dt_portable){ 0 };
	enum dt_verdict verdict = take(&lines, pins, portable, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = print_again(portable, bytes, lines, why);
	if (verdict == DT_VERDICT_GOOD && !dt_merkle_includes(
	    &portable->checkpoint.root, portable->checkpoint.size,
	    portable->index, leaf, &portable->proof))
		verdict = dt_verdict_say(why, DT_VERDICT_UNPROVED, "the entry "
		    "is not at index %" PRIu64 " under that checkpoint",
		    portable->index);
	return verdict;
}
