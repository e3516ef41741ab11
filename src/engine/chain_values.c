/*
 * chain_values: what each state is worth to an agent from there on.
 *
 * (I - keep P) v = r, part by part, those that lead nowhere else first. A
 * small part is solved densely by GSL; a large one is swept over (Gauss and
 * Seidel), and after each sweep all are shifted by what takes out the mean
 * error, the slowest to go.
 */
#include "engine/chain_internal.h"

#include <gsl/gsl_linalg.h>
#include <math.h>

#include "base/memory.h"

enum { DENSE_MOST = 160, SWEEPS_MOST = 20000 };

struct valuer {
	const struct dt_chain *c;
	double keep;
	struct dt_chain_parts parts;
	const uint32_t *member;         /* of the part at hand */
	size_t n;
	uint32_t *place;                /* in it, by state */
	double *value, *known;          /* by state; reward and what comes
	                                 * from outside the part */
};

static double
reward_of(const struct dt_chain *c, size_t class, size_t state)
{
	return c->reward[state * c->width + DT_CHAIN_HEAD +
	    class * c->kinds + DT_CHAIN_PAYOFF];
}

static bool
inside(const struct valuer *v, size_t state, size_t edge)
{
	return v->parts.part[state] == v->parts.part[v->c->to[edge]];
}

static enum dt_status
solve_dense(struct valuer *v)
{
	size_t n = v->n;
	const struct dt_chain *c = v->c;
	double *cells = dt_memory_new(n * n + 2 * n, sizeof(*cells));
	size_t *order = dt_memory_new(n, sizeof(*order));
	if (cells == NULL || order == NULL) {
		dt_memory_free(cells);
		dt_memory_free(order);
		return DT_ENOMEM;
	}
	for (size_t i = 0; i < n; i++) {
		size_t s = v->member[i];
		cells[i * n + i] += 1;
		cells[n * n + i] = v->known[s];
		for (size_t e = c->row[s]; e < c->row[s + 1]; e++)
			if (inside(v, s, e))
				cells[i * n + v->place[c->to[e]]] -=
				    v->keep * c->chance[e];
	}
	int sign;
	gsl_permutation p = { n, order };
	gsl_matrix_view a = gsl_matrix_view_array(cells, n, n);
	gsl_vector_view b = gsl_vector_view_array(cells + n * n, n);
	gsl_linalg_LU_decomp(&a.matrix, &p, &sign);
	gsl_linalg_LU_svx(&a.matrix, &p, &b.vector);
	for (size_t i = 0; i < n; i++)
		v->value[v->member[i]] = cells[n * n + i];
	dt_memory_free(cells);
	dt_memory_free(order);
	return DT_OK;
}

/* One sweep; the largest that is missing. Sums what is missing and what a
 * shift of all by one would fill. */
static double
sweep(struct valuer *v, double *missing, double *filled)
{
	const struct dt_chain *c = v->c;
	double worst = 0;
	*missing = *filled = 0;
	for (size_t i = 0; i < v->n; i++) {
		size_t s = v->member[i];
		double sum = v->known[s], stays = 0, within = 0;
		for (size_t e = c->row[s]; e < c->row[s + 1]; e++) {
			double chance = v->keep * c->chance[e];
			if (!inside(v, s, e))
				continue;
			within += chance;
			if (c->to[e] == s)
				stays += chance;
			else
				sum += chance * v->value[c->to[e]];
		}
		double gap = sum - (1 - stays) * v->value[s];
		worst = fmax(worst, fabs(gap));
		*missing += gap;
		*filled += 1 - within;
		v->value[s] = sum / (1 - stays);
	}
	return worst;
}

static enum dt_status
solve_sweeping(struct valuer *v, struct dt_error *err)
{
	double missing, filled, scale = 1;
	for (size_t i = 0; i < v->n; i++)
		scale = fmax(scale, fabs(v->known[v->member[i]]));
	for (int k = 0; k < SWEEPS_MOST; k++) {
		double worst = sweep(v, &missing, &filled);
		if (worst < 1e-13 * scale * (1 - v->keep + 1e-4))
			return DT_OK;
		if (k % 8 != 7 || !(filled > 0))
			continue;
		(void)sweep(v, &missing, &filled);
		for (size_t i = 0; i < v->n; i++)
			v->value[v->member[i]] += missing / filled;
	}
	return dt_status_fail(err, DT_EUSAGE, "values of %zu states are out "
	    "of reach: they mix too slowly", v->n);
}

/* A state alone is one division. */
static enum dt_status
solve_part(struct valuer *v, struct dt_error *err)
{
	const struct dt_chain *c = v->c;
	for (size_t i = 0; i < v->n; i++) {
		size_t s = v->member[i];
		v->place[s] = (uint32_t)i;
		for (size_t e = c->row[s]; e < c->row[s + 1]; e++)
			if (!inside(v, s, e))
				v->known[s] += v->keep * c->chance[e] *
				    v->value[c->to[e]];
	}
	if (v->n > DENSE_MOST)
		return solve_sweeping(v, err);
	if (v->n > 1)
		return solve_dense(v);
	size_t s = v->member[0];
	double stays = 0;
	for (size_t e = c->row[s]; e < c->row[s + 1]; e++)
		stays += c->to[e] == s ? v->keep * c->chance[e] : 0;
	v->value[s] = v->known[s] / (1 - stays);
	return DT_OK;
}

static size_t
class_of(const struct dt_chain *c, size_t agent)
{
	size_t place = 0;
	while (c->order[place] != agent)
		place++;
	return c->class[place];
}

enum dt_status
dt_chain_values(const struct dt_chain *c, size_t agent, double keep,
    double *value, struct dt_error *err)
{
	struct dt_chain_flow flow = { c->states.n, c->row, c->to, c->chance,
	    NULL };
	struct valuer v = { .c = c, .keep = keep, .value = value,
	    .place = dt_memory_new(c->states.n, sizeof(*v.place)),
	    .known = dt_memory_new(c->states.n, sizeof(*v.known)) };
	bool good = dt_chain_parts(&flow, &v.parts);
	enum dt_status status = good && v.place != NULL && v.known != NULL ?
	    DT_OK : DT_ENOMEM;
	size_t class = class_of(c, agent);
	for (size_t s = 0; status == DT_OK && s < c->states.n; s++) {
		v.known[s] = reward_of(c, class, s);
		value[s] = 0;
	}
	for (size_t p = 0; status == DT_OK && p < v.parts.n; p++) {
		v.member = v.parts.member + v.parts.first[p];
		v.n = v.parts.first[p + 1] - v.parts.first[p];
		status = solve_part(&v, err);
	}
	dt_memory_free(v.place);
	dt_memory_free(v.known);
	dt_chain_parts_free(&v.parts);
	return status == DT_ENOMEM ? dt_status_no_memory(err) : status;
}

void
dt_chain_values_before(const struct dt_chain *c, size_t agent, double keep,
    const double *after, double *value)
{
	size_t class = class_of(c, agent);
	for (size_t s = 0; s < c->states.n; s++) {
		double sum = 0;
		for (size_t e = c->row[s]; e < c->row[s + 1]; e++)
			sum += c->chance[e] * after[c->to[e]];
		value[s] = reward_of(c, class, s) + keep * sum;
	}
}
