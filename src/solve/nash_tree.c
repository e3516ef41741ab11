/*
 * nash_tree: all extreme equilibria by branching on labels; see
 * nash_internal.h.
 *
 * Of an equilibrium each label binds for the first player's point or for the
 * second's. A node has a face of each polytope, of the labels that were given
 * to each so far; a label that binds at neither vertex where the faces are is
 * given to the one, then to the other. A branch ends where a face is empty,
 * which whole numbers prove (face.h), so none is lost; what the leaves have is
 * solved for in whole numbers, so none is wrong. After Audet, Hansen, Jaumard
 * and Savard 2001 ("Enumeration of all extreme equilibria of bimatrix
 * games"), whose tree is of linear programs too. Of 17 by 17 strategies, with
 * payoffs drawn at random, some 5000 nodes do, where the polytopes have a
 * hundred thousand vertices.
 *
 * Ties: "given to the second" means that it binds there and not for the first.
 * So each vertex x of the first player's that belongs to an equilibrium comes
 * up once, where the labels given to it are all that bind at x. For it, all
 * vertices of the other's face are sought by branching on whether a label
 * binds.
 */
#include "solve/nash_internal.h"

#include "base/guard.h"
#include "solve/face.h"

enum { ASTRAY_MOST = 500, NO_LABEL = 128 };

/* Doubles below it are taken for 0 where that costs only time. */
static const double NEAR = 1e-9;

struct tree {
	struct dt_nash_search *s;
	struct dt_face *faces;  /* by depth, made when first needed */
	size_t n_faces, made;
	struct dt_face spare;
	size_t nodes, astray;   /* faces that seem empty without proof, or
	                         * seem not empty and are */
	bool ties;              /* were seen */
	double share;           /* of the tree that is done, if all halves are
	                         * alike */
};

static enum dt_status
copy_face(struct tree *t, size_t depth, const struct dt_face *from,
    struct dt_error *err)
{
	while (t->made <= depth) {
		enum dt_status status = dt_face_make(&t->s->b,
		    &t->faces[t->made], err);
		if (status != DT_OK)
			return status;
		t->made++;
	}
	dt_face_copy(&t->faces[depth], from);
	return DT_OK;
}

static bool
is_there(struct tree *t, struct dt_face *f, size_t label)
{
	enum dt_face_end end = dt_face_bind(f, label);
	t->astray += end == DT_FACE_UNSURE;
	return end != DT_FACE_EMPTY;
}

/* May the label be one that does not bind? */
static bool
may_leave(struct tree *t, const struct dt_face *f, size_t label,
    const double *values)
{
	if (values[label] > NEAR)
		return true;
	dt_face_copy(&t->spare, f);
	return !dt_face_always(&t->spare, label);
}

static bool
may_leave_all(struct tree *t, const struct dt_face *f, struct dt_labels out)
{
	double values[NO_LABEL];
	dt_face_values(f, values);
	for (size_t label = 0; label < NO_LABEL; label++)
		if (dt_labels_has(out, label) &&
		    !may_leave(t, f, label, values))
			return false;
	return true;
}

static struct dt_labels
rest(const struct tree *t, struct dt_labels a, struct dt_labels b)
{
	struct dt_labels left = t->s->all;
	for (size_t i = 0; i < 2; i++)
		left.of[i] &= ~(a.of[i] | b.of[i]);
	return left;
}

/* Doubles are too coarse: where they go astray once they do so below, too, and
 * the tree would not end. */
static bool
is_lost(const struct tree *t)
{
	return t->astray > ASTRAY_MOST && t->astray > t->nodes / 100;
}

static bool
is_over(struct tree *t)
{
	struct dt_profile_list *list = t->s->list;
	t->nodes++;
	list->stopped |= dt_stop_is(list->stop) || (list->tell != NULL &&
	    !list->tell(list->context, list, t->share));
	return list->stopped || is_lost(t);
}

/* The open label that is furthest from binding; NO_LABEL: none is open. */
static size_t
furthest(struct dt_labels open, const double *values)
{
	size_t best = NO_LABEL;
	for (size_t label = 0; label < NO_LABEL; label++)
		if (dt_labels_has(open, label) &&
		    (best == NO_LABEL || values[label] > values[best]))
			best = label;
	return best;
}

