/* check_keeping: shipped treaties as `solve` answers them, and phase maps. */
#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "verdict/keeping_map.h"

static struct dt_arena arena;
static struct dt_catalogue catalogue;
static struct dt_error err;

static void
setup(void)
{
	const char *root = getenv("srcdir");
	const char **roots = dt_arena_new(&arena, 2, sizeof(*roots));
	roots[0] = root != NULL ? root : ".";
	catalogue = (struct dt_catalogue){ &arena, roots };
}

static void
teardown(void)
{
	dt_arena_free(&arena);
}

static const struct dt_solution_table *
table_of(const struct dt_solution *s, const char *name)
{
	const struct dt_solution_table *t = s->tables;
	while (t != NULL && strcmp(t->name, name) != 0)
		t = t->next;
	ck_assert_msg(t != NULL, "no table %s", name);
	return t;
}

static const struct dt_solution_cell *
cell(const struct dt_solution_table *t, size_t row, const char *column)
{
	for (size_t c = 0; c < t->n_columns; c++)
		if (strcmp(t->columns[c].name, column) == 0)
			return &t->cells[row * t->n_columns + c];
	ck_abort_msg("no column %s", column);
	return NULL;
}

static void
solve(const char *scenario, const char *treaty,
    const struct dt_keeping_request *request, struct dt_solution *solution)
{
	struct dt_experiment_request r = { .scenario = scenario,
	    .treaty = treaty, .seed = 1, .rounds = -1 };
	struct dt_experiment experiment;
	struct dt_faults faults = { .arena = &arena };
	ck_assert_msg(dt_experiment_make(&catalogue, &r, &experiment, &faults,
	    &err) == DT_OK, "%s", err.message);
	ck_assert_msg(dt_keeping_solve(&arena, &experiment, request, solution,
	    &err) == DT_OK, "%s", err.message);
}

static void
map_of(const char *x, const char *y, int threads,
    struct dt_solution *solution)
{
	static const char *const sets[] = { "treaty=grim", NULL };
	struct dt_keeping_map_request r = { .scenario = "noisy-pair",
	    .sets = sets, .play.threads = threads, .n_axes = 2 };
	struct dt_keeping_map *map;
	struct dt_faults faults = { .arena = &arena };
	size_t all;
	ck_assert(!dt_keeping_map_read(&arena, x, &r.axes[0], &err));
	ck_assert(!dt_keeping_map_read(&arena, y, &r.axes[1], &err));
	ck_assert_msg(!dt_keeping_map_new(&map, &catalogue, &r, &faults, &err),
	    "%s", err.message);
	while (dt_keeping_map_wait(map, &all) < all)
		;
	ck_assert(!dt_keeping_map_tell(map, solution, NULL, &err));
	dt_keeping_map_free(map);
}

/* Grim holds iff c >= 1/(2(p-q)+p), p = .9, q = sqrt(.9) miss (Mailath and
 * Samuelson); no cell is that near to it that rounding of the file's false
 * alarm decides. */
START_TEST(a_map_of_grim_is_its_closed_form)
{
	struct dt_solution s;
	map_of("monitoring.miss=0:1:21", "continuation=0.31:0.97:23", 2, &s);
	const struct dt_solution_table *t = table_of(&s, "map");
	size_t rows = dt_solution_rows(t), yes = 0;
	ck_assert_uint_eq(rows, 21 * 23);
	for (size_t k = 0; k < rows; k++) {
		double q = sqrt(.9) * cell(t, k, "x")->number;
		double least = 1 / (2 * (.9 - q) + .9);
		double c = cell(t, k, "y")->number;
		bool holds = strcmp(cell(t, k, "holds")->text, "yes") == 0;
		ck_assert_double_gt(fabs(c - least), 1e-6);
		ck_assert_msg(holds == (q < .9 && c >= least),
		    "miss %g, c %g", cell(t, k, "x")->number, c);
		yes += holds;
	}
	ck_assert(yes > 50 && yes < rows - 50);
	dt_solution_free(&s);
}
END_TEST

START_TEST(a_map_is_the_same_for_any_threads)
{
	struct dt_solution one, many;
	map_of("monitoring.miss=0:1:5", "noise.slip=0:0.1:5", 1, &one);
	map_of("monitoring.miss=0:1:5", "noise.slip=0:0.1:5", 7, &many);
	const struct dt_solution_table *a = table_of(&one, "map"),
	    *b = table_of(&many, "map");
	ck_assert_uint_eq(dt_solution_rows(a), 25);
	for (size_t k = 0; k < 25; k++) {
		ck_assert_str_eq(cell(a, k, "holds")->text,
		    cell(b, k, "holds")->text);
		ck_assert(cell(a, k, "slack")->number ==
		    cell(b, k, "slack")->number);
	}
	dt_solution_free(&one);
	dt_solution_free(&many);
}
END_TEST

