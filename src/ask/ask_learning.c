/* ask_learning: what agents that learn come to, round by round. */
#include <string.h>

#include "ask/ask_question.h"
#include "verdict/learning.h"

enum { ROUNDS_MOST = 100000 };

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
	dt_learning_tell(&e, &paths, request.n_history > 0, solution);
	return DT_OK;
}
