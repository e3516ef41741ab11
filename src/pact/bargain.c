/* bargain: see bargain.h. */
#include "pact/bargain.h"

#include <math.h>

#include "base/number.h"
#include "pact/bargain_internal.h"

const char *const dt_bargain_names[DT_BARGAIN_KINDS] = {
	"nash", "kalai-smorodinsky", "egalitarian", "utilitarian",
};

static enum dt_status
check(const struct dt_bargain *p, struct dt_error *err)
{
	if (p->parties == 0 || p->parties > DT_BARGAIN_PARTIES_MOST)
		return dt_status_fail(err, DT_EUSAGE, "bargaining needs 1 to "
		    "%d parties, not %zu", DT_BARGAIN_PARTIES_MOST,
		    p->parties);
	if (p->n == 0)
		return dt_status_fail(err, DT_EUSAGE, "there is no text to "
		    "bargain over: the menu is empty");
	for (size_t k = 0; k < p->parties; k++) {
		if (p->weights != NULL && !(p->weights[k] > 0 &&
		    isfinite(p->weights[k])))
			return dt_status_fail(err, DT_EUSAGE, "party %zu has "
			    "the weight %g: weights are above 0", k + 1,
			    p->weights[k]);
		if (!isfinite(p->disagreement[k]))
			return dt_status_fail(err, DT_EUSAGE, "party %zu has "
			    "no number for disagreement", k + 1);
	}
	if (!dt_number_finite(p->points, p->n * p->parties))
		return dt_status_fail(err, DT_EUSAGE, "a text has a value "
		    "that is no number");
	return DT_OK;
}

static void
fill(const struct dt_bargain *p, double *gain, double *unit, double *weight)
{
	for (size_t k = 0; k < p->parties; k++) {
		unit[k] = 0;
		for (size_t i = 0; i < p->n; i++)
			unit[k] = dt_number_max(unit[k], fabs(p->points[
			    i * p->parties + k] - p->disagreement[k]));
		if (unit[k] == 0)
			unit[k] = 1;
		for (size_t i = 0; i < p->n; i++)
			gain[i * p->parties + k] = (p->points[i * p->parties +
			    k] - p->disagreement[k]) / unit[k];
		weight[k] = p->weights != NULL ? p->weights[k] : 1;
	}
}

enum dt_status
dt_bargain_scale(const struct dt_bargain *p, struct dt_arena *arena,
    struct dt_bargain_scaled *s, struct dt_error *err)
{
	enum dt_status status = check(p, err);
	if (status != DT_OK)
		return status;
	double *gain = dt_arena_new(arena, p->n * p->parties, sizeof(*gain));
	double *unit = dt_arena_new(arena, p->parties, sizeof(*unit));
	double *weight = dt_arena_new(arena, p->parties, sizeof(*weight));
	*s = (struct dt_bargain_scaled){ .parties = p->parties, .n = p->n,
	    .gain = gain, .unit = unit, .weight = weight,
	    .ideal = dt_arena_new(arena, p->parties, sizeof(double)),
	    .gains = dt_arena_new(arena, p->parties, sizeof(bool)),
	    .arena = arena };
	if (gain == NULL || unit == NULL || weight == NULL ||
	    s->ideal == NULL || s->gains == NULL)
		return dt_status_no_memory(err);
	fill(p, gain, unit, weight);
	if (p->lotteries)
		return dt_bargain_lottery_ideal(s, err);
	dt_bargain_menu_ideal(s);
	return DT_OK;
}

static double
value_of(const struct dt_bargain_scaled *s, enum dt_bargain_kind kind,
    const double *utility, const double *disagreement)
{
	double product = 0, least = INFINITY, sum = 0;
	bool any = false;
	for (size_t k = 0; k < s->parties; k++) {
		double gain = utility[k] - disagreement[k];
		sum += utility[k];
		if (!s->gains[k])
			continue;
		double share = kind == DT_BARGAIN_KALAI_SMORODINSKY ?
		    gain / (s->ideal[k] * s->unit[k]) : gain;
		product = (any ? product : 1) * pow(dt_number_max(gain, 0),
		    s->weight[k]);
		least = dt_number_min(least, share);
		any = true;
	}
	if (kind == DT_BARGAIN_UTILITARIAN)
		return sum;
	return kind == DT_BARGAIN_NASH ? product : any ? least : 0;
}

