/* simulate: see simulate.h. */
#include "population/simulate.h"

#include <math.h>

#include "base/memory.h"
#include "base/pool.h"
#include "population/simulate_step.h"

enum { CHUNK = 32 };            /* runs of a piece of work */

struct work {
	const struct dt_simulate_request *request;
	struct dt_process process;
	struct dt_simulate_run **runs;  /* by hand */
	int64_t *won, *ended;   /* by piece */
	double *sum, *squares;  /* by piece and strategy */
	size_t chunks;          /* of a pair */
};

/* The runs of piece k: from, and how many. */
static int64_t
runs_of(const struct work *w, size_t chunk, int64_t *from)
{
	int64_t left;
	*from = (int64_t)chunk * CHUNK;
	left = w->request->runs - *from;
	return left < CHUNK ? left : CHUNK;
}

static enum dt_status
fix(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct work *w = of;
	size_t n = w->process.fitness->n, pair = turn->item / w->chunks;
	struct dt_simulate_run *run = w->runs[turn->hand];
	int64_t from, many = runs_of(w, turn->item % w->chunks, &from);
	(void)err;
	for (int64_t r = from; pair / n != pair % n && r < from + many; r++) {
		if (turn->stop != NULL && atomic_load(turn->stop))
			break;
		int end = dt_simulate_run_fix(run, w->request->seed, pair,
		    (uint64_t)r, pair % n, pair / n);
		w->won[turn->item] += end > 0;
		w->ended[turn->item] += end >= 0;
	}
	return DT_OK;
}

static enum dt_status
live(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct work *w = of;
	size_t n = w->process.fitness->n;
	struct dt_simulate_run *run = w->runs[turn->hand];
	double *sum = w->sum + turn->item * n;
	double *squares = w->squares + turn->item * n;
	int64_t from, many = runs_of(w, turn->item, &from);
	(void)err;
	for (int64_t r = from; r < from + many; r++) {
		if (turn->stop != NULL && atomic_load(turn->stop))
			break;
		const double *share = dt_simulate_run_live(run,
		    w->request->seed, (uint64_t)r, w->request->generations);
		for (size_t j = 0; j < n; j++) {
			sum[j] += share[j];
			squares[j] += share[j] * share[j];
		}
	}
	return DT_OK;
}

static enum dt_status
run_all(struct work *w, size_t pieces, enum dt_status (*piece)(void *,
    const struct dt_pool_turn *, struct dt_error *), struct dt_error *err)
{
	const struct dt_simulate_request *q = w->request;
	struct dt_pool_request pool = { .n = pieces, .threads = q->threads,
		.stop = q->stop, .work = piece, .of = w };
	enum dt_status status = DT_OK;
	w->runs = dt_memory_new((size_t)q->threads, sizeof(*w->runs));
	for (int k = 0; w->runs != NULL && k < q->threads; k++)
		if ((w->runs[k] = dt_simulate_run_new(&w->process)) == NULL)
			status = DT_ENOMEM;
	if (w->runs == NULL || status != DT_OK)
		status = dt_status_no_memory(err);
	if (status == DT_OK)
		status = dt_pool_run(&pool, err);
	for (int k = 0; w->runs != NULL && k < q->threads; k++)
		dt_simulate_run_free(w->runs[k]);
	dt_memory_free(w->runs);
	return status;
}

static void
prepare(struct work *w, const struct dt_simulate_request *q)
{
	*w = (struct work){ .request = q, .process = *q->process,
		.chunks = (size_t)((q->runs + CHUNK - 1) / CHUNK) };
}

enum dt_status
dt_simulate_fixations(const struct dt_simulate_request *q,
    struct dt_simulate_fixation *entries, struct dt_error *err)
{
	struct work w;
	prepare(&w, q);
	w.process.mutation = 0;
	size_t n = w.process.fitness->n, pieces = n * n * w.chunks;
	w.won = dt_memory_new(pieces, sizeof(*w.won));
	w.ended = dt_memory_new(pieces, sizeof(*w.ended));
	enum dt_status status = w.won == NULL || w.ended == NULL ?
	    dt_status_no_memory(err) : run_all(&w, pieces, fix, err);
	for (size_t pair = 0; status == DT_OK && pair < n * n; pair++) {
		struct dt_simulate_fixation *e = &entries[pair];
		int64_t won = 0;
		e->ended = 0;
		for (size_t c = 0; c < w.chunks; c++) {
			won += w.won[pair * w.chunks + c];
			e->ended += w.ended[pair * w.chunks + c];
		}
		double ended = (double)e->ended;
		e->chance = e->ended > 0 ? (double)won / ended : NAN;
		e->error = sqrt(e->chance * (1 - e->chance) / ended);
	}
	dt_memory_free(w.won);
	dt_memory_free(w.ended);
	return status;
}

enum dt_status
dt_simulate_shares(const struct dt_simulate_request *q, double *share,
    double *error, struct dt_error *err)
{
	struct work w;
	prepare(&w, q);
	size_t n = w.process.fitness->n;
	double runs = (double)q->runs;
	w.sum = dt_memory_new(w.chunks * n, sizeof(*w.sum));
	w.squares = dt_memory_new(w.chunks * n, sizeof(*w.squares));
	enum dt_status status = w.sum == NULL || w.squares == NULL ?
	    dt_status_no_memory(err) : run_all(&w, w.chunks, live, err);
	for (size_t j = 0; status == DT_OK && j < n; j++) {
		double sum = 0, squares = 0;
		for (size_t c = 0; c < w.chunks; c++) {
			sum += w.sum[c * n + j];
			squares += w.squares[c * n + j];
		}
		share[j] = sum / runs;
		double variance = (squares - sum * sum / runs) / (runs - 1);
		error[j] = q->runs < 2 ? NAN :
		    variance > 0 ? sqrt(variance / runs) : 0;
	}
	dt_memory_free(w.sum);
	dt_memory_free(w.squares);
	return status;
}
