/* dominance: see dominance.h. */
#include "solve/dominance.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "linear/linear.h"
#include "solve/profile.h"
#include "solve/pure.h"

/* What payoffs differ by where they are the same but for rounding, beside
 * the largest payoff. Not their range: at stakes of 1e9 a gain of 1 counts. */
static const double rounding = 1e-14;

struct hunt {
	const struct dt_normal *game;
	struct dt_arena *arena;
	struct dt_dominance *found;
	const struct dt_stop *stop;
	bool weak, *left, *gone;        /* gone: at the end of the round */
	double small;
	size_t player, strategy, stride, start;
	double *mix;
	size_t *lines, n_lines;         /* profiles left of the others, by the
	                                 * profile with one's strategy 0 */
};

static double
pay(const struct hunt *h, size_t line, size_t strategy)
{
	return h->game->payoffs[(line + strategy * h->stride) *
	    h->game->players + h->player];
}

/* Do all others play what is left? */
static bool
is_left(const struct hunt *h, size_t profile)
{
	size_t start = 0;
	for (size_t i = 0; i < h->game->players; i++) {
		size_t n = h->game->strategies[i];
		if (i != h->player && !h->left[start + profile % n])
			return false;
		if (i == h->player && profile % n != 0)
			return false;
		profile /= n;
		start += n;
	}
	return true;
}

static void
find_lines(struct hunt *h)
{
	h->n_lines = 0;
	for (size_t c = 0; c < h->game->profiles; c++)
		if (is_left(h, c))
			h->lines[h->n_lines++] = c;
}

static bool
one_beats(const struct hunt *h, size_t other)
{
	bool better = false;
	for (size_t l = 0; l < h->n_lines; l++) {
		double more = pay(h, h->lines[l], other) -
		    pay(h, h->lines[l], h->strategy);
		if (h->weak ? more < -h->small : more <= h->small)
			return false;
		better |= more > h->small;
	}
	return better;
}

static bool
is_candidate(const struct hunt *h, size_t other)
{
	return other != h->strategy && h->left[h->start + other];
}

static size_t
count_left(const struct hunt *h)
{
	size_t n = 0;
	for (size_t s = 0; s < h->game->strategies[h->player]; s++)
		n += h->left[h->start + s];
	return n;
}

/* The largest difference in a line, which its e is a share of. */
static double
line_unit(const struct hunt *h, size_t i)
{
	double unit = 0, base = pay(h, h->lines[i], h->strategy);
	for (size_t s = 0; s < h->game->strategies[h->player]; s++)
		if (is_candidate(h, s))
			unit = dt_number_max(unit,
			    fabs(pay(h, h->lines[i], s) - base));
	return unit > 0 ? unit : 1;
}

static double
largest(const struct dt_normal *g)
{
	double most = 0;
	for (size_t k = 0; k < g->profiles * g->players; k++)
		most = dt_number_max(most, fabs(g->payoffs[k]));
	return most;
}

/* Columns: the mix, then e (strict) or an e for each line (weak). */
static struct dt_linear *
program(const struct hunt *h)
{
	size_t n = h->game->strategies[h->player];
	size_t extra = h->weak ? h->n_lines : 1;
	struct dt_linear *l = dt_linear_new(h->n_lines + 1, n + extra,
	    (n + 1) * h->n_lines + n);
	if (l == NULL)
		return NULL;
	for (size_t s = 0; s < n; s++) {
		dt_linear_column(l, s, 0, is_candidate(h, s) ? 1 : 0);
		dt_linear_set(l, h->n_lines, s, 1);
	}
	dt_linear_row(l, h->n_lines, 1, 1);
	for (size_t i = 0; i < h->n_lines; i++) {
		double base = pay(h, h->lines[i], h->strategy);
		double unit = line_unit(h, i);
		for (size_t s = 0; s < n; s++)
			dt_linear_set(l, i, s,
			    (pay(h, h->lines[i], s) - base) / unit);
		dt_linear_set(l, i, n + (h->weak ? i : 0), -1);
		dt_linear_row(l, i, 0, INFINITY);
	}
	for (size_t e = 0; e < extra; e++) {
		dt_linear_column(l, n + e, h->weak ? 0 : -INFINITY, INFINITY);
		dt_linear_gain(l, n + e, 1);
	}
	return l;
}

