/* keygen: `detente keygen`, an identity: a secret key and its public forms. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "cmd/passphrase.h"
#include "cmd/verbs.h"
#include "proof/minisign.h"
#include "proof/pem.h"
#include "proof/signify.h"

static enum dt_status
write_text(const char *path, struct dt_text *text, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	int file = path == NULL || text->failed ? -1 :
	    open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
	if (path == NULL || text->failed)
		status = dt_status_no_memory(err);
	else if (file < 0 || write(file, text->bytes, text->size) !=
	    (ssize_t)text->size)
		status = dt_status_fail(err, DT_EIO, "%s: %s", path,
		    strerror(errno));
	if (file >= 0)
		close(file);
	dt_text_free(text);
	return status;
}

static enum dt_status
write_public(const struct dt_command_call *call, const char *stem,
    const struct dt_key *key, struct dt_error *err)
{
	struct dt_text text = { 0 };
	const char *const tails[] = { "vkey", "pem", "minisign.pub",
		"signify.pub" };
	enum dt_status status = DT_OK;
	for (int i = 0; i < 4 && status == DT_OK; i++) {
		if (i == 0) {
			dt_vkey_print(&key->vkey, &text);
			dt_text_add(&text, "\n");
		} else if (i == 1)
			dt_pem_public(&key->vkey, &text);
		else if (i == 2)
			dt_minisign_public(&key->vkey, &text);
		else
			dt_signify_public(&key->vkey, &text);
		status = write_text(dt_arena_print(call->arena, "%s.%s",
		    stem, tails[i]), &text, err);
	}
	return status;
}

static enum dt_status
write_secret(const struct dt_command_call *call, const char *stem,
    const struct dt_key *key, struct dt_error *err)
{
	char passphrase[DT_CMD_PASSPHRASE_SIZE] = "";
	const char *path = dt_arena_print(call->arena, "%s.key", stem);
	bool open = dt_command_value(call, "no-passphrase") != NULL;
	if (path == NULL)
		return dt_status_no_memory(err);
	if (!open)
		dt_cmd_passphrase_ask("Passphrase for the key: ", true,
		    passphrase);
	enum dt_status status = !open && passphrase[0] == '\0' ?
	    dt_status_fail(err, DT_EUSAGE, "a passphrase is wanted, on the "
	    "terminal or in DETENTE_PASSPHRASE; --no-passphrase does without "
	    "and leaves the key open to who reads the file") :
	    dt_key_write(key, path, passphrase, DT_KEY_MODERATE, err);
	dt_sign_wipe(passphrase, sizeof(passphrase));
	return status;
}

static enum dt_status
make(const struct dt_command_call *call, const char *name, const char *stem,
    struct dt_text *vkey, struct dt_error *err)
{
	struct dt_key *key = NULL;
	enum dt_status status = dt_sign_init(err);
	if (status == DT_OK)
		status = dt_key_new(&key, name, err);
	if (status == DT_OK)
		status = write_secret(call, stem, key, err);
	if (status == DT_OK)
		status = write_public(call, stem, key, err);
	if (status == DT_OK)
		dt_vkey_print(&key->vkey, vkey);
	dt_key_free(key);
	dt_text_add(vkey, "\n");
	return status;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	const char *name = dt_command_value(call, "name");
	const char *folder = dt_command_value(call, "output");
	struct dt_error err = { 0 };
	struct dt_text vkey = { 0 };
	if (name == NULL || !dt_lines_is_name(dt_lines_word(name)))
		return dt_command_usage(call, "it needs --name NAME: small "
		    "letters, digits, - and .");
	const char *stem = dt_arena_print(call->arena, "%s/%s",
	    folder ? folder : ".", name);
	enum dt_status status = stem ? make(call, name, stem, &vkey, &err) :
	    dt_status_no_memory(&err);
	enum dt_exit exit = status ? dt_command_fail(call, NULL, &err) :
	    dt_command_write(call, &vkey);
	dt_text_free(&vkey);
	if (exit == DT_EXIT_OK)
		dt_command_advise(call, "The secret key is %s.key; give the "
		    "others to everybody.", stem);
	return exit;
}

static const struct dt_option options[] = {
	{ "name", 0, "NAME", false, NULL,
	  "whose key it is: small letters, digits, - and ." },
	{ "output", 'o', "DIR", false, "@files",
	  "the folder for the files; this one where not given" },
	{ "no-passphrase", 0, NULL, false, NULL,
	  "leave the secret key unsealed" },
	{ 0 }
};

const struct dt_command dt_cmd_keygen = {
	.name = "keygen",
	.brief = "make the key of a party, an inspectorate or a witness",
	.about = "Makes an Ed25519 key from the system's randomness and "
	    "writes NAME.key, the secret (mode 0600, sealed by a passphrase "
	    "with Argon2id), and the public key as NAME.vkey (C2SP), "
	    "NAME.pem (openssl), NAME.minisign.pub and NAME.signify.pub. "
	    "Prints the vkey. Overwrites nothing. The passphrase is asked "
	    "for on the terminal, or is that of DETENTE_PASSPHRASE.",
	.examples = "detente keygen --name us-inspectorate\n",
	.options = options,
	.at_once = true,
	.run = run,
};
