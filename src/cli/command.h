/*
 * command: what a subcommand is, and what it is given.
 *
 * To add a verb: a file src/cmd/VERB.c with one const struct dt_command, and
 * its lines in cmd/verbs.h and in the table of cmd/main.c. Its options are rows of one
 * table, from which come the parsing, --help, the completions and the
 * manual's synopsis. Every verb has --help, --quiet and --color besides.
 */
#ifndef DT_CMD_COMMAND_H
#define DT_CMD_COMMAND_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/faults.h"
#include "base/option.h"
#include "base/status.h"
#include "base/text.h"
#include "catalogue/catalogue.h"

enum dt_exit {
	DT_EXIT_OK = 0,
	DT_EXIT_FAILURE = 1,
	DT_EXIT_USAGE = 2,
	DT_EXIT_INPUT = 3,      /* a file that a person wrote has faults */
	DT_EXIT_NO = 4,         /* a verification says no */
	DT_EXIT_INTERRUPTED = 130,
};

/* Rows that several verbs have. */
#define DT_COMMAND_FORMAT(words) { "format", 0, "FORM", false, words, \
    "form of the data on standard output; text is for people" }
#define DT_COMMAND_OUTPUT { "output", 'o', "FILE", false, "@files", \
    "write to FILE in place of standard output" }
#define DT_COMMAND_FORCE { "force", 'f', NULL, false, NULL, \
    "overwrite what is there" }

struct dt_command_call;

struct dt_command {
	const char *name;       /* "run" */
	const char *brief;      /* one line */
	const char *operands;   /* "SCENARIO", "[DB [NAME]]" or NULL */
	const char *operand_words;      /* to complete, as words of an option;
	                         * operands separated by '|', the last for all
	                         * that follow. "@names": of the kind that the
	                         * operand before it says. "@own": those
	                         * of own_word */
	const char *(*own_word)(size_t k);      /* the k-th, from 0; NULL after
	                                         * the last */
	int least, most;        /* operands; most -1: any number */
	const char *about;      /* paragraphs, separated by blank lines */
	const char *examples;   /* lines "command\tcomment", or NULL */
	const struct dt_option *options;        /* or NULL */
	const struct dt_option *more;   /* rows after those; or NULL */
	bool at_once;           /* dies of SIGINT, SIGTERM, SIGHUP; else it looks at
	                         * dt_command_stopped */
	enum dt_exit (*run)(struct dt_command_call *call);
};

/* A call of a command: its operands and options, and the surroundings that
 * main has set up. Owned by main. */
struct dt_command_call {
	const struct dt_command *command;
	const struct dt_command *const *verbs;  /* all; NULL-terminated */
	struct dt_options options;
	int n_operands;                 /* those of options */
	const char *const *operands;
	struct dt_arena *arena;
	struct dt_catalogue catalogue;
	FILE *out;              /* data: stdout, or the file of -o for text */
	bool colour;            /* stderr takes ANSI escapes */
	bool quiet;             /* --quiet: no advice, no progress */
	bool progress;          /* stderr is a terminal and progress is wanted */
	size_t width;           /* columns for prose: the terminal's, or 80 */
	size_t columns;         /* no longer lines than that; 0: any length */
};

/* The verb of that name, or NULL. */
const struct dt_command *dt_command_find(
    const struct dt_command *const *verbs, const char *name);
/* The names of verbs, NULL-terminated, in the arena; none when memory is
 * out. */
const char *const *dt_command_names(struct dt_arena *arena,
    const struct dt_command *const *verbs);

/* The (last) value of an option, or NULL; flags have the value "". */
const char *dt_command_value(const struct dt_command_call *call,
    const char *option);
/* All values of a repeated option, NULL-terminated, in order. */
const char *const *dt_command_values(const struct dt_command_call *call,
    const char *option);
/* The value as a whole number in [least, most], or `absent`. Reports a usage
 * error and sets *bad otherwise. */
int64_t dt_command_whole(const struct dt_command_call *call,
    const char *option, int64_t least, int64_t most, int64_t absent,
    bool *bad);
/* The same for a number. */
double dt_command_number(const struct dt_command_call *call,
    const char *option, double least, double most, double absent, bool *bad);

/* The value of -j: as many threads as there are cores where not given. */
int dt_command_threads(const struct dt_command_call *call, bool *bad);

/* Prints "detente: ..." to stderr and gives the exit status that belongs to
 * a failed call; with faults (may be NULL), prints those instead. */
enum dt_exit dt_command_fail(const struct dt_command_call *call,
    const struct dt_faults *faults, const struct dt_error *err);

/* Prints the warnings of what was read without a fault, if any, to stderr. */
void dt_command_warn(const struct dt_command_call *call,
    const struct dt_faults *faults);

/* "detente run: ..." and a pointer to --help, on stderr. DT_EXIT_USAGE. */
enum dt_exit dt_command_usage(const struct dt_command_call *call,
    const char *format, ...) __attribute__((format(printf, 2, 3)));

/* " did you mean 'X'?" with the nearest of the words (NULL-terminated), or
 * "", to end a message with. Lives in call->arena. */
const char *dt_command_nearest(const struct dt_command_call *call,
    const char *wrong, const char *const *words);

/* Writes a text to call->out; reports and returns DT_EXIT_FAILURE when memory
 * ran out for it or writing fails (full disk). A closed pipe is no error. */
enum dt_exit dt_command_write(const struct dt_command_call *call,
    const struct dt_text *text);

/* Set by SIGINT, SIGTERM and SIGHUP; long work looks at it, in all threads. A second
 * one kills. */
extern atomic_bool dt_command_stopped;

/* Goes on until then: for long work that tells its progress to nobody. */
bool dt_command_go_on(void *context, const char *what, int64_t done,
    int64_t all);

/* Writes to stderr, as all that a call says does: foreign text in it cannot
 * move the cursor (dt_text_add_visible). */
void dt_command_tell(const char *format, ...)
    __attribute__((format(printf, 1, 2)));
/* Writes an advice line for people to stderr unless --quiet. */
void dt_command_advise(const struct dt_command_call *call,
    const char *format, ...) __attribute__((format(printf, 2, 3)));

enum dt_command_format {
	DT_FORMAT_TEXT, DT_FORMAT_JSON, DT_FORMAT_CSV, DT_FORMAT_LATEX
};

/* The value of --format; an option "format" must be in the table. */
enum dt_command_format dt_command_format(const struct dt_command_call *call);

#endif
