/* cosigned: see cosigned.h. */
#include "proof/cosigned.h"

#include <inttypes.h>
#include <string.h>

#include "base/memory.h"

static bool
is_pinned(const struct dt_pins *pins, const struct dt_vkey *witness)
{
	for (size_t i = 0; pins != NULL && i < pins->n_witnesses; i++)
		if (dt_vkey_same(&pins->witnesses[i], witness))
			return true;
	return false;
}

/* The note as far as its form goes: what it says is judged beside a log. */
static bool
take_note(struct dt_lines *lines, struct dt_cosigned *c)
{
	const char *start = lines->at;
	struct dt_lines_word line;
	size_t body = 0, signatures = 0;
	while (dt_lines_next(lines, &line))
		if (body++ == 0)
			c->origin = line;
	if (!dt_lines_gap(lines))
		return false;
	while (dt_lines_next(lines, &line))
		signatures++;
	c->note = (struct dt_lines_word){ start,
		(size_t)(lines->at - start) };
	return body == 3 && signatures == 2 && dt_lines_gap(lines);
}

static enum dt_status
take(struct dt_lines *lines, struct dt_cosigned *c, struct dt_arena *arena,
    bool *good, struct dt_error *err)
{
	struct dt_lines_word vkey;
	*good = dt_lines_value(lines, "witness", &vkey) &&
	    dt_vkey_read(&c->witness, vkey) &&
	    c->witness.type == DT_VKEY_COSIGNER && dt_lines_gap(lines) &&
	    take_note(lines, c);
	if (!*good)
		return DT_OK;
	c->vkey = dt_arena_copy_n(arena, vkey.at, vkey.size);
	return c->vkey ? DT_OK : dt_status_no_memory(err);
}

static enum dt_status
add(struct dt_cosigned_list *list, struct dt_arena *arena,
    const struct dt_cosigned *c, struct dt_error *err)
{
	/* grown at powers of two, in the arena */
	if ((list->n & (list->n - 1)) == 0) {
		struct dt_cosigned *items = dt_arena_new(arena,
		    list->n ? 2 * list->n : 1, sizeof(*items));
		if (items == NULL)
			return dt_status_no_memory(err);
		if (list->n > 0)
			memcpy(items, list->items, list->n * sizeof(*items));
		list->items = items;
	}
	list->items[list->n++] = *c;
	return DT_OK;
}

enum dt_status
dt_cosigned_read(struct dt_cosigned_list *list, struct dt_arena *arena,
    const char *name, const char *bytes, size_t size,
    const struct dt_pins *pins, struct dt_error *err)
{
	const char *copy = dt_arena_copy_n(arena, bytes, size);
	struct dt_lines lines = { .at = copy, .left = size };
	enum dt_status status = copy ? DT_OK : dt_status_no_memory(err);
	*list = (struct dt_cosigned_list){ 0 };
	while (status == DT_OK && lines.left > 0) {
		struct dt_cosigned c = { 0 };
		bool good;
		status = take(&lines, &c, arena, &good, err);
		if (status == DT_OK && !good)
			status = dt_status_fail(err, DT_EINPUT, "%s: record "
			    "%zu is no cosignature with its witness's key",
			    name, list->n + 1);
		c.pinned = is_pinned(pins, &c.witness);
		if (status == DT_OK)
			status = add(list, arena, &c, err);
	}
	return status;
}

void
dt_cosigned_print(const struct dt_vkey *witness, const char *note,
    size_t size, struct dt_text *text)
{
	dt_text_add(text, "witness ");
	dt_vkey_print(witness, text);
	dt_text_add(text, "\n\n");
	dt_text_add_n(text, note, size);
	dt_text_add(text, "\n");
}

static bool
is_of(const struct dt_cosigned_log *log, const struct dt_cosigned *c,
    uint64_t size)
{
	const struct dt_vkey *key = log->key(log->of, size);
	return key != NULL && dt_lines_same(key->name, c->origin);
}

/* How many entries it says; 0 where that is no number. */
static uint64_t
size_of(const struct dt_cosigned *c)
{
	struct dt_lines lines = { c->note.at, c->note.size, false };
	struct dt_lines_word line;
	uint64_t size = 0;
	(void)dt_lines_next(&lines, &line);
	return dt_lines_next(&lines, &line) && dt_lines_number(line, &size) ?
	    size : 0;
}

