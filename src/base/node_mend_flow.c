/* node_mend_flow: [a, b] and {a: 1} that are not well formed; see
 * node_mend.h. */
#include "base/node_mend.h"

#include <string.h>

static size_t
indent_of(const struct dt_node_copy *copy, size_t line)
{
	return dt_node_copy_indent(&copy->lines[line]);
}

/* The lines from an open bracket up to where it was noticed. */
static void
tear_flow(struct dt_node_copy *copy, const struct dt_node_stop *stop)
{
	size_t line = stop->context_line;
	size_t indent = indent_of(copy, line);
	dt_node_copy_tear(copy, line, stop->context_column);
	while (++line < copy->n) {
		const struct dt_node_line *at = &copy->lines[line];
		size_t here = dt_node_copy_indent(at);
		bool closing = here < at->size &&
		    strchr("]}", at->bytes[here]) != NULL;
		if (!dt_node_copy_idle(at) && here <= indent && !closing)
			break;
		dt_node_copy_blank(copy, line);
	}
}

/* {miss: 0.1 slip: 0.2}: the last word of the scalar, "0.1 slip", is a key
 * that lacks a comma before it; the word may begin a new line. */
static bool
insert_comma(struct dt_node_copy *copy, const struct dt_node_stop *stop)
{
	if (!stop->scalar || stop->quoted || stop->line >= copy->n)
		return false;
	const struct dt_node_line *at = &copy->lines[stop->line];
	size_t end = dt_node_copy_offset(copy, stop->line, stop->column);
	size_t word = end, column = stop->column;
	for (; word > 0 && at->bytes[word - 1] != ' '; word--)
		column -= (at->bytes[word - 1] & 0xc0) != 0x80;
	if (end == at->size || at->bytes[end] != ':' || word == end ||
	    (stop->scalar_line == stop->line &&
	    column <= stop->scalar_column))
		return false;
	size_t line = stop->line, offset = word;
	while (offset > 0 && at->bytes[offset - 1] == ' ')
		offset--;
	while (offset == 0 && line-- > stop->scalar_line)
		offset = copy->lines[line].size;
	if (offset == 0)
		return false;
	dt_faults_add(copy->faults, dt_node_copy_place(copy, stop->line,
	    column, stop->column - column), "write ',' between two entries",
	    "missing ',' before '%.*s'", (int)(end - word), at->bytes + word);
	dt_node_copy_splice(copy, line, offset, 0, ",", 1);
	return true;
}

bool
dt_node_mend_flow(struct dt_node_copy *copy,
    const struct dt_node_stop *stop)
{
	size_t first = stop->context_line;
	size_t offset = dt_node_copy_offset(copy, first,
	    stop->context_column);
	char open = copy->lines[first].bytes[offset];
	bool never = stop->line >= copy->n || (stop->line > first &&
	    indent_of(copy, stop->line) <= indent_of(copy, first));
	if (!never && insert_comma(copy, stop))
		return true;
	if (never)
		dt_faults_add(copy->faults,
		    dt_node_copy_point(copy, first, stop->context_column),
		    open == '{' ? "close it with '}'" : "close it with ']'",
		    "this '%c' is never closed", open);
	else
		dt_faults_add(copy->faults,
		    dt_node_copy_point(copy, stop->line, stop->column), NULL,
		    "',' or '%c' belongs here", open == '{' ? '}' : ']');
	tear_flow(copy, stop);
	return true;
}
