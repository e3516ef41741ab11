/* game: see game.h. */
#include "ask/game.h"

#include <string.h>

#include "ask/game_mixed.h"
#include "ask/game_alpha.h"
#include "ask/game_facts.h"
#include "ask/game_pure.h"
#include "ask/game_quantal.h"
#include "solve/dummy.h"

const struct dt_game_method *const dt_game_methods[] = {
	&dt_game_facts,
	&dt_game_pure,
	&dt_game_pure_dominance,
	&dt_game_pure_correlated,
	&dt_game_nash,
	&dt_game_mixed_symmetric,
	&dt_game_mixed_support,
	&dt_game_mixed_lyapunov,
	&dt_game_quantal,
	&dt_game_alpha,
	&dt_game_lemke_howson,
	&dt_game_zero_sum,
	NULL
};

const struct dt_game_method *
dt_game_method_of(const char *name)
{
	for (size_t i = 0; dt_game_methods[i] != NULL; i++)
		if (strcmp(dt_game_methods[i]->name, name) == 0)
			return dt_game_methods[i];
	return NULL;
}

bool
dt_game_method_fits(const struct dt_game_method *method,
    const struct dt_normal *game)
{
	size_t n = dt_dummy_choosers(game);
	return method->players == 0 || method->players == (n < 2 ? 2 : n);
}
