/* party_witness: a witness cosigns the log of real parties, if it goes on from
 * what it has cosigned before. */
#include <inttypes.h>
#include <string.h>

#include "audit/witness.h"
#include "cli/output.h"
#include "cmd/audit.h"
#include "cmd/party.h"
#include "party/cosigners.h"

struct job {
	struct dt_command_call *call;
	struct dt_book book;
	struct dt_key *witness;
	const char *seen;
	struct dt_text proof, fork;
	bool refused;
	struct dt_error err;
};

static const struct dt_vkey *
key_of(const void *of, uint64_t size)
{
	return dt_book_keeper(of, size);
}

static const char *
note_of(const struct dt_book *book, struct dt_lines_word note)
{
	return dt_arena_copy_n(book->protocol.arena, note.at, note.size);
}

static const char *
head_of(const void *of, uint64_t size)
{
	const struct dt_book_checkpoint *c = dt_cosigners_head(of, size);
	return c ? note_of(of, c->note) : NULL;
}

static enum dt_status
cosign(struct job *j, const char *note)
{
	struct dt_text text = { 0 }, records = { 0 };
	dt_text_add(&text, "%s", note);
	enum dt_status status = dt_note_cosign(j->witness,
	    dt_cmd_party_now(), &text, &j->err);
	if (status == DT_OK) {
		dt_cosigned_print(&j->witness->vkey, text.bytes, text.size,
		    &records);
		status = text.failed || records.failed ?
		    dt_status_no_memory(&j->err) : dt_cosigners_add(
		    &j->book.folder, &records, &j->err);
	}
	dt_text_free(&text);
	dt_text_free(&records);
	return status;
}

/* Seen first, then signed; a fork that is proved goes into the folder. */
static enum dt_status
see(struct job *j)
{
	const struct dt_book *b = &j->book;
	uint64_t size = dt_book_covered(b);
	char hex[DT_HASH_HEX];
	if (b->n == 0)
		return dt_status_fail(&j->err, DT_EUSAGE, "%s: the keeper has "
		    "signed no checkpoint yet", j->call->operands[1]);
	struct dt_witness_view view = { .log = *dt_book_keeper(b, size),
		.checkpoint = note_of(b, b->checkpoints[b->n - 1].note),
		.leaves = b->protocol.leaves, .n = size, .of = b,
		.name = dt_hash_hex(b->protocol.charter.name, hex),
		.key = key_of, .head = head_of };
	if (view.checkpoint == NULL)
		return dt_status_no_memory(&j->err);
	enum dt_status status = dt_witness_see(j->seen, &view, &j->proof,
	    &j->fork, &j->err);
	struct dt_error other;
	j->refused = status == DT_ESTORE;
	if (j->fork.size > 0 && dt_log_folder_write(&b->folder, "fork.txt",
	    j->fork.bytes, j->fork.size, &other) != DT_OK)
		dt_text_free(&j->fork);
	return status ? status : cosign(j, view.checkpoint);
}

static enum dt_exit
tell(struct job *j)
{
	struct dt_text text = { 0 };
	const char *path = dt_command_value(j->call, "output");
	enum dt_exit exit = DT_EXIT_OK;
	if (path != NULL) {
		exit = dt_output_open(j->call);
		if (exit == DT_EXIT_OK)
			exit = dt_output_close(j->call, dt_command_write(
			    j->call, &j->proof));
	}
	if (exit != DT_EXIT_OK)
		return exit;
	dt_text_add(&text, "COSIGNED: %" PRIu64 " entries, which go on from "
	    "what %s has cosigned before.\nThe cosignature is in "
	    "%s/cosigned.txt: detente party status names it.\n",
	    dt_book_covered(&j->book), j->witness->name,
	    j->call->operands[1]);
	exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit;
}

static enum dt_exit
refuse(struct job *j)
{
	struct dt_text text = { 0 };
	dt_text_add(&text, "NOT COSIGNED: %s.\n", j->err.message);
	if (j->fork.size > 0)
		dt_text_add(&text, "%s/fork.txt proves it.\n",
		    j->call->operands[1]);
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit == DT_EXIT_OK ? DT_EXIT_NO : exit;
}

enum dt_exit
dt_cmd_party_witness(struct dt_command_call *call,
    const struct dt_cmd_party_action *action)
{
	struct job j = { .call = call };
	(void)action;
	enum dt_status status = dt_cmd_audit_witness(call, dt_command_value(
	    call, "key"), &j.witness, &j.seen, &j.err);
	if (status == DT_OK)
		status = dt_book_open(&j.book, call->operands[1], call->arena,
		    true, &j.err);
	if (status == DT_OK && j.book.verdict) {
		j.refused = true;
		status = dt_status_fail(&j.err, DT_EINPUT, "%s is not "
		    "authentic: %s", call->operands[1], j.book.why.message);
	}
	if (status == DT_OK)
		status = see(&j);
	enum dt_exit exit = status == DT_OK ? tell(&j) : j.refused ?
	    refuse(&j) : dt_command_fail(call, NULL, &j.err);
	dt_book_close(&j.book);
	dt_key_free(j.witness);
	dt_text_free(&j.proof);
	dt_text_free(&j.fork);
	return exit;
}
