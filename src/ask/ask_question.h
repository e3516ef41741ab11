/* ask_question: the questions, one file each, and what they share. For
 * ask.c and src/ask/ask_*.c alone. */
#ifndef DT_ASK_QUESTION_H
#define DT_ASK_QUESTION_H

#include "ask/ask.h"

enum { DT_ASK_THREADS_MOST = 1024 };

enum dt_status dt_ask_attribution(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_coalitions(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_compare(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_evolve(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_from(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_game(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_infer(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_learning(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_long_run(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_map(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_model(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_payoff_set(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_play(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_prior(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_tornado(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_tournament(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_ask_treaty(struct dt_ask *ask,
    struct dt_solution *solution, struct dt_error *err);

/* ask_alone.c: whether no option is there that goes with another question.
 * DT_EUSAGE: one is. */
enum dt_status dt_ask_alone(const struct dt_ask *ask,
    const struct dt_ask_question *question, struct dt_error *err);

/* Fails: an answer that has no picture. */
enum dt_status dt_ask_no_picture(struct dt_error *err);

/* ask_option.c */

const char *dt_ask_value(const struct dt_ask *ask, const char *option);

/* --threads (as many as cores where not given) and --seed (1). */
enum dt_status dt_ask_effort(const struct dt_ask *ask, int *threads,
    uint64_t *seed, struct dt_error *err);

/* These and --slack-error, for a treaty that is played. */
struct dt_comply_play_request;
enum dt_status dt_ask_slack(const struct dt_ask *ask,
    struct dt_comply_play_request *request, struct dt_error *err);

/* --treaty, --payoffs, --continuation and --set as overrides of the scenario,
 * NULL-terminated. NULL: memory is out. */
const char *const *dt_ask_sets(const struct dt_ask *ask);

/* The scenario that is the subject, with --payoffs, --set, --continuation
 * and with this treaty and these strategies (NULL: the scenario's). */
enum dt_status dt_ask_make(const struct dt_ask *ask, const char *treaty,
    const char *strategies, struct dt_experiment *experiment,
    struct dt_faults *faults, struct dt_error *err);

/* The same with --treaty and --strategies; DT_EUSAGE without a subject. */
enum dt_status dt_ask_experiment(const struct dt_ask *ask,
    struct dt_experiment *experiment, struct dt_error *err);

#endif
