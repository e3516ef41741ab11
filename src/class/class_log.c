/*
 * class_log: what was signed in a block, as the log of its experiment. First
 * who is who: students by the keys of their browsers, then the log, the
 * referee and the inspectorate, whose keys are simulated; who ratified; then
 * run by run and round by round all commitments, all openings, and the
 * referee's word for each seat of people that said nothing in time. One
 * checkpoint is over all of it, and the referee's digest over the rows.
 */
#include <string.h>

#include "class/class_store.h"
#include "play/rows.h"
#include "proof/base64.h"
#include "proof/note.h"

struct scribe {
	struct dt_class_store *store;
	struct dt_roster *roster;
	struct dt_merkle tree, rows;
	struct dt_seal seal;            /* officers' entries, one at a time */
	int64_t *signer;                /* by person: row of signer, or 0 */
	int64_t n;                      /* signers */
	struct dt_error *err;
};

/* An entry, whoever signed it. */
static enum dt_status
put(struct scribe *s, enum dt_entry_kind kind, int64_t run, int64_t round,
    int64_t signer, const struct dt_class_signed *text)
{
	struct dt_text signature = { 0 };
	struct dt_merkle_hash leaf;
	dt_base64_add(&signature, text->signature, DT_SIGN_BYTES);
	struct dt_store_entry row = { .leaf = (int64_t)s->tree.size,
		.kind = dt_entry_word(kind), .run = run, .round = round,
		.signer = signer, .text = text->text, .size = text->size,
		.signature = signature.bytes };
	dt_merkle_leaf(text->text, text->size, &leaf);
	dt_merkle_add(&s->tree, &leaf);
	enum dt_status status = signature.failed ?
	    dt_status_no_memory(s->err) : dt_store_evidence_entry(
	    s->store->store, s->store->record.id, &row, s->err);
	dt_text_free(&signature);
	return status;
}

static int64_t
row_of(const struct scribe *s, enum dt_roster_officer officer)
{
	return s->n - DT_ROSTER_OFFICERS + 1 + (int64_t)officer;
}

/* An officer's, signed here. */
static enum dt_status
sign(struct scribe *s, enum dt_roster_officer officer,
    const struct dt_entry *entry)
{
	size_t seat = dt_roster_officer(s->roster, officer);
	s->seal.n = s->seal.texts.size = 0;
	enum dt_status status = dt_seal_sign(s->roster, seat, entry, &s->seal,
	    s->err);
	if (status != DT_OK)
		return status;
	struct dt_class_signed text = { s->seal.texts.bytes,
		s->seal.texts.size, { 0 } };
	memcpy(text.signature, s->seal.entries[0].signature, DT_SIGN_BYTES);
	return put(s, entry->kind, entry->round ? (int64_t)entry->run : 0,
	    (int64_t)entry->round, row_of(s, officer), &text);
}

static enum dt_status
put_signer(struct scribe *s, const char *name, const char *role,
    const struct dt_vkey *session, const struct dt_vkey *identity)
{
	struct dt_text a = { 0 }, b = { 0 };
	dt_vkey_print(session, &a);
	dt_vkey_print(identity, &b);
	struct dt_store_signer row = { .signer = ++s->n, .name = name,
		.role = role, .session = a.bytes, .identity = b.bytes };
	enum dt_status status = a.failed || b.failed ?
	    dt_status_no_memory(s->err) : dt_store_evidence_signer(
	    s->store->store, s->store->record.id, &row, s->err);
	dt_text_free(&a);
	dt_text_free(&b);
	return status;
}

/* The key's name is the signer's: "b2.p0a1b2c3d". */
static enum dt_status
enrol(struct scribe *s, int64_t person)
{
	const struct dt_class *c = s->store->class;
	const struct dt_class_person *p = &c->people[person];
	char name[DT_CLASS_SIGNER];
	struct dt_vkey key;
	struct dt_text text = { 0 }, base64 = { 0 };
	struct dt_class_signed entry = { 0 };
	dt_class_signer(c, person, s->store->game->block, name);
	dt_base64_add(&base64, p->key, sizeof(p->key));
	bool fits = dt_vkey_make(&key, dt_lines_word(name), DT_VKEY_ED25519,
	    p->key) && dt_class_print_enrol(c, dt_text_string(&base64),
	    &text);
	enum dt_status status = fits ? put_signer(s, name, "student", &key,
	    &key) : dt_status_no_memory(s->err);
	s->signer[person] = s->n;
	entry.text = dt_text_string(&text);
	entry.size = text.size;
	memcpy(entry.signature, p->proof, DT_SIGN_BYTES);
	if (status == DT_OK)
		status = put(s, DT_ENTRY_ENROL, 0, 0, s->n, &entry);
	dt_text_free(&text);
	dt_text_free(&base64);
	return status;
}

