/* memory_one: see memory_one.h. */
#include "infer/memory_one.h"

#include <math.h>

#include "base/memory.h"

struct cell {
	uint64_t n, paused;
};

static void
count(struct cell *cells, enum dt_memory_one_after kind, bool race)
{
	cells[kind].n++;
	cells[kind].paused += !race;
}

static void
count_match(const struct dt_choices *c, const struct dt_choices_match *m,
    struct cell *cells)
{
	for (size_t t = 0; t < m->n; t++) {
		const struct dt_choice *choice = &c->list[m->from + t];
		struct dt_view view = dt_view_of(c->agents, choice->view);
		enum dt_memory_one_after kind = t == 0 ?
		    DT_MEMORY_ONE_FIRST : (enum dt_memory_one_after)(
		    DT_MEMORY_ONE_CC + 2 * view.raced + (view.alarms > 0));
		count(cells, kind, choice->race);
		count(cells, DT_MEMORY_ONE_ALL, choice->race);
		if (kind == DT_MEMORY_ONE_CD || kind == DT_MEMORY_ONE_DC)
			count(cells, DT_MEMORY_ONE_EITHER, choice->race);
	}
}

/* Of a ratio (Cochran 1977, 2.11), subjects as clusters. */
static void
rate(const struct cell *cells, size_t subjects,
    enum dt_memory_one_after kind, struct dt_memory_one_rate *r)
{
	double square = 0, n = 0;
	*r = (struct dt_memory_one_rate){ .rate = NAN, .error = NAN };
	for (size_t i = 0; i < subjects; i++) {
		const struct cell *c = &cells[i * DT_MEMORY_ONE_KINDS + kind];
		r->n += c->n;
		r->paused += c->paused;
		n += c->n > 0;
	}
	if (r->n == 0)
		return;
	r->rate = (double)r->paused / (double)r->n;
	for (size_t i = 0; i < subjects; i++) {
		const struct cell *c = &cells[i * DT_MEMORY_ONE_KINDS + kind];
		double off = (double)c->paused - r->rate * (double)c->n;
		square += off * off;
	}
	if (n > 1)
		r->error = sqrt(square * n / (n - 1)) / (double)r->n;
}

static double
likelihood(const struct dt_memory_one_rate *r)
{
	double yes = (double)r->paused, no = (double)(r->n - r->paused);
	return (r->paused > 0 ? yes * log(r->rate) : 0) +
	    (r->n > r->paused ? no * log1p(-r->rate) : 0);
}

/* The sum over so many kinds, and how many of them were seen. */
static double
sum(const struct dt_memory_one *f, const enum dt_memory_one_after *kinds,
    size_t n, int *parameters)
{
	double all = 0;
	*parameters = 0;
	for (size_t k = 0; k < n; k++) {
		const struct dt_memory_one_rate *r = &f->rates[kinds[k]];
		all += r->n > 0 ? likelihood(r) : 0;
		*parameters += r->n > 0;
	}
	return all;
}

enum dt_status
dt_memory_one_find(const struct dt_choices *c, struct dt_memory_one *found,
    struct dt_error *err)
{
	static const enum dt_memory_one_after kinds[] = {
		DT_MEMORY_ONE_CD, DT_MEMORY_ONE_DC, DT_MEMORY_ONE_FIRST,
		DT_MEMORY_ONE_CC, DT_MEMORY_ONE_DD, DT_MEMORY_ONE_EITHER,
		DT_MEMORY_ONE_ALL };
	struct cell *cells = dt_memory_new(c->n_subjects,
	    DT_MEMORY_ONE_KINDS * sizeof(*cells));
	if (cells == NULL)
		return dt_status_no_memory(err);
	for (size_t m = 0; m < c->n_matches; m++)
		count_match(c, &c->matches[m], &cells[c->matches[m].subject *
		    DT_MEMORY_ONE_KINDS]);
	for (int k = 0; k < DT_MEMORY_ONE_KINDS; k++)
		rate(cells, c->n_subjects, (enum dt_memory_one_after)k,
		    &found->rates[k]);
	dt_memory_free(cells);
	found->memory_one = sum(found, kinds, 5, &found->parameters[0]);
	found->semi_grim = sum(found, kinds + 2, 4, &found->parameters[1]);
	found->one_chance = sum(found, kinds + 6, 1, &found->parameters[2]);
	return DT_OK;
}
