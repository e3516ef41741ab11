/* nash_walk: pairs of vertices, of all; see nash_internal.h. */
#include "solve/nash_internal.h"

#include "solve/vertices.h"

struct match {
	struct dt_nash_search *s;
	struct dt_vertices of[2];
};

static enum dt_status
try_pair(struct match *m, size_t one, size_t two, struct dt_error *err)
{
	struct dt_nash_search *s = m->s;
	const struct dt_labels *a = &m->of[0].binding[one];
	const struct dt_labels *b = &m->of[1].binding[two];
	enum dt_bimatrix_end end;
	if ((a->of[0] | b->of[0]) != s->all.of[0] ||
	    (a->of[1] | b->of[1]) != s->all.of[1] ||
	    a->of[0] == s->all.of[0] || b->of[1] == s->all.of[1])
		return DT_OK;
	/* From their bases, which also proves them. */
	enum dt_status status = dt_nash_found_place(s, 0,
	    m->of[0].basis[one], &end, err);
	if (status == DT_OK && end == DT_BIMATRIX_ONE)
		status = dt_nash_found_place(s, 1, m->of[1].basis[two], &end,
		    err);
	return status == DT_OK && end == DT_BIMATRIX_ONE ?
	    dt_nash_found_add(s, err) : status;
}

/* Of polytopes that are not degenerate only the complement fits. */
static enum dt_status
match(struct match *m, struct dt_error *err)
{
	struct dt_profile_list *list = m->s->list;
	bool degenerate = m->of[0].degenerate || m->of[1].degenerate;
	enum dt_status status = DT_OK;
	for (size_t i = 0; status == DT_OK && i < m->of[0].n; i++) {
		list->stopped |= dt_stop_is(list->stop);
		if (list->stopped)
			break;
		struct dt_labels other = m->of[0].binding[i];
		other.of[0] ^= m->s->all.of[0];
		other.of[1] ^= m->s->all.of[1];
		size_t j = degenerate ? 0 :
		    dt_vertices_find(&m->of[1], other);
		size_t end = degenerate ? m->of[1].n :
		    j == SIZE_MAX ? 0 : j + 1;
		for (; status == DT_OK && j < end; j++)
			status = try_pair(m, i, j, err);
	}
	return status;
}

/* Half of the time for each polytope's vertices. */
static enum dt_status
find_vertices(struct match *m, struct dt_error *err)
{
	struct dt_profile_list *list = m->s->list;
	enum dt_status status = DT_OK;
	for (size_t i = 0; status == DT_OK && !list->stopped && i < 2; i++) {
		struct dt_stop stop;
		bool whole;
		dt_stop_share(&stop, list->stop, i == 0 ? .45 : .9);
		status = dt_vertices_exact(&m->s->b, i, &stop, &m->of[i],
		    &whole, err);
		list->stopped |= !whole && status != DT_ENOMEM;
	}
	return status;
}

enum dt_status
dt_nash_walk(struct dt_nash_search *s, struct dt_error *err)
{
	struct match m = { .s = s };
	enum dt_status status = find_vertices(&m, err);
	if (status == DT_OK && !s->list->stopped)
		status = match(&m, err);
	dt_vertices_free(&m.of[0]);
	dt_vertices_free(&m.of[1]);
	return status;
}
