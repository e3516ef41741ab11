/*
 * comply_play_arm: what is drawn by play, and what it says, from the bottom up.
 *
 * comply_play_arm.c    what is drawn from which class
 * comply_play_shown.c  whether no departure gains
 * comply_play_look.c   how often
 * comply_play_judge.c  findings
 */
#ifndef DT_COMPLY_PLAY_ARM_H
#define DT_COMPLY_PLAY_ARM_H

#include "comply/comply_play_internal.h"

/* ---- comply_play_arm.c ---- */

/* What is known of one departure from one class. */
struct dt_comply_play_cell {
	bool asked;
	unsigned parts;                 /* bits: that it is judged for */
	enum dt_chain_departure departure;
	int64_t n;
	double sum, squares;
	double rare;            /* what one draw more may be off, of which no
	                         * like was seen: it is part of the error */
	double mean, error;             /* by these; NAN before */
};

/* What is drawn together: departures of one round, or a plan. */
struct dt_comply_play_arm {
	size_t agent;
	const struct dt_comply_play_class *class;       /* NULL: the start */
	int kept;                       /* which state of it; -1: each in turn */
	const struct dt_comply_play_plan *plan;         /* NULL: one round */
	bool split;                     /* into arms of single states */
	struct dt_comply_play_cell cell[DT_COMPLY_PLAY_CELLS];
	int64_t n, valued;
	double value, norm, squares;    /* sums over `valued` draws; squares
	                                 * of value */
	double work;
	int64_t next;                   /* draws of the next look */
};

struct dt_comply_play_arms {
	const struct dt_comply_play_classes *classes;
	int parts;                      /* with those that bound them */
	double scale;                   /* the largest payoff of a round */
	double slack_error, share;      /* or this share of the slack */
	struct dt_comply_play_arm *all;
	size_t n, room, n_cells;
	double work, work_most, spent;  /* spent: before */
	int looks;
	bool short_of_work, failed;     /* failed: memory is out */
	bool focused;                   /* at last only on the largest */
};

/* The largest payoff of a round, by size, of one that does as all do, or alone
 * does not. */
double dt_comply_play_arm_scale(const struct dt_comply_model *model);
/* NULL in `all`: memory is out. */
bool dt_comply_play_arm_make(struct dt_comply_play_arms *arms,
    const struct dt_comply_model *model);
/* Adds what was drawn. */
void dt_comply_play_arm_add(struct dt_comply_play_arm *arm,
    const struct dt_comply_play_drawn *drawn, bool whole);
/* One arm for each state that an arm's class keeps, in its place. False:
 * memory is out. */
bool dt_comply_play_arm_split(struct dt_comply_play_arms *arms, size_t arm,
    int64_t draws);

/* ---- comply_play_shown.c ---- */

/* Draws below which a departure is not judged. */
enum { DT_COMPLY_PLAY_DRAWN = 8 };

/* A mean that is this or more errors off is so for sure, for one cell: three
 * of a normal, by Student's t. */
double dt_comply_play_shown_errors(int64_t n);
/* Whether it is one of a part's departures, `kept` being the answer to KEPT. */
bool dt_comply_play_shown_counts(const struct dt_comply_play_cell *cell,
    enum dt_comply_part part, enum dt_comply_answer kept);
/* Whether by all that was drawn no departure of that part gains; else *why is
 * a reason. `kept`: that it is so of KEPT. */
bool dt_comply_play_shown(const struct dt_comply_model *model,
    const struct dt_comply_play_arms *arms, enum dt_comply_part part,
    enum dt_comply_answer kept, const char **why);

/* ---- comply_play_look.c ---- */

/* Sets `next` of all; false: no more is needed, or may be done. */
bool dt_comply_play_look_plan(struct dt_comply_play_arms *arms);
/* By how many errors a mean must be off to say so, all cells and looks
 * together, by Student's t. */
double dt_comply_play_look_quantile(const struct dt_comply_play_arms *arms,
    int64_t n);

/* ---- comply_play_judge.c ---- */

/* Cases and findings. False: something is not finite, and nothing may be
 * drawn from it; or memory is out: then there are no cases. */
enum dt_status dt_comply_play_judge(const struct dt_comply_model *model,
    const struct dt_comply_play_arms *arms,
    struct dt_comply_verdict *verdict, struct dt_error *err);

#endif
