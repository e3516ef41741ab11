/*
 * check_comply_brute: the verdict against brute force. Over random treaties of
 * two with random payoffs, noise and continuation: no automaton out of some
 * hundred beats complying, as chain has it, where the verdict says that none
 * can; and one does where it says that there is one.
 *
 * An automaton has up to three memories, moved by what it saw (quiet, a
 * finding against it, an alarm about the other), and plays by its memory and
 * the phase (in force, suspended, else). All of one memory are tried, all that
 * count findings against themselves up to two and forget them or not, and
 * random ones. COMPLY_GAMES=N in the environment tries that many treaties.
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "build.h"
#include "comply/comply_play.h"

enum { MEMORIES = 3, PHASES = 3, SEEN = 3, STATES = MEMORIES * PHASES,
    RANDOM = 150 };

/* A candidate, and the table that it is compiled to. */
struct candidate {
	unsigned plays;                 /* bit m * PHASES + phase: RACE */
	unsigned leaves;                /* bit m: gives notice */
	uint8_t next[MEMORIES][SEEN];
};

struct trial {
	struct build b;
	struct dt_random random;
	struct dt_comply_model model;
	struct dt_comply_verdict verdict;
	uint64_t race[STATES];
	bool withdraws[STATES];
	uint16_t step[(STATES + 1) * DT_PHASES * 8 * 2];
	double complies, best;
	bool fines_only;                /* strikes do not matter */
};

static size_t
roll(struct trial *t, size_t n)
{
	return (size_t)(dt_random_unit(&t->random) * (double)n);
}

static double
between(struct trial *t, double low, double high)
{
	return low + (high - low) * dt_random_unit(&t->random);
}

static const char *
keep(struct trial *t, struct dt_text *text)
{
	const char *copy = dt_arena_copy(&t->b.arena, dt_text_string(text));
	dt_text_free(text);
	return copy;
}

static const char *
draw_treaty(struct trial *t)
{
	struct dt_text text = { 0 };
	size_t rungs = 1 + roll(t, 2), strikes = 1;
	t->fines_only = rungs == 1;
	dt_text_add(&text, "treaty: drawn\nmonitoring: {miss: %.3f, "
	    "false_alarm: %.3f}\nwithdrawal: {allowed: %s, notice: %zu}\n"
	    "duration: {lapses: %s}\nresponse:\n  forgive_chance: %s\n"
	    "  ladder: [", between(t, 0, .6), between(t, 0, .2),
	    roll(t, 3) ? "no" : "yes", roll(t, 2), roll(t, 3) ? "yes" : "no",
	    rungs > 1 && roll(t, 2) ? "1" : "0");
	for (size_t k = 0; k < rungs; k++, strikes++)
		dt_text_add(&text, "%s{strikes: %zu, chance: %s, fine: %.2f, "
		    "suspend: %zu, end: %s}", k ? ", " : "", strikes,
		    roll(t, 3) ? "1" : "0.5", roll(t, 2) ?
		    between(t, 0, 3) : 0., roll(t, 4),
		    k + 1 == rungs && roll(t, 2) ? "yes" : "no");
	dt_text_add(&text, "]\n");
	return keep(t, &text);
}

/* Mostly dilemmas; now and then punishing is no best reply. */
static const char *
draw_payoffs(struct trial *t)
{
	struct dt_text text = { 0 };
	dt_text_add(&text, "payoffs: drawn\nmatrix: {reward: 3, sucker: %.2f, "
	    "temptation: %.2f, punishment: 1}\n",
	    roll(t, 6) ? between(t, -1, 1) : 1.2, between(t, 3, 5));
	return keep(t, &text);
}

/* Candidates are valued in the game in which so many stand for any more. */
static int64_t
strikes_of(const struct trial *t)
{
	const struct dt_terms *terms = &t->model.model.terms;
	return terms->rungs[terms->n_rungs - 1].strikes + 2;
}

static void
draw(struct trial *t, uint64_t seed)
{
	memset(t, 0, sizeof(*t));
	dt_random_stream(&t->random, seed, 0, 0, 0);
	t->b = (struct build){ .n = 2,
	    .continuation = between(t, .3, .97) };
	t->b.treaty = draw_treaty(t);
	t->b.payoffs = draw_payoffs(t);
	t->b.slip = roll(t, 2) * .03;
	build_model(&t->b);
	build_must(&t->b, dt_comply_model_make(&t->b.arena, &t->b.model,
	    &t->model, &t->b.error));
	struct dt_chain_limits limits = { .strikes = strikes_of(t) };
	build_must(&t->b, dt_comply_judge(&t->model, &limits, &t->verdict,
	    &t->b.error));
}

