/*
 * class_sign: keys, and signatures under a treaty. A browser makes a key for
 * one class and signs that it is there: with the class's digest, so that it
 * means nothing elsewhere. One is named after one's key, never after oneself.
 */
#include <stdio.h>
#include <string.h>

#include "class/class_form.h"
#include "class/class_internal.h"
#include "proof/base64.h"
#include "proof/entry.h"

/* `key` as it will stand there: base64, or a word to put one in place of. */
bool
dt_class_print_enrol(const struct dt_class *c, const char *key,
    struct dt_text *text)
{
	char hex[DT_HASH_HEX];
	dt_text_add(text, "detente.example/enrol/v1\nclass %s\nkey %s",
	    dt_hash_hex(c->digest, hex), key);
	return !text->failed;
}

static struct dt_class_reply
bad_key(const char *why)
{
	return dt_class_refuse(422, why, "Load the page again; if that does "
	    "not help, join without signing.");
}

static bool
read_signature(const char *text, unsigned char signature[DT_SIGN_BYTES])
{
	return text != NULL && dt_base64_read(text, strlen(text), signature,
	    DT_SIGN_BYTES);
}

static bool
is_proved(const struct dt_class *c, const struct dt_class_person *p,
    const char *key)
{
	struct dt_text text = { 0 };
	bool good = dt_class_print_enrol(c, key, &text) &&
	    (c->again || dt_sign_verify_slowly(p->key, text.bytes, text.size,
	    p->proof));
	dt_text_free(&text);
	return good;
}

static void
name_by_key(struct dt_class_person *p)
{
	unsigned char hash[DT_HASH_BYTES];
	dt_hash_of(p->key, sizeof(p->key), hash);
	snprintf(p->code, sizeof(p->code), "p%02x%02x%02x%02x", hash[0],
	    hash[1], hash[2], hash[3]);
}

struct dt_class_reply
dt_class_take_key(struct dt_class *c, struct dt_class_person *p,
    const char *key, const char *proof)
{
	struct dt_vkey vkey;
	if (!dt_base64_read(key, strlen(key), p->key, sizeof(p->key)) ||
	    !dt_vkey_make(&vkey, dt_lines_word("student"), DT_VKEY_ED25519,
	    p->key))
		return bad_key("The key is not a public Ed25519 key.");
	for (size_t i = 0; i < c->n_people; i++)
		if (c->people[i].has_key && memcmp(c->people[i].key, p->key,
		    sizeof(p->key)) == 0)
			return dt_class_refuse(409, "This key has joined "
			    "already.", "Go back to the page with which it "
			    "did, or make a new key.");
	if (!read_signature(proof, p->proof) || !is_proved(c, p, key))
		return bad_key("The registration is not signed by its key.");
	p->has_key = true;
	name_by_key(p);
	for (size_t i = 0; i < c->n_people; i++)
		if (strcmp(c->people[i].code, p->code) == 0)
			return bad_key("The key has the name of another.");
	return dt_class_well();
}

bool
dt_class_print_ratify(const struct dt_class *c, int64_t person,
    const unsigned char treaty[DT_HASH_BYTES], struct dt_text *text)
{
	char name[DT_CLASS_SIGNER];
	dt_class_signer(c, person, c->block, name);
	struct dt_entry e = { .kind = DT_ENTRY_RATIFY,
		.agent = dt_lines_word(name) };
	memcpy(e.treaty, treaty, sizeof(e.treaty));
	return dt_entry_print(&e, text, NULL) == DT_OK;
}

/* Keeps the signed text, if it is what is to be signed. */
static struct dt_class_reply
take_signature(struct dt_class *c, int64_t person, const char *said,
    struct dt_class_signed *kept)
{
	const struct dt_class_person *p = &c->people[person];
	const struct dt_class_group *g = dt_class_group_of(c, p->seat);
	struct dt_text text = { 0 };
	struct dt_class_reply reply = dt_class_well();
	if (!read_signature(said, kept->signature) ||
	    !dt_class_print_ratify(c, person, g->game->treaty, &text) ||
	    (!c->again && !dt_sign_verify_slowly(p->key, text.bytes,
	    text.size, kept->signature)))
		reply = dt_class_refuse(422, "The signature is not of the "
		    "treaty's text by your key.", "Load the page again.");
	else
		kept->text = dt_class_keep(c, dt_text_string(&text));
	kept->size = text.size;
	dt_text_free(&text);
	return reply;
}

struct dt_class_reply
dt_class_sign(struct dt_class *c, int64_t person, struct dt_class_form *form)
{
	struct dt_class_person *p = &c->people[person];
	bool signs = dt_class_form_flag(form, "sign");
	const char *said = dt_class_form_text(form, "signature");
	struct dt_class_reply reply = dt_class_well();
	struct dt_class_signed kept = { 0 };
	if (c->stage != DT_CLASS_SIGN || p->seat < 0 || form->bad ||
	    dt_class_group_of(c, p->seat)->game == NULL)
		return dt_class_refuse(409, "There is nothing to sign now.",
		    "Wait for the next page.");
	struct dt_class_seat *s = &c->seats[p->seat];
	if (s->answered)
		return dt_class_refuse(409, "Your lab has answered already.",
		    "The first answer stands.");
	if (signs && p->has_key)
		reply = take_signature(c, person, said, &kept);
	if (reply.status != 200)
		return reply;
	s->answered = true;
	s->signs = signs;
	s->signer = person;
	s->ratify = kept;
	dt_class_touched(c);
	return reply;
}
