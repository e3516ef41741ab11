/* comply_bound: quantities as dials; see comply_bound.h. */
#include "comply/comply_bound.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "comply/comply_play_root.h"

const char *const dt_comply_quantity_words[] = {
	"continuation", "miss", "false_alarm", "scale_of_fines_and_bonds",
	"fine_added_to_each_finding", "parties", NULL
};

/* The models that were asked for, in an arena of their own. */
struct turner {
	const struct dt_comply_model *model;
	enum dt_comply_quantity quantity;
	struct dt_arena arena;
};

/* A model while its quantity is changed. */
struct change {
	const struct dt_comply_model *from;
	struct dt_comply_model *to;
	struct dt_terms_rung *rungs;
	int64_t *joins;
};

/* As if the treaty itself said so, which holds in all rounds. */
static void
set_monitor(struct change *c, enum dt_comply_quantity quantity, double x)
{
	struct dt_monitor *m = &c->to->model.terms.monitor;
	struct dt_monitor_signal public = m->public;
	for (int k = 0; k < 2; k++) {
		if (quantity == DT_COMPLY_MISS)
			public.in[k].miss = x;
		else
			public.in[k].false_alarm = x;
	}
	*m = dt_monitor_common(public, m->private);
}

static void
set_fines(struct change *c, bool scale, double x)
{
	struct dt_terms *t = &c->to->model.terms;
	for (size_t i = 0; i < t->n_rungs; i++) {
		double fine = c->from->rungs[i].fine;
		c->rungs[i].fine = scale ? fine * x : fine + x;
	}
	if (scale)
		t->bond = c->from->model.terms.bond * x;
}

/* Who would sign and does not races on, as comply.yaml says of one who is no
 * party. false: memory is out. */
static bool
set_parties(struct change *c, struct dt_arena *arena, double x)
{
	size_t left = (size_t)x, n = c->from->model.n;
	struct dt_model_agent *agents =
	    dt_arena_new(arena, n, sizeof(*agents));
	if (agents == NULL)
		return false;
	memcpy(agents, c->from->model.agents, n * sizeof(*agents));
	for (size_t i = 0; i < n; i++) {
		struct dt_automaton *a = &agents[i].automaton;
		bool would = dt_move_has(c->from->signers, i);
		bool signs = would && left > 0;
		c->joins[i] = signs ? c->from->joins[i] : 0;
		left -= signs;
		if (signs || !would)
			continue;
		uint64_t *race = dt_arena_new(arena, a->states,
		    sizeof(*race));
		if (race == NULL)
			return false;
		for (size_t s = 0; s < a->states; s++)
			race[s] = UINT64_MAX;
		a->race = race;
		c->to->signers &= ~dt_move_bit(i);
	}
	c->to->model.agents = agents;
	return true;
}

static void
set_continuation(struct change *c, double x)
{
	c->to->model.continuation_chance = x;
	c->to->model.continuation = dt_random_threshold(x);
	for (size_t i = 0; i < c->from->model.n; i++)
		c->to->patience[i] = x;
}

static enum dt_status
turn(void *of, double x, const struct dt_comply_model **model,
    struct dt_error *err)
{
	struct turner *t = of;
	const struct dt_comply_model *from = t->model;
	size_t n = from->model.n, rungs = from->model.terms.n_rungs;
	struct change c = { .from = from,
	    .to = dt_arena_new(&t->arena, 1, sizeof(*c.to)),
	    .rungs = dt_arena_new(&t->arena, rungs + 1, sizeof(*c.rungs)),
	    .joins = dt_arena_new(&t->arena, n, sizeof(*c.joins)) };
	if (c.to == NULL || c.rungs == NULL || c.joins == NULL)
		return dt_status_no_memory(err);
	*c.to = *from;
	memcpy(c.rungs, from->rungs, rungs * sizeof(*c.rungs));
	memcpy(c.joins, from->joins, n * sizeof(*c.joins));
	c.to->rungs = c.rungs;
	c.to->joins = c.joins;
	c.to->model.terms.rungs = c.rungs;
	c.to->model.terms.joins = c.joins;
	if (t->quantity == DT_COMPLY_PARTIES &&
	    !set_parties(&c, &t->arena, x))
		return dt_status_no_memory(err);
	if (t->quantity == DT_COMPLY_CONTINUATION)
		set_continuation(&c, x);
	else if (t->quantity == DT_COMPLY_SCALE ||
	    t->quantity == DT_COMPLY_FINE)
		set_fines(&c, t->quantity == DT_COMPLY_SCALE, x);
	else if (t->quantity != DT_COMPLY_PARTIES)
		set_monitor(&c, t->quantity, x);
	*model = c.to;
	return DT_OK;
}

