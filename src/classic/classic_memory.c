/* classic_memory: memory-one strategies; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "classic/pair.h"

static const struct dt_classic_parameter memory_one[] = {
	{ "p1", "mine: chance to pause after both paused", 1, 0, 1, false },
	{ "p2", "mine: after I paused and it raced", 0, 0, 1, false },
	{ "p3", "mine: after I raced and it paused", 1, 0, 1, false },
	{ "p4", "mine: after both raced", 0, 0, 1, false },
	{ "p0", "mine: in the first round", 1, 0, 1, false },
	{ "q1", "its: chance to pause after both paused", 1, 0, 1, false },
	{ "q2", "its: after it paused and I raced", 0, 0, 1, false },
	{ "q3", "its: after it raced and I paused", 1, 0, 1, false },
	{ "q4", "its: after both raced", 0, 0, 1, false },
	{ "q0", "its: in the first round", 1, 0, 1, false },
	{ "e", "chance of a slip", .05, 0, 1, false },
	{ "c", "continuation; 1: the long run", 1, 0, 1, false },
	{ 0 }
};

/* The prisoner's dilemma of the source; other payoffs: zero-determinant. */
static const struct dt_payoff_matrix axelrod = { .reward = 3, .sucker = 0,
    .temptation = 5, .punishment = 1 };

static enum dt_status
answer_memory(const double *v, struct dt_solution *s, struct dt_error *err)
{
	struct dt_pair_strategy me = { { v[0], v[1], v[2], v[3] }, v[4] };
	struct dt_pair_strategy it = { { v[5], v[6], v[7], v[8] }, v[9] };
	struct dt_pair_play play;
	enum dt_status status = dt_pair_play(&me, &it, &axelrod, v[10],
	    v[11], &play, err);
	if (status != DT_OK)
		return status;
	s->method = "exact limit of the chain of four outcomes";
	s->tolerance = 1e-8;
	double pause = play.share[DT_PAIR_CC] + play.share[DT_PAIR_CD];
	dt_solution_say(s, "I get %.5g a round and it gets %.5g; I pause in "
	    "%.4g of the rounds (T, R, P, S = 5, 3, 1, 0).", play.mine,
	    play.its, pause);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "mine", play.mine, "my payoff a round");
	dt_classic_result(t, "its", play.its, "its payoff a round");
	dt_classic_result(t, "cooperation", pause,
	    "share of rounds in which I pause");
	dt_classic_result(t, "CC", play.share[0], "share: both pause");
	dt_classic_result(t, "CD", play.share[1], "share: I pause, it races");
	dt_classic_result(t, "DC", play.share[2], "share: I race, it pauses");
	dt_classic_result(t, "DD", play.share[3], "share: both race");
	return DT_OK;
}

const struct dt_classic dt_classic_memory_one = {
	.name = "memory-one",
	.title = "Two memory-one strategies that slip",
	.summary = "payoffs and cooperation of any two, in the long run or "
	    "discounted",
	.source = "Nowak and Sigmund 1993",
	.parameters = memory_one,
	.answer = answer_memory,
};

enum { T, R, P, S, FACTOR, SCALE, LEVEL, AFTER };
static const struct dt_classic_parameter determinant[] = {
	{ "T", "temptation", 5, -1e9, 1e9, false },
	{ "R", "reward", 3, -1e9, 1e9, false },
	{ "P", "punishment", 1, -1e9, 1e9, false },
	{ "S", "sucker", 0, -1e9, 1e9, false },
	{ "x", "extortion factor", 3, 1, 1e6, false },
	{ "f", "scale of the extortion; 0: half the most", 0, 0, 1e9, false },
	{ "level", "payoff that the equaliser allows the other", 2, -1e9, 1e9,
	    false },
	{ "cc", "the equaliser's chance to pause after both paused", 2.0 / 3,
	    0, 1, false },
	{ 0 }
};

