/* check_population: finite populations against what theory says of them, and
 * against other ways to compute the same. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "game_case.h"
#include "population/coalescence.h"
#include "population/composition.h"
#include "population/evolve.h"
#include "population/fixation.h"
#include "population/simulate.h"

static const char *const names[] = { "a", "b", "c", "d", "e" };

/* Tit for tat against always race, ten rounds of (5, 3, 1, 0), a round. */
static const double reciprocity[] = { 3, .9, 1.4, 1 };
static const double equal[25] = { 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,
	7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7 };

static struct dt_fitness fitness;

static struct dt_process
process(enum dt_process_rule rule, const double *payoff, size_t n, int64_t z)
{
	dt_fitness_pairs(&fitness, n, names, payoff);
	return (struct dt_process){ .fitness = &fitness, .rule = rule,
		.beta = 1, .z = z };
}

/* ---- what is earned ---- */

/* Two of the first and three of the second, payoffs 3 0 / 5 1: the first meets
 * one like itself and three others, the second two others and two like it. */
START_TEST(nobody_meets_itself)
{
	static const double dilemma[] = { 3, 0, 5, 1 };
	static const int64_t counts[] = { 2, 3 };
	double earned[2], two_earned[2];
	dt_fitness_pairs(&fitness, 2, names, dilemma);
	dt_fitness_of_counts(&fitness, counts, earned);
	dt_fitness_of_two(&fitness, 0, 1, 2, 5, two_earned);
	ck_assert_double_eq_tol(earned[0], .75, 1e-15);
	ck_assert_double_eq_tol(earned[1], 3, 1e-15);
	ck_assert_double_eq_tol(two_earned[0], .75, 1e-15);
	ck_assert_double_eq_tol(two_earned[1], 3, 1e-15);
}
END_TEST

/* Who is not there earns nothing that could be known, and changes nothing. */
START_TEST(a_strategy_that_nobody_plays_has_no_fitness)
{
	static const double payoff[] = { 3, 0, 9, 5, 1, 9, 9, 9, 9 };
	static const int64_t counts[] = { 2, 3, 0 };
	struct dt_process p = process(DT_PROCESS_FERMI, payoff, 3, 5);
	double earned[3], room[6], flow[9];
	dt_fitness_of_counts(&fitness, counts, earned);
	ck_assert(isnan(earned[2]));
	ck_assert_double_eq_tol(earned[0], .75, 1e-15);
	for (int rule = 0; rule < 4; rule++) {
		p.rule = (enum dt_process_rule)rule;
		if (p.rule == DT_PROCESS_WRIGHT_FISHER)
			dt_process_offspring(&p, counts, room, flow);
		else
			dt_process_flow(&p, counts, room, flow);
		for (size_t k = 0; k < 3; k++)
			ck_assert(isfinite(flow[k]));
		ck_assert_double_eq(flow[2], 0);
	}
}
END_TEST

/* A game of three: what is earned is 100 mine + 10 first + last of others. */
static double
of_three(size_t mine, size_t one, size_t other)
{
	size_t count[3] = { 0 };
	count[one]++;
	count[other]++;
	return (double)(100 * mine + 7 * count[0] * count[0] + 3 * count[1] +
	    count[2] * mine);
}

static void
make_three(struct dt_fitness *f)
{
	static const size_t sizes[] = { 3, 3, 3 };
	static const char *const *const labels[] = { names, names, names };
	static double pay[81];
	for (size_t p = 0; p < 27; p++) {
		size_t plays[3] = { p % 3, p / 3 % 3, p / 9 };
		for (size_t i = 0; i < 3; i++)
			pay[p * 3 + i] = of_three(plays[i],
			    plays[(i + 1) % 3], plays[(i + 2) % 3]);
	}
	struct dt_normal g = game(3, sizes, pay);
	g.labels = labels;
	ck_assert_int_eq(dt_fitness_of_normal(&g, &arena, f, &error), DT_OK);
}

/* The mean over all pairs of others, listed one by one. */
START_TEST(groups_are_drawn_from_the_others)
{
	static const int64_t counts[] = { 3, 2, 2 };
	static const size_t who[] = { 0, 0, 0, 1, 1, 2, 2 };
	double earned[3];
	make_three(&fitness);
	dt_fitness_of_counts(&fitness, counts, earned);
	for (size_t me = 0; me < 7; me++) {
		double sum = 0, n = 0;
		for (size_t i = 0; i < 7; i++)
			for (size_t j = 0; j < i; j++)
				if (i != me && j != me) {
					sum += of_three(who[me], who[i],
					    who[j]);
					n++;
				}
		ck_assert_double_eq_tol(earned[who[me]], sum / n, 1e-12);
	}
}
END_TEST

