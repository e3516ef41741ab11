/* check_figure: the table of figures is what it says everywhere: columns of the
 * database with their units and meanings, the manual, and numbers worked out
 * by hand. */
#include "play/figure.h"
#include "store_case.h"

#include <math.h>

/* The columns of a table from the first figure on, with unit and meaning. */
static void
columns_are(const char *table, int before, const struct dt_figure *figures,
    int n)
{
	char text[512];
	snprintf(text, sizeof(text), "SELECT count(*) FROM"
	    " pragma_table_info('%s')", table);
	ck_assert_int_eq(atoi(ask(text)), before + n);
	for (int k = 0; k < n; k++) {
		snprintf(text, sizeof(text), "SELECT p.name || '|' || d.unit"
		    " || '|' || d.meaning FROM pragma_table_info('%s') AS p"
		    " JOIN schema_doc AS d ON d.table_name = '%s' AND"
		    " d.column_name = p.name WHERE p.cid = %d", table, table,
		    before + k);
		char want[256];
		snprintf(want, sizeof(want), "%s|%s|%s", figures[k].name,
		    figures[k].unit, figures[k].help);
		ck_assert_str_eq(ask(text), want);
	}
}

START_TEST(the_columns_of_cells_are_the_table)
{
	example_make(path);
	columns_are("cell", 7, dt_figure_game, DT_CELL_MEASURES);
	columns_are("cell_outcome", 5, dt_figure_agent, DT_CELL_FIGURES);
}
END_TEST

/* Whatever is per run is the mean of a total that `outcome` has. */
START_TEST(a_figure_per_run_bears_the_name_of_its_total)
{
	example_make(path);
	for (int k = 0; k < DT_CELL_FIGURES; k++) {
		const char *name = dt_figure_agent[k].name;
		const char *tail = strstr(name, "_per_run");
		char text[256];
		if (tail == NULL)
			continue;
		snprintf(text, sizeof(text), "SELECT count(*) FROM"
		    " (SELECT name FROM pragma_table_info('outcome') UNION ALL"
		    " SELECT name FROM pragma_table_info('race_outcome'))"
		    " WHERE name IN ('%.*s', '%.*s_total')", (int)(tail - name), name,
		    (int)(tail - name), name);
		ck_assert_msg(strcmp(ask(text), "1") == 0, "%s", name);
	}
}
END_TEST

static void
manual_tells(const char *page, const struct dt_figure *figures, int n)
{
	const char *at = page;
	for (int k = 0; k < n; k++) {
		char want[256];
		snprintf(want, sizeof(want), ".It Cm %s Pq %s\n%s\n",
		    figures[k].name, figures[k].unit, figures[k].help);
		at = strstr(at, want);
		ck_assert_msg(at != NULL, "detente-db(5) has not: %s", want);
	}
}

START_TEST(the_manual_tells_the_table_in_its_order)
{
	static char page[80 * 1024];
	const char *root = getenv("srcdir");
	char name[512];
	snprintf(name, sizeof(name), "%s/man/detente-db.5", root ? root : ".");
	FILE *file = fopen(name, "r");
	ck_assert_ptr_nonnull(file);
	page[fread(page, 1, sizeof(page) - 1, file)] = '\0';
	fclose(file);
	manual_tells(strstr(page, ".Ss Figures"), dt_figure_game,
	    DT_CELL_MEASURES);
	manual_tells(strstr(page, "Of one agent:"), dt_figure_agent,
	    DT_CELL_FIGURES);
}
END_TEST

START_TEST(words_are_the_names)
{
	const char *at = DT_FIGURE_WORDS;
	for (int k = 0; k < DT_CELL_MEASURES; k++) {
		size_t n = strlen(dt_figure_game[k].name);
		ck_assert_str_eq(dt_store_figure_words[k], dt_figure_game[k].name);
		ck_assert(strncmp(at, dt_figure_game[k].name, n) == 0);
		at += n + (at[n] == ' ');
	}
	ck_assert_str_eq(at, "");
	ck_assert_ptr_null(dt_store_figure_words[DT_CELL_MEASURES]);
}
END_TEST

