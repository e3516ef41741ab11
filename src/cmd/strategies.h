/*
 * strategies: all strategies that a call may compare with, each read once:
 * those that the catalogue lists, and files that were named besides.
 */
#ifndef DT_CMD_STRATEGIES_H
#define DT_CMD_STRATEGIES_H

#include "cli/command.h"
#include "game/study.h"

struct dt_cmd_strategies {
	size_t n, room;
	struct dt_cmd_strategies_one {
		const char *path;
		struct dt_study study;
	} *list;                /* in the call's arena */
	bool listed;            /* the catalogue's are among them */
};

/* What there is to say of the strategy in a file, a sentence a line: its
 * size, what a slip does, which others are the same machine. A file that has
 * faults adds nothing. DT_ENOMEM. */
enum dt_status dt_cmd_strategies_tell(const struct dt_command_call *call,
    struct dt_cmd_strategies *all, const char *path, struct dt_text *text,
    struct dt_error *err);

/* Those sentences for people: each wrapped to the call's width, behind two
 * spaces. */
void dt_cmd_strategies_wrap(const struct dt_command_call *call,
    const struct dt_text *says, struct dt_text *text);

#endif
