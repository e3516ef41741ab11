/*
 * sincerity: is a call for a pause sincere? A signalling game.
 *
 * The caller is sincere with chance `share`, else a cynic. A call costs c. If
 * the audience believes it, that is worth v to either type. With chance r it
 * is called in: others agree to the halt, which is worth g to the sincere and
 * costs the cynic l. The audience gains `right` by believing a sincere caller,
 * loses `wrong` by believing a cynic, and gets 0 if it does not believe.
 */
#ifndef DT_SOLVE_SINCERITY_H
#define DT_SOLVE_SINCERITY_H

#include <stdbool.h>
#include <stddef.h>

struct dt_sincerity {
	double cost, value, called_in;          /* c, v, r */
	double benefit, loss;                   /* g, l */
	double share, right, wrong;
};

enum dt_sincerity_kind {
	DT_SINCERITY_SEPARATING,        /* only the sincere call */
	DT_SINCERITY_REVERSED,          /* only cynics call */
	DT_SINCERITY_POOLING_CALL,      /* all call */
	DT_SINCERITY_POOLING_SILENT,    /* nobody calls */
};

/* With an audience that believes any call the types separate if and only if
 * least <= v <= most: c - r g and c + r l. c 2, r .5, g 1, l 3: 1.5, 3.5;
 * r 0: both are c, and the call says nothing. */
double dt_sincerity_least(const struct dt_sincerity *s);
double dt_sincerity_most(const struct dt_sincerity *s);

/* What happens where all calls are believed: by v and the two bounds. */
enum dt_sincerity_kind dt_sincerity_region(const struct dt_sincerity *s);

/* A profile of pure strategies, with its largest profitable deviation at each
 * of the four information sets. Off the path the audience holds the belief
 * that suits its reply, so that a message nobody sends is no deviation of
 * its. */
struct dt_sincerity_profile {
	bool sincere_calls, cynic_calls;
	bool believes_call, believes_silence;
	double regret;
	double payoff[3];       /* of the sincere, the cynic, the audience */
	enum dt_sincerity_kind kind;
};
enum { DT_SINCERITY_PROFILES = 16 };

/* Fills in all pure perfect Bayesian equilibria, at most DT_SINCERITY_PROFILES;
 * returns how many. */
size_t dt_sincerity_equilibria(const struct dt_sincerity *s,
    struct dt_sincerity_profile *found);

/* The audience's belief that a caller is sincere, by who calls. */
double dt_sincerity_belief(const struct dt_sincerity *s, bool sincere_calls,
    bool cynic_calls);

#endif
