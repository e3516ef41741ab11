/* export: see export.h. The experiments of a database, one by one. */
#include "audit/export_internal.h"
#include "base/folder.h"

#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "audit/stored.h"
#include "proof/note.h"

static enum dt_status
write_readme(struct dt_export *x)
{
	struct dt_text text = { 0 };
	struct dt_lines_word log = dt_stored_log_keeper(&x->log)->agent;
	dt_text_add(&text,
	    "Evidence of experiment %" PRId64 ", to be checked with other "
	    "tools.\n\n%s"
	    "detente-evidence(7) says what is signed and what it proves.\n\n"
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
	    "openssl pkeyutl -verify -rawin -pubin -inkey %.*s.pem \\\n"
	    "    -in checkpoint.body -sigfile checkpoint.sig\n\n"
	    "Go: note.Open(checkpoint.txt, note.VerifierList(%.*s.vkey)) of "
	    "golang.org/x/mod/sumdb,\nand tlog.CheckRecord with the hashes "
	    "of ENTRY.tlog-proof.\n\n"
	    "A commitment is the SHA-256 of its opening's file:\n\n"
	    "sha256sum <entry-LEAF-open-NAME.txt | xxd -r -p | base64\n\n"
	    "A .minisig file is there where the key is simulated: minisign "
	    "signs a hash of its\nown, which takes the secret key.\n\n"
	    "perjury-NAME.txt stands alone: a commitment, the opening that "
	    "it binds to and the\ninspector's finding of another move, with "
	    "both registrations. It proves who said\nwhat; that the "
	    "inspector is right is for the reader to believe. Each is of a "
	    "round\nin which the run, played again, has the agent racing. "
	    "%" PRId64 " other findings deny a\ndeclaration of a round in "
	    "which it paused: false alarms, and no perjury.\n", x->id,
	    x->simulated ? "SIMULATED: keys follow from the seed in the "
	    "database.\n" : "", DT_LINES_SHOW(log), DT_LINES_SHOW(log),
	    x->request->false_alarms);
	return dt_export_text(x, "README", ".txt", &text);
}

static enum dt_status
write_checkpoint(struct dt_export *x)
{
	const char *gap = strstr(x->checkpoint, "\n\n");
	size_t size = gap ? (size_t)(gap - x->checkpoint) + 1 : 0;
	struct dt_lines behind = { x->checkpoint + size + (gap != NULL),
		strlen(x->checkpoint) - size - (gap != NULL), false };
	unsigned char signature[DT_SIGN_BYTES];
	if (dt_note_take_signature(&behind, &dt_stored_log_keeper(&x->log)->key,
	    signature, x->err) != DT_VERDICT_GOOD)
		return dt_status_fail(x->err, DT_ESTORE, "the last checkpoint "
		    "is not the log's: see detente audit");
	enum dt_status status = dt_export_write(x, "checkpoint.txt",
	    x->checkpoint, strlen(x->checkpoint));
	if (status == DT_OK)
		status = dt_export_write(x, "checkpoint.body", x->checkpoint,
		    size);
	if (status == DT_OK)
		status = dt_export_write(x, "checkpoint.sig", signature,
		    sizeof(signature));
	return status || x->request->witness == NULL ? status :
	    dt_export_witness(x);
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
	enum dt_status status = dt_export_read(x);
	if (status == DT_OK && dt_stored_log_keeper(&x->log) == NULL)
		return status;          /* nothing was signed yet */
	if (status == DT_OK && x->signs_findings)
		status = dt_export_perjuries(x);
	if (status == DT_OK)
		status = write_readme(x);
	if (status == DT_OK)
		status = dt_export_keys(x);
	if (status == DT_OK)
		status = read_checkpoints(x);
	if (status == DT_OK && x->checkpoint != NULL)
		status = write_checkpoint(x);
	return status ? status : dt_export_entries(x);
}

/* Talks are of the scenario under any of their texts, by a key of their own. */
static enum dt_status
compile_talks(struct dt_export *x, const struct dt_cell *row)
{
	struct dt_store_scan_range range = { .experiment = x->id };
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *text = NULL;
	struct dt_cell cells[DT_STORE_SCAN_EXPERIMENT_COLUMNS];
	memcpy(cells, row, sizeof(cells));
	enum dt_status status = dt_store_scan_open(&scan, x->store,
	    DT_STORE_SCAN_TALKS_TEXT, &range, x->err);
	if (status == DT_OK)
		status = dt_store_scan_next(scan, &text, x->err);
	if (status == DT_OK && text != NULL)
		cells[DT_STORE_SCAN_CONFIG] =
		    text[DT_STORE_SCAN_TALKS_CONFIG];
	if (status == DT_OK)
		status = dt_stored_experiment(&x->arena, cells,
		    &x->experiment, x->err);
	dt_store_scan_close(scan);
	x->experiment.key = row[DT_STORE_SCAN_KEY].text;
	x->signs_findings = false;
	return status;
}

static enum dt_status
compile(struct dt_export *x, const struct dt_cell *row)
{
	if (x->folder == NULL)
		return dt_status_no_memory(x->err);
	return strcmp(row[DT_STORE_SCAN_ENGINE].text, DT_STORE_TALKS) == 0 ?
	    compile_talks(x, row) : dt_stored_experiment(&x->arena, row,
	    &x->experiment, x->err);
}

static enum dt_status
export_one(const struct dt_export *given, const struct dt_cell *row)
{
	struct dt_export x = *given;
	x.id = row[DT_STORE_SCAN_ID].integer;
	const char *level = row[DT_STORE_SCAN_EVIDENCE].text;
	if (strcmp(level, "none") == 0)
		return DT_OK;
	x.signs_findings = strcmp(level, "full") == 0;
	x.folder = dt_arena_print(&x.arena, "%s/experiment-%" PRId64,
	    x.root, x.id);
	enum dt_status status = compile(&x, row);
	if (status == DT_OK)
		status = dt_roster_new(&x.roster, &x.experiment, x.err);
	if (status == DT_OK)
		status = write_experiment(&x);
	dt_roster_free(x.roster);
	dt_stored_log_free(&x.log);
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
	request->entries = request->charges = request->false_alarms = 0;
	enum dt_status status = dt_sign_init(err);
	if (status == DT_OK)
		status = dt_store_open(&x.store, path, DT_STORE_READ, err);
	if (status)
		return status;
	struct dt_folder folder;
	status = dt_folder_open(&folder, request->folder, err);
	x.root = folder.path;
	if (status == DT_OK)
		status = export_all(&x);
	/* A witness that refuses leaves its proof: the folder is put in place
	 * as far as it came. */
	struct dt_error other;
	bool refused = request->refused && folder.path != NULL;
	enum dt_status closed = dt_folder_close(&folder, refused ?
	    DT_OK : status, refused ? &other : err);
	(void)dt_store_close(x.store, NULL);
	return status ? status : closed;
}
