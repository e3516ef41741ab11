/*
 * keeping: whether a scenario's treaty is kept, as sentences and tables.
 *
 * Exactly where the treaty's states are few enough, else by play. Tables:
 *   verdict      one row: holds, perfect, method, slack, what binds
 *   slack        by party and state, the departure that pays most there
 *   values       what complying is worth to each agent
 *   thresholds   for which values of one quantity it holds (exact only)
 *   departures   every departure in every state (not shown to people)
 */
#ifndef DT_KEEPING_H
#define DT_KEEPING_H

#include "base/shelf.h"
#include "catalogue/experiment.h"
#include "format/solution.h"
#include "comply/comply_play.h"

#define DT_KEEPING_NOT_KEPT "treaty-not-kept"
#define DT_KEEPING_FEW_PLAYS "treaty-few-plays"
#define DT_KEEPING_UNKNOWN_END "treaty-unknown-end"

struct dt_keeping_request {
	const char *const *patience;    /* "us=0.95", NULL-terminated, or NULL:
	                                 * agents whose discount differs from
	                                 * the continuation */
	bool thresholds;                /* of a few quantities, where there are
	                                 * few states */
	bool dials;                     /* and of each key of the treaty */
	/* Called by the caller's thread as the answer grows. First, where there
	 * are many states: with what a few plays say (the question is
	 * DT_KEEPING_FEW_PLAYS). Else, where all know the last round: with its
	 * first sentence and the first of its three parts, if that is no
	 * (DT_KEEPING_NOT_KEPT), or with the answer as if they did not
	 * (DT_KEEPING_UNKNOWN_END); neither, where the answer is there soon, by
	 * states that are on the shelf. Then, where thresholds are looked for,
	 * once the verdict stands, and after each of them. Or NULL. */
	void (*heard)(void *of, const struct dt_solution *so_far);
	/* Called by the caller's thread now and then while thresholds are looked
	 * for: `done` of `all` of them (`what`: "keys") are told. False: no more,
	 * DT_ESTOPPED; one that is looked at is looked at to its end. Or NULL. */
	bool (*go_on)(void *of, const char *what, int64_t done, int64_t all);
	void *of;               /* of both */
	struct dt_shelf *shelf;   /* graphs of verdicts before; or NULL */
	struct dt_comply_play_request play;     /* where it is played; threads
	                                 * look at thresholds too, and at both
	                                 * games where the end is known */
};

/* DT_EUSAGE: no treaty, or a patience that names no agent. */
enum dt_status dt_keeping_solve(struct dt_arena *arena,
    const struct dt_experiment *experiment,
    const struct dt_keeping_request *request, struct dt_solution *solution,
    struct dt_error *err);

/* The model in which signers comply, with these patiences. */
enum dt_status dt_keeping_model(struct dt_arena *arena,
    const struct dt_experiment *experiment, const char *const *patience,
    struct dt_comply_model *model, struct dt_error *err);

/* The verdict: exact if it can be, else by play, and then `why` says why. */
enum dt_status dt_keeping_judge(const struct dt_comply_model *model,
    const struct dt_comply_play_request *request,
    struct dt_comply_verdict *verdict, struct dt_error *err);

/* Whether all know the round after which it ends; and the same game without a
 * known end, as long in the mean. Of more than one round. */
static inline bool
dt_keeping_ends(const struct dt_comply_model *model)
{
	return model->model.continuation_chance >= 1 &&
	    model->model.rounds > 1;
}
struct dt_comply_model dt_keeping_endless(const struct dt_comply_model *model);

/* An agent as people call it; a state as one agent sees it: "in force, two
 * strikes". In the arena; NULL: memory is out. */
const char *dt_keeping_name(const struct dt_experiment *experiment,
    size_t agent);
const char *dt_keeping_state(struct dt_arena *arena,
    const struct dt_comply_case *one, bool played);
/* "secret", "open", "refuse", "withdraw", "hold", "abstain". */
extern const char *const dt_keeping_departures[];
/* By enum dt_comply_part: "kept", "credible", "stayed". */
extern const char *const dt_keeping_part_words[];
/* By enum dt_comply_answer: "no", "yes, but", ... And how it was found:
 * "exact", "bounded" (but for strikes that are not counted), "simulated". */
extern const char *const dt_keeping_answers[];
const char *dt_keeping_method(const struct dt_comply_verdict *verdict);

#endif