static bool
sat(const struct scribe *s, int64_t person)
{
	const struct dt_class *c = s->store->class;
	for (size_t i = 0; i < c->n_groups; i++)
		for (size_t k = 0; c->groups[i]->game == s->store->game &&
		    k < c->groups[i]->n_sat; k++)
			if (c->groups[i]->sat[k].person == person)
				return c->people[person].has_key;
	return false;
}

static enum dt_status
put_officers(struct scribe *s)
{
	enum dt_status status = DT_OK;
	for (int o = 0; o < DT_ROSTER_OFFICERS && status == DT_OK; o++) {
		const struct dt_roster_seat *seat = &s->roster->seats[
		    dt_roster_officer(s->roster, (enum dt_roster_officer)o)];
		status = put_signer(s, seat->name, seat->role,
		    &seat->session->vkey, &seat->identity->vkey);
	}
	for (int o = 0; o < DT_ROSTER_OFFICERS && status == DT_OK; o++) {
		const struct dt_roster_seat *seat = &s->roster->seats[
		    dt_roster_officer(s->roster, (enum dt_roster_officer)o)];
		struct dt_entry e = { .kind = DT_ENTRY_REGISTER,
			.agent = dt_lines_word(seat->name),
			.role = dt_lines_word(seat->role),
			.key = seat->session->vkey,
			.identity = seat->identity->vkey };
		memcpy(e.experiment, s->roster->experiment,
		    sizeof(e.experiment));
		status = sign(s, (enum dt_roster_officer)o, &e);
	}
	return status;
}

static enum dt_status
put_ratified(struct scribe *s, const struct dt_class_group *g)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < s->store->class->n && status == DT_OK; i++)
		if (g->ratified[i] != NULL && s->signer[g->ratifier[i]] > 0)
			status = put(s, DT_ENTRY_RATIFY, 0, 0,
			    s->signer[g->ratifier[i]], g->ratified[i]);
	return status;
}

/* Who could have signed, and did not in time: the referee says what was played
 * in the seat's place. */
static enum dt_status
put_missing(struct scribe *s, const struct dt_class_group *g, int64_t round,
    const struct dt_class_choice *choice)
{
	char name[DT_CLASS_SIGNER];
	if (choice->source != DT_CLASS_TIMEOUT || choice->person < 0 ||
	    s->signer[choice->person] == 0)
		return DT_OK;
	dt_class_signer(s->store->class, choice->person, g->block, name);
	struct dt_entry e = { .kind = DT_ENTRY_MISSING,
		.run = (uint64_t)g->run, .round = (uint64_t)round,
		.officer = dt_lines_word(s->roster->seats[dt_roster_officer(
		s->roster, DT_ROSTER_REFEREE)].name),
		.agent = dt_lines_word(name), .uncommitted = true,
		.move = dt_lines_word(choice->races ? "RACE" : "PAUSE") };
	return sign(s, DT_ROSTER_REFEREE, &e);
}

/* All commitments, then all openings, then what is missing. */
static enum dt_status
put_round(struct scribe *s, const struct dt_class_group *g, size_t round)
{
	size_t n = s->store->class->n;
	enum dt_status status = DT_OK;
	for (int part = 0; part < 3; part++)
		for (size_t i = 0; i < n && status == DT_OK; i++) {
			const struct dt_class_choice *c = dt_class_choice(g,
			    round, i);
			const struct dt_class_signed *text = part == 0 ?
			    &c->commit : &c->open;
			if (part == 2)
				status = put_missing(s, g, (int64_t)round, c);
			else if (text->text != NULL)
				status = put(s, part == 0 ? DT_ENTRY_COMMIT :
				    DT_ENTRY_OPEN, g->run, (int64_t)round,
				    s->signer[c->person], text);
		}
	return status;
}

