/* evolve: what becomes of strategies in a population (population/evolve.h). */
#include "ask/ask.h"
#include "cmd/field.h"
#include "cmd/verbs.h"

const struct dt_command dt_cmd_evolve = {
	.name = "evolve",
	.brief = "say which strategies last in a population",
	.operands = "[STRATEGY | FOLDER | GAME]...",
	.operand_words = "@strategies",
	.least = 0,
	.most = -1,
	.about = "What strategies earn against each other is worked out as by "
	    "'tournament', or read from a symmetric GAME; with --scenario "
	    "alone PAUSE and RACE are played in groups of its agents. Then it "
	    "says what is stable, where the shares of a large population go, "
	    "and with --population what chance does in a finite one.",
	.examples = "detente evolve tit-for-tat,always-race --rounds 10\n"
	    "detente evolve always-pause,always-race,tit-for-tat --svg "
	    "portrait.svg\n"
	    "detente evolve tit-for-tat,always-race -N 50 --mutation 0.01\n"
	    "detente evolve reciprocity-cost -N 100 --beta 1\n"
	    "detente evolve reciprocity-cost --process death-birth --graph "
	    "ring -N 20",
	.options = dt_ask_evolve_options,
	.more = dt_cmd_field_options,
	.run = dt_cmd_field_run,
};
