/*
 * design_ask: a design asked by words, as on the command line, and as the files
 * of published results have them.
 */
#ifndef DT_DESIGN_ASK_H
#define DT_DESIGN_ASK_H

#include "base/option.h"
#include "design/design.h"

/* What can be said with it; name NULL ends the table. */
extern const struct dt_option dt_design_options[];

struct dt_design_ask {
	const struct dt_catalogue *catalogue;   /* answers live in its arena */
	const struct dt_options *options;       /* one operand: a scenario */
	struct dt_faults *faults;       /* those of files that a person wrote */
	const char *name;               /* of the treaty that is written */
	struct dt_text *svg;            /* gets the frontier, or NULL */
	const struct dt_stop *stop;     /* or NULL */
	void (*progress)(void *of, int64_t done, int64_t all,
	    const char *best);          /* or NULL */
	void *of;
};

/* As dt_design_find; DT_EINPUT with faults: a file. */
enum dt_status dt_design_ask(const struct dt_design_ask *ask,
    struct dt_solution *solution, struct dt_design_found *found,
    struct dt_error *err);

/* The same of a whole command, "design duel -c 0.9". */
enum dt_status dt_design_ask_words(const struct dt_design_ask *ask,
    const char *command, struct dt_solution *solution,
    struct dt_design_found *found, struct dt_error *err);

#endif
