/* lemke_howson: see lemke_howson.h. */
#include "solve/lemke_howson.h"

#include <math.h>
#include <string.h>

#include "base/guard.h"
#include "solve/tableau.h"

struct paths {
	const struct dt_normal *game;
	struct dt_bimatrix b;
	struct dt_profile_list *list;
	size_t labels;
	double *chances;
	const char **exact;
	const char *const **known;      /* exact chances, by equilibrium: kept
	                                 * even where the list has doubles */
	mpz_t *x;
	struct dt_tableau of[2];
	size_t first, n;        /* labels whose paths are walked */
	struct dt_lemke_howson_path *path;      /* of each of these */
	enum dt_status status;
	struct dt_error *err;
};

/* Lets the label go in its owner's polytope, then what became double in the
 * other, until the label binds again. False: too long, or stopped. */
static bool
follow(struct paths *p, size_t label, size_t *steps)
{
	size_t at = label >= p->b.n[0], enters = label;
	*steps = 0;
	do {
		struct dt_tableau *t = &p->of[at];
		p->list->stopped |= dt_stop_is(p->list->stop);
		if (*steps == DT_LEMKE_HOWSON_STEPS_MOST || p->list->stopped)
			return false;
		size_t column = t->column_of[enters];
		size_t row = dt_tableau_leaving(t, column);
		enters = t->basic[row];
		dt_tableau_pivot(t, row, column);
		at = !at;
		++*steps;
	} while (enters != label);
	return true;
}

static enum dt_status
read_point(struct paths *p, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t i = 0; status == DT_OK && i < 2; i++) {
		const struct dt_tableau *t = &p->of[i];
		size_t start = dt_profile_start(p->game, i);
		for (size_t k = 0; k < p->b.n[i]; k++) {
			size_t row = t->row_of[start + k];
			if (row == SIZE_MAX)
				mpz_set_ui(p->x[k], 0);
			else
				mpz_set(p->x[k],
				    t->at[(row + 1) * (t->columns + 1) - 1]);
		}
		status = dt_bimatrix_chances(p->x, p->b.n[i], p->list->arena,
		    p->chances + start, p->exact + start, err);
	}
	return status;
}

static bool
is_same(const char *const *a, const char *const *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(a[i], b[i]) != 0)
			return false;
	return true;
}

/* A basic variable at zero: more bind than there are columns. */
static bool
is_degenerate(const struct dt_tableau *t)
{
	for (size_t r = 0; r < t->rows; r++)
		if (mpz_sgn(t->at[(r + 1) * (t->columns + 1) - 1]) == 0)
			return true;
	return false;
}

static enum dt_status
note_point(struct paths *p, size_t *equilibrium, struct dt_error *err)
{
	enum dt_status status = read_point(p, err);
	if (status != DT_OK)
		return status;
	p->list->degenerate |= is_degenerate(&p->of[0]) ||
	    is_degenerate(&p->of[1]);
	size_t n = p->list->n, i = 0;
	while (i < n && !is_same(p->known[i], p->exact, p->labels))
		i++;
	*equilibrium = i;
	if (i < n)
		return DT_OK;
	const char **copy = dt_arena_new(p->list->arena, p->labels,
	    sizeof(*copy));
	if (copy == NULL)
		return dt_status_no_memory(err);
	memcpy(copy, p->exact, p->labels * sizeof(*copy));
	p->known[n] = copy;
	return dt_profile_add(p->list, p->game, p->chances,
	    p->b.exact ? copy : NULL, p->b.exact ? 0 : NAN, err);
}

static enum dt_status
walk(struct paths *p, size_t label, struct dt_lemke_howson_path *path,
    struct dt_error *err)
{
	*path = (struct dt_lemke_howson_path){ .equilibrium = SIZE_MAX };
	p->list->stopped |= dt_stop_is(p->list->stop);
	if (p->list->stopped)
		return DT_OK;
	enum dt_status status = dt_tableau_make(&p->b, 0, &p->of[0], err);
	enum dt_status other = dt_tableau_make(&p->b, 1, &p->of[1], err);
	if (status == DT_OK)
		status = other;
	if (status == DT_OK && follow(p, label, &path->steps))
		status = note_point(p, &path->equilibrium, err);
	dt_tableau_free(&p->of[0]);
	dt_tableau_free(&p->of[1]);
	return status;
}

static enum dt_status
make_room(struct paths *p, struct dt_error *err)
{
	struct dt_arena *arena = p->list->arena;
	size_t n = p->labels;
	p->chances = dt_arena_new(arena, n, sizeof(*p->chances));
	p->exact = dt_arena_new(arena, n, sizeof(*p->exact));
	p->known = dt_arena_new(arena, n, sizeof(*p->known));
	p->x = dt_arena_new(arena, n, sizeof(*p->x));
	if (!p->chances || !p->exact || !p->known || !p->x)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++)
		mpz_init(p->x[i]);
	return DT_OK;
}

/* In a guard. */
static void
walk_some(void *context)
{
	struct paths *p = context;
	enum dt_status status = dt_bimatrix_make(p->game, &p->b, p->err);
	if (status == DT_OK)
		status = make_room(p, p->err);
	for (size_t k = 0; status == DT_OK && k < p->n; k++)
		status = walk(p, p->first + k, &p->path[k], p->err);
	for (size_t i = 0; p->x != NULL && i < p->labels; i++)
		mpz_clear(p->x[i]);
	dt_bimatrix_free(&p->b);
	p->status = status;
}

enum dt_status
dt_lemke_howson_all(const struct dt_normal *game,
    struct dt_profile_list *list, struct dt_lemke_howson_path *paths,
    struct dt_error *err)
{
	struct paths p = { .game = game, .list = list, .path = paths,
		.err = err, .labels = dt_profile_size(game) };
	p.n = p.labels;
	return dt_guard_run(walk_some, &p) ? p.status :
	    dt_status_no_memory(err);
}

enum dt_status
dt_lemke_howson_one(const struct dt_normal *game, size_t label,
    struct dt_profile_list *list, struct dt_lemke_howson_path *path,
    struct dt_error *err)
{
	struct paths p = { .game = game, .list = list, .path = path,
		.err = err, .labels = dt_profile_size(game), .first = label,
		.n = 1 };
	return dt_guard_run(walk_some, &p) ? p.status :
	    dt_status_no_memory(err);
}
