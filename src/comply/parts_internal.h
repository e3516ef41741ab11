/*
 * parts_internal: what the files of parts share.
 *
 *   parts          all agents, and how many strikes are counted
 *   parts_seat     one of them by itself, and what all come to
 *   parts_build    what is made ready for an agent
 *   parts_agent    values of one agent in an endless game, and its departures
 *   parts_ending   the same, round by round, in a game that ends: see
 *                  parts_rounds.h
 *   parts_look     what departures in a state gain
 *   parts_cases    in which answer each counts, and what all come to
 */
#ifndef DT_COMPLY_PARTS_INTERNAL_H
#define DT_COMPLY_PARTS_INTERNAL_H

#include <math.h>

#include "base/index.h"
#include "base/number.h"
#include "comply/parts.h"
#include "comply/strikes.h"
#include "comply/worth.h"

/* Values of one round, or of any: by complying; by the best plan of racing and
 * refusing; of what is best once notice was given; of all of these; and of
 * giving notice now, and then complying or doing what is best (of no meaning
 * where it cannot). [state * stride]
 */
struct dt_parts_values {
	double *comply, *kept, *left, *full;
	double *leave, *leave_best;
	size_t stride, leave_stride;    /* the latter of these two */
};

/* Strikes beyond the last rung that are counted at first, of others and of the
 * focal agent; how often more are where that leaves an answer open. Figures,
 * where the answers stand, are made exact as far as so many states let them.
 */
enum {
	DT_PARTS_BEYOND = 1, DT_PARTS_BEYOND_FOCAL = 2, DT_PARTS_TRIES = 12,
	DT_PARTS_STATES_SOME = 8000
};

/* Values and best plans that were found for a model like the one at hand,
 * from which its own are looked for. */
enum dt_parts_plan {
	DT_PARTS_PLAN_KEPT, DT_PARTS_PLAN_LEFT, DT_PARTS_PLAN_FULL,
	DT_PARTS_PLANS
};
enum { DT_PARTS_VALUES = 6 };
struct dt_parts_past {
	double *room;                   /* [value * n + state] */
	uint8_t *plan;                  /* [plan * n + state] */
	bool there;
};

/* Of the largest value: what counts as zero. */
#define DT_PARTS_ZERO 1e-10

struct dt_parts {
	const struct dt_comply_model *m;
	const struct dt_parts_limits *limits;
	const double *outsider;         /* by agent */
	struct dt_comply_verdict *v;
	struct dt_error *err;
	struct dt_index cases;          /* of the verdict's */
	double shown[DT_COMPLY_PARTS];  /* the most that is shown to be gained */
	double open[DT_COMPLY_PARTS];   /* the most that may be gained */
	struct dt_comply_case sure[DT_COMPLY_PARTS];    /* of `shown` */
	bool by_focal[DT_COMPLY_PARTS]; /* what is in doubt is so by strikes of
	                                 * the agent itself, */
	int64_t enough[DT_COMPLY_PARTS];        /* of which so many would leave
	                                 * none; 0: not of them */
	double scale;                   /* of the largest value */
	/* Of the agent at hand. */
	size_t agent;
	double keep;
	struct dt_graph graph;
	size_t cut;                     /* states before some of them were cut
	                                 * off, since KEPT alone is asked; or 0 */
	struct dt_scenes scenes;
	struct dt_worth worth;
	struct dt_strikes strikes;
	unsigned char *expected;        /* [state of KEPT]: DT_PARTS_EXPECTED */
	double *room;                   /* of values, by complying first; of the
	                                 * past where there is one; or NULL */
	double rounding;                /* of its values */
	struct dt_parts_past *past;     /* or NULL */
	bool brief;                     /* findings of KEPT and STAYED alone */
	size_t looked;                  /* of a game that ends: states before
	                                 * this one were looked at */
};

/* What a round that follows is worth of this one's, to the agent at hand. */
static inline double
dt_parts_keep(const struct dt_parts *p)
{
	return p->m->model.continuation_chance < 1 ?
	    p->m->patience[p->agent] : 1;
}

/* A gain that is no more than this is none: payoff, in all. */
static inline double
dt_parts_zero(const struct dt_parts *p)
{
	return dt_number_max(DT_PARTS_ZERO * p->scale, 4 * p->rounding);
}

/* Whoever does not sign must do the same in each round: its chance to race, by
 * agent. DT_EUSAGE: one has a memory. */
enum dt_status dt_parts_outsiders(const struct dt_comply_model *model,
    double *outsider, struct dt_error *err);
/* Whether others are never found, since no pause is taken for a race. */
bool dt_parts_innocent(const struct dt_comply_model *model);
/* One that an earlier signer is like, or SIZE_MAX. */
size_t dt_parts_twin(const struct dt_comply_model *model, size_t agent);

/* The graph of the agent at hand, and all that is put on it; `beyond`: see
 * above. Released with dt_parts_release, also after an error. */
