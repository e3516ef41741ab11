/* payoff_set_transfers: see payoff_set_internal.h. */
#include <math.h>
#include <stdio.h>

#include "verdict/payoff_set_internal.h"
#include "repeat/transfers.h"

static void
add_table(struct dt_solution *s, const struct dt_signals *game,
    double continuation, const struct dt_transfers *found, double efficient,
    double least)
{
	struct dt_solution_table *t = dt_solution_table(s, "transfers",
	    "With payments between the parties, all together:");
	dt_solution_column(t, "continuation", NULL, "chance");
	dt_solution_column(t, "joint_payoff", "joint", "payoff a round");
	dt_solution_column(t, "efficient_joint_payoff", "efficient",
	    "payoff a round");
	dt_solution_column(t, "least_continuation", "efficient from",
	    "chance");
	for (size_t i = 0; i < game->n; i++) {
		char name[32];
		snprintf(name, sizeof(name), "punishment_%zu", i + 1);
		const char *kept = dt_arena_copy(s->arena, name);
		s->failed |= kept == NULL;
		dt_solution_column(t, kept == NULL ? "" : kept, NULL,
		    "payoff a round");
	}
	dt_solution_number(t, continuation);
	dt_solution_number(t, found->joint);
	dt_solution_number(t, efficient);
	dt_solution_number(t, least);
	for (size_t i = 0; i < game->n; i++)
		dt_solution_number(t, found->punishment[i]);
}

static void
tell(struct dt_solution *s, double continuation,
    const struct dt_transfers *found, double efficient, double least)
{
	if (!found->any)
		dt_solution_say(s, "With payments too there is no "
		    "equilibrium in pure moves.");
	else
		dt_solution_say(s, "With payments between the parties after "
		    "each signal, all together can have at most %.4g a "
		    "round at continuation %.4g, of %.4g.", found->joint,
		    continuation, efficient);
	if (found->unsettled > 0)
		dt_solution_say(s, "%zu linear program%s gave no answer that "
		    "passed its check; more may be had than is said.",
		    found->unsettled, found->unsettled == 1 ? "" : "s");
	if (isnan(least))
		dt_solution_say(s, "No continuation makes all of it possible: "
		    "these signals do not tell well enough who raced, and "
		    "money must be burnt.");
	else if (least == 0)
		dt_solution_say(s, "All of it is possible at any "
		    "continuation.");
	else
		dt_solution_say(s, "All of it takes a continuation of %.6g "
		    "or more.", least);
}

enum dt_status
dt_payoff_set_transfers(const struct dt_signals *game, double continuation,
    struct dt_solution *s, struct dt_error *err)
{
	struct dt_transfers found;
	double efficient, least;
	enum dt_status status = dt_transfers_find(game, continuation,
	    s->arena, &found, err);
	if (status == DT_OK)
		status = dt_transfers_least(game, s->arena, &efficient,
		    &least, err);
	if (status != DT_OK)
		return status;
	tell(s, continuation, &found, efficient, least);
	add_table(s, game, continuation, &found, efficient, least);
	return DT_OK;
}
