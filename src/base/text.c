/* text: see text.h. Room doubles, so that adding is cheap on the whole. */
#include "base/text.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { FIRST = 256 };

static bool
make_room(struct dt_text *text, size_t n)
{
	if (text->failed)
		return false;
	if (text->room - text->size > n)
		return true;
	if (n > SIZE_MAX / 4 || text->size > SIZE_MAX / 4) {
		text->failed = true;
		return false;
	}
	size_t room = text->room ? 2 * text->room : FIRST;
	while (room - text->size <= n)
		room *= 2;
	char *bytes = dt_memory_resize(text->bytes, room, 1);
	if (bytes == NULL) {
		text->failed = true;
		return false;
	}
	text->bytes = bytes;
	text->room = room;
	return true;
}

/* Most fits at once; what does not is printed again once there is room. */
void
dt_text_add_list(struct dt_text *text, const char *format, va_list args)
{
	size_t left = text->room - text->size;
	char *end = left > 0 ? text->bytes + text->size : NULL;
	va_list again;
	if (text->failed)
		return;
	va_copy(again, args);
	int n = vsnprintf(end, left, format, again);
	va_end(again);
	if (end != NULL && (n < 0 || (size_t)n >= left))
		*end = '\0';
	if (n < 0) {
		text->failed = true;
	} else if ((size_t)n < left) {
		text->size += (size_t)n;
	} else if (make_room(text, (size_t)n)) {
		vsnprintf(text->bytes + text->size, (size_t)n + 1, format,
		    args);
		text->size += (size_t)n;
	}
}

void
dt_text_add(struct dt_text *text, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	dt_text_add_list(text, format, args);
	va_end(args);
}

void
dt_text_add_n(struct dt_text *text, const char *bytes, size_t n)
{
	if (!make_room(text, n))
		return;
	if (n > 0)
		memcpy(text->bytes + text->size, bytes, n);
	text->size += n;
	text->bytes[text->size] = '\0';
}

bool
dt_text_hidden(uint32_t code)
{
	return code < 0x20 || (code >= 0x7f && code < 0xa0) ||
	    code == 0x61c || code == 0x200e || code == 0x200f ||
	    (code >= 0x2028 && code <= 0x202e) ||
	    (code >= 0x2066 && code <= 0x2069);
}

void
dt_text_add_visible(struct dt_text *text, const char *bytes, size_t n)
{
	size_t plain = 0;       /* bytes before this one that are as they are */
	while (n > plain && !text->failed) {
		uint32_t code = 0;
		const char *at = bytes + plain;
		size_t size = dt_text_character(at, n - plain, &code);
		bool break_or_tab = *at == '\n' || *at == '\t' ||
		    (*at == '\r' && n - plain > 1 && at[1] == '\n');
		if (size > 0 && (break_or_tab || !dt_text_hidden(code))) {
			plain += size;
			continue;
		}
		dt_text_add_n(text, bytes, plain);
		dt_text_add(text, size > 0 ? "\\u%04x" : "\\x%02x", size > 0 ?
		    (unsigned)code : (unsigned)(unsigned char)*at);
		size += size == 0;
		bytes += plain + size;
		n -= plain + size;
		plain = 0;
	}
	dt_text_add_n(text, bytes, plain);
}

static size_t
column_now(const struct dt_text *text)
{
	size_t start = text->size;
	while (start > 0 && text->bytes[start - 1] != '\n')
		start--;
	return start == text->size ? 0 : dt_text_width(text->bytes + start);
}

void
dt_text_pad_to(struct dt_text *text, size_t column)
{
	for (size_t at = column_now(text); at < column && !text->failed; at++)
		dt_text_add_n(text, " ", 1);
}

static const char *
skip_blanks(const char *at)
{
	return at + strspn(at, " \t\r\n");
}

void
dt_text_wrap(struct dt_text *text, const char *paragraph, size_t indent,
    size_t width)
{
	size_t column = column_now(text);
	bool first = true;
	const char *word = skip_blanks(paragraph);
	while (*word != '\0' && !text->failed) {
		size_t n = strcspn(word, " \t\r\n");
		size_t before = text->size;
		if (!first)
			dt_text_add_n(text, " ", 1);
		dt_text_add_n(text, word, n);
		if (text->failed)
			return;
		size_t wide = dt_text_width(text->bytes + before);
		if (column + wide > width && column > indent) {
			text->size = before;
			dt_text_add_n(text, "\n", 1);
			dt_text_pad_to(text, indent);
			dt_text_add_n(text, word, n);
			column = indent;
			wide -= !first;
		}
		column += wide;
		first = false;
		word = skip_blanks(word + n);
	}
}

const char *
dt_text_string(const struct dt_text *text)
{
	return text->bytes ? text->bytes : "";
}

void
dt_text_free(struct dt_text *text)
{
	dt_memory_free(text->bytes);
	*text = (struct dt_text){ 0 };
}

size_t
dt_text_width(const char *string)
{
	size_t width = 0;
	for (size_t left = strlen(string); left > 0; width++) {
		size_t n = dt_text_character(string, left, NULL);
		n += n == 0;
		string += n;
		left -= n;
	}
	return width;
}

/* Overlong forms, surrogates and what lies over U+10FFFF are not UTF-8
 * (RFC 3629), so that each text has one form of bytes. */
size_t
dt_text_character(const char *bytes, size_t n, uint32_t *code)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *at = (const unsigned char *)bytes;
	size_t size = at[0] < 0x80 ? 1 : at[0] < 0xc0 ? 0 : at[0] < 0xe0 ? 2 :
	    at[0] < 0xf0 ? 3 : at[0] < 0xf8 ? 4 : 0;
	if (size == 0 || size > n)
		return 0;
	uint32_t value = size == 1 ? at[0] : at[0] & (0x7fu >> size);
	for (size_t i = 1; i < size; i++) {
		if ((at[i] & 0xc0) != 0x80)
			return 0;
		value = value << 6 | (at[i] & 0x3f);
	}
	if (value < least[size] || value > 0x10ffff ||
	    (value >= 0xd800 && value <= 0xdfff))
		return 0;
	if (code != NULL)
		*code = value;
	return size;
}

size_t
dt_text_offset(const char *bytes, size_t n, size_t characters)
{
	size_t offset = 0;
	for (; offset < n && characters > 0; characters--) {
		size_t step = dt_text_character(bytes + offset, n - offset,
		    NULL);
		offset += step + (step == 0);
	}
	return offset;
}

size_t
dt_text_line(const char *bytes, size_t n, size_t *next)
{
	size_t size = 0;
	while (size < n && bytes[size] != '\n' && bytes[size] != '\r')
		size++;
	size_t end = size;
	end += end < n && bytes[end] == '\r';
	end += end < n && bytes[end] == '\n' && end <= size + 1;
	*next = end;
	return size;
}
