/*
 * check_race_steps: the race as rounds play it, held against what no step has
 * a part in: closed forms, published numbers, symmetries. Reference values are
 * of the models page, area A; each has its derivation there.
 */
#include <check.h>
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "race/race.h"
#include "race/race_track.h"

#define LN2 0.69314718055994531

static struct dt_arena arena;
static struct dt_race_seat seats[8];
static struct dt_race race;
static struct dt_race_state state;

/* n labs of capability 1 that grow by r a year, phi 1, without end; nothing
 * else happens. */
static void
plain(size_t n, double rate)
{
	memset(seats, 0, sizeof(seats));
	for (size_t i = 0; i < n; i++)
		seats[i] = (struct dt_race_seat){ .capability = 1,
		    .rate = rate, .misalignment = 1, .host = -1 };
	race = (struct dt_race){ .exists = true, .n = n, .seats = seats,
	    .years = 1. / 12, .phi = 1, .ceiling = INFINITY,
	    .review = 1e30, .generation = 1e6, .most = 1e9, .exponent = 1,
	    .monopoly = .9 };
}

static void
finish(void)
{
	dt_arena_free(&arena);
}

static void
begin(int64_t rounds, uint64_t run)
{
	struct dt_error err;
	ck_assert_int_eq(dt_race_compile(&race, rounds, &arena, &err), DT_OK);
	memset(&state, 0, sizeof(state));
	dt_race_begin(&race, &state, 1, 2, run);
}

/* So many rounds in which those race. */
static void
play(int64_t rounds, uint64_t racers)
{
	static int64_t now;
	for (int64_t k = 0; k < rounds; k++)
		dt_race_step(&race, &state, ++now, racers);
}

/* Years of racing by all, in so many rounds. */
static void
run(double years, int64_t rounds)
{
	race.years = years / (double)rounds;
	begin(rounds, 1);
	for (int64_t k = 1; k <= rounds; k++)
		dt_race_step(&race, &state, k, dt_move_all(race.n));
}

static void
is_near(double value, double wanted, double within)
{
	ck_assert_double_le(fabs(value - wanted),
	    within * (fabs(wanted) > 1 ? fabs(wanted) : 1));
}

/* Four ways to grow, each by a way of its own through the code. */
static void
mode(int which, double phi)
{
	plain(3, .3);
	seats[1].capability = .8;
	seats[2].capability = .5;
	seats[1].rate = .35;
	race.phi = phi;
	race.ceiling = which == 3 ? 2 : INFINITY;
	race.hazard = .01;
	race.review = 1.2;
	race.adapts = .2;
	seats[0].disruption = 1;
	race.pause_rate = which == 1 ? .25 : 0;
	race.diffusion = which == 2 ? .2 : 0;
	race.scarce = which == 4;
	race.bottleneck = (struct dt_bottleneck){ 1, .7, 1.25, .35, -.5 };
}

/* One year of racing, one in which the first pauses, one more, whatever a
 * round is: capability, hazard and disruption are what they are. */
START_TEST(nothing_hangs_on_the_length_of_a_round)
{
	static const double phis[] = { .5, .9, 1, 1.1, 1.14, 1.5 };
	static const int parts[] = { 1, 4, 12 };
	for (int which = 0; which <= 4; which++)
		for (size_t p = 0; p < sizeof(phis) / sizeof(phis[0]); p++) {
			double c[3][3], suffered[3], disrupted[3] = { 0 };
			for (int k = 0; k < 3; k++) {
				mode(which, phis[p]);
				race.years = 1. / parts[k];
				begin(3 * parts[k], 1);
				state.bears = INFINITY;
				for (int t = 0; t < 3 * parts[k]; t++) {
					dt_race_step(&race, &state, t + 1,
					    t / parts[k] == 1 ? 6 : 7);
					disrupted[k] += state.borne
					    [DT_RACE_DISRUPTION][0];
				}
				memcpy(c[k], state.capability, sizeof(c[k]));
				suffered[k] = state.suffered;
			}
			for (int k = 1; k < 3; k++) {
				for (int i = 0; i < 3; i++)
					is_near(c[k][i], c[0][i], 1e-10);
				is_near(suffered[k], suffered[0], 1e-10);
			}
			/* the lab that disrupts most may change within a year */
			is_near(disrupted[2], disrupted[1], .05);
		}
}
END_TEST

