/* fines: see fines.h. */
#include "classic/fines.h"

#include <math.h>

#include "base/number.h"

static double
gain(const struct dt_fines *f)
{
	return f->game.temptation - f->game.reward;
}

double
dt_fines_least(const struct dt_fines *f)
{
	return gain(f) / (f->detection - f->false_alarm);
}

double
dt_fines_naive_gain(const struct dt_fines *f)
{
	return gain(f) * f->false_alarm / f->detection;
}

double
dt_fines_shared(const struct dt_fines *f, double fine)
{
	return fine / (fine + f->game.reward - f->game.punishment);
}

struct dt_fines
dt_fines_any(const struct dt_fines *f)
{
	double quiet = 1 - f->false_alarm;
	return (struct dt_fines){ .game = f->game,
	    .false_alarm = 1 - quiet * quiet,
	    .detection = 1 - quiet * (1 - f->detection) };
}

/*
 * V is a line in F, (R - a F + k (1-p0) P s)/(1 - k p0 - k (1-p0) k^T) with
 * s = (1-k^T)/(1-k), and V - W = V (1-k^T) - P s; so what deters is a line in
 * F too, and the least F is where it comes to g.
 */
struct dt_fines_suspension
dt_fines_suspend(const struct dt_fines *f, double k, double cap,
    int64_t rounds)
{
	double a = f->false_alarm, telling = f->detection - a;
	double p0 = (1 - a) * (1 - a);
	double back = rounds < 0 ? 0 : pow(k, (double)rounds);
	double away = f->game.punishment * (1 - back) / (1 - k);
	double below = 1 - k * p0 - k * (1 - p0) * back;
	double plain = (f->game.reward + k * (1 - p0) * away) / below;
	double weight = k * telling * (1 - a);
	double slope = telling - weight * (1 - back) * a / below;
	double missing = gain(f) - weight * (plain * (1 - back) - away);
	double fine = missing > 0 ? missing / slope : 0;
	double value = (1 - k) * (plain - a * fine / below);
	bool holds = (missing <= 0 || (slope > 0 && fine <= cap)) &&
	    value >= f->game.punishment;
	return (struct dt_fines_suspension){ .rounds = rounds,
	    .fine = holds ? fine : NAN, .value = holds ? value : NAN };
}

static void
take_better(struct dt_fines_suspension *best, struct dt_fines_suspension next)
{
	if (!isnan(next.value) && (isnan(best->value) ||
	    next.value > best->value + 1e-12 * fabs(best->value)))
		*best = next;
}

/* Beyond the round at which k^T is lost in rounding, all are for ever. */
struct dt_fines_suspension
dt_fines_best(const struct dt_fines *f, double k, double cap)
{
	enum { LONGEST = 10000 };
	struct dt_fines_suspension best = dt_fines_suspend(f, k, cap, 0);
	for (int64_t rounds = 1; rounds <= LONGEST &&
	    pow(k, (double)rounds) > 1e-17; rounds++)
		take_better(&best, dt_fines_suspend(f, k, cap, rounds));
	take_better(&best, dt_fines_suspend(f, k, cap, -1));
	return best;
}
