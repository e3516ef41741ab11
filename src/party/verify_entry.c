/* verify_entry: what a signed entry proves, in words, one row a kind. */
#include <inttypes.h>
#include <string.h>

#include "party/verify_internal.h"
#include "proof/base64.h"

enum { EXPERIMENT = 16 };       /* digits, as in the names of its keys */

enum dt_verdict
dt_verify_words(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	file->words = dt_arena_vprint(v->arena, format, args);
	va_end(args);
	return file->words ? DT_VERDICT_GOOD : dt_verdict_no_memory(why);
}

/*
 * A sentence of a kind. In it stand for words of the entry: %a agent, %o the
 * officer, %r its role, %m move, %w "run 7, round 17", %s "runs 1 to 9", %n
 * the count, %e the experiment, %t the treaty's hash, %k the key, %p its
 * public part, %i the identity.
 */
static const char *const sentences[] = {
	[DT_ENTRY_REGISTER] = "%i says that %k signs for %a, as %r, in the "
	    "experiment %e",
	[DT_ENTRY_RATIFY] = "%a has ratified the treaty whose text has the "
	    "SHA-256 %t",
	[DT_ENTRY_PLEDGE] = "%a pledges to pause from %w on if all the %n keys "
	    "that it names pledge the same",
	[DT_ENTRY_COMMIT] = "%a was bound to one move of %w before it showed "
	    "which",
	[DT_ENTRY_OPEN] = "%a declared %m in %w",
	[DT_ENTRY_LEDGER] = "%a was bound to a ledger of its work in %w, in %n "
	    "chunks, before anybody knew which would be looked at",
	[DT_ENTRY_FINDING] = "the inspector %o says that %a played %m in %w; "
	    "that it is right, this does not prove",
	[DT_ENTRY_MISSING] = "the referee %o says that %a showed no move in "
	    "%w, so that %m counts",
	[DT_ENTRY_OUTCOME] = "the referee %o signed the digest of what "
	    "happened in %s",
	[DT_ENTRY_EPOCH] = "%a was bound to its moves of %s, in %n "
	    "commitments, by one root",
	[DT_ENTRY_WITHDRAW] = "%a leaves the treaty from %w on",
	[DT_ENTRY_ROTATE] = "%a signs by the key %k from this entry on, and "
	    "its identity is %i",
	[DT_ENTRY_REVOKE] = "nothing that %a signs by the key %k after this "
	    "entry counts",
	[DT_ENTRY_LAPSE] = "the referee %o says that the time for pledges of "
	    "%w is over",
	[DT_ENTRY_PROPOSE] = "%a proposed in %w of talks the text whose "
	    "SHA-256 is %t",
	[DT_ENTRY_ANSWER] = "%a answered in %w of talks %m to the text whose "
	    "SHA-256 is %t",
	[DT_ENTRY_SIGN] = "%a signed in %w of talks the text whose SHA-256 is "
	    "%t, bound if all the %n keys that it names sign the same",
	[DT_ENTRY_HOME] = "%a says of %w of talks that at home the text whose "
	    "SHA-256 is %t was %m",
	[DT_ENTRY_ENTER] = "the referee %o says that in %w of talks the text "
	    "whose SHA-256 is %t entered into force",
	[DT_ENTRY_ACCEDE] = "%a joined in %w of talks the text in force whose "
	    "SHA-256 is %t",
	[DT_ENTRY_LEAVE] = "%a walked out of the talks in %w",
	[DT_ENTRY_END] = "the referee %o says that the talks ended in %w "
	    "without agreement: %m",
	[DT_ENTRY_ENROL] = "who holds the key %p has a seat in the class %e",
};

/* Whoever adds a kind adds what it says. */
_Static_assert(sizeof(sentences) / sizeof(sentences[0]) == DT_ENTRY_KINDS,
    "the last kind has its sentence");

static void
add_word(const struct dt_entry *e, char letter, struct dt_text *text)
{
	const struct { char letter; struct dt_lines_word word; } words[] = {
		{ 'a', e->agent }, { 'o', e->officer }, { 'r', e->role },
		{ 'm', e->move }, { 'k', e->key.name },
		{ 'i', e->identity.name },
	};
	char hex[DT_HASH_HEX];
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (words[i].letter == letter)
			dt_text_add_n(text, words[i].word.at,
			    words[i].word.size);
	if (letter == 'w')
		dt_text_add(text, "run %" PRIu64 ", round %" PRIu64, e->run,
		    e->round);
	else if (letter == 's')
		dt_text_add(text, "the runs %" PRIu64 " to %" PRIu64,
		    e->first_run, e->last_run);
	else if (letter == 'n')
		dt_text_add(text, "%" PRIu64, e->awaited > 0 ?
		    (uint64_t)e->awaited : e->count);
	else if (letter == 'p')
		dt_base64_add(text, e->key.public, DT_SIGN_PUBLIC);
	else if (letter == 'e')
		dt_text_add(text, "%.*s", EXPERIMENT,
		    dt_hash_hex(e->experiment, hex));
	else if (letter == 't')
		dt_text_add(text, "%s", dt_hash_hex(e->treaty, hex));
}

enum dt_verdict
dt_verify_say(struct dt_verify *v, struct dt_verify_file *file,
    struct dt_error *why)
{
	struct dt_text text = { 0 };
	for (const char *at = sentences[file->entry.kind]; *at; at++) {
		if (*at == '%')
			add_word(&file->entry, *++at, &text);
		else
			dt_text_add_n(&text, at, 1);
	}
	enum dt_verdict verdict = text.failed ? dt_verdict_no_memory(why) :
	    dt_verify_words(v, file, why, "%s", dt_text_string(&text));
	dt_text_free(&text);
	return verdict;
}