/* An exact step at phi 1.5, r .1: C = (1 - .05 t)^-2, at 10 it is 4, however
 * many steps; Euler would have 3.381. */
START_TEST(steps_are_exact_where_euler_is_not)
{
	for (int rounds = 1; rounds <= 100; rounds *= 10) {
		plain(1, .1);
		race.phi = 1.5;
		run(10, rounds);
		is_near(state.capability[0], 4, 1e-12);
	}
}
END_TEST

/* phi 1.14 and ln 2 a year: at 9.9 years 1.09701e10, and without bound at
 * 10.3050: within round 124 of months. Diffusion too small to matter goes the
 * other way through the code, and comes to the same. */
START_TEST(capability_runs_away_when_it_should)
{
	for (int k = 0; k < 2; k++) {
		plain(2, LN2);
		seats[1].capability = 1e-3;
		race.phi = 1.14;
		race.diffusion = k * 1e-13;
		run(9.9, 99);
		is_near(state.capability[0] / 1e10, 1.09701, 1e-5);
		plain(2, LN2);
		seats[1].capability = 1e-3;
		race.phi = 1.14;
		race.diffusion = k * 1e-13;
		begin(130, 1);
		for (int64_t t = 1; t <= 130; t++)
			dt_race_step(&race, &state, t, 3);
		ck_assert_int_eq(state.runaway, 124);
		ck_assert_uint_eq(state.escaped, 0);
		ck_assert(isinf(state.capability[0]));
		ck_assert_double_eq_tol(state.share[0] + state.share[1], 1,
		    1e-12);
	}
}
END_TEST

/* As phi goes to 1, from either side, capability goes to C e^rt. */
START_TEST(growth_is_continuous_at_one)
{
	for (int side = -1; side <= 1; side += 2)
		for (double off = 1e-3; off > 1e-16; off /= 10) {
			plain(1, .5);
			race.phi = 1 + side * off;
			run(4, 7);
			is_near(state.capability[0], exp(2), 10 * off + 1e-13);
		}
}
END_TEST

/* dC/dt = r C^phi: with C = x B, dB/dt = r x^(phi-1) B^phi. */
START_TEST(scale_of_capability_is_scale_of_the_rate)
{
	for (double phi = .6; phi < 1.6; phi += .3) {
		plain(2, .2);
		race.phi = phi;
		seats[0].capability = 3;
		seats[1].rate = .2 * pow(3, phi - 1);
		run(2, 9);
		is_near(state.capability[0], 3 * state.capability[1], 1e-12);
	}
}
END_TEST

/* Whoever sits where, the same happens to it. */
START_TEST(labs_are_exchangeable)
{
	double c[3], share[3];
	for (int which = 0; which <= 4; which++) {
		mode(which, 1.14);
		begin(24, 1);
		for (int t = 1; t <= 24; t++)
			dt_race_step(&race, &state, t, t % 3 ? 7 : 6);
		memcpy(c, state.capability, sizeof(c));
		memcpy(share, state.share, sizeof(share));
		mode(which, 1.14);
		struct dt_race_seat first = seats[0];
		seats[0] = seats[2];
		seats[2] = first;
		begin(24, 1);
		for (int t = 1; t <= 24; t++)
			dt_race_step(&race, &state, t, t % 3 ? 7 : 3);
		for (int i = 0; i < 3; i++) {
			is_near(state.capability[i], c[2 - i], 1e-12);
			is_near(state.share[i], share[2 - i], 1e-12);
		}
	}
}
END_TEST

