/*
 * coalition: who would join a treaty, and who would leave it.
 *
 * A coalition is a set of potential parties. Payoffs of each agent are known
 * for every coalition (a partition function: outsiders are singletons, the
 * gamma convention of Chander and Tulkens 1997). A coalition is in force if it is large enough, meets the other
 * conditions of entry, and its members together do not lose by it; else all
 * get what they have without a treaty.
 *
 * Made by dt_coalition_new or dt_coalition_of_model, owned by the caller,
 * released by dt_coalition_free. Work grows as n 2^n, memory as 16 n 2^n bytes
 * (336 MB for 20).
 */
#ifndef DT_SOLVE_COALITION_H
#define DT_SOLVE_COALITION_H

#include "base/status.h"
#include "engine/model.h"

enum { DT_COALITION_MOST = 20 };

struct dt_coalition {
	size_t n;               /* potential parties; bit i of a set */
	size_t outside;         /* agents besides, who pay a tariff too */
	size_t agent[DT_COALITION_MOST];        /* their numbers in the model */
	double none[DT_COALITION_MOST];         /* payoff without a treaty */
	double *pay;            /* [set * n + i] in force, without tariff */
	double *joins;          /* [set * n + i] i's payoff with i in the set,
	                         * less that with i out of it; the same for
	                         * both sets */
	double *gain;           /* by set: what its members together gain by
	                         * it over having none, without tariff */
	uint8_t *may;           /* by set: other conditions of entry hold */
	uint32_t *racers;       /* by set: who means to race, or NULL */
	size_t least;           /* parties for entry */
	double tariff;          /* of an outsider, payoff a round */
	bool shared;            /* among the parties */
	bool willing;           /* false: in force even where its members
	                         * together lose */
	uint32_t restless;      /* who would do better by another move while
	                         * there is no treaty; none if all reply best */
	size_t cycles;          /* sets whose outsiders' best replies go round */
};

/* Room for n potential parties; `may` all true, least 1, willing. The caller
 * fills pay and none, then calls dt_coalition_settle. */
enum dt_status dt_coalition_new(struct dt_coalition *c, size_t n,
    struct dt_error *err);
enum dt_status dt_coalition_settle(struct dt_coalition *c,
    struct dt_error *err);
void dt_coalition_free(struct dt_coalition *c);

enum dt_coalition_outsiders { DT_COALITION_RACE, DT_COALITION_REPLY };

/*
 * The coalitions of a treaty's potential parties in a scenario: to whom it is
 * open and whose `joins` is not 0, which is never. Members mean
 * to pause, outsiders to race, or to reply best: each in turn, in the
 * scenario's order, from all racing on, so that where several answers are
 * possible the order decides; slips, and nations that stop their labs, are averaged exactly; false
 * alarms cost a member what the ladder takes for a first strike. What a round
 * then pays is dt_world_pay's. DT_EUSAGE: no treaty, nobody to join it,
 * or more than DT_COALITION_MOST agents.
 */
enum dt_status dt_coalition_of_model(const struct dt_model *model,
    enum dt_coalition_outsiders outsiders, struct dt_coalition *c,
    struct dt_error *err);

bool dt_coalition_in_force(const struct dt_coalition *c, uint32_t set);

/* What potential party i gets under a set, tariffs and all. */
double dt_coalition_pay(const struct dt_coalition *c, uint32_t set, size_t i);

/* The sum of the members' payoffs: the worth v(S). */
double dt_coalition_worth(const struct dt_coalition *c, uint32_t set);

/* Internally stable: no member gains by leaving; externally: no outsider
 * gains by joining (d'Aspremont et al. 1983). Ties hold. Potentially: the
 * members together have what it takes to pay each its outside option. */
bool dt_coalition_internal(const struct dt_coalition *c, uint32_t set);
bool dt_coalition_external(const struct dt_coalition *c, uint32_t set);
bool dt_coalition_potential(const struct dt_coalition *c, uint32_t set);

/* How many coalitions in force of each size are what. */
struct dt_coalition_count {
	uint64_t sets, internal, external, stable, potential;
};
struct dt_coalition_census {
	struct dt_coalition_count by_size[DT_COALITION_MOST + 1];
	size_t smallest, largest;       /* stable ones; 0: none is */
	uint64_t stable;
	uint32_t best;                  /* of the stable ones, that with the
	                                 * largest sum of all potential
	                                 * parties' payoffs; 0: none */
	double best_sum;
};
struct dt_coalition_census dt_coalition_census(const struct dt_coalition *c,
    bool potential);

/* The stable ones, were the least number of parties for entry k: fills
 * census[0..n], of which 0 is left empty; of by_size only `stable`. */
void dt_coalition_clauses(const struct dt_coalition *c,
    struct dt_coalition_census *census);

/* The sum of all potential parties' payoffs. */
double dt_coalition_sum(const struct dt_coalition *c, uint32_t set);

/* Stable sets, largest first, then by sum; at most `most`. Returns how many
 * there are in `sets`. */
size_t dt_coalition_stable(const struct dt_coalition *c, uint32_t *sets,
    size_t most);

/* The least tariff with which the full coalition is stable; 0: it is so without
 * one; NAN: no tariff makes it so. */
double dt_coalition_least_tariff(const struct dt_coalition *c);

/* Shapley values of the worth: each party's mean contribution over all orders
 * of joining (Shapley 1953). For worths 0, 0, 0; 1 for {1,2} and {1,3}, 0 for
 * {2,3}; 1 for all: 2/3, 1/6, 1/6. */
void dt_coalition_shapley(const struct dt_coalition *c, double *values);

/*
 * The core of the worth. `payoffs` is in it if no coalition's worth is above
 * its members' sum. Least core: the least `excess` e so that some division of
 * the full coalition's worth leaves no smaller coalition with more than e to
 * gain; the core is empty if and only if e > 0. By a linear program that is
 * given a coalition only when it objects.
 */
struct dt_coalition_objection {
	uint32_t set;           /* whose complaint is greatest; 0: none */
	double excess;          /* its worth less its members' payoffs */
};
enum dt_status dt_coalition_objection(const struct dt_coalition *c,
    const double *payoffs, struct dt_coalition_objection *found,
    struct dt_error *err);
/* A set whose members would all be better off on their own, without moving
 * payoffs between them; 0: none, the full coalition is in the core of the game
 * without transfers. */
uint32_t dt_coalition_block(const struct dt_coalition *c);

struct dt_coalition_core {
	double excess;
	double division[DT_COALITION_MOST];
	size_t rows;            /* coalitions that the program was given */
};
enum dt_status dt_coalition_core(const struct dt_coalition *c,
    struct dt_coalition_core *core, struct dt_error *err);

#endif
