/* folder: see folder.h. */
#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum dt_status
refuse(const char *folder, int error, struct dt_error *err)
{
	return dt_status_fail(err, DT_EIO, "%s: %s", folder, strerror(error));
}

enum dt_status
dt_folder_open(struct dt_folder *f, const char *wanted,
    struct dt_error *err)
{
	size_t n = strlen(wanted);
	while (n > 1 && wanted[n - 1] == '/')
		n--;
	struct stat st;
	*f = (struct dt_folder){ 0 };
	f->place = dt_arena_copy_n(&f->arena, wanted, n);
	char *beside = dt_arena_print(&f->arena, "%s.XXXXXX",
	    f->place ? f->place : "");
	if (f->place == NULL || beside == NULL)
		return dt_status_no_memory(err);
	if (lstat(f->place, &st) == 0)
		return refuse(f->place, EEXIST, err);
	if (mkdtemp(beside) == NULL)
		return refuse(f->place, errno, err);
	f->path = beside;
	mode_t mask = umask(0);
	umask(mask);
	return chmod(beside, 0777 & ~mask) == 0 ? DT_OK :
	    refuse(f->place, errno, err);
}

enum dt_status
dt_folder_put(struct dt_folder *f, const char *name,
    const struct dt_text *text, struct dt_error *err)
{
	const char *path = dt_arena_print(&f->arena, "%s/%s", f->path, name);
	if (path == NULL || text->failed)
		return dt_status_no_memory(err);
	FILE *out = fopen(path, "wx");
	bool fine = out != NULL && (text->size == 0 || fwrite(text->bytes, 1,
	    text->size, out) == text->size);
	if (out != NULL && fclose(out) != 0)
		fine = false;
	return fine ? DT_OK : dt_status_fail(err, DT_EIO, "%s/%s: %s",
	    f->place, name, strerror(errno));
}

/* A folder of what this call made: folders of files. */
static void
take_away(struct dt_arena *arena, const char *path, int depth)
{
	DIR *dir = depth > 0 ? opendir(path) : NULL;
	const struct dirent *one;
	while (dir != NULL && (one = readdir(dir)) != NULL) {
		const char *name = one->d_name;
		const char *below = strcmp(name, ".") == 0 ||
		    strcmp(name, "..") == 0 ? NULL :
		    dt_arena_print(arena, "%s/%s", path, name);
		if (below != NULL && unlink(below) != 0)
			take_away(arena, below, depth - 1);
	}
	if (dir != NULL)
		closedir(dir);
	(void)rmdir(path);
}

enum dt_status
dt_folder_close(struct dt_folder *f, enum dt_status status,
    struct dt_error *err)
{
	if (status == DT_OK && rename(f->path, f->place) != 0)
		status = refuse(f->place, errno, err);
	if (status != DT_OK && f->path != NULL)
		take_away(&f->arena, f->path, 2);
	dt_arena_free(&f->arena);
	return status;
}
