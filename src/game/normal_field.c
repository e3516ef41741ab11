/* normal_field: see normal_field.h. */
#include "game/normal_field.h"

#include <string.h>

enum dt_status
dt_normal_field_start(struct dt_normal_fields *f, struct dt_arena *arena,
    const struct dt_source *source, struct dt_faults *faults,
    struct dt_error *err)
{
	*f = (struct dt_normal_fields){
		.arena = arena, .source = source, .faults = faults,
		.line = 1, .column = 1, .separator = ',',
		.bytes = dt_arena_new(arena, source->size + 1, 1),
	};
	if (source->size >= 3 && memcmp(source->text, "\xef\xbb\xbf", 3) == 0)
		f->offset = 3;
	return f->bytes != NULL ? DT_OK : dt_status_no_memory(err);
}

bool
dt_normal_field_end(const struct dt_normal_fields *f)
{
	return f->offset >= f->source->size;
}

struct dt_place
dt_normal_field_place(const struct dt_normal_fields *f)
{
	return (struct dt_place){ f->source, f->line, f->column, 1 };
}

/* At the end, the end of a line. */
static char
here(const struct dt_normal_fields *f)
{
	return dt_normal_field_end(f) ? '\n' : f->source->text[f->offset];
}

/* Columns count characters, as in normal_token.c. */
static void
step(struct dt_normal_fields *f)
{
	unsigned char c = (unsigned char)here(f);
	f->offset++;
	if (c == '\n') {
		f->line++;
		f->column = 1;
	} else if ((c & 0xc0) != 0x80) {
		f->column++;
	}
}

static bool
is_blank(const struct dt_normal_fields *f, char c)
{
	return c != f->separator && (c == ' ' || c == '\t' || c == '\r');
}

static void
skip_blanks(struct dt_normal_fields *f)
{
	while (is_blank(f, here(f)))
		step(f);
}

static size_t
take_plain(struct dt_normal_fields *f)
{
	size_t n = 0;
	while (here(f) != f->separator && here(f) != '\n') {
		f->bytes[n++] = here(f);
		step(f);
	}
	while (n > 0 && is_blank(f, f->bytes[n - 1]))
		n--;
	return n;
}

/* Up to the closing quote; "" is one that is meant. */
static enum dt_status
take_quoted(struct dt_normal_fields *f, struct dt_place start, size_t *n)
{
	step(f);
	while (!dt_normal_field_end(f)) {
		char c = here(f);
		step(f);
		if (c == '"' && here(f) != '"')
			return DT_OK;
		if (c == '"')
			step(f);
		f->bytes[(*n)++] = c;
	}
	return dt_faults_add(f->faults, start, "put a \" behind it; a \" "
	    "within is written \"\"", "this quoted cell never ends");
}

enum dt_status
dt_normal_field_take(struct dt_normal_fields *f,
    struct dt_normal_field *field, struct dt_error *err)
{
	size_t n = 0;
	skip_blanks(f);
	field->at = dt_normal_field_place(f);
	if (here(f) == '"') {
		enum dt_status status = take_quoted(f, field->at, &n);
		if (status != DT_OK)
			return status;
		skip_blanks(f);
		if (here(f) != f->separator && here(f) != '\n')
			return dt_faults_add(f->faults,
			    dt_normal_field_place(f), NULL,
			    "expected '%c' behind a quoted cell",
			    f->separator);
	} else {
		n = take_plain(f);
	}
	field->text = dt_arena_copy_n(f->arena, f->bytes, n);
	field->last = here(f) == '\n';
	if (!dt_normal_field_end(f))
		step(f);
	return field->text != NULL ? DT_OK : dt_status_no_memory(err);
}
