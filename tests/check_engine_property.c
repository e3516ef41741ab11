/*
 * check_engine_property: what holds in every round of any scenario, tried on
 * random ones: random treaties, noise, hosts, payoffs and strategies that
 * race, answer, comply, deceive and withdraw at random.
 */
#include <check.h>
#include <math.h>
#include <string.h>

#include "build.h"
#include "engine/tally.h"

enum { SCENARIOS = 300, RUNS = 5 };

static struct build b;
static struct dt_random dice;
static struct dt_text texts[2];

static void
start(void)
{
	b = (struct build){ .n = 1 };
}

static void
finish(void)
{
	build_free(&b);
	for (int i = 0; i < 2; i++) {
		dt_text_free(&texts[i]);
		texts[i] = (struct dt_text){ 0 };
	}
}

static unsigned
roll(unsigned sides)
{
	return (unsigned)(dt_random_word(&dice) % sides);
}

static double
chance(void)
{
	static const double chances[] = { 0, 0, .01, .2, .5, .9, 1 };
	return chances[roll(7)];
}

static const char *
flag(void)
{
	return roll(2) ? "yes" : "no";
}

static void
random_monitoring(struct dt_text *t)
{
	dt_text_add(t, "monitoring:\n  cost: %u\n  accusers: %u\n"
	    "  common_mode: %g\n", roll(3), roll(4), chance());
	if (roll(3))
		dt_text_add(t, "  miss: %g\n  false_alarm: %g\n", chance(),
		    chance());
	dt_text_add(t, "  channels:\n");
	for (unsigned i = 0; i < 3; i++)
		dt_text_add(t, "    c%u: {miss: %g, false_alarm: %g, common: "
		    "%s, visibility: %s}\n", i, chance(), chance() / 4,
		    flag(), roll(2) ? "private" : "public");
}

static void
random_response(struct dt_text *t)
{
	dt_text_add(t, "response:\n  shared: %s\n  forgive_after: %u\n"
	    "  forgive_chance: %g\n", flag(), roll(4), chance());
	if (roll(5) == 0)
		return;
	dt_text_add(t, "  ladder:\n");
	for (unsigned i = 0, n = 1 + roll(3), s = 0; i < n; i++)
		dt_text_add(t, "    - {strikes: %u, chance: %g, fine: %u, "
		    "bond: %g, suspend: %u, expel: %s, end: %s}\n",
		    s += 1 + roll(3), chance(), roll(3), chance(), roll(4),
		    roll(4) ? "no" : "yes", roll(6) ? "no" : "yes");
}

static const char *
random_treaty(struct dt_text *t)
{
	static const char *const parties[] = {
		"all", "all", "nations, a", "labs", "a, b, c"
	};
	dt_text_add(t, "treaty: t\nparties: [%s]\nobligation: {grace: %u}\n"
	    "entry: {parties: %u, weight: %g, delay: %u}\nbond: %u\n"
	    "tariff: %u\nwithdrawal: {allowed: %s, notice: %u}\n",
	    parties[roll(5)], roll(4), roll(4), roll(2) ? 0 : chance() / 2,
	    roll(4), roll(9), roll(3), roll(4) ? "yes" : "no", roll(4));
	dt_text_add(t, "duration: {rounds: %u, renewals: %u, renewal_rounds: "
	    "%u, renewal_chance: %g, lapses: %s}\n", roll(2) ? 0 : 1 +
	    roll(30), roll(3), roll(9), chance(), flag());
	if (roll(2))
		dt_text_add(t, "transfers: [{from: a, to: b, amount: 0.5}, "
		    "{from: b, to: c, amount: 0.25}]\n");
	random_monitoring(t);
	random_response(t);
	return t->bytes;
}

