/*
 * coalition_treaty: the coalitions of a treaty in a scenario; see coalition.h.
 *
 * First a table over all profiles of intended moves: what a round pays on
 * average once moves have slipped and nations have stopped their labs. Both
 * act on one agent at a time, so each is one pass over the table. The table
 * stands in for the payoffs of the model, and dt_world_pay does the rest.
 */
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "engine/world.h"
#include "repeat/coalition.h"

struct maker {
	const struct dt_model *model;
	struct dt_model averaged;       /* the same, paying by the table */
	double *table;                  /* [racers * n + agent] */
	uint32_t *envy;                 /* by racers: who gains by another
	                                 * move */
	struct dt_coalition *out;
	enum dt_coalition_outsiders outsiders;
	struct dt_round round;          /* room */
};

/* row = (1 - chance) row + chance other. */
static void
blend(double *row, const double *other, double chance, size_t n)
{
	for (size_t k = 0; k < n; k++)
		row[k] += chance * (other[k] - row[k]);
}

/* A lab's race is stopped with the enforcement of a host that pauses. */
static void
stop_lab(const struct maker *m, size_t lab)
{
	size_t n = m->model->n;
	int host = m->model->agents[lab].host;
	if (host < 0 || m->model->agents[host].enforcement == 0)
		return;
	double chance =
	    dt_random_chance(m->model->agents[host].enforcement);
	for (size_t r = 0; r < (size_t)1 << n; r++)
		if (dt_move_has(r, lab) && !dt_move_has(r, (size_t)host))
			blend(m->table + r * n,
			    m->table + (r ^ dt_move_bit(lab)) * n, chance, n);
}

/* Each of the two rows of an agent's moves becomes a mix of both. */
static void
let_slip(const struct maker *m, size_t agent, double chance)
{
	size_t n = m->model->n;
	for (size_t r = 0; r < (size_t)1 << n; r++) {
		if (dt_move_has(r, agent))
			continue;
		double *pause = m->table + r * n;
		double *race = m->table + (r | dt_move_bit(agent)) * n;
		for (size_t k = 0; k < n; k++) {
			double apart = chance * (race[k] - pause[k]);
			pause[k] += apart;
			race[k] -= apart;
		}
	}
}

static void
fill_table(const struct maker *m)
{
	size_t n = m->model->n;
	double room[DT_AGENTS_MOST];
	for (size_t r = 0; r < (size_t)1 << n; r++)
		memcpy(m->table + r * n,
		    dt_payoff_of(&m->model->payoff, r, room),
		    n * sizeof(*m->table));
	for (size_t i = 0; i < n; i++)
		stop_lab(m, i);
	for (size_t i = 0; m->model->slip_chance > 0 && i < n; i++)
		let_slip(m, i, m->model->slip_chance);
}

static void
fill_envy(const struct maker *m)
{
	size_t n = m->model->n;
	for (size_t r = 0; r < (size_t)1 << n; r++) {
		uint32_t envy = 0;
		for (size_t i = 0; i < n; i++) {
			double here = m->table[r * n + i];
			double there =
			    m->table[(r ^ dt_move_bit(i)) * n + i];
			if (there > here + 1e-9 * (1 + fabs(here)))
				envy |= (uint32_t)1 << i;
		}
		m->envy[r] = envy;
	}
}

/* Who races when the members pause: the outsiders, or those who have not
 * found it better to pause. */
static uint32_t
racers(const struct maker *m, uint32_t members)
{
	uint32_t free = (uint32_t)dt_move_all(m->model->n) & ~members;
	uint32_t r = free, moves = 0;
	while (m->outsiders == DT_COALITION_REPLY && (m->envy[r] & free)) {
		if (moves++ == 8 * m->model->n) {
			m->out->cycles++;
			return free;
		}
		r ^= (uint32_t)1 << dt_move_first(m->envy[r] & free);
	}
	return r;
}

/* Chance of a finding about a move, in rounds of one kind: by the public
 * signal, or by enough private ones of the other parties. */
static double
found(const struct dt_model *m, int blind, int move, size_t parties)
{
	const struct dt_monitor_rates *open = &m->terms.monitor.public.in[blind];
	const struct dt_monitor_rates *own = &m->terms.monitor.private.in[blind];
	double alarm = move ? 1 - open->miss : open->false_alarm;
	double seen = move ? 1 - own->miss : own->false_alarm;
	double accused = m->terms.accusers > 0 &&
	    (int64_t)parties > m->terms.accusers ?
	    gsl_cdf_binomial_Q((unsigned)m->terms.accusers - 1, seen,
	    (unsigned)parties - 1) : 0;
	return alarm + (1 - alarm) * accused;
}

/* And that the treaty finds against one that means to pause. */
static double
finding(const struct dt_model *m, double raced, size_t parties)
{
	double c = m->terms.monitor.public.blind, chance = 0;
	for (int blind = 0; blind < 2; blind++)
		for (int move = 0; move < 2; move++)
			chance += (blind ? c : 1 - c) *
			    (move ? raced : 1 - raced) *
			    found(m, blind, move, parties);
	return chance;
}

