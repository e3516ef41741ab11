/* evolve: see evolve.h. */
#include "population/evolve.h"

#include <math.h>
#include <string.h>

#include "population/coalescence.h"

enum dt_status
dt_evolve_read_shares(const char *text, size_t n, struct dt_arena *arena,
    const double **shares, struct dt_error *err)
{
	double *x = dt_arena_new(arena, n, sizeof(*x)), sum = 0;
	size_t i = 0;
	if (x == NULL)
		return dt_status_no_memory(err);
	while (*text != '\0' && i < n) {
		size_t length = strcspn(text, ",");
		const char *word = dt_arena_copy_n(arena, text, length);
		if (word == NULL)
			return dt_status_no_memory(err);
		if (!dt_number_read(word, &x[i]) || x[i] < 0 || x[i] > 1)
			return dt_status_fail(err, DT_EUSAGE, "--from: '%s' "
			    "is no share from 0 to 1", word);
		sum += x[i++];
		text += length + (text[length] == ',');
	}
	if (*text != '\0' || i + 1 < n)
		return dt_status_fail(err, DT_EUSAGE, "--from needs %zu "
		    "shares, one for each strategy in their order", n);
	if (i + 1 == n)
		sum += x[i] = dt_number_max(0, 1 - sum);
	*shares = x;
	return fabs(sum - 1) <= 1e-9 ? DT_OK : dt_status_fail(err, DT_EUSAGE,
	    "--from: shares must sum to 1");
}

static enum dt_status
judge_alone(struct dt_evolve *e, struct dt_arena *arena, struct dt_error *err)
{
	size_t n = e->fitness->n;
	double *x = dt_arena_new(arena, n, sizeof(*x));
	e->stable = dt_arena_new(arena, n, sizeof(*e->stable));
	if (x == NULL || e->stable == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++) {
		x[i] = 1;
		e->stable[i] = dt_stable_of(e->fitness, x, e->rest.same);
		x[i] = 0;
	}
	return DT_OK;
}

/* Two strategies by their points of rest, whatever leads there without noise;
 * of more the replicator is followed. */
static enum dt_status
find_basins(struct dt_evolve *e, struct dt_arena *arena,
    struct dt_error *err)
{
	const struct dt_evolve_request *q = e->request;
	struct dt_basin_request basin = { .dynamics = &q->dynamics,
		.rest = &e->rest, .seed = q->seed, .starts = q->starts,
		.threads = q->threads,
		.stop = q->stop != NULL ? q->stop->flag : NULL };
	bool two = e->fitness->n == 2 && e->rest.whole;
	if (q->dynamics.rule == DT_DYNAMICS_LOGIT ||
	    (!two && (q->dynamics.rule != DT_DYNAMICS_REPLICATOR ||
	    q->starts == 0)))
		return DT_OK;
	e->has_basin = true;
	return dt_basin_find(&basin, arena, &e->basin, err);
}

static enum dt_status
follow(struct dt_evolve *e, struct dt_arena *arena, struct dt_error *err)
{
	const struct dt_evolve_request *q = e->request;
	size_t n = e->fitness->n;
	bool whole = q->dynamics.rule == DT_DYNAMICS_DISCRETE;
	if (q->from == NULL)
		return DT_OK;
	e->time = dt_arena_new(arena, DT_EVOLVE_PATH, sizeof(*e->time));
	e->path = dt_arena_new(arena, DT_EVOLVE_PATH * n, sizeof(*e->path));
	struct dt_dynamics_state *s = dt_dynamics_start(&q->dynamics,
	    q->from);
	enum dt_status status = DT_OK;
	if (e->time == NULL || e->path == NULL || s == NULL)
		status = dt_status_no_memory(err);
	for (size_t k = 0; status == DT_OK && k < DT_EVOLVE_PATH; k++) {
		double t = q->time * (double)k / (DT_EVOLVE_PATH - 1);
		if (dt_stop_is(q->stop)) {
			status = dt_status_fail(err, DT_ESTOPPED, "stopped "
			    "at time %.6g of the path", t);
			break;
		}
		e->time[k] = whole ? round(t) : t;
		status = dt_dynamics_go(s, e->time[k], e->path + k * n, err);
	}
	dt_dynamics_stop(s);
	return status;
}

static enum dt_status
find_exactly(struct dt_evolve *e, struct dt_arena *arena,
    struct dt_error *err)
{
	const struct dt_process *p = &e->request->process;
	enum dt_status status = DT_OK;
	if (dt_fixation_is_exact(p)) {
		e->has_fixation = true;
		status = dt_fixation_find(p, e->request->stop, arena,
		    &e->fixation, err);
	}
	/* On a graph it matters where so many are. */
	if (status != DT_OK || e->fitness->n != 2 || !e->has_fixation ||
	    (p->network != NULL && !p->network->ring))
		return status;
	e->from_some = dt_arena_new(arena, (size_t)p->z + 1,
	    sizeof(*e->from_some));
	return e->from_some == NULL ? dt_status_no_memory(err) :
	    dt_fixation_all(p, 0, 1, e->request->stop, e->from_some, err);
}

