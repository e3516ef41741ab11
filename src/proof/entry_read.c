/*
 * entry_read: the strict reader of what entry.c writes.
 *
 * Every piece is read in its one form. At the end the entry is written again
 * and compared: a reader that is laxer than the writer then shows at once.
 */
#include "proof/entry_table.h"

#include <string.h>

static bool
read_keys(struct dt_lines *lines, const char *key, struct dt_entry *entry)
{
	struct dt_lines_word word;
	size_t n = 0;
	while (n < DT_ENTRY_KEYS_MOST && dt_lines_value(lines, key, &word)) {
		if (!dt_lines_base64(word, entry->awaits[n], DT_SIGN_PUBLIC) ||
		    (n > 0 && memcmp(entry->awaits[n - 1], entry->awaits[n],
		    DT_SIGN_PUBLIC) >= 0))
			return false;
		n++;
	}
	entry->awaited = n;
	return n > 0;
}

static bool
read_value(struct dt_lines_word word, const struct dt_entry_line *line,
    struct dt_entry *entry)
{
	void *at = (char *)entry + line->offset;
	uint64_t *number = at;
	switch (line->type) {
	case DT_ENTRY_NAME:
		*(struct dt_lines_word *)at = word;
		return dt_lines_is_name(word);
	case DT_ENTRY_SHOUT:
		*(struct dt_lines_word *)at = word;
		return dt_lines_is_shout(word);
	case DT_ENTRY_NUMBER:
		return dt_lines_number(word, number) && *number >= 1;
	case DT_ENTRY_HEX:
		return dt_lines_hex(word, at, DT_HASH_BYTES);
	case DT_ENTRY_VKEY:
		return dt_vkey_read(at, word) &&
		    ((struct dt_vkey *)at)->type == DT_VKEY_ED25519;
	case DT_ENTRY_HASH_OR_NONE:
		entry->uncommitted = dt_lines_is(word, "none");
		return entry->uncommitted ||
		    dt_lines_base64(word, at, DT_HASH_BYTES);
	default:
		return dt_lines_base64(word, at, DT_HASH_BYTES);
	}
}

static bool
read_line(struct dt_lines *lines, const struct dt_entry_line *line,
    struct dt_entry *entry)
{
	struct dt_lines_word word;
	if (line->type == DT_ENTRY_KEYS)
		return read_keys(lines, line->key, entry);
	return dt_lines_value(lines, line->key, &word) &&
	    read_value(word, line, entry);
}

static enum dt_verdict
print_again(const struct dt_entry *entry, const char *bytes, size_t size,
    struct dt_error *why)
{
	struct dt_text text = { 0 };
	enum dt_verdict verdict = DT_VERDICT_GOOD;
	enum dt_status status = dt_entry_print(entry, &text, why);
	if (status == DT_ENOMEM)
		verdict = DT_VERDICT_UNKNOWN;
	else if (status || text.size != size ||
	    memcmp(text.bytes, bytes, size) != 0)
		verdict = dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "entry '%s': not in its one form",
		    dt_entry_word(entry->kind));
	dt_text_free(&text);
	return verdict;
}

enum dt_verdict
dt_entry_read(const char *bytes, size_t size, struct dt_entry *entry,
    struct dt_error *why)
{
	struct dt_lines lines = { .at = bytes, .left = size, .bare = true };
	*entry = (struct dt_entry){ .kind = dt_entry_table_find(&lines) };
	if (entry->kind == DT_ENTRY_KINDS)
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "the first line names no kind of entry");
	const struct dt_entry_form *form = &dt_entry_table[entry->kind];
	for (const struct dt_entry_line *line = form->lines; line->key; line++)
		if (!read_line(&lines, line, entry))
			return dt_verdict_say(why, DT_VERDICT_MALFORMED,
			    "entry '%s': '%s' is missing, out of place or "
			    "wrong", form->word, line->key);
	if (lines.left > 0)
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "entry '%s': more than its lines", form->word);
	return print_again(entry, bytes, size, why);
}
