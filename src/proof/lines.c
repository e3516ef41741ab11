/* lines: see lines.h. */
#include "proof/lines.h"

#include <string.h>

#include "base/text.h"
#include "proof/base64.h"

struct dt_lines_word
dt_lines_word(const char *string)
{
	return (struct dt_lines_word){ string, strlen(string) };
}

bool
dt_lines_is(struct dt_lines_word word, const char *string)
{
	return word.size == strlen(string) &&
	    memcmp(word.at, string, word.size) == 0;
}

bool
dt_lines_same(struct dt_lines_word a, struct dt_lines_word b)
{
	return a.size == b.size && memcmp(a.at, b.at, a.size) == 0;
}

bool
dt_lines_is_plain(struct dt_lines_word word)
{
	for (size_t at = 0, n = 0; at < word.size; at += n) {
		const char *here = word.at + at;
		n = dt_text_character(here, word.size - at, NULL);
		if (n == 0 || (unsigned char)*here < 0x20 || *here == 0x7f)
			return false;
	}
	return word.size > 0;
}

static void
skip(struct dt_lines *lines, size_t n)
{
	lines->at += n;
	lines->left -= n;
}

bool
dt_lines_next(struct dt_lines *lines, struct dt_lines_word *line)
{
	const char *end = lines->left ? memchr(lines->at, '\n', lines->left) :
	    NULL;
	if (end == NULL && !lines->bare)
		return false;
	struct dt_lines_word found = { lines->at,
		end ? (size_t)(end - lines->at) : lines->left };
	if (!dt_lines_is_plain(found))
		return false;
	*line = found;
	skip(lines, found.size + (end != NULL));
	return true;
}

bool
dt_lines_exactly(struct dt_lines *lines, const char *text)
{
	size_t size = strlen(text);
	if (lines->left <= size || memcmp(lines->at, text, size) != 0 ||
	    lines->at[size] != '\n')
		return false;
	skip(lines, size + 1);
	return true;
}

bool
dt_lines_gap(struct dt_lines *lines)
{
	return dt_lines_exactly(lines, "");
}

bool
dt_lines_value(struct dt_lines *lines, const char *key,
    struct dt_lines_word *value)
{
	struct dt_lines after = *lines;
	struct dt_lines_word line;
	size_t size = strlen(key);
	if (!dt_lines_next(&after, &line) || line.size < size + 2 ||
	    memcmp(line.at, key, size) != 0 || line.at[size] != ' ')
		return false;
	*value = (struct dt_lines_word){ line.at + size + 1,
		line.size - size - 1 };
	*lines = after;
	return true;
}

bool
dt_lines_number(struct dt_lines_word word, uint64_t *number)
{
	if (word.size == 0 || word.size > 19 ||
	    (word.at[0] == '0' && word.size > 1))
		return false;
	uint64_t value = 0;             /* 19 nines are below 2^64 */
	for (size_t i = 0; i < word.size; i++) {
		if (word.at[i] < '0' || word.at[i] > '9')
			return false;
		value = 10 * value + (uint64_t)(word.at[i] - '0');
	}
	if (value > INT64_MAX)
		return false;
	*number = value;
	return true;
}

bool
dt_lines_base64(struct dt_lines_word word, void *bytes, size_t n)
{
	return dt_base64_read(word.at, word.size, bytes, n);
}

bool
dt_lines_hex(struct dt_lines_word word, unsigned char *bytes, size_t n)
{
	static const char digits[] = "0123456789abcdef";
	if (word.size != 2 * n)
		return false;
	for (size_t i = 0; i < word.size; i++) {
		const char *digit = memchr(digits, word.at[i], 16);
		if (digit == NULL)
			return false;
		unsigned value = (unsigned)(digit - digits);
		bytes[i / 2] = (unsigned char)(i % 2 ?
		    bytes[i / 2] | value : value << 4);
	}
	return true;
}

static bool
has_between(char c, char least, char most)
{
	return c >= least && c <= most;
}

bool
dt_lines_is_name(struct dt_lines_word word)
{
	for (size_t i = 0; i < word.size; i++) {
		char c = word.at[i];
		bool first = has_between(c, 'a', 'z') ||
		    has_between(c, '0', '9');
		if (!first && (i == 0 || (c != '.' && c != '-')))
			return false;
	}
	return word.size > 0;
}

bool
dt_lines_is_shout(struct dt_lines_word word)
{
	for (size_t i = 0; i < word.size; i++)
		if (!has_between(word.at[i], 'A', 'Z') &&
		    (i == 0 || word.at[i] != '-'))
			return false;
	return word.size > 0;
}