/* Two of three strategies alone: the same by counts. */
START_TEST(two_of_a_group_are_as_by_counts)
{
	double earned[3], two_earned[2];
	make_three(&fitness);
	for (int64_t k = 1; k < 9; k++) {
		const int64_t counts[] = { k, 0, 9 - k };
		dt_fitness_of_counts(&fitness, counts, earned);
		dt_fitness_of_two(&fitness, 0, 2, k, 9, two_earned);
		ck_assert_double_eq_tol(earned[0], two_earned[0], 1e-12);
		ck_assert_double_eq_tol(earned[2], two_earned[1], 1e-12);
	}
}
END_TEST

/* Binomials of a million over 32 are near 1e157, their products beyond any
 * double; chances still sum to 1, so that a payoff of 1 for all is 1. */
START_TEST(large_groups_of_large_populations_do_not_overflow)
{
	static double room[64];
	struct dt_payoff_text text = { .form = DT_PAYOFF_TABLE };
	static struct dt_payoff_seat seats[12];
	struct dt_payoff payoff;
	struct dt_faults faults = { .arena = &arena };
	double earned[2];
	for (size_t k = 0; k < 64; k++)
		room[k] = 1;
	for (size_t k = 0; k < 12; k++)
		seats[k].weight = 1;
	text.pause.items = text.race.items = room;
	text.pause.n = text.race.n = 12;
	ck_assert_int_eq(dt_payoff_compile(&text, seats, 12, &arena, &payoff,
	    &faults, &error), DT_OK);
	ck_assert_int_eq(dt_fitness_of_payoff(&payoff, &arena, &fitness,
	    &error), DT_OK);
	for (int64_t z = 12; z <= 1000000000000; z *= 10) {
		dt_fitness_of_two(&fitness, 0, 1, z / 2, z, earned);
		ck_assert_double_eq_tol(earned[0], 1, 1e-12);
		ck_assert_double_eq_tol(earned[1], 1, 1e-12);
	}
}
END_TEST

/* ---- taking over ---- */

static const enum dt_process_rule rules[] = { DT_PROCESS_FERMI,
	DT_PROCESS_MORAN, DT_PROCESS_WRIGHT_FISHER, DT_PROCESS_DEATH_BIRTH };

/* All are alike: each of the z has the same chance to be the ancestor. */
START_TEST(without_differences_each_takes_over_as_often)
{
	double logs[41];
	for (size_t r = 0; r < 4; r++)
		for (int64_t z = 3; z <= 40; z += 37) {
			struct dt_process p = process(rules[r], equal, 2, z);
			ck_assert_int_eq(dt_fixation_all(&p, 0, 1, NULL, logs,
			    &error), DT_OK);
			ck_assert_double_eq_tol(exp(logs[1]), 1 / (double)z,
			    1e-12);
			ck_assert_double_eq_tol(exp(logs[z - 1]),
			    1 - 1 / (double)z, 1e-12);
		}
}
END_TEST

/* On any graph: a star of five, a ring and a lattice too. */
START_TEST(without_differences_so_it_is_on_graphs)
{
	static const char star[] = "# a star\n1 2\n1 3\n1 4\n1 5\n";
	struct dt_source source = { "star", star, sizeof(star) - 1 };
	struct dt_network w[3];
	double logs[11];
	ck_assert_int_eq(dt_network_read(&source, &arena, &w[0], &error),
	    DT_OK);
	ck_assert_int_eq(dt_network_ring(9, &arena, &w[1], &error), DT_OK);
	ck_assert_int_eq(dt_network_lattice(9, &arena, &w[2], &error), DT_OK);
	for (size_t k = 0; k < 3; k++) {
		struct dt_process p = process(DT_PROCESS_DEATH_BIRTH, equal,
		    2, (int64_t)w[k].n);
		p.network = &w[k];
		ck_assert_int_eq(dt_fixation_all(&p, 0, 1, NULL, logs,
		    &error), DT_OK);
		ck_assert_double_eq_tol(exp(logs[1]), 1 / (double)w[k].n,
		    1e-12);
	}
}
END_TEST

/* Nowak et al. 2004, the sum of products worked out in another language: tit
 * for tat in always race, 200 rounds, ten players, from 1, 2 and 5. */
