/*
 * lanes_stage: which rounds to count for the payoffs of the stage game.
 *
 * A payoff over a run is a sum of counts times amounts. Played in pairs it
 * needs how often each raced and how often each two raced together; by number
 * of racers, how often there were so many, and raced oneself; any other table,
 * how often each set of agents raced.
 */
#include "lanes/lanes_draft.h"

static uint32_t
both(struct dt_lanes_draft *d, uint32_t a, uint32_t b)
{
	return dt_lanes_and(&d->c, a, b);
}

static uint32_t
but(struct dt_lanes_draft *d, uint32_t a, uint32_t b)
{
	return dt_lanes_and(&d->c, a, dt_lanes_not(b));
}

void
dt_lanes_owe(struct dt_lanes_draft *d, struct dt_lanes_flow *flow,
    uint32_t wire, double amount)
{
	struct dt_lanes_circuit *c = &d->c;
	if (amount == 0 || wire == DT_LANES_NO)
		return;
	uint32_t counter = dt_lanes_count(c, wire);
	for (size_t k = flow->n.n; k > 0; k--)
		if (flow->weights[k - 1].counter == counter) {
			flow->weights[k - 1].amount += amount;
			return;
		}
	if (dt_lanes_grow(c, &flow->weights, &flow->n,
	    sizeof(*flow->weights)))
		flow->weights[flow->n.n++] =
		    (struct dt_lanes_weight){ counter, amount };
}

/* R + (S - R) other + (T - R) own + (R - S - T + P) own other. */
static void
pay_pairs(struct dt_lanes_draft *d, size_t i)
{
	const struct dt_payoff *pay = &d->m->payoff;
	const struct dt_payoff_matrix *m = &pay->matrix[i];
	struct dt_lanes_flow *flow = &d->p->account[i].stage;
	double together = m->reward - m->sucker - m->temptation +
	    m->punishment;
	for (size_t j = 0; j < d->m->n; j++) {
		double share = pay->share[i * d->m->n + j];
		if (share == 0)
			continue;
		dt_lanes_owe(d, flow, d->alive, share * m->reward);
		dt_lanes_owe(d, flow, d->agent[j].raced,
		    share * (m->sucker - m->reward));
		dt_lanes_owe(d, flow, d->agent[i].raced,
		    share * (m->temptation - m->reward));
		dt_lanes_owe(d, flow, both(d, d->agent[i].raced,
		    d->agent[j].raced), share * together);
	}
}

/* Whether the table depends on one's own move and the number of racers. */
static bool
is_by_number(const struct dt_payoff *pay)
{
	size_t n = pay->n;
	for (uint64_t set = 0; set <= dt_move_all(n); set++)
		for (size_t i = 0; i < n; i++) {
			bool own = dt_move_has(set, i);
			size_t others = dt_move_count(set) - own;
			uint64_t like = dt_move_all(others + (others > i));
			like = (like & ~dt_move_bit(i)) |
			    (uint64_t)own << i;
			if (pay->table[set * n + i] !=
			    pay->table[like * n + i])
				return false;
		}
	return true;
}

/* The payoff of agent i that races or not, with so many others. */
static double
by_number(const struct dt_payoff *pay, size_t i, bool own, size_t others)
{
	uint64_t set = dt_move_all(others + (others > i)) & ~dt_move_bit(i);
	set |= (uint64_t)own << i;
	return pay->table[set * pay->n + i];
}

static void
pay_by_number(struct dt_lanes_draft *d)
{
	struct dt_lanes_circuit *c = &d->c;
	const struct dt_payoff *pay = &d->m->payoff;
	size_t n = d->m->n;
	uint32_t raced[DT_AGENTS_MOST] = { 0 };
	for (size_t i = 0; i < n; i++)
		raced[i] = d->agent[i].raced;
	struct dt_lanes_number racers = dt_lanes_sum(c, raced, n);
	for (size_t k = 0; k <= n; k++) {
		uint32_t so_many = both(d, d->alive,
		    dt_lanes_equals(c, &racers, k));
		for (size_t i = 0; i < n; i++) {
			struct dt_lanes_flow *flow =
			    &d->p->account[i].stage;
			uint32_t own = both(d, so_many, d->agent[i].raced);
			if (k > 0)
				dt_lanes_owe(d, flow, own,
				    by_number(pay, i, true, k - 1));
			if (k < n)
				dt_lanes_owe(d, flow, but(d, so_many, own),
				    by_number(pay, i, false, k));
		}
	}
}

/* One wire for each set of racers among the first agents. */
static void
pay_by_set(struct dt_lanes_draft *d, size_t agents, uint64_t set,
    uint32_t wire)
{
	size_t n = d->m->n;
	if (agents < n) {
		uint32_t raced = d->agent[agents].raced;
		pay_by_set(d, agents + 1, set, but(d, wire, raced));
		pay_by_set(d, agents + 1, set | dt_move_bit(agents),
		    both(d, wire, raced));
		return;
	}
	for (size_t i = 0; i < n; i++)
		dt_lanes_owe(d, &d->p->account[i].stage, wire,
		    d->m->payoff.table[set * n + i]);
}

void
dt_lanes_stage(struct dt_lanes_draft *d)
{
	if (d->m->payoff.matrix != NULL)
		for (size_t i = 0; i < d->m->n; i++)
			pay_pairs(d, i);
	else if (is_by_number(&d->m->payoff))
		pay_by_number(d);
	else
		pay_by_set(d, 0, 0, d->alive);
}