static size_t
phase_of(const struct dt_view *view)
{
	if (!view->party)
		return 2;
	return view->phase == DT_PHASE_IN_FORCE ? 0 :
	    view->phase == DT_PHASE_SUSPENDED ? 1 : 2;
}

static void
compile(struct trial *t, const struct candidate *c)
{
	size_t views = dt_view_number(2);
	for (size_t s = 0; s < STATES; s++) {
		t->race[s] = c->plays >> s & 1 ? UINT64_MAX : 0;
		t->withdraws[s] = c->leaves >> s / PHASES & 1;
	}
	for (size_t k = 0; k < (STATES + 1) * views; k++) {
		struct dt_view view = dt_view_of(2, k % views);
		size_t saw = view.flagged ? 1 : view.alarms > 0 ? 2 : 0;
		size_t memory = k / views == STATES ? 0 :
		    c->next[k / views / PHASES][saw];
		t->step[k] = (uint16_t)(memory * PHASES + phase_of(&view));
	}
}

/* What the first agent has of it a round. */
static double
value_of(struct trial *t, const struct candidate *c)
{
	struct dt_model m = t->model.model;
	struct dt_model_agent agents[2] = { m.agents[0], m.agents[1] };
	struct dt_chain_limits limits = { .depth = -1, .apart = true,
	    .strikes = strikes_of(t) };
	struct dt_chain *chain;
	struct dt_chain_answer answer;
	if (c != NULL) {
		compile(t, c);
		agents[0].automaton.states = STATES;
		agents[0].automaton.race = t->race;
		agents[0].automaton.withdraws = t->withdraws;
		agents[0].automaton.step = t->step;
	}
	m.agents = agents;
	build_must(&t->b, dt_chain_build(&chain, &m, &limits, &t->b.error));
	build_must(&t->b, dt_chain_own(chain, &answer, &t->b.error));
	dt_chain_free(chain);
	return answer.agent[0].payoff;
}

static void
try(struct trial *t, const struct candidate *c)
{
	t->best = fmax(t->best, value_of(t, c));
}

/* One memory; then counters of findings, which quiet rounds reset or not. */
static void
try_counters(struct trial *t)
{
	for (unsigned plays = 0; plays < 8; plays++)
		for (unsigned leaves = 0; leaves < 2; leaves++)
			try(t, &(struct candidate){ plays, leaves, { { 0 } } });
	for (unsigned bits = 0; bits < 128; bits++) {
		struct candidate c = { .plays = 0 };
		for (size_t m = 0; m < MEMORIES; m++) {
			c.plays |= (bits >> m & 1) << m * PHASES;
			c.plays |= (bits >> 3 & 1) << (m * PHASES + 1);
			c.plays |= (bits >> 4 & 1) << (m * PHASES + 2);
			c.next[m][0] = c.next[m][2] =
			    bits >> 5 & 1 ? 0 : (uint8_t)m;
			c.next[m][1] = m + 1 < MEMORIES ? (uint8_t)(m + 1) :
			    bits >> 6 & 1 ? 0 : (uint8_t)m;
		}
		try(t, &c);
	}
}

static void
try_random(struct trial *t)
{
	for (int k = 0; k < RANDOM; k++) {
		struct candidate c = { (unsigned)roll(t, 1 << STATES),
		    (unsigned)(roll(t, 8) * (roll(t, 4) == 0)), { { 0 } } };
		for (size_t m = 0; m < MEMORIES; m++)
			for (size_t s = 0; s < SEEN; s++)
				c.next[m][s] = (uint8_t)roll(t, MEMORIES);
		try(t, &c);
	}
}

/* The best that the verdict has found for the first agent, per kind. */
static double
promised(const struct trial *t, bool within_reach)
{
	double best = -INFINITY;
	for (size_t k = 0; k < t->verdict.n_cases; k++) {
		const struct dt_comply_case *one = &t->verdict.cases[k];
		bool shown = one->departure == DT_CHAIN_OPEN ||
		    one->departure == DT_CHAIN_REFUSE;
		if (one->agent == 0 && one->where.expected &&
		    !(within_reach && (shown || !t->fines_only)))
			best = fmax(best, within_reach ? one->worth :
			    one->best);
	}
	return best;
}

