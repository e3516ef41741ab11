/* list: `detente list [KIND]`, what there is to play with. */
#include "cmd/verbs.h"

#include <string.h>

#include "cmd/games.h"
#include "cmd/json.h"
#include "cmd/models.h"
#include "cmd/queries.h"
#include "cmd/table.h"

static const char *const heads[] = {
	"name", "title", "status", "summary", "path"
};

static bool
is_queries(const char *word)
{
	return strcmp(word, "queries") == 0 || strcmp(word, "query") == 0;
}

static enum dt_exit
unknown(const struct dt_command_call *call, const char *word)
{
	const char *words[16] = { "queries", "models", "games" };
	for (size_t i = 0; i < 12 && dt_catalogue_kinds[i].word; i++)
		words[i + 3] = dt_catalogue_kinds[i].plural;
	const char *near = dt_command_nearest(call, word, words);
	return dt_command_usage(call, "there is no kind '%s'%s", word,
	    near[0] ? near : "; 'detente list' has them");
}

static enum dt_exit
print_json(const struct dt_command_call *call,
    const struct dt_catalogue_kind *kind,
    const struct dt_catalogue_entry *entries, size_t n)
{
	json_t *json = dt_cmd_json_new(), *list = json_array();
	for (size_t i = 0; i < n; i++) {
		json_t *one = json_object();
		dt_cmd_json_text(one, "name", entries[i].name);
		dt_cmd_json_text(one, "title", entries[i].title);
		dt_cmd_json_text(one, "status", entries[i].status);
		dt_cmd_json_text(one, "summary", entries[i].summary);
		dt_cmd_json_text(one, "path", entries[i].path);
		json_array_append_new(list, one);
	}
	dt_cmd_json_text(json, "kind", kind->word);
	json_object_set_new(json, "entries", list);
	return dt_cmd_json_write(call, json);
}

/* The path only where a program reads it. */
static void
add_table(const struct dt_command_call *call,
    const struct dt_catalogue_entry *entries, size_t n, struct dt_text *text)
{
	bool csv = dt_command_format(call) == DT_FORMAT_CSV;
	struct dt_cmd_table table = {
		.columns = csv ? 5 : 4, .heads = heads, .most = call->columns,
	};
	for (size_t i = 0; i < n; i++) {
		dt_cmd_table_add(&table, entries[i].name);
		dt_cmd_table_add(&table, entries[i].title);
		dt_cmd_table_add(&table, entries[i].status);
		dt_cmd_table_add(&table, entries[i].summary);
		if (csv)
			dt_cmd_table_add(&table, entries[i].path);
	}
	if (csv)
		dt_cmd_table_csv(&table, text);
	else
		dt_cmd_table_text(&table, text);
	dt_cmd_table_free(&table);
}

static enum dt_exit
print_kind(const struct dt_command_call *call,
    const struct dt_catalogue_kind *kind, bool only_names)
{
	struct dt_catalogue_entry *entries;
	struct dt_error err = { 0 };
	size_t n;
	if (dt_catalogue_list(&call->catalogue, kind, &entries, &n, &err))
		return dt_command_fail(call, NULL, &err);
	if (!only_names && dt_command_format(call) == DT_FORMAT_JSON)
		return print_json(call, kind, entries, n);
	struct dt_text text = { 0 };
	for (size_t i = 0; only_names && i < n; i++)
		dt_text_add(&text, "%s\n", entries[i].name);
	if (!only_names)
		add_table(call, entries, n, &text);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	if (!only_names && n > 0 && exit == DT_EXIT_OK)
		dt_command_advise(call, "\nAll about one: detente show %s %s",
		    kind->word, entries[0].name);
	return exit;
}

/* A kind's names one after the other, as many as a line takes. */
static enum dt_status
add_overview(const struct dt_command_call *call,
    const struct dt_catalogue_kind *kind, struct dt_cmd_table *table,
    struct dt_error *err)
{
	struct dt_catalogue_entry *entries;
	size_t n;
	enum dt_status status =
	    dt_catalogue_list(&call->catalogue, kind, &entries, &n, err);
	if (status != DT_OK)
		return status;
	struct dt_text names = { 0 }, number = { 0 };
	dt_text_add(&number, "%zu", n);
	for (size_t i = 0; i < n; i++)
		dt_text_add(&names, "%s%s", i > 0 ? ", " : "",
		    entries[i].name);
	dt_cmd_table_add(table, kind->plural);
	dt_cmd_table_add(table, dt_text_string(&number));
	dt_cmd_table_add(table, dt_text_string(&names));
	dt_text_free(&names);
	dt_text_free(&number);
	return DT_OK;
}

static enum dt_status
add_queries(const struct dt_command_call *call, struct dt_cmd_table *table,
    struct dt_error *err)
{
	struct dt_query_file *queries;
	size_t n;
	enum dt_status status = dt_cmd_queries_list(call, &queries, &n, err);
	struct dt_text names = { 0 }, number = { 0 };
	if (status != DT_OK)
		return status;
	dt_text_add(&number, "%zu", n);
	for (size_t i = 0; i < n; i++)
		dt_text_add(&names, "%s%s", i > 0 ? ", " : "",
		    queries[i].name);
	dt_cmd_table_add(table, "queries");
	dt_cmd_table_add(table, dt_text_string(&number));
	dt_cmd_table_add(table, dt_text_string(&names));
	dt_text_free(&names);
	dt_text_free(&number);
	return DT_OK;
}

