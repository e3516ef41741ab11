/* tell_monitoring: how a breach is seen, in sentences; see tell.h. */
#include "treaty/channels.h"
#include "treaty/tell.h"

static bool
is_blind(struct dt_monitor_rates r)
{
	return r.miss >= 1 && r.false_alarm <= 0;
}

static void
add_rates(struct dt_text *text, struct dt_monitor_rates r)
{
	dt_tell_percent(text, 1 - r.miss);
	dt_text_add(text, " of rounds, a pause in ");
	dt_tell_percent(text, r.false_alarm);
}

static void
tell_channel(const struct dt_treaty_channel *c, struct dt_text *text)
{
	struct dt_monitor_rates rates = dt_channels_rates(c);
	dt_text_add(text, "The %s channel %s ", c->visibility ==
	    DT_TREATY_PRIVATE ? "private" : "public", c->origin.name);
	if (is_blind(rates)) {
		dt_text_add(text, "never raises an alarm");
	} else {
		dt_text_add(text, "raises an alarm at a race in ");
		add_rates(text, rates);
	}
	if (c->cost > 0) {
		dt_text_add(text, ", and costs each party ");
		dt_tell_number(text, c->cost);
		dt_text_add(text, " a round");
	}
	dt_text_add(text, ".\n");
}

static void
tell_channels(const struct dt_treaty_monitoring *m, struct dt_text *text)
{
	const struct dt_treaty_channel *channels = m->channels.items;
	size_t common = 0, told = 0;
	for (size_t i = 0; i < m->channels.n; i++) {
		tell_channel(&channels[i], text);
		common += channels[i].common;
	}
	if (common == 0 || m->common_mode <= 0)
		return;
	dt_text_add(text, "In ");
	dt_tell_percent(text, m->common_mode);
	dt_text_add(text, " of rounds ");
	for (size_t i = 0; i < m->channels.n; i++)
		if (channels[i].common)
			dt_text_add(text, "%s%s", dt_tell_joint(told++, common),
			    channels[i].origin.name);
	dt_text_add(text, common == 1 ? " is blind.\n" :
	    " are blind together.\n");
}

static void
tell_private(struct dt_monitor_rates private, int64_t accusers,
    struct dt_text *text)
{
	dt_text_add(text, "Each other agent has an alarm of its own at a "
	    "race in ");
	add_rates(text, private);
	if (accusers == 0)
		dt_text_add(text, "; such alarms are no findings");
	else if (accusers == 1)
		dt_text_add(text, "; one party's alarm is a finding");
	else
		dt_text_add(text, "; the alarms of %lld parties in one round "
		    "are a finding", (long long)accusers);
	dt_text_add(text, ".\n");
}

/* What all see, what each sees, and what of it is a finding. */
static void
tell_signals(const struct dt_treaty_monitoring *m, struct dt_text *text)
{
	struct dt_monitor_rates public =
	    dt_monitor_mean(dt_channels_combine(m, DT_TREATY_PUBLIC));
	struct dt_monitor_rates private =
	    dt_monitor_mean(dt_channels_combine(m, DT_TREATY_PRIVATE));
	if (is_blind(public) && is_blind(private))
		dt_text_add(text, "Nothing shows whether a party races.\n");
	if (!is_blind(public)) {
		dt_text_add(text, "A party's race raises a public alarm in ");
		add_rates(text, public);
		dt_text_add(text, "; the alarm is a finding against it.\n");
	}
	if (!is_blind(private))
		tell_private(private, m->accusers, text);
}

void
dt_tell_monitoring(const struct dt_treaty *treaty, struct dt_text *text)
{
	double cost = dt_channels_cost(&treaty->monitoring);
	tell_signals(&treaty->monitoring, text);
	tell_channels(&treaty->monitoring, text);
	if (cost <= 0)
		return;
	dt_text_add(text, "Monitoring costs each party ");
	dt_tell_number(text, cost);
	dt_text_add(text, " a round.\n");
}
