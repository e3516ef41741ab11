/* school_rehearse: a class of simulated students, over real sockets. */
#ifndef DT_SCHOOL_REHEARSE_H
#define DT_SCHOOL_REHEARSE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"

struct dt_school_rehearsal {
	size_t n;                       /* students, at least 1 */
	uint16_t port;
	const char *code;
	const atomic_bool *stop;        /* or NULL */
};

/* Until all have seen the lesson's end. By a thread of its own, beside the one
 * that serves. DT_EIO: what a student was refused. */
enum dt_status dt_school_rehearse(const struct dt_school_rehearsal *request,
    struct dt_error *err);

#endif
