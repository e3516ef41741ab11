/* show_scenario: who plays what; see show.h. */
#include "cmd/show.h"

#include <math.h>

#include "base/number.h"
#include "format/table.h"
#include "catalogue/scenario.h"

static void
add_number(struct dt_table *table, double value)
{
	char buffer[DT_NUMBER_SIZE];
	dt_table_add(table, isnan(value) ? "" :
	    dt_number_print_short(value, 4, buffer));
}

static void
add_seat(struct dt_table *table, const struct dt_scenario_agent *agent)
{
	dt_table_add(table, agent->origin.name);
	dt_table_add(table, dt_scenario_kind_words[agent->kind]);
	dt_table_add(table, agent->host);
	add_number(table, agent->weight);
	dt_table_add(table, agent->strategy.name);
	add_number(table, (double)agent->joins);
	dt_table_add(table, agent->title);
}

static void
show_agents(const struct dt_cmd_show *show, const struct dt_scenario *s)
{
	static const char *const heads[] = {
		"seat", "kind", "host", "weight", "strategy", "signs in",
		"title"
	};
	const struct dt_scenario_agent *agents = s->agents.items;
	struct dt_table table = { .columns = 7, .heads = heads,
	    .indent = 2, .right = 8 | 32, .most = show->call->columns };
	dt_cmd_show_heading(show, "Who plays");
	for (size_t i = 0; i < s->agents.n; i++)
		add_seat(&table, &agents[i]);
	dt_table_text(&table, show->text);
	dt_table_free(&table);
}

static void
add_file(const struct dt_cmd_show *show, const char *what, const char *name,
    const char *title)
{
	dt_text_add(show->text, "  %s  %s", what, name);
	if (title != NULL && title[0] != '\0')
		dt_text_add(show->text, ": %s", title);
	dt_text_add(show->text, "\n");
}

void
dt_cmd_show_scenario(const struct dt_cmd_show *show)
{
	const struct dt_scenario *s = show->content;
	show_agents(show, s);
	dt_cmd_show_heading(show, "What for, and under what");
	add_file(show, "payoffs", s->payoffs.name, s->payoffs.title);
	add_file(show, "treaty ", s->treaty.name, s->treaty.title);
}

void
dt_cmd_show_agent(const struct dt_cmd_show *show)
{
	const struct dt_scenario_agent *agent = show->content;
	if (agent->strategy.name == NULL)
		return;
	dt_cmd_show_heading(show, "How it moves");
	dt_text_add(show->text, "  strategy %s\n", agent->strategy.name);
}