/* GOOD: verified, and of this log. */
static enum dt_verdict
check(const struct dt_cosigned *c, const struct dt_cosigned_log *log,
    struct dt_cosigned_seen *seen, struct dt_error *why)
{
	struct dt_note_checkpoint head;
	struct dt_note_pins pins = { .log = *log->key(log->of, size_of(c)),
		.witnesses = &c->witness, .n = 1 };
	enum dt_verdict verdict = dt_note_read(c->note.at, c->note.size,
	    &pins, &head, why);
	if (verdict == DT_VERDICT_GOOD && head.witnessed != 1)
		verdict = dt_verdict_say(why, DT_VERDICT_STRANGER,
		    "the witness has not cosigned it");
	if (verdict)
		return verdict;
	struct dt_merkle_hash root;
	bool here = log->root(log->of, head.size, &root);
	if (!here && head.size > log->size)
		return dt_verdict_say(why, DT_VERDICT_POINTLESS, "the log has "
		    "signed %" PRIu64 " entries, and %" PRIu64 " are here: "
		    "what came last was taken away", head.size, log->size);
	if (!here)
		return dt_verdict_say(why, DT_VERDICT_POINTLESS, "the log has "
		    "signed a checkpoint of %" PRIu64 " entries that is not "
		    "here", head.size);
	if (!dt_merkle_same(&root, &head.root))
		return dt_verdict_say(why, DT_VERDICT_POINTLESS, "the log has "
		    "signed other %" PRIu64 " entries: it shows two "
		    "histories", head.size);
	seen->vkey = c->vkey;
	seen->size = head.size;
	seen->time = head.times[0];
	seen->pinned = c->pinned;
	return verdict;
}

/* The largest tree of a witness stays; of one size the first time. */
static enum dt_status
keep(struct dt_cosigned_seen *seen, size_t *n, struct dt_cosigned_seen *new,
    const struct dt_cosigned *c, struct dt_arena *arena, struct dt_error *err)
{
	for (size_t i = 0; i < *n; i++)
		if (strcmp(seen[i].vkey, new->vkey) == 0) {
			new->witness = seen[i].witness;
			if (new->size > seen[i].size)
				seen[i] = *new;
			return DT_OK;
		}
	new->witness = dt_arena_copy_n(arena, c->witness.name.at,
	    c->witness.name.size);
	seen[(*n)++] = *new;
	return new->witness ? DT_OK : dt_status_no_memory(err);
}

static enum dt_status
refuse(const struct dt_cosigned *c, const struct dt_error *why,
    enum dt_status (*tell)(void *to, const char *words), void *to,
    struct dt_error *err)
{
	struct dt_text text = { 0 };
	dt_text_add(&text, "by '%.*s': %s", DT_LINES_SHOW(c->witness.name),
	    why->message);
	enum dt_status status = text.failed ? dt_status_no_memory(err) :
	    tell(to, dt_text_string(&text));
	dt_text_free(&text);
	return status;
}

enum dt_status
dt_cosigned_judge(struct dt_cosigned_list *list,
    const struct dt_cosigned_log *log, struct dt_arena *arena,
    struct dt_cosigned_seen **seen, size_t *n,
    enum dt_status (*tell)(void *to, const char *words), void *to,
    struct dt_error *err)
{
	enum dt_status status = DT_OK;
	*n = 0;
	*seen = dt_arena_new(arena, list->n + 1, sizeof(**seen));
	if (*seen == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < list->n && status == DT_OK; i++) {
		struct dt_cosigned *c = &list->items[i];
		struct dt_cosigned_seen one = { 0 };
		struct dt_error why = { 0 };
		if (!is_of(log, c, size_of(c)))
			continue;
		c->met = true;
		enum dt_verdict verdict = check(c, log, &one, &why);
		if (verdict == DT_VERDICT_UNKNOWN)
			return dt_status_no_memory(err);
		status = verdict ? refuse(c, &why, tell, to, err) :
		    keep(*seen, n, &one, c, arena, err);
	}
	return status;
}
