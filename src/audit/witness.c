/* witness: see witness.h. */
#include "audit/witness.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/keep.h"
#include "proof/base64.h"
#include "proof/fork.h"

struct seeing {
	const struct dt_witness_view *view;
	struct dt_note_checkpoint now;
	struct dt_text path;            /* of the file of the log */
	struct dt_text old;             /* what it says */
	uint64_t size;                  /* of the tree that was seen */
	struct dt_error *err;
};

static enum dt_status
refuse(struct seeing *s, const char *words)
{
	return dt_status_fail(s->err, DT_ESTORE, "the witness does not "
	    "cosign %.*s: %s", DT_LINES_SHOW(s->view->log.name), words);
}

/* One call at a time: the lock goes with the file. -1: errno says why. */
static int
lock(const char *folder)
{
	if (mkdir(folder, 0700) != 0 && errno != EEXIST)
		return -1;
	int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (file >= 0 && flock(file, LOCK_EX) == 0)
		return file;
	if (file >= 0)
		close(file);
	return -1;
}

static enum dt_status
read_now(struct seeing *s, const char *folder)
{
	const struct dt_witness_view *v = s->view;
	struct dt_note_pins pins = { .log = v->log };
	struct dt_merkle_hash root;
	unsigned char digest[DT_HASH_BYTES];
	char hex[DT_HASH_HEX];
	if (dt_note_read(v->checkpoint, strlen(v->checkpoint), &pins,
	    &s->now, s->err) != DT_VERDICT_GOOD)
		return refuse(s, "what it shows is no checkpoint of its own");
	dt_merkle_root_of(v->leaves, v->n, &root);
	if (s->now.size != v->n || !dt_merkle_same(&root, &s->now.root))
		return refuse(s, "its entries do not give its root");
	struct dt_lines_word name = v->name ? dt_lines_word(v->name) :
	    v->log.name;
	dt_hash_of(name.at, name.size, digest);
	dt_text_add(&s->path, "%s/%s", folder, dt_hash_hex(digest, hex));
	return s->path.failed ? dt_status_no_memory(s->err) : DT_OK;
}

/* Who signs a head of that size. */
static const struct dt_vkey *
key_of(const struct seeing *s, uint64_t size)
{
	const struct dt_witness_view *v = s->view;
	const struct dt_vkey *key = v->key ? v->key(v->of, size) : &v->log;
	return key ? key : &v->log;
}

/* Two checkpoints of one size and two roots are a fork that anybody can
 * check. */
static void
show_fork(struct seeing *s, const char *before, const char *other,
    struct dt_text *fork)
{
	struct dt_note_pins pins = { .log = *key_of(s, s->size) };
	struct dt_fork_view a = { .checkpoint = dt_lines_word(before) };
	struct dt_fork_view b = { .checkpoint = dt_lines_word(other) };
	if (dt_fork_print(&a, &b, 0, &pins, fork, NULL) != DT_OK)
		dt_text_free(fork);
}

/* Is what was seen the beginning of what is shown now? */
static enum dt_status
compare(struct seeing *s, const char *before, struct dt_text *fork)
{
	const struct dt_witness_view *v = s->view;
	struct dt_note_pins pins = { .log = *key_of(s, s->size) };
	struct dt_note_checkpoint was;
	struct dt_merkle_hash root;
	if (dt_note_read(before, strlen(before), &pins, &was, s->err) !=
	    DT_VERDICT_GOOD)
		return refuse(s, "what it has kept of it cannot be read");
	if (was.size > s->now.size)
		return refuse(s, "it has cosigned a larger tree of this log");
	dt_merkle_root_of(v->leaves, was.size, &root);
	if (dt_merkle_same(&root, &was.root))
		return DT_OK;
	const char *other = was.size == s->now.size ? v->checkpoint :
	    v->head ? v->head(v->of, was.size) : NULL;
	if (other != NULL)
		show_fork(s, before, other, fork);
	return refuse(s, "it has cosigned another beginning of this log: "
	    "the log keeper shows two histories");
}

/* What the checkpoint behind the key says; by whose key it is read hangs on
 * it. */
static uint64_t
claimed(const struct dt_text *old)
{
	struct dt_lines lines = { dt_text_string(old), old->size, false };
	struct dt_lines_word line = { 0 };
	uint64_t size = 0;
	for (int i = 0; i < 3; i++)
		if (!dt_lines_next(&lines, &line))
			return 0;
	return dt_lines_number(line, &size) ? size : 0;
}

static enum dt_status
recall(struct seeing *s, struct dt_text *fork)
{
	bool there = false;
	struct dt_text vkey = { 0 };
	enum dt_status status = dt_keep_read(s->path.bytes, &s->old, &there,
	    s->err);
	if (status || !there)
		return status;
	s->size = claimed(&s->old);
	dt_vkey_print(key_of(s, s->size), &vkey);
	dt_text_add(&vkey, "\n");
	bool same = !vkey.failed && s->old.size > vkey.size &&
	    memcmp(s->old.bytes, vkey.bytes, vkey.size) == 0;
	status = vkey.failed ? dt_status_no_memory(s->err) : same ?
	    compare(s, s->old.bytes + vkey.size, fork) :
	    refuse(s, "another key has signed for this log before");
	dt_text_free(&vkey);
	return status;
}

/* The proof is checked as anybody would who gets it. */
static enum dt_status
prove(struct seeing *s, struct dt_text *text)
{
	const struct dt_witness_view *v = s->view;
	struct dt_merkle_proof proof = { 0 };
	struct dt_merkle_hash before;
	dt_merkle_root_of(v->leaves, s->size, &before);
	if (s->size > 0)
		dt_merkle_extend(v->leaves, s->size, v->n, &proof);
	if (!dt_merkle_extends(&before, s->size, &s->now.root, v->n, &proof))
		return refuse(s, "it is not shown to go on");
	dt_text_add(text, "old %" PRIu64 "\n", s->size);
	for (size_t i = 0; i < proof.n; i++) {
		dt_base64_add(text, proof.hashes[i].bytes, DT_HASH_BYTES);
		dt_text_add(text, "\n");
	}
	dt_text_add(text, "\n%s", v->checkpoint);
	return text->failed ? dt_status_no_memory(s->err) : DT_OK;
}

static enum dt_status
keep(struct seeing *s)
{
	struct dt_text text = { 0 };
	dt_vkey_print(&s->view->log, &text);
	dt_text_add(&text, "\n%s", s->view->checkpoint);
	enum dt_status status = dt_keep_write(s->path.bytes, &text, s->err);
	dt_text_free(&text);
	return status;
}

enum dt_status
dt_witness_see(const char *folder, const struct dt_witness_view *view,
    struct dt_text *proof, struct dt_text *fork, struct dt_error *err)
{
	struct seeing s = { .view = view, .err = err };
	int held = lock(folder);
	if (held < 0)
		return dt_status_fail(err, DT_EIO, "%s: %s", folder,
		    strerror(errno));
	enum dt_status status = read_now(&s, folder);
	if (status == DT_OK)
		status = recall(&s, fork);
	if (status == DT_OK)
		status = prove(&s, proof);
	if (status == DT_OK)
		status = keep(&s);
	dt_text_free(&s.path);
	dt_text_free(&s.old);
	close(held);
	return status;
}
