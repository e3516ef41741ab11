/* show_treaty: a treaty in words and in numbers; see show.h. */
#include "cmd/show.h"

#include <inttypes.h>
#include <math.h>

#include "base/number.h"
#include "format/table.h"
#include "treaty/channels.h"
#include "treaty/terms.h"

void
dt_cmd_show_treaty(const struct dt_cmd_show *show, struct dt_text *sentences)
{
	dt_terms_tell(show->content, sentences);
}

static void
add_number(struct dt_table *table, double value)
{
	char buffer[DT_NUMBER_SIZE];
	dt_table_add(table, isnan(value) ? "" :
	    dt_number_print_short(value, 4, buffer));
}

static void
add_rates(struct dt_table *table, const char *name,
    struct dt_monitor_rates rates, double cost, const char *seen_by)
{
	dt_table_add(table, name);
	add_number(table, rates.miss);
	add_number(table, rates.false_alarm);
	add_number(table, cost);
	dt_table_add(table, seen_by);
}

static struct dt_monitor_rates
together(const struct dt_treaty_monitoring *m, int visibility)
{
	return dt_monitor_mean(dt_channels_combine(m, visibility));
}

static void
add_channels(const struct dt_treaty_monitoring *m,
    struct dt_table *table)
{
	const struct dt_treaty_channel *channels = m->channels.items;
	double cost = m->cost;
	bool private = false;
	for (size_t i = 0; i < m->channels.n; i++) {
		bool own = channels[i].visibility == DT_TREATY_PRIVATE;
		private |= own;
		cost += channels[i].cost;
		add_rates(table, channels[i].origin.name,
		    dt_channels_rates(&channels[i]), channels[i].cost,
		    own ? "each observer" : "all");
	}
	add_rates(table, private ? "together, public" : "together",
	    together(m, DT_TREATY_PUBLIC), cost, "all");
	if (private)
		add_rates(table, "together, private",
		    together(m, DT_TREATY_PRIVATE), NAN,
		    "each observer");
}

static void
show_verification(const struct dt_cmd_show *show,
    const struct dt_treaty_monitoring *m)
{
	static const char *const heads[] = {
		"channel", "miss", "false alarm", "cost", "seen by"
	};
	struct dt_table table = { .columns = 5, .heads = heads,
	    .indent = 2, .right = 14, .most = show->call->columns };
	dt_cmd_show_heading(show, "Verification (chances a party and round)");
	add_channels(m, &table);
	dt_table_text(&table, show->text);
	dt_table_free(&table);
}

static void
add_rung(struct dt_table *table, const struct dt_treaty_rung *rung)
{
	add_number(table, (double)rung->strikes);
	add_number(table, rung->chance);
	add_number(table, rung->fine);
	add_number(table, rung->bond);
	add_number(table, (double)rung->suspend);
	dt_table_add(table, rung->expel ? "yes" : "no");
	dt_table_add(table, rung->end ? "yes" : "no");
}

static void
show_ladder(const struct dt_cmd_show *show, const struct dt_list *ladder)
{
	static const char *const heads[] = {
		"from strikes", "chance", "fine", "share of bond",
		"suspended rounds", "expelled", "treaty ends"
	};
	const struct dt_treaty_rung *rungs = ladder->items;
	struct dt_table table = { .columns = 7, .heads = heads,
	    .indent = 2, .right = 127, .most = show->call->columns };
	if (ladder->n == 0)
		return;
	dt_cmd_show_heading(show, "Response to a finding");
	for (size_t i = 0; i < ladder->n; i++)
		add_rung(&table, &rungs[i]);
	dt_table_text(&table, show->text);
	dt_table_free(&table);
}

void
dt_cmd_show_terms(const struct dt_cmd_show *show)
{
	const struct dt_treaty *treaty = show->content;
	if (treaty->parties.n == 0)
		return;
	show_verification(show, &treaty->monitoring);
	show_ladder(show, &treaty->response.ladder);
}
