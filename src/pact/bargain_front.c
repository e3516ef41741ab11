/* bargain_front: who could have more while nobody has less. */
#include "base/number.h"
#include "pact/bargain_internal.h"

static enum dt_status
waste_of(const struct dt_bargain *p, const struct dt_bargain_scaled *s,
    const double *gain, double *waste, struct dt_error *err)
{
	*waste = dt_bargain_menu_waste(s, gain);
	if (*waste > 0 || !p->lotteries)
		return DT_OK;
	return dt_bargain_lottery_waste(s, gain, waste, err);
}

enum dt_status
dt_bargain_front(const struct dt_bargain *p, bool *front, struct dt_error *err)
{
	struct dt_arena arena = { 0 };
	struct dt_bargain_scaled s;
	enum dt_status status = dt_bargain_scale(p, &arena, &s, err);
	for (size_t i = 0; i < p->n && status == DT_OK; i++) {
		double waste = 0;
		status = waste_of(p, &s, s.gain + i * s.parties, &waste, err);
		front[i] = waste == 0;
	}
	dt_arena_free(&arena);
	return status;
}

/* Of an outcome the sum must be right, so that lotteries are asked even where
 * a text does better. */
enum dt_status
dt_bargain_waste(const struct dt_bargain *p, const double *utility,
    double *waste, struct dt_error *err)
{
	struct dt_arena arena = { 0 };
	struct dt_bargain_scaled s;
	double gain[DT_BARGAIN_PARTIES_MOST];
	enum dt_status status = dt_bargain_scale(p, &arena, &s, err);
	if (status == DT_OK && !dt_number_finite(utility, p->parties))
		status = dt_status_fail(err, DT_EUSAGE, "an outcome has a "
		    "value that is no number");
	for (size_t k = 0; k < p->parties && status == DT_OK; k++)
		gain[k] = (utility[k] - p->disagreement[k]) / s.unit[k];
	if (status == DT_OK && p->lotteries)
		status = dt_bargain_lottery_waste(&s, gain, waste, err);
	else if (status == DT_OK)
		*waste = dt_bargain_menu_waste(&s, gain);
	dt_arena_free(&arena);
	return status;
}
