/* facts: see facts.h. */
#include "solve/facts.h"

#include <math.h>

#include "base/number.h"
#include "linear/linear.h"
#include "solve/pure.h"

bool
dt_facts_is_2x2(const struct dt_normal *g)
{
	return g->players == 2 && g->strategies[0] == 2 &&
	    g->strategies[1] == 2;
}

struct dt_payoff_matrix
dt_facts_matrix(const struct dt_normal *g, size_t player, size_t pause)
{
	size_t mine = player == 0 ? 1 : 2, others = 3 - mine;
	size_t pauses = pause * 3;
	return (struct dt_payoff_matrix){
		.reward = g->payoffs[pauses * 2 + player],
		.temptation = g->payoffs[(pauses ^ mine) * 2 + player],
		.sucker = g->payoffs[(pauses ^ others) * 2 + player],
		.punishment = g->payoffs[(3 - pauses) * 2 + player],
	};
}

static void
find_pure(const struct dt_normal *g, size_t player, double *least,
    struct dt_facts_maximin *m)
{
	size_t n = g->strategies[player], stride = dt_pure_stride(g, player);
	for (size_t s = 0; s < n; s++)
		least[s] = INFINITY;
	for (size_t c = 0; c < g->profiles; c++) {
		double *at = &least[c / stride % n];
		*at = dt_number_min(*at, g->payoffs[c * g->players + player]);
	}
	for (size_t s = 1; s < n; s++)
		if (least[s] > least[m->strategy])
			m->strategy = s;
	m->pure = least[m->strategy];
}

/* Columns are the chances and, last, what is sure; a row for each profile of
 * the others. Payoffs are scaled to lie about from 0 to 1. */
static struct dt_linear *
program(const struct dt_normal *g, size_t player, double low, double unit)
{
	size_t n = g->strategies[player], stride = dt_pure_stride(g, player);
	size_t others = g->profiles / n;
	struct dt_linear *l = dt_linear_new(others + 1, n + 1,
	    g->profiles + others + n);
	if (l == NULL)
		return NULL;
	for (size_t c = 0; c < g->profiles; c++) {
		size_t s = c / stride % n;
		size_t row = c % stride + c / (stride * n) * stride;
		dt_linear_set(l, row, s, (g->payoffs[c * g->players + player] -
		    low) / unit);
		if (s == 0) {
			dt_linear_set(l, row, n, -1);
			dt_linear_row(l, row, 0, INFINITY);
		}
	}
	for (size_t s = 0; s < n; s++)
		dt_linear_set(l, others, s, 1);
	dt_linear_row(l, others, 1, 1);
	dt_linear_gain(l, n, 1);
	return l;
}

/* What a mix is sure of, from the payoffs alone. */
static double
sure(const struct dt_normal *g, size_t player, const double *mix)
{
	size_t n = g->strategies[player], stride = dt_pure_stride(g, player);
	double least = INFINITY;
	for (size_t c = 0; c < g->profiles; c++) {
		double sum = 0;
		if (c / stride % n != 0)
			continue;
		for (size_t s = 0; s < n; s++)
			sum += mix[s] * g->payoffs[(c + s * stride) *
			    g->players + player];
		least = dt_number_min(least, sum);
	}
	return least;
}

/* Made chances again; then the program's word must be what they are sure of. */
static void
take_mix(const struct dt_normal *g, size_t player, const struct dt_linear *l,
    double promised, double unit, double *mix, struct dt_facts_maximin *m)
{
	size_t n = g->strategies[player];
	double sum = 0;
	for (size_t s = 0; s < n; s++)
		sum += mix[s] = dt_number_max(dt_linear_value(l, s), 0);
	for (size_t s = 0; s < n; s++)
		mix[s] /= sum;
	double value = sure(g, player, mix);
	if (!(promised - value <= 1e-7 * unit))
		return;
	m->mix = mix;
	m->mixed = dt_number_max(value, m->pure);
}

static enum dt_status
find_mixed(const struct dt_normal *g, size_t player, double *mix,
    struct dt_facts_maximin *m, struct dt_error *err)
{
	double low = INFINITY, unit = dt_pure_range(g);
	for (size_t c = 0; c < g->profiles; c++)
		low = dt_number_min(low, g->payoffs[c * g->players + player]);
	struct dt_linear *l = program(g, player, low, unit);
	if (l == NULL)
		return dt_status_no_memory(err);
	enum dt_linear_end end = dt_linear_solve(l);
	if (end == DT_LINEAR_SOLVED)
		take_mix(g, player, l, low + unit * dt_linear_optimum(l),
		    unit, mix, m);
	dt_linear_free(l);
	return end == DT_LINEAR_NO_MEMORY ? dt_status_no_memory(err) : DT_OK;
}

