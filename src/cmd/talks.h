/* talks: negotiations as the options of a call ask for them: for the verbs
 * negotiate and run. */
#ifndef DT_CMD_TALKS_H
#define DT_CMD_TALKS_H

#include "bargain/negotiate.h"
#include "bargain/talks_outside.h"
#include "bargain/talks_record.h"
#include "cli/command.h"
#include "cli/progress.h"

struct dt_cmd_talks {
	struct dt_command_call *call;
	const char *menu_name;  /* NULL: halt */
	const char *scenario;
	const char *const *more_menu_sets;      /* beside those of the call; */
	const char *const *more_sets;           /* or NULL */
	uint64_t seed;
	bool drawn;             /* the seed was not given: with --append the one
	                         * of talks that the file has is taken */
	int64_t runs, keep;
	int threads;
	/* What follows is made. */
	struct dt_faults faults;
	struct dt_error err;
	struct dt_menu menu;
	struct dt_stakes stakes;
	struct dt_talks_setting setting;
	struct dt_talks_outside *outside;       /* or NULL */
	struct dt_negotiate negotiate;
	struct dt_solution solution;
	struct dt_progress progress;
	struct dt_store *store; /* of --output; NULL: nothing is kept */
	struct dt_experiment experiment;        /* as it is kept */
	struct dt_talks_record record;
};

/* Reads the menu, values its texts, and holds the talks; why not: err and
 * faults. The options payoffs, continuation, set, menu-set, protocol,
 * ratification, deadline and, of the file, output, append, force and evidence
 * are looked at, where the verb has them. The store is open behind it. */
enum dt_status dt_cmd_talks_hold(struct dt_cmd_talks *talks);
/* Ends the file, if the talks came to their end and there is one. */
enum dt_status dt_cmd_talks_close(struct dt_cmd_talks *talks, bool whole,
    struct dt_error *err);
void dt_cmd_talks_free(struct dt_cmd_talks *talks);

/* talks_keep.c: opens the file; takes its seed, if there is none. */
enum dt_status dt_cmd_talks_open(struct dt_cmd_talks *talks);
/* Holds the talks, and keeps them. */
enum dt_status dt_cmd_talks_keep(struct dt_cmd_talks *talks);

#endif
