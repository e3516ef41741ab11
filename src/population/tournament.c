/* tournament: see tournament.h. */
#include "population/tournament.h"

#include <math.h>
#include <stdlib.h>

#define SAME 1e-9       /* scores and shares closer than this are one */

static const struct dt_match *
match(const struct dt_tournament *t, size_t i, size_t j)
{
	return &t->matches->match[i * t->n + j];
}

static bool
meets(const struct dt_tournament *t, size_t i, size_t j)
{
	return i != j || t->self;
}

static void
add_meeting(const struct dt_match *m, const struct dt_match *other,
    bool itself, struct dt_tournament_row *row, double seen[4])
{
	row->score += m->payoff;
	row->error += m->error * m->error;
	row->paused += m->paused;
	row->first += m->first;
	for (int k = 0; k < 4; k++)
		if (m->seen[k] > 0 && !isnan(m->after[k])) {
			row->after[k] += m->seen[k] * m->after[k];
			seen[k] += m->seen[k];
		}
	if (itself)
		return;
	row->wins += m->payoff > other->payoff + SAME;
	row->losses += m->payoff < other->payoff - SAME;
	row->draws += fabs(m->payoff - other->payoff) <= SAME;
	row->partner += m->paused >= other->paused - SAME;
}

static void
sum_up(const struct dt_tournament *t, size_t i, struct dt_tournament_row *row)
{
	double met = (double)t->n - !t->self, seen[4] = { 0 };
	*row = (struct dt_tournament_row){ .one = i };
	for (size_t j = 0; j < t->n; j++)
		if (meets(t, i, j))
			add_meeting(match(t, i, j), match(t, j, i), i == j,
			    row, seen);
	row->score /= met;
	row->error = sqrt(row->error) / met;
	row->paused /= met;
	row->first /= met;
	row->partner /= (double)t->n - 1;
	for (int k = 0; k < 4; k++)
		row->after[k] = seen[k] > 0 ? row->after[k] / seen[k] : NAN;
}

static int
by_score(const void *one, const void *other)
{
	const struct dt_tournament_row *a = one, *b = other;
	if (fabs(a->score - b->score) > SAME)
		return a->score > b->score ? -1 : 1;
	return a->one < b->one ? -1 : a->one > b->one;
}

static bool
is_tied(const struct dt_tournament_row *a, const struct dt_tournament_row *b)
{
	double error = hypot(a->error, b->error), away = fabs(a->score -
	    b->score);
	return away <= SAME || away < 2 * error;
}

static void
give_ranks(struct dt_tournament *t)
{
	struct dt_tournament_row *rows = t->rows;
	qsort(rows, t->n, sizeof(*rows), by_score);
	for (size_t i = 0; i < t->n; i++) {
		bool same = i > 0 && fabs(rows[i].score - rows[i - 1].score) <=
		    SAME;
		rows[i].rank = same ? rows[i - 1].rank : i + 1;
		for (size_t j = 0; j < t->n; j++)
			rows[i].tied += j != i && is_tied(&rows[i], &rows[j]);
	}
}

/* By power iteration from equal parts, with the identity added so that two
 * that pause with each other alone do not swing. */
static void
rate(struct dt_tournament *t, double *x, double *y)
{
	for (size_t i = 0; i < t->n; i++)
		x[i] = 1 / (double)t->n;
	for (int turn = 0; turn < 2000; turn++) {
		double sum = 0, change = 0;
		for (size_t i = 0; i < t->n; i++) {
			y[i] = x[i];
			for (size_t j = 0; j < t->n; j++)
				y[i] += match(t, i, j)->paused * x[j];
			sum += y[i];
		}
		for (size_t i = 0; i < t->n; i++) {
			change += fabs(y[i] / sum - x[i]);
			x[i] = y[i] / sum;
		}
		if (change < 1e-13)
			break;
	}
	for (size_t i = 0; i < t->n; i++)
		t->rows[i].eigen = x[t->rows[i].one] > 1e-12 ?
		    x[t->rows[i].one] : 0;
}

/* ---- without one of them ---- */

struct left {
	size_t one;
	double score;
};

static int
by_left(const void *one, const void *other)
{
	const struct left *a = one, *b = other;
	if (fabs(a->score - b->score) > SAME)
		return a->score > b->score ? -1 : 1;
	return a->one < b->one ? -1 : a->one > b->one;
}

/* Places are those in the order, so that equal scores keep theirs. */
static void
drop(struct dt_tournament *t, size_t out, struct left *left)
{
	struct dt_tournament_drop *d = &t->drops[out];
	double met = (double)t->n - !t->self;
	size_t n = 0, passed = 0;
	for (size_t i = 0; i < t->n; i++) {
		size_t one = t->rows[i].one;
		if (one != out)
			left[n++] = (struct left){ one, (t->rows[i].score *
			    met - match(t, one, out)->payoff) / (met - 1) };
	}
	qsort(left, n, sizeof(*left), by_left);
	*d = (struct dt_tournament_drop){ .winner = left[0].one,
		.mover = left[0].one };
	for (size_t i = 0; i < t->n; i++) {
		size_t place = 0, before = i - passed;
		if (t->rows[i].one == out) {
			passed = 1;
			continue;
		}
		while (left[place].one != t->rows[i].one)
			place++;
		size_t moved = place > before ? place - before :
		    before - place;
		if (moved > d->moved) {
			d->moved = moved;
			d->mover = t->rows[i].one;
		}
	}
}

enum dt_status
dt_tournament_rank(const struct dt_matches *matches, bool self,
    struct dt_arena *arena, struct dt_tournament *t, struct dt_error *err)
{
	*t = (struct dt_tournament){ .matches = matches, .self = self,
		.n = matches->n };
	if (t->n < 2)
		return dt_status_fail(err, DT_EUSAGE, "a tournament needs two "
		    "strategies at least, and there %s %zu", t->n == 1 ? "is" :
		    "are", t->n);
	t->rows = dt_arena_new(arena, t->n, sizeof(*t->rows));
	t->drops = dt_arena_new(arena, t->n, sizeof(*t->drops));
	double *x = dt_arena_new(arena, 2 * t->n, sizeof(*x));
	struct left *left = dt_arena_new(arena, t->n, sizeof(*left));
	if (!t->rows || !t->drops || !x || !left)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < t->n; i++)
		sum_up(t, i, &t->rows[i]);
	give_ranks(t);
	rate(t, x, x + t->n);
	for (size_t i = 0; t->n > 2 && i < t->n; i++)
		drop(t, i, left);
	return DT_OK;
}

static int
sign(double a, double b)
{
	return fabs(a - b) <= SAME ? 0 : a > b ? 1 : -1;
}

static double
score_of(const struct dt_tournament *t, size_t one)
{
	size_t i = 0;
	while (t->rows[i].one != one)
		i++;
	return t->rows[i].score;
}

double
dt_tournament_tau(const struct dt_tournament *a,
    const struct dt_tournament *b)
{
	double both = 0, in_a = 0, in_b = 0;
	for (size_t i = 0; i < a->n; i++)
		for (size_t j = 0; j < i; j++) {
			int x = sign(score_of(a, i), score_of(a, j));
			int y = sign(score_of(b, i), score_of(b, j));
			both += x * y;
			in_a += x != 0;
			in_b += y != 0;
		}
	return in_a > 0 && in_b > 0 ? both / sqrt(in_a * in_b) : NAN;
}
