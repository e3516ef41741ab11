/*
 * lanes_round: one round of the model as a circuit; read it beside world.c.
 *
 * The steps and their order are those of dt_world_step, and within a purpose
 * coins are tossed in the order in which the reference tosses them.
 */
#include <string.h>

#include "lanes/lanes_draft.h"

static void
choose_and_slip(struct dt_lanes_draft *d)
{
	for (size_t i = 0; i < d->m->n; i++) {
		struct dt_lanes_agent *a = &d->agent[i];
		struct dt_lanes_toss toss = { .always = DT_LANES_NO };
		a->intended = dt_lanes_strategy_choose(d, i);
		dt_lanes_offer(&d->c, &toss, d->m->slip, DT_LANES_YES);
		a->slipped = dt_lanes_toss(&d->c, &toss, DT_FOR_SLIP, false,
		    false);
		a->executed = dt_lanes_xor(&d->c, a->intended, a->slipped);
	}
}

static void
stop_policed_labs(struct dt_lanes_draft *d)
{
	for (size_t i = 0; i < d->m->n; i++) {
		struct dt_lanes_agent *a = &d->agent[i];
		struct dt_lanes_toss toss = { .always = DT_LANES_NO };
		int host = d->m->agents[i].host;
		if (host < 0)
			continue;
		dt_lanes_offer(&d->c, &toss, d->m->agents[host].enforcement,
		    dt_lanes_and(&d->c, a->executed,
		    dt_lanes_not(d->agent[host].executed)));
		a->stopped = dt_lanes_toss(&d->c, &toss, DT_FOR_ENFORCEMENT,
		    false, false);
	}
	for (size_t i = 0; i < d->m->n; i++)
		d->agent[i].executed = dt_lanes_and(&d->c,
		    d->agent[i].executed, dt_lanes_not(d->agent[i].stopped));
}

/* Thresholds by the wires that choose among them, the last one by 1. */
struct menu {
	uint64_t threshold[8];
	uint32_t chooser[3];
};

/* The lanes in which the k-th threshold of the menu is that of the toss. */
static uint32_t
chosen(struct dt_lanes_circuit *c, const struct menu *m, size_t k)
{
	uint32_t same[8];
	for (size_t l = 0; l < 8; l++)
		same[l] = dt_lanes_constant(m->threshold[l] ==
		    m->threshold[k]);
	for (size_t level = 3, n = 4; level-- > 0; n /= 2)
		for (size_t l = 0; l < n; l++)
			same[l] = dt_lanes_mux(c, m->chooser[level],
			    same[2 * l + 1], same[2 * l]);
	return same[0];
}

/* A signal about an agent: the treaty's or the other, in a blind round or
 * not, by the move. Equal thresholds are one, so that what makes no
 * difference folds away. */
static uint32_t
signal_about(struct dt_lanes_draft *d, size_t subject,
    const uint64_t covered[2][2], const uint64_t other[2][2],
    enum dt_purpose purpose)
{
	const struct dt_lanes_agent *a = &d->agent[subject];
	struct menu m = { .chooser = { a->covered, d->blind, a->executed } };
	struct dt_lanes_toss toss = { .always = DT_LANES_NO };
	memcpy(m.threshold, other, 4 * sizeof(uint64_t));
	memcpy(m.threshold + 4, covered, 4 * sizeof(uint64_t));
	for (size_t k = 0; k < 8; k++) {
		bool first = true;
		for (size_t l = 0; l < k; l++)
			first &= m.threshold[l] != m.threshold[k];
		if (first)
			dt_lanes_offer(&d->c, &toss, m.threshold[k],
			    chosen(&d->c, &m, k));
	}
	return dt_lanes_toss(&d->c, &toss, purpose, false, false);
}

static bool
is_blind(const struct dt_monitor *m)
{
	return (m->private_alarm[0][0] | m->private_alarm[0][1] |
	    m->private_alarm[1][0] | m->private_alarm[1][1]) == 0;
}

/* One coin for all that a treaty in force watches. */
static void
go_blind(struct dt_lanes_draft *d)
{
	struct dt_lanes_toss toss = { .always = DT_LANES_NO };
	dt_lanes_offer(&d->c, &toss, d->m->terms.monitor.blind, d->in_force);
	d->blind = dt_lanes_toss(&d->c, &toss, DT_FOR_COMMON_MODE, false,
	    false);
}

static void
raise_alarms(struct dt_lanes_draft *d)
{
	const struct dt_monitor *covered = &d->m->terms.monitor;
	const struct dt_monitor *other = &d->m->base;
	size_t n = d->m->n;
	go_blind(d);
	for (size_t i = 0; i < n; i++)
		d->agent[i].alarm = signal_about(d, i, covered->public_alarm,
		    other->public_alarm, DT_FOR_PUBLIC);
	d->private = !is_blind(other) ||
	    (d->entry != INT64_MAX && !is_blind(covered));
	for (size_t i = 0; d->private && i < n; i++)
		for (size_t j = 0; j < n; j++)
			if (i != j)
				d->seen[j][i] = dt_lanes_or(&d->c,
				    d->agent[i].alarm, signal_about(d, i,
				    covered->private_alarm,
				    other->private_alarm, DT_FOR_PRIVATE));
}