/* Who pauses stands still; and so does its lead in time while both race:
 * (1, .8), r .1: 2.11146, 2.23144, 2.26666, 2.36068 years. */
START_TEST(a_lead_in_time_stays)
{
	static const double phis[] = { .5, 1, 1.14, 1.5 };
	static const double leads[] = { 2.11146, 2.23144, 2.26666, 2.36068 };
	for (int k = 0; k < 4; k++) {
		plain(2, .1);
		seats[1].capability = .8;
		race.phi = phis[k];
		begin(60, 1);
		for (int t = 0; t < 60; t++) {
			is_near(dt_race_behind(&state, 1), leads[k], 5e-6);
			ck_assert(dt_race_behind(&state, 0) == 0);
			play(1, 3);
		}
		double stood = state.capability[0];
		play(5, 2);
		ck_assert(state.capability[0] == stood);
	}
}
END_TEST

/* The ratio of leads (1, .8, r .1) after 10 years: phi .5, 1, 1.5. */
START_TEST(relative_leads_grow_iff_phi_is_above_one)
{
	static const double phis[] = { .5, 1, 1.5 };
	static const double ratios[] = { 1.15715, 1.25, 1.52786 };
	for (int k = 0; k < 3; k++) {
		plain(2, .1);
		seats[1].capability = .8;
		race.phi = phis[k];
		run(10, 120);
		is_near(state.capability[0] / state.capability[1], ratios[k],
		    5e-6);
	}
}
END_TEST

/* r1 - r2 = .05, sg .2, from 3: 1.31286 at 10 years, 1.25 in the end. */
START_TEST(leads_fade_where_things_diffuse)
{
	plain(2, .1);
	seats[0].capability = 3;
	seats[1].rate = .05;
	race.diffusion = .2;
	run(10, 20);
	is_near(state.capability[0] / state.capability[1], 1.31286, 5e-6);
	run(200, 100);
	is_near(state.capability[0] / state.capability[1], 1.25, 1e-9);
}
END_TEST

/* h .001, C0 1, r .5, 10 years: survived with .744661; what review sees to 20
 * is no danger: .838068. */
START_TEST(hazard_is_the_integral)
{
	static const double reviews[] = { 0, 20 }, survived[] = { .744661,
		.838068 };
	for (int k = 0; k < 2; k++)
		for (int rounds = 1; rounds <= 120; rounds *= 10) {
			plain(1, .5);
			race.hazard = .001;
			race.review = reviews[k];
			race.years = 10. / rounds;
			begin(rounds, 1);
			state.bears = INFINITY;
			play(rounds, 1);
			is_near(exp(-state.suffered), survived[k], 1e-6);
		}
}
END_TEST

/* What survives falls with h, C0 and r, and rises with Rv. */
START_TEST(survival_moves_as_it_should)
{
	double last[4] = { 0, 0, 0, INFINITY };
	for (int k = 0; k < 5; k++) {
		for (int what = 0; what < 4; what++) {
			plain(1, .3 + .1 * k * (what == 2));
			race.hazard = .01 * (1 + k * (what == 0));
			seats[0].capability = 1 + k * (what == 1);
			race.review = 1 + k * (what == 3);
			begin(60, 1);
			state.bears = INFINITY;
			play(60, 1);
			if (what < 3)
				ck_assert(state.suffered > last[what]);
			else
				ck_assert(state.suffered < last[what]);
			last[what] = state.suffered;
		}
	}
	plain(1, .3);
	race.hazard = 1;
	race.review = 10;
	begin(12, 1);
	play(12, 1);
	ck_assert(state.suffered == 0);
	ck_assert_int_eq(state.disaster, 0);
}
END_TEST

