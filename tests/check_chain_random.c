/*
 * check_chain_random: the exact engine against the reference engine, over
 * random games: strategies, payoffs, treaties, noise, lengths are all drawn.
 * Every mean must agree within four standard errors (and a dozen events more,
 * for what hardly ever happens); seeds are fixed.
 * CHAIN_GAMES=N in the environment plays that many, for a longer search.
 */
#include "check_chain.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "base/text.h"
#include "play/summary.h"

enum { RUNS = 3000, FIGURES = 13, HEAD = 9 };

/* The dice of one game. */
struct dice {
	struct dt_random random;
	struct build *build;
};

static size_t
roll(struct dice *d, size_t n)
{
	return (size_t)(dt_random_unit(&d->random) * (double)n);
}

static double
chance(struct dice *d)
{
	static const double chances[] = { 0, 0, 1, .05, .2, .5, .8 };
	return chances[roll(d, sizeof(chances) / sizeof(chances[0]))];
}

static const char *
keep(struct dice *d, struct dt_text *text)
{
	const char *copy = dt_arena_copy(&d->build->arena,
	    dt_text_string(text));
	dt_text_free(text);
	return copy;
}

static void
add_to(struct dice *d, struct dt_text *t, size_t states)
{
	size_t a = roll(d, states), b = roll(d, states);
	if (a == b || roll(d, 3) > 0)
		dt_text_add(t, "to: s%zu}", a);
	else
		dt_text_add(t, "to: {s%zu: 0.3, s%zu: 0.7}}", a, b);
}

static void
add_rules(struct dice *d, struct dt_text *t, size_t states)
{
	static const char *const when[] = {
		"alarms >= 1", "alarms >= 2", "alarms == others", "flagged",
		"raced", "party", "in_force", "suspended", "ended", "open",
		"not raced and alarms >= 1", "in_force and not party",
	};
	size_t n = roll(d, 4);
	dt_text_add(t, "[");
	for (size_t i = 0; i < n; i++) {
		dt_text_add(t, "{when: %s, ",
		    when[roll(d, sizeof(when) / sizeof(when[0]))]);
		add_to(d, t, states);
		dt_text_add(t, ", ");
	}
	dt_text_add(t, "{");
	add_to(d, t, states);
	dt_text_add(t, "]");
}

static const char *
strategy(struct dice *d)
{
	static const char *const plays[] = {
		"pause", "pause", "race", "{race: 0.4}"
	};
	struct dt_text t = { 0 };
	size_t states = 1 + roll(d, 3);
	dt_text_add(&t, "strategy: drawn\ndeclares: %s\nstart: ",
	    roll(d, 2) ? "pause" : "executed");
	add_rules(d, &t, states);
	dt_text_add(&t, "\nstates:\n");
	for (size_t s = 0; s < states; s++) {
		dt_text_add(&t, "  s%zu: {play: %s, withdraw: %s, next: ", s,
		    plays[roll(d, 4)], roll(d, 6) ? "no" : "yes");
		add_rules(d, &t, states);
		dt_text_add(&t, "}\n");
	}
	return keep(d, &t);
}

static void
add_ladder(struct dice *d, struct dt_text *t)
{
	size_t rungs = roll(d, 4), strikes = 0;
	dt_text_add(t, "response:\n  shared: %s\n  forgive_after: %zu\n"
	    "  forgive_chance: %g\n  ladder: [", roll(d, 2) ? "yes" : "no",
	    roll(d, 3) * roll(d, 3), roll(d, 3) ? 0. : chance(d));
	for (size_t i = 0; i < rungs; i++) {
		strikes += 1 + roll(d, 2);
		dt_text_add(t, "%s{strikes: %zu, chance: %g, fine: %zu, "
		    "bond: %g, suspend: %zu, expel: %s, end: %s}",
		    i ? ", " : "", strikes, roll(d, 2) ? 1. : .6, roll(d, 3),
		    roll(d, 2) * .5, roll(d, 3) * roll(d, 2),
		    roll(d, 5) ? "no" : "yes", roll(d, 8) ? "no" : "yes");
	}
	dt_text_add(t, "]\n");
}

static void
add_monitoring(struct dice *d, struct dt_text *t, size_t n)
{
	static const char *const flag[] = { "no", "yes" };
	dt_text_add(t, "monitoring:\n  cost: 0.1\n  accusers: %zu\n"
	    "  common_mode: %g\n  channels:\n",
	    roll(d, 2) * (1 + roll(d, n)), chance(d));
	if (roll(d, 3) > 0)
		dt_text_add(t, "    open: {miss: %g, false_alarm: %g, "
		    "common: %s}\n", chance(d), chance(d), flag[roll(d, 2)]);
	dt_text_add(t, "    own: {miss: %g, false_alarm: %g, common: %s, "
	    "visibility: %s}\n", chance(d), chance(d), flag[roll(d, 2)],
	    roll(d, 2) ? "private" : "public");
}

