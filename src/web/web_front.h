/*
 * web_front: looks at a request before the site does, and refuses what a lax
 * parser lets pass: two lengths, two hosts, folded lines, NUL, foreign hosts
 * and origins, bodies that are too long. Knows no socket and no library: it
 * is handed what was read of a head.
 */
#ifndef DT_WEB_FRONT_H
#define DT_WEB_FRONT_H

#include "web/web_head.h"

/* What is let in. */
struct dt_web_rules {
	const char *const *hosts;       /* "127.0.0.1:8000", ..., NULL */
	size_t body;            /* bytes */
};

/* The status with which the request is refused; 0: it is let through, and the
 * lower half of head is filled. */
unsigned dt_web_front_judge(struct dt_web_head *head,
    const struct dt_web_rules *rules);

/* May the library read a target's pairs? Above some it runs out of memory and
 * answers nothing. */
bool dt_web_front_short(const char *target);

#endif
