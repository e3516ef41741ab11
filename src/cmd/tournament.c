/* tournament: all against all, ranked (population/tournament.h). */
#include "ask/ask.h"
#include "cmd/field.h"
#include "cmd/verbs.h"

const struct dt_command dt_cmd_tournament = {
	.name = "tournament",
	.brief = "let strategies meet all against all, and rank them",
	.operands = "[STRATEGY | FOLDER]...",
	.operand_words = "@strategies",
	.least = 0,
	.most = -1,
	.about = "Every STRATEGY meets every other and a copy of itself, in "
	    "the game of a scenario of two agents; a score is the mean payoff "
	    "a round over all that it meets. Where it can, a match is worked "
	    "out exactly: then there are no repetitions and no errors of "
	    "chance.\n\n"
	    "A FOLDER is a class's: every *.yaml in it takes part; files that "
	    "are broken are told, and the others play.",
	.examples = "detente tournament tit-for-tat,grim,always-race,always-pause"
	    "\n"
	    "detente tournament --all --slip 0.01 -o cup.db --svg cup.svg\n"
	    "detente tournament class/ --noise\ta class cup\n"
	    "detente tournament class/ --format csv --table payoffs",
	.options = dt_ask_tournament_options,
	.more = dt_cmd_field_options,
	.run = dt_cmd_field_run,
};
