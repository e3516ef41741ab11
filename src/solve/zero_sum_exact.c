/* zero_sum_exact: value and optimal strategies in whole numbers; see
 * zero_sum.h. */
#include "solve/zero_sum.h"

#include <math.h>
#include <string.h>

#include "base/guard.h"
#include "solve/lemke_howson.h"
#include "solve/rational.h"

/* A payoff as it was written. */
static bool
read(const struct dt_normal *g, size_t cell, mpq_t value)
{
	if (g->written != NULL)
		return dt_rational_read(g->written[cell], value);
	if (!isfinite(g->payoffs[cell]))
		return false;
	mpq_set_d(value, g->payoffs[cell]);
	return true;
}

/* Do the payoffs add up to the same everywhere, exactly? */
static bool
is_constant(const struct dt_normal *g, mpq_t sum, mpq_t here, mpq_t part)
{
	for (size_t c = 0; c < g->profiles; c++) {
		if (!read(g, 2 * c, here) || !read(g, 2 * c + 1, part))
			return false;
		mpq_add(here, here, part);
		if (c == 0)
			mpq_set(sum, here);
		else if (mpq_cmp(sum, here) != 0)
			return false;
	}
	return true;
}

/* What the first strategy that the first player plays pays it. */
static void
find_value(const struct dt_normal *g, const char *const *exact, mpq_t value,
    mpq_t chance, mpq_t part)
{
	size_t own = 0, n = g->strategies[0];
	while (own + 1 < n && strcmp(exact[own], "0") == 0)
		own++;
	mpq_set_ui(value, 0, 1);
	for (size_t k = 0; k < g->strategies[1]; k++) {
		mpq_set_str(chance, exact[n + k], 10);
		read(g, 2 * (own + k * n), part);
		mpq_mul(part, part, chance);
		mpq_add(value, value, part);
	}
}

static enum dt_status
keep_value(mpq_t value, size_t player, struct dt_arena *arena,
    struct dt_zero_sum *z, struct dt_error *err)
{
	char *text = dt_arena_new(arena,
	    mpz_sizeinbase(mpq_numref(value), 10) +
	    mpz_sizeinbase(mpq_denref(value), 10) + 3, 1);
	if (text == NULL)
		return dt_status_no_memory(err);
	z->exact_value[player] = mpq_get_str(text, 10, value);
	z->value[player] = mpq_get_d(value);
	return DT_OK;
}

/* From an equilibrium to the fields of the answer. */
static enum dt_status
fill(const struct dt_normal *g, const struct dt_profile_point *point,
    struct dt_arena *arena, struct dt_zero_sum *z, mpq_t sum,
    struct dt_error *err)
{
	mpq_t value, chance, part;
	size_t n = dt_profile_size(g);
	z->chances = dt_arena_new(arena, n, sizeof(*z->chances));
	z->exact = dt_arena_new(arena, n, sizeof(*z->exact));
	if (z->chances == NULL || z->exact == NULL)
		return dt_status_no_memory(err);
	memcpy(z->chances, point->chances, n * sizeof(*z->chances));
	for (size_t k = 0; k < n; k++)
		z->exact[k] = point->exact[k];
	mpq_inits(value, chance, part, NULL);
	find_value(g, point->exact, value, chance, part);
	enum dt_status status = keep_value(value, 0, arena, z, err);
	mpq_sub(value, sum, value);
	if (status == DT_OK)
		status = keep_value(value, 1, arena, z, err);
	z->sum = mpq_get_d(sum);
	z->regret = 0;
	mpq_clears(value, chance, part, NULL);
	return status;
}

struct question {
	const struct dt_normal *game;
	struct dt_arena *arena;
	struct dt_zero_sum *z;
	bool *found;
	enum dt_status status;
	struct dt_error *err;
};

/* In a guard. */
static void
find(void *context)
{
	struct question *q = context;
	struct dt_profile_list list = { .arena = q->arena };
	struct dt_lemke_howson_path path;
	enum dt_status status = DT_OK;
	mpq_t sum, here, part;
	mpq_inits(sum, here, part, NULL);
	bool found = is_constant(q->game, sum, here, part);
	if (found)
		status = dt_lemke_howson_one(q->game, 0, &list, &path, q->err);
	found = found && status == DT_OK && list.n > 0 &&
	    list.points[0].exact != NULL;
	if (found)
		status = fill(q->game, &list.points[0], q->arena, q->z, sum,
		    q->err);
	mpq_clears(sum, here, part, NULL);
	*q->found = found;
	q->status = status;
}

enum dt_status
dt_zero_sum_exact(const struct dt_normal *game, struct dt_arena *arena,
    struct dt_zero_sum *z, bool *found, struct dt_error *err)
{
	struct question q = { game, arena, z, found, DT_OK, err };
	*found = false;
	return dt_guard_run(find, &q) ? q.status : dt_status_no_memory(err);
}
