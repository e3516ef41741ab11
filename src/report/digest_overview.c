/* digest_overview: several experiments side by side, and what each treaty
 * changes; see digest_internal.h. */
#include "report/digest_internal.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/number.h"

enum { LISTED_MOST = 200, DRAWN_MOST = 24 };

static const struct dt_solution_head heads[] = {
	{ "experiment", NULL, "" }, { "scenario", NULL, "" },
	{ "treaty", NULL, "" }, { "payoffs", NULL, "" },
	{ "seed", NULL, "" }, { "runs", NULL, "" },
	{ "all_paused_share", "all paused", "share of rounds" },
	{ "low95", "from", "95%" }, { "high95", "to", "95%" },
	{ "pause_share", "paused", "share of rounds" },
	{ "payoff_per_round", "payoff", "a round" },
};

struct listed {
	struct dt_digest *digest;
	struct dt_solution_table *table;
	size_t n;
	const char *labels[LISTED_MOST], *names[LISTED_MOST];
	double share[LISTED_MOST], low[LISTED_MOST], high[LISTED_MOST];
};

static void
add_row(struct listed *l, size_t i, const struct dt_digest_experiment *e)
{
	const struct dt_summary *s = &e->summary;
	struct dt_solution_table *t = l->table;
	l->share[i] = dt_summary_mean(&s->all_paused);
	dt_summary_interval(&s->all_paused, true, &l->low[i], &l->high[i]);
	l->labels[i] = dt_digest_print(l->digest, "%" PRId64 " %s", e->id,
	    e->treaty);
	l->names[i] = dt_digest_print(l->digest, "experiment %" PRId64 ", %s",
	    e->id, dt_digest_name(l->digest, e));
	dt_solution_whole(t, e->id);
	dt_solution_text(t, e->scenario);
	dt_solution_text(t, e->treaty);
	dt_solution_text(t, e->payoffs);
	dt_solution_text(t, e->seed);
	dt_solution_whole(t, s->runs);
	dt_solution_number(t, l->share[i]);
	dt_solution_number(t, l->low[i]);
	dt_solution_number(t, l->high[i]);
	dt_solution_number(t, dt_summary_mean(&s->paused));
	dt_solution_number(t, dt_summary_mean(&s->payoff));
}

static void
draw(struct dt_digest *d, struct dt_paper_figure *f, struct listed *l)
{
	size_t n = l->n < DRAWN_MOST ? l->n : DRAWN_MOST;
	struct dt_svg_bars bars = { .n = n, .value = l->share, .low = l->low,
		.high = l->high };
	struct dt_svg picture = { .title = "How much all paused together",
		.desc = dt_digest_print(d, "A bar for each of %zu experiments: "
		    "the share of rounds in which all paused, with its 95%% "
		    "interval.", n),
		.id = dt_paper_letters(d->paper, f->id),
		.x = { .title = "experiment and treaty", .labels =
		    l->labels },
		.y = { .title = "all paused", .unit = "share of rounds",
		    .low = 0, .high = 1 } };
	dt_svg_bars(&f->svg, &picture, &bars);
}

/* From the one with least pause to the one with most. */
static void
answer(struct dt_digest *d, const struct listed *l)
{
	size_t least = 0, most = 0;
	for (size_t i = 0; i < l->n; i++) {
		least = !(l->share[i] >= l->share[least]) ? i : least;
		most = !(l->share[i] <= l->share[most]) ? i : most;
	}
	dt_digest_answer(d, dt_digest_print(d, "Over %zu experiments all "
	    "paused in %s of rounds (%s) to %s (%s).", l->n,
	    dt_digest_share(d, l->share[least]), l->names[least],
	    dt_digest_share(d, l->share[most]), l->names[most]));
}

static const struct dt_solution_head effect_heads[] = {
	{ "label", "experiment and treaty", "" }, { "runs", NULL, "" },
	{ "mean", "paused", "share of rounds" },
	{ "none_runs", "runs without", "" },
	{ "none_mean", "paused without", "share of rounds" },
	{ "effect", NULL, "share of rounds" },
	{ "effect_low95", "from", "95%" }, { "effect_high95", "to", "95%" },
};

struct effects {
	struct dt_solution_table *table;
	size_t n;
	const char *labels[DRAWN_MOST];
	double value[DRAWN_MOST], low[DRAWN_MOST], high[DRAWN_MOST];
};

static enum dt_status
take_effect(struct dt_digest *d, const struct dt_cell *row, void *to)
{
	struct effects *x = to;
	const char *label = dt_digest_print(d, "%" PRId64 " %s",
	    row[0].integer, row[1].text);
	if (x->n < DRAWN_MOST) {
		x->labels[x->n] = label;
		x->value[x->n] = dt_digest_number(&row[6]);
		x->low[x->n] = dt_digest_number(&row[7]);
		x->high[x->n++] = dt_digest_number(&row[8]);
	}
	dt_solution_text(x->table, label);
	for (size_t c = 2; c < 9; c++)
		if (c == 2 || c == 4)
			dt_solution_whole(x->table, row[c].integer);
		else
			dt_solution_number(x->table,
			    dt_digest_number(&row[c]));
	return DT_OK;
}