/* What observer j has of subject i. */
static uint32_t
sees(const struct dt_lanes_draft *d, size_t j, size_t i)
{
	return i == j ? DT_LANES_NO : d->private ? d->seen[j][i] :
	    d->agent[i].alarm;
}

static uint32_t
accused(struct dt_lanes_draft *d, size_t i)
{
	uint32_t by[DT_AGENTS_MOST];
	for (size_t j = 0; j < d->m->n; j++)
		by[j] = dt_lanes_and(&d->c, d->agent[j].party,
		    sees(d, j, i));
	struct dt_lanes_number accusers =
	    dt_lanes_sum(&d->c, by, d->m->n);
	return dt_lanes_at_least(&d->c, &accusers,
	    (uint64_t)d->m->terms.accusers);
}

static void
find(struct dt_lanes_draft *d)
{
	for (size_t i = 0; i < d->m->n; i++) {
		struct dt_lanes_agent *a = &d->agent[i];
		uint32_t found = a->alarm;
		if (d->m->terms.accusers > 0 && a->bound != DT_LANES_NO)
			found = dt_lanes_or(&d->c, found, accused(d, i));
		a->finding = dt_lanes_and(&d->c, found, a->bound);
	}
}

/* A public signal is counted once for all; each leaves out its own. */
static void
observe(struct dt_lanes_draft *d)
{
	size_t n = d->m->n;
	uint32_t wires[DT_AGENTS_MOST] = { 0 };
	for (size_t i = 0; i < n; i++)
		wires[i] = d->agent[i].alarm;
	d->all_alarms = dt_lanes_sum(&d->c, wires, n);
	for (size_t j = 0; j < n; j++) {
		struct dt_lanes_number alarms = d->all_alarms;
		uint32_t own = d->private ? DT_LANES_NO : d->agent[j].alarm;
		for (size_t i = 0; d->private && i < n; i++)
			wires[i] = sees(d, j, i);
		if (d->private)
			alarms = dt_lanes_sum(&d->c, wires, n);
		dt_lanes_strategy_turn(d, j, &alarms, own);
		if (d->agent[j].may_notify)
			dt_lanes_treaty_notice(d, j,
			    dt_lanes_strategy_withdraws(d, j,
			    d->agent[j].state_next));
	}
}

/* The coin of the last round under a horizon decides nothing. */
static void
go_on(struct dt_lanes_draft *d)
{
	struct dt_lanes_toss toss = { .always = DT_LANES_NO };
	if (d->m->continuation == UINT64_MAX)
		return;
	dt_lanes_offer(&d->c, &toss, d->m->continuation, d->alive);
	dt_lanes_next(&d->c, d->alive, dt_lanes_toss(&d->c, &toss,
	    DT_FOR_CONTINUATION, false, false));
}

/* The strategies start after the treaty's clock for round 1, which a notice
 * may follow at once. */
static void
start(struct dt_lanes_draft *d)
{
	const struct dt_terms *t = &d->m->terms;
	struct dt_lanes_circuit *c = &d->c;
	d->alive = d->m->continuation == UINT64_MAX ? DT_LANES_YES :
	    dt_lanes_state(c, DT_LANES_YES);
	dt_lanes_treaty_start(d);
	for (size_t i = 0; i < d->m->n; i++) {
		struct dt_lanes_agent *a = &d->agent[i];
		dt_lanes_strategy_start(d, i);
		if (c->failed || !a->may_notify || d->entry != 1 ||
		    t->joins[i] == 0 || t->joins[i] > 1)
			continue;
		uint32_t gives = dt_lanes_strategy_withdraws(d, i,
		    a->state_next);
		dt_lanes_first(c, a->notified, gives);
		for (size_t k = 0; k < a->notice.n; k++)
			dt_lanes_first(c, a->notice.digit[k],
			    t->notice >> k & 1 ? gives : DT_LANES_NO);
	}
}

void
dt_lanes_draft_round(struct dt_lanes_draft *d)
{
	start(d);
	size_t begin = d->c.n_nodes.n;
	dt_lanes_treaty_open(d);
	choose_and_slip(d);
	stop_policed_labs(d);
	raise_alarms(d);
	find(d);
	dt_lanes_treaty_respond(d);
	dt_lanes_pay(d);
	go_on(d);
	dt_lanes_treaty_clock(d);
	observe(d);
	if (d->moves)
		dt_lanes_keep(d);
	if (!d->c.failed)
		dt_lanes_code(d, begin);
}
