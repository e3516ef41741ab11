/* show_prior: what is believed of each figure; see show.h. */
#include "cmd/show.h"

#include "base/number.h"
#include "catalogue/prior.h"
#include "format/table.h"

static void
add_number(struct dt_table *table, double value)
{
	char text[DT_NUMBER_SIZE];
	snprintf(text, sizeof(text), "%.4g", value);
	dt_table_add(table, text);
}

void
dt_cmd_show_prior(const struct dt_cmd_show *show)
{
	static const char *const heads[] = { "unknown", "key", "form", "5 %",
		"median", "95 %" };
	const struct dt_prior *prior = show->content;
	const struct dt_prior_unknown *x = prior->unknowns.items;
	struct dt_table table = { .columns = 6, .heads = heads, .indent = 2,
		.most = show->call->columns, .right = 7u << 3 };
	dt_cmd_show_heading(show, "What is believed");
	for (size_t k = 0; k < prior->unknowns.n; k++) {
		dt_table_add(&table, x[k].origin.name);
		dt_table_add(&table, x[k].key);
		dt_table_add(&table, dt_prior_form_words[x[k].form]);
		add_number(&table, dt_prior_quantile(&x[k], .05));
		add_number(&table, dt_prior_quantile(&x[k], .5));
		add_number(&table, dt_prior_quantile(&x[k], .95));
	}
	dt_table_text(&table, show->text);
	dt_table_free(&table);
}
