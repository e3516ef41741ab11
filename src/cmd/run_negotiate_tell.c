/* run_negotiate_tell: what came of talks and of life after them; see
 * run_negotiate.h. */
#include <inttypes.h>
#include <math.h>

#include "cmd/run_negotiate.h"
#include "cmd/solve.h"
#include "verdict/keeping.h"

/* How a group is called: by its text, and whom it does not bind. */
static const char *
name_of(const struct dt_cmd_run_talks *j, const struct dt_cmd_run_group *g)
{
	const struct dt_stakes *s = &j->talks.stakes;
	const char *name;
	if (g->outcome->text == DT_TALKS_NONE)
		return "no agreement";
	name = s->texts[g->outcome->text].name;
	for (size_t i = 0; name != NULL && i < s->n; i++)
		if (g->outcome->joins[i] == 0 && dt_move_has(
		    s->texts[g->outcome->text].signers, i))
			name = dt_arena_print(j->call->arena, "%s, without %s",
			    name, s->names[i]);
	return name;
}

static void
add_group(const struct dt_cmd_run_talks *j, const struct dt_cmd_run_group *g,
    struct dt_solution_table *table)
{
	const struct dt_summary *s = &g->summary;
	bool none = g->outcome->text == DT_TALKS_NONE;
	double rounds = (double)s->rounds;
	dt_solution_text(table, name_of(j, g));
	dt_solution_text(table, none ? NULL : dt_keeping_answers[
	    j->talks.stakes.texts[g->outcome->text].answer]);
	dt_solution_number(table, none ? NAN :
	    (double)(g->outcome->rounds - 1));
	dt_solution_whole(table, s->runs);
	dt_solution_number(table, dt_summary_mean(&s->paused));
	dt_solution_number(table, dt_summary_mean(&s->payoff));
	dt_solution_number(table, dt_summary_error(&s->payoff));
	dt_solution_number(table, (double)s->in_force / rounds);
	dt_solution_number(table, (double)s->breached / (double)s->runs);
	dt_solution_text(table, g->experiment.key);
}

static void
add_groups(const struct dt_cmd_run_talks *j, struct dt_solution *solution)
{
	static const struct dt_solution_head heads[] = {
		{ "text", NULL, "" }, { "holds", NULL, "" },
		{ "racing", "raced before", "rounds" },
		{ "runs", NULL, "runs" },
		{ "pause_share", "pauses", "share of moves" },
		{ "payoff_per_round", "payoff", "payoff a round" },
		{ "payoff_per_round_se", "s.e.", "payoff a round" },
		{ "in_force_share", "in force", "share of rounds" },
		{ "breached_share", "broken", "share of runs" },
		{ "experiment", "key", "" },
	};
	struct dt_solution_table *table = DT_SOLUTION_TABLE(solution,
	    "life", "Life under what was signed: means over agents", heads);
	for (size_t k = 0; k < j->n; k++)
		if (j->groups[k].summary.runs > 0)
			add_group(j, &j->groups[k], table);
}

static void
add_agents(const struct dt_cmd_run_talks *j, struct dt_solution *solution)
{
	static const struct dt_solution_head heads[] = {
		{ "agent", NULL, "" },
		{ "pause_share", "pauses", "share of moves" },
		{ "payoff_per_round", "payoff", "payoff a round" },
		{ "payoff_per_round_se", "s.e.", "payoff a round" },
		{ "breaches_per_run", "breaches", "a run" },
	};
	const struct dt_summary *s = &j->all;
	struct dt_solution_table *table = DT_SOLUTION_TABLE(solution,
	    "agents", "All runs together", heads);
	for (size_t i = 0; i < s->n; i++) {
		dt_solution_text(table, j->talks.stakes.names[i]);
		dt_solution_number(table, dt_summary_mean(
		    &s->agent[i].paused));
		dt_solution_number(table, dt_summary_mean(
		    &s->agent[i].payoff));
		dt_solution_number(table, dt_summary_error(
		    &s->agent[i].payoff));
		dt_solution_number(table, (double)s->agent[i].sum.breaches /
		    (double)s->runs);
	}
}

static void
say(const struct dt_cmd_run_talks *j, struct dt_solution *solution)
{
	const struct dt_summary *s = &j->all;
	int64_t agreed = 0, kept = 0;
	for (size_t k = 0; k < j->n; k++) {
		const struct dt_cmd_run_group *g = &j->groups[k];
		if (g->outcome->text == DT_TALKS_NONE)
			continue;
		agreed += g->runs;
		kept += g->summary.runs - g->summary.breached;
	}
	if (s->runs == 0) {
		dt_solution_say(solution, "All %" PRId64 " runs are in the "
		    "file already.", j->talks.runs);
		return;
	}
	dt_solution_say(solution, "In %" PRId64 " of %" PRId64 " runs talks "
	    "brought a text into force; in %" PRId64 " of these nobody broke "
	    "it, not even by a slip.", agreed, j->talks.runs, kept);
	dt_solution_say(solution, "%.3g %% of all moves were pauses (standard "
	    "error %.2g).", 100 * dt_summary_mean(&s->paused),
	    100 * dt_summary_error(&s->paused));
}

enum dt_exit
dt_cmd_run_negotiate_tell(struct dt_cmd_run_talks *j)
{
	struct dt_solution *solution = &j->solution;
	const char *path = dt_command_value(j->call, "output");
	dt_solution_start(solution, j->call->arena, "run-negotiate",
	    j->groups[0].experiment.scenario->name);
	solution->method = "talks drawn; runs played";
	say(j, solution);
	add_groups(j, solution);
	add_agents(j, solution);
	enum dt_exit exit = dt_cmd_solve_print(j->call, solution, false);
	dt_solution_free(solution);
	if (exit == DT_EXIT_OK)
		dt_command_advise(j->call, "\nSeed %" PRIu64 ", %zu "
		    "experiments. %s%s", j->talks.seed, j->n, path != NULL ?
		    "Next: detente audit " : "-o DB keeps them.", path !=
		    NULL ? path : "");
	return exit;
}
