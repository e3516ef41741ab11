/* ask_field: what questions about strategies that meet two by two share: their
 * game, and who takes part. */
#ifndef DT_ASK_FIELD_H
#define DT_ASK_FIELD_H

#include "ask/ask.h"
#include "population/matches.h"

/* Rows of a table of options. */
#define DT_ASK_FIELD_OPTIONS \
	{ "all", 0, NULL, false, NULL, "every strategy that there is" }, \
	{ "scenario", 'S', "SCENARIO", false, "@scenarios", \
	  "the game that two play; 'duel' if not given" }, \
	{ "treaty", 't', "TREATY", false, "@treaties", \
	  "another treaty than the scenario's" }, \
	{ "payoffs", 'p', "PAYOFFS", false, "@payoffs", \
	  "other payoffs than the scenario's" }, \
	{ "set", 0, "KEY=VALUE", true, NULL, \
	  "override a key of the scenario, as noise.false_alarm=0.02" }, \
	{ "continuation", 'c', "CHANCE", false, NULL, \
	  "chance that there is another round, in place of the scenario's" }, \
	{ "rounds", 'r', "N", false, NULL, \
	  "rounds of a match, in place of the scenario's; 0: no end but by " \
	  "continuation" }, \
	{ "slip", 0, "CHANCE", false, NULL, \
	  "chance that a move is executed as the other one, in place of the " \
	  "scenario's" }, \
	{ "long-run", 0, NULL, false, NULL, \
	  "payoffs of the long run, without end or discount" }, \
	{ "seed", 's', "N", false, NULL, \
	  "seed of what is drawn; 1 if not given" }, \
	{ "threads", 'j', "N", false, NULL, \
	  "threads; as many as there are cores where not given" }

struct dt_ask_field {
	struct dt_experiment game;
	struct dt_field field;
	struct dt_matches_request request;      /* one thread's worth of what is
	                                         * asked; engine auto */
};

/* The game, its strategies (operands: names, files, folders; or --all) and how
 * they are to meet. DT_EUSAGE: there are none. */
enum dt_status dt_ask_field(const struct dt_ask *ask,
    struct dt_ask_field *field, struct dt_error *err);

/* Their matches, in the arena of answers. */
enum dt_status dt_ask_field_meet(const struct dt_ask *ask,
    const struct dt_ask_field *field, struct dt_matches *matches,
    struct dt_error *err);

#endif
