/* tableau: see tableau.h. */
#include "solve/tableau.h"

#include "base/guard.h"

static mpz_t *
at(struct dt_tableau *t, size_t row, size_t column)
{
	return &t->at[row * (t->columns + 1) + column];
}

static void
fill(const struct dt_bimatrix *b, size_t player, struct dt_tableau *t)
{
	for (size_t r = 0; r < t->rows; r++) {
		for (size_t c = 0; c < t->columns; c++)
			mpz_init_set(*at(t, r, c),
			    b->payoff[!player][r * t->columns + c]);
		mpz_init_set_ui(*at(t, r, t->columns), 1);
	}
	size_t start[2] = { 0, b->n[0] };
	t->first_slack = start[!player];
	for (size_t r = 0; r < t->rows; r++) {
		t->basic[r] = start[!player] + r;
		t->row_of[t->basic[r]] = r;
		t->column_of[t->basic[r]] = SIZE_MAX;
	}
	for (size_t c = 0; c < t->columns; c++) {
		t->free[c] = start[player] + c;
		t->column_of[t->free[c]] = c;
		t->row_of[t->free[c]] = SIZE_MAX;
	}
}

enum dt_status
dt_tableau_make(const struct dt_bimatrix *b, size_t player,
    struct dt_tableau *t, struct dt_error *err)
{
	size_t rows = b->n[!player], columns = b->n[player];
	*t = (struct dt_tableau){ .columns = columns };
	mpz_init_set_ui(t->below, 1);
	mpz_inits(t->one, t->two, NULL);
	t->basic = dt_guard_new(rows, sizeof(*t->basic));
	t->free = dt_guard_new(columns, sizeof(*t->free));
	t->row_of = dt_guard_new(rows + columns, sizeof(*t->row_of));
	t->column_of = dt_guard_new(rows + columns, sizeof(*t->column_of));
	t->at = dt_guard_new(rows * (columns + 1), sizeof(*t->at));
	if (!t->basic || !t->free || !t->row_of || !t->column_of || !t->at)
		return dt_status_no_memory(err);
	t->rows = rows;
	fill(b, player, t);
	return DT_OK;
}

void
dt_tableau_free(struct dt_tableau *t)
{
	for (size_t i = 0; t->at != NULL &&
	    i < t->rows * (t->columns + 1); i++)
		mpz_clear(t->at[i]);
	mpz_clears(t->below, t->one, t->two, NULL);
	dt_guard_free(t->at);
	dt_guard_free(t->basic);
	dt_guard_free(t->free);
	dt_guard_free(t->row_of);
	dt_guard_free(t->column_of);
}

/* Row `row` of the inverse basis at the k-th inequality's column, and 0 for
 * the right side: what stands before the k-th power of e. */
static void
term(struct dt_tableau *t, size_t row, size_t k, mpz_t value)
{
	size_t label = t->first_slack + k;
	if (t->column_of[label] != SIZE_MAX)
		mpz_set(value, *at(t, row, t->column_of[label]));
	else if (t->row_of[label] == row)
		mpz_set(value, t->below);
	else
		mpz_set_ui(value, 0);
}

/* Does row a leave before row b? Ratios are compared crosswise. */
static bool
is_before(struct dt_tableau *t, size_t a, size_t b, size_t column)
{
	mpz_t *pa = at(t, a, column), *pb = at(t, b, column);
	mpz_mul(t->one, *at(t, a, t->columns), *pb);
	mpz_mul(t->two, *at(t, b, t->columns), *pa);
	int order = mpz_cmp(t->one, t->two);
	for (size_t k = 0; order == 0 && k < t->rows; k++) {
		term(t, a, k, t->one);
		term(t, b, k, t->two);
		mpz_mul(t->one, t->one, *pb);
		mpz_mul(t->two, t->two, *pa);
		order = mpz_cmp(t->one, t->two);
	}
	return order < 0;
}

size_t
dt_tableau_leaving(struct dt_tableau *t, size_t column)
{
	size_t best = SIZE_MAX;
	for (size_t r = 0; r < t->rows; r++)
		if (mpz_sgn(*at(t, r, column)) > 0 &&
		    (best == SIZE_MAX || is_before(t, r, best, column)))
			best = r;
	return best;
}

static void
reckon_row(struct dt_tableau *t, size_t i, size_t row, size_t column)
{
	mpz_t *pivot = at(t, row, column), *factor = at(t, i, column);
	for (size_t j = 0; j <= t->columns; j++) {
		mpz_t *to = at(t, i, j);
		if (j == column)
			continue;
		mpz_mul(*to, *to, *pivot);
		mpz_submul(*to, *factor, *at(t, row, j));
		mpz_divexact(*to, *to, t->below);
	}
	mpz_neg(*factor, *factor);
}

void
dt_tableau_pivot(struct dt_tableau *t, size_t row, size_t column)
{
	for (size_t i = 0; i < t->rows; i++)
		if (i != row)
			reckon_row(t, i, row, column);
	mpz_swap(t->below, *at(t, row, column));
	size_t leaves = t->basic[row], enters = t->free[column];
	t->basic[row] = enters;
	t->row_of[enters] = row;
	t->column_of[enters] = SIZE_MAX;
	t->free[column] = leaves;
	t->column_of[leaves] = column;
	t->row_of[leaves] = SIZE_MAX;
}
