/*
 * process: a program that is spoken to in lines.
 *
 * It is started by dt_process_start with a stdin and stdout of its own and
 * the caller's stderr, in a process group of its own, with no other file of
 * ours open. dt_process_tell keeps a line for later; dt_process_ask sends what
 * was kept and its own line, and waits for one line of answer. dt_process_end
 * closes its stdin, gives it a moment, kills it and whatever it started, and
 * waits for it: none is left behind. A process belongs to one thread.
 *
 * Faults are DT_EINPUT and say what the program did; who called adds when.
 */
#ifndef DT_OUTSIDE_PROCESS_H
#define DT_OUTSIDE_PROCESS_H

#include <stdatomic.h>
#include <stddef.h>

#include "base/status.h"
#include "base/text.h"

enum { DT_PROCESS_LINE_MOST = 65536 };  /* bytes of an answer */

struct dt_process_call {
	const char *const *words;       /* program and its words */
	size_t n;
	const char *folder;     /* to start it in; NULL: the present one */
};

struct dt_process;

/* DT_EINPUT: it cannot be started, and why. DT_EIO: the system has no more
 * processes or files. */
enum dt_status dt_process_start(struct dt_process **process,
    const struct dt_process_call *call, struct dt_error *err);
void dt_process_end(struct dt_process *process);

/* Kept until the next ask. The line ends with LF. DT_ENOMEM. */
enum dt_status dt_process_tell(struct dt_process *process, const char *line,
    struct dt_error *err);

/* The answer without its LF, valid until the next call. DT_EINPUT: it died,
 * took longer, wrote unasked or too much. DT_ESTOPPED once *stop (or NULL). */
enum dt_status dt_process_ask(struct dt_process *process, const char *line,
    double seconds, const atomic_bool *stop, const char **answer,
    struct dt_error *err);

#endif
