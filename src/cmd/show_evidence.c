/* show_evidence: who signed what in a run, opened; see show.h. */
#include "cmd/show.h"

#include <inttypes.h>
#include <string.h>

#include "audit/reveal.h"
#include "proof/base64.h"
#include "proof/portable.h"
#include "store/store_scan.h"

struct view {
	const struct dt_command_call *call;
	struct dt_store *store;
	struct dt_text text;
	struct dt_error err;
	int64_t experiment, run, round; /* 0: any */
	int64_t shown;
};

/* The bytes as printf's format in a shell: LF as \n; they have no % or \\. */
static void
add_printf(struct dt_text *text, const char *bytes)
{
	dt_text_add(text, "printf '");
	for (; *bytes != '\0'; bytes++)
		dt_text_add(text, *bytes == '\n' ? "\\n" : "%c", *bytes);
	dt_text_add(text, "'");
}

static void
add_indented(struct dt_text *text, const char *lines)
{
	for (; *lines != '\0'; lines += strcspn(lines, "\n") + 1)
		dt_text_add(text, "    %.*s\n", (int)strcspn(lines, "\n"),
		    lines);
}

static void
add_entry(struct view *v, const struct dt_cell *row)
{
	dt_text_add(&v->text, "\nleaf %" PRId64 "  %s, signed by signer %"
	    PRId64 "\n", row[0].integer, row[1].text, row[4].integer);
	add_indented(&v->text, row[5].text);
	dt_text_add(&v->text, "    signature %s\n", row[6].text);
	if (strcmp(row[1].text, "open") == 0) {
		dt_text_add(&v->text, "  gives its commitment by\n    ");
		add_printf(&v->text, row[5].text);
		dt_text_add(&v->text, " | sha256sum | xxd -r -p | "
		    "base64\n");
	}
	v->shown++;
}

static enum dt_status
add_entries(struct view *v, int64_t id)
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	struct dt_store_scan_range range = { id, v->run, v->run };
	enum dt_status status = dt_store_scan_open(&scan, v->store,
	    DT_STORE_SCAN_ENTRY, &range, &v->err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    &v->err)) == DT_OK && row != NULL)
		if (v->round == 0 || row[3].integer == v->round)
			add_entry(v, row);
	dt_store_scan_close(scan);
	return status;
}

static void
add_base64(struct dt_text *text, const struct dt_merkle_hash *hash)
{
	dt_base64_add(text, hash->bytes, sizeof(hash->bytes));
}

static void
add_opening(struct view *v, const struct dt_reveal *reveal,
    const struct dt_reveal_agent *a)
{
	dt_text_add(&v->text, "\n%s opens its run:\n", a->name);
	add_indented(&v->text, a->text);
	dt_text_add(&v->text, "  a leaf, ");
	add_base64(&v->text, &a->leaf);
	dt_text_add(&v->text, ", by\n    (printf '\\000'; ");
	add_printf(&v->text, a->text);
	dt_text_add(&v->text, ") | sha256sum | xxd -r -p | base64\n  number %"
	    PRId64 " of the runs %" PRId64 " to %" PRId64 " under the root ",
	    v->run - reveal->first_run + 1, reveal->first_run,
	    reveal->last_run);
	add_base64(&v->text, &a->root);
	dt_text_add(&v->text, "\n  that it signs in its entry 'epoch' of "
	    "these runs; its siblings there, from the leaf up:\n");
	dt_portable_add_proof((uint64_t)(v->run - reveal->first_run),
	    &a->proof, &v->text);
}

static enum dt_status
add_moves(struct view *v, const struct dt_cell *row)
{
	struct dt_reveal reveal;
	enum dt_status status = dt_reveal_run(&reveal, v->store, row, v->run,
	    &v->err);
	for (size_t i = 0; status == DT_OK && i < reveal.n; i++) {
		const struct dt_reveal_agent *a = &reveal.agents[i];
		if (!a->signs)
			continue;
		if (a->closed)
			dt_text_add(&v->text, "\n%s signed with a key of its "
			    "own: only it can open its run\n", a->name);
		else
			add_opening(v, &reveal, a);
		v->shown++;
	}
	dt_reveal_free(&reveal);
	return status;
}

static enum dt_status
add_experiment(struct view *v, const struct dt_cell *row)
{
	int64_t id = row[DT_STORE_SCAN_ID].integer;
	const char *level = row[DT_STORE_SCAN_EVIDENCE].text;
	if (v->experiment != 0 && v->experiment != id)
		return DT_OK;
	dt_text_add(&v->text, "experiment %" PRId64 ", %s under %s, evidence "
	    "%s\n", id, row[DT_STORE_SCAN_SCENARIO].text,
	    row[DT_STORE_SCAN_TREATY].text, level);
	if (strcmp(level, "epoch") == 0)
		return add_moves(v, row);
	return strcmp(level, "full") == 0 ? add_entries(v, id) : DT_OK;
}

static enum dt_status
add_all(struct view *v)
{
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	enum dt_status status = dt_store_scan_open(&scan, v->store,
	    DT_STORE_SCAN_EXPERIMENT, &(struct dt_store_scan_range){ 0 },
	    &v->err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    &v->err)) == DT_OK && row != NULL)
		status = add_experiment(v, row);
	dt_store_scan_close(scan);
	return status;
}

enum dt_exit
dt_cmd_show_evidence(struct dt_command_call *call, const char *path)
{
	bool bad = false;
	struct view v = { .call = call };
	v.experiment = dt_command_whole(call, "experiment", 1, INT64_MAX, 0,
	    &bad);
	v.run = dt_command_whole(call, "run", 1, INT64_MAX, 1, &bad);
	v.round = dt_command_whole(call, "round", 1, INT64_MAX, 0, &bad);
	if (bad)
		return DT_EXIT_USAGE;
	enum dt_status status = dt_store_open(&v.store, path, DT_STORE_READ,
	    &v.err);
	if (status == DT_OK)
		status = add_all(&v);
	(void)dt_store_close(v.store, NULL);
	if (status == DT_OK && v.shown == 0)
		dt_text_add(&v.text, "nothing was signed there\n");
	enum dt_exit exit = status ? dt_command_fail(call, NULL, &v.err) :
	    dt_command_write(call, &v.text);
	dt_text_free(&v.text);
	return exit;
}
