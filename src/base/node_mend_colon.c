/* node_mend_colon: keys and values whose colon is missing or one too many; see
 * node_mend.h. */
#include "base/node_mend.h"

#include <string.h>

enum { SHOWN = 40 };

static size_t
indent_of(const struct dt_node_copy *copy, size_t line)
{
	return dt_node_copy_indent(&copy->lines[line]);
}

size_t
dt_node_mend_colon(struct dt_faults *faults, struct dt_place key,
    const char *content, size_t *value)
{
	size_t n = strcspn(content, " :=\n");
	if (n == 0 || strchr("\"'[]{}#&*!|>%@`-,", content[0]) != NULL)
		return 0;
	size_t at = n + strspn(content + n, " ");
	bool equals = content[at] == '=';
	bool colon = content[n] == ':';
	*value = equals ? at + 1 : colon ? n + 1 : n;
	*value += strspn(content + *value, " ");
	const char *rest = content + *value;
	size_t length = strcspn(rest, "\n");
	length = dt_text_offset(rest, length, SHOWN);
	const char *help = dt_arena_print(faults->arena, "write '%.*s:%s%.*s'",
	    (int)dt_text_offset(content, n, SHOWN), content,
	    length > 0 ? " " : "", (int)length, rest);
	for (size_t i = 0; i < n; i += dt_text_offset(content + i, n - i, 1))
		key.column++;
	key.length = 1;
	dt_faults_add(faults, key, help, "%s '%.*s'", equals ?
	    "'=' where ':' belongs, after" : colon ?
	    "missing space after the ':' of" : "missing ':' after",
	    (int)dt_text_offset(content, n, SHOWN), content);
	return n;
}

static bool
insert_colon(struct dt_node_copy *copy, size_t line, size_t column)
{
	const struct dt_node_line *at = &copy->lines[line];
	size_t offset = dt_node_copy_offset(copy, line, column);
	const char *content = dt_arena_copy_n(copy->arena,
	    at->bytes + offset, at->size - offset);
	if (content == NULL) {
		copy->failed = true;
		return true;
	}
	size_t value;
	size_t n = dt_node_mend_colon(copy->faults,
	    dt_node_copy_point(copy, line, column), content, &value);
	if (n == 0)
		return false;
	bool more = content[value] != '\0';
	dt_node_copy_splice(copy, line, offset + n, value - n, ": ",
	    more ? 2 : 1);
	return true;
}

/* Only blanks and the dashes of list items stand before the column. */
static bool
begins_line(const struct dt_node_copy *copy, size_t line, size_t column)
{
	size_t offset = dt_node_copy_offset(copy, line, column);
	for (size_t i = 0; i < offset; i++)
		if (strchr(" -", copy->lines[line].bytes[i]) == NULL)
			return false;
	return true;
}

bool
dt_node_mend_key_line(struct dt_node_copy *copy,
    const struct dt_node_stop *stop)
{
	size_t line = stop->context_line, column = stop->context_column;
	if (insert_colon(copy, line, column))
		return true;
	if (stop->scalar && stop->quoted && stop->scalar_end > line)
		return dt_node_mend_quote(copy, stop->scalar_line,
		    stop->scalar_column);
	dt_faults_add(copy->faults, dt_node_copy_point(copy, line, column), NULL,
	    "a line of a map needs a key and ':'");
	return dt_node_mend_drop(copy, line);
}

/* One word and a colon begin the line. */
static bool
begins_with_key(const struct dt_node_copy *copy, size_t line)
{
	const struct dt_node_line *at = &copy->lines[line];
	size_t i = indent_of(copy, line);
	while (i < at->size && strchr(" :", at->bytes[i]) == NULL)
		i++;
	return i < at->size && at->bytes[i] == ':';
}

/* A value that goes on over lines, and then there is a colon. */
static bool
mend_long_value(struct dt_node_copy *copy, const struct dt_node_stop *stop)
{
	size_t first = stop->scalar_line;
	if (begins_line(copy, first, stop->scalar_column) &&
	    insert_colon(copy, first, stop->scalar_column))
		return true;
	size_t line = first + 1;
	while (line < stop->line && dt_node_copy_idle(&copy->lines[line]))
		line++;
	struct dt_place place = dt_node_copy_point(copy, stop->line,
	    indent_of(copy, stop->line));
	if (begins_with_key(copy, stop->line)) {
		dt_faults_add(copy->faults, place, dt_arena_print(copy->arena,
		    "indent it like line %zu", first + 1),
		    "a key inside the value of line %zu", first + 1);
		dt_node_copy_move(copy, line, indent_of(copy, first));
		return true;
	}
	dt_faults_add(copy->faults, dt_node_copy_point(copy, stop->line, stop->column),
	    "put the text in quotes", "':' in a text without quotes");
	dt_node_copy_tear(copy, first, stop->scalar_column);
	while (line <= stop->line)
		dt_node_copy_blank(copy, line++);
	return true;
}

bool
dt_node_mend_value_line(struct dt_node_copy *copy,
    const struct dt_node_stop *stop)
{
	if (stop->line >= copy->n)
		return false;
	bool same = stop->scalar && stop->scalar_end == stop->line;
	if (same && stop->scalar_line < stop->line && stop->quoted)
		return dt_node_mend_quote(copy, stop->scalar_line,
		    stop->scalar_column);
	if (same && stop->scalar_line < stop->line)
		return mend_long_value(copy, stop);
	dt_faults_add(copy->faults, dt_node_copy_point(copy, stop->line, stop->column),
	    "if ':' belongs to the text, put the text in quotes",
	    "a second ':' in one line");
	size_t column = same && !begins_line(copy, stop->line,
	    stop->scalar_column) ? stop->scalar_column : stop->column;
	dt_node_copy_tear(copy, stop->line, column);
	return true;
}
