/* coalitions_shares: the core and the Shapley value; see coalitions.h. */
#include "verdict/coalitions_internal.h"

struct fact {
	const char *name, *meaning;
	double value;
	uint32_t set;           /* that it is of; 0: none */
};

static void
add_facts(struct dt_coalitions *a, const struct fact *facts, size_t n)
{
	static const char *const columns[][3] = {
		{ "name", NULL, "" }, { "value", NULL, "" },
		{ "meaning", NULL, "" }, { "coalition", NULL, "" },
	};
	struct dt_solution_table *t = START(a, "core",
	    "The core: could a part do better by itself?", columns);
	for (size_t i = 0; i < n; i++) {
		dt_solution_text(t, facts[i].name);
		dt_solution_number(t, facts[i].value);
		dt_solution_text(t, facts[i].meaning);
		dt_solution_text(t, facts[i].set == 0 ? NULL :
		    dt_coalitions_names(&a->c, a->model, facts[i].set,
		    a->s->arena));
	}
}

static void
add_core(struct dt_coalitions *a, const struct dt_coalition_core *core,
    const struct dt_coalition_objection *worst)
{
	uint32_t block = dt_coalition_block(&a->c);
	bool objects = worst->set != 0 && worst->excess > 1e-9;
	const struct fact facts[] = {
		{ "worth", "what all get together with all in",
		    dt_coalition_worth(&a->c, everybody(&a->c)), 0 },
		{ "in_core", "1 if no part together gets more by itself",
		    !objects, 0 },
		{ "excess", "the most that a part gains by itself",
		    worst->set != 0 ? worst->excess : 0, worst->set },
		{ "blocked", "1 if the members of a part all gain, without "
		    "transfers", block != 0, block },
		{ "least_excess", "the same for the best division of the "
		    "worth", core->excess, 0 },
		{ "nonempty", "1 if some division satisfies every part",
		    core->excess <= 1e-9, 0 },
	};
	add_facts(a, facts, sizeof(facts) / sizeof(facts[0]));
}

static void
add_shapley(struct dt_coalitions *a, const struct dt_coalition_core *core)
{
	static const char *const columns[][3] = {
		{ "agent", NULL, "" },
		{ "shapley", "Shapley value", "payoff a round" },
		{ "gets", "gets", "payoff a round" },
		{ "transfer", "would receive", "payoff a round" },
		{ "core", "of the least core", "payoff a round" },
	};
	double values[DT_COALITION_MOST];
	dt_coalition_shapley(&a->c, values);
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
}

static void
say_core(struct dt_coalitions *a, const struct dt_coalition_core *core)
{
	if (core->excess <= 1e-9)
		dt_solution_say(a->s, "The core is not empty: some division "
		    "of what all get together leaves no part anything to "
		    "gain by itself.");
	else
		dt_solution_say(a->s, "The core is empty: however it is "
		    "divided, some part of the parties gains %.4g or more by "
		    "itself.", core->excess);
}

enum dt_status
dt_coalitions_shares(struct dt_coalitions *a, struct dt_error *err)
{
	const struct dt_coalition *c = &a->c;
	double payoffs[DT_COALITION_MOST];
	struct dt_coalition_objection worst;
	struct dt_coalition_core core;
	for (size_t i = 0; i < c->n; i++)
		payoffs[i] = dt_coalition_pay(c, everybody(c), i);
	enum dt_status status =
	    dt_coalition_objection(c, payoffs, &worst, err);
	if (status == DT_OK)
		status = dt_coalition_core(c, &core, err);
	if (status != DT_OK)
		return status;
	add_core(a, &core, &worst);
	add_shapley(a, &core);
	say_core(a, &core);
	return DT_OK;
}
