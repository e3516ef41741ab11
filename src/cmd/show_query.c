/* show_query: a named query with its SQL; see show.h. */
#include "cmd/show.h"

#include <string.h>

#include "cli/output.h"
#include "catalogue/queries.h"

static json_t *
json_of_parameters(const struct dt_query_file *query)
{
	json_t *list = json_array();
	for (size_t i = 0; i < query->n_parameters; i++) {
		const struct dt_query_parameter *p = &query->parameters[i];
		json_t *one = json_object();
		dt_json_text(one, "name", p->name);
		dt_json_text(one, "type", p->type);
		if (p->initial != NULL)
			dt_json_text(one, "value", p->initial);
		dt_json_text(one, "unit", p->unit);
		dt_json_text(one, "meaning", p->meaning);
		json_array_append_new(list, one);
	}
	return list;
}

static json_t *
json_of_columns(const struct dt_query_file *query)
{
	json_t *list = json_array();
	for (size_t i = 0; i < query->n_columns; i++) {
		const struct dt_query_column *c = &query->columns[i];
		json_t *one = json_object();
		dt_json_text(one, "name", c->name);
		dt_json_text(one, "unit", c->unit);
		dt_json_text(one, "meaning", c->meaning);
		json_array_append_new(list, one);
	}
	return list;
}

static enum dt_exit
print_json(const struct dt_command_call *call,
    const struct dt_query_file *query)
{
	json_t *json = dt_json_new();
	dt_json_text(json, "kind", "query");
	dt_json_text(json, "name", query->name);
	dt_json_text(json, "title", query->title);
	dt_json_text(json, "question", query->question);
	dt_json_text(json, "about", query->about);
	json_object_set_new(json, "parameters", json_of_parameters(query));
	json_object_set_new(json, "columns", json_of_columns(query));
	dt_json_text(json, "picture", query->picture.kind ?
	    query->picture.kind : "");
	dt_json_text(json, "example", query->example);
	dt_json_text(json, "sql", query->sql);
	dt_json_text(json, "path", query->path);
	return dt_output_json(call, json);
}

static void
add_line(struct dt_text *text, const char *name, const char *unit,
    const char *meaning, size_t width)
{
	dt_text_add(text, "  %s%s%s%s: ", name, *unit ? " (" : "", unit,
	    *unit ? ")" : "");
	dt_text_wrap(text, meaning, 4, width);
	dt_text_add(text, "\n");
}

static void
add_parameters(struct dt_text *text, const struct dt_query_file *query,
    size_t width)
{
	if (query->n_parameters > 0)
		dt_text_add(text, "\nParameters (--set NAME=VALUE)\n");
	for (size_t i = 0; i < query->n_parameters; i++) {
		const struct dt_query_parameter *p = &query->parameters[i];
		struct dt_text name = { 0 };
		dt_text_add(&name, "%s, %s%s%s", p->name, p->type,
		    p->initial ? ", by itself " : "", p->initial ?
		    p->initial : "");
		add_line(text, dt_text_string(&name), p->unit, p->meaning,
		    width);
		dt_text_free(&name);
	}
	if (query->n_columns > 0)
		dt_text_add(text, "\nColumns (others: detente show schema)\n");
	for (size_t i = 0; i < query->n_columns; i++)
		add_line(text, query->columns[i].name,
		    query->columns[i].unit, query->columns[i].meaning, width);
	if (query->picture.kind != NULL)
		dt_text_add(text, "\nPicture (--svg FILE): %s\n",
		    query->picture.kind);
}

/* The example as a command. */
static void
add_example(struct dt_text *text, const struct dt_query_file *query)
{
	dt_text_add(text, "\nExample: detente query DB %s", query->name);
	for (const char *at = query->example; *at != '\0';) {
		size_t n = strcspn(at, " ");
		dt_text_add(text, " --set %.*s", (int)n, at);
		at += n + strspn(at + n, " ");
	}
	dt_text_add(text, "\n");
}

static void
add_all(struct dt_text *text, const struct dt_query_file *query, size_t width)
{
	dt_text_add(text, "%s (%s)\n", query->title, query->name);
	if (query->question[0] != '\0')
		dt_text_add(text, "%s\n", query->question);
	dt_text_add(text, "\n");
	dt_text_wrap(text, query->about, 0, width);
	dt_text_add(text, "\n");
	add_parameters(text, query, width);
	add_example(text, query);
	dt_text_add(text, "\n%s\nfile    %s\n", query->sql, query->path);
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
	add_all(&text, &query, call->width);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}
