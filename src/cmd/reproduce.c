/* reproduce: published and derived results, found again. */
#include "cmd/reproduce.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "cli/output.h"
#include "format/pick_json.h"
#include "format/table.h"
#include "cmd/verbs.h"

struct job {
	struct dt_command_call *call;
	struct dt_table table;
	json_t *rows;
	struct dt_text text;    /* for one result in detail, and of reasons */
	int64_t values, differ, printed, quoted;
	int threads;
};

static void
add_row(struct job *j, const struct dt_published *p,
    const struct dt_published_value *v, double got, double allowed,
    const char *why)
{
	char number[DT_NUMBER_SIZE];
	bool ok = why == NULL && fabs(got - v->value) <= allowed;
	j->values++;
	j->printed += p->status == DT_PUBLISHED_PRINTED;
	j->quoted += p->status == DT_PUBLISHED_QUOTED;
	j->differ += !ok;
	dt_table_add(&j->table, p->name);
	dt_table_add(&j->table, v->origin.name);
	dt_table_add(&j->table, isnan(v->value) ? "-" :
	    dt_number_print(v->value, number));
	dt_table_add(&j->table, why != NULL ? "-" :
	    dt_number_print(got, number));
	dt_table_add(&j->table, dt_number_print_short(allowed, 12,
	    number));
	dt_table_add(&j->table, ok ? "yes" : "NO");
	json_t *row = json_object();
	dt_json_text(row, "name", p->name);
	dt_json_text(row, "what", v->origin.name);
	dt_json_number(row, "expected", v->value);
	json_object_set_new(row, "got", why != NULL ? json_null() :
	    dt_json_of_number(got));
	dt_json_number(row, "tolerance", allowed);
	json_object_set_new(row, "ok", json_boolean(ok));
	dt_json_text(row, "source", p->source);
	dt_json_text(row, "status", dt_published_status_words[p->status]);
	dt_json_text(row, "why", why);
	json_array_append_new(j->rows, row);
	if (why != NULL)
		dt_text_add(&j->text, "%s, %s: %s\n", p->name,
		    v->origin.name, why);
}

/* The number at a path, or why there is none. */
static void
pick(struct dt_arena *arena, const json_t *json, const char *path,
    double *number, const char **why)
{
	struct dt_pick got = dt_pick_json(arena, json, path);
	if (got.word != NULL)
		got.why = dt_arena_print(arena, "what is at %s is no number",
		    path);
	if (got.why != NULL)
		*why = got.why;
	else
		*number = got.number;
}

static void
compare(struct job *j, const struct dt_reproduce_item *item)
{
	const struct dt_published *p = &item->published;
	const struct dt_published_value *values = p->expect.items;
	struct dt_arena *arena = j->call->arena;
	const json_t *json = item->answer;
	for (size_t i = 0; i < p->expect.n; i++) {
		double got = 0, error = 0;
		const char *why = item->why;
		if (json != NULL)
			pick(arena, json, values[i].at, &got, &why);
		if (json != NULL && values[i].error[0] != '\0')
			pick(arena, json, values[i].error, &error, &why);
		add_row(j, p, &values[i], got, values[i].tolerance +
		    error * values[i].errors, why);
	}
}

/* Faults of the file are printed; DT_EXIT_BAD_FILE only says so. */
static enum dt_exit
read_one(struct job *j, struct dt_reproduce_item *item)
{
	struct dt_catalogue *c = &j->call->catalogue;
	struct dt_faults faults = { .arena = j->call->arena };
	struct dt_error err = { 0 };
	const struct dt_catalogue_kind *kind;
	struct dt_node *root;
	enum dt_status status = dt_catalogue_read(c, item->path, &root, &kind,
	    &faults, &err);
	if (status == DT_OK && kind->schema != &dt_published_schema)
		status = dt_status_fail(&err, DT_EINPUT, "%s is of kind %s",
		    item->path, kind->word);
	if (status == DT_OK)
		status = dt_schema_read(&dt_published_schema, c->arena, root,
		    &item->published, &faults, &err);
	return status == DT_OK ? DT_EXIT_OK :
	    dt_command_fail(j->call, &faults, &err);
}

static void
add_detail(struct job *j, const struct dt_reproduce_item *item)
{
	const struct dt_published *p = &item->published;
	if (dt_command_format(j->call) != DT_FORMAT_TEXT)
		return;
	dt_text_add(&j->text, "%s\nsource   %s\nstatus   %s\nmodel    %s\n"
	    "command  detente %s\nfile     %s\n\n", p->title[0] ? p->title :
	    p->name, p->source, dt_published_status_words[p->status],
	    p->model, p->command, item->path);
}

static enum dt_exit
answer_all(struct job *j, struct dt_reproduce_item *items, size_t n)
{
	struct dt_error err = { 0 };
	return dt_cmd_reproduce_answer(j->call, items, n, j->threads, &err) ==
	    DT_OK ? DT_EXIT_OK : dt_command_fail(j->call, NULL, &err);
}

