/*
 * check_common_mode: one coin a round for all channels that fail together,
 * against brute force. The force is a tree of every single alarm there may
 * be: the coin of common mode, then each public channel about each agent, then
 * each private channel of each observer about each other agent, written from
 * detente-model(7) and knowing nothing of how channels are combined.
 */
#include <check.h>
#include <math.h>

#include "build.h"
#include "engine/chain.h"
#include "comply/comply_bound.h"
#include "repeat/signals.h"

#define NEAR(got, expected, by) \
	ck_assert_double_eq_tol(got, expected, by)

enum { AGENTS = 3, CHANNELS = 3, EVENTS = CHANNELS * AGENTS * AGENTS };

struct channel {
	bool private, common;
	double miss, false_alarm;
};

/* A single alarm: `observer` is AGENTS for a public one. */
struct event {
	const struct channel *channel;
	size_t observer, subject;
};

/* What the tree adds up, and the branch at hand. */
struct force {
	struct channel channels[CHANNELS];
	double common_mode;
	uint64_t races;
	size_t accusers, bear;          /* alarms that an agent bears with */
	struct event events[EVENTS];
	size_t n;
	uint64_t public, seen[AGENTS];
	double none_found, all_calm, sees;      /* sees: 0 has an alarm at 1 */
	double found[AGENTS], calm[AGENTS], alarms[1 << AGENTS];
};

static void
list_events(struct force *f)
{
	f->n = 0;
	for (size_t c = 0; c < CHANNELS; c++)
		for (size_t i = 0; i < AGENTS; i++)
			for (size_t j = 0; j <= AGENTS; j++)
				if (f->channels[c].private ?
				    j < AGENTS && j != i : j == AGENTS)
					f->events[f->n++] = (struct event){
						&f->channels[c], j, i };
}

static void
leaf(struct force *f, double weight)
{
	uint64_t found = f->public, seen[AGENTS];
	bool all_calm = true;
	for (size_t j = 0; j < AGENTS; j++)
		seen[j] = (f->seen[j] | f->public) & ~dt_move_bit(j);
	for (size_t i = 0; i < AGENTS && f->accusers > 0; i++) {
		size_t accusers = 0;
		for (size_t j = 0; j < AGENTS; j++)
			accusers += dt_move_has(seen[j], i);
		if (accusers >= f->accusers)
			found |= dt_move_bit(i);
	}
	f->alarms[f->public] += weight;
	f->none_found += found == 0 ? weight : 0;
	f->sees += dt_move_has(seen[0], 1) ? weight : 0;
	for (size_t i = 0; i < AGENTS; i++) {
		bool calm = dt_move_count(seen[i]) <= f->bear;
		f->found[i] += dt_move_has(found, i) ? weight : 0;
		f->calm[i] += calm ? weight : 0;
		all_calm = all_calm && calm;
	}
	f->all_calm += all_calm ? weight : 0;
}

static void
branch(struct force *f, bool blind, size_t k, double weight)
{
	if (weight == 0)
		return;
	if (k == f->n) {
		leaf(f, weight);
		return;
	}
	const struct event *e = &f->events[k];
	uint64_t *into = e->observer == AGENTS ? &f->public :
	    &f->seen[e->observer], before = *into;
	double alarm = dt_move_has(f->races, e->subject) ?
	    1 - e->channel->miss : e->channel->false_alarm;
	if (blind && e->channel->common)
		alarm = 0;
	branch(f, blind, k + 1, weight * (1 - alarm));
	*into |= dt_move_bit(e->subject);
	branch(f, blind, k + 1, weight * alarm);
	*into = before;
}

/* ---- The same as a scenario ---- */

static double
chance(struct dt_random *random)
{
	return dt_random_word(random) % 5 == 0 ? 0 :
	    (double)(dt_random_word(random) % 1000) / 1000;
}

static void
draw(struct dt_random *random, struct force *f)
{
	*f = (struct force){ .common_mode = chance(random),
	    .races = dt_random_word(random) % (1 << AGENTS),
	    .accusers = dt_random_word(random) % AGENTS,
	    .bear = dt_random_word(random) % 2 };
	/* The third is public: each private one takes six branchings. */
	for (size_t c = 0; c < CHANNELS; c++)
		f->channels[c] = (struct channel){
			.private = c < 2 && dt_random_word(random) % 2,
			.common = dt_random_word(random) % 3 > 0,
			.miss = chance(random),
			.false_alarm = chance(random) };
	list_events(f);
}

static const char *
treaty(struct build *b, const struct force *f)
{
	const char *text = dt_arena_print(&b->arena, "treaty: t\n"
	    "monitoring:\n  common_mode: %g\n  accusers: %zu\n  channels:\n",
	    f->common_mode, f->accusers);
	for (size_t c = 0; c < CHANNELS; c++) {
		const struct channel *one = &f->channels[c];
		text = dt_arena_print(&b->arena, "%s    c%zu: {miss: %g, "
		    "false_alarm: %g, common: %s, visibility: %s}\n", text, c,
		    one->miss, one->false_alarm, one->common ? "yes" : "no",
		    one->private ? "private" : "public");
	}
	return dt_arena_print(&b->arena,
	    "%sresponse: {ladder: [{strikes: 1, end: yes}]}\n", text);
}

