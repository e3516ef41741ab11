/* compare: from names of treaties to rows that are judged; see compare.h. */
#include "ask/compare.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ask/ask_question.h"
#include "ask/compare_row.h"
#include "base/pool.h"

enum { WAIT = 200 };    /* milliseconds between looks at the stop */

static enum dt_status
add(struct dt_compare *c, const char *treaty, struct dt_error *err)
{
	struct dt_compare_row *row = dt_arena_new(c->ask->catalogue->arena, 1,
	    sizeof(*row));
	if (row == NULL || treaty == NULL)
		return dt_status_no_memory(err);
	row->treaty = treaty;
	c->rows[c->n++] = row;
	return DT_OK;
}

static enum dt_status
name_all(struct dt_compare *c, struct dt_error *err)
{
	struct dt_catalogue_entry *entries;
	size_t n = 0;
	enum dt_status status = dt_catalogue_list(c->ask->catalogue,
	    dt_catalogue_kind_of("treaty"), &entries, &n, err);
	if (status != DT_OK)
		return status;
	c->rows = dt_arena_new(c->ask->catalogue->arena, n + 1,
	    sizeof(*c->rows));
	if (c->rows == NULL)
		return dt_status_no_memory(err);
	for (size_t k = 0; status == DT_OK && k < n; k++)
		status = add(c, entries[k].name, err);
	return status;
}

static bool
is_there(const struct dt_compare *c, const char *name, size_t size)
{
	for (size_t k = 0; k < c->n; k++)
		if (strlen(c->rows[k]->treaty) == size &&
		    strncmp(c->rows[k]->treaty, name, size) == 0)
			return true;
	return false;
}

static enum dt_status
name_some(struct dt_compare *c, const char *names, struct dt_error *err)
{
	struct dt_arena *arena = c->ask->catalogue->arena;
	c->rows = dt_arena_new(arena, strlen(names) / 2 + 2,
	    sizeof(*c->rows));
	enum dt_status status = c->rows != NULL ? DT_OK :
	    dt_status_no_memory(err);
	while (status == DT_OK) {
		size_t size = strcspn(names, ",");
		if (size == 0)
			return dt_status_fail(err, DT_EUSAGE, "--treaties: a "
			    "name is missing");
		if (is_there(c, names, size))
			return dt_status_fail(err, DT_EUSAGE, "--treaties: "
			    "%.*s is there twice", (int)size, names);
		status = add(c, dt_arena_copy_n(arena, names, size), err);
		if (names[size] == '\0')
			break;
		names += size + 1;
	}
	return status;
}

/* A treaty that does not fit the scenario is a row; if none does, all is
 * wrong, and the first says why. */
static enum dt_status
make(struct dt_compare *c, struct dt_error *err)
{
	struct dt_arena *arena = c->ask->catalogue->arena;
	struct dt_faults first = { .arena = arena };
	bool any = false;
	for (size_t k = 0; k < c->n; k++) {
		struct dt_compare_row *row = c->rows[k];
		struct dt_faults faults = { .arena = arena };
		enum dt_status status = dt_ask_make(c->ask, row->treaty, NULL,
		    &row->experiment, &faults, &row->why);
		if (status == DT_ENOMEM || status == DT_EIO) {
			*err = row->why;
			return status;
		}
		row->made = status == DT_OK;
		any |= row->made;
		dt_compare_row_blame(row, &faults);
		if (k == 0)
			first = faults;
	}
	if (any)
		return DT_OK;
	if (c->ask->faults != NULL)
		*c->ask->faults = first;
	*err = c->rows[0]->why;
	return err->status;
}

enum dt_status
dt_compare_treaties(struct dt_compare *c, const char *names,
    struct dt_error *err)
{
	enum dt_status status = names == NULL || strcmp(names, "all") == 0 ?
	    name_all(c, err) : name_some(c, names, err);
	return status != DT_OK ? status : make(c, err);
}

static enum dt_status
work(void *of, const struct dt_pool_turn *turn, struct dt_error *err)
{
	struct dt_compare *c = of;
	return dt_compare_row_judge(c->rows[turn->item], &c->keeping,
	    c->runs, err);
}

/* What is being judged when it is stopped is judged to its end. */
static enum dt_status
judge_all(struct dt_compare *c, struct dt_error *err)
{
	struct dt_pool *pool;
	struct dt_pool_request request = { .n = c->n, .threads = c->threads,
		.work = work, .of = c };
	size_t item = 0, done = 0;
	enum dt_status status = dt_pool_new(&pool, &request, err);
	while (status == DT_OK && item != c->n) {
		status = dt_pool_next(pool, WAIT, &item, err);
		done += status == DT_OK && item < c->n;
		if (item == c->n || c->ask->go_on == NULL)
			continue;
		c->stopped = !c->ask->go_on(c->ask->context, "treaties",
		    (int64_t)done, (int64_t)c->n);
		if (c->stopped)
			break;
	}
	dt_pool_free(pool);
	return status;
}

static int
by_class(const void *a, const void *b)
{
	const struct dt_compare_row *x = *(struct dt_compare_row *const *)a;
	const struct dt_compare_row *y = *(struct dt_compare_row *const *)b;
	if (x->done != y->done)
		return x->done ? -1 : 1;
	if (x->class != y->class)
		return x->class < y->class ? -1 : 1;
	if (isnan(x->slack) != isnan(y->slack))
		return isnan(y->slack) ? -1 : 1;
	if (!isnan(x->slack) && x->slack != y->slack)
		return x->slack > y->slack ? -1 : 1;
	return strcmp(x->treaty, y->treaty);
}

enum dt_status
dt_compare_judge(struct dt_compare *c, struct dt_error *err)
{
	enum dt_status status = judge_all(c, err);
	if (c->n > 0)
		qsort(c->rows, c->n, sizeof(*c->rows), by_class);
	return status;
}

void
dt_compare_free(struct dt_compare *c)
{
	for (size_t k = 0; k < c->n; k++) {
		dt_solution_free(&c->rows[k]->verdict);
		dt_arena_free(&c->rows[k]->arena);
	}
}