/*
 * Two runs of two agents. Run 1, 4 rounds: a pauses 3, b 1, all 1; in force 3,
 * suspended 1; entered 1, ended 4, breach in 2; a is paid 6, b 2. Run 2, 1
 * round: both pause and are paid 3; never in force. The engines count what is
 * paid below 0: a 4 in fines, b 1, each 2 for monitoring.
 */
static struct dt_summary
two_runs(void)
{
	static struct dt_tally t[2] = {
		{ .n = 2, .rounds = 4, .in_force = 3, .suspended = 1,
		    .entered = 1, .ended = 4, .first_breach = 2,
		    .all_paused = 1, .agent = {
			{ .paused = 3, .party = 3, .slips = 1, .stopped = 2,
			    .breaches = 1, .alarms_right = 1,
			    .false_declarations = 1, .payoff = 6, .fines = -4,
			    .cost = -2, .transfers = 1 },
			{ .paused = 1, .party = 3, .breaches = 3,
			    .alarms_right = 2, .alarms_wrong = 4, .missed = 1,
			    .payoff = 2, .fines = -1, .cost = -2,
			    .transfers = -1 } } },
		{ .n = 2, .rounds = 1, .all_paused = 1, .agent = {
			{ .paused = 1, .payoff = 3 },
			{ .paused = 1, .payoff = 3 } } },
	};
	struct dt_summary s = { .n = 2 };
	dt_summary_add(&s, &t[0]);
	dt_summary_add(&s, &t[1]);
	return s;
}

/* The last six figures, where nothing grows: there is nothing to tell. */
#define NO_RACE NAN, NAN, NAN, NAN, NAN, NAN

static void
is_told(double value, double wanted)
{
	if (isnan(wanted))
		ck_assert_double_nan(value);
	else
		ck_assert_double_eq_tol(value, wanted, 1e-12);
}

/*
 * The same runs with a race. In run 1 a paused 3 of 4 rounds and b 1, so half
 * of all; in run 2 all: .75 a run, while of all rounds it is .6. A disaster in
 * run 1 only, in round 3, and a monopoly in both, in 4 and 1; no runaway. a
 * gets 2 of the prize and loses 1 for oversight and 20 by the disaster in run 1.
 */
START_TEST(what_a_race_came_to_is_told)
{
	struct dt_tally t[2] = {
		{ .n = 2, .rounds = 4, .race = { .exists = true,
		    .disaster = 3, .disasters = 1, .monopoly = 4 }, .agent = {
			{ .paused = 3, .race = { [DT_RACE_PRIZE] = 2,
			    [DT_RACE_OVERSIGHT] = -1,
			    [DT_RACE_DISASTER] = -20 } }, { .paused = 1 } } },
		{ .n = 2, .rounds = 1, .race = { .exists = true,
		    .monopoly = 1 }, .agent = { { .paused = 1 },
		    { .paused = 1, .race = { [DT_RACE_MONOPOLY] = -3 } } } },
	};
	static const double game[] = { .75, .5, 3, 1, 2.5, 0, NAN };
	static const double a[] = { 1, .5, 0, 0, 0, 10 };
	static const double b[] = { 0, 0, 0, 0, 1.5, 0 };
	struct dt_summary s = { .n = 2 };
	dt_summary_add(&s, &t[0]);
	dt_summary_add(&s, &t[1]);
	for (int k = 0; k < 7; k++)
		is_told(dt_figure_game[DT_CELL_PAUSE_RUN + k].played(&s, 0),
		    game[k]);
	for (int k = 0; k < 6; k++) {
		const struct dt_figure *f =
		    &dt_figure_agent[DT_FIGURE_PRIZE + k];
		is_told(f->played(&s, 0), a[k]);
		is_told(f->played(&s, 1), b[k]);
	}
}
END_TEST

