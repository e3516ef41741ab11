/*
 * check_comply_judge: the exact verdict against another judge. Random treaties
 * of two, written down twice: as a file for the program, and as numbers for a
 * small model of its own below, made from detente-model(7) alone, whose values
 * are found by value iteration until what is missing is below 1e-8 of them.
 * No answer that is called exact may have another verdict or slack; one that
 * is bounded must hold what it bounds. JUDGE_GAMES=N tries that many (240).
 *
 * Value iteration contracts: after a sweep that changes no value by more than
 * x all are within x c/(1-c) of what they tend to.
 */
#include <check.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "build.h"
#include "comply/parts.h"

enum { STATES = 900, EDGES = 64, RUNGS = 3, CHOICES = 4, STRIKES_MOST = 40 };

struct rung {
	int strikes, suspend;
	double chance, fine;
	bool expel, end;
};

struct rules {
	double reward, sucker, temptation, punishment;
	double miss, false_alarm, slip, keep, forgive, tariff, cost;
	int n_rungs, forgive_after, grace, notice;
	bool withdraws, lapses;
	struct rung rung[RUNGS];
};

enum { IN_FORCE, SUSPENDED, ENDED };

/* Before a round's moves; members that no longer matter are 0. */
struct state {
	int phase, left, age;
	int party[2], notified[2], notice[2], strikes[2], clean[2];
};

struct edges {
	int n, to[EDGES];
	double chance[EDGES], pay[2];
};

/* Of agent i: what it has if it chooses move m, c: seen for certain. */
struct judge {
	struct rules r;
	int n;
	bool full;                      /* too many states */
	struct state state[STATES];
	bool expected[STATES];
	struct edges complies[STATES], departs[STATES][2][CHOICES];
	int noticed[STATES][2];         /* -1: it cannot give notice */
	double value[2][STATES], best[2][STATES];
};

static struct dt_random dice;
static struct judge j;

static double
between(double low, double high)
{
	return low + (high - low) * dt_random_unit(&dice);
}

static int
roll(int n)
{
	return (int)(dt_random_unit(&dice) * n);
}

static int
number_of(struct state s)
{
	for (int i = 0; i < 2; i++) {
		if (s.phase == ENDED)
			s.party[i] = 0;
		if (!s.party[i])
			s.notified[i] = s.strikes[i] = 0;
		if (!s.notified[i])
			s.notice[i] = 0;
		if (s.strikes[i] == 0)
			s.clean[i] = 0;
	}
	if (s.phase == ENDED)
		s.age = 0;
	if (s.phase != SUSPENDED)
		s.left = 0;
	for (int k = 0; k < j.n; k++)
		if (memcmp(&j.state[k], &s, sizeof(s)) == 0)
			return k;
	if (j.n == STATES) {
		j.full = true;
		return 0;
	}
	j.state[j.n] = s;
	return j.n++;
}

static bool
binds(const struct state *s, int i)
{
	return s->phase == IN_FORCE && s->age > j.r.grace && s->party[i];
}

/* 1. Clock. */
static void
strike_clock(struct state *s)
{
	if (s->phase == ENDED)
		return;
	if (s->age <= j.r.grace)
		s->age++;
	for (int i = 0; i < 2; i++)
		if (s->party[i] && s->notified[i] && s->notice[i]-- == 0)
			s->party[i] = 0;
	int parties = s->party[0] + s->party[1];
	if (parties == 0 || (j.r.lapses && parties < 2))
		s->phase = ENDED;
	else if (s->phase == SUSPENDED && s->left-- == 0)
		s->phase = IN_FORCE;
}

static const struct rung *
rung_of(int strikes)
{
	const struct rung *rung = NULL;
	for (int k = 0; k < j.r.n_rungs; k++)
		if (j.r.rung[k].strikes <= strikes)
			rung = &j.r.rung[k];
	return rung;
}

