/*
 * check_race: the mathematics of the race: growth, hazards, shares, two games.
 * Closed forms are held against quadrature, iteration and enumeration that are
 * written here; properties are those of the field's models.
 */
#include <check.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "race/bottleneck.h"
#include "race/growth.h"
#include "race/hazard.h"
#include "race/lead.h"
#include "race/memoryless.h"
#include "race/risk.h"
#include "race/share.h"

static double
chaos(double low, double high)
{
	static uint64_t state = 5;
	state = state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return low + (high - low) * (double)(state >> 11) * 0x1p-53;
}

static void
same(double a, double b, double relative)
{
	if (isinf(a) || isinf(b))
		ck_assert_double_eq(a, b);
	else
		ck_assert_double_eq_tol(a, b, relative * (1 + fabs(b)));
}

static struct dt_growth
any_growth(void)
{
	static const double phi[] = { 1, 1 - 1e-13, 1 + 1e-13, 1 - 1e-7,
		1 + 1e-7, .5, 0, -1, 1.14, 1.5, 2, 2.5 };
	return (struct dt_growth){ chaos(.01, .6),
		phi[(int)chaos(0, 11.999)], chaos(0, 1) < .5 ? INFINITY :
		chaos(3, 50) };
}

/* ---- growth ---- */

/* One step of t, or n of t/n: the same (1e-10), as each is exact. */
START_TEST(a_trajectory_does_not_hang_on_its_steps)
{
	for (int k = 0; k < 2000; k++) {
		struct dt_growth g = any_growth();
		double c = chaos(.2, 3), step = c, years = chaos(.1, 6);
		int n = 1 + (int)chaos(0, 40);
		for (int i = 0; i < n; i++)
			step = dt_growth_after(&g, step, years / n);
		double once = dt_growth_after(&g, c, years);
		if (isfinite(once) && once > 1e6)
			continue;       /* at the blow-up all digits go */
		same(step, once, 1e-10);
	}
}
END_TEST

/* phi 1.5, r .1: C^-1/2 = 1 - t/20, so 4 after ten years, and no bound at 20.
 * Euler's steps have 3.381266 after ten and 53.10 after twenty: he never sees
 * the end. */
START_TEST(euler_is_wrong)
{
	struct dt_growth g = { .1, 1.5, INFINITY };
	double euler = 1;
	for (int i = 0; i < 10; i++)
		euler += g.rate * pow(euler, g.phi);
	ck_assert_double_eq_tol(euler, 3.381266, 5e-7);
	same(dt_growth_after(&g, 1, 10), 4, 1e-14);
	ck_assert(isinf(dt_growth_after(&g, 1, 20)));
	for (int i = 0; i < 10; i++)
		euler += g.rate * pow(euler, g.phi);
	ck_assert_double_eq_tol(euler, 53.10, 5e-3);
}
END_TEST

START_TEST(returns_of_one_are_met_from_both_sides)
{
	double at = exp(.3 * 7);
	for (double off = 1e-3; off > 1e-16; off /= 10) {
		struct dt_growth above = { .3, 1 + off, INFINITY };
		struct dt_growth below = { .3, 1 - off, INFINITY };
		/* The second derivative in phi is about t^2: 3 r t off. */
		same(dt_growth_after(&above, 1, 7), at, 10 * off + 1e-13);
		same(dt_growth_after(&below, 1, 7), at, 10 * off + 1e-13);
		ck_assert(dt_growth_after(&above, 1, 7) >= at * (1 - 1e-13));
		ck_assert(dt_growth_after(&below, 1, 7) <= at * (1 + 1e-13));
	}
}
END_TEST

/* Units: x C grows at rate r as C does at r x^(phi - 1). Years from one to
 * another turn growth round. */
START_TEST(growth_scales_and_turns_round)
{
	for (int k = 0; k < 1000; k++) {
		struct dt_growth g = any_growth(), h;
		double x = chaos(.2, 5), c = chaos(.5, 2), t = chaos(.1, 3);
		g.ceiling = INFINITY;
		h = g;
		h.rate = g.rate * pow(x, g.phi - 1);
		double one = dt_growth_after(&g, x * c, t);
		if (isinf(one))
			continue;
		same(one, x * dt_growth_after(&h, c, t), 1e-9);
		double two = dt_growth_after(&g, c, t);
		if (isfinite(two))
			same(dt_growth_years(&g, c, two), t, 1e-8);
	}
}
END_TEST

