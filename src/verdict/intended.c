/* intended: see intended.h. */
#include "verdict/intended.h"

#include <string.h>

static double
chance_of(const struct dt_model *m, uint64_t slipped)
{
	double chance = 1;
	for (size_t i = 0; i < m->n; i++)
		chance *= dt_move_has(slipped, i) ? m->slip_chance :
		    1 - m->slip_chance;
	return chance;
}

static void
sum_table(const struct dt_model *m, uint64_t racers, double *payoff)
{
	uint64_t all = m->slip_chance > 0 ? (uint64_t)1 << m->n : 1;
	for (uint64_t slipped = 0; slipped < all; slipped++) {
		double chance = chance_of(m, slipped);
		const double *u =
		    dt_payoff_of(&m->payoff, racers ^ slipped, NULL);
		for (size_t i = 0; i < m->n; i++)
			payoff[i] += chance * u[i];
	}
}

static double
race_chance(const struct dt_model *m, uint64_t racers, size_t i)
{
	return dt_move_has(racers, i) ? 1 - m->slip_chance : m->slip_chance;
}

static void
sum_pairs(const struct dt_model *m, uint64_t racers, double *payoff)
{
	for (size_t i = 0; i < m->n; i++) {
		const struct dt_payoff_matrix *u = &m->payoff.matrix[i];
		double x = race_chance(m, racers, i);
		double pause = x * u->temptation + (1 - x) * u->reward;
		double race = x * u->punishment + (1 - x) * u->sucker;
		for (size_t j = 0; j < m->n; j++) {
			double y = race_chance(m, racers, j);
			payoff[i] += m->payoff.share[i * m->n + j] *
			    (y * race + (1 - y) * pause);
		}
	}
}

void
dt_intended_payoffs(const struct dt_model *m, uint64_t racers, double *payoff)
{
	memset(payoff, 0, m->n * sizeof(*payoff));
	if (m->payoff.table != NULL)
		sum_table(m, racers, payoff);
	else
		sum_pairs(m, racers, payoff);
}

/* Two profiles that only agent i's move tells apart, mixed. */
static void
mix(const struct dt_model *m, double *a, double *b)
{
	double e = m->slip_chance;
	for (size_t k = 0; k < m->n; k++) {
		double x = a[k], y = b[k];
		a[k] = (1 - e) * x + e * y;
		b[k] = (1 - e) * y + e * x;
	}
}

void
dt_intended_table(const struct dt_model *m, double *table)
{
	size_t n = m->n, all = (size_t)1 << n;
	for (uint64_t s = 0; s < all; s++) {
		const double *u =
		    dt_payoff_of(&m->payoff, s, &table[s * n]);
		if (u != &table[s * n])
			memcpy(&table[s * n], u, n * sizeof(*u));
	}
	for (size_t i = 0; i < n && m->slip_chance > 0; i++)
		for (uint64_t s = 0; s < all; s++)
			if (!dt_move_has(s, i))
				mix(m, &table[s * n],
				    &table[(s | dt_move_bit(i)) * n]);
}

struct dt_monitor_rates
dt_intended_rates(struct dt_monitor_rates executed, double slip)
{
	double margin = 1 - executed.miss - executed.false_alarm;
	return (struct dt_monitor_rates){
		.miss = executed.miss + slip * margin,
		.false_alarm = executed.false_alarm + slip * margin };
}

struct dt_monitor_signal
dt_intended_both(struct dt_monitor_signal s, double slip)
{
	for (int k = 0; k < 2; k++)
		s.in[k] = dt_intended_rates(s.in[k], slip);
	return s;
}

struct dt_monitor_signal
dt_intended_signal(const struct dt_model *m, size_t i)
{
	bool party = m->terms.exists && dt_move_has(m->terms.open_to, i);
	struct dt_monitor_signal s = party ? m->terms.monitor.public :
	    m->base.public;
	if (m->terms.exists)
		s.blind = m->terms.monitor.public.blind;
	return dt_intended_both(s, m->slip_chance);
}
