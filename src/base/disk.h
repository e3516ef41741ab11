/*
 * disk: bytes into an open file, and names onto the disk. Both return false on
 * a fault, with errno as it was left.
 */
#ifndef DT_BASE_DISK_H
#define DT_BASE_DISK_H

#include <stdbool.h>
#include <stddef.h>

/* All bytes, also where the system takes some at a time or is interrupted; where
 * it takes none, errno is ENOSPC. They are on the disk after an fsync. */
bool dt_disk_write(int file, const void *bytes, size_t size);

/* So that new names in a folder are on the disk, too. */
bool dt_disk_sync_folder(const char *path);

#endif
