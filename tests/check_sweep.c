/* check_sweep: the grid of a sweep, its order and shards, a cell's game, and
 * which engine answers. */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "play/answer.h"
#include "sweep/sweep_play.h"

static struct dt_arena arena;
static struct dt_catalogue catalogue;
static struct dt_faults faults;
static struct dt_error err;
static struct dt_sweep sweep;

static void
set_up(void)
{
	const char *root = getenv("srcdir");
	const char *roots[] = { root ? root : ".", NULL };
	arena = (struct dt_arena){ 0 };
	faults = (struct dt_faults){ .arena = &arena };
	ck_assert_int_eq(dt_catalogue_open(&catalogue, &arena, NULL, roots,
	    &err), DT_OK);
}

static void
tear_down(void)
{
	dt_arena_free(&arena);
}

static enum dt_status
resolve(const char *text)
{
	struct dt_source *source = dt_arena_new(&arena, 1, sizeof(*source));
	struct dt_node *root;
	struct dt_sweep_request request = { .seed = 7 };
	*source = (struct dt_source){ "sweep.yaml", text, strlen(text) };
	enum dt_status status = dt_node_read(&arena, source, &root, &faults,
	    &err);
	return status ? status : dt_sweep_resolve(&catalogue, root, &request,
	    &sweep, &faults, &err);
}

static void
needs(const char *text)
{
	ck_assert_msg(resolve(text) == DT_OK, "%s", err.message);
}

#define GRID(axes) "sweep: grid\nscenario: duel\nruns: 10\naxes:\n" axes
#define SLIP "  slip: {key: noise.slip, from: 0, to: 0.7, steps: 8}\n"
#define ROUNDS "  rounds: {key: rounds, values: [10, 20, 30]}\n"

START_TEST(every_cell_of_the_grid_comes_once)
{
	needs(GRID(SLIP ROUNDS));
	bool seen[8][3] = { { false } };
	ck_assert_int_eq(sweep.cells, 24);
	for (int64_t cell = 1; cell <= 24; cell++) {
		size_t index[DT_SWEEP_AXES_MOST];
		dt_sweep_place(&sweep, cell, index);
		ck_assert(index[0] < 8 && index[1] < 3);
		ck_assert(!seen[index[0]][index[1]]);
		seen[index[0]][index[1]] = true;
	}
}
END_TEST

/* Eight values: 0 4 2 6 1 5 3 7, each half of the rest as fine again. */
START_TEST(coarse_grids_come_first)
{
	static const size_t order[] = { 0, 4, 2, 6, 1, 5, 3, 7 };
	needs(GRID(SLIP));
	for (int64_t cell = 1; cell <= 8; cell++) {
		size_t index[DT_SWEEP_AXES_MOST];
		dt_sweep_place(&sweep, cell, index);
		ck_assert_uint_eq(index[0], order[cell - 1]);
	}
}
END_TEST

/* Of a two-dimensional grid the first quarter is every second value of
 * either axis: neither is left behind. */
START_TEST(what_there_is_of_an_interrupted_sweep_is_balanced)
{
	needs(GRID(SLIP
	    "  miss: {key: noise.public.miss, from: 0, to: 0.7, steps: 8}\n"));
	int count[2][8] = { { 0 } };
	for (int64_t cell = 1; cell <= 16; cell++) {
		size_t index[DT_SWEEP_AXES_MOST];
		dt_sweep_place(&sweep, cell, index);
		count[0][index[0]]++;
		count[1][index[1]]++;
	}
	for (size_t axis = 0; axis < 2; axis++)
		for (size_t i = 0; i < 8; i++)
			ck_assert_int_eq(count[axis][i], i % 2 ? 0 : 4);
}
END_TEST

START_TEST(shards_are_about_equal_and_none_is_a_corner)
{
	enum { CELLS = 4096, SHARDS = 16 };
	int count[SHARDS + 1] = { 0 }, first[SHARDS + 1] = { 0 };
	for (int64_t cell = 1; cell <= CELLS; cell++) {
		int64_t shard = dt_sweep_shard(cell, SHARDS);
		ck_assert(shard >= 1 && shard <= SHARDS);
		count[shard]++;
		first[shard] += cell <= CELLS / 4;
	}
	for (int shard = 1; shard <= SHARDS; shard++) {
		ck_assert_int_le(abs(count[shard] - CELLS / SHARDS), 3);
		ck_assert_int_le(abs(first[shard] - CELLS / SHARDS / 4), 3);
	}
}
END_TEST

/* .7/7 k is not written with its rounding error; a logarithmic range has
 * even ratios: 1, 10, 100. */
