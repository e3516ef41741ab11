/* digest_class_block: a block of a class: its rounds, its signals, its groups;
 * see digest_class.h. */
#include "report/digest_class.h"

#include <inttypes.h>
#include <math.h>

#include "base/number.h"

enum { ROUNDS_MOST = 1000, ROWS_MOST = 60 };

/* "block-2-rounds". */
static struct dt_paper_figure *
figure(struct dt_digest *d, struct dt_paper_section *s, int64_t block,
    const char *name, const char *title, const struct dt_paper_plot *plot,
    const struct dt_solution_head *heads, size_t n)
{
	return dt_paper_figure(s, dt_digest_print(d, "block-%" PRId64 "-%s",
	    block, name), title, plot, heads, n);
}

/* ---- round by round ---- */

struct rounds {
	struct dt_solution_table *table;
	size_t n;
	double number[ROUNDS_MOST], paused[ROUNDS_MOST];
};

static enum dt_status
take_round(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct rounds *r = to;
	double share = dt_digest_class_share(row[2].integer, row[1].integer);
	(void)d;
	if (r->n == ROUNDS_MOST)
		return DT_OK;
	r->number[r->n] = (double)row[0].integer;
	r->paused[r->n++] = share;
	dt_solution_whole(r->table, row[0].integer);
	dt_solution_whole(r->table, row[1].integer);
	dt_solution_number(r->table, share);
	return DT_OK;
}

static enum dt_status
add_rounds(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_class_block *b)
{
	static const struct dt_paper_plot plot = { .kind = DT_PAPER_LINES,
		.x = "round", .y = "pause_share" };
	static const struct dt_solution_head heads[] = {
		{ "round", NULL, "" }, { "moves", NULL, "" },
		{ "pause_share", "paused", "share of moves" },
	};
	struct rounds *r = dt_arena_new(d->arena, 1, sizeof(*r));
	if (r == NULL)
		return dt_status_no_memory(d->err);
	struct dt_paper_figure *f = figure(d, s, b->block, "rounds",
	    "Pauses, round by round", &plot, heads, 3);
	r->table = dt_paper_table(f);
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    take_round, r }, "SELECT m.round, count(*),"
	    " sum(m.executed = 'PAUSE') FROM class_run AS k JOIN move AS m"
	    " USING (experiment_id, run) WHERE k.block = %" PRId64
	    " GROUP BY m.round ORDER BY m.round", b->block);
	struct dt_svg picture = { .title = "Pauses, round by round",
		.desc = r->n == 0 ? "" : dt_digest_print(d, "In round %.0f %s "
		    "of moves were pauses, in round %.0f %s.", r->number[0],
		    dt_digest_share(d, r->paused[0]), r->number[r->n - 1],
		    dt_digest_share(d, r->paused[r->n - 1])),
		.id = dt_paper_letters(d->paper, f->id), .height = 360,
		.x = { .title = "round" },
		.y = { .title = "paused", .unit = "share", .high = 1 } };
	struct dt_svg_series line = { .n = r->n, .x = r->number,
		.y = r->paused, .marks = true };
	if (status == DT_OK)
		dt_svg_lines(&f->svg, &picture, &line, 1);
	return status;
}

/* ---- what was signalled, against what was done ---- */

struct signals {
	int64_t races_seen, races_missed, pauses_seen, pauses_clean;
	int64_t punished;
	double fined;
};

static struct signals
add_up(const struct dt_digest_class_block *b)
{
	struct signals all = { 0 };
	for (size_t g = 0; g < b->n; g++) {
		all.races_seen += b->groups[g].races_seen;
		all.races_missed += b->groups[g].races_missed;
		all.pauses_seen += b->groups[g].pauses_seen;
		all.pauses_clean += b->groups[g].pauses_clean;
		all.punished += b->groups[g].punished_wrongly;
		all.fined += b->groups[g].fined_wrongly;
	}
	return all;
}

