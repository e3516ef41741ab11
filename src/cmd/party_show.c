/* party_show: status and prove: what a log is, and what it proves. */
#include <inttypes.h>

#include "cli/output.h"
#include "cmd/audit.h"
#include "cmd/party.h"
#include "format/table.h"
#include "party/cosigners.h"
#include "party/proofs.h"

static void
add_name(struct dt_text *text, const struct dt_protocol *p, size_t member)
{
	struct dt_lines_word name = p->charter.members[member].identity.name;
	dt_text_add(text, "%.*s", DT_LINES_SHOW(name));
}

/* Does the phase wait for that party? */
static bool
is_awaited(const struct dt_protocol *p, size_t i)
{
	const struct dt_protocol_party *party = &p->parties[i];
	if (!party->active || party->missing != 0)
		return false;
	switch (p->phase) {
	case DT_PROTOCOL_FOUNDING:
		return !party->ratified;
	case DT_PROTOCOL_PLEDGING:
		return party->pledge == 0;
	case DT_PROTOCOL_COMMITTING:
		return party->commit == 0;
	default:
		return party->open == 0;
	}
}

static void
add_awaited(const struct dt_protocol *p, struct dt_text *text)
{
	static const char *const wants[] = { "to join", "to pledge",
		"to commit", "to open" };
	bool any = false;
	if (p->phase == DT_PROTOCOL_ENDED) {
		dt_text_add(text, "nobody is left");
		return;
	}
	for (size_t i = 0; i < p->charter.parties; i++)
		if (is_awaited(p, i)) {
			dt_text_add(text, any ? ", " : "it waits for ");
			add_name(text, p, i);
			any = true;
		}
	dt_text_add(text, " %s", wants[p->phase]);
}

static void
add_phase(const struct dt_protocol *p, struct dt_text *text)
{
	if (p->halt != 0)
		dt_text_add(text, "The halt became binding on all at entry %"
		    PRIu64 ", from round %" PRIu64 " on.\n", p->halt - 1,
		    p->halt_round);
	else
		dt_text_add(text, "No halt is binding.\n");
	dt_text_add(text, "Now: %s", dt_protocol_word(p->phase));
	if (p->round != 0 && p->phase != DT_PROTOCOL_ENDED)
		dt_text_add(text, " round %" PRIu64, p->round);
	dt_text_add(text, "; ");
	add_awaited(p, text);
	dt_text_add(text, ".\n\n");
}

static void
add_count(struct dt_table *table, uint64_t n)
{
	struct dt_text text = { 0 };
	dt_text_add(&text, "%" PRIu64, n);
	dt_table_add(table, dt_text_string(&text));
	dt_text_free(&text);
}

static void
add_parties(const struct dt_command_call *call, const struct dt_protocol *p,
    struct dt_text *text)
{
	struct dt_table table = { .columns = 7, .most = call->columns };
	static const char *const heads[] = { "party", "declared PAUSE",
		"declared RACE", "missing", "findings", "denied", "leaves" };
	for (size_t i = 0; i < 7; i++)
		dt_table_add(&table, heads[i]);
	for (size_t i = 0; i < p->charter.parties; i++) {
		const struct dt_protocol_party *party = &p->parties[i];
		struct dt_text name = { 0 };
		add_name(&name, p, i);
		dt_table_add(&table, dt_text_string(&name));
		add_count(&table, party->declared_pause);
		add_count(&table, party->declared_race);
		add_count(&table, party->missed);
		add_count(&table, party->findings);
		add_count(&table, party->denied);
		add_count(&table, party->leaves);
		dt_text_free(&name);
	}
	dt_table_text(&table, text);
	dt_table_free(&table);
	dt_text_add(text, "denied: an inspector found another move than was "
	    "declared. leaves: the first round without\nit; 0 where it "
	    "stays.\n");
}

/* The log, and what witnesses have cosigned of it. */
struct shown {
	struct dt_book book;
	struct dt_cosigned_seen *seen;
	size_t n;
};

/* A cosignature that does not hold is the folder's fault. */
static enum dt_status
tell(void *to, const char *words)
{
	struct dt_book *book = to;
	book->verdict = dt_verdict_say(&book->why, DT_VERDICT_FORGED,
	    "cosigned.txt: %s", words);
	return DT_OK;
}

static enum dt_status
judge(struct shown *s, struct dt_error *err)
{
	struct dt_cosigned_list list;
	enum dt_status status = dt_cosigners_read(&s->book.folder, NULL,
	    &list, err);
	return status ? status : dt_cosigners_judge(&s->book, &list, &s->seen,
	    &s->n, tell, &s->book, err);
}

static void
add_cosigned(const struct dt_command_call *call, const struct shown *s,
    struct dt_text *text)
{
	struct dt_text line = { 0 };
	dt_cmd_audit_cosigned_words(s->seen, s->n, s->book.protocol.n, &line);
	dt_text_wrap(text, dt_text_string(&line), 0, call->width);
	dt_text_add(text, "\n");
	text->failed |= line.failed;
	dt_text_free(&line);
}