/* The chance of the coin that a finding, or a clean round, is followed by. */
static double
coin_of(const struct state *s, int i, bool found)
{
	const struct rung *rung = rung_of(s->strikes[i] + 1);
	if (found)
		return rung != NULL ? rung->chance : 0;
	return s->strikes[i] > 0 ? j.r.forgive : 0;
}

/* 7. Respond. */
static double
respond(struct state *s, int i, bool found, bool coin)
{
	if (!found) {
		s->clean[i] += s->strikes[i] > 0;
		bool served = j.r.forgive_after > 0 && s->strikes[i] > 0 &&
		    s->clean[i] % j.r.forgive_after == 0;
		if (s->clean[i] == j.r.forgive_after ||
		    j.r.forgive_after == 0)
			s->clean[i] = 0;
		s->strikes[i] -= served || coin;
		return 0;
	}
	s->clean[i] = 0;
	if (s->strikes[i] < STRIKES_MOST)
		s->strikes[i]++;
	const struct rung *rung = rung_of(s->strikes[i]);
	if (rung == NULL || !coin)
		return 0;
	if (rung->expel)
		s->party[i] = 0;
	if (s->phase != ENDED && rung->suspend > 0) {
		if (s->phase == IN_FORCE || rung->suspend > s->left)
			s->left = rung->suspend;
		s->phase = SUSPENDED;
	}
	if (rung->end)
		s->phase = ENDED;
	return rung->fine;
}

static void
add(struct edges *e, int to, double chance)
{
	int k = 0;
	while (k < e->n && e->to[k] != to)
		k++;
	ck_assert_int_lt(k, EDGES);
	if (k == e->n) {
		e->to[e->n] = to;
		e->chance[e->n++] = 0;
	}
	e->chance[k] += chance;
}

/* All coins of a round in which `raced` and `found` have come about. */
static void
flip(struct edges *e, const struct state *from, const bool *found,
    double chance)
{
	for (int coins = 0; coins < 4; coins++) {
		struct state s = *from;
		double p = chance, fine[2] = { 0, 0 };
		bool live = from->phase == IN_FORCE && from->age > j.r.grace;
		for (int i = 0; i < 2; i++) {
			double c = live && from->party[i] ?
			    coin_of(from, i, found[i]) : 0;
			p *= coins >> i & 1 ? c : 1 - c;
		}
		if (p == 0)
			continue;
		for (int i = 0; i < 2 && live; i++)
			if (from->party[i])
				fine[i] = respond(&s, i, found[i],
				    coins >> i & 1);
		strike_clock(&s);
		for (int i = 0; i < 2; i++)
			e->pay[i] -= p * fine[i];
		add(e, number_of(s), p);
	}
}

/* Moves executed; then signals. */
static void
look(struct edges *e, const struct state *s, const bool *races,
    int certain, double chance)
{
	double pay[2][2] = { { j.r.reward, j.r.sucker },
	    { j.r.temptation, j.r.punishment } };
	for (int i = 0; i < 2; i++) {
		double x = pay[races[i]][races[1 - i]];
		if (s->phase == IN_FORCE)
			x -= s->party[i] ? j.r.cost : j.r.tariff;
		e->pay[i] += chance * x;
	}
	for (int alarms = 0; alarms < 4; alarms++) {
		bool found[2];
		double p = chance;
		for (int i = 0; i < 2; i++) {
			double c = i == certain ? 1 : races[i] ?
			    1 - j.r.miss : j.r.false_alarm;
			bool alarm = alarms >> i & 1;
			found[i] = alarm && binds(s, i);
			p *= alarm ? c : 1 - c;
		}
		if (p > 0)
			flip(e, s, found, p);
	}
}

