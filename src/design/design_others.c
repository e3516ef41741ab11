/* design_others: treaties beside the answer, and levers in words; see
 * design.h. */
#include "design/design_internal.h"

const char *
dt_design_words(struct dt_design *d, const struct dt_search_one *one)
{
	struct dt_text text = { 0 };
	for (size_t k = 0; k < d->levers.n_choices; k++) {
		const struct dt_lever *l = &d->levers.choice[k];
		if (l->flag)
			dt_text_add(&text, "%s%s %s", k ? ", " : "", l->name,
			    one->value[k] ? "yes" : "no");
		else
			dt_text_add(&text, "%s%s %lld", k ? ", " : "",
			    l->name, (long long)one->value[k]);
	}
	for (size_t k = 0; k < d->levers.n_money; k++)
		dt_text_add(&text, "%s%s %.10g", text.size ? ", " : "",
		    d->levers.money[k].name, one->amounts.money[k]);
	const char *copy = dt_arena_copy(d->arena, dt_text_string(&text));
	dt_text_free(&text);
	return copy;
}

static void
add_other(struct dt_design *d, struct dt_solution_table *t,
    const char *which, const struct dt_search_one *one)
{
	dt_solution_text(t, which);
	dt_solution_number(t, one->amounts.cost);
	dt_solution_whole(t, one->clauses);
	dt_solution_text(t, dt_design_words(d, one));
}

void
dt_design_tell_others(struct dt_design *d)
{
	static const struct dt_solution_head columns[] = {
		{ "which", NULL, "" },
		{ "cost", NULL, "payoff a party and round" },
		{ "clauses", NULL, "" }, { "levers", NULL, "" } };
	struct dt_solution_table *t = DT_SOLUTION_TABLE(d->solution, "others",
	    "Others", columns);
	if (d->found.second_any)
		add_other(d, t, "runner-up", &d->found.second);
	for (size_t k = 0; k < d->found.n_ties; k++)
		add_other(d, t, "fewer clauses", &d->found.tie[k]);
}
