/* stage: see stage.h. */
#include "repeat/stage.h"

#include <math.h>

#include "base/number.h"

enum dt_stage_type
dt_stage_type_of(const struct dt_payoff_matrix *m)
{
	double r = m->reward, s = m->sucker;
	double t = m->temptation, p = m->punishment;
	if (r > t && s > p)
		return DT_STAGE_HARMONY;
	if (t > r && p > s)
		return r > p ? DT_STAGE_PRISONERS_DILEMMA : DT_STAGE_DEADLOCK;
	if (t > r && s > p)
		return r > s ? DT_STAGE_CHICKEN : DT_STAGE_OTHER;
	if (r > t && p > s)
		return r > p ? DT_STAGE_STAG_HUNT : DT_STAGE_OTHER;
	return DT_STAGE_OTHER;
}

static const struct {
	const char *name, *meaning;
} words[] = {
	[DT_STAGE_PRISONERS_DILEMMA] = { "prisoner's dilemma",
	    "racing pays whatever the other does, and all lose by it" },
	[DT_STAGE_STAG_HUNT] = { "stag hunt",
	    "pausing is best if, and only if, the other is trusted to pause" },
	[DT_STAGE_CHICKEN] = { "chicken",
	    "racing pays against one who pauses, and is worst when both race" },
	[DT_STAGE_HARMONY] = { "harmony",
	    "pausing pays whatever the other does" },
	[DT_STAGE_DEADLOCK] = { "deadlock",
	    "racing pays whatever the other does, and nobody loses by it" },
	[DT_STAGE_OTHER] = { "unnamed game",
	    "two of its payoffs are equal, or it has no common name" },
};

const char *
dt_stage_name(enum dt_stage_type type)
{
	return words[type].name;
}

const char *
dt_stage_meaning(enum dt_stage_type type)
{
	return words[type].meaning;
}

/* (T-R)/(T-v): what racing once gains against getting v ever after. */
static double
least_continuation(const struct dt_payoff_matrix *m, double after)
{
	double gain = m->temptation - m->reward;
	if (gain <= 0)
		return 0;
	return m->reward > after ? gain / (m->temptation - after) : NAN;
}

bool
dt_stage_threat_is_credible(const struct dt_payoff_matrix *m)
{
	return m->punishment >= m->sucker;
}

double
dt_stage_grim(const struct dt_payoff_matrix *m)
{
	return least_continuation(m, dt_number_max(m->punishment, m->sucker));
}

double
dt_stage_tit_for_tat(const struct dt_payoff_matrix *m)
{
	double race_on = least_continuation(m, m->punishment);
	double gain = m->temptation - m->reward;
	double alternate = gain <= 0 ? 0 : m->reward > m->sucker ?
	    gain / (m->reward - m->sucker) : NAN;
	if (isnan(race_on) || isnan(alternate))
		return NAN;
	double least = dt_number_max(race_on, alternate);
	return least < 1 ? least : NAN;
}

struct dt_stage_price
dt_stage_price(const struct dt_payoff_matrix *m, double false_alarm,
    double detection)
{
	double gain = m->temptation - m->reward;
	double margin = detection - false_alarm;
	struct dt_stage_price none = { NAN, NAN };
	if (gain <= 0)
		return (struct dt_stage_price){ m->reward, 0 };
	if (margin <= 0 || !dt_stage_threat_is_credible(m))
		return none;
	double value = m->reward - gain * false_alarm / margin;
	if (value <= m->punishment)
		return none;
	return (struct dt_stage_price){ value,
	    gain / (gain + margin * (value - m->punishment)) };
}

double
dt_stage_punishment(const struct dt_payoff_matrix *m, double false_alarm,
    double detection, double continuation)
{
	struct dt_stage_price price =
	    dt_stage_price(m, false_alarm, detection);
	if (isnan(price.value) || continuation < price.continuation)
		return NAN;
	double gain = dt_number_max(m->temptation - m->reward, 0);
	return (1 - continuation) * gain / (continuation *
	    (detection - false_alarm) * (price.value - m->punishment));
}

double
dt_stage_any_false_alarm(size_t parties, double false_alarm)
{
	return 1 - pow(1 - false_alarm, (double)parties);
}

double
dt_stage_any_detection(size_t parties, double miss, double false_alarm)
{
	return 1 - pow(1 - false_alarm, (double)parties - 1) * miss;
}
