/* face: a linear program in doubles; see face.h. */
#include "solve/face.h"

#include <math.h>
#include <string.h>

#include "base/guard.h"
#include "base/number.h"

enum { NO_LABEL = 128 };

/* Payoffs are in units of the largest. */
static const double TINY = 1e-9;

/* Above it doubles are not all whole numbers any more. */
static const double WHOLE = 0x1p50;

static double *
row_of(const struct dt_face *f, size_t row)
{
	return &f->at[row * (f->columns + 1)];
}

enum dt_status
dt_face_make(const struct dt_bimatrix *g, struct dt_face *f,
    struct dt_error *err)
{
	size_t longer = g->n[0] > g->n[1] ? g->n[0] : g->n[1];
	*f = (struct dt_face){ .game = g };
	f->at = dt_guard_new(g->n[0] * g->n[1] + longer, sizeof(*f->at));
	return f->at != NULL ? DT_OK : dt_status_no_memory(err);
}

void
dt_face_free(struct dt_face *f)
{
	dt_guard_free(f->at);
	*f = (struct dt_face){ 0 };
}

void
dt_face_copy(struct dt_face *to, const struct dt_face *from)
{
	double *at = to->at;
	*to = *from;
	to->at = at;
	memcpy(at, from->at, from->rows * (from->columns + 1) * sizeof(*at));
}

/* What a reply pays against a strategy, in units. */
static double
pays(const struct dt_face *f, size_t reply, size_t own)
{
	long power;
	double x = mpz_get_d_2exp(&power, f->game->payoff[!f->player]
	    [reply * f->columns + own]);
	return ldexp(x, (int)(power - f->unit));
}

/* The slack of a reply is that of the best one, and what it pays less. */
static void
fill_row(struct dt_face *f, size_t row, size_t best, size_t reply)
{
	double *at = row_of(f, row);
	double first = pays(f, best, 0) - pays(f, reply, 0);
	f->basic[row] = (uint8_t)(64 * !f->player + reply);
	at[0] = 1;
	at[f->columns] = first;
	for (size_t i = 1; i < f->columns; i++)
		at[i] = pays(f, best, i) - pays(f, reply, i) - first;
}

void
dt_face_start(struct dt_face *f, size_t player)
{
	const struct dt_bimatrix *g = f->game;
	size_t best = 0;
	*f = (struct dt_face){ .game = g, .player = player, .at = f->at,
	    .rows = g->n[!player], .columns = g->n[player],
	    .unit = (int)g->bits[!player], .determinant = 1 };
	const mpz_t *all = g->payoff[!player];
	for (size_t j = 1; j < f->rows; j++)
		if (mpz_cmp(all[j * f->columns], all[best * f->columns]) > 0)
			best = j;
	f->free[0] = (uint8_t)(64 * !player + best);
	for (size_t i = 1; i < f->columns; i++)
		f->free[i] = (uint8_t)(64 * player + i);
	/* The first strategy has what the others leave. */
	double *at = row_of(f, 0);
	f->basic[0] = (uint8_t)(64 * player);
	at[0] = 0;
	for (size_t i = 1; i < f->columns; i++)
		at[i] = -1;
	at[f->columns] = 1;
	for (size_t j = 0, row = 1; j < f->rows; j++)
		if (j != best)
			fill_row(f, row++, best, j);
}

void
dt_face_values(const struct dt_face *f, double values[128])
{
	memset(values, 0, 128 * sizeof(*values));
	for (size_t r = 0; r < f->rows; r++)
		values[f->basic[r]] = row_of(f, r)[f->columns];
}

/* The determinant is that of whole payoffs: slacks go back to theirs. */
static void
follow_determinant(struct dt_face *f, double element, uint8_t leaves,
    uint8_t enters)
{
	size_t other = !f->player;
	int power = (leaves / 64 == other) - (enters / 64 == other);
	double d = fabs(f->determinant * ldexp(element, power * f->unit));
	f->determinant = d < WHOLE ? nearbyint(d) : d;
}

static void
pivot(struct dt_face *f, size_t row, size_t column)
{
	double *at = row_of(f, row), element = at[column];
	uint8_t leaves = f->basic[row], enters = f->free[column];
	follow_determinant(f, element, leaves, enters);
	at[column] = -1;
	for (size_t j = 0; j <= f->columns; j++)
		at[j] /= -element;
	for (size_t r = 0; r < f->rows; r++) {
		double *to = row_of(f, r), factor = to[column];
		if (r == row)
			continue;
		to[column] = 0;
		for (size_t j = 0; j <= f->columns; j++)
			to[j] += factor * at[j];
	}
	f->basic[row] = enters;
	f->free[column] = leaves;
}

/* What is to become small: the asked ones that do not bind yet, or minus one
 * label's variable. False: that is done. */
static bool
set_goal(const struct dt_face *f, size_t label, double *goal)
{
	memset(goal, 0, (f->columns + 1) * sizeof(*goal));
	double sign = label == NO_LABEL ? 1 : -1;
	bool more = label != NO_LABEL;
	for (size_t c = 0; c < f->columns; c++)
		goal[c] = f->free[c] == label ? -1 : 0;
	for (size_t r = 0; r < f->rows; r++) {
		const double *at = row_of(f, r);
		bool far = at[f->columns] > TINY;
		if (label == NO_LABEL ? !far ||
		    !dt_labels_has(f->binds, f->basic[r]) :
		    f->basic[r] != label)
			continue;
		more = label == NO_LABEL || !far;
		for (size_t j = 0; j <= f->columns; j++)
			goal[j] += sign * at[j];
	}
	return more;
}