/* Of 4000 runs the share that is struck is 1 - exp(-H), within 4 s.e. */
START_TEST(disasters_come_as_often_as_they_should)
{
	int struck = 0;
	plain(1, .5);
	race.hazard = .001;
	race.review = 0;
	race.years = 1;
	for (uint64_t k = 1; k <= 4000; k++) {
		begin(10, k);
		for (int t = 1; t <= 10; t++)
			dt_race_step(&race, &state, t, 1);
		struck += state.disaster != 0;
	}
	double p = 1 - .744661;
	is_near(struck / 4000., p, 4 * sqrt(p * (1 - p) / 4000));
}
END_TEST

/* Hazard so high that it comes at once, and none at all; what costs only can
 * come again. */
START_TEST(hazard_can_be_sure_and_can_be_none)
{
	plain(2, .5);
	race.hazard = 1e9;
	race.review = 0;
	race.loss = 7;
	begin(5, 1);
	double part[DT_RACE_PARTS][DT_AGENTS_MOST];
	for (int t = 1; t <= 5; t++) {
		dt_race_step(&race, &state, t, 1);
		ck_assert(state.struck);
		dt_race_pay(&race, &state, part);
		ck_assert(part[DT_RACE_DISASTER][1] == -7);
	}
	ck_assert_int_eq(state.disaster, 1);
	ck_assert_int_eq(state.disasters, 5);
	dt_race_step(&race, &state, 6, 0);
	ck_assert(!state.struck);
	race.hazard = 0;
	begin(5, 1);
	for (int t = 1; t <= 5; t++)
		dt_race_step(&race, &state, t, 3);
	ck_assert_int_eq(state.disasters, 0);
}
END_TEST

/* C = (1, .8, .5): shares by w, of labs; they sum to 1; w large: the first
 * takes all. A nation has its labs'. */
START_TEST(shares_are_powers)
{
	static const double w[] = { 1, 2, 4 }, want[3][3] = {
		{ .434783, .347826, .217391 }, { .529101, .338624, .132275 },
		{ .679302, .278242, .0424564 } };
	for (int k = 0; k < 4; k++) {
		plain(4, .1);
		seats[1].capability = .8;
		seats[2].capability = .5;
		seats[3].capability = 0;
		seats[1].host = seats[2].host = 3;
		race.exponent = k < 3 ? w[k] : 1000;
		begin(1, 1);
		is_near(state.share[0] + state.share[1] + state.share[2], 1,
		    1e-15);
		is_near(state.share[3], 1 - state.share[0], 1e-15);
		for (int i = 0; i < 3; i++)
			is_near(state.share[i], k < 3 ? want[k][i] : i == 0,
			    5e-7);
	}
}
END_TEST

/* (1, .8), r (.5, .4), w 1: a share of .9 after 19.7408 years, in round 237;
 * and it stays a monopoly when shares go back. */
START_TEST(a_monopoly_comes_when_it_should_and_stays)
{
	plain(3, .5);
	seats[1].capability = .8;
	seats[1].rate = .4;
	seats[2] = (struct dt_race_seat){ .host = -1 };
	seats[0].host = 2;
	begin(1000, 1);
	for (int t = 1; t <= 250; t++) {
		ck_assert(state.borne[DT_RACE_MONOPOLY][1] == (t > 237));
		dt_race_step(&race, &state, t, 3);
	}
	ck_assert_int_eq(state.monopoly, 237);
	ck_assert_uint_eq(state.monopolist, 0);
	for (int t = 251; t <= 400; t++)
		dt_race_step(&race, &state, t, 2);
	ck_assert(state.share[0] < .9);
	ck_assert_int_eq(state.monopoly, 237);
	ck_assert(state.borne[DT_RACE_MONOPOLY][1] == 1);
	ck_assert(state.borne[DT_RACE_MONOPOLY][0] == 0);
	ck_assert(state.borne[DT_RACE_MONOPOLY][2] == 0);
}
END_TEST

