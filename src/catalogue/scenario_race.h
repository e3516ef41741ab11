/*
 * scenario_race: what a scenario says under `race:`. Absent, nothing grows,
 * and the same game is played in every round. What an agent brings into it
 * stands in its seat (scenario.h).
 */
#ifndef DT_SCENARIO_RACE_H
#define DT_SCENARIO_RACE_H

#include "base/schema.h"

struct dt_scenario_race_bottleneck {
	struct dt_origin origin;
	double share, rho, parallel, returns;
};

struct dt_scenario_race_growth {
	struct dt_origin origin;
	double rate;                    /* a year */
	double phi;                     /* NAN: 1, or by the bottleneck */
	double ceiling;                 /* 0: none */
	double pause_rate;
	struct dt_scenario_race_bottleneck bottleneck;
};

struct dt_scenario_race_disaster {
	struct dt_origin origin;
	bool ends;
	double loss;
};

struct dt_scenario_race_drift {
	struct dt_origin origin;
	double share, sigma, generation;
};

struct dt_scenario_race_disruption {
	struct dt_origin origin;
	double factor, adaptation, most;
};

struct dt_scenario_race_prize {
	struct dt_origin origin;
	double exponent, monopoly;
};

struct dt_scenario_race_weights {
	struct dt_origin origin;
	double prize, oversight, misalignment, disruption, monopoly;
};

/* In place of all that grows: races in few states. */
struct dt_scenario_race_memoryless {
	struct dt_origin origin;        /* node NULL: it is another race */
	double win, winner, loser, disaster, loss, cost;
};
struct dt_scenario_race_lead {
	struct dt_origin origin;        /* likewise */
	int64_t steps, start;
	double alone, both, disaster, loss, cost, first, last;
};
enum { DT_SCENARIO_RACE_STEPS = 100 };

struct dt_scenario_race {
	struct dt_origin origin;        /* node NULL: no race */
	double years;
	struct dt_scenario_race_growth growth;
	double diffusion, review, hazard;
	struct dt_scenario_race_disaster disaster;
	struct dt_scenario_race_drift drift;
	struct dt_scenario_race_disruption disruption;
	struct dt_scenario_race_prize prize;
	struct dt_scenario_race_weights weights;
	struct dt_scenario_race_memoryless memoryless;
	struct dt_scenario_race_lead lead;
};

extern const struct dt_schema dt_scenario_race_schema;

#endif