#define WANDERER "strategy: wanderer\ndeclares: pause\n" \
	"start: [{when: in_force, to: calm}, {to: {calm: 1/2, hot: 1/2}}]\n" \
	"states:\n" \
	"  calm: {play: {race: 0.1}, next: [{when: flagged, to: hot}, " \
	"{when: alarm_share > 1/2, to: {hot: 0.5, out: 0.1, calm: 0.4}}, " \
	"{to: calm}]}\n" \
	"  hot: {play: {race: 0.8}, next: [{when: raced and suspended, " \
	"to: calm}, {to: {hot: 0.7, calm: 0.3}}]}\n" \
	"  out: {play: race, withdraw: yes, next: [{when: not party, " \
	"to: calm}, {to: out}]}\n"

static void
random_agents(void)
{
	static const char *const strategies[] = {
		BUILD_PAUSE, BUILD_RACE, BUILD_TIT_FOR_TAT, BUILD_WIN_STAY,
		BUILD_COMPLY, BUILD_GRIM, WANDERER, WANDERER,
	};
	for (size_t i = 0; i < b.n; i++)
		b.agents[i] = (struct build_agent){
			.strategy = strategies[roll(8)],
			.nation = i % 3 == 2, .enforcement = chance(),
			.host = i % 3 != 2 && roll(2) && b.n > 2 ? 3 : 0,
			.weight = 1 + roll(3),
			.joins = (int64_t)roll(6) - 1,
		};
}

static void
random_scenario(uint64_t number)
{
	static struct dt_monitor_rates rates[2];
	dt_random_stream(&dice, 77, number, 0, 0);
	b = (struct build){ .n = 1 + roll(8), .slip = chance() / 3,
	    .rounds = 1 + roll(80), .continuation = roll(3) ? 1 : .9,
	    .seed = number };
	random_agents();
	for (int i = 0; i < 2; i++)
		rates[i] = (struct dt_monitor_rates){ chance(), chance() };
	b.public = roll(2) ? &rates[0] : NULL;
	b.private = roll(2) ? &rates[1] : NULL;
	b.treaty = roll(8) ? random_treaty(&texts[0]) : NULL;
	if (b.treaty != NULL && roll(4) == 0)
		b.payoffs = "payoffs: w\nweighted: yes\npairs: same-kind\n"
		    "matrix: {reward: 3, sucker: 0, temptation: 5, "
		    "punishment: 1}\n";
	build_model(&b);
}

/* An assertion of Check tells its parent each time; these are millions. */
#define MUST(claim) do { \
	if (!(claim)) \
		ck_abort_msg("%s", #claim); \
} while (0)

static void
check_moves(const struct dt_round *r)
{
	uint64_t all = dt_move_all(b.n), meant = r->intended ^ r->slipped;
	MUST(((r->intended | r->slipped | r->alarms) & ~all) == 0);
	MUST(r->executed == (meant & ~r->stopped));
	MUST((r->stopped & ~meant) == 0);
	for (size_t i = 0; i < b.n; i++) {
		const struct dt_model_agent *a = &b.model.agents[i];
		if (dt_move_has(r->stopped, i))
			MUST(a->host >= 0 && !dt_move_has(r->executed,
			    (size_t)a->host));
		MUST(dt_move_has(r->declared, i) ==
		    (!a->automaton.deceives && dt_move_has(r->executed, i)));
		uint64_t own = dt_move_bit(i);
		MUST((r->seen[i] & own) == 0);
		MUST((r->alarms & ~own & ~r->seen[i]) == 0);
		MUST((r->seen[i] & ~all) == 0);
	}
}

static void
check_sets(const struct dt_round *r)
{
	bool lives = r->phase == DT_PHASE_IN_FORCE ||
	    r->phase == DT_PHASE_SUSPENDED;
	MUST((r->parties & ~b.model.terms.open_to) == 0);
	MUST((r->parties != 0) == lives);
	MUST((r->bound & ~r->parties) == 0);
	MUST(r->bound == 0 || (r->bound == r->parties &&
	    r->phase == DT_PHASE_IN_FORCE));
	MUST((r->findings & ~r->bound) == 0);
	MUST((r->alarms & r->bound & ~r->findings) == 0);
}

/* What agents pay goes to others or is lost, none comes from nowhere. When
 * shared, only the fine of a lone party is lost; else fines and tariffs are. */
