/*
 * negotiator: how a party bargains, as text: one file each in
 * agents/negotiators/.
 *
 * A text is worth to a party what it gains by it over racing on, as a share
 * of the gain of the text that it likes best: 1 is that one, 0 is no better
 * than racing. Three rules make a negotiator: what it aspires to as talks go
 * on, which text it proposes, and which it accepts.
 */
#ifndef DT_NEGOTIATOR_H
#define DT_NEGOTIATOR_H

#include "base/schema.h"

/* What it aspires to in round t of T, with x = (t - 1) / (T - 1):
 *   TIME     finish + (start - finish) (1 - x^(1/exponent)): Faratin, Sierra
 *            and Jennings 1998
 *   MIRROR   from `start` down by what the others' best offer has risen
 *   FORESEE  what the talks are worth to it if all are far-sighted: backward
 *            induction from the deadline (Rubinstein 1982; Ståhl 1972)
 */
enum dt_negotiator_aspiration {
	DT_NEGOTIATOR_TIME, DT_NEGOTIATOR_MIRROR, DT_NEGOTIATOR_FORESEE
};
/* Among the texts that it would accept itself:
 *   OWN      the one that is nearest above what it aspires to
 *   BEST     the best for itself
 *   NEAR     the best for who proposed last
 *   FAIR     the largest product of all gains (Nash 1950)
 *   RANDOM   any, with the same chance
 *   FORESEE  the best for itself that the others will accept, all being
 *            far-sighted
 */
enum dt_negotiator_offer {
	DT_NEGOTIATOR_OWN, DT_NEGOTIATOR_BEST, DT_NEGOTIATOR_NEAR,
	DT_NEGOTIATOR_FAIR, DT_NEGOTIATOR_RANDOM, DT_NEGOTIATOR_AHEAD
};
/*   LEVEL    what is worth at least what it aspires to
 *   NEXT     or at least what it would propose itself
 *   GAIN     whatever is no worse than racing
 *   NEVER    nothing
 */
enum dt_negotiator_accept {
	DT_NEGOTIATOR_LEVEL, DT_NEGOTIATOR_NEXT, DT_NEGOTIATOR_GAIN,
	DT_NEGOTIATOR_NEVER
};
/*   CONDITIONAL    bound if enough others are
 *   UNCONDITIONAL  bound whatever the others do
 *   WEIGHED        the same, where that pays at the chance that enough
 *                  others pledge
 *   NONE           no pledge
 */
enum dt_negotiator_pledge {
	DT_NEGOTIATOR_CONDITIONAL, DT_NEGOTIATOR_UNCONDITIONAL,
	DT_NEGOTIATOR_WEIGHED, DT_NEGOTIATOR_NONE
};

struct dt_negotiator {
	struct dt_origin origin;
	const char *name, *title, *summary, *source;
	int status;
	int aspiration, offer, accept, pledge;  /* of the enums above */
	double start, finish, exponent;
	double least;           /* it accepts nothing that is worth less */
	int64_t leaves;         /* walks out after this round; 0: never */
	struct dt_list command; /* of const char *: a program from outside that
	                         * decides in its place; or empty */
	double time_limit;      /* seconds an answer; NAN: not said */
};

extern const struct dt_schema dt_negotiator_schema;

/* What a TIME one aspires to at x in [0, 1] of the time: 1 - x^(1/e) where it
 * starts at 1 and finishes at 0: .5 at .5 with e 1, .96875 with e .2. */
double dt_negotiator_level(const struct dt_negotiator *negotiator, double x);

#endif
