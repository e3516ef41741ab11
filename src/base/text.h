/*
 * text: a string that grows. The library writes what a person will read into
 * one of these; only cmd prints it. After a failed allocation it ignores
 * further writes and remembers: look at `failed` once, at the end.
 */
#ifndef DT_BASE_TEXT_H
#define DT_BASE_TEXT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dt_text {
	char *bytes;    /* NUL-terminated once anything was added; owned */
	size_t size;    /* without the NUL */
	size_t room;
	bool failed;    /* memory ran out: the text is not whole */
};

void dt_text_add(struct dt_text *text, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void dt_text_add_list(struct dt_text *text, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
void dt_text_add_n(struct dt_text *text, const char *bytes, size_t n);
/* `column` spaces, or fewer: pads the current line up to that column. Counts
 * UTF-8 characters, not bytes. */
void dt_text_pad_to(struct dt_text *text, size_t column);
/* The paragraph broken at spaces so that no line is wider than `width`; lines
 * after the first are indented by `indent` spaces. */
void dt_text_wrap(struct dt_text *text, const char *paragraph, size_t indent,
    size_t width);
/* What others wrote, for a terminal: n bytes in which each character that is
 * dt_text_hidden stands as \u and four hexadecimal digits, as JSON has them,
 * and each byte that is not UTF-8 as \x and two. LF, TAB and CR LF stay. */
void dt_text_add_visible(struct dt_text *text, const char *bytes, size_t n);
/* Whether a terminal would obey a character in place of showing it: controls
 * (C0, DEL, C1), line and paragraph separators, and what turns the direction
 * of the text around it (Unicode 15, Bidi_Control). */
bool dt_text_hidden(uint32_t code);
/* Never NULL. */
const char *dt_text_string(const struct dt_text *text);
void dt_text_free(struct dt_text *text);

/* How many characters a UTF-8 string shows (combining marks not weighed). */
size_t dt_text_width(const char *string);

/* Bytes of the UTF-8 character that n > 0 bytes begin with; 0: it is not
 * UTF-8. `code` may be NULL. */
size_t dt_text_character(const char *bytes, size_t n, uint32_t *code);

/* Bytes that the first `characters` characters of n bytes take; a byte that
 * is not UTF-8 counts as one character. */
size_t dt_text_offset(const char *bytes, size_t n, size_t characters);

/* Bytes of the first line, without its end (LF, CR LF or CR); *next is where
 * the line after it begins. */
size_t dt_text_line(const char *bytes, size_t n, size_t *next);

#endif
