/*
 * digest_signals: what the treaty's monitoring found against what was done, as
 * a grid of two by two; see digest_internal.h. Of a breach: found or missed. Of
 * a clean round (RACE would have been a breach, and was not played): left alone
 * or found wrongly.
 */
#include "report/digest_internal.h"

#include <inttypes.h>
#include <math.h>

struct counts {
	int64_t right, missed, wrong, clean;    /* clean -1: not known */
};

static struct counts
count(const struct dt_digest_experiment *e, size_t i)
{
	const struct dt_tally_agent *a = &e->summary.agent[i].sum;
	return (struct counts){ .right = a->alarms_right,
	    .missed = a->missed, .wrong = a->alarms_wrong,
	    .clean = e->bound[i] < 0 ? -1 : e->bound[i] - a->breaches };
}

static double
share(int64_t part, int64_t whole)
{
	return whole > 0 ? (double)part / (double)whole : NAN;
}

static const struct dt_solution_head heads[] = {
	{ "agent", NULL, "" }, { "breaches", NULL, "rounds" },
	{ "found", NULL, "rounds" }, { "missed", NULL, "rounds" },
	{ "miss_rate", "missed", "share of breaches" },
	{ "clean_rounds", "clean", "rounds" },
	{ "findings_wrong", "found wrongly", "rounds" },
	{ "false_alarm_rate", "found wrongly", "share of clean rounds" },
	{ "alarm_precision", "right", "share of findings" },
};

static void
add_row(struct dt_solution_table *t, const char *name, struct counts c)
{
	int64_t breaches = c.right + c.missed;
	dt_solution_text(t, name);
	dt_solution_whole(t, breaches);
	dt_solution_whole(t, c.right);
	dt_solution_whole(t, c.missed);
	dt_solution_number(t, share(c.missed, breaches));
	if (c.clean < 0)
		dt_solution_text(t, NULL);
	else
		dt_solution_whole(t, c.clean);
	dt_solution_whole(t, c.wrong);
	dt_solution_number(t, share(c.wrong, c.clean));
	dt_solution_number(t, share(c.right, c.right + c.wrong));
}

static void
draw(struct dt_digest *d, struct dt_paper_figure *f, struct counts all)
{
	static const char *const found[] = { "a finding", "no finding" };
	static const char *const done[] = { "clean round", "breach" };
	double miss = share(all.missed, all.right + all.missed);
	double wrong = share(all.wrong, all.clean);
	const double values[] = { wrong, 1 - wrong, 1 - miss, miss };
	struct dt_svg_heat heat = { .columns = 2, .rows = 2,
		.value = values, .low = 0, .high = 1,
		.name = "share of its row" };
	struct dt_svg picture = { .title = "What was found, against what was "
		    "done",
		.desc = dt_digest_print(d, "Of breaches %s was missed; of "
		    "clean rounds %s was found wrongly.",
		    dt_digest_share(d, miss), dt_digest_share(d, wrong)),
		.id = dt_paper_letters(d->paper, f->id), .height = 320,
		.x = { .title = "what monitoring said", .labels = found },
		.y = { .title = "what was done", .labels = done } };
	dt_svg_heat(&f->svg, &picture, &heat);
}

void
dt_digest_signals(struct dt_digest *d, struct dt_paper_section *s,
    const struct dt_digest_experiment *e)
{
	static const struct dt_paper_plot plot = { .kind = DT_PAPER_BARS,
		.x = "agent", .y = "false_alarm_rate" };
	struct counts all = { 0 };
	if (e->summary.in_force == 0)
		return;
	struct dt_paper_figure *f = DT_PAPER_FIGURE(s, dt_digest_print(d,
	    "experiment-%" PRId64 "-signals", e->id),
	    "What was found, against what was done", &plot, heads);
	for (size_t i = 0; i < e->n; i++) {
		struct counts c = count(e, i);
		add_row(dt_paper_table(f), e->names[i], c);
		all.right += c.right;
		all.missed += c.missed;
		all.wrong += c.wrong;
		all.clean = c.clean < 0 || all.clean < 0 ? -1 :
		    all.clean + c.clean;
	}
	add_row(dt_paper_table(f), "all agents", all);
	draw(d, f, all);
}