/* By the steps themselves, or on a graph that is no ring by lines of descent. A
 * donation of b at cost c pays from b/c = (sigma + 1)/(sigma - 1) on. */
static enum dt_status
find_structure(struct dt_evolve *e, struct dt_error *err)
{
	const struct dt_process *p = &e->request->process;
	enum dt_status status = DT_OK;
	e->donation = e->sigma = NAN;
	if (p->rule == DT_PROCESS_WRIGHT_FISHER || e->fitness->group != 2)
		return DT_OK;
	if (p->network == NULL || p->network->ring) {
		e->sigma = dt_fixation_sigma(p);
		e->donation = e->sigma > 1 ? (e->sigma + 1) /
		    (e->sigma - 1) : INFINITY;
	} else if (p->network->n <= DT_COALESCENCE_MOST) {
		status = dt_coalescence_threshold(p->network, &e->donation,
		    err);
		if (isfinite(e->donation))
			e->sigma = (e->donation + 1) / (e->donation - 1);
	}
	return status;
}

/* A chain that is too large is no reason to keep back the rest. */
static enum dt_status
find_chain(struct dt_evolve *e, struct dt_arena *arena, struct dt_error *err)
{
	const struct dt_process *p = &e->request->process;
	struct dt_error why = { 0 };
	if (!(p->mutation > 0))
		return DT_OK;
	enum dt_status status = dt_composition_solve(p, e->request->stop,
	    arena, &e->chain, &why);
	e->has_chain = status == DT_OK;
	if (status != DT_EUSAGE)
		return status == DT_OK ? DT_OK : dt_status_fail(err, status,
		    "%s", why.message);
	e->no_chain = dt_arena_copy(arena, why.message);
	return e->no_chain == NULL ? dt_status_no_memory(err) : DT_OK;
}

static enum dt_status
simulate(struct dt_evolve *e, struct dt_arena *arena, struct dt_error *err)
{
	const struct dt_evolve_request *q = e->request;
	size_t n = e->fitness->n;
	struct dt_simulate_request request = { .process = &q->process,
		.seed = q->seed, .runs = q->simulate,
		.generations = q->generations, .threads = q->threads,
		.stop = q->stop != NULL ? q->stop->flag : NULL };
	if (q->simulate == 0)
		return DT_OK;
	if (q->process.mutation > 0) {
		e->simulated_share = dt_arena_new(arena, 2 * n,
		    sizeof(*e->simulated_share));
		e->simulated_error = e->simulated_share + n;
		return e->simulated_share == NULL ? dt_status_no_memory(err) :
		    dt_simulate_shares(&request, e->simulated_share,
		    e->simulated_error, err);
	}
	e->simulated = dt_arena_new(arena, n * n, sizeof(*e->simulated));
	return e->simulated == NULL ? dt_status_no_memory(err) :
	    dt_simulate_fixations(&request, e->simulated, err);
}

enum dt_status
dt_evolve_find(const struct dt_evolve_request *q, struct dt_arena *arena,
    struct dt_evolve *e, struct dt_error *err)
{
	*e = (struct dt_evolve){ .request = q,
		.fitness = q->dynamics.fitness };
	if (e->fitness->n < 2)
		return dt_status_fail(err, DT_EUSAGE, "one strategy alone "
		    "has nothing to evolve to: give two or more");
	enum dt_status status = dt_dynamics_check(&q->dynamics, err);
	if (status == DT_OK && q->finite)
		status = dt_process_check(&q->process, err);
	if (status == DT_OK)
		status = dt_rest_find(e->fitness, q->stop, arena, &e->rest,
		    err);
	if (status == DT_OK)
		status = judge_alone(e, arena, err);
	if (status == DT_OK)
		status = find_basins(e, arena, err);
	if (status == DT_OK)
		status = follow(e, arena, err);
	if (status == DT_OK && q->finite)
		status = find_exactly(e, arena, err);
	if (status == DT_OK && q->finite)
		status = find_structure(e, err);
	if (status == DT_OK && q->finite)
		status = find_chain(e, arena, err);
	if (status == DT_OK && q->finite)
		status = simulate(e, arena, err);
	if (status == DT_OK && q->finite && !e->has_fixation &&
	    q->simulate == 0)
		return dt_status_fail(err, DT_EUSAGE, "a population of %lld "
		    "is too large for exact numbers here: --simulate RUNS",
		    (long long)q->process.z);
	return status;
}