START_TEST(tit_for_tat_takes_over_as_published)
{
	static const double payoff[] = { 3, 199. / 200, 204. / 200, 1 };
	struct dt_process p = process(DT_PROCESS_MORAN, payoff, 2, 10);
	double logs[11];
	p.map = DT_PROCESS_PAYOFF;
	ck_assert_int_eq(dt_fixation_all(&p, 0, 1, NULL, logs, &error), DT_OK);
	ck_assert_double_eq_tol(exp(logs[1]), .243233, 5e-7);
	ck_assert_double_eq_tol(exp(logs[2]), .488231, 5e-7);
	ck_assert_double_eq_tol(exp(logs[5]), .917175, 5e-7);
}
END_TEST

/* rho_A/rho_B is the product of T+/T- over all counts. The steps are written
 * out here from the definitions of the processes. */
static double
ratio_by_definition(enum dt_process_rule rule, const double *a, int64_t z)
{
	double ratio = 1, n = (double)z;
	for (double k = 1; k < n; k++) {
		double f = exp(((k - 1) * a[0] + (n - k) * a[1]) / (n - 1));
		double g = exp((k * a[2] + (n - k - 1) * a[3]) / (n - 1));
		double up, down;
		if (rule == DT_PROCESS_FERMI) {
			up = (n - k) / n * k / (n - 1) / (1 + g / f);
			down = k / n * (n - k) / (n - 1) / (1 + f / g);
		} else if (rule == DT_PROCESS_MORAN) {
			up = k * f / (k * f + (n - k) * g) * (n - k) / n;
			down = (n - k) * g / (k * f + (n - k) * g) * k / n;
		} else {
			up = (n - k) / n * k * f / (k * f + (n - k - 1) * g);
			down = k / n * (n - k) * g / ((k - 1) * f +
			    (n - k) * g);
		}
		ratio *= up / down;
	}
	return ratio;
}

START_TEST(two_chances_are_as_the_product_of_steps)
{
	for (size_t r = 0; r < 4; r++) {
		struct dt_process p = process(rules[r], reciprocity, 2, 12);
		if (p.rule == DT_PROCESS_WRIGHT_FISHER)
			continue;
		double logs = dt_fixation_log(&p, 0, 1) -
		    dt_fixation_log(&p, 1, 0);
		ck_assert_double_eq_tol(exp(logs), ratio_by_definition(
		    p.rule, reciprocity, 12), 1e-9);
	}
}
END_TEST

/* The chain of all 2^z states on a ring, another way than the k that stand
 * side by side. */
START_TEST(a_ring_is_as_by_all_its_states)
{
	static const double games[][4] = { { 3, .9, 1.4, 1 }, { 3, 0, 5, 1 },
		{ 1, 4, 2, -3 } };
	double logs[11];
	for (size_t g = 0; g < 3; g++)
		for (size_t z = 3; z <= 8; z++) {
			struct dt_network w;
			struct dt_process p = process(DT_PROCESS_DEATH_BIRTH,
			    games[g], 2, (int64_t)z);
			ck_assert_int_eq(dt_network_ring(z, &arena, &w,
			    &error), DT_OK);
			p.network = &w;
			double log_chance = dt_fixation_log(&p, 0, 1);
			w.ring = false;
			ck_assert_int_eq(dt_fixation_all(&p, 0, 1, NULL, logs,
			    &error), DT_OK);
			ck_assert_double_eq_tol(logs[1], log_chance, 1e-11);
		}
}
END_TEST

/* All neighbours of each other: the complete graph is no graph. */
START_TEST(a_complete_graph_is_as_all_meeting_all)
{
	static const char lines[] = "1 2\n1 3\n1 4\n1 5\n2 3\n2 4\n2 5\n3 4\n"
	    "3 5\n4 5\n";
	struct dt_source source = { "five", lines, sizeof(lines) - 1 };
	struct dt_network w;
	double logs[6];
	struct dt_process p = process(DT_PROCESS_DEATH_BIRTH, reciprocity, 2,
	    5);
	double log_chance = dt_fixation_log(&p, 0, 1);
	ck_assert_int_eq(dt_network_read(&source, &arena, &w, &error), DT_OK);
	p.network = &w;
	ck_assert_int_eq(dt_fixation_all(&p, 0, 1, NULL, logs, &error), DT_OK);
	ck_assert_double_eq_tol(logs[1], log_chance, 1e-12);
}
END_TEST

/* Donation b 2, c 1 on a ring, by differences: the slope of z rho at beta 0;
 * so with the other processes. */