static void
draw_signals(struct dt_digest *d, struct dt_paper_figure *f, double found,
    double wrong, const char *desc)
{
	static const char *const said[] = { "an alarm", "no alarm" };
	static const char *const done[] = { "paused", "raced" };
	const double values[] = { wrong, 1 - wrong, found, 1 - found };
	struct dt_svg_heat heat = { .columns = 2, .rows = 2,
		.value = values, .low = 0, .high = 1,
		.name = "share of its row" };
	struct dt_svg picture = { .title = "What the signals said, and the "
		    "truth",
		.desc = desc, .id = dt_paper_letters(d->paper, f->id),
		.height = 320,
		.x = { .title = "what the signal said", .labels = said },
		.y = { .title = "what was done", .labels = done } };
	dt_svg_heat(&f->svg, &picture, &heat);
}

static void
add_signals(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_class_block *b)
{
	static const struct dt_paper_plot plot = { .kind = DT_PAPER_BARS,
		.x = "done", .y = "alarm_share" };
	static const struct dt_solution_head heads[] = {
		{ "done", "what was done", "" }, { "moves", NULL, "" },
		{ "alarms", NULL, "" }, { "no_alarms", "no alarms", "" },
		{ "alarm_share", "alarms", "share of moves" },
	};
	struct signals all = add_up(b);
	const int64_t alarms[] = { all.races_seen, all.pauses_seen },
	    none[] = { all.races_missed, all.pauses_clean };
	struct dt_paper_figure *f = figure(d, s, b->block, "signals",
	    "What the signals said, and the truth", &plot, heads, 5);
	double share[2];
	for (size_t k = 0; k < 2; k++) {
		struct dt_solution_table *t = dt_paper_table(f);
		share[k] = dt_digest_class_share(alarms[k], alarms[k] +
		    none[k]);
		dt_solution_text(t, k == 0 ? "raced" : "paused");
		dt_solution_whole(t, alarms[k] + none[k]);
		dt_solution_whole(t, alarms[k]);
		dt_solution_whole(t, none[k]);
		dt_solution_number(t, share[k]);
	}
	int64_t of = alarms[0] + alarms[1];
	const char *desc = of == 0 ? "There was no alarm." : dt_digest_print(
	    d, "Of %" PRId64 " alarms %" PRId64 " were right and %" PRId64
	    " wrong; %" PRId64 " of %" PRId64 " races raised none.", of,
	    alarms[0], alarms[1], none[0], alarms[0] + none[0]);
	draw_signals(d, f, share[0], share[1], desc);
	dt_paper_say(s, "%s", desc);
	if (all.punished > 0)
		dt_paper_say(s, "In %" PRId64 " moves somebody was punished "
		    "who had paused; it cost them %s in all.", all.punished,
		    dt_digest_print(d, "%.6g", all.fined));
}

/* ---- agent by agent ---- */

static enum dt_status
take_agent(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct dt_solution_table *t = to;
	int64_t moves = row[2].integer;
	dt_solution_text(t, dt_digest_text(d, &row[1]));
	dt_solution_whole(t, moves);
	dt_solution_number(t, dt_digest_class_share(row[3].integer, moves));
	dt_solution_number(t, dt_digest_number(&row[4]) / (double)moves);
	dt_solution_whole(t, row[5].integer);
	return DT_OK;
}

/* Agents have one name in all games of a block. */
static enum dt_status
add_agents(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_class_block *b)
{
	static const struct dt_solution_head heads[] = {
		{ "agent", NULL, "" }, { "moves", NULL, "" },
		{ "pause_share", "paused", "share of moves" },
		{ "payoff_per_round", "payoff", "a round" },
		{ "stopped", "races stopped", "moves" },
	};
	struct dt_paper_figure *f = figure(d, s, b->block, "agents",
	    "Agent by agent", NULL, heads, 5);
	return dt_digest_ask(d, (struct dt_digest_taker){ take_agent,
	    dt_paper_table(f) }, "SELECT min(m.agent), a.name, count(*),"
	    " sum(m.executed = 'PAUSE'), sum(m.payoff), sum(m.stopped)"
	    " FROM class_run AS k JOIN move AS m USING (experiment_id, run)"
	    " JOIN agent AS a USING (experiment_id, agent)"
	    " WHERE k.block = %" PRId64 " GROUP BY a.name ORDER BY 1",
	    b->block);
}

