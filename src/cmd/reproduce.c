/* reproduce: published and derived results, found again. */
#include "cmd/reproduce.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cmd/json.h"
#include "cmd/table.h"
#include "cmd/verbs.h"

struct job {
	struct dt_command_call *call;
	struct dt_cmd_table table;
	json_t *rows;
	struct dt_text text;    /* for one result in detail, and of reasons */
	int64_t values, differ;
};

static void
add_row(struct job *j, const struct dt_published *p,
    const struct dt_published_value *v, double got, double allowed,
    const char *why)
{
	char number[DT_NUMBER_SIZE];
	bool ok = why == NULL && fabs(got - v->value) <= allowed;
	j->values++;
	j->differ += !ok;
	dt_cmd_table_add(&j->table, p->name);
	dt_cmd_table_add(&j->table, v->origin.name);
	dt_cmd_table_add(&j->table, dt_number_print(v->value, number));
	dt_cmd_table_add(&j->table, why != NULL ? "-" :
	    dt_number_print(got, number));
	dt_cmd_table_add(&j->table, dt_number_print_short(allowed, 12,
	    number));
	dt_cmd_table_add(&j->table, ok ? "yes" : "NO");
	json_t *row = json_object();
	dt_cmd_json_text(row, "name", p->name);
	dt_cmd_json_text(row, "what", v->origin.name);
	json_object_set_new(row, "expected", json_real(v->value));
	json_object_set_new(row, "got", why ? json_null() : json_real(got));
	json_object_set_new(row, "tolerance", json_real(allowed));
	json_object_set_new(row, "ok", json_boolean(ok));
	dt_cmd_json_text(row, "source", p->source);
	dt_cmd_json_text(row, "why", why);
	json_array_append_new(j->rows, row);
	if (why != NULL)
		dt_text_add(&j->text, "%s, %s: %s\n", p->name,
		    v->origin.name, why);
}

static void
compare(struct job *j, const struct dt_published *p)
{
	const struct dt_published_value *values = p->expect.items;
	const char *failed = NULL;
	json_t *json = dt_cmd_reproduce_run(j->call, p->command, &failed);
	for (size_t i = 0; i < p->expect.n; i++) {
		double got = 0, error = 0;
		const char *why = failed;
		if (json != NULL)
			dt_cmd_reproduce_pick(j->call->arena, json,
			    values[i].at, &got, &why);
		if (json != NULL && values[i].error[0] != '\0')
			dt_cmd_reproduce_pick(j->call->arena, json,
			    values[i].error, &error, &why);
		add_row(j, p, &values[i], got, values[i].tolerance +
		    error * values[i].errors, why);
	}
	json_decref(json);
}

static enum dt_exit
read_one(struct job *j, const char *path, struct dt_published *p)
{
	struct dt_catalogue *c = &j->call->catalogue;
	struct dt_faults faults = { .arena = j->call->arena };
	struct dt_error err = { 0 };
	const struct dt_catalogue_kind *kind;
	struct dt_node *root;
	enum dt_status status = dt_catalogue_read(c, path, &root, &kind,
	    &faults, &err);
	if (status == DT_OK && kind->schema != &dt_published_schema)
		status = dt_status_fail(&err, DT_EINPUT, "%s is of kind %s",
		    path, kind->word);
	if (status == DT_OK)
		status = dt_schema_read(&dt_published_schema, c->arena, root,
		    p, &faults, &err);
	return status == DT_OK ? DT_EXIT_OK :
	    dt_command_fail(j->call, &faults, &err);
}

static enum dt_exit
do_path(struct job *j, const char *path, bool detail)
{
	struct dt_published p = { 0 };
	enum dt_exit exit = read_one(j, path, &p);
	if (exit != DT_EXIT_OK || dt_command_stopped)
		return exit == DT_EXIT_OK ? DT_EXIT_INTERRUPTED : exit;
	compare(j, &p);
	if (detail && dt_command_format(j->call) == DT_FORMAT_TEXT)
		dt_text_add(&j->text, "%s\nsource   %s\nmodel    %s\n"
		    "command  detente %s\nfile     %s\n\n", p.title[0] ?
		    p.title : p.name, p.source, p.model,
		    p.command, path);
	return DT_EXIT_OK;
}

static enum dt_exit
do_all(struct job *j, const struct dt_catalogue_kind *kind)
{
	struct dt_catalogue_entry *entries;
	struct dt_error err = { 0 };
	size_t n = 0;
	enum dt_exit exit = DT_EXIT_OK;
	if (dt_catalogue_list(&j->call->catalogue, kind, &entries, &n,
	    &err) != DT_OK)
		return dt_command_fail(j->call, NULL, &err);
	for (size_t i = 0; i < n && exit == DT_EXIT_OK; i++)
		exit = do_path(j, entries[i].path, false);
	return exit;
}

static enum dt_exit
print(struct job *j)
{
	struct dt_command_call *call = j->call;
	if (dt_command_format(call) == DT_FORMAT_JSON) {
		json_t *json = dt_cmd_json_new();
		json_object_set(json, "results", j->rows);
		return dt_cmd_json_write(call, json);
	}
	if (dt_command_format(call) == DT_FORMAT_CSV) {
		dt_text_free(&j->text);
		dt_cmd_table_csv(&j->table, &j->text);
		return dt_command_write(call, &j->text);
	}
	dt_cmd_table_text(&j->table, &j->text);
	dt_text_add(&j->text, "\n%" PRId64 " values, %" PRId64 " differ\n",
	    j->values, j->differ);
	return dt_command_write(call, &j->text);
}

static enum dt_exit
run(struct dt_command_call *call)
{
	static const char *const heads[] = { "name", "what", "expected",
		"got", "tolerance", "ok" };
	const struct dt_catalogue_kind *kind =
	    dt_catalogue_kind_of("published");
	bool csv = dt_command_format(call) == DT_FORMAT_CSV;
	struct job j = { .call = call, .rows = json_array(),
		.table = { .columns = 6, .heads = heads, .right = 4 + 8 + 16,
		    .most = csv ? 0 : call->columns } };
	struct dt_error err = { 0 };
	const char *path = NULL;
	enum dt_exit exit;
	if (call->n_operands == 0)
		exit = do_all(&j, kind);
	else if (dt_catalogue_find(&call->catalogue, kind, call->operands[0],
	    NULL, &path, &err) != DT_OK)
		exit = dt_command_fail(call, NULL, &err);
	else
		exit = do_path(&j, path, true);
	if (exit == DT_EXIT_OK)
		exit = print(&j);
	dt_text_free(&j.text);
	dt_cmd_table_free(&j.table);
	json_decref(j.rows);
	return exit == DT_EXIT_OK && j.differ > 0 ? DT_EXIT_NO : exit;
}

static const struct dt_command_option options[] = {
	DT_COMMAND_FORMAT("text json csv"),
	{ 0 }
};

const struct dt_command dt_cmd_reproduce = {
	.name = "reproduce",
	.brief = "find published results again, and compare",
	.operands = "[NAME]",
	.operand_words = "@published",
	.least = 0,
	.most = 1,
	.about = "Runs the command of every file in data/published/ (or of "
	    "NAME, with its source) and compares what it gives with what was "
	    "published or derived: expected, got, tolerance.\n\n"
	    "The exit status is 4 if any value differs or cannot be found.",
	.examples = "detente reproduce\tall of them\n"
	    "detente reproduce slips\tone, with source and command",
	.options = options,
	.run = run,
};
