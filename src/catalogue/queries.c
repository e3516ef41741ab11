/* queries: see queries.h. */
#include "catalogue/queries.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

static const char *const folders[] = { "data/queries", "queries", NULL };

struct listing {
	const struct dt_catalogue *catalogue;
	struct dt_query_file *queries;
	size_t n, room;
	struct dt_error *err;
};

static bool
make_room(struct listing *l)
{
	struct dt_query_file *more = dt_arena_grow(l->catalogue->arena,
	    l->queries, l->n, &l->room, sizeof(*more));
	if (more != NULL)
		l->queries = more;
	return more != NULL;
}

/* A file without the head of a query is listed with what is wrong; it is
 * refused when it is asked for. */
static enum dt_status
add(struct listing *l, const char *path)
{
	struct dt_query_file query = { 0 };
	struct dt_error err = { 0 };
	enum dt_status status =
	    dt_query_read_file(l->catalogue->arena, path, &query, &err);
	if (status == DT_ENOMEM || !make_room(l))
		return dt_status_no_memory(l->err);
	if (query.name == NULL)
		return DT_OK;
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->queries[i].name, query.name) == 0)
			return DT_OK;
	if (status != DT_OK) {
		query.title = dt_arena_copy(l->catalogue->arena, err.message);
		query.about = query.sql = "";
		query.path = path;
	}
	l->queries[l->n++] = query;
	return DT_OK;
}

static enum dt_status
add_folder(struct listing *l, const char *root, const char *folder)
{
	const char *path = dt_arena_print(l->catalogue->arena, "%s/%s", root,
	    folder);
	DIR *dir = path == NULL ? NULL : opendir(path);
	enum dt_status status = DT_OK;
	struct dirent *file;
	while (dir != NULL && status == DT_OK && (file = readdir(dir))) {
		const char *dot = strrchr(file->d_name, '.');
		if (dot == NULL || strcmp(dot, ".sql") != 0 ||
		    file->d_name[0] == '.')
			continue;
		char *one = dt_arena_print(l->catalogue->arena, "%s/%s", path,
		    file->d_name);
		status = one ? add(l, one) : dt_status_no_memory(l->err);
	}
	if (dir != NULL)
		closedir(dir);
	return status;
}

static int
by_name(const void *a, const void *b)
{
	const struct dt_query_file *x = a, *y = b;
	return strcmp(x->name, y->name);
}

enum dt_status
dt_queries_list(const struct dt_catalogue *catalogue,
    struct dt_query_file **queries, size_t *n, struct dt_error *err)
{
	struct listing l = { .catalogue = catalogue, .err = err };
	const char *const *root = catalogue->roots;
	for (; *root != NULL; root++)
		for (const char *const *f = folders; *f != NULL; f++) {
			enum dt_status status = add_folder(&l, *root, *f);
			if (status != DT_OK)
				return status;
		}
	if (l.n > 0)
		qsort(l.queries, l.n, sizeof(*l.queries), by_name);
	*queries = l.queries;
	*n = l.n;
	return DT_OK;
}

enum dt_status
dt_queries_find(const struct dt_catalogue *catalogue, const char *name,
    struct dt_query_file *query, struct dt_error *err)
{
	struct dt_query_file *queries;
	size_t n;
	enum dt_status status = dt_queries_list(catalogue, &queries, &n, err);
	if (status != DT_OK)
		return status;
	const char **names =
	    dt_arena_new(catalogue->arena, n + 1, sizeof(*names));
	if (names == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++) {
		names[i] = queries[i].name;
		if (strcmp(name, queries[i].name) == 0) {
			return dt_query_read_file(catalogue->arena,
			    queries[i].path, query, err);
		}
	}
	const char *near = dt_faults_near_words(catalogue->arena, name,
	    names);
	return dt_status_fail(err, DT_EINPUT, "there is no query '%s'%s",
	    name, near[0] ? near : "; see 'detente query --list'");
}
