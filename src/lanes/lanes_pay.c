/* lanes_pay: what is counted of a round, and what each count is worth. */
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

/* Fines are worked out from how often each rung was climbed. */
static void
count_fines(struct dt_lanes_draft *d, size_t i)
{
	const struct dt_terms *t = &d->m->terms;
	struct dt_lanes_circuit *c = &d->c;
	struct dt_lanes_account *account = &d->p->account[i];
	account->fired = dt_arena_new(c->arena, t->n_rungs,
	    sizeof(*account->fired));
	c->failed |= account->fired == NULL;
	for (size_t k = 0; !c->failed && k < t->n_rungs; k++)
		if (d->agent[i].fired != NULL && (t->rungs[k].fine != 0 ||
		    t->rungs[k].bond * t->bond != 0))
			account->fired[k] = dt_lanes_count(c, both(d,
			    d->agent[i].fired[k], d->alive));
}

/* What the outsiders pay is shared by the parties: with m of n, each gets
 * (n - m) / m of a tariff. */
static void
share_tariff(struct dt_lanes_draft *d)
{
	const struct dt_terms *t = &d->m->terms;
	struct dt_lanes_circuit *c = &d->c;
	size_t n = d->m->n;
	uint32_t paying[DT_AGENTS_MOST] = { 0 };
	for (size_t i = 0; i < n; i++)
		paying[i] = d->agent[i].paying;
	struct dt_lanes_number parties = dt_lanes_sum(c, paying, n);
	for (size_t m = 1; m < n; m++) {
		uint32_t so_many = dt_lanes_equals(c, &parties, m);
		for (size_t i = 0; i < n; i++)
			dt_lanes_owe(d, &d->p->account[i].transfer,
			    both(d, so_many, d->agent[i].paying),
			    t->tariff * (double)(n - m) / (double)m);
	}
}

static void
pay_transfers(struct dt_lanes_draft *d)
{
	const struct dt_terms *t = &d->m->terms;
	struct dt_lanes_account *account = d->p->account;
	for (size_t i = 0; i < d->m->n; i++) {
		dt_lanes_owe(d, &account[i].cost, d->agent[i].paying, -t->cost);
		if (t->tariff > 0)
			dt_lanes_owe(d, &account[i].transfer, but(d, d->paying,
			    d->agent[i].paying), -t->tariff);
	}
	if (t->tariff > 0 && t->shared)
		share_tariff(d);
	for (size_t k = 0; k < t->n_transfers; k++) {
		const struct dt_terms_transfer *one = &t->transfers[k];
		uint32_t wire = both(d, d->agent[one->from].paying,
		    d->agent[one->to].paying);
		dt_lanes_owe(d, &account[one->from].transfer, wire,
		    -one->amount);
		dt_lanes_owe(d, &account[one->to].transfer, wire, one->amount);
	}
}

/* Fines that are followed lane by lane: see lanes_share.c. */
static void
follow_fines(struct dt_lanes_draft *d)
{
	const struct dt_terms *t = &d->m->terms;
	size_t n = d->m->n, r = t->n_rungs;
	uint32_t *fired = dt_arena_new(d->c.arena, n * r + n, sizeof(*fired));
	d->c.failed |= fired == NULL;
	for (size_t i = 0; !d->c.failed && i < n * r + n; i++) {
		if (i >= n * r)
			fired[i] = d->agent[i - n * r].paying;
		else if (d->agent[i / r].fired != NULL)
			fired[i] = both(d, d->agent[i / r].fired[i % r],
			    d->alive);
		if (dt_lanes_grow(&d->c, &d->reads, &d->n_reads,
		    sizeof(*d->reads)))
			d->reads[d->n_reads.n++] = &fired[i];
	}
	d->p->fined = fired;
	d->p->fined_party = fired + n * r;
}

static bool
has_fines(const struct dt_terms *t)
{
	for (size_t k = 0; k < t->n_rungs; k++)
		if (t->rungs[k].fine != 0 || t->rungs[k].bond * t->bond != 0)
			return true;
	return false;
}

static void
count_agent(struct dt_lanes_draft *d, size_t i)
{
	const struct dt_lanes_agent *a = &d->agent[i];
	struct dt_lanes_account *account = &d->p->account[i];
	struct dt_lanes_circuit *c = &d->c;
	uint32_t breach = both(d, a->bound, a->raced);
	uint32_t finding = both(d, a->finding, d->alive);
	account->party = dt_lanes_count(c, a->paying);
	account->bound = dt_lanes_count(c, both(d, a->bound, d->alive));
	account->slips = dt_lanes_count(c, both(d, a->slipped, d->alive));
	account->stopped = dt_lanes_count(c, both(d, a->stopped,
	    d->alive));
	account->breaches = dt_lanes_count(c, breach);
	account->right = dt_lanes_count(c, both(d, finding, breach));
	account->wrong = dt_lanes_count(c, but(d, finding, breach));
	if (a->automaton->deceives)
		account->lies = dt_lanes_count(c, both(d, a->paying,
		    a->raced));
}

/* Until the first breach of anyone. */
static void
count_to_breach(struct dt_lanes_draft *d)
{
	struct dt_lanes_circuit *c = &d->c;
	uint32_t any = DT_LANES_NO;
	for (size_t i = 0; i < d->m->n; i++)
		any = dt_lanes_or(c, any,
		    both(d, d->agent[i].bound, d->agent[i].raced));
	d->p->breached = any == DT_LANES_NO ? any :
	    dt_lanes_state(c, DT_LANES_NO);
	uint32_t next = dt_lanes_or(c, d->p->breached, any);
	if (any != DT_LANES_NO)
		dt_lanes_next(c, d->p->breached, next);
	if (d->tallies)
		d->p->unbreached = dt_lanes_count(c, but(d, d->alive, next));
}

static void
count_round(struct dt_lanes_draft *d)
{
	struct dt_lanes_circuit *c = &d->c;
	uint32_t paused = d->alive;
	for (size_t i = 0; i < d->m->n; i++) {
		d->p->account[i].raced = dt_lanes_count(c, d->agent[i].raced);
		paused = but(d, paused, d->agent[i].raced);
	}
	d->p->rounds = dt_lanes_count(c, d->alive);
	d->p->all_paused = dt_lanes_count(c, paused);
	d->p->in_force = dt_lanes_count(c, d->paying);
	d->p->suspended = dt_lanes_count(c, both(d, d->suspended, d->alive));
	count_to_breach(d);
}

void
dt_lanes_pay(struct dt_lanes_draft *d)
{
	d->paying = both(d, d->in_force, d->alive);
	for (size_t i = 0; i < d->m->n; i++) {
		struct dt_lanes_agent *a = &d->agent[i];
		a->raced = both(d, a->executed, d->alive);
		a->paying = both(d, a->covered, d->alive);
	}
	count_round(d);
	dt_lanes_stage(d);
	pay_transfers(d);
	if ((d->m->terms.shared || d->rounds) && d->entry != INT64_MAX &&
	    has_fines(&d->m->terms))
		follow_fines(d);
	for (size_t i = 0; i < d->m->n; i++) {
		count_fines(d, i);
		if (d->tallies)
			count_agent(d, i);
	}
}
