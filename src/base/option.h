/*
 * option: words like "--seed 7 frontier" against a table of options.
 *
 * One table says what may be given, and serves the command line, its help,
 * completions and manual (room cli), and questions that are asked of the
 * library (room ask), where the words come from a file or a page. What was
 * given lives in the arena it was read into; nothing here prints.
 */
#ifndef DT_OPTION_H
#define DT_OPTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"

struct dt_option {
	const char *name;       /* "seed"; NULL ends a table */
	char letter;            /* 's', or 0 */
	const char *argument;   /* "N"; NULL: a flag */
	bool repeated;          /* may be given several times */
	const char *words;      /* "text json csv": no other value is taken;
	                         * or completed only: "@treaties" for the names
	                         * of a kind, "@verbs", "@files"; or NULL */
	const char *help;       /* one sentence; wrapped when printed */
};

/* An option that was given, with its values, NULL-terminated. */
struct dt_option_given {
	const struct dt_option *option;
	const char **values;
	size_t n;
};

/* All that was given, in order. Zeroed: nothing. */
struct dt_options {
	struct dt_option_given *given;
	size_t n;
	const char *const *operands;    /* the words that are no options */
	int n_operands;
};

/*
 * Reads words by tables of options (NULL-terminated, at most 7; their rows
 * end with name NULL). Options may stand before or after operands; "--" ends
 * them. Words are borrowed. DT_EUSAGE names the word, and the nearest that
 * would do.
 */
enum dt_status dt_option_read(struct dt_arena *arena,
    const struct dt_option *const *tables, int n, const char *const *words,
    struct dt_options *options, struct dt_error *err);

/* A line as words, in the arena: at blanks; '...' holds together. NULL: out
 * of memory. */
const char *const *dt_option_split(struct dt_arena *arena, const char *line,
    int *n);

/* The (last) value of an option, or NULL; flags have the value "". */
const char *dt_option_value(const struct dt_options *options,
    const char *name);
/* All values of a repeated option, NULL-terminated, in order. */
const char *const *dt_option_values(const struct dt_options *options,
    const char *name);

/* The value as a whole number in [least, most]; where it is not given,
 * *value keeps what it was. DT_EUSAGE otherwise. */
enum dt_status dt_option_whole(const struct dt_options *options,
    const char *name, int64_t least, int64_t most, int64_t *value,
    struct dt_error *err);
/* The same for a number. */
enum dt_status dt_option_number(const struct dt_options *options,
    const char *name, double least, double most, double *value,
    struct dt_error *err);

#endif
