/* ask: the table of questions; see ask.h. */
#include "ask/ask.h"

#include <string.h>

#include "ask/ask_question.h"
#include "base/memory.h"
#include "catalogue/games.h"

/* Those that an option asks come first: the first that was given counts. */
const struct dt_ask_question dt_ask_questions[] = {
	{ "model", "what a model of the literature says", dt_ask_model,
	  .draws = true, .takes = "vary" },
	{ "from", "the empirical game of recorded runs", dt_ask_from },
	{ "coalitions", "who would join a treaty, and who would leave it",
	  dt_ask_coalitions, .draws = true },
	{ "attribution", "what it is worth to know whose alarm it is",
	  dt_ask_attribution, .draws = true },
	{ "payoff-set", "what any treaty could achieve", dt_ask_payoff_set,
	  .draws = true },
	{ "long-run", "what the strategies come to, exactly",
	  dt_ask_long_run },
	{ "learning", "what agents that learn come to, round by round",
	  dt_ask_learning },
	{ "tornado", "which number of a treaty matters most", dt_ask_tornado,
	  .stops = true, .takes = "prior", .draws = true },
	{ "vary", "where a treaty is kept, over one or two keys",
	  dt_ask_map, .draws = true },
	{ "prior", "what becomes of the verdict when figures are not known",
	  dt_ask_prior, .stops = true, .draws = true },
	{ "game", "the equilibria of a game in normal form", dt_ask_game,
	  .stops = true, .draws = true },
	{ "treaty", "whether keeping a treaty is an equilibrium",
	  dt_ask_treaty },
	{ "play", "what agents did and got in so many runs", dt_ask_play },
	{ "compare", "treaties side by side, or two databases",
	  dt_ask_compare, .stops = true, .draws = true },
	{ "tournament", "all against all: who gets most", dt_ask_tournament,
	  .draws = true },
	{ "infer", "which strategies explain recorded play", dt_ask_infer,
	  .draws = true },
	{ "evolve", "which strategies last in a population", dt_ask_evolve,
	  .draws = true },
	{ 0 }
};

static const struct dt_ask_question *
find(const char *name)
{
	for (const struct dt_ask_question *q = dt_ask_questions; q->name; q++)
		if (strcmp(q->name, name) == 0)
			return q;
	return NULL;
}

/* "treaty" is an option too, but not one that asks. */
const struct dt_ask_question *
dt_ask_which(const struct dt_ask *ask)
{
	const struct dt_ask_question *game = find("game");
	for (const struct dt_ask_question *q = dt_ask_questions; q < game; q++)
		if (dt_ask_value(ask, q->name) != NULL)
			return q;
	if (ask->subject == NULL)
		return NULL;
	return dt_games_is(ask->catalogue, ask->subject) ? game :
	    find("treaty");
}

/* Whether no other question is asked at once. Those after `treaty` have verbs
 * and options of their own. */
static enum dt_status
only(const struct dt_ask *ask, const struct dt_ask_question *question,
    struct dt_error *err)
{
	const struct dt_ask_question *game = find("game");
	if (question > find("treaty"))
		return DT_OK;
	for (const struct dt_ask_question *q = dt_ask_questions; q < game; q++)
		if (q != question && dt_ask_value(ask, q->name) != NULL &&
		    (question->takes == NULL ||
		    strcmp(question->takes, q->name) != 0))
			return dt_status_fail(err, DT_EUSAGE, "--%s and --%s "
			    "are two questions: ask one at a time",
			    question->name, q->name);
	return dt_ask_alone(ask, question, err);
}

enum dt_status
dt_ask(struct dt_ask *ask, const char *name, struct dt_solution *solution,
    struct dt_error *err)
{
	const struct dt_ask_question *question = find(name);
	if (question == NULL)
		return dt_status_fail(err, DT_EUSAGE, "there is no question "
		    "'%s'", name);
	long refused = dt_memory_refused();
	*solution = (struct dt_solution){ 0 };
	enum dt_status status = only(ask, question, err);
	if (status == DT_OK && ask->picture != NULL && !question->draws)
		status = dt_ask_no_picture(err);
	if (status == DT_OK)
		status = question->answer(ask, solution, err);
	/* A text that could not be made reads as "there is none". */
	if (status == DT_OK &&
	    (solution->failed || dt_memory_refused() != refused))
		status = dt_status_no_memory(err);
	if (status != DT_OK)
		dt_solution_free(solution);
	return status;
}
