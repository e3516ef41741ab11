/* ask_words: a question as a command line has it: "solve duel --long-run". */
#include <string.h>

#include "ask/ask.h"

/* A verb whose answers are compared; question NULL: as the options say. */
struct verb {
	const char *name, *question;
	const struct dt_option *options;
};

static const struct verb *
verb_of(const char *name)
{
	static const struct verb verbs[] = {
		{ "run", "play", dt_ask_play_options },
		{ "solve", NULL, dt_ask_options },
		{ "tournament", "tournament", dt_ask_tournament_options },
		{ "infer", "infer", dt_ask_infer_options },
		{ "evolve", "evolve", dt_ask_evolve_options },
	};
	for (size_t k = 0; k < sizeof(verbs) / sizeof(verbs[0]); k++)
		if (strcmp(name, verbs[k].name) == 0)
			return &verbs[k];
	return NULL;
}

enum dt_status
dt_ask_words(struct dt_ask *ask, const char *command,
    struct dt_options *options, const char **question, struct dt_error *err)
{
	struct dt_arena *arena = ask->catalogue->arena;
	int n;
	const char *const *words = dt_option_split(arena, command, &n);
	if (words == NULL)
		return dt_status_no_memory(err);
	bool named = n > 0 && strcmp(words[0], "detente") == 0;
	words += named;
	n -= named;
	const struct verb *verb = verb_of(n > 0 ? words[0] : "");
	if (verb == NULL)
		return dt_status_fail(err, DT_EINPUT, "its command is "
		    "none of run, solve, tournament, infer and evolve");
	const struct dt_option *const tables[] = { verb->options, NULL };
	enum dt_status status = dt_option_read(arena, tables, n - 1,
	    words + 1, options, err);
	ask->options = options;
	ask->subject = options->n_operands > 0 ? options->operands[0] : NULL;
	*question = verb->question;
	if (status == DT_OK && verb->question == NULL) {
		const struct dt_ask_question *which = dt_ask_which(ask);
		*question = which == NULL ? "treaty" : which->name;
	}
	return status;
}
