/* classic_scrutiny: how many items and alarms it takes; see
 * classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "classic/scrutiny.h"

enum { N, K, DETECT, FALSE_ALARM, ALARMS, GAIN, CAP, WORTH, KAPPA, C };

static const struct dt_classic_parameter rules[] = {
	{ "N", "items", 1000, 1, 2000, true },
	{ "K", "bad items of a violator", 10, 1, 2000, true },
	{ "q", "chance that an inspected bad item is seen", .8, 0, 1, false },
	{ "fa", "chance that an inspected clean item alarms", .001, 0, 1,
	    false },
	{ "r", "alarms about items that make an alarm", 1, 1, 10, true },
	{ "gain", "what racing gains, g = T - R", 2, 1e-9, 1e9, false },
	{ "cap", "largest fine that can be had", 4, 1e-9, 1e9, false },
	{ "worth", "what a pause is worth, R - P", 2, 1e-9, 1e9, false },
	{ "kappa", "cost of inspecting an item", .01, 0, 1e9, false },
	{ "c", "continuation, for grim after any alarm", .8, 0, .999999,
	    false },
	{ 0 }
};

/* Numbers of items; -1: none. */
struct found {
	int64_t telling;        /* where d - a is largest */
	int64_t least, most;    /* deterred by a fine up to the cap */
	int64_t pieces;         /* of the numbers between */
	int64_t cheapest;       /* burnt fine and items together */
	double fine, cost;
	int64_t grim_least, grim_most, grim_best;
	double grim_continuation;       /* the least of all numbers */
};

/* The least continuation for grim of two who are both inspected, ended by any
 * alarm: g/((p-q) (R-P) + p g), p = (1-a)^2, q = (1-a)(1-d). */
static double
grim(const double *v, double a, double d)
{
	double p = (1 - a) * (1 - a), q = (1 - a) * (1 - d);
	return v[GAIN] / ((p - q) * v[WORTH] + p * v[GAIN]);
}

/* Numbers that meet something: from, to, and in how many pieces. */
static void
extend(int64_t n, int64_t *least, int64_t *most, int64_t *pieces)
{
	*pieces += *most < 0 || *most != n - 1;
	*least = *least < 0 ? n : *least;
	*most = n;
}

static void
look(const double *v, const struct dt_scrutiny_rates *rates, int64_t n,
    struct found *f, int64_t *grim_pieces)
{
	double a = rates->false_alarm[n], d = rates->detection[n];
	double fine = d > a ? v[GAIN] / (d - a) : INFINITY;
	double cost = v[KAPPA] * (double)n + a * fine;
	double continuation = grim(v, a, d);
	if (d - a > rates->detection[f->telling] -
	    rates->false_alarm[f->telling])
		f->telling = n;
	if (fine <= v[CAP])
		extend(n, &f->least, &f->most, &f->pieces);
	if (fine <= v[CAP] && a * fine <= v[WORTH] &&
	    (f->cheapest < 0 || cost < f->cost)) {
		f->cheapest = n;
		f->fine = fine;
		f->cost = cost;
	}
	if (continuation <= v[C])
		extend(n, &f->grim_least, &f->grim_most, grim_pieces);
	if (continuation < f->grim_continuation) {
		f->grim_continuation = continuation;
		f->grim_best = n;
	}
}

static void
say(const double *v, const struct found *f,
    const struct dt_scrutiny_rates *rates, int64_t grim_pieces,
    struct dt_solution *s)
{
	if (f->least < 0)
		dt_solution_say(s, "No number of items lets a fine up to %g "
		    "deter: d - a is nowhere %.4g.", v[CAP],
		    v[GAIN] / v[CAP]);
	else
		dt_solution_say(s, "A fine up to %g deters from %lld items to "
		    "%lld%s.", v[CAP], (long long)f->least,
		    (long long)f->most, f->pieces > 1 ? ", but not with all "
		    "numbers between" : "");
	dt_solution_say(s, "Alarms tell most at %lld items: d - a is %.4g.",
	    (long long)f->telling, rates->detection[f->telling] -
	    rates->false_alarm[f->telling]);
	if (f->grim_least < 0)
		dt_solution_say(s, "Racing for ever after any alarm holds at "
		    "continuation %g with no number.", v[C]);
	else
		dt_solution_say(s, "Racing for ever after any alarm holds at "
		    "continuation %g from %lld items to %lld%s.", v[C],
		    (long long)f->grim_least, (long long)f->grim_most,
		    grim_pieces > 1 ? ", but not with all numbers between" :
		    "");
}

static double
number_of(int64_t items)
{
	return items < 0 ? NAN : (double)items;
}

static void
add_results(const struct found *f, const struct dt_scrutiny_rates *rates,
    struct dt_solution *s)
{
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "telling", (double)f->telling,
	    "items at which d - a is largest");
	dt_classic_result(t, "detection", rates->detection[f->telling],
	    "d there: chance of an alarm about a violator");
	dt_classic_result(t, "false_alarm", rates->false_alarm[f->telling],
	    "a there: the same about who complies");
	dt_classic_result(t, "least", number_of(f->least),
	    "least items with which a fine up to the cap deters");
	dt_classic_result(t, "most", number_of(f->most), "most items");
	dt_classic_result(t, "cheapest", number_of(f->cheapest),
	    "items at which their cost and burnt fines are least");
	dt_classic_result(t, "fine", f->fine, "the fine there");
	dt_classic_result(t, "cost", f->cost, "both costs, a round and party");
	dt_classic_result(t, "grim_least", number_of(f->grim_least),
	    "least items for racing for ever after any alarm, at c");
	dt_classic_result(t, "grim_most", number_of(f->grim_most),
	    "most items");
	dt_classic_result(t, "grim_best", number_of(f->grim_best),
	    "items that need the least continuation");
	dt_classic_result(t, "grim_continuation", f->grim_best < 0 ? NAN :
	    f->grim_continuation, "that continuation");
}

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	struct dt_scrutiny scrutiny = { .items = (int64_t)v[N],
	    .bad = (int64_t)v[K], .detect = v[DETECT],
	    .false_alarm = v[FALSE_ALARM], .alarms = (int64_t)v[ALARMS] };
	struct dt_scrutiny_rates rates;
	struct found f = { .least = -1, .most = -1, .cheapest = -1,
	    .fine = NAN, .cost = NAN, .grim_least = -1, .grim_most = -1,
	    .grim_best = -1, .grim_continuation = 1 };
	int64_t grim_pieces = 0;
	if (v[K] > v[N])
		return dt_status_fail(err, DT_EUSAGE, "K is a part of the N "
		    "items: at most %g", v[N]);
	enum dt_status status = dt_scrutiny_rates(&scrutiny, &rates, err);
	if (status != DT_OK)
		return status;
	for (int64_t n = 0; n <= scrutiny.items; n++)
		look(v, &rates, n, &f, &grim_pieces);
	s->tolerance = 1e-9;
	say(v, &f, &rates, grim_pieces, s);
	add_results(&f, &rates, s);
	dt_scrutiny_free(&rates);
	return DT_OK;
}

const struct dt_classic dt_classic_inspection_rules = {
	.name = "inspection-rules",
	.title = "How much to look at, and how many alarms make one",
	.summary = "the least and largest number of items that deters, and the "
	    "cheapest",
	.source = "hypergeometric and binomial sums, for this project; Mailath "
	    "and Samuelson 2006 for grim",
	.parameters = rules,
	.answer = answer,
};
