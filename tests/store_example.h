/*
 * store_example: a database so small that every answer is worked out by hand.
 *
 * Scenario duo: alpha, a lab that plays grim, and beta, a nation that plays
 * race. Payoffs of a round (T, R, P, S) = (5, 3, 1, 0). Executed moves,
 * alpha's above beta's:
 *
 *   experiment 1, treaty none    run 1  PPRR   run 2  RR
 *                                       PRRP          RR
 *   experiment 2, treaty halt    run 1  PPPP   run 2  PPPP
 *                                       PPRP          PPPP
 *
 * halt is in force from round 1 and costs each party 0.5 a round. In its run
 * 1 alpha has a false alarm in round 2; beta's breach in round 3 is declared
 * PAUSE, raises an alarm and is fined 2, and the treaty ends: round 4 is
 * played without. Payoffs, alpha and beta:
 *
 *   1.1  3+0+1+5 = 9      3+5+1+0 = 9          1.2  2      2
 *   2.1  2.5+2.5-0.5+3 = 7.5   2.5+2.5+2.5+3 = 10.5   2.2  10   10
 */
#ifndef DT_TESTS_STORE_EXAMPLE_H
#define DT_TESTS_STORE_EXAMPLE_H

#include <check.h>
#include <stdio.h>
#include <string.h>

#include "store/store.h"

static const struct dt_store_agent example_agents[2] = {
	{ .name = "alpha", .title = "Alpha Lab", .kind = "lab",
	    .host = "beta", .strategy = "grim", .status = "stylised",
	    .weight = 0.25, .signs = true },
	{ .name = "beta", .title = "Beta", .kind = "nation", .host = "",
	    .strategy = "race", .status = "stylised", .weight = 0.75,
	    .signs = true },
};

static inline struct dt_store_experiment
example_experiment(const char *key, const char *treaty, uint64_t seed)
{
	return (struct dt_store_experiment){
		.key = key, .scenario = "duo", .title = "Two agents",
		.treaty = treaty, .payoffs = "pd",
		.config = strcmp(treaty, "none") == 0 ? "scenario: duo\n"
		    "treaty:\n  treaty: none\nnoise:\n  slip: 0\n" :
		    "scenario: duo\ntreaty:\n  treaty: halt\n"
		    "  parties: [alpha, beta]\nnoise:\n  slip: 0\n",
		.config_sha256 = "c0", .seed = seed, .generator = "philox",
		.engine = "reference", .detail = "rounds",
		.command = "detente run duo", .version = "0.1.0",
		.model_version = 1, .libraries = "sqlite", .runs = 2,
		.started_at = "2026-06-01T12:00:00Z",
	};
}

struct example_run {
	const char *alpha, *beta;       /* executed moves, P and R */
	struct dt_store_run run;
	struct dt_store_outcome outcomes[2];
};

static const struct example_run example_none[2] = {
	{ "PPRR", "PRRP",
	    { .run = 1, .rounds = 4, .all_paused_rounds = 1,
		.ending = "none" },
	    { { .rounds_paused = 2, .payoff = 9 },
		{ .rounds_paused = 2, .payoff = 9 } } },
	{ "RR", "RR", { .run = 2, .rounds = 2, .ending = "none" },
	    { { .payoff = 2 }, { .payoff = 2 } } },
};

static const struct example_run example_halt[2] = {
	{ "PPPP", "PPRP",
	    { .run = 1, .rounds = 4, .all_paused_rounds = 3,
		.in_force_rounds = 3, .entered_round = 1, .ended_round = 3,
		.ending = "response", .first_breach_round = 3 },
	    { { .rounds_paused = 4, .rounds_party = 3, .rounds_bound = 3, .findings_wrong = 1,
		.payoff = 7.5, .monitoring_cost = 1.5 },
		{ .rounds_paused = 3, .rounds_party = 3, .rounds_bound = 3, .breaches = 1,
		.findings_right = 1, .false_declarations = 1, .payoff = 10.5,
		.fines = 2, .monitoring_cost = 1.5 } } },
	{ "PPPP", "PPPP",
	    { .run = 2, .rounds = 4, .all_paused_rounds = 4,
		.in_force_rounds = 4, .entered_round = 1, .ending = "none" },
	    { { .rounds_paused = 4, .rounds_party = 4, .rounds_bound = 4, .payoff = 10,
		.monitoring_cost = 2 },
		{ .rounds_paused = 4, .rounds_party = 4, .rounds_bound = 4, .payoff = 10,
		.monitoring_cost = 2 } } },
};

