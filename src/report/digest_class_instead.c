/*
 * digest_class_instead: a block's payoff beside two lines, all racing and all
 * pausing, and beside what strategies would have earned in the same seats; see
 * digest_class.h. First each run is played again as it was: where that does not
 * pay what the rows say, nothing is told of strategies.
 */
#include "report/digest_class.h"

#include <inttypes.h>
#include <math.h>

static const struct {
	const char *strategy, *label;
} strategies[] = {
	{ NULL, "the class, played again" }, { "tit-for-tat", "tit for tat" },
	{ "grim", "grim" }, { "comply", "as the treaty says" },
};
enum { SLOTS = sizeof(strategies) / sizeof(strategies[0]) };

static enum dt_status
take_id(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	int64_t *ids = to;
	(void)d;
	if (ids[0] < DT_DIGEST_CLASS_BLOCKS)
		ids[++ids[0]] = row[0].integer;
	return DT_OK;
}

/* Of one game of the block. */
static enum dt_status
play_game(struct dt_digest *d, struct dt_digest_class_runs *runs, int64_t id,
    bool *all)
{
	struct dt_digest_experiment *e = dt_arena_new(d->arena, 1, sizeof(*e));
	if (e == NULL)
		return dt_status_no_memory(d->err);
	enum dt_status status = dt_digest_read(d, id, e);
	if (status == DT_OK)
		status = dt_digest_compile(d, e);
	*all = *all && status == DT_OK && e->compiles;
	for (size_t k = 0; k < SLOTS && status == DT_OK && *all; k++)
		status = dt_digest_class_again(d, runs, e,
		    strategies[k].strategy, k);
	return status;
}

/* Does what was played again pay what the rows say? */
static bool
fits(const struct dt_digest_class_runs *runs)
{
	for (size_t k = 0; k < runs->n; k++)
		if (!(fabs(runs->runs[k].earned[0] - runs->runs[k].payoff) <=
		    1e-9 * (1 + fabs(runs->runs[k].payoff))))
			return false;
	return true;
}

static enum dt_status
play(struct dt_digest *d, const struct dt_digest_class *c, int64_t block,
    struct dt_digest_class_runs *runs, bool *known)
{
	int64_t ids[DT_DIGEST_CLASS_BLOCKS + 1] = { 0 };
	runs->catalogue = c->request->catalogue;
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    take_id, ids }, "SELECT DISTINCT experiment_id FROM class_run"
	    " WHERE block = %" PRId64 " ORDER BY 1", block);
	if (status == DT_OK)
		status = dt_digest_class_runs_read(d, block, runs);
	*known = runs->catalogue != NULL && ids[0] < DT_DIGEST_CLASS_BLOCKS;
	for (int64_t k = 1; k <= ids[0] && status == DT_OK && *known; k++)
		status = play_game(d, runs, ids[k], known);
	*known = *known && fits(runs);
	return status;
}

/* Payoff a seat and round, and what that is above the class's own, in the same
 * seats; intervals by matching group. */
static void
measure(const struct dt_digest_class_runs *runs, size_t slot,
    struct dt_summary_ratio *earned, struct dt_summary_ratio *gain)
{
	for (size_t k = 0; k < runs->n;) {
		int64_t group = runs->runs[k].group;
		double sum = 0, own = 0, moves = 0;
		for (; k < runs->n && runs->runs[k].group == group; k++) {
			sum += runs->runs[k].earned[slot];
			own += runs->runs[k].payoff;
			moves += (double)runs->runs[k].moves;
		}
		dt_summary_add_ratio(earned, sum, moves);
		dt_summary_add_ratio(gain, sum - own, moves);
	}
}

static const struct dt_solution_head heads[] = {
	{ "who", NULL, "" }, { "payoff_per_round", "payoff", "a seat and round" },
	{ "gain", "above the class", "payoff" },
	{ "gain_low95", "from", "95%" }, { "gain_high95", "to", "95%" },
};

