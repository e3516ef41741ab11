/* node_compose: see node_compose.h. */
#include "base/node_compose.h"

#include "base/memory.h"

#include <string.h>
#include <yaml.h>

struct composer {
	yaml_parser_t parser;
	yaml_event_t event;
	size_t line;            /* where the event before ended */
	struct dt_node_copy *copy;
	bool failed;
};

/* The pairs or items of one map or list while it grows. */
struct pile {
	struct dt_node **keys, **items;
	size_t n, room;
};

static struct dt_node *compose(struct composer *c);

static void
step(struct composer *c)
{
	c->line = c->event.end_mark.line;
	yaml_event_delete(&c->event);
	if (!c->failed && !yaml_parser_parse(&c->parser, &c->event))
		c->failed = true;
}

static bool
grow(struct composer *c, struct pile *pile)
{
	if (pile->n < pile->room)
		return true;
	size_t room = pile->room ? 2 * pile->room : 8;
	size_t size = sizeof(struct dt_node *);
	void *keys = dt_memory_resize(pile->keys, room, size);
	if (keys != NULL)
		pile->keys = keys;
	void *items = dt_memory_resize(pile->items, room, size);
	if (items != NULL)
		pile->items = items;
	c->failed = c->failed || keys == NULL || items == NULL;
	if (!c->failed)
		pile->room = room;
	return !c->failed;
}

static struct dt_node **
keep(struct composer *c, struct dt_node **nodes, size_t n)
{
	struct dt_node **kept = dt_arena_new(c->copy->arena, n,
	    sizeof(struct dt_node *));
	if (kept == NULL)
		c->failed = true;
	else if (n > 0)
		memcpy(kept, nodes, n * sizeof(struct dt_node *));
	return kept;
}

/* Moves the pile into the node. */
static void
settle(struct composer *c, struct pile *pile, struct dt_node *node)
{
	node->n = pile->n;
	node->items = keep(c, pile->items, pile->n);
	if (node->kind == DT_NODE_MAP)
		node->keys = keep(c, pile->keys, pile->n);
	if (c->failed)
		node->n = 0;
	dt_memory_free(pile->keys);
	dt_memory_free(pile->items);
}

static struct dt_place
place_event(const struct composer *c)
{
	yaml_mark_t start = c->event.start_mark, end = c->event.end_mark;
	size_t length = end.line == start.line ? end.column - start.column : 1;
	return dt_node_copy_place(c->copy, start.line, start.column, length);
}

static struct dt_node *
make(struct composer *c, enum dt_node_kind kind)
{
	struct dt_node *node = dt_arena_new(c->copy->arena, 1, sizeof(*node));
	if (node == NULL) {
		c->failed = true;
		return NULL;
	}
	node->kind = kind;
	node->at = place_event(c);
	node->text = "";
	return node;
}

static void
refuse_tag(struct composer *c, const void *anchor, const void *tag,
    struct dt_place at)
{
	if (anchor != NULL)
		dt_faults_add(c->copy->faults, at, "quote a text that begins "
		    "with '&'", "anchors are not used here");
	if (tag != NULL)
		dt_faults_add(c->copy->faults, at, "quote a text that begins "
		    "with '!'", "tags are not used here");
}

static void
fill_scalar(struct composer *c, struct dt_node *node)
{
	const char *value = (const char *)c->event.data.scalar.value;
	size_t n = c->event.data.scalar.length;
	node->quoted = c->event.data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	node->torn = strncmp(value, DT_NODE_COPY_HOLE,
	    strlen(DT_NODE_COPY_HOLE)) == 0 && c->copy->mended;
	if (strlen(value) != n) {
		dt_faults_add(c->copy->faults, node->at, NULL,
		    "a text cannot hold the character NUL");
		node->torn = true;
	}
	refuse_tag(c, c->event.data.scalar.anchor, c->event.data.scalar.tag,
	    node->at);
	node->torn = node->torn || c->event.data.scalar.anchor != NULL ||
	    c->event.data.scalar.tag != NULL;
	node->text = dt_arena_copy(c->copy->arena, value);
	c->failed = c->failed || node->text == NULL;
}

static struct dt_node *
compose_scalar(struct composer *c)
{
	struct dt_node *node = make(c, DT_NODE_SCALAR);
	if (node == NULL)
		return NULL;
	if (c->event.type == YAML_SCALAR_EVENT) {
		fill_scalar(c, node);
	} else {
		dt_faults_add(c->copy->faults, node->at, "quote a text that "
		    "begins with '*'", "aliases are not used here");
		node->torn = true;
	}
	step(c);
	return c->failed ? NULL : node;
}

