/* scenario_race: see scenario_race.h; what each number does is in
 * detente-model(7) and race/race.h. */
#include "catalogue/scenario_race.h"

#define AT(type, member) \
	.offset = offsetof(struct dt_scenario_race_##type, member)
#define AT_RACE(member) .offset = offsetof(struct dt_scenario_race, member)
#define SHARE .most = 1, .unit = "share"

static const struct dt_schema_key bottleneck_keys[] = {
	{ "share", DT_NUMBER, AT(bottleneck, share), .required = true,
	  .most = 0.99, .unit = "share",
	  .help = "a of compute in effort E = (a K^rho + (1-a) C^rho)^(1/rho), "
	      "K = 1; 0: nothing is scarce", .example = "0.35" },
	{ "rho", DT_NUMBER, AT(bottleneck, rho), .preset = "-0.1",
	  .least = -100, .most = 0.99,
	  .help = "how well labour stands in for compute; below 0 neither can "
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
	  .help = "how much capability speeds its own growth: 1 exponential "
	      "(where nothing is said), above 1 a runaway in finite time, "
	      "below 1 slower than that", .example = "1.14" },
	{ "ceiling", DT_NUMBER, AT(growth, ceiling), .preset = "1e7",
	  .most = 1e100, .unit = "capability",
	  .help = "growth stops there; 0: nowhere" },
	{ "pause_rate", DT_NUMBER, AT(growth, pause_rate), .preset = "0",
	  SHARE, .help = "how much of its growth goes on while a lab pauses" },
	{ "bottleneck", DT_GROUP, AT(growth, bottleneck),
	  .group = &bottleneck_schema,
	  .help = "compute is scarce: this in place of phi" },
	{ 0 }
};
static const struct dt_schema growth_schema = {
	"growth", "how capability grows",
	sizeof(struct dt_scenario_race_growth), growth_keys
};

static const struct dt_schema_key disaster_keys[] = {
	{ "ends", DT_FLAG, AT(disaster, ends), .preset = "yes",
	  .help = "it ends the run; else it costs and the race goes on" },
	{ "loss", DT_NUMBER, AT(disaster, loss), .preset = "0", .most = 1e9,
	  .unit = "payoff", .help = "what it costs everybody" },
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
	  .help = "a generation is reached whenever capability has grown by "
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
	  .most = 1e9, .help = "of a round's: more cannot be lost" },
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
	  .help = "a lab that has reached this share is a monopoly from then "
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
	WEIGHT(prize, "what the whole prize pays in a round"),
	WEIGHT(oversight, "what it costs all in a round that the lab which is "
	    "overseen least is not overseen at all"),
	WEIGHT(misalignment, "what it costs all in a round that the lab which "
	    "is misaligned most is so by 1"),
	WEIGHT(disruption, "what a disruption of 1 costs a nation"),
	WEIGHT(monopoly, "what a monopoly costs, in a round, all but who has "
	    "it and its host"),
	{ 0 }
};
static const struct dt_schema weights_schema = {
	"weights", "what a round pays or costs besides the stage game: a "
	    "judgement, not a finding",
	sizeof(struct dt_scenario_race_weights), weights_keys
};

static const struct dt_schema_key keys[] = {
	{ "years", DT_NUMBER, AT_RACE(years), .preset = "1/12", .least = 1e-6,
	  .most = 1000, .unit = "years", .help = "how long a round is" },
	{ "growth", DT_GROUP, AT_RACE(growth), .required = true,
	  .group = &growth_schema, .help = "how capability grows",
	  .example = "{rate: 0.693147, phi: 1.14}" },
	{ "diffusion", DT_NUMBER, AT_RACE(diffusion), .preset = "0",
	  .most = 1000, .unit = "share a year",
	  .help = "how much of its gap to the most capable lab each other lab "
	      "is given, racing or not" },
	{ "review", DT_NUMBER, AT_RACE(review), .preset = "1", .most = 1e100,
	  .unit = "capability",
	  .help = "Rv: how capable a lab can be and still be overseen wholly; "
	      "oversight is min(1, Rv/C)" },
	{ "hazard", DT_NUMBER, AT_RACE(hazard), .preset = "0", .most = 1e9,
	  .unit = "a year",
	  .help = "h: the rate of a disaster is h |m| (C - Rv)^+, summed over "
	      "labs that race" },
	{ "disaster", DT_GROUP, AT_RACE(disaster), .group = &disaster_schema,
	  .help = "what the hazard brings about" },
	{ "drift", DT_GROUP, AT_RACE(drift), .group = &drift_schema,
	  .help = "how misalignment changes" },
	{ "disruption", DT_GROUP, AT_RACE(disruption),
	  .group = &disruption_schema,
	  .help = "what growth does to nations" },
	{ "prize", DT_GROUP, AT_RACE(prize), .group = &prize_schema,
	  .help = "who has how much of the prize" },
	{ "weights", DT_GROUP, AT_RACE(weights), .group = &weights_schema,
	  .help = "what all that pays and costs" },
	{ 0 }
};

const struct dt_schema dt_scenario_race_schema = {
	"race", "capability that grows while labs race, and what it brings",
	sizeof(struct dt_scenario_race), keys
};
