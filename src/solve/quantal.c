/* quantal: see quantal.h. */
#include "solve/quantal.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "solve/profile.h"
#include "solve/quantal_internal.h"

enum { STEPS_MOST = 20000, NEWTON_MOST = 8, PROFILE_MOST = 400 };

/* In one step chances change so much at most, and so much from where the
 * tangent points: a bigger one could jump to another branch. */
#define CHANGE_MOST .1
#define MISS_MOST .02

#define CROSSING 1e-3

#define FLOOR 1e-8
#define LIMIT_FROM 1024.

struct trace {
	struct dt_quantal_system system;
	struct dt_arena *arena;
	struct dt_quantal *quantal;
	size_t n, room, room_at;
	struct dt_quantal_point *points, *at;
	double *x, *tangent, *guess, *next, *turn;      /* [system.n] */
	double *before, *there, *limit, *last;          /* profiles */
	double *polish;
	double h;               /* length of the next step */
	const struct dt_stop *stop;
	double wanted;          /* lambda without unit; 0: none */
	double check;           /* lambda from which on the limit is tried */
	int sign;               /* of the branch; 0: not known */
	bool tried;             /* last is the limit from a smaller lambda */
};

bool
dt_quantal_fits(const struct dt_normal *g)
{
	return dt_profile_size(g) <= PROFILE_MOST &&
	    g->profiles <= ((size_t)1 << 22) / (g->players * g->players);
}

static enum dt_status
make_room(struct trace *t, struct dt_error *err)
{
	size_t n = t->system.n, m = t->system.m;
	double *room = dt_arena_new(t->arena, 5 * n + 4 * m +
	    (m + 1) * (m + 8), sizeof(*room));
	if (room == NULL)
		return dt_status_no_memory(err);
	t->x = room;
	t->tangent = t->x + n;
	t->guess = t->tangent + n;
	t->next = t->guess + n;
	t->turn = t->next + n;
	t->before = t->turn + n;
	t->there = t->before + m;
	t->limit = t->there + m;
	t->last = t->limit + m;
	t->polish = t->last + m;
	return DT_OK;
}

static enum dt_status
add_point(struct trace *t, struct dt_quantal_point **list, size_t *n,
    size_t *room, const double *x, struct dt_error *err)
{
	size_t m = t->system.m;
	if (*n == *room) {
		size_t more = *room == 0 ? 256 : 2 * *room;
		struct dt_quantal_point *points =
		    dt_arena_new(t->arena, more, sizeof(*points));
		if (points == NULL)
			return dt_status_no_memory(err);
		if (*n > 0)
			memcpy(points, *list, *n * sizeof(*points));
		*list = points;
		*room = more;
	}
	double *chances = dt_arena_new(t->arena, m, sizeof(*chances));
	if (chances == NULL)
		return dt_status_no_memory(err);
	dt_quantal_system_chances(&t->system, x, chances);
	(*list)[(*n)++] = (struct dt_quantal_point){
		.lambda = x[t->system.n - 1] / t->system.unit, .chances = chances,
	};
	return DT_OK;
}

static double
distance(const double *a, const double *b, size_t n)
{
	double most = 0;
	for (size_t i = 0; i < n; i++)
		most = dt_number_max(most, fabs(a[i] - b[i]));
	return most;
}

static void
set_last_row(struct dt_quantal_system *s, const double *row)
{
	memcpy(s->jacobian + (s->n - 1) * s->n, row, s->n * sizeof(*row));
}

/* Newton's method from x, at right angles to `row`. Where lambda is big,
 * payoffs' rounding sets a floor to its steps, and that will do. */
static bool
correct(struct dt_quantal_system *s, const double *row, double *x)
{
	double worst = INFINITY, last;
	for (size_t k = 0; k < NEWTON_MOST; k++) {
		last = worst;
		worst = 0;
		dt_quantal_system_at(s, x);
		set_last_row(s, row);
		for (size_t r = 0; r < s->n - 1; r++)
			s->right[r] = -s->f[r];
		s->right[s->n - 1] = 0;
		if (!dt_quantal_system_solve(s))
			return false;
		for (size_t r = 0; r < s->n; r++) {
			x[r] += s->step[r];
			worst = dt_number_max(worst,
			    fabs(s->step[r]) / (1 + fabs(x[r])));
		}
		if (worst < 1e-12 || (worst < FLOOR && worst > last / 4))
			return true;
	}
	return worst < FLOOR;
}

