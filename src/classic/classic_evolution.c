/* classic_evolution: who takes over in populations, in closed form; see
 * classic.h. population/ has any game, and evolve asks it. */
#include "classic/classic.h"

#include <math.h>

#include "base/coins.h"

enum { T, R, P, S, ROUNDS, SIZE };
static const struct dt_classic_parameter reciprocity[] = {
	{ "T", "temptation, a round", 5, -1e9, 1e9, false },
	{ "R", "reward", 3, -1e9, 1e9, false },
	{ "P", "punishment", 1, -1e9, 1e9, false },
	{ "S", "sucker", 0, -1e9, 1e9, false },
	{ "m", "rounds of a match", 10, 1, 1e9, false },
	{ "N", "players of a finite population", 10, 3, 1e6, true },
	{ 0 }
};

/* Tit for tat (a, b) and always race (c, d), payoffs a match. */
struct match {
	double a, b, c, d;
};

static struct match
match_of(const double *v)
{
	double rest = (v[ROUNDS] - 1) * v[P];
	return (struct match){ v[ROUNDS] * v[R], v[S] + rest, v[T] + rest,
		v[ROUNDS] * v[P] };
}

/* N times the chance that one tit for tat takes over; Moran, fitness is the
 * payoff. */
static double
moran(const struct match *p, double n)
{
	double sum = 1, product = 1;
	for (double k = 1; k < n; k++) {
		product *= (k * p->c + (n - k - 1) * p->d) /
		    ((k - 1) * p->a + (n - k) * p->b);
		sum += product;
	}
	return n / sum;
}

static enum dt_status
answer_reciprocity(const double *v, struct dt_solution *s,
    struct dt_error *err)
{
	struct match p = match_of(v);
	double n = v[SIZE];
	if (!(v[T] > v[R] && v[R] > v[P] && v[P] > v[S]))
		return dt_status_fail(err, DT_EUSAGE, "reciprocity is for a "
		    "prisoner's dilemma: T > R > P > S");
	double border = (p.d - p.b) / (p.a - p.b - p.c + p.d);
	bool keeps = p.a > p.c;
	double gain = v[T] - v[P], loss = v[P] - v[S], more = v[R] - v[P];
	double least = ((n + 1) * gain + (2 * n - 1) * loss) /
	    ((n - 2) * more);
	bool positive = p.b > 0 && p.d > 0;
	if (keeps)
		dt_solution_say(s, "Tit for tat takes over always race from a "
		    "share of %.6g on; one of it among %.0f is favoured by "
		    "weak selection from %.6g rounds on.", border, n, least);
	else
		dt_solution_say(s, "In %.6g rounds always race takes over tit "
		    "for tat from any share; one tit for tat among %.0f is "
		    "favoured by weak selection from %.6g rounds on.",
		    v[ROUNDS], n, least);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "border", keeps ? border : NAN, "least share "
	    "from which tit for tat takes over a large population");
	dt_classic_result(t, "rounds_weak", least, "rounds from which weak "
	    "selection favours one tit for tat among N");
	dt_classic_result(t, "rounds_large", (gain + 2 * loss) / more,
	    "the same in a large population: the one-third law");
	dt_classic_result(t, "n_rho", positive ? moran(&p, n) : NAN, "N times "
	    "the chance that one tit for tat takes over (Moran, fitness is "
	    "the payoff)");
	return DT_OK;
}

const struct dt_classic dt_classic_reciprocity = {
	.name = "reciprocity",
	.title = "Tit for tat among those who always race",
	.summary = "from which share, and in which populations, it takes over",
	.source = "Nowak, Sasaki, Taylor and Fudenberg 2004",
	.parameters = reciprocity,
	.answer = answer_reciprocity,
};

enum { GROUP, NEEDED, COST, RISK };
static const struct dt_classic_parameter risk[] = {
	{ "n", "players of a group", 6, 2, 60, true },
	{ "M", "how many must pay", 3, 1, 60, true },
	{ "c", "what each pays, of an endowment of 1", .1, 1e-9, 1, false },
	{ "r", "chance that all is lost otherwise", .9, 0, 1, false },
	{ 0 }
};