static inline double
example_payoff(bool mine, bool other)
{
	return mine ? (other ? 1 : 5) : (other ? 0 : 3);
}

static inline void
example_round(const struct example_run *r, int64_t round,
    struct dt_store_move moves[2])
{
	bool race[2] = { r->alpha[round - 1] == 'R',
	    r->beta[round - 1] == 'R' };
	bool in_force = round <= r->run.in_force_rounds;
	bool breach = in_force && race[1];
	for (int i = 0; i < 2; i++)
		moves[i] = (struct dt_store_move){
			.intended = race[i], .executed = race[i],
			.declared = race[i] && !in_force, .party = in_force,
			.alarm = (i == 1 && breach) || (i == 0 && round == 2 &&
			    r->outcomes[0].findings_wrong > 0),
			.finding = (i == 1 && breach) || (i == 0 && round == 2 &&
			    r->outcomes[0].findings_wrong > 0),
			.bound = in_force, .alarms_seen = race[1 - i],
			.fine = i == 1 && breach ? 2 : 0,
			.payoff = example_payoff(race[i], race[1 - i]) -
			    (i == 1 && breach ? 2 : 0) - (in_force ? 0.5 : 0),
		};
}

static inline void
example_put(struct dt_store *store, int64_t id, const struct example_run *r)
{
	struct dt_error err = { 0 };
	struct dt_store_move moves[2];
	ck_assert_msg(dt_store_put_run(store, id, &r->run, r->outcomes, 2,
	    &err) == DT_OK, "%s", err.message);
	for (int64_t round = 1; round <= r->run.rounds; round++) {
		example_round(r, round, moves);
		ck_assert_msg(dt_store_put_round(store, id, r->run.run, round,
		    round <= r->run.in_force_rounds ? "in force" :
		    r->run.ended_round ? "ended" : "none", moves, 2, &err) ==
		    DT_OK, "%s", err.message);
	}
}

static inline void
example_add(struct dt_store *store, const char *key, const char *treaty,
    uint64_t seed, const struct example_run runs[2])
{
	struct dt_error err = { 0 };
	struct dt_store_experiment e = example_experiment(key, treaty, seed);
	int64_t id = 0;
	bool found = true;
	ck_assert_msg(dt_store_register(store, &e, example_agents, 2, &id,
	    &found, &err) == DT_OK, "%s", err.message);
	ck_assert(!found);
	ck_assert_int_eq(dt_store_begin(store, &err), DT_OK);
	example_put(store, id, &runs[0]);
	example_put(store, id, &runs[1]);
	ck_assert_msg(dt_store_commit(store, &err) == DT_OK, "%s",
	    err.message);
	ck_assert_msg(dt_store_end(store, id, "2026-06-01T12:00:09Z", &err) ==
	    DT_OK, "%s", err.message);
}

static inline void
example_make(const char *path)
{
	struct dt_error err = { 0 };
	struct dt_store *store = NULL;
	ck_assert_msg(dt_store_open(&store, path, DT_STORE_CREATE, &err) ==
	    DT_OK, "%s", err.message);
	example_add(store, "k1", "none", 1, example_none);
	example_add(store, "k2", "halt", UINT64_MAX, example_halt);
	ck_assert_msg(dt_store_close(store, &err) == DT_OK, "%s",
	    err.message);
}

#endif