START_TEST(weak_selection_is_the_slope_of_the_chance)
{
	static const double donation[] = { 1, -1, 2, 0 };
	struct dt_network w;
	ck_assert_int_eq(dt_network_ring(10, &arena, &w, &error), DT_OK);
	for (size_t r = 0; r < 5; r++) {
		struct dt_process p = process(rules[r < 4 ? r : 3], donation,
		    2, 10);
		if (p.rule == DT_PROCESS_WRIGHT_FISHER)
			continue;
		p.network = r == 4 ? &w : NULL;
		double weak = dt_fixation_weak(&p, 0, 1);
		p.beta = 1e-5;
		double high = exp(dt_fixation_log(&p, 0, 1));
		p.beta = -1e-5;
		double low = exp(dt_fixation_log(&p, 0, 1));
		ck_assert_double_eq_tol(weak, 10 * (high - low) / 2e-5, 1e-6);
	}
}
END_TEST

/* Ohtsuki et al. 2006, Taylor, Day and Wild 2007: on a ring a donation is
 * favoured from b/c = k(N-2)/(N-2k) on, k = 2; among all never. Moran:
 * sigma = (z - 2)/z (Tarnita et al. 2009). */
START_TEST(rings_favour_donations_from_the_published_ratio)
{
	static const int64_t sizes[] = { 10, 20, 100 };
	for (size_t k = 0; k < 3; k++) {
		double z = (double)sizes[k];
		struct dt_network w;
		struct dt_process p = process(DT_PROCESS_DEATH_BIRTH, equal,
		    2, sizes[k]);
		ck_assert_int_eq(dt_network_ring((size_t)sizes[k], &arena, &w,
		    &error), DT_OK);
		p.network = &w;
		double sigma = dt_fixation_sigma(&p);
		ck_assert_double_eq_tol((sigma + 1) / (sigma - 1),
		    2 * (z - 2) / (z - 4), 1e-9);
		p.network = NULL;
		p.rule = DT_PROCESS_MORAN;
		ck_assert_double_eq_tol(dt_fixation_sigma(&p), (z - 2) / z,
		    1e-12);
	}
}
END_TEST

/* By lines of descent: the ring's threshold again; never among all of five; on
 * a lattice of 4 by 4 as on any graph on which all places are alike, k(N-2)/
 * (N-2k) = 4 * 14/8. */
START_TEST(lines_of_descent_give_the_same_threshold)
{
	static const char lines[] = "1 2\n1 3\n1 4\n1 5\n2 3\n2 4\n2 5\n3 4\n"
	    "3 5\n4 5\n";
	struct dt_source source = { "five", lines, sizeof(lines) - 1 };
	struct dt_network w;
	double threshold;
	for (size_t n = 5; n <= 20; n += 5) {
		double z = (double)n;
		ck_assert_int_eq(dt_network_ring(n, &arena, &w, &error),
		    DT_OK);
		ck_assert_int_eq(dt_coalescence_threshold(&w, &threshold,
		    &error), DT_OK);
		ck_assert_double_eq_tol(threshold, 2 * (z - 2) / (z - 4),
		    1e-10);
	}
	ck_assert_int_eq(dt_network_lattice(16, &arena, &w, &error), DT_OK);
	ck_assert_int_eq(dt_coalescence_threshold(&w, &threshold, &error),
	    DT_OK);
	ck_assert_double_eq_tol(threshold, 7, 1e-9);
	ck_assert_int_eq(dt_network_read(&source, &arena, &w, &error), DT_OK);
	ck_assert_int_eq(dt_coalescence_threshold(&w, &threshold, &error),
	    DT_OK);
	ck_assert(isinf(threshold));
}
END_TEST

/* On a graph on which places differ: at the threshold the exact chance from a
 * random place, by all 2^7 states, does not begin to change with beta. */
