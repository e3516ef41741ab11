/* signal: see signal.h. */
#include "classic/signal.h"

#include <math.h>

static double
gain(const struct dt_signal *s)
{
	return s->game.temptation - s->game.reward;
}

/* What a round of pausing is worth above a round of racing. */
static double
stake(const struct dt_signal *s)
{
	return s->game.reward - s->game.punishment;
}

double
dt_signal_grim_least(const struct dt_signal *s)
{
	double margin = (s->both - s->one) * stake(s);
	if (gain(s) <= 0)
		return 0;
	double least = gain(s) / (margin + s->both * gain(s));
	return margin > 0 && least <= 1 ? least : NAN;
}

double
dt_signal_grim_value(const struct dt_signal *s)
{
	double c = s->continuation;
	return ((1 - c) * s->game.reward +
	    c * (1 - s->both) * s->game.punishment) / (1 - c * s->both);
}

/* Both incentives are linear in c: to pause after good news sets the least,
 * to race after bad news the most. */
struct dt_signal_memory
dt_signal_memory(const struct dt_signal *s)
{
	double c = s->continuation, p = s->both, q = s->one, r = s->none;
	double apart = (1 - c) * stake(s) / (1 - c * (p - r));
	double loss = s->game.punishment - s->game.sucker;
	double trust = (p - q) * stake(s) + gain(s) * (p - r);
	double anger = (q - r) * stake(s) + loss * (p - r);
	double race = s->game.punishment + c * r * apart / (1 - c);
	struct dt_signal_memory m = {
		.least = gain(s) <= 0 ? 0 : trust > 0 ? gain(s) / trust : NAN,
		.most = loss < 0 ? NAN : anger > loss ? loss / anger : 1,
		.pause = race + apart, .race = race,
	};
	if (!(m.least <= m.most))
		m.least = m.most = NAN;
	return m;
}

struct dt_signal_rounds
dt_signal_rounds(const struct dt_signal *s, int64_t rounds)
{
	double c = s->continuation, p = s->both;
	double after = pow(c, (double)rounds);  /* c^T */
	double value = ((1 - c) * s->game.reward +
	    c * (1 - p) * (1 - after) * s->game.punishment) /
	    (1 - c * p - (1 - p) * c * after);
	return (struct dt_signal_rounds){
		.rounds = rounds, .value = value,
		.slack = c * (p - s->one) * (1 - after) *
		    (value - s->game.punishment) - (1 - c) * gain(s),
	};
}

struct dt_signal_rounds
dt_signal_shortest(const struct dt_signal *s, int64_t most)
{
	for (int64_t t = 1; t <= most; t++) {
		struct dt_signal_rounds one = dt_signal_rounds(s, t);
		if (one.slack >= 0)
			return one;
	}
	return (struct dt_signal_rounds){ 0, NAN, NAN };
}

void
dt_signal_any_flag(struct dt_signal *s, int64_t parties, double false_alarm,
    double detection)
{
	double others = pow(1 - false_alarm, (double)(parties - 1));
	s->both = others * (1 - false_alarm);
	s->one = others * (1 - detection);
}

struct dt_signal_rounds
dt_signal_green_porter(double a, double c, int64_t most)
{
	for (int64_t t = 1; t <= most; t++) {
		double back = pow(c, (double)(t + 1));
		double slack = 2 * (1 - a) * c + (2 * a - 1) * back - 1;
		if (slack >= 0)
			return (struct dt_signal_rounds){ t, (1 - a) *
			    (1 - c) / (1 - (1 - a) * c - a * back), slack };
	}
	return (struct dt_signal_rounds){ 0, NAN, NAN };
}
