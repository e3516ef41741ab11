/* classic_sampling: how much to look at; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "classic/sampling.h"
#include "treaty/channels.h"

enum { N, K, LOOKED, Q, FA, WANTED };
static const struct dt_classic_parameter sampling[] = {
	{ "N", "items", 1000, 1, 1e7, true },
	{ "k", "bad items among them", 10, 0, 1e7, true },
	{ "n", "items inspected", 100, 0, 1e7, true },
	{ "q", "chance that an inspected bad item is seen", 1, 0, 1, false },
	{ "fa", "chance that an inspected clean item alarms", 0, 0, 1,
	    false },
	{ "want", "wanted chance of detection", .95, 0, 1, false },
	{ "p1", "detection of a layer", .4, 0, 1, false },
	{ "p2", "of a second", .4, 0, 1, false },
	{ "p3", "of a third", .3, 0, 1, false },
	{ "gain", "gain of a violation, if it is not detected", 2, 0, 1e9,
	    false },
	{ "fine", "fine if it is", 8, 0, 1e9, false },
	{ 0 }
};
enum { LAYER = WANTED + 1, GAIN = LAYER + 3, FINE };

static void
add_sampling(const double *v, double detection, struct dt_solution *s)
{
	struct dt_solution_table *t = dt_classic_results(s);
	int64_t needed = dt_sampling_needed((int64_t)v[N], (int64_t)v[K],
	    v[WANTED], v[Q]);
	dt_classic_result(t, "detection", detection,
	    "chance that inspecting n items raises an alarm");
	dt_classic_result(t, "false_alarm", dt_channels_sample_alarm(
	    (int64_t)v[N], 0, (int64_t)v[LOOKED], v[Q], v[FA]),
	    "the same where all items are clean");
	dt_classic_result(t, "needed", needed < 0 ? NAN : (double)needed,
	    "items to inspect for the wanted chance");
	dt_classic_result(t, "layers", dt_sampling_layers(v + LAYER, 3),
	    "detection of the three layers together");
	dt_classic_result(t, "deterrence",
	    dt_sampling_deterrence(v[GAIN], v[FINE]),
	    "least detection at which the fine deters, gain/(gain+fine)");
	dt_classic_result(t, "fine_needed", detection > 0 ?
	    dt_sampling_fine(v[GAIN], detection) : NAN,
	    "least fine that deters at this detection");
}

static enum dt_status
answer_sampling(const double *v, struct dt_solution *s, struct dt_error *err)
{
	if (v[K] > v[N] || v[LOOKED] > v[N])
		return dt_status_fail(err, DT_EUSAGE, "k and n are parts of "
		    "the N items: at most %g", v[N]);
	double detection = dt_channels_sample_alarm((int64_t)v[N],
	    (int64_t)v[K], (int64_t)v[LOOKED], v[Q], v[FA]);
	dt_solution_say(s, "Inspecting %g of %g items, of which %g are bad, "
	    "raises an alarm with chance %.4g; a gain of %g against a fine of "
	    "%g is deterred from %.4g on: %s.", v[LOOKED], v[N], v[K],
	    detection, v[GAIN], v[FINE],
	    dt_sampling_deterrence(v[GAIN], v[FINE]), detection >=
	    dt_sampling_deterrence(v[GAIN], v[FINE]) ? "it deters" :
	    "it does not deter");
	s->tolerance = 1e-12;
	add_sampling(v, detection, s);
	return DT_OK;
}

const struct dt_classic dt_classic_inspection_sampling = {
	.name = "inspection-sampling",
	.title = "How much to look at",
	.summary = "sampled inspection, layers, and the fine that deters",
	.source = "hypergeometric sampling; Becker 1968",
	.parameters = sampling,
	.answer = answer_sampling,
};

enum { SEPARATION, ALARM, P0, P1, MISS, OPERATIONS, USE, RATE, DAYS, CHIPS,
	LIKELY };
static const struct dt_classic_parameter tests[] = {
	{ "d", "separation d' of a Gaussian measurement", 2, 0, 30, false },
	{ "a", "false-alarm rate of the test", .05, 1e-12, .999, false },
	{ "p0", "sequential test: share of bad items if compliant", .01,
	    1e-9, .999, false },
	{ "p1", "and if not", .1, 1e-9, .999, false },
	{ "b", "miss rate of the sequential test", .1, 1e-12, .999, false },
	{ "C", "operations of a hidden run", 1e24, 1, 1e40, false },
	{ "u", "utilisation of its chips", .4, 1e-6, 1, false },
	{ "rate", "operations a second of one chip", 1e15, 1, 1e30, false },
	{ "days", "days that it may take", 90, 1e-6, 1e6, false },
	{ "chips", "chips of the fleet", 10000, 1, 1e8, true },
	{ "want", "wanted chance to find one of the hidden", .95, 0, 1,
	    false },
	{ 0 }
};

static void
add_tests(const double *v, double hidden, struct dt_solution *s)
{
	struct dt_solution_table *t = dt_classic_results(s);
	struct dt_sampling_wald wald =
	    dt_sampling_wald(v[P0], v[P1], v[ALARM], v[MISS]);
	dt_classic_result(t, "power", dt_channels_power(v[SEPARATION],
	    v[ALARM]), "Neyman and Pearson: detection at that false alarm");
	dt_classic_result(t, "upper", wald.upper,
	    "Wald: alarm from this log likelihood ratio on");
	dt_classic_result(t, "lower", wald.lower,
	    "Wald: acquit from this one down");
	dt_classic_result(t, "items_clean", wald.expected[0],
	    "Wald: items to expect if compliant, about");
	dt_classic_result(t, "items_bad", wald.expected[1],
	    "and if not");
	dt_classic_result(t, "chips_hidden", hidden,
	    "chips that must be hidden for the run, C/(u f T)");
	dt_classic_result(t, "chips_inspected", hidden <= v[CHIPS] ?
	    (double)dt_sampling_needed((int64_t)v[CHIPS], (int64_t)hidden,
	    v[LIKELY], 1) : NAN,
	    "chips to inspect for the wanted chance to find one");
}

static enum dt_status
answer_tests(const double *v, struct dt_solution *s, struct dt_error *err)
{
	if (v[P1] <= v[P0] || v[ALARM] + v[MISS] >= 1)
		return dt_status_fail(err, DT_EUSAGE, "the sequential test "
		    "needs p1 > p0 and a + b < 1");
	double hidden = dt_sampling_chips(v[OPERATIONS], v[USE], v[RATE],
	    v[DAYS] * 86400);
	dt_solution_say(s, "A run of %g operations in %g days needs %g hidden "
	    "chips of %g.", v[OPERATIONS], v[DAYS], hidden, v[CHIPS]);
	if (hidden > v[CHIPS])
		dt_solution_say(s, "The fleet has too few to hide it.");
	s->tolerance = 1e-9;
	add_tests(v, hidden, s);
	return DT_OK;
}

const struct dt_classic dt_classic_inspection_tests = {
	.name = "inspection-tests",
	.title = "Tests and hidden computing",
	.summary = "power of a test, sequential tests, and chips to inspect "
	    "against a hidden run",
	.source = "Neyman and Pearson 1933; Wald 1945; Shavit 2023",
	.parameters = tests,
	.answer = answer_tests,
};
