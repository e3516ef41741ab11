/* strategy: the schema of strategy files; see strategy.h. */
#include "game/strategy.h"

const char *const dt_strategy_status_words[] = {
	"sourced", "stylised", "opinion", NULL
};

static const char *const declares_words[] = { "executed", "pause", NULL };

#define AT(type, member) .offset = offsetof(struct type, member)

static const struct dt_schema_key rule_keys[] = {
	{ "when", DT_TEXT, AT(dt_strategy_rule, when),
	  .help = "What the agent must have seen for this rule to apply: "
	      "comparisons joined by `and`; the first rule that applies is "
	      "taken, and a rule without `when` always applies",
	  .example = "alarms >= 1 and not raced" },
	{ "to", DT_RAW, AT(dt_strategy_rule, to), .required = true,
	  .help = "The next state, or a chance for each of several",
	  .example = "{trust: 1/3, war: 2/3}" },
	{ 0 }
};

const struct dt_schema dt_strategy_rule_schema = {
	"rule", "a step from a state to the next",
	sizeof(struct dt_strategy_rule), rule_keys
};

static const struct dt_schema_key state_keys[] = {
	{ "play", DT_RAW, AT(dt_strategy_state, play), .required = true,
	  .help = "The move of this state: pause, race, or a chance to race",
	  .example = "{race: 0.3}" },
	{ "withdraw", DT_FLAG, AT(dt_strategy_state, withdraw), .preset = "no",
	  .help = "In this state the agent gives notice of withdrawal, if it "
	      "is a party" },
	{ "next", DT_LIST, AT(dt_strategy_state, next), .required = true,
	  .least = 1, .most = 64, .group = &dt_strategy_rule_schema,
	  .help = "Rules in order; the first that applies gives the next state" },
	{ 0 }
};

static const struct dt_schema state_schema = {
	"state", "a state of a strategy", sizeof(struct dt_strategy_state),
	state_keys
};

static const char *const other_forms[] = { "learner", "command", NULL };

static const struct dt_schema_key keys[] = {
	{ "strategy", DT_NAME, AT(dt_strategy, name), .required = true,
	  .help = "Its name, as scenarios use it", .example = "grim" },
	{ "title", DT_TEXT, AT(dt_strategy, title),
	  .help = "Its name for people", .example = "Grim trigger" },
	{ "summary", DT_TEXT, AT(dt_strategy, summary),
	  .help = "What it does, in a sentence",
	  .example = "Pause until the first alarm, race ever after." },
	{ "source", DT_TEXT, AT(dt_strategy, source),
	  .help = "Where it comes from", .example = "Friedman 1971" },
	DT_SCHEMA_CITES,
	{ "status", DT_WORD, AT(dt_strategy, status), .preset = "stylised",
	  .words = dt_strategy_status_words,
	  .help = "How well founded it is" },
	{ "declares", DT_WORD, AT(dt_strategy, declares), .preset = "executed",
	  .words = declares_words,
	  .help = "What it declares as a party: the move it executed "
	      "(honest), or always pause (deceiving)" },
	{ "start", DT_RAW, AT(dt_strategy, start), .required = true,
	  .unless = other_forms,
	  .help = "The state of the first round: a name, or rules as in "
	      "`next` that look at the treaty's phase and its terms",
	  .example = "trust" },
	{ "states", DT_MAP, AT(dt_strategy, states), .required = true,
	  .unless = other_forms, .least = 1,
	  .most = DT_STRATEGY_STATES_MOST, .group = &state_schema,
	  .help = "The states by name" },
	{ "learner", DT_NAME, AT(dt_strategy, learner), .instead = true,
	  .help = "In place of `start` and `states`: the rule by which it "
	      "learns", .example = "roth-erev" },
	{ "parameters", DT_RAW, AT(dt_strategy, parameters), .instead = true,
	  .help = "Numbers of the learner, by name",
	  .example = "{forgetting: 0.1}" },
	{ "hypotheses", DT_RAW, AT(dt_strategy, hypotheses), .instead = true,
	  .help = "The learner `bayesian`: the strategies that it thinks the "
	      "other may play", .example = "[always-race, tit-for-tat]" },
	{ "command", DT_LIST, AT(dt_strategy, command), .instead = true,
	  .item = DT_TEXT, .most = 64, .help = "In place of `start` and `states`: a program and "
	      "its words, which is told what its agent sees and answers with "
	      "moves (detente-agent(5))",
	  .example = "[python3, mine.py]" },
	{ "time_limit", DT_NUMBER, AT(dt_strategy, time_limit), .instead = true,
	  .least = 0.001, .most = 3600, .unit = "seconds",
	  .example = "2",
	  .help = "How long the program may take for a move; 5 if it is left "
	      "out" },
	{ 0 }
};

const struct dt_schema dt_strategy_schema = {
	"strategy", "the rule by which an agent moves",
	sizeof(struct dt_strategy), keys
};
