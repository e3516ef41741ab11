/* bargain_internal: parts of bargain.c. */
#ifndef DT_PACT_BARGAIN_INTERNAL_H
#define DT_PACT_BARGAIN_INTERNAL_H

#include "pact/bargain.h"

#define DT_BARGAIN_ROUNDING 1e-12       /* of texts, beside 1 */
#define DT_BARGAIN_SLACK 1e-8           /* of linear programs, beside 1 */

/* A problem in which disagreement is 0 and every party's largest difference
 * to it is 1. */
struct dt_bargain_scaled {
	size_t parties, n;
	const double *gain;     /* [text * parties + party] */
	const double *unit;     /* [party] of gain, in utility */
	const double *weight;   /* [party] */
	double *ideal;          /* [party] most of gain in an agreement */
	bool *gains;            /* [party] whether ideal is above 0 */
	bool agreement;         /* there is one */
	struct dt_arena *arena;
};

/* The problem in its own units, with ideal gains; in the arena. Checks it. */
enum dt_status dt_bargain_scale(const struct dt_bargain *problem,
    struct dt_arena *arena, struct dt_bargain_scaled *scaled,
    struct dt_error *err);

/* bargain_menu.c: without lotteries; chance gets its 1. */
void dt_bargain_menu_ideal(struct dt_bargain_scaled *s);
void dt_bargain_menu_solve(const struct dt_bargain_scaled *s,
    enum dt_bargain_kind kind, struct dt_bargain_point *point,
    double *chance);
/* As of dt_bargain_waste, in these units; and whether a text is on the
 * front. */
double dt_bargain_menu_waste(const struct dt_bargain_scaled *s,
    const double *gain);

/* bargain_lottery.c: with them. */
enum dt_status dt_bargain_lottery_ideal(struct dt_bargain_scaled *s,
    struct dt_error *err);
enum dt_status dt_bargain_lottery_solve(const struct dt_bargain_scaled *s,
    enum dt_bargain_kind kind, double *chance, struct dt_error *err);
enum dt_status dt_bargain_lottery_waste(const struct dt_bargain_scaled *s,
    const double *gain, double *waste, struct dt_error *err);

/* The agreement with the largest sum of price * gain, [party] >= 0. */
enum dt_status dt_bargain_lottery_best(const struct dt_bargain_scaled *s,
    const double *price, double *chance, struct dt_error *err);

/* gain[party] of a lottery. */
void dt_bargain_expected(const struct dt_bargain_scaled *s,
    const double *chance, double *gain);

/* bargain_nash.c: most sum weight * log gain over lotteries. */
enum dt_status dt_bargain_nash_solve(const struct dt_bargain_scaled *s,
    double *chance, struct dt_error *err);

#endif