/* While both race the lead in time stays; the lead as a ratio grows for phi > 1,
 * shrinks for phi < 1. */
START_TEST(a_lead_in_time_stays)
{
	for (int k = 0; k < 1000; k++) {
		struct dt_growth g = any_growth();
		g.ceiling = INFINITY;
		double ahead = 1.5, behind = 1, t = chaos(.1, 2);
		double a = dt_growth_after(&g, ahead, t);
		double b = dt_growth_after(&g, behind, t);
		if (isinf(a) || a > 1e6)
			continue;
		same(dt_growth_years(&g, b, a), dt_growth_years(&g, behind,
		    ahead), 1e-8);
		if (g.phi > 1 + 1e-9)
			ck_assert_double_gt(a / b, 1.5);
		if (g.phi < 1 - 1e-9)
			ck_assert_double_lt(a / b, 1.5);
	}
}
END_TEST

/* Simpson's rule over n parts, n even. */
static double
integral(double (*f)(double at, const void *of), const void *of, double to,
    int n)
{
	double sum = f(0, of) + f(to, of);
	for (int i = 1; i < n; i++)
		sum += f(to * i / n, of) * (i % 2 ? 4 : 2);
	return sum * to / n / 3;
}

struct course {
	struct dt_growth g;
	double start, over;
};

static double
excess_at(double t, const void *of)
{
	const struct course *c = of;
	double now = dt_growth_after(&c->g, c->start, t);
	return now > c->over ? now - c->over : 0;
}

static double
speed_at(double t, const void *of)
{
	const struct course *c = of;
	double now = dt_growth_after(&c->g, c->start, t);
	double speed = now >= c->g.ceiling ? 0 : c->g.rate *
	    pow(now, c->g.phi);
	return speed > c->over ? speed - c->over : 0;
}

START_TEST(areas_are_what_quadrature_says)
{
	for (int k = 0; k < 300; k++) {
		struct course c = { any_growth(), chaos(.5, 2), chaos(0, 4) };
		double t = chaos(.5, 4);
		double end = dt_growth_after(&c.g, c.start, t);
		if (isinf(end) || end > 1e4)
			continue;
		/* A kink within a part costs some of the order, and the stop at
		 * the ceiling up to a part's speed. */
		double scale = 1 + end * t;
		double stop = t / 4000 * c.g.rate * pow(end, c.g.phi);
		ck_assert_double_eq_tol(dt_hazard_excess(&c.g, c.start, c.over,
		    t), integral(excess_at, &c, t, 4000), 1e-5 * scale);
		ck_assert_double_eq_tol(dt_hazard_disruption(&c.g, c.start,
		    c.over, t), integral(speed_at, &c, t, 4000), 1e-5 * scale +
		    stop);
	}
}
END_TEST

/* ---- hazard ---- */

/* In one year or in a hundred parts of it; less with more hazard, capability
 * and growth, more with review; none while all is reviewed. */
START_TEST(survival_multiplies_and_is_monotone)
{
	struct dt_growth g = { .5, 1, INFINITY }, fast = { .6, 1, INFINITY };
	double once = dt_hazard_survival(.01, dt_hazard_excess(&g, 1, 2, 6));
	double parts = 1;
	for (int i = 0; i < 100; i++)
		parts *= dt_hazard_survival(.01, dt_hazard_excess(&g,
		    dt_growth_after(&g, 1, .06 * i), 2, .06));
	same(parts, once, 1e-12);
	ck_assert_double_lt(dt_hazard_survival(.02, dt_hazard_excess(&g, 1, 2,
	    6)), once);
	ck_assert_double_lt(dt_hazard_survival(.01, dt_hazard_excess(&g, 1.1,
	    2, 6)), once);
	ck_assert_double_lt(dt_hazard_survival(.01, dt_hazard_excess(&fast, 1,
	    2, 6)), once);
	ck_assert_double_gt(dt_hazard_survival(.01, dt_hazard_excess(&g, 1,
	    2.1, 6)), once);
	ck_assert_double_eq(dt_hazard_excess(&g, 1, exp(3.01), 6), 0);
	/* No hazard: survived whatever comes, no bound included. */
	struct dt_growth bursts = { 1, 2, INFINITY };
	ck_assert(isinf(dt_hazard_excess(&bursts, 1, 0, 2)));
	ck_assert_double_eq(dt_hazard_survival(0, INFINITY), 1);
	ck_assert_double_eq(dt_hazard_survival(1, INFINITY), 0);
}
END_TEST

