/*
 * check_chain_limits: agents that are alike, counters without end, refusals,
 * memory that runs out, and the ways to solve, which must agree.
 */
#include "check_chain.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "engine/chain_internal.h"

/* A treaty that makes states of all kinds. */
#define FULL_TREATY "treaty: t\nentry: {parties: 2, delay: 1}\n" \
	"bond: 4\ntariff: 0.5\nmonitoring: {cost: 0.1, miss: 0.3, " \
	"false_alarm: 0.1}\nresponse:\n  shared: yes\n  forgive_chance: 0.3\n" \
	"  ladder: [{strikes: 1, fine: 1, suspend: 1}, {strikes: 2, bond: " \
	"0.5, expel: yes}]\nwithdrawal: {notice: 1}\n" \
	"duration: {rounds: 4, renewals: 1, renewal_chance: 0.5}\n"

#define LEAVER "strategy: leaver\nstart: in\nstates:\n" \
	"  in: {play: {race: 0.1}, next: [{when: alarms >= 2, to: {in: 0.5, " \
	"out: 0.5}}, {to: in}]}\n" \
	"  out: {play: race, withdraw: yes, next: [{when: open, to: in}, " \
	"{to: {out: 0.9, in: 0.1}}]}\n"

static struct dt_monitor_rates blurred = { .1, .05 };

static void
group(struct build *b, size_t n, const char *strategy, const char *treaty)
{
	*b = (struct build){ .n = n, .slip = .05, .treaty = treaty,
	    .private = &blurred, .rounds = 60 };
	for (size_t i = 0; i < n; i++) {
		b->agents[i].strategy = strategy;
		b->agents[i].joins = 1 + (i == n - 1) * 3;
	}
}

static void
same_answers(const struct dt_chain_answer *a, const struct dt_chain_answer *b,
    double by)
{
	NEAR(a->rounds, b->rounds, by * fabs(a->rounds));
	NEAR(a->all_paused, b->all_paused, by);
	NEAR(a->in_force, b->in_force, by);
	NEAR(a->suspended, b->suspended, by);
	NEAR(a->entered, b->entered, by);
	NEAR(a->ended, b->ended, by);
	NEAR(a->breached, b->breached, by);
	if (a->ended > 0)
		NEAR(a->ended_round, b->ended_round, 1e3 * by);
	if (a->breached > 0)
		NEAR(a->breached_round, b->breached_round, 1e3 * by);
	for (size_t i = 0; i < a->n; i++) {
		NEAR(a->agent[i].payoff, b->agent[i].payoff, by);
		NEAR(a->agent[i].paused, b->agent[i].paused, by);
		NEAR(a->agent[i].fines, b->agent[i].fines, by);
		NEAR(a->agent[i].transfers, b->agent[i].transfers, by);
		NEAR(a->agent[i].breaches, b->agent[i].breaches, by);
		NEAR(a->agent[i].alarms_wrong, b->agent[i].alarms_wrong, by);
		NEAR(a->agent[i].party, b->agent[i].party, by);
	}
}

static void
lump(size_t n, const char *strategy, const char *treaty)
{
	struct dt_chain_limits apart = { .apart = true };
	struct dt_chain_answer one, two;
	struct dt_chain *c, *d;
	struct build b;
	group(&b, n, strategy, treaty);
	c = chain_of(&b, NULL);
	ck_assert_msg(dt_chain_build(&d, &b.model, &apart, &b.error) ==
	    DT_OK, "%s", b.error.message);
	ck_assert_uint_lt(dt_chain_states(c), dt_chain_states(d));
	ck_assert(dt_chain_own(c, &one, &b.error) == DT_OK);
	ck_assert(dt_chain_own(d, &two, &b.error) == DT_OK);
	same_answers(&one, &two, 1e-11);
	if (dt_chain_closed(c) && dt_chain_closed(d)) {
		ck_assert(dt_chain_longrun(c, &one, &b.error) == DT_OK);
		ck_assert(dt_chain_longrun(d, &two, &b.error) == DT_OK);
		one.rounds = two.rounds = 1;
		same_answers(&one, &two, 1e-10);
	}
	dt_chain_free(c);
	dt_chain_free(d);
	build_free(&b);
}

/* Agents that are alike may be swapped: fewer states, the same answers. Apart,
 * eight of them are one component of 256, which is swept; lumped it is small,
 * and eliminated. */
START_TEST(twins_are_lumped)
{
	lump(3, LEAVER, FULL_TREATY);
	lump(4, BUILD_TIT_FOR_TAT, NULL);
	lump(8, BUILD_TIT_FOR_TAT, NULL);
	lump(3, BUILD_COMPLY, "treaty: t\nentry: {parties: 2}\n"
	    "monitoring: {accusers: 2, channels: {own: {miss: 0.3, "
	    "false_alarm: 0.1, visibility: private}}}\n"
	    "response: {ladder: [{strikes: 2, suspend: 3}]}\n");
}
END_TEST

/* One agent races seven rounds and pauses five, over and over: strikes grow
 * by two a cycle, and how many decides when the next cycle starts to pay. No
 * chance is in it, so one run is the whole truth. */
