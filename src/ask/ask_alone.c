/* ask_alone: which options go with which question, and which answers have no
 * picture. What is typed is answered or refused with words, never passed over.
 */
#include <string.h>

#include "ask/ask_question.h"

/* Options that are of no use to other questions; those that are not here many
 * questions take. */
static const struct {
	const char *option, *questions[5];
} only[] = {
	{ "method", { "game" } }, { "lambda", { "game" } },
	{ "alpha", { "game" } }, { "population", { "game" } },
	{ "time", { "game" } },
	{ "patience", { "treaty", "vary", "prior", "tornado" } },
	{ "thresholds", { "treaty" } },
	{ "result", { "model" } }, { "least", { "model" } },
	{ "most", { "model" } },
	{ "draws", { "prior" } },
	{ "signal", { "payoff-set" } },
	{ "want", { "attribution" } },
	{ "outsiders", { "coalitions" } },
	{ "refine", { "from" } }, { "where", { "from" } },
	{ "alike", { "from" } }, { "error", { "from" } },
	{ "export", { "from" } }, { "history", { "learning" } },
};

/* How a question is asked. */
static const char *
how(const char *question)
{
	static const char *const words[][2] = {
		{ "game", "a GAME" }, { "treaty", "a SCENARIO alone" },
		{ "vary", "--vary" }, { "model", "--model and --vary" }, { "payoff-set", "--payoff-set" },
		{ "attribution", "--attribution" },
		{ "learning", "--learning" },
		{ "coalitions", "--coalitions" }, { "prior", "--prior" }, { "from", "--from" },
	};
	for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++)
		if (strcmp(question, words[k][0]) == 0)
			return words[k][1];
	return question;
}

static enum dt_status
fits(const struct dt_ask *ask, const struct dt_ask_question *question,
    size_t k, struct dt_error *err)
{
	const char *const *of = only[k].questions;
	if (dt_ask_value(ask, only[k].option) == NULL)
		return DT_OK;
	for (size_t i = 0; of[i] != NULL; i++)
		if (strcmp(of[i], question->name) == 0)
			return DT_OK;
	return dt_status_fail(err, DT_EUSAGE, "--%s goes with %s%s%s, and is "
	    "of no use here", only[k].option, how(of[0]), of[1] != NULL ?
	    " or with " : "", of[1] != NULL ? how(of[1]) : "");
}

enum dt_status
dt_ask_alone(const struct dt_ask *ask,
    const struct dt_ask_question *question, struct dt_error *err)
{
	enum dt_status status = DT_OK;
	for (size_t k = 0; k < sizeof(only) / sizeof(only[0]); k++)
		if (status == DT_OK)
			status = fits(ask, question, k, err);
	return status;
}

enum dt_status
dt_ask_no_picture(struct dt_error *err)
{
	return dt_status_fail(err, DT_EREFUSED, "there is no picture of this "
	    "answer: --svg draws --vary, --tornado, --prior, --payoff-set, "
	    "--attribution, --coalitions and --model with --vary, and of a game --method quantal");
}
