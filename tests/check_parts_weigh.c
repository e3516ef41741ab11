/*
 * check_parts_weigh: what states of a round are worth by columns of their rows,
 * four and eight at once (comply/parts_weigh.h), is what one number after the
 * other comes to, bit for bit, by each kind of vectors that the processor has:
 * rows of many widths, at the best and by complying, with acts that share ways,
 * that never are better, and that some plans alone may do.
 */
#include <check.h>
#include <string.h>

#include "base/memory.h"
#include "base/random.h"
#include "comply/parts_weigh.h"

enum { STATES = 32, EDGES = 5, CHOICES = 4, LONG = 96, GAMES = 200 };

struct round {
	struct dt_parts_rounds r;
	struct dt_parts_form form;
	struct dt_parts_choice choices[CHOICES];
	struct dt_parts_way ways[CHOICES * EDGES];
	struct dt_parts_place place[STATES];
	uint32_t to[STATES * EDGES], at[STATES];
	double now[STATES * LONG], after[STATES * LONG];
};

static double
toss(struct dt_random *dice)
{
	return dt_random_unit(dice) * 3 - 1;
}

static uint32_t
pick(struct dt_random *dice, uint32_t n)
{
	return (uint32_t)(dt_random_word(dice) % n);
}

/* The third choice has the ways of the second, pays less, and no plan of its
 * own. */
static void
make_choices(struct round *x, struct dt_random *dice)
{
	uint32_t n = 0;
	for (uint32_t k = 0; k < CHOICES; k++) {
		struct dt_parts_choice *c = x->choices + k;
		*c = (struct dt_parts_choice){ .pay = toss(dice), .way = n,
		    .act = (uint8_t)k, .plans = (uint8_t)(k == 0 ? 15 :
			pick(dice, 16)) };
		if (k == 2) {
			*c = c[-1];
			c->act = 2;
			c->pay -= 1;
			c->plans &= 5;
			c->again = c->worse = true;
			continue;
		}
		for (uint32_t e = 0; e < 1 + (n + k) % EDGES; e++)
			x->ways[n++] = (struct dt_parts_way){
			    dt_random_unit(dice), pick(dice, EDGES) };
		c->end = n;
	}
}

static void
make(struct round *x, struct dt_random *dice, size_t best, size_t comply)
{
	size_t first = best + comply > 0 ? DT_PARTS_FIRST : DT_PARTS_HEADS;
	memset(x, 0, sizeof(*x));
	make_choices(x, dice);
	x->form.n = CHOICES;
	for (uint32_t s = 0; s < STATES; s++) {
		x->place[s].edge = s * (size_t)EDGES;
		x->at[s] = s;
	}
	for (size_t e = 0; e < STATES * EDGES; e++)
		x->to[e] = pick(dice, STATES);
	for (size_t k = 0; k < STATES * LONG; k++)
		x->after[k] = toss(dice);
	x->r = (struct dt_parts_rounds){ .n = STATES, .place = x->place,
	    .to = x->to, .rows = { x->now, x->after }, .best = first + best,
	    .width = first + best + comply,
	    .forms = { .of = &x->form, .choices = x->choices,
		.ways = x->ways, .n = 1 } };
}

/* ---- by vectors ---------------------------------------------------------- */

DT_INLINE void
weigh(struct round *x, bool leaves)
{
	const int many = x->r.width == DT_PARTS_HEADS ? DT_PARTS_BLOCK : 1;
	for (int k = 0; k < STATES; k += many) {
		struct dt_parts_block b = { .form = &x->form, .at = x->at + k };
		for (int j = 0; j < many; j++)
			b.to[j] = x->to + x->place[k + j].edge;
		if (many == 1)
			dt_parts_weigh_wide(&x->r, &b, leaves);
		else
			dt_parts_weigh(&x->r, &b, DT_PARTS_BLOCK,
			    DT_PARTS_HEADS, (struct dt_parts_along){
			    .heads = true });
	}
}

static void
weigh_plainly(struct round *x, bool leaves)
{
	weigh(x, leaves);
}

