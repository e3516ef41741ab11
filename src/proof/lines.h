/*
 * lines: a strict reader of the texts that are signed. Every line ends in one
 * LF (but for the last of a bare text), is not empty unless an empty one is
 * asked for, and holds no control character and only UTF-8. What is read
 * points into the bytes, which the caller keeps; nothing is allocated. A
 * question that is answered with false consumes nothing.
 */
#ifndef DT_PROOF_LINES_H
#define DT_PROOF_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dt_lines {
	const char *at;         /* what is left */
	size_t left;
	bool bare;              /* the last line has no LF behind it */
};

struct dt_lines_word {          /* no NUL behind it */
	const char *at;
	size_t size;
};

/* For printf's "%.*s". */
#define DT_LINES_SHOW(word) (int)(word).size, (word).at

struct dt_lines_word dt_lines_word(const char *string);
bool dt_lines_is(struct dt_lines_word word, const char *string);
bool dt_lines_same(struct dt_lines_word a, struct dt_lines_word b);

/* The next line, whatever it is, without its LF; it is not empty. */
bool dt_lines_next(struct dt_lines *lines, struct dt_lines_word *line);

/* Is the next line that text? */
bool dt_lines_exactly(struct dt_lines *lines, const char *text);

/* Is the next line empty? */
bool dt_lines_gap(struct dt_lines *lines);

/* Is the next line "KEY value"? The value is not empty. */
bool dt_lines_value(struct dt_lines *lines, const char *key,
    struct dt_lines_word *value);

/* Decimal from 0 to 2^63 - 1 without leading zeros or sign. */
bool dt_lines_number(struct dt_lines_word word, uint64_t *number);

/* Canonical base64 of n bytes; 2n lower-case hex digits. */
bool dt_lines_base64(struct dt_lines_word word, void *bytes, size_t n);
bool dt_lines_hex(struct dt_lines_word word, unsigned char *bytes, size_t n);

/* One line's worth: UTF-8 without control characters, not empty. */
bool dt_lines_is_plain(struct dt_lines_word word);
/* A name: [a-z0-9][a-z0-9.-]*, as files and agents bear them. */
bool dt_lines_is_name(struct dt_lines_word word);
/* A word in capitals: [A-Z][A-Z-]*, as moves are written. */
bool dt_lines_is_shout(struct dt_lines_word word);

#endif