static enum dt_exit
do_one(struct job *j, const char *path)
{
	struct dt_reproduce_item item = { .path = path };
	enum dt_exit exit = read_one(j, &item);
	if (exit == DT_EXIT_OK)
		exit = answer_all(j, &item, 1);
	if (exit == DT_EXIT_OK) {
		compare(j, &item);
		add_detail(j, &item);
	}
	dt_cmd_reproduce_free(&item, 1);
	return exit;
}

/* A file with faults is one value that cannot be found. */
static void
add_broken(struct job *j, const struct dt_reproduce_item *item)
{
	static const struct dt_published_value none = {
		.origin.name = "file", .value = NAN };
	const char *slash = strrchr(item->path, '/');
	const struct dt_published p = {
		.name = slash != NULL ? slash + 1 : item->path, .source = "",
		.status = DT_PUBLISHED_PRINTED + 1 };
	add_row(j, &p, &none, 0, 0, "the file has faults");
}

static enum dt_exit
do_items(struct job *j, struct dt_reproduce_item *items, size_t n)
{
	for (size_t i = 0; i < n && !dt_command_stopped; i++)
		items[i].broken = read_one(j, &items[i]) != DT_EXIT_OK;
	enum dt_exit exit = answer_all(j, items, n);
	for (size_t i = 0; exit == DT_EXIT_OK && i < n; i++) {
		if (items[i].broken)
			add_broken(j, &items[i]);
		else
			compare(j, &items[i]);
	}
	dt_cmd_reproduce_free(items, n);
	return exit;
}

static enum dt_exit
do_all(struct job *j, const struct dt_catalogue_kind *kind)
{
	struct dt_catalogue_entry *entries;
	struct dt_error err = { 0 };
	size_t n = 0;
	enum dt_status status = dt_catalogue_list(&j->call->catalogue, kind,
	    &entries, &n, &err);
	struct dt_reproduce_item *items = status != DT_OK ? NULL :
	    dt_arena_new(j->call->arena, n + 1, sizeof(*items));
	if (status == DT_OK && items == NULL)
		status = dt_status_no_memory(&err);
	if (status != DT_OK)
		return dt_command_fail(j->call, NULL, &err);
	for (size_t i = 0; i < n; i++)
		items[i] = (struct dt_reproduce_item){ .path =
		    entries[i].path };
	return do_items(j, items, n);
}

static enum dt_exit
print(struct job *j)
{
	struct dt_command_call *call = j->call;
	if (dt_command_format(call) == DT_FORMAT_JSON) {
		json_t *json = dt_json_new();
		json_object_set(json, "results", j->rows);
		return dt_output_json(call, json);
	}
	if (dt_command_format(call) == DT_FORMAT_CSV) {
		dt_text_free(&j->text);
		dt_table_csv(&j->table, &j->text);
		return dt_command_write(call, &j->text);
	}
	dt_table_text(&j->table, &j->text);
	dt_text_add(&j->text, "\n%" PRId64 " values, %" PRId64 " differ\n"
	    "%" PRId64 " were printed by others, at the place that the file "
	    "cites; %" PRId64 " are said to be, by\nothers who quote them; %"
	    PRId64 " were derived for this project, apart from this program\n",
	    j->values, j->differ, j->printed, j->quoted, j->values -
	    j->printed - j->quoted);
	return dt_command_write(call, &j->text);
}

static enum dt_exit
answer(struct job *j)
{
	struct dt_command_call *call = j->call;
	const struct dt_catalogue_kind *kind =
	    dt_catalogue_kind_of("published");
	struct dt_error err = { 0 };
	const char *path = NULL;
	bool bad = false;
	j->threads = dt_command_threads(call, &bad);
	if (bad)
		return DT_EXIT_USAGE;
	if (call->n_operands == 0)
		return do_all(j, kind);
	if (dt_catalogue_find(&call->catalogue, kind, call->operands[0],
	    NULL, &path, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	return do_one(j, path);
}

static enum dt_exit
run(struct dt_command_call *call)
{
	static const char *const heads[] = { "name", "what", "expected",
		"got", "tolerance", "ok" };
	bool csv = dt_command_format(call) == DT_FORMAT_CSV;
	struct job j = { .call = call, .rows = json_array(),
		.table = { .columns = 6, .heads = heads, .right = 4 + 8 + 16,
		    .most = csv ? 0 : call->columns } };
	enum dt_exit exit = answer(&j);
	if (exit == DT_EXIT_OK)
		exit = print(&j);
	dt_text_free(&j.text);
	dt_table_free(&j.table);
	json_decref(j.rows);
	return exit == DT_EXIT_OK && j.differ > 0 ? DT_EXIT_NO : exit;
}

static const struct dt_option options[] = {
	{ "threads", 'j', "N", false, NULL,
	  "commands at a time; as many as there are cores where not given" },
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
	.about = "Answers the command of every file in data/published/ (or of "
	    "NAME, with its source) and compares what it gives with what was "
	    "printed by others or derived for this project: expected, got, "
	    "tolerance; and how many values are of which kind.\n\n"
	    "The exit status is 4 if any value differs or cannot be found; a "
	    "file with faults is one such value, and the others still run.",
	.examples = "detente reproduce\tall of them\n"
	    "detente reproduce score-alld-tft\tone, with source and command",
	.options = options,
	.run = run,
};
