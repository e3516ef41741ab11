/* digest_class_people: who came to a class and who went, who made its moves,
 * and what is left out; see digest_class.h. */
#include "report/digest_class.h"

#include <inttypes.h>
#include <math.h>

/* ---- pauses by block ---- */

static const struct dt_solution_head pause_heads[] = {
	{ "block", NULL, "" }, { "title", NULL, "" }, { "treaty", NULL, "" },
	{ "clusters", "matching groups", "" }, { "moves", NULL, "" },
	{ "pause_share", "paused", "share of moves" },
	{ "low95", "from", "95%" }, { "high95", "to", "95%" },
	{ "payoff_per_round", "payoff", "a seat and round" },
	{ "payoff_low95", "from", "95%" }, { "payoff_high95", "to", "95%" },
	{ "all_race", "all race", "payoff" },
	{ "all_pause", "all pause", "payoff" },
};

static int64_t
moves_of(const struct dt_digest_class_block *b)
{
	int64_t n = 0;
	for (size_t g = 0; g < b->n; g++)
		n += b->groups[g].moves;
	return n;
}

static void
add_ratio(struct dt_solution_table *t, const struct dt_summary_ratio *ratio,
    bool share)
{
	double low, high;
	dt_summary_interval(ratio, share, &low, &high);
	dt_solution_number(t, dt_summary_mean(ratio));
	dt_solution_number(t, low);
	dt_solution_number(t, high);
}

static void
draw_pauses(struct dt_digest *d, struct dt_paper_figure *f,
    const struct dt_digest_class *c)
{
	double value[DT_DIGEST_CLASS_BLOCKS], low[DT_DIGEST_CLASS_BLOCKS],
	    high[DT_DIGEST_CLASS_BLOCKS];
	const char *labels[DT_DIGEST_CLASS_BLOCKS], *desc = "";
	for (size_t k = 0; k < c->n; k++) {
		const struct dt_digest_class_block *b = &c->blocks[k];
		value[k] = dt_summary_mean(&b->paused);
		dt_summary_interval(&b->paused, true, &low[k], &high[k]);
		labels[k] = dt_digest_print(d, "%" PRId64, b->block);
		desc = dt_digest_print(d, "%s%sBlock %" PRId64 " (%s): %s "
		    "paused.", desc, k > 0 ? " " : "", b->block, b->title,
		    dt_digest_share(d, value[k]));
	}
	struct dt_svg picture = { .title = "Pauses, block by block",
		.desc = desc, .id = dt_paper_letters(d->paper, f->id),
		.height = 380,
		.x = { .title = "block", .labels = labels },
		.y = { .title = "moves that paused", .unit = "share",
		    .high = 1 } };
	struct dt_svg_bars bars = { .n = c->n, .value = value, .low = low,
		.high = high };
	dt_svg_bars(&f->svg, &picture, &bars);
}

static void
add_pauses(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_class *c)
{
	static const struct dt_paper_plot plot = { .kind = DT_PAPER_BARS,
		.x = "block", .y = "pause_share", .low = "low95",
		.high = "high95" };
	struct dt_paper_figure *f = DT_PAPER_FIGURE(s, "class-pause",
	    "Pauses and payoff, block by block", &plot, pause_heads);
	struct dt_solution_table *t = dt_paper_table(f);
	for (size_t k = 0; k < c->n; k++) {
		const struct dt_digest_class_block *b = &c->blocks[k];
		dt_solution_whole(t, b->block);
		dt_solution_text(t, b->title);
		dt_solution_text(t, b->treaties);
		dt_solution_whole(t, (int64_t)b->n);
		dt_solution_whole(t, moves_of(b));
		add_ratio(t, &b->paused, true);
		add_ratio(t, &b->payoff, false);
		dt_solution_number(t, b->all_race);
		dt_solution_number(t, b->all_pause);
	}
	draw_pauses(d, f, c);
}

/* ---- who made the moves ---- */

static void
add_sources(struct dt_paper_section *s, const struct dt_digest_class *c)
{
	static const struct dt_solution_head heads[] = {
		{ "block", NULL, "" }, { "human", NULL, "moves" },
		{ "bot", NULL, "moves" }, { "timeout", NULL, "moves" },
		{ "paper", NULL, "moves" },
		{ "human_share", "of people", "share, paper included" },
	};
	struct dt_paper_figure *f = DT_PAPER_FIGURE(s, "class-sources",
	    "Who made the moves", NULL, heads);
	for (size_t k = 0; k < c->n; k++) {
		const int64_t *by = c->blocks[k].sources;
		dt_solution_whole(dt_paper_table(f), c->blocks[k].block);
		for (size_t j = 0; j < 4; j++)
			dt_solution_whole(dt_paper_table(f), by[j]);
		dt_solution_number(dt_paper_table(f), dt_digest_class_share(
		    by[0] + by[3], by[0] + by[1] + by[2] + by[3]));
	}
}

/* ---- who came, and who went ---- */