/* What the chances come to. A sure text has its own utilities, to the last
 * bit. */
static void
tell(const struct dt_bargain *p, const struct dt_bargain_scaled *s,
    enum dt_bargain_kind kind, double *utility, const double *chance,
    struct dt_bargain_point *point)
{
	for (size_t i = 0; i < p->n; i++)
		if (chance[i] > chance[point->text])
			point->text = i;
	for (size_t k = 0; k < p->parties; k++) {
		utility[k] = s->agreement ? 0 : p->disagreement[k];
		for (size_t i = 0; i < p->n && s->agreement; i++)
			utility[k] += chance[i] * p->points[i * p->parties + k];
	}
	point->agreement = s->agreement;
	point->utility = utility;
	point->chance = chance;
	point->value = value_of(s, kind, utility, p->disagreement);
}

static enum dt_status
solve(const struct dt_bargain *p, const struct dt_bargain_scaled *s,
    enum dt_bargain_kind kind, struct dt_bargain_point *point,
    struct dt_error *err)
{
	enum dt_status status = DT_OK;
	double *utility = dt_arena_new(s->arena, p->parties, sizeof(double));
	double *chance = dt_arena_new(s->arena, p->n, sizeof(double));
	*point = (struct dt_bargain_point){ 0 };
	if (utility == NULL || chance == NULL)
		return dt_status_no_memory(err);
	if (s->agreement && !p->lotteries)
		dt_bargain_menu_solve(s, kind, point, chance);
	else if (s->agreement)
		status = kind == DT_BARGAIN_NASH ?
		    dt_bargain_nash_solve(s, chance, err) :
		    dt_bargain_lottery_solve(s, kind, chance, err);
	if (status == DT_OK)
		tell(p, s, kind, utility, chance, point);
	return status;
}

enum dt_status
dt_bargain_solve(const struct dt_bargain *p, enum dt_bargain_kind kind,
    struct dt_arena *arena, struct dt_bargain_point *point,
    struct dt_error *err)
{
	struct dt_bargain_scaled s;
	enum dt_status status = dt_bargain_scale(p, arena, &s, err);
	return status != DT_OK ? status : solve(p, &s, kind, point, err);
}

enum dt_status
dt_bargain_solutions(const struct dt_bargain *p, struct dt_arena *arena,
    struct dt_bargain_point points[DT_BARGAIN_KINDS], struct dt_error *err)
{
	struct dt_bargain_scaled s;
	enum dt_status status = dt_bargain_scale(p, arena, &s, err);
	for (int kind = 0; kind < DT_BARGAIN_KINDS && status == DT_OK; kind++)
		status = solve(p, &s, (enum dt_bargain_kind)kind,
		    &points[kind], err);
	return status;
}

enum dt_status
dt_bargain_ideal(const struct dt_bargain *p, double *ideal,
    struct dt_error *err)
{
	struct dt_arena arena = { 0 };
	struct dt_bargain_scaled s;
	enum dt_status status = dt_bargain_scale(p, &arena, &s, err);
	for (size_t k = 0; k < p->parties && status == DT_OK; k++)
		ideal[k] = p->disagreement[k] + s.ideal[k] * s.unit[k];
	dt_arena_free(&arena);
	return status;
}

double
dt_bargain_distance(const struct dt_bargain *p, const double *ideal,
    const double *from, const double *to)
{
	double sum = 0;
	for (size_t k = 0; k < p->parties; k++) {
		double span = ideal[k] - p->disagreement[k];
		double share = (from[k] - to[k]) / (span > 0 ? span : 1);
		sum += share * share;
	}
	return sqrt(sum);
}
