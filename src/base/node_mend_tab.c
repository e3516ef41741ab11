/* node_mend_tab: tabs where YAML wants spaces; see node_mend.h. */
#include "base/node_mend.h"

#include <stdint.h>
#include <string.h>

static bool
has_tab(const struct dt_node_line *line)
{
	return dt_node_copy_blanks(line) > dt_node_copy_indent(line);
}

/* Column at which a line's text begins if a tab goes to the next multiple of
 * `wide`. */
static size_t
expand(const struct dt_node_line *line, size_t wide)
{
	size_t column = 0;
	for (size_t i = 0; i < dt_node_copy_blanks(line); i++)
		column = line->bytes[i] == ' ' ? column + 1 :
		    (column / wide + 1) * wide;
	return column;
}

/* The nearest line above or below that says something; n if none. */
static size_t
find_above(const struct dt_node_copy *copy, size_t line)
{
	while (line-- > 0)
		if (!dt_node_copy_idle(&copy->lines[line]))
			return line;
	return copy->n;
}

static size_t
find_below(const struct dt_node_copy *copy, size_t line)
{
	while (line < copy->n && dt_node_copy_idle(&copy->lines[line]))
		line++;
	return line;
}

static bool
opens(const struct dt_node_line *line)
{
	size_t n = line->size;
	while (n > 0 && line->bytes[n - 1] == ' ')
		n--;
	return n > 0 && line->bytes[n - 1] == ':';
}

/* Is some line above, in whose block this line stands, indented like that? */
static bool
is_open(const struct dt_node_copy *copy, size_t line, size_t indent)
{
	size_t lowest = SIZE_MAX;
	while ((line = find_above(copy, line)) != copy->n) {
		size_t here = dt_node_copy_indent(&copy->lines[line]);
		if (here < lowest)
			lowest = here;
		if (lowest <= indent)
			return lowest == indent;
	}
	return false;
}

/* Would lines [line, end) stand well among their neighbours? */
static bool
fits(const struct dt_node_copy *copy, size_t line, size_t end, size_t wide)
{
	size_t indent = expand(&copy->lines[line], wide);
	size_t above = find_above(copy, line);
	size_t below = find_below(copy, end);
	if (above == copy->n || !opens(&copy->lines[above]))
		return is_open(copy, line, indent);
	size_t parent = dt_node_copy_indent(&copy->lines[above]);
	size_t next = below < copy->n ?
	    dt_node_copy_indent(&copy->lines[below]) : 0;
	return indent > parent && (next <= parent || next == indent);
}

/* By how much the file indents: its first step, 2 if it has none. */
static size_t
find_unit(const struct dt_node_copy *copy)
{
	size_t last = 0;
	for (size_t i = 0; i < copy->n; i++) {
		const struct dt_node_line *line = &copy->lines[i];
		if (dt_node_copy_idle(line) || has_tab(line))
			continue;
		size_t indent = dt_node_copy_indent(line);
		if (indent > last)
			return indent - last;
		last = indent;
	}
	return 2;
}

static size_t
choose_width(const struct dt_node_copy *copy, size_t line, size_t end)
{
	size_t widths[] = { find_unit(copy), 8, 4, 2, 1 };
	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++)
		if (fits(copy, line, end, widths[i]))
			return widths[i];
	return widths[0];
}

static size_t
count_tabs(const struct dt_node_line *line, size_t offset)
{
	size_t n = 0;
	while (offset + n < line->size && line->bytes[offset + n] == '\t')
		n++;
	return n;
}

static void
blame(struct dt_node_copy *copy, size_t line, size_t offset, size_t last)
{
	const struct dt_node_line *at = &copy->lines[line];
	struct dt_place place = dt_node_copy_place(copy, line,
	    dt_node_copy_column(copy, line, offset), count_tabs(at, offset));
	bool leading = offset < dt_node_copy_blanks(at);
	const char *help = "use spaces";
	if (last > line)
		help = dt_arena_print(copy->arena,
		    "indent with spaces, here and down to line %zu", last + 1);
	else if (leading)
		help = "indent with spaces";
	dt_faults_add(copy->faults, place, help, leading ?
	    "a tab in the indentation" : "a tab between words");
}

/* One fault speaks for a run of lines: who indents with tabs does so often. */
bool
dt_node_mend_tab(struct dt_node_copy *copy, size_t line, size_t offset)
{
	struct dt_node_line *lines = copy->lines;
	if (!has_tab(&lines[line])) {
		blame(copy, line, offset, line);
		size_t n = count_tabs(&lines[line], offset);
		dt_node_copy_space(copy, line, offset, n, n);
		return true;
	}
	for (size_t above = line; (above = find_above(copy, above)) !=
	    copy->n && has_tab(&lines[above]);)
		line = above;
	size_t end = line + 1, last = line;
	for (; end < copy->n; end++) {
		if (has_tab(&lines[end]))
			last = end;
		else if (!dt_node_copy_idle(&lines[end]))
			break;
	}
	end = last + 1;
	blame(copy, line, dt_node_copy_indent(&lines[line]), last);
	size_t wide = choose_width(copy, line, end);
	for (size_t i = line; i < end && !copy->failed; i++)
		if (has_tab(&lines[i]))
			dt_node_copy_space(copy, i, 0, dt_node_copy_blanks(&lines[i]),
			    expand(&lines[i], wide));
	return true;
}
