/*
 * check_graph_shelf: a verdict from graphs that another question has left is the
 * verdict from graphs that are walked afresh, bit for bit: over treaties that
 * suspend, forgive, expel, end, forfeit and run out, with parties that are alike
 * and not, while rates and money turn. And what may become of a shelf: one that
 * is too small, that is full, that a killed process was writing to.
 */
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "build.h"
#include "comply/graph_outline.h"
#include "comply/parts.h"

enum { SHELF = 32 << 20, SMALL = 20000, HEAD = 2048 };

/* Texts take rates and a fine. */
static const char *const treaties[] = {
	"treaty: t\nmonitoring: {miss: %g, false_alarm: %g}\nresponse: {ladder: "
	    "[{strikes: 1, fine: %g, suspend: 2}]}\nwithdrawal: {notice: 3}\n",
	"treaty: t\nmonitoring: {miss: %g, false_alarm: %g}\nresponse: {ladder: "
	    "[{strikes: 1, fine: %g}, {strikes: 2, expel: yes, chance: 0.5}], "
	    "forgive_after: 2}\nwithdrawal: {allowed: no}\n",
	"treaty: t\nmonitoring: {miss: %g, false_alarm: %g}\nresponse: {ladder: "
	    "[{strikes: 2, fine: %g, bond: 0.5}, {strikes: 4, end: yes}], "
	    "forgive_chance: 0.2}\nbond: 1\nwithdrawal: {notice: 2}\n",
	"treaty: t\nmonitoring: {miss: %g, false_alarm: %g}\nresponse: {ladder: "
	    "[{strikes: 1, fine: %g, suspend: 1}]}\nduration: {rounds: 4, "
	    "renewals: 1, renewal_rounds: 2, renewal_chance: 0.5}\n"
	    "withdrawal: {allowed: no}\n",
};
enum { TREATIES = sizeof(treaties) / sizeof(treaties[0]) };

struct turn {
	double miss, false_alarm, fine;
};
static const struct turn turns[] = { { .1, .05, 1 }, { .35, .02, 1 },
	{ .35, 0, 3 }, { .2, .1, .5 }, { 0, 1, 1 } };
enum { TURNS = sizeof(turns) / sizeof(turns[0]) };

static struct build b;
static struct dt_comply_model model;
static char text[1024];
static double memory[SHELF / sizeof(double)];

/* alike: two parties, or three of which one signs later. */
static void
make(const char *treaty, const struct turn *t, bool alike, int64_t rounds)
{
	b = (struct build){ .n = alike ? 2 : 3, .rounds = rounds,
	    .continuation = rounds > 0 ? 1 : .8 };
	snprintf(text, sizeof(text), treaty, t->miss, t->false_alarm, t->fine);
	if (!alike)
		b.agents[2].joins = 2;
	b.treaty = text;
	build_model(&b);
	build_must(&b, dt_comply_model_make(&b.arena, &b.model, &model,
	    &b.error));
}

static struct dt_comply_verdict
judge(struct dt_shelf *shelf)
{
	struct dt_parts_limits limits = { .states = 200000, .edges = 4000000,
	    .round_states = 1e7, .shelf = shelf };
	struct dt_comply_verdict v;
	build_must(&b, dt_parts_judge(&model, &limits, &v, &b.error));
	return v;
}

static bool
same_case(const struct dt_comply_case *a, const struct dt_comply_case *c)
{
	return a->part == c->part && a->agent == c->agent &&
	    a->departure == c->departure && a->round == c->round &&
	    a->value == c->value && a->departing == c->departing &&
	    a->worth == c->worth && a->best == c->best &&
	    a->gain == c->gain && a->where.phase == c->where.phase &&
	    a->where.strikes == c->where.strikes &&
	    a->where.others == c->where.others;
}

static void
compare(const struct dt_comply_verdict *a, const struct dt_comply_verdict *c)
{
	ck_assert_int_eq(a->answer, c->answer);
	ck_assert_uint_eq(a->states, c->states);
	ck_assert_int_eq(a->strikes, c->strikes);
	ck_assert_int_eq(a->unravels, c->unravels);
	ck_assert(a->slack == c->slack && a->cut == c->cut);
	ck_assert(same_case(&a->binding, &c->binding));
	for (int k = 0; k < DT_COMPLY_PARTS; k++) {
		ck_assert_int_eq(a->part[k].answer, c->part[k].answer);
		ck_assert_uint_eq(a->part[k].states, c->part[k].states);
		ck_assert(a->part[k].off == c->part[k].off);
	}
	for (size_t i = 0; i < b.n; i++)
		ck_assert(a->start[i] == c->start[i]);
	ck_assert_uint_eq(a->n_cases, c->n_cases);
	for (size_t k = 0; k < a->n_cases; k++)
		ck_assert(same_case(&a->cases[k], &c->cases[k]));
}

/* With a shelf and without. */
static void
agree(struct dt_shelf *shelf)
{
	struct dt_comply_verdict cold = judge(NULL), warm = judge(shelf);
	compare(&cold, &warm);
	dt_comply_verdict_free(&cold);
	dt_comply_verdict_free(&warm);
}

static struct dt_shelf *
shelf_of(size_t bytes)
{
	struct dt_shelf *shelf = dt_shelf_new(memory, bytes);
	ck_assert_ptr_nonnull(shelf);
	return shelf;
}

/* All turns of a treaty, endless or not. */
static void
turn_all(struct dt_shelf *shelf, const char *treaty, bool alike,
    int64_t rounds)
{
	for (int k = 0; k < TURNS; k++) {
		make(treaty, &turns[k], alike, rounds);
		agree(shelf);
		build_free(&b);
	}
}

