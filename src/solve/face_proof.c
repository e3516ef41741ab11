/* face_proof: what weights prove of a face, in whole numbers; see face.h. It
 * shares nothing with what found them. */
#include "solve/face.h"

/* Sums of 64 products of payoff and weight stay below 2^62. */
enum { ROOM = 62 - 6, LONG = 46 };

int
dt_face_bits(const struct dt_bimatrix *g, size_t player)
{
	return g->small[!player] == NULL ? LONG :
	    ROOM - (int)g->bits[!player];
}

/* The weighted sum of what the replies pay against strategy i: its sign. */
static int
sign_of_words(const struct dt_bimatrix *g, size_t player, size_t i,
    const int64_t *weights)
{
	int64_t sum = 0;
	for (size_t j = 0; j < g->n[!player]; j++)
		sum += weights[j] * g->small[!player][j * g->n[player] + i];
	return (sum > 0) - (sum < 0);
}

static int
sign_of_numbers(const struct dt_bimatrix *g, size_t player, size_t i,
    const int64_t *weights)
{
	mpz_t sum, weight;
	mpz_inits(sum, weight, NULL);
	for (size_t j = 0; j < g->n[!player]; j++) {
		mpz_set_si(weight, weights[j]);
		mpz_addmul(sum, weight,
		    g->payoff[!player][j * g->n[player] + i]);
	}
	int sign = mpz_sgn(sum);
	mpz_clears(sum, weight, NULL);
	return sign;
}

/* Do they add up to 0, within bounds, and is none below 0 where it may not? */
static bool
are_weights(const struct dt_bimatrix *g, size_t player, uint64_t binds,
    const int64_t *weights)
{
	int64_t sum = 0, most = INT64_C(1) << dt_face_bits(g, player);
	for (size_t j = 0; j < g->n[!player]; j++) {
		if (weights[j] > most || weights[j] < -most ||
		    (weights[j] < 0 && !(binds >> j & 1)))
			return false;
		sum += weights[j];
	}
	return sum == 0;
}

struct dt_labels
dt_face_implied(const struct dt_bimatrix *g, size_t player,
    struct dt_labels binds, const int64_t *weights)
{
	struct dt_labels implied = binds;
	if (!are_weights(g, player, binds.of[!player], weights))
		return binds;
	for (size_t i = 0; i < g->n[player]; i++) {
		if (binds.of[player] >> i & 1)
			continue;
		int sign = g->small[!player] != NULL ?
		    sign_of_words(g, player, i, weights) :
		    sign_of_numbers(g, player, i, weights);
		if (sign < 0)
			return binds;
		implied.of[player] |= (uint64_t)(sign > 0) << i;
	}
	for (size_t j = 0; j < g->n[!player]; j++)
		implied.of[!player] |= (uint64_t)(weights[j] > 0) << j;
	return implied;
}
