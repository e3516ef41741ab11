/* sampling: see sampling.h. */
#include "classic/sampling.h"

#include <math.h>

#include "treaty/channels.h"

/* Bisection: to inspect one item more never makes detection less likely. */
int64_t
dt_sampling_needed(int64_t items, int64_t bad, double wanted, double detect)
{
	int64_t low = 0, high = items;
	if (dt_channels_sample_alarm(items, bad, items, detect, 0) < wanted)
		return -1;
	while (low < high) {
		int64_t middle = low + (high - low) / 2;
		if (dt_channels_sample_alarm(items, bad, middle, detect, 0) >=
		    wanted - 1e-12)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

double
dt_sampling_layers(const double *detect, size_t n)
{
	double silent = 1;
	for (size_t i = 0; i < n; i++)
		silent *= 1 - detect[i];
	return 1 - silent;
}

struct dt_sampling_wald
dt_sampling_wald(double p0, double p1, double false_alarm, double miss)
{
	struct dt_sampling_wald w = {
		.lower = log(miss / (1 - false_alarm)),
		.upper = log((1 - miss) / false_alarm),
		.clean = log((1 - p1) / (1 - p0)),
		.bad = log(p1 / p0),
	};
	double drift0 = p0 * w.bad + (1 - p0) * w.clean;
	double drift1 = p1 * w.bad + (1 - p1) * w.clean;
	w.expected[0] = (false_alarm * w.upper +
	    (1 - false_alarm) * w.lower) / drift0;
	w.expected[1] = ((1 - miss) * w.upper + miss * w.lower) / drift1;
	return w;
}

double
dt_sampling_deterrence(double gain, double fine)
{
	return gain <= 0 ? 0 : gain / (gain + fine);
}

double
dt_sampling_fine(double gain, double detect)
{
	return gain <= 0 ? 0 : gain * (1 - detect) / detect;
}

double
dt_sampling_chips(double operations, double utilisation, double rate,
    double seconds)
{
	return ceil(operations / (utilisation * rate * seconds) - 1e-9);
}
