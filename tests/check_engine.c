/* check_engine: the steps of a round, one by one, where nothing is random. */
#include <check.h>
#include <string.h>

#include "base/memory.h"
#include "build.h"

static struct build b;
static struct dt_world *world;

static void
start(void)
{
	b = (struct build){ .n = 2, .rounds = 10 };
}

static void
finish(void)
{
	dt_world_free(world);
	world = NULL;
	build_free(&b);
}

static void
begin(uint64_t run)
{
	build_model(&b);
	world = dt_world_new(&b.model);
	dt_world_begin(world, run);
}

/* Executed moves of rounds 1, 2, ... as text: P or R of each agent. */
static void
expect_moves(const char *moves)
{
	for (const char *at = moves; *at != '\0'; at += *at == ' ') {
		const struct dt_round *r = dt_world_step(world);
		ck_assert_ptr_nonnull(r);
		for (size_t i = 0; i < b.n; i++, at++)
			ck_assert_msg("PR"[r->executed >> i & 1] == *at,
			    "round %d, agent %zu", (int)r->number, i);
	}
}

#define ALTERNATE "strategy: alternate\nstart: p\nstates:\n" \
	"  p: {play: pause, next: [{to: r}]}\n" \
	"  r: {play: race, next: [{to: p}]}\n"

START_TEST(a_run_ends_after_its_rounds)
{
	begin(1);
	for (int i = 1; i <= 10; i++)
		ck_assert_int_eq(dt_world_step(world)->number, i);
	ck_assert_ptr_null(dt_world_step(world));
	ck_assert_ptr_null(dt_world_step(world));
}
END_TEST

/* Moves are simultaneous, and answered a round later. */
START_TEST(agents_answer_what_they_saw_last_round)
{
	b.agents[0].strategy = BUILD_TIT_FOR_TAT;
	b.agents[1].strategy = ALTERNATE;
	begin(1);
	expect_moves("PP PR RP PR RP");
}
END_TEST

/* In force in round 2: who complies races before, pauses from then on, and
 * races again in the round after the sunset. */
START_TEST(agents_know_the_phase_they_choose_for)
{
	b.agents[0].strategy = b.agents[1].strategy =
	    "strategy: c\nstart: [{when: in_force, to: p}, {to: r}]\n"
	    "states:\n"
	    "  p: {play: pause, next: [{when: in_force, to: p}, {to: r}]}\n"
	    "  r: {play: race, next: [{when: in_force, to: p}, {to: r}]}\n";
	b.agents[1].joins = 2;
	b.treaty = "treaty: t\nduration: {rounds: 2}\n";
	begin(1);
	expect_moves("RR PP PP RR RR");
}
END_TEST

/* A slip of chance 1 turns every move. What an agent knows of itself is what
 * it executed: win-stay, lose-shift after PP' = RR pauses again. */
START_TEST(slips_change_what_is_done_and_known)
{
	b.agents[0].strategy = b.agents[1].strategy = BUILD_WIN_STAY;
	b.slip = 1;
	begin(1);
	const struct dt_round *r = dt_world_step(world);
	ck_assert_uint_eq(r->intended, 0);
	ck_assert_uint_eq(r->slipped, 3);
	ck_assert_uint_eq(r->executed, 3);
	ck_assert_double_eq(r->payoff[0], 1);
	ck_assert_uint_eq(r->seen[0], 2);
	ck_assert_uint_eq(dt_world_step(world)->intended, 0);
}
END_TEST

/* Nation 0 alternates and polices lab 1 for certain; lab 2 has no host, lab 3
 * one without means. All labs race all the time. */
START_TEST(a_pausing_host_stops_its_labs)
{
	b.n = 5;
	b.agents[0] = (struct build_agent){ .nation = true,
	    .enforcement = 1, .strategy = ALTERNATE };
	for (int i = 1; i < 4; i++)
		b.agents[i].strategy = BUILD_RACE;
	b.agents[1].host = 1;
	b.agents[3].host = 5;
	b.agents[4].nation = true;
	begin(1);
	expect_moves("PPRRP RRRRP PPRRP");
	ck_assert_uint_eq(world->round.stopped, 2);
	ck_assert_uint_eq(world->round.intended, 14);
	ck_assert(!dt_move_has(world->round.seen[0], 1));
}
END_TEST

