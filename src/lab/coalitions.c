/* coalitions: the tables; see coalitions.h. */
#include "lab/coalitions.h"

#include <math.h>

enum { SHOWN = 12, STEPS = 10 };

struct answer {
	struct dt_coalition c;
	const struct dt_model *model;
	struct dt_solution *s;
	struct dt_coalition_census census;
	double least_tariff;
};

/* Columns given as triples of name, head (or NULL) and unit. */
static struct dt_solution_table *
start_table(struct answer *a, const char *name, const char *title,
    const char *const (*columns)[3], size_t n)
{
	struct dt_solution_table *t = dt_solution_table(a->s, name, title);
	for (size_t i = 0; i < n; i++)
		dt_solution_column(t, columns[i][0], columns[i][1],
		    columns[i][2]);
	return t;
}
#define START(a, name, title, columns) start_table(a, name, title, columns, \
	sizeof(columns) / sizeof((columns)[0]))

static uint32_t
everybody(const struct dt_coalition *c)
{
	return (uint32_t)dt_move_all(c->n);
}

static const char *
name_of(const struct answer *a, size_t i)
{
	return a->model->agents[a->c.agent[i]].name;
}

static void
add_stability(struct answer *a)
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
add_stable(struct answer *a)
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
add_members(struct answer *a)
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

static enum dt_status
add_core(struct answer *a, struct dt_coalition_core *core,
    struct dt_error *err)
{
	static const char *const columns[][3] = {
		{ "name", NULL, "" }, { "value", NULL, "" },
		{ "meaning", NULL, "" }, { "coalition", NULL, "" },
	};
	const struct dt_coalition *c = &a->c;
	double payoffs[DT_COALITION_MOST];
	struct dt_coalition_objection worst;
	for (size_t i = 0; i < c->n; i++)
		payoffs[i] = dt_coalition_pay(c, everybody(c), i);
	enum dt_status status =
	    dt_coalition_objection(c, payoffs, &worst, err);
	if (status == DT_OK)
		status = dt_coalition_core(c, core, err);
	if (status != DT_OK)
		return status;
	bool objects = worst.set != 0 && worst.excess > 1e-9;
	uint32_t block = dt_coalition_block(c);
	struct dt_solution_table *t = START(a, "core",
	    "The core: could a part do better by itself?", columns);
	const struct {
		const char *name, *meaning;
		double value;
		uint32_t set;
	} rows[] = {
		{ "worth", "what all get together with all in",
		    dt_coalition_worth(c, everybody(c)), 0 },
		{ "in_core", "1 if no part together gets more by itself",
		    !objects, 0 },
		{ "excess", "the most that a part gains by itself",
		    worst.set != 0 ? worst.excess : 0, worst.set },
		{ "blocked", "1 if the members of a part all gain, without "
		    "transfers", block != 0, block },
		{ "least_excess", "the same for the best division of the "
		    "worth", core->excess, 0 },
		{ "nonempty", "1 if some division satisfies every part",
		    core->excess <= 1e-9, 0 },
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		dt_solution_text(t, rows[i].name);
		dt_solution_number(t, rows[i].value);
		dt_solution_text(t, rows[i].meaning);
		dt_solution_text(t, rows[i].set == 0 ? NULL :
		    dt_coalitions_names(c, a->model, rows[i].set,
		    a->s->arena));
	}
	return DT_OK;
}

static enum dt_status
add_shapley(struct answer *a, const struct dt_coalition_core *core,
    struct dt_error *err)
{
	static const char *const columns[][3] = {
		{ "agent", NULL, "" },
		{ "shapley", "Shapley value", "payoff a round" },
		{ "gets", "gets", "payoff a round" },
		{ "transfer", "would receive", "payoff a round" },
		{ "core", "least core", "payoff a round" },
	};
	double values[DT_COALITION_MOST];
	enum dt_status status = dt_coalition_shapley(&a->c, values, err);
	if (status != DT_OK)
		return status;
	struct dt_solution_table *t = START(a, "shapley",
	    "A fair share of what all get, and a division that holds best",
	    columns);
	for (size_t i = 0; i < a->c.n; i++) {
		double gets = dt_coalition_pay(&a->c, everybody(&a->c), i);
		dt_solution_text(t, name_of(a, i));
		dt_solution_number(t, values[i]);
		dt_solution_number(t, gets);
		dt_solution_number(t, values[i] - gets);
		dt_solution_number(t, core->division[i]);
	}
	return DT_OK;
}

