/*
 * reproduce: what the files of the verb share.
 *
 * A published result is read (reproduce.c), its command is run by threads
 * (reproduce_run.c), numbers are picked out of the JSON (reproduce_pick.c).
 */
#ifndef DT_CMD_REPRODUCE_H
#define DT_CMD_REPRODUCE_H

#include <jansson.h>

#include "base/text.h"
#include "cli/command.h"
#include "catalogue/published.h"

struct dt_reproduce_item {
	const char *path;
	struct dt_published published;  /* .name alone where it has faults */
	bool broken;                    /* the file has faults */
	char **words;                   /* of the command, NULL-terminated */
	struct dt_text out, said;       /* what came on stdout, on stderr */
	int status;                     /* exit status; -1: it did not end */
};

/* Makes the words of a command; false: memory is out, or too many. */
bool dt_cmd_reproduce_split(struct dt_arena *arena,
    struct dt_reproduce_item *item);

/* Runs this program for each of n items that is not broken, `threads` of them
 * at a time. */
void dt_cmd_reproduce_run(struct dt_reproduce_item *items, size_t n,
    int64_t threads);

/* The JSON of an item that has run; NULL and the reason in *why. */
json_t *dt_cmd_reproduce_answer(struct dt_arena *arena,
    const struct dt_reproduce_item *item, const char **why);

/* The number at a path; false and the reason in *why. */
bool dt_cmd_reproduce_pick(struct dt_arena *arena, const json_t *json,
    const char *path, double *number, const char **why);

#endif
