/* compare_bases: two databases read, and their experiments paired; see
 * compare_bases.h. */
#include "ask/compare_bases.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "store/query.h"

/* Reading is bounded in time; SQLite looks at the clock. */
static const double SECONDS = 600;

static const char question[] =
    "SELECT t.experiment_id, e.scenario, e.treaty, e.config, "
    "(SELECT ' ' || group_concat(x.seed, ' ') || ' ' FROM experiment AS x "
    "WHERE x.config = e.config), t.runs, t.measure, t.mean, "
    "t.standard_error, t.low95, t.high95 "
    "FROM treaty_effect AS t JOIN experiment AS e USING (experiment_id) "
    "ORDER BY t.experiment_id, t.measure";

static double
number(const struct dt_cell *cell)
{
	return cell->type == DT_CELL_REAL ? cell->real :
	    cell->type == DT_CELL_INTEGER ? (double)cell->integer : NAN;
}

static struct dt_compare_experiment *
start(struct dt_arena *arena, struct dt_compare_base *base,
    const struct dt_cell *row)
{
	struct dt_compare_experiment *more = dt_arena_grow(arena, base->of,
	    base->n, &base->room, sizeof(*more)), *e;
	if (more == NULL)
		return NULL;
	base->of = more;
	e = &base->of[base->n++];
	*e = (struct dt_compare_experiment){ .id = row[0].integer,
		.scenario = dt_arena_copy(arena, row[1].text),
		.treaty = dt_arena_copy(arena, row[2].text),
		.config = dt_arena_copy(arena, row[3].text),
		.seeds = dt_arena_copy(arena, row[4].text),
		.runs = row[5].integer };
	for (size_t m = 0; m < DT_COMPARE_MEASURES; m++)
		e->figures[m] = (struct dt_compare_figures){ NAN, NAN, NAN,
			NAN };
	return e->scenario && e->treaty && e->config && e->seeds ? e : NULL;
}

static enum dt_status
take(struct dt_arena *arena, struct dt_compare_base *base,
    const struct dt_cell *row, struct dt_error *err)
{
	struct dt_compare_experiment *e = base->n > 0 ?
	    &base->of[base->n - 1] : NULL;
	for (int c = 1; c <= 6; c++)
		if (c != 5 && row[c].type != DT_CELL_TEXT)
			return dt_status_fail(err, DT_ESTORE, "%s: a cell "
			    "of treaty_effect is no text", base->path);
	if (e == NULL || e->id != row[0].integer) {
		if (base->n == DT_COMPARE_BASES_MOST)
			return dt_status_fail(err, DT_EUSAGE, "%s has more "
			    "than %d experiments: too many to compare",
			    base->path, DT_COMPARE_BASES_MOST);
		e = start(arena, base, row);
		if (e == NULL)
			return dt_status_no_memory(err);
	}
	for (size_t m = 0; m < DT_COMPARE_MEASURES; m++)
		if (strcmp(row[6].text, dt_compare_bases_measures[m]) == 0)
			e->figures[m] = (struct dt_compare_figures){
				number(&row[7]), number(&row[8]),
				number(&row[9]), number(&row[10]) };
	return DT_OK;
}

static enum dt_status
read_base(struct dt_arena *arena, const char *path,
    struct dt_compare_base *base, struct dt_error *err)
{
	struct dt_query *query = NULL;
	const struct dt_cell *row = NULL;
	*base = (struct dt_compare_base){ .path = path };
	enum dt_status status = dt_query_open(&query, path, question,
	    &(struct dt_query_terms){ .seconds = SECONDS }, err);
	if (status != DT_OK)
		return status;
	while ((status = dt_query_next(query, &row, err)) == DT_OK &&
	    row != NULL && status == DT_OK)
		if ((status = take(arena, base, row, err)) != DT_OK)
			break;
	dt_query_close(query);
	for (size_t k = 0; status == DT_OK && k < base->n; k++)
		status = dt_compare_bases_keys(arena, &base->of[k], err);
	return status != DT_OK ? status : base->n > 0 ? DT_OK :
	    dt_status_fail(err, DT_EUSAGE, "%s has no experiments: 'detente "
	    "run -o' writes them (cells of sweeps are not compared)", path);
}

static int
by_differ(const void *a, const void *b)
{
	const struct dt_compare_pair *x = a, *y = b;
	if (x->differ != y->differ)
		return x->differ < y->differ ? -1 : 1;
	if (x->a->id != y->a->id)
		return x->a->id < y->a->id ? -1 : 1;
	return x->b->id < y->b->id ? -1 : x->b->id > y->b->id;
}

static int
by_id(const void *a, const void *b)
{
	const struct dt_compare_pair *x = a, *y = b;
	return x->a->id < y->a->id ? -1 : x->a->id > y->a->id;
}

/* Of all pairs of one scenario the nearest first; returns how many are
 * taken, at the front. */
static size_t
choose(struct dt_compare_base *a, struct dt_compare_base *b,
    struct dt_compare_pair *pairs)
{
	size_t n = 0, taken = 0;
	for (size_t i = 0; i < a->n; i++)
		for (size_t j = 0; j < b->n; j++)
			if (strcmp(a->of[i].scenario, b->of[j].scenario) == 0)
				pairs[n++] = (struct dt_compare_pair){
					&a->of[i], &b->of[j],
					dt_compare_bases_differ(
					&a->of[i].keys, &b->of[j].keys, NULL,
					NULL) };
	if (n > 0)
		qsort(pairs, n, sizeof(*pairs), by_differ);
	for (size_t k = 0; k < n; k++) {
		size_t i = (size_t)(pairs[k].a - a->of);
		size_t j = (size_t)(pairs[k].b - b->of);
		if (a->of[i].paired || b->of[j].paired)
			continue;
		a->of[i].paired = b->of[j].paired = true;
		pairs[taken++] = pairs[k];
	}
	if (taken > 0)
		qsort(pairs, taken, sizeof(*pairs), by_id);
	return taken;
}

enum dt_status
dt_compare_bases(struct dt_arena *arena, const char *first,
    const char *second, struct dt_solution *solution, struct dt_error *err)
{
	struct dt_compare_base a, b;
	enum dt_status status = read_base(arena, first, &a, err);
	if (status == DT_OK)
		status = read_base(arena, second, &b, err);
	if (status != DT_OK)
		return status;
	struct dt_compare_pair *pairs = dt_arena_new(arena, a.n * b.n,
	    sizeof(*pairs));
	if (pairs == NULL)
		return dt_status_no_memory(err);
	size_t n = choose(&a, &b, pairs);
	dt_solution_start(solution, arena, "compare", first);
	solution->method = "two databases";
	dt_compare_bases_tell(&a, &b, pairs, n, solution);
	return DT_OK;
}