/* An open label that binds on all of the face, so that there is nothing to
 * choose; else the furthest. */
static size_t
settled(struct tree *t, const struct dt_face *f, struct dt_labels open,
    const double *values)
{
	for (size_t label = 0; label < NO_LABEL; label++)
		if (dt_labels_has(open, label) &&
		    !may_leave(t, f, label, values))
			return label;
	return furthest(open, values);
}

/* Could a vertex be where no label of `out` binds, by its rank alone? */
static enum dt_status
has_rank(struct tree *t, size_t player, struct dt_labels out, bool *could,
    struct dt_error *err)
{
	enum dt_bimatrix_end end;
	struct dt_labels all = t->s->all, binding;
	for (size_t i = 0; i < 2; i++)
		all.of[i] &= ~out.of[i];
	enum dt_status status = dt_bimatrix_vertex(&t->s->b, player, all,
	    t->s->x, &end, &binding, err);
	*could = end != DT_BIMATRIX_MANY;
	return status;
}

static bool
meet(struct dt_labels a, struct dt_labels b)
{
	return (a.of[0] & b.of[0]) != 0 || (a.of[1] & b.of[1]) != 0;
}

/* All vertices of the second player's face at which no label of `out` binds,
 * with the first player's point, which is placed. */
static enum dt_status
find_replies(struct tree *t, const struct dt_face *q, struct dt_labels out,
    size_t depth, struct dt_error *err)
{
	enum dt_bimatrix_end end;
	double values[NO_LABEL];
	bool could;
	if (is_over(t))
		return DT_OK;
	enum dt_status status = dt_nash_found_place(t->s, 1, q->binds, &end,
	    err);
	if (status == DT_OK && end == DT_BIMATRIX_ONE)
		return meet(t->s->binding[1], out) ? DT_OK :
		    dt_nash_found_add(t->s, err);
	t->astray += end == DT_BIMATRIX_NONE;
	if (status != DT_OK || end == DT_BIMATRIX_NONE)
		return status;
	status = has_rank(t, 1, out, &could, err);
	dt_face_values(q, values);
	size_t label = settled(t, q, rest(t, q->binds, out), values);
	if (status != DT_OK || !could || label == NO_LABEL)
		return status;
	status = copy_face(t, depth, q, err);
	if (status == DT_OK && is_there(t, &t->faces[depth], label) &&
	    may_leave_all(t, &t->faces[depth], out))
		status = find_replies(t, &t->faces[depth], out, depth + 1,
		    err);
	dt_labels_add(&out, label);
	if (status == DT_OK && may_leave(t, q, label, values))
		status = find_replies(t, q, out, depth, err);
	return status;
}

/* The first player's point is found: what does not bind there must for the
 * second, and what the second was given must not bind there. */
static enum dt_status
close(struct tree *t, const struct dt_face *p, const struct dt_face *q,
    size_t depth, struct dt_error *err)
{
	enum dt_bimatrix_end end;
	struct dt_labels none = { { 0, 0 } };
	enum dt_status status = dt_nash_found_place(t->s, 0, p->binds, &end,
	    err);
	t->astray += end == DT_BIMATRIX_NONE;
	if (status != DT_OK || end == DT_BIMATRIX_NONE)
		return status;
	struct dt_labels at = t->s->binding[0];
	if (end == DT_BIMATRIX_MANY || meet(at, q->binds)) {
		t->ties = true;
		return DT_OK;
	}
	status = copy_face(t, depth, q, err);
	at = rest(t, at, q->binds);
	for (size_t label = 0; status == DT_OK && label < NO_LABEL; label++)
		if (dt_labels_has(at, label) &&
		    !is_there(t, &t->faces[depth], label))
			return DT_OK;
	return status == DT_OK ? find_replies(t, &t->faces[depth], none,
	    depth + 1, err) : status;
}

/* A label that binds at neither vertex, the furthest; NO_LABEL: the vertices
 * are an equilibrium, or so it seems. */
