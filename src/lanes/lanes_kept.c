/* lanes_kept: rounds told lane by lane; see dt_lanes_round. */
#include "lanes/lanes_draft.h"

static uint32_t
keep(struct dt_lanes_draft *d, uint32_t *place, uint32_t wire)
{
	*place = wire;
	if (dt_lanes_grow(&d->c, &d->keeps, &d->n_keeps, sizeof(*d->keeps)))
		d->keeps[d->n_keeps.n++] = place;
	return wire;
}

static void
keep_agent(struct dt_lanes_draft *d, struct dt_lanes_kept *kept, size_t i)
{
	const struct dt_lanes_agent *a = &d->agent[i];
	keep(d, &kept->agent[i].intended, a->intended);
	keep(d, &kept->agent[i].executed, a->executed);
	keep(d, &kept->agent[i].slipped, a->slipped);
	keep(d, &kept->agent[i].stopped, a->stopped);
	keep(d, &kept->agent[i].alarm, a->alarm);
	keep(d, &kept->agent[i].finding, a->finding);
	keep(d, &kept->agent[i].party, a->party);
	keep(d, &kept->agent[i].bound, a->bound);
	kept->agent[i].strikes.n = a->strikes.n;
	for (size_t k = 0; k < a->strikes.n; k++)
		keep(d, &kept->agent[i].strikes.digit[k],
		    a->strikes_next.digit[k]);
}

static void
keep_seen(struct dt_lanes_draft *d, struct dt_lanes_kept *kept)
{
	size_t n = d->m->n;
	kept->seen = dt_arena_new(d->c.arena, n * n, sizeof(*kept->seen));
	d->c.failed |= kept->seen == NULL;
	for (size_t k = 0; !d->c.failed && k < n * n; k++)
		keep(d, &kept->seen[k], d->seen[k / n][k % n]);
}

static void
keep_rounds(struct dt_lanes_draft *d, struct dt_lanes_kept *kept)
{
	keep(d, &kept->suspended, d->suspended);
	keep(d, &kept->ended, dt_lanes_and(&d->c, d->entered, d->ended));
	for (size_t i = 0; i < d->m->n; i++)
		keep_agent(d, kept, i);
	if (d->private)
		keep_seen(d, kept);
}

static void
keep_moves(struct dt_lanes_draft *d, struct dt_lanes_kept *kept)
{
	for (size_t i = 0; i < d->m->n; i++) {
		keep(d, &kept->agent[i].party, d->agent[i].party);
		keep(d, &kept->agent[i].executed, d->agent[i].executed);
	}
}

void
dt_lanes_keep(struct dt_lanes_draft *d)
{
	struct dt_lanes_kept *kept =
	    dt_arena_new(d->c.arena, 1, sizeof(*kept));
	d->c.failed |= kept == NULL;
	if (d->c.failed)
		return;
	keep(d, &kept->alive, d->alive);
	keep(d, &kept->in_force, d->in_force);
	if (d->rounds)
		keep_rounds(d, kept);
	else
		keep_moves(d, kept);
	d->p->kept = kept;
}

static enum dt_phase
phase_of(const struct dt_lanes *l, size_t lane)
{
	const struct dt_lanes_kept *k = l->program->kept;
	if (!l->program->model->terms.exists)
		return DT_PHASE_NONE;
	return dt_lanes_bit(l, k->in_force, lane) ? DT_PHASE_IN_FORCE :
	    dt_lanes_bit(l, k->suspended, lane) ? DT_PHASE_SUSPENDED :
	    dt_lanes_bit(l, k->ended, lane) ? DT_PHASE_ENDED : DT_PHASE_OPEN;
}

static void
tell_agent(const struct dt_lanes *l, size_t lane, size_t i,
    struct dt_round *r)
{
	const struct dt_lanes_kept *k = l->program->kept;
#define BIT(member) \
	((uint64_t)dt_lanes_bit(l, k->agent[i].member, lane) << i)
	r->intended |= BIT(intended);
	r->executed |= BIT(executed);
	r->slipped |= BIT(slipped);
	r->stopped |= BIT(stopped);
	r->alarms |= BIT(alarm);
	r->findings |= BIT(finding);
	r->parties |= BIT(party);
	r->bound |= BIT(bound);
	if (!l->program->model->agents[i].automaton.deceives)
		r->declared |= BIT(executed);
#undef BIT
}

static uint64_t
seen_by(const struct dt_lanes *l, size_t lane, size_t observer,
    const struct dt_round *r)
{
	const uint32_t *seen = l->program->kept->seen;
	size_t n = l->program->model->n;
	uint64_t set = 0;
	if (seen == NULL)
		return r->alarms & ~dt_move_bit(observer);
	for (size_t i = 0; i < n; i++)
		set |= (uint64_t)dt_lanes_bit(l, seen[observer * n + i],
		    lane) << i;
	return set;
}

bool
dt_lanes_round(const struct dt_lanes *l, size_t lane, struct dt_round *round,
    int64_t *strikes)
{
	const struct dt_lanes_kept *k = l->program->kept;
	size_t n = l->program->model->n;
	if (l->number == 0 || !dt_lanes_bit(l, k->alive, lane))
		return false;
	*round = (struct dt_round){ .number = l->number,
	    .phase = phase_of(l, lane) };
	for (size_t i = 0; i < n; i++)
		tell_agent(l, lane, i, round);
	for (size_t i = 0; i < n; i++)
		round->seen[i] = seen_by(l, lane, i, round);
	for (size_t i = 0; i < n; i++)
		round->fine[i] = 0 - (l->fined == NULL ? 0 :
		    l->fined[i * DT_LANES + lane]);
	dt_world_pay(l->program->model, round);
	for (size_t i = 0; strikes != NULL && i < n; i++) {
		strikes[i] = 0;
		for (size_t d = 0; d < k->agent[i].strikes.n; d++)
			strikes[i] |= (int64_t)dt_lanes_bit(l,
			    k->agent[i].strikes.digit[d], lane) << d;
	}
	return true;
}