/*
 * The ratio estimator's errors by hand: residuals e = x - r n of the two runs
 * are opposite, so that the error is sqrt(2 * 2 e^2 / 1) / N = 2 |e| / N.
 * All: paused r = 6/10, e = 4 - 8 * .6 = -.8, N 10: .16. Paid r = 14/10,
 * e = 8 - 11.2 = -3.2: .64. All paused r = 2/5, e = 1 - 1.6 = -.6, N 5: .24.
 */
START_TEST(what_was_played_is_told)
{
	static const double game[DT_CELL_MEASURES] = { .6, .16, .4, .24, 1.4,
		.64, .6, .2, .5, 1, .5, 4, .5, 2, 2.5, 2, 1.5, 2, .5, 2.5,
		NO_RACE, NAN };
	/* a: paused 4/5, e = 3 - 3.2 = -.2: .08; paid 9/5, e = -1.2: .48 */
	static const double a[DT_CELL_FIGURES] = { .8, .08, 1.8, .48, .6, .5,
		.5, 0, 0, .5, .5, 1, 2, 1, .5, NO_RACE };
	/* b: 2/5, e = 1 - 1.6: .24; 5/5, e = 2 - 4 = -2: .8 */
	static const double b[DT_CELL_FIGURES] = { .4, .24, 1, .8, .6, 1.5, 1,
		2, .5, 0, 0, 0, .5, 1, -.5, NO_RACE };
	struct dt_summary s = two_runs();
	for (int k = 0; k < DT_CELL_MEASURES; k++)
		is_told(dt_figure_value(&dt_figure_game[k], &s, NULL, 0),
		    game[k]);
	for (int k = 0; k < DT_CELL_FIGURES; k++) {
		const struct dt_figure *f = &dt_figure_agent[k];
		is_told(f->played(&s, 0), a[k]);
		is_told(f->played(&s, 1), b[k]);
	}
}
END_TEST

/* Runs of 10 rounds; what an agent has is a round's, so ten times it a run's. */
START_TEST(what_is_exact_is_told_without_error)
{
	struct dt_chain_answer x = { .n = 2, .rounds = 10, .all_paused = .3,
	    .in_force = .5, .suspended = .1, .entered = .9, .ended = .2,
	    .breached = 0, .entered_round = 2, .ended_round = 7,
	    .breached_round = NAN, .agent = {
		{ .paused = .75, .party = .5, .payoff = 2, .slips = .1,
		    .stopped = .2, .breaches = .3, .alarms_right = .2,
		    .alarms_wrong = .1, .missed = .05,
		    .false_declarations = .4, .fines = -.6, .cost = -.5,
		    .transfers = -.25 },
		{ .paused = .25, .payoff = 1, .breaches = .1,
		    .alarms_right = .1, .alarms_wrong = .3, .missed = .15,
		    .fines = -.4 } } };
	static const double game[DT_CELL_MEASURES] = { .5, 0, .3, 0, 1.5, 0,
		.5, .1, .9, 2, .2, 7, 0, NAN, 10, 4, 3, 4, 2, 10, NO_RACE,
		NAN };
	static const double a[DT_CELL_FIGURES] = { .75, 0, 2, 0, .5, 3, 2, 1,
		.5, 4, 1, 2, 6, 5, -2.5, NO_RACE };
	for (int k = 0; k < DT_CELL_MEASURES; k++)
		is_told(dt_figure_value(&dt_figure_game[k], NULL, &x, 0),
		    game[k]);
	for (int k = 0; k < DT_CELL_FIGURES; k++)
		is_told(dt_figure_agent[k].exact(&x, 0), a[k]);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("figure");
	TCase *c = tcase_create("table");
	tcase_add_checked_fixture(c, set_up, tear_down);
	tcase_add_test(c, the_columns_of_cells_are_the_table);
	tcase_add_test(c, a_figure_per_run_bears_the_name_of_its_total);
	tcase_add_test(c, the_manual_tells_the_table_in_its_order);
	tcase_add_test(c, words_are_the_names);
	tcase_add_test(c, what_a_race_came_to_is_told);
	tcase_add_test(c, what_was_played_is_told);
	tcase_add_test(c, what_is_exact_is_told_without_error);
	suite_add_tcase(suite, c);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
