/*
 * audit_imported: an experiment whose moves came from a file. Its configuration
 * names the file and has the digest of the rows that were made of it: nobody
 * signs that, and nothing plays it again. So rows can be found to be others
 * than those that were imported, and cannot be shown to be right.
 */
#include <string.h>

#include "audit/audit_internal.h"
#include "play/imported.h"

static enum dt_status
differ(struct dt_audit *a, const char *column, const char *stored,
    const char *made)
{
	return strcmp(stored, made) == 0 ? DT_OK : dt_audit_fault(a,
	    &(struct dt_audit_fault){ .table = "experiment", .column = column,
	    .leaf = -1 }, "is '%.60s', and follows from the configuration as "
	    "'%.60s'", stored, made);
}

/* The key and the hash are those of the configuration. */
static enum dt_status
compare_words(struct dt_audit *a, const struct dt_cell *row,
    const char *config)
{
	unsigned char hash[DT_HASH_BYTES];
	char hex[DT_HASH_HEX];
	const char *treatment = dt_imported_value(config, "import",
	    &a->arena);
	dt_hash_of(config, strlen(config), hash);
	dt_hash_hex(hash, hex);
	const struct { enum dt_store_scan_experiment at; const char *made; }
	words[] = { { DT_STORE_SCAN_KEY, hex },
		{ DT_STORE_SCAN_CONFIG_SHA256, hex },
		{ DT_STORE_SCAN_SCENARIO, treatment ? treatment : "" },
		{ DT_STORE_SCAN_TREATY, "none" },
		{ DT_STORE_SCAN_GENERATOR, "none" },
		{ DT_STORE_SCAN_EVIDENCE, "none" },
		{ DT_STORE_SCAN_DETAIL, "rounds" } };
	enum dt_status status = DT_OK;
	for (size_t i = 0; status == DT_OK &&
	    i < sizeof(words) / sizeof(words[0]); i++)
		status = differ(a, dt_store_scan_column(
		    DT_STORE_SCAN_EXPERIMENT, words[i].at),
		    row[words[i].at].text, words[i].made);
	return status;
}

static enum dt_status
compare_rows(struct dt_audit *a, const char *config)
{
	int64_t rows[DT_IMPORTED_TABLES] = { 0 };
	char digest[DT_HASH_HEX];
	bool lost = false;
	const char *stored = dt_imported_value(config, "digest", &a->arena);
	enum dt_status status = dt_audit_damage(a, dt_imported_digest(
	    a->store, a->now->id, digest, rows, a->err), &lost);
	if (status != DT_OK || lost)
		return status;
	for (size_t t = 0; t < DT_IMPORTED_TABLES; t++)
		a->now->cover[dt_imported_tables[t]].rows = rows[t];
	a->experiment.model.n = (size_t)rows[0];
	if (stored != NULL && strcmp(stored, digest) == 0)
		return rows[0] > 0 ? dt_audit_counts(a) : DT_OK;
	return dt_audit_fault(a, &(struct dt_audit_fault){ .leaf = -1,
	    .table = "move_code" }, "these rows, or those of agent, run, "
	    "outcome, round or subject, are not what was imported: their digest "
	    "is %.16s..., and was %.16s...", digest, stored ? stored :
	    "not kept");
}

enum dt_status
dt_audit_imported(struct dt_audit *a, const struct dt_cell *row)
{
	enum dt_status status = dt_audit_describe(a, row);
	const char *config = status ? NULL : dt_arena_copy(&a->arena,
	    row[DT_STORE_SCAN_CONFIG].text);
	if (status != DT_OK || config == NULL)
		return status ? status : dt_status_no_memory(a->err);
	a->now->cover[DT_STORE_SCAN_EXPERIMENT].replayed = 0;
	a->now->imported = dt_imported_value(config, "file",
	    &a->report->arena);
	if (a->now->imported == NULL)
		a->now->imported = "a file";
	status = compare_words(a, row, config);
	if (status == DT_OK)
		status = compare_rows(a, config);
	a->report->set_aside++;
	a->experiment.model.n = 0;
	return status ? status : dt_audit_cover_aside(a);
}