static bool
carries_out(const struct dt_comply_model *m, bool money)
{
	const struct dt_terms *t = &m->model.terms;
	for (size_t i = 0; i < t->n_rungs; i++)
		if (t->rungs[i].chance > 0 && (!money || t->rungs[i].fine > 0 ||
		    (t->rungs[i].bond > 0 && t->bond > 0)))
			return true;
	return false;
}

double
dt_comply_most_paid(const struct dt_comply_model *m)
{
	const struct dt_payoff *p = &m->model.payoff;
	double most = 1e-9;
	for (size_t i = 0; p->matrix != NULL && i < p->n; i++)
		most = dt_number_max(most, fabs(p->matrix[i].temptation) +
		    fabs(p->matrix[i].sucker) + fabs(p->matrix[i].punishment));
	for (size_t i = 0; p->table != NULL && p->n <= 8 &&
	    i < (p->n << p->n); i++)
		most = dt_number_max(most, fabs(p->table[i]));
	return most;
}

/* Whether it makes sense here. */
static bool
set_range(const struct dt_comply_model *m, enum dt_comply_quantity quantity,
    struct dt_dial *d)
{
	const struct dt_model *model = &m->model;
	const struct dt_monitor_signal *by = &model->terms.monitor.public;
	size_t signers = dt_move_count(m->signers);
	bool money = carries_out(m, true);
	d->to = 1;
	d->near_zero = quantity != DT_COMPLY_CONTINUATION;
	switch (quantity) {
	case DT_COMPLY_CONTINUATION:
		d->now = model->continuation_chance;
		d->near_one = true;
		d->to = 0.9999;
		return d->now < 1;
	case DT_COMPLY_MISS:
		d->now = dt_monitor_mean(*by).miss;
		return true;
	case DT_COMPLY_FALSE_ALARM:
		d->now = dt_monitor_mean(*by).false_alarm;
		return true;
	case DT_COMPLY_SCALE:
		d->now = 1;
		d->to = 100;
		return money;
	case DT_COMPLY_FINE:
		d->to = 100 * dt_comply_most_paid(m);
		return !money && carries_out(m, false);
	case DT_COMPLY_PARTIES:
		d->now = (double)signers;
		d->whole = true;
		d->from = dt_number_max(2, (double)model->terms.entry_parties);
		d->to = (double)signers;
		return d->from < d->to;
	case DT_COMPLY_QUANTITIES:
		break;
	}
	return false;
}

enum dt_status
dt_comply_bound_find(const struct dt_comply_model *model,
    enum dt_comply_quantity quantity, const struct dt_comply_effort *effort,
    struct dt_comply_bound *b, struct dt_error *err)
{
	struct turner t = { .model = model, .quantity = quantity };
	struct dt_dial dial = { .looks = effort->looks,
	    .check = effort->check, .turn = turn, .of = &t };
	*b = (struct dt_comply_bound){ .quantity = quantity };
	b->asked = set_range(model, quantity, &dial);
	b->now = dial.now;
	enum dt_status status = DT_OK;
	if (b->asked && effort->play != NULL)
		status = dt_comply_play_root(&dial, effort->play, &b->found,
		    err);
	else if (b->asked)
		status = dt_dial_find(&dial, &effort->limits, &b->found, err);
	dt_arena_free(&t.arena);
	return status;
}
