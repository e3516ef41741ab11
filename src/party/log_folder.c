/* log_folder: see log_folder.h. */
#include "party/log_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk.h"

enum { FILE_MOST = 1 << 30 };

static enum dt_status
refused(const struct dt_log_folder *folder, const char *name,
    struct dt_error *err)
{
	return dt_status_fail(err, DT_EIO, "%s%s%s: %s", folder->path,
	    *name ? "/" : "", name, strerror(errno));
}

static const char *
path_of(const struct dt_log_folder *folder, const char *name, const char *tail)
{
	return dt_arena_print(folder->arena, "%s/%s%s", folder->path, name,
	    tail);
}

enum dt_status
dt_log_folder_make(const struct dt_log_folder *folder, struct dt_error *err)
{
	return mkdir(folder->path, 0777) == 0 || errno == EEXIST ? DT_OK :
	    refused(folder, "", err);
}

enum dt_status
dt_log_folder_lock(struct dt_log_folder *folder, struct dt_error *err)
{
	const char *path = path_of(folder, "lock", "");
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	if (path == NULL)
		return dt_status_no_memory(err);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (fd < 0)
		return refused(folder, "lock", err);
	while (fcntl(fd, F_SETLKW, &lock) != 0)
		if (errno != EINTR) {
			enum dt_status status = refused(folder, "lock", err);
			close(fd);
			return status;
		}
	folder->lock = fd;
	return DT_OK;
}

void
dt_log_folder_unlock(struct dt_log_folder *folder)
{
	if (folder->lock > 0)
		close(folder->lock);
	folder->lock = 0;
}

static bool
read_all(int fd, char *bytes, size_t room, size_t *size)
{
	for (*size = 0; *size < room;) {
		ssize_t n = read(fd, bytes + *size, room - *size);
		if (n == 0)
			return true;
		if (n < 0 && errno != EINTR)
			return false;
		*size += n > 0 ? (size_t)n : 0;
	}
	return true;
}

static enum dt_status
slurp(const struct dt_log_folder *folder, int fd, const char *name,
    const char **bytes, size_t *size, struct dt_error *err)
{
	struct stat st;
	if (fstat(fd, &st) != 0)
		return refused(folder, name, err);
	if (!S_ISREG(st.st_mode) || st.st_size > FILE_MOST)
		return dt_status_fail(err, DT_EIO, "%s/%s: is no file of a "
		    "log, or too long", folder->path, name);
	char *made = dt_arena_new(folder->arena, (size_t)st.st_size + 1, 1);
	if (made == NULL)
		return dt_status_no_memory(err);
	*bytes = made;
	return read_all(fd, made, (size_t)st.st_size, size) ? DT_OK :
	    refused(folder, name, err);
}

enum dt_status
dt_log_folder_read(const struct dt_log_folder *folder, const char *name,
    bool may_lack, const char **bytes, size_t *size, struct dt_error *err)
{
	const char *path = path_of(folder, name, "");
	*bytes = NULL;
	*size = 0;
	if (path == NULL)
		return dt_status_no_memory(err);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return may_lack && errno == ENOENT ? DT_OK :
		    refused(folder, name, err);
	enum dt_status status = slurp(folder, fd, name, bytes, size, err);
	close(fd);
	return status;
}

static enum dt_status
finish(const struct dt_log_folder *folder, int fd, bool good, const char *name,
    struct dt_error *err)
{
	enum dt_status status = good ? DT_OK : refused(folder, name, err);
	if (close(fd) != 0 && status == DT_OK)
		status = refused(folder, name, err);
	return status;
}

enum dt_status
dt_log_folder_append(const struct dt_log_folder *folder, const char *name,
    size_t at, const char *bytes, size_t size, struct dt_error *err)
{
	const char *path = path_of(folder, name, "");
	if (path == NULL)
		return dt_status_no_memory(err);
	int fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
	if (fd < 0)
		return refused(folder, name, err);
	bool good = ftruncate(fd, (off_t)at) == 0 &&
	    lseek(fd, (off_t)at, SEEK_SET) == (off_t)at &&
	    dt_disk_write(fd, bytes, size) && fsync(fd) == 0 &&
	    dt_disk_sync_folder(folder->path);
	return finish(folder, fd, good, name, err);
}

enum dt_status
dt_log_folder_write(const struct dt_log_folder *folder, const char *name,
    const char *bytes, size_t size, struct dt_error *err)
{
	const char *path = path_of(folder, name, "");
	const char *new = path_of(folder, name, ".new");
	if (path == NULL || new == NULL)
		return dt_status_no_memory(err);
	int fd = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd < 0)
		return refused(folder, name, err);
	enum dt_status status = finish(folder, fd,
	    dt_disk_write(fd, bytes, size) && fsync(fd) == 0, name, err);
	if (status == DT_OK && (rename(new, path) != 0 ||
	    !dt_disk_sync_folder(folder->path)))
		status = refused(folder, name, err);
	if (status)
		unlink(new);
	return status;
}