/* k 1, C0 1, r .5, A 2, six years: 9.63071, in any rounds. */
START_TEST(disruption_is_the_integral)
{
	for (int rounds = 1; rounds <= 100; rounds *= 10) {
		double sum = 0;
		plain(2, .5);
		seats[1] = (struct dt_race_seat){ .host = -1,
		    .disruption = 1 };
		race.adapts = 2;
		race.years = 6. / rounds;
		begin(rounds, 1);
		for (int t = 1; t <= rounds; t++) {
			dt_race_step(&race, &state, t, 1);
			sum += state.borne[DT_RACE_DISRUPTION][1];
			ck_assert(state.borne[DT_RACE_DISRUPTION][0] == 0);
		}
		is_near(sum, 9.63071, 1e-6);
	}
}
END_TEST

/* 500 generations, s 1, from 0: standard deviations 120.504, 22.3607, 9.97916
 * for l .005, 0 and -.005. 2000 walks each: within 4 s.e. of sd/sqrt(2 n). */
START_TEST(misalignment_drifts_as_it_should)
{
	static const double shares[] = { .005, 0, -.005 };
	static const double sds[] = { 120.504, 22.3607, 9.97916 };
	for (int k = 0; k < 3; k++) {
		double squares = 0;
		/* a little more than a generation a round: 500.05 in all */
		plain(8, 12 * log(1.5) * 1.0001);
		for (int i = 0; i < 8; i++)
			seats[i].misalignment = 0;
		race.drift = shares[k];
		race.sigma = 1;
		race.generation = 1.5;
		for (uint64_t r = 1; r <= 250; r++) {
			begin(500, r);
			for (int t = 1; t <= 500; t++)
				dt_race_step(&race, &state, t, 0xff);
			for (int i = 0; i < 8; i++) {
				ck_assert_int_eq(state.generation[i], 500);
				squares += state.misalignment[i] *
				    state.misalignment[i];
			}
		}
		is_near(sqrt(squares / 2000) / sds[k], 1,
		    4 / sqrt(4000));
	}
}
END_TEST

/* Without chance m doubles its distance each generation: (1+l)^g; and hazard
 * counts each generation's m in its own time: l .5, one generation a year. */
START_TEST(misalignment_weighs_the_hazard_by_generations)
{
	for (int rounds = 1; rounds <= 1000; rounds *= 10) {
		plain(1, LN2);
		race.generation = 2;
		race.drift = .5;
		race.hazard = 1e-3;
		race.review = 0;
		race.years = 3.5 / rounds;
		begin(rounds, 1);
		state.bears = INFINITY;
		play(rounds, 1);
		/* integral of C = (C' - C)/ln 2 between generations */
		double want = 1e-3 / LN2 * (1 * 1 + 1.5 * 2 + 2.25 * 4 +
		    3.375 * (pow(2, 3.5) - 8));
		is_near(state.misalignment[0], 3.375, 1e-12);
		ck_assert_int_eq(state.generation[0], 3);
		is_near(state.suffered, want, 1e-12);
	}
}
END_TEST

/* Years from 1 to 1000 where compute is scarce, by quadrature: rho -.5, a .35:
 * 35.754; rho -.1, a .7: 50.2267. g0 is ln 2. */
START_TEST(scarce_compute_slows_down)
{
	static const double rho[] = { -.5, -.1 }, a[] = { .35, .7 };
	static const double years[] = { 35.754, 50.2267 };
	for (int k = 0; k < 2; k++) {
		plain(1, LN2);
		race.scarce = true;
		race.bottleneck = (struct dt_bottleneck){ LN2, .7, 1.25, a[k],
		    rho[k] };
		run(years[k], 50);
		is_near(log(state.capability[0]), log(1000), 5e-6);
		ck_assert_int_eq(state.runaway, 0);
	}
}
END_TEST

