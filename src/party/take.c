/* take: see take.h. */
#include "party/take.h"

#include <inttypes.h>
#include <string.h>

#include "party/proofs.h"

static enum dt_status
copy(const struct dt_log_folder *from, const struct dt_log_folder *to,
    const char *name, struct dt_error *err)
{
	const char *bytes;
	size_t size;
	enum dt_status status = dt_log_folder_read(from, name, false, &bytes,
	    &size, err);
	return status ? status : dt_log_folder_write(to, name, bytes, size,
	    err);
}

/* The charter comes last: a folder that has one is whole. */
static enum dt_status
begin(const char *folder, const char *from, struct dt_arena *arena,
    struct dt_error *err)
{
	struct dt_log_folder to = { folder, arena, 0 };
	struct dt_log_folder other = { from, arena, 0 };
	const char *charter;
	size_t size;
	enum dt_status status = dt_log_folder_make(&to, err);
	if (status == DT_OK)
		status = dt_log_folder_read(&to, "charter.txt", true, &charter,
		    &size, err);
	if (status || charter != NULL)
		return status;
	status = copy(&other, &to, "treaty.yaml", err);
	return status ? status : copy(&other, &to, "charter.txt", err);
}

static enum dt_status
prove_fork(struct dt_book *own, const struct dt_book *other, uint64_t index,
    struct dt_take *take, struct dt_error *err)
{
	struct dt_text text = { 0 };
	struct dt_error not = { 0 };
	take->verdict = dt_verdict_say(&take->why, DT_VERDICT_POINTLESS,
	    "entry %" PRIu64 " is another one than that of this folder: the "
	    "keeper has shown two logs", index);
	enum dt_status status = dt_proofs_fork(own, other, index, &text, &not);
	if (status == DT_OK)
		status = dt_log_folder_write(&own->folder, "fork.txt",
		    text.bytes, text.size, err);
	if (status == DT_OK)
		take->fork = "fork.txt";
	dt_text_free(&text);
	return status == DT_EUSAGE ? DT_OK : status;
}

/* Where the entries of a book end that its last checkpoint covers. */
static size_t
covered_bytes(const struct dt_book *book, uint64_t n)
{
	const struct dt_protocol *p = &book->protocol;
	return n >= p->n ? book->log_end :
	    (size_t)(p->entries[n].text.text - book->log);
}

/* What comes behind what is had: the same bytes, as both are strict. */
static enum dt_status
go_on(struct dt_book *own, const struct dt_book *other, uint64_t now,
    struct dt_take *take, struct dt_error *err)
{
	uint64_t n = own->protocol.n, all = dt_book_covered(other);
	size_t notes = 0;
	if (all <= dt_book_covered(own))
		return DT_OK;
	size_t from = covered_bytes(other, n), to = covered_bytes(other, all);
	while (other->checkpoints[notes].size <= dt_book_covered(own))
		notes++;
	const char *note = other->checkpoints[notes].note.at;
	struct dt_lines_word last = other->checkpoints[other->n - 1].note;
	size_t size = (size_t)(last.at + last.size + 1 - note);
	take->taken = all > n ? all - n : 0;
	return dt_book_append(own, other->log + from, to > from ? to - from :
	    0, note, size, all, now, err);
}

static enum dt_status
compare(struct dt_book *own, const struct dt_book *other, uint64_t now,
    struct dt_take *take, struct dt_error *err)
{
	const struct dt_protocol *a = &own->protocol, *b = &other->protocol;
	if (memcmp(a->charter.name, b->charter.name, DT_HASH_BYTES) != 0) {
		take->verdict = dt_verdict_say(&take->why,
		    DT_VERDICT_STRANGER, "it is the log of another charter");
		return DT_OK;
	}
	take->before = a->n;
	for (uint64_t i = 0; i < a->n && i < b->n; i++)
		if (!dt_merkle_same(&a->leaves[i], &b->leaves[i]))
			return prove_fork(own, other, i, take, err);
	return go_on(own, other, now, take, err);
}

enum dt_status
dt_take_log(const char *folder, const char *from, struct dt_arena *arena,
    uint64_t now, struct dt_take *take, struct dt_error *err)
{
	struct dt_book own = { 0 }, other = { 0 };
	*take = (struct dt_take){ 0 };
	enum dt_status status = dt_book_open(&other, from, arena, false, err);
	if (status == DT_OK && other.verdict) {
		take->verdict = other.verdict;
		take->why = other.why;
	}
	if (status == DT_OK && take->verdict == DT_VERDICT_GOOD) {
		status = begin(folder, from, arena, err);
		if (status == DT_OK)
			status = dt_book_open(&own, folder, arena, true, err);
		if (status == DT_OK && own.verdict)
			status = dt_status_fail(err, DT_EINPUT, "%s is not "
			    "authentic: %s", folder, own.why.message);
		if (status == DT_OK)
			status = compare(&own, &other, now, take, err);
		dt_book_close(&own);
	}
	dt_book_close(&other);
	return status;
}
