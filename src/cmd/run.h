/* run: what the files of the verb `run` share. */
#ifndef DT_CMD_RUN_H
#define DT_CMD_RUN_H

#include "cli/command.h"
#include "cli/progress.h"
#include "play/exact.h"
#include "play/play.h"
#include "play/record.h"
#include "play/summary.h"

/* The command line that plays the same again, in the arena; NULL: no memory.
 * It names what the results depend on and nothing else. */
const char *dt_cmd_run_command(const struct dt_command_call *call,
    const struct dt_experiment *experiment);

/* A word as a shell takes it, behind a space; an option as it was given. */
void dt_cmd_run_add_word(struct dt_text *text, const char *word);
void dt_cmd_run_add_option(struct dt_text *text,
    const struct dt_command_call *call, const char *option);

/* A seed where none was given. */
uint64_t dt_cmd_run_draw_seed(void);

/* A call of the verb, from its options to its end. */
struct dt_cmd_run_job {
	struct dt_command_call *call;
	struct dt_experiment experiment;
	char why[DT_PLAY_WHY];  /* its engine */
	struct dt_summary summary;
	struct dt_exact exact;
	struct dt_text strip;
	struct dt_store *store;
	struct dt_record record;
	const char *kept;       /* in which file, once it is closed */
	bool *done;             /* [run - 1]: in the file already */
	int64_t skipped;
	struct dt_progress progress;
};

/* The summary as JSON, or a CSV line an agent. */
enum dt_exit dt_cmd_run_json(const struct dt_cmd_run_job *job);
enum dt_exit dt_cmd_run_csv(const struct dt_cmd_run_job *job);

/* What is to be kept, by the options. */
bool dt_cmd_run_keeps_rounds(const struct dt_command_call *call,
    const struct dt_model *model);
/* Before anything is registered: as --detail packed says; NULL: no store. */
void dt_cmd_run_keep_packed(const struct dt_command_call *call,
    struct dt_store *store);
enum dt_seal_level dt_cmd_run_level(const struct dt_command_call *call);

/* Settles the experiment's engine: after it was made. */
enum dt_exit dt_cmd_run_engine(struct dt_cmd_run_job *job);
/* Prints the exact answer: of the engine chain. */
enum dt_exit dt_cmd_run_exact(struct dt_cmd_run_job *job);

/* All of `run SCENARIO --run N`: that run, round by round. */
enum dt_exit dt_cmd_run_rounds(struct dt_command_call *call);

/* All of `run --negotiate MENU`. */
enum dt_exit dt_cmd_run_negotiate(struct dt_command_call *call,
    const char *menu, uint64_t seed);

/* All of `run --again DB`. */
enum dt_exit dt_cmd_run_again(struct dt_command_call *call);

/* Plays, keeps, and prints; the experiment has been made. */
enum dt_exit dt_cmd_run_play(struct dt_cmd_run_job *job);

#endif
