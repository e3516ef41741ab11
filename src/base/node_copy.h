/*
 * node_copy: a private copy of a text, line by line, that is mended where
 * YAML would stop reading, and still knows where each character stood.
 * For node_read.c and node_mend.c alone. Lines and columns count from 0.
 */
#ifndef DT_BASE_NODE_COPY_H
#define DT_BASE_NODE_COPY_H

#include "base/faults.h"
#include "base/node.h"

/* Stands for each character of a piece that could not be read; a scalar that
 * begins with it is torn. A private-use character, so nothing means it. */
#define DT_NODE_COPY_HOLE "\xef\xa3\xbf"

struct dt_node_line {
	const char *bytes;      /* without the line's end */
	size_t size;
	size_t *from;           /* the column that each character had, and the
	                         * end; NULL: the line is as it was */
	size_t width;           /* characters, if `from` is there */
	size_t lost;            /* indent + 1 of a line that was dropped */
};

struct dt_node_copy {
	struct dt_arena *arena;
	const struct dt_source *source;
	struct dt_faults *faults;
	struct dt_node_line *lines;
	size_t n;
	bool placeless;         /* its places are not worth showing */
	bool mended;
	bool failed;            /* memory ran out */
};

/* The lines, each ended by LF. */
void dt_node_copy_join(const struct dt_node_copy *copy, struct dt_text *text);

/* Where a character of the copy stood in the source. */
struct dt_place dt_node_copy_place(const struct dt_node_copy *copy,
    size_t line, size_t column, size_t length);

struct dt_place dt_node_copy_point(const struct dt_node_copy *copy,
    size_t line, size_t column);

/* Byte of a column in a line, and column of a byte. */
size_t dt_node_copy_offset(const struct dt_node_copy *copy, size_t line,
    size_t column);
size_t dt_node_copy_column(const struct dt_node_copy *copy, size_t line,
    size_t offset);

/* Puts n bytes in place of `removed` ones. */
void dt_node_copy_splice(struct dt_node_copy *copy, size_t line,
    size_t offset, size_t removed, const char *bytes, size_t n);

/* Puts one hole in place of each character of bytes [offset, end). */
void dt_node_copy_hole(struct dt_node_copy *copy, size_t line, size_t offset,
    size_t end);

/* Holes from a column to the line's end. */
void dt_node_copy_tear(struct dt_node_copy *copy, size_t line,
    size_t column);

/* Puts n spaces in place of `removed` bytes. */
void dt_node_copy_space(struct dt_node_copy *copy, size_t line,
    size_t offset, size_t removed, size_t n);

/* Moves a line, and those below it that are indented as deep, to an indent. */
void dt_node_copy_move(struct dt_node_copy *copy, size_t line,
    size_t indent);

/* Makes a line empty. */
void dt_node_copy_blank(struct dt_node_copy *copy, size_t line);

/* Drops a line and those below that are indented deeper. */
void dt_node_copy_drop(struct dt_node_copy *copy, size_t line);

/* Was a line in [start, end) dropped that stood at the column or deeper, and
 * that nobody has claimed? A map claims it once, the innermost first. */
bool dt_node_copy_claim(struct dt_node_copy *copy, size_t start, size_t end,
    size_t column);

/* Leading blanks in bytes: spaces only, or tabs too. */
size_t dt_node_copy_indent(const struct dt_node_line *line);
size_t dt_node_copy_blanks(const struct dt_node_line *line);

/* Nothing but blanks, or a comment. */
bool dt_node_copy_idle(const struct dt_node_line *line);

#endif