START_TEST(a_deceiver_declares_pause)
{
	b.agents[0].strategy = BUILD_RACE;
	b.agents[1].strategy = "strategy: d\ndeclares: pause\nstart: r\n"
	    "states: {r: {play: race, next: [{to: r}]}}\n";
	begin(1);
	ck_assert_uint_eq(dt_world_step(world)->declared, 1);
}
END_TEST

#define BLIND "monitoring: {miss: 1, false_alarm: 0}\n"

/* The treaty watches its parties a and b, blindly; c is seen as ever. */
START_TEST(verification_covers_parties_only)
{
	b.n = 3;
	for (int i = 0; i < 3; i++)
		b.agents[i].strategy = BUILD_RACE;
	b.treaty = "treaty: t\nparties: [a, b]\nduration: {rounds: 1}\n"
	    BLIND;
	begin(1);
	const struct dt_round *r = dt_world_step(world);
	ck_assert_uint_eq(r->parties, 3);
	ck_assert_uint_eq(r->alarms, 4);
	ck_assert_uint_eq(r->seen[0], 4);
	ck_assert_uint_eq(r->seen[2], 0);
	ck_assert_uint_eq(dt_world_step(world)->alarms, 7);
}
END_TEST

/* a races and is fined 2, all for b, the other party; c outside pays a tariff
 * of 1, half for each party; a pays b a quarter; watching costs a half.
 * Stage: a 5, b and c (0 + 3)/2. */
START_TEST(flows_are_paid_and_shared)
{
	b.n = 3;
	b.agents[0].strategy = BUILD_RACE;
	b.treaty = "treaty: t\nparties: [a, b]\n"
	    "monitoring: {miss: 0, false_alarm: 0, cost: 0.5}\n"
	    "response: {ladder: [{fine: 2}], shared: yes}\ntariff: 1\n"
	    "transfers: [{from: a, to: b, amount: 0.25}]\n";
	begin(1);
	const struct dt_round *r = dt_world_step(world);
	ck_assert_uint_eq(r->bound, 3);
	ck_assert_uint_eq(r->findings, 1);
	ck_assert_double_eq(r->fine[0], -2);
	ck_assert_double_eq(r->cost[0], -.5);
	ck_assert_double_eq(r->transfer[0], .5 - .25);
	ck_assert_double_eq(r->transfer[1], 2 + .5 + .25);
	ck_assert_double_eq(r->transfer[2], -1);
	ck_assert_double_eq(r->payoff[0], 5 - 2 - .5 + .25);
	ck_assert_double_eq(r->payoff[1], 1.5 - .5 + 2.75);
	ck_assert_double_eq(r->payoff[2], 1.5 - 1);
}
END_TEST

/* What is not shared is lost; what a lone party pays, too. */
START_TEST(flows_that_are_not_shared_are_lost)
{
	b.agents[0].strategy = BUILD_RACE;
	b.treaty = "treaty: t\nparties: [a]\nmonitoring: {miss: 0}\n"
	    "response: {ladder: [{fine: 2}], shared: yes}\n";
	begin(1);
	ck_assert_double_eq(dt_world_step(world)->payoff[0], 3);
	ck_assert_double_eq(world->round.transfer[1], 0);
	dt_world_free(world);
	b.treaty = "treaty: t\nparties: [a]\ntariff: 1\n";
	begin(1);
	ck_assert_double_eq(dt_world_step(world)->transfer[1], -1);
	ck_assert_double_eq(world->round.transfer[0], 0);
}
END_TEST

/* In a suspension nothing is bound, found, paid or watched by the treaty. */
START_TEST(a_suspension_rests_everything)
{
	b.agents[0].strategy = b.agents[1].strategy = BUILD_RACE;
	b.treaty = "treaty: t\nmonitoring: {miss: 0, cost: 0.5}\n"
	    "response: {ladder: [{fine: 2, suspend: 2}]}\n"
	    "transfers: [{from: a, to: b, amount: 1}]\n";
	begin(1);
	ck_assert_double_eq(dt_world_step(world)->payoff[0], 1 - 2.5 - 1);
	for (int i = 0; i < 2; i++) {
		const struct dt_round *r = dt_world_step(world);
		ck_assert_int_eq(r->phase, DT_PHASE_SUSPENDED);
		ck_assert_uint_eq(r->parties, 3);
		ck_assert_uint_eq(r->bound | r->findings, 0);
		ck_assert_double_eq(r->payoff[0], 1);
	}
	ck_assert_uint_eq(dt_world_step(world)->findings, 3);
}
END_TEST

