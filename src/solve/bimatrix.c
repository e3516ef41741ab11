/* bimatrix: see bimatrix.h. */
#include "solve/bimatrix.h"

#include "base/guard.h"
#include "base/number.h"
#include "solve/rational.h"

static void
read_cell(const struct dt_normal *game, size_t cell, mpq_t value, bool *exact)
{
	if (game->written != NULL && dt_rational_read(game->written[cell], value))
		return;
	*exact &= game->written == NULL;
	mpq_set_d(value, game->payoffs[cell]);
}

/* The least common denominator of a player's payoffs, and their least. */
static void
measure(const struct dt_normal *game, size_t player, mpz_t common,
    mpq_t least, bool *exact)
{
	mpq_t value;
	mpq_init(value);
	mpz_set_ui(common, 1);
	for (size_t p = 0; p < game->profiles; p++) {
		read_cell(game, 2 * p + player, value, exact);
		mpz_lcm(common, common, mpq_denref(value));
		if (p == 0 || mpq_cmp(value, least) < 0)
			mpq_set(least, value);
	}
	mpq_clear(value);
}

static enum dt_status
fill(const struct dt_normal *game, size_t player, struct dt_bimatrix *b)
{
	mpz_t common;
	mpq_t least, value;
	mpz_init(common);
	mpq_inits(least, value, NULL);
	measure(game, player, common, least, &b->exact);
	bool fits = mpz_sizeinbase(common, 2) < 40000;
	for (size_t p = 0; fits && p < game->profiles; p++) {
		size_t s[2] = { p % b->n[0], p / b->n[0] };
		mpz_t *to = &b->payoff[player][s[player] * b->n[!player] +
		    s[!player]];
		read_cell(game, 2 * p + player, value, &b->exact);
		mpq_sub(value, value, least);
		mpz_divexact(*to, common, mpq_denref(value));
		mpz_mul(*to, *to, mpq_numref(value));
		mpz_add_ui(*to, *to, 1);
	}
	mpz_clear(common);
	mpq_clears(least, value, NULL);
	return fits ? DT_OK : DT_EUSAGE;
}

/* As words, where they are short. */
static enum dt_status
shorten(struct dt_bimatrix *b, size_t player, struct dt_error *err)
{
	for (size_t p = 0; p < b->made; p++) {
		size_t bits = mpz_sizeinbase(b->payoff[player][p], 2);
		b->bits[player] = bits > b->bits[player] ? bits :
		    b->bits[player];
	}
	if (b->bits[player] > DT_BIMATRIX_SMALL)
		return DT_OK;
	b->small[player] = dt_guard_new(b->made, sizeof(int32_t));
	if (b->small[player] == NULL)
		return dt_status_no_memory(err);
	for (size_t p = 0; p < b->made; p++)
		b->small[player][p] =
		    (int32_t)mpz_get_si(b->payoff[player][p]);
	return DT_OK;
}

enum dt_status
dt_bimatrix_make(const struct dt_normal *game, struct dt_bimatrix *b,
    struct dt_error *err)
{
	*b = (struct dt_bimatrix){ .exact = true };
	if (game->players != 2)
		return dt_status_fail(err, DT_EUSAGE,
		    "the game has %zu players, not two", game->players);
	/* GMP ends the process where a double is no number. */
	if (!dt_number_finite(game->payoffs, 2 * game->profiles))
		return dt_status_fail(err, DT_EUSAGE,
		    "a payoff is not a finite number");
	for (size_t i = 0; i < 2; i++) {
		b->n[i] = game->strategies[i];
		b->payoff[i] = dt_guard_new(game->profiles, sizeof(mpz_t));
	}
	if (b->payoff[0] == NULL || b->payoff[1] == NULL)
		return dt_status_no_memory(err);
	for (; b->made < game->profiles; b->made++) {
		mpz_init(b->payoff[0][b->made]);
		mpz_init(b->payoff[1][b->made]);
	}
	for (size_t i = 0; i < 2; i++)
		if (fill(game, i, b) != DT_OK)
			return dt_status_fail(err, DT_EUSAGE, "the payoffs "
			    "have no common denominator of fewer than 12,000 "
			    "digits; round them");
	enum dt_status status = shorten(b, 0, err);
	return status == DT_OK ? shorten(b, 1, err) : status;
}

void
dt_bimatrix_free(struct dt_bimatrix *b)
{
	for (size_t i = 0; i < b->made; i++) {
		mpz_clear(b->payoff[0][i]);
		mpz_clear(b->payoff[1][i]);
	}
	for (size_t i = 0; i < 2; i++) {
		dt_guard_free(b->payoff[i]);
		dt_guard_free(b->small[i]);
	}
	*b = (struct dt_bimatrix){ 0 };
}
