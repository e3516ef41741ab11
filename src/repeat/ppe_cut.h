/*
 * ppe_cut: how far equilibrium payoffs can reach in a direction, given a set
 * beyond which none lies; see ppe.h.
 *
 * Let h be the most of l.v over all of them. It is reached by some profile a
 * and promises w(y) that are such payoffs too: in the set, with l.w(y) <= h,
 * and no other move gains. So h is at most, over a, the largest h with
 *   h <= (1-c) l.u(a) + c E[l.w | a],  l.w(y) <= h,
 * which is one linear program a profile. To apply B over and over in one
 * direction ends there too, after some 1/(1-c) steps; with the whole plane
 * for the set it is the score of Fudenberg and Levine (1994).
 *
 * No trust in the solver is needed: its prices m of the incentives and n of
 * l.w(y) <= h, whatever they are, give the bound (r = 1 + sum n)
 *   r (1-c) l.u(a) + sum_y max over w in the set of
 *     (r c p(y) l - n_y l + sum m (p - q)(y) e_i).w - sum m gain (1-c)/c,
 * and that is what is taken. Nor is h ever above l.u(a).
 */
#ifndef DT_REPEAT_PPE_CUT_H
#define DT_REPEAT_PPE_CUT_H

#include "repeat/polygon.h"
#include "repeat/signals.h"

struct dt_ppe_cut;

/* Borrows the game; NULL: memory is out. */
struct dt_ppe_cut *dt_ppe_cut_new(const struct dt_signals *game,
    double continuation);
void dt_ppe_cut_free(struct dt_ppe_cut *cut);

/*
 * What is known of h in one direction: it is at most `rest`, or, for some term
 * (a profile), at most its `reach` and at most `constant` and the most of
 * pull[y].w over the set, added up over signals y. The same prices hold for
 * every other set beyond which nothing lies.
 */
struct dt_ppe_cut_term {
	double reach, constant;
};

struct dt_ppe_cut_bound {
	double h, rest;         /* -INFINITY: no payoff is left */
	size_t n;
	struct dt_ppe_cut_term *term;
	struct dt_polygon_point *pull;  /* [term * signals + y] */
};

/* In direction (x, y) of length 1, with `h` for this set, which is not empty,
 * about as good as `near`. Owned by the cut, until the next call; NULL: memory
 * is out. */
const struct dt_ppe_cut_bound *dt_ppe_cut_find(struct dt_ppe_cut *cut,
    const struct dt_polygon *set, double x, double y, double near);

/* Whether prices show that no profile but stage equilibria can be enforced
 * with promises from the set. What was shown of a larger set is kept. */
bool dt_ppe_cut_only_stage(struct dt_ppe_cut *cut,
    const struct dt_polygon *set, bool *only_stage);

#endif
