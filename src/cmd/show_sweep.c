/* show_sweep: what a sweep varies; see show.h. */
#include "cmd/show.h"

#include "base/number.h"
#include "format/table.h"
#include "catalogue/claim.h"
#include "catalogue/sweep.h"

static void
add_range(const struct dt_sweep_axis_text *axis, struct dt_text *text)
{
	char from[DT_NUMBER_SIZE], to[DT_NUMBER_SIZE];
	dt_text_add(text, "%lld from %s to %s%s", (long long)axis->steps,
	    dt_number_print(axis->from, from),
	    dt_number_print(axis->to, to), axis->log ? ", by logarithm" : "");
}

/* Labels where there are some; what is no word is told by its kind. */
static void
add_values(const struct dt_sweep_axis_text *axis, struct dt_text *text)
{
	const struct dt_node *list = axis->values;
	const char *const *labels = axis->labels.items;
	for (size_t i = 0; i < list->n; i++) {
		const struct dt_node *value = list->items[i];
		dt_text_add(text, "%s", i > 0 ? ", " : "");
		if (i < axis->labels.n)
			dt_text_add(text, "%s", labels[i]);
		else if (value->kind == DT_NODE_SCALAR)
			dt_text_add(text, "%s", value->text);
		else
			for (size_t k = 0; k < value->n; k++)
				dt_text_add(text, "%s%s", k > 0 ? "+" : "",
				    value->kind == DT_NODE_MAP ?
				    value->keys[k]->text :
				    value->items[k]->text);
	}
}

/* A claim that cannot be read is not told: `check` says why. */
static void
add_claim(const struct dt_cmd_show *show, const char *name)
{
	const struct dt_catalogue *c = &show->call->catalogue;
	struct dt_faults faults = { .arena = c->arena };
	struct dt_error err = { 0 };
	struct dt_claim claim;
	struct dt_text words = { 0 };
	struct dt_node *root;
	if (dt_catalogue_named(c, "claim", name, NULL, &root, &faults, &err) !=
	    DT_OK || dt_schema_read(&dt_claim_schema, c->arena, root, &claim,
	    &faults, &err) != DT_OK)
		return;
	dt_text_add(&words, "%s: %s (detente claims %s).", name,
	    claim.hypothesis, name);
	dt_text_add(show->text, "  ");
	dt_text_wrap(show->text, dt_text_string(&words), 4,
	    show->call->width);
	dt_text_add(show->text, "\n");
	show->text->failed |= words.failed;
	dt_text_free(&words);
}

static void
add_claims(const struct dt_cmd_show *show)
{
	const struct dt_node *claims = dt_node_get(show->written, "claims");
	if (claims == NULL || claims->n == 0)
		return;
	dt_cmd_show_heading(show, "What it puts to the test");
	for (size_t i = 0; i < claims->n; i++)
		add_claim(show, claims->items[i]->text);
}

void
dt_cmd_show_sweep(const struct dt_cmd_show *show)
{
	static const char *const heads[] = { "axis", "key", "values" };
	const struct dt_sweep_text *sweep = show->content;
	const struct dt_sweep_axis_text *axes = sweep->axes.items;
	struct dt_table table = { .columns = 3, .heads = heads,
	    .indent = 2, .most = show->call->columns };
	add_claims(show);
	dt_cmd_show_heading(show, "What varies");
	for (size_t a = 0; a < sweep->axes.n; a++) {
		struct dt_text values = { 0 };
		if (axes[a].values == NULL)
			add_range(&axes[a], &values);
		else if (axes[a].values->kind == DT_NODE_LIST)
			add_values(&axes[a], &values);
		dt_table_add(&table, axes[a].origin.name);
		dt_table_add(&table, axes[a].key);
		dt_table_add(&table, dt_text_string(&values));
		show->text->failed |= values.failed;
		dt_text_free(&values);
	}
	dt_table_text(&table, show->text);
	dt_table_free(&table);
}
