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

double
dt_attribution_own(const struct dt_attribution_stage *s,
    const struct dt_monitor_rates *rates)
{
	double least = 0;
	for (size_t i = 0; i < s->n; i++)
		least = worse(least, least_of(s->gain[i],
		    (1 - rates[i].miss - rates[i].false_alarm) *
		    (s->credible ? s->reward[i] - s->worst[i] : 0)));
	return least;
}

/* The least K that x = K meets the inequality of solve/symmetric.h with. */
double
dt_attribution_aggregate(const struct dt_attribution_stage *s,
    struct dt_monitor_rates rates)
{
	double silent = pow(1 - rates.false_alarm, (double)s->n - 1);
	double p = 1 - silent * (1 - rates.false_alarm);
	double q = 1 - silent * rates.miss, least = 0;
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
    const struct dt_monitor_rates *rates, struct dt_arena *arena,
    struct dt_symmetric_game *game, struct dt_error *err)
{
	double silent = 1;
	double *chance = dt_arena_new(arena, 2 * s->n + 2, sizeof(*chance));
	if (chance == NULL)
		return dt_status_no_memory(err);
	for (size_t i = 0; i < s->n; i++)
		silent *= 1 - rates[i].false_alarm;
	chance[0] = silent;
	chance[1] = 1 - silent;
	for (size_t i = 0; i < s->n; i++) {
		double *q = chance + 2 + 2 * i;
		q[0] = rates[i].miss;
		for (size_t j = 0; j < s->n; j++)
			q[0] *= j == i ? 1 : 1 - rates[j].false_alarm;
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
    const struct dt_monitor_rates *rates, double cost,
    struct dt_arena *arena, struct dt_attribution_worth *worth,
    struct dt_error *err)
{
	struct dt_symmetric_game game;
	struct dt_symmetric best;
	double nothing = mean(s->punishment, s->n);
	enum dt_status status = symmetric_game(s, rates, arena, &game, err);
	if (status == DT_OK)
		status = dt_symmetric_best(&game, 1, arena, &best, err);
	if (status != DT_OK)
		return status;
	*worth = (struct dt_attribution_worth){
		.aggregate_best = best.any ? dt_number_max(nothing,
		    mean(best.value, s->n) - cost) : nothing,
		.aggregate_least = best.continuation,
		.attributable_least = dt_attribution_own(s, rates) };
	worth->attributable_best = isnan(worth->attributable_least) ?
	    nothing : dt_number_max(nothing, mean(s->reward, s->n) - cost);
	for (size_t i = 0; i < s->n; i++) {
		worth->false_alarm += rates[i].false_alarm / (double)s->n;
		worth->detection += (1 - rates[i].miss) / (double)s->n;
	}
	return DT_OK;
}
