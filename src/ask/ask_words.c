/* ask_words: a question as a command line has it: "solve duel --long-run". */
#include <string.h>

#include "ask/ask.h"

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
	bool run = n > 0 && strcmp(words[0], "run") == 0;
	if (n == 0 || (!run && strcmp(words[0], "solve") != 0))
		return dt_status_fail(err, DT_EINPUT, "its command is "
		    "neither run nor solve");
	const struct dt_option *const tables[] = {
		run ? dt_ask_play_options : dt_ask_options, NULL };
	enum dt_status status = dt_option_read(arena, tables, n - 1,
	    words + 1, options, err);
	ask->options = options;
	ask->subject = options->n_operands > 0 ? options->operands[0] : NULL;
	*question = "play";
	if (status == DT_OK && !run) {
		const struct dt_ask_question *which = dt_ask_which(ask);
		*question = which == NULL ? "treaty" : which->name;
	}
	return status;
}