/* Private eyes only: c is no party, so that two parties' alarms against c are
 * no finding; against a there is one party's, against b too: two are needed,
 * so with accusers 2 nobody is found, with 1 both. */
START_TEST(accusers_make_findings)
{
	static const char *const treaties[] = {
		"treaty: t\nparties: [a, b]\nmonitoring: {accusers: 0, "
		"channels: {eyes: {miss: 0, visibility: private}}}\n",
		"treaty: t\nparties: [a, b]\nmonitoring: {accusers: 1, "
		"channels: {eyes: {miss: 0, visibility: private}}}\n",
		"treaty: t\nparties: [a, b]\nmonitoring: {accusers: 2, "
		"channels: {eyes: {miss: 0, visibility: private}}}\n",
	};
	static const uint64_t findings[] = { 0, 3, 0 };
	b.n = 3;
	for (int i = 0; i < 3; i++)
		b.agents[i].strategy = BUILD_RACE;
	b.treaty = treaties[_i];
	begin(1);
	const struct dt_round *r = dt_world_step(world);
	ck_assert_uint_eq(r->alarms, 4);
	ck_assert_uint_eq(r->seen[2], 3);
	ck_assert_uint_eq(r->findings, findings[_i]);
}
END_TEST

/* The state of round 3 gives notice; with a notice of 1 the agent is bound in
 * rounds 3 and 4. */
START_TEST(entering_a_state_may_give_notice)
{
	b.agents[0].strategy = "strategy: w\nstart: one\nstates:\n"
	    "  one: {play: race, next: [{to: two}]}\n"
	    "  two: {play: race, next: [{to: out}]}\n"
	    "  out: {play: race, withdraw: yes, next: [{to: out}]}\n";
	b.treaty = "treaty: t\nwithdrawal: {notice: 1}\n" BLIND;
	begin(1);
	for (int i = 1; i <= 6; i++)
		ck_assert_uint_eq(dt_world_step(world)->bound,
		    i <= 4 ? 3 : 2);
}
END_TEST

START_TEST(a_round_allocates_nothing)
{
	b.agents[0].strategy = BUILD_TIT_FOR_TAT;
	b.slip = .1;
	b.treaty = "treaty: t\nmonitoring: {miss: 0.1, false_alarm: 0.1}\n"
	    "response: {ladder: [{fine: 1, suspend: 1}], shared: yes}\n";
	begin(1);
	dt_memory_fail_after(0);
	for (uint64_t run = 1; run < 20; run++) {
		dt_world_begin(world, run);
		while (dt_world_step(world) != NULL)
			continue;
	}
	ck_assert_int_eq(dt_memory_fail_after(-1), 0);
}
END_TEST

START_TEST(without_memory_there_is_no_world)
{
	build_model(&b);
	dt_memory_fail_after(0);
	ck_assert_ptr_null(dt_world_new(&b.model));
	dt_memory_fail_after(-1);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("engine");
	TCase *t = tcase_create("engine");
	tcase_add_checked_fixture(t, start, finish);
	tcase_add_test(t, a_run_ends_after_its_rounds);
	tcase_add_test(t, agents_answer_what_they_saw_last_round);
	tcase_add_test(t, agents_know_the_phase_they_choose_for);
	tcase_add_test(t, slips_change_what_is_done_and_known);
	tcase_add_test(t, a_pausing_host_stops_its_labs);
	tcase_add_test(t, a_deceiver_declares_pause);
	tcase_add_test(t, verification_covers_parties_only);
	tcase_add_test(t, flows_are_paid_and_shared);
	tcase_add_test(t, flows_that_are_not_shared_are_lost);
	tcase_add_test(t, a_suspension_rests_everything);
	tcase_add_loop_test(t, accusers_make_findings, 0, 3);
	tcase_add_test(t, entering_a_state_may_give_notice);
	tcase_add_test(t, a_round_allocates_nothing);
	tcase_add_test(t, without_memory_there_is_no_world);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
