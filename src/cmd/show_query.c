/* show_query: a named query with its SQL; see show.h. */
#include "cmd/show.h"

#include "cli/output.h"
#include "catalogue/queries.h"

static enum dt_exit
print_json(const struct dt_command_call *call,
    const struct dt_query_file *query)
{
	json_t *json = dt_json_new();
	dt_json_text(json, "kind", "query");
	dt_json_text(json, "name", query->name);
	dt_json_text(json, "title", query->title);
	dt_json_text(json, "about", query->about);
	dt_json_text(json, "sql", query->sql);
	dt_json_text(json, "path", query->path);
	return dt_output_json(call, json);
}

enum dt_exit
dt_cmd_show_query(struct dt_command_call *call, const char *name)
{
	struct dt_query_file query;
	struct dt_error err = { 0 };
	struct dt_text text = { 0 };
	if (dt_queries_find(&call->catalogue, name, &query, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	if (dt_command_format(call) == DT_FORMAT_JSON)
		return print_json(call, &query);
	dt_text_add(&text, "%s (%s)\n", query.title, query.name);
	dt_text_wrap(&text, query.about, 0, call->width);
	dt_text_add(&text, "\n\n%s\nfile    %s\n", query.sql, query.path);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}
