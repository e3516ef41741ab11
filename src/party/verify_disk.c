/* verify_disk: files as bytes. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "party/verify_internal.h"

enum { FILE_MOST = 1 << 28 };

static enum dt_status
refused(const char *path, struct dt_error *err)
{
	return dt_status_fail(err, DT_EIO, "%s: %s", path, strerror(errno));
}

static enum dt_status
slurp(struct dt_verify *v, FILE *file, const char *path, const char **bytes,
    size_t *size, struct dt_error *err)
{
	struct stat st;
	if (fstat(fileno(file), &st) != 0)
		return refused(path, err);
	if (!S_ISREG(st.st_mode) || st.st_size > FILE_MOST)
		return dt_status_fail(err, DT_EIO, "%s: %s", path,
		    S_ISREG(st.st_mode) ? "is too long for evidence" :
		    "is no file");
	char *made = dt_arena_new(v->arena, (size_t)st.st_size + 1, 1);
	if (made == NULL)
		return dt_status_no_memory(err);
	*size = fread(made, 1, (size_t)st.st_size, file);
	if (ferror(file))
		return refused(path, err);
	*bytes = made;
	return DT_OK;
}

enum dt_status
dt_verify_read(struct dt_verify *v, const char *path, bool may_lack,
    const char **bytes, size_t *size, struct dt_error *err)
{
	*bytes = NULL;
	*size = 0;
	FILE *file = fopen(path, "rb");
	if (file == NULL)
		return may_lack && errno == ENOENT ? DT_OK :
		    refused(path, err);
	enum dt_status status = slurp(v, file, path, bytes, size, err);
	fclose(file);
	return status;
}

const char *
dt_verify_sibling(struct dt_verify *v, const char *path, const char *tail)
{
	const char *name = strrchr(path, '/');
	const char *dot = strrchr(name ? name : path, '.');
	size_t stem = dot ? (size_t)(dot - path) : strlen(path);
	return dt_arena_print(v->arena, "%.*s%s", (int)stem, path, tail);
}
