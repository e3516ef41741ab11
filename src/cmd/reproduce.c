/* reproduce: published and derived results, found again. */
#include "cmd/reproduce.h"

#include <math.h>
#include <string.h>

#include "format/pick_json.h"
#include "cmd/verbs.h"

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
compare(struct dt_reproduce_job *j, const struct dt_reproduce_item *item)
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
		dt_cmd_reproduce_row(j, p, &values[i], got, values[i].tolerance +
		    error * values[i].errors, why);
	}
}

/* Faults of the file are printed; DT_EXIT_BAD_FILE only says so. */
static enum dt_exit
read_one(struct dt_reproduce_job *j, struct dt_reproduce_item *item)
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

static enum dt_exit
answer_all(struct dt_reproduce_job *j, struct dt_reproduce_item *items,
    size_t n)
{
	struct dt_error err = { 0 };
	return dt_cmd_reproduce_answer(j->call, items, n, j->threads, &err) ==
	    DT_OK ? DT_EXIT_OK : dt_command_fail(j->call, NULL, &err);
}

static enum dt_exit
do_one(struct dt_reproduce_job *j, const char *path)
{
	struct dt_reproduce_item item = { .path = path };
	enum dt_exit exit = read_one(j, &item);
	if (exit == DT_EXIT_OK)
		exit = answer_all(j, &item, 1);
	if (exit == DT_EXIT_OK) {
		compare(j, &item);
		dt_cmd_reproduce_detail(j, &item);
	}
	dt_cmd_reproduce_free(&item, 1);
	return exit;
}

/* A file with faults is one value that cannot be found. */
static void
add_broken(struct dt_reproduce_job *j, const struct dt_reproduce_item *item)
{
	static const struct dt_published_value none = {
		.origin.name = "file", .value = NAN };
	const char *slash = strrchr(item->path, '/');
	const struct dt_published p = {
		.name = slash != NULL ? slash + 1 : item->path, .source = "",
		.status = -1 };
	dt_cmd_reproduce_row(j, &p, &none, 0, 0, "the file has faults");
}

/* Those that are asked for move to the front; how many. A file with faults is
 * one of them: what it is cannot be known. */
static size_t
read_items(struct dt_reproduce_job *j, struct dt_reproduce_item *items,
    size_t n)
{
	size_t kept = 0;
	for (size_t i = 0; i < n && !dt_command_stopped; i++) {
		struct dt_reproduce_item *item = &items[kept];
		*item = (struct dt_reproduce_item){ .path = items[i].path };
		item->broken = read_one(j, item) != DT_EXIT_OK;
		kept += j->only < 0 || item->broken ||
		    item->published.status == j->only;
	}
	return kept;
}

static enum dt_exit
do_items(struct dt_reproduce_job *j, struct dt_reproduce_item *items, size_t n)
{
	n = read_items(j, items, n);
	enum dt_exit exit = answer_all(j, items, n);
	for (size_t i = 0; exit == DT_EXIT_OK && i < n; i++) {
		if (items[i].broken) {
			add_broken(j, &items[i]);
			continue;
		}
		compare(j, &items[i]);
		dt_cmd_reproduce_where(j, &items[i]);
	}
	dt_cmd_reproduce_free(items, n);
	return exit;
}

static enum dt_exit
do_all(struct dt_reproduce_job *j, const struct dt_catalogue_kind *kind)
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

/* Which of dt_published_status_words; -1: not asked. */
static int
status_asked(const struct dt_command_call *call)
{
	const char *word = dt_command_value(call, "status");
	int i = 0;
	while (word != NULL && strcmp(dt_published_status_words[i], word) != 0)
		i++;
	return word == NULL ? -1 : i;
}

static enum dt_exit
answer(struct dt_reproduce_job *j)
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
	j->only = status_asked(call);
	if (call->n_operands == 0)
		return do_all(j, kind);
	if (j->only >= 0)
		return dt_command_usage(call, "--status goes over all results: "
		    "give it, or a NAME");
	if (dt_catalogue_find(&call->catalogue, kind, call->operands[0],
	    NULL, &path, &err) != DT_OK)
		return dt_command_fail(call, NULL, &err);
	return do_one(j, path);
}

static enum dt_exit
run(struct dt_command_call *call)
{
	static const char *const heads[] = { "name", "what", "expected",
		"got", "tolerance", "status", "ok" };
	bool csv = dt_command_format(call) == DT_FORMAT_CSV;
	struct dt_reproduce_job j = { .call = call, .rows = json_array(),
		.table = { .columns = 7, .heads = heads, .right = 4 + 8 + 16,
		    .most = csv ? 0 : call->columns } };
	enum dt_exit exit = answer(&j);
	if (exit == DT_EXIT_OK)
		exit = dt_cmd_reproduce_print(&j);
	dt_text_free(&j.text);
	dt_text_free(&j.where);
	dt_table_free(&j.table);
	json_decref(j.rows);
	return exit == DT_EXIT_OK && j.differ > 0 ? DT_EXIT_NO : exit;
}

static const struct dt_option options[] = {
	{ "threads", 'j', "N", false, NULL,
	  "commands at a time; as many as there are cores where not given" },
	{ "status", 0, "STATUS", false, "printed quoted derived",
	  "only results of that kind: printed in the source, quoted by others "
	  "from it, or derived for this project" },
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
	    "tolerance, what kind of number it is; and how many values are of "
	    "which kind.\n\n"
	    "The exit status is 4 if any value differs or cannot be found; a "
	    "file with faults is one such value, and the others still run.",
	.examples = "detente reproduce\tall of them\n"
	    "detente reproduce score-alld-tft\tone, with source and command\n"
	    "detente reproduce --status printed\tthose that others printed",
	.options = options,
	.run = run,
};
