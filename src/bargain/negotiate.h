/*
 * negotiate: many negotiations of one setting, and what they came to.
 *
 * Done by threads, in order; the same for any number of them. As a solution:
 * sentences (of a single negotiation its transcript, as a page) and tables
 *   outcomes   a row a text that entered into force, and one for none
 *   parties    a row an agent: what it gained, and how far that is from its
 *              best
 *   texts      a row a text: the judge's answer, and what it is worth
 *   events     a row a proposal, answer, signature, ratification, ... of the
 *              negotiations that were kept (not shown to people)
 */
#ifndef DT_NEGOTIATE_H
#define DT_NEGOTIATE_H

#include "bargain/talks.h"
#include "format/solution.h"
#include "pact/bargain.h"

/* What came of a negotiation, while its steps are there: in order, by the
 * caller's thread. */
struct dt_negotiate_take {
	enum dt_status (*one)(void *to, int64_t number,
	    const struct dt_talks_outcome *outcome, struct dt_error *err);
	void *to;
	int64_t keep;           /* steps of the first so many stay */
};

struct dt_negotiate {
	const struct dt_talks_setting *setting;
	const char *scenario;
	int64_t runs;
	struct dt_talks_outcome *outcomes;      /* runs of them; owned */
	double seconds;         /* of the processor, for the talks alone */
	const struct dt_error *fault;   /* what a program did that ended them
	                         * early: runs are those before; or NULL */
};

/* Holds setting's negotiations 1 to runs. `take` and `stop` may be NULL.
 * DT_ESTOPPED. */
enum dt_status dt_negotiate_new(struct dt_negotiate *negotiate,
    const struct dt_talks_setting *setting, const char *scenario,
    int64_t runs, int threads, const struct dt_negotiate_take *take,
    const atomic_bool *stop, struct dt_error *err);
void dt_negotiate_free(struct dt_negotiate *negotiate);

/* What an agent gained in the mean, and its standard error (NAN of one). */
void dt_negotiate_gain(const struct dt_negotiate *negotiate, size_t agent,
    double *mean, double *error);

/* In the arena. Look at solution.failed. */
void dt_negotiate_tell(const struct dt_negotiate *negotiate,
    struct dt_arena *arena, struct dt_solution *solution);

/* negotiate_solutions.c: where theories of bargaining point. In the arena. */
struct dt_negotiate_points {
	struct dt_bargain problem;      /* those at the table; racing is 0 */
	struct dt_bargain_point solution[DT_BARGAIN_KINDS];
	double *ideal;          /* [those at the table] */
	bool *front;            /* [text] */
	double *mean;           /* [those at the table] what talks gave */
	double waste;           /* what they left on the table */
};
enum dt_status dt_negotiate_points(const struct dt_negotiate *negotiate,
    struct dt_arena *arena, bool lotteries,
    struct dt_negotiate_points *points, struct dt_error *err);

/* The table solutions, without lotteries and with; and the table power: of
 * the text that entered most often, who decides whether it does. */
enum dt_status dt_negotiate_solutions(const struct dt_negotiate *negotiate,
    struct dt_solution *solution, struct dt_error *err);
enum dt_status dt_negotiate_power(const struct dt_negotiate *negotiate,
    struct dt_solution *solution, struct dt_error *err);

/* negotiate_draw.c: for the first two nations at the table, else agents.
 * DT_EREFUSED: there are not two. */
enum dt_status dt_negotiate_draw(const struct dt_negotiate *negotiate,
    struct dt_arena *arena, struct dt_text *svg, struct dt_error *err);

/* negotiate_page.c: a negotiation whose events were kept, a sentence each. */
void dt_negotiate_page(const struct dt_negotiate *negotiate, size_t which,
    struct dt_solution *solution);
/* negotiate_tables.c */
void dt_negotiate_tables(const struct dt_negotiate *negotiate,
    struct dt_solution *solution);

#endif
