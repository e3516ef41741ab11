/* symmetric: see symmetric.h. Columns: x(y) for each signal, then K. */
#include "repeat/symmetric.h"

#include <math.h>

#include "base/number.h"
#include "linear/linear.h"

struct program {
	const struct dt_symmetric_game *game;
	struct dt_linear *lp;
};

enum dt_status
dt_symmetric_of(const struct dt_signals *from, struct dt_arena *arena,
    struct dt_symmetric_game *game, struct dt_error *err)
{
	size_t n = from->n, m = from->signals, all = from->profiles - 1;
	double *numbers = dt_arena_new(arena, 3 * n + n * m, sizeof(double));
	if (numbers == NULL)
		return dt_status_no_memory(err);
	if (from->profiles != (size_t)1 << n || m == 0)
		return dt_status_fail(err, DT_EUSAGE, "symmetric equilibria "
		    "are of games with two moves and a public signal");
	double *deviant = numbers + 3 * n;
	*game = (struct dt_symmetric_game){ .n = n, .signals = m,
	    .reward = numbers, .gain = numbers + n,
	    .punishment = numbers + 2 * n, .credible = true,
	    .chance = from->chance, .deviant = deviant };
	for (size_t i = 0; i < n; i++) {
		size_t alone = dt_signals_deviate(from, 0, i, 1);
		numbers[i] = from->payoff[i];
		numbers[n + i] = dt_signals_gain(from, 0, i, 1);
		numbers[2 * n + i] = from->payoff[all * n + i];
		game->credible &= dt_signals_gain(from, all, i, 0) <= 0;
		for (size_t y = 0; y < m; y++)
			deviant[i * m + y] = from->chance[alone * m + y];
	}
	return DT_OK;
}

/* Racing must not pay. */
static void
forbid_racing(struct program *p, size_t i)
{
	const struct dt_symmetric_game *g = p->game;
	size_t m = g->signals;
	double lost = g->reward[i] - g->punishment[i], gain = g->gain[i];
	if (gain <= 0)
		return;
	for (size_t y = 0; y < m; y++)
		dt_linear_set(p->lp, i, y, lost * (g->deviant[i * m + y] -
		    g->chance[y]) - gain * g->chance[y]);
	dt_linear_row(p->lp, i, gain, INFINITY);
}

static void
limit_punishment(struct program *p, size_t y)
{
	size_t row = p->game->n + y;
	dt_linear_set(p->lp, row, p->game->signals, 1);
	dt_linear_set(p->lp, row, y, -1);
	dt_linear_row(p->lp, row, 0, INFINITY);
}

/* Rows: parties, signals, and what alarms burn, which is not limited yet. */
static bool
begin(struct program *p, const struct dt_symmetric_game *game)
{
	size_t m = game->signals, n = game->n;
	p->game = game;
	p->lp = dt_linear_new(n + m + 1, m + 1, n * m + 3 * m);
	if (p->lp == NULL)
		return false;
	for (size_t i = 0; i < n; i++)
		forbid_racing(p, i);
	for (size_t y = 0; y < m; y++) {
		limit_punishment(p, y);
		dt_linear_set(p->lp, n + m, y, game->chance[y]);
	}
	return true;
}

static enum dt_linear_end
minimise(struct program *p, bool liability)
{
	size_t m = p->game->signals;
	for (size_t y = 0; y < m; y++)
		dt_linear_gain(p->lp, y,
		    liability ? 0 : -p->game->chance[y]);
	dt_linear_gain(p->lp, m, liability ? -1 : 0);
	return dt_linear_solve(p->lp);
}

/* With no party that gains by racing nobody need be deterred. */
static bool
can_punish(const struct dt_symmetric_game *g)
{
	bool tempted = false;
	for (size_t i = 0; i < g->n; i++)
		tempted |= g->gain[i] > 0;
	return g->credible || !tempted;
}

static void
read_out(struct program *p, double liability, struct dt_symmetric *out)
{
	const struct dt_symmetric_game *g = p->game;
	double most = 0;
	out->any = true;
	out->burnt = 0;
	for (size_t y = 0; y < g->signals; y++) {
		double x = dt_linear_value(p->lp, y);
		out->burnt += g->chance[y] * x;
		out->punish[y] = x;
		most = dt_number_max(most, x);
	}
	if (isinf(liability))
		liability = most;
	out->continuation = most / (1 + most);
	for (size_t y = 0; y < g->signals && liability > 0; y++)
		out->punish[y] = dt_number_min(out->punish[y] / liability, 1);
	for (size_t i = 0; i < g->n; i++)
		out->value[i] = g->punishment[i] +
		    (g->reward[i] - g->punishment[i]) / (1 + out->burnt);
}

/* That nobody can be made to pause is an answer. */
static enum dt_status
settle(enum dt_linear_end end, struct program *p, double liability,
    struct dt_symmetric *out, struct dt_error *err)
{
	if (end == DT_LINEAR_SOLVED)
		read_out(p, liability, out);
	return end == DT_LINEAR_SOLVED || end == DT_LINEAR_INFEASIBLE ?
	    DT_OK : dt_linear_fail(end, "treating all alike", err);
}

static enum dt_status
make_room(const struct dt_symmetric_game *game, struct dt_arena *arena,
    struct dt_symmetric *out, struct dt_error *err)
{
	*out = (struct dt_symmetric){ .continuation = NAN, .burnt = NAN,
	    .value = dt_arena_new(arena, game->n, sizeof(double)),
	    .punish = dt_arena_new(arena, game->signals, sizeof(double)) };
	return out->value == NULL || out->punish == NULL ?
	    dt_status_no_memory(err) : DT_OK;
}

enum dt_status
dt_symmetric_least(const struct dt_symmetric_game *game,
    struct dt_arena *arena, struct dt_symmetric *out, struct dt_error *err)
{
	struct program p = { 0 };
	enum dt_status status = make_room(game, arena, out, err);
	if (status != DT_OK || !can_punish(game))
		return status;
	if (!begin(&p, game))
		return dt_status_no_memory(err);
	status = settle(minimise(&p, true), &p, INFINITY, out, err);
	dt_linear_free(p.lp);
	return status;
}

enum dt_status
dt_symmetric_best(const struct dt_symmetric_game *game, double continuation,
    struct dt_arena *arena, struct dt_symmetric *out, struct dt_error *err)
{
	struct program p = { 0 };
	double liability = continuation / (1 - continuation);
	enum dt_status status = make_room(game, arena, out, err);
	if (status != DT_OK || !can_punish(game))
		return status;
	if (!(continuation > 0 && continuation <= 1))
		return dt_status_fail(err, DT_EUSAGE,
		    "a continuation is a chance above 0");
	if (!begin(&p, game))
		return dt_status_no_memory(err);
	if (!isinf(liability))
		dt_linear_column(p.lp, game->signals, 0, liability);
	status = settle(minimise(&p, false), &p, liability, out, err);
	if (status == DT_OK && out->any) {
		/* Of all that burn as little, what needs the least. */
		dt_linear_row(p.lp, game->n + game->signals, -INFINITY,
		    out->burnt * (1 + 1e-10));
		if (minimise(&p, true) == DT_LINEAR_SOLVED)
			read_out(&p, liability, out);
	}
	dt_linear_free(p.lp);
	return status;
}
