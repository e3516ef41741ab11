/*
 * parts_rounds: what the files of a game that ends share, which goes from its
 * last round to its first.
 *
 *   parts_ending   its rounds
 *   parts_reach    which states each of them may be in
 *   parts_choice   what may be done in a state, and where it leads
 *   parts_ways     room for two rounds, and what notice is worth
 *   parts_round    what states are worth in a round
 *   parts_weigh    by each act, by columns
 *   parts_news     which of its states may tell something new
 */
#ifndef DT_COMPLY_PARTS_ROUNDS_H
#define DT_COMPLY_PARTS_ROUNDS_H

#include "comply/parts_internal.h"

/* Of a game that ends, the first columns of a state's values: what it has by
 * complying, and by each of the best plans; and where the others begin, of
 * notice, so that vectors do. */
enum {
	DT_PARTS_COMPLY, DT_PARTS_KEPT, DT_PARTS_LEFT, DT_PARTS_FULL,
	DT_PARTS_HEADS, DT_PARTS_FIRST = 8
};
/* They, by each act that it may do first: [act * DT_PARTS_HEADS + head]. */
enum { DT_PARTS_ACTS_HEADS = DT_SCENE_ACTS * DT_PARTS_HEADS };
/* Which heads' plans may do an act: so many sets. States at once. */
enum { DT_PARTS_PLAN_SETS = 1 << DT_PARTS_HEADS, DT_PARTS_BLOCK = 4 };

/* Departures: those of one who stays, and then that one withdraws. */
enum {
	DT_PARTS_STAYING = DT_SCENE_ACTS - DT_SCENE_SECRET,
	DT_PARTS_DEPARTURES = DT_WORTH_ACTS - DT_SCENE_SECRET
};
static inline int
dt_parts_departure(int act)
{
	return act - DT_SCENE_SECRET;
}
/* Of a game that ends, what departures have told in the rounds after the one at
 * hand, by dt_parts_departure. States of which the same is told are of one class:
 * what one of them has told is nothing new of another. Where a gain may be off, by
 * more in one state than in another, each is a class of its own. */
struct dt_parts_class {
	/* A gain that is no more tells nothing new. */
	double bar[DT_PARTS_DEPARTURES];
	/* Number of the case, from 1 on; 0: none yet. */
	uint32_t known[DT_PARTS_DEPARTURES];
	/* In which answer it counts. */
	uint8_t asked[DT_PARTS_DEPARTURES];
	uint8_t kept;                   /* acts that count in KEPT, by bits */
};
struct dt_parts_news {
	size_t n;                       /* states */
	uint32_t *class_of;             /* [expected * n + state] */
	struct dt_parts_class *classes; /* those of which nothing is asked for
	                                 * first */
	size_t n_classes, room;
	bool exact;                     /* no gain is off by anything */
	double most[DT_COMPLY_PARTS];   /* nothing of an answer that gains no
	                                 * more is new, but of its own case */
	uint8_t *some;                  /* [state]: which departures may tell
	                                 * something new, in the round at hand,
	                                 * by bits: DT_PARTS_NEWS_OF */
	double *gains;                  /* of states where acts may, what each
	                                 * gains: DT_PARTS_STAYING of each, */
	uint32_t *where;                /* [state]: the so manyth */
	uint32_t n_gains;
	double scale;                   /* the largest value there may be */
};
static inline struct dt_parts_class *
dt_parts_class(const struct dt_parts_news *news, size_t state, bool expected)
{
	return news->classes + news->class_of[expected * news->n + state];
}
/* DT_ENOMEM. Freed with dt_parts_news_free, also then. */
enum dt_status dt_parts_news_start(const struct dt_parts *parts,
    struct dt_parts_news *news);
void dt_parts_news_free(struct dt_parts_news *news);
#define DT_PARTS_NEWS_OF(act) (1U << dt_parts_departure(act))
#define DT_PARTS_NEWS_LEAVE DT_PARTS_NEWS_OF(DT_WORTH_WITHDRAW)
enum { DT_PARTS_SOME = 8 };     /* `some` of states are looked at together */
/* Some acts of a state may tell something new, by their bits: room for what
 * each gains. */
static inline double *
dt_parts_news_keep(struct dt_parts_news *news, size_t state, unsigned some)
{
	news->some[state] = (uint8_t)some;
	news->where[state] = news->n_gains++;
	return news->gains + news->where[state] * (size_t)DT_PARTS_STAYING;
}
/* Of a departure that is to be looked at: if what it tells of is known, what
 * gains no more need not be. What is a hair below what binds may bind
 * (dt_parts_binds_more), which may give way by one hair more. */