/* What the ladder takes for a first strike, fine and bond. */
static double
first_strike(const struct dt_terms *terms)
{
	if (terms->n_rungs == 0 || terms->rungs[0].strikes > 1)
		return 0;
	const struct dt_terms_rung *rung = &terms->rungs[0];
	return dt_random_chance(rung->chance) *
	    (rung->fine + rung->bond * terms->bond);
}

/* A slip of a lab whose host means to pause may be stopped in time. */
static double
race_by_slip(const struct dt_model *m, size_t i, uint32_t intended)
{
	double slip = m->slip_chance;
	int host = m->agents[i].host;
	if (host < 0)
		return slip;
	double host_pauses = dt_move_has(intended, (size_t)host) ? slip :
	    1 - slip;
	return slip * (1 - host_pauses *
	    dt_random_chance(m->agents[host].enforcement));
}

static void
pay(struct maker *m, uint64_t parties, uint32_t intended, bool in_force)
{
	struct dt_round *r = &m->round;
	size_t n = m->model->n;
	double strike = first_strike(&m->model->terms);
	r->phase = in_force ? DT_PHASE_IN_FORCE : DT_PHASE_OPEN;
	r->parties = in_force ? parties : 0;
	r->executed = intended;
	memset(r->fine, 0, n * sizeof(r->fine[0]));
	for (uint64_t set = r->parties; strike > 0 && set; set &= set - 1) {
		size_t i = dt_move_first(set);
		r->fine[i] = -strike * finding(m->model,
		    race_by_slip(m->model, i, intended),
		    dt_move_count(parties));
	}
	dt_world_pay(&m->averaged, r);
}

/* The model's agents of a set of potential parties. */
static uint64_t
agents_of(const struct dt_coalition *c, uint32_t set)
{
	uint64_t agents = 0;
	for (; set != 0; set &= set - 1)
		agents |= dt_move_bit(c->agent[dt_move_first(set)]);
	return agents;
}

static void
fill_coalitions(struct maker *m)
{
	struct dt_coalition *c = m->out;
	struct dt_terms others = m->model->terms;
	others.entry_parties = 0;
	uint32_t without = racers(m, 0);
	pay(m, 0, without, false);
	for (size_t i = 0; i < c->n; i++) {
		c->none[i] = m->round.payoff[c->agent[i]];
		if (m->envy[without] >> c->agent[i] & 1)
			c->restless |= (uint32_t)1 << i;
	}
	for (uint32_t set = 0; set < (uint32_t)1 << c->n; set++) {
		uint64_t parties = agents_of(c, set);
		c->may[set] = dt_terms_suffice(&others, parties);
		c->racers[set] = racers(m, (uint32_t)parties);
		pay(m, parties, c->racers[set], true);
		for (size_t i = 0; i < c->n; i++)
			c->pay[(size_t)set * c->n + i] =
			    m->round.payoff[c->agent[i]];
	}
}

/* Who joins at all; never who is not let in. */
static uint64_t
potential(const struct dt_model *m)
{
	uint64_t set = 0;
	for (size_t i = 0; i < m->n; i++)
		if (m->terms.joins[i] != 0)
			set |= dt_move_bit(i);
	return set;
}

static enum dt_status
make(struct maker *m, struct dt_error *err)
{
	struct dt_coalition *c = m->out;
	size_t n = m->model->n, k = 0;
	c->racers = dt_memory_new((size_t)1 << c->n, sizeof(*c->racers));
	m->table = dt_memory_new((size_t)1 << n, n * sizeof(*m->table));
	m->envy = dt_memory_new((size_t)1 << n, sizeof(*m->envy));
	if (c->racers == NULL || m->table == NULL || m->envy == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < n; i++)
		if (dt_move_has(potential(m->model), i))
			c->agent[k++] = i;
	c->outside = n - c->n;
	c->least = m->model->terms.entry_parties;
	c->tariff = m->model->terms.tariff;
	c->shared = m->model->terms.shared;
	fill_table(m);
	fill_envy(m);
	m->averaged.payoff.table = m->table;
	m->averaged.terms.tariff = 0;
	fill_coalitions(m);
	dt_memory_free(m->table);
	m->table = NULL;
	return dt_coalition_settle(c, err);
}

enum dt_status
dt_coalition_of_model(const struct dt_model *model,
    enum dt_coalition_outsiders outsiders, struct dt_coalition *c,
    struct dt_error *err)
{
	*c = (struct dt_coalition){ 0 };
	if (!model->terms.exists)
		return dt_status_fail(err, DT_EUSAGE, "the scenario has no "
		    "treaty to join; give one with --treaty");
	if (model->n > DT_COALITION_MOST)
		return dt_status_fail(err, DT_EUSAGE, "coalitions are worked "
		    "out for at most %d agents, here are %zu",
		    DT_COALITION_MOST, model->n);
	size_t n = dt_move_count(potential(model));
	if (n == 0)
		return dt_status_fail(err, DT_EUSAGE, "nobody would ever join "
		    "this treaty: it is open to none, or all whom it is open "
		    "to have joins 0");
	enum dt_status status = dt_coalition_new(c, n, err);
	if (status != DT_OK)
		return status;
	struct maker m = { .model = model, .averaged = *model, .out = c,
	    .outsiders = outsiders };
	status = make(&m, err);
	dt_memory_free(m.table);
	dt_memory_free(m.envy);
	if (status != DT_OK)
		dt_coalition_free(c);
	return status;
}
