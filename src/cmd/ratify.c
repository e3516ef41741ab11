/* ratify: `detente ratify TREATY`, signs a treaty's text, or verifies it. */
#include <string.h>

#include "cli/output.h"
#include "cmd/passphrase.h"
#include "cmd/treaty_text.h"
#include "cmd/verbs.h"
#include "proof/note.h"

struct job {
	struct dt_command_call *call;
	struct dt_faults faults;
	struct dt_error err;
	unsigned char hash[DT_HASH_BYTES];
};

static enum dt_status
print(struct job *j, const struct dt_key *key, struct dt_text *note)
{
	struct dt_text text = { 0 };
	struct dt_entry entry = { .kind = DT_ENTRY_RATIFY,
	    .agent = key->vkey.name };
	unsigned char signature[DT_SIGN_BYTES];
	memcpy(entry.treaty, j->hash, sizeof(entry.treaty));
	enum dt_status status = dt_entry_print(&entry, &text, &j->err);
	dt_text_add(&text, "\n");       /* a note is signed with its last LF */
	if (status == DT_OK && !text.failed) {
		dt_key_sign(key, text.bytes, text.size, signature);
		dt_text_add(note, "%s\n", text.bytes);
		dt_note_add_signature(&key->vkey, signature, note);
	}
	note->failed |= text.failed;
	dt_text_free(&text);
	return status == DT_OK && note->failed ?
	    dt_status_no_memory(&j->err) : status;
}

static enum dt_exit
sign(struct job *j, const char *path)
{
	struct dt_key *key = NULL;
	struct dt_text note = { 0 };
	enum dt_status status = dt_cmd_passphrase_key(path, &key, &j->err);
	if (status == DT_OK)
		status = print(j, key, &note);
	dt_key_free(key);
	enum dt_exit exit = status ?
	    dt_command_fail(j->call, NULL, &j->err) :
	    dt_output_open(j->call);
	if (exit == DT_EXIT_OK)
		exit = dt_output_close(j->call,
		    dt_command_write(j->call, &note));
	dt_text_free(&note);
	return exit;
}

static enum dt_verdict
check(const struct job *j, const struct dt_source *note,
    struct dt_lines_word vkey_text, struct dt_error *why)
{
	struct dt_lines lines = { note->text, note->size };
	struct dt_lines_word text;
	struct dt_entry entry;
	struct dt_vkey vkey;
	unsigned char signature[DT_SIGN_BYTES];
	if (!dt_vkey_read(&vkey, vkey_text))
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "the key is no vkey");
	enum dt_verdict v = dt_note_take_text(&lines, &text, why);
	if (v == DT_VERDICT_GOOD)
		v = dt_note_take_signature(&lines, &vkey, signature, why);
	if (v == DT_VERDICT_GOOD)
		v = dt_entry_read(text.at, text.size, &entry, why);
	if (v != DT_VERDICT_GOOD)
		return v;
	if (lines.left != 0 || entry.kind != DT_ENTRY_RATIFY ||
	    !dt_lines_same(entry.agent, vkey.name))
		return dt_verdict_say(why, DT_VERDICT_MALFORMED,
		    "it is not one ratification by the key's owner");
	/* with its last LF, as notes are signed; without, as entries are and
	 * as version 0.1 signed notes */
	if (!dt_sign_verify(vkey.public, text.at, text.size + 1, signature) &&
	    !dt_sign_verify(vkey.public, text.at, text.size, signature))
		return dt_verdict_say(why, DT_VERDICT_FORGED,
		    "the signature is not of this text");
	if (memcmp(entry.treaty, j->hash, sizeof(j->hash)) != 0)
		return dt_verdict_say(why, DT_VERDICT_POINTLESS,
		    "it ratifies another treaty's text");
	return DT_VERDICT_GOOD;
}

/* A vkey, or the file of one. */
static enum dt_status
read_vkey(struct job *j, const char *given, struct dt_lines_word *word)
{
	struct dt_source *source;
	*word = dt_lines_word(given);
	if (strchr(given, '+') != NULL)
		return DT_OK;
	enum dt_status status = dt_node_load(j->call->arena, given, &source,
	    &j->err);
	if (status == DT_OK)
		*word = (struct dt_lines_word){ source->text,
		    strcspn(source->text, "\n") };
	return status;
}

static enum dt_exit
verify(struct job *j, const char *path, const char *given)
{
	struct dt_source *note = NULL;
	struct dt_lines_word vkey;
	struct dt_error why = { 0 };
	enum dt_status status = dt_sign_init(&j->err);
	if (status == DT_OK)
		status = dt_node_load(j->call->arena, path, &note, &j->err);
	if (status == DT_OK)
		status = read_vkey(j, given, &vkey);
	if (status)
		return dt_command_fail(j->call, NULL, &j->err);
	enum dt_verdict v = check(j, note, vkey, &why);
	struct dt_text text = { 0 };
	dt_text_add(&text, v ? "NOT AUTHENTIC: %s\n" :
	    "AUTHENTIC: %s\n", v ? why.message :
	    "the key's owner has signed this treaty's text");
	enum dt_exit exit = dt_command_write(j->call, &text);
	dt_text_free(&text);
	return exit == DT_EXIT_OK && v ? DT_EXIT_NO : exit;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	struct job j = { .call = call, .faults = { .arena = call->arena } };
	const char *key = dt_command_value(call, "key");
	const char *file = dt_command_value(call, "verify");
	const char *vkey = dt_command_value(call, "vkey");
	if ((key == NULL) == (file == NULL) ||
	    (file == NULL) != (vkey == NULL))
		return dt_command_usage(call, "it needs --key KEYFILE to "
		    "sign, or --verify FILE and --vkey VKEY");
	if (dt_cmd_treaty_text(call, call->operands[0], j.hash, NULL,
	    &j.faults, &j.err) != DT_OK)
		return dt_command_fail(call, &j.faults, &j.err);
	return key != NULL ? sign(&j, key) : verify(&j, file, vkey);
}

static const struct dt_option options[] = {
	{ "key", 'k', "KEYFILE", false, "@files",
	  "sign with this key of detente keygen" },
	{ "verify", 0, "FILE", false, "@files",
	  "verify this ratification in place of signing one" },
	{ "vkey", 0, "VKEY", false, "@files",
	  "whose ratification it must be: a vkey, or the file of one" },
	DT_COMMAND_OUTPUT,
	DT_COMMAND_FORCE,
	{ 0 }
};

const struct dt_command dt_cmd_ratify = {
	.name = "ratify",
	.brief = "sign the text of a treaty, or verify who did",
	.operands = "TREATY",
	.operand_words = "@treaties",
	.least = 1, .most = 1,
	.about = "Signs the SHA-256 of a treaty's resolved text (detente "
	    "check --print TREATY), every default filled in, so that one "
	    "changed number is another treaty. Prints a C2SP signed note. With "
	    "--verify it says whether a note is the ratification of this "
	    "very text by that key; exit status 4 if not.",
	.examples = "detente ratify verified-halt --key us.key -o us.note\n"
	    "detente ratify verified-halt --verify us.note --vkey us.vkey\n",
	.options = options,
	.at_once = true,
	.run = run,
};
