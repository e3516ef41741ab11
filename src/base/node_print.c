/*
 * node_print: a tree as YAML; see node.h. A scalar that was plain is written
 * plain where that reads back the same, else in double quotes; one that was
 * quoted stays quoted, or becomes a literal block if it has lines.
 */
#include "base/node.h"

#include <stdint.h>
#include <string.h>

enum { WIDTH = 78, STEP = 2 };

static bool
is_printable(uint32_t code)
{
	return (code >= ' ' && code < 0x7f) || (code >= 0xa0 &&
	    code != 0x2028 && code != 0x2029 && code != 0xfeff &&
	    code != 0xfffe && code != 0xffff);
}

/* Printable UTF-8, LF too where lines are welcome. */
static bool
is_clean(const char *value, bool lines)
{
	size_t left = strlen(value);
	while (left > 0) {
		uint32_t code;
		size_t n = dt_text_character(value, left, &code);
		if (n == 0 || !(is_printable(code) || (lines && code == '\n')))
			return false;
		value += n;
		left -= n;
	}
	return true;
}

/* ':' before a blank parts key from value, '#' behind one begins a comment;
 * in flow style more characters part things, also right behind ':'. */
static bool
is_inner(const char *value, bool flow)
{
	for (const char *at = value; *at != '\0'; at++) {
		if (*at == ':' && (at[1] == '\0' || at[1] == ' '))
			return false;
		if (*at == ' ' && at[1] == '#')
			return false;
		if (flow && strchr(",[]{}", *at) != NULL)
			return false;
		if (flow && *at == ':' && strchr(",[]{}", at[1]) != NULL)
			return false;
	}
	return true;
}

static bool
is_plain(const char *value, bool flow)
{
	size_t n = strlen(value);
	if (n == 0 || value[0] == ' ' || value[n - 1] == ' ')
		return false;
	if (strchr("?:,[]{}#&*!|>'\"%@`", value[0]) != NULL)
		return false;
	if (value[0] == '-' && (n == 1 || strchr(" -,[]{}", value[1]) != NULL))
		return false;
	return strncmp(value, "...", 3) != 0 && is_inner(value, flow) &&
	    is_clean(value, false);
}

static void
add_escape(struct dt_text *text, uint32_t code)
{
	if (code == '\n')
		dt_text_add_n(text, "\\n", 2);
	else if (code == '\t')
		dt_text_add_n(text, "\\t", 2);
	else if (code == '"' || code == '\\')
		dt_text_add(text, "\\%c", (int)code);
	else if (code < 0x100)
		dt_text_add(text, "\\x%02x", (unsigned)code);
	else
		dt_text_add(text, "\\u%04x", (unsigned)code);
}

static void
add_quoted(struct dt_text *text, const char *value)
{
	size_t left = strlen(value);
	dt_text_add_n(text, "\"", 1);
	while (left > 0) {
		uint32_t code = 0;
		size_t n = dt_text_character(value, left, &code);
		if (n == 0)
			add_escape(text, 0xfffd);
		else if (is_printable(code) && code != '"' && code != '\\')
			dt_text_add_n(text, value, n);
		else
			add_escape(text, code);
		n += n == 0;
		value += n;
		left -= n;
	}
	dt_text_add_n(text, "\"", 1);
}

static void
add_scalar(struct dt_text *text, const struct dt_node *node, bool flow)
{
	if (!node->quoted && is_plain(node->text, flow))
		dt_text_add(text, "%s", node->text);
	else
		add_quoted(text, node->text);
}

/* A literal block must say nothing by blanks alone: those that begin a text
 * would be taken for its indentation, those that end it are easily lost. */
static bool
is_block(const struct dt_node *node)
{
	const char *value = node->text;
	size_t n = strlen(value);
	return node->quoted && strchr(value, '\n') != NULL && n > 1 &&
	    value[0] != ' ' && value[0] != '\n' && value[n - 1] != ' ' &&
	    !(value[n - 1] == '\n' && strchr(" \n", value[n - 2]) != NULL) &&
	    is_clean(value, true);
}

static void
add_block(struct dt_text *text, const char *value, size_t indent)
{
	size_t n = strlen(value), next;
	dt_text_add(text, value[n - 1] == '\n' ? "|\n" : "|-\n");
	for (; n > 0; value += next, n -= next) {
		size_t size = dt_text_line(value, n, &next);
		dt_text_pad_to(text, size > 0 ? indent : 0);
		dt_text_add_n(text, value, size);
		dt_text_add_n(text, "\n", 1);
	}
}

static void
add_key(struct dt_text *text, const struct dt_node *key, bool flow)
{
	add_scalar(text, key, flow);
	dt_text_add_n(text, ":", 1);
}

