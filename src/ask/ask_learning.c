/* ask_learning: what agents that learn come to, round by round, over all ways
 * that the game can go (engine/paths.h). */
#include <string.h>

#include "ask/ask_question.h"
#include "engine/paths.h"
#include "learn/learner_label.h"

enum { ROUNDS_MOST = 100000, SHOWN = 40 };

/* "PR RP": the moves of the agents in order, a word a round. */
static enum dt_status
read_history(const char *words, struct dt_arena *arena, size_t n,
    struct dt_paths_request *request, struct dt_error *err)
{
	size_t room = strlen(words) / (n + 1) + 1;
	uint64_t *history = dt_arena_new(arena, room, sizeof(*history));
	if (history == NULL)
		return dt_status_no_memory(err);
	for (const char *at = words; *at != '\0';) {
		size_t length = strcspn(at, " ,");
		if (length != n || strspn(at, "PR") < n)
			return dt_status_fail(err, DT_EUSAGE, "--history is a "
			    "word of %zu letters a round, P or R for each "
			    "agent in order, and not '%.*s'", n, (int)length,
			    at);
		for (size_t i = 0; i < n; i++)
			if (at[i] == 'R')
				history[request->n_history] |= dt_move_bit(i);
		request->n_history++;
		at += length + (at[length] != '\0');
	}
	request->history = history;
	return DT_OK;
}

static enum dt_status
read_request(const struct dt_ask *ask, size_t n,
    struct dt_paths_request *request, struct dt_error *err)
{
	const char *history = dt_ask_value(ask, "history");
	*request = (struct dt_paths_request){ .rounds = 1 };
	enum dt_status status = dt_option_whole(ask->options, "learning", 1,
	    ROUNDS_MOST, &request->rounds, err);
	if (status == DT_OK && history != NULL)
		status = read_history(history, ask->catalogue->arena, n,
		    request, err);
	if (status == DT_OK && request->n_history > request->rounds)
		return dt_status_fail(err, DT_EUSAGE, "--history has %lld "
		    "rounds, and --learning asks for %lld", (long long)
		    request->n_history, (long long)request->rounds);
	return status;
}

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
		size_t size = made != NULL ? made->rule->size(made) : 0;
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

enum dt_status
dt_ask_learning(struct dt_ask *ask, struct dt_solution *solution,
    struct dt_error *err)
{
	struct dt_experiment e;
	struct dt_paths_request request;
	struct dt_paths paths;
	enum dt_status status = dt_ask_experiment(ask, &e, err);
	if (status == DT_OK)
		status = read_request(ask, e.model.n, &request, err);
	if (status == DT_OK)
		status = dt_paths_follow(&e.model, &request,
		    ask->catalogue->arena, &paths, err);
	if (status != DT_OK)
		return status;
	dt_solution_start(solution, ask->catalogue->arena, "learning",
	    ask->subject);
	solution->config = e.config;
	dt_solution_say(solution, "%s of %lld rounds, %s; %zu different "
	    "memories in the end.", request.n_history > 0 ? "After what was "
	    "given, all ways" : "All ways", (long long)request.rounds,
	    "exactly: each with its chance", paths.ways);
	tell_agents(&e, &paths, solution);
	tell_rounds(&e.model, &paths, solution);
	tell_memory(&e.model, &paths, solution);
	return DT_OK;
}
