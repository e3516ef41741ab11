/* child_internal: what the files of child share. */
#ifndef DT_OUTSIDE_CHILD_INTERNAL_H
#define DT_OUTSIDE_CHILD_INTERNAL_H

#include <sys/types.h>

#include "outside/child.h"

struct dt_child {
	pid_t pid;              /* 0: it has been waited for */
	int how;                /* then: as of waitpid; -1: not known */
	int in, from;           /* its stdin, a socket: writing to it raises no
	                         * SIGPIPE; its stdout, a pipe */
	struct dt_text out;     /* to be sent */
	size_t n;               /* bytes of an answer that came so far */
	char heard[DT_CHILD_LINE_MOST];
};

/* Gives it a moment, kills what is left of its group, waits for it. How it
 * ended. */
int dt_child_reap(struct dt_child *process);

#endif