static void
hold_against(struct trial *t, uint64_t seed, int *yes, int *no)
{
	t->complies = t->best = value_of(t, NULL);
	try_counters(t);
	try_random(t);
	bool holds = promised(t, false) <= 1e-9;
	ck_assert_double_eq_tol(t->complies, t->verdict.start[0], 1e-10);
	if (holds)
		ck_assert_msg(t->best <= t->complies + 1e-9, "treaty %llu "
		    "holds, but %.9g is more than %.9g",
		    (unsigned long long)seed, t->best, t->complies);
	bool found = t->best > t->complies + 1e-9;
	if (promised(t, true) > 1e-6)
		ck_assert_msg(found, "treaty %llu does not hold, but nothing "
		    "beats %.9g", (unsigned long long)seed, t->complies);
	*yes += holds;
	*no += found;
}

START_TEST(no_automaton_beats_a_treaty_that_holds)
{
	static struct trial t;
	const char *more = getenv("COMPLY_GAMES");
	int games = more ? atoi(more) / 8 : 6, yes = 0, no = 0;
	for (int k = 0; k < games; k++) {
		uint64_t seed = 1 + (uint64_t)(_i * games + k);
		draw(&t, seed);
		hold_against(&t, seed, &yes, &no);
		dt_comply_verdict_free(&t.verdict);
		build_free(&t.b);
	}
	/* Both answers come up, and each is tried. */
	ck_assert_int_gt(yes + no, games / 2);
	if (more)
		printf("%d hold, %d beaten, of %d\n", yes, no, games);
}
END_TEST

/* Within four and a half standard errors of those that look alike. */
static void
agrees(const struct dt_comply_case *p, const struct dt_comply_verdict *exact,
    uint64_t seed)
{
	double low = INFINITY, high = -INFINITY;
	for (size_t e = 0; e < exact->n_cases; e++) {
		const struct dt_comply_case *x = &exact->cases[e];
		if (x->agent != p->agent || x->departure != p->departure ||
		    x->where.phase != p->where.phase ||
		    x->where.party != p->where.party)
			continue;
		low = fmin(low, x->worth);
		high = fmax(high, x->worth);
	}
	double by = 4.5 * p->error + 1e-9;
	ck_assert_msg(p->worth > low - by && p->worth < high + by,
	    "treaty %llu: %s of %zu in phase %d is worth %.5f by play (error "
	    "%.5f), exactly %.5f to %.5f", (unsigned long long)seed,
	    dt_comply_words[p->departure], p->agent, (int)p->where.phase,
	    p->worth, p->error, low, high);
}

/* What is played agrees with what is exact, in states that look alike whatever
 * else is in them: those of one rung. */
START_TEST(play_agrees_with_exact_values)
{
	static struct trial t;
	for (uint64_t seed = 1; seed <= 20; seed++) {
		struct dt_comply_verdict played;
		draw(&t, seed);
		dt_comply_verdict_free(&t.verdict);
		t.model.patience[1] *= .9;
		build_must(&t.b, dt_comply_judge(&t.model, NULL, &t.verdict,
		    &t.b.error));
		struct dt_comply_play_request request = { .seed = seed,
		    .threads = 1, .work_most = 5e6 };
		build_must(&t.b, dt_comply_play(&t.model, &request, &played,
		    &t.b.error));
		for (size_t k = 0; k < played.n_cases && t.fines_only; k++)
			agrees(&played.cases[k], &t.verdict, seed);
		/* Of 4,000 runs; payoffs are within 5 of each other. */
		for (size_t i = 0; i < 2; i++)
			ck_assert_double_eq_tol(played.start[i],
			    t.verdict.start[i], 4 * 5 / sqrt(4000));
		dt_comply_verdict_free(&played);
		dt_comply_verdict_free(&t.verdict);
		build_free(&t.b);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("comply_brute");
	TCase *t = tcase_create("random");
	tcase_set_timeout(t, 600);
	tcase_add_loop_test(t, no_automaton_beats_a_treaty_that_holds, 0, 8);
	tcase_add_test(t, play_agrees_with_exact_values);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
