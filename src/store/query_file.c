/*
 * query_file: a named query, a file whose first lines say what it is for.
 */
#include "store/query.h"

#include <string.h>

#include "base/node.h"

/* NAME of ".../NAME.sql". */
static const char *
name_of(struct dt_arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	size_t n = strlen(name);
	if (n > 4 && strcmp(name + n - 4, ".sql") == 0)
		n -= 4;
	return dt_arena_copy_n(arena, name, n);
}

/* The line at *at without its newline; *at goes to the next. */
static char *
next_line(struct dt_arena *arena, const char **at)
{
	size_t n = strcspn(*at, "\n");
	char *line = dt_arena_copy_n(arena, *at, n);
	*at += n + ((*at)[n] == '\n');
	if (line != NULL && n > 0 && line[n - 1] == '\r')
		line[n - 1] = '\0';
	return line;
}

/* What stands behind "-- KEY:", or NULL. */
static const char *
behind(const char *line, const char *key)
{
	size_t n = strlen(key);
	if (strncmp(line, key, n) != 0)
		return NULL;
	line += n + strspn(line + n, " \t");
	return *line ? line : NULL;
}

static enum dt_status
missing(const char *path, int line, const char *key, struct dt_error *err)
{
	return dt_status_fail(err, DT_EINPUT, "%s:%d:1: error: the head of a "
	    "named query is missing: write '%s ...' here", path, line, key);
}

static enum dt_status
read_head(struct dt_arena *arena, const char *at,
    struct dt_query_file *file, struct dt_error *err)
{
	const char *line = next_line(arena, &at);
	file->title = line ? behind(line, "-- title:") : NULL;
	if (line != NULL && file->title == NULL)
		return missing(file->path, 1, "-- title:", err);
	line = next_line(arena, &at);
	file->about = line ? behind(line, "-- about:") : NULL;
	if (line != NULL && file->about == NULL)
		return missing(file->path, 2, "-- about:", err);
	while (file->about != NULL && strncmp(at, "-- ", 3) == 0) {
		line = next_line(arena, &at);
		file->about = line == NULL ? NULL : dt_arena_print(arena,
		    "%s %s", file->about, line + 3 + strspn(line + 3, " \t"));
	}
	return file->about ? DT_OK : dt_status_no_memory(err);
}

enum dt_status
dt_query_read_file(struct dt_arena *arena, const char *path,
    struct dt_query_file *file, struct dt_error *err)
{
	struct dt_source *source = NULL;
	*file = (struct dt_query_file){ 0 };
	enum dt_status status = dt_node_load(arena, path, &source, err);
	if (status)
		return status;
	file->path = source->path;
	file->sql = source->text;
	file->name = name_of(arena, path);
	if (file->name == NULL)
		return dt_status_no_memory(err);
	return read_head(arena, source->text, file, err);
}
