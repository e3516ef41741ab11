/* say: see say.h. Who speaks, and that nobody contradicts itself. */
#include "party/say_internal.h"

#include <string.h>

/* The member whose identity that is now. */
static bool
find_member(struct dt_say *say)
{
	const struct dt_protocol *p = &say->book->protocol;
	for (size_t i = 0; i < p->charter.n; i++) {
		const struct dt_vkey *key = &p->charter.members[i].identity;
		const struct dt_registry_row *row = dt_registry_find(
		    &p->registry, key->name);
		say->member = i;
		say->name = key->name;
		if (dt_vkey_same(row ? &row->identity : key,
		    &say->identity->vkey))
			return true;
	}
	return false;
}

enum dt_status
dt_say_start(struct dt_say *say, struct dt_book *book,
    const struct dt_key *identity, uint64_t now, struct dt_error *err)
{
	*say = (struct dt_say){ .book = book, .identity = identity,
		.now = now };
	if (book->verdict)
		return dt_status_fail(err, DT_EINPUT, "%s is not authentic, "
		    "and nothing is said by it: %s", book->folder.path,
		    book->why.message);
	if (!find_member(say))
		return dt_status_fail(err, DT_EUSAGE, "'%.*s' is no member "
		    "of the log in %s, or not by this key",
		    DT_LINES_SHOW(identity->vkey.name), book->folder.path);
	return dt_key_session(&say->session, identity,
	    book->protocol.charter.name, err);
}

void
dt_say_free(struct dt_say *say)
{
	dt_key_free(say->session);
	dt_text_free(&say->text);
}

/* A text of said-NAME.txt, whose signature line is passed over. */
static bool
take_said(struct dt_lines *lines, struct dt_entry_signed *said)
{
	struct dt_lines_word text, line;
	struct dt_lines after = *lines;
	if (dt_note_take_text(&after, &text, NULL) != DT_VERDICT_GOOD ||
	    !dt_lines_next(&after, &line) || !dt_lines_gap(&after))
		return false;
	*said = (struct dt_entry_signed){ .text = text.at,
		.size = text.size };
	*lines = after;
	return true;
}

static enum dt_status
look_back(struct dt_lines *lines, const struct dt_entry_signed *made,
    bool *known, const char *name, struct dt_error *err)
{
	struct dt_entry_signed said;
	while (take_said(lines, &said)) {
		bool same = said.size == made->size &&
		    memcmp(said.text, made->text, said.size) == 0;
		*known = *known || same;
		if (!same && dt_entry_same_slot(&said, made))
			return dt_status_fail(err, DT_EUSAGE, "another thing "
			    "about the same was signed before, which would be "
			    "a proof of equivocation: see %s", name);
	}
	return DT_OK;
}

/* What is behind the last whole statement was never handed out. */
static enum dt_status
note_said(struct dt_say *say, const struct dt_entry_signed *made,
    const struct dt_text *note, struct dt_error *err)
{
	const struct dt_log_folder *folder = &say->book->folder;
	const char *bytes, *name = dt_arena_print(folder->arena,
	    "said-%.*s.txt", DT_LINES_SHOW(say->name));
	size_t size;
	bool known = false;
	if (name == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = dt_log_folder_read(folder, name, true, &bytes,
	    &size, err);
	struct dt_lines lines = { bytes, size, false };
	if (status == DT_OK)
		status = look_back(&lines, made, &known, name, err);
	return status || known ? status : dt_log_folder_append(folder, name,
	    size - lines.left, note->bytes, note->size, err);
}

static enum dt_status
take(struct dt_say *say, const struct dt_text *note, struct dt_error *err)
{
	const char *bytes = dt_arena_copy_n(say->book->folder.arena,
	    note->bytes, note->size);
	struct dt_lines lines = { bytes, note->size, false };
	struct dt_error why = { 0 };
	if (bytes == NULL)
		return dt_status_no_memory(err);
	enum dt_verdict verdict = dt_protocol_take(&say->book->protocol,
	    &lines, &why);
	return verdict == DT_VERDICT_GOOD ? DT_OK :
	    verdict == DT_VERDICT_UNKNOWN ? dt_status_no_memory(err) :
	    dt_status_fail(err, DT_EUSAGE, "not now: %s", why.message);
}

static bool
is_said(const struct dt_say *say, const struct dt_entry_signed *made)
{
	struct dt_protocol_entry e = { .text = *made };
	return dt_protocol_said(&say->book->protocol, &e) <
	    say->book->protocol.n;
}

static enum dt_status
sign(struct dt_say *say, struct dt_entry *entry, struct dt_text *text,
    struct dt_text *note, struct dt_error *err)
{
	const struct dt_key *key = dt_entry_by(entry->kind) ==
	    DT_ENTRY_BY_IDENTITY ? say->identity : say->session;
	struct dt_entry_signed made;
	enum dt_status status = dt_entry_print(entry, text, err);
	if (status)
		return status;
	made = (struct dt_entry_signed){ .text = text->bytes,
		.size = text->size };
	dt_key_sign(key, made.text, made.size, made.signature);
	dt_note_add_entry(&made, &key->vkey, note);
	dt_text_add_n(note, "\n", 1);
	if (note->failed)
		return dt_status_no_memory(err);
	status = is_said(say, &made) ? DT_OK : take(say, note, err);
	return status ? status : note_said(say, &made, note, err);
}

enum dt_status
dt_say_sign(struct dt_say *say, struct dt_entry *entry, struct dt_error *err)
{
	struct dt_text text = { 0 }, note = { 0 };
	enum dt_status status = sign(say, entry, &text, &note, err);
	if (status == DT_OK)
		dt_text_add_n(&say->text, note.bytes, note.size);
	if (status == DT_OK && say->text.failed)
		status = dt_status_no_memory(err);
	dt_text_free(&text);
	dt_text_free(&note);
	return status;
}
