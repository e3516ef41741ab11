/* export: see export.h. The experiments of a database, one by one. */
#include "audit/export_internal.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "audit/stored.h"
#include "proof/minisign.h"
#include "proof/note.h"
#include "proof/pem.h"
#include "proof/signify.h"

static enum dt_status
write_key(struct dt_export *x, const char *name, const struct dt_vkey *key)
{
	struct dt_text text = { 0 };
	dt_vkey_print(key, &text);
	dt_text_add(&text, "\n");
	enum dt_status status = dt_export_text(x, name, ".vkey", &text);
	dt_pem_public(key, &text);
	if (status == DT_OK)
		status = dt_export_text(x, name, ".pem", &text);
	dt_minisign_public(key, &text);
	if (status == DT_OK)
		status = dt_export_text(x, name, ".minisign.pub", &text);
	dt_signify_public(key, &text);
	if (status == DT_OK)
		status = dt_export_text(x, name, ".signify.pub", &text);
	dt_text_free(&text);
	return status;
}

static enum dt_status
write_keys(struct dt_export *x, const struct dt_roster_seat *seat)
{
	char name[128];
	snprintf(name, sizeof(name), "%s-identity", seat->name);
	enum dt_status status = write_key(x, seat->name,
	    &seat->session->vkey);
	return status ? status : write_key(x, name, &seat->identity->vkey);
}

static enum dt_status
write_readme(struct dt_export *x)
{
	struct dt_text text = { 0 };
	size_t log = dt_roster_officer(x->roster, DT_ROSTER_LOG);
	dt_text_add(&text,
	    "Evidence of experiment %" PRId64 ", to be checked with other "
	    "tools.\n\n"
	    "SIMULATED: the keys follow from the seed in the database. "
	    "detente-evidence(7)\nsays what is signed and what it proves.\n\n"
	    "NAME is a signer, ENTRY one of the files entry-*-KIND-NAME.txt;"
	    " registrations\nand ratifications are signed by NAME-identity,"
	    " all else by NAME.\n\n"
	    "openssl pkeyutl -verify -rawin -pubin -inkey NAME.pem \\\n"
	    "    -in ENTRY.txt -sigfile ENTRY.sig\n"
	    "signify-openbsd -V -p NAME.signify.pub -m ENTRY.txt "
	    "-x ENTRY.signify\n"
	    "minisign -V -p NAME.minisign.pub -m ENTRY.txt "
	    "-x ENTRY.minisig\n\n"
	    "A checkpoint is a C2SP signed note; its body is checkpoint.body,"
	    " and its key is\nthat of the log:\n\n"
	    "openssl pkeyutl -verify -rawin -pubin -inkey %s.pem \\\n"
	    "    -in checkpoint.body -sigfile checkpoint.sig\n\n"
	    "Go: note.Open(checkpoint.txt, note.VerifierList(%s.vkey)) of "
	    "golang.org/x/mod/sumdb,\nand tlog.CheckRecord with the hashes "
	    "of ENTRY.tlog-proof.\n\n"
	    "A commitment is the SHA-256 of its opening's file:\n\n"
	    "sha256sum <entry-LEAF-open-NAME.txt | xxd -r -p | base64\n\n"
	    "perjury-NAME.txt stands alone: a commitment, the opening that "
	    "it binds to and the\ninspector's finding of another move, with "
	    "both registrations. It proves who said\nwhat; that the "
	    "inspector is right is for the reader to believe.\n",
	    x->id, x->roster->seats[log].name, x->roster->seats[log].name);
	return dt_export_text(x, "README", ".txt", &text);
}