START_TEST(ranges_are_as_a_person_would_write_them)
{
	needs(GRID(SLIP
	    "  rounds: {key: rounds, from: 1, to: 100, steps: 3, log: yes}\n"));
	ck_assert_str_eq(sweep.axes[0].values[3].label, "0.3");
	ck_assert_double_eq(sweep.axes[0].values[6].number, 0.6);
	ck_assert_str_eq(sweep.axes[1].values[1].label, "10");
	ck_assert_str_eq(sweep.axes[1].values[2].label, "100");
}
END_TEST

static struct dt_experiment
cell_at(size_t a, size_t b)
{
	const size_t index[DT_SWEEP_AXES_MOST] = { a, b };
	struct dt_experiment e;
	ck_assert_msg(dt_sweep_cell(&sweep, index, &arena, &e, NULL, &err) ==
	    DT_OK, "%s", err.message);
	return e;
}

START_TEST(a_cell_is_the_scenario_with_its_values_set)
{
	needs(GRID("  all: {key: strategies, values: [grim, [comply, "
	    "leaver]]}\n  treaty: {key: treaty, values: [none, new-start]}\n"));
	struct dt_experiment e = cell_at(1, 1);
	const struct dt_scenario_agent *seats = e.scenario->agents.items;
	ck_assert_str_eq(seats[0].strategy.name, "comply");
	ck_assert_str_eq(seats[1].strategy.name, "leaver");
	ck_assert_str_eq(e.scenario->treaty.name, "new-start");
	e = cell_at(0, 0);
	seats = e.scenario->agents.items;
	ck_assert_str_eq(seats[1].strategy.name, "grim");
	ck_assert(!e.model.terms.exists);
}
END_TEST

/* The same configuration by --set and by a sweep is the same experiment. */
START_TEST(a_cell_has_the_key_of_the_run)
{
	needs(GRID(SLIP ROUNDS));
	struct dt_experiment by_sweep = cell_at(2, 1), by_set;
	const char *const sets[] = { "noise.slip=0.2", "rounds=20", NULL };
	struct dt_experiment_request request = { .scenario = "duel",
		.sets = sets, .seed = 7, .rounds = -1 };
	ck_assert_int_eq(dt_experiment_make(&catalogue, &request, &by_set,
	    &faults, &err), DT_OK);
	ck_assert_str_eq(by_sweep.config, by_set.config);
	ck_assert_str_eq(by_sweep.key, by_set.key);
}
END_TEST

START_TEST(words_do_not_change_what_a_sweep_is)
{
	needs(GRID(SLIP));
	const char *key = sweep.key;
	needs("sweep: grid\ntitle: Another\nmeasure: entered_share\n"
	    "scenario: duel\nruns: 10\naxes:\n" SLIP);
	ck_assert_str_eq(sweep.key, key);
	needs("sweep: grid\nscenario: duel\nruns: 11\naxes:\n" SLIP);
	ck_assert_str_ne(sweep.key, key);
}
END_TEST

