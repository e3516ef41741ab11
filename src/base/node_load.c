/* node_load: a whole file as a source; see node.h. */
#include "base/node.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum dt_status
check_kind(const char *path, const struct stat *about, size_t most,
    struct dt_error *err)
{
	if (S_ISDIR(about->st_mode))
		return dt_status_fail(err, DT_EIO, "%s: is a folder: "
		    "name a file in it", path);
	if (!S_ISREG(about->st_mode))
		return dt_status_fail(err, DT_EIO, "%s: is not a file", path);
	if ((uint64_t)about->st_size > most)
		return dt_status_fail(err, DT_EINPUT, "%s: error: has more "
		    "than %zu bytes; is it the right file?", path, most);
	return DT_OK;
}

/* O_NONBLOCK, so that a named pipe is refused and not waited for. */
static enum dt_status
open_file(const char *path, size_t most, int *file, size_t *size,
    struct dt_error *err)
{
	*file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat about;
	if (*file < 0)
		return dt_status_unread(err, path, errno);
	enum dt_status status = DT_OK;
	if (fstat(*file, &about) != 0)
		status = dt_status_fail(err, DT_EIO, "%s: %s", path,
		    strerror(errno));
	else
		status = check_kind(path, &about, most, err);
	if (status)
		close(*file);
	else
		*size = (size_t)about.st_size;
	return status;
}

static enum dt_status
read_bytes(int file, char *bytes, size_t *size, const char *path,
    struct dt_error *err)
{
	size_t have = 0;
	while (have < *size) {
		ssize_t n = read(file, bytes + have, *size - have);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return dt_status_fail(err, DT_EIO, "%s: %s", path,
			    strerror(errno));
		if (n == 0)
			break;
		have += (size_t)n;
	}
	bytes[have] = '\0';
	*size = have;
	return DT_OK;
}

static enum dt_status
check_text(const struct dt_source *source, struct dt_error *err)
{
	size_t line = 1, column = 1, at = 0;
	while (at < source->size) {
		size_t n = dt_text_character(source->text + at,
		    source->size - at, NULL);
		unsigned byte = (unsigned char)source->text[at];
		if (n == 0 || byte == 0)
			return dt_status_fail(err, DT_EINPUT, "%s:%zu:%zu: "
			    "error: byte 0x%02x is not UTF-8 text",
			    source->path, line, column, byte);
		line += byte == '\n';
		column = byte == '\n' ? 1 : column + 1;
		at += n;
	}
	return DT_OK;
}

enum dt_status
dt_node_load_large(struct dt_arena *arena, const char *path, size_t most,
    struct dt_source **source, struct dt_error *err)
{
	*source = NULL;
	size_t size = 0;
	int file;
	enum dt_status status = open_file(path, most, &file, &size, err);
	if (status)
		return status;
	struct dt_source *made = dt_arena_new(arena, 1, sizeof(*made));
	char *bytes = dt_arena_new(arena, size + 1, 1);
	char *name = dt_arena_copy(arena, path);
	if (made == NULL || bytes == NULL || name == NULL)
		status = dt_status_no_memory(err);
	else
		status = read_bytes(file, bytes, &size, path, err);
	close(file);
	if (status)
		return status;
	*made = (struct dt_source){ .path = name, .text = bytes, .size = size };
	status = check_text(made, err);
	if (status == DT_OK)
		*source = made;
	return status;
}

enum dt_status
dt_node_load(struct dt_arena *arena, const char *path,
    struct dt_source **source, struct dt_error *err)
{
	return dt_node_load_large(arena, path, DT_NODE_BYTES, source, err);
}
