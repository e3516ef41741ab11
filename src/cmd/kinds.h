/*
 * kinds: what `detente list` and `detente show` know: files that people write
 * (catalogue/catalogue.h), games, queries, models, and the evidence in a
 * database.
 *
 * To add a kind: its row in the table of kinds.c; if it is a file, first its
 * row in the table of catalogue.c. Help, completions and messages follow.
 */
#ifndef DT_CMD_KINDS_H
#define DT_CMD_KINDS_H

#include "cli/listing.h"
#include "cmd/show.h"
#include "format/json.h"

struct dt_cmd_kind {
	const char *word;       /* "treaty"; NULL ends the table */
	const char *plural;     /* "treaties"; NULL: it is not listed */
	bool alone;             /* `show` does without a name */
	bool apart;             /* not among those that `list` alone shows */

	/* Its listing; NULL: that of the catalogue's files. */
	enum dt_status (*list)(const struct dt_command_call *call,
	    struct dt_listing *listing, struct dt_error *err);
	/* All of `show KIND NAME`; NULL: as a file, by what follows. */
	enum dt_exit (*show)(struct dt_command_call *call, const char *name);

	const char *heading;    /* above sentences: "Read aloud" */
	void (*say)(const struct dt_cmd_show *show, struct dt_text *sentences);
	void (*tell)(const struct dt_cmd_show *show);   /* tables, pictures */
	/* More members of its JSON. */
	void (*json)(const struct dt_cmd_show *show, json_t *json);
	/* Looks at options of this kind alone, writes other files and forms;
	 * true: nothing more is to be shown. */
	bool (*instead)(const struct dt_cmd_show *show, enum dt_exit *exit);
	bool aloud;             /* the sentences are all: no list of keys */
	const char *advice;     /* what to do with it; %s is its name */
	/* In place of advice: another for what is shown, with its name; NULL:
	 * none. */
	const char *(*advise)(const struct dt_cmd_show *show);
};

extern const struct dt_cmd_kind dt_cmd_kinds[];

/* By word or plural, or NULL. */
const struct dt_cmd_kind *dt_cmd_kinds_find(const char *word);

/* "; did you mean 'treaty'?" (or 'treaties'), or "". */
const char *dt_cmd_kinds_nearest(const struct dt_command_call *call,
    const char *wrong, bool plural);

#endif
