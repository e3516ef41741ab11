/* vertices_exact: a walk over all bases, in whole numbers; see vertices.h. */
#include "solve/vertices.h"

#include "base/guard.h"
#include "solve/tableau.h"

/* A pivot that led deeper, to be undone. */
struct step {
	size_t row, column;
};

struct walk {
	struct dt_tableau tableau;
	struct dt_vertices bases, *vertices;
	struct step *steps;
	size_t depth, room;
	size_t split;           /* labels below it are the first player's */
	const struct dt_stop *stop;
	bool stopped;
};

static void
include(const struct walk *w, size_t label, struct dt_labels *set)
{
	size_t second = label >= w->split;
	set->of[second] |= UINT64_C(1) << (label - second * w->split);
}

static struct dt_labels
basis_of(const struct walk *w)
{
	struct dt_labels set = { { 0, 0 } };
	for (size_t c = 0; c < w->tableau.columns; c++)
		include(w, w->tableau.free[c], &set);
	return set;
}

/* Those of the basis, and the basic ones at zero. */
static struct dt_labels
binding_of(const struct walk *w, struct dt_labels set, bool *degenerate)
{
	const struct dt_tableau *t = &w->tableau;
	for (size_t r = 0; r < t->rows; r++)
		if (mpz_sgn(t->at[(r + 1) * (t->columns + 1) - 1]) == 0) {
			include(w, t->basic[r], &set);
			*degenerate = true;
		}
	return set;
}

/* *fresh: the basis at hand was not seen before. */
static enum dt_status
visit(struct walk *w, bool *fresh, struct dt_error *err)
{
	struct dt_labels basis = basis_of(w);
	enum dt_status status =
	    dt_vertices_add(&w->bases, basis, basis, fresh, err);
	if (status != DT_OK || !*fresh)
		return status;
	struct dt_labels all =
	    binding_of(w, basis, &w->vertices->degenerate);
	bool new_vertex;
	return dt_vertices_add(w->vertices, all, basis, &new_vertex, err);
}

static enum dt_status
push(struct walk *w, struct step step, struct dt_error *err)
{
	if (w->depth == w->room) {
		size_t room = w->room == 0 ? 256 : 2 * w->room;
		void *more = dt_guard_resize(w->steps, room,
		    sizeof(*w->steps));
		if (more == NULL)
			return dt_status_no_memory(err);
		w->steps = more;
		w->room = room;
	}
	w->steps[w->depth++] = step;
	return DT_OK;
}

/* Would the basis behind this pivot be a new one? */
static bool
is_known(struct walk *w, size_t row, size_t column)
{
	struct dt_labels basis = { { 0, 0 } };
	for (size_t c = 0; c < w->tableau.columns; c++)
		include(w, c == column ? w->tableau.basic[row] :
		    w->tableau.free[c], &basis);
	return dt_vertices_find(&w->bases, basis) != SIZE_MAX;
}

static enum dt_status
walk_all(struct walk *w, struct dt_error *err)
{
	bool fresh;
	enum dt_status status = visit(w, &fresh, err);
	size_t column = 0;
	while (status == DT_OK) {
		w->stopped = dt_stop_is(w->stop);
		if (w->stopped)
			break;
		if (column == w->tableau.columns) {
			if (w->depth == 0)
				break;
			struct step back = w->steps[--w->depth];
			dt_tableau_pivot(&w->tableau, back.row, back.column);
			column = back.column + 1;
			continue;
		}
		size_t row = dt_tableau_leaving(&w->tableau, column);
		if (row == SIZE_MAX || is_known(w, row, column)) {
			column++;
			continue;
		}
		dt_tableau_pivot(&w->tableau, row, column);
		status = push(w, (struct step){ row, column }, err);
		if (status == DT_OK)
			status = visit(w, &fresh, err);
		column = 0;
	}
	return status;
}

enum dt_status
dt_vertices_exact(const struct dt_bimatrix *b, size_t player,
    const struct dt_stop *stop, struct dt_vertices *vertices, bool *whole,
    struct dt_error *err)
{
	struct walk w = { .vertices = vertices, .split = b->n[0],
	    .stop = stop };
	enum dt_status status = dt_tableau_make(b, player, &w.tableau, err);
	if (status == DT_OK)
		status = walk_all(&w, err);
	*whole = status == DT_OK && !w.stopped;
	dt_tableau_free(&w.tableau);
	dt_vertices_free(&w.bases);
	dt_guard_free(w.steps);
	return status;
}
