/* treaty_text: see treaty_text.h. */
#include "cmd/treaty_text.h"

#include "base/schema.h"
#include "play/seal.h"

enum dt_status
dt_cmd_treaty_text(const struct dt_command_call *call, const char *name,
    unsigned char hash[DT_HASH_BYTES], struct dt_text *text,
    struct dt_faults *faults, struct dt_error *err)
{
	const struct dt_catalogue *c = &call->catalogue;
	const struct dt_catalogue_kind *kind,
	    *wanted = dt_catalogue_kind_of("treaty");
	struct dt_treaty treaty;
	struct dt_node *root;
	const char *path;
	enum dt_status status = dt_catalogue_find(c, wanted, name, NULL,
	    &path, err);
	if (status == DT_OK)
		status = dt_catalogue_read(c, path, &root, &kind, faults,
		    err);
	if (status == DT_OK && kind != wanted)
		return dt_status_fail(err, DT_EINPUT, "%s is a %s, not a "
		    "treaty", path, kind->word);
	if (status == DT_OK)
		status = dt_catalogue_graft(c, kind->schema, root, faults,
		    err);
	if (status == DT_OK)
		status = dt_schema_read(kind->schema, c->arena, root, &treaty,
		    faults, err);
	return status ? status : dt_seal_treaty(&treaty, hash, text, err);
}
