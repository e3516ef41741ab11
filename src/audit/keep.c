/* keep: see keep.h. */
#include "audit/keep.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/disk.h"

static enum dt_status
refuse(const char *path, struct dt_error *err)
{
	return dt_status_fail(err, DT_EIO, "%s: %s", path, strerror(errno));
}

enum dt_status
dt_keep_read(const char *path, struct dt_text *text, bool *there,
    struct dt_error *err)
{
	char block[4096];
	ssize_t n;
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
	*there = file >= 0;
	if (file < 0)
		return errno == ENOENT ? DT_OK : refuse(path, err);
	while ((n = read(file, block, sizeof(block))) > 0)
		dt_text_add_n(text, block, (size_t)n);
	int error = errno;
	close(file);
	errno = error;
	if (n < 0)
		return refuse(path, err);
	return text->failed ? dt_status_no_memory(err) : DT_OK;
}

/* The name is on the disk when its folder is. */
static bool
sync_folder(const char *path)
{
	struct dt_text copy = { 0 };
	dt_text_add(&copy, "%s", path);
	bool good = !copy.failed && dt_disk_sync_folder(dirname(copy.bytes));
	dt_text_free(&copy);
	return good;
}

static enum dt_status
put(const char *path, const char *beside, const struct dt_text *text,
    struct dt_error *err)
{
	int file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC |
	    O_NOFOLLOW, 0644);
	if (file < 0)
		return refuse(beside, err);
	bool good = dt_disk_write(file, text->bytes, text->size) &&
	    fsync(file) == 0;
	int error = errno;
	good = close(file) == 0 && good;
	if (good && rename(beside, path) == 0)
		return sync_folder(path) ? DT_OK : refuse(path, err);
	errno = good ? errno : error;
	enum dt_status status = refuse(path, err);
	unlink(beside);
	return status;
}

enum dt_status
dt_keep_write(const char *path, const struct dt_text *text,
    struct dt_error *err)
{
	struct dt_text beside = { 0 };
	dt_text_add(&beside, "%s.new-%ld", path, (long)getpid());
	enum dt_status status = beside.failed || text->failed ?
	    dt_status_no_memory(err) : put(path, beside.bytes, text, err);
	dt_text_free(&beside);
	return status;
}
