/*
 * digest_reply: what racing gains over pausing in a round, by how many others
 * race: above zero racing is the best reply. See digest_internal.h. Where it
 * also matters which others race, the line is the mean over them, the band
 * goes from the least to the most.
 */
#include "report/digest_internal.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "base/number.h"

enum { LINES_MOST = DT_SVG_MOST - 1 };     /* beside that of no gain */

struct gains {
	size_t n;               /* agents: 0 to n - 1 others race */
	size_t lines;           /* agents whose gains are unlike */
	size_t line_of[DT_PAYOFF_TABLE_MOST];
	double mean[DT_PAYOFF_TABLE_MOST][DT_PAYOFF_TABLE_MOST];
	double low[DT_PAYOFF_TABLE_MOST][DT_PAYOFF_TABLE_MOST];
	double high[DT_PAYOFF_TABLE_MOST][DT_PAYOFF_TABLE_MOST];
	const char *names[DT_PAYOFF_TABLE_MOST];
};

static size_t
count_bits(uint64_t set)
{
	size_t n = 0;
	for (; set != 0; set &= set - 1)
		n++;
	return n;
}

/* Of one agent, over all sets of others that race. */
static void
find(const struct dt_payoff *payoff, size_t agent, double *mean, double *low,
    double *high)
{
	double room[DT_PAYOFF_TABLE_MOST];
	size_t n = payoff->n, sets[DT_PAYOFF_TABLE_MOST] = { 0 };
	uint64_t own = (uint64_t)1 << agent;
	for (size_t k = 0; k < n; k++) {
		mean[k] = 0;
		low[k] = INFINITY;
		high[k] = -INFINITY;
	}
	for (uint64_t racers = 0; racers < (uint64_t)1 << n; racers++) {
		if (racers & own)
			continue;
		size_t k = count_bits(racers);
		double pause = dt_payoff_of(payoff, racers, room)[agent];
		double gain = dt_payoff_of(payoff, racers | own, room)[agent]
		    - pause;
		mean[k] += gain;
		sets[k]++;
		low[k] = dt_number_min(low[k], gain);
		high[k] = dt_number_max(high[k], gain);
	}
	for (size_t k = 0; k < n; k++)
		mean[k] /= (double)sets[k];
}

static bool
same(const double *a, const double *b, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (!(fabs(a[k] - b[k]) <= 1e-12 * (1 + fabs(a[k]))))
			return false;
	return true;
}

static void
find_all(struct dt_digest *d, const struct dt_digest_experiment *e,
    struct gains *g)
{
	g->n = e->n;
	for (size_t i = 0; i < g->n; i++) {
		size_t at = g->lines, k = 0;
		find(&e->made.model.payoff, i, g->mean[at], g->low[at],
		    g->high[at]);
		while (k < at && !(same(g->low[k], g->low[at], g->n) &&
		    same(g->mean[k], g->mean[at], g->n) &&
		    same(g->high[k], g->high[at], g->n)))
			k++;
		g->line_of[i] = k;
		g->names[k] = k == at ? e->names[i] : dt_digest_print(d,
		    "%s, %s", g->names[k], e->names[i]);
		g->lines += k == at;
	}
}

static const struct dt_solution_head heads[] = {
	{ "series", "line", "" }, { "agents", NULL, "" },
	{ "others_racing", "others that race", "agents" },
	{ "gain", "racing gains", "payoff a round" },
	{ "least", NULL, "payoff a round" }, { "most", NULL,
	    "payoff a round" },
};

static void
add_rows(struct dt_solution_table *t, const struct gains *g)
{
	for (size_t l = 0; l < g->lines; l++)
		for (size_t k = 0; k < g->n; k++) {
			dt_solution_whole(t, (int64_t)l + 1);
			dt_solution_text(t, g->names[l]);
			dt_solution_whole(t, (int64_t)k);
			dt_solution_number(t, g->mean[l][k]);
			dt_solution_number(t, g->low[l][k]);
			dt_solution_number(t, g->high[l][k]);
		}
}

/* What it comes to, in a sentence. */
static const char *
tell(const struct gains *g)
{
	bool race = true, pause = true;
	for (size_t l = 0; l < g->lines; l++)
		for (size_t k = 0; k < g->n; k++) {
			race = race && g->low[l][k] > 0;
			pause = pause && g->high[l][k] < 0;
		}
	return race ? "In a single round racing is the best reply of each, "
	    "whatever the others do." : pause ? "In a single round pausing is "
	    "the best reply of each, whatever the others do." : "In a single "
	    "round the best reply depends on who plays, or on how many others "
	    "race.";
}

static void
draw(struct dt_digest *d, struct dt_paper_figure *f, const struct gains *g)
{
	struct dt_svg_series series[DT_SVG_MOST];
	double x[DT_PAYOFF_TABLE_MOST], zero[DT_PAYOFF_TABLE_MOST] = { 0 };
	const char *labels[DT_PAYOFF_TABLE_MOST];
	size_t lines = g->lines < LINES_MOST ? g->lines : LINES_MOST;
	for (size_t k = 0; k < g->n; k++) {
		x[k] = (double)k;
		labels[k] = dt_digest_print(d, "%zu", k);
	}
	for (size_t l = 0; l < lines; l++)
		series[l] = (struct dt_svg_series){ .name = g->names[l],
		    .n = g->n, .x = x, .y = g->mean[l], .low = g->low[l],
		    .high = g->high[l], .marks = true };
	series[lines] = (struct dt_svg_series){ .name = "no gain",
		.n = g->n, .x = x, .y = zero };
	struct dt_svg picture = { .title = "Best replies: what racing gains "
		    "over pausing", .desc = tell(g),
		.id = dt_paper_letters(d->paper, f->id),
		.x = { .title = "others that race", .unit = "agents",
		    .labels = labels },
		.y = { .title = "racing less pausing", .unit =
		    "payoff a round" } };
	dt_svg_lines(&f->svg, &picture, series, lines + 1);
}

void
dt_digest_reply(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_experiment *e)
{
	static const struct dt_paper_plot plot = { .kind = DT_PAPER_LINES,
		.x = "others_racing", .y = "gain", .low = "least",
		.high = "most", .series = "series" };
	struct gains gains = { .n = 0 };
	if (!e->compiles || e->n < 2 || e->n > DT_PAYOFF_TABLE_MOST)
		return;
	find_all(d, e, &gains);
	dt_paper_say(s, "%s", tell(&gains));
	struct dt_paper_figure *f = DT_PAPER_FIGURE(s, dt_digest_print(d,
	    "experiment-%" PRId64 "-replies", e->id),
	    "What racing gains over pausing in a round", &plot, heads);
	add_rows(dt_paper_table(f), &gains);
	draw(d, f, &gains);
}
