/* profile: see profile.h. */
#include "solve/profile.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

size_t
dt_profile_start(const struct dt_normal *game, size_t player)
{
	size_t start = 0;
	for (size_t i = 0; i < player; i++)
		start += game->strategies[i];
	return start;
}

size_t
dt_profile_size(const struct dt_normal *game)
{
	return dt_profile_start(game, game->players);
}

/* Chances of the strategies that a pure profile is made of. */
struct cell {
	size_t at[DT_NORMAL_PLAYERS_MOST];      /* into a profile */
	double chance[DT_NORMAL_PLAYERS_MOST];
};

static struct cell
cell_of(const struct dt_normal *g, size_t number, const double *profile)
{
	struct cell cell;
	size_t start = 0;
	for (size_t i = 0; i < g->players; i++) {
		cell.at[i] = start + number % g->strategies[i];
		cell.chance[i] = profile[cell.at[i]];
		number /= g->strategies[i];
		start += g->strategies[i];
	}
	return cell;
}

/* Adds a pure profile to what each of its strategies pays: its payoff times
 * the chance that all others play so. */
static void
add_cell(const struct dt_normal *g, size_t number, const struct cell *cell,
    double *payoffs)
{
	double before = 1, after[DT_NORMAL_PLAYERS_MOST + 1];
	after[g->players] = 1;
	for (size_t i = g->players; i-- > 0;)
		after[i] = after[i + 1] * cell->chance[i];
	for (size_t i = 0; i < g->players; i++) {
		payoffs[cell->at[i]] += before * after[i + 1] *
		    g->payoffs[number * g->players + i];
		before *= cell->chance[i];
	}
}

void
dt_profile_payoffs(const struct dt_normal *game, const double *profile,
    double *payoffs)
{
	memset(payoffs, 0, dt_profile_size(game) * sizeof(*payoffs));
	for (size_t number = 0; number < game->profiles; number++) {
		struct cell cell = cell_of(game, number, profile);
		add_cell(game, number, &cell, payoffs);
	}
}

/* The chance that all players but two play their part of a cell. */
static double
others(const struct cell *cell, size_t players, size_t one, size_t two)
{
	double chance = 1;
	for (size_t k = 0; k < players; k++)
		if (k != one && k != two)
			chance *= cell->chance[k];
	return chance;
}

void
dt_profile_slopes(const struct dt_normal *game, const double *profile,
    double *slopes)
{
	size_t size = dt_profile_size(game), n = game->players;
	memset(slopes, 0, size * size * sizeof(*slopes));
	for (size_t number = 0; number < game->profiles; number++) {
		struct cell cell = cell_of(game, number, profile);
		const double *pays = &game->payoffs[number * n];
		for (size_t i = 0; i < n; i++)
			for (size_t j = 0; j < i; j++) {
				double chance = others(&cell, n, i, j);
				slopes[cell.at[i] * size + cell.at[j]] +=
				    chance * pays[i];
				slopes[cell.at[j] * size + cell.at[i]] +=
				    chance * pays[j];
			}
	}
}

double
dt_profile_value(const struct dt_normal *game, const double *profile,
    const double *payoffs, size_t player)
{
	size_t start = dt_profile_start(game, player);
	double value = 0;
	for (size_t s = 0; s < game->strategies[player]; s++)
		value += profile[start + s] * payoffs[start + s];
	return value;
}

double
dt_profile_regret(const struct dt_normal *game, const double *profile,
    const double *payoffs)
{
	double regret = 0;
	size_t start = 0;
	for (size_t i = 0; i < game->players; i++) {
		double value = dt_profile_value(game, profile, payoffs, i);
		for (size_t s = 0; s < game->strategies[i]; s++)
			regret = dt_number_max(regret, payoffs[start + s] -
			    value);
		start += game->strategies[i];
	}
	return regret;
}

bool
dt_profile_known(const struct dt_profile_list *list, size_t size,
    const double *chances, double within)
{
	for (size_t p = 0; p < list->n; p++) {
		double most = 0;
		for (size_t k = 0; k < size; k++)
			most = dt_number_max(most, fabs(chances[k] -
			    list->points[p].chances[k]));
		if (most < within)
			return true;
	}
	return false;
}

static enum dt_status
make_room(struct dt_profile_list *list, struct dt_error *err)
{
	if (list->n < list->room)
		return DT_OK;
	size_t room = list->room == 0 ? 16 : 2 * list->room;
	struct dt_profile_point *points =
	    dt_arena_new(list->arena, room, sizeof(*points));
	if (points == NULL)
		return dt_status_no_memory(err);
	if (list->n > 0)
		memcpy(points, list->points, list->n * sizeof(*points));
	list->points = points;
	list->room = room;
	return DT_OK;
}

static const char *const *
copy_exact(struct dt_arena *arena, const char *const *exact, size_t n)
{
	const char **copy = dt_arena_new(arena, n, sizeof(*copy));
	for (size_t i = 0; copy != NULL && i < n; i++)
		if ((copy[i] = dt_arena_copy(arena, exact[i])) == NULL)
			return NULL;
	return copy;
}

static enum dt_status
find_regret(struct dt_arena *arena, const struct dt_normal *game,
    const double *chances, double *regret, struct dt_error *err)
{
	double *payoffs = dt_arena_new(arena, dt_profile_size(game),
	    sizeof(*payoffs));
	if (payoffs == NULL)
		return dt_status_no_memory(err);
	dt_profile_payoffs(game, chances, payoffs);
	*regret = dt_profile_regret(game, chances, payoffs);
	return DT_OK;
}

enum dt_status
dt_profile_add(struct dt_profile_list *list, const struct dt_normal *game,
    const double *chances, const char *const *exact, double regret,
    struct dt_error *err)
{
	size_t n = dt_profile_size(game);
	double *copy = dt_arena_new(list->arena, n, sizeof(*copy));
	const char *const *rationals =
	    exact == NULL ? NULL : copy_exact(list->arena, exact, n);
	if (copy == NULL || (exact != NULL && !rationals))
		return dt_status_no_memory(err);
	memcpy(copy, chances, n * sizeof(*copy));
	enum dt_status status = make_room(list, err);
	if (status == DT_OK && isnan(regret))
		status = find_regret(list->arena, game, copy, &regret, err);
	if (status != DT_OK)
		return status;
	list->points[list->n++] = (struct dt_profile_point){
		.chances = copy, .exact = rationals,
		.regret = regret,
	};
	return DT_OK;
}
