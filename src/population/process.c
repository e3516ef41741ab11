/* process: see process.h. */
#include "population/process.h"

#include <math.h>

const char *
dt_process_name(const struct dt_process *p)
{
	static const char *const names[] = {
		[DT_PROCESS_FERMI] = "pairwise comparison (Fermi)",
		[DT_PROCESS_MORAN] = "Moran process",
		[DT_PROCESS_WRIGHT_FISHER] = "Wright-Fisher process",
		[DT_PROCESS_DEATH_BIRTH] = "death-birth process",
	};
	return names[p->rule];
}

double
dt_process_log_fitness(const struct dt_process *p, double payoff)
{
	if (p->map == DT_PROCESS_EXPONENTIAL)
		return p->beta * payoff;
	return log(p->map == DT_PROCESS_PAYOFF ? p->background + payoff :
	    1 - p->beta + p->beta * payoff);
}

double
dt_process_change(double better)
{
	return better > 0 ? 1 / (1 + exp(-better)) :
	    exp(better) / (1 + exp(better));
}

static enum dt_status
check_fitness(const struct dt_process *p, struct dt_error *err)
{
	double least, most;
	dt_fitness_range(p->fitness, &least, &most);
	if (!isfinite(least) || !isfinite(most))
		return dt_status_fail(err, DT_EUSAGE, "a payoff is not known");
	double low = dt_process_log_fitness(p, least);
	if (!isfinite(low) || !isfinite(dt_process_log_fitness(p, most)))
		return dt_status_fail(err, DT_EUSAGE, "fitness must be above "
		    "0, and a payoff of %.6g gives none: --fitness "
		    "exponential, %s", least,
		    p->map == DT_PROCESS_PAYOFF ? "or a larger --background" :
		    "or a smaller --beta");
	return DT_OK;
}

enum dt_status
dt_process_check(const struct dt_process *p, struct dt_error *err)
{
	if (p->z < 2)
		return dt_status_fail(err, DT_EUSAGE, "a population of %lld "
		    "meets nobody: it needs 2 at least", (long long)p->z);
	if (p->z < (int64_t)p->fitness->group)
		return dt_status_fail(err, DT_EUSAGE, "a population of %lld "
		    "is smaller than the group of %zu that meets",
		    (long long)p->z, p->fitness->group);
	if (p->rule == DT_PROCESS_DEATH_BIRTH && p->z < 3)
		return dt_status_fail(err, DT_EUSAGE, "where one of two has "
		    "died nobody competes: death-birth needs 3 at least");
	if (p->network != NULL && p->rule != DT_PROCESS_DEATH_BIRTH)
		return dt_status_fail(err, DT_EUSAGE, "a graph goes with "
		    "--process death-birth");
	if (p->network != NULL && p->fitness->group != 2)
		return dt_status_fail(err, DT_EUSAGE, "on a graph neighbours "
		    "meet in pairs; here groups of %zu do",
		    p->fitness->group);
	return check_fitness(p, err);
}

/* ---- two strategies ---- */

/* log(c e^x + d e^y) of counts c and d; -INFINITY where both are 0. */
static double
log_sum(double c, double x, double d, double y)
{
	if (c <= 0 || d <= 0)
		return c > 0 ? log(c) + x : d > 0 ? log(d) + y : -INFINITY;
	double u = log(c) + x, v = log(d) + y;
	return (u > v ? u : v) + log1p(exp(-fabs(u - v)));
}

/* Of a ring on which k stand side by side, what those at the border earn, and
 * those who compete with them: [0] of a, [1] of b. */
struct border {
	double edge[2], behind[2];
};

static struct border
border_of(const struct dt_process *p, size_t a, size_t b, int64_t k)
{
	const double *q = p->fitness->payoff;
	size_t n = p->fitness->n, who[2] = { a, b };
	int64_t many[2] = { k, p->z - k };
	struct border border;
	for (int s = 0; s < 2; s++) {
		double own = q[who[s] * n + who[s]];
		double other = q[who[s] * n + who[1 - s]];
		border.edge[s] = many[s] == 1 ? other : (own + other) / 2;
		border.behind[s] = many[s] == 2 ? border.edge[s] : own;
	}
	return border;
}

/* The logarithm of the chance that a dying one of side s at a border is
 * replaced by the other side; times z. */
static double
log_lost(const struct dt_process *p, const struct border *border,
    int64_t many, int s)
{
	if (many == 1)
		return 0;
	double x = dt_process_log_fitness(p, border->edge[1 - s]);
	double y = dt_process_log_fitness(p, border->behind[s]);
	return log(2) + x - log_sum(1, x, 1, y);
}

