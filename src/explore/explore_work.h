/*
 * explore_work: a question at work, in a process of its own: what it takes is
 * not given back.
 */
#ifndef DT_EXPLORE_WORK_H
#define DT_EXPLORE_WORK_H

#include "catalogue/experiment.h"
#include "explore/explore_ask.h"
#include "format/solution.h"

struct dt_explore_work {
	const struct dt_explore_ask *ask;
	struct dt_arena arena;
	struct dt_catalogue catalogue;
	struct dt_faults faults;
	const char *scenario, *treaty;
	const char **sets;      /* "key=value", NULL-terminated */
	json_t *answer;
	struct dt_node *design; /* as a tree, and its treaty as a text, once a */
	const char *yaml;       /* part of the answer has asked for them */
	/* Called as the answer grows; or NULL. */
	void (*grown)(void *work, const struct dt_solution *so_far);
	const char *todo;       /* beside an error; NULL: the usual */
	struct dt_error err;
};

/* Reads what was asked, a treaty's text too. Faults of what was asked are in
 * work->faults, all others in work->err; so with each function here. */
enum dt_status dt_explore_work_prepare(struct dt_explore_work *work);

/* A treaty's text, as a file in memory of this process alone, becomes the
 * treaty. */
enum dt_status dt_explore_work_text(struct dt_explore_work *work,
    const char *text);

/* The scenario under a treaty (NULL: its own), compiled; */
enum dt_status dt_explore_work_experiment(struct dt_explore_work *work,
    const char *treaty, struct dt_experiment *made);

/* and with the treaty of the question, as a tree; or that of an experiment's
 * resolved text. */
enum dt_status dt_explore_work_tree(struct dt_explore_work *work,
    struct dt_node **root);
enum dt_status dt_explore_work_tree_of(struct dt_explore_work *work,
    const char *config, struct dt_node **root);

/* The answer, as the command gives it; svg: its picture, or NULL. On DT_OK the
 * solution is the caller's. */
enum dt_status dt_explore_work_find(struct dt_explore_work *work,
    struct dt_text *svg, struct dt_solution *solution);

/* "detente VERB ...", the words that give the same; a text is named
 * DT_SOLUTION_AGAIN_FILE. In the arena; NULL: memory is out. */
const char *dt_explore_work_command(struct dt_explore_work *work,
    const char *verb);

#endif
