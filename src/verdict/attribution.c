/* attribution: see attribution.h. */
#include "verdict/attribution.h"

#include <math.h>

#include "base/number.h"
#include "repeat/symmetric.h"

/* From what a race is expected to lose for good, in gains of one race; what
 * is left by rounding is nothing. */
static double
least_of(double gain, double lost)
{
	if (gain <= 0)
		return 0;
	return lost / gain > 1e-12 ? gain / (gain + lost) : NAN;
}

static double
worse(double a, double b)
{
	return isnan(a) || isnan(b) ? NAN : dt_number_max(a, b);
}

/* What a party pays for hangs on its own alarm alone, so on its mean. */
double
dt_attribution_own(const struct dt_attribution_stage *s,
    const struct dt_monitor_signal *signals)
{
	double least = 0;
	for (size_t i = 0; i < s->n; i++) {
		struct dt_monitor_rates r = dt_monitor_mean(signals[i]);
		least = worse(least, least_of(s->gain[i],
		    (1 - r.miss - r.false_alarm) *
		    (s->credible ? s->reward[i] - s->worst[i] : 0)));
	}
	return least;
}

/* The chance that no alarm is raised where only this party races (s->n: none
 * does), the two kinds of rounds mixed. */
static double
silence(const struct dt_attribution_stage *s,
    const struct dt_monitor_signal *signals, size_t racer)
{
	double silent[2] = { 1, 1 }, c = signals[0].blind;
	for (size_t i = 0; i < s->n; i++)
		for (int k = 0; k < 2; k++)
			silent[k] *= i == racer ? signals[i].in[k].miss :
			    1 - signals[i].in[k].false_alarm;
	return (1 - c) * silent[0] + c * silent[1];
}

/* The least K that x = K meets the inequality of solve/symmetric.h with. */
double
dt_attribution_aggregate(const struct dt_attribution_stage *s,
    struct dt_monitor_signal signal)
{
	struct dt_monitor_signal all[DT_AGENTS_MOST];
	for (size_t i = 0; i < s->n; i++)
		all[i] = signal;
	double p = 1 - silence(s, all, s->n);
	double q = 1 - silence(s, all, 0), least = 0;
	for (size_t i = 0; i < s->n; i++) {
		double lost = s->credible ? s->reward[i] - s->punishment[i] :
		    0;
		least = worse(least, least_of(s->gain[i],
		    lost * (q - p) - s->gain[i] * p));
	}
	return least;
}

/* Any alarm and none: a game of two signals. */
static enum dt_status
symmetric_game(const struct dt_attribution_stage *s,
    const struct dt_monitor_signal *signals, struct dt_arena *arena,
    struct dt_symmetric_game *game, struct dt_error *err)
{
	double *chance = dt_arena_new(arena, 2 * s->n + 2, sizeof(*chance));
	if (chance == NULL)
		return dt_status_no_memory(err);
	chance[0] = silence(s, signals, s->n);
	chance[1] = 1 - chance[0];
	for (size_t i = 0; i < s->n; i++) {
		double *q = chance + 2 + 2 * i;
		q[0] = silence(s, signals, i);
		q[1] = 1 - q[0];
	}
	*game = (struct dt_symmetric_game){ .n = s->n, .signals = 2,
	    .reward = s->reward, .gain = s->gain,
	    .punishment = s->punishment, .credible = s->credible,
	    .chance = chance, .deviant = chance + 2 };
	return DT_OK;
}

static double
mean(const double *of, size_t n)
{
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += of[i];
	return sum / (double)n;
}

enum dt_status
dt_attribution_worth_of(const struct dt_attribution_stage *s,
    const struct dt_monitor_signal *signals, double cost,
    struct dt_arena *arena, struct dt_attribution_worth *worth,
    struct dt_error *err)
{
	struct dt_symmetric_game game;
	struct dt_symmetric best;
	double nothing = mean(s->punishment, s->n);
	enum dt_status status = symmetric_game(s, signals, arena, &game, err);
	if (status == DT_OK)
		status = dt_symmetric_best(&game, 1, arena, &best, err);
	if (status != DT_OK)
		return status;
	*worth = (struct dt_attribution_worth){
		.aggregate_best = best.any ? dt_number_max(nothing,
		    mean(best.value, s->n) - cost) : nothing,
		.aggregate_least = best.continuation,
		.attributable_least = dt_attribution_own(s, signals) };
	worth->attributable_best = isnan(worth->attributable_least) ?
	    nothing : dt_number_max(nothing, mean(s->reward, s->n) - cost);
	for (size_t i = 0; i < s->n; i++) {
		struct dt_monitor_rates r = dt_monitor_mean(signals[i]);
		worth->false_alarm += r.false_alarm / (double)s->n;
		worth->detection += (1 - r.miss) / (double)s->n;
	}
	return DT_OK;
}
