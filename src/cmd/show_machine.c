/* show_machine: see show_machine.h. */
#include "cmd/show_machine.h"

#include <string.h>

#include "cli/output.h"
#include "cmd/strategies.h"
#include "format/table.h"

static const struct dt_strategy_state *
state_of(const struct dt_cmd_show *show, size_t i)
{
	const struct dt_strategy *strategy = show->content;
	return (const struct dt_strategy_state *)strategy->states.items + i;
}

static size_t
find_state(const struct dt_cmd_show *show, const char *name)
{
	const struct dt_strategy *strategy = show->content;
	size_t i = 0;
	while (i + 1 < strategy->states.n &&
	    strcmp(state_of(show, i)->origin.name, name) != 0)
		i++;
	return i;
}

static const char *
play_of(struct dt_arena *arena, const struct dt_node *play)
{
	return play->kind == DT_NODE_SCALAR ? play->text :
	    dt_arena_print(arena, "race %s", play->items[0]->text);
}

/* ---- the graph ---- */

struct draft {
	const struct dt_cmd_show *show;
	struct dt_diagram_edge *edges;
	size_t n, room;
	bool failed;
};

/* Steps between the same two states are one, with both labels. */
static void
add_edge(struct draft *d, size_t from, size_t to, const char *label)
{
	struct dt_arena *arena = d->show->call->arena;
	for (size_t i = 0; i < d->n; i++)
		if (d->edges[i].from == from && d->edges[i].to == to) {
			d->edges[i].label = dt_arena_print(arena, "%s; %s",
			    d->edges[i].label, label);
			d->failed |= d->edges[i].label == NULL;
			return;
		}
	struct dt_diagram_edge *edges = dt_arena_grow(arena, d->edges, d->n,
	    &d->room, sizeof(*edges));
	d->failed |= edges == NULL || label == NULL;
	if (d->failed)
		return;
	d->edges = edges;
	d->edges[d->n++] = (struct dt_diagram_edge){ from, to, label };
}

static void
add_rule(struct draft *d, size_t from, const struct dt_strategy_rule *rule,
    bool only)
{
	bool always = rule->when == NULL || rule->when[0] == '\0';
	const char *when = always ? (only ? "always" : "else") : rule->when;
	const struct dt_node *to = rule->to;
	if (to->kind == DT_NODE_SCALAR)
		add_edge(d, from, find_state(d->show, to->text), when);
	for (size_t i = 0; to->kind == DT_NODE_MAP && i < to->n; i++)
		add_edge(d, from, find_state(d->show, to->keys[i]->text),
		    dt_arena_print(d->show->call->arena, "%s (%s)", when,
		    to->items[i]->text));
}

static bool
starts_in(const struct dt_node *start, const char *name)
{
	if (start->kind == DT_NODE_SCALAR)
		return strcmp(start->text, name) == 0;
	if (start->kind == DT_NODE_MAP)
		return dt_node_get(start, name) != NULL;
	for (size_t i = 0; i < start->n; i++) {
		const struct dt_node *to = dt_node_get(start->items[i], "to");
		if (to != NULL && starts_in(to, name))
			return true;
	}
	return false;
}

static struct dt_diagram_node
node_of(const struct dt_cmd_show *show, size_t i)
{
	const struct dt_strategy *strategy = show->content;
	const struct dt_strategy_state *state = state_of(show, i);
	const char *play = play_of(show->call->arena, state->play);
	return (struct dt_diagram_node){ .name = state->origin.name,
		.note = play != NULL ? play : "",
		.shade = play == NULL || strcmp(play, "pause") == 0 ? 0 :
		    strcmp(play, "race") == 0 ? 2 : 1,
		.start = starts_in(strategy->start, state->origin.name) };
}

