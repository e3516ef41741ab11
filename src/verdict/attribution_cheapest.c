/* attribution_cheapest: the cheapest verification, see attribution.h. */
#include <math.h>
#include <string.h>

#include "verdict/attribution.h"
#include "verdict/intended.h"
#include "treaty/channels.h"

enum { SIZES_MOST = 1000 };

struct choice {
	const struct dt_attribution_stage *stage;
	const struct dt_treaty_monitoring *monitoring;
	const struct dt_treaty_channel *channels;
	struct dt_monitor_rates rates[DT_ATTRIBUTION_CHANNELS_MOST];
	uint64_t public;
	size_t sampled;         /* the first such channel; n_channels: none */
	bool attributable;
	double want;
	struct dt_attribution_cheapest *best;
};

/* The kept channels together, by what each one's rates are. */
static struct dt_monitor_signal
combine(const struct choice *c, uint64_t kept)
{
	struct dt_treaty_channel plain[DT_ATTRIBUTION_CHANNELS_MOST];
	struct dt_treaty_monitoring together = *c->monitoring;
	size_t n = 0;
	for (uint64_t set = kept; set != 0; set &= set - 1) {
		size_t k = dt_move_first(set);
		plain[n++] = (struct dt_treaty_channel){
			.miss = c->rates[k].miss,
			.false_alarm = c->rates[k].false_alarm,
			.coverage = 1, .visibility = DT_TREATY_PUBLIC,
			.common = c->channels[k].common };
	}
	together.channels = (struct dt_list){ plain, n };
	return dt_channels_combine(&together, DT_TREATY_PUBLIC);
}

static double
cost_of(const struct choice *c, uint64_t kept, int64_t inspected)
{
	double cost = c->monitoring->cost;
	for (uint64_t set = kept; set != 0; set &= set - 1) {
		size_t k = dt_move_first(set);
		double share = k != c->sampled ? 1 : (double)inspected /
		    (double)c->channels[k].sample.inspected;
		cost += share * c->channels[k].cost;
	}
	return cost;
}

/* Of what costs the same, what needs the least continuation. */
static void
consider(struct choice *c, uint64_t kept, int64_t inspected)
{
	struct dt_attribution_cheapest one = { .any = true, .kept = kept,
	    .inspected = inspected, .cost = cost_of(c, kept, inspected) };
	struct dt_monitor_signal all[DT_AGENTS_MOST];
	if (c->best->any && one.cost > c->best->cost + 1e-12)
		return;
	one.signal = combine(c, kept);
	all[0] = dt_intended_both(one.signal, c->stage->slip);
	for (size_t i = 1; i < c->stage->n; i++)
		all[i] = all[0];
	one.least = c->attributable ? dt_attribution_own(c->stage, all) :
	    dt_attribution_aggregate(c->stage, all[0]);
	if (!(one.least <= c->want))
		return;
	if (!c->best->any || one.cost < c->best->cost - 1e-12 ||
	    one.least < c->best->least)
		*c->best = one;
}

static void
consider_sets(struct choice *c, uint64_t must, int64_t inspected)
{
	uint64_t may = c->public & ~must;
	if (c->sampled < c->monitoring->channels.n)
		may &= ~dt_move_bit(c->sampled);
	for (uint64_t set = may; ; set = (set - 1) & may) {
		consider(c, set | must, inspected);
		if (set == 0)
			return;
	}
}

static void
consider_sizes(struct choice *c)
{
	const struct dt_treaty_channel *channel = &c->channels[c->sampled];
	int64_t items = channel->sample.items, most = items;
	if (most > SIZES_MOST)
		most = SIZES_MOST;
	for (int64_t k = 1; k <= most; k++) {
		struct dt_treaty_channel one = *channel;
		one.sample.inspected = (int64_t)ceil((double)k *
		    (double)items / (double)most);
		c->rates[c->sampled] = dt_channels_rates(&one);
		consider_sets(c, dt_move_bit(c->sampled),
		    one.sample.inspected);
	}
}

/* A sample whose rates do not depend on its size is left as it is. */
static bool
may_vary(const struct dt_treaty_channel *c)
{
	return c->sample.origin.node != NULL && c->sample.inspected > 0 &&
	    c->visibility == DT_TREATY_PUBLIC &&
	    isnan(c->miss) && isnan(c->false_alarm);
}

enum dt_status
dt_attribution_cheapest_of(const struct dt_attribution_stage *stage,
    const struct dt_treaty_monitoring *m, double want, bool attributable,
    struct dt_attribution_cheapest *cheapest, struct dt_error *err)
{
	struct choice c = { .stage = stage, .monitoring = m,
	    .channels = m->channels.items, .sampled = m->channels.n,
	    .attributable = attributable, .want = want, .best = cheapest };
	*cheapest = (struct dt_attribution_cheapest){ .cost = NAN,
	    .least = NAN };
	if (m->channels.n > DT_ATTRIBUTION_CHANNELS_MOST)
		return dt_status_fail(err, DT_EUSAGE, "the cheapest "
		    "verification is looked for among %d channels, and the "
		    "treaty has %zu", DT_ATTRIBUTION_CHANNELS_MOST,
		    m->channels.n);
	for (size_t k = 0; k < m->channels.n; k++) {
		c.rates[k] = dt_channels_rates(&c.channels[k]);
		if (c.channels[k].visibility == DT_TREATY_PUBLIC)
			c.public |= dt_move_bit(k);
		if (c.sampled == m->channels.n && may_vary(&c.channels[k]))
			c.sampled = k;
	}
	if (!isnan(m->miss) || !isnan(m->false_alarm)) {
		c.sampled = m->channels.n;
		consider(&c, c.public, 0);
		return DT_OK;
	}
	consider_sets(&c, 0, 0);
	if (c.sampled < m->channels.n)
		consider_sizes(&c);
	return DT_OK;
}
