/* payoff_set_game: the stage game and what all see of it. */
#include "verdict/intended.h"
#include "verdict/payoff_set_internal.h"

/* Payoffs of what is intended, less the cost of monitoring. */
static void
fill_payoffs(const struct dt_model *m, bool free, struct dt_signals *game)
{
	dt_intended_table(m, game->payoff);
	for (size_t k = 0; k < game->profiles * m->n; k++)
		game->payoff[k] -= !free && m->terms.exists &&
		    dt_move_has(m->terms.open_to, k % m->n) ?
		    m->terms.cost : 0;
}

static enum dt_status
make_signals(const struct dt_payoff_set_question *q, struct dt_signals *game,
    struct dt_error *err)
{
	struct dt_monitor_signal signals[DT_SIGNALS_PLAYERS_MOST];
	double bad[3];
	for (int k = 0; k < 3 && q->good != NULL; k++)
		bad[k] = 1 - q->good[k];
	if (q->good != NULL)
		return dt_signals_count(game, bad, err);
	for (size_t i = 0; i < game->n; i++)
		signals[i] = dt_intended_signal(&q->experiment->model, i);
	return dt_signals_common(game, signals, err);
}

enum dt_status
dt_payoff_set_game(const struct dt_payoff_set_question *q,
    struct dt_arena *arena, struct dt_signals *game, struct dt_error *err)
{
	const struct dt_model *m = &q->experiment->model;
	size_t moves[DT_SIGNALS_PLAYERS_MOST];
	if (m->n > DT_SIGNALS_PLAYERS_MOST)
		return dt_status_fail(err, DT_EUSAGE, "what any treaty could "
		    "do is worked out for up to %d agents, and this scenario "
		    "has %zu", DT_SIGNALS_PLAYERS_MOST, m->n);
	if (m->n != 2 && q->good != NULL)
		return dt_status_fail(err, DT_EUSAGE, "--signal's three "
		    "chances are for two agents, and this scenario has %zu",
		    m->n);
	if (m->continuation_chance >= 1)
		return dt_status_fail(err, DT_EUSAGE, "the scenario has no "
		    "continuation below 1; add --continuation 0.9");
	for (size_t i = 0; i < m->n; i++)
		moves[i] = 2;
	enum dt_status status =
	    dt_signals_new(game, arena, m->n, moves, err);
	if (status == DT_OK)
		status = make_signals(q, game, err);
	if (status == DT_OK)
		fill_payoffs(m, q->good != NULL, game);
	return status;
}
