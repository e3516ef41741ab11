/* show_menu: what is on a menu, and what a negotiator aspires to; see show.h. */
#include "cmd/show.h"

#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "catalogue/menu.h"
#include "format/table.h"

void
dt_cmd_show_menu(const struct dt_cmd_show *show)
{
	static const char *const heads[] = { "clause", "key", "values" };
	const struct dt_menu *menu = show->content;
	const struct dt_menu_clause *clause = menu->clauses.items;
	const char *const *names = menu->treaties.items;
	struct dt_table table = { .columns = 3, .heads = heads, .indent = 2,
		.most = show->call->columns };
	struct dt_text line = { 0 };
	dt_cmd_show_heading(show, "What is on it");
	size_t n = dt_menu_texts(menu);
	dt_text_add(&line, "%zu text%s", n, n == 1 ? "" : "s");
	for (size_t k = 0; k < menu->treaties.n; k++)
		dt_text_add(&line, "%s%s", k == 0 ? ": " : ", ", names[k]);
	dt_text_add(&line, "%s%s%s", menu->clauses.n > 0 ?
	    menu->treaties.n > 0 ? ", and " : ": " : "", menu->base,
	    menu->clauses.n > 0 ? " with each combination of" : "");
	dt_text_add(show->text, "  ");
	dt_text_wrap(show->text, dt_text_string(&line), 2,
	    show->call->width - 2);
	dt_text_add(show->text, "\n");
	dt_text_free(&line);
	for (size_t c = 0; c < menu->clauses.n; c++) {
		struct dt_text list = { 0 };
		for (size_t k = 0; k < clause[c].values.n; k++)
			dt_text_add(&list, "%s%s", k > 0 ? ", " : "",
			    dt_menu_label(&clause[c], k));
		dt_table_add(&table, clause[c].origin.name);
		dt_table_add(&table, clause[c].key);
		dt_table_add(&table, dt_text_string(&list));
		show->text->failed = show->text->failed || list.failed;
		dt_text_free(&list);
	}
	if (menu->clauses.n > 0)
		dt_table_text(&table, show->text);
	dt_table_free(&table);
}

void
dt_cmd_show_negotiator(const struct dt_cmd_show *show)
{
	static const char *const heads[] = { "time", "aspires to" };
	const struct dt_negotiator *n = show->content;
	struct dt_table table = { .columns = 2, .heads = heads, .indent = 2,
		.most = show->call->columns, .right = 3 };
	char text[DT_NUMBER_SIZE];
	if (n->aspiration != DT_NEGOTIATOR_TIME)
		return;
	dt_cmd_show_heading(show, "As talks go on, of its best gain");
	for (int k = 0; k <= 4; k++) {
		double x = k / 4.0;
		dt_table_add(&table, dt_number_print_short(x, 2, text));
		dt_table_add(&table, dt_number_print_short(dt_number_max(
		    dt_negotiator_level(n, x), n->least), 3, text));
	}
	dt_table_text(&table, show->text);
	dt_table_free(&table);
}