START_TEST(strikes_beyond_the_last_rung_count)
{
	struct build b = { .n = 2, .rounds = 100, .payoffs = BUILD_DILEMMA,
	    .treaty = "treaty: t\nmonitoring: {miss: 0, false_alarm: 0}\n"
	    "response: {forgive_after: 1, ladder: [{strikes: 3, fine: 1}, "
	    "{strikes: 9, fine: 2}]}\n" };
	struct dt_text t = { 0 };
	dt_text_add(&t, "strategy: cycle\nstart: s0\nstates:\n");
	for (int i = 0; i < 12; i++)
		dt_text_add(&t, "  s%d: {play: %s, next: [{to: s%d}]}\n", i,
		    i < 7 ? "race" : "pause", (i + 1) % 12);
	b.agents[0].strategy = dt_text_string(&t);
	struct dt_chain_limits whole = { .depth = -1, .states = 5000 };
	struct dt_chain_answer a;
	struct dt_chain *c = chain_of(&b, NULL), *d;
	double mean[2], error[2];
	ck_assert(dt_chain_own(c, &a, &b.error) == DT_OK);
	build_play(&b, 1, mean, error);
	NEAR(a.agent[0].payoff, mean[0], 1e-12);
	ck_assert(!dt_chain_closed(c));
	ck_assert(dt_chain_longrun(c, &a, &b.error) == DT_EUSAGE);
	ck_assert(dt_chain_horizon(c, 101, 1, &a, &b.error) == DT_EUSAGE);
	ck_assert(dt_chain_build(&d, &b.model, &whole, &b.error) ==
	    DT_EUSAGE);
	ck_assert(strstr(b.error.message, "5001 states") != NULL);
	ck_assert(strstr(b.error.message, "strikes") != NULL);
	ck_assert(d == NULL);
	dt_chain_free(c);
	dt_text_free(&t);
	build_free(&b);
}
END_TEST

/* Beyond a limit the answer is no, with what was seen. */
START_TEST(too_large_is_refused)
{
	static const struct dt_chain_limits tight[] = {
		{ .states = 100 }, { .transitions = 1000 }, { .work = 5000 },
	};
	static const char *const words[] = {
		"101 states", "1000 transitions", "(200000, 20000000, 5000)"
	};
	struct dt_chain *c;
	struct build b;
	group(&b, 4, LEAVER, FULL_TREATY);
	build_model(&b);
	for (size_t i = 0; i < 3; i++) {
		ck_assert(dt_chain_build(&c, &b.model, &tight[i], &b.error) ==
		    DT_EUSAGE);
		ck_assert_msg(strstr(b.error.message, words[i]) != NULL, "%s",
		    b.error.message);
		ck_assert(c == NULL);
	}
	build_free(&b);
}
END_TEST

/* Strikes that are forgiven by lot may pile up, but hardly do: what a run
 * comes to with less than 1e-18 may be left out, and does not show. */
START_TEST(faint_states_may_be_left_out)
{
	struct dt_chain_limits few = { .faint = 1e-18 };
	struct dt_chain_limits too_few = { .faint = 1e-6 };
	struct dt_chain_answer one, two;
	struct dt_chain *c, *d;
	struct build b;
	group(&b, 2, BUILD_COMPLY, "treaty: t\nmonitoring: {miss: 0.1, "
	    "false_alarm: 0.02}\nresponse: {forgive_chance: 0.4, ladder: "
	    "[{strikes: 1, fine: 1}, {strikes: 3, suspend: 2}]}\n");
	c = chain_of(&b, NULL);
	ck_assert(dt_chain_build(&d, &b.model, &few, &b.error) == DT_OK);
	ck_assert_uint_lt(2 * dt_chain_states(d), dt_chain_states(c));
	ck_assert(dt_chain_own(c, &one, &b.error) == DT_OK);
	ck_assert(dt_chain_own(d, &two, &b.error) == DT_OK);
	same_answers(&one, &two, 1e-11);
	ck_assert(one.lost == 0 && two.lost > 0);
	ck_assert_msg(two.lost < 1e-11, "lost %g, %zu of %zu states", two.lost,
	    dt_chain_states(d), dt_chain_states(c));
	dt_chain_free(d);
	ck_assert(dt_chain_build(&d, &b.model, &too_few, &b.error) == DT_OK);
	ck_assert(dt_chain_own(d, &two, &b.error) == DT_EUSAGE);
	ck_assert(strstr(b.error.message, "faint") != NULL);
	ck_assert(dt_chain_longrun(d, &two, &b.error) == DT_EUSAGE);
	dt_chain_free(c);
	dt_chain_free(d);
	build_free(&b);
}
END_TEST

static enum dt_status
build_and_ask(struct build *b)
{
	struct dt_chain_answer a;
	struct dt_chain *c;
	enum dt_status status = dt_chain_build(&c, &b->model, NULL, &b->error);
	if (status == DT_OK)
		status = dt_chain_own(c, &a, &b->error);
	if (status == DT_OK)
		status = dt_chain_horizon(c, 0, .999, &a, &b->error);
	if (status == DT_OK)
		status = dt_chain_longrun(c, &a, &b->error);
	dt_chain_free(c);
	return status;
}

