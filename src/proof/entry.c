/* entry: see entry.h. What is asked of entries; printing. */
#include "proof/entry_table.h"

#include <inttypes.h>
#include <string.h>

#include "proof/base64.h"

const char *
dt_entry_word(enum dt_entry_kind kind)
{
	return dt_entry_table[kind].word;
}

enum dt_entry_by
dt_entry_by(enum dt_entry_kind kind)
{
	return dt_entry_table[kind].by;
}

const char *
dt_entry_role(enum dt_entry_kind kind)
{
	return dt_entry_table[kind].role;
}

struct dt_lines_word
dt_entry_signer(const struct dt_entry *entry)
{
	return entry->officer.size ? entry->officer : entry->agent;
}

static bool
print_word(struct dt_lines_word word, bool fits, struct dt_text *text)
{
	if (fits)
		dt_text_add_n(text, word.at, word.size);
	return fits;
}

static bool
print_number(uint64_t number, struct dt_text *text)
{
	dt_text_add(text, "%" PRIu64, number);
	return number >= 1 && number <= INT64_MAX;
}

static void
print_hex(const unsigned char *hash, struct dt_text *text)
{
	char hex[DT_HASH_HEX];
	dt_text_add_n(text, dt_hash_hex(hash, hex), DT_HASH_HEX - 1);
}

static bool
print_vkey(const struct dt_vkey *vkey, struct dt_text *text)
{
	dt_vkey_print(vkey, text);
	return vkey->type == DT_VKEY_ED25519;
}

static bool
print_value(const struct dt_entry *entry, const struct dt_entry_line *line,
    struct dt_text *text)
{
	const void *at = (const char *)entry + line->offset;
	const struct dt_lines_word *word = at;
	switch (line->type) {
	case DT_ENTRY_NAME:
		return print_word(*word, dt_lines_is_name(*word), text);
	case DT_ENTRY_SHOUT:
		return print_word(*word, dt_lines_is_shout(*word), text);
	case DT_ENTRY_NUMBER:
		return print_number(*(const uint64_t *)at, text);
	case DT_ENTRY_VKEY:
		return print_vkey(at, text);
	case DT_ENTRY_HEX:
		print_hex(at, text);
		return true;
	default:
		if (line->type == DT_ENTRY_HASH_OR_NONE && entry->uncommitted)
			dt_text_add_n(text, "none", 4);
		else
			dt_base64_add(text, at, DT_HASH_BYTES);
		return true;
	}
}

static bool
print_keys(const struct dt_entry *entry, const char *key,
    struct dt_text *text)
{
	for (size_t i = 0; i < entry->awaited; i++) {
		if (i > 0 && memcmp(entry->awaits[i - 1], entry->awaits[i],
		    DT_SIGN_PUBLIC) >= 0)
			return false;
		dt_text_add(text, "\n%s ", key);
		dt_base64_add(text, entry->awaits[i], DT_SIGN_PUBLIC);
	}
	return entry->awaited >= 1 && entry->awaited <= DT_ENTRY_KEYS_MOST;
}

static bool
print_line(const struct dt_entry *entry, const struct dt_entry_line *line,
    struct dt_text *text)
{
	if (line->type == DT_ENTRY_KEYS)
		return entry->awaited <= DT_ENTRY_KEYS_MOST &&
		    print_keys(entry, line->key, text);
	dt_text_add_n(text, "\n", 1);
	dt_text_add_n(text, line->key, strlen(line->key));
	dt_text_add_n(text, " ", 1);
	return print_value(entry, line, text);
}

enum dt_status
dt_entry_print(const struct dt_entry *entry, struct dt_text *text,
    struct dt_error *err)
{
	const struct dt_entry_form *form = &dt_entry_table[entry->kind];
	dt_text_add(text, "detente.example/%s/v1", form->word);
	for (const struct dt_entry_line *line = form->lines; line->key; line++)
		if (!print_line(entry, line, text))
			return dt_status_fail(err, DT_EUSAGE, "entry '%s': "
			    "'%s' cannot be written", form->word, line->key);
	if (entry->first_run > entry->last_run)
		return dt_status_fail(err, DT_EUSAGE, "entry '%s': "
		    "'last-run' is before 'first-run'", form->word);
	return text->failed ? dt_status_no_memory(err) : DT_OK;
}

/* The bytes of the first lines: as far as a text says what it is about. */
static size_t
slot_size(const struct dt_entry_signed *entry)
{
	struct dt_lines lines = { .at = entry->text, .left = entry->size,
		.bare = true };
	struct dt_lines_word line;
	enum dt_entry_kind kind = dt_entry_table_find(&lines);
	if (kind == DT_ENTRY_KINDS)
		return 0;
	for (size_t i = 0; i < dt_entry_table[kind].slot; i++)
		if (!dt_lines_next(&lines, &line))
			return 0;
	return (size_t)(lines.at - entry->text);
}

bool
dt_entry_same_slot(const struct dt_entry_signed *a,
    const struct dt_entry_signed *b)
{
	size_t size = slot_size(a);
	return size > 0 && size == slot_size(b) &&
	    memcmp(a->text, b->text, size) == 0;
}

enum dt_status
dt_entry_commitment(const struct dt_entry *opening,
    unsigned char commitment[DT_HASH_BYTES], struct dt_error *err)
{
	struct dt_text text = { 0 };
	enum dt_status status = dt_entry_print(opening, &text, err);
	if (status == DT_OK)
		dt_hash_of(text.bytes, text.size, commitment);
	dt_text_free(&text);
	return status;
}

bool
dt_entry_opens(const struct dt_entry *commit, const struct dt_entry *opening,
    const char *text, size_t size)
{
	unsigned char digest[DT_HASH_BYTES];
	dt_hash_of(text, size, digest);
	return commit->kind == DT_ENTRY_COMMIT &&
	    opening->kind == DT_ENTRY_OPEN && commit->run == opening->run &&
	    commit->round == opening->round &&
	    dt_lines_same(commit->agent, opening->agent) &&
	    memcmp(commit->hash, digest, sizeof(digest)) == 0;
}
