/* node_copy: see node_copy.h. */
#include "base/node_copy.h"

#include <stdint.h>
#include <string.h>

static size_t
count_characters(const char *bytes, size_t n)
{
	size_t count = 0;
	for (size_t at = 0; at < n; count++)
		at += dt_text_offset(bytes + at, n - at, 1);
	return count;
}

/* What is put in has the column of what it stands before. */
static void
splice_columns(struct dt_node_copy *copy, struct dt_node_line *line,
    size_t first, size_t removed, size_t n)
{
	size_t size = count_characters(line->bytes, line->size);
	size_t *from = dt_arena_new(copy->arena, size - removed + n + 1,
	    sizeof(*from));
	if (from == NULL) {
		copy->failed = true;
		return;
	}
	for (size_t i = 0; i <= size; i++) {
		size_t was = line->from ? line->from[i] : i;
		for (size_t j = 0; j < n && i == first; j++)
			from[first + j] = was;
		if (i < first)
			from[i] = was;
		else if (i >= first + removed)
			from[i - removed + n] = was;
	}
	line->from = from;
	line->width = size - removed + n;
}

void
dt_node_copy_splice(struct dt_node_copy *copy, size_t number, size_t offset,
    size_t removed, const char *bytes, size_t n)
{
	struct dt_node_line *line = &copy->lines[number];
	size_t tail = line->size - offset - removed;
	char *made = dt_arena_new(copy->arena, offset + n + tail + 1, 1);
	if (made == NULL) {
		copy->failed = true;
		return;
	}
	memcpy(made, line->bytes, offset);
	memcpy(made + offset, bytes, n);
	memcpy(made + offset + n, line->bytes + offset + removed, tail);
	splice_columns(copy, line, count_characters(line->bytes, offset),
	    count_characters(line->bytes + offset, removed),
	    count_characters(bytes, n));
	line->bytes = made;
	line->size = offset + n + tail;
	copy->mended = true;
}

void
dt_node_copy_hole(struct dt_node_copy *copy, size_t number, size_t offset,
    size_t end)
{
	struct dt_text holes = { 0 };
	const struct dt_node_line *line = &copy->lines[number];
	for (size_t at = offset; at < end;) {
		dt_text_add(&holes, DT_NODE_COPY_HOLE);
		at += dt_text_offset(line->bytes + at, end - at, 1);
	}
	if (holes.failed)
		copy->failed = true;
	else if (offset < end)
		dt_node_copy_splice(copy, number, offset, end - offset,
		    holes.bytes, holes.size);
	dt_text_free(&holes);
}

void
dt_node_copy_tear(struct dt_node_copy *copy, size_t line, size_t column)
{
	dt_node_copy_hole(copy, line, dt_node_copy_offset(copy, line, column),
	    copy->lines[line].size);
}

void
dt_node_copy_space(struct dt_node_copy *copy, size_t line, size_t offset,
    size_t removed, size_t n)
{
	char *spaces = dt_arena_new(copy->arena, n + 1, 1);
	if (spaces == NULL) {
		copy->failed = true;
		return;
	}
	memset(spaces, ' ', n);
	dt_node_copy_splice(copy, line, offset, removed, spaces, n);
}

static size_t
count_blanks(const struct dt_node_line *line, bool tabs)
{
	size_t n = 0;
	while (n < line->size && (line->bytes[n] == ' ' ||
	    (tabs && line->bytes[n] == '\t')))
		n++;
	return n;
}

size_t
dt_node_copy_indent(const struct dt_node_line *line)
{
	return count_blanks(line, false);
}

size_t
dt_node_copy_blanks(const struct dt_node_line *line)
{
	return count_blanks(line, true);
}

bool
dt_node_copy_idle(const struct dt_node_line *line)
{
	size_t n = dt_node_copy_blanks(line);
	return n == line->size || line->bytes[n] == '#';
}

/* Each line below that stands in the block of this one; n ends them. */
static size_t
next_deeper(const struct dt_node_copy *copy, size_t line, size_t indent)
{
	while (++line < copy->n && dt_node_copy_idle(&copy->lines[line]))
		;
	return line < copy->n &&
	    dt_node_copy_indent(&copy->lines[line]) >= indent ?
	    line : copy->n;
}

void
dt_node_copy_move(struct dt_node_copy *copy, size_t line, size_t indent)
{
	size_t was = dt_node_copy_indent(&copy->lines[line]);
	while (line < copy->n && !copy->failed) {
		dt_node_copy_space(copy, line, 0, was, indent);
		line = next_deeper(copy, line, was);
	}
}

void
dt_node_copy_blank(struct dt_node_copy *copy, size_t line)
{
	copy->lines[line].size = 0;
	copy->lines[line].from = NULL;
	copy->mended = true;
}

void
dt_node_copy_drop(struct dt_node_copy *copy, size_t line)
{
	size_t indent = dt_node_copy_indent(&copy->lines[line]);
	copy->lines[line].lost = indent + 1;
	while (line < copy->n) {
		dt_node_copy_blank(copy, line);
		line = next_deeper(copy, line, indent + 1);
	}
}

bool
dt_node_copy_claim(struct dt_node_copy *copy, size_t start, size_t end,
    size_t column)
{
	bool found = false;
	for (; copy->mended && start < end && start < copy->n; start++) {
		if (copy->lines[start].lost <= column)
			continue;
		copy->lines[start].lost = 0;
		found = true;
	}
	return found;
}

void
dt_node_copy_join(const struct dt_node_copy *copy, struct dt_text *text)
{
	for (size_t i = 0; i < copy->n; i++) {
		dt_text_add_n(text, copy->lines[i].bytes, copy->lines[i].size);
		dt_text_add_n(text, "\n", 1);
	}
}

size_t
dt_node_copy_offset(const struct dt_node_copy *copy, size_t line,
    size_t column)
{
	return dt_text_offset(copy->lines[line].bytes,
	    copy->lines[line].size, column);
}

size_t
dt_node_copy_column(const struct dt_node_copy *copy, size_t line,
    size_t offset)
{
	return count_characters(copy->lines[line].bytes, offset);
}

/* A column is looked up and not counted out, since a line may hold the whole
 * of a file, and each of its pieces asks. */
struct dt_place
dt_node_copy_place(const struct dt_node_copy *copy, size_t number,
    size_t column, size_t length)
{
	if (copy->placeless || copy->n == 0)
		return (struct dt_place){ 0 };
	bool beyond = number >= copy->n;
	number = beyond ? copy->n - 1 : number;
	const struct dt_node_line *line = &copy->lines[number];
	if (beyond || column > line->size)
		column = count_characters(line->bytes, line->size);
	if (line->from != NULL)
		column = line->from[column < line->width ? column :
		    line->width];
	return (struct dt_place){
		.source = copy->source,
		.line = number + 1,
		.column = column + 1,
		.length = length > 0 ? length : 1,
	};
}

struct dt_place
dt_node_copy_point(const struct dt_node_copy *copy, size_t line,
    size_t column)
{
	return dt_node_copy_place(copy, line, column, 1);
}
