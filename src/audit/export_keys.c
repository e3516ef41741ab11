/* export_keys: who has signed, from the log, and public keys for four tools;
 * see export_internal.h. */
#include "audit/export_internal.h"

#include "proof/minisign.h"
#include "proof/pem.h"
#include "proof/signify.h"

enum dt_status
dt_export_read(struct dt_export *x)
{
	enum dt_status status = dt_stored_log_read(x->store, x->id,
	    x->roster->experiment, &x->log, x->err);
	for (size_t i = 0; i < x->log.registry.n; i++)
		x->simulated |= dt_export_secret(x,
		    &x->log.registry.rows[i].key) != NULL;
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
	for (size_t i = 0; i < x->log.registry.n && status == DT_OK; i++)
		status = write_keys(x, &x->log.registry.rows[i]);
	return status == DT_OK && x->request->witness != NULL ?
	    write_key(x, "witness", &x->request->witness->vkey) : status;
}