static void
check_flows(const struct dt_round *r)
{
	const struct dt_terms *t = &b.model.terms;
	double room[DT_AGENTS_MOST], sum = 0;
	const double *stage = dt_payoff_of(&b.model.payoff, r->executed,
	    room);
	bool force = r->phase == DT_PHASE_IN_FORCE;
	for (size_t i = 0; i < b.n; i++) {
		bool party = force && dt_move_has(r->parties, i);
		MUST(r->payoff[i] == stage[i] + r->fine[i] + r->cost[i] +
		    r->transfer[i]);
		MUST(r->fine[i] <= 0);
		MUST(r->fine[i] == 0 || dt_move_has(r->findings, i));
		MUST(r->cost[i] == (party ? -t->cost : 0));
		MUST(force || r->transfer[i] == 0);
		bool shared = t->shared &&
		    (r->parties & ~dt_move_bit(i)) != 0;
		sum += r->transfer[i] + (shared ? r->fine[i] : 0);
		if (force && !party && !shared)
			sum += t->tariff;
	}
	MUST(fabs(sum) < 1e-9);
}

/* Rows from, columns to: none, open, in force, suspended, ended. */
static void
check_transition(enum dt_phase from, enum dt_phase to)
{
	static const bool legal[DT_PHASES][DT_PHASES] = {
		{ 1, 0, 0, 0, 0 }, { 0, 1, 1, 0, 0 }, { 0, 0, 1, 1, 1 },
		{ 0, 0, 1, 1, 1 }, { 0, 0, 0, 0, 1 },
	};
	MUST(legal[from][to]);
}

static void
check_run(struct dt_world *world, uint64_t run, struct dt_tally *tally)
{
	const struct dt_round *r;
	enum dt_phase phase = DT_PHASE_NONE;
	uint64_t ever = 0, gone = 0;
	int64_t number = 0;
	dt_tally_reset(tally, b.n);
	dt_world_begin(world, run);
	while ((r = dt_world_step(world)) != NULL) {
		MUST(r->number == ++number);
		if (number > 1)
			check_transition(phase, r->phase);
		phase = r->phase;
		check_moves(r);
		check_sets(r);
		check_flows(r);
		MUST((r->parties & gone) == 0);
		if (r->parties != 0)
			gone |= ever & ~r->parties;
		ever |= r->parties;
		dt_tally_add(tally, r);
	}
	dt_tally_close(tally, world);
	MUST(number <= b.rounds);
}

/* The sums of a run fit together. */
static void
check_tally(const struct dt_tally *t)
{
	MUST(t->in_force + t->suspended <= t->rounds);
	MUST((t->ended != 0) == (t->ending != DT_ENDING_NONE));
	/* From its entry on it lives round by round, to the last with it. */
	MUST(t->ended == 0 || t->ended == t->entered + t->in_force +
	    t->suspended - 1);
	MUST(t->ended <= t->rounds);
	MUST(t->entered != 0 || t->suspended == 0);
	for (size_t i = 0; i < t->n; i++) {
		const struct dt_tally_agent *a = &t->agent[i];
		MUST(a->paused <= t->rounds);
		MUST(a->party <= t->in_force);
		MUST(a->breaches == a->alarms_right + a->missed);
		MUST(a->breaches + a->alarms_wrong <= a->party);
		MUST(a->breaches <= t->rounds - a->paused);
	}
}

START_TEST(every_round_of_any_scenario_is_consistent)
{
	struct dt_tally one, two;
	random_scenario((uint64_t)_i);
	struct dt_world *world = dt_world_new(&b.model);
	for (uint64_t run = 1; run <= RUNS; run++) {
		check_run(world, run, &one);
		check_tally(&one);
		check_run(world, run, &two);
		ck_assert_mem_eq(&one, &two, offsetof(struct dt_tally,
		    agent) + b.n * sizeof(one.agent[0]));
	}
	dt_world_free(world);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("property");
	TCase *t = tcase_create("property");
	tcase_add_checked_fixture(t, start, finish);
	tcase_add_loop_test(t, every_round_of_any_scenario_is_consistent, 0,
	    SCENARIOS);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
