/* list: `detente list [KIND]`, what there is to play with. */
#include "cmd/verbs.h"

#include <string.h>

#include "cli/output.h"
#include "cmd/kinds.h"
#include "cmd/listings.h"
#include "format/table.h"

/* A kind's entries; it is one that is listed. */
static enum dt_status
entries_of(const struct dt_command_call *call,
    const struct dt_cmd_kind *kind, struct dt_listing *l,
    struct dt_error *err)
{
	if (kind->list != NULL)
		return kind->list(call, l, err);
	enum dt_status status =
	    dt_cmd_listings_files(call, kind->word, l, err);
	return status == DT_OK && l->n == 0 ? dt_status_fail(err, DT_EINPUT,
	    DT_CATALOGUE_EMPTY) : status;
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
	for (const struct dt_cmd_kind *k = dt_cmd_kinds; k->word; k++) {
		if (k->plural == NULL || k->apart)
			continue;
		enum dt_status status = entries_of(call, k, &l, err);
		if (status != DT_OK)
			return status;
		add_names(table, k->plural, &l);
	}
	return DT_OK;
}

/* Of the files that people write. */
static json_t *
overview_json(const struct dt_command_call *call)
{
	json_t *json = dt_json_new(), *kinds = json_object();
	for (const struct dt_cmd_kind *k = dt_cmd_kinds; k->word; k++) {
		struct dt_listing l;
		if (k->list != NULL || k->plural == NULL)
			continue;
		json_t *names = json_array();
		if (entries_of(call, k, &l, NULL) != DT_OK)
			l.n = 0;
		for (size_t i = 0; i < l.n; i++)
			json_array_append_new(names,
			    json_string(l.cell(l.entries, i, 0)));
		json_object_set_new(kinds, k->plural, names);
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
	const struct dt_cmd_kind *kind = dt_cmd_kinds_find(word);
	struct dt_listing l;
	struct dt_error err = { 0 };
	if (kind == NULL || kind->plural == NULL) {
		const char *near = dt_cmd_kinds_nearest(call, word,
		    true);
		return dt_command_usage(call, "there is no kind '%s'%s", word,
		    near[0] ? near : "; 'detente list' has them");
	}
	return entries_of(call, kind, &l, &err) != DT_OK ?
	    dt_command_fail(call, NULL, &err) :
	    dt_listing_print(call, &l, only_names);
}

/* The plurals of the kinds that are listed. */
static const char *
plural(size_t k)
{
	const struct dt_cmd_kind *kind = dt_cmd_kinds;
	for (; kind->word != NULL; kind++)
		if (kind->plural != NULL && k-- == 0)
			return kind->plural;
	return NULL;
}

static const struct dt_option options[] = {
	DT_COMMAND_FORMAT("text json csv"),
	{ "names", 0, NULL, false, NULL, "only the names, one a line" },
	{ 0 }
};

const struct dt_command dt_cmd_list = {
	.name = "list",
	.brief = "list what there is to play with",
	.operands = "[KIND]",
	.operand_words = "@own",
	.own_word = plural,
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
