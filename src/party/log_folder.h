/*
 * log_folder: a folder of files that only grow, or are whole or not there.
 *
 * After a kill at any moment, or a loss of power, an append has put all its
 * bytes behind the old ones, or a beginning of them that its reader can tell;
 * what was acknowledged is on the disk (fsync). A file that is written anew
 * has its old bytes or its new ones. One writer at a time holds the lock.
 */
#ifndef DT_PARTY_LOG_FOLDER_H
#define DT_PARTY_LOG_FOLDER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/status.h"

struct dt_log_folder {
	const char *path;
	struct dt_arena *arena;         /* holds what is read */
	int lock;               /* of dt_log_folder_lock; 0: none */
};

/* Makes the folder if it is not there. */
enum dt_status dt_log_folder_make(const struct dt_log_folder *folder,
    struct dt_error *err);

/* Waits for the lock; a kill gives it back. */
enum dt_status dt_log_folder_lock(struct dt_log_folder *folder,
    struct dt_error *err);
void dt_log_folder_unlock(struct dt_log_folder *folder);

/* All bytes of a file, a NUL behind them. *bytes is NULL, and it is no fault,
 * if there is none and `may_lack`. */
enum dt_status dt_log_folder_read(const struct dt_log_folder *folder,
    const char *name, bool may_lack, const char **bytes, size_t *size,
    struct dt_error *err);

/* Puts bytes behind the first `at` ones; what was behind those, the remains
 * of an append that was cut short, goes. */
enum dt_status dt_log_folder_append(const struct dt_log_folder *folder,
    const char *name, size_t at, const char *bytes, size_t size,
    struct dt_error *err);

/* Writes a file whole, in the place of one that may be there. */
enum dt_status dt_log_folder_write(const struct dt_log_folder *folder,
    const char *name, const char *bytes, size_t size, struct dt_error *err);

#endif
