/* list: `detente list [KIND]`, what there is to play with. */
#include "cmd/verbs.h"

#include <string.h>

#include "cmd/games.h"
#include "cli/output.h"
#include "cmd/models.h"
#include "cmd/queries.h"
#include "format/table.h"

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

static const char *
cell(const void *entries, size_t i, size_t field)
{
	const struct dt_catalogue_entry *one = entries;
	return (const char *[]){ one[i].name, one[i].title, one[i].status,
	    one[i].summary, one[i].path }[field];
}

/* The path only where a program reads it. */
static enum dt_status
list_kind(const struct dt_command_call *call,
    const struct dt_catalogue_kind *kind, struct dt_listing *listing,
    struct dt_error *err)
{
	static const char *const fields[] = { "name", "title", "status",
	    "summary", "path", NULL };
	struct dt_catalogue_entry *entries = NULL;
	*listing = (struct dt_listing){ .kind = kind->word,
	    .fields = fields, .shown = "0123", .csv = "01234", .cell = cell };
	listing->advice = dt_arena_print(call->arena,
	    "All about one: detente show %s", kind->word);
	enum dt_status status = dt_catalogue_list(&call->catalogue, kind,
	    &entries, &listing->n, err);
	listing->entries = entries;
	return status;
}

/* The names one after the other, as many as a line takes. */
static void
add_names(struct dt_table *table, const char *plural,
    const struct dt_listing *l)
{
	struct dt_text names = { 0 }, number = { 0 };
	dt_text_add(&number, "%zu", l->n);
	for (size_t i = 0; i < l->n; i++)
		dt_text_add(&names, "%s%s", i > 0 ? ", " : "",
		    l->cell(l->entries, i, 0));
	dt_table_add(table, plural);
	dt_table_add(table, dt_text_string(&number));
	dt_table_add(table, dt_text_string(&names));
	dt_text_free(&names);
	dt_text_free(&number);
}

static enum dt_status
fill_overview(const struct dt_command_call *call, struct dt_table *table,
    struct dt_error *err)
{
	struct dt_listing l;
	const struct dt_catalogue_kind *kind = dt_catalogue_kinds;
	enum dt_status status = DT_OK;
	for (; kind->word != NULL; kind++) {
		status = list_kind(call, kind, &l, err);
		if (status != DT_OK)
			return status;
		add_names(table, kind->plural, &l);
	}
	status = dt_cmd_games_listing(call, &l, err);
	if (status != DT_OK)
		return status;
	add_names(table, "games", &l);
	status = dt_cmd_queries_listing(call, &l, err);
	if (status == DT_OK)
		add_names(table, "queries", &l);
	return status;
}

static json_t *
overview_json(const struct dt_command_call *call)
{
	json_t *json = dt_json_new(), *kinds = json_object();
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
	struct dt_table table = {
		.columns = 3, .heads = columns, .right = 2,
		.most = call->columns ? call->columns : 79,
	};
	struct dt_error err = { 0 };
	struct dt_text text = { 0 };
	if (dt_command_format(call) == DT_FORMAT_JSON)
		return dt_output_json(call, overview_json(call));
	if (fill_overview(call, &table, &err) != DT_OK) {
		dt_table_free(&table);
		return dt_command_fail(call, NULL, &err);
	}
	if (dt_command_format(call) == DT_FORMAT_CSV)
		dt_table_csv(&table, &text);
	else
		dt_table_text(&table, &text);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	dt_table_free(&table);
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
	const struct dt_catalogue_kind *kind = dt_catalogue_kind_of(word);
	struct dt_listing l;
	struct dt_error err = { 0 };
	enum dt_status status = DT_OK;
	if (is_queries(word))
		status = dt_cmd_queries_listing(call, &l, &err);
	else if (dt_cmd_models_is(word))
		dt_cmd_models_listing(&l);
	else if (strcmp(word, "games") == 0 || strcmp(word, "game") == 0)
		status = dt_cmd_games_listing(call, &l, &err);
	else if (kind != NULL)
		status = list_kind(call, kind, &l, &err);
	else
		return unknown(call, word);
	return status != DT_OK ? dt_command_fail(call, NULL, &err) :
	    dt_listing_print(call, &l, only_names);
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
