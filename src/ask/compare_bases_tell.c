/* compare_bases_tell: two databases in sentences and tables; see
 * compare_bases.h. */
#include "ask/compare_bases.h"

#include <math.h>
#include <string.h>

const char *const dt_compare_bases_measures[] = {
	"pause_share", "all_paused_share", "payoff_per_round"
};

struct telling {
	struct dt_solution_table *table;
	int64_t pair;
};

static void
tell_key(void *context, const char *path, const char *a, const char *b)
{
	struct telling *t = context;
	dt_solution_whole(t->table, t->pair);
	dt_solution_text(t->table, path);
	dt_solution_text(t->table, a);
	dt_solution_text(t->table, b);
}

/* Whether a seed of one, "7", is among those of the other, " 3 7 ". */
static bool
shares_seed(const struct dt_compare_experiment *a,
    const struct dt_compare_experiment *b)
{
	const char *from = a->seeds;
	while (*from == ' ' && from[1] != '\0') {
		char seed[32];
		size_t size = strcspn(from + 1, " ");
		if (size + 3 > sizeof(seed))
			return false;
		memcpy(seed, from, size + 2);
		seed[size + 2] = '\0';
		if (strstr(b->seeds, seed) != NULL)
			return true;
		from += size + 1;
	}
	return false;
}

/* Runs of one configuration and seed are the same runs: their difference has
 * no error that could be told. */
static double
error_of(const struct dt_compare_pair *p, size_t m)
{
	if (p->differ == 0 && shares_seed(p->a, p->b))
		return NAN;
	return hypot(p->a->figures[m].error, p->b->figures[m].error);
}

static void
add_pairs(const struct dt_compare_pair *pairs, size_t n,
    struct dt_solution *solution)
{
	static const struct dt_solution_head columns[] = {
		{ "pair", NULL, "" }, { "scenario", NULL, "" },
		{ "a_experiment", "in A", "" }, { "a_treaty", "treaty", "" },
		{ "a_runs", "runs", "runs" }, { "b_experiment", "in B", "" },
		{ "b_treaty", "treaty", "" }, { "b_runs", "runs", "runs" },
		{ "keys", "keys that differ", "" },
		{ "shared_seed", "a seed in both", "" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(solution, "pairs",
	    "Which experiments are compared", columns);
	for (size_t k = 0; k < n; k++) {
		const struct dt_compare_pair *p = &pairs[k];
		dt_solution_whole(t, (int64_t)k + 1);
		dt_solution_text(t, p->a->scenario);
		dt_solution_whole(t, p->a->id);
		dt_solution_text(t, p->a->treaty);
		dt_solution_whole(t, p->a->runs);
		dt_solution_whole(t, p->b->id);
		dt_solution_text(t, p->b->treaty);
		dt_solution_whole(t, p->b->runs);
		dt_solution_whole(t, (int64_t)p->differ);
		dt_solution_text(t, shares_seed(p->a, p->b) ? "yes" : "no");
	}
}

static void
add_keys(const struct dt_compare_pair *pairs, size_t n,
    struct dt_solution *solution)
{
	static const struct dt_solution_head columns[] = {
		{ "pair", NULL, "" }, { "key", NULL, "" }, { "a", "A", "" },
		{ "b", "B", "" },
	};
	struct telling t = { DT_SOLUTION_TABLE(solution, "keys",
	    "Where they differ", columns), 0 };
	for (size_t k = 0; k < n; k++) {
		t.pair = (int64_t)k + 1;
		dt_compare_bases_differ(&pairs[k].a->keys, &pairs[k].b->keys,
		    tell_key, &t);
	}
}

static void
add_figures(const struct dt_compare_pair *pairs, size_t n,
    struct dt_solution *solution)
{
	static const struct dt_solution_head columns[] = {
		{ "pair", NULL, "" }, { "measure", NULL, "" },
		{ "a", "A", "" }, { "a_standard_error", "s.e.", "" },
		{ "a_low95", "low 95 %", "" }, { "a_high95", "high", "" },
		{ "b", "B", "" }, { "b_standard_error", "s.e.", "" },
		{ "b_low95", "low 95 %", "" }, { "b_high95", "high", "" },
		{ "difference", "B - A", "" },
		{ "difference_standard_error", "s.e.", "" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(solution, "figures",
	    "What they came to", columns);
	for (size_t k = 0; k < n; k++)
		for (size_t m = 0; m < DT_COMPARE_MEASURES; m++) {
			const struct dt_compare_figures *of[] = {
				&pairs[k].a->figures[m],
				&pairs[k].b->figures[m] };
			dt_solution_whole(t, (int64_t)k + 1);
			dt_solution_text(t, dt_compare_bases_measures[m]);
			for (int side = 0; side < 2; side++) {
				dt_solution_number(t, of[side]->mean);
				dt_solution_number(t, of[side]->error);
				dt_solution_number(t, of[side]->low);
				dt_solution_number(t, of[side]->high);
			}
			dt_solution_number(t, of[1]->mean - of[0]->mean);
			dt_solution_number(t, error_of(&pairs[k], m));
		}
}

/* The experiments of one file that are in no pair. */
static void
say_alone(const struct dt_compare_base *base, struct dt_solution *solution)
{
	struct dt_text text = { 0 };
	size_t n = 0;
	for (size_t k = 0; k < base->n; k++)
		if (!base->of[k].paired)
			dt_text_add(&text, "%s%lld (%s, %s)", n++ > 0 ? ", " :
			    "", (long long)base->of[k].id,
			    base->of[k].scenario, base->of[k].treaty);
	solution->failed |= text.failed;
	if (n > 0)
		dt_solution_say(solution, "Only in %s, with none of its "
		    "scenario left beside it: experiment%s %s.", base->path,
		    n == 1 ? "" : "s", dt_text_string(&text));
	dt_text_free(&text);
}

void
dt_compare_bases_tell(const struct dt_compare_base *a,
    const struct dt_compare_base *b, const struct dt_compare_pair *pairs,
    size_t n, struct dt_solution *solution)
{
	size_t same = 0;
	for (size_t k = 0; k < n; k++)
		same += pairs[k].differ == 0;
	dt_solution_say(solution, "%zu pair%s of experiments, A in %s and B in "
	    "%s: %zu of one configuration, %zu that differ.", n,
	    n == 1 ? "" : "s", a->path, b->path, same, n - same);
	say_alone(a, solution);
	say_alone(b, solution);
	dt_solution_say(solution, "The standard error of a difference takes "
	    "the two for independent; of the same runs (one configuration, a "
	    "seed in both) there is none.");
	add_figures(pairs, n, solution);
	add_pairs(pairs, n, solution);
	add_keys(pairs, n, solution);
}
