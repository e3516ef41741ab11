/* transfers: see transfers.h. Payoffs are worked with as shares of their
 * range; what "who" wants is cost: a player's payoff, or for who = n the
 * joint payoff, negative. */
#include "repeat/transfers.h"

#include <math.h>

#include "base/number.h"
#include "repeat/transfers_program.h"

enum { STEPS_MOST = 5000 };

struct search {
	struct dt_signals game;         /* payoffs from 0 to 1 */
	double low, range;              /* of the payoffs as they were */
	double *bound;                  /* [who * profiles + profile]: no
	                                 * promise makes it cost less */
	double *least;                  /* by who: the least bound */
	double *cost;                   /* by who: at a liquidity */
	bool *tried;                    /* by profile */
	size_t unsettled;               /* programs */
	bool failed;
};

/* A player gets at least what its best answer gets, for promises are no less
 * than nothing. */
static double
bound_of(const struct dt_signals *g, size_t a, size_t who)
{
	double sum = 0, best = -INFINITY;
	if (who == g->n) {
		for (size_t i = 0; i < g->n; i++)
			sum += g->payoff[a * g->n + i];
		return -sum;
	}
	for (size_t move = 0; move < g->moves[who]; move++) {
		size_t b = dt_signals_deviate(g, a, who, move);
		best = dt_number_max(best, g->payoff[b * g->n + who]);
	}
	return best;
}

static void
fill_bounds(struct search *s)
{
	const struct dt_signals *g = &s->game;
	for (size_t who = 0; who <= g->n; who++) {
		s->least[who] = INFINITY;
		for (size_t a = 0; a < g->profiles; a++) {
			double bound = bound_of(g, a, who);
			s->bound[who * g->profiles + a] = bound;
			s->least[who] = dt_number_min(s->least[who], bound);
		}
	}
}

static enum dt_status
start(struct search *s, const struct dt_signals *game,
    struct dt_arena *arena, struct dt_error *err)
{
	size_t size = game->profiles * game->n;
	double high = -INFINITY;
	*s = (struct search){ .game = *game, .low = INFINITY };
	if (game->signals == 0)
		return dt_status_fail(err, DT_EUSAGE,
		    "what payments can do needs a public signal");
	double *payoff = dt_arena_new(arena, size, sizeof(*payoff));
	s->bound = dt_arena_new(arena, size + game->profiles, sizeof(double));
	s->least = dt_arena_new(arena, 2 * game->n + 2, sizeof(double));
	s->tried = dt_arena_new(arena, game->profiles, sizeof(bool));
	if (payoff == NULL || s->bound == NULL || s->least == NULL ||
	    s->tried == NULL)
		return dt_status_no_memory(err);
	s->cost = s->least + game->n + 1;
	for (size_t k = 0; k < size; k++) {
		s->low = dt_number_min(s->low, game->payoff[k]);
		high = dt_number_max(high, game->payoff[k]);
	}
	s->range = high > s->low ? high - s->low : 1;
	for (size_t k = 0; k < size; k++)
		payoff[k] = (game->payoff[k] - s->low) / s->range;
	s->game.payoff = payoff;
	fill_bounds(s);
	return DT_OK;
}

static size_t
next_profile(const struct search *s, size_t who)
{
	const double *bound = &s->bound[who * s->game.profiles];
	size_t best = s->game.profiles;
	for (size_t a = 0; a < s->game.profiles; a++)
		if (!s->tried[a] && (best == s->game.profiles ||
		    bound[a] < bound[best]))
			best = a;
	return best;
}

/* Cheapest bounds first, until they are no better than what was found: that
 * spares nearly all of the programs. INFINITY where no profile will do. */
static double
cheapest(struct search *s, size_t who, double liquidity)
{
	const struct dt_signals *g = &s->game;
	double best = INFINITY;
	for (size_t a = 0; a < g->profiles; a++)
		s->tried[a] = false;
	for (;;) {
		size_t a = next_profile(s, who);
		if (a == g->profiles ||
		    s->bound[who * g->profiles + a] >= best - 1e-14)
			return best;
		double own = who < g->n ? g->payoff[a * g->n + who] :
		    s->bound[who * g->profiles + a];
		double cost = dt_transfers_program(g, a, who, liquidity,
		    &s->unsettled);
		s->failed |= isnan(cost);
		best = dt_number_min(best, own + cost);
		s->tried[a] = true;
	}
}