static enum dt_exit
print_text(const struct dt_command_call *call, const struct shown *s)
{
	const struct dt_book *book = &s->book;
	const struct dt_protocol *p = &book->protocol;
	struct dt_text text = { 0 };
	char hex[DT_HASH_HEX];
	if (book->verdict)
		dt_text_add(&text, "NOT AUTHENTIC: %s: %s.\n",
		    call->operands[1], book->why.message);
	else
		dt_text_add(&text, "AUTHENTIC: %" PRIu64 " entries, each signed "
		    "by whom the charter names, each at its time; %zu\n"
		    "checkpoints, the last of %" PRIu64 " entries. Is this the "
		    "charter that you agreed to?\n%s\n\n", p->n, book->n,
		    dt_book_covered(book), dt_hash_hex(p->charter.name, hex));
	if (!book->verdict) {
		add_phase(p, &text);
		add_parties(call, p, &text);
		add_cosigned(call, s, &text);
	}
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}

static void
set_count(json_t *o, const char *key, uint64_t n)
{
	json_object_set_new(o, key, json_integer((json_int_t)n));
}

static json_t *
party_of(const struct dt_protocol *p, size_t i)
{
	const struct dt_protocol_party *party = &p->parties[i];
	struct dt_lines_word name = p->charter.members[i].identity.name;
	json_t *o = json_object();
	json_object_set_new(o, "party", json_stringn(name.at, name.size));
	set_count(o, "declared_pause", party->declared_pause);
	set_count(o, "declared_race", party->declared_race);
	set_count(o, "missing", party->missed);
	set_count(o, "findings", party->findings);
	set_count(o, "denied", party->denied);
	set_count(o, "leaves", party->leaves);
	json_object_set_new(o, "bound", json_boolean(party->active &&
	    p->halt != 0));
	json_object_set_new(o, "awaited", json_boolean(
	    p->phase != DT_PROTOCOL_ENDED && is_awaited(p, i)));
	return o;
}

static enum dt_exit
print_json(const struct dt_command_call *call, const struct shown *s)
{
	const struct dt_book *book = &s->book;
	const struct dt_protocol *p = &book->protocol;
	json_t *root = dt_json_new(), *parties = json_array();
	struct dt_merkle_hash hash;
	char hex[DT_HASH_HEX];
	dt_merkle_root(&p->tree, &hash);
	for (size_t i = 0; i < p->charter.parties; i++)
		json_array_append_new(parties, party_of(p, i));
	json_object_set_new(root, "authentic", json_boolean(!book->verdict));
	dt_json_text(root, "fault", book->verdict ? book->why.message : NULL);
	dt_json_text(root, "charter", dt_hash_hex(p->charter.name, hex));
	set_count(root, "entries", p->n);
	set_count(root, "checkpoints", book->n);
	set_count(root, "covered", dt_book_covered(book));
	dt_json_text(root, "root", dt_hash_hex(hash.bytes, hex));
	dt_json_text(root, "phase", dt_protocol_word(p->phase));
	set_count(root, "round", p->round);
	json_object_set_new(root, "halt_entry", p->halt == 0 ? json_null() :
	    json_integer((json_int_t)p->halt - 1));
	set_count(root, "halt_round", p->halt_round);
	set_count(root, "findings", p->findings);
	set_count(root, "withdrawals", p->withdrawals);
	json_object_set_new(root, "parties", parties);
	json_object_set_new(root, "cosigned", dt_cmd_audit_cosigned_json(
	    s->seen, s->n));
	return dt_output_json(call, root);
}

static enum dt_status
open_book(struct dt_command_call *call, struct dt_book *book,
    struct dt_error *err)
{
	enum dt_status status = dt_sign_init(err);
	return status ? status : dt_book_open(book, call->operands[1],
	    call->arena, false, err);
}

enum dt_exit
dt_cmd_party_status(struct dt_command_call *call,
    const struct dt_cmd_party_action *action)
{
	struct shown s = { .n = 0 };
	struct dt_error err = { 0 };
	(void)action;
	enum dt_status status = open_book(call, &s.book, &err);
	if (status == DT_OK && s.book.verdict == DT_VERDICT_GOOD)
		status = judge(&s, &err);
	bool bad = s.book.verdict != DT_VERDICT_GOOD;
	enum dt_exit exit = status ? dt_command_fail(call, NULL, &err) :
	    dt_command_format(call) == DT_FORMAT_JSON ?
	    print_json(call, &s) : print_text(call, &s);
	dt_book_close(&s.book);
	return exit == DT_EXIT_OK && bad ? DT_EXIT_NO : exit;
}

enum dt_exit
dt_cmd_party_prove(struct dt_command_call *call,
    const struct dt_cmd_party_action *action)
{
	const char *folder = dt_command_value(call, "output");
	struct dt_book book = { 0 };
	struct dt_text text = { 0 };
	struct dt_error err = { 0 };
	uint64_t files = 0;
	(void)action;
	enum dt_status status = open_book(call, &book, &err);
	bool bad = book.verdict != DT_VERDICT_GOOD;
	if (status == DT_OK && bad)
		dt_text_add(&text, "NOT AUTHENTIC: %s: %s.\n",
		    call->operands[1], book.why.message);
	else if (status == DT_OK) {
		status = dt_proofs_write(&book, folder, &files, &err);
		dt_text_add(&text, "%" PRIu64 " files are in %s: detente "
		    "verify says what each proves.\n", files, folder);
	}
	enum dt_exit exit = status ? dt_command_fail(call, NULL, &err) :
	    dt_command_write(call, &text);
	dt_text_free(&text);
	dt_book_close(&book);
	return exit == DT_EXIT_OK && bad ? DT_EXIT_NO : exit;
}
