/* classic_solutions: what theories of bargaining point at, over a menu of
 * texts; see classic.h. */
#include "classic/classic.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "pact/bargain.h"
#include "pact/curve.h"

enum { LOTTERIES, POWER, MENU, DISAGREEMENT, WEIGHTS, OUTCOME };

static const struct dt_classic_parameter parameters[] = {
	{ "lotteries", "1: chances over texts are allowed", 0, 0, 1, true },
	{ "k", "of the curve u2 = 1 - u1^k, from (0, 0)", 2, 1.01, 100,
	    false },
	{ "menu", "texts: what each gives to party 1, party 2, ...; then the "
	    "next text", 0, -1e6, 1e6, false, "4, 2; 3, 3.2; 2, 4.5; 2.5, 2.5" },
	{ "d", "what each party has without an agreement", 0, -1e6, 1e6,
	    false, "1, 1" },
	{ "w", "weights in Nash's product; one number: of each", 0, 1e-6, 1e6,
	    false, "1" },
	{ "outcome", "where talks ended, as what each party got", 0, -1e6,
	    1e6, false, "2.5, 2.5" },
	{ 0 }
};

struct problem {
	struct dt_bargain bargain;
	double weights[DT_BARGAIN_PARTIES_MOST];
	double ideal[DT_BARGAIN_PARTIES_MOST];
	const double *outcome;
	struct dt_bargain_point points[DT_BARGAIN_KINDS];
	bool front[DT_CLASSIC_LIST_MOST];
	double waste;
};

static enum dt_status
read_problem(const double *v, struct problem *p, struct dt_error *err)
{
	size_t parties = (size_t)v[DISAGREEMENT], numbers = (size_t)v[MENU];
	const double *weights = dt_classic_list(parameters, v, WEIGHTS);
	if (parties > DT_BARGAIN_PARTIES_MOST || numbers % parties != 0)
		return dt_status_fail(err, DT_EUSAGE, "d has %zu parties, and "
		    "menu %zu numbers: a text needs one for each party",
		    parties, numbers);
	if (v[OUTCOME] != v[DISAGREEMENT] ||
	    (v[WEIGHTS] != 1 && v[WEIGHTS] != v[DISAGREEMENT]))
		return dt_status_fail(err, DT_EUSAGE, "outcome and w need a "
		    "number for each of the %zu parties in d", parties);
	for (size_t i = 0; i < parties; i++)
		p->weights[i] = weights[v[WEIGHTS] == 1 ? 0 : i];
	p->outcome = dt_classic_list(parameters, v, OUTCOME);
	p->bargain = (struct dt_bargain){ .parties = parties,
	    .n = numbers / parties,
	    .points = dt_classic_list(parameters, v, MENU),
	    .disagreement = dt_classic_list(parameters, v, DISAGREEMENT),
	    .weights = p->weights, .lotteries = v[LOTTERIES] != 0 };
	return DT_OK;
}

static enum dt_status
solve(struct problem *p, struct dt_arena *arena, struct dt_error *err)
{
	const struct dt_bargain *b = &p->bargain;
	enum dt_status status = dt_bargain_solutions(b, arena, p->points, err);
	if (status == DT_OK)
		status = dt_bargain_ideal(b, p->ideal, err);
	if (status == DT_OK)
		status = dt_bargain_front(b, p->front, err);
	if (status == DT_OK)
		status = dt_bargain_waste(b, p->outcome, &p->waste, err);
	return status;
}

static void
party_columns(struct dt_solution_table *t, const struct dt_bargain *b)
{
	struct dt_arena *arena = t->solution->arena;
	for (size_t k = 0; k < b->parties; k++) {
		const char *name = dt_arena_print(arena, "u%zu", k + 1);
		t->solution->failed |= name == NULL;
		dt_solution_column(t, name != NULL ? name : "", NULL,
		    "utility");
	}
}

static void
party_cells(struct dt_solution_table *t, const struct dt_bargain *b,
    const double *utility)
{
	for (size_t k = 0; k < b->parties; k++)
		dt_solution_number(t, utility[k]);
}

static void
add_solutions(const struct problem *p, struct dt_solution *s)
{
	const struct dt_bargain *b = &p->bargain;
	struct dt_solution_table *t = dt_solution_table(s, "solutions",
	    "Solutions");
	dt_solution_column(t, "solution", NULL, "");
	dt_solution_column(t, "text", "text, or likeliest", "");
	party_columns(t, b);
	dt_solution_column(t, "value", "what is largest", "");
	dt_solution_column(t, "ties", "as good", "texts");
	dt_solution_column(t, "distance", "outcome is off by", "shares");
	for (int kind = 0; kind < DT_BARGAIN_KINDS; kind++) {
		const struct dt_bargain_point *at = &p->points[kind];
		dt_solution_text(t, dt_bargain_names[kind]);
		if (at->agreement)
			dt_solution_whole(t, (int64_t)at->text + 1);
		else
			dt_solution_text(t, NULL);
		party_cells(t, b, at->utility);
		dt_solution_number(t, at->value);
		dt_solution_whole(t, (int64_t)at->ties);
		dt_solution_number(t, dt_bargain_distance(b, p->ideal,
		    p->outcome, at->utility));
	}
}

