/*
 * sweep_grid: the order in which cells are played.
 *
 * The index on an axis is read with its bits reversed, so that 0, 4, 2, 6, 1,
 * ... of eight come first; the bits of all axes are interleaved, and cells
 * are sorted by what that spells. So the first cells are a coarse grid, the
 * next halve its meshes, and wherever a sweep stops it has looked everywhere
 * about equally.
 */
#include "sweep/sweep_internal.h"

#include <math.h>
#include <stdlib.h>

struct rank {
	uint64_t code;
	uint32_t at;
};

static unsigned
bits_of(size_t n)
{
	unsigned bits = 0;
	while (((size_t)1 << bits) < n)
		bits++;
	return bits;
}

static void
split(const struct dt_sweep *s, size_t at, size_t index[DT_SWEEP_AXES_MOST])
{
	for (size_t a = s->n_axes; a-- > 0; at /= s->axes[a].n)
		index[a] = at % s->axes[a].n;
}

/* Level by level, from each axis's lowest bit up: one bit of each axis. */
static uint64_t
code_of(const struct dt_sweep *s, size_t at)
{
	size_t index[DT_SWEEP_AXES_MOST];
	uint64_t code = 0;
	bool more = true;
	split(s, at, index);
	for (unsigned level = 0; more; level++) {
		more = false;
		for (size_t a = 0; a < s->n_axes; a++) {
			unsigned bits = bits_of(s->axes[a].n);
			if (level >= bits)
				continue;
			code = code << 1 | (index[a] >> level & 1);
			more = true;
		}
	}
	return code;
}

static int
by_code(const void *a, const void *b)
{
	const struct rank *x = a, *y = b;
	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

static enum dt_status
count(struct dt_sweep_maker *m)
{
	struct dt_sweep *s = m->sweep;
	double cells = 1;
	for (size_t a = 0; a < s->n_axes; a++)
		cells *= (double)s->axes[a].n;
	if (cells > DT_SWEEP_CELLS_MOST)
		return dt_faults_add(m->faults,
		    dt_node_key_place(s->text->origin.node, "axes"), NULL,
		    "%.0f cells are more than %d", cells,
		    DT_SWEEP_CELLS_MOST);
	s->cells = (int64_t)cells;
	return DT_OK;
}

enum dt_status
dt_sweep_grid(struct dt_sweep_maker *m)
{
	struct dt_sweep *s = m->sweep;
	enum dt_status status = count(m);
	if (status != DT_OK)
		return status;
	size_t n = (size_t)s->cells;
	struct rank *ranks =
	    dt_arena_new(m->catalogue->arena, n, sizeof(*ranks));
	uint32_t *order = dt_arena_new(m->catalogue->arena, n,
	    sizeof(*order));
	if (ranks == NULL || order == NULL)
		return dt_status_no_memory(m->err);
	for (size_t i = 0; i < n; i++)
		ranks[i] = (struct rank){ code_of(s, i), (uint32_t)i };
	qsort(ranks, n, sizeof(*ranks), by_code);
	for (size_t i = 0; i < n; i++)
		order[i] = ranks[i].at;
	s->order = order;
	return DT_OK;
}

void
dt_sweep_place(const struct dt_sweep *s, int64_t cell,
    size_t index[DT_SWEEP_AXES_MOST])
{
	split(s, s->order[cell - 1], index);
}

/* By multiples of the golden ratio, which fall evenly and keep no step with
 * the powers of two of the order. */
int64_t
dt_sweep_shard(int64_t cell, int64_t shards)
{
	double turns = (double)cell * 0.6180339887498949;
	return 1 + (int64_t)((turns - floor(turns)) * (double)shards);
}
