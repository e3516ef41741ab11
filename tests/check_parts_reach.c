/*
 * check_parts_reach: which states a round of a game that ends may be in, as
 * parts_reach keeps it by what changes, is what a plain walk of all states in
 * all rounds comes to: over random treaties, with states after another party's
 * notice and without, and those whose term ends, so that no round has all that
 * the one before had.
 */
#include <check.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "base/random.h"
#include "build.h"
#include "comply/comply.h"
#include "comply/parts_rounds.h"

enum { GAMES = 60, ROUNDS = 40, TEXT = 1024 };

static struct dt_random dice;

static int
roll(int n)
{
	return (int)(dt_random_unit(&dice) * n);
}

static void
write_treaty(char *text)
{
	static const char *const term[] = { "", "", "duration: {rounds: 12}\n",
		"duration: {rounds: 60}\n" };
	int end = roll(3);
	snprintf(text, TEXT, "treaty: t\nmonitoring: {miss: .3, false_alarm: "
	    "%.2f}\nwithdrawal: {notice: %d}\nentry: {parties: 2, delay: %d}\n"
	    "%sresponse: {ladder: [{strikes: 1, fine: 1, suspend: %d}, "
	    "{strikes: 2, fine: 2%s}], forgive_after: 3}\n", roll(3) * .05,
	    roll(4), roll(3), term[roll(4)],
	    roll(3), end == 0 ? ", expel: yes" : end == 1 ? ", end: yes" : "");
}

/* ---- plainly ------------------------------------------------------------- */

static unsigned char
may(const struct dt_parts *p, size_t s, size_t e)
{
	const struct dt_scene *in = &p->scenes.of[p->graph.scene[s]];
	size_t pattern = p->graph.pattern[e];
	unsigned char bits = 0;
	if (in->pattern[DT_SCENE_COMPLY][pattern] > 0)
		bits = DT_PARTS_MARKS;
	for (int act = DT_SCENE_SECRET; act < DT_SCENE_ACTS; act++)
		if (in->may[act] && in->pattern[act][pattern] > 0)
			bits |= DT_PARTS_REACHED | DT_PARTS_ASKED;
	return bits;
}

/* How long a class may have been parties, by state; -1: it is none. */
static void
older(const struct dt_parts *p, size_t c, const unsigned char *mark,
    const int64_t *age, int64_t *next)
{
	const struct dt_graph *g = &p->graph;
	for (size_t s = 0; s < g->done; s++)
		next[s] = -1;
	for (size_t s = 0; s < g->end[DT_GRAPH_KEPT]; s++)
		for (size_t e = g->row[s]; mark[s] && e < g->row[s + 1]; e++)
			if (may(p, s, e) && dt_graph_has_party(g, g->to[e], c)
			    && next[g->to[e]] < age[s] + 1)
				next[g->to[e]] = age[s] + 1;
}

static void
give_notice(const struct dt_parts *p, int64_t *const *age,
    unsigned char *mark)
{
	const struct dt_graph *g = &p->graph;
	for (size_t k = 0; k < g->n_given; k++) {
		const struct dt_graph_given *one = &g->given[k];
		if (mark[one->from] && (one->rounds == 0 ||
		    age[one->class][one->from] >= one->rounds))
			mark[one->to] |= DT_PARTS_REACHED | (one->to >=
			    p->looked ? DT_PARTS_ASKED : 0);
	}
	for (int again = 0; again < 2; again++)
		for (size_t s = 0; s < g->done; s++)
			if (mark[s] && g->leaving[s] != DT_INDEX_NONE)
				mark[g->leaving[s]] |= mark[s] &
				    DT_PARTS_ASKED;
}

