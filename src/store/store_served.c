/*
 * store_served: a file that one process writes for hours, and nobody else may
 * meanwhile. SQLite lets others write between two transactions; a class's
 * journal would then not be that of the class that goes on in memory. The mark
 * is a lock of the system's on a byte behind those that SQLite locks: it goes
 * with the process, however that ends.
 *
 * Who only asks must not open the file: closing it would let go of SQLite's own
 * locks of this process. The system's list of locks is read instead; where
 * there is none, or none of other containers, two that serve still exclude
 * each other.
 */
#include "store/store_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* SQLite's locks are on the 512 bytes from 2^30 on. */
enum { BYTE = 0x40000000 + 1024 };

static enum dt_status
refuse(const char *path, intmax_t pid, struct dt_error *err)
{
	return dt_status_fail(err, DT_EIO, "%s: a class is held with it, by "
	    "process %" PRIdMAX ": end that one first (Ctrl-C where it runs, "
	    "or 'kill %" PRIdMAX "'), or choose another file", path, pid, pid);
}

/* A line of the list: is it the mark on that file? Of the file system it has
 * a number that is not always the file's own (btrfs, layers of containers). */
static bool
is_mark(const char *line, const struct stat *at, intmax_t *pid)
{
	uintmax_t inode, from;
	return sscanf(line, "%*s POSIX %*s WRITE %" SCNdMAX " %*x:%*x:%"
	    SCNuMAX " %" SCNuMAX, pid, &inode, &from) == 3 && from == BYTE &&
	    inode == (uintmax_t)at->st_ino && *pid != (intmax_t)getpid();
}

enum dt_status
dt_store_not_served(const char *path, struct dt_error *err)
{
	char line[256];
	struct stat at;
	intmax_t pid = 0;
	bool marked = false;
	FILE *locks = stat(path, &at) == 0 ? fopen("/proc/locks", "r") : NULL;
	while (locks != NULL && !marked && fgets(line, sizeof(line), locks))
		marked = is_mark(line, &at, &pid);
	if (locks != NULL)
		fclose(locks);
	return marked ? refuse(path, pid, err) : DT_OK;
}

enum dt_status
dt_store_serve(struct dt_store *store, struct dt_error *err)
{
	struct flock mark = { .l_type = F_WRLCK, .l_whence = SEEK_SET,
	    .l_start = BYTE, .l_len = 1 };
	store->served = open(store->path, O_RDWR | O_CLOEXEC);
	if (store->served < 0)
		return dt_store_system(store->path, errno, err);
	if (fcntl(store->served, F_SETLK, &mark) == 0)
		return DT_OK;
	/* a file system without locks has no two that exclude each other */
	if (errno != EACCES && errno != EAGAIN)
		return DT_OK;
	(void)fcntl(store->served, F_GETLK, &mark);
	return refuse(store->path, (intmax_t)mark.l_pid, err);
}
