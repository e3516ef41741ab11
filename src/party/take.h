/*
 * take: what every member but the keeper does: takes the log from a folder
 * that came in any way, if it is authentic and goes on from what is had. If it
 * does not, the keeper has shown two logs, and that is proved.
 */
#ifndef DT_PARTY_TAKE_H
#define DT_PARTY_TAKE_H

#include "party/book.h"

struct dt_take {
	uint64_t before, taken;         /* entries */
	enum dt_verdict verdict;        /* not GOOD: nothing was taken */
	struct dt_error why;
	const char *fork;       /* the file that proves it, in the folder; or
	                         * NULL */
};

/* Makes the folder from the charter and treaty of the other if it is not
 * there. */
enum dt_status dt_take_log(const char *folder, const char *from,
    struct dt_arena *arena, uint64_t now, struct dt_take *take,
    struct dt_error *err);

#endif
