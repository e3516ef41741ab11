/* bimatrix_vertex: a vertex from its basis, exactly; see bimatrix.h. */
#include "solve/bimatrix.h"

#include "base/guard.h"

struct system {
	size_t n;
	size_t *own;            /* strategies, by column */
	size_t *reply;          /* the other's, by row */
	mpz_t *at;              /* n rows of n + 1: the last is 1 */
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
	while (row < s->n && mpz_sgn(*entry(s, row, k)) == 0)
		row++;
	if (row == s->n)
		return false;
	for (size_t j = 0; row != k && j <= s->n; j++)
		mpz_swap(*entry(s, row, j), *entry(s, k, j));
	return true;
}

/* Jordan's form of fraction-free elimination: all of the matrix becomes the
 * determinant's multiple of the unit. */
static bool
eliminate(struct system *s)
{
	mpz_set_ui(s->determinant, 1);
	for (size_t k = 0; k < s->n; k++) {
		if (!choose_pivot(s, k))
			return false;
		mpz_t *pivot = entry(s, k, k);
		for (size_t i = 0; i < s->n; i++) {
			if (i == k)
				continue;
			for (size_t j = k + 1; j <= s->n; j++) {
				mpz_t *to = entry(s, i, j);
				mpz_mul(*to, *to, *pivot);
				mpz_submul(*to, *entry(s, i, k),
				    *entry(s, k, j));
				mpz_divexact(*to, *to, s->determinant);
			}
		}
		mpz_set(s->determinant, *pivot);
	}
	return true;
}

/* Every reply pays at most 1, that is the determinant; who does so without
 * being asked is not strict. */
static bool
is_feasible(const struct dt_bimatrix *b, size_t player, const bool *own,
    const bool *replies, struct system *s, mpz_t *x, bool *strict)
{
	*strict = true;
	for (size_t i = 0; i < b->n[player]; i++) {
		if (mpz_sgn(x[i]) < 0)
			return false;
		*strict &= !own[i] || mpz_sgn(x[i]) > 0;
	}
	for (size_t j = 0; j < b->n[!player]; j++) {
		mpz_set_ui(s->spare, 0);
		for (size_t i = 0; i < b->n[player]; i++)
			if (own[i])
				mpz_addmul(s->spare, *pays(b, player, i, j),
				    x[i]);
		int order = mpz_cmp(s->spare, s->determinant);
		if (order > 0)
			return false;
		*strict &= order < 0 || replies[j];
	}
	return true;
}

static bool
solve(const struct dt_bimatrix *b, size_t player, const bool *own,
    const bool *replies, struct system *s, mpz_t *x, bool *strict)
{
	for (size_t i = 0; i < s->n; i++) {
		for (size_t j = 0; j < s->n; j++)
			mpz_set(*entry(s, i, j), *pays(b, player, s->own[j],
			    s->reply[i]));
		mpz_set_ui(*entry(s, i, s->n), 1);
	}
	if (!eliminate(s))
		return false;
	for (size_t i = 0; i < b->n[player]; i++)
		mpz_set_ui(x[i], 0);
	bool negative = mpz_sgn(s->determinant) < 0;
	for (size_t i = 0; i < s->n; i++) {
		mpz_set(x[s->own[i]], *entry(s, i, s->n));
		if (negative)
			mpz_neg(x[s->own[i]], x[s->own[i]]);
	}
	mpz_abs(s->determinant, s->determinant);
	return is_feasible(b, player, own, replies, s, x, strict);
}

static size_t
collect(const bool *set, size_t n, size_t *items)
{
	size_t found = 0;
	for (size_t i = 0; i < n; i++)
		if (set[i])
			items[found++] = i;
	return found;
}

bool
dt_bimatrix_vertex(const struct dt_bimatrix *b, size_t player,
    const bool *own, const bool *replies, mpz_t *x, bool *strict,
    struct dt_error *err)
{
	struct system s = { 0 };
	bool good = false;
	s.own = dt_guard_new(b->n[player], sizeof(*s.own));
	s.reply = dt_guard_new(b->n[!player], sizeof(*s.reply));
	if (s.own != NULL && s.reply != NULL)
		s.n = collect(own, b->n[player], s.own);
	if (s.n > 0 && collect(replies, b->n[!player], s.reply) == s.n)
		s.at = dt_guard_new(s.n * (s.n + 1), sizeof(mpz_t));
	if (s.at != NULL) {
		mpz_inits(s.determinant, s.spare, NULL);
		for (size_t i = 0; i < s.n * (s.n + 1); i++)
			mpz_init(s.at[i]);
		good = solve(b, player, own, replies, &s, x, strict);
		for (size_t i = 0; i < s.n * (s.n + 1); i++)
			mpz_clear(s.at[i]);
		mpz_clears(s.determinant, s.spare, NULL);
	} else {
		dt_status_no_memory(err);
	}
	dt_guard_free(s.at);
	dt_guard_free(s.reply);
	dt_guard_free(s.own);
	return good;
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
