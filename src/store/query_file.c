/*
 * query_file: a named query is read from its file; see query_file.h.
 */
#include "store/query_file.h"

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
	return dt_query_read_head(arena, file, err);
}
