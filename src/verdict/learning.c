/* learning: see learning.h. */
#include "verdict/learning.h"

#include "learn/learner_label.h"

enum { SHOWN = 40 };            /* rounds that people still read */

static double
races_of(const struct dt_paths *p, size_t agent, double *below, double *most)
{
	size_t rounds = (size_t)p->rounds;
	const double *share = p->share + agent * (rounds + 1);
	double mean = 0;
	*below = *most = 0;
	for (size_t k = 0; k <= rounds; k++) {
		mean += share[k] * (double)k / (double)rounds;
		*below += 2 * k < rounds ? share[k] : 0;
		*most = share[k] > *most ? share[k] : *most;
	}
	return mean;
}

static void
tell_agents(const struct dt_experiment *e, const struct dt_paths *p,
    struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "agent", NULL, "" }, { "strategy", NULL, "" },
		{ "race_chance", "races in the last", "chance" },
		{ "race_share", "of all rounds", "share" },
		{ "race_share_below_half", "below half of them", "chance" },
		{ "likeliest", "the likeliest number", "chance" },
	};
	const struct dt_scenario_agent *seats = e->scenario->agents.items;
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "agents",
	    "Who raced", heads);
	for (size_t i = 0; i < p->n; i++) {
		double below, most, mean = races_of(p, i, &below, &most);
		dt_solution_text(t, e->model.agents[i].name);
		dt_solution_text(t, seats[i].strategy.name);
		dt_solution_number(t,
		    p->race[(size_t)(p->rounds - 1) * p->n + i]);
		dt_solution_number(t, mean);
		dt_solution_number(t, below);
		dt_solution_number(t, most);
	}
}

static void
tell_rounds(const struct dt_model *m, const struct dt_paths *p,
    struct dt_solution *s)
{
	struct dt_solution_table *t = dt_solution_table(s, "rounds",
	    "Chance to mean RACE, round by round");
	t->hidden = p->rounds > SHOWN;
	dt_solution_column(t, "round", NULL, "");
	for (size_t i = 0; i < p->n; i++)
		dt_solution_column(t, m->agents[i].name, NULL, "chance");
	for (size_t r = 0; r < (size_t)p->rounds; r++) {
		dt_solution_whole(t, (int64_t)r + 1);
		for (size_t i = 0; i < p->n; i++)
			dt_solution_number(t, p->race[r * p->n + i]);
	}
}

static void
tell_memory(const struct dt_model *m, const struct dt_paths *p,
    struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "agent", NULL, "" }, { "what", NULL, "" },
		{ "value", NULL, "" },
	};
	if (p->memory == NULL)
		return;
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "memory",
	    "What they remember then", heads);
	for (size_t i = 0; i < m->n; i++) {
		const struct dt_learner_made *made = m->agents[i].learner;
		const double *memory = p->memory + dt_paths_memory(m, i);
		size_t size = made != NULL ? dt_learner_memory(made) : 0;
		for (size_t k = 0; k < size; k++) {
			const char *label = dt_learner_label(made, k);
			if (label == NULL)
				continue;
			dt_solution_text(t, m->agents[i].name);
			dt_solution_text(t, label);
			dt_solution_number(t, memory[k]);
		}
	}
}

void
dt_learning_tell(const struct dt_experiment *e, const struct dt_paths *p,
    bool given, struct dt_solution *s)
{
	dt_solution_say(s, "%s of %lld rounds, exactly: each with its chance; "
	    "%zu different memories in the end.", given ? "After what was "
	    "given, all ways" : "All ways", (long long)p->rounds, p->ways);
	tell_agents(e, p, s);
	tell_rounds(&e->model, p, s);
	tell_memory(&e->model, p, s);
}
