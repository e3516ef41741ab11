/* export_write: the files that an export writes; see export_internal.h. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "audit/export_internal.h"
#include "base/disk.h"

enum dt_status
dt_export_refuse(struct dt_export *x, const char *name)
{
	return dt_status_fail(x->err, DT_EIO, "%s/%s: %s", x->folder, name,
	    strerror(errno));
}

enum dt_status
dt_export_write(struct dt_export *x, const char *name, const void *bytes,
    size_t size)
{
	const char *path = dt_arena_print(&x->arena, "%s/%s", x->folder,
	    name);
	if (path == NULL)
		return dt_status_no_memory(x->err);
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	if (file < 0)
		return dt_export_refuse(x, name);
	bool good = dt_disk_write(file, bytes, size);
	int error = errno;
	if (close(file) == 0 && good)
		return DT_OK;
	errno = error;
	return dt_export_refuse(x, name);
}

/* Writes a text and frees it. */
enum dt_status
dt_export_text(struct dt_export *x, const char *stem, const char *tail,
    struct dt_text *text)
{
	char name[192];
	snprintf(name, sizeof(name), "%s%s", stem, tail);
	enum dt_status status = text->failed ? dt_status_no_memory(x->err) :
	    dt_export_write(x, name, text->bytes, text->size);
	dt_text_free(text);
	return status;
}
