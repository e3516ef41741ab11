/* check_treaty_terms: treaties compiled to numbers, and what is refused. */
#include <check.h>
#include <string.h>

#include "base/memory.h"
#include "build.h"

static struct build b;
static struct dt_terms terms;

/* Two nations and two labs; the weights' shares are .5, .25, .125, .125. */
static void
start(void)
{
	b = (struct build){ .n = 4, .agents = {
		{ .name = "us", .nation = true, .weight = 4 },
		{ .name = "china", .nation = true, .weight = 2, .joins = 3 },
		{ .name = "openai", .weight = 1, .joins = -1 },
		{ .name = "xai", .weight = 1 },
	} };
}

static void
finish(void)
{
	build_free(&b);
}

static void
compile(const char *treaty)
{
	b.treaty = treaty;
	build_must(&b, build_terms(&b, &terms));
}

START_TEST(parties_are_names_or_groups)
{
	static const struct {
		const char *text;
		uint64_t open_to;
	} cases[] = {
		{ "treaty: t\n", 15 },
		{ "treaty: t\nparties: [all]\n", 15 },
		{ "treaty: t\nparties: [nations]\n", 3 },
		{ "treaty: t\nparties: [labs]\n", 12 },
		{ "treaty: t\nparties: [xai, us]\n", 9 },
		{ "treaty: t\nparties: [labs, us, us, mars]\n", 13 },
	};
	compile(cases[_i].text);
	ck_assert(terms.exists);
	ck_assert_uint_eq(terms.open_to, cases[_i].open_to);
}
END_TEST

START_TEST(the_treaty_named_none_does_not_exist)
{
	compile("treaty: none\n");
	ck_assert(!terms.exists);
}
END_TEST

/* Who it is not open to never signs; the rest as they say. */
START_TEST(agents_join_in_their_round)
{
	compile("treaty: t\nparties: [nations, openai]\n");
	ck_assert_int_eq(terms.joins[0], 1);
	ck_assert_int_eq(terms.joins[1], 3);
	ck_assert_int_eq(terms.joins[2], 0);
	ck_assert_int_eq(terms.joins[3], 0);
	ck_assert_double_eq(terms.weight[0], .5);
	ck_assert_double_eq(terms.weight[3], .125);
}
END_TEST

/* The sets of signatories that bring it into force, by bits: us 1, china 2,
 * openai 4, xai 8; the list ends with 0. With parties [nations] any two. */
START_TEST(conditions_of_entry_are_all_needed)
{
	static const struct {
		const char *text;
		uint64_t sets[16];
	} cases[] = {
		{ "treaty: t\n", { 15 } },
		{ "treaty: t\nparties: [nations]\n",
		  { 3, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15 } },
		{ "treaty: t\nentry: {parties: 3}\n", { 7, 11, 13, 14, 15 } },
		{ "treaty: t\nentry: {parties: 1, weight: 0.5}\n",
		  { 1, 3, 5, 7, 9, 11, 13, 14, 15 } },
		{ "treaty: t\nentry: {parties: 1, weight: 0.625}\n",
		  { 3, 5, 7, 9, 11, 13, 15 } },
		{ "treaty: t\nentry: {parties: 1, states: [china, mars]}\n",
		  { 2, 3, 6, 7, 10, 11, 14, 15 } },
		{ "treaty: t\nentry: {parties: 2, weight: 0.5, "
		  "states: [xai]}\n", { 9, 11, 13, 14, 15 } },
	};
	compile(cases[_i].text);
	const uint64_t *next = cases[_i].sets;
	for (uint64_t set = 0; set < 16; set++) {
		bool in = set != 0 && set == *next;
		next += in;
		ck_assert_msg(dt_terms_suffice(&terms, set) == in,
		    "set %d of case %d", (int)set, _i);
	}
}
END_TEST

/* Nobody cannot be a treaty, whatever the conditions. */
START_TEST(nobody_never_suffices)
{
	compile("treaty: t\nentry: {parties: 1, weight: 0}\n");
	ck_assert(!dt_terms_suffice(&terms, 0));
}
END_TEST

START_TEST(the_ladder_keeps_its_rungs)
{
	compile("treaty: t\nbond: 8\nresponse:\n  ladder:\n"
	    "    - {}\n    - {strikes: 2, fine: 5, chance: 0.5}\n"
	    "    - {strikes: 4, fine: 9, bond: 1, suspend: 3, expel: yes, "
	    "end: yes}\n"
	    "  forgive_after: 6\n  forgive_chance: 0.25\n  shared: yes\n");
	ck_assert_uint_eq(terms.n_rungs, 3);
	ck_assert_int_eq(terms.rungs[0].strikes, 1);
	ck_assert_uint_eq(terms.rungs[0].chance, UINT64_MAX);
	ck_assert_uint_eq(terms.rungs[1].chance, (uint64_t)1 << 63);
	ck_assert_double_eq(terms.rungs[2].fine, 9);
	ck_assert_int_eq(terms.rungs[2].suspend, 3);
	ck_assert(terms.rungs[2].expel && terms.rungs[2].end);
	ck_assert_int_eq(terms.forgive_after, 6);
	ck_assert_uint_eq(terms.forgive, (uint64_t)1 << 62);
	ck_assert(terms.shared);
	ck_assert_double_eq(dt_terms_fine(&terms), 5);
	compile("treaty: t\n");
	ck_assert_double_eq(dt_terms_fine(&terms), 0);
}
END_TEST

