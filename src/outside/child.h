/*
 * child: a program that is spoken to in lines.
 *
 * It is started by dt_child_start with a stdin and stdout of its own and
 * the caller's stderr, in a process group of its own, with no other file of
 * ours open. dt_child_tell keeps a line for later; dt_child_ask sends what
 * was kept and its own line, and waits for one line of answer. dt_child_end
 * closes its stdin, gives it a moment, kills it and whatever it started, and
 * waits for it: none is left behind. A process belongs to one thread.
 *
 * Faults are DT_EINPUT and say what the program did; who called adds when.
 */
#ifndef DT_OUTSIDE_CHILD_H
#define DT_OUTSIDE_CHILD_H

#include <stdatomic.h>
#include <stddef.h>

#include "base/status.h"
#include "base/text.h"

enum { DT_CHILD_LINE_MOST = 65536 };  /* bytes of an answer */

struct dt_child_call {
	const char *const *words;       /* program and its words */
	size_t n;
	const char *folder;     /* to start it in; NULL: the present one */
};

struct dt_child;

/* DT_EINPUT: it cannot be started, and why. DT_EIO: the system has no more
 * processes or files. */
enum dt_status dt_child_start(struct dt_child **process,
    const struct dt_child_call *call, struct dt_error *err);
void dt_child_end(struct dt_child *process);

/* Kept until the next ask. The line ends with LF. DT_ENOMEM. */
enum dt_status dt_child_tell(struct dt_child *process, const char *line,
    struct dt_error *err);

/* The answer without its LF, valid until the next call. DT_EINPUT: it died,
 * took longer, wrote unasked or too much. DT_ESTOPPED once *stop (or NULL). */
enum dt_status dt_child_ask(struct dt_child *process, const char *line,
    double seconds, const atomic_bool *stop, const char **answer,
    struct dt_error *err);

#endif
