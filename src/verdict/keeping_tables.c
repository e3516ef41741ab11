/* keeping_tables: the verdict on a treaty in tables; see keeping.h. */
#include "verdict/keeping_internal.h"

#include <math.h>
#include <stdlib.h>

#include "base/index.h"

enum { SHOWN_MOST = 16 };

/* Of a round of play: 0 stands for none, or for any. */
static void
add_round(struct dt_solution_table *table, int64_t round)
{
	if (round == 0)
		dt_solution_text(table, NULL);
	else
		dt_solution_whole(table, round);
}

static void
add_verdict(const struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	const struct dt_comply_case *one = &v->binding;
	static const struct dt_solution_head columns[] = {
		{ "holds", NULL, "" }, { "perfect", NULL, "" },
		{ "method", NULL, "" }, { "slack", NULL, "payoff" },
		{ "slack_is", NULL, "" }, { "cut_error", NULL, "payoff" },
		{ "standard_error", "s.e.", "payoff" },
		{ "binding_party", "binding", "" },
		{ "binding_state", "where", "" },
		{ "binding_departure", "departure", "" },
		{ "binding_round", "round", "rounds" },
		{ "states", NULL, "states" }, { "samples", NULL, "states" },
		{ "why", NULL, "" },
	};
	bool played = v->samples > 0;
	bool binds = v->answer != DT_COMPLY_NEVER && v->n_cases > 0;
	struct dt_solution_table *table = DT_SOLUTION_TABLE(t->solution,
	    "verdict", NULL, columns);
	/* A state of a treaty that never is in force binds nobody. */
	dt_solution_text(table, dt_keeping_answers[v->answer ==
	    DT_COMPLY_BUT ? DT_COMPLY_YES : v->answer]);
	dt_solution_text(table, (played && !v->holds) ||
	    v->answer == DT_COMPLY_PERHAPS ||
	    !binds ? NULL : v->answer == DT_COMPLY_YES ? "yes" : "no");
	dt_solution_text(table, dt_keeping_method(v));
	dt_solution_number(table, binds ? v->slack : NAN);
	dt_solution_text(table, !binds ? NULL : played || v->cut > 0 ?
	    "at most" : "exact");
	dt_solution_number(table, v->cut);
	dt_solution_number(table, played && binds ? one->error : NAN);
	dt_solution_text(table, binds ?
	    t->model->model.agents[one->agent].name : NULL);
	dt_solution_text(table, binds ? dt_keeping_state(t->arena, one,
	    played) : NULL);
	dt_solution_text(table, binds ?
	    dt_keeping_departures[one->departure] : NULL);
	add_round(table, binds ? one->round : 0);
	dt_solution_whole(table, (int64_t)v->states);
	dt_solution_whole(table, v->samples);
	dt_solution_text(table, v->why[0] != '\0' ? v->why : NULL);
	table->hidden = true;
}

static struct dt_solution_table *
start_slack(const struct dt_keeping_telling *t, const char *name,
    const char *title)
{
	static const struct dt_solution_head columns[] = {
		{ "party", NULL, "" }, { "state", NULL, "" },
		{ "expected", "on the way", "" },
		{ "deviation", "by", "" }, { "round", NULL, "rounds" },
		{ "value", NULL, "payoff a round" },
		{ "deviation_value", "departing", "payoff a round" },
		{ "gain", NULL, "payoff a round" },
		{ "worth", "worth in all", "payoff" },
		{ "best", "with a plan", "payoff" },
		{ "standard_error", "s.e.", "payoff" },
	};
	return DT_SOLUTION_TABLE(t->solution, name, title, columns);
}

static void
add_case(const struct dt_keeping_telling *t, struct dt_solution_table *table,
    const struct dt_comply_case *one)
{
	bool played = t->verdict->samples > 0;
	dt_solution_text(table, t->model->model.agents[one->agent].name);
	dt_solution_text(table, dt_keeping_state(t->arena, one, played));
	dt_solution_text(table, one->where.expected ? "yes" : "no");
	dt_solution_text(table, dt_keeping_departures[one->departure]);
	add_round(table, one->round);
	dt_solution_number(table, one->value);
	dt_solution_number(table, one->departing);
	dt_solution_number(table, one->gain);
	dt_solution_number(table, one->worth);
	dt_solution_number(table, one->best);
	dt_solution_number(table, played ? one->error : NAN);
}