/* Moves as drawn in round 1; calm agents pause in round 2, others race. */
static void
cast(struct build *b, const struct force *f, int64_t rounds)
{
	*b = (struct build){ .n = AGENTS, .rounds = rounds };
	b->treaty = treaty(b, f);
	for (size_t i = 0; i < AGENTS; i++)
		b->agents[i].strategy = dt_arena_print(&b->arena,
		    "strategy: s\nstart: first\nstates:\n"
		    "  first: {play: %s, next: [{when: alarms > %zu, to: "
		    "angry}, {to: calm}]}\n"
		    "  calm: {play: pause, next: [{to: calm}]}\n"
		    "  angry: {play: race, next: [{to: angry}]}\n",
		    dt_move_has(f->races, i) ? "race" : "pause", f->bear);
}

static struct dt_chain_answer
chain_says(struct build *b)
{
	struct dt_chain *chain;
	struct dt_chain_answer answer;
	build_model(b);
	ck_assert_int_eq(dt_chain_build(&chain, &b->model, NULL, &b->error),
	    DT_OK);
	ck_assert_int_eq(dt_chain_own(chain, &answer, &b->error), DT_OK);
	dt_chain_free(chain);
	return answer;
}

/* Findings come from round 1 alone, which the first build has. In the second
 * a round 2 shows who was calm, one by one and all together, and whether the
 * treaty is still in force: the joint law over parties and observers. */
static void
compare_chain(const struct force *f)
{
	struct build one, two;
	cast(&one, f, 1);
	cast(&two, f, 2);
	struct dt_chain_answer a = chain_says(&one), b = chain_says(&two);
	for (size_t i = 0; i < AGENTS; i++) {
		bool races = dt_move_has(f->races, i);
		NEAR(a.agent[i].alarms_right, races ? f->found[i] : 0, 1e-12);
		NEAR(a.agent[i].alarms_wrong, races ? 0 : f->found[i], 1e-12);
		NEAR(b.agent[i].paused, (!races + f->calm[i]) / 2, 1e-12);
	}
	NEAR(b.in_force, (1 + f->none_found) / 2, 1e-12);
	NEAR(b.all_paused, ((f->races == 0) + f->all_calm) / 2, 1e-12);
	build_free(&one);
	build_free(&two);
}

/* The joint law of public alarms, which payoff sets and v* stand on, and what
 * `detection` and `false_alarm` are in conditions. */
static void
compare_signals(const struct force *f)
{
	static const size_t moves[] = { 2, 2, 2 };
	struct build b;
	struct dt_signals game;
	struct dt_monitor_signal signals[AGENTS];
	cast(&b, f, 1);
	build_model(&b);
	const struct dt_monitor *m = &b.model.terms.monitor;
	for (size_t i = 0; i < AGENTS; i++)
		signals[i] = m->public;
	ck_assert_int_eq(dt_signals_new(&game, &b.arena, AGENTS, moves,
	    NULL), DT_OK);
	ck_assert_int_eq(dt_signals_common(&game, signals, NULL), DT_OK);
	for (size_t y = 0; y < game.signals; y++)
		NEAR(game.chance[f->races * game.signals + y], f->alarms[y],
		    1e-12);
	NEAR(dt_move_has(f->races, 1) ? dt_monitor_detection(m) :
	    dt_monitor_false_alarm(m), f->sees, 1e-12);
	build_free(&b);
}

START_TEST(chain_and_joint_signals_are_those_of_the_tree_of_all_alarms)
{
	struct dt_random random;
	dt_random_stream(&random, 11, 0, (uint64_t)_i, 0);
	struct force f;
	draw(&random, &f);
	branch(&f, false, 0, 1 - f.common_mode);
	branch(&f, true, 0, f.common_mode);
	compare_chain(&f);
	compare_signals(&f);
}
END_TEST

/* ---- Values known by hand ---- */

#define BLIND_HALF "treaty: t\nmonitoring: {common_mode: 0.5, channels: " \
	"{a: {miss: 0, false_alarm: 0, common: yes}, b: {miss: 0, " \
	"false_alarm: 0, common: yes, visibility: private}}}\n"

/* Three racers, perfect channels, blind together in half of the rounds: all
 * are seen by all, or nobody by anybody. Of 4000 rounds 2000 are seen, within
 * five standard errors, sqrt(1000). */