static enum dt_status
write_checkpoint(struct dt_export *x)
{
	size_t log = dt_roster_officer(x->roster, DT_ROSTER_LOG);
	const struct dt_key *key = x->roster->seats[log].session;
	const char *gap = strstr(x->checkpoint, "\n\n");
	size_t size = gap ? (size_t)(gap - x->checkpoint) + 1 : 0;
	unsigned char signature[DT_SIGN_BYTES];
	struct dt_text text = { 0 };
	dt_key_sign(key, x->checkpoint, size, signature);
	enum dt_status status = dt_export_write(x, "checkpoint.txt",
	    x->checkpoint, strlen(x->checkpoint));
	if (status == DT_OK)
		status = dt_export_write(x, "checkpoint.body", x->checkpoint,
		    size);
	if (status == DT_OK)
		status = dt_export_write(x, "checkpoint.sig", signature,
		    sizeof(signature));
	if (status || x->request->witness == NULL)
		return status;
	dt_text_add_n(&text, x->checkpoint, strlen(x->checkpoint));
	status = dt_note_cosign(x->request->witness, x->request->time, &text,
	    x->err);
	if (status == DT_OK)
		return dt_export_text(x, "checkpoint", ".cosigned", &text);
	dt_text_free(&text);
	return status;
}

/* The last checkpoint, and a file of all. */
static enum dt_status
read_checkpoints(struct dt_export *x)
{
	struct dt_store_scan_range range = { .experiment = x->id };
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	struct dt_text all = { 0 };
	enum dt_status status = dt_store_scan_open(&scan, x->store,
	    DT_STORE_SCAN_CHECKPOINT, &range, x->err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    x->err)) == DT_OK && row != NULL) {
		dt_text_add(&all, "%s\n", row[5].text);
		x->checkpoint = dt_arena_copy(&x->arena, row[5].text);
		if (x->checkpoint == NULL)
			status = dt_status_no_memory(x->err);
	}
	dt_store_scan_close(scan);
	if (status == DT_OK && x->checkpoint != NULL)
		return dt_export_text(x, "checkpoints", ".all", &all);
	dt_text_free(&all);
	return status;
}

static enum dt_status
write_experiment(struct dt_export *x)
{
	if (mkdir(x->folder, 0777) != 0)
		return dt_export_refuse(x, "");
	enum dt_status status = write_readme(x);
	for (size_t i = 0; i < x->roster->n && status == DT_OK; i++)
		status = write_keys(x, &x->roster->seats[i]);
	if (status == DT_OK)
		status = read_checkpoints(x);
	if (status == DT_OK && x->checkpoint != NULL)
		status = write_checkpoint(x);
	return status ? status : dt_export_entries(x);
}

static enum dt_status
export_one(const struct dt_export *given, const struct dt_cell *row)
{
	struct dt_export x = *given;
	x.id = row[DT_STORE_SCAN_ID].integer;
	if (strcmp(row[DT_STORE_SCAN_EVIDENCE].text, "none") == 0)
		return DT_OK;
	x.folder = dt_arena_print(&x.arena, "%s/experiment-%" PRId64,
	    x.request->folder, x.id);
	enum dt_status status = x.folder ? dt_stored_experiment(&x.arena, row,
	    &x.experiment, x.err) :
	    dt_status_no_memory(x.err);
	if (status == DT_OK)
		status = dt_roster_new(&x.roster, &x.experiment, x.err);
	if (status == DT_OK)
		status = write_experiment(&x);
	dt_roster_free(x.roster);
	dt_memory_free(x.leaves);
	dt_arena_free(&x.arena);
	return status;
}

static enum dt_status
export_all(const struct dt_export *x)
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	enum dt_status status = dt_store_scan_open(&scan, x->store,
	    DT_STORE_SCAN_EXPERIMENT, &(struct dt_store_scan_range){ 0 },
	    x->err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    x->err)) == DT_OK && row != NULL)
		status = export_one(x, row);
	dt_store_scan_close(scan);
	return status;
}

enum dt_status
dt_export_database(const char *path, struct dt_export_request *request,
    struct dt_error *err)
{
	struct dt_export x = { .request = request, .err = err };
	request->entries = request->charges = 0;
	enum dt_status status = dt_sign_init(err);
	if (status == DT_OK)
		status = dt_store_open(&x.store, path, DT_STORE_READ, err);
	if (status)
		return status;
	if (mkdir(request->folder, 0777) != 0)
		status = dt_status_fail(err, DT_EIO, "%s: %s",
		    request->folder, strerror(errno));
	if (status == DT_OK)
		status = export_all(&x);
	dt_store_close(x.store, NULL);
	return status;
}
