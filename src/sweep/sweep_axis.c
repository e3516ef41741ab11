/* sweep_axis: the values of an axis; see sweep_internal.h. */
#include "sweep/sweep_internal.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "catalogue/catalogue_internal.h"
#include "catalogue/cites.h"

static struct dt_place
place_of(const struct dt_sweep_axis_text *text, const char *key)
{
	const struct dt_node *value = dt_node_get(text->origin.node, key);
	return value ? value->at :
	    dt_node_key_place(text->origin.node, key);
}

static enum dt_status
read_keys(struct dt_sweep_maker *m, const struct dt_sweep_axis_text *text,
    struct dt_sweep_axis *axis)
{
	struct dt_arena *arena = m->catalogue->arena;
	size_t n = 1 + text->also.n;
	const struct dt_node *also = dt_node_get(text->origin.node, "also");
	const char **keys = dt_arena_new(arena, n, sizeof(*keys));
	struct dt_place *places = dt_arena_new(arena, n, sizeof(*places));
	if (keys == NULL || places == NULL)
		return dt_status_no_memory(m->err);
	keys[0] = text->key;
	places[0] = place_of(text, "key");
	for (size_t i = 1; i < n; i++) {
		keys[i] = ((const char *const *)text->also.items)[i - 1];
		places[i] = also->items[i - 1]->at;
	}
	axis->name = text->origin.name;
	axis->text = text;
	axis->keys = keys;
	axis->places = places;
	axis->n_keys = n;
	return DT_OK;
}

/* The k-th of n numbers, as a person would write it. */
static double
spaced(const struct dt_sweep_axis_text *t, int64_t k)
{
	char text[DT_NUMBER_SIZE];
	double share = (double)k / (double)(t->steps - 1), value;
	if (k == 0 || k == t->steps - 1)
		return k == 0 ? t->from : t->to;
	value = t->log ? t->from * pow(t->to / t->from, share) :
	    t->from + (t->to - t->from) * share;
	snprintf(text, sizeof(text), "%.*g", t->log ? 4 : 12, value);
	return dt_number_read(text, &value) ? value : 0;
}

static enum dt_status
read_range(struct dt_sweep_maker *m, const struct dt_sweep_axis_text *t,
    struct dt_sweep_axis *axis)
{
	struct dt_arena *arena = m->catalogue->arena;
	axis->n = (size_t)t->steps;
	axis->values = dt_arena_new(arena, axis->n, sizeof(*axis->values));
	if (axis->values == NULL)
		return dt_status_no_memory(m->err);
	if (t->log && (t->from <= 0 || t->to <= 0))
		return dt_faults_add(m->faults, place_of(t, "log"), NULL,
		    "a logarithmic range begins and ends above 0");
	for (size_t i = 0; i < axis->n; i++) {
		char text[DT_NUMBER_SIZE];
		struct dt_sweep_value *v = &axis->values[i];
		v->number = spaced(t, (int64_t)i);
		v->node = dt_node_scalar(arena, dt_number_print(v->number,
		    text), place_of(t, i + 1 < axis->n ? "from" : "to"));
		if (v->node == NULL)
			return dt_status_no_memory(m->err);
		v->label = v->node->text;
	}
	return DT_OK;
}

/* "tit-for-tat,grim" for a list of words, the words of a label else. */
static const char *
label_of(struct dt_sweep_maker *m, const struct dt_sweep_axis_text *t,
    const struct dt_node *value, size_t i)
{
	struct dt_arena *arena = m->catalogue->arena;
	const char *label = "";
	if (i < t->labels.n)
		return ((const char *const *)t->labels.items)[i];
	if (value->kind == DT_NODE_SCALAR)
		return value->text;
	for (size_t k = 0; k < value->n && label != NULL; k++) {
		const struct dt_node *word = value->kind == DT_NODE_MAP ?
		    value->keys[k] : value->items[k];
		label = dt_arena_print(arena, "%s%s%s", label,
		    k > 0 ? "," : "", word->text);
	}
	return label;
}

static enum dt_status
check_label(struct dt_sweep_maker *m, const struct dt_sweep_axis *axis,
    size_t i)
{
	const struct dt_sweep_value *v = axis->values;
	if (v[i].label[0] == '\0')
		return dt_faults_add(m->faults, v[i].node->at,
		    "give the axis `labels`", "this value has no name");
	for (size_t k = 0; k < i; k++)
		if (strcmp(v[k].label, v[i].label) == 0)
			return dt_faults_add(m->faults, v[i].node->at, NULL,
			    "'%s' stands twice on the axis %s", v[i].label,
			    axis->name);
	return DT_OK;
}

static enum dt_status
read_values(struct dt_sweep_maker *m, const struct dt_sweep_axis_text *t,
    struct dt_sweep_axis *axis)
{
	const struct dt_node *list = t->values;
	if (list->kind != DT_NODE_LIST || list->n == 0)
		return dt_faults_add(m->faults, list->at, NULL,
		    "'values' takes a list of at least one value");
	axis->n = list->n;
	axis->values = dt_arena_new(m->catalogue->arena, list->n,
	    sizeof(*axis->values));
	if (axis->values == NULL)
		return dt_status_no_memory(m->err);
	if (t->labels.n > 0 && t->labels.n != list->n)
		return dt_faults_add(m->faults, place_of(t, "labels"), NULL,
		    "%zu labels for %zu values", t->labels.n, list->n);
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < list->n && status != DT_ENOMEM; i++) {
		struct dt_sweep_value *v = &axis->values[i];
		v->node = list->items[i];
		v->label = label_of(m, t, list->items[i], i);
		v->number = NAN;
		if (v->label == NULL)
			return dt_status_no_memory(m->err);
		(void)dt_number_read(v->label, &v->number);
		enum dt_status one = check_label(m, axis, i);
		status = one ? one : status;
	}
	return status;
}