static double
lean_on_ring(const struct dt_process *p, size_t a, size_t b, int64_t k)
{
	struct border border = border_of(p, a, b, k);
	return log_lost(p, &border, p->z - k, 1) -
	    log_lost(p, &border, k, 0);
}

double
dt_process_lean(const struct dt_process *p, size_t a, size_t b, int64_t k)
{
	double earned[2], z = (double)p->z, m = (double)k;
	if (p->network != NULL)
		return lean_on_ring(p, a, b, k);
	dt_fitness_of_two(p->fitness, a, b, k, p->z, earned);
	double x = dt_process_log_fitness(p, earned[0]);
	double y = dt_process_log_fitness(p, earned[1]);
	if (p->rule != DT_PROCESS_DEATH_BIRTH)
		return x - y;
	return x - y - log_sum(m, x, z - m - 1, y) +
	    log_sum(m - 1, x, z - m, y);
}

double
dt_process_lean_weak(const struct dt_process *p, size_t a, size_t b,
    int64_t k)
{
	double earned[2], z = (double)p->z;
	if (p->network != NULL) {
		struct border r = border_of(p, a, b, k);
		return (p->z - k == 1 ? 0 : r.edge[0] - r.behind[1]) / 2 -
		    (k == 1 ? 0 : r.edge[1] - r.behind[0]) / 2;
	}
	dt_fitness_of_two(p->fitness, a, b, k, p->z, earned);
	return (earned[0] - earned[1]) *
	    (p->rule == DT_PROCESS_DEATH_BIRTH ? (z - 2) / (z - 1) : 1);
}

/* ---- any number ---- */

/* The shares of offspring, without mutation, if one of `gone` has died first
 * (n: nobody). `logs` are of fitness. */
static void
weigh(const struct dt_process *p, const int64_t *counts, size_t gone,
    const double *logs, double *share)
{
	size_t n = p->fitness->n;
	double top = -INFINITY, sum = 0;
	for (size_t j = 0; j < n; j++)
		if (counts[j] > (j == gone) && logs[j] > top)
			top = logs[j];
	for (size_t j = 0; j < n; j++) {
		int64_t c = counts[j] - (j == gone);
		share[j] = c > 0 ? (double)c * exp(logs[j] - top) : 0;
		sum += share[j];
	}
	for (size_t j = 0; j < n; j++)
		share[j] /= sum;
}

static void
find_logs(const struct dt_process *p, const int64_t *counts, double *logs)
{
	dt_fitness_of_counts(p->fitness, counts, logs);
	for (size_t j = 0; j < p->fitness->n; j++)
		logs[j] = counts[j] > 0 ? dt_process_log_fitness(p, logs[j]) :
		    -INFINITY;
}

static double
mutated(const struct dt_process *p, double share)
{
	double others = (double)p->fitness->n - 1;
	return (1 - p->mutation) * share + (others < 1 ? p->mutation * share :
	    p->mutation * (1 - share) / others);
}

void
dt_process_flow(const struct dt_process *p, const int64_t *counts,
    double *room, double *flow)
{
	size_t n = p->fitness->n;
	double z = (double)p->z, *logs = room, *share = room + n;
	find_logs(p, counts, logs);
	if (p->rule == DT_PROCESS_MORAN)
		weigh(p, counts, n, logs, share);
	for (size_t i = 0; i < n; i++) {
		double one = (double)counts[i] / z;
		if (p->rule == DT_PROCESS_DEATH_BIRTH && counts[i] > 0)
			weigh(p, counts, i, logs, share);
		for (size_t j = 0; j < n; j++)
			flow[i * n + j] = i == j || counts[i] == 0 ? 0 :
			    p->rule != DT_PROCESS_FERMI ?
			    one * mutated(p, share[j]) :
			    one * (p->mutation / ((double)n - 1) +
			    (counts[j] == 0 ? 0 : (1 - p->mutation) *
			    (double)counts[j] / (z - 1) *
			    dt_process_change(logs[j] - logs[i])));
	}
}

void
dt_process_offspring(const struct dt_process *p, const int64_t *counts,
    double *room, double *chance)
{
	size_t n = p->fitness->n;
	find_logs(p, counts, room);
	weigh(p, counts, n, room, chance);
	for (size_t j = 0; j < n; j++)
		chance[j] = mutated(p, chance[j]);
}