static enum dt_status
put_run(struct scribe *s, int64_t run)
{
	const struct dt_class_group *g = dt_class_run(s->store->class,
	    s->store->game, run);
	struct dt_merkle_hash leaf;
	struct dt_text bytes = { 0 };
	enum dt_status status = DT_OK;
	for (size_t r = 1; r <= g->tape.n && status == DT_OK; r++)
		status = put_round(s, g, r);
	if (!dt_rows_add_run(run, &g->tally, dt_tape_rounds((struct dt_tape *)
	    (uintptr_t)&g->tape), g->tape.n, &bytes) || bytes.failed)
		status = dt_status_no_memory(s->err);
	dt_merkle_leaf(dt_text_string(&bytes), bytes.size, &leaf);
	dt_merkle_add(&s->rows, &leaf);
	dt_text_free(&bytes);
	return status;
}

static enum dt_status
put_digest(struct scribe *s, struct dt_merkle_hash *digest)
{
	struct dt_entry e = { .kind = DT_ENTRY_OUTCOME, .chunk = 1,
		.officer = dt_lines_word(s->roster->seats[dt_roster_officer(
		s->roster, DT_ROSTER_REFEREE)].name), .first_run = 1,
		.last_run = (uint64_t)s->store->game->runs };
	dt_merkle_root(&s->rows, digest);
	memcpy(e.hash, digest->bytes, sizeof(e.hash));
	return sign(s, DT_ROSTER_REFEREE, &e);
}

static enum dt_status
put_checkpoint(struct scribe *s, const struct dt_merkle_hash *digest)
{
	struct dt_merkle_hash root;
	struct dt_text note = { 0 };
	char hex[DT_HASH_HEX];
	dt_merkle_root(&s->tree, &root);
	dt_note_checkpoint(s->roster->seats[dt_roster_officer(s->roster,
	    DT_ROSTER_LOG)].session, s->tree.size, &root, &note);
	struct dt_store_checkpoint row = { .epoch = 1, .first_run = 1,
		.last_run = (int64_t)s->store->game->runs,
		.size = (int64_t)s->tree.size,
		.digest = dt_hash_hex(digest->bytes, hex),
		.note = dt_text_string(&note) };
	enum dt_status status = note.failed ? dt_status_no_memory(s->err) :
	    dt_store_evidence_checkpoint(s->store->store,
	    s->store->record.id, &row, s->err);
	dt_text_free(&note);
	return status;
}

static enum dt_status
write_log(struct scribe *s)
{
	const struct dt_class *c = s->store->class;
	struct dt_merkle_hash digest, head;
	enum dt_status status = dt_evidence_leaf(s->store->store,
	    s->store->record.id, &head, s->err);
	dt_merkle_add(&s->rows, &head);
	for (size_t i = 0; i < c->n_people && status == DT_OK; i++)
		if (sat(s, (int64_t)i))
			status = enrol(s, (int64_t)i);
	if (status == DT_OK)
		status = put_officers(s);
	for (size_t r = 1; r <= s->store->game->runs && status == DT_OK; r++)
		status = put_ratified(s, dt_class_run(c,
		    s->store->game, (int64_t)r));
	for (size_t r = 1; r <= s->store->game->runs && status == DT_OK; r++)
		status = put_run(s, (int64_t)r);
	if (status == DT_OK)
		status = put_digest(s, &digest);
	return status ? status : put_checkpoint(s, &digest);
}

enum dt_status
dt_class_log(struct dt_class_store *store, struct dt_error *err)
{
	struct scribe s = { .store = store, .err = err };
	s.signer = dt_arena_new(&store->class->arena, store->class->n_people +
	    1, sizeof(*s.signer));
	enum dt_status status = s.signer == NULL ? dt_status_no_memory(err) :
	    dt_roster_new(&s.roster, &store->game->experiment, err);
	if (status == DT_OK)
		status = write_log(&s);
	dt_seal_free(&s.seal);
	dt_roster_free(s.roster);
	return status;
}
