/*
 * bargain: the agreements that theories of bargaining point at, among texts
 * whose value to each party is known.
 *
 * A problem is a menu of texts as points of utilities, and what each party has
 * without an agreement. An agreement needs the consent of all: a text (or a
 * lottery over texts, where those are allowed) that leaves anybody below
 * disagreement is none. Parties that no agreement makes better off are left
 * out of products and shares, but must still consent. All solutions are
 * Pareto-efficient among agreements, in the sense of what is allowed.
 *
 * Nash and Kalai-Smorodinsky do not change with the scale and zero of any
 * party's utility; egalitarian and utilitarian compare them between parties.
 * Differences up to 1e-12 of a party's range of utilities count as none
 * without lotteries, up to 1e-8 with (linear programs).
 *
 * Nothing is kept and nothing shared; results live in the caller's arena.
 * Cost without lotteries: n * parties. With: some parties^2 linear programs of
 * n columns.
 */
#ifndef DT_PACT_BARGAIN_H
#define DT_PACT_BARGAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/status.h"

enum { DT_BARGAIN_PARTIES_MOST = 64 };

struct dt_bargain {
	size_t parties;         /* 1 to DT_BARGAIN_PARTIES_MOST */
	size_t n;               /* texts, at least 1 */
	const double *points;   /* [text * parties + party]; borrowed */
	const double *disagreement;     /* [party]; borrowed */
	const double *weights;  /* of Nash's product, [party], > 0; borrowed;
	                         * NULL: all 1 */
	bool lotteries;         /* over texts, in expected utility */
};

enum dt_bargain_kind {
	DT_BARGAIN_NASH,        /* most prod (U_i - d_i)^w_i (Nash 1950) */
	DT_BARGAIN_KALAI_SMORODINSKY,   /* the least share of one's best gain
	                         * among agreements is largest, then the next
	                         * least (1975; Imai 1983) */
	DT_BARGAIN_EGALITARIAN, /* the same with gains (Kalai 1977) */
	DT_BARGAIN_UTILITARIAN, /* most sum U_i; of ties that with the larger
	                         * least gain */
	DT_BARGAIN_KINDS
};

struct dt_bargain_point {
	bool agreement;         /* false: no text that all consent to; then
	                         * utility is disagreement and chance all 0 */
	const double *utility;  /* [party] */
	const double *chance;   /* [text]; sums to 1 */
	size_t text;            /* the one, or the most likely one */
	size_t ties;            /* without lotteries: texts further down the
	                         * menu that are as good by this solution */
	double value;           /* what is largest: the product of gains, the
	                         * least share, the least gain, the sum of
	                         * utilities; over those who can gain */
};

/* "nash", "kalai-smorodinsky", "egalitarian", "utilitarian". */
extern const char *const dt_bargain_names[DT_BARGAIN_KINDS];

/*
 * The solution of one kind. Without lotteries and of texts that are as good,
 * the first of the menu; where no text lets all who can gain do so at once,
 * Nash's is that by which most gain, and of these that with the largest
 * product of their gains. For (4,2) (3,3.2) (2,4.5) (2.5,2.5) and disagreement
 * (1,1), Nash is (3,3.2), and with lotteries .45 (4,2) + .55 (2,4.5).
 * DT_EUSAGE: numbers that are none, no text, too many parties.
 */
enum dt_status dt_bargain_solve(const struct dt_bargain *problem,
    enum dt_bargain_kind kind, struct dt_arena *arena,
    struct dt_bargain_point *point, struct dt_error *err);

/* All four, by dt_bargain_kind. */
enum dt_status dt_bargain_solutions(const struct dt_bargain *problem,
    struct dt_arena *arena, struct dt_bargain_point points[DT_BARGAIN_KINDS],
    struct dt_error *err);

/* [party] the most each gets in any agreement; disagreement where there is
 * none. */
enum dt_status dt_bargain_ideal(const struct dt_bargain *problem,
    double *ideal, struct dt_error *err);

/* front[text]: whether no other text (no lottery, where those are allowed) is
 * as good for all and better for one. Texts below disagreement are judged as
 * any other; equal texts are all on the front or all off it. */
enum dt_status dt_bargain_front(const struct dt_bargain *problem, bool *front,
    struct dt_error *err);

/* How far two outcomes are apart: Euclid's distance in shares of ideal gains
 * (a party that cannot gain counts in its own units). `ideal` is of
 * dt_bargain_ideal. */
double dt_bargain_distance(const struct dt_bargain *problem,
    const double *ideal, const double *from, const double *to);

/* What an outcome leaves on the table: how far all parties' shares of their
 * ideal gains together can rise while nobody's falls. 0 if and only if it is
 * Pareto-efficient. `utility` [party] need not be a text's. */
enum dt_status dt_bargain_waste(const struct dt_bargain *problem,
    const double *utility, double *waste, struct dt_error *err);

#endif
