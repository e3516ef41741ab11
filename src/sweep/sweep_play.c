/*
 * sweep_play: see sweep_play.h. A ring of results holds the cells that are
 * being played or wait for the caller; the k-th cell is in place k mod SLOTS.
 */
#include "sweep/sweep_play.h"

#include "base/memory.h"

enum { SLOTS = 256, PATIENCE = 100 };   /* milliseconds */

struct dt_sweep_play {
	const struct dt_sweep *sweep;
	const int64_t *cells;
	size_t n;
	struct dt_pool *pool;
	struct dt_sweep_result results[SLOTS];
};

static enum dt_status
work(void *play, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct dt_sweep_play *p = play;
	struct dt_sweep_result *result = &p->results[turn->item % SLOTS];
	dt_sweep_play_cell(p->sweep, p->cells[turn->item], turn->stop, result);
	if (result->status != DT_OK)
		*err = result->error;
	return result->status;
}

enum dt_status
dt_sweep_play_new(struct dt_sweep_play **play,
    const struct dt_sweep_play_request *request, struct dt_error *err)
{
	struct dt_sweep_play *p = dt_memory_new(1, sizeof(*p));
	struct dt_pool_request pool = { .n = (size_t)request->n,
		.threads = request->threads, .ahead = SLOTS,
		.stop = request->stop, .work = work, .of = p };
	*play = p;
	if (p == NULL)
		return dt_status_no_memory(err);
	p->sweep = request->sweep;
	p->cells = request->cells;
	p->n = (size_t)request->n;
	enum dt_status status = dt_pool_new(&p->pool, &pool, err);
	if (status != DT_OK) {
		dt_sweep_play_free(p);
		*play = NULL;
	}
	return status;
}

enum dt_status
dt_sweep_play_next(struct dt_sweep_play *p,
    const struct dt_sweep_result **result, bool *waiting,
    struct dt_error *err)
{
	size_t k;
	enum dt_status status = dt_pool_next(p->pool, PATIENCE, &k, err);
	*waiting = status == DT_OK && k == DT_POOL_WAITING;
	*result = k < p->n ? &p->results[k % SLOTS] : NULL;
	return status;
}

void
dt_sweep_play_free(struct dt_sweep_play *p)
{
	if (p == NULL)
		return;
	dt_pool_free(p->pool);
	for (size_t s = 0; s < SLOTS; s++)
		dt_arena_free(&p->results[s].arena);
	dt_memory_free(p);
}
