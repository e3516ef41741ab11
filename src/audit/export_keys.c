/* export_keys: who has signed, from the log, and public keys for four tools;
 * see export_internal.h. */
#include "audit/export_internal.h"

#include <string.h>

#include "proof/minisign.h"
#include "proof/pem.h"
#include "proof/signify.h"

static enum dt_status
take(struct dt_export *x, const struct dt_cell *row)
{
	struct dt_error why;
	struct dt_entry_signed e = { row[5].text, strlen(row[5].text),
		{ 0 } };
	if (strcmp(row[1].text, "register") != 0)
		return DT_OK;
	enum dt_verdict verdict = dt_lines_base64(dt_lines_word(row[6].text),
	    e.signature, DT_SIGN_BYTES) ? dt_registry_add(&x->registry, &e,
	    &why) : DT_VERDICT_MALFORMED;
	if (verdict == DT_VERDICT_UNKNOWN)
		return dt_status_no_memory(x->err);
	return verdict == DT_VERDICT_GOOD ? DT_OK : dt_status_fail(x->err,
	    DT_ESTORE, "a registration is not good: see detente audit");
}

enum dt_status
dt_export_registry(struct dt_export *x)
{
	struct dt_store_scan_range range = { .experiment = x->id };
	struct dt_store_scan *scan = NULL;
	const struct dt_cell *row = NULL;
	memcpy(x->registry.experiment, x->roster->experiment, DT_HASH_BYTES);
	enum dt_status status = dt_store_scan_open(&scan, x->store,
	    DT_STORE_SCAN_ENTRY, &range, x->err);
	while (status == DT_OK && (status = dt_store_scan_next(scan, &row,
	    x->err)) == DT_OK && row != NULL)
		status = take(x, row);
	dt_store_scan_close(scan);
	for (size_t i = 0; i < x->registry.n; i++)
		x->simulated |= dt_export_secret(x,
		    &x->registry.rows[i].key) != NULL;
	return status;
}

const struct dt_key *
dt_export_secret(const struct dt_export *x, const struct dt_vkey *key)
{
	for (size_t i = 0; i < x->roster->n; i++) {
		const struct dt_roster_seat *s = &x->roster->seats[i];
		if (dt_vkey_same(&s->session->vkey, key))
			return s->session;
		if (dt_vkey_same(&s->identity->vkey, key))
			return s->identity;
	}
	return NULL;
}

const struct dt_registry_row *
dt_export_log(const struct dt_export *x)
{
	for (size_t i = 0; i < x->registry.n; i++)
		if (dt_lines_is(x->registry.rows[i].role, "log"))
			return &x->registry.rows[i];
	return NULL;
}

static enum dt_status
write_key(struct dt_export *x, const char *name, const struct dt_vkey *key)
{
	struct dt_text text = { 0 };
	dt_vkey_print(key, &text);
	dt_text_add(&text, "\n");
	enum dt_status status = dt_export_text(x, name, ".vkey", &text);
	if (key->type != DT_VKEY_ED25519)
		return status;          /* a witness's: for notes alone */
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
write_keys(struct dt_export *x, const struct dt_registry_row *row)
{
	char name[128];
	snprintf(name, sizeof(name), "%.*s-identity",
	    DT_LINES_SHOW(row->agent));
	enum dt_status status = write_key(x, name, &row->identity);
	snprintf(name, sizeof(name), "%.*s", DT_LINES_SHOW(row->agent));
	return status ? status : write_key(x, name, &row->key);
}

enum dt_status
dt_export_keys(struct dt_export *x)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < x->registry.n && status == DT_OK; i++)
		status = write_keys(x, &x->registry.rows[i]);
	return status == DT_OK && x->request->witness != NULL ?
	    write_key(x, "witness", &x->request->witness->vkey) : status;
}
