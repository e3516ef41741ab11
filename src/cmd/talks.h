/* talks: negotiations as the options of a call ask for them: for the verbs
 * negotiate and run. */
#ifndef DT_CMD_TALKS_H
#define DT_CMD_TALKS_H

#include "bargain/negotiate.h"
#include "cli/command.h"
#include "cli/progress.h"

struct dt_cmd_talks {
	struct dt_command_call *call;
	const char *menu_name;  /* NULL: halt */
	const char *scenario;
	const char *const *more_menu_sets;      /* beside those of the call; */
	const char *const *more_sets;           /* or NULL */
	uint64_t seed;
	int64_t runs, keep;
	int threads;
	/* What follows is made. */
	struct dt_faults faults;
	struct dt_error err;
	struct dt_menu menu;
	struct dt_stakes stakes;
	struct dt_talks_setting setting;
	struct dt_negotiate negotiate;
	struct dt_solution solution;
	struct dt_progress progress;
};

/* Reads the menu, values its texts, and holds the talks; why not: err and
 * faults. The options payoffs, continuation, set, menu-set, protocol,
 * ratification and deadline are looked at, where the verb has them. */
enum dt_status dt_cmd_talks_hold(struct dt_cmd_talks *talks);
void dt_cmd_talks_free(struct dt_cmd_talks *talks);

#endif