static enum dt_status
take_people(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct dt_solution_table *t = to;
	(void)d;
	dt_solution_whole(t, row[0].integer);
	for (size_t k = 1; k < 4; k++)
		dt_solution_whole(t, row[k].integer);
	dt_solution_number(t, dt_digest_class_share(row[2].integer,
	    row[1].integer));
	dt_solution_text(t, row[4].type == DT_CELL_TEXT ? row[4].text : "");
	return DT_OK;
}

/* The blocks that are told of, as SQL: practice is none of them. */
static const char *
blocks_of(struct dt_digest *d, const struct dt_digest_class *c)
{
	const char *list = "";
	for (size_t k = 0; k < c->n; k++)
		list = dt_digest_print(d, "%s%s%" PRId64, list, k > 0 ? ", " :
		    "", c->blocks[k].block);
	return list;
}

/* One person may be in several games of a block: it is one all the same. */
static enum dt_status
add_people(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_class *c)
{
	static const struct dt_solution_head heads[] = {
		{ "block", NULL, "" }, { "people", NULL, "" },
		{ "dropped", "went before the end", "people" },
		{ "excluded", "left out", "people" },
		{ "dropped_share", "went", "share of people" },
		{ "reasons", "why left out", "" },
	};
	struct dt_paper_figure *f = DT_PAPER_FIGURE(s, "class-people",
	    "Who came, and who went", NULL, heads);
	return dt_digest_ask(d, (struct dt_digest_taker){ take_people,
	    dt_paper_table(f) }, "WITH one AS (SELECT k.block, p.participant,"
	    " max(p.left_at <> '') AS went, max(p.excluded_why) AS why"
	    " FROM (SELECT DISTINCT block, experiment_id FROM class_run"
	    " WHERE block IN (%s)) AS k"
	    " JOIN participant AS p USING (experiment_id)"
	    " GROUP BY k.block, p.participant)"
	    " SELECT block, count(*), sum(went), sum(why <> ''),"
	    " group_concat(DISTINCT nullif(why, '')) FROM one"
	    " GROUP BY block ORDER BY block", blocks_of(d, c));
}

/* ---- what people expected ---- */

struct predictions {
	const struct dt_digest_class *class;
	struct dt_solution_table *table;
};

static enum dt_status
take_prediction(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	const struct predictions *p = to;
	const char *question = dt_digest_class_words(p->class,
	    row[0].integer, "predict");
	(void)d;
	dt_solution_whole(p->table, row[0].integer);
	dt_solution_text(p->table, question != NULL ? question : "");
	dt_solution_whole(p->table, row[1].integer);
	for (size_t k = 2; k < 5; k++)
		dt_solution_number(p->table, dt_digest_number(&row[k]));
	return DT_OK;
}

static enum dt_status
add_predictions(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_class *c)
{
	static const struct dt_solution_head heads[] = {
		{ "block", NULL, "" }, { "question", NULL, "" },
		{ "people", NULL, "" }, { "mean", NULL, "of 100" },
		{ "least", NULL, "of 100" }, { "most", NULL, "of 100" },
	};
	if (c->lesson == NULL)
		return DT_OK;
	struct dt_paper_figure *f = DT_PAPER_FIGURE(s, "class-predictions",
	    "What people expected", NULL, heads);
	struct predictions p = { c, dt_paper_table(f) };
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    take_prediction, &p }, "SELECT block, count(*),"
	    " avg(CAST(answer AS REAL)), min(CAST(answer AS REAL)),"
	    " max(CAST(answer AS REAL)) FROM class_answer WHERE"
	    " kind = 'predict' AND block IN (%s) GROUP BY block"
	    " ORDER BY block", blocks_of(d, c));
	if (dt_solution_rows(f->table) == 0)
		dt_paper_drop(s, f);
	return status;
}

/* ---- with and without what is left out ---- */

static void
add_exclusions(struct dt_paper_section *s, const struct dt_digest_class *c)
{
	static const struct dt_solution_head heads[] = {
		{ "block", NULL, "" }, { "moves", NULL, "" },
		{ "excluded", "left out", "moves" },
		{ "pause_share", "paused", "share of all" },
		{ "kept_share", "paused", "share of those kept" },
		{ "kept_low95", "from", "95%" },
		{ "kept_high95", "to", "95%" },
	};
	struct dt_paper_figure *f = DT_PAPER_FIGURE(s, "class-exclusions",
	    "With and without what is left out", NULL, heads);
	struct dt_solution_table *t = dt_paper_table(f);
	for (size_t k = 0; k < c->n; k++) {
		const struct dt_digest_class_block *b = &c->blocks[k];
		int64_t kept = 0;
		for (size_t g = 0; g < b->n; g++)
			kept += b->groups[g].kept;
		dt_solution_whole(t, b->block);
		dt_solution_whole(t, moves_of(b));
		dt_solution_whole(t, moves_of(b) - kept);
		dt_solution_number(t, dt_summary_mean(&b->paused));
		add_ratio(t, &b->kept, true);
	}
}

enum dt_status
dt_digest_class_people(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_class *c)
{
	add_pauses(d, s, c);
	add_sources(s, c);
	add_exclusions(s, c);
	enum dt_status status = add_predictions(d, s, c);
	return status ? status : add_people(d, s, c);
}
