/*
 * parts_ending: an agent's departures in a game that ends, from its last round
 * to its first; see parts.h. Looked at are the states that a history leads to
 * in that very round; expected are those that compliers come to.
 */
#include "comply/parts_rounds.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "base/memory.h"

static bool
is_leave_old(const struct dt_parts *p, struct dt_parts_rounds *r, size_t s,
    bool expected)
{
	return dt_parts_news_is_old(p, &r->news, dt_parts_class(&r->news, s,
	    expected), DT_WORTH_WITHDRAW, dt_parts_leaving(r, s, expected));
}

/* Whether what may be looked at in a state is all old by now. */
static bool
is_old(const struct dt_parts *p, struct dt_parts_rounds *r, size_t s,
    bool expected)
{
	unsigned some = r->news.some[s];
	if (some == 0)
		return true;
	if (!r->news.exact && dt_parts_doubt(p, s).off != 0)
		return false;
	return (some == DT_PARTS_NEWS_LEAVE ||
	    !dt_parts_news_tells(p, &r->news, s, expected)) &&
	    ((some & DT_PARTS_NEWS_LEAVE) == 0 ||
	    is_leave_old(p, r, s, expected));
}

/* Whether nothing may be new in so many states from one on. */
static bool
is_quiet(const struct dt_parts_news *news, size_t s)
{
	uint64_t some;
	static_assert(sizeof(some) == DT_PARTS_SOME, "bytes of a word");
	memcpy(&some, news->some + s, sizeof(some));
	return some == 0;
}

static enum dt_status
look_at(struct dt_parts *p, const struct dt_parts_rounds *r, size_t s,
    struct dt_parts_sight *x)
{
	double acts[DT_PARTS_ACTS_HEADS];
	x->acts = NULL;
	if (r->news.some[s] != DT_PARTS_NEWS_LEAVE) {
		dt_parts_rounds_acts(r, s, acts);
		x->acts = acts;
	}
	return dt_parts_look(p, s, x);
}

/* Where a departure may tell something new; `sight` is of where it is expected
 * to comply. */
static enum dt_status
look(struct dt_parts *p, struct dt_parts_rounds *r,
    const unsigned char *mark, const struct dt_parts_sight *sight)
{
	struct dt_parts_sight x = *sight;
	enum dt_status status = DT_OK;
	for (size_t s = 0; s < r->n && status == DT_OK; s++) {
		if (s % DT_PARTS_SOME == 0 && is_quiet(&r->news, s)) {
			s += DT_PARTS_SOME - 1;
			continue;
		}
		x.expected = mark[s] & DT_PARTS_EXPECTED;
		if (!is_old(p, r, s, x.expected))
			status = look_at(p, r, s, &x);
	}
	return status != DT_OK || p->looked > 0 ? status :
	    dt_parts_look_for_plan(p, mark, p->shown[DT_COMPLY_KEPT], sight);
}

/* The values of a round, once they are there: departures in it. */
static enum dt_status
look_back(struct dt_parts *p, struct dt_parts_rounds *r, int64_t t,
    const unsigned char *mark)
{
	int64_t rounds = p->m->model.rounds;
	struct dt_parts_sight sight = { .round = t, .now = &r->now,
	    .expected = true, .rounds = r,
	    .norm = 1 / (double)(rounds - t + 1) };
	if (!isfinite(r->most))
		return dt_status_fail(p->err, DT_EUSAGE, "values that are not "
		    "finite");
	if (r->tempts > DT_PARTS_ZERO * p->scale &&
	    r->gone_through == rounds)
		p->v->unravels = t;
	enum dt_status status = look(p, r, mark, &sight);
	if (t == 1 && status == DT_OK && p->looked == 0)
		status = dt_parts_abstain(p, &sight);
	return status;
}

void
dt_parts_marks_free(struct dt_parts_marks *m)
{
	dt_memory_free(m->rows);
	dt_memory_free(m->changes);
	dt_memory_free(m->end);
	dt_memory_free(m->last);
}

void
dt_parts_marks_go(struct dt_parts_marks *m, size_t round)
{
	bool back = round < m->at;
	m->less = back && m->last != NULL && round + 1 >= m->n_rows;
	if (m->last == NULL || round + 1 < m->n_rows) {
		m->mark = m->rows + round * m->n;
		m->same = back && memcmp(m->mark, m->mark + m->n, m->n) == 0;
		m->at = round;
		return;
	}
	m->mark = m->last;
	m->same = back && m->end[round + 1] == m->end[round];
	for (; m->at > round; m->at--)
		for (size_t k = m->end[m->at]; k-- > m->end[m->at - 1];)
			m->last[m->changes[k].state] = m->changes[k].was;
}

/* After the last round there is nothing: 0, and nobody has notice. */
static enum dt_status
go_through(struct dt_parts *p, struct dt_parts_marks *marks,
    struct dt_parts_rounds *r)
{
	int64_t rounds = p->m->model.rounds;
	int64_t first = rounds - r->gone_through + 1;
	enum dt_status status = DT_OK;
	for (int64_t t = rounds; t >= first && status == DT_OK; t--) {
		if (t < rounds)
			dt_parts_rounds_swap(r);
		dt_parts_marks_go(marks, (size_t)t - 1);
		dt_parts_rounds_back(p, r, t, marks);
		status = look_back(p, r, t, marks->mark);
	}
	if (status == DT_OK && p->looked == 0 && first == 1)
		p->v->start[p->agent] = r->now.comply[p->graph.start *
		    r->width] / (double)rounds;
	return status;
}

enum dt_status
dt_parts_ending(struct dt_parts *p)
{
	size_t n = p->graph.done, rounds = (size_t)p->m->model.rounds;
	double kept = (double)rounds + 4 * (double)p->m->model.terms.notice;
	size_t all = p->cut > n ? p->cut : n;
	if (kept * (double)all > p->limits->round_states)
		return dt_status_fail(p->err, DT_EUSAGE, "an exact answer is "
		    "out of reach: %zu states in each of %zu rounds", all,
		    rounds);
	struct dt_parts_rounds r;
	struct dt_parts_marks marks = { 0 };
	enum dt_status status = dt_parts_rounds_start(p, &r);
	if (status == DT_OK)
		status = dt_parts_reach(p, rounds, &marks);
	if (status == DT_OK)
		status = go_through(p, &marks, &r);
	dt_parts_marks_free(&marks);
	dt_parts_rounds_free(&r);
	return status;
}