/* Whichever allocation fails, the status says so, and nothing is lost. */
START_TEST(memory_may_run_out_anywhere)
{
	static const char *const treaties[] = { FULL_TREATY, NULL,
	    "treaty: t\nmonitoring: {accusers: 1, channels: {own: {miss: 0.3, "
	    "false_alarm: 0.1, visibility: private}}}\n"
	    "response: {ladder: [{strikes: 1, fine: 1}]}\n" };
	for (size_t i = 0; i < 3; i++) {
		struct build b;
		group(&b, 2, LEAVER, treaties[i]);
		build_model(&b);
		dt_memory_fail_after(-1);
		ck_assert(build_and_ask(&b) == DT_OK);
		long asked = dt_memory_fail_after(-1);
		ck_assert_int_gt(asked, 20);
		for (long k = 0; k < asked; k++) {
			dt_memory_fail_after(k);
			enum dt_status status = build_and_ask(&b);
			dt_memory_fail_after(-1);
			ck_assert_msg(status == DT_ENOMEM, "treaty %zu, "
			    "allocation %ld", i, k);
		}
		build_free(&b);
	}
}
END_TEST

static void
compare_sums(const struct dt_chain_sums *a, const struct dt_chain_sums *b,
    size_t n, double by)
{
	double all = fabs(b->rounds);
	NEAR(a->rounds, b->rounds, by * all);
	NEAR(a->entered, b->entered, by);
	NEAR(a->ended, b->ended, by);
	NEAR(a->breached, b->breached, by);
	NEAR(a->entered_round, b->entered_round, by * all);
	NEAR(a->ended_round, b->ended_round, by * all);
	NEAR(a->breached_round, b->breached_round, by * all);
	for (size_t s = 0; s < n; s++)
		NEAR(a->visits[s], b->visits[s], by * all);
}

/* Round by round with laps skipped, by powers, and at once. */
START_TEST(all_ways_agree)
{
	struct build b;
	group(&b, 2, LEAVER, FULL_TREATY);
	b.agents[1].strategy = BUILD_COMPLY;
	struct dt_chain *c = chain_of(&b, NULL);
	struct dt_chain_answer one, two;
	size_t n = dt_chain_states(c);
	double visits[2][2000];
	ck_assert_uint_le(n, 2000);
	for (int64_t rounds = 1; rounds < 200000; rounds = rounds * 7 + 1) {
		struct dt_chain_sums sums[2] = { { .visits = visits[0] },
		    { .visits = visits[1] } };
		memset(visits, 0, sizeof(visits));
		ck_assert(dt_chain_forward(c, rounds, 1, &sums[0], NULL) ==
		    DT_OK);
		ck_assert(dt_chain_power(c, rounds, &sums[1], NULL) == DT_OK);
		compare_sums(&sums[0], &sums[1], n, 1e-11);
	}
	ck_assert(dt_chain_horizon(c, 0, .999, &one, &b.error) == DT_OK);
	ck_assert(dt_chain_horizon(c, 39000, .999, &two, &b.error) == DT_OK);
	same_answers(&one, &two, 1e-11);
	ck_assert(dt_chain_horizon(c, 10000000, 1, &one, &b.error) == DT_OK);
	ck_assert(dt_chain_longrun(c, &two, &b.error) == DT_OK);
	two.rounds = one.rounds;
	same_answers(&one, &two, 1e-4);
	dt_chain_free(c);
	build_free(&b);
}
END_TEST

/* No continuation at all is one round; no end at all is a fault. */
START_TEST(lengths_at_the_edge)
{
	struct dt_chain_answer a;
	struct build b;
	group(&b, 2, BUILD_TIT_FOR_TAT, NULL);
	struct dt_chain *c = chain_of(&b, NULL);
	ck_assert(dt_chain_horizon(c, 0, 0, &a, &b.error) == DT_OK);
	NEAR(a.rounds, 1, 1e-15);
	NEAR(a.agent[0].paused, .95, 1e-15);
	ck_assert(dt_chain_horizon(c, 0, 1, &a, &b.error) == DT_EUSAGE);
	ck_assert(dt_chain_horizon(c, -1, .5, &a, &b.error) == DT_EUSAGE);
	dt_chain_free(c);
	build_free(&b);
}
END_TEST

TCase *
check_chain_limits(void)
{
	TCase *t = tcase_create("limits");
	tcase_set_timeout(t, 120);
	tcase_add_test(t, twins_are_lumped);
	tcase_add_test(t, strikes_beyond_the_last_rung_count);
	tcase_add_test(t, too_large_is_refused);
	tcase_add_test(t, faint_states_may_be_left_out);
	tcase_add_test(t, memory_may_run_out_anywhere);
	tcase_add_test(t, all_ways_agree);
	tcase_add_test(t, lengths_at_the_edge);
	return t;
}
