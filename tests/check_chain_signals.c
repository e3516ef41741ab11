/*
 * check_chain_signals: treaties with public signals in closed form. Payoffs
 * R, S, T, P = 2, -1, 3, 0 (Mailath and Samuelson's noisy prisoners' dilemma);
 * chance of a good signal p when both pause, r when both race. Two signals
 * that are both good with chance p are each good with sqrt(p).
 */
#include "check_chain.h"

#include <math.h>

#define PAYOFFS BUILD_MATRIX("noisy", "2", "-1", "3", "0")

static const char *
treaty(struct build *b, double good, double good_racing, const char *ladder)
{
	return dt_arena_print(&b->arena, "treaty: t\nentry: {parties: 0}\n"
	    "monitoring: {miss: %.17g, false_alarm: %.17g}\n"
	    "response: {ladder: [%s]}\nwithdrawal: {allowed: no}\n",
	    sqrt(good_racing), 1 - sqrt(good), ladder);
}

/* Two that comply under that ladder. */
static struct build
comply(double good, const char *ladder, double keep)
{
	struct build b = { .n = 2, .payoffs = PAYOFFS, .continuation = keep };
	b.agents[0].strategy = b.agents[1].strategy = BUILD_COMPLY;
	b.treaty = treaty(&b, good, .2, ladder);
	return b;
}

/* V = 2 (1-c) / (1 - c p). */
START_TEST(grim_ends_with_the_first_bad_signal)
{
	struct build b = comply(.9, "{strikes: 1, end: yes}", .7);
	struct dt_chain_answer a = chain_own(&b);
	NEAR(a.agent[0].payoff, 1.621622, 1e-6);
	NEAR(a.agent[1].payoff, 2 * .3 / (1 - .63), 1e-12);
	/* In a run of N rounds, N geometric, with chance 1 - p^N; with round t
	 * with chance (1-p) (c p)^(t-1), so in the mean 1 / (1 - c p). */
	NEAR(a.ended, 1 - .9 * .3 / (1 - .63), 1e-12);
	NEAR(a.ended_round, 1 / (1 - .63), 1e-12);
	NEAR(a.entered, 1, 1e-12);
	NEAR(a.entered_round, 1, 1e-12);
	b = comply(.9, "{strikes: 1, end: yes}", .7);
	a = chain_longrun(&b);
	NEAR(a.agent[0].payoff, 0, 1e-12);
	NEAR(a.ended, 1, 1e-12);
	/* With the first bad signal: geometric, mean 1 / (1 - p). */
	NEAR(a.ended_round, 10, 1e-9);
	ck_assert(a.breached == 0);
	ck_assert(isnan(a.breached_round));
}
END_TEST

/* V = 2 (1-c) / (1 - c p - (1-p) c^(T+1)). */
START_TEST(suspension_costs_its_rounds)
{
	for (int rounds = 1; rounds <= 9; rounds++) {
		struct build b = { .n = 2 };
		const char *ladder = dt_arena_print(&b.arena,
		    "{strikes: 1, suspend: %d}", rounds);
		struct build with = comply(.9, ladder, .7);
		double value = .6 / (1 - .63 - .1 * pow(.7, rounds + 1));
		struct dt_chain_answer a = chain_own(&with);
		NEAR(a.agent[0].payoff, value, 1e-12);
		NEAR(a.suspended, 1 - a.in_force, 1e-12);
		if (rounds == 3)
			NEAR(a.agent[0].payoff, 1.734154, 1e-6);
		build_free(&b);
	}
}
END_TEST

/* The good state's value in units of half the profit, Tirole's form. */
static double
cartel(double low, double keep, const char *rung)
{
	struct build b = comply(1 - low, rung, keep);
	b.payoffs = dt_arena_print(&b.arena, "payoffs: cartel\nmatrix: "
	    "{reward: %.17g, sucker: 0, temptation: 2, punishment: 0}\n",
	    1 - low);
	return chain_own(&b).agent[0].payoff;
}

START_TEST(price_wars_of_green_and_porter)
{
	NEAR(cartel(.25, .8, "{strikes: 1, suspend: 4}"), .471579, 1e-6);
	NEAR(cartel(.1, .9, "{strikes: 1, suspend: 2}"), .768574, 1e-6);
}
END_TEST