#if defined(__x86_64__) && defined(__GNUC__)
__attribute__((target("avx2"))) static void
weigh_avx2(struct round *x, bool leaves)
{
	weigh(x, leaves);
}

__attribute__((target("avx512f"))) static void
weigh_avx512(struct round *x, bool leaves)
{
	weigh(x, leaves);
}

static bool
has(int kind)
{
	return kind == 0 || (kind == 1 ? __builtin_cpu_supports("avx2") :
	    __builtin_cpu_supports("avx512f"));
}
static void (*const kinds[])(struct round *, bool) = { weigh_plainly,
	weigh_avx2, weigh_avx512 };
#else
static bool
has(int kind)
{
	return kind == 0;
}
static void (*const kinds[])(struct round *, bool) = { weigh_plainly };
#endif
enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

/* ---- one number after the other ------------------------------------------ */

static double
by(const struct round *x, size_t s, size_t choice, size_t column)
{
	const struct dt_parts_choice *c = x->choices + choice;
	double sum = 0;
	for (uint32_t w = c->way; w < c->end; w++)
		sum += x->ways[w].chance * x->after[x->to[x->place[s].edge +
		    x->ways[w].to] * x->r.width + column];
	return sum + c->pay;
}

static double
worth(const struct round *x, size_t s, size_t column)
{
	double most = by(x, s, 0, column);
	for (size_t k = 1; k < CHOICES && column < x->r.best; k++) {
		bool may = column >= DT_PARTS_HEADS ||
		    (x->choices[k].plans >> column & 1) != 0;
		if (may && by(x, s, k, column) > most)
			most = by(x, s, k, column);
	}
	return most;
}

static void
compare(const struct round *x, size_t s, bool leaves)
{
	const double *row = x->now + s * x->r.width;
	bool narrow = x->r.width == DT_PARTS_HEADS;
	for (size_t c = 0; c < x->r.width; c++) {
		if (c >= DT_PARTS_HEADS && c < DT_PARTS_FIRST)
			continue;
		double want = c < DT_PARTS_HEADS || leaves ? worth(x, s, c) :
		    row[c < x->r.best ? DT_PARTS_LEFT : DT_PARTS_COMPLY];
		ck_assert_msg(row[c] == want, "state %zu, column %zu of %zu",
		    s, c, x->r.width);
	}
	size_t j = narrow ? s % DT_PARTS_BLOCK : 0;
	for (size_t k = 0; s + DT_PARTS_BLOCK >= STATES && k < CHOICES *
	    (size_t)DT_PARTS_HEADS && (narrow || s == STATES - 1); k++)
		ck_assert_double_eq(x->r.acts[j][k], by(x, s, k /
		    DT_PARTS_HEADS, k % DT_PARTS_HEADS));
}

START_TEST(bit_for_bit)
{
	static const size_t columns[][2] = { { 0, 0 }, { 8, 8 }, { 16, 16 },
		{ 24, 24 }, { 40, 40 }, { 16, 0 }, { 0, 16 }, { 8, 0 },
		{ 0, 40 } };
	struct round *x = dt_memory_new(1, sizeof(*x));
	struct dt_random dice;
	ck_assert_ptr_nonnull(x);
	if (!has(_i))
		return dt_memory_free(x);
	for (uint64_t game = 0; game < GAMES; game++) {
		const size_t *wide = columns[game % (sizeof(columns) /
		    sizeof(columns[0]))];
		bool leaves = game / 9 % 3 != 0;
		dt_random_stream(&dice, 1, game, 0, 0);
		make(x, &dice, wide[0], wide[1]);
		kinds[_i](x, leaves);
		for (size_t s = 0; s < STATES; s++)
			compare(x, s, leaves);
	}
	dt_memory_free(x);
}
END_TEST

int
main(void)
{
	Suite *suite = suite_create("parts_weigh");
	TCase *tc = tcase_create("parts_weigh");
	tcase_add_loop_test(tc, bit_for_bit, 0, KINDS);
	suite_add_tcase(suite, tc);
	SRunner *runner = srunner_create(suite);
	srunner_run_all(runner, CK_ENV);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed != 0;
}