/* m' = (1 + l) m + e, added up by hand. l = -.005 settles at 10.0125. */
START_TEST(drift_spreads_as_its_sum)
{
	static const double share[] = { .005, 0, -.005, -.5 };
	for (int k = 0; k < 4; k++) {
		double sum = 0;
		for (int n = 0; n < 500; n++)
			sum = sum * (1 + share[k]) * (1 + share[k]) + 1;
		same(dt_growth_spread(500, 1, share[k]), sqrt(sum), 1e-12);
	}
	same(dt_growth_spread(1e9, 1, -.005), 1 / sqrt(1 - .995 * .995),
	    1e-12);
}
END_TEST

/* ---- shares ---- */

START_TEST(shares_sum_to_one_and_never_overflow)
{
	static const double c[][3] = { { 1, .8, .5 }, { 1e300, 1e299, 1 },
		{ INFINITY, 1, 0 }, { INFINITY, INFINITY, 1 }, { 1, 1, 1 },
		{ 1, 0, 0 }, { 1e-300, 1e-301, 0 } };
	static const double w[] = { 0, 1, 4, 1e6, INFINITY };
	for (size_t i = 0; i < sizeof(c) / sizeof(c[0]); i++)
		for (size_t k = 0; k < 5; k++) {
			double share[3];
			dt_share_of(c[i], 3, w[k], share);
			ck_assert_double_eq_tol(share[0] + share[1] +
			    share[2], 1, 1e-15);
			ck_assert(share[0] >= share[1] - 1e-15 &&
			    share[1] >= share[2] - 1e-15);
		}
	double share[3];
	dt_share_of(c[0], 3, INFINITY, share);
	ck_assert_double_eq(share[0], 1);
	dt_share_of(c[3], 3, 1, share);
	ck_assert_double_eq(share[0], .5);
}
END_TEST

/* ---- the memoryless race ---- */

static const struct dt_memoryless stylised = { 2, .1, 10, -2, .02, 30, .2,
	.05 };

/* D* rises with the hazard, from 0 at the window's lower end to no bound at
 * its upper end; at D* the deviation is worth nothing: (1 - e^-kD) J_alone +
 * e^-kD J_all. */
START_TEST(a_delay_is_borne_within_the_window)
{
	struct dt_memoryless x = stylised;
	struct dt_memoryless_window w = dt_memoryless_dilemma(&x);
	double last = 0;
	for (int k = 1; k < 100; k++) {
		x.disaster = w.low + (w.high - w.low) * k / 100;
		double d = dt_memoryless_delay(&x);
		double f = exp(-(x.discount + x.win + x.disaster) * d);
		ck_assert_double_gt(d, last);
		ck_assert_double_eq_tol((1 - f) * dt_memoryless_value(&x, 1, 1)
		    + f * dt_memoryless_value(&x, 2, 1), 0, 1e-12);
		last = d;
	}
	x.disaster = w.low;
	ck_assert_double_le(dt_memoryless_delay(&x), 1e-9);
	x.disaster = w.high * (1 + 1e-9);
	ck_assert(isinf(dt_memoryless_delay(&x)));
}
END_TEST

/* A value is what waiting for the first event gives: at rate r + (lam + eta) m
 * something ends it. And a pause is a best reply from where both are equal. */