START_TEST(racers_are_seen_together_or_not_at_all)
{
	struct build b = { .n = 3, .rounds = 4000, .treaty = BLIND_HALF };
	for (size_t i = 0; i < 3; i++)
		b.agents[i].strategy = BUILD_RACE;
	build_model(&b);
	struct dt_world *w = dt_world_new(&b.model);
	const struct dt_round *r;
	int seen = 0;
	dt_world_begin(w, 1);
	while ((r = dt_world_step(w)) != NULL) {
		ck_assert(r->alarms == 0 || r->alarms == 7);
		for (size_t i = 0; i < 3; i++)
			ck_assert_uint_eq(r->seen[i],
			    r->alarms & ~dt_move_bit(i));
		seen += r->alarms != 0;
	}
	ck_assert_double_eq_tol(seen, 2000, 5 * sqrt(1000));
	dt_world_free(w);
	build_free(&b);
}
END_TEST

/* Four racers, any finding ends it, ten rounds: in force in round t with
 * chance 1/2^(t-1), so in (2 - 1/512)/10 = .1998 of them. Drawn apart for each
 * it was .1067. */
START_TEST(a_treaty_outlives_the_rounds_in_which_all_are_blind)
{
	struct build b = { .n = 4, .rounds = 10, .treaty =
	    "treaty: t\nmonitoring: {common_mode: 0.5, channels: {a: {miss: "
	    "0, false_alarm: 0, common: yes}}}\n"
	    "response: {ladder: [{strikes: 1, end: yes}]}\n" };
	for (size_t i = 0; i < 4; i++)
		b.agents[i].strategy = BUILD_RACE;
	NEAR(chain_says(&b).in_force, (2 - 1. / 512) / 10, 1e-12);
	build_free(&b);
}
END_TEST

/* Five who pause, any finding ends it, false alarms .1, blind together in half
 * of the rounds: quiet with p = 1/2 + .9^5/2, with one racer q = 1/2. With
 * R, S, T, P = 3, 0, 5, 1 grim holds from g/((p-q)(R-P) + p g) on, .917019. */
START_TEST(five_parties_need_the_patience_of_a_common_coin)
{
	struct build b = { .n = 5, .continuation = .9, .treaty =
	    "treaty: t\nmonitoring: {common_mode: 0.5, channels: {a: {miss: "
	    "0, false_alarm: 0.1, common: yes}}}\n"
	    "response: {ladder: [{strikes: 1, end: yes}]}\n"
	    "withdrawal: {allowed: no}\n" };
	struct dt_comply_model comply;
	struct dt_comply_bound bound;
	static const struct dt_comply_effort effort = {
		.limits = { .states = 20000, .edges = 1000000 },
		.looks = 33 };
	double p = .5 + pow(.9, 5) / 2, q = .5;
	build_model(&b);
	ck_assert_int_eq(dt_comply_model_make(&b.arena, &b.model, &comply,
	    &b.error), DT_OK);
	ck_assert_int_eq(dt_comply_bound_find(&comply,
	    DT_COMPLY_CONTINUATION, &effort, &bound, &b.error), DT_OK);
	const struct dt_dial_stretches *holds =
	    &bound.found.part[DT_DIAL_HOLDS];
	ck_assert_uint_eq(holds->n, 1);
	NEAR(holds->low[0].at, 2 / ((p - q) * 2 + p * 2), 1e-8);
	build_free(&b);
}
END_TEST

/* Treaty in force and not: who is no party is not watched by its channels. */
START_TEST(outsiders_and_channels_apart_know_no_coin)
{
	struct build b = { .n = 3, .rounds = 200, .treaty =
	    "treaty: t\nparties: [a, b]\nmonitoring: {common_mode: 1, "
	    "channels: {x: {miss: 0, false_alarm: 0, common: yes}}}\n" };
	for (size_t i = 0; i < 3; i++)
		b.agents[i].strategy = BUILD_RACE;
	build_model(&b);
	struct dt_world *w = dt_world_new(&b.model);
	const struct dt_round *r;
	dt_world_begin(w, 1);
	while ((r = dt_world_step(w)) != NULL)
		ck_assert_uint_eq(r->alarms, 4);
	dt_world_free(w);
	build_free(&b);
	/* Rates that the treaty states are not those of its channels. */
	struct build c = { .n = 2, .treaty = "treaty: t\nmonitoring: {miss: "
	    "0.2, false_alarm: 0.1, common_mode: 0.5, channels: {x: {miss: "
	    "0, false_alarm: 0, common: yes}}}\n" };
	build_model(&c);
	ck_assert_uint_eq(c.model.terms.monitor.blind, 0);
	build_free(&c);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("common mode");
	TCase *tests = tcase_create("common mode");
	tcase_set_timeout(tests, 120);
	tcase_add_loop_test(tests,
	    chain_and_joint_signals_are_those_of_the_tree_of_all_alarms, 0,
	    60);
	tcase_add_test(tests, racers_are_seen_together_or_not_at_all);
	tcase_add_test(tests,
	    a_treaty_outlives_the_rounds_in_which_all_are_blind);
	tcase_add_test(tests,
	    five_parties_need_the_patience_of_a_common_coin);
	tcase_add_test(tests, outsiders_and_channels_apart_know_no_coin);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed > 0;
}
