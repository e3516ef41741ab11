/* chain: building and freeing; see chain.h. The walk is breadth first, so the
 * states within so many rounds of the start are the first so many. */
#include "engine/chain_internal.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"

enum { STATES = 200000, TRANSITIONS = 20000000, WORK = 50000000 };

/* Beyond this chance that a run still goes on nothing shows in a mean. */
#define NEGLIGIBLE 1e-17

/* The rounds in which a run of the model may still go on; -1: no end. */
static int64_t
longest(const struct dt_model *m)
{
	double keep = dt_random_chance(m->continuation), by_chance = INFINITY;
	if (keep < 1)
		by_chance = keep > 0 ? ceil(log(NEGLIGIBLE) / log(keep)) : 1;
	if (m->rounds > 0 && (double)m->rounds <= by_chance)
		return m->rounds;
	return isfinite(by_chance) ? (int64_t)by_chance : -1;
}

static void
set_limits(struct dt_chain *c, const struct dt_chain_limits *limits)
{
	struct dt_chain_limits l = { 0 };
	if (limits != NULL)
		l = *limits;
	if (l.states == 0)
		l.states = STATES;
	if (l.transitions == 0)
		l.transitions = TRANSITIONS;
	if (l.work == 0)
		l.work = WORK;
	if (l.depth == 0)
		l.depth = longest(c->model);
	c->limits = l;
}

static bool
start(struct dt_chain *c)
{
	const struct dt_model *m = c->model;
	c->limits.apart = c->limits.apart ||
	    m->contest.kind == DT_CONTEST_LEAD;
	dt_chain_twins(c);
	c->blurred = dt_chain_alarm_blurs(&m->base) ||
	    (m->terms.exists && dt_chain_alarm_blurs(&m->terms.monitor));
	c->kinds = m->terms.exists ? DT_CHAIN_KINDS : DT_CHAIN_PLAIN;
	c->width = DT_CHAIN_HEAD + c->classes * c->kinds;
	return dt_index_start(&c->states, c->n + 1) &&
	    dt_index_start(&c->seat_index, DT_CHAIN_SEAT_WORDS) &&
	    dt_index_start(&c->clock_index, DT_CHAIN_CLOCK_WORDS) &&
	    dt_chain_seat_start(c) && dt_chain_accuse_start(c);
}

/* Room for a state's row; its rewards are zero. */
static bool
open_row(struct dt_chain *c, struct dt_chain_draw *d, size_t state)
{
	if (!dt_memory_reserve(&c->row, &c->row_room, state + 2,
	    sizeof(*c->row)) || !dt_memory_reserve(&c->reward,
	    &c->reward_room, (state + 1) * c->width, sizeof(*c->reward)))
		return false;
	d->row_start = c->transitions;
	d->reward = c->reward + state * c->width;
	for (size_t k = 0; k < c->width; k++)
		d->reward[k] = 0;
	c->row[state] = c->transitions;
	return true;
}

static bool
close_level(struct dt_chain *c)
{
	if (!dt_memory_reserve(&c->level, &c->level_room, c->levels + 1,
	    sizeof(*c->level)))
		return false;
	c->level[c->levels++] = c->states.n;
	return true;
}

static bool
find_phases(struct dt_chain *c)
{
	c->phase = dt_memory_new(c->states.n, sizeof(*c->phase));
	for (size_t s = 0; c->phase != NULL && s < c->states.n; s++)
		c->phase[s] = (uint8_t)
		    c->clocks[c->states.keys[s * (c->n + 1)]].phase;
	return c->phase != NULL;
}

/* Runs without a breach need no chances of their own where all are. */
static void
find_breaches(struct dt_chain *c)
{
	bool ever = false;
	for (size_t s = 0; s < c->states.n; s++)
		ever = ever ||
		    c->reward[s * c->width + DT_CHAIN_ANY_BREACH] > 0;
	if (ever)
		return;
	dt_memory_free(c->quiet);
	c->quiet = NULL;
}

/* States that are known but not followed have no transitions. */
static bool
close_rows(struct dt_chain *c, struct dt_chain_draw *d, size_t followed)
{
	size_t n = c->states.n;
	c->closed = c->closed && followed == n;
	for (size_t s = followed; s < n; s++)
		if (!open_row(c, d, s))
			return false;
	c->row[n] = c->transitions;
	find_breaches(c);
	return find_phases(c) && (c->limits.departing == 0 ||
	    dt_chain_depart_close(c));
}

/* Whether the states known so far need far more than is allowed. */
static bool
hopeless(const struct dt_chain *c, size_t followed)
{
	double done = (double)c->work, most = (double)c->limits.work;
	double left = (double)(c->states.n - followed);
	return done > most / 50 && done + left * done / (double)followed > 3 * most;
}