bool
dt_cmd_show_machine_graph(const struct dt_cmd_show *show,
    struct dt_diagram *graph)
{
	const struct dt_strategy *strategy = show->content;
	struct draft d = { .show = show };
	struct dt_diagram_node *nodes = dt_arena_new(show->call->arena,
	    strategy->states.n, sizeof(*nodes));
	if (nodes == NULL)
		return false;
	for (size_t i = 0; i < strategy->states.n; i++) {
		const struct dt_list *next = &state_of(show, i)->next;
		const struct dt_strategy_rule *rules = next->items;
		nodes[i] = node_of(show, i);
		for (size_t k = 0; k < next->n; k++)
			add_rule(&d, i, &rules[k], next->n == 1);
	}
	*graph = (struct dt_diagram){ strategy->name, strategy->states.n, d.n,
		nodes, d.edges };
	return !d.failed;
}

/* ---- for people ---- */

/* "-> trust (pause): alarms >= 1 -> war; else -> trust", a state a line. */
static void
draw_text(const struct dt_cmd_show *show, const struct dt_diagram *graph)
{
	static const char *const heads[] = { "", "state", "plays", "sees",
		"goes to" };
	struct dt_table table = { .columns = 5, .heads = heads, .indent = 2,
	    .most = show->call->columns };
	dt_cmd_show_heading(show, "The machine");
	for (size_t i = 0, last = SIZE_MAX; i < graph->n_edges; i++) {
		const struct dt_diagram_edge *edge = &graph->edges[i];
		const struct dt_diagram_node *node = &graph->nodes[edge->from];
		bool again = edge->from == last;
		dt_table_add(&table, !again && node->start ? "->" : "");
		dt_table_add(&table, again ? "" : node->name);
		dt_table_add(&table, again ? "" : node->note);
		dt_table_add(&table, edge->label);
		dt_table_add(&table, graph->nodes[edge->to].name);
		last = edge->from;
	}
	dt_table_text(&table, show->text);
	dt_table_free(&table);
}

/* What comes after a round of two without a treaty. */
static const char *
after(const struct dt_cmd_show *show, const struct dt_automaton *a,
    size_t state, bool raced, bool alarm)
{
	size_t step = a->step[state * a->views + dt_view_index(2, alarm,
	    false, raced, false, DT_PHASE_NONE)];
	struct dt_text text = { 0 };
	if (step < a->states)
		return state_of(show, step)->origin.name;
	const struct dt_automaton_lottery *lot =
	    &a->lotteries[step - a->states];
	for (size_t i = 0; i < lot->n; i++)
		dt_text_add(&text, "%s%s", i > 0 ? "|" : "",
		    state_of(show, lot->tickets[i].state)->origin.name);
	const char *copy = dt_arena_copy(show->call->arena,
	    dt_text_string(&text));
	dt_text_free(&text);
	return copy != NULL ? copy : "";
}

static void
tabulate(const struct dt_cmd_show *show, const struct dt_automaton *a)
{
	static const char *const heads[] = { "state", "plays", "after PP",
		"PR", "RP", "RR" };
	struct dt_table table = { .columns = 6, .heads = heads, .indent = 2,
	    .most = show->call->columns };
	dt_cmd_show_heading(show, "Its table for two without a treaty (own "
	    "move, then what was seen; | by lot)");
	for (size_t i = 0; i < a->states; i++) {
		const char *play = play_of(show->call->arena,
		    state_of(show, i)->play);
		dt_table_add(&table, state_of(show, i)->origin.name);
		dt_table_add(&table, play != NULL ? play : "");
		for (int v = 0; v < 4; v++)
			dt_table_add(&table, after(show, a, i, v & 2, v & 1));
	}
	dt_table_text(&table, show->text);
	dt_table_free(&table);
}

static void
add_study(const struct dt_cmd_show *show)
{
	struct dt_cmd_strategies all = { 0 };
	struct dt_error err;
	struct dt_text says = { 0 };
	if (dt_cmd_strategies_tell(show->call, &all, show->path, &says, &err)
	    != DT_OK)
		says.failed = true;
	show->text->failed |= says.failed;
	if (*dt_text_string(&says) != '\0')
		dt_text_add(show->text, "\n");
	dt_cmd_strategies_wrap(show->call, &says, show->text);
	dt_text_free(&says);
}

