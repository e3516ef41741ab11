/* classic_concession: who gives in, and when: a war of concession, and
 * aspirations that fall with time; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "pact/concession.h"

enum { HIGH, LOW, COST, R1, R2, TIME };

static const struct dt_classic_parameter war[] = {
	{ "H", "flow to the side that did not give in", 3, -1e9, 1e9, false },
	{ "L", "flow to the side that did", 1, -1e9, 1e9, false },
	{ "c", "flow of cost while nothing is agreed", .5, 0, 1e9, false },
	{ "r1", "discount rate of side 1", .1, 1e-9, 1e3, false },
	{ "r2", "discount rate of side 2", .1, 1e-9, 1e3, false },
	{ "t", "a time", 10, 0, 1e9, false },
	{ 0 }
};

static void
add_war(const double *v, const struct dt_concession *w,
    struct dt_solution *s)
{
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "hazard_1", dt_concession_rate(w, 0),
	    "rate at which side 1 gives in, r2 (L + c)/(H - L)");
	dt_classic_result(t, "hazard_2", dt_concession_rate(w, 1),
	    "rate at which side 2 gives in");
	dt_classic_result(t, "mean_delay", dt_concession_delay(w),
	    "time until one does, on average");
	dt_classic_result(t, "none", dt_concession_none(w, v[TIME]),
	    "chance that neither has by t");
	dt_classic_result(t, "value_1", v[LOW] / v[R1],
	    "what the war is worth to side 1: no more than giving in");
	dt_classic_result(t, "value_2", v[LOW] / v[R2],
	    "the same for side 2");
}

static enum dt_status
answer_war(const double *v, struct dt_solution *s, struct dt_error *err)
{
	struct dt_concession w = { .high = v[HIGH], .low = v[LOW],
	    .cost = v[COST], .discount = { v[R1], v[R2] } };
	if (!(v[HIGH] > v[LOW]) || !(v[LOW] + v[COST] > 0))
		return dt_status_fail(err, DT_EUSAGE, "a war of concession "
		    "needs H > L (else nobody waits) and L > -c (else nobody "
		    "gives in)");
	dt_solution_say(s, "It takes %.4g on average until one side gives in; "
	    "with chance %.4g neither has by %g.", dt_concession_delay(&w),
	    dt_concession_none(&w, v[TIME]), v[TIME]);
	dt_solution_say(s, "The more the future counts (a lower r), the longer "
	    "it takes: what makes an agreement hold makes it late.");
	add_war(v, &w, s);
	return DT_OK;
}

const struct dt_classic dt_classic_concession_war = {
	.name = "concession-war",
	.title = "A war of concession",
	.summary = "how long two sides wait for the other to give in",
	.source = "the bargaining phase of Fearon 1998, with constant hazards",
	.parameters = war,
	.answer = answer_war,
};

enum { E1, E2, LEAST1, LEAST2 };

static const struct dt_classic_parameter curves[] = {
	{ "e1", "party 1: below 1 holds out, above 1 gives in early", 1,
	    1e-3, 1e3, false },
	{ "e2", "party 2", 1, 1e-3, 1e3, false },
	{ "least1", "the least that party 1 takes", 0, 0, 1, false },
	{ "least2", "the least that party 2 takes", 0, 0, 1, false },
	{ 0 }
};

static void
add_path(const struct dt_concession_curve *one,
    const struct dt_concession_curve *other, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "time", NULL, "" },
		{ "asks_1", "party 1 asks", "share" },
		{ "asks_2", "party 2 asks", "share" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "path",
	    "What they ask for, by time", heads);
	for (int i = 0; i <= 10; i++) {
		dt_solution_number(t, i / 10.0);
		dt_solution_number(t, dt_concession_asks(one, i / 10.0));
		dt_solution_number(t, dt_concession_asks(other, i / 10.0));
	}
}

static enum dt_status
answer_curves(const double *v, struct dt_solution *s, struct dt_error *err)
{
	struct dt_concession_curve one = { v[E1], v[LEAST1] };
	struct dt_concession_curve other = { v[E2], v[LEAST2] };
	double time = dt_concession_meet(&one, &other);
	double share = isnan(time) ? NAN : dt_concession_asks(&one, time);
	(void)err;
	if (isnan(time))
		dt_solution_say(s, "They never agree: the least that they take "
		    "is %g together, and there is 1.",
		    v[LEAST1] + v[LEAST2]);
	else
		dt_solution_say(s, "They agree at %.4g of the time that they "
		    "have: party 1 gets %.4g, party 2 %.4g.", time, share,
		    1 - share);
	s->tolerance = 1e-12;
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "time", time,
	    "when what they ask for is no more than 1; the deadline is 1");
	dt_classic_result(t, "share_1", share, "what party 1 gets then");
	dt_classic_result(t, "share_2", 1 - share, "what party 2 gets");
	add_path(&one, &other, s);
	return DT_OK;
}

const struct dt_classic dt_classic_concession_curves = {
	.name = "concession-curves",
	.title = "Aspirations that fall with time",
	.summary = "when two time-based negotiators agree, and on what",
	.source = "Faratin, Sierra and Jennings 1998",
	.parameters = curves,
	.answer = answer_curves,
};