START_TEST(at_the_threshold_weak_selection_is_neutral)
{
	static const char kite[] = "1 2\n1 3\n2 3\n3 4\n4 5\n5 6\n6 7\n4 7\n";
	struct dt_source source = { "kite", kite, sizeof(kite) - 1 };
	struct dt_network w;
	double threshold, chance[2], logs[8];
	ck_assert_int_eq(dt_network_read(&source, &arena, &w, &error), DT_OK);
	ck_assert_int_eq(dt_coalescence_threshold(&w, &threshold, &error),
	    DT_OK);
	ck_assert(isfinite(threshold) && threshold > 1);
	for (int by = 0; by < 2; by++) {
		double b = threshold * (by == 0 ? 1 : 1.1);
		double donation[] = { b - 1, -1, b, 0 };
		for (int sign = 0; sign < 2; sign++) {
			struct dt_process p = process(DT_PROCESS_DEATH_BIRTH,
			    donation, 2, 7);
			p.network = &w;
			p.beta = sign == 0 ? 1e-4 : -1e-4;
			ck_assert_int_eq(dt_fixation_all(&p, 0, 1, NULL, logs,
			    &error), DT_OK);
			chance[sign] = exp(logs[1]);
		}
		double slope = (chance[0] - chance[1]) / 2e-4;
		if (by == 0)
			ck_assert_double_eq_tol(slope, 0, 1e-7);
		else
			ck_assert_double_gt(slope, 1e-4);
	}
}
END_TEST

/* Weak selection: (z-2)a + (2z-1)b > (z+1)c + (2z-4)d (Nowak et al. 2004), for
 * tit for tat from (6z+3)/(2z-4) rounds on. */
START_TEST(one_third_law)
{
	static const int64_t sizes[] = { 10, 20, 100 };
	for (size_t k = 0; k < 3; k++) {
		double z = (double)sizes[k], m = (6 * z + 3) / (2 * z - 4);
		double payoff[4] = { 3 * m, m - 1, m + 4, m };
		struct dt_process p = process(DT_PROCESS_MORAN, payoff, 2,
		    sizes[k]);
		ck_assert_double_eq_tol(dt_fixation_weak(&p, 0, 1), 0, 1e-10);
		payoff[0] += .01;
		ck_assert(dt_fixation_weak(&p, 0, 1) > 0);
	}
}
END_TEST

/* beta 1e4 among 1000: chances near e^-1e6, and their identity still holds;
 * by Fermi log rho_A - log rho_B is beta times the sum of differences. */
START_TEST(strong_selection_ends_in_logarithms)
{
	static const double hunt[] = { 4, 0, 3, 2 };
	struct dt_process p = process(DT_PROCESS_FERMI, hunt, 2, 1000);
	double sum = 0;
	p.beta = 1e4;
	for (double k = 1; k < 1000; k++)
		sum += ((k - 1) * 4 + 0 - 3 * k - (999 - k) * 2) / 999;
	double log_chance = dt_fixation_log(&p, 0, 1);
	ck_assert(log_chance < -1e5 && isfinite(log_chance));
	ck_assert_double_eq_tol((log_chance - dt_fixation_log(&p, 1, 0)) /
	    (1e4 * sum), 1, 1e-12);
}
END_TEST

/* One of z wins a generation of Wright-Fisher: two players by hand. From one
 * mutant, x its share of offspring: won x^2, lost (1-x)^2. */
START_TEST(two_of_wright_fisher_by_hand)
{
	static const double payoff[] = { 2, 3, 1, 4 };
	struct dt_process p = process(DT_PROCESS_WRIGHT_FISHER, payoff, 2, 2);
	double logs[3], x = exp(3) / (exp(3) + exp(1));
	ck_assert_int_eq(dt_fixation_all(&p, 0, 1, NULL, logs, &error), DT_OK);
	ck_assert_double_eq_tol(exp(logs[1]), x * x / (x * x + (1 - x) *
	    (1 - x)), 1e-12);
}
END_TEST

/* ---- with mutation ---- */

static struct dt_composition
solve(struct dt_process *p, double mutation)
{
	struct dt_composition c;
	p->mutation = mutation;
	ck_assert_int_eq(dt_composition_solve(p, NULL, &arena, &c, &error),
	    DT_OK);
	ck_assert(c.off < 1e-14);
	return c;
}

/* The long run of two by Fermi, as the products of up and down: up is (1-mu)
 * (Z-k)/Z k/(Z-1) p + mu (Z-k)/Z. */
static double
mean_by_products(const double *a, int64_t z, double beta, double mu)
{
	double n = (double)z, weight = 1, sum = 0, mean = 0;
	for (double k = 0; k <= n; k++) {
		double f = ((k - 1) * a[0] + (n - k) * a[1]) / (n - 1);
		double g = (k * a[2] + (n - k - 1) * a[3]) / (n - 1);
		double f1 = (k * a[0] + (n - k - 1) * a[1]) / (n - 1);
		double g1 = ((k + 1) * a[2] + (n - k - 2) * a[3]) / (n - 1);
		sum += weight;
		mean += weight * k / n;
		double up = (1 - mu) * (n - k) / n * k / (n - 1) /
		    (1 + exp(-beta * (f - g))) + mu * (n - k) / n;
		double down = (1 - mu) * (k + 1) / n * (n - k - 1) / (n - 1) /
		    (1 + exp(beta * (f1 - g1))) + mu * (k + 1) / n;
		weight *= up / down;
	}
	return mean / sum;
}