static void
add_texts(const struct problem *p, struct dt_solution *s)
{
	static const char *const columns[DT_BARGAIN_KINDS] = { "nash",
	    "kalai_smorodinsky", "egalitarian", "utilitarian" };
	const struct dt_bargain *b = &p->bargain;
	struct dt_solution_table *t = dt_solution_table(s, "texts",
	    "Texts, with the chance that each solution gives them");
	dt_solution_column(t, "text", NULL, "");
	party_columns(t, b);
	dt_solution_column(t, "front", "Pareto front", "");
	for (int kind = 0; kind < DT_BARGAIN_KINDS; kind++)
		dt_solution_column(t, columns[kind], dt_bargain_names[kind],
		    "chance");
	for (size_t i = 0; i < b->n; i++) {
		dt_solution_whole(t, (int64_t)i + 1);
		party_cells(t, b, b->points + i * b->parties);
		dt_solution_text(t, p->front[i] ? "yes" : "no");
		for (int kind = 0; kind < DT_BARGAIN_KINDS; kind++)
			dt_solution_number(t, p->points[kind].chance[i]);
	}
}

/* The curve has two parties; with others, equal weights are taken. */
static void
add_curve(const struct problem *p, double k, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "solution", NULL, "" },
		{ "u1", NULL, "utility" },
		{ "u2", NULL, "utility" },
	};
	const double *w = p->weights;
	double share = p->bargain.parties == 2 ? w[0] / (w[0] + w[1]) : .5;
	const double u[DT_BARGAIN_KINDS] = {
		dt_curve_nash(k, share), dt_curve_equal(k), dt_curve_equal(k),
		dt_curve_utilitarian(k) };
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "curve",
	    "Over the curve u2 = 1 - u1^k, from (0, 0)", heads);
	for (int kind = 0; kind < DT_BARGAIN_KINDS; kind++) {
		dt_solution_text(t, dt_bargain_names[kind]);
		dt_solution_number(t, u[kind]);
		dt_solution_number(t, dt_curve_other(k, u[kind]));
	}
}

static void
say(const struct problem *p, struct dt_solution *s)
{
	const struct dt_bargain_point *nash = &p->points[DT_BARGAIN_NASH];
	if (!nash->agreement)
		dt_solution_say(s, "No agreement: there is no %s that leaves "
		    "nobody worse off.", p->bargain.lotteries ? "lottery over "
		    "texts" : "text");
	else if (p->bargain.lotteries && nash->chance[nash->text] < 1)
		dt_solution_say(s, "Nash's solution is a lottery over texts, "
		    "text %zu with chance %.4g.", nash->text + 1,
		    nash->chance[nash->text]);
	else
		dt_solution_say(s, "Nash's solution is text %zu.",
		    nash->text + 1);
	if (p->waste > 0)
		dt_solution_say(s, "The outcome of the talks leaves something "
		    "on the table: shares of best gains could rise by %.4g "
		    "together and nobody's fall.", p->waste);
	else
		dt_solution_say(s, "The outcome of the talks leaves nothing on "
		    "the table.");
}

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	struct problem p = { .waste = 0 };
	enum dt_status status = read_problem(v, &p, err);
	if (status == DT_OK)
		status = solve(&p, s->arena, err);
	if (status != DT_OK)
		return status;
	s->method = p.bargain.lotteries ? "linear programs over lotteries" :
	    "every text";
	s->tolerance = p.bargain.lotteries ? 1e-8 : 0;
	say(&p, s);
	add_solutions(&p, s);
	add_texts(&p, s);
	add_curve(&p, v[POWER], s);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "waste", p.waste,
	    "what the outcome leaves on the table, in shares of best gains");
	return DT_OK;
}

const struct dt_classic dt_classic_solutions = {
	.name = "solutions",
	.title = "Solutions of bargaining problems",
	.summary = "which text Nash, Kalai-Smorodinsky, egalitarians and "
	    "utilitarians point at",
	.source = "Nash 1950; Kalai and Smorodinsky 1975; Kalai 1977",
	.parameters = parameters,
	.answer = answer,
};