static const char *
treaty(struct dice *d, size_t n)
{
	struct dt_text t = { 0 };
	if (roll(d, 6) == 0)
		return NULL;
	dt_text_add(&t, "treaty: drawn\nparties: %s\nbond: %zu\n"
	    "tariff: %g\nobligation: {grace: %zu}\n",
	    n > 2 && roll(d, 4) == 0 ? "[a, b]" : "[all]", 4 * roll(d, 2),
	    roll(d, 2) * .5, roll(d, 3) * roll(d, 2));
	dt_text_add(&t, "entry: {parties: %zu, weight: %g, delay: %zu}\n",
	    roll(d, n), roll(d, 2) * .4, roll(d, 3) * roll(d, 2));
	dt_text_add(&t, "withdrawal: {allowed: %s, notice: %zu}\n",
	    roll(d, 4) ? "yes" : "no", roll(d, 3));
	if (roll(d, 2))
		dt_text_add(&t, "duration: {rounds: %zu, renewals: %zu, "
		    "renewal_rounds: %zu, renewal_chance: %g, lapses: %s}\n",
		    roll(d, 8), roll(d, 3), roll(d, 3), chance(d),
		    roll(d, 2) ? "yes" : "no");
	if (roll(d, 3) == 0)
		dt_text_add(&t, "transfers: [{from: a, to: b, amount: 0.3}]\n");
	add_monitoring(d, &t, n);
	add_ladder(d, &t);
	return keep(d, &t);
}

static const char *
payoffs(struct dice *d, size_t n)
{
	struct dt_text t = { 0 };
	size_t form = roll(d, 3);
	if (form == 0)
		return BUILD_DILEMMA;
	dt_text_add(&t, "payoffs: drawn\n");
	if (form == 1) {
		dt_text_add(&t, "weighted: yes\nmatrix: {reward: 3, sucker: "
		    "%zu, temptation: 5, punishment: 1}\n", roll(d, 2));
		return keep(d, &t);
	}
	dt_text_add(&t, "form: table\npause: [");
	for (size_t i = 0; i < 2 * n; i++)
		dt_text_add(&t, "%zu%s", roll(d, 6), i + 1 == n ?
		    "]\nrace: [" : i + 1 == 2 * n ? "]\n" : ", ");
	return keep(d, &t);
}

/* Some agents are alike, some hosted, some late. */
static void
draw_agents(struct dice *d, struct build *b)
{
	for (size_t i = 0; i < b->n; i++) {
		struct build_agent *a = &b->agents[i];
		bool twin = i > 0 && roll(d, 3) == 0;
		if (twin)
			*a = b->agents[i - 1];
		a->name = NULL;
		if (twin)
			continue;
		a->strategy = strategy(d);
		a->weight = roll(d, 3) ? 1 : 2;
		a->joins = roll(d, 3) ? 1 : (int64_t)roll(d, 6) - 1;
	}
	if (b->n > 2 && roll(d, 3) == 0) {
		b->agents[0].nation = true;
		b->agents[0].enforcement = .7;
		b->agents[1].host = b->agents[2].host = 1;
		if (roll(d, 3) == 0) {
			b->agents[1].enforcement = .5;
			b->agents[2].host = 2;
		}
	}
}

static void
draw_game(struct build *b, uint64_t seed)
{
	struct dice d = { .build = b };
	static struct dt_monitor_rates rates[2];
	dt_random_stream(&d.random, seed, 0, 0, 0);
	*b = (struct build){ .n = 1 + roll(&d, 4), .seed = seed };
	draw_agents(&d, b);
	b->payoffs = payoffs(&d, b->n);
	b->treaty = treaty(&d, b->n);
	b->slip = roll(&d, 2) * .1;
	b->continuation = roll(&d, 2) ? 1 : .9;
	b->rounds = b->continuation < 1 && roll(&d, 2) ? 0 :
	    1 + (int64_t)roll(&d, 20);
	for (int i = 0; i < 2; i++)
		rates[i] = (struct dt_monitor_rates){ chance(&d), chance(&d) };
	if (roll(&d, 2))
		b->public = &rates[0];
	if (roll(&d, 2))
		b->private = &rates[1];
	build_model(b);
}

/* What is compared: the run's, then the agent's. */
static void
of_run(const struct dt_tally *t, double out[HEAD])
{
	double figures[HEAD] = { (double)t->rounds, (double)t->all_paused,
	    (double)t->in_force, (double)t->suspended, t->entered != 0,
	    t->ended != 0, t->first_breach != 0, (double)t->entered +
	    (double)t->ended, (double)t->first_breach };
	memcpy(out, figures, sizeof(figures));
}

static double
times(double chance_of, double round)
{
	return chance_of > 0 ? chance_of * round : 0;
}

static void
of_answer(const struct dt_chain_answer *a, double out[HEAD])
{
	double figures[HEAD] = { a->rounds, a->all_paused, a->in_force,
	    a->suspended, a->entered, a->ended, a->breached,
	    times(a->entered, a->entered_round) +
	    times(a->ended, a->ended_round),
	    times(a->breached, a->breached_round) };
	memcpy(out, figures, sizeof(figures));
}

