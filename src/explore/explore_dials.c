/* explore_dials: see explore_dials.h. */
#include "explore/explore_dials.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/schema_numbers.h"
#include "format/json.h"

struct walk {
	const struct dt_solution_table *table;  /* thresholds; or NULL */
	json_t *dials;
};

static size_t
column(const struct dt_solution_table *table, const char *name)
{
	size_t k = 0;
	while (k + 1 < table->n_columns &&
	    strcmp(table->columns[k].name, name) != 0)
		k++;
	return k;
}

static const struct dt_solution_cell *
cell(const struct dt_solution_table *table, size_t row, const char *name)
{
	return &table->cells[row * table->n_columns + column(table, name)];
}

/* How far it is to where the answer turns, as a share of the range. */
static double
distance(double now, double from, double to, double range)
{
	double near = dt_number_min(fabs(now - from), fabs(now - to));
	return range > 0 ? near / range : 1;
}

static void
add_stretch(json_t *list, const struct dt_solution_table *t, size_t row)
{
	json_t *stretch = json_object();
	dt_json_number(stretch, "from", cell(t, row, "holds_from")->number);
	dt_json_number(stretch, "to", cell(t, row, "holds_to")->number);
	dt_json_text(stretch, "from_is", cell(t, row, "from_is")->text);
	dt_json_text(stretch, "to_is", cell(t, row, "to_is")->text);
	json_array_append_new(list, stretch);
}

static bool
is_edge(const struct dt_solution_cell *c)
{
	return c->text != NULL && strcmp(c->text, "edge") == 0;
}

/* What was found of a key: its stretches, and the range that was looked at.
 * False: nothing is known of it. */
static bool
add_found(const struct walk *w, json_t *dial, const char *key, double now)
{
	const struct dt_solution_table *t = w->table;
	size_t rows = t == NULL ? 0 : dt_solution_rows(t), n = 0;
	double turns = INFINITY;
	json_t *holds = json_array();
	for (size_t r = 0; r < rows; r++) {
		const char *of = cell(t, r, "quantity")->text;
		const char *part = cell(t, r, "part")->text;
		if (of == NULL || part == NULL || strcmp(of, key) != 0 ||
		    strcmp(part, "holds") != 0)
			continue;
		double least = cell(t, r, "looked_from")->number;
		double most = cell(t, r, "looked_to")->number;
		dt_json_number(dial, "least", least);
		dt_json_number(dial, "most", most);
		n++;
		if (cell(t, r, "holds_from")->kind == DT_SOLUTION_NOTHING)
			continue;
		add_stretch(holds, t, r);
		double from = is_edge(cell(t, r, "from_is")) ? INFINITY :
		    cell(t, r, "holds_from")->number;
		double to = is_edge(cell(t, r, "to_is")) ? INFINITY :
		    cell(t, r, "holds_to")->number;
		turns = dt_number_min(turns, distance(now, from, to,
		    most - least));
	}
	json_object_set_new(dial, "holds", holds);
	json_object_set_new(dial, "known", json_boolean(n > 0));
	dt_json_number(dial, "turns", turns);
	return n > 0;
}

static void
add_dial(struct walk *w, const char *key, double now,
    const struct dt_schema_key *row)
{
	bool whole = row->type == DT_COUNT;
	json_t *dial = json_object();
	double most = row->most > row->least && row->most <= 100 ? row->most :
	    10 * now + 12;
	dt_json_text(dial, "key", key);
	dt_json_text(dial, "help", row->help);
	dt_json_text(dial, "unit", row->unit);
	dt_json_text(dial, "preset", row->preset);
	json_object_set_new(dial, "whole", json_boolean(whole));
	dt_json_number(dial, "now", now);
	dt_json_number(dial, "least", row->least);
	dt_json_number(dial, "most", most);
	add_found(w, dial, key, now);
	json_array_append_new(w->dials, dial);
}

static double
turns_of(const json_t *dial)
{
	const json_t *turns = json_object_get(dial, "turns");
	return json_is_number(turns) ? json_number_value(turns) : INFINITY;
}

/* The nearest first; else as they stand in the text. */
static json_t *
sorted(json_t *dials)
{
	json_t *list = json_array();
	size_t n = json_array_size(dials);
	for (size_t k = 0; k < n; k++) {
		json_t *dial = json_array_get(dials, k);
		size_t at = 0;
		while (at < json_array_size(list) &&
		    turns_of(json_array_get(list, at)) <= turns_of(dial))
			at++;
		json_array_insert(list, at, dial);
	}
	json_decref(dials);
	return list;
}

json_t *
dt_explore_dials(struct dt_arena *arena, struct dt_node *root,
    const struct dt_schema *treaty, const struct dt_solution *solution)
{
	static const struct dt_schema_key patience = { .name = "continuation",
	    .type = DT_NUMBER, .least = 0, .most = 0.9999, .unit = "chance",
	    .help = "Chance that there is another round" };
	struct walk w = { .dials = json_array(),
	    .table = dt_solution_find(solution, "thresholds") };
	const struct dt_node *node = dt_node_get(root, "continuation");
	struct dt_schema_number *list;
	struct dt_error err;
	size_t n = 0;
	double now;
	if (node != NULL && node->kind == DT_NODE_SCALAR &&
	    dt_number_read(node->text, &now))
		add_dial(&w, "continuation", now, &patience);
	enum dt_status status = dt_schema_numbers(arena, dt_node_get(root,
	    "treaty"), treaty, &list, &n, &err);
	for (size_t k = 0; status == DT_OK && k < n; k++) {
		const char *key = dt_arena_print(arena, "treaty.%s",
		    list[k].path);
		if (key != NULL)
			add_dial(&w, key, list[k].now, list[k].key);
	}
	return sorted(w.dials);
}