/* Of a pair: three parties there never are. Of the others grim holds from
 * .588235 on, by 1/(2(p-q)+p), and the sentence names a cell of those. */
START_TEST(a_map_names_the_best_of_the_cells_that_hold)
{
	struct dt_solution s;
	map_of("treaty.entry.parties=2:3:2", "continuation=0.5:0.7:2", 1, &s);
	const struct dt_solution_table *t = table_of(&s, "map");
	static const char *const holds[] = { "no", "never in force", "yes",
	    "never in force" };
	for (size_t k = 0; k < 4; k++) {
		ck_assert_str_eq(cell(t, k, "holds")->text, holds[k]);
		ck_assert_int_eq(cell(t, k, "slack")->kind ==
		    DT_SOLUTION_NOTHING, k % 2 == 1);
	}
	const char *says = dt_text_string(&s.says);
	ck_assert_ptr_nonnull(strstr(says, "in 1 of 4 cells"));
	ck_assert_ptr_nonnull(strstr(says, "holds best at "
	    "treaty.entry.parties 2, continuation 0.7: "));
	ck_assert(!s.no);
	dt_solution_free(&s);
}
END_TEST

START_TEST(a_key_must_come_with_a_range)
{
	static const char *const bad[] = { "miss", "=0:1:3", "miss=0:1",
	    "miss=0:1:1", "miss=0:x:3", "miss=0:1:2.5", "miss=1:1:3",
	    "miss=0:1:1000000", "a\"b=0:1:3" };
	struct dt_keeping_map_axis axis;
	for (size_t k = 0; k < sizeof(bad) / sizeof(bad[0]); k++)
		ck_assert_msg(dt_keeping_map_read(&arena, bad[k], &axis,
		    &err) == DT_EUSAGE, "%s", bad[k]);
	ck_assert(!dt_keeping_map_read(&arena, "bond=0:1:2", &axis, &err));
	ck_assert_str_eq(axis.key, "treaty.bond");
	ck_assert(!dt_keeping_map_read(&arena, "noise.slip=0:1:2", &axis,
	    &err));
	ck_assert_str_eq(axis.key, "noise.slip");
}
END_TEST

/* The file of green-porter: at .7 three rounds just deter, and it has four; it
 * and grim hold for noisy-pair. Under bwc nobody looks, so all race. */
START_TEST(shipped_treaties_hold_as_their_files_say)
{
	static const struct {
		const char *treaty, *holds;
	} rows[] = { { "green-porter", "yes" }, { "grim", "yes" },
	    { "bwc", "no" } };
	struct dt_keeping_request request = { .play.threads = 1 };
	for (size_t k = 0; k < 3; k++) {
		struct dt_solution s;
		solve("noisy-pair", rows[k].treaty, &request, &s);
		ck_assert_str_eq(cell(table_of(&s, "verdict"), 0,
		    "holds")->text, rows[k].holds);
		dt_solution_free(&s);
	}
}
END_TEST

/* In the last round, without strikes, a lab that races gains T - R = 2 and is
 * fined 1 at most, where its host does not stop it: more than nothing. So no
 * halt whose end is known holds. */
START_TEST(the_frontier_is_answered_by_play)
{
	struct dt_keeping_request request = { .play.threads = 2, .play.seed = 1,
	    .thresholds = true };
	struct dt_solution s;
	solve("frontier", "verified-halt", &request, &s);
	const struct dt_solution_table *t = table_of(&s, "verdict");
	ck_assert_str_eq(cell(t, 0, "method")->text, "simulated");
	ck_assert_str_eq(cell(t, 0, "holds")->text, "no");
	ck_assert_double_gt(cell(t, 0, "samples")->number, 100);
	ck_assert(s.no);
	dt_solution_free(&s);
}
END_TEST

/* The solution of a scenario whose files are changed by --set. */
static enum dt_status
try_set(const char *scenario, const char *treaty, const char *keep,
    const char *set, const struct dt_keeping_request *request,
    struct dt_solution *solution)
{
	const char *sets[] = { dt_arena_print(&arena, "continuation=%s", keep),
	    set, NULL };
	struct dt_experiment_request r = { .scenario = scenario,
	    .treaty = treaty, .sets = sets, .seed = 1, .rounds = -1 };
	struct dt_experiment experiment;
	struct dt_faults faults = { .arena = &arena };
	ck_assert_msg(dt_experiment_make(&catalogue, &r, &experiment, &faults,
	    &err) == DT_OK, "%s", err.message);
	return dt_keeping_solve(&arena, &experiment, request, solution, &err);
}

