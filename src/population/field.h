/*
 * field: the strategies that meet in a tournament or a population, compiled
 * for one game, of two or of groups.
 *
 * The game is an experiment (a scenario with its payoffs, noise, treaty and
 * length); its own strategies do not matter. A file that has faults
 * does not stop the others: it stands among the broken, with what is wrong.
 * Everything lives in the catalogue's arena.
 */
#ifndef DT_POPULATION_FIELD_H
#define DT_POPULATION_FIELD_H

#include "catalogue/experiment.h"

struct dt_field_one {
	const char *name, *title, *path;
	struct dt_automaton automaton;
	enum dt_strategy_form form;     /* of what follows one is set where it
	                         * is no automaton: */
	const struct dt_learner_made *const *learner;   /* [seat] */
	const struct dt_strategy *program;
};

struct dt_field_broken {
	const char *path;
	int line;               /* 0: the file as a whole */
	const char *why;
};

struct dt_field {
	const struct dt_experiment *game;
	size_t n, room;
	struct dt_field_one *list;
	size_t n_broken, room_broken;
	struct dt_field_broken *broken;
};

/* Of any number of agents. */
void dt_field_open(struct dt_field *field, const struct dt_experiment *game);
/* DT_EUSAGE: the experiment is not of two agents. */
enum dt_status dt_field_start(struct dt_field *field,
    const struct dt_experiment *game, struct dt_error *err);

/* By name or path; one that is there by that name is not added again.
 * DT_EINPUT if there is none of that name; its faults make it broken. */
enum dt_status dt_field_add(struct dt_field *field,
    const struct dt_catalogue *catalogue, const char *name,
    struct dt_error *err);

/* "a,b,c"; "all": those of the catalogue that are automata. */
enum dt_status dt_field_add_list(struct dt_field *field,
    const struct dt_catalogue *catalogue, const char *names,
    struct dt_error *err);

/* Every *.yaml of a folder, by name, as a class hands them in. Two files with
 * one name of a strategy: the later is broken. */
enum dt_status dt_field_add_folder(struct dt_field *field,
    const struct dt_catalogue *catalogue, const char *path,
    struct dt_error *err);

/* How many files are broken, and the table of them; nothing if none is. */
struct dt_solution;
void dt_field_tell_broken(const struct dt_field *field,
    struct dt_solution *solution);

#endif