/* Of each state the departure that pays most; how many states. */
static size_t
find_top(const struct dt_comply_verdict *v, const struct dt_comply_case **top,
    bool *failed)
{
	struct dt_index states;
	bool good = dt_index_start(&states, DT_COMPLY_STATE_WORDS);
	for (size_t k = 0; good && k < v->n_cases; k++) {
		const struct dt_comply_case *one = &v->cases[k];
		uint32_t key[DT_COMPLY_STATE_WORDS];
		size_t known = states.n;
		dt_comply_state_key(one, 0, key);
		uint32_t at = dt_index_of(&states, key);
		good = at != DT_INDEX_NONE;
		if (good && (at == known || one->best > top[at]->best))
			top[at] = one;
	}
	size_t n = states.n;
	dt_index_free(&states);
	*failed |= !good;
	return good ? n : 0;
}

static int
by_best(const void *a, const void *b)
{
	const struct dt_comply_case *x = *(const struct dt_comply_case *const *)a;
	const struct dt_comply_case *y = *(const struct dt_comply_case *const *)b;
	if (x->where.expected != y->where.expected)
		return x->where.expected ? -1 : 1;
	if (x->best != y->best)
		return x->best > y->best ? -1 : 1;
	return x < y ? -1 : x > y;
}

/* Of each state the departure that pays most; those of most worth first. */
static void
add_slack(const struct dt_keeping_telling *t)
{
	const struct dt_comply_verdict *v = t->verdict;
	const struct dt_comply_case **top =
	    dt_arena_new(t->arena, v->n_cases + 1, sizeof(*top));
	struct dt_solution_table *table = start_slack(t, "slack",
	    t->endless == NULL ? "What the best departure is worth, by party "
	    "and state (below 0: it loses)" : "What the best departure is "
	    "worth as the end is known, by party and state (below 0: it "
	    "loses)");
	t->solution->failed |= top == NULL;
	size_t n = top == NULL ? 0 : find_top(v, top, &t->solution->failed);
	if (n > 0)
		qsort(top, n, sizeof(*top), by_best);
	for (size_t k = 0; k < n && k < SHOWN_MOST; k++)
		add_case(t, table, top[k]);
	struct dt_solution_table *all = start_slack(t, "departures", NULL);
	all->hidden = true;
	for (size_t k = 0; k < v->n_cases; k++)
		add_case(t, all, &v->cases[k]);
}

static void
add_values(const struct dt_keeping_telling *t)
{
	struct dt_solution_table *table = dt_solution_table(t->solution,
	    "values", "What complying is worth, a round");
	dt_solution_column(table, "party", NULL, "");
	dt_solution_column(table, "value", NULL, "payoff a round");
	if (t->verdict->samples > 0)
		dt_solution_column(table, "standard_error", "s.e.",
		    "payoff a round");
	dt_solution_column(table, "patience", NULL, "chance");
	for (size_t i = 0; i < t->model->model.n; i++) {
		if (!dt_move_has(t->model->signers, i))
			continue;
		dt_solution_text(table, t->model->model.agents[i].name);
		dt_solution_number(table, t->verdict->start[i]);
		if (t->verdict->samples > 0)
			dt_solution_number(table, t->verdict->start_error[i]);
		dt_solution_number(table, t->model->patience[i]);
	}
}

void
dt_keeping_tables_first(struct dt_keeping_telling *t)
{
	add_verdict(t);
	dt_keeping_parts_table(t);
}

void
dt_keeping_tables(struct dt_keeping_telling *t)
{
	dt_keeping_tables_first(t);
	if (t->verdict->answer != DT_COMPLY_NEVER)
		add_slack(t);
	if (t->model->signers != 0)
		add_values(t);
}