/* [round * states + state] */
static unsigned char *
walk(const struct dt_parts *p)
{
	const struct dt_graph *g = &p->graph;
	size_t n = g->done;
	unsigned char *all = dt_memory_new(ROUNDS * n, 1), *mark = all;
	unsigned char asked = p->looked == 0 ? DT_PARTS_ASKED : 0;
	int64_t *age[DT_AGENTS_MOST], *next = dt_memory_new(n, sizeof(*next));
	for (size_t c = 0; c < g->classes; c++) {
		age[c] = dt_memory_new(n, sizeof(*next));
		for (size_t s = 0; s < n; s++)
			age[c][s] = s == g->start &&
			    dt_graph_has_party(g, s, c) ? 0 : -1;
	}
	mark[g->abstain] = asked;
	mark[g->start] = DT_PARTS_EXPECTED | DT_PARTS_REACHED | asked;
	give_notice(p, age, mark);
	for (size_t t = 1; t < ROUNDS; t++, mark += n) {
		for (size_t s = 0; s < n; s++)
			for (size_t e = g->row[s]; e < g->row[s + 1]; e++)
				mark[n + g->to[e]] |= may(p, s, e) & mark[s];
		for (size_t c = 0; c < g->classes; c++) {
			older(p, c, mark, age[c], next);
			memcpy(age[c], next, n * sizeof(*next));
		}
		give_notice(p, age, mark + n);
	}
	for (size_t c = 0; c < g->classes; c++)
		dt_memory_free(age[c]);
	dt_memory_free(next);
	return all;
}

/* ---- both ---------------------------------------------------------------- */

/* What the marks say of a round and the one after it. */
static void
check_after(const struct dt_parts_marks *m, const unsigned char *after)
{
	ck_assert(!m->same || memcmp(m->mark, after, m->n) == 0);
	for (size_t s = 0; s < m->n; s++)
		ck_assert(!m->less || (m->mark[s] & ~after[s]) == 0);
}

static void
compare(const struct dt_parts *p, const char *text, size_t *kept)
{
	struct dt_parts_marks marks;
	size_t n = p->graph.done;
	unsigned char *plain = walk(p);
	ck_assert_int_eq(dt_parts_reach(p, ROUNDS, &marks), DT_OK);
	for (size_t t = ROUNDS; t-- > 0;) {
		dt_parts_marks_go(&marks, t);
		ck_assert_msg(memcmp(marks.mark, plain + t * n, n) == 0,
		    "round %zu, of\n%s", t + 1, text);
		if (t + 1 < ROUNDS)
			check_after(&marks, plain + (t + 1) * n);
		else
			ck_assert(!marks.same && !marks.less);
	}
	kept[marks.last != NULL]++;
	dt_parts_marks_free(&marks);
	dt_memory_free(plain);
}

static void
judge(struct build *b, size_t *kept)
{
	struct dt_comply_model m;
	struct dt_comply_verdict v = { 0 };
	struct dt_parts_limits limits = { .states = 20000, .edges = 1000000 };
	double outsider[DT_AGENTS_MOST] = { 0 };
	const int64_t beyond[2] = { 1, 2 };
	build_must(b, dt_comply_model_make(&b->arena, &b->model, &m,
	    &b->error));
	struct dt_parts p = { .m = &m, .limits = &limits, .outsider = outsider,
	    .v = &v, .err = &b->error, .keep = 1 };
	enum dt_status status = dt_parts_build(&p, beyond);
	if (status == DT_OK) {
		compare(&p, b->treaty, kept);
		p.looked = p.graph.done;
		status = dt_graph_others(&p.graph, m.model.terms.notice,
		    &b->error);
	}
	if (status == DT_OK) {
		build_must(b, dt_parts_put(&p, 0));
		compare(&p, b->treaty, kept + 2);
	}
	ck_assert(status == DT_OK || status == DT_EUSAGE);
	dt_parts_release(&p);
}

START_TEST(as_a_plain_walk)
{
	size_t kept[4] = { 0 };
	dt_random_stream(&dice, 7, 0, 0, 0);
	for (int game = 0; game < GAMES; game++) {
		char text[TEXT];
		struct build b = { .n = game % 3 ? 2 : 3, .treaty = text,
		    .rounds = ROUNDS };
		write_treaty(text);
		build_model(&b);
		judge(&b, kept);
		build_free(&b);
	}
	/* By rows of each round, and by changes; and so after notice. */
	for (int k = 0; k < 4; k++)
		ck_assert_uint_gt(kept[k], 0);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("parts_reach");
	TCase *tc = tcase_create("parts_reach");
	tcase_set_timeout(tc, 60);
	tcase_add_test(tc, as_a_plain_walk);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