static void
solve_set(const char *scenario, const char *treaty, const char *keep,
    const char *set, const struct dt_keeping_request *request,
    struct dt_solution *solution)
{
	ck_assert_msg(try_set(scenario, treaty, keep, set, request,
	    solution) == DT_OK, "%s", err.message);
}

/* Of an independent exact judge (value iteration in a model of its own): the
 * slacks that are printed to so many digits. The first is that of a common coin,
 * by a second judge that agrees with the other on -3.170774 where blindness is
 * drawn apart for each party. The last three have strikes that
 * are forgiven without end, of which fines alone come: another's bear on
 * nobody, and its own are counted until they hide nothing any more. */
START_TEST(slacks_are_those_of_another_judge)
{
	static const struct {
		const char *scenario, *treaty, *keep, *set, *holds;
		double slack, by;
	} rows[] = {
		{ "two-powers", "conditional-halt", ".99", NULL, "no",
		    -3.172896, 1e-6 },
		{ "duel", "inf", ".995", "treaty.duration.lapses=no",
		    "no", -409.6, .05 },
		{ "duel", "montreal", ".98", "treaty.withdrawal.allowed=no",
		    "no", -49.9794, 1e-4 },
		{ "duel", "npt-iaea", ".98", NULL, "no", -103.5714, 1e-4 },
		{ "two-powers", "npt-iaea", ".98", NULL, "no", -150.5252,
		    1e-4 },
		{ "noisy-pair", "npt-iaea", ".98", NULL, "no", -56.41665,
		    1e-5 },
	};
	struct dt_keeping_request request = { .play.threads = 1 };
	for (size_t k = 0; k < sizeof(rows) / sizeof(rows[0]); k++) {
		struct dt_solution s;
		solve_set(rows[k].scenario, rows[k].treaty, rows[k].keep,
		    rows[k].set, &request, &s);
		const struct dt_solution_table *t = table_of(&s, "verdict");
		const char *method = cell(t, 0, "method")->text;
		double slack = cell(t, 0, "slack")->number;
		ck_assert_str_eq(cell(t, 0, "holds")->text, rows[k].holds);
		ck_assert_str_eq(method, "exact");
		ck_assert_double_eq_tol(slack, rows[k].slack, rows[k].by);
		dt_solution_free(&s);
	}
}
END_TEST

/* The row of a quantity and a part. */
static size_t
threshold_row(const struct dt_solution_table *t, const char *quantity,
    const char *part)
{
	for (size_t k = 0; k < dt_solution_rows(t); k++)
		if (strcmp(cell(t, k, "quantity")->text, quantity) == 0 &&
		    strcmp(cell(t, k, "part")->text, part) == 0)
			return k;
	ck_abort_msg("no row %s %s", quantity, part);
	return 0;
}

/* More inspections bring more false alarms. Grim by 1000 items, 10 bad, seen
 * with .8, clean ones alarm with .001, at .8, both inspected: p = (1-a)^2,
 * q = (1-a)(1-d), and 2/((p-q)(R-P) + 2 p) <= .8 for 70 to 178 items alone
 * (worked out with hypergeometric chances, apart from this program). */
START_TEST(too_many_inspections_break_a_treaty)
{
	struct dt_keeping_request request = { .thresholds = true,
	    .dials = true, .play = { .threads = 1 } };
	struct dt_solution s;
	solve_set("duel", "grim", ".8", "treaty={treaty: by-inspection, "
	    "duration: {lapses: yes}, monitoring: {channels: {items: {sample: "
	    "{items: 1000, hidden: 10, inspected: 100, detect: 0.8, "
	    "false_alarm: 0.001}}}}, response: {ladder: [{strikes: 1, end: "
	    "yes}]}}", &request, &s);
	const struct dt_solution_table *t = table_of(&s, "thresholds");
	size_t k = threshold_row(t, "treaty.monitoring.channels.items.sample."
	    "inspected", "holds");
	ck_assert_double_eq_tol(cell(t, k, "holds_from")->number, 70, 1e-12);
	ck_assert_double_eq_tol(cell(t, k, "holds_to")->number, 178, 1e-12);
	ck_assert_str_eq(cell(t, k, "from_is")->text, "closed");
	ck_assert_double_eq_tol(cell(t, k, "from_shown_within")->number, 1,
	    1e-12);
	dt_solution_free(&s);
}
END_TEST