enum { DT_PARTS_HAIRS = 2 };
static inline void
dt_parts_news_expect(const struct dt_parts_news *news,
    struct dt_parts_class *class, int act, double gain)
{
	double *bar = class->bar + dt_parts_departure(act);
	if (news->exact && *bar > -INFINITY)
		*bar = dt_number_max(*bar, gain - DT_PARTS_HAIRS *
		    dt_parts_hair(news->scale, gain));
}
/* Whether a gain that is off by nothing is seen at once to tell nothing new;
 * then its bar is raised. */
bool dt_parts_news_is_old(const struct dt_parts *parts,
    const struct dt_parts_news *news, struct dt_parts_class *class, int act,
    double gain);
/* Whether any act of a state may tell something new, by what was told since it
 * was first seen; none is off by anything. */
bool dt_parts_news_tells(const struct dt_parts *parts,
    const struct dt_parts_news *news, size_t state, bool expected);
/* Where a departure that gained so much, or may be off by that, was looked at:
 * `old`, it told nothing new. */
void dt_parts_news_raise(const struct dt_parts *parts,
    struct dt_parts_news *news, struct dt_parts_class *class, int act,
    double off, double gain, bool old);

/* What states are in each round (DT_PARTS_MARKS), from the last one back. Once a
 * round has all that the one before had, rounds differ in few states: then those
 * are kept, and what they were. */
struct dt_parts_mark {
	uint32_t state;
	unsigned char was;              /* what it was marked with */
};
struct dt_parts_marks {
	size_t n;                       /* states */
	unsigned char *rows;            /* [round * n + state]: of the first
	                                 * rounds; round 0 is the first one */
	size_t n_rows, rows_room;       /* rounds; bytes */
	struct dt_parts_mark *changes;
	size_t n_changes;
	size_t *end;                    /* [round]: where its changes end */
	unsigned char *last;            /* [state]: of the last round, and then
	                                 * of the one at hand; or NULL */
	/* The round at hand, and its marks: [state]. */
	size_t at;
	const unsigned char *mark;
	bool same, less;                /* it is like the round after it; all in
	                                 * it is there, too; not of the last */
};
/* DT_ENOMEM. Freed with dt_parts_marks_free, also then. */
enum dt_status dt_parts_reach(const struct dt_parts *parts, size_t rounds,
    struct dt_parts_marks *marks);
void dt_parts_marks_free(struct dt_parts_marks *marks);
/* To the round before the one at hand; at first to the last of all. */
void dt_parts_marks_go(struct dt_parts_marks *marks, size_t round);

/* Where an act may lead, and the chance of it. */
struct dt_parts_way {
	double chance;
	size_t to;                      /* by which of its state's edges */
};

/* An act that is asked for in a state: complying first. Where all see a race,
 * refusing to be looked at leads where it does, and pays less. */
struct dt_parts_choice {
	double pay;                     /* of the round */
	uint32_t way, end;              /* of its ways, or of those that it
	                                 * has in common with the one before */
	uint8_t act, plans;             /* bits of heads whose plan may do it */
	bool again;                     /* its ways are those of the one
	                                 * before, */
	bool worse;                     /* and it is never better than that */
};

/* Forms of states: choices and ways of all forms, one after the other. */
struct dt_parts_form {
	uint32_t choice, n, way;        /* where they begin; choices */
	uint32_t acts;                  /* that depart, by DT_PARTS_NEWS_OF */
	uint32_t state, here;           /* where its states begin in by_form,
	                                 * and in at */
};
struct dt_parts_forms {
	struct dt_parts_form *of;
	struct dt_parts_choice *choices;
	struct dt_parts_way *ways;
	uint32_t *number;               /* by the number of its key */
	uint32_t n, n_choices, n_ways;
	size_t room, choices_room, ways_room, number_room;
};
/* A state's own: its form, and where its edges begin. */
struct dt_parts_place {
	size_t edge;
	uint32_t form;
};

/* Of a game that ends, where an agent that is no party any more has the same in
 * each round but the first, wherever it is: then notice is worth that for each
 * round that is left, and something more by the state and by how long it runs,
 * which is worked out once. Else it is worked out in each round, by columns (see
 * parts_round.c). */
enum { DT_PARTS_NOTICE_BEST, DT_PARTS_NOTICE_COMPLY, DT_PARTS_NOTICES };
struct dt_parts_notice {
	bool level;                     /* it is so */
	double out[DT_PARTS_NOTICES];   /* what it then has in a round */
	double *more;                   /* [(k * states + state) *
	                                 * DT_PARTS_NOTICES]: beyond `out` in
	                                 * each round, where so many rounds are
	                                 * left, k, that notice does not end;
	                                 * of one more than notice has, where
	                                 * it ends. What follows served to find
	                                 * that */
	double rest[DT_PARTS_NOTICES];  /* `out` in all rounds that are left */
	double *now;                    /* [state * DT_PARTS_NOTICES]: what
	                                 * notice is worth in the round at hand */
};

