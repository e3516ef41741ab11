/* classic_channels: which channels to use; see classic.h. */
#include "classic/classic.h"

#include <math.h>

#include "classic/scrutiny.h"

enum { GAIN, CAP, K, MISS, ALARM, COST };

/* Sampling, challenge, registry, attestation, telemetry, whistle,
 * intelligence, finance. */
static const struct dt_classic_parameter parameters[] = {
	{ "gain", "what racing gains, g = T - R", 2, 1e-9, 1e9, false },
	{ "cap", "largest fine that can be had", 3, 1e-9, 1e9, false },
	{ "k", "channels that must alarm together", 1, 1, 14, true },
	{ "miss", "chances that each channel misses who races", 0, 0, 1,
	    false, "0.35, 0.2, 0.5, 0.05, 0.3, 0.6, 0.4, 0.5" },
	{ "false_alarm", "that it alarms about who pauses", 0, 0, 1, false,
	    "0.02, 0.01, 0.03, 0.001, 0.05, 0.02, 0.1, 0.05" },
	{ "cost", "what each costs", 0, 0, 1e9, false,
	    "1, 3, 0.8, 6, 0.6, 0.3, 0.5, 0.2" },
	{ 0 }
};

static void
add_table(const struct dt_scrutiny_channels *c,
    const struct dt_scrutiny_choice *best, struct dt_solution *s)
{
	static const struct dt_solution_head heads[] = {
		{ "channel", NULL, "" },
		{ "miss", "misses", "chance" },
		{ "false_alarm", "false alarm", "chance" },
		{ "cost", NULL, "" },
		{ "used", NULL, "" },
		{ "second", "used in the second", "" },
	};
	struct dt_solution_table *t = DT_SOLUTION_TABLE(s, "channels",
	    "Channels", heads);
	for (size_t i = 0; i < c->n; i++) {
		dt_solution_whole(t, (int64_t)i + 1);
		dt_solution_number(t, c->miss[i]);
		dt_solution_number(t, c->false_alarm[i]);
		dt_solution_number(t, c->cost[i]);
		dt_solution_text(t, best->set >> i & 1 ? "yes" : "no");
		dt_solution_text(t, best->second >> i & 1 ? "yes" : "no");
	}
}

static void
say(const double *v, const struct dt_scrutiny_choice *best,
    const struct dt_scrutiny_choice *free, size_t free_k,
    struct dt_solution *s)
{
	if (best->set == 0)
		dt_solution_say(s, "No set of channels lets a fine up to %g "
		    "deter: d - a is nowhere %.4g.", v[CAP],
		    v[GAIN] / v[CAP]);
	else
		dt_solution_say(s, "The cheapest channels that let a fine up "
		    "to %g deter cost %.4g; %zu sets would do.",
		    v[CAP], best->cost, best->feasible);
	struct dt_solution_table *t = dt_classic_results(s);
	dt_classic_result(t, "cost", best->cost, "of the cheapest set");
	dt_classic_result(t, "detection", best->detection,
	    "its chance of an alarm about who races");
	dt_classic_result(t, "false_alarm", best->false_alarm,
	    "about who pauses");
	dt_classic_result(t, "fine", v[GAIN] / (best->detection -
	    best->false_alarm), "the least fine that deters with it");
	dt_classic_result(t, "sets", (double)best->feasible,
	    "sets that would do");
	dt_classic_result(t, "second_cost", best->second_cost,
	    "cost of the next best set");
	dt_classic_result(t, "free_k", free->set == 0 ? NAN : (double)free_k,
	    "channels to alarm together, where that is free to choose");
	dt_classic_result(t, "free_cost", free->cost,
	    "cost of the cheapest set then");
}

static struct dt_scrutiny_choice
choose_k(const struct dt_scrutiny_channels *c, size_t *k)
{
	struct dt_scrutiny_choice best = { .cost = NAN };
	for (size_t i = 1; i <= c->n; i++) {
		struct dt_scrutiny_choice at = dt_scrutiny_choose(c, i);
		if (at.set != 0 && (best.set == 0 ||
		    at.cost < best.cost - 1e-12 * best.cost)) {
			best = at;
			*k = i;
		}
	}
	return best;
}

static enum dt_status
answer(const double *v, struct dt_solution *s, struct dt_error *err)
{
	struct dt_scrutiny_channels c = { .n = (size_t)v[MISS],
	    .miss = dt_classic_list(parameters, v, MISS),
	    .false_alarm = dt_classic_list(parameters, v, ALARM),
	    .cost = dt_classic_list(parameters, v, COST),
	    .telling = v[GAIN] / v[CAP] };
	size_t free_k = 1;
	if (v[ALARM] != v[MISS] || v[COST] != v[MISS])
		return dt_status_fail(err, DT_EUSAGE, "miss, false_alarm and "
		    "cost need a number for each channel: they have %g, %g "
		    "and %g", v[MISS], v[ALARM], v[COST]);
	if (c.n > DT_SCRUTINY_CHANNELS_MOST)
		return dt_status_fail(err, DT_EUSAGE, "at most %d channels",
		    DT_SCRUTINY_CHANNELS_MOST);
	struct dt_scrutiny_choice best = dt_scrutiny_choose(&c,
	    (size_t)v[K]);
	struct dt_scrutiny_choice free = choose_k(&c, &free_k);
	s->method = "all sets of channels";
	say(v, &best, &free, free_k, s);
	add_table(&c, &best, s);
	return DT_OK;
}

const struct dt_classic dt_classic_inspection_channels = {
	.name = "inspection-channels",
	.title = "Which channels to use",
	.summary = "the cheapest channels in whose alarms a fine deters",
	.source = "all sets of channels that err apart, for this project; the "
	    "standard rates are stylised",
	.parameters = parameters,
	.answer = answer,
};
