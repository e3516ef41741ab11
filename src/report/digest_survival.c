/*
 * digest_survival: how long the pause and the treaty last, from its entry into
 * force on; see digest_internal.h. Two lines: no breach yet, and the treaty
 * lives. Runs that stop before either end count for as long as they were seen.
 */
#include "report/digest_internal.h"

#include <inttypes.h>
#include <math.h>

#include "base/survival.h"

/* A line as points, its first at age 0. */
struct line {
	size_t n, room;
	double *age, *share, *low, *high;
	int64_t *at_risk, *ended;
};

struct lines {
	struct dt_digest *digest;
	struct line line[2];
	int64_t left[2];        /* lives that are watched still */
	struct dt_survival state[2];
};

static const char *const words[] = { "no breach yet", "the treaty lives" };

static bool
add_point(struct lines *l, int k, double age, int64_t at_risk, int64_t ended)
{
	struct line *line = &l->line[k];
	if (line->n == line->room)
		return false;
	size_t i = line->n++;
	line->age[i] = age;
	line->share[i] = l->state[k].share;
	line->low[i] = i == 0 ? 1 : dt_survival_end(&l->state[k], -1);
	line->high[i] = i == 0 ? 1 : dt_survival_end(&l->state[k], 1);
	line->at_risk[i] = at_risk;
	line->ended[i] = ended;
	return true;
}

/* By which, age, ended, all that stop then; ages ascend. */
static enum dt_status
take(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	(void)d;
	struct lines *l = to;
	int k = row[0].integer == 0 ? 0 : 1;
	int64_t ended = row[2].integer, all = row[3].integer;
	int64_t at_risk = l->left[k];
	if (ended > 0)
		dt_survival_pass(&l->state[k], (double)at_risk,
		    (double)ended);
	l->left[k] -= all;
	if (ended > 0 || l->left[k] == 0)
		(void)add_point(l, k, (double)row[1].integer, at_risk, ended);
	return DT_OK;
}

static enum dt_status
count(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct lines *l = to;
	size_t room = (size_t)row[1].integer + 1;
	l->left[0] = l->left[1] = row[0].integer;
	for (int k = 0; k < 2; k++) {
		struct line *line = &l->line[k];
		double *numbers = dt_arena_new(d->arena, 4 * room,
		    sizeof(*numbers));
		int64_t *counts = dt_arena_new(d->arena, 2 * room,
		    sizeof(*counts));
		if (numbers == NULL || counts == NULL)
			return dt_status_no_memory(d->err);
		*line = (struct line){ 0, room, numbers, numbers + room,
		    numbers + 2 * room, numbers + 3 * room, counts,
		    counts + room };
		l->state[k] = (struct dt_survival)DT_SURVIVAL_START;
		(void)add_point(l, k, 0, l->left[k], 0);
	}
	return DT_OK;
}

/* The last round watched: its last with the treaty, or its last. */
#define LIFE "coalesce(ended_round, rounds) - entered_round + 1"
#define OF " FROM run WHERE experiment_id = %" PRId64 \
    " AND entered_round IS NOT NULL"

static enum dt_status
read_lines(struct dt_digest *d, int64_t id, struct lines *l)
{
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    count, l }, "SELECT count(*), coalesce(max(rounds), 0)" OF, id);
	return status ? status : dt_digest_ask(d, (struct dt_digest_taker){
	    take, l }, "SELECT 0, coalesce(first_breach_round - entered_round"
	    " + 1, " LIFE ") AS age, sum(first_breach_round IS NOT NULL),"
	    " count(*)" OF " GROUP BY age UNION ALL SELECT 1, " LIFE
	    " AS age, sum(ended_round IS NOT NULL), count(*)" OF
	    " GROUP BY age ORDER BY 1, 2", id, id);
}

static const struct dt_solution_head heads[] = {
	{ "series", "line", "" }, { "what", NULL, "" },
	{ "rounds", "after", "rounds in force" },
	{ "at_risk", "watched", "runs" }, { "ended", "ended then", "runs" },
	{ "share", NULL, "of runs" }, { "low95", "from", "95%" },
	{ "high95", "to", "95%" },
};

static void
add_rows(struct dt_solution_table *t, const struct lines *l)
{
	for (int k = 0; k < 2; k++)
		for (size_t i = 0; i < l->line[k].n; i++) {
			const struct line *line = &l->line[k];
			dt_solution_whole(t, k + 1);
			dt_solution_text(t, words[k]);
			dt_solution_whole(t, (int64_t)line->age[i]);
			dt_solution_whole(t, line->at_risk[i]);
			dt_solution_whole(t, line->ended[i]);
			dt_solution_number(t, line->share[i]);
			dt_solution_number(t, line->low[i]);
			dt_solution_number(t, line->high[i]);
		}
}

static void
draw(struct dt_digest *d, struct dt_paper_figure *f, const struct lines *l)
{
	struct dt_svg_series series[2];
	const struct line *a = &l->line[0], *b = &l->line[1];
	for (int k = 0; k < 2; k++) {
		const struct line *line = &l->line[k];
		series[k] = (struct dt_svg_series){ .name = words[k],
		    .n = line->n, .x = line->age, .y = line->share,
		    .low = line->low, .high = line->high, .step = true };
	}
	struct dt_svg picture = { .title = "How long the pause holds",
		.desc = dt_digest_print(d, "Survival by Kaplan and Meier, "
		    "with 95%% bands. At the end %s of runs had no breach, and "
		    "in %s the treaty lived.",
		    dt_digest_share(d, a->share[a->n - 1]),
		    dt_digest_share(d, b->share[b->n - 1])),
		.id = dt_paper_letters(d->paper, f->id),
		.x = { .title = "rounds since it entered into force" },
		.y = { .title = "share of runs", .low = 0, .high = 1 } };
	dt_svg_lines(&f->svg, &picture, series, 2);
}

enum dt_status
dt_digest_survival(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_experiment *e)
{
	static const struct dt_paper_plot plot = { .kind = DT_PAPER_LINES,
		.x = "rounds", .y = "share", .low = "low95",
		.high = "high95", .series = "series" };
	struct lines lines = { .digest = d };
	if (e->summary.entered == 0)
		return DT_OK;
	enum dt_status status = read_lines(d, e->id, &lines);
	if (status != DT_OK)
		return status;
	struct dt_paper_figure *f = DT_PAPER_FIGURE(s, dt_digest_print(d,
	    "experiment-%" PRId64 "-survival", e->id),
	    "How long the pause holds", &plot, heads);
	add_rows(dt_paper_table(f), &lines);
	draw(d, f, &lines);
	return DT_OK;
}
