/* fixation: see fixation.h. */
#include "population/fixation.h"

#include <math.h>

#include "base/number.h"
#include "population/fixation_states.h"
#include "solve/alpha_rank_chain.h"

static bool
one_at_a_time(const struct dt_process *p)
{
	return p->rule != DT_PROCESS_WRIGHT_FISHER &&
	    (p->network == NULL || p->network->ring);
}

bool
dt_fixation_is_exact(const struct dt_process *p)
{
	if (one_at_a_time(p))
		return true;
	if (p->network != NULL)
		return p->network->n <= DT_FIXATION_NETWORK_MOST;
	return p->z <= DT_FIXATION_STATES_MOST;
}

/* A sum of exponentials, e^top times `part`, so that none overflows. */
struct sum {
	double top, part;
};

static void
add(struct sum *sum, double log)
{
	if (log > sum->top + 600) {
		sum->part *= sum->part > 0 ? exp(sum->top - log) : 0;
		sum->top = log;
	}
	sum->part += exp(log - sum->top);
}

static double
log_of(const struct sum *sum)
{
	return sum->top + log(sum->part);
}

double
dt_fixation_log(const struct dt_process *p, size_t a, size_t b)
{
	struct sum sum = { 0, 1 };
	double log = 0;
	for (int64_t k = 1; k < p->z; k++) {
		log -= dt_process_lean(p, a, b, k);
		add(&sum, log);
	}
	return -log_of(&sum);
}

enum dt_status
dt_fixation_all(const struct dt_process *p, size_t a, size_t b,
    const struct dt_stop *stop, double *logs, struct dt_error *err)
{
	struct sum sum = { 0, 1 };
	double log = 0;
	logs[0] = -INFINITY;
	if (!dt_fixation_is_exact(p))
		return dt_status_fail(err, DT_EUSAGE, "the chance to take "
		    "over is too large a task for exact numbers: --simulate "
		    "RUNS");
	if (!one_at_a_time(p))
		return dt_fixation_states_all(p, a, b, stop, logs, err);
	for (int64_t k = 1; k < p->z; k++) {
		logs[k] = log_of(&sum);
		log -= dt_process_lean(p, a, b, k);
		add(&sum, log);
	}
	logs[p->z] = log_of(&sum);
	for (int64_t k = 1; k <= p->z; k++)
		logs[k] -= k < p->z ? logs[p->z] : 0;
	logs[p->z] = 0;
	return DT_OK;
}

double
dt_fixation_weak(const struct dt_process *p, size_t a, size_t b)
{
	double sum = 0, z = (double)p->z;
	for (int64_t k = 1; k < p->z; k++)
		sum += (z - (double)k) * dt_process_lean_weak(p, a, b, k);
	return sum / z;
}

/* Of unit payoffs: what a gains on b over all counts. */
static double
gain_of(const struct dt_process *process, const double payoff[4])
{
	struct dt_fitness unit;
	struct dt_process p = *process;
	double sum = 0;
	dt_fitness_pairs(&unit, 2, NULL, payoff);
	p.fitness = &unit;
	for (int64_t k = 1; k < p.z; k++)
		sum += dt_process_lean_weak(&p, 0, 1, k);
	return sum;
}

double
dt_fixation_sigma(const struct dt_process *p)
{
	static const double a[4] = { 1 }, b[4] = { 0, 1 };
	return gain_of(p, a) / gain_of(p, b);
}

static enum dt_status
find_one(const struct dt_process *p, size_t a, size_t b,
    const struct dt_stop *stop, double *room, double *log,
    struct dt_error *err)
{
	if (dt_stop_is(stop))
		return dt_status_fail(err, DT_EUSAGE, "it was stopped before "
		    "all chances to take over were known");
	if (one_at_a_time(p)) {
		*log = dt_fixation_log(p, a, b);
		return DT_OK;
	}
	enum dt_status status = dt_fixation_all(p, a, b, stop, room, err);
	*log = room[1];
	return status;
}

/* In logarithms, as shares may be far below any double. */
static double
how_far_off(const struct dt_fixation *f)
{
	double off = 0;
	for (size_t j = 0; j < f->n; j++) {
		struct sum in = { -INFINITY, 0 }, out = { -INFINITY, 0 };
		for (size_t i = 0; i < f->n; i++) {
			if (i == j)
				continue;
			add(&in, f->log_share[i] + f->log[i * f->n + j]);
			add(&out, f->log_share[j] + f->log[j * f->n + i]);
		}
		off = dt_number_max(off, fabs(log_of(&in) - log_of(&out)));
	}
	return off;
}

enum dt_status
dt_fixation_find(const struct dt_process *p, const struct dt_stop *stop,
    struct dt_arena *arena, struct dt_fixation *f, struct dt_error *err)
{
	size_t n = p->fitness->n;
	double *log = dt_arena_new(arena, n * n + 2 * n, sizeof(*log));
	double *room = one_at_a_time(p) ? log : dt_arena_new(arena,
	    (size_t)p->z + 1, sizeof(*room));
	enum dt_status status = DT_OK;
	if (log == NULL || room == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; status == DT_OK && k < n * n; k++)
		if (k / n != k % n)
			status = find_one(p, k % n, k / n, stop, room,
			    &log[k], err);
	*f = (struct dt_fixation){ .n = n, .log = log,
		.share = log + n * n, .log_share = log + n * n + n };
	if (status == DT_OK)
		status = dt_alpha_rank_chain_solve(log, n, stop, f->log_share,
		    arena, err);
	for (size_t i = 0; status == DT_OK && i < n; i++)
		f->share[i] = exp(f->log_share[i]);
	f->off = status == DT_OK ? how_far_off(f) : 0;
	return status;
}
