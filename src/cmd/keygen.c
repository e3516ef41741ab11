/* keygen: `detente keygen`, an identity: a secret key and its public forms. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/disk.h"
#include "cli/interrupt.h"
#include "cmd/passphrase.h"
#include "cmd/verbs.h"
#include "proof/minisign.h"
#include "proof/pem.h"
#include "proof/signify.h"

/* All files of a key, or none. */
enum { SECRET, FILES = 5 };
static const char *const tails[FILES] = {
	[SECRET] = "key", "vkey", "pem", "minisign.pub", "signify.pub"
};

struct job {
	const struct dt_command_call *call;
	struct dt_key *key;
	bool witness;           /* it cosigns: its vkey has another type, and
	                         * is of no use to other tools */
	const char *path[FILES];
	int made;               /* so many of them are this call's */
	char passphrase[DT_CMD_PASSPHRASE_SIZE];
};

static enum dt_status
write_text(const char *path, const struct dt_text *text, struct dt_error *err)
{
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
	if (file < 0)
		return dt_status_fail(err, DT_EIO, "%s: %s", path,
		    strerror(errno));
	bool good = dt_disk_write(file, text->bytes, text->size) &&
	    fsync(file) == 0;
	int error = errno;
	if (close(file) == 0 && good)
		return DT_OK;
	unlink(path);
	return dt_status_fail(err, DT_EIO, "%s: %s", path, strerror(error));
}

static enum dt_status
write_public(const struct job *j, int which, struct dt_error *err)
{
	struct dt_vkey cosigner, *vkey = &j->key->vkey;
	struct dt_text text = { 0 };
	if (j->witness && dt_vkey_make(&cosigner, vkey->name,
	    DT_VKEY_COSIGNER, vkey->public))
		vkey = &cosigner;
	switch (which) {
	case 1:
		dt_vkey_print(vkey, &text);
		dt_text_add(&text, "\n");
		break;
	case 2:
		dt_pem_public(vkey, &text);
		break;
	case 3:
		dt_minisign_public(vkey, &text);
		break;
	default:
		dt_signify_public(vkey, &text);
	}
	enum dt_status status = text.failed ? dt_status_no_memory(err) :
	    write_text(j->path[which], &text, err);
	dt_text_free(&text);
	return status;
}

/* A public key without its secret, or an old one beside a new secret, would be
 * worse than none: what there is of a set that cannot be whole goes. */
static enum dt_status
write_all(struct job *j, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	dt_interrupt_hold(true);
	int files = j->witness ? 2 : FILES;
	for (j->made = 0; j->made < files && status == DT_OK; j->made++)
		status = j->made == SECRET ? dt_key_write(j->key,
		    j->path[SECRET], j->passphrase, DT_KEY_MODERATE, err) :
		    write_public(j, j->made, err);
	for (int i = 0; status != DT_OK && i < j->made - 1; i++)
		unlink(j->path[i]);
	dt_interrupt_hold(false);
	return status;
}

/* Before a passphrase is asked for. */
static enum dt_status
look(struct job *j, const char *stem, struct dt_error *err)
{
	for (int i = 0; i < FILES; i++) {
		j->path[i] = dt_arena_print(j->call->arena, "%s.%s", stem,
		    tails[i]);
		if (j->path[i] == NULL)
			return dt_status_no_memory(err);
		if (access(j->path[i], F_OK) == 0)
			return dt_status_fail(err, DT_EIO, "%s: is there "
			    "already: keys are not overwritten", j->path[i]);
	}
	return DT_OK;
}

static enum dt_status
ask(struct job *j, struct dt_error *err)
{
	if (dt_command_value(j->call, "no-passphrase") != NULL)
		return DT_OK;
	dt_cmd_passphrase_ask("Passphrase for the key: ", true,
	    j->passphrase);
	if (!dt_key_is_weak(j->passphrase) ||
	    dt_command_value(j->call, "weak") != NULL)
		return DT_OK;
	return dt_status_fail(err, DT_EUSAGE, "a passphrase of at least %d "
	    "characters, %d of them different, is wanted, on the terminal or "
	    "in DETENTE_PASSPHRASE; --weak takes any, and --no-passphrase "
	    "leaves the key open to who reads the file",
	    DT_KEY_PASSPHRASE_LEAST, DT_KEY_PASSPHRASE_LETTERS);
}

static enum dt_status
make(const struct dt_command_call *call, const char *name, const char *stem,
    struct dt_text *vkey, struct dt_error *err)
{
	struct job job = { .call = call,
		.witness = dt_command_value(call, "witness") != NULL };
	struct dt_vkey public;
	enum dt_status status = look(&job, stem, err);
	if (status == DT_OK)
		status = ask(&job, err);
	if (status == DT_OK)
		status = dt_sign_init(err);
	if (status == DT_OK)
		status = dt_key_new(&job.key, name, err);
	if (status == DT_OK)
		status = write_all(&job, err);
	if (status == DT_OK && dt_vkey_make(&public, job.key->vkey.name,
	    job.witness ? DT_VKEY_COSIGNER : DT_VKEY_ED25519,
	    job.key->vkey.public))
		dt_vkey_print(&public, vkey);
	dt_key_free(job.key);
	dt_sign_wipe(job.passphrase, sizeof(job.passphrase));
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
	{ "witness", 0, NULL, false, NULL,
	  "a witness's key, which cosigns checkpoints: its vkey has type 04, "
	  "and there are no files for other tools" },
	{ "no-passphrase", 0, NULL, false, NULL,
	  "leave the secret key unsealed" },
	{ "weak", 0, NULL, false, NULL,
	  "take a short passphrase, too; an empty one is none" },
	{ 0 }
};

const struct dt_command dt_cmd_keygen = {
	.name = "keygen",
	.brief = "make the key of a party, an inspectorate or a witness",
	.about = "Makes an Ed25519 key from the system's randomness and "
	    "writes NAME.key, the secret (mode 0600, sealed by a passphrase "
	    "with Argon2id), and the public key as NAME.vkey (C2SP), "
	    "NAME.pem (openssl), NAME.minisign.pub and NAME.signify.pub. "
	    "With --witness it is the key of one who cosigns checkpoints, "
	    "and NAME.vkey has the type of that. Prints the vkey. Overwrites nothing. The passphrase is asked "
	    "for on the terminal, or is that of DETENTE_PASSPHRASE.",
	.examples = "detente keygen --name us-inspectorate\n",
	.options = options,
	.at_once = true,
	.run = run,
};
