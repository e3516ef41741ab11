/* coalescence: see coalescence.h. */
#include "population/coalescence.h"

#include <math.h>
#include <string.h>

#include "base/lu.h"
#include "base/memory.h"

struct meeting {
	const struct dt_network *w;
	size_t n, pairs;
	double *matrix, *right, *time;  /* of pairs i > j */
	size_t *order;
};

static size_t
pair_of(size_t i, size_t j)
{
	return i > j ? i * (i - 1) / 2 + j : j * (j - 1) / 2 + i;
}

static size_t
degree(const struct dt_network *w, size_t i)
{
	return w->at[i + 1] - w->at[i];
}

/* One of the two goes a step: i does, j stays. */
static void
add_steps(const struct meeting *m, size_t i, size_t j)
{
	const struct dt_network *w = m->w;
	double *row = m->matrix + pair_of(i, j) * m->pairs;
	for (size_t e = w->at[i]; e < w->at[i + 1]; e++)
		if (w->near[e] != j)
			row[pair_of(w->near[e], j)] -= .5 /
			    (double)degree(w, i);
}

static bool
solve(struct meeting *m)
{
	for (size_t i = 1; i < m->n; i++)
		for (size_t j = 0; j < i; j++) {
			size_t at = pair_of(i, j);
			m->matrix[at * m->pairs + at] += 1;
			m->right[at] = 1;
			add_steps(m, i, j);
			add_steps(m, j, i);
		}
	if (dt_lu_make(m->matrix, m->pairs, m->order) == 0)
		return false;
	dt_lu_solve(m->matrix, m->pairs, m->order, m->right, m->time);
	return true;
}

/* The mean time of two that are so many steps of a walk apart, from a place by
 * how many neighbours it has. */
static double
mean_after(const struct meeting *m, int steps, double *now, double *next)
{
	const struct dt_network *w = m->w;
	double sum = 0, all = (double)w->at[m->n];
	for (size_t i = 0; i < m->n; i++) {
		memset(now, 0, m->n * sizeof(*now));
		now[i] = 1;
		for (int s = 0; s < steps; s++) {
			memset(next, 0, m->n * sizeof(*next));
			for (size_t k = 0; k < m->n; k++)
				for (size_t e = w->at[k]; e < w->at[k + 1];
				    e++)
					next[w->near[e]] += now[k] /
					    (double)degree(w, k);
			memcpy(now, next, m->n * sizeof(*now));
		}
		for (size_t j = 0; j < m->n; j++)
			if (j != i)
				sum += (double)degree(w, i) / all * now[j] *
				    m->time[pair_of(i, j)];
	}
	return sum;
}

static double
threshold_of(const struct meeting *m, double *room)
{
	double t1 = mean_after(m, 1, room, room + m->n);
	double t2 = mean_after(m, 2, room, room + m->n);
	double t3 = mean_after(m, 3, room, room + m->n);
	/* What is nothing but rounding is never. */
	return t3 - t1 > 1e-12 * t3 ? t2 / (t3 - t1) : INFINITY;
}

enum dt_status
dt_coalescence_threshold(const struct dt_network *w, double *threshold,
    struct dt_error *err)
{
	struct meeting m = { .w = w, .n = w->n,
		.pairs = w->n * (w->n - 1) / 2 };
	if (w->n > DT_COALESCENCE_MOST)
		return dt_status_fail(err, DT_EUSAGE, "more than %d members",
		    DT_COALESCENCE_MOST);
	m.matrix = dt_memory_new(m.pairs * m.pairs, sizeof(*m.matrix));
	m.right = dt_memory_new(2 * m.pairs + 2 * m.n, sizeof(*m.right));
	m.order = dt_memory_new(m.pairs, sizeof(*m.order));
	bool enough = m.matrix && m.right && m.order, fine = false;
	if (enough) {
		m.time = m.right + m.pairs;
		fine = solve(&m);
	}
	if (fine)
		*threshold = threshold_of(&m, m.right + 2 * m.pairs);
	dt_memory_free(m.matrix);
	dt_memory_free(m.right);
	dt_memory_free(m.order);
	return !enough ? dt_status_no_memory(err) : fine ? DT_OK :
	    dt_status_fail(err, DT_EUSAGE, "two lines of descent never meet");
}
