/*
 * sweep_example: a sweep so small that every answer is worked out by hand,
 * to be added to the database of store_example.h.
 *
 * Axes fine (0, 2) and own (comply, race); two agents. Whoever complies earns
 * 3 a round and both pause; alpha racing earns 5 without a fine and 1 with
 * one, with an error of .02, the other 0 and 2.
 */
#ifndef DT_TESTS_SWEEP_EXAMPLE_H
#define DT_TESTS_SWEEP_EXAMPLE_H

#include <check.h>
#include <string.h>

#include "store/store_sweep.h"

static const struct sweep_example_cell {
	int64_t levels[2];
	bool race;
	double pause, payoff, entered, alpha, beta;
} sweep_example_cells[4] = {
	{ { 1, 1 }, false, 1, 3, 1, 3, 3 },
	{ { 2, 1 }, false, 1, 3, 1, 3, 3 },
	{ { 1, 2 }, true, 0.5, 2.5, 1, 5, 0 },
	{ { 2, 2 }, true, 0.25, 1.5, 0.5, 1, 2 },
};

static inline enum dt_status
sweep_example_put(struct dt_store *store, int64_t id, int64_t number,
    struct dt_error *err)
{
	const struct sweep_example_cell *c =
	    &sweep_example_cells[number - 1];
	struct dt_store_cell row = { .cell = number, .config_sha256 = "c",
	    .key = "0123456789abcdef0123456789abcdef"
		"0123456789abcdef0123456789abcdef",
	    .engine = c->race ? "lanes" : "chain",
	    .runs = c->race ? 100 : 0, .states = c->race ? 0 : 4,
	    .measure = { [DT_CELL_PAUSE] = c->pause,
		[DT_CELL_PAUSE_SE] = c->race ? 0.01 : 0,
		[DT_CELL_ALL_PAUSED] = !c->race,
		[DT_CELL_PAYOFF] = c->payoff,
		[DT_CELL_ENTERED] = c->entered,
		[DT_CELL_ENDED] = c->race ? 0.25 : 0 } };
	struct dt_store_cell_outcome outcomes[2] = {
		{ .name = "alpha", .strategy = c->race ? "race" : "comply",
		    .figure = { [DT_FIGURE_PAYOFF] = c->alpha,
			[DT_FIGURE_PAYOFF_SE] = c->race ? 0.02 : 0 } },
		{ .name = "beta", .strategy = "comply",
		    .figure = { [DT_FIGURE_PAYOFF] = c->beta } },
	};
	return dt_store_sweep_put(store, id, &row, c->levels, 2, outcomes, 2,
	    err);
}

static inline void
sweep_example_add(const char *path)
{
	static const struct dt_store_level fines[] = { { "0", 0 },
		{ "2", 2 } };
	static const struct dt_store_level own[] = { { "comply", 1 },
		{ "race", 2 } };
	static const struct dt_store_axis axes[] = {
		{ "fine", "treaty.response.ladder", fines, 2 },
		{ "own", "agents.alpha.strategy", own, 2 },
	};
	struct dt_store_sweep sweep = { .key = "s1", .name = "tiny",
	    .title = "Tiny", .scenario = "duo", .engine = "auto",
	    .seed = 1, .cells = 4, .runs = 100, .model_version = 1 };
	struct dt_store *store;
	struct dt_error err = { 0 };
	int64_t id;
	bool found;
	enum dt_status status = dt_store_open(&store, path, DT_STORE_APPEND,
	    &err);
	if (status == DT_OK)
		status = dt_store_sweep_register(store, &sweep, axes, 2, &id,
		    &found, &err);
	if (status == DT_OK)
		status = dt_store_begin(store, &err);
	for (int64_t cell = 1; cell <= 4 && status == DT_OK; cell++)
		status = sweep_example_put(store, id, cell, &err);
	if (status == DT_OK)
		status = dt_store_commit(store, &err);
	if (status == DT_OK)
		status = dt_store_sweep_end(store, id,
		    "2026-06-01T12:00:09Z", &err);
	ck_assert_msg(status == DT_OK, "%s", err.message);
	ck_assert_int_eq(dt_store_close(store, &err), DT_OK);
}

#endif
