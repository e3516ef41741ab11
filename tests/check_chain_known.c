/*
 * check_chain_known: what is known in closed form of repeated games with slips
 * and misperception. Payoffs (5, 3, 1, 0) unless stated.
 */
#include "check_chain.h"

#include <math.h>

#include "engine/chain_flow.h"

enum noise { CLEAN, SLIP, MISPERCEIVE };

static void
set_noise(struct build *b, enum noise noise, double rate)
{
	static struct dt_monitor_rates rates;
	rates = (struct dt_monitor_rates){ rate, rate };
	if (noise == SLIP)
		b->slip = rate;
	if (noise == MISPERCEIVE)
		b->private = &rates;
}

/* The long run of two shipped strategies. */
static struct dt_chain_answer
pair(const char *one, const char *two, enum noise noise, double rate)
{
	struct build b = { .n = 2 };
	b.agents[0].strategy = chain_strategy(&b, one);
	b.agents[1].strategy = chain_strategy(&b, two);
	set_noise(&b, noise, rate);
	return chain_longrun(&b);
}

static struct dt_chain_answer
self(const char *name, enum noise noise, double rate)
{
	return pair(name, name, noise, rate);
}

/* Chances to pause after CC, CD, DC, DD, from a tossed coin on. */
static const char *
memory_one(struct build *b, double cc, double cd, double dc, double dd)
{
	const char *rules = dt_arena_print(&b->arena,
	    "[{when: raced and alarms >= 1, to: {c: %.17g, d: %.17g}}, "
	    "{when: raced, to: {c: %.17g, d: %.17g}}, "
	    "{when: alarms >= 1, to: {c: %.17g, d: %.17g}}, "
	    "{to: {c: %.17g, d: %.17g}}]", dd, 1 - dd, dc, 1 - dc, cd,
	    1 - cd, cc, 1 - cc);
	return dt_arena_print(&b->arena, "strategy: memory-one\n"
	    "start: {c: 0.5, d: 0.5}\nstates:\n"
	    "  c: {play: pause, next: %s}\n  d: {play: race, next: %s}\n",
	    rules, rules);
}

#define SELF(name, noise, rate, value, share) do { \
	struct dt_chain_answer a_ = self(name, noise, rate); \
	NEAR(a_.agent[0].payoff, value, 1e-6); \
	NEAR(a_.agent[1].payoff, value, 1e-6); \
	NEAR(a_.agent[0].paused, share, 1e-6); \
} while (0)

/* Nowak and Sigmund 1993. Two tit-for-tats visit every joint state equally
 * often; win-stay, lose-shift comes back after every slip. */
START_TEST(slips_cost_what_memory_one_says)
{
	SELF("tit-for-tat", SLIP, .05, 2.25, .5);
	SELF("tit-for-tat", SLIP, .01, 2.25, .5);
	SELF("win-stay-lose-shift", SLIP, .05, 2.7765, .8645);
	SELF("win-stay-lose-shift", SLIP, .01, 2.951092, .970596);
	SELF("generous-tit-for-tat", SLIP, .01, 2.970321746, .971153846);
	SELF("contrite-tit-for-tat", SLIP, .01, 2.9801, 50. / 51);
}
END_TEST

/* A slip is seen by both, a misperception by one: contrition mends only the
 * first, generosity both. */
START_TEST(misperception_costs_something_else)
{
	SELF("tit-for-tat", MISPERCEIVE, .01, 2.25, .5);
	SELF("win-stay-lose-shift", MISPERCEIVE, .01, 2.951092, .970596);
	SELF("generous-tit-for-tat", MISPERCEIVE, .01, 2.980399408,
	    .980769231);
	SELF("contrite-tit-for-tat", MISPERCEIVE, .01, 2.25, .5);
}
END_TEST

/* The table behind the Fermi limit, slips .01. */
START_TEST(five_strategies_meet)
{
	static const char *const names[] = { "always-pause", "always-race",
	    "tit-for-tat", "win-stay-lose-shift", "generous-tit-for-tat" };
	static const double table[5][5] = {
		{ 2.9899, .0401, 2.960402, 1.515, 2.970235 },
		{ 4.9401, 1.0299, 1.069002, 2.985, 2.359368 },
		{ 3.009402, 1.020002, 2.25, 2.25, 2.969672 },
		{ 3.965, .535, 2.25, 2.951092, 2.926634 },
		{ 3.002901, .693368, 2.924268, 2.76808, 2.970322 },
	};
	for (size_t i = 0; i < 5; i++)
		for (size_t k = 0; k < 5; k++) {
			struct dt_chain_answer a =
			    pair(names[i], names[k], SLIP, .01);
			NEAR(a.agent[0].payoff, table[i][k], 5.0001e-7);
			NEAR(a.agent[1].payoff, table[k][i], 5.0001e-7);
		}
}
END_TEST

