/*
 * explore_ask: a question as JSON, as detente-explore(5) has it: read
 * strictly, and with no way to name a file.
 */
#ifndef DT_EXPLORE_ASK_H
#define DT_EXPLORE_ASK_H

#include <jansson.h>
#include <stdbool.h>

#include "catalogue/catalogue.h"

enum {
	DT_EXPLORE_SETS = 64,   /* keys that a question may set */
	DT_EXPLORE_CELLS = 41,  /* values of an axis of a map */
	DT_EXPLORE_NAME = 80,   /* bytes of a pin's name, */
	DT_EXPLORE_NOTE = 2000, /* and of its note */
};

struct dt_explore_ask {
	const struct dt_catalogue *catalogue;   /* names; not changed */
	const char *scenario, *treaty;  /* those of the call, which may be
	                         * paths; or NULL */
	const char *database;   /* that pins are kept in; or NULL */
	json_t *json;           /* what was asked; owned */
	const char *what;       /* "verdict", "thresholds", "tornado", "run",
	                         * "band", "map", "check",
	                         * "brief", "compare", "pin", "pins",
	                         * "withdraw" */
	const char *page;       /* who asks; or "" */
	void *kept;             /* memory that comes after the question, for the
	                         * next (ask.h); or NULL */
	size_t kept_bytes;
};

/* Reads a body. DT_EINPUT: what it asks is not asked this way. */
enum dt_status dt_explore_ask_read(struct dt_explore_ask *ask,
    const char *body, size_t n, struct dt_error *err);

/* A text of what was asked; NULL: not said. */
const char *dt_explore_ask_text(const struct dt_explore_ask *ask,
    const char *key);

/* Whether it is about the database, and not about a design. */
bool dt_explore_ask_of_file(const struct dt_explore_ask *ask);

#endif
