/*
 * chain_krylov: a large part as equations for krylov.h, in the order of
 * chain_likely, so that a sweep follows what is likely to its end: clean rounds
 * until a strike is forgiven, say.
 */
#include "engine/chain_internal.h"

#include "base/krylov.h"
#include "base/memory.h"

/* The part, by place, without its diagonal. */
struct part {
	size_t *row, *later;
	uint32_t *to, *order, *likely;
	double *value, *stay, *known, *x;
};

/* The row of a place from `at` on: entries of places before it, then those of
 * places behind it, which wait in the room. What is known is no entry. */
static size_t
fill_row(struct part *k, const struct dt_chain_part *p, const double *x,
    size_t i, size_t at)
{
	const struct dt_chain_flow *f = p->flow;
	size_t state = k->order[i], end = f->row[state + 1];
	size_t first = at, last = at + end - f->row[state], up = last;
	k->stay[i] = 1;
	k->known[i] = p->leak[state];
	for (size_t e = f->row[state]; e < end; e++) {
		uint32_t to = f->to[e];
		if (!dt_chain_inside(p, e)) {
			k->known[i] += f->value[e] * x[to];
		} else if (to == state) {
			k->stay[i] -= f->value[e];
		} else {
			uint32_t place = p->place[to];
			size_t put = place < i ? first++ : --up;
			k->to[put] = place;
			k->value[put] = f->value[e];
		}
	}
	k->later[i] = first;
	for (; up < last; first++, up++) {
		k->to[first] = k->to[up];
		k->value[first] = k->value[up];
	}
	return first;
}

static void
fill(struct part *k, const struct dt_chain_part *p, const double *x)
{
	size_t at = 0;
	for (size_t i = 0; i < p->n; i++) {
		k->row[i] = at;
		at = fill_row(k, p, x, i, at);
	}
	k->row[p->n] = at;
}

static bool
solve(struct part *k, const struct dt_chain_part *p, double *x)
{
	struct dt_krylov system = { p->n, k->row, k->later, k->to, k->value,
	    k->stay, k->known, p->flow->rough };
	dt_chain_likely(p, k->order, k->likely);
	fill(k, p, x);
	for (size_t i = 0; i < p->n; i++)
		k->x[i] = x[k->order[i]];
	if (!dt_krylov_solve(&system, k->x))
		return false;
	for (size_t i = 0; i < p->n; i++)
		x[k->order[i]] = k->x[i];
	return true;
}

enum dt_status
dt_chain_krylov(const struct dt_chain_part *p, double *x)
{
	const struct dt_chain_flow *f = p->flow;
	size_t n = p->n, edges = 0;
	for (size_t i = 0; i < n; i++)
		edges += f->row[p->member[i] + 1] - f->row[p->member[i]];
	double *room = dt_memory_new(3 * n + edges + 1, sizeof(*room));
	size_t *rows = dt_memory_new(2 * n + 1, sizeof(*rows));
	uint32_t *words = dt_memory_new(edges + 2 * n + 1, sizeof(*words));
	bool good = room != NULL && rows != NULL && words != NULL;
	struct part k = { .row = rows };
	if (good) {
		k.later = rows + n + 1;
		k.to = words;
		k.order = words + edges + 1;
		k.likely = k.order + n;
		k.value = room;
		k.stay = room + edges + 1;
		k.known = k.stay + n;
		k.x = k.known + n;
		good = solve(&k, p, x);
	}
	dt_memory_free(rows);
	dt_memory_free(words);
	dt_memory_free(room);
	return good ? DT_OK : DT_ENOMEM;
}