/* Axelrod's tournament without noise: whole numbers, of 200 rounds. */
START_TEST(noise_free_scores_of_200_rounds)
{
	static const char *const names[] = { "always-pause", "always-race",
	    "tit-for-tat", "suspicious-tit-for-tat", "tit-for-two-tats",
	    "grim", "win-stay-lose-shift", "alternator" };
	static const double table[8][8] = {
		{ 600, 0, 600, 597, 600, 600, 600, 300 },
		{ 1000, 200, 204, 200, 208, 204, 600, 600 },
		{ 600, 199, 600, 500, 600, 600, 600, 498 },
		{ 602, 200, 500, 200, 602, 203, 401, 500 },
		{ 600, 198, 600, 597, 600, 600, 600, 300 },
		{ 600, 199, 600, 203, 600, 600, 600, 597 },
		{ 600, 100, 600, 401, 600, 600, 600, 450 },
		{ 800, 100, 503, 500, 800, 107, 450, 400 },
	};
	for (size_t i = 0; i < 8; i++)
		for (size_t k = 0; k < 8; k++) {
			struct build b = { .n = 2, .rounds = 200 };
			b.agents[0].strategy = chain_strategy(&b, names[i]);
			b.agents[1].strategy = chain_strategy(&b, names[k]);
			struct dt_chain_answer a = chain_own(&b);
			NEAR(200 * a.agent[0].payoff, table[i][k], 1e-9);
			NEAR(200 * a.agent[1].payoff, table[k][i], 1e-9);
		}
}
END_TEST

static double
discounted(const char *name, double slip, double keep)
{
	struct build b = { .n = 2, .slip = slip, .continuation = keep };
	b.agents[0].strategy = b.agents[1].strategy =
	    chain_strategy(&b, name);
	return chain_own(&b).agent[0].payoff;
}

/* With V(s) = sum over slips of p [(1-c) u + c V(next)]; the first move slips
 * too. e = .05, c = .9. */
START_TEST(discounted_values_count_the_first_slip)
{
	NEAR(discounted("tit-for-tat", .05, .9), 2.648960963, 1e-9);
	NEAR(discounted("grim-memory-one", .05, .9), 2.116184211, 1e-9);
	NEAR(discounted("grim", .05, .9), 2.168450774, 1e-9);
	NEAR(discounted("tit-for-tat", .05, .9999999), 2.25, 1e-5);
}
END_TEST

/* All that differ meet with chance u = (1-e)^n + e^n of having been alike;
 * then they pause, but for slips: u(1-e) + (1-u)e. */
START_TEST(all_or_none_in_groups)
{
	for (size_t n = 2; n <= 24; n++) {
		struct build b = { .n = n, .slip = .01 };
		double u = pow(.99, (double)n) + pow(.01, (double)n);
		for (size_t i = 0; i < n; i++)
			b.agents[i].strategy =
			    chain_strategy(&b, "all-or-none");
		struct dt_chain_answer a = chain_longrun(&b);
		double paused = u * .99 + (1 - u) * .01;
		NEAR(a.agent[0].paused, paused, 1e-9);
		if (n == 5)
			NEAR(a.agent[4].paused, .9420, 5e-5);
		if (n == 10)
			NEAR(a.agent[9].paused, .8963, 5e-5);
	}
}
END_TEST

/* Press and Dyson 2012: what is gained over both racing is twice the other's,
 * whatever the other does. */
START_TEST(extortion_takes_twice)
{
	static const char *const others[] = { "always-pause", "random",
	    "generous-tit-for-tat", "win-stay-lose-shift", "alternator" };
	for (size_t i = 0; i < 5; i++) {
		struct dt_chain_answer a =
		    pair("extortioner", others[i], CLEAN, 0);
		NEAR(a.agent[0].payoff - 1, 2 * (a.agent[1].payoff - 1),
		    1e-9);
	}
	struct dt_chain_answer a = pair("extortioner", "always-pause", CLEAN,
	    0);
	NEAR(a.agent[0].payoff, 3.5, 1e-9);
	NEAR(a.agent[1].payoff, 2.25, 1e-9);
	a = pair("extortioner", "random", CLEAN, 0);
	NEAR(a.agent[0].payoff, 2.470588, 1e-6);
	NEAR(a.agent[1].payoff, 1.735294, 1e-6);
	a = pair("zd-generous", "random", CLEAN, 0);
	NEAR(a.agent[0].payoff, 2.117647, 1e-6);
	NEAR(a.agent[1].payoff, 2.558824, 1e-6);
	NEAR(a.agent[0].payoff - 3, 2 * (a.agent[1].payoff - 3), 1e-9);
}
END_TEST

static struct dt_chain_answer
against(double cc, double cd, double dc, double dd, const char *other)
{
	struct build b = { .n = 2 };
	b.agents[0].strategy = memory_one(&b, cc, cd, dc, dd);
	b.agents[1].strategy = chain_strategy(&b, other);
	return chain_longrun(&b);
}