static void
play(struct edges *e, const struct state *s, const bool *intends,
    int certain)
{
	*e = (struct edges){ .n = 0 };
	for (int slips = 0; slips < 4; slips++) {
		bool races[2];
		double p = 1;
		for (int i = 0; i < 2; i++) {
			bool slip = slips >> i & 1;
			races[i] = intends[i] != slip;
			p *= slip ? j.r.slip : 1 - j.r.slip;
		}
		if (p > 0)
			look(e, s, races, certain, p);
	}
}

static bool
complies(const struct state *s, int i)
{
	return !(s->party[i] && s->phase == IN_FORCE);
}

/* Choice 0: pause, 1: race, 2 and 3 the same and seen for certain. */
static void
walk(int k)
{
	struct state s = j.state[k];
	bool moves[2] = { complies(&s, 0), complies(&s, 1) };
	play(&j.complies[k], &s, moves, -1);
	for (int i = 0; i < 2; i++) {
		struct state after = s;
		for (int c = 0; c < CHOICES && !j.full; c++) {
			bool other[2] = { moves[0], moves[1] };
			other[i] = c & 1;
			play(&j.departs[k][i][c], &s, other,
			    c >= 2 && binds(&s, i) ? i : -1);
		}
		after.notified[i] = 1;
		after.notice[i] = j.r.notice;
		j.noticed[k][i] = j.r.withdraws && s.party[i] &&
		    !s.notified[i] ? number_of(after) : -1;
	}
}

static void
expect(int k)
{
	if (j.expected[k])
		return;
	j.expected[k] = true;
	for (int e = 0; e < j.complies[k].n; e++)
		if (j.complies[k].chance[e] > 0)
			expect(j.complies[k].to[e]);
}

static bool
find_states(void)
{
	struct state first = { .phase = IN_FORCE, .age = 1,
	    .party = { 1, 1 } };
	j.n = 0;
	j.full = false;
	memset(j.expected, 0, sizeof(j.expected));
	(void)number_of(first);
	for (int k = 0; k < j.n && !j.full; k++)
		walk(k);
	if (!j.full)
		expect(0);
	return !j.full;
}

static double
worth(const struct edges *e, int i, const double *after)
{
	double sum = 0;
	for (int k = 0; k < e->n; k++)
		sum += e->chance[k] * after[e->to[k]];
	return e->pay[i] + j.r.keep * sum;
}

/* What departing gives, in a state of choices and notice. */
static double
departing(int k, int i, const double *now, const double *after)
{
	double best = -INFINITY;
	int own = complies(&j.state[k], i);
	/* To be seen for certain is something else only where it binds. */
	for (int c = 0; c < (binds(&j.state[k], i) ? CHOICES : 2); c++)
		if (c != own)
			best = fmax(best, worth(&j.departs[k][i][c], i,
			    after));
	return j.noticed[k][i] < 0 ? best :
	    fmax(best, now[j.noticed[k][i]]);
}

static void
iterate(int i, bool departs, double *value)
{
	double change = INFINITY, most = 0;
	while (change * j.r.keep / (1 - j.r.keep) > 1e-9 * most) {
		change = 0;
		for (int k = j.n - 1; k >= 0; k--) {
			double next = worth(&j.complies[k], i, value);
			if (departs)
				next = fmax(next, departing(k, i, value,
				    value));
			change = fmax(change, fabs(next - value[k]));
			most = fmax(most, fabs(next));
			value[k] = next;
		}
	}
}

/* The most that is gained where compliers come to, with a plan; and anywhere,
 * by one round. */
static void
judge_it(double *plan, double *once, double *scale)
{
	*plan = *once = -INFINITY;
	*scale = 0;
	for (int i = 0; i < 2; i++) {
		memset(j.value[i], 0, sizeof(j.value[i]));
		iterate(i, false, j.value[i]);
		memcpy(j.best[i], j.value[i], sizeof(j.best[i]));
		iterate(i, true, j.best[i]);
		for (int k = 0; k < j.n; k++) {
			*scale = fmax(*scale, fabs(j.value[i][k]));
			*once = fmax(*once, departing(k, i, j.value[i],
			    j.value[i]) - j.value[i][k]);
			if (j.expected[k])
				*plan = fmax(*plan, departing(k, i, j.best[i],
				    j.best[i]) - j.value[i][k]);
		}
	}
}

