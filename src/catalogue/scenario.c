/* scenario: the schemas of scenario and agent files; see scenario.h. */
#include "catalogue/scenario.h"

#include "catalogue/menu.h"

const char *const dt_scenario_kind_words[] = { "lab", "nation", NULL };

#define AT(type, member) .offset = offsetof(struct type, member)
#define CHANCE .most = 1, .unit = "chance"

static const struct dt_schema_key agent_keys[] = {
	{ "agent", DT_NAME, AT(dt_scenario_agent, name),
	  .help = "Its name, as scenarios use it", .example = "lab-one" },
	{ "title", DT_TEXT, AT(dt_scenario_agent, title),
	  .help = "Its name for people", .example = "Lab One" },
	{ "summary", DT_TEXT, AT(dt_scenario_agent, summary),
	  .help = "Who it is, in a sentence" },
	{ "source", DT_TEXT, AT(dt_scenario_agent, source),
	  .help = "Where its numbers come from" },
	DT_SCHEMA_CITES,
	{ "status", DT_WORD, AT(dt_scenario_agent, status),
	  .preset = "stylised", .words = dt_strategy_status_words,
	  .help = "How well founded they are" },
	{ "facts", DT_LIST, AT(dt_scenario_agent, facts), .item = DT_TEXT,
	  .help = "What is known, each with its source" },
	{ "kind", DT_WORD, AT(dt_scenario_agent, kind), .preset = "lab",
	  .words = dt_scenario_kind_words,
	  .help = "A lab, or a nation that polices its labs when it pauses" },
	{ "host", DT_NAME, AT(dt_scenario_agent, host),
	  .help = "Labs: the nation that may stop it; left out of account "
	      "where that does not play", .example = "us" },
	{ "weight", DT_NUMBER, AT(dt_scenario_agent, weight), .preset = "1",
	  .most = 1e9,
	  .help = "Its size, for entry into force and for weighted payoffs" },
	{ "role", DT_NAME, AT(dt_scenario_agent, role),
	  .help = "Its matrix among the `roles` of the payoffs",
	  .example = "leader" },
	{ "joins", DT_COUNT, AT(dt_scenario_agent, joins), .preset = "1",
	  .most = 1e9, .unit = "round",
	  .help = "The round in which it signs a treaty that is open to it; "
	      "0: never" },
	{ "enforcement", DT_NUMBER, AT(dt_scenario_agent, enforcement), CHANCE,
	  .help = "Nations: its own value in place of the scenario's",
	  .example = "0.9" },
	{ "capability", DT_NUMBER, AT(dt_scenario_agent, capability),
	  .most = 1e9, .unit = "capability",
	  .help = "In a race: where it starts; 0: it takes no part. Where "
	      "nothing is said labs have 1, and nations 0",
	  .example = "0.8" },
	{ "growth", DT_NUMBER, AT(dt_scenario_agent, growth), .most = 1000,
	  .unit = "a year",
	  .help = "In a race: its own rate in place of `race.growth.rate`",
	  .example = "0.5" },
	{ "misalignment", DT_NUMBER, AT(dt_scenario_agent, misalignment),
	  .most = 1e6,
	  .help = "In a race: m at the start; 1 where nothing is said",
	  .example = "0.5" },
	{ "disruption", DT_NUMBER, AT(dt_scenario_agent, disruption),
	  .most = 1e9,
	  .help = "Nations in a race: its own factor in place of "
	      "`race.disruption.factor`", .example = "2" },
	{ "strategy", DT_GROUP, AT(dt_scenario_agent, strategy),
	  .group = &dt_strategy_schema, .kind = "strategy",
	  .preset = "comply",
	  .help = "How it moves: a strategy's name, or one written here" },
	{ "domestic", DT_MAP, AT(dt_scenario_agent, domestic),
	  .group = &dt_menu_group_schema, .most = 16,
	  .help = "Nations: groups at home, by name, whose support a treaty "
	      "needs where talks are held and the menu says no others",
	  .example = "{hawks: {weight: 2, ideal: 0.3}}" },
	{ "threshold", DT_NUMBER, AT(dt_scenario_agent, threshold), .most = 1,
	  .unit = "share of their weight",
	  .help = "Their support that ratifies; half where it is not given",
	  .example = "0.67" },
	{ "width", DT_NUMBER, AT(dt_scenario_agent, width), .least = 1e-6,
	  .most = 1e6, .unit = "share of their weight",
	  .help = "How uncertain ratification is, by `negotiate "
	      "--ratification domestic`; not at all where it is not given",
	  .example = "0.1" },
	{ 0 }
};