enum dt_status
dt_facts_maximin(const struct dt_normal *g, size_t player,
    struct dt_arena *arena, struct dt_facts_maximin *maximin,
    struct dt_error *err)
{
	size_t n = g->strategies[player];
	double *least = dt_arena_new(arena, 2 * n, sizeof(*least));
	*maximin = (struct dt_facts_maximin){ .mixed = NAN };
	if (least == NULL)
		return dt_status_no_memory(err);
	find_pure(g, player, least, maximin);
	return g->profiles > DT_FACTS_MIXED_MOST ? DT_OK :
	    find_mixed(g, player, least + n, maximin, err);
}

double
dt_facts_welfare(const struct dt_normal *g, size_t profile)
{
	double sum = 0;
	for (size_t i = 0; i < g->players; i++)
		sum += g->payoffs[profile * g->players + i];
	return sum;
}

static double
ratio(double optimum, double equilibrium)
{
	return optimum > 0 && equilibrium > 0 ? optimum / equilibrium : NAN;
}

enum dt_status
dt_facts_price(const struct dt_normal *g, struct dt_facts_price *p,
    struct dt_error *err)
{
	struct dt_arena arena = { 0 };
	struct dt_pure pure;
	*p = (struct dt_facts_price){ .anarchy = NAN, .stability = NAN };
	for (size_t c = 1; c < g->profiles; c++)
		if (dt_facts_welfare(g, c) > dt_facts_welfare(g, p->optimum))
			p->optimum = c;
	p->welfare = dt_facts_welfare(g, p->optimum);
	enum dt_status status = dt_pure_find(g, 0, &arena, &pure, err);
	if (status == DT_OK)
		p->equilibria = pure.found;
	p->listed = status == DT_OK && pure.n > 0 && pure.n == pure.found;
	if (p->listed) {
		p->best = p->worst = pure.profiles[0];
		for (size_t k = 1; k < pure.n; k++) {
			size_t c = pure.profiles[k];
			double sum = dt_facts_welfare(g, c);
			if (sum > dt_facts_welfare(g, p->best))
				p->best = c;
			if (sum < dt_facts_welfare(g, p->worst))
				p->worst = c;
		}
		p->anarchy = ratio(p->welfare, dt_facts_welfare(g, p->worst));
		p->stability = ratio(p->welfare, dt_facts_welfare(g, p->best));
	}
	dt_arena_free(&arena);
	return status;
}

bool
dt_facts_risk(const struct dt_normal *g, struct dt_facts_risk *risk)
{
	size_t n = 0;
	for (size_t c = 0; dt_facts_is_2x2(g) && c < 4; c++) {
		double one = g->payoffs[c * 2] - g->payoffs[(c ^ 1) * 2];
		double two = g->payoffs[c * 2 + 1] -
		    g->payoffs[(c ^ 2) * 2 + 1];
		if (one > 0 && two > 0) {
			risk->profiles[n] = c;
			risk->products[n++] = one * two;
		}
	}
	return n == 2;
}

static bool
beats(const struct dt_normal *g, size_t a, size_t b)
{
	const double *x = g->payoffs + a * g->players;
	const double *y = g->payoffs + b * g->players;
	bool better = false;
	for (size_t i = 0; i < g->players; i++) {
		if (x[i] < y[i])
			return false;
		better |= x[i] > y[i];
	}
	return better;
}

enum dt_status
dt_facts_efficient(const struct dt_normal *g, struct dt_arena *arena,
    struct dt_facts_profiles *efficient, struct dt_error *err)
{
	if (g->profiles > DT_FACTS_EFFICIENT_MOST)
		return dt_status_fail(err, DT_EUSAGE, "more than %d pure "
		    "profiles", DT_FACTS_EFFICIENT_MOST);
	size_t *list = dt_arena_new(arena, g->profiles, sizeof(*list));
	if (list == NULL)
		return dt_status_no_memory(err);
	*efficient = (struct dt_facts_profiles){ .profiles = list };
	for (size_t b = 0; b < g->profiles; b++) {
		size_t a = 0;
		while (a < g->profiles && !beats(g, a, b))
			a++;
		if (a == g->profiles)
			list[efficient->n++] = b;
	}
	return DT_OK;
}