/* The ceiling stops growth, and what is stopped disrupts no more. */
START_TEST(growth_stops_at_the_ceiling)
{
	for (int k = 0; k < 2; k++) {
		plain(2, 1);
		race.phi = 1.3;
		race.ceiling = 5;
		race.diffusion = k * .1;
		seats[1].capability = .5;
		seats[0].disruption = 1;
		run(10, 120);
		is_near(state.capability[0], 5, 1e-12);
		ck_assert(state.capability[1] <= 5);
		ck_assert_int_eq(state.runaway, 0);
		ck_assert(state.borne[DT_RACE_DISRUPTION][0] == 0);
	}
}
END_TEST

/* The way by tracks and the way without them are one way, to the bit; where
 * compute is scarce, to what steps of other lengths leave. */
START_TEST(tracks_change_nothing)
{
	double c[3], suffered = 0;
	for (int which = 0; which <= 4; which++)
		for (int pass = 0; pass < 2; pass++) {
			mode(which, 1.14);
			race.sigma = .1;
			race.generation = 1.1;
			begin(pass ? 10 : 100, 1);
			state.bears = INFINITY;
			for (int t = 1; t <= 100; t++)
				dt_race_step(&race, &state, t, t % 5 ? 7 : 5);
			if (pass == 0) {
				memcpy(c, state.capability, sizeof(c));
				suffered = state.suffered;
				continue;
			}
			for (int i = 0; i < 3; i++)
				is_near(state.capability[i], c[i],
				    which == 4 ? 1e-11 : 0);
			is_near(state.suffered, suffered, 1e-11);
		}
}
END_TEST

/* Extreme numbers stay numbers: no NaN, shares that sum to 1, payoffs that can
 * be added. */
static void
stays_sane(void)
{
	double part[DT_RACE_PARTS][DT_AGENTS_MOST], sum = 0;
	for (size_t i = 0; i < race.n; i++) {
		ck_assert(!isnan(state.capability[i]));
		ck_assert(isfinite(state.misalignment[i]));
		ck_assert(state.oversight[i] >= 0 && state.oversight[i] <= 1);
		sum += race.seats[i].capability > 0 ? state.share[i] : 0;
	}
	ck_assert(!isnan(state.suffered));
	if (race.labs != 0)
		is_near(sum, 1, 1e-9);
	dt_race_pay(&race, &state, part);
	for (int k = 0; k < DT_RACE_PARTS; k++)
		for (size_t i = 0; i < race.n; i++)
			ck_assert(isfinite(part[k][i]));
}

START_TEST(extremes_stay_numbers)
{
	static const double phis[] = { -10, 0, .999999, 1, 1.000001, 2, 2.5,
		10 };
	for (int which = 0; which <= 4; which++)
		for (size_t p = 0; p < sizeof(phis) / sizeof(phis[0]); p++)
			for (int h = 0; h < 2; h++) {
				mode(which, phis[p]);
				seats[0].capability = 1e9;
				seats[1].capability = 1e-9;
				race.ceiling = INFINITY;
				race.years = 50;
				race.hazard = h * 1e9;
				race.drift = 1;
				race.sigma = 1e6;
				race.generation = 1.1;
				race.exponent = 1000;
				for (int k = 0; k < DT_RACE_PARTS; k++)
					race.weight[k] = 1;
				begin(6, 1);
				for (int t = 1; t <= 6; t++) {
					dt_race_step(&race, &state, t,
					    t == 3 ? 6 : 7);
					stays_sane();
				}
			}
}
END_TEST

/* Two labs without bound share alike; one that is bounded has nothing. */
START_TEST(labs_without_bound_share_alike)
{
	plain(3, 1);
	race.phi = 2;
	seats[2].rate = 0;
	race.hazard = 0;
	run(3, 3);
	ck_assert(isinf(state.capability[0]) && isinf(state.capability[1]));
	ck_assert(state.share[0] == .5 && state.share[1] == .5 &&
	    state.share[2] == 0);
	stays_sane();
	race.hazard = 1e-9;
	run(3, 3);
	ck_assert(state.struck);
	play(1, 4);
	ck_assert(!state.struck);
}
END_TEST

