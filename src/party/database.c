/* database: see database.h. Writing. */
#include "party/database.h"

#include <string.h>

#include "party/rounds.h"
#include "proof/base64.h"
#include "store/store_evidence.h"

const char dt_database_engine[] = "party";

struct write {
	const struct dt_book *book;
	const struct dt_protocol *p;
	const struct dt_database_provenance *provenance;
	struct dt_store *store;
	int64_t id;
	struct dt_arena *arena;
	int64_t *signers;       /* by entry: which signer */
	struct dt_error *err;
};

static char *
copy(const struct write *w, struct dt_lines_word word)
{
	return dt_arena_copy_n(w->arena, word.at, word.size);
}

/* The name that the treaty's text begins with. */
static const char *
treaty_name(const struct write *w)
{
	static const char key[] = "treaty: ";
	struct dt_lines_word text = w->book->texts.treaty;
	size_t next, n = dt_text_line(text.at, text.size, &next);
	size_t head = sizeof(key) - 1;
	bool named = n > head && memcmp(text.at, key, head) == 0;
	return named ? dt_arena_copy_n(w->arena, text.at + head, n - head) :
	    "unnamed";
}

static enum dt_status
register_it(struct write *w)
{
	const struct dt_charter *c = &w->p->charter;
	const struct dt_book_texts *t = &w->book->texts;
	struct dt_store_agent agents[DT_CHARTER_MOST] = { 0 };
	unsigned char hash[DT_HASH_BYTES];
	char key[DT_HASH_HEX], hex[DT_HASH_HEX];
	bool found;
	const char *config = dt_arena_print(w->arena, "%.*s\n%.*s",
	    DT_LINES_SHOW(t->charter), DT_LINES_SHOW(t->treaty));
	if (config == NULL)
		return dt_status_no_memory(w->err);
	dt_hash_of(config, strlen(config), hash);
	for (size_t i = 0; i < c->parties; i++) {
		agents[i] = (struct dt_store_agent){ .title = "", .host = "",
			.kind = "party", .strategy = "own", .status = "real",
			.weight = 1, .signs = true };
		agents[i].name = copy(w, c->members[i].identity.name);
	}
	struct dt_store_experiment row = {
		.key = dt_hash_hex(c->name, key), .scenario = "party",
		.title = "A log of real parties", .treaty = treaty_name(w),
		.payoffs = "none", .config = config,
		.config_sha256 = dt_hash_hex(hash, hex),
		.generator = "none", .engine = dt_database_engine,
		.detail = "rounds", .evidence = "full",
		.command = w->provenance->command,
		.version = w->provenance->version, .model_version = 1,
		.libraries = w->provenance->libraries, .runs = 1,
		.started_at = w->provenance->time,
	};
	return dt_store_register(w->store, &row, agents, c->parties, &w->id,
	    &found, w->err);
}

static enum dt_status
put_signer(struct write *w, int64_t number, const struct dt_entry *e,
    size_t member)
{
	struct dt_text session = { 0 }, identity = { 0 };
	const struct dt_charter_member *m = &w->p->charter.members[member];
	dt_vkey_print(&e->key, &session);
	dt_vkey_print(&e->identity, &identity);
	struct dt_store_signer row = { number, copy(w, m->identity.name),
		dt_charter_roles[m->role], dt_text_string(&session),
		dt_text_string(&identity) };
	enum dt_status status = row.name && !session.failed &&
	    !identity.failed ? dt_store_evidence_signer(w->store, w->id, &row,
	    w->err) : dt_status_no_memory(w->err);
	dt_text_free(&session);
	dt_text_free(&identity);
	return status;
}

/* A signer for each registration and rotation, in the log's order. */
static enum dt_status
put_signers(struct write *w)
{
	int64_t now[DT_CHARTER_MOST] = { 0 }, n = 0;
	enum dt_status status = DT_OK;
	w->signers = dt_arena_new(w->arena, w->p->n + 1,
	    sizeof(*w->signers));
	if (w->signers == NULL)
		return dt_status_no_memory(w->err);
	for (uint64_t i = 0; i < w->p->n && status == DT_OK; i++) {
		const struct dt_protocol_entry *e = &w->p->entries[i];
		bool first = e->entry.kind == DT_ENTRY_REGISTER;
		bool turns = e->entry.kind == DT_ENTRY_ROTATE;
		if (first)
			now[e->member] = n + 1;
		w->signers[i] = now[e->member];
		if (turns)
			now[e->member] = n + 1;
		if (first || turns)
			status = put_signer(w, ++n, &e->entry, e->member);
	}
	return status;
}

