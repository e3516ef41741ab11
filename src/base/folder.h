/*
 * folder: a folder that is there whole or not at all. It is filled beside its
 * place, under a name that nobody has, and renamed when it is whole.
 */
#ifndef DT_BASE_FOLDER_H
#define DT_BASE_FOLDER_H

#include "base/arena.h"
#include "base/status.h"
#include "base/text.h"

struct dt_folder {
	struct dt_arena arena;
	const char *place;      /* where it will be */
	const char *path;       /* where it is until then; NULL: nowhere */
};

/* DT_EIO: something is there already, or it cannot be made. Close it anyhow. */
enum dt_status dt_folder_open(struct dt_folder *folder, const char *wanted,
    struct dt_error *err);

/* Writes a file of it that is not there yet, whole; `name` is a path in it.
 * DT_EIO. */
enum dt_status dt_folder_put(struct dt_folder *folder, const char *name,
    const struct dt_text *text, struct dt_error *err);

/* Puts it in its place if status is DT_OK, else takes it away; returns status,
 * or DT_EIO where it cannot go there. It may hold files, and folders of
 * files. */
enum dt_status dt_folder_close(struct dt_folder *folder,
    enum dt_status status, struct dt_error *err);

#endif
