/* scenario_race: see scenario_race.h; what each number does is in
 * detente-model(7) and race/race.h. */
#include "catalogue/scenario_race.h"

#define AT(type, member) \
	.offset = offsetof(struct dt_scenario_race_##type, member)
#define AT_RACE(member) .offset = offsetof(struct dt_scenario_race, member)
#define SHARE .most = 1, .unit = "share"
#define CHANCE .most = 1, .unit = "chance"
#define PAYOFF .least = -1e9, .most = 1e9, .unit = "payoff"

static const struct dt_schema_key bottleneck_keys[] = {
	{ "share", DT_NUMBER, AT(bottleneck, share), .required = true,
	  .most = 0.99, .unit = "share",
	  .help = "A of compute in effort E = (a K^rho + (1-a) C^rho)^(1/rho), "
	      "K = 1; 0: nothing is scarce", .example = "0.35" },
	{ "rho", DT_NUMBER, AT(bottleneck, rho), .preset = "-0.1",
	  .least = -100, .most = 0.99,
	  .help = "How well labour stands in for compute; below 0 neither can "
	      "be done without; 0: Cobb-Douglas" },
	{ "parallel", DT_NUMBER, AT(bottleneck, parallel), .preset = "0.7",
	  .most = 1, .help = "lam: how far research goes in parallel" },
	{ "returns", DT_NUMBER, AT(bottleneck, returns), .preset = "1.25",
	  .least = 0.01, .most = 100,
	  .help = "R: returns to software research" },
	{ 0 }
};
static const struct dt_schema bottleneck_schema = {
	"bottleneck", "growth where compute is scarce: dC/dt = rate E^lam "
	    "C^(1 - lam/R), in place of phi",
	sizeof(struct dt_scenario_race_bottleneck), bottleneck_keys
};

static const struct dt_schema_key growth_keys[] = {
	{ "rate", DT_NUMBER, AT(growth, rate), .required = true,
	  .most = 1000, .unit = "a year",
	  .help = "r of dC/dt = r C^phi while a lab races; C = 1 is the leader "
	      "at the start, unless agents say otherwise",
	  .example = "0.693147" },
	{ "phi", DT_NUMBER, AT(growth, phi), .least = -10, .most = 10,
	  .help = "How much capability speeds its own growth: 1 exponential "
	      "(where nothing is said), above 1 a runaway in finite time, "
	      "below 1 slower than that", .example = "1.14" },
	{ "ceiling", DT_NUMBER, AT(growth, ceiling), .preset = "1e7",
	  .most = 1e100, .unit = "capability",
	  .help = "Growth stops there; 0: nowhere" },
	{ "pause_rate", DT_NUMBER, AT(growth, pause_rate), .preset = "0",
	  SHARE, .help = "How much of its growth goes on while a lab pauses" },
	{ "bottleneck", DT_GROUP, AT(growth, bottleneck),
	  .group = &bottleneck_schema,
	  .help = "Compute is scarce: this in place of phi" },
	{ 0 }
};
static const struct dt_schema growth_schema = {
	"growth", "how capability grows",
	sizeof(struct dt_scenario_race_growth), growth_keys
};

static const struct dt_schema_key disaster_keys[] = {
	{ "ends", DT_FLAG, AT(disaster, ends), .preset = "yes",
	  .help = "It ends the run; else it costs and the race goes on" },
	{ "loss", DT_NUMBER, AT(disaster, loss), .preset = "0", .most = 1e9,
	  .unit = "payoff", .help = "What it costs everybody" },
	{ 0 }
};
static const struct dt_schema disaster_schema = {
	"disaster", "what the hazard brings about",
	sizeof(struct dt_scenario_race_disaster), disaster_keys
};

static const struct dt_schema_key drift_keys[] = {
	{ "share", DT_NUMBER, AT(drift, share), .preset = "0", .least = -1,
	  .most = 1, .unit = "share",
	  .help = "l of m' = (1+l) m + s e: misalignment compounds (above 0) "
	      "or is corrected (below 0) in each generation" },
	{ "sigma", DT_NUMBER, AT(drift, sigma), .preset = "0", .most = 1e6,
	  .help = "s: what each generation adds, a standard deviation" },
	{ "generation", DT_NUMBER, AT(drift, generation), .preset = "2",
	  .least = 1.1, .most = 1e6, .unit = "times",
	  .help = "A generation is reached whenever capability has grown by "
	      "this factor" },
	{ 0 }
};
static const struct dt_schema drift_schema = {
	"drift", "how misalignment changes from generation to generation",
	sizeof(struct dt_scenario_race_drift), drift_keys
};

static const struct dt_schema_key disruption_keys[] = {
	{ "factor", DT_NUMBER, AT(disruption, factor), .preset = "1",
	  .most = 1e9,
	  .help = "k of nations: k times the integral of (dC/dt - A)^+ of the "
	      "lab that disrupts most" },
	{ "adaptation", DT_NUMBER, AT(disruption, adaptation), .preset = "1",
	  .most = 1e12, .unit = "capability a year",
	  .help = "A: growth that disrupts nobody" },
	{ "most", DT_NUMBER, AT(disruption, most), .preset = "1",
	  .most = 1e9, .help = "Of a round's: more cannot be lost" },
	{ 0 }
};
static const struct dt_schema disruption_schema = {
	"disruption", "what growth does to nations",
	sizeof(struct dt_scenario_race_disruption), disruption_keys
};

static const struct dt_schema_key prize_keys[] = {
	{ "exponent", DT_NUMBER, AT(prize, exponent), .preset = "1",
	  .most = 1000,
	  .help = "w of the shares C^w/sum C^w: 0 alike, large: the first "
	      "takes all" },
	{ "monopoly", DT_NUMBER, AT(prize, monopoly), .preset = "0.9", SHARE,
	  .help = "A lab that has reached this share is a monopoly from then "
	      "on" },
	{ 0 }
};
static const struct dt_schema prize_schema = {
	"prize", "who has how much of the prize",
	sizeof(struct dt_scenario_race_prize), prize_keys
};

#define WEIGHT(name, text) \
	{ #name, DT_NUMBER, AT(weights, name), .preset = "0", .most = 1e9, \
	  .unit = "payoff", .help = text }

static const struct dt_schema_key weights_keys[] = {
	WEIGHT(prize, "What the whole prize pays in a round"),
	WEIGHT(oversight, "What it costs all in a round that the lab which is "
	    "overseen least is not overseen at all"),
	WEIGHT(misalignment, "What it costs all in a round that the lab which "
	    "is misaligned most is so by 1"),
	WEIGHT(disruption, "What a disruption of 1 costs a nation"),
	WEIGHT(monopoly, "What a monopoly costs, in a round, all but who has "
	    "it and its host"),
	{ 0 }
};
static const struct dt_schema weights_schema = {
	"weights", "what a round pays or costs besides the stage game: a "
	    "judgement, not a finding",
	sizeof(struct dt_scenario_race_weights), weights_keys
};

static const struct dt_schema_key memoryless_keys[] = {
	{ "win", DT_NUMBER, AT(memoryless, win), .required = true,
	  .least = 1e-9, .most = 1000, .unit = "a year",
	  .help = "The rate at which a lab that races wins", .example = "0.1" },
	{ "winner", DT_NUMBER, AT(memoryless, winner), .required = true,
	  PAYOFF, .help = "What the winner gets", .example = "10" },
	{ "loser", DT_NUMBER, AT(memoryless, loser), .required = true, PAYOFF,
	  .help = "What each other lab then gets", .example = "-2" },
	{ "disaster", DT_NUMBER, AT(memoryless, disaster), .required = true,
	  .most = 1000, .unit = "a year",
	  .help = "The rate at which a lab that races brings about a disaster",
	  .example = "0.02" },
	{ "loss", DT_NUMBER, AT(memoryless, loss), .required = true,
	  .most = 1e9, .unit = "payoff", .help = "What a disaster costs each",
	  .example = "30" },
	{ "cost", DT_NUMBER, AT(memoryless, cost), .preset = "0",
	  .most = 1e9, .unit = "payoff a year",
	  .help = "What racing costs" },
	{ 0 }
};
static const struct dt_schema memoryless_schema = {
	"memoryless", "a race that a win or a disaster ends, in which nothing "
	    "matters but who races",
	sizeof(struct dt_scenario_race_memoryless), memoryless_keys
};

static const struct dt_schema_key lead_keys[] = {
	{ "steps", DT_COUNT, AT(lead, steps), .required = true, .least = 1,
	  .most = DT_SCENARIO_RACE_STEPS, .unit = "steps",
	  .help = "D: who is so far ahead has won", .example = "3" },
	{ "start", DT_COUNT, AT(lead, start), .preset = "0",
	  .least = 1 - DT_SCENARIO_RACE_STEPS,
	  .most = DT_SCENARIO_RACE_STEPS - 1, .unit = "steps",
	  .help = "The lead of the first lab at the start" },
	{ "alone", DT_NUMBER, AT(lead, alone), .required = true, CHANCE,
	  .help = "That a lab that races alone gains a step in a round",
	  .example = "0.5" },
	{ "both", DT_NUMBER, AT(lead, both), .required = true, .most = 0.5,
	  .unit = "chance", .help = "Where both race: of a step to each side",
	  .example = "0.25" },
	{ "disaster", DT_NUMBER, AT(lead, disaster), .required = true, CHANCE,
	  .help = "That a lab that races brings about a disaster in a round, "
	      "which ends the run", .example = "0.05" },
	{ "loss", DT_NUMBER, AT(lead, loss), .required = true, .most = 1e9,
	  .unit = "payoff", .help = "What a disaster costs each",
	  .example = "20" },
	{ "cost", DT_NUMBER, AT(lead, cost), .preset = "0", .most = 1e9,
	  .unit = "payoff a round", .help = "What racing costs" },
	{ "first", DT_NUMBER, AT(lead, first), .required = true, PAYOFF,
	  .help = "What who won gets in the round after", .example = "10" },
	{ "last", DT_NUMBER, AT(lead, last), .required = true, PAYOFF,
	  .help = "And what the other gets", .example = "-5" },
	{ 0 }
};
static const struct dt_schema lead_schema = {
	"lead", "a race of two labs in steps, which who is far enough ahead "
	    "wins",
	sizeof(struct dt_scenario_race_lead), lead_keys
};

static const char *const few_states[] = { "memoryless", "lead", NULL };

static const struct dt_schema_key keys[] = {
	{ "years", DT_NUMBER, AT_RACE(years), .preset = "1/12", .least = 1e-6,
	  .most = 1000, .unit = "years", .help = "How long a round is" },
	{ "growth", DT_GROUP, AT_RACE(growth),
	  .unless = few_states, .required = true,
	  .group = &growth_schema, .help = "How capability grows",
	  .example = "{rate: 0.693147, phi: 1.14}" },
	{ "diffusion", DT_NUMBER, AT_RACE(diffusion),
	  .unless = few_states, .preset = "0",
	  .most = 1000, .unit = "share a year",
	  .help = "How much of its gap to the most capable lab each other lab "
	      "is given, racing or not" },
	{ "review", DT_NUMBER, AT_RACE(review),
	  .unless = few_states, .preset = "1", .most = 1e100,
	  .unit = "capability",
	  .help = "Rv: how capable a lab can be and still be overseen wholly; "
	      "oversight is min(1, Rv/C)" },
	{ "hazard", DT_NUMBER, AT_RACE(hazard),
	  .unless = few_states, .preset = "0", .most = 1e9,
	  .unit = "a year",
	  .help = "h: the rate of a disaster is h |m| (C - Rv)^+, summed over "
	      "labs that race" },
	{ "disaster", DT_GROUP, AT_RACE(disaster),
	  .unless = few_states, .group = &disaster_schema,
	  .help = "What the hazard brings about" },
	{ "drift", DT_GROUP, AT_RACE(drift),
	  .unless = few_states, .group = &drift_schema,
	  .help = "How misalignment changes" },
	{ "disruption", DT_GROUP, AT_RACE(disruption),
	  .unless = few_states,
	  .group = &disruption_schema,
	  .help = "What growth does to nations" },
	{ "prize", DT_GROUP, AT_RACE(prize),
	  .unless = few_states, .group = &prize_schema,
	  .help = "Who has how much of the prize" },
	{ "weights", DT_GROUP, AT_RACE(weights),
	  .unless = few_states, .group = &weights_schema,
	  .help = "What all that pays and costs" },
	{ "memoryless", DT_GROUP, AT_RACE(memoryless), .instead = true,
	  .group = &memoryless_schema,
	  .help = "In place of growth: a race in which only who races matters",
	  .example = "{win: 0.1, winner: 10, loser: -2, disaster: 0.02, "
	      "loss: 30, cost: 0.2}" },
	{ "lead", DT_GROUP, AT_RACE(lead), .instead = true,
	  .group = &lead_schema,
	  .help = "In place of growth: a race of two in steps",
	  .example = "{steps: 3, alone: 0.5, both: 0.25, disaster: 0.05, "
	      "loss: 20, cost: 0.1, first: 10, last: -5}" },
	{ 0 }
};

const struct dt_schema dt_scenario_race_schema = {
	"race", "capability that grows while labs race, and what it brings",
	sizeof(struct dt_scenario_race), keys
};
