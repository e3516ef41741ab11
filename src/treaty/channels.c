/* channels: see channels.h. */
#include "treaty/channels.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

#include "base/number.h"

/* Numbers of bad items further than `wide` from the mean have chances below
 * 1e-20 together (Bernstein), and are left out: they may be millions. */
double
dt_channels_sample_alarm(int64_t items, int64_t bad, int64_t inspected,
    double detect, double false_alarm)
{
	if (inspected > items)
		inspected = items;
	if (bad > items)
		bad = items;
	double share = (double)bad / (double)items;
	double mean = (double)inspected * share;
	double wide = 60 + 10 * sqrt(mean * (1 - share));
	int64_t first = (int64_t)dt_number_max(mean - wide, 0);
	int64_t last = (int64_t)dt_number_min(mean + wide, (double)inspected);
	double silent = 0;
	for (int64_t j = first; j <= last; j++)
		silent += gsl_ran_hypergeometric_pdf((unsigned)j,
		    (unsigned)bad, (unsigned)(items - bad),
		    (unsigned)inspected) * pow(1 - detect, (double)j) *
		    pow(1 - false_alarm, (double)(inspected - j));
	return dt_number_min(dt_number_max(1 - silent, 0), 1);
}

double
dt_channels_power(double separation, double false_alarm)
{
	if (false_alarm <= 0 || false_alarm >= 1)
		return false_alarm;
	double z = gsl_cdf_ugaussian_Qinv(false_alarm);
	return gsl_cdf_ugaussian_Q(z - separation);
}

static struct dt_monitor_rates
sample_rates(const struct dt_treaty_sample *s)
{
	return (struct dt_monitor_rates){
		.miss = 1 - dt_channels_sample_alarm(s->items, s->hidden,
		    s->inspected, s->detect, s->false_alarm),
		.false_alarm = dt_channels_sample_alarm(s->items, 0,
		    s->inspected, s->detect, s->false_alarm),
	};
}

static struct dt_monitor_rates
formula_rates(const struct dt_treaty_channel *c)
{
	if (c->sample.origin.node != NULL)
		return sample_rates(&c->sample);
	if (c->measure.origin.node != NULL)
		return (struct dt_monitor_rates){
			.miss = 1 - dt_channels_power(c->measure.separation,
			    c->measure.false_alarm),
			.false_alarm = c->measure.false_alarm };
	if (c->tips.origin.node != NULL)
		return (struct dt_monitor_rates){
			.miss = pow(1 - c->tips.chance,
			    (double)c->tips.staff),
			.false_alarm = c->tips.false_alarm };
	return DT_MONITOR_BLIND;
}

struct dt_monitor_rates
dt_channels_rates(const struct dt_treaty_channel *channel)
{
	struct dt_monitor_rates rates = formula_rates(channel);
	if (!isnan(channel->miss))
		rates.miss = channel->miss;
	if (!isnan(channel->false_alarm))
		rates.false_alarm = channel->false_alarm;
	rates.miss = 1 - channel->coverage + channel->coverage * rates.miss;
	return rates;
}

struct dt_monitor_signal
dt_channels_combine(const struct dt_treaty_monitoring *monitoring,
    int visibility)
{
	const struct dt_treaty_channel *channels = monitoring->channels.items;
	double miss[2] = { 1, 1 }, silent[2] = { 1, 1 };  /* [0] not common */
	for (size_t i = 0; i < monitoring->channels.n; i++) {
		if (channels[i].visibility != visibility)
			continue;
		struct dt_monitor_rates r = dt_channels_rates(&channels[i]);
		miss[channels[i].common] *= r.miss;
		silent[channels[i].common] *= 1 - r.false_alarm;
	}
	struct dt_monitor_signal s = { .blind = monitoring->common_mode };
	s.in[0] = (struct dt_monitor_rates){ miss[0] * miss[1],
	    1 - silent[0] * silent[1] };
	s.in[1] = (struct dt_monitor_rates){ miss[0], 1 - silent[0] };
	for (int k = 0; k < 2 && visibility == DT_TREATY_PUBLIC; k++) {
		if (!isnan(monitoring->miss))
			s.in[k].miss = monitoring->miss;
		if (!isnan(monitoring->false_alarm))
			s.in[k].false_alarm = monitoring->false_alarm;
	}
	return s;
}

double
dt_channels_cost(const struct dt_treaty_monitoring *monitoring)
{
	const struct dt_treaty_channel *channels = monitoring->channels.items;
	double cost = monitoring->cost;
	for (size_t i = 0; i < monitoring->channels.n; i++)
		cost += channels[i].cost;
	return cost;
}