static const char effect_sql[] = "SELECT experiment_id, treaty, runs, mean,"
    " none_runs, none_mean, effect, effect_low95, effect_high95 FROM"
    " treaty_effect WHERE measure = 'pause_share' AND effect IS NOT NULL"
    " ORDER BY scenario, payoffs, treaty, experiment_id";

static void
tell_effect(struct dt_digest *d, const struct effects *x)
{
	size_t best = 0;
	for (size_t i = 0; i < x->n; i++)
		best = x->value[i] > x->value[best] ? i : best;
	double value = 100 * x->value[best];
	dt_digest_answer(d, dt_digest_print(d, "Against the same game without "
	    "a treaty, the share of rounds paused is %.1f points %s under the "
	    "treaty that raises it most (experiment %s%s).",
	    fabs(value), value < 0 ? "lower" : "higher", x->labels[best],
	    isnan(x->low[best]) ? "" : dt_digest_print(d, "; 95%% interval "
	    "%.1f to %.1f", 100 * x->low[best], 100 * x->high[best])));
}

static enum dt_status
add_effects(struct dt_digest *d, struct dt_paper_section *s)
{
	static const struct dt_paper_plot plot = { .kind = DT_PAPER_BARS,
		.x = "label", .y = "effect", .low = "effect_low95",
		.high = "effect_high95" };
	struct effects x = { .n = 0 };
	struct dt_paper_figure *f = DT_PAPER_FIGURE(s, "effects",
	    "What each treaty changes, against the same game without one",
	    &plot, effect_heads);
	x.table = dt_paper_table(f);
	enum dt_status status = dt_digest_ask(d, (struct dt_digest_taker){
	    take_effect, &x }, "%s", effect_sql);
	if (status != DT_OK)
		return status;
	if (x.n == 0) {
		dt_paper_drop(s, f);
		return DT_OK;
	}
	struct dt_svg_bars bars = { .n = x.n, .value = x.value, .low = x.low,
		.high = x.high };
	struct dt_svg picture = { .title = "What each treaty changes",
		.desc = "The share of rounds paused less that of the same "
		    "game without a treaty, with its 95% interval.",
		.id = dt_paper_letters(d->paper, f->id),
		.x = { .title = "experiment and treaty", .labels = x.labels },
		.y = { .title = "change of pause", .unit =
		    "share of rounds" } };
	dt_svg_bars(&f->svg, &picture, &bars);
	tell_effect(d, &x);
	return DT_OK;
}

static enum dt_status
add_all(struct dt_digest *d, struct dt_paper_section *s, struct listed *l,
    const struct dt_digest_ids *list)
{
	static const struct dt_paper_plot plot = { .kind = DT_PAPER_BARS,
		.x = "experiment", .y = "all_paused_share", .low = "low95",
		.high = "high95" };
	struct dt_digest_experiment *e = dt_arena_new(d->arena, 1, sizeof(*e));
	struct dt_paper_figure *f = DT_PAPER_FIGURE(s, "experiments",
	    "The experiments side by side", &plot, heads);
	enum dt_status status = e == NULL ? dt_status_no_memory(d->err) :
	    DT_OK;
	const char *lines[3], *fate = NULL;
	double best = 0;
	l->table = dt_paper_table(f);
	for (size_t i = 0; i < l->n && status == DT_OK; i++) {
		status = dt_digest_read(d, list->ids[i], e);
		if (status != DT_OK)
			break;
		add_row(l, i, e);
		if (i == 0 || l->share[i] > best) {
			dt_digest_tell(d, e, lines);
			fate = lines[1];
			best = l->share[i];
		}
	}
	if (status != DT_OK)
		return status;
	if ((int64_t)l->n < list->all)
		dt_paper_say(s, "The first %zu of %" PRId64 " experiments are "
		    "listed.", l->n, list->all);
	answer(d, l);
	draw(d, f, l);
	status = add_effects(d, s);
	if (status == DT_OK && fate != NULL)
		dt_digest_answer(d, dt_digest_print(d, "Where most was paused: "
		    "%s", fate));
	return status;
}

enum dt_status
dt_digest_overview(struct dt_digest *d)
{
	struct dt_paper_section *s = dt_paper_section(d->paper,
	    "side-by-side", "Side by side", 2);
	struct listed *l = dt_arena_new(d->arena, 1, sizeof(*l));
	if (l == NULL)
		return dt_status_no_memory(d->err);
	l->digest = d;
	int64_t ids[LISTED_MOST];
	struct dt_digest_ids list = { .most = LISTED_MOST, .ids = ids };
	enum dt_status status = dt_digest_list(d, "experiment", &list);
	l->n = list.n;
	return status ? status : add_all(d, s, l, &list);
}
