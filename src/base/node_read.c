/*
 * node_read: YAML as a tree with places; see node.h. libyaml reads the text
 * again and again, and each time that it stops, the private copy is mended;
 * when it gets through, the tree is composed. A file without faults is thus
 * read twice, which costs less than a screen's refresh.
 */
#include "base/node.h"

#include "base/faults.h"
#include "base/node_compose.h"
#include "base/node_mend.h"

#include <stdint.h>
#include <string.h>
#include <yaml.h>

enum outcome { CLEAN, MENDABLE, HOPELESS, NO_MEMORY };

struct scan {
	struct dt_node_copy *copy;
	struct dt_node_stop stop;
	int depth, documents;
};

static void
note_scalar(struct dt_node_stop *stop, const yaml_event_t *event)
{
	stop->scalar = event->type == YAML_SCALAR_EVENT;
	if (!stop->scalar)
		return;
	stop->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
	stop->scalar_line = event->start_mark.line;
	stop->scalar_column = event->start_mark.column;
	stop->scalar_end = event->end_mark.line;
}

static void
note_error(struct scan *scan, const yaml_parser_t *parser)
{
	struct dt_node_stop *stop = &scan->stop;
	bool context = parser->context != NULL;
	stop->problem = parser->problem ? parser->problem : "not YAML";
	stop->line = parser->problem_mark.line;
	stop->column = parser->problem_mark.column;
	stop->context_line = context ? parser->context_mark.line : stop->line;
	stop->context_column = context ? parser->context_mark.column :
	    stop->column;
	if (stop->context_line >= scan->copy->n) {
		stop->context_line = scan->copy->n - 1;
		stop->context_column = 0;
	}
}

/* What libyaml would read on from but we do not. */
static enum outcome
check_event(struct scan *scan, const yaml_event_t *event)
{
	struct dt_node_copy *copy = scan->copy;
	bool opens = event->type == YAML_MAPPING_START_EVENT ||
	    event->type == YAML_SEQUENCE_START_EVENT;
	bool closes = event->type == YAML_MAPPING_END_EVENT ||
	    event->type == YAML_SEQUENCE_END_EVENT;
	struct dt_place place = dt_node_copy_point(copy,
	    event->start_mark.line, event->start_mark.column);
	scan->depth += opens - closes;
	if (scan->depth > DT_NODE_DEPTH) {
		dt_faults_add(copy->faults, place, NULL,
		    "nested deeper than %d levels", DT_NODE_DEPTH);
		return HOPELESS;
	}
	if (event->type == YAML_DOCUMENT_END_EVENT &&
	    !event->data.document_end.implicit)
		scan->stop.ended = true;
	if (event->type == YAML_DOCUMENT_START_EVENT &&
	    scan->documents++ > 0) {
		dt_faults_add(copy->faults, place, "put it into a file of "
		    "its own", "a second document begins here");
		copy->n = event->start_mark.line;
		copy->mended = true;
		return MENDABLE;
	}
	return CLEAN;
}

static enum outcome
scan_events(struct scan *scan, yaml_parser_t *parser)
{
	yaml_event_t event;
	for (bool end = false; !end; yaml_event_delete(&event)) {
		if (!yaml_parser_parse(parser, &event)) {
			if (parser->error == YAML_MEMORY_ERROR)
				return NO_MEMORY;
			note_error(scan, parser);
			return dt_node_mend(scan->copy, &scan->stop) ?
			    MENDABLE : HOPELESS;
		}
		note_scalar(&scan->stop, &event);
		enum outcome outcome = check_event(scan, &event);
		if (outcome != CLEAN) {
			yaml_event_delete(&event);
			return outcome;
		}
		end = event.type == YAML_STREAM_END_EVENT;
	}
	return CLEAN;
}

static enum outcome
scan_text(struct dt_node_copy *copy, const struct dt_text *text)
{
	struct scan scan = { .copy = copy };
	yaml_parser_t parser;
	if (text->failed || !yaml_parser_initialize(&parser))
		return NO_MEMORY;
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser,
	    (const unsigned char *)dt_text_string(text), text->size);
	enum outcome outcome = scan_events(&scan, &parser);
	yaml_parser_delete(&parser);
	return copy->failed ? NO_MEMORY : outcome;
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

/* Splits a source, and replaces what is not printable UTF-8. False: memory is
 * out, or the bytes are not text at all. */
static bool
open_copy(struct dt_node_copy *copy)
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

/* Mends until libyaml is content. */
static enum outcome
read_copy(struct dt_node_copy *copy, struct dt_node **root)
{
	if (!open_copy(copy))
		return copy->failed ? NO_MEMORY : HOPELESS;
	enum outcome outcome = MENDABLE;
	for (int tries = 0; tries <= DT_FAULTS_MOST &&
	    outcome == MENDABLE; tries++) {
		struct dt_text text = { 0 };
		dt_node_copy_join(copy, &text);
		outcome = scan_text(copy, &text);
		if (outcome == CLEAN && !dt_node_compose(copy, &text, root))
			outcome = NO_MEMORY;
		dt_text_free(&text);
	}
	return outcome;
}

enum dt_status
dt_node_read(struct dt_arena *arena, const struct dt_source *source,
    struct dt_node **root, struct dt_faults *faults, struct dt_error *err)
{
	struct dt_place whole = { .source = source };
	size_t before = faults->total;
	*root = NULL;
	if (source->size > DT_NODE_BYTES) {
		dt_faults_add(faults, whole, NULL, "has more than %d bytes",
		    DT_NODE_BYTES);
		return dt_faults_status(faults, err);
	}
	struct dt_node_copy copy = {
		.arena = arena,
		.source = source,
		.faults = faults,
	};
	if (read_copy(&copy, root) == NO_MEMORY) {
		*root = NULL;
		return dt_status_no_memory(err);
	}
	return faults->total > before ? dt_faults_status(faults, err) : DT_OK;
}

/* Words and numbers mean themselves: most presets need no parser. */
static bool
is_simple(const char *text)
{
	return text[0] != '\0' && text[0] != '-' &&
	    text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789./_-")] ==
	    '\0';
}

struct dt_node *
dt_node_read_value(struct dt_arena *arena, const char *text)
{
	if (is_simple(text))
		return dt_node_scalar(arena, text, (struct dt_place){ 0 });
	struct dt_source source = {
		.path = "value",
		.text = text,
		.size = strlen(text),
	};
	struct dt_faults faults = { .arena = arena };
	struct dt_node *root = NULL;
	struct dt_node_copy copy = {
		.arena = arena,
		.source = &source,
		.faults = &faults,
		.placeless = true,
	};
	enum outcome outcome = read_copy(&copy, &root);
	return outcome == CLEAN && faults.total == 0 ? root : NULL;
}