START_TEST(the_chain_is_as_by_products)
{
	for (int64_t z = 2; z <= 50; z += 8) {
		struct dt_process p = process(DT_PROCESS_FERMI, reciprocity, 2,
		    z);
		struct dt_composition c = solve(&p, .03);
		ck_assert_double_eq_tol(c.mean[0], mean_by_products(
		    reciprocity, z, 1, .03), 1e-12);
		ck_assert_uint_eq(c.states, (size_t)z + 1);
	}
}
END_TEST

/* models.md D: ten players, mutation .05; twenty, .01. */
START_TEST(tit_for_tat_with_mutation_as_derived)
{
	struct dt_process p = process(DT_PROCESS_FERMI, reciprocity, 2, 10);
	ck_assert_double_eq_tol(solve(&p, .05).mean[0], .878272, 5e-7);
	p.z = 20;
	ck_assert_double_eq_tol(solve(&p, .01).mean[0], .983420, 5e-7);
}
END_TEST

/* A rate that was changed is used, and the old one is not kept. */
START_TEST(a_changed_mutation_rate_counts)
{
	struct dt_process p = process(DT_PROCESS_FERMI, reciprocity, 2, 10);
	double before = solve(&p, .05).mean[0];
	double between = solve(&p, .5).mean[0];
	ck_assert(fabs(before - between) > .1);
	ck_assert_double_eq(solve(&p, .05).mean[0], before);
}
END_TEST

/* Two that earn the same, two members: a mixed pair becomes one of each kind
 * with 1/4, a uniform one mixed with mu (Moran): mixed 2 mu/(1 + 2 mu). */
START_TEST(two_members_by_hand)
{
	struct dt_process p = process(DT_PROCESS_MORAN, equal, 2, 2);
	struct dt_composition c = solve(&p, .1);
	ck_assert_double_eq_tol(c.chance[1], .2 / 1.2, 1e-14);
	ck_assert_double_eq_tol(c.alone[0], .5 / 1.2, 1e-14);
}
END_TEST

/* A dominated strategy is rare: the chain is not turned round. Racing earns
 * more than pausing whatever the other does. */
START_TEST(the_chain_goes_where_more_is_earned)
{
	static const double dilemma[] = { 3, 0, 5, 1 };
	for (size_t r = 0; r < 4; r++) {
		struct dt_process p = process(rules[r], dilemma, 2, 12);
		struct dt_composition c = solve(&p, .01);
		ck_assert(c.mean[1] > .9);
		ck_assert(dt_fixation_is_exact(&p));
	}
}
END_TEST

/* Three strategies of four players by power iteration of Fermi's steps as its
 * definition has them, over all 15 states. */
static void
iterate(const double *a, double mu, double mean[3])
{
	double now[5][5] = { { 0 } }, next[5][5];
	now[4][0] = 1;
	for (int t = 0; t < 20000; t++) {
		memset(next, 0, sizeof(next));
		for (int x = 0; x < 5; x++)
			for (int y = 0; x + y < 5; y++) {
				int c[3] = { x, y, 4 - x - y };
				double f[3], stay = 1;
				for (int i = 0; i < 3; i++)
					f[i] = (c[0] * a[3 * i] + c[1] *
					    a[3 * i + 1] + c[2] *
					    a[3 * i + 2] - a[4 * i]) / 3;
				for (int i = 0; i < 3; i++)
					for (int j = 0; j < 3; j++) {
						double go = c[i] / 4. *
						    ((1 - mu) * c[j] / 3. /
						    (1 + exp(f[i] - f[j])) +
						    mu / 2);
						if (i == j || c[i] == 0)
							continue;
						stay -= go;
						next[x - (i == 0) + (j == 0)]
						    [y - (i == 1) + (j == 1)]
						    += go * now[x][y];
					}
				next[x][y] += stay * now[x][y];
			}
		memcpy(now, next, sizeof(now));
	}
	for (int x = 0; x < 5; x++)
		for (int y = 0; x + y < 5; y++) {
			mean[0] += now[x][y] * x / 4;
			mean[1] += now[x][y] * y / 4;
			mean[2] += now[x][y] * (4 - x - y) / 4;
		}
}