START_TEST(a_pause_is_a_best_reply_from_a_hazard_on)
{
	int found = 0;
	for (int k = 0; k < 2000; k++) {
		struct dt_memoryless x = { 2 + (int)chaos(0, 3), chaos(.02, .3),
			chaos(1, 20), chaos(-10, 0), 0, chaos(5, 60),
			chaos(0, .5), chaos(.01, .2) };
		double from = dt_memoryless_pause_from(&x);
		if (isinf(from)) {
			x.disaster = 1e6;
			ck_assert_double_ge(dt_memoryless_value(&x, x.n, 1) +
			    1e-9, dt_memoryless_value(&x, x.n - 1, 0));
			continue;
		}
		found++;
		x.disaster = from + 1e-6 * (1 + from);
		ck_assert_double_le(dt_memoryless_value(&x, x.n, 1),
		    dt_memoryless_value(&x, x.n - 1, 0) + 1e-12);
		x.disaster = from * (1 - 1e-6) - 1e-9;
		if (x.disaster > 0)
			ck_assert_double_ge(dt_memoryless_value(&x, x.n, 1),
			    dt_memoryless_value(&x, x.n - 1, 0) - 1e-12);
	}
	ck_assert_int_gt(found, 200);
}
END_TEST

/* ---- the game of leads ---- */

static const struct dt_lead leads = { 3, .5, .25, .05, 20, .1, 10, -5, .95 };

/* The equation of lead.h put into itself until it stands still. */
static void
iterate(const struct dt_lead *g, const bool *own, const bool *rival,
    double *value)
{
	size_t n = dt_lead_states(g);
	double w[403] = { 0 }, next[403];
	for (int turn = 0; turn < 3000; turn++) {
		w[0] = g->last;
		w[n + 1] = g->first;
		for (size_t k = 1; k <= n; k++) {
			bool me = own[k - 1], it = rival[n - k];
			double x = 1 - pow(1 - g->disaster, me + it);
			double mean = me && it ? g->both * (w[k + 1] +
			    w[k - 1]) + (1 - 2 * g->both) * w[k] : me ?
			    g->alone * w[k + 1] + (1 - g->alone) * w[k] : it ?
			    g->alone * w[k - 1] + (1 - g->alone) * w[k] : w[k];
			next[k] = -g->cost * me - g->loss * x + (1 - x) *
			    g->continuation * mean;
		}
		for (size_t k = 1; k <= n; k++)
			w[k] = next[k];
	}
	for (size_t k = 0; k < n; k++)
		value[k] = w[k + 1];
}

START_TEST(leads_are_worth_what_iteration_says)
{
	for (int turn = 0; turn < 40; turn++) {
		struct dt_lead g = leads;
		bool own[5], rival[5];
		double value[5], known[5];
		g.disaster = chaos(0, .3);
		g.continuation = chaos(.5, .97);
		g.alone = chaos(0, 1);
		g.both = chaos(0, .5);
		for (int k = 0; k < 5; k++) {
			own[k] = chaos(0, 1) < .5;
			rival[k] = chaos(0, 1) < .5;
		}
		ck_assert_int_eq(dt_lead_value(&g, own, rival, value, NULL),
		    DT_OK);
		iterate(&g, own, rival, known);
		for (int k = 0; k < 5; k++)
			ck_assert_double_eq_tol(value[k], known[k], 1e-9);
	}
}
END_TEST

/* None of the 32 ways to play is better at any lead. */
START_TEST(a_reply_is_the_best_of_all)
{
	for (int turn = 0; turn < 30; turn++) {
		struct dt_lead g = leads;
		bool rival[5], reply[5], own[5];
		double best[5], value[5];
		g.disaster = chaos(0, .1);
		for (int k = 0; k < 5; k++)
			rival[k] = turn == 0 || chaos(0, 1) < .5;
		ck_assert_int_eq(dt_lead_reply(&g, rival, reply, best, NULL),
		    DT_OK);
		for (int set = 0; set < 32; set++) {
			for (int k = 0; k < 5; k++)
				own[k] = set >> k & 1;
			iterate(&g, own, rival, value);
			for (int k = 0; k < 5; k++)
				ck_assert_double_le(value[k], best[k] + 1e-9);
		}
	}
}
END_TEST

