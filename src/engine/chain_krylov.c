/* chain_krylov: a large part as equations for krylov.h. */
#include "engine/chain_internal.h"

#include "base/krylov.h"
#include "base/memory.h"

/* The part, by place, without its diagonal. */
struct part {
	size_t *row;
	uint32_t *to;
	double *value, *stay, *known, *x;
};

static void
fill(struct part *k, const struct dt_chain_part *p)
{
	const struct dt_chain_flow *f = p->flow;
	size_t at = 0;
	for (size_t i = 0; i < p->n; i++) {
		size_t state = p->member[i];
		k->row[i] = at;
		k->stay[i] = 1;
		k->known[i] = p->leak[state];
		for (size_t e = f->row[state]; e < f->row[state + 1]; e++) {
			if (!dt_chain_inside(p, e))
				continue;
			if (f->to[e] == state) {
				k->stay[i] -= f->value[e];
				continue;
			}
			k->to[at] = p->place[f->to[e]];
			k->value[at++] = f->value[e];
		}
	}
	k->row[p->n] = at;
}

static bool
solve(struct part *k, const struct dt_chain_part *p, double *x)
{
	struct dt_krylov system = { p->n, k->row, k->to, k->value, k->stay,
	    k->known };
	fill(k, p);
	for (size_t i = 0; i < p->n; i++)
		k->x[i] = x[p->member[i]];
	if (!dt_krylov_solve(&system, k->x))
		return false;
	for (size_t i = 0; i < p->n; i++)
		x[p->member[i]] = k->x[i];
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
	struct part k = { dt_memory_new(n + 1, sizeof(*k.row)),
	    dt_memory_new(edges + 1, sizeof(*k.to)), room, room + edges + 1,
	    room + edges + 1 + n, room + edges + 1 + 2 * n };
	bool good = room != NULL && k.row != NULL && k.to != NULL &&
	    solve(&k, p, x);
	dt_memory_free(k.row);
	dt_memory_free(k.to);
	dt_memory_free(room);
	return good ? DT_OK : DT_ENOMEM;
}