static struct dt_node *
compose_list(struct composer *c)
{
	struct dt_node *node = make(c, DT_NODE_LIST);
	struct pile pile = { 0 };
	if (node == NULL)
		return NULL;
	bool block = c->event.data.sequence_start.style !=
	    YAML_FLOW_SEQUENCE_STYLE;
	size_t column = c->event.start_mark.column, above = c->line;
	refuse_tag(c, c->event.data.sequence_start.anchor,
	    c->event.data.sequence_start.tag, node->at);
	step(c);
	while (!c->failed && c->event.type != YAML_SEQUENCE_END_EVENT) {
		struct dt_node *item = compose(c);
		if (item != NULL && grow(c, &pile))
			pile.items[pile.n++] = item;
	}
	if (block && !c->failed)
		node->torn = dt_node_copy_claim(c->copy, above,
		    c->event.end_mark.line, column);
	settle(c, &pile, node);
	step(c);
	return c->failed ? NULL : node;
}

static bool
compose_pair(struct composer *c, struct pile *pile, bool flow)
{
	struct dt_node *key = compose(c);
	struct dt_node *value = c->failed ? NULL : compose(c);
	if (value == NULL)
		return false;
	if (!dt_node_pair_check(c->copy, key) || !grow(c, pile))
		return false;
	if (flow && value->kind == DT_NODE_SCALAR)
		dt_node_pair_split(c->copy, key, value);
	pile->keys[pile->n] = key;
	pile->items[pile->n++] = value;
	return true;
}

/* Whose lines were dropped below "key:" has a value that cannot be known. */
static void
tear_empty(struct composer *c, struct pile *pile, size_t end, size_t column)
{
	for (size_t i = 0; i < pile->n && c->copy->mended; i++) {
		struct dt_node *value = pile->items[i];
		if (value->kind != DT_NODE_SCALAR || value->quoted ||
		    value->text[0] != '\0')
			continue;
		size_t next = i + 1 < pile->n ?
		    pile->keys[i + 1]->at.line - 1 : end;
		if (dt_node_copy_claim(c->copy, value->at.line, next,
		    column + 1))
			value->torn = true;
	}
}

static struct dt_node *
compose_map(struct composer *c)
{
	struct dt_node *node = make(c, DT_NODE_MAP);
	struct pile pile = { 0 };
	if (node == NULL)
		return NULL;
	bool flow = c->event.data.mapping_start.style ==
	    YAML_FLOW_MAPPING_STYLE;
	size_t column = c->event.start_mark.column, above = c->line;
	refuse_tag(c, c->event.data.mapping_start.anchor,
	    c->event.data.mapping_start.tag, node->at);
	step(c);
	while (!c->failed && c->event.type != YAML_MAPPING_END_EVENT)
		if (!compose_pair(c, &pile, flow))
			node->torn = true;
	size_t end = c->event.end_mark.line;
	if (!flow && !c->failed && !c->copy->placeless) {
		tear_empty(c, &pile, end, column);
		if (dt_node_copy_claim(c->copy, above, end, column))
			node->torn = true;
	}
	if (!c->failed)
		dt_node_pair_unique(c->copy, pile.keys, pile.items, &pile.n);
	c->failed = c->failed || c->copy->failed;
	settle(c, &pile, node);
	step(c);
	return c->failed ? NULL : node;
}

static struct dt_node *
compose(struct composer *c)
{
	if (c->failed)
		return NULL;
	if (c->event.type == YAML_SEQUENCE_START_EVENT)
		return compose_list(c);
	if (c->event.type == YAML_MAPPING_START_EVENT)
		return compose_map(c);
	return compose_scalar(c);
}

bool
dt_node_compose(struct dt_node_copy *copy, const struct dt_text *text,
    struct dt_node **root)
{
	struct composer c = { .copy = copy };
	if (!yaml_parser_initialize(&c.parser))
		return false;
	yaml_parser_set_encoding(&c.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&c.parser,
	    (const unsigned char *)dt_text_string(text), text->size);
	step(&c);
	step(&c);
	if (!c.failed && c.event.type == YAML_DOCUMENT_START_EVENT) {
		step(&c);
		*root = compose(&c);
	} else if (!c.failed && !copy->mended) {
		dt_faults_add(copy->faults,
		    (struct dt_place){ .source = copy->source }, NULL,
		    "nothing in it");
	}
	yaml_event_delete(&c.event);
	yaml_parser_delete(&c.parser);
	return !c.failed;
}
