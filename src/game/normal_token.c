/* normal_token: see normal_token.h. */
#include "game/normal_token.h"

#include <ctype.h>
#include <string.h>

#include "base/number.h"

enum { SHOWN = 24 };    /* characters of a wrong token that a fault repeats */

void
dt_normal_start(struct dt_normal_reader *reader, struct dt_arena *arena,
    const struct dt_source *source, struct dt_faults *faults)
{
	*reader = (struct dt_normal_reader){
		.arena = arena, .source = source, .faults = faults,
		.line = 1, .column = 1,
	};
	if (source->size >= 3 && memcmp(source->text, "\xef\xbb\xbf", 3) == 0)
		reader->offset = 3;
}

static bool
at_end(const struct dt_normal_reader *r)
{
	return r->offset >= r->source->size;
}

static char
here(const struct dt_normal_reader *r)
{
	return at_end(r) ? '\0' : r->source->text[r->offset];
}

/* Columns count characters: bytes that go on with one do not count. */
static void
step(struct dt_normal_reader *r)
{
	unsigned char c = (unsigned char)here(r);
	r->offset++;
	if (c == '\n') {
		r->line++;
		r->column = 1;
	} else if ((c & 0xc0) != 0x80) {
		r->column++;
	}
}

static bool
ends_word(char c)
{
	return isspace((unsigned char)c) || strchr("{},\"", c) != NULL;
}

static enum dt_status
take_quoted(struct dt_normal_reader *r)
{
	step(r);
	size_t start = r->offset;
	while (!at_end(r) && here(r) != '"') {
		if (here(r) == '\\')
			step(r);
		if (!at_end(r))
			step(r);
	}
	if (at_end(r))
		return dt_faults_add(r->faults, r->token.at,
		    "put a \" behind it; a \" within is written \\\"",
		    "this quoted text never ends");
	r->token.bytes = r->source->text + start;
	r->token.n = r->offset - start;
	step(r);
	return DT_OK;
}

static void
take_word(struct dt_normal_reader *r)
{
	size_t column = r->column;
	while (!at_end(r) && (here(r) == '\0' || !ends_word(here(r)))) {
		r->token.n++;
		step(r);
	}
	r->token.at.length = r->column - column;
}

static enum dt_status
take(struct dt_normal_reader *r)
{
	const char *mark = here(r) == '\0' ? NULL : strchr("{},", here(r));
	if (mark != NULL) {
		r->token.kind = *mark == '{' ? DT_NORMAL_OPEN :
		    *mark == '}' ? DT_NORMAL_CLOSE : DT_NORMAL_COMMA;
		r->token.n = 1;
		step(r);
	} else if (here(r) == '"') {
		r->token.kind = DT_NORMAL_QUOTED;
		return take_quoted(r);
	} else {
		r->token.kind = DT_NORMAL_WORD;
		take_word(r);
	}
	return DT_OK;
}

/* The end's place is behind the last token, not behind blank lines. */
enum dt_status
dt_normal_advance(struct dt_normal_reader *r)
{
	struct dt_place end = { r->source, r->line, r->column, 1 };
	while (!at_end(r) && isspace((unsigned char)here(r)))
		step(r);
	r->token = (struct dt_normal_token){
		.kind = DT_NORMAL_END,
		.bytes = r->source->text + r->offset,
		.at = { r->source, r->line, r->column, 1 },
	};
	if (!at_end(r))
		return take(r);
	r->token.at = end;
	return DT_OK;
}

enum dt_status
dt_normal_unexpected(struct dt_normal_reader *r, const char *what,
    const char *help)
{
	const struct dt_normal_token *t = &r->token;
	int shown = (int)dt_text_offset(t->bytes, t->n, SHOWN);
	const char *quote = t->kind == DT_NORMAL_QUOTED ? "\"" : "'";
	if (t->kind == DT_NORMAL_END)
		return dt_faults_add(r->faults, t->at, help,
		    "the text ends where %s should be", what);
	return dt_faults_add(r->faults, t->at, help,
	    "expected %s, not %s%.*s%s", what, quote, shown, t->bytes, quote);
}

enum dt_status
dt_normal_expect(struct dt_normal_reader *r, enum dt_normal_kind kind,
    const char *what)
{
	if (r->token.kind != kind)
		return dt_normal_unexpected(r, what, NULL);
	return dt_normal_advance(r);
}

enum dt_status
dt_normal_take_text(struct dt_normal_reader *r, const char **text,
    const char *what)
{
	const struct dt_normal_token *t = &r->token;
	if (t->kind != DT_NORMAL_QUOTED)
		return dt_normal_unexpected(r, what, NULL);
	char *copy = dt_arena_new(r->arena, t->n + 1, 1);
	if (copy == NULL)
		return DT_ENOMEM;
	size_t n = 0;
	for (size_t i = 0; i < t->n; i++) {
		bool escape = t->bytes[i] == '\\' && i + 1 < t->n &&
		    (t->bytes[i + 1] == '"' || t->bytes[i + 1] == '\\');
		i += escape;
		copy[n++] = t->bytes[i];
	}
	*text = copy;
	return dt_normal_advance(r);
}

/* Gambit takes 007, +3 and 5. for numbers too: drops what is too much. */
static void
tidy(char *text)
{
	char *to = text;
	const char *from = text + (text[0] == '+');
	for (bool leading = true; *from != '\0'; from++) {
		bool digit = isdigit((unsigned char)from[0]);
		if (leading && *from == '0' && isdigit((unsigned char)from[1]))
			continue;
		if (*from == '.' && to > text &&
		    isdigit((unsigned char)to[-1]) &&
		    !isdigit((unsigned char)from[1]))
			continue;
		leading = *from == '/' || (leading && !digit && *from != '.');
		*to++ = *from;
	}
	*to = '\0';
}

enum dt_status
dt_normal_take_number(struct dt_normal_reader *r, double *value,
    const char **written)
{
	char meant[DT_NUMBER_SIZE];
	if (r->token.kind != DT_NORMAL_WORD)
		return dt_normal_unexpected(r, "a number",
		    r->token.kind == DT_NORMAL_COMMA ? "write decimals with "
		    "a point, and blanks between numbers" : NULL);
	char *text = dt_arena_copy_n(r->arena, r->token.bytes, r->token.n);
	if (text == NULL)
		return DT_ENOMEM;
	tidy(text);
	*written = text;
	if (dt_number_read(text, value))
		return dt_normal_advance(r);
	if (dt_number_is_too_large(text))
		return dt_normal_unexpected(r, "a finite number",
		    "numbers go up to about 1.8e308");
	const char *help = dt_number_suggest(text, meant) ?
	    dt_arena_print(r->faults->arena, "did you mean %s?", meant) : NULL;
	return dt_normal_unexpected(r, "a finite number", help);
}
