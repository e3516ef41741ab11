/*
 * reproduce: what the files of the verb share.
 *
 * A published result is read (reproduce.c), its question is answered by
 * threads (reproduce_answer.c).
 */
#ifndef DT_CMD_REPRODUCE_H
#define DT_CMD_REPRODUCE_H

#include <jansson.h>

#include "catalogue/published.h"
#include "cli/command.h"

/* Zero it and set path first; release by dt_cmd_reproduce_free. */
struct dt_reproduce_item {
	const char *path;
	struct dt_published published;  /* .name alone where it has faults */
	bool broken;                    /* the file has faults */
	struct dt_arena arena;          /* its answer's */
	json_t *answer;                 /* NULL: none */
	const char *why;                /* there is none, in the arena */
};

/* Answers n items, but those that are broken, `threads` at a time. */
enum dt_status dt_cmd_reproduce_answer(const struct dt_command_call *call,
    struct dt_reproduce_item *items, size_t n, int threads,
    struct dt_error *err);

void dt_cmd_reproduce_free(struct dt_reproduce_item *items, size_t n);

#endif