static enum dt_status
put_entry(struct write *w, uint64_t i)
{
	const struct dt_protocol_entry *e = &w->p->entries[i];
	struct dt_text signature = { 0 };
	dt_base64_add(&signature, e->text.signature, DT_SIGN_BYTES);
	bool rounded = e->entry.round != 0;
	struct dt_store_entry row = { .leaf = (int64_t)i,
		.kind = dt_entry_word(e->entry.kind),
		.run = rounded, .round = (int64_t)e->entry.round,
		.signer = w->signers[i],
		.text = e->text.text, .size = e->text.size,
		.signature = dt_text_string(&signature) };
	enum dt_status status = signature.failed ?
	    dt_status_no_memory(w->err) : dt_store_evidence_entry(w->store,
	    w->id, &row, w->err);
	dt_text_free(&signature);
	return status;
}

/* The digest of a checkpoint is that of what it is of: the root. */
static enum dt_status
put_checkpoint(struct write *w, size_t i)
{
	const struct dt_book_checkpoint *c = &w->book->checkpoints[i];
	struct dt_merkle_hash root;
	char hex[DT_HASH_HEX];
	dt_merkle_root_of(w->p->leaves, c->size, &root);
	struct dt_store_checkpoint row = { .epoch = (int64_t)i + 1,
		.first_run = 1, .last_run = 1, .size = (int64_t)c->size,
		.digest = dt_hash_hex(root.bytes, hex),
		.note = copy(w, c->note) };
	return row.note ? dt_store_evidence_checkpoint(w->store, w->id, &row,
	    w->err) : dt_status_no_memory(w->err);
}

static enum dt_status
put_run(struct write *w)
{
	struct dt_rounds r;
	enum dt_status status = dt_rounds_make(w->p, &r, w->err);
	if (status || r.last < r.first)
		return status;
	status = dt_store_put_run(w->store, w->id, &r.run, r.outcomes,
	    r.parties, w->err);
	for (uint64_t k = r.first; k <= r.last && status == DT_OK; k++)
		status = dt_store_put_round(w->store, w->id, 1,
		    (int64_t)(k - r.first + 1), "in force", r.moves +
		    (k - r.first) * r.parties, r.parties, w->err);
	return status;
}

static enum dt_status
put_all(struct write *w)
{
	enum dt_status status = register_it(w);
	if (status == DT_OK)
		status = dt_store_begin(w->store, w->err);
	if (status == DT_OK)
		status = put_run(w);
	if (status == DT_OK)
		status = put_signers(w);
	for (uint64_t i = 0; i < w->p->n && status == DT_OK; i++)
		status = put_entry(w, i);
	for (size_t i = 0; i < w->book->n && status == DT_OK; i++)
		status = put_checkpoint(w, i);
	if (status == DT_OK)
		status = dt_store_commit(w->store, w->err);
	return status ? status : dt_store_end(w->store, w->id,
	    w->provenance->time, w->err);
}

enum dt_status
dt_database_write(const struct dt_book *book, const char *path,
    enum dt_store_how how, const struct dt_database_provenance *provenance,
    struct dt_error *err)
{
	struct write w = { .book = book, .p = &book->protocol,
		.provenance = provenance, .arena = book->folder.arena,
		.err = err };
	if (book->verdict)
		return dt_status_fail(err, DT_EINPUT, "%s is not authentic: "
		    "%s", book->folder.path, book->why.message);
	enum dt_status status = dt_store_open(&w.store, path, how, err);
	if (status)
		return status;
	status = put_all(&w);
	if (status == DT_OK)
		status = dt_store_settle(w.store, err);
	enum dt_status closed = dt_store_close(w.store, status ? NULL : err);
	return status ? status : closed;
}