/* ---- The three answers ---- */

/* Choices that a plan has: while it has given no notice, racing, and what is
 * seen for certain where it is a breach; afterwards, all. */
static bool
may(int k, int i, int c, bool left)
{
	const struct state *s = &j.state[k];
	bool gone = s->notified[i] || !s->party[i] || s->phase == ENDED;
	if (c == (int)complies(s, i) || (c >= 2 && !binds(s, i)))
		return false;
	return gone ? left : s->phase == IN_FORCE;
}

/* kept: racing and refusing; left: all once notice was given or it is out;
 * notice[k]: what giving it is worth, or NULL. */
static void
iterate_plan(int i, bool kept, bool left, const double *notice,
    double *value)
{
	double change = INFINITY, most = 0;
	memcpy(value, j.value[i], sizeof(j.value[i]));
	while (change * j.r.keep / (1 - j.r.keep) > 1e-9 * most) {
		change = 0;
		for (int k = j.n - 1; k >= 0; k--) {
			const struct state *s = &j.state[k];
			bool gone = s->notified[i] || !s->party[i] ||
			    s->phase == ENDED;
			double next = worth(&j.complies[k], i, value);
			for (int c = 0; c < CHOICES; c++)
				if ((gone ? left : kept) && may(k, i, c, left))
					next = fmax(next, worth(
					    &j.departs[k][i][c], i, value));
			if (notice != NULL && !gone && j.noticed[k][i] >= 0)
				next = fmax(next, notice[k]);
			change = fmax(change, fabs(next - value[k]));
			most = fmax(most, fabs(next));
			value[k] = next;
		}
	}
}

/* States that come about without notice of i, and at most the other's. */
static void
reach(int k, int i, bool *judged)
{
	if (judged[k])
		return;
	judged[k] = true;
	for (int e = 0; e < j.complies[k].n; e++)
		reach(j.complies[k].to[e], i, judged);
	for (int c = 0; c < CHOICES; c++)
		for (int e = 0; e < j.departs[k][i][c].n; e++)
			reach(j.departs[k][i][c].to[e], i, judged);
}

static void
reach_all(int i, bool *judged)
{
	bool alone[STATES] = { false };
	reach(0, i, alone);
	memcpy(judged, alone, sizeof(alone));
	for (int k = 0; k < j.n; k++)
		if (alone[k] && j.noticed[k][1 - i] >= 0)
			reach(j.noticed[k][1 - i], i, judged);
}

/* What departures of one round gain that threats rest on. */
static double
credible_gain(int i)
{
	bool judged[STATES] = { false };
	double most = -INFINITY;
	reach_all(i, judged);
	for (int k = 0; k < j.n; k++) {
		const struct state *s = &j.state[k];
		if (!judged[k] || s->notified[i])
			continue;
		bool races = complies(s, i);
		for (int c = 0; c < CHOICES; c++)
			if (races ? c == 0 : !j.expected[k] &&
			    may(k, i, c, false))
				most = fmax(most, worth(&j.departs[k][i][c],
				    i, j.value[i]) - j.value[i][k]);
		if (!j.expected[k] && j.noticed[k][i] >= 0 &&
		    !s->notified[1 - i])
			most = fmax(most, j.value[i][j.noticed[k][i]] -
			    j.value[i][k]);
	}
	return most;
}

struct gains {
	double of[DT_COMPLY_PARTS], scale;
};