/* The steepest; or, against going in circles, the first label. */
static size_t
entering(const struct dt_face *f, const double *goal, bool first)
{
	size_t best = SIZE_MAX;
	for (size_t c = 0; c < f->columns; c++)
		if (goal[c] < -TINY && !dt_labels_has(f->binds, f->free[c]) &&
		    (best == SIZE_MAX || (first ? f->free[c] < f->free[best] :
		    goal[c] < goal[best])))
			best = c;
	return best;
}

/* Of rows that tie one that was asked for. */
static size_t
leaving(const struct dt_face *f, size_t column)
{
	size_t best = SIZE_MAX;
	double least = 0;
	for (size_t r = 0; r < f->rows; r++) {
		const double *at = row_of(f, r);
		if (at[column] > -TINY)
			continue;
		double ratio = dt_number_max(at[f->columns], 0) / -at[column];
		if (best == SIZE_MAX || ratio < least || (ratio <= least &&
		    dt_labels_has(f->binds, f->basic[r]))) {
			best = r;
			least = ratio;
		}
	}
	return best;
}

enum walk { DONE, STUCK, LOST };

static enum walk
walk(struct dt_face *f, size_t label, double *goal)
{
	size_t most = 20 + 4 * (f->rows + f->columns);
	for (size_t turn = 0; turn < most; turn++) {
		if (!set_goal(f, label, goal))
			return DONE;
		size_t column = entering(f, goal, turn > most / 2);
		if (column == SIZE_MAX)
			return STUCK;
		size_t row = leaving(f, column);
		if (row == SIZE_MAX)
			return label == NO_LABEL ? LOST : DONE;
		pivot(f, row, column);
	}
	return LOST;
}

/* The slopes of the goal that found nothing better, as weights of replies. */
static void
read_weights(const struct dt_face *f, size_t label, const double *goal,
    double *w)
{
	memset(w, 0, 64 * sizeof(*w));
	for (size_t c = 0; c < f->columns; c++)
		if (f->free[c] / 64 != f->player)
			w[f->free[c] % 64] = goal[c];
	for (size_t r = 0; r < f->rows; r++) {
		uint8_t at = f->basic[r];
		if (at / 64 == f->player)
			continue;
		if (at == label)
			w[at % 64] = 1;
		else if (label == NO_LABEL && dt_labels_has(f->binds, at) &&
		    row_of(f, r)[f->columns] > TINY)
			w[at % 64] = -1;
	}
}

/* In whole numbers that add up to 0. What always binds is proved by sums that
 * are 0, so weights must be exact: times the determinant they are whole. What
 * is empty is proved by sums above 0, and rounding does no harm. */
static bool
round_weights(const struct dt_face *f, bool exactly, const double *w,
    int64_t *weights)
{
	uint64_t binds = f->binds.of[!f->player];
	double most = 0;
	double limit = ldexp(1, dt_face_bits(f->game, f->player)) / 2;
	size_t largest = SIZE_MAX;
	int64_t sum = 0;
	for (size_t j = 0; j < f->rows; j++) {
		most = dt_number_max(most, fabs(w[j]));
		if ((binds >> j & 1) && (largest == SIZE_MAX ||
		    fabs(w[j]) > fabs(w[largest])))
			largest = j;
	}
	double scale = exactly ? f->determinant : limit / most;
	if (largest == SIZE_MAX || !(scale * most <= limit))
		return false;
	for (size_t j = 0; j < f->rows; j++) {
		weights[j] = llrint(w[j] * scale);
		if (weights[j] < 0 && !(binds >> j & 1))
			weights[j] = 0;
		sum += weights[j];
	}
	weights[largest] -= sum;
	return true;
}

static bool
is_proved(const struct dt_face *f, size_t label, const double *goal)
{
	double w[64];
	int64_t weights[64];
	read_weights(f, label, goal, w);
	struct dt_labels implied = f->binds;
	if (round_weights(f, label != NO_LABEL, w, weights))
		implied = dt_face_implied(f->game, f->player, f->binds,
		    weights);
	return implied.of[f->player] == UINT64_MAX >> (64 - f->columns) ||
	    (label != NO_LABEL && dt_labels_has(implied, label));
}

/* What binds leaves the basis, so that it stays so. */
static void
settle(struct dt_face *f)
{
	for (size_t r = 0; r < f->rows; r++) {
		const double *at = row_of(f, r);
		size_t best = SIZE_MAX;
		if (!dt_labels_has(f->binds, f->basic[r]) ||
		    at[f->columns] > TINY)
			continue;
		for (size_t c = 0; c < f->columns; c++)
			if (!dt_labels_has(f->binds, f->free[c]) &&
			    fabs(at[c]) > (best == SIZE_MAX ? 1e-7 :
			    fabs(at[best])))
				best = c;
		if (best != SIZE_MAX)
			pivot(f, r, best);
	}
}

enum dt_face_end
dt_face_bind(struct dt_face *f, size_t label)
{
	double goal[65];
	dt_labels_add(&f->binds, label);
	enum walk end = walk(f, NO_LABEL, goal);
	if (end == DONE) {
		settle(f);
		return DT_FACE_THERE;
	}
	return end == STUCK && is_proved(f, NO_LABEL, goal) ? DT_FACE_EMPTY :
	    DT_FACE_UNSURE;
}

bool
dt_face_always(struct dt_face *f, size_t label)
{
	double goal[65];
	return dt_labels_has(f->binds, label) ||
	    (walk(f, label, goal) == STUCK && is_proved(f, label, goal));
}
