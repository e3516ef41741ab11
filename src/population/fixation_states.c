/* fixation_states: see fixation_states.h. */
#include "population/fixation_states.h"

#include <math.h>

#include "base/memory.h"
#include "base/number.h"
#include "population/absorption.h"

/* ---- Wright-Fisher: k of z, drawn anew ---- */

/* The share of a's offspring with k of them. */
static void
log_offspring(const struct dt_process *p, size_t a, size_t b, int64_t k,
    double *log_a, double *log_b)
{
	double earned[2];
	dt_fitness_of_two(p->fitness, a, b, k, p->z, earned);
	double x = log((double)k) + dt_process_log_fitness(p, earned[0]);
	double y = log((double)(p->z - k)) +
	    dt_process_log_fitness(p, earned[1]);
	double top = (x > y ? x : y) + log1p(exp(-fabs(x - y)));
	*log_a = x - top;
	*log_b = y - top;
}

static void
fill_generations(const struct dt_process *p, size_t a, size_t b,
    double *move)
{
	size_t n = (size_t)p->z - 1;
	double z = (double)p->z;
	for (size_t i = 0; i < n; i++) {
		double log_a, log_b, *row = move + i * (n + 2);
		log_offspring(p, a, b, (int64_t)i + 1, &log_a, &log_b);
		for (size_t j = 0; j <= n + 1; j++) {
			size_t to = j == 0 ? n : j == n + 1 ? n + 1 : j - 1;
			double k = (double)j;
			row[to] = exp(lgamma(z + 1) - lgamma(k + 1) -
			    lgamma(z - k + 1) + k * log_a + (z - k) * log_b);
		}
	}
}

/* ---- a graph: a set bit plays a ---- */

static double
earned_on(const struct dt_process *p, size_t a, size_t b, size_t set,
    size_t i)
{
	const struct dt_network *w = p->network;
	const double *q = p->fitness->payoff;
	size_t me = set >> i & 1 ? a : b;
	double sum = 0;
	for (size_t e = w->at[i]; e < w->at[i + 1]; e++)
		sum += q[me * p->fitness->n +
		    (set >> w->near[e] & 1 ? a : b)];
	return sum / (double)(w->at[i + 1] - w->at[i]);
}

/* The chance that the place of i goes to one who plays a. */
static double
takes(const struct dt_process *p, size_t set, size_t i, const double *logs)
{
	const struct dt_network *w = p->network;
	double top = -INFINITY, all = 0, mine = 0;
	for (size_t e = w->at[i]; e < w->at[i + 1]; e++)
		top = dt_number_max(top, logs[w->near[e]]);
	for (size_t e = w->at[i]; e < w->at[i + 1]; e++) {
		double weight = exp(logs[w->near[e]] - top);
		all += weight;
		mine += set >> w->near[e] & 1 ? weight : 0;
	}
	return mine / all;
}

static void
fill_sets(const struct dt_process *p, size_t a, size_t b, double *move)
{
	size_t members = p->network->n, last = ((size_t)1 << members) - 1;
	size_t n = last - 1;
	double logs[64];
	for (size_t set = 1; set < last; set++) {
		double *row = move + (set - 1) * (n + 2);
		for (size_t i = 0; i < members; i++)
			logs[i] = dt_process_log_fitness(p,
			    earned_on(p, a, b, set, i));
		for (size_t i = 0; i < members; i++) {
			double to_a = takes(p, set, i, logs);
			size_t with = set | (size_t)1 << i;
			size_t without = set & ~((size_t)1 << i);
			if (with != set)
				row[with == last ? n + 1 : with - 1] += to_a;
			else
				row[without == 0 ? n : without - 1] +=
				    1 - to_a;
		}
	}
}

static void
take_sets(const struct dt_process *p, const double *won, double *logs)
{
	double sum = 0;
	for (size_t i = 0; i < p->network->n; i++)
		sum += won[((size_t)1 << i) - 1];
	for (int64_t k = 2; k < p->z; k++)
		logs[k] = NAN;
	logs[1] = log(sum / (double)p->network->n);
	logs[p->z] = 0;
}

enum dt_status
dt_fixation_states_all(const struct dt_process *p, size_t a, size_t b,
    const struct dt_stop *stop, double *logs, struct dt_error *err)
{
	size_t n = p->network == NULL ? (size_t)p->z - 1 :
	    ((size_t)1 << p->network->n) - 2;
	double *move = dt_memory_new(n * (n + 2), sizeof(*move));
	double *won = dt_memory_new(n, sizeof(*won));
	bool enough = move != NULL && won != NULL, fine = false;
	if (enough && p->network == NULL)
		fill_generations(p, a, b, move);
	else if (enough)
		fill_sets(p, a, b, move);
	if (enough)
		fine = dt_absorption_won(move, n, stop, won);
	logs[0] = -INFINITY;
	if (fine && p->network != NULL)
		take_sets(p, won, logs);
	for (int64_t k = 1; fine && p->network == NULL && k <= p->z; k++)
		logs[k] = k == p->z ? 0 : log(won[k - 1]);
	dt_memory_free(move);
	dt_memory_free(won);
	return !enough ? dt_status_no_memory(err) : fine ? DT_OK :
	    dt_status_fail(err, DT_EUSAGE, "the chance to take over could "
	    "not be found: it was stopped, or selection is too strong");
}
