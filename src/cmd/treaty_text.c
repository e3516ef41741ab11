/* treaty_text: see treaty_text.h. */
#include "cmd/treaty_text.h"

#include "base/schema.h"
#include "play/seal.h"
#include "treaty/treaty.h"

enum dt_status
dt_cmd_treaty_text(const struct dt_command_call *call, const char *name,
    unsigned char hash[DT_HASH_BYTES], struct dt_text *text,
    struct dt_faults *faults, struct dt_error *err)
{
	const struct dt_catalogue *c = &call->catalogue;
	struct dt_treaty treaty;
	struct dt_node *root = NULL;
	enum dt_status status = dt_catalogue_named(c, "treaty", name, NULL,
	    &root, faults, err);
	if (status == DT_OK)
		status = dt_catalogue_graft(c, &dt_treaty_schema, root, faults,
		    err);
	if (status == DT_OK)
		status = dt_schema_read(&dt_treaty_schema, c->arena, root,
		    &treaty, faults, err);
	return status ? status : dt_seal_treaty(&treaty, hash, text, err);
}