static struct gains
find_gains(void)
{
	static double kept[STATES], left[STATES], notice[STATES], full[STATES];
	struct gains g = { { -INFINITY, -INFINITY, -INFINITY }, 0 };
	struct state over = { .phase = ENDED };
	int ended = number_of(over);
	for (int i = 0; i < 2; i++) {
		double own = -INFINITY, leave = -INFINITY, mixed = -INFINITY;
		memset(j.value[i], 0, sizeof(j.value[i]));
		iterate(i, false, j.value[i]);
		iterate_plan(i, true, false, NULL, kept);
		iterate_plan(i, false, true, NULL, left);
		for (int k = 0; k < j.n; k++)
			notice[k] = j.noticed[k][i] >= 0 ?
			    left[j.noticed[k][i]] : -INFINITY;
		iterate_plan(i, true, false, notice, full);
		for (int k = 0; k < j.n; k++) {
			g.scale = fmax(g.scale, fabs(j.value[i][k]));
			if (!j.expected[k])
				continue;
			const struct state *s = &j.state[k];
			for (int c = 0; c < CHOICES; c++)
				if (s->party[i] && s->phase == IN_FORCE &&
				    may(k, i, c, false))
					own = fmax(own, worth(
					    &j.departs[k][i][c], i, kept) -
					    j.value[i][k]);
			leave = fmax(leave, notice[k] - j.value[i][k]);
			mixed = fmax(mixed, full[k] - j.value[i][k]);
		}
		/* Not signing: it never enters into force, and all race. */
		leave = fmax(leave, left[ended] - j.value[i][0]);
		/* Beyond what the iteration may miss. */
		if (own <= 0 && mixed > 1e-7 * g.scale)
			leave = fmax(leave, mixed);
		g.of[DT_COMPLY_KEPT] = fmax(g.of[DT_COMPLY_KEPT], own);
		g.of[DT_COMPLY_STAYED] = fmax(g.of[DT_COMPLY_STAYED], leave);
		g.of[DT_COMPLY_CREDIBLE] = fmax(g.of[DT_COMPLY_CREDIBLE],
		    credible_gain(i));
	}
	return g;
}

static void
draw_rungs(struct rules *r)
{
	int strikes = 1;
	r->n_rungs = 1 + roll(RUNGS);
	for (int k = 0; k < r->n_rungs; k++) {
		r->rung[k] = (struct rung){ .strikes = strikes,
		    .suspend = roll(3) ? 0 : 1 + roll(3),
		    .chance = roll(3) ? 1 : .5,
		    .fine = roll(2) ? between(0, 4) : 0 };
		strikes += 1 + roll(2);
	}
	struct rung *last = &r->rung[r->n_rungs - 1];
	last->end = roll(2);
	last->expel = !last->end && roll(3) > 0;
	if (roll(8))
		last->chance = 1;
}

static void
draw_rules(struct rules *r)
{
	static const double keeps[] = { .5, .8, .9, .95, .98, .99, .995 };
	*r = (struct rules){ .reward = 3, .sucker = between(-1, 1),
	    .temptation = between(3, 6), .punishment = 1,
	    .miss = between(0, .6), .false_alarm = roll(4) ?
	    between(0, .1) : 0, .slip = roll(2) * .02,
	    .keep = keeps[roll(7)], .forgive = roll(4) ? 0 : .3,
	    .tariff = roll(3) ? 0 : between(0, 3), .cost = roll(2) * .05,
	    .forgive_after = roll(3) * 2, .grace = roll(3) ? 0 : 2,
	    .notice = roll(3), .withdraws = roll(2), .lapses = roll(2) };
	draw_rungs(r);
}