/* The chance to be the one on whom it hangs. */
static double
pivotal(const double *v, double x)
{
	size_t others = (size_t)v[GROUP] - 1, k = (size_t)v[NEEDED] - 1;
	return dt_coins_chance(others, k, x);
}

/* Where r times that chance is c, between a place where it is less and one
 * where it is not. */
static double
root(const double *v, double less, double more)
{
	for (int k = 0; k < 200; k++) {
		double x = (less + more) / 2;
		if (v[RISK] * pivotal(v, x) < v[COST])
			less = x;
		else
			more = x;
	}
	return (less + more) / 2;
}

static enum dt_status
answer_risk(const double *v, struct dt_solution *s, struct dt_error *err)
{
	if (v[NEEDED] > v[GROUP])
		return dt_status_fail(err, DT_EUSAGE, "M may be at most n");
	double peak = (v[NEEDED] - 1) / (v[GROUP] - 1);
	double least = v[COST] / pivotal(v, peak);
	bool mixed = v[RISK] > least;
	double low = mixed && v[NEEDED] > 1 ? root(v, 0, peak) : NAN;
	double high = mixed && v[NEEDED] < v[GROUP] ? root(v, 1, peak) : NAN;
	if (mixed)
		dt_solution_say(s, "Paying can last: the risk %.4g is above "
		    "%.6g, from which on it can.", v[RISK], least);
	else
		dt_solution_say(s, "Nobody pays in the end: the risk %.4g is "
		    "not above %.6g, from which on paying can last.",
		    v[RISK], least);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "least_risk", least,
	    "least r for which some share of payers lasts");
	dt_classic_result(t, "unstable", low,
	    "share of payers above which they become more");
	dt_classic_result(t, "stable", high,
	    "share of payers that lasts");
	return DT_OK;
}

const struct dt_classic dt_classic_collective_risk = {
	.name = "collective-risk",
	.title = "A collective risk that a threshold averts",
	.summary = "how many pay to avert a loss of all, in a large "
	    "population",
	.source = "Santos and Pacheco 2011",
	.parameters = risk,
	.answer = answer_risk,
};

enum { MEMBERS, NEIGHBOURS };
static const struct dt_classic_parameter graph[] = {
	{ "N", "members", 10, 4, 1e9, true },
	{ "k", "neighbours of each", 2, 2, 1e9, true },
	{ 0 }
};

/* Ohtsuki et al. 2006: b/c > k in the limit; Taylor, Day and Wild 2007 for
 * finite graphs on which all places are alike. */
static enum dt_status
answer_graph(const double *v, struct dt_solution *s, struct dt_error *err)
{
	double n = v[MEMBERS], k = v[NEIGHBOURS];
	if (k >= n)
		return dt_status_fail(err, DT_EUSAGE, "k must be less than N");
	bool ever = n > 2 * k;
	double least = ever ? k * (n - 2) / (n - 2 * k) : NAN;
	if (ever)
		dt_solution_say(s, "Weak selection favours donations whose "
		    "benefit is %.6g times their cost and more.", least);
	else
		dt_solution_say(s, "No donation is favoured: there are not "
		    "more than twice as many members as neighbours.");
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "threshold", least, "benefit over cost from which "
	    "giving is favoured");
	dt_classic_result(t, "threshold_large", k, "the same on a large graph");
	return DT_OK;
}

const struct dt_classic dt_classic_graph_donation = {
	.name = "graph-donation",
	.title = "Donations on a graph on which all places are alike",
	.summary = "from which benefit over cost on death and birth favour "
	    "giving",
	.source = "Ohtsuki, Hauert, Lieberman and Nowak 2006; Taylor, Day and "
	    "Wild 2007",
	.parameters = graph,
	.answer = answer_graph,
};
