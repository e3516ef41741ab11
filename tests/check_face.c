/*
 * check_face: what doubles and weights say of faces of best-reply polytopes,
 * against the list of all their vertices, which comes from another method: a
 * face is there if a vertex has all its labels, and a label always binds if it
 * does at each of them.
 */
#include <math.h>

#include "base/guard.h"
#include "nash_case.h"
#include "solve/face.h"
#include "solve/vertices.h"

/* Prisoners' dilemma, 3 3 / 0 5 / 5 0 / 1 1. */
static void
dilemma(struct made *m)
{
	static const int a[] = { 3, 0, 5, 1 }, b[] = { 3, 5, 0, 1 };
	lay(m, 2, 2);
	for (size_t k = 0; k < 4; k++) {
		put(m, 0, k / 2, k % 2, a[k], "");
		put(m, 1, k / 2, k % 2, b[k], "");
	}
}

static bool
is_all(struct dt_labels implied)
{
	return implied.of[0] == 3;
}

/* Where the second's first strategy (C) is to be a best reply, weights 1 for D
 * and -1 for C give 5 - 3 against C and 1 - 0 against D: both above 0, so there
 * is no such mix of the first. The same proves nothing where C need not be
 * one; nor do weights that do not add up to 0, or that are too large for
 * their sums. */
static void
weigh(void *context)
{
	struct made *m = context;
	struct dt_bimatrix b;
	struct dt_labels c = { { 0, 1 } }, none = { { 0, 0 } };
	int64_t good[] = { -1, 1 }, bad[] = { -1, 2 }, other[] = { 1, -1 };
	ck_assert_int_eq(dt_bimatrix_make(&m->game, &b, NULL), DT_OK);
	int64_t most = INT64_C(1) << dt_face_bits(&b, 0);
	int64_t huge[] = { -2 * most, 2 * most };
	ck_assert(is_all(dt_face_implied(&b, 0, c, good)));
	ck_assert(!is_all(dt_face_implied(&b, 0, none, good)));
	ck_assert(!is_all(dt_face_implied(&b, 0, c, bad)));
	ck_assert(!is_all(dt_face_implied(&b, 0, c, other)));
	ck_assert(!is_all(dt_face_implied(&b, 0, c, huge)));
	dt_bimatrix_free(&b);
}

START_TEST(weights_prove_that_a_dominated_reply_is_never_best)
{
	struct made m = { .game = { .title = "" } };
	dilemma(&m);
	ck_assert(dt_guard_run(weigh, &m));
	dt_arena_free(&m.arena);
}
END_TEST

struct fixture {
	struct made made;
	struct dt_bimatrix b;
	struct dt_vertices vertices;
	struct dt_face face, spare;
	uint64_t state;
	size_t player, empty, always;
};

static bool
has_all(struct dt_labels set, struct dt_labels part)
{
	return (part.of[0] & ~set.of[0]) == 0 && (part.of[1] & ~set.of[1]) == 0;
}

/* Vertices but the origin, at which nothing is played, that have all labels
 * of the face, and of these those that have one more. */
static size_t
count(const struct fixture *f, struct dt_labels binds, size_t label,
    size_t *more)
{
	size_t n = 0, own = f->b.n[f->player];
	*more = 0;
	for (size_t v = 0; v < f->vertices.n; v++) {
		struct dt_labels at = f->vertices.binding[v];
		if (at.of[f->player] == UINT64_MAX >> (64 - own) ||
		    !has_all(at, binds))
			continue;
		n++;
		*more += dt_labels_has(at, label);
	}
	return n;
}

/* Labels are asked for one by one until nothing is left. */
static void
ask_labels(struct fixture *f)
{
	size_t labels = f->b.n[0] + f->b.n[1], more;
	dt_face_start(&f->face, f->player);
	for (size_t k = 0; k < labels; k++) {
		size_t pick = splitmix(&f->state) % labels;
		size_t label = pick < f->b.n[0] ? pick :
		    64 + pick - f->b.n[0];
		size_t n = count(f, f->face.binds, label, &more);
		dt_face_copy(&f->spare, &f->face);
		bool always = dt_face_always(&f->spare, label);
		ck_assert(!always || more == n);
		/* Without a reply the face is not bounded; and what weights of
		 * long numbers cannot show stays open. */
		if (f->b.small[!f->player] != NULL &&
		    f->face.binds.of[!f->player] != 0)
			ck_assert_int_eq(always, more == n);
		f->always += always;
		enum dt_face_end end = dt_face_bind(&f->face, label);
		ck_assert_int_eq(end, more > 0 ? DT_FACE_THERE :
		    DT_FACE_EMPTY);
		f->empty += end == DT_FACE_EMPTY;
		if (end == DT_FACE_EMPTY)
			break;
	}
}

static void
hold(void *context)
{
	struct fixture *f = context;
	bool whole;
	ck_assert_int_eq(dt_bimatrix_make(&f->made.game, &f->b, NULL), DT_OK);
	ck_assert_int_eq(dt_vertices_exact(&f->b, f->player, NULL,
	    &f->vertices, &whole, NULL), DT_OK);
	ck_assert_int_eq(dt_face_make(&f->b, &f->face, NULL), DT_OK);
	ck_assert_int_eq(dt_face_make(&f->b, &f->spare, NULL), DT_OK);
	for (size_t k = 0; k < 20; k++)
		ask_labels(f);
	dt_face_free(&f->spare);
	dt_face_free(&f->face);
	dt_vertices_free(&f->vertices);
	dt_bimatrix_free(&f->b);
}

/* Of 400 games each, payoffs below 2, 3 and 1001, and in long numbers. */
START_TEST(a_face_is_empty_if_no_vertex_has_its_labels)
{
	static const int ranges[] = { 2, 3, 1001, 1001 };
	size_t empty = 0, always = 0;
	for (uint64_t seed = 1; seed <= 400; seed++) {
		struct fixture f = { .state = seed, .player = seed % 2 };
		draw(&f.made, 1 + seed % 5, 1 + seed / 5 % 5, seed,
		    ranges[_i]);
		if (_i == 3)
			lengthen(&f.made);
		ck_assert(dt_guard_run(hold, &f));
		empty += f.empty;
		always += f.always;
		dt_arena_free(&f.made.arena);
	}
	ck_assert_uint_gt(empty, 1000);
	ck_assert(always > 300 || _i >= 2);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("face");
	TCase *tests = tcase_create("face");
	tcase_set_timeout(tests, 60);
	tcase_add_test(tests,
	    weights_prove_that_a_dominated_reply_is_never_best);
	tcase_add_loop_test(tests,
	    a_face_is_empty_if_no_vertex_has_its_labels, 0, 4);
	suite_add_tcase(suite, tests);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