/* ---- group by group ---- */

static const struct dt_solution_head group_heads[] = {
	{ "matching_group", "group", "" }, { "games", NULL, "" },
	{ "moves", NULL, "" },
	{ "pause_share", "paused", "share of moves" },
	{ "payoff_per_round", "payoff", "a seat and round" },
	{ "alarms_right", "alarms, right", "moves" },
	{ "races_missed", "races missed", "moves" },
	{ "alarms_wrong", "alarms, wrong", "moves" },
	{ "punished_wrongly", "punished wrongly", "moves" },
	{ "fined_wrongly", "for nothing paid", "payoff" },
};

static void
add_group(struct dt_solution_table *t, const struct dt_digest_class_group *g)
{
	dt_solution_whole(t, g->group);
	dt_solution_whole(t, g->runs);
	dt_solution_whole(t, g->moves);
	dt_solution_number(t, dt_digest_class_share(g->paused, g->moves));
	dt_solution_number(t, g->payoff / (double)g->moves);
	dt_solution_whole(t, g->races_seen);
	dt_solution_whole(t, g->races_missed);
	dt_solution_whole(t, g->pauses_seen);
	dt_solution_whole(t, g->punished_wrongly);
	dt_solution_number(t, g->fined_wrongly);
}

static void
draw_groups(struct dt_digest *d, struct dt_paper_figure *f,
    const struct dt_digest_class_block *b)
{
	double paused[ROWS_MOST], payoff[ROWS_MOST];
	const char *labels[ROWS_MOST];
	size_t class[ROWS_MOST] = { 0 };
	size_t n = b->n < ROWS_MOST ? b->n : ROWS_MOST;
	for (size_t g = 0; g < n; g++) {
		const struct dt_digest_class_group *one = &b->groups[g];
		labels[g] = dt_digest_print(d, "group %" PRId64, one->group);
		paused[g] = dt_digest_class_share(one->paused, one->moves);
		payoff[g] = one->payoff / (double)one->moves;
	}
	const struct dt_svg_panel panels[] = {
		{ .axis = { .title = "moves paused", .unit = "share",
		    .high = 1 }, .value = paused },
		{ .axis = { .title = "payoff", .unit = "a seat and round" },
		    .value = payoff },
	};
	const char *const names[] = { "a matching group" };
	struct dt_svg_rows rows = { .n = n, .labels = labels,
		.class = class, .n_classes = 1, .names = names,
		.panels = panels, .n_panels = 2 };
	struct dt_svg picture = { .title = "Group by group",
		.desc = dt_digest_print(d, "Two bars for each of %zu groups: "
		    "its share of pauses, and what a seat of it got a round.",
		    n), .id = dt_paper_letters(d->paper, f->id) };
	dt_svg_rows(&f->svg, &picture, &rows);
}

enum dt_status
dt_digest_class_block(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_class_block *b)
{
	static const struct dt_paper_plot plot = { .kind = DT_PAPER_BARS,
		.x = "matching_group", .y = "pause_share" };
	enum dt_status status = add_rounds(d, s, b);
	if (status != DT_OK)
		return status;
	add_signals(d, s, b);
	status = add_agents(d, s, b);
	if (status != DT_OK)
		return status;
	struct dt_paper_figure *f = figure(d, s, b->block, "groups",
	    "Group by group", &plot, group_heads,
	    sizeof(group_heads) / sizeof(group_heads[0]));
	for (size_t g = 0; g < b->n; g++)
		add_group(dt_paper_table(f), &b->groups[g]);
	draw_groups(d, f, b);
	return DT_OK;
}
