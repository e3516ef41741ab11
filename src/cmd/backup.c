/* backup: see backup.h. */
#include "cmd/backup.h"

void
dt_cmd_backup_tell(const struct dt_command_call *call,
    const struct dt_store *store, const char *path)
{
	const char *backup = store ? dt_store_backup(store) : NULL;
	if (backup != NULL)
		dt_command_advise(call, "%s was written by an older version "
		    "of this program and is of this one now; %s is the file "
		    "as it was", path, backup);
}
