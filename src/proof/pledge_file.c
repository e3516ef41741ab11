/* pledge_file: a halt, or why there was none, as a file; see pledge.h. */
#include "proof/pledge.h"

#include <inttypes.h>
#include <string.h>

#include "base/memory.h"
#include "proof/base64.h"

static const char kind[] = "detente.example/halt/v1";

static void
add_head(const struct dt_pledge_question *q,
    const struct dt_pledge_ruling *ruling, struct dt_text *text)
{
	dt_text_add(text, "%s\ntreaty ", kind);
	dt_base64_add(text, q->treaty, DT_HASH_BYTES);
	dt_text_add(text, "\nrun %" PRIu64 "\nround %" PRIu64 "\ndeadline %"
	    PRIu64 "\n", q->run, q->round, q->deadline);
	for (size_t i = 0; i < q->n; i++)
		dt_text_add(text, "party %.*s\n",
		    DT_LINES_SHOW(q->parties[i]));
	if (ruling->answer == DT_PLEDGE_BINDING)
		dt_text_add(text, "answer binding %" PRIu64 "\n",
		    ruling->entry);
	else
		dt_text_add(text, "answer %s %.*s\n",
		    dt_pledge_word(ruling->answer),
		    DT_LINES_SHOW(q->parties[ruling->party]));
	dt_text_add_n(text, "\n", 1);
}

static bool
turns(const struct dt_entry *entry)
{
	return entry->kind == DT_ENTRY_ROTATE ||
	    entry->kind == DT_ENTRY_REVOKE;
}

/* By the keys that count at that entry, which it may change. */
static enum dt_verdict
check_entry(const struct dt_entry_signed *signed_entry,
    struct dt_registry *registry, struct dt_text *text, struct dt_error *err)
{
	struct dt_entry entry;
	enum dt_verdict verdict = dt_entry_read(signed_entry->text,
	    signed_entry->size, &entry, err);
	if (verdict == DT_VERDICT_GOOD && entry.kind == DT_ENTRY_REGISTER)
		verdict = dt_registry_add(registry, signed_entry, err);
	if (verdict == DT_VERDICT_GOOD)
		verdict = dt_registry_check(registry, signed_entry, &entry,
		    err);
	if (verdict)
		return verdict;
	dt_note_add_entry(signed_entry, dt_registry_signer(registry, &entry),
	    text);
	dt_text_add_n(text, "\n", 1);
	return turns(&entry) ? dt_registry_turn(registry, signed_entry, err) :
	    DT_VERDICT_GOOD;
}

static enum dt_status
add_entries(const struct dt_entry_signed *log, uint64_t n,
    const unsigned char experiment[DT_HASH_BYTES], struct dt_text *text,
    struct dt_error *err)
{
	struct dt_registry registry = { 0 };
	enum dt_verdict verdict = DT_VERDICT_GOOD;
	memcpy(registry.experiment, experiment, DT_HASH_BYTES);
	for (uint64_t i = 0; i < n && verdict == DT_VERDICT_GOOD; i++)
		verdict = check_entry(&log[i], &registry, text, err);
	dt_registry_free(&registry);
	if (verdict == DT_VERDICT_GOOD)
		return DT_OK;
	if (verdict == DT_VERDICT_UNKNOWN)
		return DT_ENOMEM;
	if (err != NULL)
		err->status = DT_EUSAGE;
	return DT_EUSAGE;
}

enum dt_status
dt_pledge_print(const struct dt_entry_signed *log, uint64_t n,
    const struct dt_registry *registry,
    const struct dt_pledge_question *question,
    struct dt_lines_word checkpoint, struct dt_text *text,
    struct dt_error *err)
{
	struct dt_pledge_ruling ruling;
	struct dt_pledge_question whole = *question;
	whole.from = 0;
	enum dt_status status = dt_pledge_find(log, n, registry, &whole,
	    &ruling, err);
	if (status == DT_OK)
		add_head(&whole, &ruling, text);
	if (status == DT_OK)
		status = add_entries(log, n, registry->experiment, text, err);
	if (status)
		return status;
	dt_text_add_n(text, checkpoint.at, checkpoint.size);
	return text->failed ? dt_status_no_memory(err) : DT_OK;
}

/* What a file says, as far as it has been read. */
struct file {
	struct dt_pledge_question question;
	struct dt_lines_word parties[DT_ENTRY_KEYS_MOST];
	struct dt_lines_word head;
	struct dt_registry registry;
	struct dt_entry_signed *log;    /* owned */
	uint64_t n, room;
	struct dt_merkle tree;
};

static bool
take_number(struct dt_lines *lines, const char *key, uint64_t *number)
{
	struct dt_lines_word word;
	return dt_lines_value(lines, key, &word) &&
	    dt_lines_number(word, number);
}

static enum dt_verdict
take_head(struct dt_lines *lines, struct file *file, struct dt_error *why)
{
	struct dt_pledge_question *q = &file->question;
	struct dt_lines_word word;
	const char *start = lines->at;
	bool good = dt_lines_exactly(lines, kind) &&
	    dt_lines_value(lines, "treaty", &word) &&
	    dt_lines_base64(word, q->treaty, DT_HASH_BYTES) &&
	    take_number(lines, "run", &q->run) &&
	    take_number(lines, "round", &q->round) &&
	    take_number(lines, "deadline", &q->deadline);
	while (good && q->n < DT_ENTRY_KEYS_MOST &&
	    dt_lines_value(lines, "party", &file->parties[q->n]))
		good = dt_lines_is_name(file->parties[q->n++]);
	good = good && q->n > 0 && dt_lines_value(lines, "answer", &word) &&
	    dt_lines_gap(lines);
	q->parties = file->parties;
	file->head = (struct dt_lines_word){ start,
		(size_t)(lines->at - start) };
	return good ? DT_VERDICT_GOOD : dt_verdict_say(why,
	    DT_VERDICT_MALFORMED, "not the head of a halt");
}