enum dt_status dt_parts_build(struct dt_parts *parts, const int64_t beyond[2]);
/* DT_EUSAGE: states once it has given notice were too many. */
enum dt_status dt_parts_must_leave(const struct dt_parts *parts);
void dt_parts_release(struct dt_parts *parts);
/* Puts it on again, where the graph has grown: values of states before one are
 * known. */
enum dt_status dt_parts_put(struct dt_parts *parts, size_t from);

/* By how much what is gained in a state may be off; and whether strikes of the
 * agent itself are the larger part of that. */
struct dt_parts_doubt {
	double off;
	bool by_focal;
};

struct dt_parts_rounds;
/* Departures in a state, in this round (0: any); after: the round after it. */
struct dt_parts_sight {
	int64_t round;
	double norm;                    /* of a sum, what a round of it is */
	const struct dt_parts_values *now, *after;
	struct dt_parts_rounds *rounds; /* of a game that ends; or NULL */
	const double *acts;             /* then, of the state: see
	                                 * dt_parts_news; NULL: they tell
	                                 * nothing new, or are not there */
	struct dt_parts_doubt doubt;    /* of the state that is looked at */
	bool expected;
};
/* DT_ENOMEM */
enum dt_status dt_parts_look(struct dt_parts *parts, size_t state,
    const struct dt_parts_sight *sight);
/* The most that the best plan of all departures (worth.plan) gains in a state
 * that is marked as expected, where racing alone gains nothing: kept, at the
 * most. */
enum dt_status dt_parts_look_for_plan(struct dt_parts *parts,
    const unsigned char *mark, double kept,
    const struct dt_parts_sight *sight);
/* Not signing, at the start. */
enum dt_status dt_parts_abstain(struct dt_parts *parts,
    const struct dt_parts_sight *sight);
/* By how much a gain may be off in a state. */
struct dt_parts_doubt dt_parts_doubt(const struct dt_parts *parts,
    size_t state);
/* Of departures that are worth the same but for rounding the first stays, or
 * the one that less is in doubt of, so that what binds does not hang on it. */
bool dt_parts_binds_more(const struct dt_parts *parts, double best,
    double shown, const struct dt_comply_case *than);
/* Within which a departure is worth the same as one that gains so much, where
 * the largest value is a scale. */
static inline double
dt_parts_hair(double scale, double best)
{
	return 1e-11 * scale + 1e-9 * fabs(best);
}
/* A gain that is no more than this is told by a case (number: from 1 on), which
 * so does not hang on rounding. */
static inline double
dt_parts_told(const struct dt_parts *p, uint32_t number)
{
	double best = p->v->cases[number - 1].best;
	return best + dt_parts_hair(p->scale, best);
}
/* Where an agent stands that departs in a state. */
struct dt_chain_standing dt_parts_standing(const struct dt_parts *parts,
    size_t state, bool expected);
/* Gathers a departure; number: see dt_parts_class.known; or NULL. DT_ENOMEM */
enum dt_status dt_parts_add(struct dt_parts *parts,
    struct dt_comply_case *one, const struct dt_parts_doubt *doubt,
    uint32_t *number);
/* From what was gathered to the findings. */
void dt_parts_find(struct dt_parts *parts);

/* What a state is in a round of a game that ends: one that compliers come to;
 * that some history leads to in which the agent is judged; and whose values are
 * asked for: all of these and those after its notice, or, where a game was gone
 * through before its graph has grown, those to which what is new leads. */
enum {
	DT_PARTS_EXPECTED = 1, DT_PARTS_REACHED = 2, DT_PARTS_ASKED = 4,
	DT_PARTS_MARKS = 7, DT_PARTS_BITS = 3
};
/* Departures that plans are made of. */
bool dt_parts_may_kept(const void *graph, size_t state, int act);
bool dt_parts_may_left(const void *graph, size_t state, int act);
bool dt_parts_may_full(const void *graph, size_t state, int act);
/* In which answer a departure counts, where it can be made and is asked for;
 * else DT_COMPLY_PARTS. */
enum dt_comply_part dt_parts_asked(const struct dt_parts *parts, size_t state,
    int act, bool expected);

/* All of an agent whose graph, scenes and strikes are ready. */
enum dt_status dt_parts_agent(struct dt_parts *parts);
enum dt_status dt_parts_ending(struct dt_parts *parts);
/* Whether all rounds are gone through that there are. */
static inline bool
dt_parts_all_rounds(const struct dt_comply_model *model,
    const struct dt_parts_limits *limits)
{
	return model->model.continuation_chance < 1 || limits->last == 0 ||
	    limits->last >= model->model.rounds;
}
/* What it threatens in states after another's notice, from one on; those before
 * were looked at. */
enum dt_status dt_parts_others(struct dt_parts *parts, size_t from);

#endif