/* By an independent exact judge: the conditional halt of two labs at .98 is
 * kept from a continuation of .6650 on, to a miss of .4642, and to a false
 * alarm of .1006. */
START_TEST(a_conditional_halt_is_kept_so_far)
{
	struct dt_keeping_request request = { .thresholds = true,
	    .play = { .threads = 1 } };
	struct dt_solution s;
	solve_set("duel", "conditional-halt", ".98", NULL, &request, &s);
	const struct dt_solution_table *t = table_of(&s, "thresholds");
	size_t k = threshold_row(t, "continuation", "kept");
	ck_assert_double_eq_tol(cell(t, k, "holds_from")->number, .6650, 6e-5);
	k = threshold_row(t, "miss", "kept");
	ck_assert_double_eq_tol(cell(t, k, "holds_to")->number, .4642, 6e-5);
	k = threshold_row(t, "false_alarm", "kept");
	ck_assert_double_eq_tol(cell(t, k, "holds_to")->number, .1006, 6e-5);
	dt_solution_free(&s);
}
END_TEST

struct watch {
	int64_t done, all;      /* as told the last time */
	int64_t stop;           /* once so many are done */
};

static bool
watch(void *of, const char *what, int64_t done, int64_t all)
{
	struct watch *w = of;
	ck_assert_str_eq(what, "keys");
	ck_assert(all > 1 && (w->all == 0 || w->all == all));
	ck_assert(done == w->done || done == w->done + 1);
	w->done = done;
	w->all = all;
	return done < w->stop;
}

/* From none to all, one by one; or no further than it is let. */
START_TEST(thresholds_tell_how_far_they_are)
{
	for (int threads = 1; threads <= 3; threads += 2) {
		struct watch w = { .stop = INT64_MAX };
		struct dt_keeping_request request = { .thresholds = true,
		    .dials = true, .play.threads = threads, .go_on = watch,
		    .of = &w };
		struct dt_solution s;
		solve_set("noisy-pair", "grim", ".7", NULL, &request, &s);
		ck_assert_int_eq(w.done, w.all);
		dt_solution_free(&s);
		w = (struct watch){ .stop = 2 };
		ck_assert_int_eq(try_set("noisy-pair", "grim", ".7", NULL,
		    &request, &s), DT_ESTOPPED);
		ck_assert_int_eq(w.done, 2);
		dt_solution_free(&s);
	}
}
END_TEST

/* Two agents never make three parties, so nothing is kept; and with one that
 * entry needs and that never signs it is the same, or where neither may sign,
 * with no value of complying either. */
START_TEST(a_treaty_that_never_enters_into_force_is_not_kept)
{
	static const char *const sets[] = { "treaty.entry.parties=3",
	    "agents.b.joins=0",
	    "agents={a: {joins: 0}, b: {joins: 0}}" };
	struct dt_keeping_request request = { .play.threads = 1,
	    .thresholds = true };
	for (size_t k = 0; k < 3; k++) {
		struct dt_solution s;
		solve_set("noisy-pair", "grim", ".7", sets[k], &request, &s);
		const struct dt_solution_table *t = table_of(&s, "verdict");
		ck_assert(strncmp(dt_text_string(&s.says), "Never", 5) == 0);
		ck_assert_str_eq(cell(t, 0, "holds")->text, "never in force");
		ck_assert_int_eq((int)cell(t, 0, "slack")->kind,
		    (int)DT_SOLUTION_NOTHING);
		ck_assert(s.no);
		for (t = s.tables; t != NULL; t = t->next)
			ck_assert_str_ne(t->name, "thresholds");
		ck_assert_int_eq(dt_solution_find(&s, "values") == NULL,
		    k == 2);
		dt_solution_free(&s);
	}
}
END_TEST

/* Where the other has seven strikes, which is seldom, racing in secret gains
 * .134940, by an independent exact judge, and a plan may gain more: it does
 * not hold, exactly or by play. That it was played is said with its reason. */