/* One lab has all of the prize and is a monopoly in its first round; without
 * any lab nothing happens to anybody. */
START_TEST(one_lab_and_none)
{
	plain(1, .5);
	run(1, 12);
	ck_assert(state.share[0] == 1);
	ck_assert_int_eq(state.monopoly, 1);
	ck_assert(state.borne[DT_RACE_MONOPOLY][0] == 0);
	plain(2, .5);
	seats[0].capability = seats[1].capability = 0;
	seats[0].disruption = 1;
	race.hazard = 1;
	race.review = 0;
	run(1, 12);
	stays_sane();
	for (int k = 0; k < DT_RACE_HORSEMEN; k++)
		ck_assert(state.borne[k][0] == 0);
	ck_assert_int_eq(state.monopoly + state.disaster + state.runaway, 0);
}
END_TEST

/* Each horseman and the prize enter payoff with their own weight alone. */
START_TEST(each_part_has_its_own_weight)
{
	double part[DT_RACE_PARTS][DT_AGENTS_MOST];
	for (int only = 0; only < DT_RACE_DISASTER; only++) {
		plain(3, .9);
		seats[1].rate = .1;
		seats[2] = (struct dt_race_seat){ .host = -1,
		    .disruption = 1 };
		race.review = 1;
		race.drift = .5;
		race.generation = 2;
		race.weight[only] = 3;
		run(6, 72);
		dt_race_pay(&race, &state, part);
		ck_assert(race.pays);
		for (int k = 0; k < DT_RACE_PARTS; k++)
			ck_assert((part[k][only == DT_RACE_DISRUPTION ? 2 : 1]
			    != 0) == (k == only));
	}
}
END_TEST

static Suite *
steps(void)
{
	Suite *suite = suite_create("race_steps");
	TCase *c = tcase_create("race");
	suite_add_tcase(suite, c);
	tcase_set_timeout(c, 120);
	tcase_add_checked_fixture(c, NULL, finish);
	tcase_add_test(c, nothing_hangs_on_the_length_of_a_round);
	tcase_add_test(c, steps_are_exact_where_euler_is_not);
	tcase_add_test(c, capability_runs_away_when_it_should);
	tcase_add_test(c, growth_is_continuous_at_one);
	tcase_add_test(c, scale_of_capability_is_scale_of_the_rate);
	tcase_add_test(c, labs_are_exchangeable);
	tcase_add_test(c, a_lead_in_time_stays);
	tcase_add_test(c, relative_leads_grow_iff_phi_is_above_one);
	tcase_add_test(c, leads_fade_where_things_diffuse);
	tcase_add_test(c, hazard_is_the_integral);
	tcase_add_test(c, survival_moves_as_it_should);
	tcase_add_test(c, disasters_come_as_often_as_they_should);
	tcase_add_test(c, hazard_can_be_sure_and_can_be_none);
	tcase_add_test(c, shares_are_powers);
	tcase_add_test(c, a_monopoly_comes_when_it_should_and_stays);
	tcase_add_test(c, disruption_is_the_integral);
	tcase_add_test(c, misalignment_drifts_as_it_should);
	tcase_add_test(c, misalignment_weighs_the_hazard_by_generations);
	tcase_add_test(c, scarce_compute_slows_down);
	tcase_add_test(c, growth_stops_at_the_ceiling);
	tcase_add_test(c, tracks_change_nothing);
	tcase_add_test(c, extremes_stay_numbers);
	tcase_add_test(c, labs_without_bound_share_alike);
	tcase_add_test(c, one_lab_and_none);
	tcase_add_test(c, each_part_has_its_own_weight);
	return suite;
}

int
main(void)
{
	SRunner *runner = srunner_create(steps());
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? 1 : 0;
}