static enum dt_status
add_games(const struct dt_command_call *call, struct dt_cmd_table *table,
    struct dt_error *err)
{
	struct dt_cmd_games_one *games;
	size_t n;
	enum dt_status status = dt_cmd_games_list(call, &games, &n, err);
	struct dt_text names = { 0 }, number = { 0 };
	if (status != DT_OK)
		return status;
	dt_text_add(&number, "%zu", n);
	for (size_t i = 0; i < n; i++)
		dt_text_add(&names, "%s%s", i > 0 ? ", " : "", games[i].name);
	dt_cmd_table_add(table, "games");
	dt_cmd_table_add(table, dt_text_string(&number));
	dt_cmd_table_add(table, dt_text_string(&names));
	dt_text_free(&names);
	dt_text_free(&number);
	return DT_OK;
}

static enum dt_status
fill_overview(const struct dt_command_call *call, struct dt_cmd_table *table,
    struct dt_error *err)
{
	const struct dt_catalogue_kind *kind = dt_catalogue_kinds;
	for (; kind->word != NULL; kind++) {
		enum dt_status status = add_overview(call, kind, table, err);
		if (status != DT_OK)
			return status;
	}
	enum dt_status status = add_games(call, table, err);
	return status != DT_OK ? status : add_queries(call, table, err);
}

static json_t *
overview_json(const struct dt_command_call *call)
{
	json_t *json = dt_cmd_json_new(), *kinds = json_object();
	const struct dt_catalogue_kind *kind = dt_catalogue_kinds;
	for (; kind->word != NULL; kind++) {
		struct dt_catalogue_entry *entries;
		size_t n;
		json_t *names = json_array();
		if (dt_catalogue_list(&call->catalogue, kind, &entries, &n,
		    NULL) != DT_OK)
			n = 0;
		for (size_t i = 0; i < n; i++)
			json_array_append_new(names,
			    json_string(entries[i].name));
		json_object_set_new(kinds, kind->plural, names);
	}
	json_object_set_new(json, "kinds", kinds);
	return json;
}

static enum dt_exit
print_overview(const struct dt_command_call *call)
{
	static const char *const columns[] = { "kind", "number", "names" };
	struct dt_cmd_table table = {
		.columns = 3, .heads = columns, .right = 2,
		.most = call->columns ? call->columns : 79,
	};
	struct dt_error err = { 0 };
	struct dt_text text = { 0 };
	if (dt_command_format(call) == DT_FORMAT_JSON)
		return dt_cmd_json_write(call, overview_json(call));
	if (fill_overview(call, &table, &err) != DT_OK) {
		dt_cmd_table_free(&table);
		return dt_command_fail(call, NULL, &err);
	}
	if (dt_command_format(call) == DT_FORMAT_CSV)
		dt_cmd_table_csv(&table, &text);
	else
		dt_cmd_table_text(&table, &text);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	dt_cmd_table_free(&table);
	if (exit == DT_EXIT_OK)
		dt_command_advise(call,
		    "\nA line on each: detente list strategies");
	return exit;
}

static enum dt_exit
run(struct dt_command_call *call)
{
	bool only_names = dt_command_value(call, "names") != NULL;
	if (call->n_operands == 0 && only_names)
		return dt_command_usage(call, "--names needs a KIND");
	if (call->n_operands == 0)
		return print_overview(call);
	const char *word = call->operands[0];
	if (is_queries(word))
		return dt_cmd_queries_print(call, only_names);
	if (dt_cmd_models_is(word))
		return dt_cmd_models_print(call, only_names);
	if (strcmp(word, "games") == 0 || strcmp(word, "game") == 0)
		return dt_cmd_games_print(call, only_names);
	const struct dt_catalogue_kind *kind = dt_catalogue_kind_of(word);
	return kind != NULL ? print_kind(call, kind, only_names) :
	    unknown(call, word);
}

static const struct dt_command_option options[] = {
	DT_COMMAND_FORMAT("text json csv"),
	{ "names", 0, NULL, false, NULL, "only the names, one a line" },
	{ 0 }
};

const struct dt_command dt_cmd_list = {
	.name = "list",
	.brief = "list what there is to play with",
	.operands = "[KIND]",
	.operand_words = "strategies treaties scenarios payoffs agents "
	    "sweeps games queries models",
	.most = 1,
	.about = "Lists the files of a KIND that are found: those of the "
	    "working folder and of DETENTE_PATH as well as those that the "
	    "program brings. Where a name is there twice, the nearest is "
	    "listed, as it is the one that is used. Without a KIND, how many "
	    "there are of each.\n\n"
	    "The status says how well founded a file's numbers are: sourced, "
	    "derived, stylised or opinion. A file that cannot be read is listed with "
	    "its first fault.\n\n"
	    "Models are those of the literature that detente solve answers; "
	    "they are no files.",
	.examples = "detente list strategies\n"
	    "detente list treaties --format json\tfor programs",
	.options = options,
	.at_once = true,
	.run = run,
};