static bool
mix_beats(struct hunt *h)
{
	size_t n = h->game->strategies[h->player];
	if (count_left(h) < 3)
		return false;
	if (h->n_lines > 20000 / n) {
		h->found->whole = false;
		return false;
	}
	struct dt_linear *l = program(h);
	if (l == NULL) {
		h->found->whole = false;
		return false;
	}
	enum dt_linear_end end = dt_linear_solve(l);
	bool beaten = end == DT_LINEAR_SOLVED && dt_linear_optimum(l) > 1e-7;
	if (end != DT_LINEAR_SOLVED && end != DT_LINEAR_INFEASIBLE)
		h->found->whole = false;
	for (size_t s = 0; s < n; s++)
		h->mix[s] = dt_number_max(0, dt_linear_value(l, s));
	dt_linear_free(l);
	return beaten;
}

static bool
is_beaten(struct hunt *h, bool *pure)
{
	size_t n = h->game->strategies[h->player];
	memset(h->mix, 0, n * sizeof(*h->mix));
	for (size_t s = 0; s < n; s++)
		if (is_candidate(h, s) && one_beats(h, s)) {
			h->mix[s] = 1;
			return *pure = true;
		}
	*pure = false;
	return mix_beats(h);
}

static enum dt_status
look_at(struct hunt *h, size_t round, struct dt_error *err)
{
	size_t n = h->game->strategies[h->player];
	bool pure;
	h->mix = dt_arena_new(h->arena, n, sizeof(*h->mix));
	if (h->mix == NULL)
		return dt_status_no_memory(err);
	if (!is_beaten(h, &pure))
		return DT_OK;
	h->gone[h->start + h->strategy] = true;
	h->found->steps[h->found->n++] = (struct dt_dominance_step){
		.round = round, .player = h->player,
		.strategy = h->strategy, .mix = h->mix, .pure = pure,
	};
	return DT_OK;
}

static enum dt_status
look_at_player(struct hunt *h, size_t round, struct dt_error *err)
{
	h->stride = dt_pure_stride(h->game, h->player);
	h->start = dt_profile_start(h->game, h->player);
	enum dt_status status = DT_OK;
	if (count_left(h) < 2)
		return DT_OK;
	find_lines(h);
	for (size_t s = 0; status == DT_OK &&
	    s < h->game->strategies[h->player]; s++) {
		h->strategy = s;
		h->found->stopped |= dt_stop_is(h->stop);
		if (h->left[h->start + s] && !h->found->stopped)
			status = look_at(h, round, err);
	}
	return status;
}

static enum dt_status
rounds(struct hunt *h, size_t size, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	size_t before = SIZE_MAX;
	for (size_t r = 1; status == DT_OK && before != h->found->n &&
	    !h->found->stopped; r++) {
		before = h->found->n;
		memset(h->gone, 0, size * sizeof(*h->gone));
		for (size_t i = 0; status == DT_OK && i < h->game->players;
		    i++) {
			h->player = i;
			status = look_at_player(h, r, err);
		}
		for (size_t s = 0; s < size; s++)
			h->left[s] &= !h->gone[s];
	}
	return status;
}

enum dt_status
dt_dominance_find(const struct dt_normal *game, bool weak,
    const struct dt_stop *stop, struct dt_arena *arena,
    struct dt_dominance *d, struct dt_error *err)
{
	size_t size = dt_profile_size(game);
	struct hunt h = {
		.game = game, .arena = arena, .found = d, .weak = weak,
		.stop = stop,
		.left = dt_arena_new(arena, size, sizeof(*h.left)),
		.gone = dt_arena_new(arena, size, sizeof(*h.gone)),
		.lines = dt_arena_new(arena, game->profiles,
		    sizeof(*h.lines)),
		.small = rounding * largest(game),
	};
	*d = (struct dt_dominance){ .whole = true, .left = h.left,
		.steps = dt_arena_new(arena, size, sizeof(*d->steps)) };
	if (!h.left || !h.gone || !h.lines || !d->steps)
		return dt_status_no_memory(err);
	for (size_t s = 0; s < size; s++)
		h.left[s] = true;
	return rounds(&h, size, err);
}
