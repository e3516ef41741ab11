/* check_treaty_tell: treaties in plain sentences. */
#include <check.h>

#include "build.h"

static struct build b;
static struct dt_text text;

static void
start(void)
{
	b = (struct build){ .n = 2 };
}

static void
finish(void)
{
	build_free(&b);
	dt_text_free(&text);
	text = (struct dt_text){ 0 };
}

static void
tells(const char *treaty, const char *expected)
{
	dt_terms_tell(build_read(&b, &dt_treaty_schema, treaty), &text);
	ck_assert_str_eq(dt_text_string(&text), expected);
}

START_TEST(no_treaty_is_told_in_a_sentence)
{
	tells("treaty: none\n", "There is no treaty.\n");
}
END_TEST

START_TEST(a_bare_treaty_says_what_it_lacks)
{
	tells("treaty: bare\n",
	    "It is open to all agents.\n"
	    "Every party pauses.\n"
	    "It enters into force as soon as all agents it is open to have "
	    "signed.\n"
	    "Nothing shows whether a party races.\n"
	    "A finding has no consequence.\n"
	    "A party may withdraw, and is bound to the end of the round in "
	    "which it gives notice.\n"
	    "It has no end date.\n");
}
END_TEST

START_TEST(a_full_treaty_is_told_rung_by_rung)
{
	tells("treaty: full\nparties: [labs, us, china]\n"
	    "obligation: {text: Every party halts., grace: 3}\n"
	    "entry: {parties: 3, weight: 0.55, states: [us, china], "
	    "delay: 2}\n"
	    "monitoring:\n  miss: 0.2\n  false_alarm: 0.02\n"
	    "  common_mode: 0.01\n  cost: 0.25\n  accusers: 2\n  channels:\n"
	    "    sky: {measure: {separation: 2}, common: yes, cost: 0.5}\n"
	    "    chips: {miss: 0.05, false_alarm: 0.001, common: yes}\n"
	    "    spies: {miss: 0.4, false_alarm: 0.1, visibility: private}\n"
	    "response:\n  forgive_after: 6\n  forgive_chance: 0.1\n"
	    "  shared: yes\n  ladder:\n"
	    "    - {strikes: 1}\n"
	    "    - {strikes: 2, fine: 5, suspend: 3}\n"
	    "    - {strikes: 3, fine: 7.5, bond: 0.5, chance: 0.3}\n"
	    "    - {strikes: 21, expel: yes, end: yes, suspend: 1, fine: 1}\n"
	    "bond: 10\ntransfers: [{from: us, to: china, amount: 0.5}]\n"
	    "tariff: 0.75\nwithdrawal: {notice: 1}\n"
	    "duration: {rounds: 50, renewals: 2, renewal_rounds: 20, "
	    "renewal_chance: 0.5, lapses: yes}\n",
	    "It is open to all labs, us and china.\n"
	    "Every party halts.\n"
	    "Racing is no breach yet in the first 3 rounds in force.\n"
	    "It enters into force 2 rounds after 3 agents have signed, us and "
	    "china among them, with at least 55% of the weight of all agents."
	    "\n"
	    "A party's race raises a public alarm in 80% of rounds, a pause "
	    "in 2%; the alarm is a finding against it.\n"
	    "Each other agent has an alarm of its own at a race in 60% of "
	    "rounds, a pause in 10%; the alarms of 2 parties in one round are "
	    "a finding.\n"
	    "The public channel sky raises an alarm at a race in 63.88% of "
	    "rounds, a pause in 5%, and costs each party 0.5 a round.\n"
	    "The public channel chips raises an alarm at a race in 95% of "
	    "rounds, a pause in 0.1%.\n"
	    "The private channel spies raises an alarm at a race in 60% of "
	    "rounds, a pause in 10%.\n"
	    "In 1% of rounds sky and chips are blind together.\n"
	    "Monitoring costs each party 0.75 a round.\n"
	    "A first finding is a warning.\n"
	    "A second finding costs 5 and releases all parties for 3 rounds.\n"
	    "Every finding from the third to the 20th, with chance 30%, costs "
	    "7.5 and forfeits 50% of the party's bond.\n"
	    "Every finding from the 21st on costs 1, releases all parties for "
	    "1 round, expels the party and ends the treaty.\n"
	    "Every 6 rounds in a row without a finding take an earlier one "
	    "off a party's count.\n"
	    "A round without a finding takes an earlier one off a party's "
	    "count with chance 10%.\n"
	    "Each party deposits a bond of 10.\n"
	    "While it is in force, each agent outside pays a tariff of 0.75 a "
	    "round.\n"
	    "What comes in by fines, forfeited bonds and tariffs is shared "
	    "among the other parties.\n"
	    "us pays china 0.5 a round while both are parties and it is in "
	    "force.\n"
	    "A party may withdraw, and is bound to the end of the round in "
	    "which it gives notice and for 1 round more.\n"
	    "It ends 50 rounds after entry into force.\n"
	    "It may be renewed 2 times, for 20 rounds each, each time with "
	    "chance 50%.\n"
	    "It lapses as soon as its parties no longer meet the conditions "
	    "of entry.\n");
}
END_TEST

