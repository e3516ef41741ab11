/* bimatrix_vertex: a vertex from what binds there, exactly; see bimatrix.h. */
#include "solve/bimatrix.h"

#include "base/guard.h"

struct system {
	size_t n, rows;
	size_t own[64];         /* strategies, by column */
	size_t reply[64];       /* the other's, by row */
	mpz_t *at;              /* rows of n + 1: the last is 1 */
	mpz_t determinant, spare;
};

static mpz_t *
entry(struct system *s, size_t row, size_t column)
{
	return &s->at[row * (s->n + 1) + column];
}

/* What the other's reply pays the other where the player plays `own`. */
static mpz_t *
pays(const struct dt_bimatrix *b, size_t player, size_t own, size_t reply)
{
	return &b->payoff[!player][reply * b->n[player] + own];
}

static bool
choose_pivot(struct system *s, size_t k)
{
	size_t row = k;
	while (row < s->rows && mpz_sgn(*entry(s, row, k)) == 0)
		row++;
	if (row == s->rows)
		return false;
	for (size_t j = 0; row != k && j <= s->n; j++)
		mpz_swap(*entry(s, row, j), *entry(s, k, j));
	return true;
}

static void
eliminate_row(struct system *s, size_t i, size_t k)
{
	mpz_t *pivot = entry(s, k, k), *factor = entry(s, i, k);
	for (size_t j = k + 1; j <= s->n; j++) {
		mpz_t *to = entry(s, i, j);
		mpz_mul(*to, *to, *pivot);
		mpz_submul(*to, *factor, *entry(s, k, j));
		mpz_divexact(*to, *to, s->determinant);
	}
}

/* Jordan's form of fraction-free elimination: the upper rows become the
 * determinant's multiple of the unit, and of the others only the right side is
 * left, which must be 0. */
static enum dt_bimatrix_end
eliminate(struct system *s)
{
	mpz_set_ui(s->determinant, 1);
	for (size_t k = 0; k < s->n; k++) {
		if (!choose_pivot(s, k))
			return DT_BIMATRIX_MANY;
		for (size_t i = 0; i < s->rows; i++)
			if (i != k)
				eliminate_row(s, i, k);
		mpz_set(s->determinant, *entry(s, k, k));
	}
	for (size_t i = s->n; i < s->rows; i++)
		if (mpz_sgn(*entry(s, i, s->n)) != 0)
			return DT_BIMATRIX_NONE;
	return DT_BIMATRIX_ONE;
}

/* Is no chance below 0, and does no reply pay more than 1, that is the
 * determinant? Tells what binds. */
static enum dt_bimatrix_end
check(const struct dt_bimatrix *b, size_t player, struct system *s,
    const mpz_t *x, struct dt_labels *binding)
{
	*binding = (struct dt_labels){ { 0, 0 } };
	for (size_t i = 0; i < b->n[player]; i++) {
		if (mpz_sgn(x[i]) < 0)
			return DT_BIMATRIX_NONE;
		if (mpz_sgn(x[i]) == 0)
			binding->of[player] |= UINT64_C(1) << i;
	}
	for (size_t j = 0; j < b->n[!player]; j++) {
		mpz_set_ui(s->spare, 0);
		for (size_t k = 0; k < s->n; k++)
			mpz_addmul(s->spare, *pays(b, player, s->own[k], j),
			    x[s->own[k]]);
		int order = mpz_cmp(s->spare, s->determinant);
		if (order > 0)
			return DT_BIMATRIX_NONE;
		if (order == 0)
			binding->of[!player] |= UINT64_C(1) << j;
	}
	return DT_BIMATRIX_ONE;
}

static enum dt_bimatrix_end
solve(const struct dt_bimatrix *b, size_t player, struct system *s, mpz_t *x,
    struct dt_labels *binding)
{
	for (size_t i = 0; i < s->rows; i++) {
		for (size_t j = 0; j < s->n; j++)
			mpz_set(*entry(s, i, j), *pays(b, player, s->own[j],
			    s->reply[i]));
		mpz_set_ui(*entry(s, i, s->n), 1);
	}
	enum dt_bimatrix_end end = eliminate(s);
	if (end != DT_BIMATRIX_ONE)
		return end;
	for (size_t i = 0; i < b->n[player]; i++)
		mpz_set_ui(x[i], 0);
	bool negative = mpz_sgn(s->determinant) < 0;
	for (size_t i = 0; i < s->n; i++) {
		mpz_set(x[s->own[i]], *entry(s, i, s->n));
		if (negative)
			mpz_neg(x[s->own[i]], x[s->own[i]]);
	}
	mpz_abs(s->determinant, s->determinant);
	return check(b, player, s, x, binding);
}

static size_t
collect(uint64_t set, size_t n, size_t *items)
{
	size_t found = 0;
	for (size_t i = 0; i < n; i++)
		if (set >> i & 1)
			items[found++] = i;
	return found;
}

enum dt_status
dt_bimatrix_vertex(const struct dt_bimatrix *b, size_t player,
    struct dt_labels given, mpz_t *x, enum dt_bimatrix_end *end,
    struct dt_labels *binding, struct dt_error *err)
{
	struct system s;
	s.n = collect(~given.of[player], b->n[player], s.own);
	s.rows = collect(given.of[!player], b->n[!player], s.reply);
	/* Nothing is played: no strategy. Fewer rows: no single one. */
	*end = s.n == 0 ? DT_BIMATRIX_NONE : DT_BIMATRIX_MANY;
	if (s.n == 0 || s.rows < s.n)
		return DT_OK;
	s.at = dt_guard_new(s.rows * (s.n + 1), sizeof(mpz_t));
	if (s.at == NULL)
		return dt_status_no_memory(err);
	mpz_inits(s.determinant, s.spare, NULL);
	for (size_t i = 0; i < s.rows * (s.n + 1); i++)
		mpz_init(s.at[i]);
	*end = solve(b, player, &s, x, binding);
	for (size_t i = 0; i < s.rows * (s.n + 1); i++)
		mpz_clear(s.at[i]);
	mpz_clears(s.determinant, s.spare, NULL);
	dt_guard_free(s.at);
	return DT_OK;
}

enum dt_status
dt_bimatrix_chances(const mpz_t *x, size_t n, struct dt_arena *arena,
    double *chances, const char **exact, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	mpz_t sum;
	mpq_t chance;
	mpz_init(sum);
	mpq_init(chance);
	for (size_t i = 0; i < n; i++)
		mpz_add(sum, sum, x[i]);
	for (size_t i = 0; i < n; i++) {
		mpq_set_num(chance, x[i]);
		mpq_set_den(chance, sum);
		mpq_canonicalize(chance);
		chances[i] = mpq_get_d(chance);
		char *text = dt_arena_new(arena,
		    mpz_sizeinbase(mpq_numref(chance), 10) +
		    mpz_sizeinbase(mpq_denref(chance), 10) + 3, 1);
		if (text == NULL)
			status = dt_status_no_memory(err);
		else
			exact[i] = mpq_get_str(text, 10, chance);
	}
	mpq_clear(chance);
	mpz_clear(sum);
	return status;
}
