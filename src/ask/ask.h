/*
 * ask: every question that `detente solve` answers, as a call of the library.
 *
 * A question has a name, takes what it needs from one table of options
 * (dt_ask_options), and answers with a solution: sentences and tables, which
 * format/ prints as text, JSON or CSV, and solution_record.c keeps. The verbs
 * `solve` and `reproduce` ask this way, and pages do. Nothing here prints.
 *
 * To add a question: a file ask_QUESTION.c with one function, its row in the
 * table of ask.c, its options in ask_option.c.
 */
#ifndef DT_ASK_H
#define DT_ASK_H

#include "base/option.h"
#include "base/stop.h"
#include "catalogue/experiment.h"
#include "format/solution.h"
#include "play/record.h"

struct dt_ask {
	const struct dt_catalogue *catalogue;   /* answers live in its arena */
	const struct dt_options *options;       /* read by dt_ask_options */
	bool again;             /* a kept answer is found again: nobody has
	                         * asked for programs to be started */
	const char *subject;    /* a scenario, a game; NULL: none is given */
	struct dt_faults *faults;       /* those of files that a person wrote */
	struct dt_text *picture;        /* gets an SVG; NULL: none is wanted */
	/* Of runs that --refine plays into a database; NULL: that is not
	 * allowed here. */
	struct dt_record_provenance *provenance;
	/* Called now and then in long work, `done` of `all` (`what`: "cells",
	 * "runs"); false stops it: DT_ESTOPPED. NULL: to the end. */
	bool (*go_on)(void *context, const char *what, int64_t done,
	    int64_t all);
	/* Called with what long work found, a line each, before it stands in the
	 * answer; false: not now, it is told again. Or NULL. */
	bool (*found)(void *context, const char *line);
	/* Called as an answer grows that comes piece by piece (the question
	 * `treaty`): what stands so far. Or NULL. */
	void (*grown)(void *context, const struct dt_solution *so_far);
	void *context;          /* of all three */
	void *kept;             /* memory, 0 at first, in which a verdict leaves
	                         * for the next what it can use; no other may use
	                         * it meanwhile; or NULL */
	size_t kept_bytes;
	const struct dt_stop *stop;     /* what questions that `stops` found
	                                 * until then is their answer; or
	                                 * NULL */
	const char *note;       /* set by the answer: what a person should know
	                         * beside it; or NULL */
};

struct dt_ask_question {
	const char *name;       /* "payoff-set": also the option that asks it,
	                         * but for game, treaty and play */
	const char *brief;      /* one line: what it asks */
	enum dt_status (*answer)(struct dt_ask *ask,
	    struct dt_solution *solution, struct dt_error *err);
	bool stops;             /* looks at the stop, and answers what it
	                         * found so far */
	const char *takes;      /* another question's option that means
	                         * something here too; or NULL */
	bool draws;             /* has a picture; a game's methods say each for
	                         * itself */
};

/* All questions; name NULL ends the table. */
extern const struct dt_ask_question dt_ask_questions[];

/* What can be said with a question; name NULL ends the table. */
extern const struct dt_option dt_ask_options[];
/* The same for the question `play`. */
extern const struct dt_option dt_ask_play_options[];
/* And for `compare`. */
extern const struct dt_option dt_ask_compare_options[];
/* And for `tournament`. */
extern const struct dt_option dt_ask_tournament_options[];
/* And for `infer`. */
extern const struct dt_option dt_ask_infer_options[];
/* And for `evolve`. */
extern const struct dt_option dt_ask_evolve_options[];

/* The question that the options and the subject ask, the first that was
 * given; NULL: none, as there is no subject. */
const struct dt_ask_question *dt_ask_which(const struct dt_ask *ask);

/* Reads the words of a command, "solve duel --long-run" or "run duel", behind
 * "detente" or not, as the options, the subject and the question; its text,
 * split, lives in the catalogue's arena. DT_EINPUT: it is no such command;
 * DT_EUSAGE: a word that means nothing. */
enum dt_status dt_ask_words(struct dt_ask *ask, const char *command,
    struct dt_options *options, const char **question, struct dt_error *err);

/*
 * Answers a question by its name. On DT_OK the solution is the caller's
 * (dt_solution_free); its verdict may be no. DT_EUSAGE: a question that does
 * not exist, options that do not fit, or that ask something else besides;
 * DT_EREFUSED: a picture is wanted and the answer has none; DT_EINPUT with faults: the file of the
 * subject; DT_ESTOPPED: go_on said so.
 */
enum dt_status dt_ask(struct dt_ask *ask, const char *question,
    struct dt_solution *solution, struct dt_error *err);

#endif
