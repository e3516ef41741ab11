/* certify_exact: rational chances against rational payoffs; see certify.h. */
#include "solve/certify.h"

#include "base/guard.h"
#include "base/number.h"
#include "solve/rational.h"

struct proof {
	const struct dt_normal *game;
	size_t n;               /* chances */
	mpq_t *chance;          /* [n] */
	mpq_t pays, value, part;
	const char *const *text;        /* of the chances */
	bool good, memory;
};

/* Reads a player's chances; are they such? */
static bool
read_chances(struct proof *p, const char *const *text, size_t start, size_t n)
{
	bool good = true;
	mpq_set_ui(p->part, 0, 1);
	for (size_t k = start; k < start + n; k++) {
		good &= mpq_set_str(p->chance[k], text[k], 10) == 0 &&
		    mpz_sgn(mpq_denref(p->chance[k])) > 0;
		if (!good)
			return false;
		mpq_canonicalize(p->chance[k]);
		good = mpq_sgn(p->chance[k]) >= 0;
		mpq_add(p->part, p->part, p->chance[k]);
	}
	return good && mpq_cmp_ui(p->part, 1, 1) == 0;
}

/* What a strategy pays its player; false: a payoff is too long. */
static bool
reckon(struct proof *p, size_t player, size_t own)
{
	const struct dt_normal *g = p->game;
	size_t other = player == 0 ? g->strategies[0] : 0;
	mpq_set_ui(p->pays, 0, 1);
	for (size_t k = 0; k < g->strategies[!player]; k++) {
		if (mpq_sgn(p->chance[other + k]) == 0)
			continue;
		size_t cell = player == 0 ? own + k * g->strategies[0] :
		    k + own * g->strategies[0];
		if (g->written == NULL)
			mpq_set_d(p->part, g->payoffs[2 * cell + player]);
		else if (!dt_rational_read(g->written[2 * cell + player],
		    p->part))
			return false;
		mpq_mul(p->part, p->part, p->chance[other + k]);
		mpq_add(p->pays, p->pays, p->part);
	}
	return true;
}

/* All that is played pays the same, and nothing more. */
static bool
is_best(struct proof *p, size_t player)
{
	size_t start = player == 0 ? 0 : p->game->strategies[0];
	bool set = false;
	for (size_t k = 0; k < p->game->strategies[player]; k++) {
		if (mpq_sgn(p->chance[start + k]) == 0)
			continue;
		if (!reckon(p, player, k) ||
		    (set && mpq_cmp(p->pays, p->value) != 0))
			return false;
		mpq_set(p->value, p->pays);
		set = true;
	}
	for (size_t k = 0; k < p->game->strategies[player]; k++)
		if (mpq_sgn(p->chance[start + k]) == 0 &&
		    (!reckon(p, player, k) ||
		    mpq_cmp(p->pays, p->value) > 0))
			return false;
	return set;
}

/* In a guard. */
static void
prove(void *context)
{
	struct proof *p = context;
	const size_t *n = p->game->strategies;
	p->chance = dt_guard_new(p->n, sizeof(*p->chance));
	p->memory = p->chance != NULL;
	if (!p->memory)
		return;
	for (size_t k = 0; k < p->n; k++)
		mpq_init(p->chance[k]);
	mpq_inits(p->pays, p->value, p->part, NULL);
	p->good = read_chances(p, p->text, 0, n[0]) &&
	    read_chances(p, p->text, n[0], n[1]) && is_best(p, 0) &&
	    is_best(p, 1);
	mpq_clears(p->pays, p->value, p->part, NULL);
	for (size_t k = 0; k < p->n; k++)
		mpq_clear(p->chance[k]);
	dt_guard_free(p->chance);
}

enum dt_status
dt_certify_exact(const struct dt_normal *game, const char *const *chances,
    bool *good, struct dt_error *err)
{
	struct proof p = { .game = game, .n = dt_profile_size(game),
		.text = chances };
	*good = false;
	if (game->players != 2 ||
	    !dt_number_finite(game->payoffs, 2 * game->profiles))
		return DT_OK;
	if (!dt_guard_run(prove, &p) || !p.memory)
		return dt_status_no_memory(err);
	*good = p.good;
	return DT_OK;
}