static bool
is_empty(const struct dt_node *node)
{
	return node->kind == DT_NODE_SCALAR && !node->quoted &&
	    node->text[0] == '\0';
}

/* Writes on one line. False: a piece needs more, what was written is junk. */
static bool
add_flow(struct dt_text *text, const struct dt_node *node, size_t limit)
{
	if (is_empty(node) || is_block(node) || text->size > limit)
		return false;
	if (node->kind == DT_NODE_SCALAR) {
		add_scalar(text, node, true);
		return text->size <= limit;
	}
	bool map = node->kind == DT_NODE_MAP;
	dt_text_add_n(text, map ? "{" : "[", 1);
	for (size_t i = 0; i < node->n; i++) {
		if (i > 0)
			dt_text_add_n(text, ", ", 2);
		if (map) {
			add_key(text, node->keys[i], true);
			dt_text_add_n(text, " ", 1);
		}
		if (!add_flow(text, node->items[i], limit))
			return false;
	}
	dt_text_add_n(text, map ? "}" : "]", 1);
	return text->size <= limit;
}

/* Tries one line, up to WIDTH bytes; leaves no trace if that fails. */
static bool
fits_line(struct dt_text *text, const struct dt_node *node)
{
	size_t before = text->size, start = before;
	while (start > 0 && text->bytes[start - 1] != '\n')
		start--;
	if (add_flow(text, node, start + WIDTH))
		return true;
	if (!text->failed)
		text->bytes[text->size = before] = '\0';
	return false;
}

static bool
only_scalars(const struct dt_node *node)
{
	for (size_t i = 0; i < node->n; i++)
		if (node->items[i]->kind != DT_NODE_SCALAR)
			return false;
	return true;
}

static void add_list(struct dt_text *, const struct dt_node *, size_t);
static void add_map(struct dt_text *, const struct dt_node *, size_t);

/* Behind "key:" or "-": what follows it on the line, or on those below. */
static void
add_value(struct dt_text *text, const struct dt_node *node, size_t indent,
    bool flow)
{
	if (is_empty(node)) {
		dt_text_add_n(text, "\n", 1);
		return;
	}
	size_t before = text->size;
	dt_text_add_n(text, " ", 1);
	if (node->kind == DT_NODE_SCALAR) {
		if (is_block(node)) {
			add_block(text, node->text, indent);
			return;
		}
		add_scalar(text, node, false);
	} else if (node->n == 0) {
		dt_text_add(text, node->kind == DT_NODE_MAP ? "{}" : "[]");
	} else if (!flow || !fits_line(text, node)) {
		if (!text->failed)
			text->size = before;
		dt_text_add_n(text, "\n", 1);
		if (node->kind == DT_NODE_MAP)
			add_map(text, node, indent);
		else
			add_list(text, node, indent);
		return;
	}
	dt_text_add_n(text, "\n", 1);
}

/* An item that is a block map begins on the line of its dash. */
static void
add_list(struct dt_text *text, const struct dt_node *list, size_t indent)
{
	for (size_t i = 0; i < list->n && !text->failed; i++) {
		const struct dt_node *item = list->items[i];
		dt_text_pad_to(text, indent);
		size_t before = text->size;
		dt_text_add_n(text, "-", 1);
		if (item->kind != DT_NODE_MAP || item->n == 0) {
			add_value(text, item, indent + STEP, true);
			continue;
		}
		dt_text_add_n(text, " ", 1);
		if (fits_line(text, item)) {
			dt_text_add_n(text, "\n", 1);
			continue;
		}
		if (!text->failed)
			text->size = before - indent;
		size_t start = text->size;
		add_map(text, item, indent + STEP);
		if (!text->failed)
			text->bytes[start + indent] = '-';
	}
}

static void
add_map(struct dt_text *text, const struct dt_node *map, size_t indent)
{
	for (size_t i = 0; i < map->n && !text->failed; i++) {
		const struct dt_node *value = map->items[i];
		dt_text_pad_to(text, indent);
		add_key(text, map->keys[i], false);
		add_value(text, value, indent + STEP,
		    value->kind == DT_NODE_LIST && only_scalars(value));
	}
}

void
dt_node_print(const struct dt_node *node, size_t indent,
    struct dt_text *text)
{
	if (node->kind == DT_NODE_MAP && node->n > 0) {
		add_map(text, node, indent);
	} else if (node->kind == DT_NODE_LIST && node->n > 0) {
		add_list(text, node, indent);
	} else {
		dt_text_pad_to(text, indent);
		if (node->kind != DT_NODE_SCALAR)
			dt_text_add(text, node->kind == DT_NODE_MAP ? "{}\n" :
			    "[]\n");
		else if (is_block(node))
			add_block(text, node->text, indent + STEP);
		else {
			add_scalar(text, node, false);
			dt_text_add_n(text, "\n", 1);
		}
	}
}