START_TEST(bit_for_bit)
{
	memset(memory, 0, sizeof(memory));
	struct dt_shelf *shelf = shelf_of(SHELF);
	turn_all(shelf, treaties[_i], true, 0);
	turn_all(shelf, treaties[_i], false, 0);
	turn_all(shelf, treaties[_i], true, 12);
	/* And once more: all is there. */
	turn_all(shelf, treaties[_i], false, 0);
	dt_shelf_free(shelf);
}
END_TEST

/* A graph that another model's walk would not give is not taken for it. */
START_TEST(what_it_hangs_on)
{
	static const char *const ladders[] = { "[{strikes: 1, suspend: 2}]",
	    "[{strikes: 1, suspend: 3}]", "[{strikes: 2, suspend: 2}]",
	    "[{strikes: 1, suspend: 2, chance: 0.5}]",
	    "[{strikes: 1, expel: yes}]" };
	memset(memory, 0, sizeof(memory));
	struct dt_shelf *shelf = shelf_of(SHELF);
	for (int k = 0; k < 10; k++) {
		b = (struct build){ .n = 2, .continuation = .9 };
		snprintf(text, sizeof(text), "treaty: t\nmonitoring: {miss: "
		    "0.2, false_alarm: 0.05}\nresponse: {ladder: %s}\n"
		    "withdrawal: {notice: %d}\n", ladders[k % 5], 1 + k / 5);
		b.treaty = text;
		build_model(&b);
		build_must(&b, dt_comply_model_make(&b.arena, &b.model, &model,
		    &b.error));
		agree(shelf);
		build_free(&b);
	}
	dt_shelf_free(shelf);
}
END_TEST

START_TEST(too_small_and_full)
{
	ck_assert_ptr_null(dt_shelf_new(memory, 8));
	memset(memory, 0, sizeof(memory));
	for (size_t bytes = HEAD; bytes <= SMALL * 8; bytes *= 2) {
		struct dt_shelf *shelf = shelf_of(bytes);
		for (int k = 0; k < TREATIES; k++)
			turn_all(shelf, treaties[k], true, 0);
		dt_shelf_free(shelf);
		memset(memory, 0, bytes);
		/* nothing was written beyond it */
		for (size_t at = bytes / 8; at < 2 * bytes / 8; at++)
			ck_assert(memory[at] == 0);
	}
}
END_TEST

/* Killed while it wrote: the next finds nothing there, and begins anew. The
 * flag is the first word. */
START_TEST(killed)
{
	const uint32_t open = 1;
	memset(memory, 0, sizeof(memory));
	struct dt_shelf *shelf = shelf_of(SHELF);
	turn_all(shelf, treaties[1], true, 0);
	memset((unsigned char *)memory + 4096, 0x5a, SHELF / 2);
	memcpy(memory, &open, sizeof(open));
	turn_all(shelf, treaties[1], true, 0);
	turn_all(shelf, treaties[1], true, 0);
	dt_shelf_free(shelf);
}
END_TEST

/* Each allocation refused in turn, cold and warm: it is told, or was of no
 * account; and the shelf is as good as before. */
START_TEST(memory_runs_out)
{
	struct dt_parts_limits limits = { .states = 200000, .edges = 4000000,
	    .round_states = 1e7 };
	memset(memory, 0, sizeof(memory));
	limits.shelf = shelf_of(SHELF);
	make(treaties[0], &turns[0], false, 0);
	long refused = dt_memory_refused(), after = 0;
	do {
		struct dt_comply_verdict v;
		struct dt_error err = { 0 };
		if (after % 3 == 0)
			memset(memory, 0, HEAD);
		refused = dt_memory_refused();
		dt_memory_fail_after(after++);
		enum dt_status status = dt_parts_judge(&model, &limits, &v,
		    &err);
		dt_memory_fail_after(-1);
		dt_comply_verdict_free(&v);
		ck_assert(status == DT_ENOMEM || status == DT_OK);
	} while (dt_memory_refused() > refused);
	ck_assert_int_gt(after, 20);
	agree(limits.shelf);
	dt_shelf_free(limits.shelf);
	build_free(&b);
}
END_TEST

/* The words of a request, as they are told apart. */
START_TEST(outlines)
{
	struct dt_graph_outline first, other;
	struct dt_graph_request request = { .model = &model.model,
	    .strikes_cut = { 2, 3 } };
	make(treaties[0], &turns[0], true, 0);
	request.signers = model.signers;
	ck_assert(dt_graph_outline_make(&first, &request));
	build_free(&b);
	make(treaties[0], &turns[1], true, 0);
	ck_assert(dt_graph_outline_make(&other, &request));
	ck_assert(dt_graph_outline_is(&first, other.word, other.n));
	dt_graph_outline_free(&other);
	request.strikes_cut[1]++;
	ck_assert(dt_graph_outline_make(&other, &request));
	ck_assert(!dt_graph_outline_is(&first, other.word, other.n));
	dt_graph_outline_free(&other);
	dt_graph_outline_free(&first);
	build_free(&b);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("graph_shelf");
	TCase *tc = tcase_create("graph_shelf");
	tcase_add_loop_test(tc, bit_for_bit, 0, TREATIES);
	tcase_add_test(tc, what_it_hangs_on);
	tcase_add_test(tc, too_small_and_full);
	tcase_add_test(tc, killed);
	tcase_add_test(tc, memory_runs_out);
	tcase_add_test(tc, outlines);
	tcase_set_timeout(tc, 60);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
