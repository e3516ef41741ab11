/* disk: see disk.h. */
#include "base/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

bool
dt_disk_write(int file, const void *bytes, size_t size)
{
	const char *rest = bytes;
	while (size > 0) {
		ssize_t n = write(file, rest, size);
		if (n < 0 && errno == EINTR)
			continue;
		if (n == 0)
			errno = ENOSPC;
		if (n <= 0)
			return false;
		rest += n;
		size -= (size_t)n;
	}
	return true;
}

bool
dt_disk_sync_folder(const char *path)
{
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good = folder >= 0 && fsync(folder) == 0;
	if (folder >= 0)
		close(folder);
	return good;
}
