/* node_mend: what libyaml's words mean, and which repair they ask for; see
 * node_mend.h. */
#include "base/node_mend.h"

#include <string.h>

static bool
mend_open_quote(struct dt_node_copy *copy, const struct dt_node_stop *stop)
{
	return dt_node_mend_quote(copy, stop->context_line, stop->context_column);
}

/* A hole from a column to the end of the value: up to what closes or parts
 * a flow, which costs no more than a little where it stands in plain text. */
static void
tear(struct dt_node_copy *copy, size_t line, size_t column)
{
	const struct dt_node_line *at = &copy->lines[line];
	size_t offset = dt_node_copy_offset(copy, line, column);
	size_t end = offset;
	while (end < at->size && strchr(",]}", at->bytes[end]) == NULL)
		end++;
	end += end == offset && end < at->size;
	dt_node_copy_hole(copy, line, offset, end);
}

static bool
mend_start(struct dt_node_copy *copy, const struct dt_node_stop *stop)
{
	if (stop->line >= copy->n)
		return false;
	const struct dt_node_line *line = &copy->lines[stop->line];
	size_t offset = dt_node_copy_offset(copy, stop->line, stop->column);
	if (offset == line->size)
		return false;
	if (line->bytes[offset] == '\t')
		return dt_node_mend_tab(copy, stop->line, offset);
	dt_faults_add(copy->faults,
	    dt_node_copy_point(copy, stop->line, stop->column),
	    "put the text in quotes", "'%c' cannot begin a text",
	    line->bytes[offset]);
	tear(copy, stop->line, stop->column);
	return true;
}

/* '*' or '&' with no name behind it. */
static bool
mend_anchor(struct dt_node_copy *copy, const struct dt_node_stop *stop)
{
	struct dt_node_stop sign = *stop;
	sign.line = stop->context_line;
	sign.column = stop->context_column;
	return mend_start(copy, &sign);
}

static bool
mend_dash(struct dt_node_copy *copy, const struct dt_node_stop *stop)
{
	dt_faults_add(copy->faults, dt_node_copy_point(copy, stop->line, stop->column),
	    "begin the item with '- '", "this is no item of the list above");
	return dt_node_mend_drop(copy, stop->line);
}

static bool
mend_item(struct dt_node_copy *copy, const struct dt_node_stop *stop)
{
	dt_faults_add(copy->faults, dt_node_copy_point(copy, stop->line, stop->column),
	    "begin a line with it, or write [a, b]",
	    "a list item cannot stand here");
	if (stop->line >= copy->n)
		return false;
	dt_node_copy_tear(copy, stop->line, stop->column);
	return true;
}

static bool
mend_escape(struct dt_node_copy *copy, const struct dt_node_stop *stop)
{
	const struct dt_node_line *line = &copy->lines[stop->line];
	size_t offset = stop->line < copy->n ?
	    dt_node_copy_offset(copy, stop->line, stop->column) : 0;
	while (offset > 0 && (offset >= line->size ||
	    line->bytes[offset] != '\\'))
		offset--;
	if (stop->line >= copy->n || offset >= line->size ||
	    line->bytes[offset] != '\\')
		return mend_open_quote(copy, stop);
	dt_faults_add(copy->faults, dt_node_copy_point(copy, stop->line, stop->column),
	    "write \\\\ for a backslash, or use single quotes",
	    "no such escape in double quotes");
	dt_node_copy_splice(copy, stop->line, offset, 1, "/", 1);
	return true;
}

static bool
mend_end(struct dt_node_copy *copy, const struct dt_node_stop *stop)
{
	if (!stop->ended)
		return dt_node_mend_key(copy, stop);
	dt_faults_add(copy->faults, dt_node_copy_point(copy, stop->line, stop->column),
	    "put it into a file of its own",
	    "the document has ended above, by '...'");
	copy->n = stop->line;
	copy->mended = true;
	return true;
}

/* What remains is rare: libyaml's words, and the line is dropped. */
static bool
mend_other(struct dt_node_copy *copy, const struct dt_node_stop *stop)
{
	dt_faults_add(copy->faults, dt_node_copy_point(copy, stop->line, stop->column),
	    NULL, "%s", stop->problem);
	return dt_node_mend_drop(copy, stop->line) ||
	    dt_node_mend_drop(copy, stop->context_line);
}

static const struct {
	const char *problem;    /* part of libyaml's words */
	bool (*mend)(struct dt_node_copy *, const struct dt_node_stop *);
} repairs[] = {
	{ "could not find expected ':'", dt_node_mend_key_line },
	{ "mapping values are not allowed", dt_node_mend_value_line },
	{ "cannot start any token", mend_start },
	{ "unexpected end of stream", mend_open_quote },
	{ "unexpected document indicator", mend_open_quote },
	{ "did not find expected ',' or", dt_node_mend_flow },
	{ "did not find expected key", dt_node_mend_key },
	{ "did not find expected <document start>", mend_end },
	{ "did not find expected '-'", mend_dash },
	{ "sequence entries are not allowed", mend_item },
	{ "escape character", mend_escape },
	{ "hexdecimal number", mend_escape },
	{ "alphabetic or numeric", mend_anchor },
};

/* A tab in the indentation misleads libyaml in many ways; it goes first. */
static bool
has_tab(const struct dt_node_copy *copy, size_t line)
{
	return line < copy->n && dt_node_copy_blanks(&copy->lines[line]) >
	    dt_node_copy_indent(&copy->lines[line]);
}

bool
dt_node_mend(struct dt_node_copy *copy, const struct dt_node_stop *stop)
{
	if (copy->failed)
		return false;
	if (has_tab(copy, stop->line))
		return dt_node_mend_tab(copy, stop->line, 0);
	if (has_tab(copy, stop->context_line))
		return dt_node_mend_tab(copy, stop->context_line, 0);
	for (size_t i = 0; i < sizeof(repairs) / sizeof(repairs[0]); i++)
		if (strstr(stop->problem, repairs[i].problem) != NULL)
			return repairs[i].mend(copy, stop);
	return mend_other(copy, stop);
}
