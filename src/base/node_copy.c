/* node_copy: see node_copy.h. */
#include "base/node_copy.h"

#include <stdint.h>
#include <string.h>

/* What is put in has the column of what it stands before. */
static void
splice_columns(struct dt_node_copy *copy, struct dt_node_line *line,
    size_t offset, size_t removed, size_t n)
{
	size_t size = line->size - removed + n;
	size_t *from = dt_arena_new(copy->arena, size + 1, sizeof(*from));
	if (from == NULL) {
		copy->failed = true;
		return;
	}
	size_t column = 0, end = 0;
	for (size_t i = 0; i <= line->size; i++) {
		if (i == end && i < line->size)
			end += dt_text_offset(line->bytes + i,
			    line->size - i, 1);
		size_t was = line->from ? line->from[i] : column;
		column += i + 1 == end;
		for (size_t j = 0; j < n && i == offset; j++)
			from[offset + j] = was;
		if (i < offset)
			from[i] = was;
		else if (i >= offset + removed)
			from[i - removed + n] = was;
	}
	line->from = from;
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
	splice_columns(copy, line, offset, removed, n);
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

/* What YAML takes for the end of a line but no editor does is refused as
 * well, so that both count lines alike. */
static bool
is_text(uint32_t code)
{
	return code == '\t' || (code >= ' ' && code < 0x7f) ||
	    (code >= 0xa0 && code != 0x2028 && code != 0x2029 &&
	    code != 0xfeff && code != 0xfffe && code != 0xffff);
}

static void
check_character(struct dt_node_copy *copy, size_t line, size_t offset,
    size_t column)
{
	const struct dt_node_line *at = &copy->lines[line];
	uint32_t code;
	size_t n = dt_text_character(at->bytes + offset, at->size - offset,
	    &code);
	if (n > 0 && is_text(code))
		return;
	struct dt_place place = dt_node_copy_place(copy, line, column, 1);
	if (n == 0)
		dt_faults_add(copy->faults, place, "save the file as UTF-8",
		    "byte 0x%02x is not UTF-8 text",
		    (unsigned char)at->bytes[offset]);
	else
		dt_faults_add(copy->faults, place, "delete it",
		    "invisible character U+%04X", (unsigned)code);
	dt_node_copy_splice(copy, line, offset, n + (n == 0), "_", 1);
}

/* Blanks alone on a line mean nothing, but libyaml minds tabs among them. */
static bool
check_line(struct dt_node_copy *copy, size_t number)
{
	struct dt_node_line *line = &copy->lines[number];
	if (dt_node_copy_blanks(line) == line->size)
		line->size = dt_node_copy_indent(line);
	size_t column = 0, before = copy->faults->total;
	for (size_t at = 0; at < line->size && !copy->failed; column++) {
		check_character(copy, number, at, column);
		at += dt_text_offset(line->bytes + at, line->size - at, 1);
		if (copy->faults->total - before > DT_FAULTS_MOST)
			return false;
	}
	return !copy->failed;
}

bool
dt_node_copy_open(struct dt_node_copy *copy)
{
	const char *bytes = copy->source->text;
	size_t size = bytes != NULL ? copy->source->size : 0;
	if (size >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		size -= 3;
	}
	size_t next;
	for (size_t at = 0; at < size; at += next, copy->n++)
		dt_text_line(bytes + at, size - at, &next);
	copy->lines = dt_arena_new(copy->arena, copy->n + 1,
	    sizeof(*copy->lines));
	copy->failed = copy->lines == NULL;
	size_t i = 0, before = copy->faults->total;
	for (size_t at = 0; at < size && !copy->failed; at += next, i++) {
		copy->lines[i].bytes = bytes + at;
		copy->lines[i].size = dt_text_line(bytes + at, size - at,
		    &next);
	}
	for (i = 0; i < copy->n && !copy->failed; i++)
		if (!check_line(copy, i) ||
		    copy->faults->total - before > DT_FAULTS_MOST)
			return false;
	return !copy->failed;
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

static size_t
count_characters(const struct dt_node_line *line)
{
	size_t count = 0;
	for (size_t at = 0; at < line->size; count++)
		at += dt_text_offset(line->bytes + at, line->size - at, 1);
	return count;
}

struct dt_place
dt_node_copy_place(const struct dt_node_copy *copy, size_t number,
    size_t column, size_t length)
{
	if (copy->placeless || copy->n == 0)
		return (struct dt_place){ 0 };
	bool beyond = number >= copy->n;
	number = beyond ? copy->n - 1 : number;
	const struct dt_node_line *line = &copy->lines[number];
	size_t offset = beyond ? line->size :
	    dt_text_offset(line->bytes, line->size, column);
	if (line->from != NULL)
		column = line->from[offset];
	else if (offset == line->size)
		column = count_characters(line);
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