void
dt_cmd_show_machine(const struct dt_cmd_show *show)
{
	struct dt_cmd_show_answer answer;
	struct dt_diagram graph;
	struct dt_study study;
	struct dt_error err;
	if (dt_strategy_form(show->content) != DT_FORM_AUTOMATON) {
		dt_cmd_show_mind(show);
		return;
	}
	if (!dt_cmd_show_machine_graph(show, &graph) || dt_study_make(
	    show->content, show->call->arena, &study, &err) == DT_ENOMEM) {
		show->text->failed = true;
		return;
	}
	draw_text(show, &graph);
	add_study(show);
	if (study.two.states > 0)
		tabulate(show, &study.two);
	if (dt_command_value(show->call, "sees") != NULL &&
	    dt_cmd_show_answer_read(show, &answer))
		dt_cmd_show_answer_tell(show, &answer);
}

void
dt_cmd_show_machine_json(const struct dt_cmd_show *show, json_t *json)
{
	struct dt_cmd_strategies all = { 0 };
	struct dt_cmd_show_answer answer;
	struct dt_text says = { 0 };
	struct dt_error err;
	if (dt_strategy_form(show->content) != DT_FORM_AUTOMATON) {
		dt_cmd_show_mind_json(show, json);
		return;
	}
	json_t *list = json_array();
	if (dt_cmd_strategies_tell(show->call, &all, show->path, &says, &err)
	    == DT_OK)
		for (const char *at = dt_text_string(&says); *at != '\0';) {
			size_t n = strcspn(at, "\n");
			json_array_append_new(list, json_stringn(at, n));
			at += n + (at[n] == '\n');
		}
	dt_text_free(&says);
	json_object_set_new(json, "machine", list);
	if (dt_command_value(show->call, "sees") != NULL &&
	    dt_cmd_show_answer_read(show, &answer))
		dt_cmd_show_answer_json(&answer, json);
}

/* ---- in place of text ---- */

static enum dt_exit
write_svg(const struct dt_cmd_show *show, const struct dt_diagram *graph,
    const char *path)
{
	struct dt_text svg = { 0 };
	struct dt_command_call call = *show->call;
	struct dt_svg picture = { .title = graph->name,
		.desc = "A circle a state: white ones pause, dark ones race. "
		    "A double rim is the start. Arrows say what must have "
		    "been seen." };
	dt_diagram_svg(graph, &picture, &svg);
	enum dt_exit exit = dt_output_open_path(&call, path);
	if (exit == DT_EXIT_OK) {
		exit = dt_command_write(&call, &svg);
		exit = dt_output_close_path(&call, path, exit);
	}
	dt_text_free(&svg);
	return exit;
}

bool
dt_cmd_show_machine_instead(const struct dt_cmd_show *show,
    enum dt_exit *exit)
{
	const char *form = dt_command_value(show->call, "format");
	const char *svg = dt_command_value(show->call, "svg");
	struct dt_cmd_show_answer answer;
	struct dt_diagram graph;
	struct dt_text dot = { 0 };
	if (dt_strategy_form(show->content) != DT_FORM_AUTOMATON)
		return dt_cmd_show_mind_instead(show, exit);
	if (dt_command_value(show->call, "sees") != NULL &&
	    !dt_cmd_show_answer_read(show, &answer)) {
		*exit = DT_EXIT_USAGE;
		return true;
	}
	bool made = dt_cmd_show_machine_graph(show, &graph);
	*exit = made && svg != NULL ? write_svg(show, &graph, svg) :
	    DT_EXIT_OK;
	if (made && (form == NULL || strcmp(form, "dot") != 0))
		return *exit != DT_EXIT_OK;
	if (made)
		dt_diagram_dot(&graph, &dot);
	dot.failed |= !made;
	if (*exit == DT_EXIT_OK)
		*exit = dt_command_write(show->call, &dot);
	dt_text_free(&dot);
	return true;
}