static void
add_row(struct dt_solution_table *t, const char *name,
    const struct dt_pair_strategy *p, const struct dt_payoff_matrix *m)
{
	const struct dt_pair_strategy others[] = {
		{ { 1, 1, 1, 1 }, 1 }, { { 0, 0, 0, 0 }, 0 },
		{ { .5, .5, .5, .5 }, .5 },
	};
	dt_solution_text(t, name);
	for (size_t i = 0; i < 4; i++)
		dt_solution_number(t, p->pause[i]);
	for (size_t k = 0; k < 3; k++) {
		struct dt_pair_play play = { .mine = NAN, .its = NAN };
		(void)dt_pair_play(p, &others[k], m, 0, 1, &play, NULL);
		dt_solution_number(t, play.mine);
		dt_solution_number(t, play.its);
	}
}

static struct dt_solution_table *
start_table(struct dt_solution *s)
{
	static const char *const columns[][2] = {
		{ "strategy", NULL }, { "after_cc", "CC" },
		{ "after_cd", "CD" }, { "after_dc", "DC" },
		{ "after_dd", "DD" }, { "mine_allc", "v ALLC" },
		{ "its_allc", "it" }, { "mine_alld", "v ALLD" },
		{ "its_alld", "it" }, { "mine_random", "v random" },
		{ "its_random", "it" },
	};
	struct dt_solution_table *t = dt_solution_table(s, "strategies",
	    "Chances to pause, and what they give against others");
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		dt_solution_column(t, columns[i][0], columns[i][1], "");
	return t;
}

static struct dt_pair_strategy
generous(double forgiveness)
{
	struct dt_pair_strategy p = { .first = 1 };
	p.pause[DT_PAIR_CC] = p.pause[DT_PAIR_DC] = 1;
	p.pause[DT_PAIR_CD] = p.pause[DT_PAIR_DD] = forgiveness;
	return p;
}

static void
add_determinant(const double *v, const struct dt_payoff_matrix *m,
    const struct dt_pair_strategy *extort, double f,
    const struct dt_pair_strategy *equal, struct dt_solution *s)
{
	double g = dt_pair_generosity(m);
	struct dt_pair_strategy third = generous(g);
	dt_solution_say(s, "Extortion takes %g times what it leaves above P; "
	    "the equaliser holds the other at %g whatever it does; generous "
	    "tit for tat forgives with chance %.4g.", v[FACTOR], v[LEVEL], g);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "f", f, "scale of the extortion");
	dt_classic_result(t, "f_most", dt_pair_extort_most(m, v[FACTOR]),
	    "the most it may be");
	dt_classic_result(t, "g", g, "generous tit for tat's forgiveness");
	t = start_table(s);
	add_row(t, "extortion", extort, m);
	add_row(t, "equaliser", equal, m);
	add_row(t, "generous-tit-for-tat", &third, m);
}

static enum dt_status
answer_determinant(const double *v, struct dt_solution *s,
    struct dt_error *err)
{
	struct dt_payoff_matrix m = { .temptation = v[T], .reward = v[R],
	    .punishment = v[P], .sucker = v[S] };
	struct dt_pair_strategy extort, equal;
	if (!(v[T] > v[R] && v[R] > v[P] && v[P] > v[S]))
		return dt_status_fail(err, DT_EUSAGE, "zero-determinant "
		    "strategies are for a prisoner's dilemma: T > R > P > S");
	double most = dt_pair_extort_most(&m, v[FACTOR]);
	double f = v[SCALE] > 0 ? v[SCALE] : most / 2;
	if (!dt_pair_extort(&m, v[FACTOR], f, &extort))
		return dt_status_fail(err, DT_EUSAGE, "f must be at most "
		    "%.6g for x %g", most, v[FACTOR]);
	if (!dt_pair_equalise(&m, v[LEVEL], v[AFTER], &equal))
		return dt_status_fail(err, DT_EUSAGE, "no equaliser has level "
		    "%g and cc %g: a chance would leave [0, 1]", v[LEVEL],
		    v[AFTER]);
	s->tolerance = 1e-8;
	add_determinant(v, &m, &extort, f, &equal, s);
	return DT_OK;
}

const struct dt_classic dt_classic_zero_determinant = {
	.name = "zero-determinant",
	.title = "Extortion, equalisers and generosity",
	.summary = "strategies that set a line on which all payoffs lie",
	.source = "Press and Dyson 2012; Molander 1985",
	.parameters = determinant,
	.answer = answer_determinant,
};
