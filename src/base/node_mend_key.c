/* node_mend_key: something else where a key belongs, often a line with a wrong
 * indentation; see node_mend.h. */
#include "base/node_mend.h"

#include <stdint.h>
#include <string.h>

static size_t
indent_of(const struct dt_node_copy *copy, size_t line)
{
	return dt_node_copy_indent(&copy->lines[line]);
}

/* The indent, deeper than that of a line, of the block it stands below. */
static size_t
find_sibling(const struct dt_node_copy *copy, size_t line)
{
	size_t indent = indent_of(copy, line);
	size_t sibling = SIZE_MAX, lowest = SIZE_MAX;
	while (line-- > 0) {
		if (dt_node_copy_idle(&copy->lines[line]))
			continue;
		size_t here = indent_of(copy, line);
		if (here <= indent)
			break;
		if (here < lowest) {
			lowest = here;
			sibling = line;
		}
	}
	return sibling;
}

static bool
mend_indent(struct dt_node_copy *copy, const struct dt_node_stop *stop)
{
	size_t sibling = find_sibling(copy, stop->line);
	struct dt_place place = dt_node_copy_point(copy, stop->line, stop->column);
	const struct dt_node_line *line = &copy->lines[stop->line];
	char first = line->bytes[dt_node_copy_indent(line)];
	if (first == '-') {
		dt_faults_add(copy->faults, place, NULL,
		    "a list item where a key belongs");
		return dt_node_mend_drop(copy, stop->line);
	}
	if (first == ':') {
		dt_faults_add(copy->faults, place, NULL,
		    "no key before the ':'");
		return dt_node_mend_drop(copy, stop->line);
	}
	if (sibling == SIZE_MAX) {
		dt_faults_add(copy->faults, place, NULL,
		    "this line does not belong to what is above it");
		return dt_node_mend_drop(copy, stop->line);
	}
	dt_faults_add(copy->faults, place, dt_arena_print(copy->arena,
	    "indent it like line %zu", sibling + 1),
	    "no line above is indented like this one");
	dt_node_copy_move(copy, stop->line, indent_of(copy, sibling));
	return true;
}

/* A key was expected, and something else stands there. */
bool
dt_node_mend_key(struct dt_node_copy *copy,
    const struct dt_node_stop *stop)
{
	if (stop->line >= copy->n || dt_node_copy_idle(&copy->lines[stop->line]))
		return false;
	bool behind = stop->scalar && stop->quoted &&
	    stop->scalar_end == stop->line;
	if (behind && stop->scalar_line < stop->line &&
	    indent_of(copy, stop->line) < stop->column)
		return dt_node_mend_quote(copy, stop->scalar_line,
		    stop->scalar_column);
	if (indent_of(copy, stop->line) == stop->column)
		return mend_indent(copy, stop);
	dt_faults_add(copy->faults, dt_node_copy_point(copy, stop->line, stop->column),
	    behind ? "double a quote that belongs to the text" : NULL,
	    behind ? "text behind the closing quote" :
	    "this does not belong here");
	if (behind)
		dt_node_copy_tear(copy, stop->line, stop->scalar_column);
	else
		dt_node_copy_splice(copy, stop->line, dt_node_copy_offset(copy,
		    stop->line, stop->column), copy->lines[stop->line].size -
		    dt_node_copy_offset(copy, stop->line, stop->column),
		    "", 0);
	return true;
}
