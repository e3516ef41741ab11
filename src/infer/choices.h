/*
 * choices: recorded play as a list of choices: what was done, and what was
 * seen before it.
 *
 * A match is a run as one subject played it; a subject has one or several. A
 * choice knows the view (game/view.h) that led to it: whom its subject saw
 * racing in the round before, its own executed move, and the treaty's phase.
 * So a strategy can be led along the moves that were made, whatever it would
 * have done itself. Everything lives in the arena of the collection.
 */
#ifndef DT_CHOICES_H
#define DT_CHOICES_H

#include "base/arena.h"
#include "game/view.h"
#include "store/store.h"

struct dt_choice {
	uint16_t view;          /* of so many agents as the group has */
	bool race;
};

struct dt_choices_match {
	size_t subject;         /* index */
	size_t from, n;         /* choices */
};

/* What is estimated together: a treatment. */
struct dt_choices {
	const char *name;
	size_t agents;          /* that a game has: how views are numbered */
	size_t n_subjects, room_subjects;
	const char **subjects;  /* names */
	size_t n_matches, room_matches;
	struct dt_choices_match *matches;
	size_t n, room;
	struct dt_choice *list;
};

/* What a game's rows say of one agent and round. */
struct dt_choices_row {
	bool race;              /* what counts as its choice */
	bool raced;             /* what it executed, as all saw it */
	bool finding, party;
	size_t alarms;
	enum dt_phase phase;
};

/* A match of a subject from the rows of its rounds, in order. */
enum dt_status dt_choices_add(struct dt_choices *choices,
    struct dt_arena *arena, size_t subject, const struct dt_choices_row *rows,
    size_t n, struct dt_error *err);

/* A new subject's index; SIZE_MAX: memory is out. The name is borrowed. */
size_t dt_choices_subject(struct dt_choices *choices, struct dt_arena *arena,
    const char *name);

/* Matches in words, "PPR/PRR": what the subject did in each round, P for
 * PAUSE and R for RACE (C and D do as well), and what the other did; several
 * with commas between. DT_EUSAGE: something else. */
enum dt_status dt_choices_of_words(struct dt_choices *choices,
    struct dt_arena *arena, const char *words, struct dt_error *err);

/* ---- choices_read.c: from a database ---- */

/* What is estimated together, and who a subject is. */
enum dt_choices_by {
	DT_CHOICES_BY_SCENARIO, /* of imported play: its treatment */
	DT_CHOICES_BY_TREATY, DT_CHOICES_BY_EXPERIMENT, DT_CHOICES_BY_ALL
};

struct dt_choices_request {
	enum dt_choices_by by;
	bool agents;            /* a subject is an agent in all runs of its
	                         * experiment; else each run has its own. Where
	                         * the file names subjects, they are it */
	bool intended;          /* what the strategy chose; else what was
	                         * executed */
};

struct dt_choices_found {
	size_t n, room;
	struct dt_choices *groups;
	size_t bare;            /* experiments that keep no rounds */
};

/* DT_EUSAGE, with a way out, if no experiment keeps its rounds. */
enum dt_status dt_choices_read(struct dt_store *store, const char *path,
    const struct dt_choices_request *request, struct dt_arena *arena,
    struct dt_choices_found *found, struct dt_error *err);

#endif