/* U - sum v, at a liquidity; -INFINITY where nothing can be enforced. */
static double
surplus(struct search *s, double liquidity, bool efficient)
{
	double sum = 0;
	for (size_t who = 0; who <= s->game.n; who++) {
		s->cost[who] = efficient && who == s->game.n ?
		    s->least[who] : cheapest(s, who, liquidity);
		sum -= s->cost[who];
	}
	return sum;
}

static double
most_surplus(const struct search *s)
{
	double sum = 0;
	for (size_t who = 0; who <= s->game.n; who++)
		sum -= s->least[who];
	return sum;
}

/* The largest liquidity that its own surplus backs, from above; or, where it
 * falls below `enough`, some lesser one. At an even pace of r a step, what
 * remains to fall is step r/(1-r). */
static double
settle(struct search *s, double k, bool efficient, double enough)
{
	double liquidity = k * most_surplus(s), before = INFINITY;
	for (int i = 0; i < STEPS_MOST && liquidity >= enough; i++) {
		double next = dt_number_min(k * surplus(s, liquidity,
		    efficient),
		    liquidity);
		double step = liquidity - next;
		double pace = dt_number_min(step / before, 1);
		if (s->failed || !isfinite(next))
			return -INFINITY;
		if (step <= 1e-13 * (1 + k) * (1 - pace) || step == 0)
			return liquidity;
		before = step;
		liquidity = next;
	}
	return liquidity < enough ? liquidity : enough == 0 ? liquidity :
	    -INFINITY;
}

enum dt_status
dt_transfers_find(const struct dt_signals *game, double c,
    struct dt_arena *arena, struct dt_transfers *out, struct dt_error *err)
{
	struct search s;
	size_t n = game->n;
	*out = (struct dt_transfers){ .joint = NAN, .liquidity = NAN,
	    .punishment = dt_arena_new(arena, n, sizeof(double)) };
	enum dt_status status = start(&s, game, arena, err);
	if (status != DT_OK)
		return status;
	if (!(c >= 0 && c < 1))
		return dt_status_fail(err, DT_EUSAGE,
		    "a continuation is from 0 to below 1");
	double liquidity = settle(&s, c / (1 - c), false, 0);
	if (s.failed || out->punishment == NULL)
		return dt_status_no_memory(err);
	out->any = liquidity >= 0;
	out->unsettled = s.unsettled;
	for (size_t i = 0; i < n; i++)
		out->punishment[i] = out->any ?
		    s.low + s.range * s.cost[i] : NAN;
	if (!out->any)
		return DT_OK;
	out->liquidity = liquidity * s.range;
	out->joint = (double)n * s.low - s.range * s.cost[n];
	return DT_OK;
}

/* Of the profiles with the largest joint payoff, the one easiest to keep. */
static double
least_liquidity(struct search *s)
{
	const double *bound = &s->bound[s->game.n * s->game.profiles];
	double least = INFINITY;
	for (size_t a = 0; a < s->game.profiles; a++) {
		if (bound[a] > s->least[s->game.n] + 1e-12)
			continue;
		double need = dt_transfers_program_unburnt(&s->game, a,
		    &s->unsettled);
		s->failed |= isnan(need);
		least = dt_number_min(least, need);
	}
	return least;
}

/* Any liquidity from `need` up may be the one that takes the least. */
static double
bisect(struct search *s, double need)
{
	double high = INFINITY, low = need / most_surplus(s);
	for (int i = 0; i < 30; i++) {
		double have = surplus(s, ldexp(need, i), true);
		if (have > 0)
			high = dt_number_min(high, ldexp(need, i) / have);
		if (high <= ldexp(low, i + 1))
			break;
	}
	if (isinf(high))
		return NAN;
	high /= 1 + high;
	low /= 1 + low;
	while (high - low > 1e-11 && !s->failed) {
		double c = (low + high) / 2, k = c / (1 - c);
		if (settle(s, k, true, need * (1 - 1e-12)) >=
		    need * (1 - 1e-12))
			high = c;
		else
			low = c;
	}
	return high;
}

enum dt_status
dt_transfers_least(const struct dt_signals *game, struct dt_arena *arena,
    double *efficient, double *continuation, struct dt_error *err)
{
	struct search s;
	*efficient = *continuation = NAN;
	enum dt_status status = start(&s, game, arena, err);
	if (status != DT_OK)
		return status;
	double need = least_liquidity(&s);
	*efficient = (double)game->n * s.low - s.range * s.least[game->n];
	if (need <= 1e-12)
		*continuation = 0;
	else if (isfinite(need))
		*continuation = bisect(&s, need);
	return s.failed ? dt_status_no_memory(err) : DT_OK;
}