/* Transfers to who does not play are left out. */
START_TEST(the_other_terms_are_taken_over)
{
	compile("treaty: t\nobligation: {grace: 2}\nentry: {delay: 4}\n"
	    "transfers: [{from: us, to: mars, amount: 1}, "
	    "{from: us, to: xai, amount: 0.5}]\ntariff: 0.75\n"
	    "withdrawal: {notice: 3}\nmonitoring: {cost: 0.1, accusers: 2, "
	    "miss: 0.2, channels: {eyes: {visibility: private, miss: 0.5, "
	    "false_alarm: 0, cost: 0.2}}}\n"
	    "duration: {rounds: 20, renewals: 2, lapses: yes}\n");
	ck_assert_int_eq(terms.grace, 2);
	ck_assert_int_eq(terms.delay, 4);
	ck_assert_uint_eq(terms.n_transfers, 1);
	ck_assert_uint_eq(terms.transfers[0].to, 3);
	ck_assert_double_eq(terms.transfers[0].amount, .5);
	ck_assert_double_eq(terms.tariff, .75);
	ck_assert(terms.may_withdraw && terms.lapses);
	ck_assert_int_eq(terms.notice, 3);
	ck_assert_int_eq(terms.renewal_rounds, 20);
	ck_assert_uint_eq(terms.renewal, UINT64_MAX);
	ck_assert_double_eq_tol(terms.cost, .3, 1e-15);
	ck_assert_int_eq(terms.accusers, 2);
	ck_assert_double_eq(terms.monitor.public.in[0].miss, .2);
	ck_assert_double_eq(terms.monitor.public.in[0].false_alarm, 0);
	ck_assert_double_eq(terms.monitor.private.in[0].miss, .5);
	ck_assert_uint_eq(terms.monitor.private_alarm[0][0], 0);
	ck_assert_uint_eq(terms.monitor.private_alarm[0][1], (uint64_t)1 << 63);
}
END_TEST

/* A treaty that says nothing of monitoring sees nothing: numbers that are not
 * written are absent, not zero. */
START_TEST(without_monitoring_nothing_is_seen)
{
	compile("treaty: t\n");
	ck_assert_double_eq(terms.monitor.public.in[0].miss, 1);
	ck_assert_double_eq(terms.monitor.public.in[0].false_alarm, 0);
	ck_assert_double_eq(dt_monitor_detection(&terms.monitor), 0);
	compile("treaty: t\nmonitoring: {miss: 0}\n");
	ck_assert_double_eq(dt_monitor_detection(&terms.monitor), 1);
	compile("treaty: t\nmonitoring: {channels: {sky: {measure: "
	    "{separation: 2}}}}\n");
	ck_assert_double_eq_tol(dt_monitor_detection(&terms.monitor), .6388,
	    5e-5);
}
END_TEST

static const struct {
	const char *text;
	size_t line, column;
	const char *message;
} wrong[] = {
	{ "treaty: t\nparties: [mars]\n", 2, 11, "none of the parties" },
	{ "treaty: t\nresponse:\n  ladder: [{fine: 1}, {fine: 2}]\n", 3, 23,
	  "strike 1, the one before it for strike 1" },
	{ "treaty: t\nresponse:\n  ladder:\n    - strikes: 3\n"
	  "    - fine: 1\n      strikes: 2\n", 6, 7,
	  "strike 2, the one before it for strike 3" },
};
enum { WRONG = sizeof(wrong) / sizeof(wrong[0]) };

START_TEST(what_makes_no_sense_is_a_fault)
{
	b.treaty = wrong[_i].text;
	ck_assert_int_eq(build_terms(&b, &terms), DT_EINPUT);
	ck_assert_uint_eq(b.faults.total, 1);
	const struct dt_fault *fault = &b.faults.list[0];
	ck_assert_msg(strstr(fault->message, wrong[_i].message) != NULL,
	    "%s", fault->message);
	ck_assert_uint_eq(fault->at.line, wrong[_i].line);
	ck_assert_uint_eq(fault->at.column, wrong[_i].column);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("terms");
	TCase *t = tcase_create("terms");
	tcase_add_checked_fixture(t, start, finish);
	tcase_add_loop_test(t, parties_are_names_or_groups, 0, 6);
	tcase_add_test(t, the_treaty_named_none_does_not_exist);
	tcase_add_test(t, agents_join_in_their_round);
	tcase_add_loop_test(t, conditions_of_entry_are_all_needed, 0, 7);
	tcase_add_test(t, nobody_never_suffices);
	tcase_add_test(t, the_ladder_keeps_its_rungs);
	tcase_add_test(t, the_other_terms_are_taken_over);
	tcase_add_test(t, without_monitoring_nothing_is_seen);
	tcase_add_loop_test(t, what_makes_no_sense_is_a_fault, 0, WRONG);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
