/* finite_memoryless: see finite.h; models page, A9. */
#include "verdict/finite_internal.h"

#include <math.h>

/* What all is worth, by how many others race. */
struct values {
	size_t n;
	double race[DT_AGENTS_MOST], pause[DT_AGENTS_MOST];
};

static enum dt_status
find_values(const struct dt_finite *f, struct values *v, struct dt_error *err)
{
	const struct dt_memoryless *m = &f->contest->memoryless;
	enum dt_status status = DT_OK;
	v->n = f->contest->n;
	for (size_t k = 0; status == DT_OK && k < v->n; k++) {
		uint64_t others = dt_move_all(k + 1) & ~dt_move_bit(0);
		double race, pause;
		v->race[k] = dt_memoryless_value(m, (int64_t)k + 1, 1);
		v->pause[k] = dt_memoryless_value(m, (int64_t)k, 0);
		status = dt_finite_value(f, 0, others | dt_move_bit(0), 0,
		    &race, err);
		if (status == DT_OK)
			status = dt_finite_value(f, 0, others, 0, &pause, err);
		if (status == DT_OK)
			status = dt_finite_value_agree(v->race[k], race, err);
		if (status == DT_OK)
			status = dt_finite_value_agree(v->pause[k], pause, err);
	}
	return status;
}

/* What racing comes to that is seen after so many years. */
static double
gain(const struct dt_finite *f, const struct values *v, double years)
{
	const struct dt_memoryless *m = &f->contest->memoryless;
	double rate = m->discount + m->win + m->disaster;
	double unseen = -expm1(-rate * years);
	return unseen * v->race[0] + (1 - unseen) * v->race[v->n - 1];
}

/* The longest delay at which that is no gain, by halving; checked by the
 * closed form. INFINITY: any; 0: none. */
static enum dt_status
find_delay(const struct dt_finite *f, const struct values *v, double *delay,
    struct dt_error *err)
{
	double low = 0, high = f->contest->years;
	double closed = dt_memoryless_delay(&f->contest->memoryless);
	*delay = v->race[0] <= 0 ? INFINITY : 0;
	if (v->race[0] > 0 && v->race[v->n - 1] < 0) {
		while (gain(f, v, high) <= 0 && high < 1e9)
			high *= 2;
		for (int i = 0; i < 200 && high - low > 0; i++) {
			double middle = low + (high - low) / 2;
			if (middle <= low || middle >= high)
				break;
			if (gain(f, v, middle) <= 0)
				low = middle;
			else
				high = middle;
		}
		*delay = low;
	}
	return isinf(*delay) || isinf(closed) ? (isinf(*delay) ==
	    isinf(closed) ? DT_OK : dt_finite_value_agree(*delay, closed, err)) :
	    dt_finite_value_agree(*delay, closed, err);
}

static void
say_delay(const struct dt_finite *f, const struct values *v, double delay)
{
	double years = f->contest->years;
	double rounds = floor(delay / years * (1 + 1e-12));
	struct dt_solution *s = f->solution;
	if (isinf(delay))
		dt_solution_say(s, "A pause of all keeps itself: to race alone "
		    "does not pay.");
	else if (delay <= 0)
		dt_solution_say(s, "No pause of all is kept: all racing is no "
		    "threat, as it is not worse than all pausing.");
	else
		dt_solution_say(s, "A pause of all bears that a racer goes "
		    "unseen for %.6g years, or %.0f whole round%s, if all race "
		    "from then on.", delay, rounds, rounds == 1 ? "" : "s");
	size_t least = v->n - 1;
	if (v->race[least] > v->pause[least])
		dt_solution_say(s, "That all race is then an equilibrium: a "
		    "pause alone is worth %.4g, to race too %.4g.",
		    v->pause[least], v->race[least]);
	else
		dt_solution_say(s, "But who faces racers does better to pause "
		    "alone (%.4g) than to race too (%.4g): that all race is "
		    "no equilibrium.", v->pause[least], v->race[least]);
}

static double
or_nothing(double x)
{
	return isfinite(x) ? x : NAN;
}

static void
tell_answers(const struct dt_finite *f, double delay)
{
	static const struct dt_solution_head heads[] = {
		{ "what", NULL, "" }, { "value", NULL, "" },
		{ "meaning", NULL, "" },
	};
	const struct dt_memoryless *m = &f->contest->memoryless;
	struct dt_memoryless_window w = dt_memoryless_dilemma(m);
	const struct { const char *what; double value; const char *meaning; }
	    rows[] = {
		{ "delay", or_nothing(delay),
		  "D*: years that a racer may go unseen" },
		{ "delay_rounds", or_nothing(floor(delay / f->contest->years *
		    (1 + 1e-12))), "the same in whole rounds" },
		{ "low", w.low, "disasters a year from which on all racing is "
		    "worse than all pausing" },
		{ "high", w.high,
		  "and up to which racing alone pays" },
		{ "pause_from", or_nothing(dt_memoryless_pause_from(m)),
		  "from which on a pause is a best reply to racers" },
		{ "discount", m->discount, "a year, by the continuation" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(f->solution,
	    "answers", NULL, heads);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		dt_solution_text(t, rows[i].what);
		dt_solution_number(t, rows[i].value);
		dt_solution_text(t, rows[i].meaning);
	}
}

static void
tell_values(const struct dt_finite *f, const struct values *v)
{
	static const struct dt_solution_head heads[] = {
		{ "others_race", "others racing", "" },
		{ "race", "to race", "payoff" },
		{ "pause", "to pause", "payoff" },
		{ "reply", "best reply", "" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(f->solution,
	    "values", "What a lab gets in all, by how many others race:",
	    heads);
	for (size_t k = 0; k < v->n; k++) {
		dt_solution_whole(t, (int64_t)k);
		dt_solution_number(t, v->race[k]);
		dt_solution_number(t, v->pause[k]);
		dt_solution_text(t, v->race[k] > v->pause[k] ? "race" :
		    v->race[k] < v->pause[k] ? "pause" : "either");
	}
}

/* Numbers of racers from which nobody wants to change alone, for good. */
static void
tell_pauses(const struct dt_finite *f, const struct values *v)
{
	static const struct dt_solution_head heads[] = {
		{ "racers", "racers in an equilibrium", "" },
		{ "race", "a racer gets", "payoff" },
		{ "pause", "a pauser gets", "payoff" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(f->solution,
	    "equilibria", "Equilibria in which each races or pauses for good:",
	    heads);
	for (size_t m = 0; m <= v->n; m++) {
		bool racers = m == 0 || v->race[m - 1] >= v->pause[m - 1];
		bool pausers = m == v->n || v->pause[m] >= v->race[m];
		if (!racers || !pausers)
			continue;
		dt_solution_whole(t, (int64_t)m);
		dt_solution_number(t, m > 0 ? v->race[m - 1] : NAN);
		dt_solution_number(t, m < v->n ? v->pause[m] : NAN);
	}
}

enum dt_status
dt_finite_memoryless(const struct dt_finite *f, struct dt_error *err)
{
	struct values v;
	double delay = 0;
	enum dt_status status = find_values(f, &v, err);
	if (status == DT_OK)
		status = find_delay(f, &v, &delay, err);
	if (status != DT_OK)
		return status;
	f->solution->method = "closed forms, found again by the exact engine";
	say_delay(f, &v, delay);
	tell_answers(f, delay);
	tell_values(f, &v);
	tell_pauses(f, &v);
	return DT_OK;
}