static void
add_census(struct answer *a, struct dt_solution_table *t,
    const struct dt_coalition *c, const struct dt_coalition_census *n)
{
	uint32_t all = everybody(c);
	dt_solution_whole(t, (int64_t)n->stable);
	dt_solution_number(t, n->smallest ? (double)n->smallest : NAN);
	dt_solution_number(t, n->largest ? (double)n->largest : NAN);
	dt_solution_number(t, n->best ? n->best_sum : NAN);
	dt_solution_text(t, dt_coalition_in_force(c, all) &&
	    dt_coalition_internal(c, all) ? "yes" : "no");
	dt_solution_text(t, n->best == 0 ? NULL : dt_coalitions_names(c,
	    a->model, n->best, a->s->arena));
}
#define CENSUS_COLUMNS \
	{ "stable", NULL, "coalitions" }, \
	{ "smallest", NULL, "parties" }, { "largest", NULL, "parties" }, \
	{ "best_total", "best: all get", "payoff a round" }, \
	{ "full_holds", "all hold", "" }, \
	{ "best", "best of the stable", "" }

static void
add_clause(struct answer *a)
{
	static const char *const columns[][3] = {
		{ "least_parties", "parties", "parties" }, CENSUS_COLUMNS
	};
	struct dt_solution_table *t = START(a, "clause",
	    "If the treaty entered into force from so many parties on",
	    columns);
	struct dt_coalition copy = a->c;
	struct dt_coalition_census census[DT_COALITION_MOST + 1];
	dt_coalition_clauses(&a->c, census);
	for (size_t k = 1; k <= a->c.n; k++) {
		copy.least = k;
		dt_solution_whole(t, (int64_t)k);
		add_census(a, t, &copy, &census[k]);
	}
}

/* From none to past both the treaty's own and the one that holds all. */
static void
add_tariff(struct answer *a)
{
	static const char *const columns[][3] = {
		{ "tariff", NULL, "payoff a round" }, CENSUS_COLUMNS
	};
	struct dt_solution_table *t = START(a, "tariff",
	    "If outsiders paid such a tariff every round", columns);
	struct dt_coalition copy = a->c;
	double most = fmax(2 * a->c.tariff,
	    isnan(a->least_tariff) ? 0 : 1.25 * a->least_tariff);
	if (most <= 0)
		most = 1;
	for (int k = 0; k <= STEPS; k++) {
		copy.tariff = most * k / STEPS;
		struct dt_coalition_census census =
		    dt_coalition_census(&copy, false);
		dt_solution_number(t, copy.tariff);
		add_census(a, t, &copy, &census);
	}
}

static void
say_shares(struct answer *a, const struct dt_coalition_core *core)
{
	double tariff = a->least_tariff;
	if (core->excess <= 1e-9)
		dt_solution_say(a->s, "The core is not empty: some division "
		    "of what all get together leaves no part anything to "
		    "gain by itself.");
	else
		dt_solution_say(a->s, "The core is empty: however it is "
		    "divided, some part of the parties gains %.4g or more by "
		    "itself.", core->excess);
	if (isnan(tariff))
		dt_solution_say(a->s, "No tariff on outsiders makes the full "
		    "coalition stable.");
	else if (tariff == 0)
		dt_solution_say(a->s, "The full coalition is stable without "
		    "any tariff.");
	else
		dt_solution_say(a->s, "The least tariff that holds all is "
		    "%.4g a round; the treaty's is %.4g.", tariff,
		    a->c.tariff);
}

static void
add_results(struct answer *a)
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
fill(struct answer *a, struct dt_error *err)
{
	struct dt_coalition_core core;
	a->census = dt_coalition_census(&a->c, true);
	a->least_tariff = dt_coalition_least_tariff(&a->c);
	a->s->no = a->census.by_size[a->c.n].stable == 0;
	dt_coalitions_say(&a->c, a->model, &a->census, a->s);
	add_stability(a);
	add_stable(a);
	add_members(a);
	enum dt_status status = add_core(a, &core, err);
	if (status == DT_OK)
		status = add_shapley(a, &core, err);
	if (status != DT_OK)
		return status;
	say_shares(a, &core);
	add_clause(a);
	add_tariff(a);
	add_results(a);
	return DT_OK;
}

enum dt_status
dt_coalitions_answer(const struct dt_experiment *experiment,
    enum dt_coalition_outsiders outsiders, struct dt_arena *arena,
    struct dt_solution *solution, struct dt_error *err)
{
	struct answer a = { .model = &experiment->model, .s = solution };
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
	dt_coalition_free(&a.c);
	if (status != DT_OK)
		dt_solution_free(solution);
	return status;
}
