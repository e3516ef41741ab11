/*
 * comply_play_arm: which departures are drawn from which class, and what was
 * drawn.
 */
#include "comply/comply_play_arm.h"

#include <math.h>

#include "base/memory.h"
#include "base/number.h"

/* Draws of the first look. */
enum { FIRST = 8, START = 16 };

static unsigned
bit(int part)
{
	return 1u << part;
}

/* Parts for which departures of one round are judged. A plan's are its own.
 * After its own notice they belong to what withdrawing is worth; who would
 * withdraw while another's notice runs is not asked. */
static unsigned
parts_of(const struct dt_comply_play_class *c,
    enum dt_chain_departure departure)
{
	bool leaves = departure == DT_CHAIN_WITHDRAW;
	if (c->notice == DT_COMPLY_PLAY_OWN)
		return leaves ? 0 : bit(c->where.party ?
		    DT_COMPLY_PLAY_NOTICE : DT_COMPLY_PLAY_OUT);
	if (departure == DT_CHAIN_HOLD)
		return bit(DT_COMPLY_CREDIBLE) | (c->where.party ? 0 :
		    bit(DT_COMPLY_PLAY_OUT));
	if (c->expected)
		return bit(leaves ? DT_COMPLY_STAYED : DT_COMPLY_KEPT);
	if (c->notice == DT_COMPLY_PLAY_RUNS && leaves)
		return 0;
	if (c->notice != DT_COMPLY_PLAY_NOBODYS)
		return bit(DT_COMPLY_CREDIBLE);
	return bit(DT_COMPLY_CREDIBLE) | bit(leaves ? DT_COMPLY_PLAY_LEAVES :
	    DT_COMPLY_PLAY_AGAIN);
}

double
dt_comply_play_arm_scale(const struct dt_comply_model *m)
{
	double most = 0, room[DT_AGENTS_MOST];
	uint64_t all = dt_move_all(m->model.n);
	for (uint64_t set = m->signers; set != 0; set &= set - 1) {
		size_t i = dt_move_first(set);
		const uint64_t moves[] = { 0, all, dt_move_bit(i),
		    all & ~dt_move_bit(i) };
		for (size_t k = 0; k < 4; k++)
			most = dt_number_max(most, fabs(dt_payoff_of(
			    &m->model.payoff, moves[k], room)[i]));
	}
	return most;
}

static struct dt_comply_play_arm *
add(struct dt_comply_play_arms *a, size_t agent,
    const struct dt_comply_play_class *c,
    const struct dt_comply_play_plan *plan)
{
	if (!dt_memory_reserve(&a->all, &a->room, a->n + 1,
	    sizeof(*a->all)))
		return NULL;
	struct dt_comply_play_arm *one = &a->all[a->n++];
	*one = (struct dt_comply_play_arm){ .agent = agent, .class = c,
	    .kept = -1, .plan = plan, .next = FIRST };
	return one;
}

static void
ask(struct dt_comply_play_arms *a, struct dt_comply_play_arm *one, int k,
    enum dt_chain_departure departure, unsigned parts)
{
	one->cell[k] = (struct dt_comply_play_cell){ .departure = departure,
	    .rare = a->scale,
	    .parts = parts & (unsigned)a->parts, .mean = NAN, .error = NAN };
	one->cell[k].asked = one->cell[k].parts != 0;
	a->n_cells += one->cell[k].asked;
}

/* In grace racing is judged, though it is no breach; what all see is not. */
static bool
add_moves(struct dt_comply_play_arms *a, const struct dt_comply_play_class *c)
{
	bool pauses = c->where.party && c->where.phase == DT_PHASE_IN_FORCE;
	enum dt_chain_departure first = pauses ? DT_CHAIN_SECRET :
	    DT_CHAIN_HOLD;
	if ((parts_of(c, first) & (unsigned)a->parts) == 0)
		return true;
	struct dt_comply_play_arm *one = add(a, c->agent, c, NULL);
	if (one == NULL)
		return false;
	ask(a, one, 0, first, parts_of(c, first));
	if (!pauses || !c->binds)
		return true;
	ask(a, one, 1, DT_CHAIN_OPEN, parts_of(c, DT_CHAIN_OPEN));
	ask(a, one, 2, DT_CHAIN_REFUSE, parts_of(c, DT_CHAIN_REFUSE));
	return true;
}

/* Notice can be given by a party that has not, where it may be; racing is a
 * departure of one that is in force. */