/* The laggard pauses and the leader races at a hazard of .05; at .01 all but
 * the one furthest behind race (models of the race, A10). */
START_TEST(the_laggard_pauses)
{
	static const bool always[5] = { true, true, true, true, true };
	struct dt_lead g = leads;
	bool reply[5];
	double value[5];
	ck_assert_int_eq(dt_lead_reply(&g, always, reply, value, NULL), DT_OK);
	for (int k = 0; k < 5; k++)
		ck_assert(reply[k] == (k >= 3));
	g.disaster = .01;
	ck_assert_int_eq(dt_lead_reply(&g, always, reply, value, NULL), DT_OK);
	for (int k = 0; k < 5; k++)
		ck_assert(reply[k] == (k >= 1));
}
END_TEST

/* ---- bottleneck, diffusion, growth against risk ---- */

static double
slow_at(double z, const void *of)
{
	const struct dt_bottleneck *b = of;
	double c = exp(z), e = b->rho == 0 ? pow(c, 1 - b->share) :
	    pow(b->share + (1 - b->share) * pow(c, b->rho), 1 / b->rho);
	return c / (b->rate * pow(e, b->parallel) * pow(c, 1 - b->parallel /
	    b->returns));
}

START_TEST(a_bottleneck_takes_as_long_as_quadrature_says)
{
	static const double rho[] = { -.5, -.1, 0, .3 };
	for (int k = 0; k < 40; k++) {
		struct dt_bottleneck b = { chaos(.1, 1), chaos(.2, 1),
			chaos(.5, 3), chaos(.01, .9), rho[k % 4] };
		double years;
		ck_assert_int_eq(dt_bottleneck_years(&b, 1, 500, &years, NULL),
		    DT_OK);
		same(years, integral(slow_at, &b, log(500), 4000), 1e-8);
	}
}
END_TEST

/* Two nearly level labs part with C d(growth)/dC, growth = speed/C: by a
 * difference, without the elasticity. At C 1, R 1.25 and lam .7 without a
 * bottleneck ln 2 x .14; with a .35 that is ln 2 x .7 (.65 - .8), below 0. */
START_TEST(a_small_lead_grows_by_the_slope_of_growth)
{
	static const double rho[] = { -.5, -.1, 0, .3 };
	for (int k = 0; k < 40; k++) {
		struct dt_bottleneck b = { chaos(.1, 1), chaos(.2, 1),
			chaos(.5, 3), chaos(0, .9), rho[k % 4] };
		double c = exp(chaos(0, 8)), sg = chaos(0, .3), h = 1e-5;
		double above = dt_bottleneck_speed(&b, c * (1 + h)) /
		    (c * (1 + h));
		double below = dt_bottleneck_speed(&b, c * (1 - h)) /
		    (c * (1 - h));
		ck_assert_double_eq_tol(dt_bottleneck_lead_growth(&b, c, sg),
		    (above - below) / (2 * h) - sg, 1e-7 *
		    (1 + dt_bottleneck_speed(&b, c) / c));
	}
	struct dt_bottleneck b = { log(2), .7, 1.25, 0, -.1 };
	same(dt_bottleneck_lead_growth(&b, 1, 0), log(2) * .14, 1e-12);
	b.share = .35;
	same(dt_bottleneck_lead_growth(&b, 1, 0), -log(2) * .105, 1e-12);
	ck_assert(dt_bottleneck_elasticity(&b, 1e300) < 1e-20);
}
END_TEST

/* Until C/Rv = d/(a + g/F): ln(20 x .5/(.05 + 1/3))/.4 = 8.1535886; a review
 * that keeps up holds for ever, a fine below g/(d - a) = 4.444 never. */
