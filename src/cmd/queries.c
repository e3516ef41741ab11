/* queries: see queries.h. */
#include "cmd/queries.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/json.h"
#include "cmd/table.h"

static const char *const folders[] = { "data/queries", "queries", NULL };

struct listing {
	const struct dt_command_call *call;
	struct dt_query_file *queries;
	size_t n, room;
	struct dt_error *err;
};

static bool
make_room(struct listing *l)
{
	if (l->n < l->room)
		return true;
	size_t room = l->room ? 2 * l->room : 16;
	struct dt_query_file *more =
	    dt_arena_new(l->call->arena, room, sizeof(*more));
	if (more == NULL)
		return false;
	if (l->n > 0)
		memcpy(more, l->queries, l->n * sizeof(*more));
	l->queries = more;
	l->room = room;
	return true;
}

/* A file without the head of a query is listed with what is wrong; it is
 * refused when it is asked for. */
static enum dt_status
add(struct listing *l, const char *path)
{
	struct dt_query_file query = { 0 };
	struct dt_error err = { 0 };
	enum dt_status status =
	    dt_query_read_file(l->call->arena, path, &query, &err);
	if (status == DT_ENOMEM || !make_room(l))
		return dt_status_no_memory(l->err);
	if (query.name == NULL)
		return DT_OK;
	for (size_t i = 0; i < l->n; i++)
		if (strcmp(l->queries[i].name, query.name) == 0)
			return DT_OK;
	if (status != DT_OK) {
		query.title = dt_arena_copy(l->call->arena, err.message);
		query.about = query.sql = "";
		query.path = path;
	}
	l->queries[l->n++] = query;
	return DT_OK;
}

static enum dt_status
add_folder(struct listing *l, const char *root, const char *folder)
{
	const char *path = dt_arena_print(l->call->arena, "%s/%s", root,
	    folder);
	DIR *dir = path == NULL ? NULL : opendir(path);
	enum dt_status status = DT_OK;
	struct dirent *file;
	while (dir != NULL && status == DT_OK && (file = readdir(dir))) {
		const char *dot = strrchr(file->d_name, '.');
		if (dot == NULL || strcmp(dot, ".sql") != 0 ||
		    file->d_name[0] == '.')
			continue;
		char *one = dt_arena_print(l->call->arena, "%s/%s", path,
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
dt_cmd_queries_list(const struct dt_command_call *call,
    struct dt_query_file **queries, size_t *n, struct dt_error *err)
{
	struct listing l = { .call = call, .err = err };
	const char *const *root = call->catalogue.roots;
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
dt_cmd_queries_find(const struct dt_command_call *call, const char *name,
    struct dt_query_file *query, struct dt_error *err)
{
	struct dt_query_file *queries;
	size_t n;
	enum dt_status status = dt_cmd_queries_list(call, &queries, &n, err);
	if (status != DT_OK)
		return status;
	const char **names =
	    dt_arena_new(call->arena, n + 1, sizeof(*names));
	if (names == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++) {
		names[i] = queries[i].name;
		if (strcmp(name, queries[i].name) == 0) {
			return dt_query_read_file(call->arena,
			    queries[i].path, query, err);
		}
	}
	const char *near = dt_command_nearest(call, name, names);
	return dt_status_fail(err, DT_EINPUT, "there is no query '%s'%s",
	    name, near[0] ? near : "; see 'detente query --list'");
}

static enum dt_exit
print_json(const struct dt_command_call *call,
    const struct dt_query_file *queries, size_t n)
{
	json_t *json = dt_cmd_json_new(), *list = json_array();
	for (size_t i = 0; i < n; i++) {
		json_t *one = json_object();
		dt_cmd_json_text(one, "name", queries[i].name);
		dt_cmd_json_text(one, "title", queries[i].title);
		dt_cmd_json_text(one, "about", queries[i].about);
		dt_cmd_json_text(one, "path", queries[i].path);
		json_array_append_new(list, one);
	}
	dt_cmd_json_text(json, "kind", "query");
	json_object_set_new(json, "entries", list);
	return dt_cmd_json_write(call, json);
}

static void
print_table(const struct dt_command_call *call,
    const struct dt_query_file *queries, size_t n, struct dt_text *text)
{
	struct dt_cmd_table table = { .columns = 2,
	    .most = call->columns, .heads = (const char *[]){ "name",
	    "title" } };
	for (size_t i = 0; i < n; i++) {
		dt_cmd_table_add(&table, queries[i].name);
		dt_cmd_table_add(&table, queries[i].title);
	}
	if (dt_command_format(call) == DT_FORMAT_CSV)
		dt_cmd_table_csv(&table, text);
	else
		dt_cmd_table_text(&table, text);
	dt_cmd_table_free(&table);
}

enum dt_exit
dt_cmd_queries_print(const struct dt_command_call *call, bool only_names)
{
	struct dt_query_file *queries;
	struct dt_error err = { 0 };
	size_t n;
	if (dt_cmd_queries_list(call, &queries, &n, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	if (!only_names && dt_command_format(call) == DT_FORMAT_JSON)
		return print_json(call, queries, n);
	struct dt_text text = { 0 };
	for (size_t i = 0; only_names && i < n; i++)
		dt_text_add(&text, "%s\n", queries[i].name);
	if (!only_names)
		print_table(call, queries, n, &text);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}