START_TEST(what_pays_where_it_is_rare_is_found)
{
	struct dt_keeping_request request = { .play.threads = 1,
	    .play.seed = 1 };
	struct dt_solution s;
	solve_set("duel", "verified-halt", ".98",
	    "treaty.monitoring.false_alarm=0.02", &request, &s);
	const struct dt_solution_table *t = table_of(&s, "verdict");
	double slack = cell(t, 0, "slack")->number, error = 0;
	ck_assert_str_eq(cell(t, 0, "holds")->text, "no");
	if (strcmp(cell(t, 0, "method")->text, "simulated") == 0) {
		error = cell(t, 0, "standard_error")->number;
		ck_assert_ptr_nonnull(strstr(cell(t, 0, "why")->text,
		    "out of reach"));
		ck_assert_double_gt(error, 0);
		ck_assert_double_lt(error, .1);
	}
	ck_assert_double_le(slack, -.134940 + 4 * error + 1e-6);
	ck_assert(s.no);
	dt_solution_free(&s);
}
END_TEST

/* Of the same judge, all plans counted: what departing gains at the most where
 * compliers come to, at a continuation of .98. Play comes to no more, and to
 * no less than a fiftieth below. */
START_TEST(slacks_by_play_are_those_of_an_exact_judge)
{
	static const struct {
		const char *treaty;
		double gains;
	} rows[] = { { "montreal", 49.9794 }, { "compute-cap", 100.756 },
	    { "ctbt", 92.4471 } };
	for (size_t k = 0; k < 3; k++) {
		const char *sets[] = { "continuation=.98", NULL };
		struct dt_experiment_request r = { .scenario = "duel",
		    .treaty = rows[k].treaty, .sets = sets, .seed = 1,
		    .rounds = -1 };
		struct dt_comply_play_request request = { .seed = 1,
		    .threads = 2, .slack_error = 1 };
		struct dt_faults faults = { .arena = &arena };
		struct dt_experiment e;
		struct dt_comply_model m;
		struct dt_comply_verdict v;
		ck_assert(!dt_experiment_make(&catalogue, &r, &e, &faults,
		    &err));
		ck_assert(!dt_keeping_model(&arena, &e, NULL, &m, &err));
		ck_assert(!dt_comply_play(&m, &request, &v, &err));
		double error = fmax(v.part[DT_COMPLY_KEPT].error,
		    v.part[DT_COMPLY_STAYED].error);
		double most = fmax(-v.part[DT_COMPLY_KEPT].slack,
		    -v.part[DT_COMPLY_STAYED].slack);
		ck_assert_int_eq(v.answer, DT_COMPLY_NO);
		ck_assert_double_le(error, 2);
		ck_assert_double_le(most, rows[k].gains + 4 * error);
		ck_assert_double_ge(most, .98 * rows[k].gains - 4 * error);
		dt_comply_verdict_free(&v);
	}
}
END_TEST

START_TEST(patience_names_an_agent_and_a_chance)
{
	static const char *const bad[] = { "a", "x=.5", "a=1", "a=-1", "a=y" };
	for (size_t k = 0; k < sizeof(bad) / sizeof(bad[0]); k++) {
		const char *const patience[] = { bad[k], NULL };
		struct dt_experiment_request r = { .scenario = "noisy-pair",
		    .seed = 1, .rounds = -1 };
		struct dt_faults faults = { .arena = &arena };
		struct dt_experiment e;
		struct dt_comply_model m;
		ck_assert(!dt_experiment_make(&catalogue, &r, &e, &faults,
		    &err));
		ck_assert_int_eq(dt_keeping_model(&arena, &e, patience, &m,
		    &err), DT_EUSAGE);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("keeping");
	TCase *t = tcase_create("keeping");
	tcase_add_checked_fixture(t, setup, teardown);
	tcase_set_timeout(t, 240);
	tcase_add_test(t, a_map_of_grim_is_its_closed_form);
	tcase_add_test(t, a_map_is_the_same_for_any_threads);
	tcase_add_test(t, a_map_names_the_best_of_the_cells_that_hold);
	tcase_add_test(t, a_key_must_come_with_a_range);
	tcase_add_test(t, shipped_treaties_hold_as_their_files_say);
	tcase_add_test(t, the_frontier_is_answered_by_play);
	tcase_add_test(t, slacks_are_those_of_another_judge);
	tcase_add_test(t, too_many_inspections_break_a_treaty);
	tcase_add_test(t, a_conditional_halt_is_kept_so_far);
	tcase_add_test(t, thresholds_tell_how_far_they_are);
	tcase_add_test(t,
	    a_treaty_that_never_enters_into_force_is_not_kept);
	tcase_add_test(t, what_pays_where_it_is_rare_is_found);
	tcase_add_test(t, slacks_by_play_are_those_of_an_exact_judge);
	tcase_add_test(t, patience_names_an_agent_and_a_chance);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