/* Two rounds of a game that ends, the one at hand and the one after it. */
struct dt_parts_rounds {
	size_t n;                       /* states */
	int64_t gone_through;           /* rounds, its last */
	bool narrow;                    /* rows have the heads alone: notice is
	                                 * level, or not asked for */
	uint32_t *at;                   /* [here]: states of the round at hand
	                                 * that are asked for, form by form
	                                 * where rows are narrow; of the others
	                                 * nothing is worked out */
	size_t here;
	double *rows[2];                /* [state * width + column]: see
	                                 * parts_round.c; now, and after it */
	size_t best, width;             /* columns: where those by complying
	                                 * while notice runs begin; all */
	size_t gone, given;             /* of its columns: notice that ends in
	                                 * the round at hand, and is given; or
	                                 * which `more` of notice that is */
	struct dt_parts_notice notice;
	struct dt_parts_values now;     /* of the rows at hand */
	double acts[DT_PARTS_BLOCK][DT_PARTS_ACTS_HEADS];       /* of states at
	                                 * once */
	double tempts;                  /* the most that racing now gains where
	                                 * it is expected to comply, and may
	                                 * race later */
	double most;                    /* the largest value */
	struct dt_parts_forms forms;
	struct dt_parts_place *place;   /* [state] */
	uint32_t *by_form;              /* states, form by form */
	const uint32_t *to;             /* of the graph: [edge] */
	struct dt_parts_news news;
	double *room;
	uint8_t *may;                   /* [state * DT_WORTH_ACTS + act]: bits
	                                 * of heads whose plan may do it */
};
/* Where findings alone are asked for: whether an act in a state of the round at
 * hand may gain more than what binds, if none is off by anything; none gains more
 * than the best plan. */
static inline bool
dt_parts_may_bind(const struct dt_parts *p, const struct dt_parts_rounds *r,
    size_t state, bool expected)
{
	size_t at = state * r->now.stride;
	return !p->brief || p->strikes.other != NULL || (expected &&
	    r->now.kept[at] - r->now.comply[at] >
	    r->news.most[DT_COMPLY_KEPT]);
}
/* What giving notice gains in a state of the round at hand: then it goes on as
 * is best, where compliers come to it; elsewhere it complies. */
static inline double
dt_parts_leaving(const struct dt_parts_rounds *r, size_t state, bool expected)
{
	const struct dt_parts_values *now = &r->now;
	const double *value = expected ? now->leave_best : now->leave;
	return value[state * now->leave_stride] - now->comply[state *
	    now->stride];
}
/* All 0. DT_ENOMEM. Freed with dt_parts_rounds_free, also then. */
enum dt_status dt_parts_rounds_start(const struct dt_parts *parts,
    struct dt_parts_rounds *rounds);
void dt_parts_rounds_free(struct dt_parts_rounds *rounds);
/* The round at hand, the t-th, from the one after it, of the states that are
 * marked in it. */
void dt_parts_rounds_back(struct dt_parts *parts,
    struct dt_parts_rounds *rounds, int64_t t,
    const struct dt_parts_marks *marks);
/* One round further back: the one at hand comes to be the one after. */
void dt_parts_rounds_swap(struct dt_parts_rounds *rounds);
/* Choices of all states, by what their plans may do. False: memory is out; freed
 * with dt_parts_choices_free also then. */
bool dt_parts_choices(const struct dt_parts *parts,
    struct dt_parts_rounds *rounds);
void dt_parts_choices_free(struct dt_parts_rounds *rounds);
/* The states of a round that are asked for, which mostly are those of the round
 * after it: form by form, or as they come. */
void dt_parts_choices_list(struct dt_parts_rounds *rounds,
    const struct dt_parts_marks *marks);
/* What it has that acts so in a state, and then complies; NAN: it cannot. */
double dt_parts_rounds_act(const struct dt_parts_rounds *rounds, size_t state,
    int act);
/* The same by all acts, and where it then goes on as is best for racing: those
 * two heads of each. */
void dt_parts_rounds_acts(const struct dt_parts_rounds *rounds, size_t state,
    double acts[DT_PARTS_ACTS_HEADS]);
/* What the best of all plans does first. */
int dt_parts_rounds_plan(const struct dt_parts_rounds *rounds, size_t state);

#endif