START_TEST(three_strategies_by_power_iteration)
{
	static const double cost[] = { 3, 0, 3, 5, 1, 1.4, 2.92, .82, 2.92 };
	struct dt_process p = process(DT_PROCESS_FERMI, cost, 3, 4);
	struct dt_composition c = solve(&p, .1);
	double mean[3] = { 0 };
	iterate(cost, .1, mean);
	ck_assert_uint_eq(c.states, 15);
	for (size_t j = 0; j < 3; j++)
		ck_assert_double_eq_tol(c.mean[j], mean[j], 1e-12);
}
END_TEST

/* Rare mutations: the chain tends to the limit, at Z = 20 .9999961 against
 * .9999977 for mutation 1e-6; for three strategies and all processes too. */
START_TEST(rare_mutations_tend_to_their_limit)
{
	static const double cost[] = { 3, 0, 3, 5, 1, 1.4, 2.92, .82, 2.92 };
	struct dt_fixation f;
	struct dt_process p = process(DT_PROCESS_FERMI, reciprocity, 2, 20);
	ck_assert_double_eq_tol(solve(&p, 1e-6).mean[0], .9999961, 5e-8);
	ck_assert_int_eq(dt_fixation_find(&p, NULL, &arena, &f, &error),
	    DT_OK);
	ck_assert_double_eq_tol(f.share[0], .9999977, 5e-8);
	for (size_t r = 0; r < 4; r++) {
		p = process(rules[r], cost, 3, 8);
		ck_assert_int_eq(dt_fixation_find(&p, NULL, &arena, &f,
		    &error), DT_OK);
		ck_assert(f.off < 1e-12);
		struct dt_composition c = solve(&p, 1e-7);
		for (size_t j = 0; j < 3; j++) {
			ck_assert_double_eq_tol(c.mean[j], f.share[j], 2e-5);
			ck_assert_double_eq_tol(c.alone[j], f.share[j], 2e-5);
		}
	}
}
END_TEST

/* ---- played out ---- */

static void
simulate(const struct dt_process *p, int threads,
    struct dt_simulate_fixation entries[4], double share[2], double error_of[2])
{
	struct dt_simulate_request q = { .process = p, .seed = 5,
		.runs = 3000, .generations = 100, .threads = threads };
	if (p->mutation > 0) {
		q.runs = 200;
		ck_assert_int_eq(dt_simulate_shares(&q, share, error_of,
		    &error), DT_OK);
	} else
		ck_assert_int_eq(dt_simulate_fixations(&q, entries, &error),
		    DT_OK);
}

/* Exact chances are within four standard errors of what was played, and one
 * thread plays what three play. */
START_TEST(played_out_it_comes_to_the_same)
{
	static const double hunt[] = { 2, 1, 1.5, 1.2 };
	struct dt_network ring, grid;
	ck_assert_int_eq(dt_network_ring(8, &arena, &ring, &error), DT_OK);
	ck_assert_int_eq(dt_network_lattice(9, &arena, &grid, &error), DT_OK);
	for (size_t r = 0; r < 6; r++) {
		struct dt_simulate_fixation one[4], three[4];
		double logs[10];
		struct dt_process p = process(rules[r < 4 ? r : 3], hunt, 2,
		    r == 5 ? 9 : 8);
		p.network = r == 4 ? &ring : r == 5 ? &grid : NULL;
		simulate(&p, 1, one, NULL, NULL);
		simulate(&p, 3, three, NULL, NULL);
		ck_assert_int_eq(dt_fixation_all(&p, 0, 1, NULL, logs,
		    &error), DT_OK);
		ck_assert_double_eq(one[2].chance, three[2].chance);
		ck_assert_int_eq(one[2].ended, 3000);
		ck_assert_double_eq_tol(one[2].chance, exp(logs[1]),
		    4 * one[2].error);
	}
}
END_TEST

START_TEST(played_out_with_mutation_too)
{
	static const double hunt[] = { 2, 1, 1.5, 1.2 };
	for (size_t r = 0; r < 4; r++) {
		double share[2], off[2], again[2];
		struct dt_process p = process(rules[r], hunt, 2, 8);
		struct dt_composition c = solve(&p, .1);
		simulate(&p, 2, NULL, share, off);
		simulate(&p, 1, NULL, again, off);
		ck_assert_double_eq(share[0], again[0]);
		ck_assert_double_eq_tol(share[0], c.mean[0], 4 * off[0]);
	}
}
END_TEST

/* ---- what is refused ---- */

