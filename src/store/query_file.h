/*
 * query_file: a named query: a file NAME.sql whose first lines say what it is
 * for, what it takes, and how its answer is drawn.
 *
 *   -- title: Pauses by the value of a setting
 *   -- about: What it tells and how to read it. A line that begins with two
 *   --        dashes and two blanks goes on with what stands above it.
 *   -- question: Did noise change it?
 *   -- parameter: key text = noise.slip (path); the setting, as --set takes it
 *   -- parameter: experiment integer (number); of this one, all where empty
 *   -- column: low95 (share); lower end of the 95% interval
 *   -- empty: no experiment has that setting
 *   -- example: key=noise.slip
 *   -- picture: bars x=value y=pause_share low=low95 high=high95 group=treaty
 *
 * Title and about come first and must be there. A parameter's type is integer,
 * number, text, or its words: up|down. In the SQL it is :NAME, and NULL where
 * nothing was given and it has no value of its own. Columns that are in
 * schema_doc need no line.
 */
#ifndef DT_STORE_QUERY_FILE_H
#define DT_STORE_QUERY_FILE_H

#include <stddef.h>

#include "base/arena.h"
#include "base/status.h"
#include "store/cell.h"

/* A parameter and what it is to be: bound, never pasted. */
struct dt_query_value {
	const char *name;       /* without the colon */
	struct dt_cell cell;
};

struct dt_query_parameter {
	const char *name;
	const char *type;       /* "integer", "number", "text" or "up|down" */
	const char *initial;    /* as --set would give it; NULL: none */
	const char *unit;       /* "": none */
	const char *meaning;
};

struct dt_query_column {
	const char *name, *unit, *meaning;
};

/* Names of columns; NULL: none. Of x and group several, with commas: what they
 * say is written side by side. */
struct dt_query_picture {
	const char *kind;       /* "bars", "lines" or "survival"; NULL: none */
	const char *x, *y, *low, *high, *group;
};

struct dt_query_file {
	const char *name, *title, *about, *sql, *path;
	const char *question;   /* "": none */
	const char *empty;      /* why an answer has no rows; "": not said */
	const char *example;    /* "key=noise.slip kind=up"; "": without any */
	const struct dt_query_parameter *parameters;
	size_t n_parameters;
	const struct dt_query_column *columns;
	size_t n_columns;
	struct dt_query_picture picture;
};

/* Reads one. DT_EINPUT with path and line where the head is missing, or says
 * what it may not. */
enum dt_status dt_query_read_file(struct dt_arena *arena, const char *path,
    struct dt_query_file *file, struct dt_error *err);

/* The same from a text: file->name, path and sql are set. */
enum dt_status dt_query_read_head(struct dt_arena *arena,
    struct dt_query_file *file, struct dt_error *err);

/*
 * Values for all parameters of a query: those of the texts "NAME=VALUE"
 * (NULL-terminated; or NULL), else its own. Without a query, any names will
 * do, and what reads as a number is one. DT_EUSAGE with the way out where a
 * name is not known or said twice, or a value is not of its type.
 */
enum dt_status dt_query_set(struct dt_arena *arena,
    const struct dt_query_file *file, const char *const *sets,
    struct dt_query_value **values, size_t *n, struct dt_error *err);

/* A text as a parameter of that type takes it; false: it is none. */
bool dt_query_set_reads(const char *type, const char *text,
    struct dt_cell *cell);

#endif