/* The value where the @ of `as` stands, read as YAML. */
static enum dt_status
fill_in(struct dt_sweep_maker *m, const char *as, struct dt_place at,
    struct dt_sweep_value *v)
{
	struct dt_arena *arena = m->catalogue->arena;
	const char *text = "";
	for (const char *rest = as; text != NULL; ) {
		size_t n = strcspn(rest, "@");
		text = dt_arena_print(arena, "%s%.*s%s", text, (int)n, rest,
		    rest[n] == '@' ? v->label : "");
		if (rest[n] == '\0')
			break;
		rest += n + 1;
	}
	struct dt_source *source = dt_arena_new(arena, 1, sizeof(*source));
	struct dt_node *node = NULL;
	if (text == NULL || source == NULL)
		return dt_status_no_memory(m->err);
	*source = (struct dt_source){ at.source ? at.source->path : "as",
	    text, strlen(text) };
	enum dt_status status = dt_node_read(arena, source, &node, m->faults,
	    m->err);
	v->node = node;
	return status;
}

enum dt_status
dt_sweep_axis_read(struct dt_sweep_maker *m,
    const struct dt_sweep_axis_text *text, struct dt_sweep_axis *axis)
{
	enum dt_status status = read_keys(m, text, axis);
	bool range = !isnan(text->from) && !isnan(text->to);
	if (status != DT_OK)
		return status;
	if ((text->values != NULL) == range)
		return dt_faults_add(m->faults, place_of(text, "values"),
		    "give either `values`, or `from` and `to`",
		    "the axis %s has %s", axis->name,
		    range ? "both values and a range" : "no values");
	status = range ? read_range(m, text, axis) :
	    read_values(m, text, axis);
	for (size_t i = 0; status == DT_OK && text->as[0] && i < axis->n; i++)
		status = fill_in(m, text->as, place_of(text, "as"),
		    &axis->values[i]);
	return status;
}

/* The node that a dotted path leads to; items of a list count from 1. */
static const struct dt_node *
find(const struct dt_node *node, const char *path)
{
	while (node != NULL && *path != '\0') {
		size_t length = strcspn(path, "."), i = 0;
		if (node->kind == DT_NODE_LIST)
			i = (size_t)strtoul(path, NULL, 10) - 1;
		else
			while (i < node->n && (strncmp(node->keys[i]->text,
			    path, length) != 0 ||
			    node->keys[i]->text[length] != '\0'))
				i++;
		node = i < node->n ? node->items[i] : NULL;
		path += length + (path[length] == '.');
	}
	return node;
}

/* Strategies by name become their files' trees, one or one a seat. */
static enum dt_status
graft_strategies(struct dt_sweep_maker *m, struct dt_sweep_value *v)
{
	const struct dt_schema_key *key = dt_schema_key(
	    &dt_scenario_agent_schema, "strategy");
	struct dt_catalogue_graft g = { m->catalogue, m->faults, m->err, 0 };
	bool one = v->node->kind != DT_NODE_LIST;
	struct dt_node *list = dt_node_list(m->catalogue->arena,
	    one ? 1 : v->node->n, v->node->at);
	if (list == NULL)
		return dt_status_no_memory(m->err);
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < list->n && status == DT_OK; i++) {
		list->items[i] = one ? (struct dt_node *)v->node :
		    v->node->items[i];
		status = dt_catalogue_follow(&g, key, v->node->at,
		    &list->items[i]);
	}
	if (status == DT_OK)
		dt_cites_drop(list);
	v->node = list;
	return status;
}

/* A tree with the first values of the axes before, and this value. */
static enum dt_status
graft_value(struct dt_sweep_maker *m, size_t number, struct dt_sweep_value *v)
{
	const struct dt_sweep *s = m->sweep;
	const struct dt_sweep_axis *axis = &s->axes[number];
	struct dt_node *tree = dt_sweep_cell_copy(m->catalogue->arena,
	    s->base);
	enum dt_status status = tree ? DT_OK : dt_status_no_memory(m->err);
	for (size_t a = 0; a < number && status == DT_OK; a++)
		status = dt_sweep_cell_set(m->catalogue, &s->axes[a],
		    s->axes[a].values[0].node, tree, m->faults, m->err);
	if (status == DT_OK)
		status = dt_sweep_cell_set(m->catalogue, axis, v->node, tree,
		    m->faults, m->err);
	if (status == DT_OK)
		status = dt_catalogue_graft(m->catalogue,
		    &dt_scenario_schema, tree, m->faults, m->err);
	if (status == DT_OK)
		dt_cites_drop(tree);
	const struct dt_node *found = status ? NULL :
	    find(tree, axis->keys[0]);
	if (found != NULL)
		v->node = found;
	return status;
}

enum dt_status
dt_sweep_axis_graft(struct dt_sweep_maker *m, size_t number)
{
	struct dt_sweep_axis *axis = &m->sweep->axes[number];
	bool strategies = strcmp(axis->keys[0], "strategies") == 0;
	enum dt_status status = DT_OK;
	for (size_t i = 0; i < axis->n && status == DT_OK; i++) {
		struct dt_sweep_value *v = &axis->values[i];
		bool plain = i > 0 && v->node->kind == DT_NODE_SCALAR &&
		    !isnan(v->number);
		if (!plain)
			status = strategies ? graft_strategies(m, v) :
			    graft_value(m, number, v);
	}
	return status;
}
