/*
 * chain_reward: what a state pays and counts in the mean of its next round.
 *
 * All of it is linear in the outcomes, so it is added up once the moves are
 * known, findings and fines by their chances; the branches of signals and
 * coins need not carry it. Flows are those of world.c.
 */
#include "engine/chain_internal.h"

static void
add(struct dt_chain_draw *d, size_t place, enum dt_chain_kind kind,
    double amount)
{
	const struct dt_chain *c = d->chain;
	size_t class = c->class[place];
	d->reward[DT_CHAIN_HEAD + class * c->kinds + kind] +=
	    amount / (double)(c->first[class + 1] - c->first[class]);
}

void
dt_chain_reward_stops(struct dt_chain_draw *d,
    const struct dt_chain_piece *piece, double chance)
{
	add(d, piece->place, DT_CHAIN_STOPPED, chance * piece->count);
}

/* The fine that a finding, or none, brings in the mean. */
static double
mean_fine(struct dt_chain_draw *d, uint32_t seat, bool found)
{
	const struct dt_chain_response *r =
	    dt_chain_seat_respond(d->chain, seat, found);
	if (r != NULL)
		return r->chance * r->fine[1] + (1 - r->chance) * r->fine[0];
	d->chain->walk.failed = DT_ENOMEM;
	return 0;
}

/* A bound party: its breach, what is found, what it is fined. */
static void
add_bound(struct dt_chain_draw *d, const struct dt_chain_piece *piece,
    double weight)
{
	double found = weight * dt_chain_alarm_found(d, piece);
	double fine = found * mean_fine(d, piece->seat, true);
	if (piece->raced)
		add(d, piece->place, DT_CHAIN_BREACHES, weight * piece->count);
	add(d, piece->place, piece->raced ? DT_CHAIN_RIGHT : DT_CHAIN_WRONG,
	    found * piece->count);
	for (size_t k = 0; k < piece->count; k++)
		d->fine[piece->place + k] += fine;
}

static void
add_piece(struct dt_chain_draw *d, const struct dt_chain_piece *piece,
    const double *stage, const double *won, double weight)
{
	const struct dt_chain *c = d->chain;
	size_t agent = c->order[piece->place];
	for (size_t k = 0; k < piece->count; k++)
		add(d, piece->place, DT_CHAIN_PAYOFF,
		    weight * (stage[c->order[piece->place + k]] +
		    won[c->order[piece->place + k]]));
	if (!piece->raced)
		add(d, piece->place, DT_CHAIN_PAUSED, weight * piece->count);
	if (piece->raced && d->clock.phase == DT_PHASE_IN_FORCE &&
	    dt_move_has(d->parties, agent) &&
	    dt_chain_automaton(c, c->class[piece->place])->deceives)
		add(d, piece->place, DT_CHAIN_FALSE, weight * piece->count);
	if (dt_move_has(d->bound, agent))
		add_bound(d, piece, weight);
}

void
dt_chain_reward_moves(struct dt_chain_draw *d, double weight)
{
	const struct dt_chain *c = d->chain;
	double room[DT_AGENTS_MOST], won[DT_AGENTS_MOST] = { 0 };
	uint64_t executed = 0;
	for (size_t i = 0; i < d->pieces[2]; i++) {
		const struct dt_chain_piece *piece = &d->piece[2][i];
		for (size_t k = 0; piece->raced && k < piece->count; k++)
			executed |= dt_move_bit(c->order[piece->place + k]);
	}
	const double *stage = dt_payoff_of(&c->model->payoff, executed, room);
	if (dt_chain_contest(c))
		dt_chain_contest_pay(d, executed, won);
	if (executed == 0)
		d->reward[DT_CHAIN_ALL_PAUSED] += weight;
	if (d->breach)
		d->reward[DT_CHAIN_ANY_BREACH] += weight;
	for (size_t i = 0; i < d->pieces[2]; i++)
		add_piece(d, &d->piece[2][i], stage, won, weight);
}

/* Shares what an agent paid among the parties but itself. */
static void
share_out(const struct dt_chain_draw *d, size_t payer, double amount,
    double *transfer)
{
	uint64_t others = d->parties & ~dt_move_bit(payer);
	if (!d->chain->model->terms.shared || others == 0)
		return;
	double each = amount / (double)dt_move_count(others);
	for (uint64_t set = others; set != 0; set &= set - 1)
		transfer[dt_move_first(set)] += each;
}

static void
add_transfers(const struct dt_chain_draw *d, double *transfer)
{
	const struct dt_terms *t = &d->chain->model->terms;
	for (size_t p = 0; p < d->chain->n; p++) {
		size_t agent = d->chain->order[p];
		share_out(d, agent, d->fine[p], transfer);
		if (dt_move_has(d->parties, agent))
			continue;
		transfer[agent] -= t->tariff;
		share_out(d, agent, t->tariff, transfer);
	}
	for (size_t k = 0; k < t->n_transfers; k++) {
		const struct dt_terms_transfer *one = &t->transfers[k];
		if (!dt_move_has(d->parties, one->from) ||
		    !dt_move_has(d->parties, one->to))
			continue;
		transfer[one->from] -= one->amount;
		transfer[one->to] += one->amount;
	}
}

/* Once all moves are through: what the treaty in force moves about. */
void
dt_chain_reward_close(struct dt_chain_draw *d)
{
	const struct dt_chain *c = d->chain;
	double transfer[DT_AGENTS_MOST] = { 0 };
	if (d->clock.phase != DT_PHASE_IN_FORCE)
		return;
	add_transfers(d, transfer);
	for (size_t p = 0; p < c->n; p++) {
		size_t agent = c->order[p];
		bool party = dt_move_has(d->parties, agent);
		double cost = party ? c->model->terms.cost : 0;
		add(d, p, DT_CHAIN_PARTY, party);
		add(d, p, DT_CHAIN_FINES, 0 - d->fine[p]);
		add(d, p, DT_CHAIN_TRANSFERS, transfer[agent]);
		add(d, p, DT_CHAIN_PAYOFF,
		    transfer[agent] - d->fine[p] - cost);
	}
}