enum { ROWS_MOST = SLOTS + 3 };
struct rows {
	size_t n;
	const char *labels[ROWS_MOST];
	double value[ROWS_MOST];
};

static void
add(struct rows *rows, struct dt_solution_table *t, const char *label,
    double value, double gain, double half)
{
	rows->labels[rows->n] = label;
	rows->value[rows->n++] = value;
	dt_solution_text(t, label);
	dt_solution_number(t, value);
	dt_solution_number(t, gain);
	dt_solution_number(t, gain - half);
	dt_solution_number(t, gain + half);
}

static void
fill(struct rows *rows, struct dt_solution_table *t,
    const struct dt_digest_class_block *b,
    const struct dt_digest_class_runs *runs, bool known)
{
	double own = dt_summary_mean(&b->payoff);
	if (b->compiles)
		add(rows, t, b->race_is_equilibrium ? "all race (an "
		    "equilibrium)" : "all race", b->all_race, b->all_race -
		    own, NAN);
	add(rows, t, "the class", own, 0, NAN);
	for (size_t k = 1; k < SLOTS && known; k++) {
		struct dt_summary_ratio earned = { 0 }, gain = { 0 };
		measure(runs, k, &earned, &gain);
		if (!isnan(dt_summary_mean(&earned)))
			add(rows, t, strategies[k].label,
			    dt_summary_mean(&earned), dt_summary_mean(&gain),
			    dt_summary_half_width(&gain));
	}
	if (b->compiles)
		add(rows, t, "all pause", b->all_pause, b->all_pause - own,
		    NAN);
}

static void
draw(struct dt_digest *d, struct dt_paper_figure *f, const struct rows *rows,
    const struct dt_digest_class_block *b)
{
	size_t class[ROWS_MOST] = { 0 };
	const struct dt_svg_panel panel = { .axis = { .title = "payoff",
	    .unit = "a seat and round" }, .value = rows->value };
	const char *const names[] = { "mean over the block" };
	struct dt_svg_rows picture_rows = { .n = rows->n,
		.labels = rows->labels, .class = class, .n_classes = 1,
		.names = names, .panels = &panel, .n_panels = 1 };
	struct dt_svg picture = { .title = "What a round paid, and what it "
		    "could have",
		.desc = dt_digest_print(d, "The class got %.4g a seat and "
		    "round. All racing pays %.4g, all pausing %.4g.",
		    dt_summary_mean(&b->payoff), b->all_race, b->all_pause),
		.id = dt_paper_letters(d->paper, f->id) };
	dt_svg_rows(&f->svg, &picture, &picture_rows);
}

enum dt_status
dt_digest_class_instead(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_class *c, const struct dt_digest_class_block *b)
{
	static const struct dt_paper_plot plot = { .kind = DT_PAPER_BARS,
		.x = "who", .y = "payoff_per_round" };
	struct dt_digest_class_runs runs = { 0 };
	struct rows rows = { 0 };
	bool known = false;
	enum dt_status status = play(d, c, b->block, &runs, &known);
	if (status != DT_OK)
		return status;
	struct dt_paper_figure *f = DT_PAPER_FIGURE(s, dt_digest_print(d,
	    "block-%" PRId64 "-instead", b->block),
	    "What a round paid, and what it could have", &plot, heads);
	fill(&rows, dt_paper_table(f), b, &runs, known);
	draw(d, f, &rows, b);
	if (b->compiles)
		dt_paper_say(s, "A seat got %.4g a round; it is %.4g where "
		    "all race%s, and %.4g where all pause.",
		    dt_summary_mean(&b->payoff), b->all_race,
		    b->race_is_equilibrium ? ", which is the equilibrium of "
		    "the game played once" : "", b->all_pause);
	if (!known && c->request->catalogue != NULL)
		dt_paper_say(s, "What strategies would have earned is not "
		    "told: played again, the runs do not pay what the rows "
		    "say.");
	return DT_OK;
}
