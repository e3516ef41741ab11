/* comply_bound: thresholds of a treaty, by judging others like it. */
#include "comply/comply.h"

#include <math.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"

const char *const dt_comply_quantity_words[] = {
	"continuation", "miss", "false_alarm", "scale_of_fines_and_bonds",
	"fine_added_to_each_finding", "parties", NULL
};

enum { HALVINGS = 48 };

/* The model with one quantity changed, in room of its own. */
struct search {
	const struct dt_comply_model *model;
	const struct dt_chain_limits *limits;
	enum dt_comply_quantity quantity;
	struct dt_comply_model changed;
	struct dt_terms_rung *rungs;
	int64_t *joins;
	struct dt_error *err;
	enum dt_status status;
};

static void
set_monitor(struct search *s, double x)
{
	struct dt_monitor *m = &s->changed.model.terms.monitor;
	struct dt_monitor_rates rates = dt_monitor_mean(m->public);
	if (s->quantity == DT_COMPLY_MISS)
		rates.miss = x;
	else
		rates.false_alarm = x;
	*m = dt_monitor_common(dt_monitor_with(m->public, rates), m->private);
}

static void
set_fines(struct search *s, double x)
{
	struct dt_terms *t = &s->changed.model.terms;
	bool scale = s->quantity == DT_COMPLY_SCALE;
	for (size_t i = 0; i < t->n_rungs; i++) {
		double fine = s->model->rungs[i].fine;
		s->rungs[i].fine = scale ? fine * x : fine + x;
	}
	if (scale)
		t->bond = s->model->model.terms.bond * x;
}

static void
set_parties(struct search *s, double x)
{
	size_t left = (size_t)x;
	for (size_t i = 0; i < s->model->model.n; i++) {
		bool signs = dt_move_has(s->model->signers, i) && left > 0;
		s->joins[i] = signs ? s->model->joins[i] : 0;
		left -= signs;
		if (!signs)
			s->changed.signers &= ~dt_move_bit(i);
	}
}

static void
set_continuation(struct search *s, double x)
{
	s->changed.model.continuation_chance = x;
	s->changed.model.continuation = dt_random_threshold(x);
	for (size_t i = 0; i < s->model->model.n; i++)
		s->changed.patience[i] = x;
}

static void
change(struct search *s, double x)
{
	size_t n = s->model->model.n;
	s->changed = *s->model;
	memcpy(s->rungs, s->model->rungs, s->model->model.terms.n_rungs *
	    sizeof(*s->rungs));
	memcpy(s->joins, s->model->joins, n * sizeof(*s->joins));
	s->changed.model.terms.rungs = s->rungs;
	s->changed.model.terms.joins = s->joins;
	if (s->quantity == DT_COMPLY_CONTINUATION)
		set_continuation(s, x);
	else if (s->quantity == DT_COMPLY_PARTIES)
		set_parties(s, x);
	else if (s->quantity == DT_COMPLY_SCALE ||
	    s->quantity == DT_COMPLY_FINE)
		set_fines(s, x);
	else
		set_monitor(s, x);
}

static bool
holds(struct search *s, double x)
{
	struct dt_comply_verdict verdict = { 0 };
	if (s->status != DT_OK)
		return false;
	change(s, x);
	s->status = dt_comply_judge(&s->changed, s->limits, &verdict, s->err);
	dt_comply_verdict_free(&verdict);
	return verdict.holds;
}

/* Between a value and another where the answer differs. */
static double
halve(struct search *s, double a, bool at_a, double b)
{
	for (int k = 0; k < HALVINGS && s->status == DT_OK; k++) {
		double middle = (a + b) / 2;
		if (holds(s, middle) == at_a)
			a = middle;
		else
			b = middle;
	}
	return at_a ? a : b;
}

/* The k-th place to look at: parties one by one, fines denser at zero. */
static double
place(const struct dt_comply_bound *b, size_t k, size_t looks)
{
	double share = (double)k / (double)(looks - 1);
	if (b->quantity == DT_COMPLY_SCALE || b->quantity == DT_COMPLY_FINE)
		share = share * share * share;
	return b->from + (b->to - b->from) * share;
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

static double
most_paid(const struct dt_comply_model *m)
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

static void
set_range(const struct dt_comply_model *m, struct dt_comply_bound *b)
{
	const struct dt_model *model = &m->model;
	size_t signers = dt_move_count(m->signers);
	bool money = carries_out(m, true);
	b->asked = true;
	b->from = 0;
	b->to = 1;
	switch (b->quantity) {
	case DT_COMPLY_CONTINUATION:
		b->now = model->continuation_chance;
		b->to = 0.9999;
		b->asked = b->now < 1;
		break;
	case DT_COMPLY_MISS:
		b->now = dt_monitor_mean(model->terms.monitor.public).miss;
		break;
	case DT_COMPLY_FALSE_ALARM:
		b->now = dt_monitor_mean(
		    model->terms.monitor.public).false_alarm;
		break;
	case DT_COMPLY_SCALE:
		b->now = 1;
		b->to = 100;
		b->asked = money;
		break;
	case DT_COMPLY_FINE:
		b->now = 0;
		b->to = 100 * most_paid(m);
		b->asked = !money && carries_out(m, false);
		break;
	case DT_COMPLY_PARTIES:
		b->now = (double)signers;
		b->from = dt_number_max(2, (double)model->terms.entry_parties);
		b->to = (double)signers;
		b->asked = b->from < b->to;
		break;
	case DT_COMPLY_QUANTITIES:
		break;
	}
}

/* Looks along the range; where the answer changes, closer. */
static void
scan(struct search *s, struct dt_comply_bound *b)
{
	bool whole = b->quantity == DT_COMPLY_PARTIES, before = false;
	size_t looks = whole ? (size_t)(b->to - b->from) + 1 : DT_COMPLY_LOOKS;
	double last = b->from;
	for (size_t k = 0; k < looks && s->status == DT_OK; k++) {
		double x = place(b, k, looks);
		bool here = holds(s, x);
		if (here && !before && b->n < DT_COMPLY_STRETCHES)
			b->low[b->n++] = k == 0 || whole ? x :
			    halve(s, last, false, x);
		if (here && b->n > 0)
			b->high[b->n - 1] = x;
		if (!here && before && !whole)
			b->high[b->n - 1] = halve(s, last, true, x);
		before = here;
		last = x;
	}
}

enum dt_status
dt_comply_bound_find(const struct dt_comply_model *model,
    enum dt_comply_quantity quantity, const struct dt_chain_limits *limits,
    struct dt_comply_bound *b, struct dt_error *err)
{
	struct search s = { .model = model, .limits = limits,
	    .quantity = quantity, .err = err,
	    .rungs = dt_memory_new(model->model.terms.n_rungs + 1,
	    sizeof(*s.rungs)),
	    .joins = dt_memory_new(model->model.n, sizeof(*s.joins)) };
	*b = (struct dt_comply_bound){ .quantity = quantity };
	set_range(model, b);
	if (s.rungs == NULL || s.joins == NULL)
		s.status = dt_status_no_memory(err);
	else if (b->asked)
		scan(&s, b);
	dt_memory_free(s.rungs);
	dt_memory_free(s.joins);
	return s.status;
}