/* The branch's direction at x, of length 1, on the side of `old`. */
static bool
find_tangent(struct dt_quantal_system *s, const double *x, const double *old,
    double *tangent)
{
	double square = 0;
	dt_quantal_system_at(s, x);
	set_last_row(s, old);
	memset(s->right, 0, s->n * sizeof(*s->right));
	s->right[s->n - 1] = 1;
	if (!dt_quantal_system_solve(s))
		return false;
	for (size_t r = 0; r < s->n; r++)
		square += s->step[r] * s->step[r];
	for (size_t r = 0; r < s->n; r++)
		tangent[r] = s->step[r] / sqrt(square);
	return isfinite(square) && square > 0;
}

/* Along a branch the determinant has one sign. A step for which it changes
 * has jumped over a sharp turn to where the branch comes back, unless it
 * changes however short the step is: there branches cross. */
static bool
keeps_sign(struct trace *t, int sign)
{
	if (t->sign != 0 && sign != t->sign && t->h > CROSSING)
		return false;
	t->sign = sign;
	return true;
}

/* Tries a step of length h: `next` and `turn`. How far it went in chances is
 * in *went, as a part of what is allowed. */
static bool
try_step(struct trace *t, double *went)
{
	struct dt_quantal_system *s = &t->system;
	for (size_t r = 0; r < s->n; r++)
		t->guess[r] = t->next[r] = t->x[r] + t->h * t->tangent[r];
	if (!correct(s, t->tangent, t->next))
		return false;
	dt_quantal_system_chances(s, t->x, t->before);
	dt_quantal_system_chances(s, t->next, t->there);
	*went = distance(t->before, t->there, s->m) / CHANGE_MOST;
	dt_quantal_system_chances(s, t->guess, t->before);
	*went = dt_number_max(*went,
	    distance(t->before, t->there, s->m) / MISS_MOST);
	return *went <= 1 && t->next[s->n - 1] > 0 &&
	    find_tangent(s, t->next, t->tangent, t->turn) &&
	    keeps_sign(t, s->sign);
}

static bool
take_step(struct trace *t)
{
	double went;
	while (!try_step(t, &went)) {
		t->h /= 2;
		if (t->h < 1e-10)
			return false;
	}
	if (went < .5)
		t->h *= went < .1 ? 3 : 1.5;
	return true;
}

/* Where the step passed the wanted lambda: the point there, by Newton's
 * method at that lambda from between its ends. */
static enum dt_status
look_at_wanted(struct trace *t, struct dt_error *err)
{
	size_t n = t->system.n;
	double from = t->x[n - 1], to = t->next[n - 1];
	if (t->wanted <= 0 || (from < t->wanted) == (to < t->wanted))
		return DT_OK;
	double part = (t->wanted - from) / (to - from);
	memset(t->guess, 0, n * sizeof(*t->guess));
	t->guess[n - 1] = 1;
	double *x = t->x;
	for (size_t r = 0; r < n; r++)
		x[r] += part * (t->next[r] - x[r]);
	x[n - 1] = t->wanted;
	if (!correct(&t->system, t->guess, x))
		return DT_OK;
	return add_point(t, &t->at, &t->quantal->n_at, &t->room_at, x, err);
}

static bool
find_limit(struct trace *t)
{
	static const double least[] = { 1e-9, 1e-6, 1e-4, 1e-3, 1e-2, .04 };
	for (size_t k = 0; k < sizeof(least) / sizeof(*least); k++) {
		dt_quantal_system_chances(&t->system, t->x, t->limit);
		if (dt_quantal_limit_polish(&t->system, least[k], t->limit,
		    t->polish))
			return true;
	}
	return false;
}

