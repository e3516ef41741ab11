/*
 * class_log: what was signed in a block, as the log of its experiment. First
 * who is who: students by the keys of their browsers, then the log, the
 * referee and the inspectorate, whose keys are simulated; who ratified; then
 * run by run and round by round what class_log_round.c writes. One checkpoint
 * is over all of it, and the referee's digest over the rows.
 */
#include <string.h>

#include "class/class_log.h"
#include "play/rows.h"
#include "proof/base64.h"
#include "proof/note.h"

static enum dt_status
put_signer(struct dt_class_log *s, const char *name, const char *role,
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
enrol(struct dt_class_log *s, int64_t person)
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
		status = dt_class_log_put(s, DT_ENTRY_ENROL, 0, 0, s->n, &entry);
	dt_text_free(&text);
	dt_text_free(&base64);
	return status;
}

static bool
sat(const struct dt_class_log *s, int64_t person)
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
put_officers(struct dt_class_log *s)
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
		status = dt_class_log_sign(s, (enum dt_roster_officer)o, &e);
	}
	return status;
}

static enum dt_status
put_ratified(struct dt_class_log *s, const struct dt_class_group *g)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < s->store->class->n && status == DT_OK; i++)
		if (g->ratified[i] != NULL && s->signer[g->ratifier[i]] > 0)
			status = dt_class_log_put(s, DT_ENTRY_RATIFY, 0, 0,
			    s->signer[g->ratifier[i]], g->ratified[i]);
	return status;
}

static enum dt_status
put_run(struct dt_class_log *s, int64_t run)
{
	const struct dt_class_group *g = dt_class_run(s->store->class,
	    s->store->game, run);
	struct dt_merkle_hash leaf;
	struct dt_text bytes = { 0 };
	enum dt_status status = DT_OK;
	for (size_t r = 1; r <= g->tape.n && status == DT_OK; r++)
		status = dt_class_log_round(s, g, r);
	if (!dt_rows_add_run(run, &g->tally, dt_tape_rounds((struct dt_tape *)
	    (uintptr_t)&g->tape), g->tape.n, &bytes) || bytes.failed)
		status = dt_status_no_memory(s->err);
	dt_merkle_leaf(dt_text_string(&bytes), bytes.size, &leaf);
	dt_merkle_add(&s->rows, &leaf);
	dt_text_free(&bytes);
	return status;
}

static enum dt_status
put_digest(struct dt_class_log *s, struct dt_merkle_hash *digest)
{
	struct dt_entry e = { .kind = DT_ENTRY_OUTCOME, .chunk = 1,
		.officer = dt_lines_word(s->roster->seats[dt_roster_officer(
		s->roster, DT_ROSTER_REFEREE)].name), .first_run = 1,
		.last_run = (uint64_t)s->store->game->runs };
	dt_merkle_root(&s->rows, digest);
	memcpy(e.hash, digest->bytes, sizeof(e.hash));
	return dt_class_log_sign(s, DT_ROSTER_REFEREE, &e);
}

static enum dt_status
put_checkpoint(struct dt_class_log *s, const struct dt_merkle_hash *digest)
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
write_log(struct dt_class_log *s)
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
	struct dt_class_log s = { .store = store, .err = err };
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