START_TEST(a_treaty_ends_where_review_is_outgrown)
{
	struct dt_hazard_treaty t = { .5, .05, 2, 6, 1, .5, 20, .1 };
	double years = dt_hazard_treaty_years(&t);
	same(years, 8.15358859821749, 1e-12);
	ck_assert_double_eq_tol(dt_hazard_treaty_margin(&t, years), 0, 1e-12);
	ck_assert_double_gt(dt_hazard_treaty_margin(&t, years - .01), 0);
	ck_assert_double_lt(dt_hazard_treaty_margin(&t, years + .01), 0);
	t.review_rate = .5;
	ck_assert_double_eq(dt_hazard_treaty_years(&t), INFINITY);
	t.loss = 4.44;
	ck_assert_double_eq(dt_hazard_treaty_years(&t), 0);
	t.loss = 4.45;
	ck_assert_double_eq(dt_hazard_treaty_years(&t), INFINITY);
}
END_TEST

/* x' = x (f - sg (x - 1)), by Runge and Kutta. */
START_TEST(a_lead_leaks_as_its_equation_says)
{
	for (int k = 0; k < 50; k++) {
		double f = chaos(0, .2), sg = chaos(0, .5), t = chaos(1, 10);
		double x = chaos(.5, 4), start = x, h = t / 2000;
		for (int i = 0; i < 2000; i++) {
			double a = x * (f - sg * (x - 1));
			double m = x + h / 2 * a, b = m * (f - sg * (m - 1));
			m = x + h / 2 * b;
			double c = m * (f - sg * (m - 1));
			m = x + h * c;
			double d = m * (f - sg * (m - 1));
			x += h / 6 * (a + 2 * b + 2 * c + d);
		}
		same(dt_growth_lead(start, f, sg, t), x, 1e-9);
	}
	ck_assert_double_eq(dt_growth_lead(3, 0, 0, 10), 3);
}
END_TEST

/* exp(-delta T) u(exp(g T)), looked at on a grid. */
static double
welfare(const struct dt_risk *r, double years)
{
	double k = r->gamma - 1, log_c = r->growth * years;
	double u = k == 0 ? r->life + log_c : r->life + 1 / k -
	    exp(-k * log_c) / k;
	return exp(-r->risk * years) * u;
}

START_TEST(stopping_later_or_earlier_is_worse)
{
	for (int k = 0; k < 200; k++) {
		struct dt_risk r = { chaos(.01, .2), chaos(.001, .05),
			chaos(.5, 10), k % 3 == 0 ? 1 : chaos(1.1, 4) };
		double best = dt_risk_years(&r);
		for (double t = 0; t < 300; t += .5)
			ck_assert_double_le(welfare(&r, t), welfare(&r, best) *
			    (1 + 1e-12));
	}
}
END_TEST

static void
add_growth(Suite *suite)
{
	TCase *c = tcase_create("growth");
	tcase_add_test(c, a_trajectory_does_not_hang_on_its_steps);
	tcase_add_test(c, euler_is_wrong);
	tcase_add_test(c, returns_of_one_are_met_from_both_sides);
	tcase_add_test(c, growth_scales_and_turns_round);
	tcase_add_test(c, a_lead_in_time_stays);
	tcase_add_test(c, areas_are_what_quadrature_says);
	tcase_add_test(c, survival_multiplies_and_is_monotone);
	tcase_add_test(c, drift_spreads_as_its_sum);
	tcase_add_test(c, shares_sum_to_one_and_never_overflow);
	tcase_add_test(c, a_bottleneck_takes_as_long_as_quadrature_says);
	tcase_add_test(c, a_small_lead_grows_by_the_slope_of_growth);
	tcase_add_test(c, a_treaty_ends_where_review_is_outgrown);
	tcase_add_test(c, a_lead_leaks_as_its_equation_says);
	tcase_add_test(c, stopping_later_or_earlier_is_worse);
	suite_add_tcase(suite, c);
}

int
main(void)
{
	Suite *suite = suite_create("race");
	TCase *c = tcase_create("games");
	add_growth(suite);
	tcase_set_timeout(c, 60);
	tcase_add_test(c, a_delay_is_borne_within_the_window);
	tcase_add_test(c, a_pause_is_a_best_reply_from_a_hazard_on);
	tcase_add_test(c, leads_are_worth_what_iteration_says);
	tcase_add_test(c, a_reply_is_the_best_of_all);
	tcase_add_test(c, the_laggard_pauses);
	suite_add_tcase(suite, c);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
