/* package_file: files of the folder, and their hashes; see
 * package_internal.h. */
#include "report/package_internal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "proof/hash.h"

enum dt_status
dt_package_refuse(struct dt_package_work *w, const char *name)
{
	return dt_status_fail(w->err, DT_EIO, "%s/%s: %s",
	    w->package->folder, name, strerror(errno));
}

enum dt_status
dt_package_go_on(struct dt_package_work *w)
{
	if (!dt_stop_is(w->package->stop))
		return DT_OK;
	w->package->stopped = true;
	return dt_status_fail(w->err, DT_EIO, "%s: stopped before it was "
	    "whole, so nothing of it is left", w->package->folder);
}

const char *
dt_package_path(struct dt_package_work *w, const char *name)
{
	return dt_arena_print(&w->arena, "%s/%s", w->root, name);
}

enum dt_status
dt_package_sum(struct dt_package_work *w, const char *name)
{
	unsigned char digest[DT_HASH_BYTES];
	char hex[DT_HASH_HEX];
	struct stat st;
	const char *path = dt_package_path(w, name);
	w->package->files++;
	if (path == NULL)
		return dt_status_no_memory(w->err);
	enum dt_status status = dt_package_go_on(w);
	if (status != DT_OK)
		return status;
	int file = open(path, O_RDONLY | O_CLOEXEC);
	if (file < 0 || fstat(file, &st) != 0)
		return dt_package_refuse(w, name);
	size_t size = (size_t)st.st_size;
	void *bytes = size == 0 ? NULL : mmap(NULL, size, PROT_READ,
	    MAP_PRIVATE, file, 0);
	(void)close(file);
	if (bytes == MAP_FAILED)
		return dt_package_refuse(w, name);
	dt_hash_of(size == 0 ? (const void *)"" : bytes, size, digest);
	if (size > 0)
		(void)munmap(bytes, size);
	dt_text_add(&w->sums, "%s  %s\n", dt_hash_hex(digest, hex), name);
	return DT_OK;
}

enum dt_status
dt_package_file(struct dt_package_work *w, const char *name,
    const struct dt_text *text)
{
	enum dt_status status = dt_folder_put(w->made, name, text, w->err);
	return status ? status : dt_package_sum(w, name);
}
