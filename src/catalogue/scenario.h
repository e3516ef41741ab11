/*
 * scenario: who plays, with which strategies and payoffs, under which treaty,
 * with which noise and for how long: the text that people write.
 */
#ifndef DT_SCENARIO_H
#define DT_SCENARIO_H

#include "base/schema.h"
#include "catalogue/scenario_race.h"
#include "game/payoff.h"
#include "game/strategy.h"
#include "treaty/treaty.h"

enum dt_scenario_kind { DT_LAB, DT_NATION };
extern const char *const dt_scenario_kind_words[];

/* A file of agents/, or a seat of a scenario (then with the file's keys
 * merged in, and origin.name the seat's name). */
struct dt_scenario_agent {
	struct dt_origin origin;
	const char *name, *title, *summary, *source;
	int status;
	struct dt_list facts;           /* of const char * */
	int kind;                       /* enum dt_scenario_kind */
	const char *host;               /* a seat's name, or "" */
	double weight;
	const char *role;               /* or "" */
	int64_t joins;
	double enforcement;             /* NAN: the scenario's */
	double capability, growth, misalignment;        /* in a race; NAN: as
	                                 * it has them where nothing is said */
	double disruption;              /* nations; NAN: the scenario's */
	struct dt_strategy strategy;
	/* Of no bearing on play, and not in a resolved configuration. */
	struct dt_list domestic;        /* of struct dt_menu_group: at home */
	double threshold, width;        /* of ratification; NAN: not given */
};

/* Chances that a signal is wrong where no treaty watches. */
struct dt_scenario_rates {
	struct dt_origin origin;
	double miss, false_alarm;
};

struct dt_scenario_noise {
	struct dt_origin origin;
	double slip;
	struct dt_scenario_rates public, private;
};

struct dt_scenario {
	struct dt_origin origin;
	const char *name, *title, *summary, *source;
	int status;
	struct dt_list agents;          /* of struct dt_scenario_agent */
	struct dt_payoff_text payoffs;
	struct dt_treaty treaty;
	struct dt_scenario_noise noise;
	struct dt_scenario_race race;
	double enforcement;
	int64_t rounds;                 /* 0: only by continuation */
	double continuation;
	int64_t runs;
};

extern const struct dt_schema dt_scenario_schema;
extern const struct dt_schema dt_scenario_agent_schema;

#endif