static const char *
write_treaty(const struct rules *r, char *text, size_t size)
{
	int at = snprintf(text, size, "treaty: drawn\nobligation: {grace: %d}"
	    "\nentry: {parties: 2}\nmonitoring: {miss: %.17g, false_alarm: "
	    "%.17g, cost: %.17g}\ntariff: %.17g\nwithdrawal: {allowed: %s, "
	    "notice: %d}\nduration: {lapses: %s}\nresponse:\n"
	    "  forgive_after: %d\n  forgive_chance: %.17g\n  ladder: [",
	    r->grace, r->miss, r->false_alarm, r->cost, r->tariff,
	    r->withdraws ? "yes" : "no", r->notice, r->lapses ? "yes" : "no",
	    r->forgive_after, r->forgive);
	for (int k = 0; k < r->n_rungs; k++)
		at += snprintf(text + at, size - (size_t)at, "%s{strikes: %d, "
		    "chance: %.17g, fine: %.17g, suspend: %d, expel: %s, "
		    "end: %s}", k ? ", " : "", r->rung[k].strikes,
		    r->rung[k].chance, r->rung[k].fine, r->rung[k].suspend,
		    r->rung[k].expel ? "yes" : "no",
		    r->rung[k].end ? "yes" : "no");
	snprintf(text + at, size - (size_t)at, "]\n");
	return text;
}

static struct build b;
static struct dt_comply_verdict verdict;

static void
ask_program(bool parts)
{
	static char treaty[2048], payoffs[256];
	static struct dt_comply_model model;
	const struct rules *r = &j.r;
	snprintf(payoffs, sizeof(payoffs), "payoffs: drawn\nmatrix: {reward: "
	    "%.17g, sucker: %.17g, temptation: %.17g, punishment: %.17g}\n",
	    r->reward, r->sucker, r->temptation, r->punishment);
	b = (struct build){ .n = 2, .continuation = r->keep,
	    .payoffs = payoffs, .slip = r->slip,
	    .treaty = write_treaty(r, treaty, sizeof(treaty)) };
	build_model(&b);
	build_must(&b, dt_comply_model_make(&b.arena, &b.model, &model,
	    &b.error));
	static const struct dt_parts_limits limits = { .states = 100000,
	    .edges = 4000000 };
	build_must(&b, parts ? dt_parts_judge(&model, &limits, &verdict,
	    &b.error) : dt_comply_judge(&model, NULL, &verdict, &b.error));
}

static enum dt_comply_answer
answer_of(double plan, double once)
{
	return plan > 0 ? DT_COMPLY_NO : once > 0 ? DT_COMPLY_BUT :
	    DT_COMPLY_YES;
}

/* Counts the answers of an exact verdict; others are only bounds. */
static void
compare(int seed, int *exact)
{
	double plan, once, scale;
	judge_it(&plan, &once, &scale);
	if (verdict.cut > 0) {
		if (verdict.answer != DT_COMPLY_NO && verdict.holds)
			ck_assert_double_le(plan, verdict.cut);
		return;
	}
	ck_assert_msg(fabs(-plan - verdict.slack) < 1e-7 * scale,
	    "treaty %d: slack %.9g, right is %.9g", seed, verdict.slack,
	    -plan);
	for (int i = 0; i < 2; i++)
		ck_assert_double_eq_tol(verdict.start[i] / (1 - j.r.keep),
		    j.value[i][0], 1e-7 * scale);
	/* What is as good as complying is left to rounding. */
	if (fabs(plan) < 1e-7 * scale || fabs(once) < 1e-7 * scale)
		return;
	ck_assert_msg(verdict.answer == answer_of(plan, once), "treaty %d: "
	    "answer %d, but a plan gains %.9g, a departure %.9g", seed,
	    verdict.answer, plan, once);
	exact[verdict.answer]++;
}

