/* channels: see channels.h. */
#include "treaty/channels.h"

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>
#include <math.h>

double
dt_channels_sample_alarm(int64_t items, int64_t bad, int64_t inspected,
    double detect, double false_alarm)
{
	if (inspected > items)
		inspected = items;
	if (bad > items)
		bad = items;
	int64_t most = bad < inspected ? bad : inspected;
	double silent = 0;
	for (int64_t j = 0; j <= most; j++)
		silent += gsl_ran_hypergeometric_pdf((unsigned)j,
		    (unsigned)bad, (unsigned)(items - bad),
		    (unsigned)inspected) * pow(1 - detect, (double)j) *
		    pow(1 - false_alarm, (double)(inspected - j));
	return fmin(fmax(1 - silent, 0), 1);
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
	rates.miss = 1 - channel->coverage * (1 - rates.miss);
	return rates;
}

struct dt_monitor_rates
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
	double c = monitoring->common_mode;
	return (struct dt_monitor_rates){
		.miss = miss[0] * (c + (1 - c) * miss[1]),
		.false_alarm = 1 - silent[0] * (c + (1 - c) * silent[1]),
	};
}
