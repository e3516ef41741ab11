/* show_schema: the tables and columns of a database; see show.h. */
#include "cmd/show.h"

#include <string.h>

#include "cli/output.h"
#include "format/table.h"
#include "store/dictionary.h"

struct view {
	const struct dt_dictionary_column *columns;
	size_t n;
};

/* The first row of the next table; the end after the last. */
static size_t
next_table(const struct view *v, size_t i)
{
	const char *table = v->columns[i].table;
	while (i < v->n && strcmp(v->columns[i].table, table) == 0)
		i++;
	return i;
}

static void
add_tables(const struct dt_command_call *call, const struct view *v,
    struct dt_text *text)
{
	static const char *const heads[] = { "name", "kind", "columns" };
	struct dt_table table = { .columns = 3, .heads = heads,
	    .most = call->columns, .right = 1u << 2 };
	for (size_t i = 0, end; i < v->n; i = end) {
		char count[32];
		end = next_table(v, i);
		snprintf(count, sizeof(count), "%zu", end - i);
		dt_table_add(&table, v->columns[i].table);
		dt_table_add(&table, v->columns[i].kind);
		dt_table_add(&table, count);
	}
	dt_table_text(&table, text);
	dt_table_free(&table);
	dt_text_add(text, "\nThe columns of one: detente show schema NAME\n");
}

/* A column a paragraph: what it means is read, not scanned. */
static void
add_columns(const struct dt_command_call *call, const struct view *v,
    struct dt_text *text)
{
	dt_text_add(text, "%s %s\n", v->columns[0].kind, v->columns[0].table);
	for (size_t i = 0; i < v->n; i++) {
		const struct dt_dictionary_column *c = &v->columns[i];
		struct dt_text line = { 0 };
		dt_text_add(&line, "%s%s%s%s: %s; as in %s", c->column,
		    *c->unit ? " (" : "", c->unit, *c->unit ? ")" : "",
		    c->meaning, *c->example ? c->example : "an empty text");
		dt_text_add(text, "  ");
		dt_text_wrap(text, dt_text_string(&line), 4, call->width);
		dt_text_add(text, "\n");
		dt_text_free(&line);
	}
}

static enum dt_exit
print_json(const struct dt_command_call *call, const struct view *v)
{
	json_t *json = dt_json_new(), *list = json_array();
	for (size_t i = 0; i < v->n; i++) {
		const struct dt_dictionary_column *c = &v->columns[i];
		json_t *one = json_object();
		dt_json_text(one, "table", c->table);
		dt_json_text(one, "kind", c->kind);
		dt_json_text(one, "column", c->column);
		dt_json_text(one, "unit", c->unit);
		dt_json_text(one, "meaning", c->meaning);
		dt_json_text(one, "example", c->example);
		json_array_append_new(list, one);
	}
	dt_json_text(json, "kind", "schema");
	json_object_set_new(json, "columns", list);
	return dt_output_json(call, json);
}

/* Of all that there is, one table. False: there is none of the name. */
static bool
narrow(struct view *v, const char *name)
{
	for (size_t i = 0, end; i < v->n; i = end) {
		end = next_table(v, i);
		if (strcmp(v->columns[i].table, name) == 0) {
			*v = (struct view){ v->columns + i, end - i };
			return true;
		}
	}
	return false;
}

static enum dt_exit
refuse(const struct dt_command_call *call, const struct view *v,
    const char *name)
{
	const char **names = dt_arena_new(call->arena, v->n + 1,
	    sizeof(*names));
	size_t n = 0;
	for (size_t i = 0; names != NULL && i < v->n; i = next_table(v, i))
		names[n++] = v->columns[i].table;
	const char *near = names ? dt_command_nearest(call, name, names) : "";
	dt_command_tell("detente: there is no table or view '%s'%s\n", name,
	    *near ? near : "; see 'detente show schema'");
	return DT_EXIT_INPUT;
}

enum dt_exit
dt_cmd_show_schema(struct dt_command_call *call, const char *name)
{
	struct view v = { 0 };
	struct dt_error err = { 0 };
	struct dt_text text = { 0 };
	if (dt_dictionary_read(call->arena, &v.columns, &v.n, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	if (name != NULL && !narrow(&v, name))
		return refuse(call, &v, name);
	if (dt_command_format(call) == DT_FORMAT_JSON)
		return print_json(call, &v);
	if (name == NULL)
		add_tables(call, &v, &text);
	else
		add_columns(call, &v, &text);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	return exit;
}