START_TEST(no_verdict_called_exact_is_wrong)
{
	const char *more = getenv("JUDGE_GAMES");
	int games = more ? atoi(more) : 240, exact[5] = { 0 }, seed = 0;
	while (exact[0] + exact[1] + exact[2] < games) {
		ck_assert_int_lt(++seed, 40 * games);
		dt_random_stream(&dice, (uint64_t)seed, 0, 0, 0);
		draw_rules(&j.r);
		if (!find_states())
			continue;
		ask_program(false);
		compare(seed, exact);
		dt_comply_verdict_free(&verdict);
		build_free(&b);
	}
	printf("of %d treaties: no %d, yes but %d, yes %d\n", seed,
	    exact[DT_COMPLY_NO], exact[DT_COMPLY_BUT],
	    exact[DT_COMPLY_YES]);
	ck_assert_int_gt(exact[DT_COMPLY_NO], games / 20);
	ck_assert_int_gt(exact[DT_COMPLY_BUT], games / 50);
	ck_assert_int_gt(exact[DT_COMPLY_YES], games / 50);
}
END_TEST

/* Counts answers by part; what is bounded must hold its bound. */
static void
compare_parts(int seed, const struct gains *g,
    int counts[DT_COMPLY_PARTS][2])
{
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		const struct dt_comply_finding *f = &verdict.part[k];
		double gain = g->of[k], hair = 1e-7 * g->scale;
		ck_assert_msg(f->answer != DT_COMPLY_YES || gain <= hair,
		    "treaty %d: part %d yes, but %.9g is gained", seed, k,
		    gain);
		ck_assert_msg(f->answer != DT_COMPLY_NO || gain >= -hair,
		    "treaty %d: part %d no, but %.9g is lost", seed, k, -gain);
		/* A no of threats is looked at no further. */
		bool least = k == DT_COMPLY_CREDIBLE &&
		    f->answer == DT_COMPLY_NO;
		ck_assert_msg(isinf(gain) ? !f->found || least :
		    f->slack >= -gain - hair - f->off, "treaty %d: part %d "
		    "slack %.9g (off %g), right is %.9g", seed, k, f->slack,
		    f->off, -gain);
		ck_assert_msg(least || isinf(gain) || f->answer ==
		    DT_COMPLY_NO || f->slack <= -gain + hair + f->off,
		    "treaty %d: part %d slack %.9g, right is %.9g", seed, k,
		    f->slack, -gain);
		if (f->off == 0 && fabs(gain) > hair)
			ck_assert_msg(f->answer == (gain > 0 ? DT_COMPLY_NO :
			    DT_COMPLY_YES), "treaty %d: part %d answer %d, but "
			    "%.9g is gained", seed, k, f->answer, gain);
		counts[k][f->answer == DT_COMPLY_YES] += f->off == 0;
	}
	for (int i = 0; i < 2; i++)
		ck_assert_double_eq_tol(verdict.start[i] / (1 - j.r.keep),
		    j.value[i][0], 1e-7 * g->scale + verdict.cut);
}

/* The same treaties, by the definitions of detente-model(7). */
START_TEST(the_three_answers_are_those_of_the_other_judge)
{
	const char *more = getenv("JUDGE_GAMES");
	int games = more ? atoi(more) : 240, done = 0;
	int counts[DT_COMPLY_PARTS][2] = { { 0 } };
	for (int seed = 1; done < games; seed++) {
		ck_assert_int_lt(seed, 40 * games);
		dt_random_stream(&dice, (uint64_t)seed, 0, 0, 0);
		draw_rules(&j.r);
		if (!find_states())
			continue;
		struct gains gains = find_gains();
		ask_program(true);
		compare_parts(seed, &gains, counts);
		dt_comply_verdict_free(&verdict);
		build_free(&b);
		done++;
	}
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		printf("part %d: exact no %d, yes %d\n", k, counts[k][0],
		    counts[k][1]);
		ck_assert_int_gt(counts[k][0], games / 20);
		ck_assert_int_gt(counts[k][1], games / 20);
	}
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("comply_judge");
	TCase *t = tcase_create("random");
	tcase_set_timeout(t, 600);
	tcase_add_test(t, no_verdict_called_exact_is_wrong);
	tcase_add_test(t, the_three_answers_are_those_of_the_other_judge);
	suite_add_tcase(suite, t);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_NORMAL);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