/* Looks for the limit from x, and whether it is as before. */
static void
settle(struct trace *t, double tolerance)
{
	struct dt_quantal *q = t->quantal;
	bool found = find_limit(t);
	q->accuracy = distance(t->limit, t->last, t->system.m);
	q->settled = found && t->tried && q->accuracy < tolerance;
	t->tried = found;
	memcpy(t->last, t->limit, t->system.m * sizeof(*t->last));
}

/* Whether the limit is reached, at a point where that is looked for. */
static bool
is_over(struct trace *t)
{
	size_t n = t->system.n;
	double lambda = t->x[n - 1];
	if (t->tangent[n - 1] <= 0) {
		t->check = LIMIT_FROM;
		t->tried = false;
	}
	if (lambda < t->check || t->quantal->settled)
		return t->quantal->settled && lambda >= t->wanted;
	t->check = 4 * lambda;
	settle(t, 1e-7);
	return t->quantal->settled && lambda >= t->wanted;
}

static enum dt_status
follow(struct trace *t, struct dt_error *err)
{
	struct dt_quantal_system *s = &t->system;
	struct dt_quantal *q = t->quantal;
	bool over = false;
	enum dt_status status = add_point(t, &t->points, &t->n, &t->room,
	    t->x, err);
	for (size_t k = 0; status == DT_OK && !over && k < STEPS_MOST; k++) {
		q->stopped = dt_stop_is(t->stop);
		if (q->stopped || t->x[s->n - 1] > DT_QUANTAL_LAMBDA_MOST ||
		    !take_step(t))
			break;
		status = look_at_wanted(t, err);
		memcpy(t->x, t->next, s->n * sizeof(*t->x));
		memcpy(t->tangent, t->turn, s->n * sizeof(*t->x));
		if (status == DT_OK)
			status = add_point(t, &t->points, &t->n, &t->room,
			    t->x, err);
		over = is_over(t);
	}
	if (status == DT_OK && !q->settled && !q->stopped)
		settle(t, 1e-3);
	if (status != DT_OK)
		return status;
	q->points = t->points;
	q->n = t->n;
	q->at = t->at;
	q->limit = q->settled ? t->last : t->points[t->n - 1].chances;
	return DT_OK;
}

static enum dt_status
start(struct trace *t, const struct dt_normal *game, struct dt_error *err)
{
	enum dt_status status =
	    dt_quantal_system_make(&t->system, game, t->arena, err);
	if (status == DT_OK)
		status = make_room(t, err);
	if (status != DT_OK)
		return status;
	t->h = .05;
	t->check = LIMIT_FROM;
	t->guess[t->system.n - 1] = 1;
	/* Lambda is 0 here, so the matrix is triangular, never singular. */
	find_tangent(&t->system, t->x, t->guess, t->tangent);
	return DT_OK;
}

/* What can be asked of the game, with lambda in the system's unit. */
static enum dt_status
check_lambda(struct trace *t, double lambda, struct dt_error *err)
{
	double unit = t->system.unit;
	t->wanted = lambda * unit;
	return t->wanted <= DT_QUANTAL_LAMBDA_MOST ? DT_OK :
	    dt_status_fail(err, DT_EUSAGE, "lambda %g is more than %g, 1e7 "
	    "divided by the most that a move changes", lambda,
	    DT_QUANTAL_LAMBDA_MOST / unit);
}

enum dt_status
dt_quantal_trace(const struct dt_normal *game, double lambda,
    const struct dt_stop *stop, struct dt_arena *arena,
    struct dt_quantal *quantal, struct dt_error *err)
{
	*quantal = (struct dt_quantal){ 0 };
	struct trace t = { .arena = arena, .quantal = quantal, .stop = stop };
	if (!dt_quantal_fits(game))
		return dt_status_fail(err, DT_EUSAGE, "the game is too big "
		    "to trace its quantal response");
	enum dt_status status = start(&t, game, err);
	if (status == DT_OK)
		status = check_lambda(&t, lambda, err);
	if (status == DT_OK)
		status = follow(&t, err);
	if (status != DT_OK)
		return status;
	double *payoffs = t.system.payoffs;
	dt_profile_payoffs(&t.system.game, quantal->limit, payoffs);
	quantal->regret = t.system.unit *
	    dt_profile_regret(&t.system.game, quantal->limit, payoffs);
	return DT_OK;
}
