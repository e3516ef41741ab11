/* signals: see signals.h. */
#include "repeat/signals.h"

#include "game/move.h"

enum dt_status
dt_signals_new(struct dt_signals *game, struct dt_arena *arena, size_t n,
    const size_t *moves, struct dt_error *err)
{
	*game = (struct dt_signals){ .arena = arena, .n = n, .profiles = 1 };
	if (n == 0 || n > DT_SIGNALS_PLAYERS_MOST)
		return dt_status_fail(err, DT_EUSAGE, "public signals are "
		    "worked out for 1 to %d players, not %zu",
		    DT_SIGNALS_PLAYERS_MOST, n);
	size_t *own = dt_arena_new(arena, 2 * n, sizeof(*own));
	if (own == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++) {
		own[i] = moves[i];
		own[n + i] = game->profiles;
		game->profiles *= moves[i];
		if (game->profiles == 0 || game->profiles > 4096)
			return dt_status_fail(err, DT_EUSAGE,
			    "no profile, or more than 4096");
	}
	game->moves = own;
	game->stride = own + n;
	game->payoff = dt_arena_new(arena, game->profiles * n,
	    sizeof(*game->payoff));
	return game->payoff == NULL ? dt_status_no_memory(err) : DT_OK;
}

enum dt_status
dt_signals_pair(struct dt_signals *game, struct dt_arena *arena,
    const struct dt_payoff_matrix *m, struct dt_error *err)
{
	static const size_t moves[] = { 2, 2 };
	enum dt_status status = dt_signals_new(game, arena, 2, moves, err);
	if (status != DT_OK)
		return status;
	const double payoff[] = { m->reward, m->reward, m->temptation,
	    m->sucker, m->sucker, m->temptation, m->punishment,
	    m->punishment };
	for (size_t k = 0; k < 8; k++)
		game->payoff[k] = payoff[k];
	return DT_OK;
}

static enum dt_status
make_room(struct dt_signals *game, size_t signals, struct dt_error *err)
{
	game->signals = signals;
	game->chance = dt_arena_new(game->arena, game->profiles * signals,
	    sizeof(*game->chance));
	return game->chance == NULL ? dt_status_no_memory(err) : DT_OK;
}

enum dt_status
dt_signals_count(struct dt_signals *game, const double *bad,
    struct dt_error *err)
{
	enum dt_status status = make_room(game, 2, err);
	for (size_t p = 0; status == DT_OK && p < game->profiles; p++) {
		double b = bad[dt_move_count(p)];
		game->chance[2 * p] = 1 - b;
		game->chance[2 * p + 1] = b;
	}
	return status;
}

static double
alarm_of(const struct dt_monitor_rates *rates, bool raced)
{
	return raced ? 1 - rates->miss : rates->false_alarm;
}

enum dt_status
dt_signals_common(struct dt_signals *game,
    const struct dt_monitor_signal *signals, struct dt_error *err)
{
	size_t all = (size_t)1 << game->n;
	double c = signals[0].blind;
	enum dt_status status = make_room(game, all, err);
	for (size_t k = 0; status == DT_OK && k < game->profiles * all; k++) {
		double chance[2] = { 1, 1 };
		for (size_t i = 0; i < game->n; i++)
			for (int b = 0; b < 2; b++) {
				double alarm = alarm_of(&signals[i].in[b],
				    dt_move_has(k / all, i));
				chance[b] *= dt_move_has(k % all, i) ? alarm :
				    1 - alarm;
			}
		game->chance[k] = (1 - c) * chance[0] + c * chance[1];
	}
	return status;
}

enum dt_status
dt_signals_product(struct dt_signals *game,
    const struct dt_monitor_rates *rates, struct dt_error *err)
{
	struct dt_monitor_signal steady[DT_SIGNALS_PLAYERS_MOST];
	for (size_t i = 0; i < game->n; i++)
		steady[i] = dt_monitor_steady(rates[i]);
	return dt_signals_common(game, steady, err);
}

enum dt_status
dt_signals_any(struct dt_signals *game,
    const struct dt_monitor_rates *rates, struct dt_error *err)
{
	enum dt_status status = make_room(game, 2, err);
	for (size_t p = 0; status == DT_OK && p < game->profiles; p++) {
		double silent = 1;
		for (size_t i = 0; i < game->n; i++)
			silent *= 1 - alarm_of(&rates[i],
			    dt_move_has(p, i));
		game->chance[2 * p] = silent;
		game->chance[2 * p + 1] = 1 - silent;
	}
	return status;
}

enum dt_status
dt_signals_perfect(struct dt_signals *game, struct dt_error *err)
{
	enum dt_status status = make_room(game, game->profiles, err);
	for (size_t p = 0; status == DT_OK && p < game->profiles; p++)
		game->chance[p * game->signals + p] = 1;
	return status;
}

size_t
dt_signals_move(const struct dt_signals *game, size_t profile, size_t player)
{
	return profile / game->stride[player] % game->moves[player];
}

size_t
dt_signals_deviate(const struct dt_signals *game, size_t profile,
    size_t player, size_t move)
{
	size_t now = dt_signals_move(game, profile, player);
	return profile + move * game->stride[player] -
	    now * game->stride[player];
}

double
dt_signals_gain(const struct dt_signals *game, size_t profile,
    size_t player, size_t move)
{
	size_t other = dt_signals_deviate(game, profile, player, move);
	return game->payoff[other * game->n + player] -
	    game->payoff[profile * game->n + player];
}

bool
dt_signals_is_nash(const struct dt_signals *game, size_t profile)
{
	for (size_t i = 0; i < game->n; i++)
		for (size_t m = 0; m < game->moves[i]; m++)
			if (dt_signals_gain(game, profile, i, m) > 0)
				return false;
	return true;
}