#define GOOD "{when: alarms == 0 and not flagged, to: "

/* One round of memory: pause after a good signal, race after a bad one. From
 * the good state V = 2 (1 - c(1-r)) / (1 - c(p-r)), from the bad one
 * 2 c r / (1 - c(p-r)). */
START_TEST(one_period_of_memory)
{
	static const char *const starts[] = { "nice", "mean" };
	static const double values[] = { 1.725490, .549020 };
	for (int i = 0; i < 2; i++) {
		struct build b = { .n = 2, .payoffs = PAYOFFS,
		    .continuation = .7 };
		const char *s = dt_arena_print(&b.arena, "strategy: m\n"
		    "start: %s\nstates:\n"
		    "  nice: {play: pause, next: [" GOOD "nice}, {to: mean}]}"
		    "\n  mean: {play: race, next: [" GOOD "nice}, "
		    "{to: mean}]}\n", starts[i]);
		b.agents[0].strategy = b.agents[1].strategy = s;
		b.treaty = treaty(&b, .9, .2, "");
		NEAR(chain_own(&b).agent[0].payoff, values[i], 1e-6);
	}
}
END_TEST

/* Any flag of N ends it: p = (1-f)^N, to any N; agents that are alike. */
START_TEST(any_flag_of_many)
{
	for (size_t n = 2; n <= 40; n += 19) {
		struct build b = { .n = n, .payoffs = PAYOFFS,
		    .continuation = .9 };
		double p = pow(.95, (double)n);
		for (size_t i = 0; i < n; i++) {
			b.agents[i].name = dt_arena_print(&b.arena, "a%zu", i);
			b.agents[i].strategy = BUILD_COMPLY;
		}
		b.treaty = "treaty: t\nmonitoring: {miss: 0.5, false_alarm: "
		    "0.05}\nresponse: {ladder: [{strikes: 1, end: yes}]}\n";
		struct dt_chain_answer a = chain_own(&b);
		NEAR(a.agent[n - 1].payoff, 2 * .1 / (1 - .9 * p), 1e-9);
	}
}
END_TEST

/* A slip in a round of the treaty is a breach: the first comes after a
 * geometric time. Each is found with 1 - miss and fined. */
START_TEST(breaches_come_by_slips)
{
	struct build b = { .n = 2, .payoffs = PAYOFFS, .slip = .02,
	    .rounds = 50 };
	b.agents[0].strategy = b.agents[1].strategy = BUILD_COMPLY;
	b.treaty = "treaty: t\nmonitoring: {miss: 0.25, false_alarm: 0.1}\n"
	    "response: {ladder: [{strikes: 1, fine: 2}]}\n";
	struct dt_chain_answer a = chain_own(&b);
	double quiet = .98 * .98;
	NEAR(a.breached, 1 - pow(quiet, 50), 1e-12);
	NEAR(a.agent[0].breaches, .02, 1e-12);
	NEAR(a.agent[0].alarms_right, .02 * .75, 1e-12);
	NEAR(a.agent[0].missed, .02 * .25, 1e-12);
	NEAR(a.agent[0].alarms_wrong, .98 * .1, 1e-12);
	NEAR(a.agent[0].fines, -2 * (.02 * .75 + .98 * .1), 1e-12);
	b = (struct build){ .n = 2, .payoffs = PAYOFFS, .slip = .02 };
	b.agents[0].strategy = b.agents[1].strategy = BUILD_COMPLY;
	b.treaty = "treaty: t\n";
	a = chain_longrun(&b);
	NEAR(a.breached, 1, 1e-12);
	NEAR(a.breached_round, 1 / (1 - quiet), 1e-9);
}
END_TEST

TCase *
check_chain_signals(void)
{
	TCase *t = tcase_create("signals");
	tcase_set_timeout(t, 60);
	tcase_add_test(t, grim_ends_with_the_first_bad_signal);
	tcase_add_test(t, suspension_costs_its_rounds);
	tcase_add_test(t, price_wars_of_green_and_porter);
	tcase_add_test(t, one_period_of_memory);
	tcase_add_test(t, any_flag_of_many);
	tcase_add_test(t, breaches_come_by_slips);
	return t;
}