START_TEST(faults_have_their_places)
{
	static const struct {
		const char *axes;
		size_t line, column;
	} cases[] = {
		{ "  a: {key: noise.slop, values: [1]}\n", 5, 18 },
		{ "  a: {key: noise.slip, values: [0, x]}\n", 5, 36 },
		{ "  a: {key: treaty, values: [none, nune]}\n", 5, 35 },
		{ "  a: {key: rounds, values: 4}\n", 5, 28 },
		{ "  a: {key: rounds, from: 0, to: 9, log: yes}\n", 5, 41 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[256] = GRID("");
		strcat(text, cases[i].axes);
		faults = (struct dt_faults){ .arena = &arena };
		ck_assert_int_eq(resolve(text), DT_EINPUT);
		ck_assert_uint_ge(faults.n, 1);
		ck_assert_uint_eq(faults.list[0].at.line, cases[i].line);
		ck_assert_uint_eq(faults.list[0].at.column, cases[i].column);
	}
}
END_TEST

/* Engines: what each says of two win-stay, lose-shifts that slip. */

static void
answers(enum dt_engine engine, int64_t runs, struct dt_answer *answer)
{
	struct dt_experiment e = cell_at(0, 0);
	struct dt_answer_choice choice;
	struct dt_answer_request request = { .engine = engine, .runs = runs };
	ck_assert_msg(dt_answer_pick(&choice, &e.model, &request, &err) ==
	    DT_OK, "%s", err.message);
	if (engine != DT_ENGINE_AUTO)
		ck_assert_int_eq(choice.engine, engine);
	*answer = (struct dt_answer){ 0 };
	ck_assert_int_eq(dt_answer_play(&choice, 1, runs / 2, NULL, answer,
	    &err), DT_OK);
	if (choice.engine != DT_ENGINE_CHAIN)
		ck_assert_int_eq(dt_answer_play(&choice, runs / 2 + 1, runs,
		    NULL, answer, &err), DT_OK);
	dt_answer_drop(&choice);
}

/* b plays in the second cell alone, so it is known; c in none. Nobody signs in
 * the first, which may be what the sweep is about; in the last sweep nobody
 * does in any cell. Of what a database keeps nobody is warned. */
START_TEST(cells_are_warned_of_together)
{
	static const char who[] = "sweep: who\nscenario: duel\n"
	    "set: {treaty: grim}\naxes:\n"
	    "  who: {key: agents, values: [{a: {joins: 0}, us: {joins: 0}}, "
	    "{a: {host: c}, b: {}}]}\n"
	    "  first: {key: treaty.parties, values: [[b, a]]}\n";
	needs(who);
	ck_assert_uint_eq(faults.n_warnings, 1);
	ck_assert_str_eq(faults.warnings[0].message, "nobody is called 'c'");
	ck_assert_uint_eq(faults.warnings[0].at.line, 5);
	faults = (struct dt_faults){ .arena = &arena };
	needs("sweep: never\nscenario: duel\n"
	    "set: {treaty: grim, agents.one.joins: 0, agents.two.joins: 0}\n"
	    "axes:\n" SLIP);
	ck_assert_uint_eq(faults.n_warnings, 1);
	ck_assert_ptr_nonnull(strstr(faults.warnings[0].message,
	    "the treaty grim cannot enter into force."));
}
END_TEST

START_TEST(the_engines_agree)
{
	static struct dt_answer exact, lanes, plain;
	needs(GRID("  slip: {key: noise.slip, values: [0.05]}\n"
	    "  both: {key: strategies, values: [win-stay-lose-shift]}\n"));
	answers(DT_ENGINE_CHAIN, 2, &exact);
	answers(DT_ENGINE_LANES, 3000, &lanes);
	answers(DT_ENGINE_REFERENCE, 3000, &plain);
	double mean = exact.exact.agent[0].payoff;
	ck_assert_int_eq(lanes.summary.runs, 3000);
	ck_assert_int_eq(plain.summary.runs, 3000);
	ck_assert_double_lt(fabs(dt_summary_mean(&lanes.summary.payoff) - mean),
	    4 * dt_summary_error(&lanes.summary.payoff));
	ck_assert_double_lt(fabs(dt_summary_mean(&plain.summary.payoff) - mean),
	    4 * dt_summary_error(&plain.summary.payoff));
	answers(DT_ENGINE_AUTO, 3000, &plain);
	ck_assert_int_eq(plain.engine, DT_ENGINE_CHAIN);
}
END_TEST

/* For a target the runs double until it is met, and no further: with error s
 * for n runs they are the first n 2^k with s about sd / sqrt(n 2^k). */
START_TEST(a_target_error_is_met)
{
	static struct dt_sweep_result result;
	needs("sweep: grid\nscenario: duel\nruns: 10\nengine: reference\n"
	    "error: {of: payoff_per_round, at_most: 0.005, most: 100000}\n"
	    "axes:\n  slip: {key: noise.slip, values: [0.05]}\n");
	dt_sweep_play_cell(&sweep, 1, NULL, &result);
	ck_assert_msg(result.status == DT_OK, "%s", result.error.message);
	ck_assert_int_gt(result.cell.runs, 10);
	ck_assert_double_le(result.cell.measure[DT_CELL_PAYOFF_SE], 0.005);
	ck_assert_int_eq(result.cell.runs % 10, 0);
	dt_arena_free(&result.arena);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("sweep");
	TCase *all = tcase_create("sweep");
	tcase_add_checked_fixture(all, set_up, tear_down);
	tcase_set_timeout(all, 60);
	tcase_add_test(all, every_cell_of_the_grid_comes_once);
	tcase_add_test(all, coarse_grids_come_first);
	tcase_add_test(all,
	    what_there_is_of_an_interrupted_sweep_is_balanced);
	tcase_add_test(all, shards_are_about_equal_and_none_is_a_corner);
	tcase_add_test(all, ranges_are_as_a_person_would_write_them);
	tcase_add_test(all, a_cell_is_the_scenario_with_its_values_set);
	tcase_add_test(all, a_cell_has_the_key_of_the_run);
	tcase_add_test(all, words_do_not_change_what_a_sweep_is);
	tcase_add_test(all, faults_have_their_places);
	tcase_add_test(all, cells_are_warned_of_together);
	tcase_add_test(all, the_engines_agree);
	tcase_add_test(all, a_target_error_is_met);
	suite_add_tcase(suite, all);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed == 0 ? 0 : 1;
}
