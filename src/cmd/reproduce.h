/*
 * reproduce: what the files of the verb share.
 *
 * A published result is read (reproduce.c), its question is answered by
 * threads (reproduce_answer.c), and what it gives is told beside what was
 * published (reproduce_tell.c).
 */
#ifndef DT_CMD_REPRODUCE_H
#define DT_CMD_REPRODUCE_H

#include <jansson.h>

#include "catalogue/published.h"
#include "cli/command.h"
#include "format/table.h"

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

struct dt_reproduce_job {
	struct dt_command_call *call;
	struct dt_table table;
	json_t *rows;
	struct dt_text text;    /* for one result in detail, and of reasons */
	struct dt_text where;   /* of results of one status, their sources */
	int64_t values, differ, printed, quoted, derived;
	int only;               /* results of that status; below 0: all */
	int threads;
};

/* A value as found and as published. `why` not NULL: it was not found. */
void dt_cmd_reproduce_row(struct dt_reproduce_job *j,
    const struct dt_published *p, const struct dt_published_value *v,
    double got, double allowed, const char *why);

/* One result's source, status, model and command, for people. */
void dt_cmd_reproduce_detail(struct dt_reproduce_job *j,
    const struct dt_reproduce_item *item);

/* Its source, where results of one status are asked for. */
void dt_cmd_reproduce_where(struct dt_reproduce_job *j,
    const struct dt_reproduce_item *item);

/* All rows, in the format that was asked for. */
enum dt_exit dt_cmd_reproduce_print(struct dt_reproduce_job *j);

#endif