static size_t
choose(const struct tree *t, const struct dt_face *p, const struct dt_face *q,
    double values[NO_LABEL])
{
	double other[NO_LABEL];
	dt_face_values(p, values);
	dt_face_values(q, other);
	for (size_t label = 0; label < NO_LABEL; label++)
		other[label] *= values[label];
	size_t best = furthest(rest(t, p->binds, q->binds), other);
	return best != NO_LABEL && other[best] > NEAR * NEAR ? best :
	    NO_LABEL;
}

/* Where the vertices seem an equilibrium: the label to go on with; NO_LABEL:
 * this node is done. */
static enum dt_status
choose_more(struct tree *t, const struct dt_face *p, const struct dt_face *q,
    const double *values, size_t depth, size_t *label, struct dt_error *err)
{
	struct dt_labels open = rest(t, p->binds, q->binds), binding;
	enum dt_bimatrix_end end;
	bool could;
	*label = furthest(open, values);
	if (*label == NO_LABEL)
		return close(t, p, q, depth, err);
	if (!t->ties)
		return DT_OK;
	enum dt_status status = dt_bimatrix_vertex(&t->s->b, 0, p->binds,
	    t->s->x, &end, &binding, err);
	if (status == DT_OK && end == DT_BIMATRIX_MANY) {
		status = has_rank(t, 0, q->binds, &could, err);
		*label = could ? settled(t, p, open, values) : NO_LABEL;
		return status;
	}
	*label = NO_LABEL;
	t->astray += end == DT_BIMATRIX_NONE;
	return status == DT_OK && end == DT_BIMATRIX_ONE ?
	    close(t, p, q, depth, err) : status;
}

/* `part`: which share of the tree hangs on the node. */
static enum dt_status
descend(struct tree *t, const struct dt_face *p, const struct dt_face *q,
    size_t depth, double part, struct dt_error *err)
{
	double values[NO_LABEL];
	struct dt_face *next = &t->faces[depth];
	enum dt_status status = DT_OK;
	if (is_over(t))
		return DT_OK;
	double end = t->share + part;
	size_t label = choose(t, p, q, values);
	if (label == NO_LABEL)
		status = choose_more(t, p, q, values, depth, &label, err);
	if (status == DT_OK && label != NO_LABEL)
		status = copy_face(t, depth, p, err);
	if (status == DT_OK && label != NO_LABEL && is_there(t, next, label) &&
	    (!t->ties || may_leave_all(t, next, q->binds)))
		status = descend(t, next, q, depth + 1, part / 2, err);
	t->share = end - part / 2;
	if (status == DT_OK && label != NO_LABEL &&
	    may_leave(t, p, label, values)) {
		dt_face_copy(next, q);
		if (is_there(t, next, label))
			status = descend(t, p, next, depth + 1, part / 2, err);
	}
	t->share = end;
	return status;
}

static enum dt_status
start(struct tree *t, struct dt_face whole[2], struct dt_error *err)
{
	enum dt_status status = DT_OK;
	/* A label is given once in each half of the way. */
	t->n_faces = 2 * (t->s->b.n[0] + t->s->b.n[1]) + 3;
	t->faces = dt_guard_new(t->n_faces, sizeof(*t->faces));
	if (t->faces == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; status == DT_OK && i < 2; i++) {
		status = dt_face_make(&t->s->b, &whole[i], err);
		if (status == DT_OK)
			dt_face_start(&whole[i], i);
	}
	return status == DT_OK ? dt_face_make(&t->s->b, &t->spare, err) :
	    status;
}

enum dt_status
dt_nash_tree(struct dt_nash_search *s, bool *settled, struct dt_error *err)
{
	struct tree t = { .s = s };
	struct dt_face whole[2] = { { .at = NULL } };
	enum dt_status status = start(&t, whole, err);
	if (status == DT_OK)
		status = descend(&t, &whole[0], &whole[1], 0, 1, err);
	*settled = !is_lost(&t);
	for (size_t i = 0; i < t.made; i++)
		dt_face_free(&t.faces[i]);
	dt_guard_free(t.faces);
	for (size_t i = 0; i < 2; i++)
		dt_face_free(&whole[i]);
	dt_face_free(&t.spare);
	return status;
}