START_TEST(one_is_singular)
{
	tells("treaty: one\nparties: [nations]\nobligation: {grace: 1}\n"
	    "entry: {parties: 1, delay: 1}\n"
	    "monitoring:\n  accusers: 1\n  common_mode: 0.5\n  channels: "
	    "{spies: {miss: 0.000001, false_alarm: 0.0000000001, "
	    "visibility: private, common: yes}, paper: {}}\n"
	    "response: {ladder: [{strikes: 2, fine: 2}], forgive_after: 1}\n"
	    "withdrawal: {allowed: no}\n"
	    "duration: {rounds: 1, renewals: 1, renewal_chance: 0.5}\n",
	    "It is open to all nations.\n"
	    "Every party pauses.\n"
	    "Racing is no breach yet in the first round in force.\n"
	    "It enters into force 1 round after 1 agent has signed.\n"
	    "Each other agent has an alarm of its own at a race in 50% of "
	    "rounds, a pause in less than 0.0001%; one party's alarm is a "
	    "finding.\n"
	    "The private channel spies raises an alarm at a race in 99.9999% "
	    "of rounds, a pause in less than 0.0001%.\n"
	    "The public channel paper never raises an alarm.\n"
	    "In 50% of rounds spies is blind.\n"
	    "A first finding has no consequence.\n"
	    "Every finding from the second on costs 2.\n"
	    "Every round without a finding takes an earlier one off a party's "
	    "count.\n"
	    "What comes in by fines is lost to all.\n"
	    "No party may withdraw.\n"
	    "It ends 1 round after entry into force.\n"
	    "It may be renewed once, for 1 round, with chance 50%.\n");
}
END_TEST

START_TEST(ladders_are_told_as_they_apply)
{
	tells("treaty: grim\nmonitoring: {miss: 0, false_alarm: 0}\n"
	    "response: {ladder: [{end: yes}]}\n",
	    "It is open to all agents.\n"
	    "Every party pauses.\n"
	    "It enters into force as soon as all agents it is open to have "
	    "signed.\n"
	    "A party's race raises a public alarm in 100% of rounds, a pause "
	    "in 0%; the alarm is a finding against it.\n"
	    "Every finding ends the treaty.\n"
	    "Findings are never forgiven.\n"
	    "A party may withdraw, and is bound to the end of the round in "
	    "which it gives notice.\n"
	    "It has no end date.\n");
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("tell");
	TCase *t = tcase_create("tell");
	tcase_add_checked_fixture(t, start, finish);
	tcase_add_test(t, no_treaty_is_told_in_a_sentence);
	tcase_add_test(t, a_bare_treaty_says_what_it_lacks);
	tcase_add_test(t, a_full_treaty_is_told_rung_by_rung);
	tcase_add_test(t, one_is_singular);
	tcase_add_test(t, ladders_are_told_as_they_apply);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