static void
follow(struct dt_chain *c, struct dt_chain_draw *d, size_t state)
{
	if (c->limits.faint > 0 && c->walk.reach[state] < c->limits.faint)
		c->closed = false;
	else
		dt_chain_round(d, (uint32_t)state);
	if (c->limits.departing != 0 && !c->walk.failed)
		dt_chain_depart_walk(d, (uint32_t)state);
	if (!c->walk.failed && hopeless(c, state + 1))
		c->walk.failed = DT_EUSAGE;
}

static enum dt_status
walk(struct dt_chain *c, struct dt_chain_draw *d)
{
	size_t s = 0;
	c->closed = true;
	dt_chain_turn_start(d);
	if (!close_level(c))
		return DT_ENOMEM;
	for (; s < c->states.n && !c->walk.failed; s++) {
		if (s == c->level[c->levels - 1] && !close_level(c))
			return DT_ENOMEM;
		if (c->limits.depth >= 0 &&
		    (int64_t)c->levels > c->limits.depth)
			break;
		if (!open_row(c, d, s))
			return DT_ENOMEM;
		follow(c, d, s);
	}
	if (c->walk.failed)
		return c->walk.failed;
	return close_rows(c, d, s) ? DT_OK : DT_ENOMEM;
}

static enum dt_status
refuse(const struct dt_chain *c, struct dt_error *err)
{
	const struct dt_chain_limits *l = &c->limits;
	if (c->coupled && c->n > 16)
		return dt_status_fail(err, DT_EUSAGE, "an exact answer is out "
		    "of reach: private alarms of more than 16 agents make "
		    "findings");
	return dt_status_fail(err, DT_EUSAGE, "an exact answer is out of "
	    "reach: %zu states of the treaty and the strategies within %zu "
	    "rounds, and %zu transitions and %llu steps of work so far, are "
	    "too many for the limits (%zu, %zu, %llu)%s", c->states.n,
	    c->levels, c->transitions, (unsigned long long)c->work,
	    l->states, l->transitions, (unsigned long long)l->work,
	    c->strikes_most < 0 ? "; strikes that are forgiven may grow "
	    "without bound" : "");
}

static void
free_walk(struct dt_chain_walk *w)
{
	for (int i = 0; i < 2; i++) {
		dt_index_free(&w->accused[i]);
		dt_memory_free(w->accused_chance[i]);
		dt_memory_free(w->rungs[i]);
	}
	for (size_t i = 0; i < DT_AGENTS_MOST; i++)
		dt_memory_free(w->ceiling[i]);
	dt_memory_free(w->mark);
	dt_memory_free(w->reach);
	dt_memory_free(w->responses);
	*w = (struct dt_chain_walk){ 0 };
}

enum dt_status
dt_chain_build(struct dt_chain **chain, const struct dt_model *model,
    const struct dt_chain_limits *limits, struct dt_error *err)
{
	*chain = NULL;
	enum dt_status status = dt_model_refuse_growth(model,
	    "the engine chain", err);
	if (status == DT_OK)
		status = dt_chain_contest_refuse(model, err);
	if (status != DT_OK)
		return status;
	struct dt_chain *c = dt_memory_new(1, sizeof(*c));
	struct dt_chain_draw *d = dt_memory_new(1, sizeof(*d));
	status = DT_ENOMEM;
	if (c != NULL && d != NULL) {
		c->model = model;
		c->n = model->n;
		d->chain = c;
		d->departs = -1;
		set_limits(c, limits);
		if (start(c))
			status = walk(c, d);
		free_walk(&c->walk);
	}
	dt_memory_free(d);
	if (status == DT_OK) {
		*chain = c;
		return DT_OK;
	}
	status = status == DT_EUSAGE ? refuse(c, err) :
	    dt_status_no_memory(err);
	dt_chain_free(c);
	return status;
}

void
dt_chain_free(struct dt_chain *c)
{
	if (c == NULL)
		return;
	free_walk(&c->walk);
	dt_chain_depart_free(c);
	dt_index_free(&c->seat_index);
	dt_index_free(&c->clock_index);
	dt_index_free(&c->states);
	void *owned[] = { c->seats, c->clocks, c->phase, c->row, c->to, c->chance,
	    c->quiet, c->start, c->reward, c->level, c };
	for (size_t i = 0; i < sizeof(owned) / sizeof(owned[0]); i++)
		dt_memory_free(owned[i]);
}

size_t
dt_chain_states(const struct dt_chain *c)
{
	return c->states.n;
}

size_t
dt_chain_transitions(const struct dt_chain *c)
{
	return c->transitions;
}

bool
dt_chain_closed(const struct dt_chain *c)
{
	return c->closed;
}
