/* coalitions: the answer, and its main tables; see coalitions.h. */
#include "verdict/coalitions_internal.h"

#include <math.h>

enum { SHOWN = 12 };

static void
add_stability(struct dt_coalitions *a)
{
	static const char *const columns[][3] = {
		{ "size", NULL, "parties" },
		{ "in_force", "in force", "coalitions" },
		{ "internal", "nobody leaves", "coalitions" },
		{ "external", "nobody joins", "coalitions" },
		{ "stable", NULL, "coalitions" },
		{ "potential", "held by transfers", "coalitions" },
	};
	struct dt_solution_table *t = START(a, "stability",
	    "Coalitions by size: how many are in force, and how many hold",
	    columns);
	for (size_t k = 1; k <= a->c.n; k++) {
		const struct dt_coalition_count *n = &a->census.by_size[k];
		if (n->sets == 0)
			continue;
		dt_solution_whole(t, (int64_t)k);
		dt_solution_whole(t, (int64_t)n->sets);
		dt_solution_whole(t, (int64_t)n->internal);
		dt_solution_whole(t, (int64_t)n->external);
		dt_solution_whole(t, (int64_t)n->stable);
		dt_solution_whole(t, (int64_t)n->potential);
	}
}

static void
add_stable(struct dt_coalitions *a)
{
	static const char *const columns[][3] = {
		{ "size", NULL, "parties" },
		{ "members", NULL, "" },
		{ "total", "all get", "payoff a round" },
		{ "gain", "members gain by it", "payoff a round" },
	};
	uint32_t sets[SHOWN];
	size_t n = dt_coalition_stable(&a->c, sets, SHOWN);
	struct dt_solution_table *t = START(a, "coalitions",
	    "Stable coalitions, the largest first", columns);
	for (size_t k = 0; k < n; k++) {
		double none = 0;
		for (size_t i = 0; i < a->c.n; i++)
			if (sets[k] >> i & 1)
				none += a->c.none[i];
		dt_solution_whole(t, (int64_t)dt_move_count(sets[k]));
		dt_solution_text(t, dt_coalitions_names(&a->c, a->model,
		    sets[k], a->s->arena));
		dt_solution_number(t, dt_coalition_sum(&a->c, sets[k]));
		dt_solution_number(t, dt_coalition_worth(&a->c, sets[k]) -
		    none);
	}
}

/* What would happen if all had signed. */
static void
add_members(struct dt_coalitions *a)
{
	static const char *const columns[][3] = {
		{ "agent", NULL, "" },
		{ "member", "with all in", "payoff a round" },
		{ "alone_out", "if it left", "payoff a round" },
		{ "stays_by", "stays by", "payoff a round" },
		{ "none", "no treaty", "payoff a round" },
		{ "gains", "gains by treaty", "payoff a round" },
		{ "would", NULL, "" },
	};
	const struct dt_coalition *c = &a->c;
	uint32_t all = everybody(c);
	struct dt_solution_table *t = START(a, "members",
	    "Each party, if all were in", columns);
	for (size_t i = 0; i < c->n; i++) {
		double in = dt_coalition_pay(c, all, i);
		double out = dt_coalition_pay(c, all ^ (uint32_t)1 << i, i);
		bool leaves = out > in + 1e-9 * (1 + fabs(in));
		dt_solution_text(t, name_of(a, i));
		dt_solution_number(t, in);
		dt_solution_number(t, out);
		dt_solution_number(t, in - out);
		dt_solution_number(t, c->none[i]);
		dt_solution_number(t, in - c->none[i]);
		dt_solution_text(t, leaves ? "leave" : "stay");
	}
}

static void
add_results(struct dt_coalitions *a)
{
	static const char *const columns[][3] = {
		{ "name", NULL, "" }, { "value", NULL, "" },
	};
	struct dt_solution_table *t = START(a, "results", NULL, columns);
	const struct dt_coalition_census *n = &a->census;
	const struct {
		const char *name;
		double value;
	} rows[] = {
		{ "potential_parties", (double)a->c.n },
		{ "stable", (double)n->stable },
		{ "smallest_stable", (double)n->smallest },
		{ "largest_stable", (double)n->largest },
		{ "full_in_force", dt_coalition_in_force(&a->c,
		    everybody(&a->c)) },
		{ "full_stable", n->by_size[a->c.n].stable > 0 },
		{ "tariff", a->c.tariff },
		{ "least_tariff", a->least_tariff },
		{ "replies_in_cycles", (double)a->c.cycles },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		dt_solution_text(t, rows[i].name);
		dt_solution_number(t, rows[i].value);
	}
	t->hidden = true;
}

static enum dt_status
fill(struct dt_coalitions *a, struct dt_error *err)
{
	a->census = dt_coalition_census(&a->c, true);
	a->least_tariff = dt_coalition_least_tariff(&a->c);
	a->s->no = a->census.by_size[a->c.n].stable == 0;
	dt_coalitions_say(&a->c, a->model, &a->census, a->s);
	add_stability(a);
	add_stable(a);
	add_members(a);
	enum dt_status status = dt_coalitions_shares(a, err);
	if (status != DT_OK)
		return status;
	dt_coalitions_design(a);
	add_results(a);
	return DT_OK;
}

enum dt_status
dt_coalitions_answer(const struct dt_experiment *experiment,
    enum dt_coalition_outsiders outsiders, struct dt_arena *arena,
    struct dt_solution *solution, struct dt_text *svg, struct dt_error *err)
{
	struct dt_coalitions a = { .model = &experiment->model, .s = solution };
	enum dt_status status = dt_coalition_of_model(&experiment->model,
	    outsiders, &a.c, err);
	if (status != DT_OK)
		return status;
	dt_solution_start(solution, arena, "coalitions",
	    experiment->scenario->name);
	solution->method = outsiders == DT_COALITION_REPLY ?
	    "all coalitions; outsiders reply best, each for itself" :
	    "all coalitions; outsiders race";
	solution->tolerance = 1e-9;
	solution->config = experiment->config;
	status = fill(&a, err);
	if (status == DT_OK && svg != NULL)
		dt_coalitions_draw(&a, svg);
	dt_coalition_free(&a.c);
	if (status != DT_OK)
		dt_solution_free(solution);
	return status;
}