/* Extortion with factor 3 and f = 1/26; the equaliser pins the other at 2. */
START_TEST(zero_determinant_strategies_enforce_a_line)
{
	struct dt_chain_answer a = against(11. / 13, .5, 7. / 26, 0,
	    "always-pause");
	NEAR(a.agent[0].payoff, 41. / 11, 1e-9);
	NEAR(a.agent[1].payoff, 21. / 11, 1e-9);
	static const char *const others[] = { "always-pause", "always-race",
	    "random", "tit-for-tat", "grim-two" };
	for (size_t i = 0; i < 5; i++) {
		a = against(2. / 3, 0, 2. / 3, 1. / 3, others[i]);
		NEAR(a.agent[1].payoff, 2, 1e-9);
	}
}
END_TEST

/* Molander 1985: to race always against generosity g earns g T + (1-g) P. */
START_TEST(generosity_feeds_racers)
{
	struct dt_chain_answer a =
	    pair("always-race", "generous-tit-for-tat", CLEAN, 0);
	NEAR(a.agent[0].payoff, 7. / 3, 1e-9);
}
END_TEST

/* Two that start apart never meet again: period two, two recurrent sets that
 * a lottery at the start chooses between. */
START_TEST(the_long_run_averages_where_it_comes_to_stay)
{
	static const char coin[] = "strategy: coin\nstart: {p: 0.25, r: "
	    "0.75}\nstates:\n  p: {play: pause, next: [{to: p}]}\n"
	    "  r: {play: race, next: [{to: r}]}\n";
	struct build b = { .n = 2, .agents = { { .strategy = coin },
	    { .strategy = BUILD_TIT_FOR_TAT } } };
	struct dt_chain_answer a = chain_longrun(&b);
	NEAR(a.agent[0].payoff, .25 * 3 + .75 * 1, 1e-12);
	struct build c = { .n = 2 };
	c.agents[0].strategy = chain_strategy(&c, "tit-for-tat");
	c.agents[1].strategy = chain_strategy(&c, "suspicious-tit-for-tat");
	a = chain_longrun(&c);
	NEAR(a.agent[0].payoff, 2.5, 1e-12);
	NEAR(a.all_paused, 0, 1e-12);
}
END_TEST

/* A walk over the places 1 to N, up with chance P, else down, that ends beyond
 * either end, discounted by KEEP: rounds to come, x_i = 1 + KEEP (P x_{i+1} +
 * (1-P) x_{i-1}). With the roots of KEEP P r^2 - r + KEEP (1-P) = 0, x_i =
 * 1/(1-KEEP) + a small^i + b large^(i-N-1), and both ends are 0. Places are
 * numbered as they stand, or far from their neighbours, so that it is solved
 * in either way. */
static void
walk_home(size_t stride)
{
	enum { N = 1009 };              /* a prime */
	const double p = .4, keep = .99;
	size_t row[N + 1] = { 0 }, at = 0;
	uint32_t to[2 * N], number[N];
	double value[2 * N], known[N], x[N] = { 0 }, error;
	for (size_t i = 0; i < N; i++)
		number[i * stride % N] = (uint32_t)i;
	for (size_t s = 0; s < N; s++) {
		size_t i = number[s];
		known[s] = 1;
		for (int up = 0; up < 2; up++) {
			if (up ? i + 1 == N : i == 0)
				continue;
			to[at] = (uint32_t)((up ? i + 1 : i - 1) * stride % N);
			value[at++] = keep * (up ? p : 1 - p);
		}
		row[s + 1] = at;
	}
	struct dt_chain_flow flow = { .n = N, .row = row, .to = to,
	    .value = value };
	ck_assert_int_eq(dt_chain_system(&flow, known, x, &error), DT_OK);
	ck_assert_double_lt(error, 1e-11);
	double root = sqrt(1 - 4 * keep * keep * p * (1 - p));
	double small = (1 - root) / (2 * keep * p);
	double large = (1 + root) / (2 * keep * p);
	double all = 1 / (1 - keep), low = pow(small, N + 1);
	double high = pow(large, -(N + 1));
	double b = -all * (1 - low) / (1 - low * high);
	double a = -all - b * high;
	for (size_t i = 0; i < N; i++)
		NEAR(x[i * stride % N], all + a * pow(small, (double)i + 1) +
		    b * pow(large, (double)i - N), 1e-10);
}

START_TEST(a_walk_ends_as_its_roots_say)
{
	walk_home(1);
	walk_home(408);
}
END_TEST

TCase *
check_chain_known(void)
{
	TCase *t = tcase_create("known");
	tcase_set_timeout(t, 60);
	tcase_add_test(t, slips_cost_what_memory_one_says);
	tcase_add_test(t, misperception_costs_something_else);
	tcase_add_test(t, five_strategies_meet);
	tcase_add_test(t, noise_free_scores_of_200_rounds);
	tcase_add_test(t, discounted_values_count_the_first_slip);
	tcase_add_test(t, all_or_none_in_groups);
	tcase_add_test(t, extortion_takes_twice);
	tcase_add_test(t, zero_determinant_strategies_enforce_a_line);
	tcase_add_test(t, generosity_feeds_racers);
	tcase_add_test(t, the_long_run_averages_where_it_comes_to_stay);
	tcase_add_test(t, a_walk_ends_as_its_roots_say);
	return t;
}
