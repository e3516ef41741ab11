/* claims: a claim's run, counted and compared; see claims.h. */
#include "claims/claims.h"

#include <math.h>
#include <string.h>
#include <time.h>

#include "base/number.h"

enum { ERRORS = 4 };    /* standard ones that a simulated figure may be off */

struct job {
	const struct dt_claims_asker *asker;
	struct dt_arena *arena;
	struct dt_claims_found *found;
	struct dt_error *err;
};

static double
processor(void)
{
	struct timespec now;
	return clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now) != 0 ? NAN :
	    (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

/* The number of a column by its name; what is wrong is kept as `why`. */
static bool
column(struct job *j, const struct dt_solution_table *t, const char *name,
    size_t n, size_t *at)
{
	for (*at = 0; *at < t->n_columns; (*at)++)
		if (strlen(t->columns[*at].name) == n &&
		    strncmp(t->columns[*at].name, name, n) == 0)
			return true;
	j->found->why = dt_arena_print(j->arena, "table %s of the answer has "
	    "no column '%.*s'", t->name, (int)n, name);
	return false;
}

static bool
says(const struct dt_solution_cell *cell, const char *word)
{
	double number;
	if (cell->kind == DT_SOLUTION_TEXT)
		return strcmp(cell->text, word) == 0;
	return cell->kind != DT_SOLUTION_NOTHING &&
	    dt_number_read(word, &number) && cell->number == number;
}

static bool
holds(const struct dt_claim *claim, const struct dt_solution_cell *cell)
{
	bool bounded = !isnan(claim->least) || !isnan(claim->most);
	if (!bounded)
		return says(cell, claim->is);
	return cell->kind != DT_SOLUTION_TEXT && !(cell->number <
	    claim->least) && !(cell->number > claim->most);
}

/* Which rows count: of `where`, a column and its word. */
static bool
read_where(struct job *j, const struct dt_solution_table *t, size_t *at,
    const char **word)
{
	const char *where = j->found->claim->where;
	const char *equal = strchr(where, '=');
	*word = equal == NULL ? NULL : equal + 1;
	if (where[0] != '\0' && equal == NULL) {
		j->found->why = "its `where` is no COLUMN=VALUE";
		return false;
	}
	return equal == NULL || column(j, t, where, (size_t)(equal - where),
	    at);
}

static void
count(struct job *j, const struct dt_solution *solution)
{
	struct dt_claims_found *f = j->found;
	const struct dt_claim *claim = f->claim;
	const struct dt_solution_table *t = dt_solution_find(solution,
	    claim->table);
	const char *word;
	size_t where = 0, at;
	if (t == NULL)
		f->why = dt_arena_print(j->arena, "the answer has no table "
		    "'%s'", claim->table);
	if (t == NULL || !column(j, t, claim->column, strlen(claim->column),
	    &at) || !read_where(j, t, &where, &word))
		return;
	for (size_t row = 0; row < dt_solution_rows(t); row++) {
		const struct dt_solution_cell *cell =
		    &t->cells[row * t->n_columns];
		if (word != NULL && !says(&cell[where], word))
			continue;
		f->places++;
		if (cell[at].kind == DT_SOLUTION_NOTHING)
			f->unknown++;
		else
			f->holds += holds(claim, &cell[at]);
	}
	if (f->places == 0)
		f->why = "the run has no place";
	f->verdict = f->holds == 0 ? DT_CLAIM_FAILS : f->holds == f->places ?
	    DT_CLAIM_HOLDS : DT_CLAIM_HOLDS_IF;
}

static bool
as_expected(const struct dt_claim_check *check,
    const struct dt_claims_figure *figure)
{
	if (figure->got.why != NULL)
		return false;
	if (isnan(check->value))
		return figure->got.word != NULL &&
		    strcmp(figure->got.word, check->word) == 0;
	return fabs(figure->got.number - check->value) <= check->tolerance +
	    ERRORS * figure->error;
}

static enum dt_status
pick(struct job *j, const struct dt_claim_check *check,
    const struct dt_solution *solution, struct dt_claims_figure *figure)
{
	const char *paths[] = { check->at, check->error };
	struct dt_pick got[2] = { 0 };
	size_t n = check->error[0] != '\0' ? 2 : 1;
	enum dt_status status = dt_pick_solution(j->arena, solution, paths, n,
	    got, j->err);
	if (status != DT_OK)
		return status;
	*figure = (struct dt_claims_figure){ got[0], got[1].number, false };
	if (got[1].why != NULL)
		figure->got.why = got[1].why;
	figure->ok = as_expected(check, figure);
	return DT_OK;
}

/* What a command failed with is no failure of the judge. */
static enum dt_status
ask(struct job *j, const char *command, struct dt_solution *solution,
    struct dt_text *svg, const char **why)
{
	struct dt_error bad = { 0 };
	enum dt_status status = j->asker->ask(j->asker->of, command, j->arena,
	    solution, svg, &bad);
	if (status == DT_ENOMEM || status == DT_ESTOPPED)
		return dt_status_fail(j->err, status, "%s", bad.message);
	*why = status == DT_OK ? NULL : dt_arena_print(j->arena,
	    "it failed: %.*s", (int)strcspn(bad.message, "\n"), bad.message);
	return DT_OK;
}

/* The figure of a check with a command of its own. */
static enum dt_status
look(struct job *j, const struct dt_claim_check *check,
    struct dt_claims_figure *figure)
{
	struct dt_solution solution;
	const char *why = NULL;
	enum dt_status status = ask(j, check->command, &solution, NULL, &why);
	*figure = (struct dt_claims_figure){ .got = { NAN, NULL, why } };
	if (status != DT_OK || why != NULL)
		return status;
	status = pick(j, check, &solution, figure);
	dt_solution_free(&solution);
	return status;
}

static enum dt_status
run(struct job *j, struct dt_text *svg)
{
	struct dt_claims_found *f = j->found;
	const struct dt_claim_check *checks = f->claim->checks.items;
	struct dt_solution solution;
	enum dt_status status = ask(j, f->claim->command, &solution, svg,
	    &f->why);
	bool answered = status == DT_OK && f->why == NULL;
	if (answered)
		count(j, &solution);
	for (size_t k = 0; status == DT_OK && k < f->claim->checks.n; k++) {
		bool own = checks[k].command[0] == '\0';
		f->figures[k].got.why = f->why;
		if (!own)
			status = look(j, &checks[k], &f->figures[k]);
		else if (answered)
			status = pick(j, &checks[k], &solution,
			    &f->figures[k]);
	}
	if (answered)
		dt_solution_free(&solution);
	return status;
}

enum dt_status
dt_claims_judge(const struct dt_claims_asker *asker, struct dt_arena *arena,
    struct dt_claims_found *found, struct dt_text *svg, struct dt_error *err)
{
	const struct dt_claim *claim = found->claim;
	struct job j = { asker, arena, found, err };
	double start = processor();
	*found = (struct dt_claims_found){ .claim = claim,
	    .path = found->path, .figures = dt_arena_new(arena,
	    claim->checks.n + 1, sizeof(*found->figures)) };
	if (found->figures == NULL)
		return dt_status_no_memory(err);
	enum dt_status status = run(&j, svg);
	found->seconds = processor() - start;
	found->expected = found->why == NULL && (int)found->verdict ==
	    claim->expect.verdict && (int64_t)found->holds ==
	    claim->expect.places;
	for (size_t k = 0; k < claim->checks.n; k++)
		found->expected = found->expected && found->figures[k].ok;
	return status;
}
