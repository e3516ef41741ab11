/* listing: see listing.h. */
#include "cli/listing.h"

#include <string.h>

#include "cli/output.h"
#include "format/table.h"

enum { COLUMNS_MOST = 8 };

static enum dt_exit
print_json(const struct dt_command_call *call, const struct dt_listing *l)
{
	json_t *json = dt_json_new(), *list = json_array();
	for (size_t i = 0; i < l->n; i++) {
		json_t *one = json_object();
		for (size_t f = 0; l->fields[f] != NULL; f++)
			dt_json_text(one, l->fields[f],
			    l->cell(l->entries, i, f));
		json_array_append_new(list, one);
	}
	dt_json_text(json, "kind", l->kind);
	json_object_set_new(json, "entries", list);
	return dt_output_json(call, json);
}

static void
add_table(const struct dt_command_call *call, const struct dt_listing *l,
    struct dt_text *text)
{
	bool csv = dt_command_format(call) == DT_FORMAT_CSV;
	const char *columns = csv ? l->csv : l->shown;
	const char *heads[COLUMNS_MOST];
	struct dt_table table = { .columns = strlen(columns),
	    .heads = heads, .most = call->columns };
	for (size_t c = 0; c < table.columns; c++)
		heads[c] = l->fields[columns[c] - '0'];
	for (size_t i = 0; i < l->n; i++)
		for (size_t c = 0; c < table.columns; c++)
			dt_table_add(&table, l->cell(l->entries, i,
			    (size_t)(columns[c] - '0')));
	if (csv)
		dt_table_csv(&table, text);
	else
		dt_table_text(&table, text);
	dt_table_free(&table);
}

enum dt_exit
dt_listing_print(const struct dt_command_call *call,
    const struct dt_listing *l, bool only_names)
{
	struct dt_text text = { 0 };
	if (!only_names && dt_command_format(call) == DT_FORMAT_JSON)
		return print_json(call, l);
	for (size_t i = 0; only_names && i < l->n; i++)
		dt_text_add(&text, "%s\n", l->cell(l->entries, i, 0));
	if (!only_names)
		add_table(call, l, &text);
	enum dt_exit exit = dt_command_write(call, &text);
	dt_text_free(&text);
	if (!only_names && l->advice != NULL && l->n > 0 &&
	    exit == DT_EXIT_OK)
		dt_command_advise(call, "\n%s %s", l->advice,
		    l->cell(l->entries, 0, 0));
	return exit;
}