const struct dt_schema dt_scenario_agent_schema = {
	"agent", "a lab or a nation that decides",
	sizeof(struct dt_scenario_agent), agent_keys
};

static const struct dt_schema_key rates_keys[] = {
	{ "miss", DT_NUMBER, AT(dt_scenario_rates, miss), .preset = "0",
	  CHANCE, .help = "Chance that a race is seen as a pause" },
	{ "false_alarm", DT_NUMBER, AT(dt_scenario_rates, false_alarm),
	  .preset = "0", CHANCE,
	  .help = "Chance that a pause is seen as a race" },
	{ 0 }
};
static const struct dt_schema rates_schema = {
	"rates", "chances that a signal is wrong",
	sizeof(struct dt_scenario_rates), rates_keys
};

static const struct dt_schema_key noise_keys[] = {
	{ "slip", DT_NUMBER, AT(dt_scenario_noise, slip), .preset = "0",
	  CHANCE, .help = "Chance that the executed move is not the "
	      "intended one" },
	{ "public", DT_GROUP, AT(dt_scenario_noise, public),
	  .group = &rates_schema, .shorthand = true,
	  .help = "Errors of the one signal that all share, where no treaty "
	      "watches; one number sets both" },
	{ "private", DT_GROUP, AT(dt_scenario_noise, private),
	  .group = &rates_schema, .shorthand = true,
	  .help = "Errors of each observer's own signal, where no treaty "
	      "watches; one number sets both" },
	{ 0 }
};
static const struct dt_schema noise_schema = {
	"noise", "what goes wrong without anybody's intention",
	sizeof(struct dt_scenario_noise), noise_keys
};

static const struct dt_schema_key keys[] = {
	{ "scenario", DT_NAME, AT(dt_scenario, name), .required = true,
	  .help = "Its name", .example = "my-lab" },
	{ "title", DT_TEXT, AT(dt_scenario, title),
	  .help = "Its name for people", .example = "Two labs and a halt" },
	{ "summary", DT_TEXT, AT(dt_scenario, summary),
	  .help = "What it is about, in a sentence" },
	{ "source", DT_TEXT, AT(dt_scenario, source),
	  .help = "Where it comes from" },
	DT_SCHEMA_CITES,
	{ "status", DT_WORD, AT(dt_scenario, status), .preset = "stylised",
	  .words = dt_strategy_status_words,
	  .help = "How well founded it is" },
	{ "agents", DT_MAP, AT(dt_scenario, agents), .required = true,
	  .least = 1, .most = DT_AGENTS_MOST,
	  .group = &dt_scenario_agent_schema, .kind = "agent",
	  .help = "Who plays: seats by name; a seat named like an agent file, "
	      "or with `from: AGENT`, takes what it does not say from there",
	  .example = "{openai: {strategy: grim}, xai: {}}" },
	{ "payoffs", DT_GROUP, AT(dt_scenario, payoffs),
	  .group = &dt_payoff_schema, .kind = "payoffs",
	  .preset = "prisoners-dilemma",
	  .help = "What a round gives: a name, or payoffs written here" },
	{ "treaty", DT_GROUP, AT(dt_scenario, treaty),
	  .group = &dt_treaty_schema, .kind = "treaty", .preset = "none",
	  .help = "The treaty that is on offer: a name, or one written here" },
	{ "noise", DT_GROUP, AT(dt_scenario, noise), .group = &noise_schema,
	  .help = "What goes wrong without anybody's intention" },
	{ "race", DT_GROUP, AT(dt_scenario, race),
	  .group = &dt_scenario_race_schema,
	  .help = "Capability that grows while labs race, and what it brings; "
	      "without it every round is the same game" },
	{ "enforcement", DT_NUMBER, AT(dt_scenario, enforcement),
	  .preset = "0", CHANCE,
	  .help = "Chance that a nation that pauses stops the race of a lab "
	      "it hosts" },
	{ "rounds", DT_COUNT, AT(dt_scenario, rounds), .preset = "100",
	  .most = 1e9, .unit = "rounds",
	  .help = "Length of a run; 0: no limit but `continuation`" },
	{ "continuation", DT_NUMBER, AT(dt_scenario, continuation),
	  .preset = "1", CHANCE,
	  .help = "Chance that a round is followed by another (the discount "
	      "factor)" },
	{ "runs", DT_COUNT, AT(dt_scenario, runs), .preset = "100",
	  .least = 1, .most = 1e9, .unit = "runs",
	  .help = "How often it is played, each run with its own randomness" },
	{ 0 }
};

const struct dt_schema dt_scenario_schema = {
	"scenario", "who plays what, under which treaty, for how long",
	sizeof(struct dt_scenario), keys
};