static void
of_tally_agent(const struct dt_tally_agent *a, double out[FIGURES])
{
	double figures[FIGURES] = { (double)a->paused, (double)a->party,
	    a->payoff, (double)a->slips, (double)a->stopped,
	    (double)a->breaches, (double)a->alarms_right,
	    (double)a->alarms_wrong, (double)a->missed,
	    (double)a->false_declarations, a->fines, a->cost, a->transfers };
	memcpy(out, figures, sizeof(figures));
}

static void
of_chain_agent(const struct dt_chain_agent *a, double out[FIGURES])
{
	double figures[FIGURES] = { a->paused, a->party, a->payoff, a->slips,
	    a->stopped, a->breaches, a->alarms_right, a->alarms_wrong,
	    a->missed, a->false_declarations, a->fines, a->cost,
	    a->transfers };
	memcpy(out, figures, sizeof(figures));
}

struct sample {
	struct dt_summary_ratio head[HEAD];
	struct dt_summary_ratio agent[8][FIGURES];
	double rounds;
};

static void
add_run(struct sample *s, const struct dt_tally *t)
{
	double head[HEAD], figures[FIGURES], n = (double)t->rounds;
	of_run(t, head);
	s->rounds += n;
	for (size_t k = 0; k < HEAD; k++)
		dt_summary_add_ratio(&s->head[k], head[k],
		    k >= 1 && k <= 3 ? n : 1);
	for (size_t i = 0; i < t->n; i++) {
		of_tally_agent(&t->agent[i], figures);
		for (size_t k = 0; k < FIGURES; k++)
			dt_summary_add_ratio(&s->agent[i][k], figures[k], n);
	}
}

static void
simulate(const struct dt_model *m, struct sample *s)
{
	struct dt_world *w = dt_world_new(m);
	struct dt_tally tally;
	const struct dt_round *round;
	*s = (struct sample){ .rounds = 0 };
	for (uint64_t run = 1; run <= RUNS; run++) {
		dt_tally_reset(&tally, m->n);
		dt_world_begin(w, run);
		while ((round = dt_world_step(w)) != NULL)
			dt_tally_add(&tally, round);
		dt_tally_close(&tally, w);
		add_run(s, &tally);
	}
	dt_world_free(w);
}

static void
agree(const struct dt_summary_ratio *r, double exact, double events,
    double size, uint64_t seed, const char *what, size_t k)
{
	double by = 4 * dt_summary_error(r) + 12 * size / events + 1e-9;
	double off = fabs(dt_summary_mean(r) - exact);
	ck_assert_msg(off <= by, "game %llu, %s %zu: %.6f played, %.6f exact, "
	    "%.1f standard errors", (unsigned long long)seed, what, k,
	    dt_summary_mean(r), exact, off / dt_summary_error(r));
}

static void
compare(const struct sample *s, const struct dt_chain_answer *a,
    uint64_t seed)
{
	double head[HEAD], figures[FIGURES];
	of_answer(a, head);
	for (size_t k = 0; k < HEAD; k++)
		agree(&s->head[k], head[k], k >= 1 && k <= 3 ? s->rounds :
		    RUNS, k >= 7 ? 20 : 1, seed, "figure", k);
	for (size_t i = 0; i < a->n; i++) {
		of_chain_agent(&a->agent[i], figures);
		for (size_t k = 0; k < FIGURES; k++)
			agree(&s->agent[i][k], figures[k], s->rounds, 5, seed,
			    "agent's figure", i * 100 + k);
	}
}

/* Returns whether the game was not too large. */
static bool
play_game(uint64_t seed)
{
	static struct build b;
	static struct sample s;
	struct dt_chain_limits few = { .work = 3000000 };
	struct dt_chain_answer a;
	struct dt_chain *c;
	draw_game(&b, seed);
	enum dt_status status = dt_chain_build(&c, &b.model, &few, &b.error);
	ck_assert_msg(status == DT_OK || status == DT_EUSAGE, "%s",
	    b.error.message);
	if (status == DT_OK) {
		ck_assert_msg(dt_chain_own(c, &a, &b.error) == DT_OK,
		    "game %llu: %s", (unsigned long long)seed,
		    b.error.message);
		simulate(&b.model, &s);
		compare(&s, &a, seed);
		dt_chain_free(c);
	}
	build_free(&b);
	return status == DT_OK;
}

/* What is exact is what many runs come to. */
START_TEST(agrees_with_the_reference)
{
	const char *more = getenv("CHAIN_GAMES");
	uint64_t games = more ? strtoull(more, NULL, 10) / 8 : 12, first = 1 +
	    (uint64_t)_i * games, played = 0;
	for (uint64_t k = 0; k < games; k++)
		played += play_game(first + k);
	ck_assert_msg(played * 4 > games * 3, "only %llu of %llu games played",
	    (unsigned long long)played, (unsigned long long)games);
}
END_TEST

TCase *
check_chain_random(void)
{
	TCase *t = tcase_create("random");
	tcase_set_timeout(t, 3600);
	tcase_add_loop_test(t, agrees_with_the_reference, 0, 8);
	return t;
}