static enum dt_verdict
keep(struct file *file, const struct dt_entry_signed *note,
    struct dt_error *why)
{
	struct dt_merkle_hash leaf;
	if (file->n == file->room) {
		uint64_t room = file->room ? 2 * file->room : 64;
		struct dt_entry_signed *log = dt_memory_resize(file->log,
		    room, sizeof(*log));
		if (log == NULL)
			return dt_verdict_no_memory(why);
		file->log = log;
		file->room = room;
	}
	file->log[file->n++] = *note;
	dt_merkle_leaf(note->text, note->size, &leaf);
	dt_merkle_add(&file->tree, &leaf);
	return DT_VERDICT_GOOD;
}

/* The signature line of a text, checked: a registration's by the identity
 * that it names, another's by whom has been registered. */
static enum dt_verdict
take_signature(struct dt_lines *lines, struct file *file,
    struct dt_entry_signed *note, struct dt_error *why)
{
	struct dt_entry entry;
	enum dt_verdict verdict = dt_entry_read(note->text, note->size,
	    &entry, why);
	if (verdict)
		return verdict;
	bool registers = entry.kind == DT_ENTRY_REGISTER;
	const struct dt_vkey *signer = registers ? &entry.identity :
	    dt_registry_signer(&file->registry, &entry);
	if (signer == NULL)
		return dt_verdict_say(why, DT_VERDICT_STRANGER, "entry %"
		    PRIu64 " is by nobody who is registered", file->n);
	verdict = dt_note_take_signature(lines, signer, note->signature, why);
	if (verdict)
		return verdict;
	if (registers && file->registry.n == 0)
		memcpy(file->registry.experiment, entry.experiment,
		    DT_HASH_BYTES);
	if (registers)
		return dt_registry_add(&file->registry, note, why);
	return turns(&entry) ? dt_registry_turn(&file->registry, note, why) :
	    dt_registry_check(&file->registry, note, &entry, why);
}

static enum dt_verdict
take_entry(struct dt_lines *lines, struct file *file, struct dt_error *why)
{
	struct dt_lines_word text;
	enum dt_verdict verdict = dt_note_take_text(lines, &text, why);
	struct dt_entry_signed note = { .text = text.at, .size = text.size };
	if (verdict == DT_VERDICT_GOOD)
		verdict = take_signature(lines, file, &note, why);
	if (verdict == DT_VERDICT_GOOD && !dt_lines_gap(lines))
		verdict = dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "no empty line behind entry %" PRIu64, file->n);
	return verdict ? verdict : keep(file, &note, why);
}

static bool
at_checkpoint(struct dt_lines lines, const struct dt_note_pins *pins)
{
	struct dt_lines_word line;
	return !dt_lines_next(&lines, &line) ||
	    dt_lines_same(line, pins->log.name);
}

static enum dt_verdict
take_checkpoint(struct dt_lines *lines, const struct file *file,
    const struct dt_note_pins *pins, struct dt_error *why)
{
	struct dt_note_checkpoint checkpoint;
	struct dt_merkle_hash root;
	enum dt_verdict verdict = dt_note_read(lines->at, lines->left, pins,
	    &checkpoint, why);
	if (verdict)
		return verdict;
	dt_merkle_root(&file->tree, &root);
	if (checkpoint.size != file->n ||
	    !dt_merkle_same(&checkpoint.root, &root))
		return dt_verdict_say(why, DT_VERDICT_UNPROVED, "the "
		    "checkpoint is not of these %" PRIu64 " entries",
		    file->n);
	return DT_VERDICT_GOOD;
}

/* Asks again, and holds the head against what it should be. */
static enum dt_verdict
judge(const struct file *file, struct dt_pledge_ruling *ruling,
    struct dt_error *why)
{
	struct dt_text again = { 0 };
	enum dt_status status = dt_pledge_find(file->log, file->n,
	    &file->registry, &file->question, ruling, why);
	if (status)
		return status == DT_ENOMEM ? DT_VERDICT_UNKNOWN :
		    DT_VERDICT_POINTLESS;
	add_head(&file->question, ruling, &again);
	enum dt_verdict verdict = DT_VERDICT_GOOD;
	if (again.failed)
		verdict = dt_verdict_no_memory(why);
	else if (again.size != file->head.size ||
	    memcmp(again.bytes, file->head.at, again.size) != 0)
		verdict = dt_verdict_say(why, DT_VERDICT_POINTLESS,
		    "the log does not give that answer, but '%s'",
		    dt_pledge_word(ruling->answer));
	dt_text_free(&again);
	return verdict;
}

enum dt_verdict
dt_pledge_read(const char *bytes, size_t size,
    const struct dt_registry_pin *pins, size_t pinned,
    const struct dt_note_pins *log_pins, struct dt_pledge_ruling *ruling,
    struct dt_lines_word *head, struct dt_error *why)
{
	struct dt_lines lines = { .at = bytes, .left = size };
	struct file file = { .registry = { .pins = pins, .pinned = pinned } };
	enum dt_verdict verdict = take_head(&lines, &file, why);
	while (verdict == DT_VERDICT_GOOD && !at_checkpoint(lines, log_pins))
		verdict = take_entry(&lines, &file, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = take_checkpoint(&lines, &file, log_pins, why);
	if (verdict == DT_VERDICT_GOOD)
		verdict = judge(&file, ruling, why);
	*head = file.head;
	dt_registry_free(&file.registry);
	dt_memory_free(file.log);
	return verdict;
}
