/* backup: what verbs that write say of a file that was of an older version. */
#ifndef DT_CMD_BACKUP_H
#define DT_CMD_BACKUP_H

#include "cli/command.h"
#include "store/store.h"

/* On stderr, if the store was migrated when it was opened; NULL is fine. */
void dt_cmd_backup_tell(const struct dt_command_call *call,
    const struct dt_store *store, const char *path);

#endif