static void
refused(struct dt_process *p, const char *word)
{
	ck_assert_int_eq(dt_process_check(p, &error), DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(error.message, word));
}

START_TEST(what_cannot_be_is_refused_with_words)
{
	static const double zero[] = { 3, 0, 5, 1 };
	struct dt_process p = process(DT_PROCESS_FERMI, zero, 2, 1);
	struct dt_composition c;
	refused(&p, "meets nobody");
	p = process(DT_PROCESS_DEATH_BIRTH, zero, 2, 2);
	refused(&p, "3 at least");
	p = process(DT_PROCESS_MORAN, zero, 2, 10);
	p.map = DT_PROCESS_PAYOFF;
	refused(&p, "above 0");
	p.background = 1;
	ck_assert_int_eq(dt_process_check(&p, &error), DT_OK);
	p = process(DT_PROCESS_FERMI, zero, 2, 10);
	ck_assert_int_eq(dt_composition_solve(&p, NULL, &arena, &c, &error),
	    DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(error.message, "without mutation"));
	p = process(DT_PROCESS_FERMI, equal, 5, 1000);
	p.mutation = .1;
	ck_assert_int_eq(dt_composition_solve(&p, NULL, &arena, &c, &error),
	    DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(error.message, "--simulate"));
}
END_TEST

START_TEST(one_strategy_has_nothing_to_evolve_to)
{
	struct dt_evolve e;
	struct dt_evolve_request q = { .dynamics = { .fitness = &fitness },
		.threads = 1, .unit = "payoff" };
	dt_fitness_pairs(&fitness, 1, names, equal);
	ck_assert_int_eq(dt_evolve_find(&q, &arena, &e, &error), DT_EUSAGE);
	ck_assert_ptr_nonnull(strstr(error.message, "one strategy"));
}
END_TEST

/* Files of graphs: a line that is none, one twice, one apart. */
START_TEST(graphs_that_are_none_are_refused_with_their_line)
{
	static const char *const files[][2] = { { "1 2\n2 x\n", "g:2:1" },
		{ "1 2\n2 3\n3 2\n", "twice" }, { "1 2\n3 4\n", "1 to 3" },
		{ "1 1\n", "g:1:1" }, { "1 2 3\n", "g:1:1" }, { "", "3" },
		{ "1 2\n0 2\n", "g:2:1" } };
	for (size_t k = 0; k < sizeof(files) / sizeof(files[0]); k++) {
		struct dt_network w;
		struct dt_source source = { "g", files[k][0],
			strlen(files[k][0]) };
		ck_assert_int_eq(dt_network_read(&source, &arena, &w, &error),
		    DT_EINPUT);
		ck_assert_msg(strstr(error.message, files[k][1]) != NULL,
		    "%s: %s", files[k][0], error.message);
	}
}
END_TEST

static void
add(TCase *t, const TTest *const *tests)
{
	for (; *tests != NULL; tests++)
		tcase_add_test(t, *tests);
}

int
main(void)
{
	Suite *suite = suite_create("population");
	TCase *tests = tcase_create("population");
	const TTest *const all[] = { nobody_meets_itself,
		a_strategy_that_nobody_plays_has_no_fitness,
		groups_are_drawn_from_the_others,
		two_of_a_group_are_as_by_counts,
		large_groups_of_large_populations_do_not_overflow,
		without_differences_each_takes_over_as_often,
		without_differences_so_it_is_on_graphs,
		tit_for_tat_takes_over_as_published,
		two_chances_are_as_the_product_of_steps,
		a_ring_is_as_by_all_its_states,
		a_complete_graph_is_as_all_meeting_all,
		weak_selection_is_the_slope_of_the_chance,
		rings_favour_donations_from_the_published_ratio,
		lines_of_descent_give_the_same_threshold,
		at_the_threshold_weak_selection_is_neutral,
		one_third_law, strong_selection_ends_in_logarithms,
		two_of_wright_fisher_by_hand, the_chain_is_as_by_products,
		tit_for_tat_with_mutation_as_derived,
		a_changed_mutation_rate_counts, two_members_by_hand,
		the_chain_goes_where_more_is_earned,
		three_strategies_by_power_iteration,
		rare_mutations_tend_to_their_limit,
		played_out_it_comes_to_the_same, played_out_with_mutation_too,
		what_cannot_be_is_refused_with_words,
		one_strategy_has_nothing_to_evolve_to,
		graphs_that_are_none_are_refused_with_their_line, NULL };
	tcase_add_checked_fixture(tests, NULL, finish);
	add(tests, all);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