static bool
is_open(const struct dt_comply_play_class *c,
    const struct dt_comply_play_plan *p, const struct dt_terms *t)
{
	if (p->never_signs || !c->where.party || c->where.notified)
		return false;
	if ((p->leaves || p->leaves_found) && !t->may_withdraw)
		return false;
	return p->as == DT_CHAIN_WITHDRAW ||
	    c->where.phase == DT_PHASE_IN_FORCE;
}

static bool
add_plans(struct dt_comply_play_arms *a, const struct dt_comply_play_class *c,
    const struct dt_terms *t)
{
	for (size_t k = 0; k < dt_comply_play_plans_n; k++) {
		const struct dt_comply_play_plan *p = &dt_comply_play_plans[k];
		bool one_round = k == 0;
		unsigned parts = one_round ? parts_of(c, p->as) : p->parts;
		if (!is_open(c, p, t) || (!c->expected && !one_round) ||
		    (parts & (unsigned)a->parts) == 0)
			continue;
		struct dt_comply_play_arm *one = add(a, c->agent, c, p);
		if (one == NULL)
			return false;
		ask(a, one, 0, p->as, parts);
	}
	return true;
}

/* From the start: not to sign; what complying is worth comes with it. */
static bool
add_start(struct dt_comply_play_arms *a, size_t agent)
{
	for (size_t k = 0; k < dt_comply_play_plans_n; k++) {
		const struct dt_comply_play_plan *p = &dt_comply_play_plans[k];
		if (!p->never_signs)
			continue;
		struct dt_comply_play_arm *one = add(a, agent, NULL, p);
		if (one == NULL)
			return false;
		ask(a, one, 0, p->as, p->parts);
		one->next *= START;
	}
	return true;
}

/* With what bounds plans that are of them; STAYED asks what KEPT does. */
static int
parts_for(int asked)
{
	if (asked & (1 << DT_COMPLY_KEPT | 1 << DT_COMPLY_STAYED))
		asked |= 1 << DT_COMPLY_PLAY_AGAIN;
	if (asked & 1 << DT_COMPLY_STAYED)
		asked |= 1 << DT_COMPLY_PLAY_LEAVES |
		    1 << DT_COMPLY_PLAY_NOTICE | 1 << DT_COMPLY_PLAY_OUT |
		    1 << DT_COMPLY_PLAY_LATER;
	return asked;
}

bool
dt_comply_play_arm_make(struct dt_comply_play_arms *a,
    const struct dt_comply_model *m)
{
	const struct dt_comply_play_classes *c = a->classes;
	a->parts = parts_for(a->parts);
	for (uint64_t set = c->judged; set != 0; set &= set - 1)
		if (!add_start(a, dt_move_first(set)))
			return false;
	for (size_t k = 0; k < c->n; k++)
		if (!add_moves(a, &c->all[k]) ||
		    !add_plans(a, &c->all[k], &m->model.terms))
			return false;
	return true;
}

static void
add_cell(struct dt_comply_play_cell *c, double worth)
{
	c->n++;
	c->sum += worth;
	c->squares += worth * worth;
	double n = (double)c->n;
	c->mean = c->sum / n;
	c->error = n < 2 ? NAN : hypot(c->rare / n, sqrt(dt_number_max(
	    c->squares / n - c->mean * c->mean, 0) / (n - 1)));
}

void
dt_comply_play_arm_add(struct dt_comply_play_arm *arm,
    const struct dt_comply_play_drawn *d, bool whole)
{
	for (int k = 0; k < DT_COMPLY_PLAY_CELLS; k++)
		if (arm->cell[k].asked)
			add_cell(&arm->cell[k], d->worth[k]);
	arm->n++;
	arm->work += d->work;
	if (!whole)
		return;
	arm->valued++;
	arm->value += d->value;
	arm->squares += d->value * d->value;
	arm->norm += d->norm;
}

/* One arm for each state that its class keeps. */
bool
dt_comply_play_arm_split(struct dt_comply_play_arms *a, size_t k, int64_t draws)
{
	const struct dt_comply_play_class *c = a->all[k].class;
	for (size_t s = 0; s < c->n; s++) {
		if (add(a, c->agent, c, a->all[k].plan) == NULL)
			return false;
		struct dt_comply_play_arm *one = &a->all[a->n - 1];
		one->kept = (int)s;
		one->next = draws;
		one->work = a->all[k].work / (double)a->all[k].n;
		for (int j = 0; j < DT_COMPLY_PLAY_CELLS; j++)
			if (a->all[k].cell[j].asked)
				ask(a, one, j, a->all[k].cell[j].departure,
				    a->all[k].cell[j].parts);
	}
	a->all[k].split = true;
	a->all[k].next = 0;
	return true;
}
